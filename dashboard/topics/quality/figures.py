"""The matrix of what is known of each event. `quality` judges the events and has the sentence about the matrix."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames.filters import Filters
from dashboard.frames.rows import rows as rows_of
from dashboard.library import Snapshot
from dashboard.look.links import query_string
from dashboard.look.page import Picture, Request, whole_picture
from dashboard.look.plot import HOVER, bold, chart, escape, layout, lines, name_rows
from dashboard.look.shapes import Chart
from dashboard.look.style import KIND_COLORS, LINE, MUTED
from dashboard.records.model import Dataset
from dashboard.records.terms import terms_of
from dashboard.topics.quality import quality

TITLE = "what is known of each event"
"""The title above a downloaded figure, after the name of the process."""

LEAST = 440
"""The least width of the matrix in pixels; on a narrower page it scrolls sideways."""

ROW = 23
"""Height of an event's row in pixels."""

LOOKS = {
    "whole": {"symbol": "square", "size": 15, "color": KIND_COLORS["side-event"]},
    "part": {"symbol": "diamond-open", "size": 13, "color": KIND_COLORS["declaration"]},
    "sought": {"symbol": "circle-x-open", "size": 12, "color": KIND_COLORS["declaration"]},
    "none": {"symbol": "x-thin", "size": 9, "color": MUTED},
    "other": {"symbol": "line-ew", "size": 5, "color": KIND_COLORS["context"]},
}
"""The look of each of `quality.STATES`: shape and colour. Each is enough to recognize it."""


def completeness_figure(dataset: Dataset, completeness: pd.DataFrame) -> go.Figure:
    """Draw what is known of each event by each criterion.

    Parameters
    ----------
    dataset
        Gives the words that are shown at the pointer.
    completeness
        Columns as in `quality.COMPLETENESS`; rows from top to bottom in the order given.

    Returns
    -------
    One trace per state, in the order of `quality.STATES`; `customdata` is the event id, `meta` the state. Trace
    `sum` writes how many things are fully known. An empty frame gives a figure without traces.
    """
    names = list(quality.CRITERIA)
    figure = go.Figure(layout=layout(height=90 + ROW * len(completeness)))
    words = {row: quality.words_for(dataset, dataset.events[row]) for row in completeness["event_id"]}
    for state, label in quality.STATES.items():
        points = [
            (column, row, event, words[event.event_id][name])
            for row, event in enumerate(rows_of(completeness, JudgedRow))
            for column, name in enumerate(names)
            if getattr(event, name) == state
        ]
        if points:
            figure.add_trace(_marks(state, label, points, names, terms_of(dataset).kinds))
    if len(completeness):
        figure.add_trace(_sums(completeness, len(names)))
    figure.update_layout(
        showlegend=True, margin={"l": 4, "r": 4, "t": 36, "b": 6}, meta={"least": LEAST},
        legend={"orientation": "h", "x": 0, "xref": "container", "y": 1, "yref": "container", "yanchor": "top",
                "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip
    # Lines of our own instead of the grid. The grid would strike out the numbers at the end of the rows.
    figure.update_layout(shapes=[_row_line(row, len(names)) for row in range(len(completeness))])
    figure.update_xaxes(
        tickvals=list(range(len(names) + 1)),
        ticktext=[*(criterion.name for criterion in quality.CRITERIA.values()), "Known"],
        range=[-0.5, len(names) + 0.6],
        side="top",
        autotickangles=[0, -90],
        ticks="",
        showgrid=False,
        zeroline=False,
        showline=False,
        automargin=True,
        fixedrange=True,
        tickfont={"color": MUTED, "size": 13},
    )
    name_rows(figure, list(completeness["event"]))
    return figure


class JudgedRow(NamedTuple):
    """What is read of an event that is judged, besides the state of each criterion."""

    event_id: str
    event: str
    kind: str
    when: str


def _row_line(row: int, width: int) -> dict[str, object]:
    ends = {"x0": -0.5, "x1": width - 0.5, "y0": row, "y1": row}
    return {"type": "line", "layer": "below", "line": {"color": LINE, "width": 1}, **ends}


def _marks(
    state: str,
    label: str,
    points: list[tuple[int, int, JudgedRow, str]],
    names: list[str],
    kinds: Mapping[str, str],
) -> go.Scatter:
    look = LOOKS[state]
    return go.Scatter(
        name=label,
        meta={"state": state},
        mode="markers",
        x=[column for column, *_ in points],
        y=[row for _, row, *_ in points],
        customdata=[[event.event_id] for _, _, event, _ in points],
        marker={**look, "line": {"color": look["color"], "width": 1.8}},
        hovertext=[
            lines(
                (
                    f"{bold(event.event)}, {escape(event.when)}",
                    escape(kinds[event.kind]),
                    f"{quality.CRITERIA[names[column]].name}: {escape(words)}",
                )
            )
            for column, _, event, words in points
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _sums(completeness: pd.DataFrame, column: int) -> go.Scatter:
    sought = [sum(getattr(row, name) != "other" for name in quality.CRITERIA) for row in completeness.itertuples()]
    return go.Scatter(
        name="Fully known",
        meta={"state": "sum"},
        mode="text",
        x=[column] * len(completeness),
        y=list(range(len(completeness))),
        customdata=[[event_id] for event_id in completeness["event_id"]],
        text=[f"{known} of {of}" for known, of in zip(completeness["n_whole"], sought, strict=True)],
        textfont={"size": 12, "color": MUTED},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def quality_chart(snapshot: Snapshot, order: str) -> Chart:
    """Describe the matrix of what is known of each event, in one of `quality.ORDERS`; it shows all the data."""
    judged = quality.ordered(judged_events(snapshot), order)
    table = judged[["event", "when", *quality.CRITERIA, "n_whole"]].replace(quality.STATES)
    names = {"event": "Event", "when": "When", "n_whole": "Fully known"}
    return chart(
        "quality", "What is known of each event",
        snapshot.answer(_figure, order).to_plotly_json(),
        quality.completeness_alt(judged),
        table.rename(columns=names | {name: criterion.name for name, criterion in quality.CRITERIA.items()}),
        Filters(), judged[["event_id"]].values.tolist(), snapshot.dataset.accent,
    ) | {"query": query_string({"order": "" if order == "time" else order})}  # fmt: skip


def _figure(snapshot: Snapshot, order: str) -> go.Figure:
    return completeness_figure(snapshot.dataset, quality.ordered(judged_events(snapshot), order))


def picture(snapshot: Snapshot, request: Request) -> Picture:
    """Draw the matrix as it is downloaded, in the order asked for."""
    judged, figure = frame(snapshot, request), snapshot.answer(_figure, request.view["order"])
    return whole_picture(snapshot, TITLE, figure, quality.completeness_alt(judged))


def frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give what is known of each event in the order asked for, columns as in `quality.COMPLETENESS`."""
    return quality.ordered(judged_events(snapshot), request.view["order"])


def judged_events(snapshot: Snapshot) -> pd.DataFrame:
    """Give what is known of each event, columns as in `quality.COMPLETENESS`; judged once per snapshot."""
    return snapshot.answer(_judged)


def _judged(snapshot: Snapshot) -> pd.DataFrame:
    return quality.build(snapshot.dataset)
