"""Lists, plurals and months as British English has them."""

import calendar

import pytest

from dashboard.words import counting


@pytest.mark.parametrize(
    ("words", "joined", "chosen", "every"),
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a and b", "a or b", "one of: a, b"),
        (["a", "b", "c"], "a, b and c", "a, b or c", "one of: a, b, c"),
        (["{0}", "a, b", "d", 4], "{0}, a, b, d and 4", "{0}, a, b, d or 4", "one of: {0}, a, b, d, 4"),
    ],
)
def test_a_list_has_no_comma_before_its_last_word(words, joined, chosen, every):
    assert counting.one_of(iter(words)) == every
    assert counting.listed(iter(words)) == joined
    assert counting.alternatives(iter(words)) == chosen


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ([], ""),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
    ],
)
def test_of_a_long_list_the_first_are_written_and_the_rest_is_counted(words, written):
    assert counting.listed_first(words, 2) == written


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(-3, ""), (0, ""), (1, "1 more is not shown."), (2, "2 more are not shown.")],
)
def test_what_is_not_shown_is_counted(number, sentence):
    assert counting.not_shown(number) == sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 addresses"), (1, "1 address"), (2, "2 addresses"), (11, "11 addresses"), (1001, "1001 addresses")],
)
def test_a_number_agrees_with_its_noun(number, words):
    assert counting.counted(number, "address", "addresses") == words


def test_a_plural_is_with_an_s_unless_it_is_said():
    assert (counting.counted(1, "event"), counting.counted(3, "event")) == ("1 event", "3 events")


def test_months_are_english_wherever_the_program_runs():
    assert tuple(calendar.month_name) == counting.MONTHS
    assert counting.MONTHS[5] == "May" and len(counting.MONTHS) == 13
