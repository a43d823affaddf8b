"""XLSX → grids of cells: the results of formulas, and dates as precisely as their cells show them.

openpyxl reads it, because it also says which cells are merged, hidden or formulas. It unpacks no more than the sizes
that the file declares, and these are checked first.
"""

import re
import warnings
import zipfile
from collections.abc import Mapping
from datetime import date, time
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.cell import range_boundaries

from dashboard.curation.intake.grids import Cell, Grid
from dashboard.curation.intake.table import MOST_ROWS, IntakeError
from dashboard.records.dates import MONTHS
from dashboard.words.spelling import quoted

_UNPACKED = 20_000_000
"""The most bytes that the parts of a workbook may have together when they are unpacked."""
_MOST_PARTS = 1_000
_MOST_MERGED = 200_000
_ENCRYPTED = 1
"""The flag of a part with a password."""
_MOST_COLUMNS = 200
_LAST_ROW = MOST_ROWS + 1_000
_NOT_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].|am/pm|a/p|h+\W*m+|m+\W*s+|d{3,}', re.IGNORECASE)
"""What is not a part of a date in the format of a cell: words in quotes, conditions, colours, times, weekdays."""
_OLD = b"\xd0\xcf\x11\xe0"
"""How an old .xls file begins, and a workbook with a password."""


def grids(content: bytes) -> dict[str, Grid]:
    """Read the sheets that are not hidden: name → grid, in their order.

    Raises
    ------
    IntakeError
        If this is not a workbook, has a password, or is too large.
    """
    _look_at(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and other parts of the file that are not read
            shown = load_workbook(BytesIO(content), data_only=True, keep_links=False)
            typed = load_workbook(BytesIO(content), keep_links=False)
    except Exception as error:  # openpyxl can raise any exception for a broken file
        reason = f"{type(error).__name__}: {error}"
        raise IntakeError(f"the workbook cannot be read ({quoted(reason)}); open it, and save it again") from None
    return {
        sheet.title: _grid(sheet, typed[sheet.title]) for sheet in shown.worksheets if sheet.sheet_state == "visible"
    }


def _look_at(content: bytes) -> None:
    """Refuse what is not a workbook, or would fill the memory, before openpyxl reads it."""
    if content.startswith(_OLD):
        raise IntakeError("this is an old .xls file, or has a password; save it as .xlsx without a password")
    try:
        package = zipfile.ZipFile(BytesIO(content))
        parts = package.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise IntakeError("the workbook has a password; save it without one")
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _UNPACKED:
            raise IntakeError(
                f"the workbook has more than {_UNPACKED:,} bytes when it is unpacked; keep the table alone"
            )
        texts = [package.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))]
        area = sum(map(_merged, texts))
    except IntakeError:
        raise
    except Exception:  # zipfile and expat can raise any exception for a broken file too, such as EOFError and LZMAError
        raise IntakeError("this is not a workbook; save the table as .xlsx or as CSV") from None
    if area > _MOST_MERGED:
        raise IntakeError(f"the workbook has more than {_MOST_MERGED:,} merged cells; unmerge them")


def _merged(text: bytes) -> int:
    """Count the cells of merged areas in a part of a workbook; openpyxl makes an object for each of them.

    Raises
    ------
    ValueError
        If the part declares a document type, which no workbook does: its entities could fill the memory.
    """
    if b"<!DOCTYPE" in text.replace(b"\0", b""):
        raise ValueError
    if b"mergeCell" not in text.replace(b"\0", b""):
        return 0
    area = 0
    for _, element in ElementTree.iterparse(BytesIO(text)):
        if element.tag.endswith("}mergeCell"):
            left, top, right, bottom = range_boundaries(element.get("ref", ""))
            area += ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
        element.clear()
    return area


def _grid(sheet: Any, typed: Any) -> Grid:
    """Read the cells of a sheet; `typed` is the same sheet with its formulas."""
    # These are the cells of the file: asking openpyxl for rows would create every cell up to the last one.
    if any(
        cell.value is not None and (cell.row > _LAST_ROW or cell.column > _MOST_COLUMNS)
        for cell in typed._cells.values()
    ):
        raise IntakeError(
            f"the sheet {quoted(sheet.title)} has something below row {_LAST_ROW:,} or beyond {_MOST_COLUMNS} columns; "
            "keep the events of one series"
        )
    merged = {(row, column): str(area) for area in sheet.merged_cells.ranges for row, column in area.cells}
    last, width = min(sheet.max_row, _LAST_ROW), min(sheet.max_column, _MOST_COLUMNS)
    return [
        (row, [_cell(sheet, typed, (row, column), merged) for column in range(1, width + 1)])
        for row in range(1, last + 1)
    ]


def _cell(sheet: Any, typed: Any, at: tuple[int, int], merged: Mapping[tuple[int, int], str]) -> Cell:
    cell, formula = sheet._cells.get(at), typed._cells.get(at)
    if isinstance(cell, MergedCell):
        return Cell(fault=f"is part of the merged cells {merged.get(at, '')}; unmerge them, and write the text in each")
    if cell is None:
        return Cell()
    if formula is not None and formula.data_type == "f" and cell.value is None:
        return Cell(fault="has a formula without a result; open the workbook and save it again, or write the result")
    if cell.data_type == "e":
        return Cell(fault=f"shows {quoted(str(cell.value))}; correct it")
    if isinstance(cell.value, date) and (words := _other_words(cell.number_format)):
        return Cell(fault=f"shows {words} beside a date; write all of it as a text, or the date alone")
    return Cell(_text(cell.value, cell.number_format), (cell.hyperlink.target or "") if cell.hyperlink else "")


def _text(value: object, shape: str) -> str:
    """Write what is in a cell with a format; of a day with a time, only the day."""
    if isinstance(value, date):  # a datetime is one too
        return _day(value, shape)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _day(value: date, shape: str) -> str:
    """Write a date as precisely as its format shows it.

    Spreadsheets turn 2022-10 into the first day of the month, and show `Oct-22`. To 18 October they add the year in
    which somebody types it, and do not show it. Then the text has no year either.
    """
    shown = set(_NOT_DATE.sub("", shape.partition(";")[0]).lower()) if shape != "General" else set()
    year, month, day = bool(shown & set("yeb")), "m" in shown, "d" in shown
    if month and not year:
        return f"{value.day} {MONTHS[value.month]}" if day else MONTHS[value.month]
    if year and not day:
        return f"{value:%Y-%m}" if month else f"{value:%Y}"
    return f"{value:%Y-%m-%d}"


def _other_words(shape: str) -> str:
    """Give the words that a format shows beside a date, in quotes; empty if there are none, or only such as "г."."""
    texts = re.findall(r'"([^"]*)"', shape.partition(";")[0])
    words = [word for text in texts for word in re.findall(r"[^\W_]+", text)]
    return quoted(" ".join(texts).strip()) if any(len(word) > 1 for word in words) else ""
