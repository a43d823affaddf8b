"""One view for a frame on another page, as HTML; `tests/browser/test_embedding.py` puts it into such a frame."""

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import library
from dashboard.records.dates import PartialDate
from dashboard.records.model import Withdrawn
from dashboard.web import routes, typeface
from dashboard.web.embed import VIEWS, embed_html
from tests.sample import CODE, DATASET, EMPTY, Shelf, snapshot
from tests.web.test_door import SHELL

FORBIDDING = {"x-frame-options", "content-security-policy", "cross-origin-resource-policy", "set-cookie"}
HOME = "https://example.org/process/"


@pytest.fixture(scope="module")
def client() -> TestClient:
    made = routes.routes(library.shared(), "/process", shell=SHELL)
    return TestClient(Starlette(routes=made), base_url="https://example.org")


def given(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="given">(.*?)</script>', page)[1])


def notices(page: str) -> list[str]:
    return [unescape(text) for text in re.findall(r'<p class="notice" role="status">(.*?)</p>', page)]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_asks_for_nothing_but_its_own_files(client, view):
    address = f"{HOME}embed/{view}?event=2022-dushanbe&organizer=osce"
    page = client.get(address).text
    wanted = {unescape(path) for path in re.findall(r'(?:src|href)="(\.\./(?:linked|static)/[^"]+)"', page)}
    assert f"../{given(page)['urls']['scripts'].removeprefix('../')}engine.js" in wanted
    for path in wanted:
        if path == f"../{typeface.ADDRESS}":
            continue  # Streamlit serves it
        assert client.get(urljoin(address, path)).status_code == 200, path
    assert not re.search(r"_stcore|static/js|stApp", page)
    assert ("plotly" in page.partition("<body")[0]) is (view != "article")


@pytest.mark.parametrize("view", VIEWS)
def test_no_answer_forbids_a_frame_of_another_origin(client, view):
    answer = client.get(f"{HOME}embed/{view}")
    paths = [given(answer.text)["urls"][name] for name in ("bundle", "plotly")]
    for got in (answer, *(client.get(urljoin(f"{HOME}embed/{view}", path)) for path in paths)):
        assert got.status_code == 200
        assert not {name.lower() for name in got.headers} & FORBIDDING


def test_the_choice_of_the_address_is_in_the_link_to_the_dashboard(client):
    page = client.get("/process/embed/matrix?utm_source=x&organizer=OSCE&amp;year=2022&columns=all").text
    link = unescape(re.search(r'<a id="out" href="(.*?)"', page)[1])
    assert link == "../?year=2022&organizer=osce&columns=all"
    assert given(page)["query"] == "year=2022&organizer=osce&columns=all"
    assert notices(page) == []
    assert f'<link rel="canonical" href="{HOME}?year=2022&amp;organizer=osce&amp;columns=all">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_sentence_above_the_view_names_unknown_values(client):
    page = client.get("/process/embed/timeline?year=2031&event=nonsense&theme=blue&page=changes").text
    assert notices(page) == [
        'year "2031" is not known; there are events in 2017 to 2025.',
        'event "nonsense" is not known.',
        'theme "blue" is not known; write one of: light, dark.',
    ]
    assert given(page)["query"] == "" and given(page)["theme"] == ""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_address_can_set_a_theme(client, theme):
    page = client.get(f"/process/embed/timeline?theme={theme}").text
    assert f'<html lang="en" data-theme="{theme}">' in page
    assert given(page)["theme"] == theme and notices(page) == []


def test_without_scripts_it_is_an_article_or_a_list(client):
    article = client.get("/process/embed/article?event=2022-dushanbe").text
    plain = re.search(r"<noscript>.*?</noscript>", article, re.S)[0]
    assert "Regional Border Security" in plain and "18–19 October 2022" in plain
    timeline = client.get("/process/embed/timeline?organizer=osce&year=2022").text
    assert len(re.findall("<li>", re.search(r"<noscript>.*?</noscript>", timeline)[0])) == 3


def test_another_view_is_refused_in_a_sentence(client):
    answer = client.get("/process/embed/map")
    assert (answer.status_code, answer.text) == (
        404, "There is no such view. The views are timeline, matrix and article.\n",
    )  # fmt: skip


def test_hostile_text_and_missing_data_are_no_trouble():
    for held in (snapshot(), snapshot(EMPTY)):
        client = TestClient(Starlette(routes=routes.routes(Shelf(held))))
        for view in VIEWS:
            page = client.get(f"/embed/{view}", params={"q": CODE, "theme": CODE, "event": CODE}).text
            assert "<script>alert" not in page


def test_a_withdrawn_record_is_said_with_what_is_shown_instead():
    gone = DATASET.organizers["osce"].model_copy(
        update={"withdrawn": Withdrawn(on=PartialDate(2026, 1, 2), why="A slip", instead="un")}
    )
    left = {name: organizer for name, organizer in DATASET.organizers.items() if name != "osce"}
    of = snapshot(replace(DATASET, organizers=left, withdrawn={("organizers.yaml", "osce"): gone}))
    (notice,) = notices(embed_html("timeline", of, {"organizer": ["osce"]}))
    assert notice.endswith("was withdrawn on 2 January 2026: A slip. “UN” is shown instead.")
