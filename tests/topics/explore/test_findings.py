"""The titles of timeline and matrix are true: what they count is counted a second way, from the records alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.model import ORGANIZING
from dashboard.topics.explore import findings, payload
from dashboard.words.counting import WORDS
from tests import real
from tests.conftest import EXAMPLES
from tests.generated import datasets
from tests.sample import snapshot

FROM_TO = re.compile(r"From (\w+) organizers? in (\d+)(?: \(([^)]*)\))? to (\w+) in (\d+)(?: \(([^)]*)\))?")
COUNTED = re.compile(r"(\w+)(?: of (\w+))? conferences?(?: in (\d+)| from (\d+) to (\d+))")


def number(word: str) -> int:
    return int(word) if word.isdigit() else WORDS.index(word.lower())


def headings(of, asked):
    """Give both headings, as the page has them, and the ids of the columns of the matrix."""
    left = of.select(asked)
    columns = payload.matrix_columns(left, "all")
    timeline = findings.timeline_heading(left.events, of.frames.events)
    return (
        timeline,
        findings.matrix_heading(left.roles, columns),
        [of.dataset.events[name] for name in left.events["event_id"]],
    )


def check(of, asked):
    timeline, matrix, events = headings(of, asked)
    conferences = [event for event in events if event.kind == "conference"]
    every = [event for event in of.dataset.events.values() if event.kind == "conference"]
    if found := COUNTED.fullmatch(timeline.title):
        some_of, total, one, first, last = found.groups()
        assert number(total or some_of) == len(every)
        begun = [event for event in conferences if event.start and int(one or first) <= event.start.year]
        assert len(begun) >= number(some_of)
        assert {event.start.year for event in begun} >= {int(year) for year in (one, first, last) if year}
    for year in re.findall(r"\d{4}", timeline.drawn.partition("listed for")[2]):
        assert all(event.start and event.start.year != int(year) for event in every)
    if found := FROM_TO.fullmatch(matrix.title):
        before, year, doubt, after, later, other_doubt = found.groups()
        assert int(year) < int(later)
        for count, when, words in ((before, year, doubt), (after, later, other_doubt)):
            (event,) = [event for event in conferences if event.start and event.start.year == int(when)]
            held = {role.organizer for role in event.roles if role.role in ORGANIZING}
            assert 0 < number(count) <= len(held)
            firm = {role.organizer for role in event.roles if role.role in ORGANIZING and role.confidence != "disputed"}
            assert bool(words) or held == firm or number(count) < len(held)


@settings(max_examples=max(EXAMPLES // 15, 2), deadline=None, derandomize=True)
@given(datasets, some.booleans())
def test_a_title_counts_what_there_is(dataset, every):
    check(snapshot(dataset), Filters(weight=EVERY_WEIGHT) if every else Filters())


@pytest.mark.parametrize("facet", ["year", "organizer", "role", "kind"])
def test_a_title_is_true_for_every_filter(facet):
    for value in real.SNAPSHOT.known[facet]:
        check(real.SNAPSHOT, Filters(weight=EVERY_WEIGHT).having(facet, (value,)))


def test_what_the_data_of_today_show():
    left = real.SNAPSHOT.select(Filters())
    timeline, matrix, _ = headings(real.SNAPSHOT, Filters())
    assert FROM_TO.fullmatch(matrix.title)
    assert COUNTED.fullmatch(timeline.title)
    assert timeline.drawn.startswith(f"{len(left.events)} events by kind · no conference is listed for ")


def test_without_a_finding_the_title_names_the_chart():
    left = real.SNAPSHOT.select(Filters(kind=("declaration",), year=("2019",)))
    assert findings.timeline_heading(left.events, real.SNAPSHOT.frames.events, "place") == (
        "Timeline", f"{len(left.events)} event by place",
    )  # fmt: skip
    assert findings.matrix_heading(left.roles, left.events).title == "Organizers and their roles"
