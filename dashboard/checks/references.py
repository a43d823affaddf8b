"""Rules about ids that point from one file to another."""

from collections.abc import Iterable, Iterator

from dashboard.checks.articles import cited
from dashboard.checks.findings import all_read, problem_at, sources_named, withdrawal
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.belonging import circle_of
from dashboard.records.kinds import BY_FILE, CHANGES, DISPUTES, EVENTS, LASTING, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import Problem
from dashboard.records.reading import KeyPath, Reading
from dashboard.records.succession import Succession
from dashboard.words.catalogue import say

_MOST = 1_000
"""The most unknown ids for which the ids that may be meant are looked up."""


def ids_are_known(reading: Reading) -> Iterator[Problem]:
    """Every id that a record names is the id of a record that was not withdrawn."""
    whereabouts = {file: Whereabouts(reading, file) for file in LASTING}
    succession = Succession(reading.dataset)
    for path, file, name in references(reading):
        withdrawn = withdrawal(reading, succession, file, name)
        if withdrawn and "says" in path:
            continue  # a statement of a source stays, even about a withdrawn event
        if withdrawn:
            yield problem_at(reading, path, withdrawn)
        elif not reading.is_there(file, name):
            yield problem_at(reading, path, whereabouts[file].message(name))


def parents_are_conferences(reading: Reading) -> Iterator[Problem]:
    """The parent of an event is a conference, and not the event itself."""
    known = reading.events.certain("id", "kind")
    for event in reading.events.values():
        parent = known.get(event.parent or "")
        if parent and (parent.kind != "conference" or parent.id == event.id):
            yield problem_at(reading, (EVENTS, event.id, "parent"), say("parent-not-a-conference", parent=parent.id))


def no_organizer_is_part_of_itself(reading: Reading) -> Iterator[Problem]:
    """No organizer is part of itself, or of another one that is part of it."""
    organizers = reading.organizers
    for organizer in organizers.values():
        if circle := circle_of(organizers, organizer.id):
            way = " of ".join(f'"{name}"' for name in circle[1:])
            message = say("organizer-part-of-itself", organizer=organizer.id, way=way)
            yield problem_at(reading, (ORGANIZERS, organizer.id, "part_of"), message)


def organizers_are_used(reading: Reading) -> Iterator[Problem]:
    """Every organizer has a role at some event, or another organizer is part of it."""
    if not all_read(reading):
        return
    used = {role.organizer for event in reading.events.ever.values() for role in event.roles}
    used |= {organizer.part_of for organizer in reading.organizers.ever.values() if organizer.part_of}
    used |= _meant(reading, ORGANIZERS, used)
    for organizer in reading.dataset.organizers:
        if organizer not in used:
            message = say("organizer-unused", organizer=organizer)
            yield problem_at(reading, (ORGANIZERS, organizer), message, "warning")


def sources_are_used(reading: Reading) -> Iterator[Problem]:
    """Every source is used by some record or article."""
    if not all_read(reading):
        return
    used = {name for _, file, name in references(reading) if file == SOURCES}
    used |= {
        name for (file, key), record in reading.withdrawn.items() for _, name in sources_named(record, (file, key))
    }
    used |= {source for article in reading.articles.values() for source in cited(article.text)}
    used |= _meant(reading, SOURCES, used)
    for source in reading.dataset.sources:
        if source not in used:
            yield problem_at(reading, (SOURCES, source), say("source-unused", source=source), "warning")


def _meant(reading: Reading, file: str, named: Iterable[str]) -> set[str]:
    """Give the ids that may be meant by named ids that a file does not have; another rule reports the latter."""
    whereabouts = Whereabouts(reading, file)
    unknown = [name for name in named if name and not reading.is_there(file, name)]
    return {meant for name in unknown[:_MOST] for meant in whereabouts.may_mean(name)}


def references(reading: Reading) -> Iterator[tuple[KeyPath, str, str]]:
    """Give the place of each reference in YAML, the file it points into, and the id it names."""
    for file in (file for file in BY_FILE if file != CHANGES):
        for name, record in reading.of(file).items():
            yield from ((inner, SOURCES, source) for inner, source in sources_named(record, (file, name)))
    for name, process in reading.process.items():
        for index, step in enumerate(process.tour):
            if step.event:
                yield (PROCESS, name, "tour", index, "event"), EVENTS, step.event
            if step.organizer:
                yield (PROCESS, name, "tour", index, "organizer"), ORGANIZERS, step.organizer
    for event in reading.events.values():
        if event.parent:
            yield (EVENTS, event.id, "parent"), EVENTS, event.parent
        for index, role in enumerate(event.roles):
            if role.organizer:
                yield (EVENTS, event.id, "roles", index, "organizer"), ORGANIZERS, role.organizer
    for organizer in reading.organizers.values():
        if organizer.part_of:
            yield (ORGANIZERS, organizer.id, "part_of"), ORGANIZERS, organizer.part_of
    for source in reading.sources.values():
        for index, statement in enumerate(source.says):
            if statement.event:
                yield (SOURCES, source.id, "says", index, "event"), EVENTS, statement.event
    for dispute in reading.disputes.values():
        if dispute.event:
            yield (DISPUTES, dispute.id, "event"), EVENTS, dispute.event
