"""Which words may be meant by a mistyped one, and with how many it is compared."""

import random
from collections import Counter

import pytest
from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from dashboard.words import spelling
from dashboard.words.spelling import Words, any_of, as_id, if_meant, not_known, slips

ROLES = ("host", "organizer", "co-organizer", "co-host", "Sponsor")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("orgnizer", ["organizer"]),
        ("organiser", ["organizer"]),
        ("orgainzer", ["organizer"]),
        ("orgaaanizer", ["organizer"]),
        ("orgaaaanizer", []),
        ("SPONSOR", ["Sponsor"]),
        ("sponser", ["Sponsor"]),
        ("co-hots", ["co-host"]),
        ("coorganizer", ["co-organizer", "organizer"]),
        ("weather", []),
        ("", []),
        ("h" * 10_000, []),
    ],
)
def test_a_slip_is_one_or_two_letters(word, meant):
    assert slips(word, ROLES) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("es", "en"),  # Spanish is no English
        ("us", "un"),
        ("tass", "tvt"),
        ("2019-dushanbe", "2018-dushanbe"),
        ("2018-dushanbe-2", "2018-dushanbe"),
        ("khovar-2018-05-03-b", "khovar-2018-05-03"),
        ("kuna-2018-04-02", "qna-2018-04-02"),
        ("iran", "iraq"),
        ("niger", "nigeria"),
        ("2022-side-austria", "2022-side-australia"),
        ("north-korea", "south-korea"),
        ("unep", "undp"),
        ("2022-side-undp", "2022-side-unodc"),
    ],
)
def test_another_thing_is_no_slip(word, known):
    assert slips(word, [known]) == []


def test_what_is_made_of_words_that_are_right_is_no_slip():
    known = ["mfa-2022-10-18", "mid-2019-05-21"]
    assert slips("mid-2022-10-18", known) == [], "the same day of another publisher"
    assert slips("title_sources", ["title_note", "date_sources", "titles"]) == []


def test_of_two_that_may_be_meant_both_are_named_and_the_nearer_first():
    assert slips("2018-dushanbe", ["2018-dushanbeee", "2018-dushambe"]) == ["2018-dushambe", "2018-dushanbeee"]
    assert if_meant("unocct", ["unoct", "uncct"]) == 'if you meant "unoct" or "uncct", write that'
    assert if_meant("qatr", ["qatar"], "[{}]") == 'if you meant "[qatar]", write that'
    assert if_meant("Qatar", ["qatar"]) == 'write "qatar"', "nothing else can be meant"
    assert if_meant("xyz", []) == ""
    assert any_of(["a", "b", "c"]) == '"a", "b" or "c"'


def test_the_nearest_of_many_is_found_wherever_it_stands():
    letters = "bcdefghjklm"
    many = [f"{one}ajikisat{other}{more}" for one in letters for other in letters for more in ("", "n")]
    assert slips("tajikisatn", [*many, "tajikistan"])[0] == "tajikistan"


def test_what_differs_in_its_numbers_alone_is_found_apart():
    words = Words(["asiaplus-2022-10-18", "asiaplus-2019-05-21", "asiaplus-eu-2019", "osce"])
    assert words.of_other_numbers("asiaplus-2022-10-19") == ["asiaplus-2022-10-18"]
    assert words.of_other_numbers("osce") == []


def test_what_an_id_may_have_become_shares_most_of_it():
    assert Words(["2022-09-newyork", "2018-declaration"]).resembling("2022-09-new-york") == ["2022-09-newyork"]
    assert Words(["osce-vienna", "un"]).resembling("osce") == ["osce-vienna"]
    assert Words(["2018-12", "un"]).resembling("osce") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [("OSCE 2018", "osce-2018"), ("Côte d’Ivoire", "cote-d-ivoire"), ("Азия-Плюс", ""), ("Хабар 24", ""), ("…", "")],
)
def test_a_text_becomes_an_id_whole_or_not_at_all(text, written):
    assert as_id(text) == written


def test_what_is_not_known_is_said_with_what_may_be_meant_else_with_all():
    assert not_known("osec", "organizer", ["osce", "un"]) == (
        'organizer "osec" is not known; if you meant "osce", write that'
    )
    assert not_known("kazakhstan", "organizer", ["uzbekistan"]) == (
        'organizer "kazakhstan" is not known; write uzbekistan'
    )
    assert not_known("22", "year", ["2019", "2022"]) == 'year "22" is not known; there are events in 2019 and 2022'


def test_among_many_known_words_the_one_that_is_meant_is_found():
    words = Words([f"trend-2018-05-{number}" for number in range(2_000)] + ["a" * 199] * 2_000)
    assert words.slips("trendd-2018-05-7") == ["trend-2018-05-7"]
    assert words.slips("a" * 2_000_000) == []


@pytest.mark.parametrize("letters", [60, 200])
def test_exchanges_are_counted_only_in_words_that_are_near(monkeypatch, letters):
    """Counting exchanges in all long words would take the square of their letters for each."""
    compared = Counter()
    extract = spelling.process.extract

    def counting(word, choices, *, scorer, **more):
        compared[scorer] += len(choices)
        return extract(word, choices, scorer=scorer, **more)

    monkeypatch.setattr(spelling.process, "extract", counting)
    chance = random.Random(letters)
    known = ["".join(chance.choices("ab", k=letters)) for _ in range(400)]
    words = Words(known)
    assert words.slips(known[7][1:]) == [known[7]]
    for _ in range(20):
        words.slips("".join(chance.choices("ab", k=letters - 1)))
    assert compared[Levenshtein.distance] == 21 * 400
    assert 0 < compared[DamerauLevenshtein.distance] < 21
