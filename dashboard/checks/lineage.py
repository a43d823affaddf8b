"""Rules about ids over time: none is reused, none just disappears, and CHANGES.yaml says what happened to each."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise

from dashboard.checks.articles import cited
from dashboard.checks.findings import problem_at, too_late, updated_on
from dashboard.checks.references import references
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.kinds import BY_FILE, CHANGES, EVENTS, LASTING, PROCESS, SOURCES
from dashboard.records.model import Problem
from dashboard.records.reading import Reading
from dashboard.records.succession import Succession
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import any_of, quoted

_NAMING = tuple(kind.key for file, kind in BY_FILE.items() if file != CHANGES)


def aliases_belong_to_one_record(reading: Reading) -> Iterator[Problem]:
    """An alias is the former id of one record, and is not in use as an id."""
    for file in LASTING:
        owners: dict[str, str] = {}
        for record in reading.lasting(file).values():
            for index, alias in enumerate(filter(None, record.aliases)):
                owner = owners.setdefault(alias, record.id)
                if (file, alias) in reading.places:
                    message = say("alias-is-an-id", alias=quoted(alias))
                elif owner != record.id:
                    message = say("alias-taken", alias=quoted(alias), owner=quoted(owner))
                else:
                    continue
                yield problem_at(reading, (file, record.id, "aliases", index), message)


def withdrawn_records_lead_on(reading: Reading) -> Iterator[Problem]:
    """The replacement of a withdrawn record is another record of its file, and leads at last to a record in use."""
    succession = Succession(reading.dataset)
    renamed = {file: reading.former(file) for file in LASTING}
    for (file, name), record in reading.withdrawn.items():
        instead = record.withdrawn.instead if record.withdrawn else None
        if not instead:
            continue
        here = renamed[file].get(instead, instead)
        if not reading.is_there(file, here):
            message = say("instead-unknown", instead=quoted(instead), file=file)
        elif (file, here) in reading.withdrawn and not succession.end(file, here):
            message = say("instead-leads-nowhere", instead=quoted(instead))
        else:
            continue
        yield problem_at(reading, (file, name, "withdrawn", "instead"), message)


def changes_name_records(reading: Reading) -> Iterator[Problem]:
    """Every id in the list of changes still exists, as an id, as an alias, or as a withdrawn record."""
    renamed = {file: reading.former(file) for file in LASTING}
    absent, whole = _Absent(reading), reading.changes.certain(*_NAMING)
    for entry, change in reading.changes.items():
        named = (getattr(change, key) for key in _NAMING)
        if not any(named) and entry in whole:
            yield problem_at(reading, (CHANGES, entry), say("change-of-nothing"))
        for file, kind in LASTING.items():
            key, beside = kind.key, getattr(change, kind.key)
            for index, name in enumerate(beside):
                if name and not reading.is_there(file, name) and name not in renamed[file]:
                    yield problem_at(reading, (CHANGES, entry, key, index), absent.message(file, name, beside))


def changes_cover_records(reading: Reading) -> Iterator[Problem]:
    """If the list of changes has entries, one of them adds each record, and each withdrawal has an entry of its day."""
    if not reading.ids_placed(CHANGES):
        return
    for file, kind in LASTING.items():
        key = kind.key
        added, withdrawn = _named(reading, "added", key), _named(reading, "withdrawn", key)
        if len(reading.changes.certain(key, "what", "on")) < len(reading.changes):
            continue  # an entry may name more records than could be read
        dated = reading.certain_lasting(file, "withdrawn")
        for name, record in reading.certain_lasting(file, "id", "aliases").items():
            if not any(name_then in added for name_then in (name, *record.aliases)):
                message = say("change-missing-for-new-record", file=CHANGES, key=key, name=name)
                yield problem_at(reading, (file, name), message, "warning")
            if not record.withdrawn or name not in dated:
                continue
            if str(record.withdrawn.on) not in withdrawn.get(name, ()):
                on = record.withdrawn.on
                message = say("change-missing-for-withdrawn-record", file=CHANGES, on=on, key=key, name=name)
                yield problem_at(reading, (file, name, "withdrawn"), message, "warning")


def changes_are_not_from_the_future(reading: Reading, today: date | None = None) -> Iterator[Problem]:
    """No change is dated after the day of the last update of the data."""
    updated = updated_on(reading)
    if updated is None:
        return
    for entry, change in reading.changes.items():
        if change.on and change.on.first() > updated.last():
            yield problem_at(reading, (CHANGES, entry, "on"), too_late(change.on, updated, today), "warning")


def data_is_not_from_the_future(reading: Reading, today: date | None = None) -> Iterator[Problem]:
    """The day of the last update of the data is not in the future."""
    updated = updated_on(reading)
    if today and updated and updated.first() > today:
        message = say("updated-after-today", updated=updated, today=today)
        yield problem_at(reading, (PROCESS, "process", "updated"), message, "warning")


def changes_stand_in_order(reading: Reading) -> Iterator[Problem]:
    """Changes are in the order of their days, the newest at the end."""
    dated = [(entry, change.on) for entry, change in reading.changes.items() if change.on]
    dated.sort(key=lambda pair: reading.places.get((CHANGES, pair[0]), (sys.maxsize, 0)))
    for (entry, on), (_, following) in pairwise(dated):
        if on.first() > following.last():
            message = say("changes-not-in-order", following=following)
            yield problem_at(reading, (CHANGES, entry, "on"), message, "warning")


def changes_give_reasons(reading: Reading) -> Iterator[Problem]:
    """A change says why. Dots are not a reason."""
    for entry, change in reading.changes.items():
        if change.why and not any(letter.isalpha() for letter in change.why):
            yield problem_at(reading, (CHANGES, entry, "why"), say("change-without-reason", why=quoted(change.why)))


class _Absent:
    """Says what may have become of an id that the list of changes names, and that no record has."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._whereabouts = {file: Whereabouts(reading, file) for file in LASTING}
        self._ids = {file: set(reading.of(file)) for file in LASTING}
        changes = reading.changes.values()
        self._times = Counter(
            (file, name) for change in changes for file, kind in LASTING.items() for name in getattr(change, kind.key)
        )

    def message(self, file: str, name: str, beside: tuple[str, ...]) -> Message:
        """Word the problem; `beside` are the other ids that the same entry names.

        An id that is named elsewhere once existed, so it is not a slip for another id, or for an id beside it.
        """
        elsewhere = next((other for other in LASTING if other != file and name in self._ids[other]), None)
        if elsewhere:
            key = LASTING[elsewhere].key
            return say("change-id-in-another-file", name=quoted(name), file=file, other=elsewhere, key=key)
        whereabouts = self._whereabouts[file]
        was_there = self._times[file, name] > 1 or (file, name) in self._named
        became = whereabouts.became(name)
        slips = [] if was_there else [slip for slip in whereabouts.slips(name) if slip not in beside]
        record = any_of(became) if became else "the record it became"
        alias = f"aliases: [{quoted(name)[1:-1]}]"
        code = "change-id-lost" if was_there else "change-id-unknown/meant" if slips else "change-id-unknown"
        return say(code, name=quoted(name), file=file, meant=any_of(slips), alias=alias, record=record)

    @cached_property
    def _named(self) -> set[tuple[str, str]]:
        """The ids that records and articles name."""
        named = {(file, name) for _, file, name in references(self.reading)}
        for event, article in self.reading.articles.items():
            named |= {(EVENTS, event), *((SOURCES, source) for source in cited(article.text))}
        return named


def _named(reading: Reading, what: str, key: str) -> dict[str, set[str]]:
    """Give the ids that changes of one sort name, and the days on which they do."""
    named: dict[str, set[str]] = {}
    for change in reading.changes.values():
        if change.what == what:
            for name in getattr(change, key):
                named.setdefault(name, set()).add(str(change.on))
    return named
