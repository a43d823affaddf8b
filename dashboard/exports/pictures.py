"""Charts as pictures, drawn by Kaleido in a browser on this machine."""

from collections.abc import Callable
from typing import Literal, get_args

import plotly.graph_objects as go

from dashboard.exports.charts import drawn
from dashboard.exports.chrome import NO_NETWORK, with_chrome
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Chart

Ending = Literal["png", "svg", "pdf"]
"""The ending of a picture's file, which is its format."""

ENDINGS: tuple[Ending, ...] = get_args(Ending)


def picture(chart: Chart, ending: Ending) -> Callable[..., bytes]:
    """Give the function that draws a chart as `png`, `svg` or `pdf`; it raises `PictureError`."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        figure = drawn(chart, snapshot, filters, options).figure
        return with_chrome(lambda _: _rendered(figure, ending))

    return make


def _rendered(figure: go.Figure, ending: Ending) -> bytes:
    """Draw a figure with Kaleido; PNG comes in double size."""
    import kaleido

    scale = 2 if ending == "png" else 1
    size = {"format": ending, "width": figure.layout.width, "height": figure.layout.height, "scale": scale}
    # No MathJax from its CDN.
    content: bytes = kaleido.calc_fig_sync(figure, opts=size, kopts={"mathjax": False, "proxy_server": NO_NETWORK})
    return content
