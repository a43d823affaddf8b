"""Frames → CSV."""

from collections.abc import Callable

import pandas as pd

from dashboard.exports.options import DEFAULTS, Options, request_for
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Request

FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""Spreadsheets run a cell of a CSV file that begins so as a formula; with Japanese settings also the wide signs
(OWASP, https://owasp.org/www-community/attacks/CSV_Injection)."""


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the days of a frame as text (`2022-10-18`, empty where unknown); every other column stays."""
    days = frame.select_dtypes("datetime")
    texts = {str(name): day.dt.strftime("%Y-%m-%d").fillna("").astype("str") for name, day in days.items()}
    return frame.assign(**texts)


def csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as CSV: UTF-8, `\\n` at the ends of lines, columns in the frame's order, no formula.

    A frame without rows gives only the line of column names.
    """
    frame = plain(frame)
    texts = {name: frame[name].map(_defused) for name in map(str, frame.select_dtypes("str").columns)}
    return frame.assign(**texts).to_csv(index=False, lineterminator="\n").encode()


def _defused(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    # A text that begins with apostrophes gets one more. So taking one away always restores the text.
    quoted = text.lstrip("'").startswith(FORMULA)
    # Python's csv module does not quote a lone carriage return in a cell, so it would end the row.
    return ("'" if quoted else "") + text.replace("\r\n", "\n").replace("\r", "\n")


def table(frame: Callable[[Snapshot, Request], pd.DataFrame]) -> Callable[..., bytes]:
    """Give the function that writes the frame of a topic as CSV."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        return csv(frame(snapshot, request_for(filters, options)))

    return make
