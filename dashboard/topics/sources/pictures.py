"""The charts of the sources as they are downloaded, and the data behind them; both show all the data."""

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.page import Picture, Request, titled, whole_picture
from dashboard.look.plot import captioned
from dashboard.records.terms import terms_of
from dashboard.topics.sources import coverage, figures


def years(snapshot: Snapshot, request: Request) -> Picture:
    """Draw how many sources were published in each year."""
    sources, title = years_frame(snapshot, request), titled(snapshot, figures.TITLES["years"])
    figure = captioned(figures.years_figure(sources), title, captions.caption_of_sources(snapshot))
    return Picture(figure, title, figures.years_alt(sources))


def years_frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give all sources with what is known of each, columns as in `coverage.SOURCES`."""
    return coverage.build(snapshot.dataset).sources


def events(snapshot: Snapshot, request: Request) -> Picture:
    """Draw how many sources each event has."""
    rows = events_frame(snapshot, request)
    figure = figures.events_figure(rows, terms_of(snapshot.dataset))
    return whole_picture(snapshot, figures.TITLES["events"], figure, figures.events_alt(rows))


def events_frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give the sources of each event in numbers, columns as in `coverage.EVENTS`."""
    return coverage.build(snapshot.dataset).events
