"""The API: what it gives, what it refuses, and that it keeps to its own description."""

import gzip
import json
import re
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import quote, urlsplit

import pytest
import uvicorn
from jsonschema import Draft202012Validator
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.dates import PartialDate
from dashboard.records.model import Change, Event, Withdrawn
from dashboard.web import openapi, routes, typeface
from dashboard.web.resources import RESOURCES, ROOT
from tests import real
from tests.sample import DATASET, HOSTILE, Shelf, snapshot

NAMES = [*RESOURCES]
SITE = "http://testserver"


def client_for(held=None, under: str = "") -> TestClient:
    app = Starlette(routes=routes.routes(Shelf(held), under))
    return TestClient(app, headers={"accept-encoding": "identity"}, follow_redirects=False)


@pytest.fixture(scope="module")
def client() -> TestClient:
    """The API over the sample, with an entry in its list of changes."""
    change = Change(on=PartialDate(2026, 1, 2), what="added", events=("2018-dushanbe",), why="It was <found>.")
    later = Change(on=PartialDate(2026, 3, 4), what="corrected", sources=("un-2022",), why="The day was wrong.")
    return client_for(snapshot(replace(DATASET, changes={"record 1": change, "record 2": later})))


@pytest.fixture(scope="module")
def published() -> TestClient:
    """The API over the real data."""
    return client_for(real.SNAPSHOT)


def ids(answer) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def problem(answer) -> str:
    """Give the sentences of an answer that refuses."""
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    said = answer.json()
    assert (said["status"], said["type"]) == (answer.status_code, "about:blank")
    return said["detail"]


def whole(client: TestClient, path: str) -> list[dict]:
    """Read a whole list, from part to part."""
    items, address = [], path
    while address:
        part = client.get(address).json()
        items += part["items"]
        address = part["next"]
    assert len(items) == part["total"]
    return items


# What it gives


def test_an_event_has_every_field_of_its_record_and_what_follows_from_it(client):
    event = DATASET.events["2018-dushanbe"]
    item = client.get(f"{ROOT}/events/2018-dushanbe").json()
    assert set(item) == {*Event.model_fields, "when", "first_day", "last_day", "disputes", "article", "links"} - {
        "withdrawn"
    }
    assert item["roles"][2] == {
        "organizer": "qatar", "role": "sponsor", "confidence": "disputed", "sources": ["kuna-2018"],
        "note": "-1 source",
    }  # fmt: skip
    assert (item["start"], item["when"], item["last_day"]) == ("2018-05-03", "3–4 May 2018", "2018-05-04")
    assert (item["parent"], item["disputes"]) == (None, ["qatar-role"])
    assert item["article"] == DATASET.articles[event.id].text
    assert item["links"] == {
        "self": f"{SITE}{ROOT}/events/2018-dushanbe", "page": f"{SITE}/events/2018-dushanbe",
    }  # fmt: skip


def test_what_a_date_can_mean_is_given_where_the_day_is_not_known(client):
    month, nothing = (client.get(f"{ROOT}/events/{name}").json() for name in ("2019-side", "undated-plan"))
    assert (month["start"], month["first_day"], month["last_day"]) == ("2019-05", "2019-05-01", "2019-05-31")
    assert (nothing["start"], nothing["first_day"], nothing["when"]) == (None, None, "date not known")
    assert month["title"] == HOSTILE


def test_marks_for_passages_are_no_text(published):
    assert not [
        item["id"] for item in whole(published, f"{ROOT}/events?weight=any") if "{role:" in (item["article"] or "")
    ]
    assert any("{role:" in article.text for article in real.DATASET.articles.values())


def test_an_organizer_has_its_record_over_time_and_a_source_the_events_that_cite_it(client):
    un = client.get(f"{ROOT}/organizers/un").json()
    assert [(role["event"], role["role"]) for role in un["roles"]] == [
        ("2018-dushanbe", "co-organizer"), ("2019-side", "partner"),
    ]  # fmt: skip
    assert client.get(f"{ROOT}/sources/kuna-2018").json()["events"] == ["2018-dushanbe", "2019-side"]


