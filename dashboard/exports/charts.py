"""The charts as they are downloaded, each with its title, its caption and a sentence that says what it shows."""

import json
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.exports.names import file_name
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames import Frames
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions, plot
from dashboard.topics.explore import figures, payload, sentences
from dashboard.topics.partners import figures as figures_together
from dashboard.topics.quality import figures as figures_quality
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events
from dashboard.topics.sources import coverage
from dashboard.topics.sources import figures as figures_coverage


@dataclass(frozen=True)
class Chart:
    """A figure with its title, and the sentence that says what it shows."""

    figure: go.Figure
    title: str
    alt: str


def _timeline(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    left = snapshot.select(filters)
    caption = captions.caption(snapshot, filters, left)
    return _chart("timeline", figures.timeline(left.events), caption, sentences.timeline_alt(left.events))


def _matrix(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    left = snapshot.select(filters)
    columns, roles, rows = matrix_parts(left, options)
    figure = figures.role_matrix(roles, columns, rows)
    return _chart(
        "matrix", figure, captions.caption(snapshot, filters, left), sentences.role_matrix_alt(roles, columns)
    )


def _chart(name: str, figure: go.Figure, caption: str, alt: str) -> Chart:
    return Chart(plot.captioned(figure, figures.TITLES[name], caption), figures.TITLES[name], alt)


def matrix_parts(left: Frames, options: Options) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Give what the matrix is drawn from: its columns, their roles, and the ids of its rows from top to bottom."""
    columns = payload.matrix_columns(left, options.columns)
    roles = left.roles[left.roles["event_id"].isin(columns["event_id"])]
    return columns, roles, list(figures.organizer_rows(roles, options.sort)["organizer_id"])


def _together(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    left = snapshot.select(filters)
    figure = figures_together.together_picture(left.roles, captions.caption(snapshot, filters, left))
    return Chart(figure, figures_together.TITLE, figures_together.together_alt(left.roles))


def _coverage_years(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    sources = coverage.build(snapshot.dataset).sources
    return _whole(snapshot, "years", figures_coverage.years_figure(sources), figures_coverage.years_alt(sources))


def _coverage_events(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    events = coverage.build(snapshot.dataset).events
    return _whole(snapshot, "events", figures_coverage.events_figure(events), figures_coverage.events_alt(events))


def _quality(snapshot: Snapshot, filters: Filters, options: Options) -> Chart:
    judged = quality.ordered(judged_events(snapshot), options.order)
    figure = figures_quality.completeness_figure(snapshot.dataset, judged)
    return _captioned(snapshot, figures_quality.TITLE, figure, quality.completeness_alt(judged))


def _whole(snapshot: Snapshot, name: str, figure: go.Figure, alt: str) -> Chart:
    return _captioned(snapshot, figures_coverage.TITLES[name], figure, alt)


def _captioned(snapshot: Snapshot, title: str, figure: go.Figure, alt: str) -> Chart:
    """Caption a chart that shows all the data, whatever the filters."""
    everything = Filters(weight=EVERY_WEIGHT)
    caption = captions.caption(snapshot, everything, snapshot.select(everything))
    return Chart(plot.captioned(figure, title, caption), title, alt)


CHARTS = {
    "timeline": _timeline,
    "matrix": _matrix,
    "together": _together,
    "coverage-years": _coverage_years,
    "coverage-events": _coverage_events,
    "quality": _quality,
}
"""Name of a chart in links and files → what draws it."""


def figure_json(view: str, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write a chart as it is downloaded, for a browser to draw: `figure` as Plotly's JSON, `name` for the file.

    `view` is one of `CHARTS`.
    """
    figure = CHARTS[view](snapshot, filters, options).figure
    name = file_name(f"{view}.json", snapshot, filters).removesuffix(".json")
    return json.dumps({"name": name, "figure": figure.to_plotly_json()}, ensure_ascii=False).encode()
