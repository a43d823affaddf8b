"""Rules about duplicates: one page as two sources, one event under two ids, two labels that look alike."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from dashboard.checks.findings import alike, problem_at, values_of
from dashboard.records.addresses import same_page
from dashboard.records.evidence import DATE, figure_key
from dashboard.records.kinds import EVENTS, ORGANIZERS, SOURCES
from dashboard.records.model import Event, Problem, Source
from dashboard.records.reading import Reading
from dashboard.words.catalogue import say
from dashboard.words.spelling import one_line, quoted, slips

Entry = TypeVar("Entry")

_SHORTEST = 5
"""The fewest letters of a name that may be a misspelling; a shorter one with another letter is another name."""
_REAL = re.compile(
    "Austria|Australia|Gambia|Zambia|Ireland|Iceland|Niger|Nigeria|Slovakia|Slovenia|Mauritania|Mauritius|Latvia|Guinea|"
    "Guyana|Dominica|India|Malawi|Malaysia|Paraguay|Uruguay|Sudan|Panama|Liberia|Nauru|Palau"
)
"""Countries whose names differ from another by a letter or two."""


def sources_have_pages_of_their_own(reading: Reading) -> Iterator[Problem]:
    """No two sources have the address of the same page, because they would count as two sources that agree."""
    for source, first in _again(reading.sources.values(), lambda record: record.url and same_page(record.url)):
        yield problem_at(reading, (SOURCES, source.id, "url"), say("source-page-taken", first=first.id))


def events_are_recorded_once(reading: Reading) -> Iterator[Problem]:
    """No two events of the same kind have the same days, place and organizers."""
    for event, first in _again(reading.events.certain().values(), _what_and_where):
        yield problem_at(reading, (EVENTS, event.id), say("event-recorded-twice", first=first.id), "warning")


def titles_are_not_repeated(reading: Reading) -> Iterator[Problem]:
    """No two events have the same title, and neither have two sources of the same publisher and day."""
    events = _again(reading.events.values(), lambda event: alike(event.title))
    sources = _again(reading.sources.values(), _title_and_publisher)
    for file, pairs, code in ((EVENTS, events, "event-title-taken"), (SOURCES, sources, "source-title-taken")):
        for record, first in pairs:
            yield problem_at(reading, (file, record.id, "title"), say(code, first=first.id), "warning")


def figures_can_be_told_apart(reading: Reading) -> Iterator[Problem]:
    """No two figures of an event have labels that look alike, or differ only in signs, spaces and capitals."""
    for event in reading.events.values():
        seen: dict[str, str] = {}
        for index, label in ((index, figure.label) for index, figure in enumerate(event.figures) if figure.label):
            first = next((seen[key] for key in (alike(label), figure_key(label)) if key in seen), None)
            if first is not None:
                code = "figure-label-given-twice" if first == label else "figure-label-almost-given"
                example = quoted(f"{one_line(label, 40)} (another count)")
                message = say(code, label=quoted(label), first=quoted(first), example=example)
                yield problem_at(reading, (EVENTS, event.id, "figures", index, "label"), message)
            seen |= {key: label for key in (alike(label), figure_key(label)) if key not in seen}


def ids_of_organizers_are_no_other_words(reading: Reading) -> Iterator[Problem]:
    """No organizer has an id that is the word for a date or a figure in links."""
    for name in reading.organizers:
        if name == DATE or f"{name}-".startswith("figure-"):
            message = say("organizer-id-means-something-else", name=quoted(name))
            yield problem_at(reading, (ORGANIZERS, name, "id"), message)


def people_are_named_once(reading: Reading) -> Iterator[Problem]:
    """No person is listed twice among the people of an event."""
    yield from _named_again(reading, "people", "person-named-twice")


def delegations_are_given_once(reading: Reading) -> Iterator[Problem]:
    """No state or organization is listed twice among the delegations of an event."""
    yield from _named_again(reading, "delegations", "delegation-given-twice")


def places_are_spelt_alike(reading: Reading) -> Iterator[Problem]:
    """No city or country is only a letter away from one that several other records have."""
    used = defaultdict(list)
    for path, name in values_of(reading, {EVENTS: ("city", "country"), ORGANIZERS: ("seat", "country")}):
        used[path[-1] == "country", name].append(path)
    for is_country in (True, False):
        common = [name for (kind, name), paths in used.items() if kind == is_country and len(paths) > 1]
        for name, paths in [(name, paths) for (kind, name), paths in used.items() if kind == is_country]:
            if len(paths) > 1 or len(name) < _SHORTEST or _REAL.fullmatch(name):
                continue
            if meant := slips(name, common):
                message = say("place-almost-another", name=quoted(name), near=quoted(meant[0]))
                yield problem_at(reading, paths[0], message, "warning")


def _named_again(reading: Reading, key: str, code: str) -> Iterator[Problem]:
    """Find, in one list of each event, the entries whose name an earlier entry has."""
    for event in reading.events.values():
        entries = [(index, entry) for index, entry in enumerate(getattr(event, key)) if entry.name]
        for (index, entry), _ in _again(entries, lambda pair: alike(pair[1].name)):
            message = say(code, name=quoted(entry.name))
            yield problem_at(reading, (EVENTS, event.id, key, index, "name"), message, "warning")


def _again(records: Iterable[Entry], mark: Callable[[Entry], Hashable]) -> Iterator[tuple[Entry, Entry]]:
    """Give each record whose mark an earlier one has, with the earlier one; records without a mark are skipped."""
    first: dict[Hashable, Entry] = {}
    for record in records:
        key = mark(record)
        if key and first.setdefault(key, record) is not record:
            yield record, first[key]


def _what_and_where(event: Event) -> Hashable:
    organizers = frozenset(role.organizer for role in event.roles)
    if event.start is None or not organizers:
        return None
    days = str(event.start), str(event.end or event.start)
    return (event.kind, *days, event.city or event.venue, event.country, organizers)


def _title_and_publisher(source: Source) -> Hashable:
    return (alike(source.title), alike(source.publisher), str(source.published)) if source.title else None
