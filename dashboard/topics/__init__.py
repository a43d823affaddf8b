"""The pages, a folder each: what a reader sees of the frames, as figures, sentences, HTML and tables."""

from dashboard.look.page import Page, Place
from dashboard.topics import (
    about,
    changes,
    data,
    disagreements,
    editions,
    explore,
    partners,
    people,
    quality,
    sources,
    trial,
)

PLACES: tuple[Place, ...] = (
    Place("Explore", (explore.PAGE,)),
    Place("Compare", (editions.PAGE, partners.PAGE, people.PAGE)),
    Place("Disagreements", (disagreements.PAGE,)),
    Place(
        "Sources",
        (
            sources.PAGE,
            quality.PAGE,
            changes.PAGE,
            about.PAGE,
        ),
        after=" & method",
    ),
    Place("data", (data.PAGE,), before="Get the "),
)
"""The places of the navigation with their pages, in their order."""

EDITORS = Place("For editors", (trial.PAGE,))
"""The pages for those who keep the data. The foot of every page leads to them."""

PAGES: tuple[Page, ...] = tuple(page for place in (*PLACES, EDITORS) for page in place.pages)
"""The pages of the dashboard. Downloads are in the same order."""
