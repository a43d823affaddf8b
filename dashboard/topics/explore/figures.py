"""Frames → Plotly figures. No session state, no files, no markup from data.

A figure made here is complete: it can be downloaded as it is. The page draws the same figure, and takes out the events
that its filters hide, by `customdata[0]`, the event id.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames import place
from dashboard.frames.rows import EventRow, RoleRow
from dashboard.frames.rows import rows as typed
from dashboard.look.plot import HOVER, bold, escape, layout, lines, shortened, wrap
from dashboard.look.shapes import EraFacts
from dashboard.look.style import INK, KIND_COLORS, LINE, MARKS, MUTED, PAPER
from dashboard.records.dates import is_certain
from dashboard.records.model import CONFIDENCES, KINDS, ORGANIZER_KINDS, ROLES
from dashboard.records.terms import TERMS, Terms
from dashboard.topics.explore import eras, labels
from dashboard.words.counting import counted
from dashboard.words.phrases import worded

SIZE = {"conference": 15, None: 10}
"""Diameter of a mark on the timeline in pixels: of a conference, of any other event."""

BLUR = 5
"""By how many pixels a blurred mark is wider, because its edge is hardly visible."""

KEY_RADII = (7, 5, 4, 2)
"""The circles that are a blurred mark in the key of a picture, in pixels."""

KEY_HEIGHT = 26
"""How far above the chart the middle of the key is in pixels: between the names of eras and the title."""

LANE_HEIGHTS = {"conference": 1.5, None: 1.0}
"""Height of a lane in units of the y axis; conferences need room for their labels."""

LEVELS = 4
"""The levels in a lane for marks that are close in time; with more such marks, marks overlap."""

CLOSE = timedelta(days=40)
"""Closer in time than this, two marks would touch when the whole span is in view."""


def timeline(
    events: pd.DataFrame, terms: Terms = TERMS, shown_eras: Sequence[EraFacts] = (), *, labelled: bool = False
) -> go.Figure:
    """Draw when events happened, one lane per kind.

    Parameters
    ----------
    events
        Columns as in `frames.EVENTS`. Undated rows are not drawn.
    terms
        What the series calls kinds of events.
    shown_eras
        The eras that are bands behind the marks. The page draws them itself, because their names follow its axis.
    labelled
        Whether only labels that fit are drawn, and those of other events than conferences, too. The page places its
        labels itself.

    Returns
    -------
    Up to four traces for each kind. `meta` of a trace has `kind` and `part`. The part is `span` (a bar from the start
    to the end of the last day), or `bounds` (from the first to the last possible day, if the day is not known), and for
    each of the two a `mark` (one point per event; blurred if the day is not known). `customdata[0]` is the event id.
    The `meta` of the figure has the lanes, from the top: kind, top and bottom in units of the y axis. An empty frame
    gives a figure without traces.
    """
    dated = events.dropna(subset=["first"])
    figure = go.Figure(layout=_layout(height=400))
    lanes = _lanes([kind for kind in KINDS if kind in set(dated["kind"])])
    for lane in lanes:
        figure.add_traces(_lane_traces(dated[dated["kind"] == lane["kind"]], lane, escape(terms.lanes[lane["kind"]])))
    figure.update_yaxes(
        range=[lanes[-1]["bottom"] if lanes else -1, 0],
        tickvals=[(lane["top"] + lane["bottom"]) / 2 for lane in lanes],
        ticktext=[shortened(terms.lanes[lane["kind"]]) for lane in lanes],
        fixedrange=True,
        zeroline=False,
        showgrid=False,
        tickfont={"color": MUTED},
        automargin=True,
    )
    figure.update_xaxes(
        type="date",
        showgrid=True,
        gridcolor=LINE,
        linecolor=LINE,
        tickfont={"color": MUTED},
        ticklabelmode="period",
        nticks=12,
    )
    shapes: list[object] = [_lane_line(lane["bottom"]) for lane in lanes]
    if lanes:
        ends = whole_span(dated)
        figure.update_xaxes(range=[day.isoformat() for day in ends])
        bands, names = eras.bands(shown_eras, ends)
        shapes = [*bands, *shapes]
        named = [{**lane, "name": terms.lanes[lane["kind"]]} for lane in lanes]
        beside = labels.annotations(dated, figure.data, named, ends) if labelled else []
        if labelled:
            kept = labels.of_conferences(dated, figure.data, named, ends)
            for trace, texts in zip(figure.select_traces({"mode": "markers+text"}), kept, strict=True):
                trace.text = texts
        figure.update_layout(annotations=[*names, *beside])
    figure.update_layout(shapes=shapes, meta={"lanes": lanes})
    return figure


def with_key(figure: go.Figure) -> go.Figure:
    """Explain the blurred marks of a timeline at its top right corner; without such marks it stays as it is.

    The page explains them itself. A gradient needs a mark with a date, so here circles lie on each other.
    """
    if not any(trace.meta["part"] == "bounds" for trace in figure.data):
        return figure
    whole = go.Figure(figure)
    for radius in KEY_RADII:
        whole.add_shape(
            name="key", type="circle", xref="paper", yref="paper", xsizemode="pixel", ysizemode="pixel",
            xanchor=1, yanchor=1, x0=-KEY_RADII[0] - radius, x1=-KEY_RADII[0] + radius,
            y0=KEY_HEIGHT - radius, y1=KEY_HEIGHT + radius, fillcolor=MUTED, opacity=0.25, line={"width": 0},
        )  # fmt: skip
    whole.add_annotation(
        name="key", text=escape(worded("day-not-certain")), x=1, y=1, xref="paper", yref="paper",
        xshift=-2 * KEY_RADII[0] - 4, yshift=KEY_HEIGHT, xanchor="right", yanchor="middle",
        showarrow=False, font={"size": 12, "color": MUTED},
    )  # fmt: skip
    return whole


def whole_span(events: pd.DataFrame) -> tuple[datetime, datetime]:
    """Give the ends of the axis that show every dated event with room for its label."""
    first, last = events["first"].min().to_pydatetime(), events["last"].max().to_pydatetime()
    room = max((last - first) * 0.08, timedelta(days=20))
    return first - room, last + room


def role_matrix(
    roles: pd.DataFrame, events: pd.DataFrame, rows: list[str] | None = None, terms: Terms = TERMS
) -> go.Figure:
    """Draw which organizer had which role at which event.

    Parameters
    ----------
    roles
        One row per event, organizer and role, columns as in `frames.ROLES`.
    events
        The columns to draw, in order, as in `frames.EVENTS`.
    rows
        Organizer ids from top to bottom; by default as `organizer_rows` orders them.
    terms
        What the series calls roles.

    Returns
    -------
    Two traces per role, in the order of `model.ROLES`: held without dispute (filled) and disputed
    (hollow); `meta` holds the role. `customdata` is event id and organizer id. An empty frame
    gives a figure without traces.
    """
    columns = list(events["event_id"])
    roles = roles[roles["event_id"].isin(columns)]
    rows = rows if rows is not None else list(organizer_rows(roles)["organizer_id"])
    when = dict(zip(events["event_id"], events["when"], strict=True))
    figure = go.Figure(layout=_layout(height=130 + 30 * len(rows)))
    for role in ROLES:
        of_role = roles[roles["role"] == role]
        for hollow in (False, True):
            part = of_role[(of_role["confidence"] == "disputed") == hollow]
            if len(part):
                figure.add_trace(_role_trace(part, role, hollow, when, terms))
    names = dict(zip(roles["organizer_id"], roles["organizer"], strict=True))
    figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=columns,
        tickvals=columns,
        ticktext=[shortened(label) for label in events["label"]],
        range=[-0.5, len(columns) - 0.5],
        side="top",
        gridcolor=LINE,
        linecolor=LINE,
        automargin=True,
    )
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=rows,
        tickvals=rows,
        ticktext=[shortened(names.get(row, row)) for row in rows],
        range=[len(rows) - 0.5, -0.5],
        gridcolor=LINE,
        linecolor=LINE,
        automargin=True,
    )
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": -0.02, "yanchor": "top", "x": 0})
    return figure


SORTS = {"kind": "Kind", "count": "Count", "first": "First seen", "name": "Name"}
"""The orders of the matrix's rows."""


