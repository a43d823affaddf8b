"""Who is named at which edition: everybody whom the data names, once, with sources; and nobody whom it does not."""

import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard import exports
from dashboard.frames.filters import Filters
from dashboard.look.page import Request
from dashboard.records.dates import PartialDate
from dashboard.records.model import Dataset, Event, Person, Programme, Session
from dashboard.topics.people import PAGE, people
from dashboard.topics.people.page import lead, people_html
from dashboard.web.address import VIEW
from tests import real
from tests.real import DATASET as REAL
from tests.sample import DATASET, EMPTY, HOSTILE, snapshot
from tests.topics.explore.test_article import Page


def person(name: str, position: str = "Minister", **more) -> Person:
    return Person(name=name, position=position, sources=("s",), **more)


def edition(number: int, *named: Person, **more) -> Event:
    return Event(
        id=f"e{number}", title="T", label=f"Event {number}", kind="conference", weight="main", sources=("s",),
        start=PartialDate(2010 + number), people=named, **more,
    )  # fmt: skip


def of(*events: Event) -> Dataset:
    return Dataset(events={event.id: event for event in events})


def at(dataset: Dataset) -> dict[str, list[str]]:
    return {one.name: list(one.entries) for one in people.people(dataset)}


def test_those_at_several_editions_come_first_then_the_order_of_time():
    dataset = of(edition(2, person("C D"), person("A B")), edition(1, person("X Y"), person("A B")))
    assert at(dataset) == {"A B": ["e1", "e2"], "X Y": ["e1"], "C D": ["e2"]}


def test_only_editions_count():
    talks = edition(1, person("A B")).model_copy(update={"kind": "preparation"})
    assert at(of(talks)) == {}


def test_patrons_and_chairs_are_named_too():
    sessions = Programme(items=(Session(title="I", chairs=("A B", "Dr. New Chair")),), sources=("p",))
    found = people.people(of(edition(1, person("A B"), patron=person("Their Patron"), sessions=sessions)))
    entries = {one.name: one.entries["e1"] for one in found}
    assert entries["A B"].parts == (people.CHAIR,) and entries["A B"].sources == ("s", "p")
    assert entries["Dr. New Chair"].position == "" and entries["Dr. New Chair"].sources == ("p",)
    assert entries["Their Patron"].parts == (people.PATRON,)


def test_capitals_and_signs_do_not_make_two_people():
    dataset = of(edition(1, person("Al-Rashid, Omar")), edition(2, person("al Rashid Omar")))
    assert at(dataset) == {"Al-Rashid, Omar": ["e1", "e2"]}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Mutlaq bin Majed Al Qahtani", "Mutlaq bin Majid al-Qahtani", True),
        ("Vladimir Norov", "Vladimir Voronkov", False),
        ("Emomali Rahmon", "Yusuf Rahmon", False),
        ("Rahmon", "Rahmom", False),
    ],
)
def test_a_name_spelled_nearly_so_at_another_edition_is_suggested(one, other, alike):
    dataset = of(edition(1, person(one)), edition(2, person(other)))
    assert bool(people.alike(people.people(dataset))) == alike
    assert ("Perhaps the same person as" in people_html(dataset)) == alike
    assert people.alike(people.people(of(edition(1, person(one), person(other))))) == {}, "both were there"


@pytest.mark.parametrize("snapshot_of", real.SNAPSHOTS)
def test_every_mark_leads_to_its_event_and_every_empty_cell_is_empty_in_the_record(snapshot_of):
    dataset = snapshot_of.dataset
    html = people_html(dataset)
    editions = [event.id for event in people.editions(dataset)]
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', html, re.S)
    named = {unescape(re.search(r"<summary><b>(.*?)</b>", row)[1]): row for row in rows}
    assert len(named) == len(rows) == len(people.people(dataset))
    for name, row in named.items():
        cells = re.findall(r"<td>(.*?)</td>", row, re.S)
        assert len(cells) == len(editions)
        for event, cell in zip(editions, cells, strict=True):
            record = dataset.events[event]
            everybody = {one.name for one in (*record.people, *([record.patron] if record.patron else []))}
            chairs = {
                chair for session in (record.sessions.items if record.sessions else ()) for chair in session.chairs
            }
            assert bool(cell) == (name in everybody | chairs)
            assert not cell or f'href="?event={event}" data-choose="{event}"' in cell


@pytest.mark.parametrize("order", ["editions", "name"])
@pytest.mark.parametrize("dataset", [REAL, DATASET], ids=["real", "hostile"])
def test_the_page_is_well_formed_and_escaped(dataset, order):
    html = people_html(dataset, order, dark=True)
    page = Page(html)
    assert page.found[0][1]["class"] == "linked evidence"
    assert HOSTILE not in html and "<Somon>" not in html
    assert not {tag for tag, _ in page.found} & {"script", "style", "img", "svg"}


def test_rows_are_grouped_by_editions_or_in_the_order_of_names():
    dataset = of(edition(1, person("X Y"), person("B C")), edition(2, person("X Y"), person("A B")), edition(3))
    grouped = people_html(dataset)
    assert re.findall(r"<span>([^<]*) <i>(\d)</i></span>", grouped) == [
        ("Named at several editions", "1"), ("Only Event 1", "1"), ("Only Event 2", "1"),
    ]  # fmt: skip
    assert "nobody named" in grouped
    assert re.findall(r"<summary><b>(.*?)</b>", people_html(dataset, "name")) == ["A B", "B C", "X Y"]


def test_somebody_who_was_only_announced_is_not_marked_as_present():
    html = people_html(of(edition(1, person("A B", announced=True))))
    assert re.search(r'aria-label="A B, Event 1, announced only">announced</a>', html)
    assert "●" not in html


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([edition(1, person("A B"))], "The data names 1 person at the conference, nobody at more than one."),
        ([edition(1, person("A B")), edition(2, person("A B"), person("C D"))],
         "The data names 2 people at the two conferences, one of them at more than one."),
        ([edition(1, person("A B")), edition(2)],
         "The data names 1 person at one of two conferences, nobody at more than one."),
    ],
)  # fmt: skip
def test_the_sentence_counts_people_and_editions(events, said):
    dataset = of(*events)
    assert lead(dataset, people.people(dataset), people.editions(dataset)) == said


def test_a_series_without_people_says_so():
    assert PAGE.blocks is not None
    for dataset in (EMPTY, replace(DATASET, events={"e1": edition(1)})):
        (said,) = PAGE.blocks(snapshot(dataset), Request(Filters(), VIEW))
        assert "The data names nobody at any of the conferences." in said


def test_the_file_has_a_row_for_each_person_and_edition():
    table = people.frame(REAL)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == people.PEOPLE
    assert len(table) == sum(len(one.entries) for one in people.people(REAL))
    content = exports.EXPORTS["people.csv"].make(real.SNAPSHOT, Filters()).decode()
    assert content.startswith("name,event_id,event,position,part,sources,note\nEmomali Rahmon,2018-dushanbe,")
    assert list(people.frame(EMPTY).columns) == list(people.PEOPLE)
