"""Two states of the data, field by field: what was added, corrected, withdrawn, and what disappeared."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from dashboard.records.kinds import CHANGES, EVENTS
from dashboard.store import ARTICLES, Contents
from dashboard.words.counting import agreeing, counted
from dashboard.words.spelling import one_line

SORTS = {
    "added": "Added",
    "corrected": "Corrected",
    "renamed": "Renamed",
    "withdrawn": "Withdrawn",
    "restored": "Restored",
    "removed": "Removed",
}
"""What can have happened to a record, in the order of `differences` within a file, with the word for readers."""

LABELS = ("organizer", "label", "event", "name", "title", "language", "host")
"""Keys that identify the entries of a list: the first that all entries have, each with another value."""

LINE = 160
"""Longest text that a line shows whole, in characters."""

LONGEST = 2_000
"""Longest line of all, in characters."""

AROUND = 5
"""Words shown before and after what differs in a longer text."""

MOST = 3_000
"""Words of a text, or entries of a list, that are compared one by one; comparing more would take too long."""

Record = dict[str, Any]
Value = Record | list[Any] | str
"""What is typed in a data file: keys with their values, a list, or a text."""


@dataclass(frozen=True)
class Edit:
    """One field that differs: `field` leads to it, `old` and `new` are empty if there was or is nothing."""

    field: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """One record that differs: `sort` is one of `SORTS`, `before` its old id if it was renamed."""

    file: str
    record: str
    label: str
    sort: str
    edits: tuple[Edit, ...] = ()
    before: str = ""


def differences(old: Contents, new: Contents) -> tuple[Difference, ...]:
    """Compare two states record by record, in the order of the newer files, without the list of changes.

    A file that cannot be read on either side is left out. How a text is wrapped makes no difference.
    """
    unread = {*old.broken, *new.broken}
    files = [file for file in dict.fromkeys(file for file, _ in [*new.records, *old.records]) if file != CHANGES]
    differing = []
    for file in files:
        if file not in unread:
            # An article has the id of its event, and is renamed with it.
            former = renamed(old, new, EVENTS if file == ARTICLES else file)
            differing += sorted(_of_file(file, _in_file(old, file), _in_file(new, file), former), key=_order)
    return tuple(difference for difference in differing if f"{difference.file}/{difference.record}.md" not in unread)


def words(value: Value) -> str:
    """Write a value on one line: entries with commas between, keys before their values."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(words(entry) if isinstance(entry, str) else f"({words(entry)})" for entry in value if entry)
    return " ".join((value or "").split())


def edits(old: Value, new: Value, path: tuple[str, ...] = ()) -> Iterator[Edit]:
    """Give every field that differs between two values of one record."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            name = str(key)
            if not path and name == "id":
                continue  # the key of the record itself, which is above its fields
            if key in old and key in new:
                yield from edits(old[key], new[key], (*path, name))
            elif not path and isinstance(text := old.get(key) or new.get(key), list) and name == "text":
                yield from _entries(*((text, []) if key in old else ([], text)), (name,))  # an article, by paragraphs
            else:
                yield Edit((*path, name), words(old.get(key, "")), words(new.get(key, "")))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _entries(old, new, path)
    elif words(old) != words(new):
        yield Edit(path, words(old), words(new))


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Cut two texts where their words differ into pairs of old and new words; equal parts are pairs of equal texts."""
    before, after = old.split(" "), new.split(" ")
    if max(len(before), len(after)) > MOST:
        return [(old, new)]
    # `SequenceMatcher` ignores the common words of a long text by default. Otherwise repeated words take too long.
    steps = SequenceMatcher(None, before, after).get_opcodes()
    return [(" ".join(before[i:i_end]), " ".join(after[j:j_end])) for _, i, i_end, j, j_end in steps]


