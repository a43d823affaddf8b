"""Addresses are read and written, and acts done, without Streamlit; a written choice is read back as the same."""

import random
import subprocess
import sys
from urllib.parse import parse_qs

import pytest

from dashboard import library
from dashboard.frames.filters import FACETS, FREE, Filters
from dashboard.library import Snapshot
from dashboard.topics.explore import payload
from dashboard.web import address
from dashboard.web.address import PAGES, VIEW, Choice
from tests.old_links import LINKS


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return library.shared().current()


def test_every_event_can_be_opened_by_its_address(snapshot):
    weights = "&".join(f"weight={weight}" for weight in snapshot.known["weight"])
    for event in snapshot.dataset.events:
        for query in (f"event={event}", f"{weights}&event={event}"):
            choice = address.read(address.parsed(query), snapshot)
            assert payload.chosen_event(snapshot.select(choice.filters), choice.view["event"]) == event, query


def test_old_links_keep_their_meaning(snapshot):
    assert len(LINKS) >= 50
    for query, meant in LINKS:
        choice = address.read(address.parsed(query), snapshot)
        said = {facet: " ".join(getattr(choice.filters, facet)) for facet in FACETS}
        said |= {name: getattr(choice.filters, name) for name in FREE}
        usual = {facet: " ".join(getattr(Filters, facet)) for facet in FACETS} | dict.fromkeys(FREE, "")
        told = {name: value for name, value in said.items() if value != usual[name]}
        assert told | {name: value for name, value in choice.view.items() if value != VIEW[name]} == meant, query
        assert choice.unknown == (), query


def test_what_an_address_says_of_a_choice_gives_the_choice_back(snapshot):
    chance = random.Random("choices")
    choice = Choice()
    for _ in range(300):
        act = drawn(chance, choice, snapshot)
        choice = address.acted(choice, act, snapshot)
        written = address.link(choice, snapshot).removeprefix("?")
        again = address.read(parse_qs(written), snapshot)
        assert again.filters == choice.filters, (act, written)
        kept = [name for name in VIEW if address.OWN.get(name, choice.view["page"]) == choice.view["page"]]
        assert {name: again.view[name] for name in kept} == {name: choice.view[name] for name in kept}, (act, written)
        assert again.unknown == (), (act, written)


def drawn(chance: random.Random, choice: Choice, snapshot: Snapshot) -> dict:
    """Draw an act that names what exists."""
    event = chance.choice([*snapshot.dataset.events])
    facet = chance.choice(FACETS)
    values = [*snapshot.known[facet]]
    return chance.choice([
        {"do": "choose", "event": event, "at": chance.choice(["", *snapshot.proof_keys])},
        {"do": "open", "event": event},
        {"do": "filter", "facet": facet, "value": chance.choice(values), "on": chance.random() < 0.7},
        {"do": "drop", "facet": facet, "value": chance.choice([*getattr(choice.filters, facet), "un"])},
        {"do": "mark", "view": "together", "value": chance.sample([*snapshot.known["together"]], 2)},
        {"do": "mark", "view": "coverage", "value": [event]},
        {"do": "columns", "value": chance.choice(["all", "conferences"])},
        {"do": "sort", "value": chance.choice(["name", "count", "kind"])},
        {"do": "turn", "page": chance.choice([*PAGES])},
        {"do": "reset"},
    ])  # fmt: skip


@pytest.mark.parametrize(
    "act",
    [
        {"do": "choose", "event": "no-event"},
        {"do": "open", "event": "no-event"},
        {"do": "filter", "facet": "organizer", "value": "nobody", "on": True},
        {"do": "mark", "view": "together", "value": ["nobody", "un"]},
        {"do": "mark", "view": "coverage", "value": ["no-event"]},
        {"do": "sort", "value": "taste"},
        {"do": "turn", "page": "nowhere"},
        {"do": "dance"},
    ],
    ids=str,
)
def test_an_act_that_names_what_does_not_exist_changes_nothing(act, snapshot):
    assert address.acted(Choice(), act, snapshot) is None


def test_a_link_that_would_hide_its_event_takes_the_filters_off(snapshot):
    narrowed = Choice(Filters(year=("2018",)))
    there = address.destination(narrowed, {"event": ["2024-kuwait"]}, snapshot)
    assert address.read(there, snapshot).filters == Filters()
    there = address.destination(narrowed, {"event": ["2018-dushanbe"]}, snapshot)
    assert address.read(there, snapshot).filters == narrowed.filters


@pytest.mark.parametrize(
    "query", ["a" * (address.LONGEST + 1), "a=1&" * (address.MOST_FIELDS + 1)], ids=["long", "many"]
)
def test_an_address_beyond_all_bounds_is_read_in_part_or_not_at_all(query, snapshot):
    assert address.read(address.parsed(query), snapshot).filters == Filters()


def test_addresses_are_read_without_streamlit():
    script = "import sys; from dashboard.web import address; sys.exit('streamlit' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
