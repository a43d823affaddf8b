"""The page of an organizer: what it is, and its roles over time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html
from dashboard.look.strip import strip
from dashboard.look.style import badge
from dashboard.records.belonging import wholes
from dashboard.records.evidence import attested, attested_briefly
from dashboard.records.model import LANGUAGES, ORGANIZING, Dataset, Dispute, Event, Organizer, Role
from dashboard.records.terms import terms_of
from dashboard.topics.record.frame import Around, framed
from dashboard.words.counting import agreeing, counted

KIND_NAMES = {
    "state": "State",
    "united-nations": "United Nations",
    "regional-organization": "Regional organization",
}
"""Kind of organizer → its name in the singular."""


@dataclass(frozen=True)
class Part:
    """A role at an event, with the disputes about it."""

    event: Event
    when: str
    where: str
    role: Role
    disputes: tuple[Dispute, ...]


def organizer_page(snapshot: Snapshot, organizer: str, around: Around) -> Html:
    """Write the page of an organizer.

    Raises
    ------
    KeyError
        If no organizer has this id.
    """
    dataset = snapshot.dataset
    terms = terms_of(dataset)
    record = dataset.organizers[organizer]
    its_parts = parts(dataset, organizer)
    return framed(
        "organizer",
        snapshot,
        around,
        organizer=record,
        kind=KIND_NAMES[record.kind],
        wholes=[dataset.organizers[name] for name in wholes(dataset.organizers, organizer)],
        bodies=[other for other in dataset.organizers.values() if other.part_of == organizer],
        parts=its_parts,
        summary=_summary(dataset, its_parts),
        tally=_tally(its_parts, terms.roles),
        partners=partners(dataset, organizer),
        picture=strip(dataset, around.links, {part.event.id for part in its_parts}) if its_parts else "",
        LANGUAGES=LANGUAGES,
        attested=attested,
        attested_briefly=attested_briefly,
        badge=badge,
        counted=counted,
        markup=markup,
        role_word=terms.role,
    )


def parts(dataset: Dataset, organizer: str) -> list[Part]:
    """Give the roles of an organizer in order of time; those at events without a date come last."""
    return [
        Part(
            event,
            frames.planned_or_held(dataset, event),
            frames.where(event),
            role,
            tuple(
                dispute
                for dispute in dataset.disputes.values()
                if dispute.event == event.id and f"role:{organizer}" in dispute.concerns
            ),
        )
        for event in frames.in_order(dataset)
        for role in event.roles
        if role.organizer == organizer
    ]


def partners(dataset: Dataset, organizer: str) -> list[tuple[Organizer, int]]:
    """Give the others who organized events together with an organizer, and how many events; the most come first."""
    shared: Counter[str] = Counter()
    for event in dataset.events.values():
        there = {role.organizer for role in event.roles if role.role in ORGANIZING}
        if organizer in there:
            shared.update(there - {organizer})
    known = [(dataset.organizers[name], number) for name, number in shared.items() if name in dataset.organizers]
    return sorted(known, key=lambda pair: (-pair[1], pair[0].short_name.casefold()))


def _summary(dataset: Dataset, its_parts: list[Part]) -> str:
    """Say at how many events an organizer has roles, in which years, and how many of them are only planned."""
    if not its_parts:
        return "It has no role at any event in the data."
    events = {part.event.id: part.event for part in its_parts}
    years = sorted({event.start.year for event in events.values() if event.start})
    span = f" in {years[0]}" if len(years) == 1 else f" from {years[0]} to {years[-1]}" if years else ""
    planned = sum(frames.is_ahead(dataset, event) for event in events.values())
    disputed = sum(part.role.confidence == "disputed" for part in its_parts)
    words = f"It has {agreeing(len(its_parts), 'a role', 'roles')} at {counted(len(events), 'event')}{span}."
    if planned:
        which = agreeing(len(events), "This event", f"{planned} of these events")
        words += f" {which} {agreeing(planned, 'is', 'are')} planned."
    if disputed:
        which = agreeing(len(its_parts), "it", f"{disputed} of these roles")
        words += f" Sources disagree on {which}."
    return words


def _tally(its_parts: list[Part], names: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Count the roles, from the one with the most responsibility down: role, its name, and how often."""
    count: Counter[str] = Counter(part.role.role for part in its_parts)
    return [(role, name, count[role]) for role, name in names.items() if count[role]]
