"""Workbooks: what people put into cells, and what would fill the memory."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.curation import intake
from dashboard.curation.intake import workbook
from dashboard.curation.intake.table import IntakeError

HEAD = ["Title", "Start", "End", "Place", "Organizers", "Source"]


def made(*rows: list[object], change: Callable[[Worksheet], None] = lambda sheet: None) -> bytes:
    """Save a workbook with the headings and these rows."""
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    change(book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(tmp_path: Path, content: bytes, sheet: str = ""):
    """Read a workbook from a file."""
    path = tmp_path / "events.xlsx"
    path.write_bytes(content)
    return intake.read(path, sheet)


def replaced(content: bytes, old: str, new: str) -> bytes:
    """Change the text of the first sheet in a saved workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            text = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(part.filename, text)
    return target.getvalue()


def test_cells_are_read_as_they_are_meant(tmp_path):
    def link(sheet: Worksheet) -> None:
        sheet["F2"].hyperlink = "https://a.org/1"

    table = read(
        tmp_path,
        made(
            ["Forum", datetime(2018, 5, 3, 14, 30), date(2018, 5, 4), "Vienna, Austria", "OSCE", "the page"],
            [2020, 2019.0, None, None, True, 43223],
            change=link,
        ),
    )
    assert [(row.where, dict(row.values)) for row in table.rows] == [
        (
            "row 2",
            {
                "title": "Forum",
                "start": "2018-05-03",
                "end": "2018-05-04",
                "place": "Vienna, Austria",
                "role organizer": "OSCE",
                "sources": "https://a.org/1",
            },
        ),
        ("row 3", {"title": "2020", "start": "2019", "role organizer": "True", "sources": "43223"}),
    ]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("mm-dd-yy", "2022-10-01"), ("[$-419]d mmmm yyyy \\г\\.;@", "2022-10-01"),
        ('dd.mm.yyyy" г."', "2022-10-01"), ("[$-F800]dddd, mmmm dd, yyyy", "2022-10-01"),
        ("yyyy-mm-dd h:mm", "2022-10-01"),
        ("h:mm AM/PM", "2022-10-01"), ("mmm-yy", "2022-10"), ("mmmm yyyy", "2022-10"), ('yyyy"年"m"月"', "2022-10"),
        ("dddd, mmm yyyy", "2022-10"), ("yyyy", "2022"), ("yyyy h:mm:ss", "2022"), ("d-mmm", "1 October"),
        ("mmmm", "October"),
    ],
)  # fmt: skip
def test_a_date_is_as_precise_as_its_cell_shows_it(tmp_path, shape, text):
    def form(sheet: Worksheet) -> None:
        sheet["B2"].number_format = shape

    assert read(tmp_path, made(["Forum", date(2022, 10, 1)], change=form)).rows[0].values["start"] == text


@pytest.mark.parametrize(("shape", "words"), [('"week of" d mmmm yyyy', "week of"), ('yyyy"-Q4"', "-Q4")])
def test_words_that_a_cell_shows_beside_a_date_are_not_dropped(tmp_path, shape, words):
    def form(sheet: Worksheet) -> None:
        sheet["B2"].number_format = shape

    row = read(tmp_path, made(["Forum", date(2022, 10, 1)], change=form)).rows[0]
    assert row.faults == (f'cell B2 shows "{words}" beside a date; write all of it as a text, or the date alone',)


def test_cells_that_cannot_be_read_are_named(tmp_path):
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("D2:D3")

    table = read(
        tmp_path,
        made(
            ["One", "2018", None, "Vienna", None, "https://a.org/1"],
            ["Two", "2018", None, "Vienna", None, "https://a.org/2"],
            ["Three", "#REF!", None, "Vienna", None, "https://a.org/3"],
            ['="F"&4', "2018", None, "Vienna", None, "https://a.org/4"],
            change=merge,
        ),
    )
    assert [(row.where, row.faults, row.lost) for row in table.rows] == [
        ("row 2", (), False),
        ("row 3", ("cell D3 is part of the merged cells D2:D3; unmerge them, and write the text in each",), False),
        ("row 4", ('cell B4 shows "#REF!"; correct it',), True),
        (
            "row 5",
            ("cell A5 has a formula without a result; open the workbook and save it again, or write the result",),
            True,
        ),
    ]


