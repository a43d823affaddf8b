"""The places of the map: those of the data, each with its events, and none where a series has no coordinates."""

from dataclasses import replace

import pytest

from dashboard.records.model import Place
from dashboard.topics.explore import places
from dashboard.web import address
from tests import real
from tests.sample import DATASET, snapshot

SAMPLE = snapshot(DATASET)


def test_every_event_with_a_city_is_on_the_map():
    placed = {name for place in places.placed(real.SNAPSHOT) for name in place["events"]}
    assert placed == {event.id for event in real.DATASET.events.values() if event.city}


def test_events_are_at_their_own_city_alone():
    of = places.placed(real.SNAPSHOT)
    every = [name for place in of for name in place["events"]]
    assert len(every) == len(set(every))
    dushanbe = next(place for place in of if place["name"] == "Dushanbe, Tajikistan")
    assert {"2018-dushanbe", "2019-dushanbe", "2022-dushanbe"} <= {*dushanbe["events"]}
    assert "2024-kuwait" not in dushanbe["events"]


def test_a_place_without_an_event_is_left_out():
    some = Place(city="Oslo", country="Norway", latitude=59.9, longitude=10.8, url="https://example.org/oslo")
    process = DATASET.process.model_copy(update={"places": (some,)})
    assert places.placed(snapshot(replace(DATASET, process=process))) == []


def test_the_map_is_offered_only_with_places():
    assert not address.read(address.parsed("map=1"), real.SNAPSHOT).unknown
    assert address.read(address.parsed("map=1"), SAMPLE).unknown


@pytest.mark.parametrize(("page", "is_there"), [("", True), ("coverage", False)])
def test_no_other_page_has_the_map_in_its_address(page, is_there):
    choice = address.read(address.parsed("map=1"), real.SNAPSHOT)
    assert ("map" in address.query(choice, real.SNAPSHOT, page)) is is_there
