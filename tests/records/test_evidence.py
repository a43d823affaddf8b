"""From every mark to its proof, on the real data."""

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.records import evidence
from dashboard.records.evidence import facts, figure_key, independent, proofs
from dashboard.records.model import Figure, Source
from dashboard.records.names import forms
from dashboard.records.passages import without_marks
from dashboard.topics.explore import article as reader
from tests.real import DATASET, SNAPSHOT

HERE = Path(__file__).parents[1]
TOLD = [event for event in DATASET.events.values() if event.id in DATASET.articles]
"""Events with an article. Those of the first publication all have one (test_data.py); of a new one `check` asks it."""
MARKS = [(event.id, role.organizer) for event in TOLD for role in event.roles]
FIRST_ARTICLE_RUNS = set((HERE / "first_article_runs.txt").read_text().split())
"""Digests of every eight words in a row of the first news article; its text belongs to its publisher."""
PUBLISHED_KEYS = {tuple(line.split()) for line in (HERE / "published_keys.txt").read_text().splitlines()}
"""Event and key of every published proof: such a key keeps its meaning, because links may have it."""


@cache
def page(event: str) -> str:
    """Give the reading pane of an event."""
    return reader.article_of(SNAPSHOT, event)


def passages(event: str, key: str) -> list[re.Match]:
    """Find the sentences of an article that are highlighted for a key: one, if all is well."""
    sentence = re.compile(
        r'<span class="sentence" data-states="([^"]*)" data-organizers="[^"]*" data-sources="([^"]*)">(.*?)</span>',
        re.DOTALL,
    )
    return [found for found in sentence.finditer(page(event)) if key in found[1].split()]


@pytest.mark.parametrize(("event", "organizer"), MARKS, ids=lambda name: name)
def test_every_mark_opens_one_passage_that_rests_on_its_sources(event, organizer):
    role = next(role for role in DATASET.events[event].roles if role.organizer == organizer)
    [passage] = passages(event, organizer)
    assert set(passage[2].split()) & set(role.sources), "the sentence rests on none of the sources of the role"
    text = re.sub("<[^>]+>", "", passage[3])
    assert any(name in text for name in forms(DATASET.organizers[organizer])), "the sentence does not name it at all"
    assert page(event).count(f'<template data-proof="{organizer}">') == 1
    card = re.search(rf'<template data-proof="{organizer}">(.*?)</template>', page(event), re.DOTALL)[1]
    listed = re.search(r"<h4>Sources? that says? so</h4><ul>(.*?)</ul>", card, re.DOTALL)[1]
    assert listed.count("<li>") == len(role.sources)
    for source in role.sources:
        assert DATASET.sources[source].publisher.replace("&", "&amp;") in listed.replace("&#39;", "'")


def test_a_figure_and_a_date_open_a_sentence_of_the_article_too():
    assert "more than 900" in passages("2022-dushanbe", "figure-participants")[0][3]
    assert "18 and 19 October 2022" in passages("2022-dushanbe", "date")[0][3]


@pytest.mark.parametrize("event", TOLD, ids=lambda event: event.id)
def test_every_source_says_what_it_is_cited_for(event):
    for proof in proofs(DATASET, event).values():
        for source in proof.sources:
            assert evidence.statement(DATASET, source, event.id), f"{source} says nothing on {event.id}"


def test_figures_and_dates_have_proofs_that_links_may_name():
    for event in DATASET.events.values():
        keys = proofs(DATASET, event)
        assert {figure_key(figure.label) for figure in event.figures} <= set(keys) <= SNAPSHOT.proof_keys
        former = evidence.former_keys(event)
        assert len(keys) == len(facts(event)) + len(former), "a key of two facts opens the proof of one"
        for key in keys:
            assert f'data-proof="{key}"' in page(event.id)
        assert (evidence.DATE in keys) == bool(event.date_sources)
    assert sum(bool(event.date_sources) for event in DATASET.events.values()) >= 41


