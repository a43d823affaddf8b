"""Rules about what a reader meets first: the line on the next event, the tour, the places of the map, and the eras."""

from collections.abc import Iterator
from datetime import date

from dashboard.checks.findings import problem_at, too_late, updated_on
from dashboard.records.evidence import proof_keys
from dashboard.records.kinds import PROCESS
from dashboard.records.model import Problem
from dashboard.records.reading import Reading
from dashboard.words.catalogue import say
from dashboard.words.spelling import quoted

PROVED = ("roles", "figures", "date_sources")
"""The fields of an event whose values have proofs."""


def next_is_still_ahead(reading: Reading) -> Iterator[Problem]:
    """The next event was still ahead on the day of the check, and an entered conference after that day is announced."""
    for name, process in reading.process.items():
        upcoming = process.next
        if not upcoming or not upcoming.checked:
            continue
        if upcoming.date and upcoming.date.last() < upcoming.checked.first():
            message = say("next-already-past", date=upcoming.date, checked=upcoming.checked)
            yield problem_at(reading, (PROCESS, name, "next", "date"), message, "warning")
        later = [
            event.id
            for event in reading.events.values()
            if event.kind == "conference" and event.start and event.start.first() > upcoming.checked.last()
        ]
        if later and not upcoming.is_announced:
            message = say("next-among-the-events", event=later[0], checked=upcoming.checked)
            yield problem_at(reading, (PROCESS, name, "next"), message, "warning")


def next_is_not_checked_in_the_future(reading: Reading, today: date | None = None) -> Iterator[Problem]:
    """The next event was looked for by the day of the last update."""
    updated = updated_on(reading)
    for name, process in reading.process.items():
        checked = process.next.checked if process.next else None
        if updated and checked and checked.first() > updated.last():
            message = too_late(checked, updated, today)
            yield problem_at(reading, (PROCESS, name, "next", "checked"), message, "warning")


def steps_show_what_there_is(reading: Reading) -> Iterator[Problem]:
    """What a step of the tour proves belongs to its event, and the filter of a step leaves its event."""
    whole, with_roles = reading.events.certain(*PROVED), reading.events.certain("roles")
    for name, process in reading.process.items():
        for index, step in enumerate(process.tour):
            path = (PROCESS, name, "tour", index)
            event = reading.events.get(step.event or "")
            if step.at and not step.event:
                yield problem_at(reading, (*path, "at"), say("step-without-event", at=quoted(step.at)))
            if event is None:
                continue
            known = proof_keys(reading.dataset, event)
            if step.at and step.at not in known and event.id in whole:
                message = say("step-without-proof", at=quoted(step.at), event=event.id, known=", ".join(known))
                yield problem_at(reading, (*path, "at"), message)
            holders = {role.organizer for role in event.roles}
            if step.organizer and step.organizer not in holders and event.id in with_roles:
                message = say("step-hides-its-event", organizer=step.organizer, event=event.id)
                yield problem_at(reading, (*path, "organizer"), message)


def places_are_those_of_events(reading: Reading) -> Iterator[Problem]:
    """Each place of the map is that of an event, and has one entry."""
    used = {(event.city, event.country) for event in reading.events.values()}
    for name, process in reading.process.items():
        seen = set()
        for index, place in enumerate(process.places):
            path, key = (PROCESS, name, "places", index), (place.city, place.country)
            if place.city and key not in used and reading.events.are_all_read:
                country = f" in {quoted(place.country)}" if place.country else " without a country"
                message = say("place-of-no-event", city=quoted(place.city), country=country)
                yield problem_at(reading, (*path, "city"), message, "warning")
            if key in seen:
                yield problem_at(reading, (*path, "city"), say("place-given-twice", city=quoted(place.city)))
            seen.add(key)


def eras_can_be_drawn(reading: Reading) -> Iterator[Problem]:
    """No era of the timeline ends before it begins, and each has a name of its own."""
    for name, process in reading.process.items():
        seen = set()
        for index, era in enumerate(process.eras):
            path, called = (PROCESS, name, "eras", index), era.name.strip().casefold()
            if era.begin and era.until and era.until.last() < era.begin.first():
                message = say("era-ends-before-it-begins", until=era.until, begin=era.begin)
                yield problem_at(reading, (*path, "until"), message)
            if called in seen:
                yield problem_at(reading, (*path, "name"), say("era-named-twice", name=quoted(era.name)))
            seen |= {called} if called else set()
