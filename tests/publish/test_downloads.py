"""The downloads of an edition: all of them, about all events, and the same each time."""

import csv
import io
import json

import pytest

from dashboard import exports
from dashboard.exports import EXPORTS
from dashboard.frames.filters import Filters
from dashboard.publish.downloads import WHOLE, files, filters_of, for_panel, options_of, stock
from dashboard.publish.edition import Edition
from dashboard.publish.parts import EVERY_EVENT
from dashboard.publish.scripts import taken
from tests.sample import EMPTY, snapshot

SITE = "https://example.org/dash"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(files(Edition(snapshot(), SITE)))


def test_every_export_is_a_file_but_those_about_one_event_or_one_view(made):
    left_out = {name for name in EXPORTS if f"export/{name}" not in made}
    assert left_out == {f"{what}{ending}" for what in ("event", "view") for ending in (".bib", ".ris", "-csl.json")}


def test_each_event_has_a_handout(made):
    handouts = {path for path in made if path.startswith("export/handout/")}
    assert handouts == {f"export/handout/{event}.html" for event in snapshot().dataset.events}
    one = made["export/handout/2018-dushanbe.html"].decode()
    assert f"{SITE}/events/2018-dushanbe.html" in one


def test_the_tables_have_all_events_whatever_their_weight(made):
    ids = [row["event_id"] for row in csv.DictReader(io.StringIO(made["export/events.csv"].decode()))]
    assert ids == list(snapshot().frames.events["event_id"])
    assert len(ids) > len(snapshot().select(Filters()).events)


def test_the_files_beside_the_charts_of_a_page_have_the_events_that_the_page_shows():
    assert filters_of("together.csv") == filters_of("together.html") == Filters()
    assert filters_of("timeline.csv") == filters_of("workbook.xlsx") == EVERY_EVENT


def test_links_lead_to_files(made):
    calendar = made["export/calendar.ics"].decode().replace("\r\n ", "")
    assert f"URL:{SITE}/events/2018-dushanbe.html" in calendar
    assert f"URL:{SITE}/?weight=any" in calendar
    assert "SOURCE" not in calendar, "no file on a server follows the filters"
    assert f'<link rel="alternate" type="text/html" href="{SITE}/changes.html"' in made["export/changes.atom"].decode()
    described = json.loads(made["export/datapackage.json"])
    assert [resource["path"] for resource in described["resources"]] == [
        f"{SITE}/export/{table}.csv" for table in exports.TABLES
    ]


def test_without_a_public_address_no_file_has_a_link_to_a_page():
    known = dict(files(Edition(snapshot())))
    assert b"URL" not in known["export/calendar.ics"]
    assert all(b".html" not in content for path, content in known.items() if path.startswith("data/takeaway/"))


def test_the_list_counts_the_rows_of_each_table_by_event():
    for of in (snapshot(), snapshot(EMPTY)):
        offered = stock(Edition(of))
        order = list(of.frames.events["event_id"])
        for table in offered["tables"]:
            frame = exports.tables_of(of, EVERY_EVENT)[table["name"]]
            assert offered["perEvent"][table["name"]] == [list(frame["event_id"]).count(event) for event in order]
            assert table["rows"] == len(frame)


def test_what_the_panel_asks_for_is_handed_over_by_a_script_of_its_name(made):
    scripts = dict(for_panel(Edition(snapshot(), SITE)))
    names = ["data/takeaway", *(f"data/takeaway/{name}" for name in (*exports.TABLES, "calendar", "citations"))]
    assert [*scripts] == [f"{name}.js" for name in names]
    assert scripts.items() <= made.items()
    assert [name for name, _ in map(taken, scripts.values())] == names
    assert json.loads(taken(scripts["data/takeaway.js"])[1]) == stock(Edition(snapshot(), SITE))


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(made):
    assert dict(files(Edition(snapshot(), SITE))) == made


def test_each_file_is_what_the_export_gives(made):
    edition = Edition(snapshot(), SITE)
    for name in WHOLE:
        content = EXPORTS[name].make(edition.snapshot, filters_of(name), options_of(edition))
        assert made[f"export/{name}"] == content, name


def test_no_text_of_the_data_ends_the_script_that_hands_it_over(made):
    for path, content in made.items():
        if path.startswith(("data/", "linked/")):
            assert content.count(b"\n") == 1 and content.endswith(b"\n"), path
