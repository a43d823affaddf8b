"""CSV → a grid of cells: UTF-8, with commas, semicolons or tabs between the cells."""

import codecs
import csv
import io
import re

from dashboard.curation.intake.grids import Cell, Grid
from dashboard.curation.intake.table import IntakeError
from dashboard.words.counting import listed

_MOST_CELLS = 200
_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}
_EXCEL = re.compile(r"sep=([,;|\t])\r?\n?", re.IGNORECASE)
"""The first line that Excel takes for the sign between the cells."""
_SEARCHED = 20
_FORMULA = "is a formula, not a text; write its result"


def text_of(content: bytes) -> str:
    """Read bytes as text.

    Raises
    ------
    IntakeError
        If they are neither UTF-8 nor UTF-16 with a byte order mark. No other encoding is guessed.
    """
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    encoding = next((name for mark, name in marks.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise IntakeError(
            f"line {line} is not UTF-8 text (byte 0x{content[error.start]:02X}); save the file as UTF-8, in Excel as "
            '"CSV UTF-8"'
        ) from None
    if "\0" in text:
        raise IntakeError("the file has zero bytes, so it is not text; save the table as CSV, in UTF-8")
    return text


def grid(content: bytes) -> Grid:
    """Read a table with commas, semicolons or tabs between the cells.

    Raises
    ------
    IntakeError
        If this is not text, or quotes are opened and not closed.
    """
    if content.startswith(b"PK\3\4"):
        raise IntakeError("this is a workbook, not CSV; let the name of the file end with .xlsx")
    text = text_of(content)
    sign = _sign(text)
    text = _EXCEL.sub("", text, count=1) if _EXCEL.match(text) else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True, skipinitialspace=True)
    rows = []
    begun = 1
    try:
        for number, texts in enumerate(reader, start=1):
            if len(texts) > _MOST_CELLS:
                raise IntakeError(f"row {number} has more than {_MOST_CELLS} cells; this is not a table of events")
            rows.append((number, [_cell(text) for text in texts]))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise IntakeError(
            f"the row that begins on line {begun} cannot be read ({error}); look for quotes that are not closed, and "
            "write two quotes for one inside a text"
        ) from None
    return rows


def _cell(text: str) -> Cell:
    text = text.strip()
    if text.startswith("=") and len(text) > 1:
        return Cell(fault=_FORMULA)
    return Cell(text)


def _sign(text: str) -> str:
    """Find the sign between the cells: the only one in the first lines, else the one that is there most often.

    Raises
    ------
    IntakeError
        If two signs are there equally often.
    """
    if named := _EXCEL.match(text):
        return named[1]
    begin = text.split("\n", _SEARCHED)[:_SEARCHED]
    counts = {sign: max(line.count(sign) for line in begin) for sign in _SIGNS} if begin else {}
    most = max(counts.values(), default=0)
    often = [sign for sign, number in counts.items() if number == most and most]
    if len(often) > 1:
        names = listed(f"{_SIGNS[sign]}s" for sign in often)
        raise IntakeError(f"{names} may be the signs between the cells; keep one of them, and put quotes around texts")
    return often[0] if often else ","
