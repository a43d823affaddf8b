"""Full text over events."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.frames import find, search
from dashboard.records.model import Article
from tests.sample import DATASET, EMPTY

FINDER = find.finder(DATASET)
OTHER = Article(event="2019-side", text="Counter-terrorism and cross-border crime.")


def finds(article: str, query: str) -> bool:
    """Tell whether a query finds an event by its article, beside one that has a compound."""
    articles = {"2018-dushanbe": Article(event="2018-dushanbe", text=article), "2019-side": OTHER}
    return "2018-dushanbe" in find.finder(replace(DATASET, articles=articles)).exact(query)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Michèle", "michele"),
        ("ДУШАНБЕ", "душанбе"),
        ("Ғафуров", "гафуров"),
        ("Straße ﬁn", "strasse fin"),
        ("counter−terrorism, counter⁃terrorism", "counter-terrorism counter-terrorism"),
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
        ("day zoe", {"2018-dushanbe"}),
        ("контртеррор", {"2022-dushanbe"}),
        ("المؤتمر", {"2018-dushanbe"}),
        ("rahmon", {"2018-dushanbe"}),
        ("finance", {"2022-dushanbe"}),
        ("ushanbe", set()),
        ("dushanbe nowhere", set()),
    ],
)
def test_matches(query, found):
    assert FINDER.exact(query) == found


@pytest.mark.parametrize("query", [".*", "(", "[a-z]+", "\\", "d.shanbe", "dushanb[a-z]", "dushanbe|nowhere"])
def test_a_query_is_text_and_no_pattern(query):
    assert FINDER.exact(query) == set()


def test_a_query_without_words_finds_nothing():
    assert FINDER.find("  ").hits == ()


def test_nothing_is_found_in_nothing():
    assert find.finder(EMPTY).find("x") == find.Found(())


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ҷумҳурии Тоҷикистон", "чумхурии точикистон"),
        ("Ғафуров", "гафуров"),
        ("Қӯрғонтеппа", "кургонтеппа"),
        ("Қазақстан, Өскемен, Үкімет", "казакстан оскемен укимет"),
        ("Київ", "киив"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Đakovo", "dakovo"),
        ("Diyarbakır İli", "diyarbakir ili"),
        ("Großenhain", "grossenhain"),
        ("Ærø", "aero"),
        ("Œuvre þing Ħamrun", "oeuvre thing hamrun"),
        ("کنفرانس", "كنفرانس"),
        ("المؤتمر الدوليّ", "الموتمر الدولي"),
        ("٢٠٢٢ ۲۰۱۸", "2022 2018"),
        ("ＯＳＣＥ ﬁrst", "osce first"),
    ],
)
def test_plain_letters_find_special_ones_and_the_other_way_round(written, typed):
    assert finds(written, typed)
    assert finds(typed, written)


@pytest.mark.parametrize("quotes", ['""', "“”", "„“", "„”", "””", "«»", "»«", "‹›", "''", "‘’", "‚‘", "「」", "＂＂"])
def test_quotes_of_every_style_mean_a_phrase(quotes):
    query = f"{quotes[0]}border security{quotes[1]}"
    assert finds("Border security came first.", query)
    assert finds("On BORDER-SECURITY:", query)
    assert not finds("Security of the border, then border and security.", query)
    assert not finds("At the border.\n\nSecurity was the second subject.", query)
    assert finds("At the border\nsecurity was the subject.", f"subject {query}, at")


@pytest.mark.parametrize("query", ['"border security', "border security”", "«border security'", "'border security"])
def test_a_quote_that_is_not_closed_means_nothing(query):
    assert finds("Security of the border.", query)


@pytest.mark.parametrize(
    "sign", [*".,;:!?()[]{}/\\*#%&@_~^=+<>|§†•…·", "—", "–", '"', "'", "’", "»", "؟", "،", "。", "\u00a0", "\u2003"]
)
def test_signs_around_a_word_cost_no_hit(sign):
    for query in (f"osce{sign}", f"{sign}osce", f"{sign}osce{sign}", f"osce{sign} eu", f"osce {sign} eu"):
        assert finds("The OSCE and the EU.", query), query
        assert finds(f"The {query}.", "osce"), query


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe63\uff0d\u00ad\u200b")
def test_every_hyphen_and_none_find_each_other(hyphen):
    for written in (f"counter{hyphen}terrorism", "counter-terrorism", "counterterrorism"):
        for typed in (
            f"counter{hyphen}terrorism",
            "counter-terrorism",
            "counterterrorism",
            f'"counter{hyphen}terrorism"',
        ):
            assert finds(written, typed), (written, typed)
    assert finds(f"sea{hyphen}port", "port") == (hyphen not in "\u00ad\u200b")


def test_a_compound_is_the_same_in_two_words_where_the_data_writes_it_with_a_hyphen():
    forms = ("cross-border", "crossborder", "cross border")
    assert all(finds(f"a {written} crime", typed) for written in forms for typed in forms)
    assert finds("a cross border crime", '"crossborder crime"')
    assert not finds("a sea port", "seaport")
    assert not finds("the border is crossed", "cross-border")


def test_a_compound_of_a_short_part_is_not_the_same_in_two_words():
    texts = {"2018-dushanbe": "An air port.", "2019-side": "The air-port."}
    articles = {event: Article(event=event, text=text) for event, text in texts.items()}
    assert find.finder(replace(DATASET, articles=articles)).exact("airport") == {"2019-side"}


def test_an_apostrophe_inside_a_word_opens_no_quotation():
    assert finds("States' borders, and those of Tajikistan's.", "tajikistan's states' borders")


@pytest.mark.parametrize("apostrophe", "'’‘ʼʻʹ′`´＇")
def test_every_apostrophe_and_none_find_each_other(apostrophe):
    assert finds("Tajikistan's borders", f"tajikistan{apostrophe}s")
    assert finds(f"O{apostrophe}zbekiston", "o'zbekiston")
    assert finds(f"O{apostrophe}zbekiston", "ozbekiston")
    assert finds(f"l{apostrophe}OSCE", "osce")
    assert not finds("Tajikistan says", f"tajikistan{apostrophe}s")


def test_what_cannot_be_seen_is_not_there():
    assert finds("coun\u00adter\u200bter\u2060ror\ufeff", "counterterror")
    assert finds("counterterror", "coun\u00adter\u200bter\u200dror")


def test_marks_of_sources_are_no_text():
    assert not finds("It began [zebra-2018] [quagga].", "zebra")
    assert not finds("It began [zebra-2018] [quagga].", "quagga")
    assert finds("It began [zebra-2018] [quagga] at noon.", '"began at noon"')


@pytest.mark.parametrize("query", ["[", '"', '""', "--", "*", "…", "\u200b"])
def test_signs_alone_find_nothing(query):
    assert FINDER.exact(query) == set()


def test_an_asterisk_asks_for_what_a_word_begins_with():
    assert finds("terrorists", "terror*")


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_copied_from_a_text_finds_it(before, after):
    text = f"{before} {after}"
    for word in text.split():
        if any(part.isalnum() for part in search.normalize(word)):
            assert finds(text, word), word
