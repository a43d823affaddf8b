"""Who organized with whom: pairs, an order, a chart and its sentence."""

import re
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard import frames
from dashboard.frames import ROLES
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.look.page import Act, Request
from dashboard.records.model import ORGANIZING
from dashboard.topics.partners import PAGE, together
from dashboard.topics.partners.figures import finding, together_alt, together_figure, together_picture
from dashboard.topics.partners.page import pairs_html
from dashboard.web.address import VIEW
from tests import real
from tests.sample import DATASET, EMPTY, snapshot

REAL = real.SNAPSHOT.frames.roles
NOTHING = frames.build(EMPTY).roles


def roles(events: dict[str, str], *, role: str = "organizer", disputed: str = "") -> pd.DataFrame:
    """Make a frame of roles: event → a letter for each organizer."""
    rows = [
        {
            **dict.fromkeys(ROLES, ""), "event_id": event, "event": f"Event {event}", "organizer_id": one,
            "organizer": one.upper(), "role": role, "confidence": "disputed" if one in disputed else "single",
        }
        for event, held in events.items()
        for one in held
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(ROLES)).astype(ROLES)


some_events = some.dictionaries(some.sampled_from("1234567"), some.sets(some.sampled_from("abcdef")).map("".join))


@given(some_events)
def test_pairs_count_every_event_once_for_each_two_of_its_organizers(events):
    found = together.pairs(roles(events))
    assert {name: str(kind) for name, kind in found.dtypes.items()} == together.PAIRS
    counted = {frozenset((row.organizer_a, row.organizer_b)): set(row.event_ids.split()) for row in found.itertuples()}
    assert len(counted) == len(found)
    for pair in combinations("abcdef", 2):
        shared = {event for event, held in events.items() if set(pair) <= set(held)}
        assert counted.get(frozenset(pair), set()) == shared
    assert found["n_events"].is_monotonic_decreasing


@given(some_events)
def test_the_order_holds_everyone_of_the_pairs_once_and_is_always_the_same(events):
    found = together.pairs(roles(events))
    order = together.order(found)
    assert sorted(order) == sorted({*found["organizer_a"], *found["organizer_b"]})
    assert order == together.order(found.copy())


def test_the_order_sets_clusters_side_by_side():
    order = together.order(together.pairs(roles({"1": "ad", "2": "ad", "3": "be", "4": "be", "5": "dce", "6": "ad"})))
    assert abs(order.index("a") - order.index("d")) == 1
    assert abs(order.index("b") - order.index("e")) == 1


def test_only_organizing_roles_count():
    assert together.pairs(roles({"1": "ab"}, role="sponsor")).empty


def test_groups_tell_no_event_twice():
    found = together.groups(roles({"1": "abcd", "2": "abc", "3": "abc", "4": "abd", "5": "xyz", "6": "xyz"}))
    assert found == [(("A", "B", "C"), ("Event 1", "Event 2", "Event 3")), (("X", "Y", "Z"), ("Event 5", "Event 6"))]


def test_marks_carry_both_ids_their_number_and_area():
    events = roles({"1": "abc", "2": "ab", "3": "ab", "4": "ab"})
    pairs, every = together_figure(events).data
    assert (pairs.meta["part"], every.meta["part"]) == ("pairs", "all")
    sizes = pairs.marker.size
    marks = {tuple(ids): (text, size) for ids, text, size in zip(pairs.customdata, pairs.text, sizes, strict=True)}
    assert {ids: text for ids, (text, _) in marks.items()} == {
        ("a", "b"): "4", ("b", "a"): "4", ("a", "c"): "1", ("c", "a"): "1", ("b", "c"): "1", ("c", "b"): "1",
    }  # fmt: skip
    assert marks["a", "b"][1] ** 2 == pytest.approx(4 * marks["a", "c"][1] ** 2, rel=0.02)
    assert isinstance(pairs.marker.color, str)
    order = together.order(together.pairs(events))
    assert [list(ids) for ids in every.customdata] == [[one, one] for one in order]
    assert "Event 4" in pairs.hovertext[0]


def test_what_rests_on_disputed_roles_alone_is_hollow():
    figure = together_figure(roles({"1": "abc"}, disputed="c"))
    assert [trace.meta["part"] for trace in figure.data] == ["pairs", "disputed", "all"]
    assert {frozenset(ids) for ids in figure.data[1].customdata} == {frozenset("ac"), frozenset("bc")}
    assert "In 2 pairs a role is disputed at every shared event." in together_alt(roles({"1": "abc"}, disputed="c"))


def test_of_roles_that_are_deduced_no_words_say_that_they_are_named():
    deduced = roles({"1": "ab", "2": "ab", "3": "c"}).assign(confidence="inferred")
    hovers = [text for trace in together_figure(deduced).data for text in trace.hovertext]
    assert any("listed together at 2 events" in text for text in hovers)
    assert any("listed as organizer of 2 events" in text for text in hovers)
    alone = together_alt(roles({"1": "a"}).assign(confidence="inferred"))
    assert not any("named" in text for text in (together_alt(deduced), alone, *hovers))


def test_without_pairs_there_is_no_trace_and_a_sentence():
    for frame in (NOTHING, roles({"1": "a"})):
        assert together_figure(frame).data == ()
        assert together_alt(frame) == "No two organizers are listed together at any of these events."
        assert list(together.pairs(frame).columns) == list(together.PAIRS)


