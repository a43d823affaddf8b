"""The addresses of pages without JavaScript: what they give, and where old addresses lead."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import exports
from dashboard.web import routes
from tests.real import SNAPSHOT
from tests.sample import CHANGED, Shelf, snapshot

SHELL = '<link href="./static/media/SourceSansVF-Upright.ttf.Bs.woff2" as="font"><title>Streamlit</title>'


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=routes.routes(Shelf(snapshot(CHANGED)), shell=SHELL))
    return TestClient(app, headers={"accept-encoding": "identity"}, follow_redirects=False)


FOUND = ["events/2018-dushanbe", "organizers/un", "sources/kuna-2018", "events/", "organizers/", "sources/"]


@pytest.mark.parametrize("path", FOUND)
def test_a_browser_asks_for_a_page_again_each_time(client, path):
    answer = client.get(f"/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert answer.text.startswith("<!DOCTYPE html>")
    assert client.head(f"/{path}").content == b""
    assert client.get(f"/{path}", headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    packed = client.get(f"/{path}", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == answer.text


@pytest.mark.parametrize("path", FOUND)
def test_everything_that_a_page_names_on_this_server_is_there(client, path):
    html = client.get(f"/{path}").text
    named = set(re.findall(r'(?:href|src)="(\.\./[^"]*)"', html))
    named = {address for address in named if not re.search(r"handout\.pdf|/static/", address)}  # Streamlit's are absent
    assert "../linked" in "".join(named)
    for address in named:
        response = client.get(address.replace("..", "", 1).replace("&amp;", "&"))
        assert response.status_code == 200, address


def test_a_page_names_its_own_address_and_the_typeface_of_the_dashboard(client):
    html = client.get("/events/2018-dushanbe", headers={"host": "example.org"}).text
    assert '<link rel="canonical" href="http://example.org/events/2018-dushanbe">' in html
    assert "../static/media/SourceSansVF-Upright.ttf.Bs.woff2" in html
    assert "<title>Dushanbe 2018 · Dushanbe Process</title>" in html


def test_the_public_address_is_that_of_the_proxy(client, monkeypatch):
    monkeypatch.setenv("DASHBOARD_URL", "https://example.org/dash/")
    assert 'href="https://example.org/dash/organizers/un"' in client.get("/organizers/un").text


@pytest.mark.parametrize("under", ["", "dash"])
@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/events/2022-before", "/events/2022-dushanbe"),
        ("/events/2022-Dushanbe.", "/events/2022-dushanbe"),
        ("/events/2022-Before.", "/events/2022-dushanbe"),
        ("/events/2019-GONE", "/events/2019-gone"),
        ("/organizers/UNOCT", "/organizers/unoct"),
        ("/events/2022-dushanbe/", "/events/2022-dushanbe"),
        ("/events", "/events/"),
        ("/sources", "/sources/"),
    ],
)
def test_an_address_of_before_or_changed_on_its_way_leads_to_the_page(under, path, leads_to):
    client = TestClient(Starlette(routes=routes.routes(Shelf(snapshot(CHANGED)), under)), follow_redirects=False)
    base = f"/{under}" if under else ""
    answer = client.get(f"{base}{path}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"{base}{leads_to}")


def test_a_withdrawn_record_says_why_and_what_replaces_it(client):
    answer = client.get("/events/2019-gone")
    assert answer.status_code == 410
    assert "was withdrawn on 2 January 2026: It was an error." in answer.text
    assert "../events/2019-side" not in answer.text
    assert '<a href="../events/2019-side">' in client.get("/events/2019-moved").text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/events/2023-dushanbe", "No event has the id &#34;2023-dushanbe&#34;."),
        ("/events/2022-dushambe", "No event has the id &#34;2022-dushambe&#34;. Perhaps you meant this one."),
        ("/organizers/%3Cb%3E", "No organizer has the id &#34;&lt;b&gt;&#34;."),
        ("/sources/" + "x" * 3000, "No source has the id"),
    ],
)
def test_the_page_for_an_unknown_id_has_links_to_go_on(client, path, words):
    answer = client.get(path)
    assert answer.status_code == 404
    assert words in answer.text
    assert '<a href="../">The dashboard</a>' in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    if "2022" in path:
        assert '<a href="../events/2022-dushanbe">Dushanbe 2022</a>' in answer.text


@pytest.mark.slow
def test_there_is_a_page_for_every_record():
    client = TestClient(Starlette(routes=routes.routes(Shelf(SNAPSHOT))))
    for folder in ("events", "organizers", "sources"):
        for name in getattr(SNAPSHOT.dataset, folder):
            answer = client.get(f"/{folder}/{name}")
            assert answer.status_code == 200, name
            assert f"/{folder}/{name}" in answer.text


def test_without_data_the_lists_say_so():
    from tests.sample import EMPTY

    client = TestClient(Starlette(routes=routes.routes(Shelf(snapshot(EMPTY)))))
    assert "0 events" in client.get("/events/").text
    assert client.get("/events/2018-dushanbe").status_code == 404


def test_a_handout_is_shown_and_named_by_its_event(client):
    answer = client.get("/export/handout.html?event=2018-dushanbe")
    assert answer.headers["content-disposition"] == ('inline; filename="dushanbe-process-handout-2018-dushanbe.html"')
    assert client.get("/export/events.csv").headers["content-disposition"].startswith("attachment;")
    unknown = client.get("/export/handout.html?event=2022-dushambe")
    assert unknown.status_code == 400
    assert "2022-dushanbe" in unknown.text


def test_without_chrome_the_pdf_names_the_page_to_print(client, monkeypatch):
    def none(html, day, sheets):
        raise exports.PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome")

    monkeypatch.setattr("dashboard.exports.handout.printed", none)
    answer = client.get("/export/handout.pdf?event=2018-dushanbe")
    assert answer.status_code == 503
    assert answer.text == (
        "Pictures need Chrome or Chromium: install it, or run kaleido_get_chrome. "
        "handout.html has the same content, to print from a browser.\n"
    )


def test_a_pdf_is_printed_once_for_a_state_of_the_data(client, monkeypatch):
    printed = []
    monkeypatch.setattr(
        "dashboard.exports.handout.printed", lambda html, day, sheets: printed.append((html, str(day))) or b"%PDF-1.4"
    )
    for _ in range(2):
        answer = client.get("/export/handout.pdf?event=2018-dushanbe")
        assert (answer.content, answer.headers["content-type"]) == (b"%PDF-1.4", "application/pdf")
        assert answer.headers["content-disposition"].startswith("inline;")
    assert [day for _, day in printed] == ["2026-03-01"]
    client.get("/export/handout.pdf?event=2022-dushanbe")
    assert len(printed) == 2