def test_a_claim_names_who_says_so_and_who_says_otherwise(client):
    claim = client.get(f"{ROOT}/claims/2018-dushanbe.role.qatar").json()
    assert (claim["value"], claim["sources"], claim["otherwise"]) == ("sponsor", ["kuna-2018"], ["khovar-2018"])
    assert (claim["disputes"], claim["basis"], claim["n_independent"]) == (["qatar-role"], None, 1)
    assert claim["links"]["page"] == f"{SITE}/?event=2018-dushanbe&at=qatar"


def test_an_entry_of_a_list_has_no_number_of_sources_of_its_own(client):
    assert client.get(f"{ROOT}/claims/2018-dushanbe.framework.global-strategy").json()["n_independent"] is None


def test_changes_come_newest_first_and_keep_their_number(client):
    assert ids(client.get(f"{ROOT}/changes")) == ["2", "1"]
    assert client.get(f"{ROOT}/changes/1").json()["why"] == "It was <found>."


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_item_of_a_list_has_its_address(of, name):
    published = client_for(of)
    items = whole(published, f"{ROOT}/{name}?{'weight=any&' if RESOURCES[name].filtered else ''}limit=500")
    assert len(items) == len({item["id"] for item in items}) == len(of.answer(RESOURCES[name].items))
    for item in items[:: max(len(items) // 20, 1)]:
        assert published.get(item["links"]["self"]).json() == item


def test_the_index_leads_to_every_list(client):
    index = client.get(ROOT).json()
    assert [part["name"] for part in index["resources"]] == NAMES
    for part in index["resources"]:
        assert client.get(part["address"]).json()["of"] == part["of"]
    assert "CC BY 4.0" in index["rights"]
    assert client.get(f"{ROOT}/").json() == index


# Filters, fields and parts


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(year=("2018", "2022")),
        Filters(organizer=("osce",), role=("co-organizer",)),
        Filters(kind=("conference",), q="financing"),
        Filters(weight=("minor", "related")),
        Filters(together=("osce", "tajikistan")),
    ],
    ids=str,
)
def test_lists_follow_the_filters_of_the_page(published, filters):
    shown = real.SNAPSHOT.select(filters)
    events = set(shown.events["event_id"])
    expected = {
        "events": events,
        "organizers": set(shown.roles["organizer_id"]),
        "sources": set(shown.sources["source_id"]),
        "claims": set(real.SNAPSHOT.claims(filters)["claim_id"]),
        "disputes": {dispute.id for dispute in real.DATASET.disputes.values() if dispute.event in events},
    }
    assert events
    query = filters.query() | {"limit": 500}
    for name, wanted in expected.items():
        answer = published.get(f"{ROOT}/{name}", params=query)
        assert answer.json()["total"] == len(wanted)
        if name != "claims":
            assert set(ids(answer)) == wanted


def test_events_come_in_the_order_of_time(published):
    frame = real.SNAPSHOT.select(Filters(weight=EVERY_WEIGHT)).events
    assert ids(published.get(f"{ROOT}/events?weight=any")) == list(frame["event_id"])


def test_only_a_list_without_any_filter_has_what_belongs_to_no_event(published):
    lonely = {
        name for name in real.DATASET.organizers if not published.get(f"{ROOT}/organizers/{name}").json()["roles"]
    }
    assert lonely <= set(ids(published.get(f"{ROOT}/organizers?weight=any")))
    assert not lonely & set(ids(published.get(f"{ROOT}/organizers?weight=any&year=2018")))


@pytest.mark.parametrize("query", ["year=2018,2022", "YEAR=2018&amp;year=2022", "year=2018&year=2022&utm_source=mail"])
def test_a_list_reads_an_address_as_the_page_does(client, query):
    assert ids(client.get(f"{ROOT}/events?{query}")) == ["2018-dushanbe", "2022-dushanbe"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["fields=links,id", "fields=links", "fields=links&fields=id", "fields=links%2C%20id,"])
def test_fields_narrow_an_item_to_these_fields(client, name, form):
    listed = client.get(f"{ROOT}/{name}?{form}").json()["items"]
    assert listed
    assert all([*item] == ["id", "links"] for item in listed)
    assert client.get(f"{ROOT}/{name}/{quote(listed[0]['id'])}?{form}").json() == listed[0]


