"""Where each address of the dashboard leads in an edition without a server."""

import json
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from dashboard.look.html import Html
from dashboard.publish.places import FIRST, PUBLISHED, file_of, place, relinked
from dashboard.topics import PAGES

VECTORS = json.loads((Path(__file__).parent / "places.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("query", "depth", "address"), VECTORS)
def test_an_address_leads_to_its_file(query, depth, address):
    assert place(query, depth) == address


def test_the_cases_name_every_page():
    named = {dict(parse_qsl(query.removeprefix("?"))).get("page") for query, _, _ in VECTORS}
    assert {page.key for page in PAGES} <= named


def test_an_edition_has_all_pages_but_those_that_need_a_server():
    assert [FIRST.key, *PUBLISHED, "try"] == [page.key for page in PAGES]
    assert file_of(FIRST, {}) == "index.html"


def test_links_in_html_lead_to_files_and_others_stay():
    html = Html(
        '<a href="?event=a&amp;at=b" data-choose="a">A</a> <a class="x" href="?page=changes">?page=changes</a>'
        '<a href="#disagreement-x">Here</a><a href="https://un.org/?page=changes">There</a><i data-href="?event=a"></i>'
    )
    assert relinked(html, 1) == (
        '<a href="../index.html?event=a&amp;at=b" data-choose="a">A</a> '
        '<a class="x" href="../changes.html">?page=changes</a>'
        '<a href="#disagreement-x">Here</a><a href="https://un.org/?page=changes">There</a><i data-href="?event=a"></i>'
    )
    assert isinstance(relinked(html, 1), Html)


def test_a_hostile_query_stays_inside_its_attribute():
    assert relinked(Html('<a href="?q=&#34;&gt;&lt;script&gt;">x</a>'), 0) == (
        '<a href="index.html?q=%22%3E%3Cscript%3E">x</a>'
    )