def test_the_result_of_a_formula_is_read(tmp_path):
    content = replaced(made(['="F"&4', "2018"]), "<v /></c>", "<v>F4</v></c>")
    content = replaced(content, 'r="A2"', 'r="A2" t="str"')
    assert read(tmp_path, content).rows[0].values["title"] == "F4"


def test_a_sheet_can_be_named_and_hidden_ones_are_passed_over(tmp_path):
    book = Workbook()
    book.active.append(["secret"])
    book.active.sheet_state = "hidden"
    for name in ("Old", "New"):
        book.create_sheet(name).append(["Title", "Start"])
        book[name].append([name, "2018"])
    book.create_sheet("Organizers").append(["Name", "Kind"])
    book["Organizers"].append(["OSCE", "regional-organization"])
    target = io.BytesIO()
    book.save(target)
    table = read(tmp_path, target.getvalue())
    assert [row.values["title"] for row in table.rows] == ["Old"]
    assert [str(remark) for remark in table.remarks] == [
        'only the sheet "Old" is imported, not "New"; --sheet names another'
    ]
    assert [(row.where, dict(row.values)) for row in table.organizers] == [
        ("sheet organizers, row 2", {"name": "OSCE", "kind": "regional-organization"})
    ]
    assert [row.values["title"] for row in read(tmp_path, target.getvalue(), "New").rows] == ["New"]
    with pytest.raises(IntakeError, match='sheet "Nwe" is not known; if you meant "New", write that'):
        read(tmp_path, target.getvalue(), "Nwe")


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts as a workbook is packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def overrunning() -> bytes:
    """Pack a part of one byte whose directory entry says that it goes on after the end of the file."""
    content = bytearray(packed({"a.xml": b"x"}, zipfile.ZIP_STORED))
    sizes = content.index(b"PK\1\2") + 20
    content[sizes : sizes + 8] = (9_999).to_bytes(4, "little") * 2
    return bytes(content)


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this is not a workbook"),
        (b"title,start\n", "this is not a workbook"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "this is an old .xls file, or has a password; save it as .xlsx without a",
        ),
        (packed({"a.txt": b"x"}), "the workbook cannot be read"),
        (packed({"a.xml": b" " * 21_000_000}), "the workbook has more than 20,000,000 bytes when it is unpacked"),
        (packed({f"{number}.txt": b"" for number in range(1_001)}), "the workbook has more than"),
        (packed({"xl/workbook.xml": ENTITIES}), "this is not a workbook"),
        (packed({"xl/workbook.xml": ENTITIES.decode().encode("utf-16")}), "this is not a workbook"),
        (made(["Forum"])[:-40], "this is not a workbook"),
        (overrunning(), "this is not a workbook"),
        (packed({"a.xml": b"x" * 99}, zipfile.ZIP_LZMA).replace(b"\x5d\0", b"\xff\0"), "this is not a workbook"),
        (
            replaced(
                made(["Forum"]), "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
            "the workbook has more than 200,000 merged cells; unmerge them",
        ),
        (replaced(made(["Forum"]), 'r="A2"', 'r="XFD1048576"'), 'the sheet "Sheet" has something below row 3,000'),
    ],
    ids=range(13),
)
def test_what_is_no_workbook_or_would_fill_the_memory_is_refused_in_a_sentence(content, said):
    with pytest.raises(IntakeError) as caught:
        workbook.grids(content)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_format_down_to_the_last_row_is_no_table(tmp_path):
    content = replaced(made(["Forum", "2018"]), "</sheetData>", '<row r="1048576"><c r="A1048576"/></row></sheetData>')
    assert len(read(tmp_path, content).rows) == 1
