"""Who is named at which edition, as a page: a row for each person, a column for each edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, render
from dashboard.look.links import query_of
from dashboard.look.page import Block, Choice, File, Request
from dashboard.records.kinds import EVENTS
from dashboard.records.model import Dataset, Event
from dashboard.records.terms import terms_of
from dashboard.topics.people import people
from dashboard.topics.people.people import Entry, Named
from dashboard.words.counting import agreeing, alternatives, capital, counted, in_words, listed

ORDERS = {"editions": "Number of editions", "name": "Name"}
"""The orders of the rows."""

MANY = 8
"""With more editions than this, the table scrolls sideways inside its frame."""


def orders(_: Snapshot) -> Mapping[str, str]:
    """Give the orders of the rows, which the file does not follow."""
    return ORDERS


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: the order of the rows, the table, and its file; without people, a sentence."""
    dataset = snapshot.dataset
    if not people.people(dataset):
        conferences = terms_of(dataset).conference(2)
        return [markup.wrapped(markup.lead(f"The data names nobody at any of the {conferences}."), dark=request.dark)]
    order = request.view["by"]
    return [
        Choice("by", "Order of the people", order, width=220),
        snapshot.answer(_html, order, request.dark),
        File("People, CSV", "people", lambda: frame(snapshot, request)),
    ]


def frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give who is named at which edition, columns as in `people.PEOPLE`."""
    return people.frame(snapshot.dataset)


def _html(snapshot: Snapshot, order: str, dark: bool) -> Html:
    return people_html(snapshot.dataset, order, dark=dark)


@dataclass(frozen=True)
class Cell:
    """The mark of a person at an edition: the query of its link, the event, its words, and its name in full."""

    query: str
    event: str
    words: str
    name: str


@dataclass(frozen=True)
class Appearance:
    """What the data says of a person at one edition: the link to it, office and part in words, notes, and sources."""

    link: Html
    words: str
    notes: tuple[str, ...]
    sources: Html


@dataclass(frozen=True)
class Row:
    """A person: name, office, one cell for each edition, what the cells open, and who may be the same person."""

    name: str
    position: str
    cells: tuple[Cell | None, ...]
    appearances: tuple[Appearance, ...]
    alike: str


@dataclass(frozen=True)
class Group:
    """Rows under one heading; without a heading they are all there are."""

    heading: str
    rows: tuple[Row, ...]


def people_html(dataset: Dataset, order: str = "editions", *, dark: bool = False) -> Html:
    """Write who is named at which edition. `order` is one of `ORDERS`.

    The style sheet is `assets/css/evidence.css`, with `markup.styles`.
    """
    named, editions = people.people(dataset), people.editions(dataset)
    alike = people.alike(named)
    html = render(
        "topics/people/page.html",
        markup=markup,
        lead=lead(dataset, named, editions),
        editions=[(event, sum(event.id in person.entries for person in named)) for event in editions],
        in_words=in_words,
        groups=[
            Group(heading, tuple(_row(dataset, editions, person, alike.get(person.name, [])) for person in rows))
            for heading, rows in _groups(named, editions, order)
        ],
        many=len(editions) > MANY,
    )
    return markup.wrapped(html, dark=dark)


def lead(dataset: Dataset, named: Sequence[Named], editions: Sequence[Event]) -> str:
    """Say how many people are named, at how many editions, and how many of them at several; text, not yet escaped."""
    terms = terms_of(dataset)
    at = sum(any(event.id in person.entries for person in named) for event in editions)
    several = sum(len(person.entries) > 1 for person in named)
    number = len(editions)
    where = f"{in_words(at)} of {in_words(number)} {terms.conference(number)}"
    if at == number:
        where = f"the {in_words(number)} {terms.conference(number)}" if number > 1 else f"the {terms.conference()}"
    again = f"{in_words(several)} of them at more than one" if several else "nobody at more than one"
    return f"The data names {counted(len(named), 'person', 'people')} at {where}, {again}."


def _groups(named: Sequence[Named], editions: Sequence[Event], order: str) -> list[tuple[str, Sequence[Named]]]:
    if order == "name":
        return [("", sorted(named, key=lambda person: person.name.casefold()))]
    several = [person for person in named if len(person.entries) > 1]
    groups: list[tuple[str, Sequence[Named]]] = [("Named at several editions", several)]
    for event in editions:
        groups.append((f"Only {event.label}", [person for person in named if [*person.entries] == [event.id]]))
    return [(heading, rows) for heading, rows in groups if rows]


def _row(dataset: Dataset, editions: Sequence[Event], person: Named, alike: Sequence[Named]) -> Row:
    return Row(
        person.name,
        capital("; ".join(person.positions)) or "office not given",
        tuple(_cell(person, person.entries[event.id]) if event.id in person.entries else None for event in editions),
        tuple(_appearance(dataset, entry) for entry in person.entries.values()),
        _perhaps(alike),
    )


def _cell(person: Named, entry: Entry) -> Cell:
    words = {people.ANNOUNCED: "announced", people.PATRON: "patron"}
    part = next((words[part] for part in entry.parts if part in words), "")
    named = ", ".join(filter(None, (person.name, entry.event.label, "; ".join(entry.parts))))
    return Cell(query_of(EVENTS, entry.event.id), entry.event.id, part, named)


def _appearance(dataset: Dataset, entry: Entry) -> Appearance:
    words = "; ".join(filter(None, (entry.position, *entry.parts)))
    return Appearance(markup.event_link(entry.event), words, entry.notes, markup.sources(dataset, entry.sources))


def _perhaps(alike: Sequence[Named]) -> str:
    """Name people with a similar name, and their editions; a suggestion that may be wrong."""
    if not alike:
        return ""
    names = alternatives(
        f"{other.name} ({listed(entry.event.label for entry in other.entries.values())})" for other in alike
    )
    return f"Perhaps the same person as {names}: the {agreeing(len(alike), 'name is', 'names are')} spelled nearly so."
