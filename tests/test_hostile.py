"""Hostile texts in every field of every record, and in every parameter: they stay text, wherever they are shown."""

import base64
import csv as csv_module
import io
import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain
from urllib.parse import quote
from xml.etree import ElementTree

import bibtexparser
import openpyxl
import pytest
import rispy
from ical.calendar_stream import IcsCalendarStream
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import exports
from dashboard.curation.diff import SORTS, Difference, Edit
from dashboard.exports.tables import FORMULA
from dashboard.frames.filters import EVERY_WEIGHT, FACETS, FREE, Filters
from dashboard.library import Snapshot
from dashboard.library.trial import RefusedError, Trial, file_for, is_file
from dashboard.look.html import Html
from dashboard.look.page import Act, Block, Choice, File, Request, Row
from dashboard.publish import explore, found, records
from dashboard.publish import pages as publish_pages
from dashboard.publish.edition import Edition
from dashboard.publish.single import single
from dashboard.records.model import Dataset, Problem
from dashboard.topics import PAGES
from dashboard.topics.trial import page as trial_page
from dashboard.web import door, embed, headers, routes
from dashboard.web.resources import RESOURCES
from dashboard.words.catalogue import Message
from tests import hostile
from tests.hostile import HOSTILE, PLAIN
from tests.sample import Shelf, snapshot
from tests.web.test_door import SHELL

pytestmark = pytest.mark.slow

ALL = Filters(weight=EVERY_WEIGHT)
PARAMETERS = dict.fromkeys(
    (
        *FACETS, *FREE, *exports.OPTIONS, "event", "accessed", "page", "theme", "fields", "limit", "offset",
        *(parameter.name for page in PAGES for parameter in page.parameters),
    )
)  # fmt: skip
INLINE = {*door.inline_scripts(SHELL)}


@pytest.fixture(scope="module")
def held() -> Snapshot:
    """A snapshot with every text in every field."""
    return snapshot(hostile.data(HOSTILE))


@pytest.fixture(scope="module")
def plain() -> Snapshot:
    """The same with plain words."""
    return snapshot(hostile.data(PLAIN))


def served(of: Snapshot) -> TestClient:
    app = Starlette(routes=routes.routes(Shelf(of), shell=SHELL))
    return TestClient(app, base_url="https://example.org", headers={"accept-encoding": "identity"})


@pytest.fixture(scope="module")
def pages(held) -> dict[str, str]:
    """The HTML of every kind of page, with hostile texts."""
    return pages_of(served(held), held)


class Markup(HTMLParser):
    """Collects what a browser could run: elements and attributes, addresses, and scripts in the page."""

    def __init__(self, text: str, scripts: Container[str] = INLINE) -> None:
        super().__init__()
        self.known = scripts
        self.shape: set[str] = set()
        self.faults: list[str] = []
        self.scripts: set[str] = set()
        self.inside: tuple[str, str | None] | None = None
        self.feed(text)
        self.close()

    @property
    def elements(self) -> set[str]:
        return {part for part in self.shape if " " not in part}

    def handle_starttag(self, tag, attrs):
        self.shape |= {tag, *(f"{tag} {name}" for name, _ in attrs)}
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") and value not in headers.HANDLERS:
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src", "action", "data", "srcdoc", "xlink:href") and re.match(
                r"(javascript|vbscript):|data:(?!image/svg\+xml,%3csvg|,)", address
            ):
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag == "script" and "src" not in dict(attrs):
            self.inside = (tag, dict(attrs).get("type"))

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        if self.inside is None:
            return
        if self.inside[1] == "text/plain":
            base64.b64decode(text, validate=True)
        elif self.inside[1] is not None:
            json.loads(text)
        else:
            self.scripts.add(text)
            if text not in self.known:
                self.faults.append(f"<script>{text[:80]}")


