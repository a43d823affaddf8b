"""The charts of all pages as they are downloaded."""

import json

from dashboard.exports.names import file_name
from dashboard.exports.options import DEFAULTS, Options, request_for
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Chart, Picture
from dashboard.topics import PAGES

CHARTS: dict[str, Chart] = {chart.name: chart for page in PAGES for chart in page.charts}
"""The charts by their names in links and files."""


def drawn(chart: Chart, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> Picture:
    """Draw a chart as it is downloaded."""
    return chart.picture(snapshot, request_for(filters, options))


def figure_json(view: str, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write a chart as it is downloaded, for a browser to draw: `figure` as Plotly's JSON, `name` for the file.

    `view` is one of `CHARTS`.
    """
    figure = drawn(CHARTS[view], snapshot, filters, options).figure
    name = file_name(f"{view}.json", snapshot, filters).removesuffix(".json")
    return json.dumps({"name": name, "figure": figure.to_plotly_json()}, ensure_ascii=False).encode()
