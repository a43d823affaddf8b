"""A chart as a page that works without a network."""

from collections.abc import Callable
from html import escape

import plotly.io

from dashboard.assets import FOLDER
from dashboard.exports.charts import drawn
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions, plot
from dashboard.look.page import Chart

PLOTLY = FOLDER / "vendor" / "plotly-basic.min.js"
"""The part of plotly.js that the charts need. The installed package has the whole: maps and surfaces too, and four
times as large."""


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'">
<title>{title}</title>
<meta name="description" content="{alt}">
<meta name="generator" content="{software}">
<style>body{{margin:16px;background:#fff;font-family:system-ui,sans-serif}}figure{{margin:0;overflow-x:auto}}\
figcaption{{max-width:70em;color:#5d6b79;font-size:14px;line-height:1.5}}</style>
<script>{script}</script>
</head>
<body>
<figure role="group" aria-label="{title}">
{chart}
<figcaption>{alt}</figcaption>
</figure>
</body>
</html>
"""
"""A chart that works without a network: everything is inside, and the policy forbids to reach out."""


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
        script = PLOTLY.read_text(encoding="utf-8")
        title, alt, software = map(escape, (picture.title, picture.alt, captions.SOFTWARE))
        return PAGE.format(title=title, alt=alt, software=software, script=script, chart=body).encode()

    return make
