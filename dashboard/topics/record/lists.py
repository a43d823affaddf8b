"""The lists of all events, organizers and sources, each line with a link to the page of its record."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html
from dashboard.look.strip import strip
from dashboard.records.kinds import EVENTS, ORGANIZERS, PAGED, SOURCES
from dashboard.records.model import LANGUAGES, ORGANIZER_KINDS, Dataset, Source
from dashboard.records.terms import terms_of
from dashboard.topics.record.frame import Around, framed
from dashboard.words.counting import counted

UNDATED = "Without a date"


@dataclass(frozen=True)
class Line:
    """A record in a list: its words, a line about it, its language, and the colour of its mark, if any."""

    href: str
    words: str
    about: str
    language: str = "en"
    mark: str = ""


Groups = dict[str, list[Line]]
"""Heading → lines below it."""


def list_page(snapshot: Snapshot, kind: str, around: Around) -> Html:
    """Write the list of all records of a kind, which is one of `PAGED`."""
    dataset, its_kind = snapshot.dataset, PAGED[kind]
    groups = {EVENTS: _events, ORGANIZERS: _organizers, SOURCES: _sources}[its_kind.file](dataset, around)
    number = sum(len(lines) for lines in groups.values())
    return framed(
        "list",
        snapshot,
        around,
        title=its_kind.counted(number),
        picture=strip(dataset, around.links) if its_kind.file == EVENTS else "",
        groups=groups,
    )


def _events(dataset: Dataset, around: Around) -> Groups:
    kinds = terms_of(dataset).kinds
    lines = (
        (
            str(event.start.year) if event.start else UNDATED,
            Line(
                around.links.to("event", event.id),
                event.label,
                f"{frames.planned_or_held(dataset, event)} · {frames.where(event)} · {kinds[event.kind]}",
                mark=f"var(--kind-{event.kind})",
            ),
        )
        for event in frames.in_order(dataset)
    )
    return _grouped(lines)


def _organizers(dataset: Dataset, around: Around) -> Groups:
    events = {
        name: sum(any(role.organizer == name for role in event.roles) for event in dataset.events.values())
        for name in dataset.organizers
    }
    lines = (
        (
            heading,
            Line(around.links.to("organizer", organizer.id), organizer.name, counted(events[organizer.id], "event")),
        )
        for kind, heading in ORGANIZER_KINDS.items()
        for organizer in sorted(
            dataset.organizers.values(), key=lambda other: (-events[other.id], other.name.casefold())
        )
        if organizer.kind == kind
    )
    return _grouped(lines)


def _sources(dataset: Dataset, around: Around) -> Groups:
    def day(source: Source) -> tuple[bool, str]:
        return (source.published is None, str(source.published or ""))

    lines = (
        (
            str(source.published.year) if source.published else markup.NOT_DATED.capitalize(),
            Line(
                around.links.to("source", source.id),
                source.heading,
                f"{source.publisher} · {markup.published(source)} · {LANGUAGES[source.language]}",
                source.language if source.title else "en",
            ),
        )
        for source in sorted(dataset.sources.values(), key=day)
    )
    return _grouped(lines)


def _grouped(lines: Iterable[tuple[str, Line]]) -> Groups:
    return {heading: [line for _, line in pairs] for heading, pairs in groupby(lines, key=lambda pair: pair[0])}
