"""The content of all peers: figures and article of the app itself, filtered with its own code."""

import os
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard import assets, library
from dashboard.frames.filters import Filters
from dashboard.look import style
from dashboard.records.model import ORGANIZER_KINDS
from dashboard.topics.explore import figures, payload
from dashboard.topics.explore.article import article_of

SNAPSHOT = library.shared().current()
"""The data, read once when the server starts."""

YEARS = SNAPSHOT.known["year"]
ORGANIZERS = SNAPSHOT.known["organizer"]

TITLE = SNAPSHOT.dataset.process.name
SUMMARY = SNAPSHOT.dataset.process.summary
COLUMNS = os.environ.get("BENCHMARK_COLUMNS", "conferences")
"""The columns of the matrix: `conferences`, as when the app opens, or `all` events."""

CSS = (
    (assets.FOLDER / "css" / "linked.css").read_text(encoding="utf-8")
    + style.css_colors()
    + ".linked { display: block; height: auto; }"
)
"""The styles of the app's article, without the grid of its views."""


class Drawn(NamedTuple):
    """The content of the three views."""

    timeline: go.Figure
    matrix: go.Figure
    event: str | None


def draw(years: list[str], organizers: list[str], chosen: str | None) -> Drawn:
    """Draw the events that pass the filters. `chosen` stays the chosen event if it passes."""
    shown = SNAPSHOT.select(Filters(year=tuple(years), organizer=tuple(organizers)))
    columns = payload.matrix_columns(shown, COLUMNS)
    return Drawn(
        timeline=figures.timeline(shown.events),
        matrix=figures.role_matrix(shown.roles, columns),
        event=payload.chosen_event(shown, chosen),
    )


def whole() -> dict:
    """Give the data with which a browser filters both charts: figures of all events, and the values of the filters."""
    frames = SNAPSHOT.frames
    organizers: dict[str, list[str]] = {}
    kinds = list(ORGANIZER_KINDS)
    for event, organizer in zip(frames.roles["event_id"], frames.roles["organizer_id"], strict=True):
        organizers.setdefault(event, []).append(organizer)
    events = frames.events
    begun = events["first"].notna() & ~events["ahead"]
    columns = zip(events["event_id"], events["year"], events["kind"], begun, strict=True)
    return {
        "timeline": figures.timeline(frames.events).to_plotly_json(),
        "matrix": figures.role_matrix(frames.roles, frames.events).to_plotly_json(),
        "events": {
            event: {
                "year": str(year),
                "conference": kind == "conference",
                "begun": bool(started),
                "organizers": organizers.get(event, []),
            }
            for event, year, kind, started in columns
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
    html = article_of(SNAPSHOT, event)
    return f'<div class="linked"><div class="page">{html}</div></div>'


def event_of(click: dict | None) -> str | None:
    """Give the event of a click on a mark, as Plotly reports it to Dash and Panel."""
    points = (click or {}).get("points") or [{}]
    return (points[0].get("customdata") or [None])[0]
