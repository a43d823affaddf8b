"""Frames → CSV and Parquet: the four tables of all data, and the tables of the topics."""

import json
import re
from collections.abc import Callable
from io import BytesIO

import pandas as pd

from dashboard.exports.about import meta
from dashboard.exports.options import DEFAULTS, Options, request_for
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Request

TABLES = {
    "events": "One row per event",
    "roles": "One row per event, organizer and role",
    "sources": "One row per event and source",
    "claims": "One row per claim about an event, with the sources that say so and those that say otherwise",
}
"""The tables with all the data, and what a row of each is."""

_SIGNS = "=+@＝＋－＠-"

FORMULA = (*_SIGNS, "\t", "\n", "\r")
"""A spreadsheet runs a cell that begins with one of these as a formula; with Japanese settings, wide signs count too
(OWASP, https://owasp.org/www-community/attacks/CSV_Injection)."""

BYTE_ORDER_MARK = "\ufeff".encode()
"""At the beginning of a CSV file it tells Excel that the file is UTF-8; `pandas` and `readr` pass over it."""

# Where decimals have a comma, Excel expects a semicolon between cells, so a cell may begin in the middle of a text.
_CELL_BEGINS = re.compile(rf"""(?<![^;\t\n])(?=['"]*[{_SIGNS}])|^(?=['"]*[\t\n])""")


def tables_of(snapshot: Snapshot, filters: Filters) -> dict[str, pd.DataFrame]:
    """Give the four tables of the events that the filters leave, by name, as in `TABLES`."""
    return {**vars(snapshot.select(filters)), "claims": snapshot.claims(filters)}


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the days of a frame as text (`2022-10-18`, empty where unknown); every other column stays."""
    days = frame.select_dtypes("datetime")
    return frame.assign(**{str(name): day.map(_written).astype("str") for name, day in days.items()})


def _written(day: pd.Timestamp) -> str:
    """Write a day with four digits of the year, which `strftime` does not do on every system."""
    return "" if pd.isna(day) else day.date().isoformat()


def csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as CSV: UTF-8, `\\n` at the ends of lines, columns in the frame's order, no formula.

    A frame without rows gives only the line of column names.
    """
    frame = plain(frame)
    texts = {name: frame[name].map(_defused) for name in map(str, frame.select_dtypes("str").columns)}
    return frame.assign(**texts).to_csv(index=False, lineterminator="\n").encode()


def csv_for_excel(frame: pd.DataFrame) -> bytes:
    """Write a frame as `csv` does, with a byte order mark, so that Excel reads its letters right."""
    return BYTE_ORDER_MARK + csv(frame)


def parquet(frame: pd.DataFrame, about: dict[str, object], key: str) -> bytes:
    """Write a frame as Parquet, with the types of its columns; `about` is in the metadata of its schema under `key`."""
    import pyarrow
    import pyarrow.parquet

    content = pyarrow.Table.from_pandas(frame, preserve_index=False)
    metadata = {key.encode(): json.dumps(about, ensure_ascii=False).encode()}
    buffer = BytesIO()
    pyarrow.parquet.write_table(content.replace_schema_metadata(content.schema.metadata | metadata), buffer)
    return buffer.getvalue()


def _defused(text: str) -> str:
    """Put an apostrophe before every part of a text that a spreadsheet would run as a formula."""
    # Python's csv module does not quote a lone carriage return in a cell, so it would end the row.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A part that begins with apostrophes gets one more. So taking one away always restores the text.
    return _CELL_BEGINS.sub("'", text)


def table(
    frame: Callable[[Snapshot, Request], pd.DataFrame], write: Callable[[pd.DataFrame], bytes] = csv
) -> Callable[..., bytes]:
    """Give the function that writes the frame of a topic, as CSV if `write` is not another format."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        return write(frame(snapshot, request_for(filters, options)))

    return make


def _named(name: str) -> Callable[[Snapshot, Request], pd.DataFrame]:
    """Give the function that selects one of `TABLES`."""
    return lambda snapshot, request: tables_of(snapshot, request.filters)[name]


def _parquet(name: str) -> Callable[..., bytes]:
    """Give the function that writes one of `TABLES` as Parquet."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        about = meta(snapshot, filters)
        return parquet(tables_of(snapshot, filters)[name], about, snapshot.dataset.process_id)

    return make


FOR_PROGRAMS = [
    (f"{name}.csv", f"{name.capitalize()}, CSV", table(_named(name)), f"{rows}, for programs.")
    for name, rows in TABLES.items()
]
"""The four tables as CSV."""

OFFERED = [
    *(
        (
            f"{name}-excel.csv",
            f"{name.capitalize()}, CSV for Excel",
            table(_named(name), csv_for_excel),
            f"{name}.csv for Excel. Excel turns 2019-06 into a day; the workbook keeps it.",
        )
        for name in TABLES
    ),
    *(
        (
            f"{name}.parquet",
            f"{name.capitalize()}, Parquet",
            _parquet(name),
            f"{name}.csv with the types of its columns, for pandas, R and databases.",
        )
        for name in TABLES
    ),
]
"""The four tables in further formats."""