def shortened(edit: Edit) -> tuple[str, str]:
    """Shorten both sides of an edit for one line: a long text is cut to what differs, with a few words around."""
    if not edit.old or not edit.new or max(len(edit.old), len(edit.new)) <= LINE:
        return one_line(edit.old, LINE), one_line(edit.new, LINE)
    parts = pieces(edit.old, edit.new)
    sides: tuple[list[str], list[str]] = ([], [])
    for number, pair in enumerate(parts):
        for side, text in zip(sides, pair, strict=True):
            side.append(_middle_out(text, number > 0, number < len(parts) - 1) if pair[0] == pair[1] else text)
    old, new = (one_line(" ".join(part for part in side if part), LONGEST) for side in sides)
    return old, new


def summary(differing: Sequence[Difference]) -> str:
    """Count what differs, in one line."""
    counts = {sort: sum(difference.sort == sort for difference in differing) for sort in SORTS}
    sorts = ", ".join(f"{count} {sort}" for sort, count in counts.items() if count)
    differ = agreeing(len(differing), "differs", "differ")
    return f"{counted(len(differing), 'record')} {differ}: {sorts}" if differing else "no record differs"


def as_text(differing: Sequence[Difference], unread: Sequence[str] = ()) -> str:
    """Write each record that differs, its fields indented below it, the files in `unread`, and the summary."""
    lines = []
    for difference in differing:
        lines.append(f"{difference.file}: {_name(difference)}: {difference.sort}")
        lines += [f"    {_field(edit)}: {_arrow(edit)}" for edit in difference.edits]
    return "\n".join([*lines, *_not_known(unread), summary(differing)])


def as_markdown(differing: Sequence[Difference], unread: Sequence[str] = ()) -> str:
    """Write each record that differs as a section with a table of its fields, for a pull request."""
    parts = [f"**{summary(differing)}**", *map(_cell, _not_known(unread))]
    for difference in differing:
        cells = [(_field(edit), *shortened(edit)) for edit in difference.edits]
        rows = "".join("| " + " | ".join(map(_cell, row)) + " |\n" for row in cells)
        table = f"\n\n| Field | Before | After |\n|---|---|---|\n{rows.rstrip()}" if rows else ""
        parts.append(f"### {_cell(difference.file)}: {_cell(_name(difference))}: {difference.sort}{table}")
    return "\n\n".join(parts)


