"""Dataset → three tidy frames with declared columns. `filters` narrows them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.records.belonging import wholes
from dashboard.records.dates import span_words
from dashboard.records.model import ORGANIZING, Dataset, Event

# Texts are objects of Python, not of Arrow. The frames have some hundreds of rows: the way into a column of Arrow and
# out of it takes longer than all that is done there.
pd.set_option("mode.string_storage", "python")

EVENTS = {
    "event_id": "str",
    "title": "str",
    "label": "str",
    "kind": "str",
    "weight": "str",
    "edition": "Int64",
    "start": "str",
    "end": "str",
    "dating": "str",
    "when": "str",
    "first": "datetime64[us]",
    "last": "datetime64[us]",
    "year": "Int64",
    "city": "str",
    "country": "str",
    "organizers": "str",
    "n_organizers": "int64",
    "n_sources": "int64",
    "n_disputes": "int64",
    "venue": "str",
    "ahead": "bool",
}
"""One row per event, in order of time, undated ones last.

`start` and `end` are as written in the data (`2022-10`). `first` and `last` are the earliest and latest day that they
can mean, both inclusive; `when` is the same in words. `organizers` names all who have a role, in the order of the data.
`n_organizers` counts the organizing roles alone (`model.ORGANIZING`). `ahead` is true where the first day is after the
day on which the data was last brought up to date.
"""

ROLES = {
    "event_id": "str",
    "event": "str",
    "organizer_id": "str",
    "organizer": "str",
    "organizer_kind": "str",
    "role": "str",
    "confidence": "str",
    "sources": "str",
    "note": "str",
    "part_of": "str",
}
"""One row per event, organizer and role; `sources` holds ids with spaces between.

`part_of` holds the ids of what the organizer is part of, with spaces between, the nearest first.
"""

SOURCES = {
    "event_id": "str",
    "source_id": "str",
    "title": "str",
    "title_en": "str",
    "publisher": "str",
    "published": "str",
    "language": "str",
    "kind": "str",
    "read": "str",
    "url": "str",
    "archived": "str",
}
"""One row per event and source.

`title` is as published, empty where that was not found; `title_en` is ours. `url` is empty where only a copy was found;
`archived` is the address of a copy in a web archive, empty where none is known.
"""


Row = dict[str, object]
"""Column → value, for one row of a frame."""


@dataclass(frozen=True, eq=False)
class Frames:
    """The three frames from which the whole page is drawn; two of them are equal only if they are the same object."""

    events: pd.DataFrame
    roles: pd.DataFrame
    sources: pd.DataFrame


def in_order(dataset: Dataset) -> list[Event]:
    """Give the events in the order of time, by their first day and then their last; those without a date come last."""
    return sorted(dataset.events.values(), key=_in_time)


def when(event: Event) -> str:
    """Give the days of an event in words."""
    return span_words(event.start, event.end, event.dating)


def planned_or_held(dataset: Dataset, event: Event) -> str:
    """Give the days of an event in words; behind those of an event that is only planned, there is `(planned)`."""
    return f"{when(event)} (planned)" if is_ahead(dataset, event) else when(event)


def build(dataset: Dataset) -> Frames:
    """Flatten the dataset; an empty dataset gives empty frames that still have their columns."""
    events = in_order(dataset)
    return Frames(
        events=_frame((_event_row(dataset, event) for event in events), EVENTS),
        roles=_frame((row for event in events for row in _role_rows(dataset, event)), ROLES),
        sources=_frame((row for event in events for row in _source_rows(dataset, event)), SOURCES),
    )


NO_PLACE = "place not known"
"""The words for an event whose place the data does not give."""


def place(city: str, country: str, venue: str) -> str:
    """Word a place: `Oslo, Norway`, with `(online)` behind it; without a place the venue, else `NO_PLACE`."""
    where = ", ".join(part for part in (city, country) if part)
    if not where:
        return ("online" if is_online(venue) else venue) or NO_PLACE
    return f"{where} (online)" if is_online(venue) else where


def where(event: Event) -> str:
    """Give the place of an event in words, as `place` does."""
    return place(event.city or "", event.country or "", event.venue or "")


def is_online(venue: str) -> bool:
    """Tell whether the venue says that a meeting is held online, and nothing else."""
    return venue.strip().casefold() == "online"


def is_ahead(dataset: Dataset, event: Event) -> bool:
    """Tell whether an event begins after the day on which the data was last brought up to date."""
    updated = dataset.process.updated if dataset.process else None
    return bool(event.start and updated and event.start.first() > updated.last())


def _in_time(event: Event) -> tuple[int, str, str, str]:
    """Give what events are sorted by: whether they have a date, their first day, their last day, and their id."""
    if event.start is None:
        return (1, "", "", event.id)
    return (0, event.start.first().isoformat(), (event.end or event.start).last().isoformat(), event.id)


def _frame(rows: Iterable[Row], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _event_row(dataset: Dataset, event: Event) -> Row:
    end = event.end or event.start
    names = [
        dataset.organizers[role.organizer].short_name for role in event.roles if role.organizer in dataset.organizers
    ]
    return {
        "event_id": event.id,
        "title": event.title,
        "label": event.label,
        "kind": event.kind,
        "weight": event.weight,
        "edition": event.edition,
        "start": str(event.start or ""),
        "end": str(end or ""),
        "dating": event.dating,
        "when": when(event),
        "first": event.start and event.start.first(),
        "last": end and end.last(),
        "year": event.start and event.start.year,
        "city": event.city or "",
        "country": event.country or "",
        "organizers": ", ".join(names),
        "n_organizers": sum(role.role in ORGANIZING for role in event.roles),
        "n_sources": len(event.sources),
        "n_disputes": sum(dispute.event == event.id for dispute in dataset.disputes.values()),
        "venue": event.venue or "",
        "ahead": is_ahead(dataset, event),
    }


def _role_rows(dataset: Dataset, event: Event) -> Iterable[Row]:
    for role in event.roles:
        organizer = dataset.organizers.get(role.organizer)
        if organizer is None:
            continue  # an unknown id is a problem of the check; the page shows what is good
        yield {
            "event_id": event.id,
            "event": event.label,
            "organizer_id": organizer.id,
            "organizer": organizer.short_name,
            "organizer_kind": organizer.kind,
            "role": role.role,
            "confidence": role.confidence,
            "sources": " ".join(role.sources),
            "note": role.note or "",
            "part_of": " ".join(wholes(dataset.organizers, organizer.id)),
        }


def _source_rows(dataset: Dataset, event: Event) -> Iterable[Row]:
    for source_id in event.sources:
        source = dataset.sources.get(source_id)
        if source is None:
            continue
        yield {
            "event_id": event.id,
            "source_id": source.id,
            "title": source.title or "",
            "title_en": source.title_en or "",
            "publisher": source.publisher,
            "published": str(source.published or ""),
            "language": source.language,
            "kind": source.kind,
            "read": source.read,
            "url": source.url or "",
            "archived": source.archived or "",
        }
