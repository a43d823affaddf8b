"""People and places are found by their names as the data has them, in records and in articles."""

import pytest

from dashboard.records.elsewhere import elsewhere
from dashboard.records.names import PlainNames
from dashboard.topics.explore import article as reader
from tests import real

NAMES = PlainNames(["Emomali Rahmon", "António Guterres", "Kuwait"], ["Dushanbe", "Kuwait", "Kuwait City", "Sudan"])
FOUND = elsewhere(real.DATASET)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Emomali Rahmon spoke in Dushanbe.", ["Emomali Rahmon", "Dushanbe"]),
        ("Emomali Rahmon’s speech", ["Emomali Rahmon"]),
        ("Rahmon spoke", []),
        ("the Dushanbe Process", []),
        ("in Kuwait City and from Kuwait", ["Kuwait City", "Kuwait"]),
        ("in South Sudan", []),
        ("the University of Dushanbe", []),
        ("“Dushanbe and Kuwait”", []),
        ("Dushanbe-based", []),
        ("Emomali Rahmonov", []),
    ],
)
def test_a_name_is_found_only_where_it_stands_alone(text, names):
    assert [text[one.start : one.end] for one in NAMES.within(text)] == names


def test_a_name_has_the_events_of_its_records_and_of_the_articles_that_hold_it():
    for event in real.DATASET.events.values():
        for person in event.people:
            assert event.id in FOUND.events[person.name]
        if event.city:
            assert event.id in FOUND.events[event.city]
    assert FOUND.than("2018-dushanbe", "nobody") == ()
    for name, events in FOUND.events.items():
        assert len(set(events)) == len(events), name
        assert set(events) <= set(real.DATASET.events), name


def test_a_marked_name_leads_to_other_events_alone():
    marked = 0
    for event in real.DATASET.events:
        page = reader.article_of(real.SNAPSHOT, event)
        for name, others in FOUND.events.items():
            template = f'<template data-elsewhere="{reader.markup.escaped(name)}">'
            if template in page:
                given = page.partition(template)[2].partition("<")[0].split()
                assert given == [other for other in others if other != event] != []
                marked += 1
    assert marked > 50