def test_fields_come_in_one_order_with_and_without_a_choice(client):
    item = client.get(f"{ROOT}/events/2018-dushanbe").json()
    assert [*item] == RESOURCES["events"].fields()
    assert [*client.get(f"{ROOT}/events/2018-dushanbe?fields=when,label").json()] == ["id", "label", "when"]


def test_a_list_is_read_part_by_part_in_both_directions(client):
    every = ids(client.get(f"{ROOT}/events?weight=any"))
    address, forth = f"{ROOT}/events?weight=any&limit=2&fields=label", []
    while address:
        part = client.get(address)
        forth += ids(part)
        last, address = part, part.json()["next"]
    assert (forth, len(forth), last.json()["of"]) == (every, 5, 5)
    assert last.links["prev"]["url"] == last.json()["previous"]
    assert ids(client.get(last.json()["previous"])) == every[2:4]
    assert [*client.get(last.json()["previous"]).json()["items"][0]] == ["id", "label"]


def test_beyond_its_end_a_list_is_empty_and_leads_back(client):
    answer = client.get(f"{ROOT}/events?offset=999999999&limit=3")
    assert (ids(answer), answer.json()["next"], answer.json()["total"]) == ([], None, 4)
    assert len(ids(client.get(answer.json()["previous"]))) == 3


# What it refuses


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("events?year=1950", 'year "1950" is not known; there are events in 2018, 2019 and 2022.'),
        ("events?organizer=unocd", 'organizer "unocd" is not known; if you meant "unoct", write that.'),
        ("claims?yaer=2018", '"yaer" is not a parameter; if you meant "year", write that.'),
        ("events?columns=all", '"columns" is not a parameter; write one of: year, organizer, role, kind, weight, '
         "together, since, until, q, fields, limit, offset."),
        ("changes?year=2018", '"year" is not a parameter; write one of: fields, limit, offset.'),
        ("events/2018-dushanbe?year=2018", '"year" is not a parameter; write fields.'),
        ("events?fields=labl,when", 'field "labl" is not known; if you meant "label", write that.'),
        ("sources/un-2022?fields=Title", 'field "Title" is not known; write "title".'),
        ("events?year=&q=%20", "year is empty; write a value, or leave it out. "
         "q is empty; write a value, or leave it out."),
        ("changes?limit=", "limit is empty; write a value, or leave it out."),
        ("events?q=%E2%80%8B", "q is empty; write a value, or leave it out."),
        (f"events?q={'a' * 201}", "q is too long; write 200 characters at most."),
        ("events?limit=0", 'limit cannot be "0"; write a number from 1 to 500.'),
        ("events?limit=501", 'limit cannot be "501"; write a number from 1 to 500.'),
        ("events?limit=ten&offset=-1", 'limit cannot be "ten"; write a number from 1 to 500. '
         'offset cannot be "-1"; write a number from 0 to 999999999.'),
        ("events?offset=１", 'offset cannot be "１"; write a number from 0 to 999999999.'),
        (f"events?offset={'9' * 5000}", f'offset cannot be "{"9" * 59}…"; write a number from 0 to 999999999.'),
    ],
)  # fmt: skip
def test_an_unknown_value_gets_a_sentence(client, path, sentence):
    answer = client.get(f"{ROOT}/{path}")
    assert (answer.status_code, problem(answer)) == (400, sentence)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            f"{ROOT}/events/2018-dushanb",
            'There is no event with the id "2018-dushanb". If you meant "2018-dushanbe", write that.',
        ),
        (f"{ROOT}/events/2018-DUSHANBE", 'There is no event with the id "2018-DUSHANBE". Write "2018-dushanbe".'),
        (f"{ROOT}/claims/x", 'There is no claim with the id "x".'),
        (f"{ROOT}/changes/2018-dushanbe.x", 'There is no change with the id "2018-dushanbe.x".'),
        (f"{ROOT}/disputes/%3Cb%3E%00", 'There is no disagreement with the id "<b>�".'),
        (f"{ROOT}/events/a%0Ab%0A", 'There is no event with the id "a b".'),
        (f"{ROOT}/event", f"There is no such address. {SITE}/api says what there is."),
        (f"{ROOT}/events/a/b", f"There is no such address. {SITE}/api says what there is."),
        ("/api/v2/events", f"There is no such address. {SITE}/api says what there is."),
    ],
)
def test_an_unknown_address_gets_a_sentence(client, path, sentence):
    answer = client.get(path)
    assert (answer.status_code, problem(answer)) == (404, sentence)


