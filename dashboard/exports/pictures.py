"""Charts as pictures, drawn by Kaleido in a browser on this machine."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import plotly.graph_objects as go

from dashboard.exports.charts import drawn
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Chart

Ending = Literal["png", "svg", "pdf"]
"""The ending of a picture's file, which is its format."""

ENDINGS: tuple[Ending, ...] = get_args(Ending)


class PictureError(Exception):
    """A picture could not be drawn; the message is one line that says what to do."""


def picture(chart: Chart, ending: Ending) -> Callable[..., bytes]:
    """Give the function that draws a chart as `png`, `svg` or `pdf`; it raises `PictureError`."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        return _rendered(drawn(chart, snapshot, filters, options).figure, ending)

    return make


def _rendered(figure: go.Figure, ending: Ending) -> bytes:
    """Draw a figure, in a browser that gets the folders it needs; raises `PictureError` where there is none."""
    try:
        with tempfile.TemporaryDirectory() as spare:
            # Python ignores a TMPDIR that cannot be written; a browser fails because of it.
            os.environ["TMPDIR"] = tempfile.gettempdir()
            try:
                Path.home()
            except RuntimeError:
                os.environ["HOME"] = spare
            return _drawn(figure, ending)
    except OSError as error:
        raise PictureError(
            f"pictures need a folder for temporary files ({error.strerror}); set TMPDIR to one that can be written"
        ) from None


def _drawn(figure: go.Figure, ending: Ending) -> bytes:
    """Draw a figure with Kaleido, in a browser that is kept from the network; PNG comes in double size."""
    try:
        import kaleido
        from kaleido.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError
    except ImportError:
        raise PictureError("pictures need Kaleido: pip install kaleido") from None
    scale = 2 if ending == "png" else 1
    size = {"format": ending, "width": figure.layout.width, "height": figure.layout.height, "scale": scale}
    # No MathJax from its CDN, and a proxy that does not exist: only files on the disk can be read.
    kept_in = {"mathjax": False, "proxy_server": "127.0.0.1:9"}
    try:
        content: bytes = kaleido.calc_fig_sync(figure, opts=size, kopts=kept_in)
    except ChromeNotFoundError:
        raise PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome") from None
    except (BrowserFailedError, BrowserClosedError):
        raise PictureError(
            "Chrome did not start, perhaps because a library is missing; "
            "run choreo_diagnose, which starts it and shows what it says"
        ) from None
    except OSError as error:
        raise PictureError(f"Chrome cannot be run: {error}") from None
    return content
