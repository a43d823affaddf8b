"""Who is named at which edition: people, patrons, and those who chaired a session.

A person is known by the name as published. The data has no other mark of a person, so two spellings are two people
here; `alike` says which names may be one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pandas as pd

from dashboard.frames import in_order
from dashboard.records.evidence import plain_words
from dashboard.records.model import Dataset, Event, Person

PEOPLE = {
    "name": "str",
    "event_id": "str",
    "event": "str",
    "position": "str",
    "part": "str",
    "sources": "str",
    "note": "str",
}
"""One row per person and edition, in the order of `people`.

`position` is the office held at the time, empty for somebody who is only named as the chair of a session. `part` is
`patron`, `announced only` or `chair of a session`, several with semicolons between. It is empty for people who spoke or
took part. `sources` holds ids with spaces between.
"""

PATRON, ANNOUNCED, CHAIR = "patron", "announced only", "chair of a session"

ALIKE = 0.9
"""Two names whose letters agree at least this much, from 0 to 1, may be two spellings of one name."""


@dataclass(frozen=True)
class Entry:
    """What the data says of one person at one edition."""

    event: Event
    position: str
    parts: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass
class Named:
    """A person, with an entry for each edition that names the person, in the order of time."""

    name: str
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def positions(self) -> tuple[str, ...]:
        """The offices, each once."""
        return tuple(dict.fromkeys(entry.position for entry in self.entries.values() if entry.position))


def editions(dataset: Dataset) -> list[Event]:
    """Give the conferences in order of time, undated ones last."""
    return [event for event in in_order(dataset) if event.kind == "conference"]


def people(dataset: Dataset) -> list[Named]:
    """Give everybody whom an edition names: those named at more editions first, then in order of time."""
    by_name: dict[str, Named] = {}
    for event in editions(dataset):
        for name, entry in _entries(event):
            person = by_name.setdefault(" ".join(plain_words(name)), Named(name))
            known = person.entries.get(event.id)
            person.entries[event.id] = _joined(known, entry) if known else entry
    return sorted(by_name.values(), key=lambda person: -len(person.entries))


def alike(named: Sequence[Named]) -> dict[str, list[Named]]:
    """Give for each name the people at other editions with a similar spelling; it is only a suggestion."""
    near: dict[str, list[Named]] = {}
    plain = [" ".join(plain_words(person.name)) for person in named]
    compared = SequenceMatcher(autojunk=False)
    for i, person in enumerate(named):
        compared.set_seq2(plain[i])  # the slow part, done once for each name
        for j in range(i):
            other = named[j]
            if set(person.entries) & set(other.entries) or " " not in plain[i]:
                continue
            compared.set_seq1(plain[j])
            ratios = (compared.real_quick_ratio, compared.quick_ratio, compared.ratio)  # the first two are upper bounds
            if all(ratio() >= ALIKE for ratio in ratios):
                near.setdefault(person.name, []).append(other)
                near.setdefault(other.name, []).append(person)
    return near


def frame(dataset: Dataset) -> pd.DataFrame:
    """Lay out who is named where as a table, columns as in `PEOPLE`."""
    rows = [
        {
            "name": person.name,
            "event_id": entry.event.id,
            "event": entry.event.label,
            "position": entry.position,
            "part": "; ".join(entry.parts),
            "sources": " ".join(entry.sources),
            "note": " ".join(entry.notes),
        }
        for person in people(dataset)
        for entry in person.entries.values()
    ]
    return pd.DataFrame(rows, columns=list(PEOPLE)).astype(PEOPLE)


def _entries(event: Event) -> Iterator[tuple[str, Entry]]:
    if event.patron:
        yield event.patron.name, _entry(event, event.patron, [PATRON])
    for person in event.people:
        yield person.name, _entry(event, person, [])
    for session in event.sessions.items if event.sessions else ():
        for chair in session.chairs:
            sources = session.sources or (event.sessions.sources if event.sessions else ())
            yield chair, Entry(event, "", (CHAIR,), sources, ())


def _entry(event: Event, person: Person, parts: list[str]) -> Entry:
    parts += [ANNOUNCED] if person.announced else []
    return Entry(event, person.position, tuple(parts), person.sources, (person.note,) if person.note else ())


def _joined(known: Entry, more: Entry) -> Entry:
    """Put two entries of one person at one edition together."""
    return Entry(
        known.event,
        known.position or more.position,
        _once((*known.parts, *more.parts)),
        _once((*known.sources, *more.sources)),
        _once((*known.notes, *more.notes)),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
