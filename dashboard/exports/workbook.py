"""All four tables in one file: an Excel workbook, or JSON."""

import json
from collections.abc import Iterable
from datetime import datetime, time
from io import BytesIO
from typing import Any

import pandas as pd

from dashboard.exports.about import meta
from dashboard.exports.columns import COLUMNS
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.tables import plain, tables_of
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions

EXCEL_BEGINS = 1900
"""Excel knows no earlier year as a date."""

LONGEST_CELL = 32_767
"""The most characters of a cell in Excel, as UTF-16 counts them."""

CUT = " [… cut here, because Excel has no room for more; JSON, CSV and Parquet have the whole text]"
"""Ends a text that Excel has no room for."""


def data_json(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the four tables and `meta` as JSON; an unknown value is null."""
    tables = tables_of(snapshot, filters)
    content = {"meta": meta(snapshot, filters), **{name: _records(frame) for name, frame in tables.items()}}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Give the rows of a frame, each as column → value; an empty text and a missing value are None."""
    rows = zip(*(column.tolist() for _, column in plain(frame).items()), strict=True)
    return [
        {str(name): None if pd.isna(cell) or cell == "" else cell for name, cell in zip(frame, row, strict=True)}
        for row in rows
    ]


def workbook_xlsx(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the four tables, what their columns mean, and a sheet about them as an Excel workbook.

    No cell is a formula. A text that is too long for Excel ends with `CUT`.
    """
    import xlsxwriter

    process = snapshot.dataset.process
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # Without this date, the workbook would have the time of the clock.
    made = process.updated.first() if process else datetime(2018, 1, 1)
    title = snapshot.dataset.process_name
    created = datetime.combine(made, time())
    book.set_properties(
        {"title": title, "created": created, "comments": f"Made by {captions.software(snapshot.dataset)}"}
    )
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for name, frame in tables_of(snapshot, filters).items():
        rows = frame.itertuples(index=False)
        _write_table(book.add_worksheet(name.capitalize()), list(frame.columns), rows, head, day, 320)
    meanings = [
        (name.capitalize(), column, words) for name, columns in COLUMNS.items() for column, words in columns.items()
    ]
    _write_table(book.add_worksheet("Columns"), ["sheet", "column", "meaning"], meanings, head, day, 700)
    about = book.add_worksheet("About")
    facts = {label: value for label, value in meta(snapshot, filters).items() if label != "filters"}
    for row, (label, value) in enumerate(facts.items()):
        about.write_string(row, 0, label, head)
        _write_cell(about, row, 1, value, day)
    about.autofit(700)
    book.close()
    return buffer.getvalue()


def _write_table(
    sheet: Any, columns: list[str], rows: Iterable[tuple[Any, ...]], head: Any, day: Any, widest: int
) -> None:
    """Write a table with its heads into an empty sheet; `widest` is the most pixels of a column."""
    sheet.write_row(0, 0, columns, head)
    last = 1
    for last, values in enumerate(rows, start=1):
        for column, value in enumerate(values):
            _write_cell(sheet, last, column, value, day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.autofit(widest)


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    """Write a value of a frame into a sheet, days in the format `day`; a missing value leaves the cell empty."""
    if isinstance(value, pd.Timestamp):
        if value.year >= EXCEL_BEGINS:
            sheet.write_datetime(row, column, value.to_pydatetime(), day)
        else:
            sheet.write_string(row, column, value.date().isoformat())
    elif isinstance(value, str):
        sheet.write_string(row, column, fitting(value))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif not pd.isna(value):
        sheet.write_number(row, column, value)


def fitting(text: str) -> str:
    """Cut a text that is too long for a cell of Excel, and end it with `CUT`."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


OFFERED = [
    (
        "workbook.xlsx",
        "All tables, Excel workbook",
        workbook_xlsx,
        "All tables and what their columns mean, for Excel.",
    ),
    ("data.json", "All tables, JSON", data_json, "All tables, and which events they have, for programs."),
]
"""All tables in one file."""
