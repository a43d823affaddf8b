"""The feeds: read back by feedparser, and checked against the rules of RFC 4287 on ids and dates."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest

from dashboard import __version__, library
from dashboard.exports import EXPORTS
from dashboard.exports.atom import MOST, changes_atom, events_atom
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.records.model import Change
from tests.sample import CODE, DATASET, EMPTY, HOSTILE, snapshot

EVERYTHING = Filters(weight=EVERY_WEIGHT)
SITE = {"site": "https://example.org/dash"}
PUBLISHED = library.read(Path(__file__).parents[2] / "data", "published")
FEEDS = ("events.atom", "changes.atom")
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def read(content: bytes) -> feedparser.FeedParserDict:
    feed = feedparser.parse(content, sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def changed(*changes: Change, **fields) -> Snapshot:
    """Give the sample with a list of changes."""
    return snapshot(replace(DATASET, changes={f"record {n}": one for n, one in enumerate(changes, 1)}, **fields))


def change(on: str, what: str = "corrected", why: str = "A reason.", **names) -> Change:
    return Change(on=on, what=what, why=why, **names)


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("options", [SITE, {}], ids=["site", "no site"])
@pytest.mark.parametrize("of", [PUBLISHED, snapshot(), snapshot(EMPTY)], ids=["published", "sample", "empty"])
def test_a_feed_keeps_the_rules(name, of, options):
    content = EXPORTS[name].make(of, EVERYTHING, options)
    feed = read(content)
    root = ElementTree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(ATOM + tag)) == 1, tag
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme == "urn"
        assert element.findtext(f"{ATOM}title").strip()
        links = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert bool(links) == bool(options)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    dates = [element.text for tag in ("updated", "published") for element in root.iter(ATOM + tag)]
    assert all(MOMENT.fullmatch(text) for text in dates)
    ids = [entry.id for entry in feed.entries]
    assert len({feed.feed.id, *ids}) == 1 + len(ids)
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert all(entry.published <= entry.updated <= feed.feed.updated for entry in feed.entries)
    assert __version__ in feed.feed.generator


def test_a_feed_has_all_events_or_those_of_the_filters():
    assert {entry.title for entry in read(events_atom(PUBLISHED, EVERYTHING)).entries} == {
        " ".join(event.title.split()) for event in PUBLISHED.dataset.events.values()
    }
    feed = read(events_atom(snapshot(), Filters(year=("2022",)), SITE))
    assert [entry.title for entry in feed.entries] == ["Conference of 2022"]
    assert feed.feed.subtitle == "1 of 5 events; filters: 2022; not shown: bilateral talks and mentions."
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {
        "self": "https://example.org/dash/export/events.atom?year=2022",
        "alternate": "https://example.org/dash/?year=2022",
    }


def test_the_event_that_was_changed_last_comes_first():
    held = changed(
        change("2026-01-01", "added", events=("2018-dushanbe", "2022-dushanbe")),
        change("2026-01-01", events=("2018-dushanbe",)),
    )
    feed = read(events_atom(held, Filters(kind=("conference",))))
    assert [(entry.title, entry.updated) for entry in feed.entries] == [
        ("High-Level Conference", "2026-01-01T00:00:01Z"),
        ("Conference of 2022", "2026-01-01T00:00:00Z"),
    ]
    assert feed.feed.updated == "2026-01-01T00:00:01Z"
    assert feed.entries[0].content[0].value.endswith("<p>Corrected, 1 January 2026: A reason.</p>")


def test_an_entry_says_when_where_who_and_what_is_disputed():
    entry = read(events_atom(snapshot(), Filters(year=("2018",)), SITE)).entries[0]
    assert entry.link == "https://example.org/dash/events/2018-dushanbe"
    assert [tag.term for tag in entry.tags] == ["Conference"]
    assert entry.content[0].type == "text/html"
    assert entry.content[0].value == (
        "<p><b>3–4 May 2018</b>, Kohi &lt;Somon&gt;, Dushanbe, Tajikistan</p>"
        "<ul><li>Host: Tajikistan</li><li>Co-organizer: UN</li><li>Sponsor: Qatar (disputed)</li></ul>"
        "<p>Sources disagree: Did Qatar &lt;pay&gt;?</p>"
        '<p><a href="https://example.org/dash/events/2018-dushanbe">2 sources</a></p>'
    )


def test_a_text_is_no_markup():
    content = events_atom(snapshot(), EVERYTHING, SITE).decode()
    assert HOSTILE not in content
    assert CODE not in content
    (side,) = [entry for entry in read(content.encode()).entries if "onerror" in entry.title]
    assert (side.title, side.title_detail.type) == (HOSTILE, "text/plain")
    assert "<script" not in side.content[0].value


@pytest.mark.parametrize("text", ["a\x00\x0b\x1f", "]]>", "&amp;", "\ufffe"])
def test_whatever_was_searched_for_a_feed_can_be_read(text):
    feed = read(events_atom(snapshot(), Filters(q=f"x{text}"), SITE))
    assert "x" in feed.feed.subtitle


def test_an_id_stays_when_the_id_of_the_event_or_the_address_changes():
    renamed = DATASET.events["2018-dushanbe"].model_copy(update={"id": "2018-city", "aliases": ("2018-dushanbe",)})
    (before,) = read(events_atom(snapshot(), Filters(year=("2018",)))).entries
    (after,) = read(events_atom(changed(events={renamed.id: renamed}), EVERYTHING, SITE)).entries
    assert before.id == after.id
    assert after.link.endswith("/events/2018-city")


def test_each_choice_of_events_is_a_feed_of_its_own():
    ids = {
        read(events_atom(snapshot(), asked, options)).feed.id
        for asked in (Filters(), EVERYTHING, Filters(year=("2018",)))
        for options in (SITE, {})
    }
    assert len(ids) == 3


def test_every_change_is_an_entry_whatever_the_filters():
    feed = read(changes_atom(PUBLISHED, Filters(year=("2018",)), SITE))
    assert len(feed.entries) == len(PUBLISHED.dataset.changes)
    assert feed.feed.title == "Dushanbe Process: changes of the data"
    assert changes_atom(PUBLISHED, Filters(q="zzz"), SITE) == changes_atom(PUBLISHED, EVERYTHING, SITE)


def test_a_change_says_why_and_which_records():
    held = changed(
        change("2026-01-01", "added", "It was <found>.", events=("2018-dushanbe",), organizers=("un", "osce"),
               sources=("khovar-2018",), disputes=("qatar-role",), mirrors=("mirror.example",), process=True),
    )  # fmt: skip
    (entry,) = read(changes_atom(held, Filters(), SITE)).entries
    assert entry.title == (
        "Added: 1 event, 2 organizers, 1 source, 1 disagreement, 1 host of copies and the process"
    )  # fmt: skip
    assert entry.link == "https://example.org/dash/?page=changes"
    assert entry.content[0].value == (
        "<p>It was &lt;found&gt;.</p><dl>"
        '<dt>Event</dt><dd dir="auto"><a href="https://example.org/dash/events/2018-dushanbe">Dushanbe 2018</a></dd>'
        '<dt>Organizers</dt><dd dir="auto"><a href="https://example.org/dash/organizers/un">UN</a></dd>'
        '<dd dir="auto"><a href="https://example.org/dash/organizers/osce">OSCE &lt;b&gt;</a></dd>'
        '<dt>Source</dt><dd dir="auto"><a href="https://example.org/dash/sources/khovar-2018">'
        "Conference &lt;opens&gt;</a></dd>"
        '<dt>Disagreement</dt><dd dir="auto">Did Qatar &lt;pay&gt;?</dd>'
        '<dt>Host of copies</dt><dd dir="auto">mirror.example</dd></dl>'
    )


def test_of_many_records_the_number_is_given():
    names = tuple(f"source-{number}" for number in range(MOST + 3))
    (entry,) = read(changes_atom(changed(change("2026-01-01", sources=names)), Filters())).entries
    assert entry.title == f"Corrected: {MOST + 3} sources"
    assert entry.content[0].value.count("<dd") == MOST + 1
    assert "<dd>3 more</dd>" in entry.content[0].value


def test_a_change_without_records_has_a_title():
    (entry,) = read(changes_atom(changed(change("2026-01-01")), Filters())).entries
    assert entry.title == "Corrected"


def test_a_trial_is_called_one():
    held = replace(snapshot(), trial=True)
    assert read(events_atom(held, Filters())).feed.title == (
        "Dushanbe Process: events (a change on trial, not published)"
    )  # fmt: skip
