"""An event in a few lines, for calendars and feeds."""

from dataclasses import dataclass

from dashboard.frames import NO_PLACE, is_ahead, is_online, place, when
from dashboard.library import Snapshot
from dashboard.look.captions import day_of_data
from dashboard.records.model import CONFIDENCE_WORDS, ROLES, Dataset, Event, Role
from dashboard.records.terms import terms_of
from dashboard.words.counting import counted, listed

MARKED = ("disputed", "inferred")
"""The confidences that are written beside a name."""


@dataclass(frozen=True)
class Brief:
    """An event in words.

    Attributes
    ----------
    when, where
        Its days, and its venue and place; `where` is empty if no place is known.
    roles
        The word for each role, and who has it, in the order of `model.ROLES`.
    notes
        Sentences: whether it is only planned, what is uncertain about its days, and on what sources disagree.
    sources
        The number of its sources: `3 sources`.
    """

    when: str
    where: str
    roles: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sources: str


def brief(snapshot: Snapshot, event: Event) -> Brief:
    """Summarize an event in a few lines."""
    return Brief(
        when=when(event),
        where=_where(event),
        roles=tuple(_roles(snapshot.dataset, event)),
        notes=tuple(_notes(snapshot, event)),
        sources=counted(len(event.sources), "source"),
    )


def planned(snapshot: Snapshot, event: Event) -> str:
    """Say that an event is only planned, and when that was known; empty for another event."""
    ahead = is_ahead(snapshot.dataset, event)
    return f"Planned; the data is of {day_of_data(snapshot)}." if ahead else ""


def _where(event: Event) -> str:
    city, country, venue = event.city or "", event.country or "", event.venue or ""
    words = place(city, country, venue)
    if words == NO_PLACE:
        return ""
    return f"{venue}, {words}" if venue and (city or country) and not is_online(venue) else words


def _roles(dataset: Dataset, event: Event) -> list[tuple[str, str]]:
    terms = terms_of(dataset)
    names: dict[str, list[str]] = {role: [] for role in ROLES}
    for role in event.roles:
        if role.organizer in dataset.organizers:
            names[role.role].append(_name(dataset, role))
    return [(terms.holders(role, len(some)), listed(some)) for role, some in names.items() if some]


def _name(dataset: Dataset, role: Role) -> str:
    name = dataset.organizers[role.organizer].short_name
    return f"{name} ({CONFIDENCE_WORDS[role.confidence]})" if role.confidence in MARKED else name


def _notes(snapshot: Snapshot, event: Event) -> list[str]:
    disputes = [dispute for dispute in snapshot.dataset.disputes.values() if dispute.event == event.id]
    return [
        *filter(None, [planned(snapshot, event)]),
        *([f"About the date: {event.date_note}"] if event.date_note else []),
        *(f"Sources disagree: {dispute.question}" for dispute in disputes),
    ]