@pytest.fixture(scope="module")
def succeeded() -> TestClient:
    """The API over the sample, in which one record of each kind has a former id, and two events were withdrawn."""
    events = dict(DATASET.events)
    events["2022-dushanbe"] = events["2022-dushanbe"].model_copy(update={"aliases": ("2022-dushanbeh",)})
    gone = {
        ("events.yaml", name): events.pop(name).model_copy(update={"withdrawn": Withdrawn(on=day, why=why, instead=to)})
        for name, day, why, to in (
            ("2022-briefing", PartialDate(2026, 3, 1), "It was <no> briefing.", "2022-dushanbeh"),
            ("undated-plan", PartialDate(2026, 3, 2), "Nobody planned it.", None),
        )
    }
    renamed = {
        key: {**records, name: records[name].model_copy(update={"aliases": (f"old-{name}",)})}
        for key, name in (("organizers", "unoct"), ("sources", "un-2022"), ("disputes", "qatar-role"))
        for records in [getattr(DATASET, key)]
    }
    return client_for(snapshot(replace(DATASET, events=events, withdrawn=gone, **renamed)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("events/2022-dushanbeh", "events/2022-dushanbe"),
        ("events/2022-dushanbeh?fields=label", "events/2022-dushanbe?fields=label"),
        ("events/2022-dushanbeh/?fields=label", "events/2022-dushanbe?fields=label"),
        ("claims/2022-dushanbeh.role.unoct", "claims/2022-dushanbe.role.unoct"),
        ("organizers/old-unoct", "organizers/unoct"),
        ("sources/old-un-2022", "sources/un-2022"),
        ("disputes/old-qatar-role", "disputes/qatar-role"),
    ],
)
def test_a_former_id_leads_to_the_one_of_now(succeeded, old, new):
    answer = succeeded.get(f"{ROOT}/{old}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"{ROOT}/{new}")
    assert succeeded.get(answer.headers["location"]).status_code == 200


def test_a_filter_reads_a_former_id_too(succeeded):
    assert ids(succeeded.get(f"{ROOT}/events?organizer=old-unoct")) == ["2022-dushanbe"]


def test_a_claim_that_its_event_does_not_have_leads_nowhere(succeeded):
    assert succeeded.get(f"{ROOT}/claims/2022-dushanbeh.role.eu").status_code == 404


def test_a_withdrawn_record_says_when_and_why_and_what_replaces_it(succeeded):
    answer = succeeded.get(f"{ROOT}/events/2022-briefing")
    assert answer.status_code == 410
    assert problem(answer) == (
        "The event “Briefing 2022” (2022-briefing) was withdrawn on 1 March 2026: It was <no> briefing. "
        "Ask for “2022-dushanbe” instead."
    )
    assert succeeded.get(answer.json()["instead"]).json()["id"] == "2022-dushanbe"
    without = succeeded.get(f"{ROOT}/events/undated-plan")
    assert (without.status_code, "instead" in without.json()) == (410, False)
    claim = succeeded.get(f"{ROOT}/claims/2022-briefing.role.tajikistan")
    assert (claim.status_code, "withdrawn on 1 March 2026" in problem(claim)) == (410, True)
    assert "2022-briefing" not in ids(succeeded.get(f"{ROOT}/events?weight=any"))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", [f"{ROOT}/events", f"{ROOT}/events/2018-dushanbe", ROOT, "/openapi.json", "/api"])
def test_nothing_can_be_written(client, method, path):
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert problem(answer) == "This address can only be read. Use GET, HEAD or OPTIONS."


# As HTTP

PATHS = [ROOT, "/openapi.json", "/api", *(f"{ROOT}/{name}" for name in NAMES), f"{ROOT}/events/2018-dushanbe"]


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_kept_a_minute_and_not_sent_again(client, path):
    first = client.get(path)
    assert (first.status_code, first.headers["cache-control"]) == (200, "public, max-age=60")
    assert first.headers["x-content-type-options"] == "nosniff"
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert again.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", PATHS)
def test_head_answers_like_get_without_a_body(client, path):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content, head.headers) == (200, b"", got.headers)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_compressed_for_those_who_take_it(client, path):
    with client.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(raw) == client.get(path).content
    assert answer.headers["etag"] != client.get(path).headers["etag"]