def test_a_label_of_before_leads_to_the_figure_it_became():
    event = DATASET.events["2024-kuwait"]
    old = proofs(DATASET, event)["figure-states-another-count"]
    assert old.fact == "71 Member States with officials"
    [passage], [same] = (passages(event.id, key) for key in (old.key, "figure-member-states-with-officials"))
    assert passage[0] == same[0]
    figures = tuple(
        Figure(label=label, aliases=aliases, value="1", confidence="single", sources=("a",))
        for label, aliases in (("states", ("participants",)), ("participants", ()))
    )
    event = event.model_copy(update={"figures": figures, "roles": ()})
    assert proofs(DATASET, event)["figure-participants"].fact == "1 participants", (
        "a label that is in use is no former one"
    )


def test_the_keys_of_figures_that_were_published_go_on_working():
    keys = {(event.id, key) for event in DATASET.events.values() for key in proofs(DATASET, event)}
    assert keys >= PUBLISHED_KEYS


@pytest.mark.parametrize(
    ("labels", "keys"),
    [
        (["delegates"], ["figure-delegates"]),
        (["countries (another count)"], ["figure-countries-another-count"]),
        (["участники", "делегаты"], ["figure-участники", "figure-делегаты"]),
        (["المشاركون", "参加者", "délégués"], ["figure-المشاركون", "figure-参加者", "figure-délégués"]),
        (["कि", "का"], ["figure-कि", "figure-का"]),
        (["delegates", "delegates", "Delegates"], ["figure-delegates", "figure-delegates-2", "figure-delegates-3"]),
        (["delegates (men)", "delegates, men"], ["figure-delegates-men", "figure-delegates-men-2"]),
        (["delegates 2", "delegates", "delegates"], ["figure-delegates-2", "figure-delegates", "figure-delegates-3"]),
        (["%", "€"], ["figure", "figure-2"]),
        (["cafe\u0301", "CAFÉ"], ["figure-café", "figure-café-2"]),
    ],
)  # fmt: skip
def test_the_keys_of_figures_are_unique_in_any_script(labels, keys):
    figures = tuple(Figure(label=label, value="1", confidence="single", sources=("a",)) for label in labels)
    event = DATASET.events["2018-dushanbe"].model_copy(update={"figures": figures, "roles": (), "date_sources": ()})
    assert [fact.key for fact in facts(event)] == keys
    assert list(proofs(DATASET, event)) == keys


@given(st.lists(st.text(min_size=1), max_size=6))
def test_no_two_figures_share_a_key(labels):
    figures = tuple(Figure.model_construct(label=label, value="1", confidence="single", sources=()) for label in labels)
    found = facts(DATASET.events["2018-dushanbe"].model_copy(update={"figures": figures}))
    assert len({fact.key for fact in found}) == len(found)
    assert not any(set(fact.key) & set(" \"'<>&\n") for fact in found)


def test_a_disputed_role_shows_who_says_otherwise():
    proof = proofs(DATASET, DATASET.events["2022-dushanbe"])["qatar"]
    assert proof.confidence == "disputed"
    others = {source for claim in proof.otherwise for source in claim.sources}
    assert {"unrcca-2022-10-20", "belta-2022-10"} <= others
    assert not others & set(proof.sources)


def test_sources_of_one_family_count_as_one():
    family = [source.id for source in DATASET.sources.values() if source.family == "declaration-2018"]
    assert len(family) == 3
    assert independent(DATASET, family) == 1
    assert independent(DATASET, [*family, "cted-2018-05-09", "cted-2018-05-09", "no-such-source"]) == 2
    assert Source.model_fields["family"].description


@pytest.mark.parametrize("event", DATASET.events.values(), ids=lambda event: event.id)
def test_no_fact_that_cites_several_sources_is_said_to_have_one(event):
    for fact in (*event.roles, *event.figures):
        words = {evidence.attested(fact), evidence.attested_briefly(fact).capitalize()}
        assert ("One source" in words) == (fact.confidence == "single" and len(fact.sources) == 1)
        assert ("Counted as one source" in words) == (fact.confidence == "single" and len(fact.sources) > 1)
        assert not evidence.well_attested(DATASET, fact) or len(fact.sources) > 1


