"""The chart of who organized with whom, and the sentence that says what it shows. Counting is in `together`."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import together
from dashboard.figures import captioned, escape
from dashboard.model import ORGANIZING
from dashboard.style import FONT, INK, KIND_COLORS, LINE, MUTED, PAPER

TITLE = "Dushanbe Process: who organized events together"
"""What stands above a downloaded figure."""

CELL = 36
"""Side of a cell in pixels."""

SMALLEST, LARGEST = 17, 33
"""Diameters in pixels between which the marks stay, so that the number in them is read."""

COLOR = KIND_COLORS["conference"]


def together_figure(roles: pd.DataFrame) -> go.Figure:
    """Draw how many events each two organizers organized together.

    Parameters
    ----------
    roles
        One row per event, organizer and role, columns as in `frames.ROLES`.

    Returns
    -------
    Rows and columns are the organizers that organized with others, as `together.order` has them.
    Trace `pairs` has a mark on either side of the diagonal, its area by the number of events, which
    stands in it; trace `disputed` the same, hollow, for pairs all of whose events rest on a disputed
    role. `customdata` is the ids of both. Trace `all` has on the diagonal how many events the
    organizer organized, alone or not; its `customdata` is the same id twice. `meta` holds the part.
    Width and height are fixed, so that cells stay square. A frame without pairs gives a figure
    without traces.
    """
    pairs = together.pairs(roles)
    order = together.order(pairs)
    strict = roles[roles["role"].isin(ORGANIZING)]
    names = dict(zip(strict["organizer_id"], strict["organizer"], strict=True))
    labels = [escape(names[one]) for one in order]
    margin = 16 + round(6.6 * max(map(len, labels), default=0))
    figure = go.Figure(layout=_layout(margin, len(order)))
    if order:
        place = {one: number for number, one in enumerate(order)}
        events = strict.groupby("organizer_id", sort=False)["event"].unique()
        # Diameters go by the root, so that twice the events have twice the area.
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


def together_picture(roles: pd.DataFrame, caption: str) -> go.Figure:
    """Draw the chart as it is downloaded, with title and caption and room for the labels of its columns."""
    figure = together_figure(roles)
    whole = captioned(figure, TITLE, caption)
    labels, title = figure.layout.margin.t, 66
    grown = labels + title - whole.layout.margin.t
    return whole.update_layout(
        margin={"t": labels + title, "l": figure.layout.margin.l + 14},
        height=whole.layout.height + grown - figure.layout.margin.t,
    )


def together_alt(roles: pd.DataFrame) -> str:
    """Say in words what the chart shows: who organized together most often, in what groups, and who never did."""
    pairs = together.pairs(roles)
    alone = together.alone(roles)
    if pairs.empty:
        return "No two organizers organized an event together here."
    most = pairs[pairs["n_events"] == pairs["n_events"].max()]
    number = len(together.order(pairs))
    listed = _and(f"{row.name_a} and {row.name_b}" if len(most) == 1 else f"{row.name_a} with {row.name_b}"
                  for row in most.itertuples())  # fmt: skip
    parts = [
        f"{number} organizers organized events with one another, in {len(pairs)} of {number * (number - 1) // 2} "
        f"possible pairs",
        f"most often {listed} ({_count(int(most['n_events'].iloc[0]), 'event')}"
        f"{': ' + _and(most['events'].iloc[0].split('; ')) if len(most) == 1 else ''})",
    ]
    groups = [f"{_and(members)} ({_and(events)})" for members, events in together.groups(roles)]
    if groups:
        parts.append(("closest as a group were " if len(groups) == 1 else "groups were ") + " and ".join(groups))
    hollow = pairs[pairs["n_disputed"] == pairs["n_events"]]
    if len(hollow):
        parts.append(f"{_count(len(hollow), 'pair')} {'rests' if len(hollow) == 1 else 'rest'} on disputed roles alone")
    if alone:
        parts.append(f"{_and(alone)} organized without any of the others")
    return "; ".join(parts) + "."


def _pairs_trace(part: str, pairs: pd.DataFrame, place: dict[str, int], unit: float) -> go.Scatter:
    both = [
        (row, one, other)
        for row in pairs.itertuples()
        for one, other in ((row.organizer_a, row.organizer_b), (row.organizer_b, row.organizer_a))
    ]
    hollow = part == "disputed"
    return go.Scatter(
        name="Events organized together" + (", by a disputed role" if hollow else ""),
        meta={"part": part},
        mode="markers+text",
        x=[place[other] for _, one, other in both],
        y=[place[one] for _, one, other in both],
        customdata=[[one, other] for _, one, other in both],
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
            f"<b>{escape(row.name_a)} and {escape(row.name_b)}</b><br>"
            f"organized {_count(row.n_events, 'event')} together<br>{_lines(row.events.split('; '))}{_doubt(row)}"
            for row, *_ in both
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _doubt(row) -> str:
    if not row.n_disputed:
        return ""
    return "<br>The role of one or both is disputed" + (
        f" at {row.n_disputed} of them" if row.n_disputed < row.n_events else ""
    )


def _all_trace(order: list[str], names: dict[str, str], events: pd.Series) -> go.Scatter:
    return go.Scatter(
        name="Events organized in all",
        meta={"part": "all"},
        mode="markers+text",
        x=list(range(len(order))),
        y=list(range(len(order))),
        customdata=[[one, one] for one in order],
        text=[str(len(events[one])) for one in order],
        textposition="middle center",
        textfont={"size": 12, "color": MUTED},
        marker={"symbol": "square", "size": 18, "color": PAPER, "opacity": 1, "line": {"width": 0}},
        hovertext=[
            f"<b>{escape(names[one])}</b><br>organized {_count(len(events[one]), 'event')} in all<br>"
            f"{_lines(events[one])}"
            for one in order
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _lines(labels) -> str:
    return "<br>".join(escape(label) for label in labels)


def _layout(margin: int, cells: int) -> go.Layout:
    return go.Layout(
        template="none",
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        width=margin + cells * CELL + 10 if cells else None,
        height=margin + cells * CELL + 10,
        margin={"l": margin, "r": 10, "t": margin, "b": 10},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        hoverlabel={
            "bgcolor": PAPER,
            "bordercolor": LINE,
            "align": "left",
            "font": {"family": FONT, "color": INK, "size": 13},
        },
        uirevision="keep",
    )


def _and(words) -> str:
    words = [str(word) for word in words]
    return " and ".join([", ".join(words[:-1])] * bool(words[:-1]) + words[-1:])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
