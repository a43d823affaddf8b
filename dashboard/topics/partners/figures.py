"""The chart of who organized with whom, and the sentence about it. Counting is in `together`."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames import Frames
from dashboard.frames.filters import Filters
from dashboard.frames.rows import rows as rows_of
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.page import Picture, Request, titled
from dashboard.look.plot import HOVER, bold, captioned, chart, escape, layout, lines, shortened
from dashboard.look.shapes import Chart
from dashboard.look.style import KIND_COLORS, LINE, MUTED, PAPER
from dashboard.records.model import ACCENT, ORGANIZING, Accent
from dashboard.topics.partners import together
from dashboard.words.counting import agreeing, capital, counted, in_words, listed

TITLE = "who organizes events together"
"""The title above a downloaded figure."""

SUBTITLE = "Each number counts the events that two organizers have in common. On the diagonal are all events of one."
"""What is drawn, below the title of the chart on the page."""

CELL = 36
"""Side of a cell in pixels."""

SMALLEST, LARGEST = 17, 33
"""Smallest and largest diameter of a mark in pixels, so that the number in it can be read."""

MOST_NAMED = 4
"""If more pairs than this share the most events, the sentence only counts them."""

COLOR = KIND_COLORS["conference"]


def together_figure(roles: pd.DataFrame, pairs: pd.DataFrame | None = None) -> go.Figure:
    """Draw how many events each two organizers organize together.

    Parameters
    ----------
    roles
        One row per event, organizer and role, columns as in `frames.ROLES`.
    pairs
        The pairs of these roles, columns as in `together.PAIRS`, if they are known already.

    Returns
    -------
    Rows and columns are the organizers that organized with others, as `together.order` has them.
    Trace `pairs` has a mark on either side of the diagonal. Its area grows with the number of events, and the number is
    written in it. Trace `disputed` has hollow marks, for pairs that have a disputed role at each of their events.
    `customdata` is the ids of both organizers. Trace `all` writes on the diagonal how many events the organizer
    organized, alone or not; its `customdata` is the same id twice. `meta` holds the part. Width and height are fixed,
    so that cells stay square. A frame without pairs gives a figure without traces.
    """
    pairs = together.pairs(roles) if pairs is None else pairs
    order = together.order(pairs)
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    labels = [shortened(names[organizer]) for organizer in order]
    margin = 16 + round(6.6 * max(map(len, labels), default=0))
    figure = go.Figure(layout=_layout(margin, len(order)))
    if order:
        place = {organizer: number for number, organizer in enumerate(order)}
        events: dict[str, list[str]] = {organizer: [] for organizer in names}
        for organizer, event in dict.fromkeys(zip(strict["organizer_id"], strict["event"], strict=True)):
            events[organizer].append(event)
        # The diameter grows with the square root, so that twice the events have twice the area.
        unit = min(SMALLEST, LARGEST / pairs["n_events"].max() ** 0.5)
        hollow = pairs["n_disputed"] == pairs["n_events"]
        for part, rows in (("pairs", pairs[~hollow]), ("disputed", pairs[hollow])):
            if len(rows):
                figure.add_trace(_pairs_trace(part, rows, place, unit))
        figure.add_trace(_all_trace(order, names, events))
    axis = {
        "type": "linear",
        "tickvals": list(range(len(order))),
        "ticktext": labels,
        "showgrid": True,
        "gridcolor": LINE,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 5,
        "fixedrange": True,
        "constrain": "domain",
    }
    figure.update_xaxes(**axis, range=[-0.5, len(order) - 0.5], side="top", tickangle=-90, constraintoward="left")
    figure.update_yaxes(
        **axis, range=[len(order) - 0.5, -0.5], scaleanchor="x", constraintoward="top", automargin="left"
    )
    return figure


def together_picture(roles: pd.DataFrame, title: str, caption: str) -> go.Figure:
    """Draw the chart as it is downloaded, with title and caption and room for the labels of its columns."""
    figure = together_figure(roles)
    whole = captioned(figure, title, caption)
    labels, head = figure.layout.margin.t, 66
    grown = labels + head - whole.layout.margin.t
    return whole.update_layout(
        margin={"t": labels + head, "l": figure.layout.margin.l + 14},
        height=whole.layout.height + grown - figure.layout.margin.t,
    )


def picture(snapshot: Snapshot, request: Request) -> Picture:
    """Draw the chart of the events that remain as it is downloaded."""
    shown = snapshot.select(request.filters)
    title = titled(snapshot, TITLE)
    figure = together_picture(shown.roles, title, captions.caption(snapshot, request.filters, shown))
    return Picture(figure, title, together_alt(shown.roles))


def together_alt(roles: pd.DataFrame, pairs: pd.DataFrame | None = None) -> str:
    """Say in words what the chart shows: who is listed together most often, which groups are, and who never is.

    `roles` and `pairs` are as in `together_figure`.
    """
    pairs = together.pairs(roles) if pairs is None else pairs
    if pairs.empty:
        return "No two organizers are listed together at any of these events."
    alone, bodies = together.alone(roles, pairs), together.wholes_and_bodies(roles)
    number = len(together.order(pairs))
    parts = [_most_often(pairs)]
    if len(pairs) > 1:
        parts.insert(0, f"{in_words(number)} organizers share events. They form {counted(len(pairs), 'pair')}")
    parts += [
        f"{listed(members)} share {counted(len(events), 'event')}: {listed(events)}"
        for members, events in together.groups(roles)
    ]
    if hollow := int((pairs["n_disputed"] == pairs["n_events"]).sum()):
        parts.append(f"In {counted(hollow, 'pair')} a role is disputed at every shared event")
    if bodies:
        words = listed(f"{whole} with its body {body}" for whole, body in bodies)
        parts.append(f"{words} {agreeing(len(bodies), 'is not counted as a pair', 'are not counted as pairs')}")
    if alone:
        parts.append(f"{listed(alone)} {agreeing(len(alone), 'is', 'are')} not in any pair")
    return " ".join(f"{capital(part)}." for part in parts)


def _most_often(pairs: pd.DataFrame) -> str:
    """Name the pairs that share the most events; if it is only one pair, name its events too."""
    number = int(pairs["n_events"].max())
    most = pairs[pairs["n_events"] == number]
    events = counted(number, "event")
    if len(most) == 1:
        row = most.iloc[0]
        names = listed((row["name_a"], row["name_b"]))
        share = f"share {events}" if len(pairs) == 1 else f"share the most events, {number}"
        labels = listed(row["events"].split("; "))
        return f"{names} {share}: {labels}"
    if number == 1:
        return "No pair shares more than one event"
    if len(most) > MOST_NAMED:
        return f"{counted(len(most), 'pair')} share the most events, {number} each"
    names = listed(f"{row.name_a} with {row.name_b}" for row in rows_of(most, together.PairRow))
    return f"{names} share the most events, {number} each"


def finding(pairs: pd.DataFrame) -> str:
    """Say in a few words which two organizers are listed together most often, as a title; there must be pairs."""
    number = int(pairs["n_events"].max())
    most = pairs[pairs["n_events"] == number]
    if len(most) == 1:
        row = most.iloc[0]
        most_often = "" if len(pairs) == 1 else " most often"
        names = listed((row["name_a"], row["name_b"]))
        return f"{names} are listed together{most_often}: at {counted(number, 'event')}"
    if number == 1:
        return "No two organizers are listed together more than once"
    return f"{capital(in_words(len(most)))} pairs are listed together most often: at {counted(number, 'event')} each"


def _pairs_trace(part: str, pairs: pd.DataFrame, place: dict[str, int], unit: float) -> go.Scatter:
    both = [
        (row, vertical, horizontal)
        for row in rows_of(pairs, together.PairRow)
        for vertical, horizontal in ((row.organizer_a, row.organizer_b), (row.organizer_b, row.organizer_a))
    ]
    hollow = part == "disputed"
    return go.Scatter(
        name="Events of both" + (", by a disputed role" if hollow else ""),
        meta={"part": part},
        mode="markers+text",
        x=[place[horizontal] for _, _, horizontal in both],
        y=[place[vertical] for _, vertical, _ in both],
        customdata=[[vertical, horizontal] for _, vertical, horizontal in both],
        text=[str(row.n_events) for row, *_ in both],
        textposition="middle center",
        textfont={"size": 12, "color": COLOR if hollow else PAPER, "weight": 700},
        marker={
            "symbol": "circle",
            "size": [round(unit * row.n_events**0.5, 1) for row, *_ in both],
            "color": PAPER if hollow else COLOR,
            "opacity": 1,  # Plotly thins marks of several sizes
            "line": {"width": 2 if hollow else 0, "color": COLOR},
        },
        hovertext=[
            lines(
                (
                    bold(listed((row.name_a, row.name_b))),
                    f"listed together at {counted(row.n_events, 'event')}",
                    *map(escape, row.events.split("; ")),
                    *_doubt(row.n_disputed, row.n_events),
                )
            )
            for row, *_ in both
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _doubt(disputed: int, events: int) -> list[str]:
    """Say at how many of the events of two organizers the role of either is disputed."""
    if not disputed:
        return []
    return ["The role of one or both is disputed" + (f" at {disputed} of them" if disputed < events else "")]


def _all_trace(order: list[str], names: dict[str, str], events: dict[str, list[str]]) -> go.Scatter:
    return go.Scatter(
        name="Events of one organizer",
        meta={"part": "all"},
        mode="markers+text",
        x=list(range(len(order))),
        y=list(range(len(order))),
        customdata=[[organizer, organizer] for organizer in order],
        text=[str(len(events[organizer])) for organizer in order],
        textposition="middle center",
        textfont={"size": 12, "color": MUTED},
        marker={"symbol": "square", "size": 18, "color": PAPER, "opacity": 1, "line": {"width": 0}},
        hovertext=[
            lines(
                (
                    bold(names[organizer]),
                    f"listed as organizer of {counted(len(events[organizer]), 'event')}",
                    *map(escape, events[organizer]),
                )
            )
            for organizer in order
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _layout(margin: int, cells: int) -> go.Layout:
    return layout(
        margin + cells * CELL + 10,
        width=margin + cells * CELL + 10 if cells else None,
        margin={"l": margin, "r": 10, "t": margin, "b": 10},
        showlegend=False,
    )


def together_chart(shown: Frames, filters: Filters, accent: Accent = ACCENT) -> Chart | None:
    """Describe the chart of who organized with whom; None if no two organizers share an event."""
    pairs = together.pairs(shown.roles)
    if pairs.empty:
        return None
    table = pairs[["name_a", "name_b", "n_events", "events"]].set_axis(["Organizer", "With", "Events", "Which"], axis=1)
    figure = together_figure(shown.roles, pairs).to_plotly_json()
    alt = together_alt(shown.roles, pairs)
    marks = pairs[["organizer_a", "organizer_b"]].values.tolist()
    title = finding(pairs)
    return chart("together", title, figure, alt, table, filters, marks, accent, SUBTITLE)
