"""What the panel “Take away” offers."""

import json
import re

from dashboard.exports import EXPORTS, Offers, offers_html, takeaway, takeaway_json
from dashboard.exports.charts import CHARTS
from dashboard.exports.offers import WHOLE
from dashboard.exports.tables import tables_of
from dashboard.frames.filters import Filters
from dashboard.topics import PAGES
from tests.sample import snapshot

YEAR = Filters(year=("2018",))


def test_each_table_has_the_rows_that_the_filters_leave():
    offered = takeaway(snapshot(), YEAR)
    assert {table["name"]: table["rows"] for table in offered["tables"]} == {
        name: len(frame) for name, frame in tables_of(snapshot(), YEAR).items()
    }
    assert [table["rows"] for table in takeaway(snapshot(), Filters())["tables"]] >= [
        table["rows"] for table in offered["tables"]
    ]


def test_every_file_with_data_is_offered_with_its_purpose():
    offered = {file["name"]: file for file in takeaway(snapshot(), YEAR)["files"]}
    beside_charts = {part.name for page in PAGES for part in (*page.charts, *page.tables)}
    for name, export in EXPORTS.items():
        if name in offered:
            assert offered[name]["label"] == export.label
            assert offered[name]["purpose"] == export.purpose != ""
        else:
            assert name.rpartition(".")[0] in beside_charts or name.endswith(
                (".ics", ".atom", ".bib", ".ris", "-csl.json", "citations.json", "handout.html", "handout.pdf")
            ), name
    assert {"events.csv", "workbook.xlsx", "data.json"} <= offered.keys()


def test_the_page_lists_each_file_under_its_heading():
    offers = Offers(lambda name: f"export/{name}", "api", "", {})
    groups = offers_html(snapshot(), offers).split("<h3>")[1:]
    under = {name: group.partition("<")[0] for group in groups for name in re.findall(r'href="export/([^"]+)"', group)}
    assert under.keys() == {*WHOLE}
    tables = "Tables and the whole data set"
    assert {name: under[name] for name in ("changes.atom", "people.csv", "problems.csv", "changes.csv")} == {
        "changes.atom": "Calendar and feeds", "people.csv": tables, "problems.csv": tables, "changes.csv": tables,
    }  # fmt: skip
    assert {under[f"{chart}.{ending}"] for chart in CHARTS for ending in ("html", "csv")} == {"Charts"}


def test_the_code_has_a_place_for_the_address():
    snippets = takeaway(snapshot(), YEAR)["snippets"]
    assert [snippet["tool"] for snippet in snippets] == ["pandas", "r", "excel", "curl"]
    assert all(snippet["code"].count("{address}") == 1 for snippet in snippets)


def test_the_same_filters_give_the_same_bytes():
    assert takeaway_json(snapshot(), YEAR) == takeaway_json(snapshot(), YEAR)
    assert json.loads(takeaway_json(snapshot(), YEAR)) == takeaway(snapshot(), YEAR)
