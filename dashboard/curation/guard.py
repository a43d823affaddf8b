"""Nothing disappears unseen: what a newer state must keep of an older one, and what its list of changes must name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dashboard.curation.diff import Difference, differences, edits, renamed
from dashboard.records.kinds import BY_FILE, CHANGES, EVENTS, LASTING, NAMED, PROCESS, SOURCES
from dashboard.records.model import Problem
from dashboard.store import ARTICLES, Contents, written
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import counted, listed
from dashboard.words.spelling import quoted

Finding = tuple[str, str, Message]
"""A file, a record of it, and what is wrong."""

WHAT = {
    "added": "added",
    "corrected": "corrected",
    "renamed": "corrected",
    "restored": "corrected",
    "withdrawn": "withdrawn",
    "removed": "withdrawn",
}
"""What happened to a record → the word for it in the list of changes."""

TELLING = {EVENTS: ("title", "label", "start"), SOURCES: ("url", "title", "published")}
"""Fields that identify a record: if all of them change at once, the id was given to something else."""


def faults(old: Contents, new: Contents, folder: str) -> tuple[Problem, ...]:
    """Report what disappeared, was reused, or changed without an entry; `folder` is its name, for messages.

    An id that was in use stays: as an id, an alias, or withdrawn. A new entry of the list of changes names each record
    that differs, under what was done to it. Old entries stay. If a file cannot be read, nothing else is reported of it.
    """
    unread, unsaid = [*_unread(old, new)], []
    for difference, what, key in _unsaid(old, new):
        done = "taken out" if (difference.file, difference.sort) == (ARTICLES, "removed") else what
        unsaid.append((difference.file, difference.record, say("change-not-listed", done=done, file=CHANGES, key=key)))
    return (*_problems(unread, new, folder), *lost(old, new, folder), *_problems(unsaid, new, folder))


def lost(old: Contents, new: Contents, folder: str) -> tuple[Problem, ...]:
    """Report records and entries that disappeared, and ids that were reused: no new entry can make up for them."""
    losses = [*_vanished(old, new), *_reused(old, new), *_rewritten(old, new), *_called_otherwise(old, new)]
    return _problems(losses, new, folder)


def vanished(old: Contents, new: Contents, folder: str) -> tuple[Problem, ...]:
    """Report the ids of an older state that are gone, even if a commit between the two already lacked them."""
    return _problems(_vanished(old, new), new, folder)


def entries(old: Contents, new: Contents, today: date) -> str:
    """Write the entries that the list of changes still lacks, as YAML to add at its end, without the reasons."""
    lacking: dict[tuple[str, str], dict[str, list[str]]] = {}
    for difference, what, key in _unsaid(old, new):
        withdrawn = new.records.get((difference.file, difference.record), {}).get("withdrawn")
        day = str(withdrawn.get("on") or today) if what == "withdrawn" and isinstance(withdrawn, dict) else str(today)
        lacking.setdefault((day, what), {}).setdefault(key, []).append(difference.record)
    records = [
        {"on": day, "what": what}
        | {key: "true" if key == "process" else names for key, names in keys.items()}
        | {"why": "…"}
        for (day, what), keys in lacking.items()
    ]
    return "\n".join(written(record) for record in records)


def _unsaid(old: Contents, new: Contents) -> Iterator[tuple[Difference, str, str]]:
    """Give each record that differs without an entry in the list of changes: the difference, and words of the entry.

    An entry of the older state does not count, even if it says the same, because each change has its own entry.
    """
    stated = set(_counted_statements(new) - _counted_statements(old))
    differing = differences(old, new)
    of_events = {difference.record for difference in differing if difference.file == EVENTS}
    for difference in differing:
        due = _due(difference)
        disappeared = difference.sort == "removed" and difference.file in LASTING  # another message says so
        name = difference.record
        with_its_event = difference.file == ARTICLES and (name in of_events or (EVENTS, name) not in new.records)
        if due and not set(due) & stated and not disappeared and not with_its_event:
            what, key, _ = due[0]
            yield difference, what, key


def _due(difference: Difference) -> list[tuple[str, str, str]]:
    """Give the possible words of the entry, the likeliest first: what was done, under which key, and the record."""
    if difference.file == PROCESS:
        matters = any(edit.field[0] != "updated" for edit in difference.edits)
        return [(what, "process", difference.record) for what in ("corrected", "added")] if matters else []
    if difference.file == ARTICLES:
        return [("corrected", "events", difference.record)]
    return [(WHAT[difference.sort], BY_FILE[difference.file].key, difference.record)]


def _counted_statements(side: Contents) -> Counter[tuple[str, str, str]]:
    """Count the statements in the list of changes: what was done, under which key, and the record."""
    entries = [entry for (file, _), entry in side.records.items() if file == CHANGES]
    return Counter(statement[:3] for entry in entries for statement in _statements(entry))


def _statements(entry: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    what, day = (str(entry.get(key, "")) for key in ("what", "on"))
    for key in NAMED:
        names = entry.get(key)
        for name in names if isinstance(names, list) else ():
            if isinstance(name, str):
                yield what, key, name, day
    if entry.get("process") == "true":
        yield what, "process", "process", day


def _unread(old: Contents, new: Contents) -> Iterator[Finding]:
    for file in old.broken:
        yield file, file, say("file-unreadable-before")
    for file in new.broken:
        yield file, file, say("file-unreadable-now")


def _ids(side: Contents, file: str) -> dict[str, str]:
    """Give every id of a file, former ones too, and the id that each record has now."""
    owners = {}
    for (its_file, name), value in side.records.items():
        if its_file == file and value.get("id") == name:
            owners[name] = name
            aliases = value.get("aliases")
            for alias in aliases if isinstance(aliases, list) else ():
                if isinstance(alias, str):
                    owners.setdefault(alias, name)
    return owners


def _vanished(old: Contents, new: Contents) -> Iterator[Finding]:
    """Find ids that are gone, or that now lead to a different record of the older state."""
    for file in _read(old, new):
        now, former = _ids(new, file), renamed(old, new, file)
        for name, owner in _ids(old, file).items():
            if name not in now:
                message = say("record-vanished", name=quoted(name), bare=quoted(name)[1:-1])
            elif now[name] == name and owner != name:
                message = say("alias-became-record", name=quoted(name), owner=quoted(owner))
            elif now[name] != owner and former.get(now[name]) != owner:
                message = say("record-merged", name=quoted(name), now=quoted(now[name]))
            else:
                continue
            yield file, name, message


def _reused(old: Contents, new: Contents) -> Iterator[Finding]:
    """Find ids that were given to something else: a withdrawn record changed, or every field in `TELLING` did."""
    for file in _read(old, new):
        for name in _ids(old, file):
            known, value = old.records.get((file, name)), new.records.get((file, name))
            if not known or not value or value.get("withdrawn"):
                continue
            changed = {edit.field[0] for edit in edits(known, value)} - {"withdrawn", "aliases"}
            if known.get("withdrawn") and changed:
                yield file, name, say("withdrawn-id-reused", name=quoted(name))
            elif TELLING.get(file) and changed >= {*TELLING[file]}:
                yield file, name, say("id-reused", name=quoted(name), keys=listed(TELLING[file]))


def _rewritten(old: Contents, new: Contents) -> Iterator[Finding]:
    entries = [entry for (file, _), entry in new.records.items() if file == CHANGES]
    kept = {statement for entry in entries for statement in _statements(entry)}
    for (file, name), entry in old.records.items():
        gone = [statement for statement in _statements(entry) if statement not in kept] if file == CHANGES else []
        if gone and CHANGES not in new.broken:
            what, key, record, day = gone[0]
            code = "change-rewritten/several" if len(gone) > 1 else "change-rewritten"
            others = counted(len(gone) - 1, "other record")
            yield CHANGES, name, say(code, day=day, record=record, key=key, what=what, others=others)


def _called_otherwise(old: Contents, new: Contents) -> Iterator[Finding]:
    """Find out whether the process got another id, or lost the one it had."""
    key = (PROCESS, BY_FILE[PROCESS].key)
    before, now = old.records.get(key, {}).get("id"), new.records.get(key, {}).get("id")
    if isinstance(before, str) and key in new.records and now != before:
        yield *key, say("process-id-changed", before=quoted(before), cured=f"id: {before}")


def _read(old: Contents, new: Contents) -> Iterable[str]:
    return [file for file in LASTING if file not in (*old.broken, *new.broken)]


def _problems(findings: Iterable[Finding], new: Contents, folder: str) -> tuple[Problem, ...]:
    return tuple(
        Problem.of(f"{folder}/{_path(file, record)}", new.lines.get((file, record), 1), 1, record, message)
        for file, record, message in findings
    )


def _path(file: str, record: str) -> str:
    return f"{ARTICLES}/{record}.md" if file == ARTICLES else file
