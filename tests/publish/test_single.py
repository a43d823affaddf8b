"""The single file has everything inside, and its policy lets it reach nothing."""

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from dashboard.publish.edition import Edition
from dashboard.publish.single import single
from tests.real import SNAPSHOT
from tests.sample import CODE, HOSTILE, snapshot

LIMIT = 3_000_000
"""The most bytes of the file for the real data."""


class Page(HTMLParser):
    """The elements of a page, as a browser sees them: scripts with their text, and every address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.addresses: list[tuple[str, str]] = []
        self.policy = ""
        self._open: dict[str, str | None] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        if tag == "script":
            self._open = of
            self.scripts.append((of, ""))
        if of.get("http-equiv") == "Content-Security-Policy":
            self.policy = of["content"] or ""
        self.addresses += [(tag, of[name] or "") for name in ("href", "src", "action", "srcset") if of.get(name)]

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            of, text = self.scripts[-1]
            self.scripts[-1] = (of, text + data)

    @property
    def running(self) -> list[str]:
        """The scripts that run."""
        return [text for of, text in self.scripts if "type" not in of]

    @property
    def inside(self) -> dict[str, str]:
        """What the file has inside."""
        [packed] = [text for of, text in self.scripts if of.get("id") == "inside"]
        return json.loads(gzip.decompress(base64.b64decode(packed)))


@pytest.fixture(scope="module")
def content() -> bytes:
    return single(Edition(SNAPSHOT))


@pytest.fixture(scope="module")
def page(content: bytes) -> Page:
    return Page(content.decode())


def test_it_is_small_enough_for_mail_and_the_same_every_time(content):
    assert len(content) < LIMIT
    assert single(Edition(SNAPSHOT)) == content


def test_its_policy_forbids_every_connection_and_every_script_but_its_own(page):
    policy = dict(part.strip().split(" ", 1) for part in page.policy.split(";"))
    assert policy["default-src"] == "'none'"
    assert not [
        part for part in policy if part in ("connect-src", "frame-src", "worker-src", "media-src", "object-src")
    ]
    assert not re.search(r"https?:|\*|'self'|unsafe-eval", page.policy)
    assert policy["img-src"] == "data: blob:"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in page.running]
    assert policy["script-src"].split() == [f"'sha256-{digest}'" for digest in hashes]


LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The foot of the page names the licence."""


def test_it_names_no_other_file(page):
    links = [address for tag, address in page.addresses if tag == "a"]
    loaded = [address for tag, address in page.addresses if tag != "a"]
    assert [address for address in loaded if not address.startswith("data:")] == []
    assert "src" not in {name for of, _ in page.scripts for name in of}
    sources = {source.url for source in SNAPSHOT.dataset.sources.values()}
    elsewhere = [address for address in links if not address.startswith("?")]
    assert LICENCE in elsewhere
    assert [address for address in elsewhere if address not in sources | {LICENCE}] == []
    inside = {name for address in links for name, _ in parse_qsl(address.removeprefix("?")) if address not in elsewhere}
    assert inside <= {"event", "tour"}, "a link to another page leads nowhere here"


def test_it_has_the_articles_and_none_of_the_links_to_pages_that_it_does_not_have(page):
    inside = page.inside
    assert {f"data/articles/{event}" for event in SNAPSHOT.dataset.events} < {*inside}
    assert [name for name, text in inside.items() if "articles/" in name and 'href="?page=' in text] == []
    assert [*json.loads(inside["data/facts"])["pages"]] == ["explore"], "an address can name no other"
    [given] = [text for of, text in page.scripts if of.get("id") == "early-given"]
    assert json.loads(given)["places"] == {}


def test_hostile_text_stays_text():
    html = single(Edition(snapshot())).decode()
    assert HOSTILE not in html
    assert len(Page(html).running) == 2
    assert CODE not in html