def organizer_rows(roles: pd.DataFrame, sort: str = "kind") -> pd.DataFrame:
    """Order the organizers of the matrix, and count the events of each.

    Columns are `organizer_id`, `organizer`, `organizer_kind`, `count` and `depth`. Within a kind the higher count comes
    first, then the organizer that was seen earlier. Bodies follow what they are part of, with a `depth` of 1, if both
    are of one kind; in the other orders `depth` is 0. `roles` must be in order of time, as `frames.build` gives them.
    """
    about: dict[str, tuple[str, str]] = {}
    above: dict[str, str] = {}
    events_of: dict[str, set[str]] = {}
    columns = (roles[name].tolist() for name in ("event_id", "organizer_id", "organizer", "organizer_kind", "part_of"))
    for event, organizer, name, kind, part_of in zip(*columns, strict=True):
        about.setdefault(organizer, (name, kind))
        above.setdefault(organizer, part_of)
        events_of.setdefault(organizer, set()).add(event)
    kinds, seen = list(ORGANIZER_KINDS), list(about)

    def whole(organizer: str) -> str:
        """Give the organizer below whose row a row is; without one, the organizer itself."""
        wholes = (name for name in reversed(above[organizer].split()) if name in about)
        return next((name for name in wholes if about[name][1] == about[organizer][1]), organizer)

    rows = [
        (organizer, *about[organizer], len(events), int(sort == "kind" and whole(organizer) != organizer))
        for organizer, events in events_of.items()
    ]
    keys = {
        "kind": lambda row: (
            kinds.index(row[2]), -len(events_of[whole(row[0])]), seen.index(whole(row[0])), row[4], -row[3],
        ),
        "count": lambda row: -row[3],
        "first": lambda row: 0,  # as they are
        "name": lambda row: row[1].casefold(),
    }  # fmt: skip
    named = ["organizer_id", "organizer", "organizer_kind", "count", "depth"]
    return pd.DataFrame(sorted(rows, key=keys[sort]), columns=named)