def pages_of(client: TestClient, of: Snapshot) -> dict[str, str]:
    """Give the HTML of every kind of page."""
    names = ["", *list(of.dataset.events)[::20]]
    places = ["/", "/?weight=any", "/api", "/events/", "/organizers/", "/sources/", "/export/handout.html"]
    places += [f"/?page={page.key}" for page in PAGES[1:]] + ["/organizers/o0"]
    places += [
        f"/{folder}/{letter}{number}"
        for folder, letter in (("organizers", "o"), ("sources", "s"))
        for number in (1, 5, 60)
    ]
    places += [f"/embed/{view}?weight=any&event={name}" for view in embed.VIEWS for name in names]
    for name in names[1:]:
        places += [
            f"/?event={name}",
            f"/events/{name}",
            f"/linked/article/{name}",
            f"/export/handout.html?event={name}",
        ]
    found = {}
    for place in places:
        answer = client.get(place)
        assert answer.status_code in (200, 410), place
        found[place] = answer.text
    return found


def test_the_texts_are_as_many_as_they_should_be():
    assert len(HOSTILE) == len(set(HOSTILE)) == 300


def test_the_pages_hold_the_texts(pages):
    assert "".join(pages.values()).count("alert(1)") > 1000


def test_no_page_has_another_element_or_attribute_than_with_plain_words(pages, plain):
    harmless = set().union(*(Markup(text).shape for text in pages_of(served(plain), plain).values()))
    for place, text in pages.items():
        markup = Markup(text)
        assert (place, markup.faults) == (place, [])
        assert (place, markup.shape - harmless) == (place, set())