def test_sources_with_one_address_count_as_one():
    first, second, third = (
        DATASET.sources[name] for name in ("asiaplus-2022-10-18", "cted-2018-05-09", "tdi-2022-10-21")
    )
    copied = second.model_copy(update={"url": f"{first.url}/?utm_source=x#top", "family": "a"})
    joined = third.model_copy(update={"family": "a"})
    dataset = replace(DATASET, sources={**DATASET.sources, second.id: copied, third.id: joined})
    assert independent(dataset, [first.id, second.id]) == 1
    assert independent(dataset, [first.id, second.id, third.id]) == 1, "one family joins what one address does not"
    assert independent(dataset, [first.id, third.id]) == 2


@pytest.mark.parametrize("article", DATASET.articles)
def test_an_article_shares_no_eight_words_with_the_first_but_titles_and_lists_of_organizers(article):
    text = re.sub(r"\[[a-z0-9-]+\]|\"[^\"]*\"", "", DATASET.articles[article].text)  # a title is quoted as published
    names = [event.title for event in DATASET.events.values()]
    names += [outcome.title for event in DATASET.events.values() for outcome in event.outcomes]
    names += [name for one in DATASET.organizers.values() for name in (one.name, *one.other_names)]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "¶")
    for stretch in text.split("¶"):
        words = re.findall(r"\w+", stretch.casefold())
        for place in range(len(words) - 7):
            run = " ".join(words[place : place + 8])
            assert hashlib.blake2b(run.encode(), digest_size=5).hexdigest() not in FIRST_ARTICLE_RUNS, run


def test_articles_are_as_long_as_their_weight_asks():
    for event in TOLD:
        words = len(
            re.sub(
                r"\s*\[[a-z0-9-]+\]|^## .*$", "", without_marks(DATASET.articles[event.id].text), flags=re.MULTILINE
            ).split()
        )
        low, high = {"main": (500, 800), "secondary": (100, 300)}.get(event.weight, (40, 200))
        assert low <= words <= high, f"{event.id}: {words}"


def test_every_source_of_an_event_is_in_its_list_and_those_not_cited_are_further_reading():
    for event in TOLD:
        listed = re.findall(r'data-source="([^"]+)"', page(event.id))
        assert sorted(listed) == sorted(event.sources)
        cited = set(reader.CITATION.findall(DATASET.articles[event.id].text))
        assert ("Further reading" in page(event.id)) == bool(set(event.sources) - cited)


def test_every_article_carries_its_proofs():
    for event in DATASET.events.values():
        assert re.findall(r'<template data-proof="([^"]+)"', page(event.id)) == [*proofs(DATASET, event)]


def test_what_is_deduced_is_not_well_attested_and_a_source_named_twice_is_one():
    role = DATASET.events["2022-dushanbe"].roles[0]
    cited = ("asiaplus-2022-10-18", "cted-2018-05-09")
    assert independent(DATASET, cited) == 2
    for confidence, well in (("confirmed", True), ("disputed", True), ("inferred", False), ("single", False)):
        one = role.model_copy(update={"sources": cited, "confidence": confidence})
        assert evidence.well_attested(DATASET, one) is well
    twice = role.model_copy(update={"sources": cited[:1] * 2, "confidence": "single"})
    assert evidence.attested_briefly(twice) == "one source"


def test_a_dispute_belongs_to_the_facts_of_its_own_event():
    dispute = next(one for one in DATASET.disputes.values() if "date" in one.concerns)
    other = next(event for event in DATASET.events.values() if event.date_sources and event.id != dispute.event)
    assert dispute in proofs(DATASET, DATASET.events[dispute.event])["date"].disputes
    assert dispute not in proofs(DATASET, other)["date"].disputes
