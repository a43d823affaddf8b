"""CSV as spreadsheets, editors and strangers write it."""

import csv

import pytest

from dashboard.curation.intake import delimited
from dashboard.curation.intake.grids import events_in, letters
from dashboard.curation.intake.table import MOST_ROWS, IntakeError, Remark

ROW = {"title": "Forum", "start": "2018-05-03", "sources": "https://a.org/1"}


@pytest.fixture(autouse=True)
def _usual_limit():
    """Undo what another library may have set for the whole process."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def table(content: bytes):
    """Read a table of events."""
    return events_in(delimited.grid(content))


@pytest.mark.parametrize(
    "content",
    [
        b"title,start,source\nForum,2018-05-03,https://a.org/1\n",
        b"title;start;source\r\nForum;2018-05-03;https://a.org/1\r\n",
        b"title\tstart\tsource\rForum\t2018-05-03\thttps://a.org/1",
        b"sep=;\ntitle;start;source\nForum;2018-05-03;https://a.org/1\n",
        "title,start,source\nForum,2018-05-03,https://a.org/1\n".encode("utf-8-sig"),
        "title,start,source\nForum,2018-05-03,https://a.org/1\n".encode("utf-16"),
        b'"Title", "Start", "Source URL"\n"Forum", 2018-05-03 ,https://a.org/1\n\n,,\n',
        "Title*,START DATE:,Sources\n  Fo\u00adrum\u200b ,2018-05-03,https://a.org/1,,\n".encode(),
    ],
)
def test_every_usual_form_is_read_the_same(content):
    (row,) = table(content).rows
    assert (row.where.split()[0], dict(row.values), row.faults, row.lost) == ("row", ROW, (), False)


def test_rows_are_counted_as_spreadsheets_count_them():
    content = b'title,note\n\n"Forum\none",x\nTwo,y\n'
    assert [(row.where, row.values["title"]) for row in table(content).rows] == [
        ("row 3", "Forum one"),
        ("row 4", "Two"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "title,start\nGenève,2018\n".encode("latin-1"),
            "line 2 is not UTF-8 text (byte 0xE8); save the file as UTF-8",
        ),
        (b"title,start\nForum\0,2018\n", "the file has zero bytes, so it is not text"),
        (b"PK\3\4\0\0", "this is a workbook, not CSV; let the name of the file end with .xlsx"),
        (b'title,start\nForum,2018\n"Two,2019\nThree,2020\n', "the row that begins on line 3 cannot be read"),
        (b'title,start\n"a"b,2018\n', "the row that begins on line 2 cannot be read"),
        (b"title,start\n" + b"x" * 200_000, "the row that begins on line 2 cannot be read (field larger than"),
        (b"title;start,end\nForum;2018\n", "commas and semicolons may be the signs between the cells"),
        (b"title;a,b\tc\n", "commas, semicolons and tabs may be the signs between the cells"),
        (b"title" + b"," * 300, "row 1 has more than 200 cells"),
        (b"", "there is no text in it"),
        (b"a,b\n1,2\n", 'no row has the headings of the columns (the first row has "a", "b"); write "title", "start"'),
        (b"title\n" + b"x\n" * (MOST_ROWS + 1), "the table has more than 2,000 rows with text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, said):
    with pytest.raises(IntakeError) as caught:
        table(content)
    assert said in str(caught.value)


def test_a_row_with_more_cells_than_headings_is_lost():
    (row,) = table(b"title,start\nTalks, and more,2018,x\n").rows
    assert row.lost
    assert row.faults == (
        "the row has 2 cells more than there are headings, so cells may be in the wrong columns; put quotes around a "
        "text that has commas or semicolons in it",
    )


def test_a_formula_is_no_text():
    rows = table(b'title,start,note\nForum,2018,"=HYPERLINK(""http://evil.example"")"\n=1+1,2018,-\n').rows
    assert [(row.values.get("title"), row.faults, row.lost) for row in rows] == [
        ("Forum", ("cell C2 is a formula, not a text; write its result",), False),
        (None, ("cell A3 is a formula, not a text; write its result",), True),
    ]


def test_columns_that_are_not_known_are_said_once_and_only_where_they_have_text():
    read = table(b"Our list,,,\ntitle,attendance,,colour,event\nForum,300,x,,Two\n")
    assert [str(remark) for remark in read.remarks] == [
        'row 1: "Our list" is above the headings of the columns, and is not imported',
        'the column "attendance" is not imported',
        "column C, which has no heading, is not imported",
        'row 2: the heading "event" means the same as one before it; keep one of the two columns',
    ]


def test_roles_are_headings():
    (row,) = table(b"title,Organisers,host,Co-organizers\nForum,OSCE;EU,Austria,UN\n").rows
    assert dict(row.values) == {
        "title": "Forum",
        "role organizer": "OSCE;EU",
        "role host": "Austria",
        "role co-organizer": "UN",
    }


def test_a_sheet_for_timelinejs_is_read():
    content = (
        b"Year,Month,Day,Time,End Year,End Month,End Day,Headline,Text,Media,Type,Group\n"
        b",,,,,,,<b>Forum</b> series,,,title,\n"
        b"2018,5,3,,2018,05,4,Forum <i>one</i>,<p>First.</p><p>It &amp; more.</p>,https://a.org/p.jpg,,Conference\n"
        b"1990,,,,2000,,,Nineties,,,era,\n"
        b"2019,13,,,,,,Forum two,,,,Others\n"
        b"2020,,3,,,,,Forum three,,,x,\n"
    )
    read = table(content)
    assert read.name == "Forum series"
    assert [(row.where, dict(row.values), row.faults) for row in read.rows] == [
        (
            "row 3",
            {
                "title": "Forum one",
                "note": "First. It & more.",
                "start": "2018-05-03",
                "end": "2018-05-04",
                "kind": "conference",
            },
            (),
        ),
        (
            "row 5",
            {"title": "Forum two", "start": "2019-13"},
            ('the group "Others" is not imported, because it is not a kind of event',),
        ),
    ]
    assert read.remarks == (
        Remark("", 'the column "Media" is not imported'),
        Remark("row 4", "eras are not imported"),
        Remark("row 6", 'the type "x" is not known; leave the cell "Type" empty', True),
    )


def test_columns_are_named_as_in_spreadsheets():
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
