"""The four boxes and the sentence of a comparison: true of any two editions, and plain where nothing is known."""

import re
from itertools import combinations

import pytest
from hypothesis import given

from dashboard.records.model import ORGANIZING, Figure
from dashboard.topics.editions import compare, summary
from dashboard.topics.editions.page import compare_html
from tests import real
from tests.real import DATASET as REAL
from tests.topics.editions.test_compare import assignments, between, role, theme, two

NAMES = ["roles", "numbers", "themes", "declarations"]


def box(found: compare.Comparison, name: str) -> summary.Box:
    return next(box for box in summary.boxes(found) if box.name == name)


def number(label: str, value: str, confidence: str = "confirmed", basis: str = "reported") -> Figure:
    return Figure(label=label, value=value, confidence=confidence, basis=basis, sources=("s",))


@given(assignments, assignments)
def test_there_are_four_boxes_whatever_is_known(earlier, later):
    found = between(two(earlier, later))
    assert [box.name for box in summary.boxes(found)] == NAMES
    sides = box(found, "roles").sides
    for side, one in zip(sides, ("earlier", "later"), strict=True):
        holders = sum(bool(getattr(part, one)) for part in found.parts)
        assert side.words == (str(holders) if holders else "not known")
    said = summary.finding(found)
    assert said.endswith(".") and said.count(".") == 1, "one sentence"
    assert ("is not known" in said) == (not all(side.is_known for side in sides))


def test_the_sentence_says_who_has_a_role_at_both():
    found = between(two([role("a", "host"), role("b"), role("c", confidence="disputed")], [role("a"), role("c")]))
    assert summary.finding(found) == (
        "The data lists three states with roles at Event 0 and two at Event 1: "
        "C (disputed for Event 0) and A are listed for both."
    )
    assert [side.about for side in box(found, "roles").sides] == ["(1 disputed)", ""]
    assert box(found, "roles").line == "Two listed for both"


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        ("", "", "The data lists no roles at Event 0 or at Event 1, so what changed is not known."),
        ("ab", "", "The data lists two states with roles at Event 0 "
         "and no roles at Event 1, so what changed is not known."),
        ("", "a", "The data lists one state with a role at Event 1 "
         "and no roles at Event 0, so what changed is not known."),
        ("ab", "c", "The data lists two states with roles at Event 0 and one at Event 1: none is listed for both."),
        ("abcde", "abcde",
         "The data lists five states with roles at Event 0 and five at Event 1: five are listed for both."),
    ],
)  # fmt: skip
def test_the_sentence_holds_for_few_many_and_none(earlier, later, said):
    assert summary.finding(between(two(map(role, earlier), map(role, later)))) == said


def test_an_edition_compared_with_itself_has_its_boxes():
    found = compare.compare(two([role("a")]), "0", "0")
    assert "is compared with itself" in summary.finding(found)
    assert box(found, "roles").line == "One listed for both"


def test_a_box_takes_the_first_thing_that_both_editions_count():
    found = between(two(figures=((number("flags", "7"), number("people", "400", "disputed")), (number("people", "450"),
        number("people (another count)", "480")))))  # fmt: skip
    numbers = box(found, "numbers")
    assert numbers.heading == "People"
    assert [[figure.value for figure in side.figures] for side in numbers.sides] == [["400"], ["450", "480"]]
    assert numbers.line == "1 other number below"
    html = compare_html(two(figures=((number("people", "400", "disputed"),), (number("people", "450"),))), found)
    assert 'data-confidence="disputed"' in html.partition('data-box="numbers"')[2].partition("</section>")[0]


def test_numbers_that_count_other_things_are_not_put_under_one_heading():
    found = between(two(figures=((number("people", "400"),), (number("people", "450", basis="announced"),))))
    numbers = box(found, "numbers")
    assert (numbers.heading, numbers.line) == ("Numbers", "No number is given for both")
    assert [side.about for side in numbers.sides] == ["people", "people (announced)"]
    none = box(between(two(figures=((number("people", "400"),), ()))), "numbers")
    assert [side.is_known for side in none.sides] == [True, False]
    assert box(between(two()), "numbers").line == ""


@pytest.mark.parametrize(
    ("earlier", "later", "words", "line"),
    [
        ([], [], ["not known", "not known"], ""),
        ([theme("youth", "youth")], [], ["1", "not known"], "What changed is not known"),
        ([theme("youth", "youth")], [theme("the young", "youth")], ["1", "1"], "One listed for both"),
        ([theme("youth", "youth")], [theme("drugs", "drugs")], ["1", "1"], "None listed for both"),
        ([theme("frontiers")], [theme("drugs", "drugs")], ["1", "1"],
         "None listed for both in the same words; one can be compared only by its words"),
    ],
)  # fmt: skip
def test_themes_that_have_only_their_words_are_not_said_to_be_missing(earlier, later, words, line):
    themes = box(between(two(themes=(earlier, later))), "themes")
    assert [side.words for side in themes.sides] == words
    assert themes.line == line


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_pair_of_real_editions_begins_with_its_boxes(of):
    for earlier, later in combinations(compare.editions(of.dataset), 2):
        found = compare.compare(of.dataset, earlier, later)
        html = compare_html(of.dataset, found)
        assert re.findall(r'data-box="(\w+)"', html) == NAMES
        order = ("editions", "boxes", "finding", "sets", "lead")
        places = [html.index(f'class="{name}"') for name in order]
        assert places == sorted(places), "prose comes last"
        assert html.count("data-unknown") == sum(
            not side.is_known for box in summary.boxes(found) for side in box.sides
        )
        for side in box(found, "roles").sides:
            strict = {role.organizer for role in side.edition.roles if role.role in ORGANIZING}
            assert int(side.words) >= len(strict & set(of.dataset.organizers))


def test_neighbouring_pairs_are_one_click_away():
    def pairs(earlier: str, later: str) -> dict[str, str]:
        html = compare_html(REAL, compare.compare(REAL, earlier, later))
        links = re.findall(r'<a href="\?page=compare&amp;from=([\w-]+)&amp;to=([\w-]+)" data-pair="(\w+)"', html)
        return {name: f"{one} {other}" for one, other, name in links}

    assert pairs("2018-dushanbe", "2019-dushanbe") == {"next": "2019-dushanbe 2022-dushanbe"}
    assert pairs("2019-dushanbe", "2022-dushanbe") == {
        "previous": "2018-dushanbe 2019-dushanbe", "next": "2022-dushanbe 2024-kuwait",
    }  # fmt: skip
    assert pairs("2018-dushanbe", "2024-kuwait") == {}
    assert pairs("2018-dushanbe", "2018-declaration") == {}, "only editions have neighbours"
