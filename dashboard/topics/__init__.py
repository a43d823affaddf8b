"""The pages, a folder each: what a reader sees of the frames, as figures, sentences, HTML and tables."""

from dashboard.look.page import Page
from dashboard.topics import (
    changes,
    disagreements,
    editions,
    explore,
    partners,
    quality,
    sources,
    trial,
)

PAGES: tuple[Page, ...] = (
    explore.PAGE,
    disagreements.PAGE,
    editions.PAGE,
    partners.PAGE,
    sources.PAGE,
    quality.PAGE,
    changes.PAGE,
    trial.PAGE,
)
"""The pages of the dashboard, in the order of the navigation. Downloads are in the same order."""
