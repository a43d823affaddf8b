"""What became of an id: renamed, withdrawn, or neither."""

from dataclasses import replace

import pytest

from dashboard.records.dates import PartialDate
from dashboard.records.kinds import DISPUTES, EVENTS, ORGANIZERS, SOURCES
from dashboard.records.model import Dataset, Withdrawn
from dashboard.records.succession import Fate, Succession
from tests.sample import DATASET

DAY = PartialDate(2026, 3, 1)


def fate(dataset: Dataset, file: str, name: str) -> Fate | None:
    return Succession(dataset).fate(file, name)


def gone(file: str, name: str, instead: str | None = None, why: str = "It was another series") -> Dataset:
    """Withdraw one record of the sample."""
    key = file.removesuffix(".yaml")
    records = dict(getattr(DATASET, key))
    note = Withdrawn(on=DAY, why=why, instead=instead)
    record = records.pop(name).model_copy(update={"withdrawn": note})
    return replace(DATASET, **{key: records}, withdrawn={(file, name): record})


def renamed(file: str, name: str, *aliases: str) -> Dataset:
    key = file.removesuffix(".yaml")
    records = dict(getattr(DATASET, key))
    records[name] = records[name].model_copy(update={"aliases": aliases})
    return replace(DATASET, **{key: records})


def test_an_id_in_use_or_never_heard_of_has_no_fate():
    assert fate(DATASET, EVENTS, "2018-dushanbe") is None
    assert fate(DATASET, EVENTS, "2018-elsewhere") is None
    assert fate(renamed(EVENTS, "2019-side", "2019-old"), ORGANIZERS, "2019-old") is None


def test_a_renamed_record_answers_to_its_former_ids():
    dataset = renamed(EVENTS, "2019-side", "2019-old", "2019-older")
    found = fate(dataset, EVENTS, "2019-older")
    assert (found.leads_to, found.label, found.why) == ("2019-side", "=cmd()<b>", "")
    assert found.words() == "The event “2019-older” is now called “2019-side”."


def test_a_withdrawn_record_says_when_and_why_and_leads_on():
    found = fate(gone(EVENTS, "2019-side", "2018-dushanbe"), EVENTS, "2019-side")
    assert found.leads_to == "2018-dushanbe"
    assert found.words() == ("The event “=cmd()<b>” (2019-side) was withdrawn on 1 March 2026: It was another series.")
    assert fate(gone(EVENTS, "2019-side"), EVENTS, "2019-side").leads_to == ""
    assert fate(gone(ORGANIZERS, "osce", why="Why?"), ORGANIZERS, "osce").words().endswith("1 March 2026: Why?")
    assert fate(gone(SOURCES, "un-2022"), SOURCES, "un-2022").label == "@UN: Meeting"
    assert fate(gone(DISPUTES, "qatar-role"), DISPUTES, "qatar-role").label == "Did Qatar <pay>?"


def test_what_stands_instead_is_followed_to_one_in_use_and_not_round_in_circles():
    first = gone(EVENTS, "2019-side", "2022-briefing")
    second = gone(EVENTS, "2022-briefing", "2022-dushanbe")
    events = {name: event for name, event in DATASET.events.items() if name not in ("2019-side", "2022-briefing")}
    chain = replace(DATASET, events=events, withdrawn={**first.withdrawn, **second.withdrawn})
    assert fate(chain, EVENTS, "2019-side").leads_to == "2022-dushanbe"
    circle = replace(chain, withdrawn={**first.withdrawn, **gone(EVENTS, "2022-briefing", "2019-side").withdrawn})
    assert fate(circle, EVENTS, "2019-side").leads_to == ""
    lost = replace(chain, withdrawn=gone(EVENTS, "2019-side", "nowhere").withdrawn)
    assert fate(lost, EVENTS, "2019-side").leads_to == ""


def test_what_stands_instead_may_have_been_renamed():
    dataset = replace(
        renamed(EVENTS, "2022-dushanbe", "2022-old"), withdrawn=gone(EVENTS, "2019-side", "2022-old").withdrawn
    )
    dataset = replace(dataset, events={name: one for name, one in dataset.events.items() if name != "2019-side"})
    assert fate(dataset, EVENTS, "2019-side").leads_to == "2022-dushanbe"


def test_a_withdrawn_record_answers_to_its_former_ids_too():
    dataset = gone(ORGANIZERS, "osce", "un")
    record = dataset.withdrawn[ORGANIZERS, "osce"].model_copy(update={"aliases": ("csce",)})
    dataset = replace(dataset, withdrawn={(ORGANIZERS, "osce"): record})
    assert fate(dataset, ORGANIZERS, "csce").leads_to == "un"
    assert [(one.old_id, one.leads_to) for one in Succession(dataset).fates()] == [("csce", "un"), ("osce", "un")]


@pytest.mark.parametrize("name", ["organizer", "together", "at"])
def test_addresses_are_brought_up_to_date(name):
    dataset = renamed(ORGANIZERS, "osce", "csce")
    query, met = Succession(dataset).updated({name: ["csce", "un"], "year": ["2018"], "q": ["csce"]})
    assert query == {name: ["osce", "un"], "year": ["2018"], "q": ["csce"]}
    assert [(parameter, fate.old_id) for parameter, fate in met] == [(name, "csce")]


def test_what_leads_nowhere_is_taken_out_of_an_address():
    query, met = Succession(gone(EVENTS, "2019-side")).updated({"event": ["2019-side"], "at": []})
    assert query == {"at": []}
    assert [fate.why for _, fate in met] == ["It was another series"]


def test_an_address_without_former_ids_stays():
    query = {"event": ["2018-dushanbe"], "organizer": ["un", "nobody"], "colour": ["red"]}
    assert Succession(DATASET).updated(query) == (query, [])
