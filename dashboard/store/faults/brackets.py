"""Lists in brackets whose brackets or commas do not match, and entries of a list that are not one entry."""

import re
from collections.abc import Sequence
from typing import TypeGuard

from dashboard.records.ids import ID
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import one_line, quoted

_PLAIN = re.compile(r"[\w(][^\[\]{},#:]*")
_SEPARATOR = re.compile(r"\s*[,;，；、|/&]\s*|\.?\s+(?:and\s+)?")
_LONGEST = 1_000
"""The most letters of an entry that is split into ids."""
_FARTHEST = 50
"""How many lines above a comma are searched for the text before it."""


def is_word(value: object) -> TypeGuard[str]:
    """Tell whether a value is an id, or another word that needs no quotes in brackets."""
    return isinstance(value, str) and bool(ID.fullmatch(value))


def as_list(text: str, ids: bool = True) -> str | None:
    """Write a text that holds the entries of a list as such a list; None if that is not certain."""
    bare = text.strip()
    while bare[:1] + bare[-1:] in ("()", "{}", "[]"):
        bare = bare[1:-1].strip()
    if bare.count("[") + bare.count("]") == 1:
        bare = bare.strip("[]")
    parts = ids_in(bare) if ids else []
    if len(parts) < 2:
        parts = [part.strip().strip("\"'").strip() for part in re.split("[,;،；、，]|\n", bare)]
    if len(text) > _LONGEST or not all(parts) or any(re.search(r"[\[\]{}\"]", part) for part in parts):
        return None
    return listed([part if _PLAIN.fullmatch(part) else f'"{part}"' for part in parts])


def ids_in(value: str) -> list[str]:
    """Split the ids in one entry; a text that only looks like several, such as `Osce 2018`, stays one."""
    if len(value) > _LONGEST:
        return [value]
    parts = [part for part in _SEPARATOR.split(value.strip().strip("[]")) if part]
    spaced = re.fullmatch(r"[\w-]+(?: +[\w-]+)+", value)
    whole = all(ID.fullmatch(part) and (not spaced or "-" in part) for part in parts)
    return parts if whole and len(parts) > 1 else [value]


def entry_of_ids(value: object, in_brackets: bool) -> Message | None:
    """Say how to split an entry that has several ids; None for any other entry."""
    if isinstance(value, dict) and len(value) == 1:
        value = " ".join(map(str, *value.items()))
    if not isinstance(value, str) or len(parts := ids_in(value)) < 2:
        return None
    code = "entry-of-several-ids-in-brackets" if in_brackets else "entry-of-several-ids"
    return say(code, typed=quoted(value), number=len(parts), cured=one_line(", ".join(parts), 100))


def list_in_list(value: Sequence[object], in_brackets: bool) -> Message:
    """Say what to do with a list that was typed as one entry of a list."""
    if not value:
        return say("list-in-list-empty")
    shown = [str(entry) for entry in value if isinstance(entry, str)]
    if len(shown) == len(value) and (in_brackets or len(value) == 1):
        without = "without brackets" if not in_brackets else "without the inner brackets"
        return say("list-in-list-of-texts", cured=quoted(", ".join(shown), 100), without=without)
    return say("list-in-list")


def stray_comma(lines: Sequence[str], line: int, column: int) -> Message | None:
    """Say what to do about a comma without an entry before it; None for a comma outside brackets."""
    above = "\n".join([*lines[max(line - _FARTHEST, 0) : line], lines[line][:column]]).rstrip()
    if above.endswith(","):
        return say("comma-twice")
    return say("comma-before-first") if above.endswith("[") else None


def after_the_list(before: str, words: str) -> Message | None:
    """Say how to move words after a closed bracket into it; None if this is not a list of ids."""
    if words[:1] in ("]", "}") and before.endswith(("]", "}")):
        return say("bracket-closes-nothing")
    begin = before.find("[")
    whole = f"{before[begin:]} {words}" if begin >= 0 else ""
    parts = re.sub(r"[\[\],]", " ", whole).split()
    if begin < 0 or not before.endswith("]") or not all(ID.fullmatch(part) for part in parts):
        return None
    return say("list-ended-early", cured=one_line(listed(parts), 100))


def listed(parts: Sequence[str]) -> str:
    """Write the entries of a list in brackets."""
    return f"[{', '.join(parts)}]"
