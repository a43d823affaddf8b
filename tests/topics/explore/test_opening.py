"""What the first page says at once: the last conference, and the next one as far as it is announced."""

import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.library import Snapshot
from dashboard.records.dates import PartialDate
from dashboard.records.model import Upcoming
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, door
from tests import real
from tests.sample import DATASET, EMPTY, snapshot

SHELL = "<html><head><title>Streamlit</title></head><body><noscript></noscript></body></html>"
DAY = PartialDate.parse("2026-03-01")


def of(upcoming: Upcoming | None, updated: str = "2026-03-01", **more) -> Snapshot:
    """Give the sample with what is known of the next event."""
    process = DATASET.process.model_copy(update={"next": upcoming, "updated": PartialDate.parse(updated), **more})
    return snapshot(replace(DATASET, process=process))


def line(html: str) -> str:
    """Give the text of the line on the last and the next event; empty if there is none."""
    match = re.search(r'<div class="latest">(.*?)(?:<div>|</div>)', html)
    return unescape(re.sub(r"<[^>]+>", "", match[1])) if match else ""


def test_the_data_says_what_was_last_and_that_nothing_is_announced():
    assert line(masthead(real.SNAPSHOT, first=True)) == (
        "Last: Kuwait City, November 2024 · Next: none announced checked 25 November 2026"
    )


def test_the_sources_looked_at_are_named():
    html = masthead(real.SNAPSHOT, first=True)
    assert "no announcement was found. These sources were among those looked at:" in html
    for name in real.DATASET.process.next.sources:
        assert str(real.DATASET.sources[name].published.words()) in html


@pytest.mark.parametrize(
    ("upcoming", "said"),
    [
        (Upcoming(checked=DAY, sources=("khovar-2018",)), "none announced checked 1 March 2026"),
        (
            Upcoming(
                title="Fifth & last", place="Oslo", date=PartialDate(2027, 5), checked=DAY, sources=("khovar-2018",)
            ),
            "Fifth & last, Oslo, May 2027 checked 1 March 2026",
        ),
        (Upcoming(place="Oslo", checked=DAY, sources=("khovar-2018",)), "Oslo checked 1 March 2026"),
    ],
)
def test_what_is_announced_is_said_as_far_as_it_is_known(upcoming, said):
    assert line(masthead(of(upcoming), first=True)).endswith(f" · Next: {said}")


def test_a_conference_of_the_data_that_is_ahead_is_the_next_one():
    nothing = Upcoming(checked=DAY, sources=("khovar-2018",))
    said = line(masthead(of(nothing, updated="2019-01-01"), first=True))
    assert said.count("Next: ") == 1
    assert "none announced" not in said


def test_without_the_key_the_line_says_only_what_was_last():
    said = line(masthead(of(None), first=True))
    assert said.startswith("Last: ")
    assert "Next" not in said


def test_a_series_without_a_conference_has_no_line():
    assert line(masthead(snapshot(EMPTY), first=True)) == ""


def test_only_the_first_page_has_the_line():
    first = door.first_html(SHELL, real.SNAPSHOT, address.parsed(""))
    other = door.first_html(SHELL, real.SNAPSHOT, address.parsed("page=coverage"))
    assert line(first).startswith("Last: Kuwait City")
    assert line(other) == "" == line(masthead(real.SNAPSHOT))


@pytest.mark.parametrize(
    ("summary", "head", "more"),
    [
        ("Meetings of ministers on one river: nine were held.", "Meetings of ministers on one river", ": nine"),
        ("Meetings of ministers on one river. Nine were held.", "Meetings of ministers on one river", ". Nine"),
        ("Meetings of ministers on one river.", "Meetings of ministers on one river.</p>", ""),
        ("A: b.", "A: b.</p>", ""),
    ],
)
def test_a_phone_shows_the_first_part_of_the_sentence(summary, head, more):
    html = masthead(of(None, summary=summary), first=True)
    assert f"<p>{head}" in html
    assert (f'<span class="more">{more}' in html) is bool(more)
