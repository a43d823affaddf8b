"""The four tables for Excel and as Parquet, what their columns mean, and what Excel has no room for."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest

from dashboard import exports
from dashboard.exports import EXPORTS, PICTURES, TABLES
from dashboard.exports.columns import COLUMNS, KEYS, words_of
from dashboard.exports.workbook import CUT, LONGEST_CELL, fitting
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.dates import PartialDate
from tests import real
from tests.real import SNAPSHOT as REAL
from tests.sample import DATASET, EMPTY, snapshot

EVERYTHING = Filters(weight=EVERY_WEIGHT)
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def made(name: str, of=REAL, asked: Filters = EVERYTHING) -> bytes:
    return EXPORTS[name].make(of, asked)


def with_event(**changed: object):
    """Give the sample with other values for some fields of its first event."""
    first = DATASET.events["2018-dushanbe"].model_copy(update=changed)
    return snapshot(replace(DATASET, events={**DATASET.events, first.id: first}))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample"), pytest.param(snapshot(EMPTY), id="empty")]
)
def test_parquet_reads_back_as_the_frame_with_its_types(name, of):
    read = pd.read_parquet(io.BytesIO(made(f"{name}.parquet", of)))
    pd.testing.assert_frame_equal(read, exports.tables_of(of, EVERYTHING)[name])


def test_parquet_says_what_it_is():
    schema = pyarrow.parquet.read_schema(io.BytesIO(made("claims.parquet", snapshot(), Filters(year=("2018",)))))
    about = json.loads(schema.metadata[b"dushanbe-process"])
    assert (about["choice"], about["rights"]) == ("1 of 5 events; filters: 2018", exports.rights(DATASET))


@pytest.mark.parametrize("name", TABLES)
def test_the_csv_for_excel_has_a_mark_that_excel_decodes_it_by_and_is_else_the_same(name):
    content = made(f"{name}-excel.csv")
    assert content == b"\xef\xbb\xbf" + made(f"{name}.csv")
    # Excel takes UTF-8 only with the mark; without it the code page of Windows.
    assert content.decode("utf-8-sig") == made(f"{name}.csv").decode()


@pytest.mark.parametrize("name", TABLES)
def test_pandas_and_other_readers_pass_over_the_mark(name):
    content, first = made(f"{name}-excel.csv"), next(iter(COLUMNS[name]))
    frame = pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)
    assert frame.columns[0] == first
    # readr and Python's own reader get text; both take the mark as part of the encoding.
    assert next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[0] == first


def test_months_and_years_stay_what_they_are_in_the_workbook():
    of = with_event(start=PartialDate(2022), end=PartialDate(2022))
    sheet = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx", of)))["Events"]
    head, *rows = sheet.iter_rows()
    column = [cell.value for cell in head].index("start")
    cells = {row[0].value: row[column] for row in rows}
    assert [(cells[event].value, cells[event].data_type) for event in ("2018-dushanbe", "2019-side")] == [
        ("2022", "s"), ("2019-05", "s"),
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "written"), [(988, "0988"), (7, "0007"), (1899, "1899")])
def test_a_year_before_1000_keeps_four_digits_everywhere(year, written):
    of = with_event(start=PartialDate(year, 7, 28), end=PartialDate(year, 7, 28))
    day = f"{written}-07-28"
    for ending in (".csv", "-excel.csv"):
        read = pd.read_csv(io.BytesIO(made(f"events{ending}", of)), dtype="str", index_col="event_id")
        assert list(read.loc["2018-dushanbe", ["start", "end", "first", "last"]]) == [day] * 4
    (event,) = (row for row in json.loads(made("data.json", of))["events"] if row["event_id"] == "2018-dushanbe")
    assert [event[column] for column in ("start", "end", "first", "last")] == [day] * 4
    sheet = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx", of)))["Events"]
    (row,) = (row for row in sheet.iter_rows(values_only=True) if row[0] == "2018-dushanbe")
    assert row.count(day) == 4
    parquet = pd.read_parquet(io.BytesIO(made("events.parquet", of))).set_index("event_id")
    assert parquet.loc["2018-dushanbe", "first"] == pd.Timestamp(year, 7, 28)


@pytest.mark.parametrize("sign", ["x", "é", "ҷ", "م", "😀"])
@pytest.mark.parametrize("more", [-1, 0, 1, 2, 40_000])
def test_a_text_too_long_for_excel_is_cut_with_a_mark_and_whole_elsewhere(sign, more):
    """Excel counts a sign outside the first plane of Unicode as two characters."""
    text = sign * ((LONGEST_CELL + more) // (len(sign.encode("utf-16-le")) // 2))
    shown = fitting(text)
    units = len(text.encode("utf-16-le")) // 2
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert shown == text if units <= LONGEST_CELL else shown.endswith(CUT)
    assert text.startswith(shown.removesuffix(CUT))


def test_a_text_too_long_for_excel_is_cut_in_the_workbook_alone():
    long = "a very long title " * 3000
    of = with_event(title=long)
    sheet = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx", of)))["Events"]
    titles = [row[1] for row in sheet.iter_rows(values_only=True)]
    (cut,) = (title for title in titles if title.startswith("a very long title"))
    assert (len(cut), cut.endswith(CUT)) == (LONGEST_CELL, True)
    assert long in set(pd.read_csv(io.BytesIO(made("events.csv", of)))["title"])
    assert long in {event["title"] for event in json.loads(made("data.json", of))["events"]}
    assert long in set(pd.read_parquet(io.BytesIO(made("events.parquet", of)))["title"])


def test_every_column_has_its_meaning_and_the_workbook_shows_it():
    assert {name: list(columns) for name, columns in COLUMNS.items()} == {
        name: list(frame.columns) for name, frame in exports.tables_of(REAL, EVERYTHING).items()
    }
    assert list(COLUMNS) == list(TABLES) == list(KEYS)
    sheet = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx")))["Columns"]
    _, *rows = sheet.iter_rows(values_only=True)
    assert rows == [(name.capitalize(), *column) for name, columns in COLUMNS.items() for column in columns.items()]
    assert all(meaning.endswith(".") for columns in COLUMNS.values() for meaning in columns.values())


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_columns_have_only_the_words_that_are_declared_and_their_keys_tell_rows_apart(of):
    for name, frame in exports.tables_of(of, EVERYTHING).items():
        assert not frame.duplicated(list(KEYS[name])).any()
        for (table, column), words in words_of(REAL.dataset).items():
            if table == name:
                assert set(frame[column]) - {""} <= set(words)


def test_the_readme_shows_every_file_in_a_line():
    table = README.partition("## Take data away")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`([\w.-]+)`", row.split("|")[1])]
    assert len(named) == len(set(named))
    assert set(EXPORTS) - set(named) == set()
    assert set(named) <= {*EXPORTS, *PICTURES}
    assert "`timeline.png`, `timeline.svg`, `timeline.pdf`, and so on" in table
