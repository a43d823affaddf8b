"""The list of pages: every name in it is used once, and the promised names are there."""

import re
from pathlib import Path

from dashboard.exports import EXPORTS, OPTIONS, PICTURES, SERVED, TABLES
from dashboard.frames.filters import FACETS, FREE
from dashboard.topics import PAGES
from dashboard.views import explore, pages
from tests.sample import snapshot

NAMES = (Path(__file__).parents[2] / "docs" / "names.md").read_text(encoding="utf-8")


def test_no_two_pages_charts_tables_or_parameters_have_one_name():
    files = [one.name for page in PAGES for one in (*page.charts, *page.tables)]
    parameters = [one.name for page in PAGES for one in page.parameters]
    for names in (
        [page.key for page in PAGES],
        [page.title for page in PAGES],
        [*TABLES, "workbook", "data", "datapackage", "package", *files],
        ["page", *FREE, *FACETS, *parameters],
    ):
        assert len(names) == len(set(names))


def test_every_page_is_drawn_from_its_blocks_or_by_the_front():
    assert PAGES[0].key == "explore" and explore.page
    assert [page.key for page in PAGES if page.blocks is None] == ["explore", *pages.DRAWN_HERE]


def test_the_names_that_are_promised_are_there():
    (keys,) = re.findall(r"^\| `page` \| (.+?) \|", NAMES, re.M)
    promised = re.findall(r"`([\w-]+)`", keys)
    assert [page.key for page in PAGES if page.key in promised] == promised
    files = NAMES.partition("`/export/NAME?…`")[2].partition("For an unknown value")[0]
    names = re.findall(r"`([\w-]+\.\w+)`", files)
    stems = re.findall(r"`([\w-]+)`", files)
    assert len(names) >= 7 and len(stems) >= 6
    assert {*names, *(f"{stem}.{ending}" for stem in stems for ending in ("html", "csv", "pdf"))} <= set(SERVED)


def test_a_parameter_that_lays_out_a_chart_is_an_option_of_downloads_and_its_default_is_one_of_its_values():
    assert {"columns", "sort", "order"} <= set(OPTIONS)
    assert not {"event", "at", "passage", "from", "to", "question"} & set(OPTIONS)
    for page in PAGES:
        for one in page.parameters:
            assert one.default == "" or one.default in one.known(snapshot())


OFFERED = {
    "events.csv": "Events, CSV",
    "roles.csv": "Roles, CSV",
    "sources.csv": "Sources, CSV",
    "claims.csv": "Claims, CSV",
    "workbook.xlsx": "All tables, Excel workbook",
    "data.json": "All tables, JSON",
    "events-excel.csv": "Events, CSV for Excel",
    "roles-excel.csv": "Roles, CSV for Excel",
    "sources-excel.csv": "Sources, CSV for Excel",
    "claims-excel.csv": "Claims, CSV for Excel",
    "events.parquet": "Events, Parquet",
    "roles.parquet": "Roles, Parquet",
    "sources.parquet": "Sources, Parquet",
    "claims.parquet": "Claims, Parquet",
    "datapackage.json": "Description of the tables, Frictionless Data Package",
    "package.zip": "Everything, ZIP",
    "timeline.html": "Timeline, page that works offline",
    "timeline.csv": "Timeline, data behind it",
    "matrix.html": "Organizers and roles, page that works offline",
    "matrix.csv": "Organizers and roles, data behind it",
    "together.html": "Who organized together, page that works offline",
    "together.csv": "Who organized together, data behind it",
    "coverage-years.html": "Sources by year, page that works offline",
    "coverage-years.csv": "Sources by year, data behind it",
    "coverage-events.html": "Sources of each event, page that works offline",
    "coverage-events.csv": "Sources of each event, data behind it",
    "quality.html": "What is known of each event, page that works offline",
    "quality.csv": "What is known of each event, data behind it",
    "problems.csv": "Open problems of the data, CSV",
    "changes.csv": "Changes of the data, CSV",
}
"""The downloads that other people's scripts may ask for, in order, with their labels; there may be more."""


def test_downloads_keep_their_names_labels_and_order():
    assert [(name, export.label) for name, export in EXPORTS.items() if name in OFFERED] == list(OFFERED.items())
    assert list(EXPORTS)[:4] == list(OFFERED)[:4], "the tables with all the data come first"
    charts = ("timeline", "matrix", "together", "coverage-years", "coverage-events", "quality")
    promised = [f"{name}.{ending}" for name in charts for ending in ("png", "svg", "pdf")]
    assert [name for name in PICTURES if name in promised] == promised
    assert {name: one.name for name, one in PICTURES.items()} == {name: name for name in PICTURES}
    assert PICTURES["matrix.svg"].label == "Organizers and roles, SVG"
    assert PICTURES["coverage-years.png"].label == "Sources by year, PNG"
