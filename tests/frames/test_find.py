"""What a search finds in the real data, in its languages, and what it covers."""

from dataclasses import replace

import pytest

from dashboard.frames import find
from dashboard.frames.findable import KINDS
from dashboard.records.elsewhere import elsewhere
from dashboard.records.model import Listing, Outcome
from dashboard.words import sounds
from tests.real import EXAMPLE, SNAPSHOT
from tests.sample import DATASET
from tests.searches import SEARCHES


@pytest.mark.parametrize(("language", "query", "like", "meant", "first"), SEARCHES)
def test_a_search_finds_a_name_in_any_letters(language, query, like, meant, first):
    found = SNAPSHOT.find(query)
    assert found.meant == meant
    assert next((f"{hit.kind}:{hit.id}" for hit in found.hits), "") == first
    if like:
        plain = SNAPSHOT.find(like)
        for kind in set(KINDS) - {"source"}:  # a title in another spelling is not another name
            assert set(found.ids(kind)) == set(plain.ids(kind)), kind


def test_there_are_many_searches_in_five_languages():
    assert len({query for _, query, *_ in SEARCHES}) == 81
    assert {language for language, *_ in SEARCHES} == set(SNAPSHOT.dataset.languages[:5])


@pytest.mark.parametrize(
    "of", [pytest.param(SNAPSHOT, id="real data", marks=pytest.mark.slow), pytest.param(EXAMPLE, id="example")]
)
def test_every_name_finds_its_record_and_every_sentence_its_event(of):
    for record in of.finder.records:
        assert record.id in of.find(f"“{record.names[0]}”").ids(record.kind), record.names[0]
    for record in of.finder.records[:20]:
        for text, event in record.passages[:3]:
            assert event in of.find(text).ids("event"), text


def test_the_whole_page_of_an_event_is_searched():
    event = DATASET.events["2018-dushanbe"]
    more = event.model_copy(
        update={
            "note": "A camel was there.",
            "countries": Listing(items=("Zamunda",), sources=event.sources),
            "outcomes": (Outcome(title="Charter of sleep", sources=event.sources),),
        }
    )
    of = find.finder(replace(DATASET, events={**DATASET.events, event.id: more}))
    for word in ("camel", "zamunda", "charter"):
        hit = of.find(word).hits[0]
        assert (hit.kind, hit.id) == ("event", event.id)
        assert word in hit.sentence.casefold()


def test_a_figure_at_an_event_is_found_first_and_shown():
    for event in (event for event in SNAPSHOT.dataset.events.values() if event.kind == "conference"):
        for figure in event.figures[:1]:
            hit = SNAPSHOT.find(f"{figure.label} {event.label}").hits[0]
            assert (hit.id, hit.sentence) == (event.id, f"{figure.label}: {figure.value}")


def test_what_a_source_says_finds_its_event_only_if_no_event_says_it():
    word = next(
        word
        for source in SNAPSHOT.dataset.sources.values()
        for said in source.says
        for word in said.text.casefold().replace(",", " ").replace(".", " ").split()
        if word.isascii() and word.isalpha() and len(word) > 7 and not SNAPSHOT.finder.exact(word) - {said.event}
    )
    found = SNAPSHOT.find(word)
    assert found.ids("source")
    assert len(found.ids("event")) == 1


def test_words_that_are_there_but_never_together_find_nothing_else():
    assert find.finder(DATASET).find("zoe 2019").meant == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("рахмон", "rakhmon"), ("сироджиддин", "sirojiddin"), ("рахмонзода", "rahmonzoda")],
)
def test_a_name_sounds_the_same_in_other_letters(one, other):
    assert sounds.sound(one) == sounds.sound(other)


def test_arabic_letters_have_no_vowels_and_need_four_consonants():
    assert sounds.alike("دوشنبه", "dushanbe")
    assert not sounds.alike("عمان", "iman")


def test_a_disagreement_is_found_by_all_that_its_page_shows():
    dispute = SNAPSHOT.dataset.disputes["launch-year"]
    assert SNAPSHOT.find("launch year").ids("dispute") == [dispute.id]
    event = SNAPSHOT.dataset.events[dispute.event]
    for text in (event.label, "3–4 May 2018", *(claim.says for claim in dispute.claims), dispute.shown):
        assert dispute.id in SNAPSHOT.find(text).ids("dispute"), text
    assert "qatar-2018" in SNAPSHOT.find("Qatar sponsor").ids("dispute")
    assert "opening-day-2018" in SNAPSHOT.find("“who opened it”").ids("dispute")
    assert "participants-2018" in SNAPSHOT.find("“another count”").ids("dispute")


@pytest.mark.parametrize("query", ["Rahmon", "Рахмон", "OSCE", "ОБСЕ", "Voronkov", "Tajikistan", "UN"])
def test_main_events_come_first_for_the_name_of_who_takes_part(query):
    weights = [SNAPSHOT.dataset.events[event].weight for event in SNAPSHOT.find(query).ids("event")]
    assert weights[0] == "main"
    assert "main" not in weights[weights.count("main") :]


def test_the_events_of_a_person_are_all_that_name_the_person():
    named = elsewhere(SNAPSHOT.dataset)
    people = [record.id for record in SNAPSHOT.finder.records if record.kind == "person"]
    for name in people:
        events = SNAPSHOT.finder.events_of(name)
        assert set(named.events[name]) <= set(events), name
        assert events == [event for event in SNAPSHOT.dataset.events if event in events]


def test_in_a_long_query_no_typing_error_is_looked_for():
    words = ["terorism"] * find.MOST_MEANT
    assert SNAPSHOT.find(" ".join(words)).meant == " ".join(["terrorism"] * find.MOST_MEANT)
    assert SNAPSHOT.find(" ".join([*words, "terorism"])) == find.Found(())


@pytest.mark.parametrize(
    "query", ["a" * 60, "aaa", "а" * 60, "ا" * 60, "oooo", "rahmon" * 9, "ab" * 30, "terrorism" + "m" * 9]
)
def test_a_word_far_from_every_word_of_the_data_finds_nothing(query):
    assert SNAPSHOT.find(query) == find.Found(())
