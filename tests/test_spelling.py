"""Which word was meant, and that looking for it never takes long."""

import time

import pytest

from dashboard.spelling import nearest, sparing

KNOWN = ("host", "organizer", "co-organizer", "co-host", "Sponsor")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("orgnizer", "organizer"), ("SPONSOR", "Sponsor"), ("co-hots", "co-host"), ("weather", None), ("", None)],
)
def test_the_word_most_like_it_is_meant(word, meant):
    assert nearest(word, KNOWN) == meant


def test_of_two_that_are_alike_enough_the_nearer_is_meant_wherever_it_stands():
    assert nearest("2018-dushanbe", ["2018-dushanbee", "2018-dushambee"]) == "2018-dushanbee"
    assert nearest("2018-dushanbe", ["2018-dushambee", "2018-dushanbee"]) == "2018-dushanbee"
    assert nearest("finance", ["financing"], 0.9) is None


def test_within_a_bound_many_looks_find_nothing_any_more_and_take_no_time():
    known = [f"trend-2018-05-{number}" for number in range(2_000)]
    began = time.process_time()
    with sparing():
        found = [nearest(f"trendd-2081-05-{number}", known) for number in range(2_000)]
        with sparing():
            assert nearest("trendd-2018", known) is None, "the outer bound holds"
    assert time.process_time() - began < 1
    assert found[0] == "trend-2018-05-0"
    assert found[-1] is None
    assert nearest("trendd-2018-05-7", known) == "trend-2018-05-7"
