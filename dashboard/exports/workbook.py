"""All three frames in one file: an Excel workbook, or JSON."""

import json
from datetime import datetime, time
from io import BytesIO
from typing import Any

import pandas as pd

from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.tables import plain
from dashboard.frames import Frames
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.topics.explore import figures

RIGHTS = (
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Facts from the sources listed, in our own words; "
    "titles and the texts of the sources belong to their publishers."
)
"""What every complete data file says about its rights."""


EXCEL_BEGINS = 1900
"""Excel knows no earlier year as a date."""


def data_json(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the three frames and `meta` as JSON; an unknown value is null."""
    shown = snapshot.select(filters)
    content = {
        "meta": _meta(snapshot, filters, shown),
        **{name: _records(frame) for name, frame in vars(shown).items()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _meta(snapshot: Snapshot, filters: Filters, shown: Frames) -> dict[str, object]:
    """Say what a file has: the data and its version, the filters, and the rights."""
    process = snapshot.dataset.process
    return {
        "name": process.name if process else "Dushanbe Process",
        "updated": str(process.updated) if process else None,
        "stamp": snapshot.stamp,
        "published": not snapshot.trial,
        "filters": filters.query() | {"weight": list(filters.weight)},
        "n_events": len(shown.events),
        "n_events_in_all": len(snapshot.frames.events),
        "choice": captions.choice(snapshot, filters, shown),
        "n_sources": shown.sources["source_id"].nunique(),
        "rights": RIGHTS,
        "software": captions.SOFTWARE,
    }


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Give the rows of a frame, each as column → value; an empty text and a missing value are None."""
    rows = zip(*(column.tolist() for _, column in plain(frame).items()), strict=True)
    return [
        {str(name): None if pd.isna(cell) or cell == "" else cell for name, cell in zip(frame, row, strict=True)}
        for row in rows
    ]


def workbook_xlsx(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the three frames and a sheet about them as an Excel workbook; no cell is a formula."""
    import xlsxwriter

    shown, process = snapshot.select(filters), snapshot.dataset.process
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # Without this date, the workbook would have the time of the clock.
    made = process.updated.first() if process else datetime(2018, 1, 1)
    title = figures.TITLES["timeline"].split(":")[0]
    created = datetime.combine(made, time())
    book.set_properties({"title": title, "created": created, "comments": f"Made by {captions.SOFTWARE}"})
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for name, frame in vars(shown).items():
        sheet = book.add_worksheet(name.capitalize())
        sheet.write_row(0, 0, frame.columns, head)
        for row, values in enumerate(frame.itertuples(index=False), start=1):
            for column, value in enumerate(values):
                _write_cell(sheet, row, column, value, day)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)
        sheet.autofit(320)
    about = book.add_worksheet("About")
    facts = {label: value for label, value in _meta(snapshot, filters, shown).items() if label != "filters"}
    for row, (label, value) in enumerate(facts.items()):
        about.write_string(row, 0, label, head)
        _write_cell(about, row, 1, value, day)
    about.autofit(700)
    book.close()
    return buffer.getvalue()


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    """Write a value of a frame into a sheet, days in the format `day`; a missing value leaves the cell empty."""
    if isinstance(value, pd.Timestamp):
        if value.year >= EXCEL_BEGINS:
            sheet.write_datetime(row, column, value.to_pydatetime(), day)
        else:
            sheet.write_string(row, column, value.date().isoformat())
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif not pd.isna(value):
        sheet.write_number(row, column, value)
