"""What a reading gives to rules: records with and without doubts, and what may be there."""

from dataclasses import fields, replace

import pytest

from dashboard import store
from dashboard.records.kinds import BY_FILE, EVENTS, LASTING, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import Dataset
from dashboard.records.reading import Reading


@pytest.fixture
def faulty(spoil) -> Reading:
    """A reading in which one event has a fault in its weight, and a role another in its confidence."""
    spoil("events.yaml", "weight: minor", "weight: tiny")
    return store.load(spoil("events.yaml", "confidence: disputed", "confidence: disputable"))[0]


def test_faulty_records_are_beside_the_others_and_not_in_the_dataset(faulty):
    assert {*faulty.events} - {*faulty.dataset.events} == {"2019-plan", "2018-dushanbe"}
    assert faulty.events["2019-plan"].label == "Plan"
    assert faulty.events["2019-plan"].weight == ""


def test_certain_are_those_of_which_the_fields_were_read(faulty):
    assert {*faulty.events} - {*faulty.events.certain("weight")} == {"2019-plan"}
    assert {*faulty.events} - {*faulty.events.certain("id", "roles")} == {"2018-dushanbe"}
    assert {*faulty.events} - {*faulty.events.certain()} == {"2019-plan", "2018-dushanbe"}


def test_a_list_with_a_fault_in_it_was_read_in_part(faulty):
    assert "2018-dushanbe" in faulty.events.partly("roles")
    assert "2019-plan" not in faulty.events.partly("roles", "weight")
    assert [*faulty.events.partly()] == [*faulty.events]
    roles = range(len(faulty.events["2018-dushanbe"].roles))
    paths = [(EVENTS, "2018-dushanbe", "roles", index, "confidence") for index in roles]
    assert [faulty.is_certain(path) for path in paths].count(False) == 1
    assert [faulty.is_left_out(path) for path in paths].count(True) == 1
    assert not faulty.is_left_out(paths[0][:3]), "only something in it was"


def test_a_record_whose_withdrawal_cannot_be_read_is_not_taken_for_one_in_use(spoil):
    reading, _ = store.load(spoil("events.yaml", "  label: Plan\n", "  label: Plan\n  withdrawn: yes\n"))
    assert "2019-plan" not in reading.events
    assert "2019-plan" in reading.events.ever
    assert reading.is_there(EVENTS, "2019-plan")


def test_what_was_withdrawn_is_no_longer_among_the_records_but_its_ids_are_known(dataset, reading):
    gone = dataset.events["2019-plan"].model_copy(update={"aliases": ("2019-steps",)})
    events = {name: event for name, event in dataset.events.items() if name != "2019-plan"}
    reading = replace(reading, dataset=replace(dataset, events=events, withdrawn={(EVENTS, "2019-plan"): gone}))
    assert "2019-plan" not in reading.events
    assert reading.lasting(EVENTS)["2019-plan"] is reading.events.ever["2019-plan"]
    assert reading.former(EVENTS) == {"2019-steps": "2019-plan"}
    assert reading.events.are_all_read


def test_of_a_file_that_cannot_be_read_every_id_may_be_there(folder):
    (folder / SOURCES).write_text("- id: [", encoding="utf-8")
    reading, _ = store.load(folder)
    assert reading.ids_placed(SOURCES) is None
    assert reading.is_there(SOURCES, "any")
    assert not reading.sources.are_all_read
    assert not reading.is_there(ORGANIZERS, "any")
    assert reading.ids_placed(ORGANIZERS) == [*reading.organizers]


def test_every_kind_can_be_had_by_its_file(reading):
    assert all(len(reading.of(file)) for file in BY_FILE)
    assert [*reading.of(PROCESS)] == ["process"]
    assert all(reading.lasting(file) == getattr(reading.dataset, kind.key) for file, kind in LASTING.items())


def test_a_dataset_says_nothing_of_files_and_faults():
    assert {field.name for field in fields(Dataset)} == {
        *(kind.key for kind in BY_FILE.values()),
        "articles",
        "identity",
        "withdrawn",
    }