def as_json(differing: Sequence[Difference], unread: Sequence[str] = ()) -> str:
    """Write one object: the summary, the files that cannot be read, and the records that differ with their fields."""
    records = [vars(difference) | {"edits": [vars(edit) for edit in difference.edits]} for difference in differing]
    content = {"summary": summary(differing), "unread": [*unread], "differences": records}
    return json.dumps(content, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Difference], Sequence[str]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""Name of the format → the function that writes it."""


def _not_known(unread: Sequence[str]) -> list[str]:
    return [f"{file} cannot be read on one of the sides; what changed in it is not known" for file in unread]


def _of_file(
    file: str, old: Mapping[str, Record], new: Mapping[str, Record], former: Mapping[str, str]
) -> Iterator[Difference]:
    for name, value in new.items():
        before = former.get(name, name)
        known = old.get(before)
        edited = tuple(edits(known or {}, value))
        if known is None:
            yield Difference(file, name, _label(value), "added", edited)
        elif edited or before != name:
            sort = _sort(before != name, known, value)
            yield Difference(file, name, _label(value), sort, edited, before if before != name else "")
    for name, value in old.items():
        if name not in new and name not in former.values():
            yield Difference(file, name, _label(value), "removed", tuple(edits(value, {})))


def _former(old: Mapping[str, Record], new: Mapping[str, Record]) -> dict[str, str]:
    """Give the id that each renamed record had before: one of its aliases."""
    former: dict[str, str] = {}
    for name, value in new.items():
        aliases = value.get("aliases")
        if name not in old and isinstance(aliases, list):
            before = [alias for alias in aliases if isinstance(alias, str) and alias in old and alias not in new]
            former |= {name: before[0]} if before else {}
    return former


def renamed(old: Contents, new: Contents, file: str) -> dict[str, str]:
    """Give the id that each renamed record of a file had before."""
    return _former(_in_file(old, file), _in_file(new, file))


def _sort(is_renamed: bool, old: Record, new: Record) -> str:
    if bool(old.get("withdrawn")) != bool(new.get("withdrawn")):
        return "withdrawn" if new.get("withdrawn") else "restored"
    return "renamed" if is_renamed else "corrected"


def _in_file(side: Contents, file: str) -> dict[str, Record]:
    return {name: value for (its_file, name), value in side.records.items() if its_file == file}


def _order(difference: Difference) -> int:
    return list(SORTS).index(difference.sort)


def _label(value: Record) -> str:
    """Give the name of a record for readers; empty if it has none."""
    names = (value.get(key) for key in ("label", "short_name", "question", "title"))
    return one_line(next((name for name in names if isinstance(name, str)), ""), 80)


def _entries(old: list[Any], new: list[Any], path: tuple[str, ...]) -> Iterator[Edit]:
    """Compare two lists: records by their keys, texts by their words, paragraphs by their order."""
    key = _telling(old, new)
    if key:
        yield from edits({words(entry[key]): entry for entry in old}, {words(entry[key]): entry for entry in new}, path)
    elif path == ("text",) or any(isinstance(entry, dict | list) for entry in [*old, *new]):
        yield from _aligned([words(entry or "") for entry in old], [words(entry or "") for entry in new], path)
    else:
        before, after = [words(entry) for entry in old], [words(entry) for entry in new]
        kept = set(before) & set(after)
        yield from (Edit(path, entry, "") for entry in before if entry not in kept)
        yield from (Edit(path, "", entry) for entry in after if entry not in kept)
        if before != after and sorted(before) == sorted(after):
            yield Edit((*path, "order"), ", ".join(before), ", ".join(after))


def _telling(old: list[Any], new: list[Any]) -> str | None:
    if not [*old, *new] or not all(isinstance(entry, dict) for entry in [*old, *new]):
        return None
    for key in LABELS:
        names = [[entry.get(key) for entry in side] for side in (old, new)]
        texts = [{words(name) for name in side if isinstance(name, str)} for side in names]
        if all(len(different) == len(side) for different, side in zip(texts, names, strict=True)):
            return key
    return None


def _aligned(old: list[str], new: list[str], path: tuple[str, ...]) -> Iterator[Edit]:
    """Compare two sequences by their longest common part; an entry that changed comes with its old form."""
    if max(len(old), len(new)) > MOST:
        if old != new:
            yield Edit(path, " ".join(old), " ".join(new))
        return
    for _, i, i_end, j, j_end in SequenceMatcher(None, old, new).get_opcodes():
        if old[i:i_end] == new[j:j_end]:
            continue
        for step in range(max(i_end - i, j_end - j)):
            before = old[i + step] if i + step < i_end else ""
            after = new[j + step] if j + step < j_end else ""
            number = j + step if after else i + step
            yield Edit((*path, str(number + 1)), before, after)


def _name(difference: Difference) -> str:
    before = f"{difference.before} → " if difference.before else ""
    return one_line(before + difference.record, LINE) + (f" ({difference.label})" if difference.label else "")


def _field(edit: Edit) -> str:
    return one_line(" / ".join(edit.field), LINE)


def _arrow(edit: Edit) -> str:
    old, new = shortened(edit)
    if old and new:
        return f"{old} → {new}"
    return f"+ {new}" if new else f"- {old}"


def _middle_out(text: str, begins: bool, ends: bool) -> str:
    """Leave out the middle of a text that did not change; `begins` and `ends` say which of its ends to keep."""
    words_ = text.split(" ")
    kept = (words_[:AROUND] if begins else []), (words_[-AROUND:] if ends else [])
    if len(words_) <= len(kept[0]) + len(kept[1]):
        return text
    return " ".join([*kept[0], "…", *kept[1]])


def _cell(text: str) -> str:
    # In a comment nothing from the data may become markup, call somebody, or become a link.
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;").replace("://", "&#58;//")
    return "".join(f"\\{letter}" if letter in "\\|*_`[]~" else letter for letter in escaped)
