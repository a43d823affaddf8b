"""Pydantic's errors in words for somebody who edits data: what is wrong; what to write."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from dashboard.records.dates import NOTATION, PartialDate
from dashboard.records.model import TEXT_ALONE, Id, Listing, Programme, Record, keys_of
from dashboard.records.reading import KeyPath
from dashboard.store.faults import days
from dashboard.store.faults.brackets import as_list, entry_of_ids, list_in_list
from dashboard.store.faults.called import NOTHING, Called, points_to, too_many
from dashboard.store.faults.columns import astray
from dashboard.store.faults.edtf import is_date
from dashboard.store.faults.reported import typed_at
from dashboard.store.faults.syntax import in_quotes
from dashboard.store.files import Fault
from dashboard.store.nodes import MOST_FAULTS, Place, Tree, parse
from dashboard.words.catalogue import Message, MessageError, say
from dashboard.words.counting import listed, one_of
from dashboard.words.spelling import any_of, as_id, is_certain, one_line, quoted, slips

_WORD = re.compile(r"'([^']*)'")
_BULLETS = re.compile(r"(?:^|\s)[-–—•·*‣◦−]\s?(?=[^\W\d])")
_LONGEST_LIST = 250

Details = Sequence[Mapping[str, Any]]


def details_of(error: ValidationError) -> Details:
    """Give the errors of one record, at most `MOST_FAULTS` of them."""
    return error.errors(include_url=False)[:MOST_FAULTS]


def translate(
    details: Details, model: type[Record], tree: Tree, top: KeyPath, called: Called = NOTHING
) -> Iterator[Fault]:
    """Give a fault for every error of one record, at the place of the key or value it is about.

    `top` is the path of the record in its file, and `called` knows the other records. A key that is missing because it
    was misspelt is reported once, as misspelt.
    """
    misspelt = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, key = detail["loc"]
            misspelt |= {(*above, meant) for meant in slips(str(key), keys_of(_record_at(model, above)))}
    # An entry that is refused is not counted. If the list is then too short, that is not a second mistake.
    lists = {detail["loc"][:-1] for detail in details if isinstance(detail["loc"][-1], int)}
    for detail in details:
        if (detail["type"] == "missing" and detail["loc"] in misspelt) or _has_enough(detail):
            continue
        if detail["type"] == "too_short" and detail["loc"] in lists:
            continue
        path = (*top, *detail["loc"])
        place = _nearest_place(tree, path, is_key=detail["type"] == "extra_forbidden")
        message = _date(detail, model, tree, top) or _list(detail, model, tree, path)
        yield Fault(*place, message or _message(detail, model, path[:-1] in tree.brackets, called), path)


def left_out(details: Details, model: type[Record], typed: Mapping[str, object]) -> Iterator[KeyPath]:
    """Give the path of every value in a record that its errors leave unknown.

    An unknown key counts as the key that is meant; if no key is near, as all keys that are not given.
    """
    for detail in details:
        *above, key = detail["loc"]
        yield detail["loc"]
        if detail["type"] == "extra_forbidden":
            known = keys_of(_record_at(model, above))
            given = typed_at(typed, above)
            if isinstance(given, dict):
                yield from ((*above, name) for name in slips(str(key), known) or known if name not in given)


STRUCTURAL = ("missing", "extra_forbidden", "tuple_type", "too_short", "model_type", "model_attributes_type")
"""The types of errors that a line in the wrong column may cause."""


def moved(
    lines: Sequence[str], place: range, details: Details, met: Iterable[Fault], model: type[Record]
) -> Fault | None:
    """Find the one line that, in another column, would give the record all its keys in the right places.

    `place` are the lines of the record, from 0; `met` are the faults of YAML that were found in it.
    """
    twice = [fault for fault in met if fault.level == "error"]
    shape = [detail for detail in details if detail["type"] in STRUCTURAL]
    names = {part for detail in shape for part in detail["loc"][-1:]} | {part for fault in twice for part in fault.path}

    def accepts(text: str, line: int | None) -> bool:
        tree = parse(text)
        if tree.faults or not isinstance(tree.value, list) or len(tree.value) != 1:
            return False
        if line is not None and all(key.line != line + 1 for key in tree.keys.values()):
            return False
        try:
            model.model_validate(tree.value[0])
        except ValidationError as error:
            return not any(detail["type"] in STRUCTURAL for detail in details_of(error))
        return True

    return astray(lines, place.start, place.stop, names, accepts) if shape or twice else None


def misfiled(value: Mapping[str, object], model: type[Record], others: Mapping[str, type[Record]]) -> str | None:
    """Give the file among `others` in which a record belongs, judged by its keys; None if it is in the right file."""
    keys = set(value)
    strange = keys - keys_of(model).keys()
    fitting = {file: len(keys & keys_of(other).keys()) for file, other in others.items() if other is not model}
    best = max(fitting, key=lambda file: fitting[file], default="")
    foreign = keys - keys_of(others[best]).keys()
    return best if len(strange) >= 2 + 2 * len(foreign) else None


def wrong_top(tree: Tree, shape: type[list[Any]] | type[dict[str, Any]]) -> Fault:
    """Say that a file is empty, or that it has a list in place of keys, or keys in place of a list."""
    if tree.value is None:
        return Fault(1, 1, say("list-file-empty" if shape is list else "file-empty"))
    begins = (
        'a list of records, each beginning with "- "' if shape is list else 'keys such as "name: …", without dashes'
    )
    return Fault(*tree.places[()], say("file-of-another-shape", begins=begins))


def objections(model: type[Record], values: dict[str, Any]) -> dict[str, Message]:
    """Give, for each key with a wrong value, the message that `check` would give; empty if all values are right."""
    try:
        model.model_validate(values)
    except ValidationError as error:
        faults = list(translate(details_of(error), model, Tree(), ()))
        return {str(fault.path[0]): fault.message for fault in reversed(faults)}
    return {}


def _has_enough(detail: Mapping[str, Any]) -> bool:
    """Tell whether a list is too short only because some of its entries have faults of their own."""
    return detail["type"] == "too_short" and bool(len(detail["input"]) >= detail["ctx"]["min_length"])


def _nearest_place(tree: Tree, path: KeyPath, is_key: bool) -> Place:
    if is_key and path in tree.keys:
        return tree.keys[path]
    while path and path not in tree.places:
        path = path[:-1]
    return tree.places.get(path, Place(1, 1))


def _message(detail: Mapping[str, Any], model: type[Record], in_brackets: bool, called: Called) -> Message:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    names = [part for part in detail["loc"] if isinstance(part, str)]
    key = names[-1] if names else "the record"
    owner = _record_at(model, detail["loc"][:-1])
    if kind == "missing":
        return say("key-missing", key=key, what=_lower(keys_of(owner)[key].description or ""))
    if kind == "extra_forbidden":
        return _unknown_key(key, owner)
    if value is None:
        return say("entry-empty")
    if isinstance(detail["loc"][-1], int) and kind.startswith("string"):
        cure = _entry(value, keys_of(owner)[key], in_brackets)
        if cure:
            return cure
    if isinstance(value, str | list) and kind.startswith("string") and isinstance(detail["loc"][-1], str):
        file = points_to(key, model)
        if file and (parts := called.several(file, value)):
            return too_many(file, value, parts, key, in_list=len(detail["loc"]) > 1)
    if kind == "literal_error" and isinstance(value, str):
        return _unknown_word(value, key, _WORD.findall(context["expected"]))
    if kind == "value_error":
        refusal: MessageError = context["error"]
        return refusal.message
    if kind == "string_pattern_mismatch" and value.strip():
        file = points_to(key, model)
        return called.not_an_id(file, value) if file else _wrong_form(value, key)
    if kind in ("string_too_short", "string_pattern_mismatch"):
        return say("text-empty", key=key)
    if kind == "too_short":
        return say("list-too-short", key=key, fewest=context["min_length"])
    if kind == "greater_than_equal":
        return say("number-too-small", value=quoted(value), least=context["ge"])
    return _wrong_shape(kind, value, key, _record_at(model, detail["loc"]))


def _entry(value: object, field: FieldInfo, in_brackets: bool) -> Message | None:
    """Say that an entry of a list is several entries, or a list itself; None for any other entry."""
    if isinstance(value, list):
        return list_in_list(value, in_brackets)
    return entry_of_ids(value, in_brackets) if get_args(field.annotation)[:1] == (Id,) else None


def _list(detail: Mapping[str, Any], model: type[Record], tree: Tree, path: KeyPath) -> Message | None:
    """Say how to write as a list what was typed as a text, in braces, or without a dash; None for any other value."""
    key, value = path[-1], detail["input"]
    if detail["type"] != "tuple_type":
        return None
    owner, inner = _record_at(model, detail["loc"][:-1]), _record_at(model, detail["loc"])
    if isinstance(value, dict) and value and inner is not owner:
        return say("entry-in-braces", key=quoted(next(iter(value)), 40))
    if isinstance(value, dict) and not value:
        value = ", ".join(str(inside[-1]) for inside in tree.keys if inside[:-1] == path)
    if isinstance(value, str) and inner not in (owner, *TEXT_ALONE) and value:
        return say("entries-in-text", typed=quoted(value), keys=_required(inner))
    if not isinstance(value, str):
        return None
    entries = [entry.strip() for entry in _BULLETS.split(value)]
    if len(entries) > 1 and not entries[0] and all(entries[1:]):
        shown = one_line(listed(quoted(f"- {entry}") for entry in entries[1:]), 300)
        return say("entries-on-one-line", entries=shown) if len(entries) > 2 else say("bullet-for-dash", cured=shown)
    ids = _has(keys_of(owner)[str(key)].annotation, Id)
    written = as_list(value, ids) if value else None
    return say("list-wanted-for-text", key=key, cured=written) if written and len(written) < _LONGEST_LIST else None


def _has(annotation: object, wanted: object) -> bool:
    return annotation == wanted or any(_has(inner, wanted) for inner in get_args(annotation))


def _date(detail: Mapping[str, Any], model: type[Record], tree: Tree, top: KeyPath) -> Message | None:
    """Say what to write for a date, or for several in a list; None for any other value, or a year outside our time."""
    key, value = detail["loc"][-1], detail["input"]
    if detail["type"] == "extra_forbidden":
        return None
    field = keys_of(_record_at(model, detail["loc"][:-1])).get(key) if isinstance(key, str) else None
    if field is None or not _has(field.annotation, PartialDate):
        return None
    if isinstance(value, list) and len(value) > 1 and all(isinstance(entry, str) for entry in value):
        value = ", ".join(value)
    record = typed_at(tree.value, top) if tree.value is not None else None
    name = record.get("id") if isinstance(record, dict) else None
    slot = days.Slot(key, field.is_required(), name if isinstance(name, str) else "")
    if isinstance(value, dict):
        names = [str(inside[-1]) for inside in tree.keys if inside[:-1] == (*top, *detail["loc"])]
        return _date_in_braces([] if value else names, slot)
    return days.message(value, slot) if isinstance(value, str) else None


def _date_in_braces(names: Sequence[str], slot: days.Slot) -> Message:
    """Say what to write for a mapping; `names` are its keys if it has no values, as in `{2022-10-18, 2022-10-19}`."""
    if len(names) == 1 and is_date(names[0]):
        return say("date-in-braces", key=slot.key, cured=names[0])
    several = days.message(", ".join(names), slot) if len(names) > 1 else None
    return several or say("date-in-braces/not-understood", key=slot.key, notation=NOTATION)


def _unknown_key(key: str, owner: type[Record]) -> Message:
    meant = slips(key, keys_of(owner))
    if key.strip() in meant:
        return say("key-with-hidden-space", key=key.strip())
    form = ("/certain" if is_certain(key, meant) else "/meant") if meant else "/text" if " " in key else ""
    values = {"key": quoted(key), "record": _article(owner), "meant": any_of(meant), "known": one_of(keys_of(owner))}
    return say(f"key-unknown{form}", **values)


def _unknown_word(value: str, key: str, known: list[str]) -> Message:
    meant = slips(value, known)
    form = ("/certain" if is_certain(value, meant) else "/meant") if meant else ""
    return say(f"word-unknown{form}", value=quoted(value), key=key, meant=any_of(meant), known=one_of(known))


def _wrong_form(value: str, key: str) -> Message:
    if key == "wikidata":
        return say("wikidata-not-an-item", value=quoted(value))
    if key == "host":
        bare = re.sub(r"^https?://(www\.)?|/.*$", "", value.lower()[:200])
        return say("host-not-a-host", value=quoted(value), cured=quoted(bare))
    slug = as_id(value)
    if not slug:
        return say("id-with-other-letters/none", value=quoted(value))
    return say("id-with-other-letters", value=quoted(value), cured=quoted(slug))


def _wrong_shape(kind: str, value: object, key: str, inner: type[Record]) -> Message:
    if kind == "tuple_type":
        return say("list-wanted", key=key)
    if kind.startswith("model") and issubclass(inner, Listing | Programme):
        return _listing(value, key)
    if kind.startswith("model"):
        return say("record-wanted", typed=_shown(value), record=_article(inner), keys=_required(inner))
    if isinstance(value, dict):
        return _split_at_colon(value, key)
    return say("text-wanted", key=key)


def _required(model: type[Record]) -> str:
    """List the keys that a record must have."""
    return ", ".join(f"{name}: …" for name, field in keys_of(model).items() if field.is_required())


def _listing(value: object, key: str) -> Message:
    """Say how to write entries that were given without their sources."""
    entries = as_list(", ".join(map(str, value)) if isinstance(value, list) else str(value), False)
    shown = entries if entries and len(entries) < _LONGEST_LIST else "[…]"
    return say("listing-wanted", key=key, entries=shown)


def _split_at_colon(value: Mapping[str, object], key: str) -> Message:
    """Say how to write a text that YAML read as a key and a value, because of its colon."""
    if len(value) == 1 and all(isinstance(part, str) for part in next(iter(value.items()))):
        first, rest = next(iter(value.items()))
        if key == "concerns":
            return say("concern-split-at-colon", cured=f"{first}:{rest}")
        return say("text-split-at-colon", cured=in_quotes(f"{first}: {rest}"))
    return say("text-wanted-without-keys" if value else "text-wanted-without-braces", key=key)


def _record_at(model: type[Record], path: Iterable[str | int]) -> type[Record]:
    """Give the type of the record at a path of keys and indices."""
    for part in path:
        if isinstance(part, str) and part in keys_of(model):
            model = next(records_in(keys_of(model)[part].annotation), model)
    return model


def records_in(annotation: object) -> Iterator[type[Record]]:
    """Give the record types that a field can hold, itself or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def _article(owner: type[Record]) -> str:
    name = owner.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _shown(value: object) -> str:
    return quoted(value) if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


def _lower(description: str) -> str:
    return f"{description[:1].lower()}{description[1:].rstrip('.')}"