@pytest.mark.parametrize("path", PATHS)
def test_scripts_of_any_page_may_read_and_nothing_is_remembered(client, path):
    origin = {"origin": "https://example.org"}
    for answer in (client.get(path, headers=origin), client.get(path)):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["access-control-expose-headers"] == "ETag, Link"
        assert "set-cookie" not in answer.headers
        assert "access-control-allow-credentials" not in answer.headers
    asked = {"access-control-request-method": "GET", "access-control-request-headers": "if-none-match"}
    before = client.options(path, headers=origin | asked)
    assert (before.status_code, before.content) == (204, b"")
    assert before.headers["access-control-allow-methods"] == before.headers["allow"] == "GET, HEAD, OPTIONS"
    assert before.headers["access-control-allow-headers"] == "*"


def test_an_etag_changes_with_what_is_answered():
    shelf = Shelf()
    client = TestClient(Starlette(routes=routes.routes(shelf)))
    before = client.get(f"{ROOT}/events").headers["etag"]
    events = {**DATASET.events, "undated-plan": DATASET.events["undated-plan"].model_copy(update={"label": "Other"})}
    shelf.held = snapshot(replace(DATASET, events=events), "fedcba987654")
    assert client.get(f"{ROOT}/events").headers["etag"] != before


def test_under_a_path_every_address_has_it(monkeypatch):
    client = client_for(under="/app/")
    assert client.get(f"{ROOT}/events").status_code == 404
    index = client.get(f"/app{ROOT}").json()
    assert {urlsplit(part["address"]).path.startswith(f"/app{ROOT}/") for part in index["resources"]} == {True}
    assert client.get("/app/openapi.json").json()["servers"] == [{"url": f"{SITE}/app"}]
    page = client.get("/app/api").text
    style = re.search(r'rel="stylesheet" href="(.+?)"', page)[1]
    assert (style.startswith("/app/linked/"), client.get(style).status_code) == (True, 200)
    assert f'src: url("/app/{typeface.ADDRESS}")' in page
    monkeypatch.setenv("DASHBOARD_URL", "https://example.org/dushanbe/")
    item = client.get(f"/app{ROOT}/events/2018-dushanbe").json()
    assert item["links"]["self"] == f"https://example.org/dushanbe{ROOT}/events/2018-dushanbe"


def test_the_api_gives_no_change_on_trial(client):
    assert client.get(f"/trial/x{ROOT}/events").status_code == 404


# Its own description


@pytest.mark.parametrize("name", NAMES)
def test_every_published_item_is_as_described(published, name):
    description = published.get("/openapi.json").json()
    schema = {"$ref": f"#/components/schemas/{RESOURCES[name].word}", "components": description["components"]}
    validator = Draft202012Validator(schema)
    for item in whole(published, f"{ROOT}/{name}?{'weight=any&' if RESOURCES[name].filtered else ''}limit=500"):
        assert [error.message for error in validator.iter_errors(item)] == []
        assert [*item] == RESOURCES[name].fields()


def test_every_field_and_parameter_is_explained(published):
    description = published.get("/openapi.json").json()
    schemas = description["components"]["schemas"]
    words = {f"{name}.{field}" for name in schemas for field, schema in schemas[name]["properties"].items()
             if not (schema.get("description") or name == "Problem")}  # fmt: skip
    assert words == set()
    for path in description["paths"].values():
        for parameter in path["get"].get("parameters", ()):
            assert parameter["description"].endswith(".")


