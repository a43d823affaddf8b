"""Where people and places are named: in the records of events, and in their articles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.records.model import Dataset, Event
from dashboard.records.names import PlainNames
from dashboard.records.passages import CITATIONS, blocks, without_marks

SHORTEST = 3
"""The fewest letters of a name that is looked for in articles."""


@dataclass(frozen=True)
class Elsewhere:
    """The matcher of the names of people and places, and for each name the ids of the events that name it."""

    names: PlainNames
    events: Mapping[str, tuple[str, ...]]

    def than(self, event: str, name: str) -> tuple[str, ...]:
        """Give the events other than one that name a person or a place."""
        return tuple(other for other in self.events.get(name, ()) if other != event)


def elsewhere(dataset: Dataset) -> Elsewhere:
    """Find the names of the data in its records and articles; only names that are written the same are the same."""
    events: dict[str, dict[str, None]] = defaultdict(dict)
    people, places = set[str](), set[str]()
    for event in dataset.events.values():
        for name in _people(event):
            people.add(name)
            events[name][event.id] = None
        for name in _places(event):
            places.add(name)
            events[name][event.id] = None
    names = PlainNames(sorted(filter(_is_long, people)), sorted(filter(_is_long, places)))
    for event in dataset.events.values():
        article = dataset.articles.get(event.id)
        for block in blocks(without_marks(article.text)) if article else ():
            for name in names.named(CITATIONS.sub("", block)):
                events[name][event.id] = None
    return Elsewhere(names, {name: tuple(ids) for name, ids in events.items()})


def _is_long(name: str) -> bool:
    return len(name) >= SHORTEST


def _people(event: Event) -> Iterator[str]:
    if event.patron:
        yield event.patron.name
    yield from (person.name for person in event.people)
    for session in event.sessions.items if event.sessions else ():
        yield from session.chairs


def _places(event: Event) -> Iterator[str]:
    yield from filter(None, (event.city, event.country))
    yield from event.countries.items if event.countries else ()
