"""What the records of each file are called: finds the id if a name, a label or an address was typed instead."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from dashboard.records.addresses import is_page, same_page
from dashboard.records.kinds import BY_FILE, LASTING, SOURCES, kind_of
from dashboard.records.model import Record
from dashboard.store.faults.brackets import ids_in
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import listed
from dashboard.words.spelling import any_of, as_id, quoted, slips

_KEYS = {
    "title": "title",
    "title_en": "title",
    "label": "label",
    "name": "name",
    "short_name": "short name",
    "other_names": "name",
}
_ADDRESSES = {"url": "address", "website": "address"}
_SIGN = re.compile(r"\s*[,;，；、|/&+]\s*|\n")
_WORD = re.compile(r"\s+(?:and|with|plus|und|et|и|ва)\s+", re.IGNORECASE)
_THE = re.compile(r"(?:the|both)\s+", re.IGNORECASE)
_NUMBERS = {2: "two", 3: "three", 4: "four"}
_LONGEST = 1_000
"""The most letters of a value that is taken for several ids."""


class Called:
    """The ids of each file, and what else people call the records they belong to."""

    def __init__(self, lists: Mapping[str, object]) -> None:
        self._lists = lists

    @cached_property
    def _ids(self) -> dict[str, dict[str, None]]:
        """File → the ids in it, in their order."""
        return {file: {name: None for name, _ in _named(records)} for file, records in self._lists.items()}

    @cached_property
    def _names(self) -> dict[str, dict[str, tuple[str, str]]]:
        """File → a name, label or address that only one record has → its id, and the word for what it is."""
        return {file: _names(records) for file, records in self._lists.items()}

    def not_an_id(self, file: str, value: str) -> Message:
        """Say what to write for a value that is not written like an id, where an id of the file belongs."""
        slug = as_id(value)
        known = self._ids.get(file, {})
        if slug in known:
            return say("id-not-written-as-one", typed=quoted(value), cured=f'"{slug}"')
        if meant_record := self._names.get(file, {}).get(_key(value)):
            return say("id-is-name", value=quoted(value), what=meant_record[1], id=meant_record[0])
        if is_page(value):
            what = "page" if file == SOURCES else "record"
            return say("id-is-address", typed=quoted(value), what=what, file=file)
        if meant := slips(slug, known):
            return say("id-not-written-as-any/meant", value=quoted(value), file=file, meant=any_of(meant))
        return say("id-not-written-as-any", value=quoted(value), file=file)

    def several(self, file: str, value: object) -> list[str]:
        """Split a value that names several records; empty for any other.

        Signs such as commas separate ids. A word such as "and" may be part of a name: it separates ids only if one of
        the parts is known.
        """
        if isinstance(value, list):
            parts = [entry for entry in value if isinstance(entry, str)]
            return [self._id_of(file, part) or as_id(part) or part for part in parts] if len(parts) > 1 else []
        if (
            not isinstance(value, str)
            or len(value) > _LONGEST
            or is_page(value)
            or _key(value) in self._names.get(file, {})
        ):
            return []
        parts = [_THE.sub("", part) for text in _SIGN.split(value) for part in _WORD.split(text.strip()) if part]
        if len(parts) == 1 and all(self._id_of(file, word) for word in value.split()):
            parts = value.split()
        ids = [self._id_of(file, part) for part in parts]
        if len(parts) > 1 and (any(ids) or len(ids_in(value)) > 1):
            return [id_ or as_id(part) or part for id_, part in zip(ids, parts, strict=True)]
        return []

    def _id_of(self, file: str, text: str) -> str | None:
        slug = as_id(text)
        if slug in self._ids.get(file, {}):
            return slug
        return self._names.get(file, {}).get(_key(text), (None,))[0]


NOTHING = Called({})


def points_to(key: str, model: type[Record]) -> str | None:
    """Give the file whose ids a key takes; None for the id of the record itself, and for a key that is not for ids."""
    if key == "sources" or key.endswith("_sources"):
        return SOURCES
    if key in ("parent", "part_of", "instead"):
        own = kind_of(model)
        return own.file if own else None
    return next((file for file, kind in LASTING.items() if key in (kind.word, kind.key)), None)


def too_many(file: str, value: str | list[Any], parts: list[str], key: str, in_list: bool) -> Message:
    """Say how to split a value that names several records where one belongs."""
    shown = quoted(f"[{', '.join(map(str, value))}]") if isinstance(value, list) else quoted(value)
    number = _NUMBERS.get(len(parts), str(len(parts)))
    noun = BY_FILE[file].key
    if not in_list:
        return say("value-of-several-records", typed=shown, number=number, noun=noun, key=key)
    return say("entry-of-several-records", typed=shown, number=number, noun=noun, ids=listed(map(quoted, parts)))


def _named(records: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the records of a list that have an id, each after its id."""
    for record in records if isinstance(records, list) else ():
        if isinstance(record, dict) and isinstance(name := record.get("id"), str):
            yield name, record


def _names(records: object) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    shared = set()
    for name, record in _named(records):
        for text, what in _texts(record):
            shared |= {text} if names.setdefault(text, (name, what))[0] != name else set()
    return {text: meant for text, meant in names.items() if text not in shared}


def _texts(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give what a record is called, as it is compared, and the word for it."""
    for key, what in (*_KEYS.items(), *_ADDRESSES.items()):
        value = record.get(key)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text.strip():
                yield _key(text), what
    for key in ("titles", "names"):
        entries = record.get(key)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("text"), str):
                yield _key(entry["text"]), "name"


def _key(text: str) -> str:
    """Write a name or an address so that its forms compare equal."""
    text = " ".join(text.split())
    return same_page(text) if is_page(text) else text.casefold()
