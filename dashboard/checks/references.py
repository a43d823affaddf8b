"""Rules about ids that point from one file to another."""

from collections.abc import Iterable, Iterator

from dashboard.checks.articles import cited
from dashboard.checks.findings import (
    DISPUTES,
    EVENTS,
    ORGANIZERS,
    PROCESS,
    SOURCES,
    all_lasting,
    all_read,
    found,
    is_left_out,
    is_there,
    readable,
    sources_named,
    withdrawal,
)
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.belonging import circle_of
from dashboard.records.model import Dataset, Problem
from dashboard.records.succession import NOUNS, Succession
from dashboard.words.catalogue import say

_MOST = 1_000
"""Unknown ids that are looked into."""


def ids_are_known(dataset: Dataset) -> Iterator[Problem]:
    """Every id that a record names is the id of a record, and of one that was not withdrawn."""
    whereabouts = {file: Whereabouts(dataset, file) for file in NOUNS}
    succession = Succession(dataset)
    for path, file, name in references(dataset):
        withdrawn = withdrawal(dataset, succession, file, name)
        if withdrawn and "says" in path:
            continue  # what a source says remains what it says
        if withdrawn:
            yield found(dataset, path, withdrawn)
        elif not is_there(dataset, file, name):
            yield found(dataset, path, whereabouts[file].message(name))


def parents_are_conferences(dataset: Dataset) -> Iterator[Problem]:
    """The parent of an event is a conference, and another event than itself."""
    events = readable(dataset, EVENTS)
    for event in events.values():
        parent = events.get(event.parent)
        if parent is None or any(is_left_out(dataset, (EVENTS, parent.id, key)) for key in ("id", "kind")):
            continue
        if parent.kind != "conference" or parent.id == event.id:
            yield found(dataset, (EVENTS, event.id, "parent"), say("parent-not-a-conference", parent=parent.id))


def no_organizer_is_part_of_itself(dataset: Dataset) -> Iterator[Problem]:
    """No organizer is part of itself, nor of another one that is part of it."""
    organizers = readable(dataset, ORGANIZERS)
    for organizer in organizers.values():
        if circle := circle_of(organizers, organizer.id):
            way = " of ".join(f'"{name}"' for name in circle[1:])
            message = say("organizer-part-of-itself", organizer=organizer.id, way=way)
            yield found(dataset, (ORGANIZERS, organizer.id, "part_of"), message)


def organizers_are_used(dataset: Dataset) -> Iterator[Problem]:
    """Every organizer has a role at some event, or is what another one is part of."""
    if not all_read(dataset):
        return
    used = {role.organizer for event in all_lasting(dataset, EVENTS).values() for role in event.roles}
    used |= {organizer.part_of for organizer in all_lasting(dataset, ORGANIZERS).values()}
    used |= _meant(dataset, ORGANIZERS, used)
    for organizer in dataset.organizers:
        if organizer not in used:
            message = say("organizer-unused", organizer=organizer)
            yield found(dataset, (ORGANIZERS, organizer), message, "warning")


def sources_are_used(dataset: Dataset) -> Iterator[Problem]:
    """Every source is named by some record or article."""
    if not all_read(dataset):
        return
    used = {name for _, file, name in references(dataset) if file == SOURCES}
    used |= {
        name for (file, key), record in dataset.withdrawn.items() for _, name in sources_named(record, (file, key))
    }
    used |= {source for article in dataset.articles.values() for source in cited(article.text)}
    used |= _meant(dataset, SOURCES, used)
    for source in dataset.sources:
        if source not in used:
            yield found(dataset, (SOURCES, source), say("source-unused", source=source), "warning")


def _meant(dataset: Dataset, file: str, named: Iterable[str | None]) -> set[str]:
    """Give the ids that may be meant by those that are named and not in a file: of these another rule speaks."""
    whereabouts = Whereabouts(dataset, file)
    unknown = [name for name in named if name and not is_there(dataset, file, name)]
    return {meant for name in unknown[:_MOST] for meant in whereabouts.may_mean(name)}


def references(dataset: Dataset) -> Iterator[tuple[tuple, str, str]]:
    """Give the place of each reference in YAML, the file it points into, and the id it names."""
    events, organizers, disputes = (readable(dataset, file) for file in (EVENTS, ORGANIZERS, DISPUTES))
    for file, records in (
        (EVENTS, events), (ORGANIZERS, organizers), (DISPUTES, disputes), (PROCESS, readable(dataset, PROCESS)),
    ):  # fmt: skip
        for name, record in records.items():
            yield from ((inner, SOURCES, source) for inner, source in sources_named(record, (file, name)))
    for event in events.values():
        if event.parent:
            yield (EVENTS, event.id, "parent"), EVENTS, event.parent
        for index, role in enumerate(event.roles):
            if role.organizer:
                yield (EVENTS, event.id, "roles", index, "organizer"), ORGANIZERS, role.organizer
    for organizer in organizers.values():
        if organizer.part_of:
            yield (ORGANIZERS, organizer.id, "part_of"), ORGANIZERS, organizer.part_of
    for source in readable(dataset, SOURCES).values():
        for index, statement in enumerate(source.says):
            if statement.event:
                yield (SOURCES, source.id, "says", index, "event"), EVENTS, statement.event
    for dispute in disputes.values():
        if dispute.event:
            yield (DISPUTES, dispute.id, "event"), EVENTS, dispute.event