def _layout(height: int) -> go.Layout:
    return layout(height, margin={"l": 10, "r": 20, "t": 10, "b": 30}, showlegend=False, dragmode="pan")


class Lane(TypedDict):
    """A lane of the timeline: its kind, top and bottom in units of the y axis."""

    kind: str
    top: float
    bottom: float


def _lanes(kinds: list[str]) -> list[Lane]:
    lanes: list[Lane] = []
    top = 0.0
    for kind in kinds:
        bottom = top - LANE_HEIGHTS.get(kind, LANE_HEIGHTS[None])
        lanes.append({"kind": kind, "top": top, "bottom": bottom})
        top = bottom
    return lanes


def _lane_line(y: float) -> dict[str, object]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"color": LINE, "width": 1},
        "layer": "below",
    }


def _lane_traces(rows: pd.DataFrame, lane: Lane, name: str) -> list[go.Scatter]:
    kind, color = lane["kind"], KIND_COLORS[lane["kind"]]
    exact = pd.Series([is_certain(row.start, row.end, row.dating) for row in typed(rows, EventRow)], rows.index, bool)
    rows = rows.assign(
        height=_heights(rows, lane), place=["top center" if i % 2 == 0 else "bottom center" for i in range(len(rows))]
    )
    days, guesses = rows[exact], rows[~exact]
    traces = []
    if len(days):
        traces.append(_span_trace(days, "span", kind, name, {"color": color, "width": 9}))
        traces.append(_mark_trace(days, kind, name, color, {"color": PAPER, "width": 1}))
    if len(guesses):
        traces.insert(0, _span_trace(guesses, "bounds", kind, name, {"color": color, "width": 2, "dash": "2px,3px"}))
        traces.append(_mark_trace(guesses, kind, name, PAPER, {"color": PAPER, "width": 0}, blurred=color))
    return traces


