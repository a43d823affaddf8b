"""What can be read of a record with faults, and that only the rules see it."""

import pytest

from dashboard import store
from dashboard.records.dates import PartialDate
from dashboard.records.kinds import LISTS
from dashboard.records.model import Event
from dashboard.store.faults.salvage import salvaged

ROLES = [
    {"organizer": "qatar", "role": "sponser", "confidence": "single", "sources": ["khovar-2018", "OSCE 2018"]},
    "osce",
]
TYPED = {"id": "2018-a", "title": "A", "start": "2018-05-03", "end": "3.5.2018", "roles": ROLES, "edition": "2"}
FAULTS = [("end",), ("roles", 0, "role"), ("roles", 0, "sources", 1), ("roles", 1), ("label",), ("sources",)]


def test_values_without_faults_are_read_and_the_others_left_empty():
    event, gaps = salvaged(Event, TYPED, FAULTS)
    assert (event.title, event.start, event.end, event.edition) == ("A", PartialDate(2018, 5, 3), None, 2)
    assert (event.label, event.kind, event.sources, event.dating) == ("", "", (), "held")
    first, second = event.roles
    assert (first.organizer, first.role, first.sources) == ("qatar", "", ("khovar-2018", ""))
    assert (second.organizer, second.sources) == ("", ())
    assert {path for path, left_out in gaps.items() if left_out} == set(FAULTS)
    assert gaps["roles",] is gaps["roles", 0] is gaps["roles", 0, "sources"] is False


def test_what_is_wrong_and_was_not_told_is_left_out_too():
    event, gaps = salvaged(Event, TYPED | {"start": "May"}, FAULTS)
    assert event.start is None
    assert gaps["start",]


@pytest.mark.parametrize("model", [kind.model for kind in LISTS.values()], ids=lambda model: model.__name__)
def test_of_nothing_comes_a_record_without_anything(model):
    record, gaps = salvaged(model, {}, [()])
    assert not any(getattr(record, name) for name in type(record).model_fields if name != "dating")
    assert gaps == {(): True}


def test_it_stands_beside_the_dataset(spoil):
    reading, _ = store.load(spoil("events.yaml", "weight: minor", "weight: tiny"))
    assert "2019-plan" not in reading.dataset.events
    assert reading.faulty["events.yaml", "2019-plan"].roles[0].organizer == "tajikistan"
    assert reading.gaps["events.yaml", "2019-plan", "weight"]
    assert reading.unsure == frozenset()


def test_an_id_that_cannot_be_told_may_be_any_that_the_list_of_changes_knows(spoil):
    reading, _ = store.load(spoil("events.yaml", "- id: 2019-plan", "- id: 2019 Steps"))
    assert reading.unsure == {("events.yaml", "2019-steps"), ("events.yaml", "2019-plan")}