def words_of(value: object) -> Iterator[str]:
    """Give every text in a record or in the description of a chart, however deep it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words_of(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from words_of(one)


def texts_of(data: Dataset) -> set[str]:
    """Give every text in the records of some data."""
    kinds = (data.events, data.organizers, data.sources, data.disputes, data.mirrors, data.changes)
    return {text for kind in kinds for record in kind.values() for text in words_of(record.model_dump())}


def edition_of(of: Snapshot) -> dict[str, str]:
    """Give the HTML of an edition without a server: of the folder and of the one file."""
    edition = Edition(of)
    files = chain(explore.files(edition), publish_pages.files(edition), records.files(edition))
    folder = {path: content.decode() for path, content in files if path.endswith(".html")}
    return {**folder, "404.html": found.missing(edition), "the one file": single(edition).decode()}


def test_no_page_of_an_edition_has_another_element_attribute_or_script_than_with_plain_words():
    # Few records with all texts, because an edition has a page for each pair of conferences.
    plain, held = (snapshot(hostile.data(texts, 25)) for texts in (PLAIN, HOSTILE))
    assert {*HOSTILE} <= texts_of(held.dataset)
    usual = [Markup(text) for text in edition_of(plain).values()]
    harmless = set().union(*(markup.shape for markup in usual))
    scripts = set().union(*(markup.scripts for markup in usual))
    icon = {fault for markup in usual for fault in markup.faults if "data:image/svg+xml;base64," in fault}
    pages = edition_of(held)
    assert sum(text.count("alert(1)") for text in pages.values()) > 100
    for path, text in pages.items():
        markup = Markup(text, scripts)
        assert (path, [fault for fault in markup.faults if fault not in icon]) == (path, [])
        assert (path, markup.shape - harmless) == (path, set())


VIEW = {parameter.name: parameter.default for page in PAGES for parameter in page.parameters}


def drawn(blocks: Iterable[Block]) -> tuple[list[str], list[str]]:
    """Give the HTML of blocks with the texts of their charts, which Plotly reads as HTML; and what is Markdown."""
    html, markdown = [], []
    for block in blocks:
        match block:
            case Html():
                html.append(str(block))
            case dict():
                html += words_of(block["figure"])
            case Choice() | File() | Act():
                markdown.append(block.label)
            case Row():
                more, labels = drawn(block.blocks)
                html += more
                markdown += labels
    return html, markdown


@pytest.mark.parametrize("page", [page for page in PAGES if page.blocks], ids=lambda page: page.key)
def test_no_block_of_a_page_has_another_element_or_attribute_than_with_plain_words(held, plain, page):
    for dark in (False, True):
        asked = Request(ALL, VIEW, dark=dark)
        (usual, labels), (html, own) = (drawn(page.blocks(of, asked)) for of in (plain, held))
        assert own == labels, "Markdown has no text of the data"
        harmless = {"em"}.union(*(Markup(text).shape for text in usual))  # what names look alike is in italics
        for text in html:
            markup = Markup(text)
            assert (text[:200], markup.faults, markup.shape - harmless) == (text[:200], [], set())


def tried(texts: Sequence[str], of: Snapshot) -> Trial:
    """Make a trial with these texts in everything that the page shows."""
    differing, problems = [], []
    for number, text in enumerate(texts, 1):
        edits = (Edit((text, "title"), text, f"{text}, changed"), Edit((text,), "", text), Edit(("a",), text, ""))
        file = ("events.yaml", "articles")[number % 2]
        differing.append(Difference(file, text, text, [*SORTS][number % len(SORTS)], edits, text))
        problems.append(Problem.of("data/events.yaml", number, 1 + number % 9, text, Message("unknown", text), "error"))
    return Trial(
        {"events.yaml": b""},
        replace(of, problems=tuple(problems)),
        tuple(differing),
        unread=tuple(texts),
        brought=frozenset(problems[::2]),
        lost=tuple(problems),
        entries="\n".join(texts),
        left_out=tuple(texts[:6]),
        texts={"events.yaml": "\n".join(" ".join(text.splitlines()) for text in texts)},
    )


def test_no_part_of_the_page_of_a_trial_has_another_element_or_attribute_than_with_plain_words(held, plain):
    parts = (
        trial_page.verdict_html, trial_page.problems_html, trial_page.differences_html, trial_page.banner_html,
        lambda trial: trial_page.ended_html(trial.unread),
    )  # fmt: skip
    for first in range(0, len(HOSTILE), 60):  # the page shows a hundred records
        some = slice(first, first + 60)
        own, usual = tried(HOSTILE[some], held), tried(PLAIN[some], plain)
        for part in parts:
            markup, harmless = Markup(part(own)), Markup(part(usual)).shape
            assert (markup.faults, markup.shape - harmless) == ([], set())


NAMES = [name for name in exports.EXPORTS if name not in exports.PICTURES or name in exports.SHOWN]
NAMES = [name for name in NAMES if not name.endswith(".pdf")]


def read_back(name: str, content: bytes) -> None:
    """Read a download as its programs do, and look for what would run there."""
    text = content.decode("utf-8-sig") if not name.endswith((".xlsx", ".parquet", ".zip")) else ""
    match name.partition(".")[2]:
        case "csv":
            rows = list(csv_module.reader(io.StringIO(text, newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.]+", cell)]
            assert [cell for cell in cells if cell.startswith(FORMULA)] == []
        case "xlsx":
            for sheet in openpyxl.load_workbook(io.BytesIO(content)):
                cells = [cell for row in sheet.iter_rows() for cell in row]
                assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
        case "json" | "jsonld":
            json.loads(text)
        case "ftm.json":
            assert all(json.loads(line)["id"] for line in text.rstrip("\n").split("\n"))
        case "atom" | "graphml":
            assert b"<!DOCTYPE" not in content[:200]
            ElementTree.fromstring(content)
        case "ics":
            events = IcsCalendarStream.calendar_from_ics(text).events
            assert len(events) == text.count("\r\nBEGIN:VEVENT\r\n") <= len(HOSTILE)
            assert {event.uid.partition("@")[2] for event in events} == {"dushanbe-process"}
        case "bib":
            library = bibtexparser.parse_string(text)
            assert library.failed_blocks == [] and "\\write18" not in re.sub(r"\\textbackslash(\{\})?", "", text)
        case "ris":
            assert {entry["type_of_reference"] for entry in rispy.loads(text)} <= {
                "CONF",
                "ELEC",
                "DATA",
                "NEWS",
                "GEN",
                "WEB",
                "DBASE",
            }
        case "html":
            assert [fault for fault in Markup(text).faults if not fault.startswith("<script>")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_download_runs_anything_where_it_is_opened(held, name):
    event = {"event": "2022-e20"}
    read_back(name, exports.EXPORTS[name].make(held, ALL, exports.DEFAULTS | {"site": "https://example.org"} | event))


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_api_gives_the_texts_as_they_are(held, resource):
    client, found = served(held), []
    address = f"/api/v1/{resource}?limit=500" + ("&weight=any" if RESOURCES[resource].filtered else "")
    while address:
        answer = client.get(address).json()
        found += answer["items"]
        address = (answer.get("next") or "").removeprefix("https://example.org")
    told = json.dumps(found, ensure_ascii=False)
    assert [text for text in HOSTILE if json.dumps(text, ensure_ascii=False)[1:-1] not in told] == []


@pytest.mark.parametrize(
    "place",
    ["/", "/embed/timeline", "/embed/article", "/export/events.csv", "/export/handout.html", "/export/citations.json",
     "/api/v1/events", "/linked/takeaway.json", "/linked/figure/together", "/trial/x/export/events.csv"],
)  # fmt: skip
def test_texts_in_every_parameter_are_refused_in_a_sentence_or_stay_text(place):
    client = served(snapshot())
    events = ["", *snapshot().dataset.events]
    pages = [client.get(place, params={"event": event} if event else {}).text for event in events]
    harmless = {"p", "li", "b", "br", "a", "ul"}.union(*(Markup(page).elements for page in pages))
    for number, text in enumerate(HOSTILE):  # another text in each parameter, and all texts in every one
        given = {name: HOSTILE[(number + 7 * i) % len(HOSTILE)] for i, name in enumerate(PARAMETERS)}
        answer = client.get(place, params=given)
        kind = answer.headers["content-type"].partition(";")[0]
        assert answer.status_code in (200, 400, 404), text
        assert "Traceback" not in answer.text
        if kind == "text/html":
            markup = Markup(answer.text)
            assert (text, markup.faults) == (text, [])
            assert (
                text,
                {tag for tag in markup.shape - harmless if " " not in tag} - {"p", "li", "b", "br", "a", "ul"},
            ) == (text, set())
        else:
            assert kind in ("text/plain", "text/csv", "application/json", "application/problem+json")
            assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "place",
    ["/events/{}", "/organizers/{}", "/sources/{}", "/embed/{}", "/export/{}", "/preview/{}.png", "/linked/article/{}",
     "/linked/figure/{}", "/trial/{}/export/events.csv", "/api/v1/{}", "/api/v1/events/{}"],
)  # fmt: skip
def test_texts_in_every_part_of_a_path_are_refused_in_a_sentence(place):
    client = served(snapshot())
    for text in HOSTILE:
        answer = client.get(place.format(quote(text[:500], safe="")), follow_redirects=False)
        assert answer.status_code in (301, 307, 400, 404), text
        assert re.match(r"https://example\.org/|/(?!/)", answer.headers.get("location", "/")), text
        assert "Traceback" not in answer.text and str(routes.__file__) not in answer.text
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert (text, Markup(answer.text).faults) == (text, [])


def test_a_hostile_name_of_an_upload_is_refused_in_a_sentence_or_is_a_data_file():
    for text in HOSTILE:
        for name in (text, f"{text}.yaml", f"{text}.md", f"../{text}/events.yaml", f"articles\\{text}.md"):
            try:
                assert is_file(file_for(name, ["2018-dushanbe"]))
            except RefusedError as refused:
                assert "\n" not in str(refused) and len(str(refused)) < 600