def _mark_trace(
    rows: pd.DataFrame, kind: str, name: str, fill: str, line: dict[str, object], blurred: str = ""
) -> go.Scatter:
    """Draw one mark per event. With `blurred`, its colour goes from this in the middle to `fill` at the edge."""
    labelled = kind == "conference"
    return go.Scatter(
        name=name,
        meta={"part": "mark", "kind": kind},
        mode="markers+text" if labelled else "markers",
        x=[_middle(row.first, row.last) for row in typed(rows, EventRow)],
        y=list(rows["height"]),
        customdata=[[event_id] for event_id in rows["event_id"]],
        text=[escape(labels.of_conference(row)) for row in typed(rows, EventRow)] if labelled else None,
        textposition=list(rows["place"]) if labelled else None,
        textfont={"size": 12, "color": INK},
        marker={
            "symbol": "diamond" if labelled else "circle",
            "size": SIZE.get(kind, SIZE[None]) + (BLUR if blurred else 0),
            "color": fill,
            "opacity": 1,  # by default, marks of several sizes are paler
            "line": line,
            "gradient": {"type": "radial", "color": blurred} if blurred else {"type": "none"},
        },
        hovertext=[_event_hover(row) for row in typed(rows, EventRow)],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _span_trace(rows: pd.DataFrame, part: str, kind: str, name: str, line: dict[str, object]) -> go.Scatter:
    """Draw one line per event, from its first day to the end of its last: the only place where a day is added."""
    x: list[str | None] = []
    y: list[float | None] = []
    ids: list[list[str]] = []
    for row in typed(rows, EventRow):
        x += [row.first.date().isoformat(), (row.last.date() + timedelta(days=1)).isoformat(), None]
        y += [row.height, row.height, None]
        ids += [[row.event_id]] * 3
    meta = {"part": part, "kind": kind}
    return go.Scatter(name=name, meta=meta, mode="lines", x=x, y=y, customdata=ids, line=line, hoverinfo="skip")


def _middle(first: pd.Timestamp, last: pd.Timestamp) -> str:
    begin, end = first.to_pydatetime(), last.to_pydatetime() + timedelta(days=1)
    return (begin + (end - begin) / 2).isoformat()


def _heights(rows: pd.DataFrame, lane: Lane) -> list[float]:
    """Put marks that would touch on different levels; the most important mark gets the lowest level of the lane."""
    if lane["kind"] == "conference":
        return [(lane["top"] + lane["bottom"]) / 2] * len(rows)
    taken: list[list[datetime]] = [[] for _ in range(LEVELS)]
    level = {}
    order = {"main": 0, "secondary": 1, "related": 1, "minor": 2}
    # Python's days: pandas takes many times as long to compare two.
    firsts = [day.to_pydatetime() for day in rows["first"]]
    days = zip((order[weight] for weight in rows["weight"]), firsts, rows["event_id"], strict=True)
    for _, day, event_id in sorted(days, key=lambda row: row[:2]):
        free = [i for i, near in enumerate(taken) if all(abs(day - other) >= CLOSE for other in near)]
        chosen = free[0] if free else min(range(LEVELS), key=lambda i: len(taken[i]))
        taken[chosen].append(day)
        level[event_id] = chosen
    lowest = (lane["top"] + lane["bottom"]) / 2 - 0.1 * max(level.values())
    return [round(lowest + 0.2 * level[event_id], 2) for event_id in rows["event_id"]]


def _event_hover(row: EventRow) -> str:
    parts = [bold(row.title, wrapped=True), f"{escape(row.when)} · {escape(place(row.city, row.country, row.venue))}"]
    if row.organizers:
        parts.append(wrap(row.organizers))
    if row.n_disputes:
        parts.append(f"Sources disagree on {counted(row.n_disputes, 'question')}")
    return lines(parts)


def _role_trace(part: pd.DataFrame, role: str, hollow: bool, when: dict[str, str], terms: Terms) -> go.Scatter:
    mark = MARKS[role]
    return go.Scatter(
        name=f"{escape(terms.roles[role])} ({mark.letter}{', disputed' if hollow else ''})",
        meta={"role": role, "disputed": hollow},
        mode="markers+text",
        x=list(part["event_id"]),
        y=list(part["organizer_id"]),
        customdata=[list(pair) for pair in zip(part["event_id"], part["organizer_id"], strict=True)],
        text=[mark.letter] * len(part),
        textposition="middle center",
        textfont={"size": 11, "color": mark.color if hollow else PAPER, "weight": 700},
        marker={
            "symbol": mark.symbol + ("-open" if hollow else ""),
            "size": 21,
            "color": mark.color,
            "line": {"width": 2 if hollow else 0, "color": mark.color},
        },
        hovertext=[
            lines(
                (
                    f"{bold(row.organizer)}: {escape(terms.role(role))}",
                    f"{escape(row.event)}, {escape(when[row.event_id])}",
                    _attested(row.confidence, len(row.sources.split())),
                )
            )
            for row in typed(part, RoleRow)
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _attested(confidence: str, sources: int) -> str:
    """Say how well a role is attested, and by how many sources; sources that repeat one text count as one."""
    if confidence == "single":
        return "One source" if sources == 1 else f"Counted as one source ({sources} are cited)"
    if confidence == "inferred":
        return f"Deduced from {counted(sources, 'source')}"
    return f"{CONFIDENCES[confidence]} ({counted(sources, 'source')})"
