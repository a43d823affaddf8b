"""The filters of a reader, and the events that they leave."""

from collections import Counter
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import frames
from dashboard.frames import filters
from dashboard.frames.filters import COUNTED, FACETS, Filters
from dashboard.look.links import query_string
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING
from tests.sample import DATASET, EMPTY

BUILT = frames.build(DATASET)
KNOWN = filters.options(DATASET, BUILT)


def ids(asked: Filters, found: set[str] | None = None) -> list[str]:
    return list(filters.select(BUILT, asked, found).events["event_id"])


def subsets(values: dict[str, str], smallest: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Give any choice of values, in the order they are known in."""
    chosen = st.sets(st.sampled_from(list(values)), min_size=smallest)
    return chosen.map(lambda some: tuple(value for value in values if value in some))


ANY_FILTERS = st.builds(
    Filters,
    **{facet: subsets(KNOWN[facet], smallest=facet == "weight") for facet in FACETS},
    q=st.text(max_size=5).map(filters.searched),
    since=st.sampled_from(("", "2018", "2018-05-04", "2019-03")),
    until=st.sampled_from(("", "2019-03", "2022-10-18", "2024")),
)
ANY_FOUND = st.none() | st.sets(st.sampled_from(list(DATASET.events)))


def first(end: str) -> date:
    return PartialDate.parse(end).first()


def last(end: str) -> date:
    return PartialDate.parse(end).last()


def passes(event, asked: Filters) -> bool:
    """Say whether an event passes, reading the records rather than the frames."""
    held = any(
        (not asked.organizer or role.organizer in asked.organizer) and (not asked.role or role.role in asked.role)
        for role in event.roles
    )
    return (
        event.weight in asked.weight
        and (not asked.year or (event.start is not None and str(event.start.year) in asked.year))
        and (not asked.kind or event.kind in asked.kind)
        and (not asked.since or event.start is None or (event.end or event.start).last() >= first(asked.since))
        and (not asked.until or event.start is None or event.start.first() <= last(asked.until))
        and (held or not (asked.organizer or asked.role))
        and set(asked.together) <= {role.organizer for role in event.roles if role.role in ORGANIZING}
    )


def test_options_are_the_values_in_use_with_their_labels():
    assert KNOWN["year"] == {"2018": "2018", "2019": "2019", "2022": "2022"}
    assert list(KNOWN["organizer"]) == ["tajikistan", "qatar", "un", "unoct", "osce"]
    assert KNOWN["kind"]["side-event"] == "Side events"
    assert "context" not in KNOWN["kind"]
    assert "related" not in KNOWN["weight"]


def test_options_of_nothing_are_empty():
    assert filters.options(EMPTY, frames.build(EMPTY)) == {facet: {} for facet in FACETS}


def test_no_filter_leaves_what_is_shown_at_first():
    assert ids(Filters()) == ["2018-dushanbe", "2019-side", "2022-dushanbe", "undated-plan"]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"year": ("2022",)}, ["2022-dushanbe"]),
        ({"year": ("2022",), "weight": ("main", "minor")}, ["2022-briefing", "2022-dushanbe"]),
        ({"kind": ("follow-up", "side-event")}, ["2019-side", "undated-plan"]),
        ({"organizer": ("un",)}, ["2018-dushanbe", "2019-side"]),
        ({"organizer": ("un",), "role": ("partner",)}, ["2019-side"]),
        ({"organizer": ("qatar",), "role": ("host",)}, []),
        ({"together": ("tajikistan", "un")}, ["2018-dushanbe"]),
    ],
)
def test_select(asked, left):
    assert ids(Filters(**asked)) == left


def test_select_narrows_roles_and_sources_to_the_events_and_shows_them_whole():
    left = filters.select(BUILT, Filters(organizer=("qatar",)), None)
    assert set(left.roles["organizer_id"]) == {"tajikistan", "un", "qatar"}
    assert set(left.sources["event_id"]) == {"2018-dushanbe"}


def test_found_narrows_further():
    assert ids(Filters(), {"2019-side", "2022-briefing"}) == ["2019-side"]
    assert ids(Filters(), set()) == []


@given(ANY_FILTERS, ANY_FOUND)
def test_select_agrees_with_the_records(asked, found):
    expected = {event.id for event in DATASET.events.values() if passes(event, asked)} & (found or set(DATASET.events))
    assert set(ids(asked, found)) == (expected if found != set() else set())


@given(ANY_FILTERS, ANY_FOUND)
def test_counts_say_what_choosing_one_value_alone_would_leave(asked, found):
    expected = {
        facet: Counter(
            value
            for value in KNOWN[facet]
            for event in DATASET.events.values()
            if (found is None or event.id in found) and passes(event, replace(asked, **{facet: (value,)}))
        )
        for facet in COUNTED
    }
    assert filters.counts(BUILT, asked, found) == expected


@given(ANY_FILTERS)
def test_the_address_gives_the_same_filters_back(asked):
    assert filters.parse(asked.query(), KNOWN) == (asked, [])
    assert filters.parse(parse_qs(query_string({}, asked)), KNOWN) == (asked, [])


def test_selecting_and_counting_leave_the_frames_as_they_were():
    built = frames.build(DATASET)
    asked = Filters(year=("2018",), organizer=("un",), role=("host",), kind=("conference",))
    filters.select(built, asked, {"2018-dushanbe"})
    filters.counts(built, asked, {"2018-dushanbe"})
    for name, frame in vars(built).items():
        pd.testing.assert_frame_equal(frame, getattr(BUILT, name))


def test_parse_returns_what_is_not_known_and_keeps_the_rest():
    asked, unknown = filters.parse({"year": ["2022", "1950"], "role": ["boss"], "event": ["x"]}, KNOWN)
    assert asked == Filters(year=("2022",))
    assert unknown == [("year", "1950"), ("role", "boss")]


def test_parse_reads_each_value_once_and_in_the_known_order():
    asked, unknown = filters.parse({"year": ["2022", "2018", "2022", "1950", "1950"]}, KNOWN)
    assert (asked.year, unknown) == (("2018", "2022"), [("year", "1950")])


def test_an_unknown_weight_leaves_the_default():
    assert filters.parse({"weight": ["huge"]}, KNOWN) == (Filters(), [("weight", "huge")])


def test_the_text_is_trimmed_and_cut():
    assert filters.parse({"q": ["  a b "]}, KNOWN)[0].q == "a b"
    long = "x" * 1000
    assert filters.parse({"q": [long]}, KNOWN) == (Filters(q="x" * filters.MAX_TEXT), [("q", long)])
    most = "x" * filters.MAX_TEXT
    assert filters.parse({"q": [f"  {most} "]}, KNOWN) == (Filters(q=most), [])


@pytest.mark.parametrize("text", ["\u200b", " \u2060\u00ad ", "\ufeff", "\u3164", "\u2800", "\u0301\u202e", "\x00"])
def test_a_text_that_cannot_be_seen_is_none(text):
    assert filters.parse({"q": [text]}, KNOWN) == (Filters(), [])
    assert filters.parse({"q": [f"a{text}b"]}, KNOWN)[0].q == f"a{text}b"


@pytest.mark.parametrize("text", ["a", "٣", "…", "“", "ӯ", "☺"])
def test_a_letter_a_digit_or_a_sign_is_a_text(text):
    assert filters.parse({"q": [text]}, KNOWN)[0].q == text


def test_the_query_leaves_out_what_is_at_its_default():
    assert Filters().query() == {}
    assert query_string({}, Filters()) == ""
    asked = Filters(year=("2022",), q="ö & b")
    assert query_string({"event": "e", "at": ""}, asked) == "year=2022&q=%C3%B6+%26+b&event=e"


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({}, ""),
        ({"year": ("2022",), "organizer": ("osce",)}, "2022-osce"),
        ({"q": "Ä/../", "weight": ("main",)}, "main-text"),
        ({"since": "2018-05", "kind": ("conference",)}, "conference-since-2018-05"),
        ({"since": "2018-05", "until": "2019", "weight": ("main",)}, "since-2018-05-until-2019-main"),
    ],
)
def test_slug(asked, slug):
    assert Filters(**asked).slug() == slug


def test_any_weight_means_every_weight_that_is_in_use():
    assert filters.parse({"weight": ["any"]}, KNOWN) == (Filters(weight=("main", "secondary", "minor")), [])
    assert filters.parse({"weight": ["minor", "any"]}, KNOWN)[0].weight == ("main", "secondary", "minor")
    assert filters.parse({"year": ["any"]}, KNOWN) == (Filters(), [("year", "any")])
