"""What the head of a page says to sites that see only its address."""

import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import library
from dashboard.web import head, routes
from dashboard.web.address import PAGES, read
from tests.sample import CODE, DATASET, EMPTY, HOSTILE, snapshot
from tests.web.test_door import SHELL

SITE = "https://example.org/process"
QUERIES = ("", "event=2022-dushanbe", "organizer=osce&year=2022", "page=changes", "page=together&organizer=osce")


class Read(HTMLParser):
    """The title, the meta elements, the links and the linked data of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self.title, self.data, self.within = "", "", ""
        self.feed(text)

    def handle_starttag(self, tag, attributes) -> None:
        given = dict(attributes)
        self.within = "data" if given.get("type") == "application/ld+json" else "title" if tag == "title" else ""
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name not in self.meta, name
            self.meta[name] = given["content"]
        elif tag == "link":
            self.links.setdefault(given["rel"], []).append(given["href"])

    def handle_endtag(self, tag) -> None:
        self.within = ""

    def handle_data(self, data) -> None:
        if self.within:
            setattr(self, self.within, getattr(self, self.within) + data)


@pytest.fixture(scope="module")
def published() -> library.Snapshot:
    return library.shared().current()


@pytest.fixture(scope="module")
def client() -> TestClient:
    made = routes.routes(library.shared(), "/process", shell=SHELL)
    return TestClient(Starlette(routes=made), base_url="https://example.org")


def view(given: dict[str, list[str]], of: library.Snapshot, public: str = SITE) -> Read:
    return Read(head.head(of, head.of_view(of, read(given, of), public), public))


def absolute(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme == "https" and bool(parts.netloc)


def at_most(number: int) -> Callable[[str], bool]:
    return lambda value: 0 < len(value) <= number


READERS: dict[str, dict[str, Callable[[str], bool]]] = {
    # https://developers.facebook.com/docs/sharing/webmasters, and LinkedIn reads the same
    "Facebook": {
        "og:title": bool,
        "og:type": lambda value: value in ("website", "article"),
        "og:url": absolute,
        "og:image": absolute,
        "og:image:width": lambda value: int(value) >= 1200,
        "og:image:height": lambda value: int(value) >= 627,
        "og:description": bool,
    },
    # https://developer.x.com/en/docs/x-for-websites/cards/overview/summary-card-with-large-image
    "X": {
        "twitter:card": lambda value: value == "summary_large_image",
        "twitter:title": bool,
        "twitter:description": at_most(200),
        "twitter:image": absolute,
        "twitter:image:alt": at_most(420),
    },
    # https://api.slack.com/reference/messaging/link-unfurling; WhatsApp reads the same
    "Slack": {"og:site_name": bool, "og:title": at_most(120), "og:description": bool, "og:image": absolute},
}
"""What readers of previews need: the meta elements, and what each must hold."""


@pytest.mark.parametrize("query", QUERIES)
def test_three_readers_of_previews_find_what_they_need(client, query):
    answer = client.get(f"/process/?{query}", headers={"accept-encoding": "identity"})
    page = Read(answer.text)
    for reader, needs in READERS.items():
        faults = [name for name, good in needs.items() if name not in page.meta or not good(page.meta[name])]
        assert (reader, faults) == (reader, [])
    assert answer.text.index("twitter:description") < 32_000  # some readers look only at the beginning of a page
    picture = client.get(page.meta["og:image"])
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert len(picture.content) < 300_000  # WhatsApp shows no larger one
    assert "immutable" in picture.headers["cache-control"]
    with Image.open(BytesIO(picture.content)) as image:
        assert image.size == (int(page.meta["og:image:width"]), int(page.meta["og:image:height"]))


def test_pages_events_and_choices_have_titles_of_their_own(published):
    titles = [view({"page": [page]}, published).title for page in PAGES]
    assert titles[0] == "Dushanbe Process"
    assert titles[-2:] == ["Get the data · Dushanbe Process", "Try a change · Dushanbe Process"]
    assert len(set(titles)) == len(titles)
    assert view({"event": ["2022-dushanbe"]}, published).title == "Dushanbe 2022 · Dushanbe Process"
    chosen = view({"organizer": ["osce"], "year": ["2022"]}, published)
    assert chosen.title == "2022, OSCE · Dushanbe Process"
    assert chosen.meta["description"].startswith("3 of 50 events; filters: 2022, OSCE; not shown: ")


def test_every_page_says_in_words_of_its_own_what_is_on_it(published):
    words = [view({"page": [page]}, published).meta["description"] for page in PAGES]
    assert len(set(words)) == len(words)


def test_the_description_of_an_event_says_what_when_where_and_who(published):
    words = head.of_event(published, published.dataset.events["2019-dushanbe"]).description
    assert words.startswith("Conference 2 of the series: 16–17 May 2019, Dushanbe, Tajikistan. Organizers: ")
    whole = head.linked_data.event_words(published, published.dataset.events["2022-dushanbe"])
    assert whole.startswith("Conference 3 of the series: 18–19 October 2022, Dushanbe, Tajikistan. Organizers: ")
    assert "Saudi Arabia (disputed)" in whole


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({}, "/"),
        ({"utm_source": ["x"], "fbclid": ["y"]}, "/"),
        ({"year": ["2022"], "organizer": ["osce"]}, "/?year=2022&organizer=osce"),
        ({"organizer": ["OSCE"], "amp;year": ["2022"]}, "/?year=2022&organizer=osce"),
        ({"event": ["2022-dushanbe"]}, "/?event=2022-dushanbe"),
        ({"page": ["changes"], "event": ["2022-dushanbe"], "year": ["2022"], "sort": ["name"]}, "/?page=changes"),
        ({"page": ["together"], "event": ["2022-dushanbe"], "year": ["2022"]}, "/?year=2022&page=together"),
        ({"page": ["nonsense"]}, "/"),
    ],
)
def test_one_page_has_one_address_however_it_was_linked(published, query, address):
    page = view(query, published)
    assert page.links["canonical"] == [page.meta["og:url"]] == [SITE + address]


def test_an_event_that_the_filters_hide_is_not_announced(published):
    page = view({"event": ["2022-dushanbe"], "year": ["2018"]}, published)
    assert page.title == "2018 · Dushanbe Process"


def test_each_address_says_the_same_as_linked_data(published):
    def kinds(page: Read) -> list[str]:
        content = json.loads(page.data)
        assert content["@context"] == "https://schema.org"
        return [node["@type"] for node in content["@graph"]]

    assert kinds(view({}, published)) == ["Dataset"]
    assert kinds(view({"event": ["2022-dushanbe"]}, published)) == ["Event"]
    (short,) = json.loads(view({"event": ["2022-dushanbe"]}, published).data)["@graph"]
    (whole,) = head.of_event(published, published.dataset.events["2022-dushanbe"], SITE).nodes
    assert short == {word: whole[word] for word in whole if word not in ("alternateName", "subjectOf")}
    assert len(whole["subjectOf"]["citation"]) == len(published.dataset.events["2022-dushanbe"].sources)
    data = published.dataset
    for about, kind in (
        (head.of_event(published, data.events["2022-dushanbe"], SITE), "Event"),
        (head.of_organizer(published, data.organizers["osce"], SITE), "Organization"),
        (head.of_organizer(published, data.organizers["tajikistan"], SITE), "GovernmentOrganization"),
        (head.of_source(published, data.sources["tvt-2022-09-21"], SITE), "WebPage"),
    ):
        page = Read(head.head(published, about, SITE))
        assert kinds(page) == [kind]
        assert page.links["canonical"] == [about.address]
        assert about.address.startswith(f"{SITE}/{urlsplit(about.address).path.split('/')[2]}/")


def test_a_picture_is_described_by_the_events_that_it_draws(published):
    shown = [event for event in published.dataset.events.values() if event.weight in ("main", "secondary")]
    alt = head.of_view(published, read({}, published)).picture_alt
    assert alt == f"Dushanbe Process: {len(shown)} events on a timeline."
    assert "3 events on a timeline" in head.of_view(snapshot(), read({}, snapshot())).picture_alt
    undated = {"undated-plan": DATASET.events["undated-plan"]}
    bare = snapshot(replace(DATASET, events=undated))
    assert head.of_view(bare, read({}, bare)).picture_alt == "Dushanbe Process."
    assert head.of_event(bare, undated["undated-plan"]).picture_alt == "Plan: date not known, place not known."


def test_without_a_public_address_no_link_is_made_up(published):
    for about in (head.of_view(published, read({}, published)), head.of_event(published, next(iter(
        published.dataset.events.values()
    )))):  # fmt: skip
        page = Read(head.head(published, about))
        assert "canonical" not in page.links and "alternate" not in page.links
        assert not {"og:url", "og:image", "twitter:image"} & {*page.meta}
        assert page.meta["twitter:card"] == "summary"


def test_hostile_and_endless_text_stays_text_and_is_cut():
    hostile = replace(DATASET, process=DATASET.process.model_copy(update={"name": HOSTILE * 9, "summary": CODE * 90}))
    for of in (snapshot(hostile), snapshot(EMPTY)):
        for query in ({}, {"q": [f"{CODE}{HOSTILE}" * 20]}, {"event": ["2019-side"]}, {"page": ["try"]}):
            page = Read(head.head(of, head.of_view(of, read(query, of), SITE), SITE))
            assert page.title and len(page.meta["description"]) <= head.LONGEST_DESCRIPTION
    text = head.head(snapshot(), head.of_event(snapshot(), DATASET.events["2019-side"], SITE), SITE)
    assert "<img" not in text and "<script>alert" not in text
    assert json.loads(Read(text).data)["@graph"][0]["name"] == HOSTILE
    assert head._short("a" * 300, 20) == "a" * 19 + "…"
