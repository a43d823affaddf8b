"""A chart as a page that works without a network."""

from collections.abc import Callable

import plotly.io

from dashboard.assets import FOLDER
from dashboard.exports.charts import drawn
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions, plot
from dashboard.look.html import Html, render
from dashboard.look.page import Chart

PLOTLY = FOLDER / "vendor" / "plotly-basic.min.js"
"""The part of plotly.js that the charts need. The installed package also has maps and surfaces, and is four
times as large."""


def page(chart: Chart) -> Callable[..., bytes]:
    """Give the function that writes the page of a chart; in the page the name of the chart is its id."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        picture = drawn(chart, snapshot, filters, options)
        body = plotly.io.to_html(
            picture.figure,
            config=plot.CONFIG,
            include_plotlyjs=False,
            include_mathjax=False,
            full_html=False,
            div_id=chart.name,
        )
        html = render(
            "exports/offline.html",
            title=picture.title,
            alt=picture.alt,
            software=captions.software(snapshot.dataset),
            script=Html(PLOTLY.read_text(encoding="utf-8")),
            chart=Html(body),
        )
        return html.encode()

    return make