def test_the_description_follows_the_table(client):
    paths = client.get("/openapi.json").json()["paths"]
    assert [*paths] == [ROOT, *(f"{ROOT}/{name}" for name in NAMES), *(f"{ROOT}/{name}/{{id}}" for name in NAMES)]
    years = next(part for part in paths[f"{ROOT}/events"]["get"]["parameters"] if part["name"] == "year")
    assert years["schema"]["items"]["enum"] == ["2018", "2019", "2022"]
    assert [part["name"] for part in paths[f"{ROOT}/changes"]["get"]["parameters"]] == ["fields", "limit", "offset"]


def test_without_any_event_the_description_is_still_one():
    client = client_for(snapshot(replace(DATASET, events={}, organizers={}, disputes={}, articles={})))
    assert client.get("/openapi.json").json()["paths"][f"{ROOT}/events"]
    assert (ids(client.get(f"{ROOT}/events")), client.get("/api").status_code) == ([], 200)


# The readable page


def test_every_example_of_the_page_runs(published):
    page = published.get("/api")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    addresses = [unescape(address) for address in re.findall(r'class="example" href="(.+?)"', page.text)]
    assert len(addresses) == sum(len(resource.examples) for resource in RESOURCES.values()) > 10
    shown = [unescape(text) for text in re.findall(r"<pre tabindex=\"0\">(.*?)</pre>", page.text, re.DOTALL)]
    for address, text in zip(addresses, shown, strict=True):
        answer = published.get(address)
        assert answer.status_code == 200
        assert answer.json().get("items") != []
        assert answer.text.startswith(text.removesuffix("\n…"))
    (curl,) = re.findall(r'<pre class="curl" tabindex="0">(.+?)</pre>', page.text)
    assert published.get(shlex.split(unescape(curl))[-1]).status_code == 200


def test_every_example_of_the_page_is_of_the_data_that_it_is_for(client):
    addresses = re.findall(r'class="example" href="(.+?)"', client.get("/api").text)
    assert {client.get(unescape(address)).status_code for address in addresses} == {200}


def test_the_page_says_what_there_is_and_needs_no_script(client):
    text = client.get("/api").text
    assert "<script" not in text
    assert HOSTILE not in text
    assert set(re.findall(r"{\w+}", text)) == {"{id}"}, "no word is left to be filled in"
    assert f"Data of {DATASET.process.updated.words()} ·" in text
    for resource in RESOURCES.values():
        assert f'id="{resource.name}"' in text
        assert [field for field in resource.fields() if f"<code>{field}</code>" not in text] == []
    assert [name for name in openapi.FILTERS if f"<code>{name}</code>" not in text] == []
    links = [urlsplit(unescape(link)) for link in re.findall(r'href="((?!data:)[^#"]+)"', text)]
    here = {link.path for link in links if link.netloc in ("", urlsplit(SITE).netloc)} - {"/"}
    assert {client.get(path).status_code for path in here} == {200}
    assert f'<a href="{SITE}/?page=about#report">Report an error</a>' in text
    targets = set(re.findall(r'href="#(.+?)"', text))
    assert targets <= set(re.findall(r'id="(.+?)"', text))


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a server that gives the API over the real data."""
    app = Starlette(routes=routes.routes(Shelf(real.SNAPSHOT)))
    server = uvicorn.Server(uvicorn.Config(app, port=0, ws="none", lifespan="off", log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_the_program_on_the_page_reads_a_whole_list(address, client):
    read = "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read().decode())"
    page = subprocess.run([sys.executable, "-c", read, f"{address}/api"], capture_output=True, text=True, check=True)
    (program,) = re.findall(r'<pre class="python" tabindex="0">(.+?)</pre>', page.stdout, re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", unescape(program)], capture_output=True, text=True, check=True)
    number = len(real.SNAPSHOT.claims(Filters(weight=EVERY_WEIGHT)))
    assert (ran.stdout, number > openapi.LIMIT) == (f"{number} of {number}\n", True)


def test_texts_of_the_data_are_json_whatever_they_hold(client):
    raw = client.get(f"{ROOT}/events/2019-side").text
    assert json.loads(raw)["title"] == HOSTILE
