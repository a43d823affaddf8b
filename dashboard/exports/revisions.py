"""When records were added and last changed, from the list of changes; no clock.

The list gives days. Its entries of one day are a second apart, so that programs keep their order.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from dashboard.library import Snapshot
from dashboard.records.kinds import LASTING
from dashboard.records.model import Change, Dataset
from dashboard.records.succession import living

BEGINNING = datetime(2018, 1, 1, tzinfo=UTC)
"""The moment of a change if the data gives no day: the process began in 2018."""


@dataclass(frozen=True)
class Revision:
    """How often and when a record was changed.

    `first_id` is the id that it had first, which stays when the record gets another. `number` counts the changes after
    the first entry that names the record. `added` and `changed` are the moments of its first and its last entry, in
    UTC. `last` is that last entry, or None if there is none.
    """

    first_id: str
    number: int
    added: datetime
    changed: datetime
    last: Change | None


def revisions(snapshot: Snapshot, file: str) -> dict[str, Revision]:
    """Give the revision of each record of a file that is in use, by id; `file` is one of `kinds.LASTING`."""
    return snapshot.answer(_revisions, file)


def moments(dataset: Dataset) -> dict[str, datetime]:
    """Give the moment of each change, by its name: its day, and a second for each earlier entry of this day."""
    entries: Counter[datetime] = Counter()
    result = {}
    for name, change in dataset.changes.items():
        day = datetime.combine(change.on.first(), time(), UTC)
        result[name] = day + timedelta(seconds=entries[day])
        entries[day] += 1
    return result


def last_moment(snapshot: Snapshot) -> datetime:
    """Give the moment of the newest change; without changes the day of the data, and without that `BEGINNING`."""
    process = snapshot.dataset.process
    day = datetime.combine(process.updated.first(), time(), UTC) if process else BEGINNING
    return max(moments(snapshot.dataset).values(), default=day)


def _revisions(snapshot: Snapshot, file: str) -> dict[str, Revision]:
    dataset, key = snapshot.dataset, LASTING[file].key
    moment_of, fallback = moments(dataset), last_moment(snapshot)
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for name, change in dataset.changes.items():
        for record_id in dict.fromkeys(getattr(change, key)):
            naming[record_id].append(name)
    result = {}
    for record in living(dataset, file).values():
        ids = (*record.aliases, record.id)
        entries = {name: moment_of[name] for record_id in ids for name in naming[record_id]}
        first, *others = sorted(entries, key=lambda name: entries[name]) or [""]
        named = getattr(dataset.changes[first], key) if first else ()
        result[record.id] = Revision(
            first_id=next((record_id for record_id in ids if record_id in named), ids[0]),
            number=max(len(entries) - 1, 0),
            added=min(entries.values(), default=fallback),
            changed=max(entries.values(), default=fallback),
            last=dataset.changes.get(others[-1] if others else first),
        )
    return result
