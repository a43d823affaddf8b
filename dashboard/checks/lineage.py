"""Rules about ids over time: none is reused, none just disappears, and CHANGES.yaml says what happened to each."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise

from dashboard.checks.articles import cited
from dashboard.checks.findings import (
    EVENTS,
    PROCESS,
    SOURCES,
    all_lasting,
    former,
    found,
    is_left_out,
    is_there,
    readable,
    too_late,
    updated_on,
)
from dashboard.checks.references import references
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.model import Dataset, Problem
from dashboard.records.succession import KEYS, NOUNS, Succession
from dashboard.store import CHANGES
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import any_of, if_meant, quoted

_NAMING = (*KEYS.values(), "mirrors", "process")


def aliases_belong_to_one_record(dataset: Dataset) -> Iterator[Problem]:
    """An alias is the former id of one record, and no id that is in use."""
    for file in NOUNS:
        owners: dict[str, str] = {}
        for record in all_lasting(dataset, file).values():
            for index, alias in enumerate(filter(None, record.aliases)):
                owner = owners.setdefault(alias, record.id)
                if (file, alias) in dataset.places:
                    message = say("alias-is-an-id", alias=quoted(alias))
                elif owner != record.id:
                    message = say("alias-taken", alias=quoted(alias), owner=quoted(owner))
                else:
                    continue
                yield found(dataset, (file, record.id, "aliases", index), message)


def withdrawn_records_lead_on(dataset: Dataset) -> Iterator[Problem]:
    """What stands instead of a withdrawn record is another record of the file, and following it ends at one in use."""
    succession = Succession(dataset)
    renamed = {file: former(dataset, file) for file in NOUNS}
    for (file, name), record in dataset.withdrawn.items():
        instead = record.withdrawn.instead
        here = renamed[file].get(instead, instead)
        if instead and not is_there(dataset, file, here):
            message = say("instead-unknown", instead=quoted(instead), file=file)
        elif (file, here) in dataset.withdrawn and not succession.end(file, here):
            message = say("instead-leads-nowhere", instead=quoted(instead))
        else:
            continue
        yield found(dataset, (file, name, "withdrawn", "instead"), message)


def changes_name_records(dataset: Dataset) -> Iterator[Problem]:
    """Every id that the list of changes names is still there: as an id, an alias, or withdrawn."""
    renamed = {file: former(dataset, file) for file in KEYS}
    absent = _Absent(dataset)
    for entry, change in readable(dataset, CHANGES).items():
        named = (change.process, change.mirrors, *(getattr(change, key) for key in KEYS.values()))
        if not any(named) and not any(is_left_out(dataset, (CHANGES, entry, key)) for key in _NAMING):
            yield found(dataset, (CHANGES, entry), say("change-of-nothing"))
        for file, key in KEYS.items():
            beside = getattr(change, key)
            for index, name in enumerate(beside):
                if name and not is_there(dataset, file, name) and name not in renamed[file]:
                    yield found(dataset, (CHANGES, entry, key, index), absent.message(file, name, beside))


def changes_cover_records(dataset: Dataset) -> Iterator[Problem]:
    """Every record is named by a change that added it, and every withdrawn one by a change of its day."""
    if (CHANGES,) not in dataset.places:
        return
    open_keys = {key for key in _NAMING for name in readable(dataset, CHANGES) if _is_open(dataset, name, key)}
    added = {key: _named(dataset, "added", key) for key in KEYS.values()}
    withdrawn = {key: _named(dataset, "withdrawn", key) for key in KEYS.values()}
    for file, key in KEYS.items():
        for name, record in all_lasting(dataset, file).items():
            if key in open_keys or any(is_left_out(dataset, (file, name, one)) for one in ("id", "aliases")):
                continue
            if not any(one in added[key] for one in (name, *record.aliases)):
                message = say("change-missing-for-new-record", file=CHANGES, key=key, name=name)
                yield found(dataset, (file, name), message, "warning")
            if not record.withdrawn or is_left_out(dataset, (file, name, "withdrawn")):
                continue
            if str(record.withdrawn.on) not in withdrawn[key].get(name, ()):
                on = record.withdrawn.on
                message = say("change-missing-for-withdrawn-record", file=CHANGES, on=on, key=key, name=name)
                yield found(dataset, (file, name, "withdrawn"), message, "warning")


def changes_are_not_from_the_future(dataset: Dataset, today: date | None = None) -> Iterator[Problem]:
    """No change is dated after the day on which the data was last brought up to date."""
    updated = updated_on(dataset)
    if updated is None:
        return
    for entry, change in readable(dataset, CHANGES).items():
        if change.on and change.on.first() > updated.last():
            yield found(dataset, (CHANGES, entry, "on"), too_late(change.on, updated, today), "warning")


def data_is_not_from_the_future(dataset: Dataset, today: date | None = None) -> Iterator[Problem]:
    """The data was last brought up to date today or before."""
    updated = updated_on(dataset)
    if today and updated and updated.first() > today:
        message = say("updated-after-today", updated=updated, today=today)
        yield found(dataset, (PROCESS, "process", "updated"), message, "warning")


def changes_stand_in_order(dataset: Dataset) -> Iterator[Problem]:
    """Changes stand in the order of their days, the newest at the end."""
    dated = [(entry, change.on) for entry, change in readable(dataset, CHANGES).items() if change.on]
    dated.sort(key=lambda one: dataset.places.get((CHANGES, one[0]), (sys.maxsize, 0)))
    for (entry, on), (_, following) in pairwise(dated):
        if on.first() > following.last():
            message = say("changes-not-in-order", following=following)
            yield found(dataset, (CHANGES, entry, "on"), message, "warning")


def changes_give_reasons(dataset: Dataset) -> Iterator[Problem]:
    """A change says why; the dots that stand for a reason are none."""
    for entry, change in readable(dataset, CHANGES).items():
        if change.why and not any(letter.isalpha() for letter in change.why):
            yield found(dataset, (CHANGES, entry, "why"), say("change-without-reason", why=quoted(change.why)))


class _Absent:
    """Says of an id that the list of changes names, and no record bears, what may have become of it."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._whereabouts = {file: Whereabouts(dataset, file) for file in KEYS}
        self._ids = {file: set(readable(dataset, file)) for file in KEYS}
        changes = readable(dataset, CHANGES).values()
        self._times = Counter(
            (file, name) for change in changes for file, key in KEYS.items() for name in getattr(change, key)
        )

    def message(self, file: str, name: str, beside: tuple[str, ...]) -> Message:
        """Word it; `beside` are the ids that the same entry names with it.

        An id that is named elsewhere was once there, and no slip for another; nor is one for what stands beside it.
        """
        elsewhere = next((other for other in KEYS if other != file and name in self._ids[other]), None)
        if elsewhere:
            key = KEYS[elsewhere]
            return say("change-id-in-another-file", name=quoted(name), file=file, other=elsewhere, key=key)
        whereabouts = self._whereabouts[file]
        was_there = self._times[file, name] > 1 or (file, name) in self._named
        became = whereabouts.became(name)
        slips = [] if was_there else [one for one in whereabouts.slips(name) if one not in beside]
        advice = f"{if_meant(name, slips)}; " if slips else ""
        record = any_of(became) if became else "the record it became"
        alias = f"aliases: [{quoted(name)[1:-1]}]"
        code = "change-id-lost" if was_there else "change-id-unknown"
        return say(code, name=quoted(name), file=file, advice=advice, alias=alias, record=record)

    @cached_property
    def _named(self) -> set[tuple[str, str]]:
        """The ids that records and articles name."""
        named = {(file, name) for _, file, name in references(self.dataset)}
        for event, article in self.dataset.articles.items():
            named |= {(EVENTS, event), *((SOURCES, source) for source in cited(article.text))}
        return named


def _is_open(dataset: Dataset, entry: str, key: str) -> bool:
    """Tell whether an entry of the list of changes may name more records than could be read."""
    return any(is_left_out(dataset, (CHANGES, entry, one)) for one in (key, "what", "on"))


def _named(dataset: Dataset, what: str, key: str) -> dict[str, set[str]]:
    """Give the ids that changes of one sort name, and the days on which they do."""
    named: dict[str, set[str]] = {}
    for change in readable(dataset, CHANGES).values():
        if change.what == what:
            for name in getattr(change, key):
                named.setdefault(name, set()).add(str(change.on))
    return named
