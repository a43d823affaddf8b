"""Feeds that are polled, the map of the site, the rules for crawlers, and the answer to whether all is well."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import __version__
from dashboard.library import Snapshot
from dashboard.library.trial import Trials
from dashboard.records.kinds import EVENTS
from dashboard.records.model import Change, Process, Withdrawn
from dashboard.topics import PAGES
from dashboard.web import feeds, routes
from tests.sample import DATASET, EMPTY, Shelf, snapshot

PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
POLLED = ("calendar.ics", "events.atom", "changes.atom")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def client(shelf, under: str = "", **more) -> TestClient:
    app = Starlette(routes=routes.routes(shelf, under, **more))
    return TestClient(app, base_url="https://example.org", headers={"accept-encoding": "identity"})


# Feeds


@pytest.mark.parametrize("name", POLLED)
def test_a_feed_that_is_known_already_is_not_made_and_not_sent_again(shelf, name, monkeypatch):
    first = client(shelf).get(f"/export/{name}?year=2018")
    assert (first.status_code, first.headers["cache-control"]) == (200, "no-cache")
    made = []
    export = routes.exports.EXPORTS[name]
    spy = replace(export, make=lambda *given: made.append(given) or export.make(*given))
    monkeypatch.setitem(routes.exports.EXPORTS, name, spy)
    for known in (first.headers["etag"], f'W/{first.headers["etag"]}, "x"', "*"):
        again = client(shelf).get(f"/export/{name}?year=2018", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert again.headers["access-control-allow-origin"] == "*"
    assert made == []


@pytest.mark.parametrize("name", [*POLLED, "events.csv"])
def test_the_tag_of_a_file_changes_with_whatever_changes_the_file(shelf, name):
    asked = client(shelf)
    addresses = ("", "?year=2018", "?year=2018&event=2018-dushanbe", "?weight=any", "?sort=name")
    tags = {asked.get(f"/export/{name}{query}").headers["etag"] for query in addresses}
    tags.add(TestClient(Starlette(routes=routes.routes(shelf))).get(f"/export/{name}").headers["etag"])
    shelf.held = replace(shelf.held, stamp="fedcba987654")
    tags.add(asked.get(f"/export/{name}").headers["etag"])
    assert len(tags) == len(addresses) + 2
    other = asked.get("/export/roles.csv").headers["etag"]
    assert asked.get(f"/export/{name}", headers={"if-none-match": other}).status_code == 200


def test_a_feed_has_absolute_addresses_of_this_server(shelf, monkeypatch):
    calendar = icalendar.Calendar.from_ical(client(shelf, "dash").get("/dash/export/calendar.ics?year=2018").content)
    assert calendar["source"] == "https://example.org/dash/export/calendar.ics?year=2018"
    monkeypatch.setenv("DASHBOARD_URL", " https://process.example/ ")
    text = client(shelf, "dash").get("/dash/export/events.atom").text
    assert "https://process.example/events/2018-dushanbe" in text
    assert "https://example.org" not in text


@pytest.mark.parametrize("name", POLLED)
def test_a_feed_of_a_trial_has_no_links_and_no_tag(shelf, name):
    trials = Trials()
    held = replace(shelf.held, trial=True)
    trials.find = lambda token: type("Tried", (), {"snapshot": held}) if token == "secret" else None
    answer = client(shelf, trials=trials).get(f"/trial/secret/export/{name}", headers={"if-none-match": "*"})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    assert "etag" not in answer.headers
    assert "example.org" not in answer.text
    assert "on trial" in answer.text.replace("\r\n ", "")


@pytest.mark.parametrize(
    "query",
    [
        "year=2018&utm_source=mail&fbclid=x&gclid=1&mc_cid=2",
        "year=2018&amp;utm_source=mail",
        "amp;year=2018",
        "year=2018%26amp%3Butm_source%3Dmail",
        "year=3D2018",
        "YEAR=2018.&gt;",
        "year=2018&page=compare&from=2018-dushanbe&at=osce",
    ],
)
@pytest.mark.parametrize("name", [*POLLED, "events.csv", "data.json"])
def test_a_link_that_was_changed_on_its_way_gives_the_same_file(shelf, name, query):
    whole = client(shelf).get(f"/export/{name}?year=2018")
    changed = client(shelf).get(f"/export/{name}?{query}")
    assert (changed.status_code, changed.content) == (200, whole.content), changed.text
    assert changed.headers["etag"] == whole.headers["etag"]


def test_the_event_of_a_file_is_read_as_the_filters_are(shelf, monkeypatch):
    asked = []
    export = routes.exports.EXPORTS["data.json"]
    spy = replace(export, make=lambda snapshot, filters, options: asked.append(options["event"]) or b"")
    monkeypatch.setitem(routes.exports.SERVED, "data.json", spy)
    for query in ("event=2018-dushanbe", "utm_x=1&amp;event=2018-dushanbe", "event=a&event=2018-dushanbe",
                  "EVENT=2018-Dushanbe.&gt;", "event=Dushanbe+2018", "event=3D2018-dushanbe%26at%3Dosce"):  # fmt: skip
        client(shelf).get(f"/export/data.json?{query}")
    assert asked == ["2018-dushanbe"] * 6
    asked.clear()
    assert [client(shelf).get(f"/export/data.json?{query}").status_code for query in ("", "event=2018-x")] == [200, 200]
    assert asked == ["", "2018-x"]


def test_a_withdrawn_event_of_a_file_does_not_become_another_one(monkeypatch):
    asked = []
    export = routes.exports.EXPORTS["data.json"]
    spy = replace(export, make=lambda snapshot, filters, options: asked.append(options["event"]) or b"")
    monkeypatch.setitem(routes.exports.SERVED, "data.json", spy)
    gone = DATASET.events["2018-dushanbe"].model_copy(
        update={"withdrawn": Withdrawn(on="2026-01-01", why="Wrong.", instead="2022-dushanbe")}
    )
    events = {name: event for name, event in DATASET.events.items() if name != gone.id}
    held = snapshot(replace(DATASET, events=events, withdrawn={(EVENTS, gone.id): gone}))
    answer = client(Shelf(held)).get("/export/data.json?event=2018-dushanbe")
    assert (answer.status_code, asked) == (200, ["2018-dushanbe"])


# The map of the site


def places(content: bytes) -> dict[str, str]:
    root = ElementTree.fromstring(content)
    assert root.tag == f"{PLACE}urlset"
    return {place.findtext(f"{PLACE}loc"): place.findtext(f"{PLACE}lastmod") for place in root}


def test_the_map_has_the_address_of_every_page(shelf):
    answer = client(shelf, "dash").get("/dash/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    known = places(answer.content)
    base = "https://example.org/dash"
    assert set(known) == {
        f"{base}/",
        *(f"{base}/?page={page.key}" for page in PAGES[1:]),
        *(f"{base}/{name}" for name in ("events/", "organizers/", "sources/", "api")),
        *(f"{base}/events/{name}" for name in DATASET.events),
        *(f"{base}/organizers/{name}" for name in DATASET.organizers),
        *(f"{base}/sources/{name}" for name in DATASET.sources),
    }
    assert set(known.values()) == {"2026-03-01"}


def test_the_map_says_when_a_page_changed_last():
    changes = {
        "record 1": Change(on="2026-01-01", what="added", events=(*DATASET.events,), organizers=(*DATASET.organizers,),
                           sources=(*DATASET.sources,), why="First."),
        "record 2": Change(on="2026-02-01", what="corrected", events=("2022-dushanbe",), why="The day."),
        "record 3": Change(on="2026-02-02", what="corrected", sources=("un-2022",), why="The title."),
    }  # fmt: skip
    known = places(feeds.sitemap(snapshot(replace(DATASET, changes=changes)), {"site": "https://e.org"}))
    days = {address.removeprefix("https://e.org"): day for address, day in known.items()}
    assert days["/"] == days["/?page=quality"] == days["/sources/un-2022"] == "2026-02-02"
    assert days["/events/2022-dushanbe"] == "2026-02-01"
    assert days["/events/2018-dushanbe"] == days["/sources/khovar-2018"] == days["/organizers/qatar"] == "2026-01-01"
    assert days["/organizers/unoct"] == "2026-02-01", "it had a role at the event that was corrected"


def test_a_map_ends_where_its_format_does(monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 3)
    assert len(places(feeds.sitemap(snapshot(), {"site": "https://e.org"}))) == 3


def test_a_map_that_is_known_already_is_not_sent_again(shelf):
    tag = client(shelf).get("/sitemap.xml").headers["etag"]
    assert client(shelf).get("/sitemap.xml", headers={"if-none-match": tag}).status_code == 304
    assert client(Shelf(snapshot(EMPTY))).get("/sitemap.xml").headers["etag"] != tag


# The rules for crawlers


@pytest.mark.parametrize("path", ["/robots.txt", "/dash/robots.txt"])
def test_robots_txt_names_the_sitemap_and_what_not_to_fetch(shelf, path):
    answer = client(shelf, "/dash/").get(path)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow: /dash/export/*?",
        "Disallow: /dash/trial/",
        "",
        "Sitemap: https://example.org/dash/sitemap.xml",
    ]


def test_without_a_path_the_rules_are_those_of_the_root(shelf):
    assert "Disallow: /trial/\n" in client(shelf).get("/robots.txt").text


# Whether all is well


def test_all_is_well_where_events_can_be_shown(shelf):
    answer = client(shelf).get("/healthz")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    content = answer.json()
    assert content["data"].pop("age_in_days") >= 0
    assert content == {
        "status": "ok",
        "version": __version__,
        "data": {"stamp": "0123456789ab", "updated": "2026-03-01", "events": 5},
    }
    assert client(shelf).head("/healthz").status_code == 200


class Broken(Shelf):
    def current(self) -> Snapshot:
        raise PermissionError("no")


@pytest.mark.parametrize("shelf", [Shelf(snapshot(EMPTY)), Broken()], ids=["no event", "not readable"])
def test_503_while_nothing_can_be_shown(shelf):
    answer = client(shelf, "dash").get("/dash/healthz")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "down", "version": __version__, "problem": "No event can be read from the data files."
    }  # fmt: skip


def test_the_last_good_state_can_be_shown_and_is_called_old():
    answer = feeds.health(replace(snapshot(), notice="It is the last good state."), date(2026, 3, 2))
    assert (answer["status"], answer["problem"]) == ("old", "It is the last good state.")


@pytest.mark.parametrize(
    ("updated", "today", "age"),
    [
        ("2026-03-01", date(2026, 3, 1), 0),
        ("2026-03-01", date(2027, 3, 1), 365),
        ("2026-03-01", date(2026, 2, 1), 0),
        ("2026-02", date(2026, 3, 1), 1),
    ],
)
def test_the_age_of_the_data_is_counted_in_days(updated, today, age):
    process = Process(name="P", summary="S.", updated=updated, sources=("un-2022",))
    answer = feeds.health(snapshot(replace(DATASET, process=process)), today)
    assert answer["data"]["age_in_days"] == age
    bare = feeds.health(snapshot(replace(DATASET, process=None)), today)
    assert (bare["data"]["updated"], bare["data"]["age_in_days"]) == (None, None)
