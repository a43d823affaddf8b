"""The navigation: five places, the pages of the present one, and the foot of every page."""

import re
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import library
from dashboard.exports.offers import WHOLE
from dashboard.records.model import Keeper
from dashboard.topics import EDITORS, PAGES, PLACES
from dashboard.web import foot, routes
from dashboard.web.ways import title_of, ways
from tests.real import DATASET
from tests.sample import snapshot


def to(page) -> str:
    return f"?page={page.key}"


def kept_by(**changed):
    """Give the real data with other facts about the process."""
    return snapshot(replace(DATASET, process=DATASET.process.model_copy(update=changed)))


def test_readers_have_five_places():
    assert [title_of(place) for place in PLACES] == [
        "Explore", "Compare", "Disagreements", "Sources & method", "Get the data",
    ]  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_exactly_one_link_says_where_the_reader_is(page):
    made = ways(page.key, to)
    here = [way["word"] for way in made["places"] if way["current"] and not way["several"]]
    here += [link["label"] for link in made["pages"] if link["current"]]
    assert len(here) == 1


def test_every_page_can_be_reached_from_the_places_or_from_the_foot():
    first = {way["page"] for way in ways("", to)["places"]}
    within = {link["page"] for place in (*PLACES, EDITORS) for link in ways(place.pages[0].key, to)["pages"]}
    assert first | within == {page.key for page in PAGES}


def test_a_page_that_an_edition_does_not_have_has_no_link():
    known = [page for page in PAGES if page.key not in ("try", "together")]
    assert [link["page"] for link in ways("compare", to, known)["pages"]].count("together") == 0
    assert ways("try", to, known)["pages"] == []


def test_the_foot_says_only_what_the_data_says():
    named = foot.foot(snapshot(DATASET), {"Cite": "?page=about"})
    assert "Kept by Contributors to the Dushanbe Process dashboard." in named
    assert "mailto:" not in named
    silent = foot.foot(kept_by(keeper=None, licence=None), {})
    assert "Kept by" not in silent
    assert "No licence is named for this data." in silent


def test_the_foot_leads_to_whoever_keeps_the_data():
    keeper = Keeper(name="A & B", email="a@example.org", url="https://example.org/", code="https://example.org/code")
    kept = kept_by(keeper=keeper)
    html = foot.foot(kept, foot.links(kept, lambda page: f"?page={page}", "export/"))
    assert 'Kept by <a href="https://example.org/">A &amp; B</a>.' in html
    assert '<a href="mailto:a@example.org">a@example.org</a>.' in html
    assert re.findall(r'<a href="([^"]+)">(Source code|Feed|For editors)</a>', html) == [
        ("export/changes.atom", "Feed"), ("https://example.org/code", "Source code"), ("?page=try", "For editors"),
    ]  # fmt: skip


@pytest.mark.slow
def test_every_file_that_the_list_offers_can_be_downloaded():
    client = TestClient(Starlette(routes=routes.routes(library.shared())))
    assert {client.head(f"/export/{name}?weight=any").status_code for name in WHOLE} == {200}