def test_hostile_names_are_escaped():
    spoiled = roles({"1": "ab"}).assign(organizer="<b>&", event="<img src=x>")
    shown = together_figure(spoiled).to_json()
    assert "img src=x" in shown
    assert not any(f"{sign}img" in shown for sign in ("<", "\\u003c"))


def test_the_sentence_and_the_chart_leave_the_frame_as_it_was():
    before = REAL.copy()
    together_figure(REAL), together_alt(REAL), together.pairs(REAL)
    pd.testing.assert_frame_equal(REAL, before)


def test_the_sentence_says_what_the_real_pairs_hold():
    found, words = together.pairs(REAL), together_alt(REAL)
    best = found.iloc[0]
    assert (best["name_a"], best["name_b"]) == ("Tajikistan", "UNOCT")
    assert f"Tajikistan and UNOCT share the most events, {best['n_events']}: " in words
    group = re.search(r"([\w, ]+) share 3 events: Dushanbe 2018, Dushanbe 2019 and Dushanbe 2022\.", words)
    assert set(re.split(r", | and ", group[1].strip())) == {"Tajikistan", "OSCE", "EU"}
    assert f"They form {len(found)} pairs." in words
    strict = REAL[REAL["role"].isin(ORGANIZING)]
    paired = {*found["organizer_a"], *found["organizer_b"]}
    for name in strict.loc[~strict["organizer_id"].isin(paired), "organizer"].unique():
        assert name in words.split(". ")[-1]


@pytest.mark.parametrize(
    ("of", "filters", "why"),
    [
        (EMPTY, Filters(), "The data has no events."),
        (DATASET, Filters(kind=("context",)), "No two organizers share an event that passes these filters."),
    ],
)
def test_without_a_chart_the_page_says_why_and_a_button_is_there_only_if_it_helps(of, filters, why):
    assert PAGE.blocks is not None
    said, *buttons = PAGE.blocks(snapshot(of), Request(filters, VIEW))
    assert why in str(said)
    assert [isinstance(button, Act) for button in buttons] == ([] if of is EMPTY else [True])


def test_an_organization_and_its_body_are_no_pair_and_make_no_group():
    events = roles({"1": "abc", "2": "abc", "3": "ab", "4": "bd"})
    part = events.assign(part_of=events["organizer_id"].map({"b": "a", "d": "b a"}).fillna("").astype("str"))
    found = together.pairs(part)
    assert set(zip(found["organizer_a"], found["organizer_b"], strict=True)) == {("a", "c"), ("b", "c")}
    assert together.groups(part) == []
    assert together.alone(part, found) == ["D"]
    assert together.wholes_and_bodies(part) == [("A", "B"), ("B", "D")]
    assert "A with its body B and B with its body D are not counted as pairs. D is not in any pair." in together_alt(
        part
    )
    assert together.groups(events) == [(("A", "B", "C"), ("Event 1", "Event 2"))]


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ({"1": "ab"}, "A and B share 1 event: Event 1."),
        ({"1": "ab", "2": "ab"}, "A and B share 2 events: Event 1 and Event 2."),
        (
            {"1": "ab", "2": "bc"},
            "Three organizers share events. They form 2 pairs. No pair shares more than one event.",
        ),
        ({"1": "ab", "2": "ab", "3": "cd", "4": "cd"}, "A with B and C with D share the most events, 2 each."),
        ({"1": "abcd", "2": "abcd"}, "6 pairs share the most events, 2 each."),
    ],
)
def test_the_sentence_holds_for_one_pair_and_for_many(events, words):
    assert words in together_alt(roles(events))


def test_a_downloaded_picture_has_title_caption_and_room():
    picture = together_picture(REAL, "Who works together", "Filters: none")
    assert "together" in picture.layout.title.text
    assert [note.text for note in picture.layout.annotations] == ["Filters: none"]
    assert picture.layout.height > together_figure(REAL).layout.height
    assert together_picture(frames.build(DATASET).roles, "", "").data
    assert together_picture(NOTHING, "", "").data == ()


@pytest.mark.parametrize(
    ("events", "title"),
    [
        ({"1": "ab"}, "A and B are listed together: at 1 event"),
        ({"1": "ab", "2": "ab", "3": "bc"}, "A and B are listed together most often: at 2 events"),
        ({"1": "ab", "2": "bc"}, "No two organizers are listed together more than once"),
        ({"1": "abc", "2": "abc"}, "Three pairs are listed together most often: at 2 events each"),
    ],
)
def test_the_title_says_who_is_together_most_often(events, title):
    assert finding(together.pairs(roles(events))) == title


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_pair_is_listed_with_its_events_and_the_link_keeps_the_filters(of):
    filters = Filters(weight=EVERY_WEIGHT)
    found = together.pairs(of.select(filters).roles)
    html = pairs_html(of.dataset, found, filters)
    assert html.count("together=") // 2 == len(found)
    first, _, behind_a_line = html.partition("<details>")
    if behind_a_line:
        assert first.count("together=") // 2 == (found["n_events"] > 1).sum()
    for row in found.itertuples():
        start = html.index(f'<a href="?weight=any&amp;together={row.organizer_a}&amp;together={row.organizer_b}">')
        item = html[start : html.index("</li>", start)]
        assert re.findall(r'data-choose="([\w-]+)"', item) == row.event_ids.split()
        assert ("a role is disputed" in item) == bool(row.n_disputed)
        assert (" of them" in item) == (0 < row.n_disputed < row.n_events)
