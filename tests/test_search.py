"""Full text over events."""

import pytest

from dashboard import search
from tests.sample import DATASET, EMPTY

TEXTS = search.index(DATASET)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Michèle", "michele"),
        ("ДУШАНБЕ", "душанбе"),
        ("Ғафуров", search.normalize("ғафуров")),
        ("Straße ﬁn", "strasse fin"),
    ],
)
def test_normalize(text, folded):
    assert search.normalize(text) == folded


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("High-Level", {"2018-dushanbe"}),
        ("dushanbe", {"2018-dushanbe", "2019-side", "2022-dushanbe"}),
        ("dushanbe 2022", {"2022-dushanbe"}),
        ("2022 DUSHANBE", {"2022-dushanbe"}),
        ("Michele", {"2018-dushanbe"}),
        ("контртеррор", {"2022-dushanbe"}),
        ("المؤتمر", {"2018-dushanbe"}),
        ("rahmon", {"2018-dushanbe"}),
        ("finance", {"2022-dushanbe"}),
        ("ushanbe", set()),
        ("dushanbe nowhere", set()),
    ],
)
def test_matches(query, found):
    assert search.matches(TEXTS, query) == found


@pytest.mark.parametrize("query", [".*", "(", "[a-z]+", "\\", "$x$ :red[x]"])
def test_a_query_is_text_and_no_pattern(query):
    assert search.matches(TEXTS, query) <= {"2018-dushanbe"}


def test_a_query_without_words_finds_everything():
    assert search.matches(TEXTS, "  ") == set(DATASET.events)


def test_nothing_is_found_in_nothing():
    assert search.index(EMPTY) == {}
    assert search.matches({}, "x") == set()
