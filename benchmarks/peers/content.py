"""What both peers draw: figures and article of the app itself, narrowed as the app narrows them."""

import os
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard import assets, library
from dashboard.frames.filters import Filters
from dashboard.look import style
from dashboard.records.model import ORGANIZER_KINDS
from dashboard.records.passages import names_of
from dashboard.topics.explore import figures, payload
from dashboard.topics.explore.article import article_html

SNAPSHOT = library.shared().current()
"""The data, read once when the server starts."""

YEARS = SNAPSHOT.known["year"]
ORGANIZERS = SNAPSHOT.known["organizer"]
NAMES = names_of(SNAPSHOT.dataset.organizers.values(), SNAPSHOT.dataset.events.values())
"""The matcher of names that all articles share, made once as in the app."""

TITLE = SNAPSHOT.dataset.process.name
SUMMARY = SNAPSHOT.dataset.process.summary
COLUMNS = os.environ.get("BENCHMARK_COLUMNS", "conferences")
"""What the columns of the matrix are: `conferences`, as the app opens, or `all` events."""

CSS = (
    (assets.FOLDER / "css" / "linked.css").read_text(encoding="utf-8")
    + style.css_colors()
    + ".linked { display: block; height: auto; }"
)
"""The look of the app's article; its grid of views is not used here."""


class Drawn(NamedTuple):
    """What the three views show."""

    timeline: go.Figure
    matrix: go.Figure
    event: str | None


def draw(years: list[str], organizers: list[str], chosen: str | None) -> Drawn:
    """Draw what the filters leave; `chosen` stays the chosen event where it remains."""
    left = SNAPSHOT.select(Filters(year=tuple(years), organizer=tuple(organizers)))
    columns = payload.matrix_columns(left, COLUMNS)
    return Drawn(
        timeline=figures.timeline(left.events),
        matrix=figures.role_matrix(left.roles, columns),
        event=payload.chosen_event(left, chosen),
    )


def whole() -> dict:
    """Give all that a browser needs to narrow both charts: their figures for all events, and what the filters ask."""
    frames = SNAPSHOT.frames
    organizers: dict[str, list[str]] = {}
    kinds = list(ORGANIZER_KINDS)
    for event, organizer in zip(frames.roles["event_id"], frames.roles["organizer_id"], strict=True):
        organizers.setdefault(event, []).append(organizer)
    columns = zip(frames.events["event_id"], frames.events["year"], frames.events["kind"], strict=True)
    return {
        "timeline": figures.timeline(frames.events).to_plotly_json(),
        "matrix": figures.role_matrix(frames.roles, frames.events).to_plotly_json(),
        "events": {
            event: {"year": str(year), "conference": kind == "conference", "organizers": organizers.get(event, [])}
            for event, year, kind in columns
        },
        "organizerKinds": dict(
            zip(frames.roles["organizer_id"], map(kinds.index, frames.roles["organizer_kind"]), strict=True)
        ),
        "columnsAre": COLUMNS,
    }


def article(event: str | None) -> str:
    """Write the article of an event as the app does."""
    if event is None:
        return ""
    html = article_html(SNAPSHOT.dataset, SNAPSHOT.dataset.events[event], NAMES)
    return f'<div class="linked"><div class="page">{html}</div></div>'


def event_of(click: dict | None) -> str | None:
    """Give the event of a click on a mark, as Plotly reports it to both."""
    points = (click or {}).get("points") or [{}]
    return (points[0].get("customdata") or [None])[0]
