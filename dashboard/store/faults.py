"""Pydantic's errors in the words of somebody who edits data: what is wrong; what to write."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from dashboard.model import Id, Record
from dashboard.spelling import as_id, if_meant, quoted, slips
from dashboard.store.brackets import entry_of_ids, list_in_list
from dashboard.store.called import NOTHING, Called, points_to, too_many
from dashboard.store.files import Fault
from dashboard.store.nodes import MOST_FAULTS, Place, Tree

_WORD = re.compile(r"'([^']*)'")

Details = Sequence[Mapping[str, Any]]


def details_of(error: ValidationError) -> Details:
    """Give the errors of one record, of very many the first."""
    return error.errors(include_url=False)[:MOST_FAULTS]


def translate(
    details: Details, model: type[Record], tree: Tree, top: tuple, called: Called = NOTHING
) -> Iterator[Fault]:
    """Give a fault for every error of one record, at the place of the key or value it is about.

    `top` is the path of the record in its file, and `called` knows the other records. A key that is missing because it
    was misspelt is reported once, as misspelt.
    """
    misspelt = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, key = detail["loc"]
            misspelt |= {(*above, meant) for meant in slips(str(key), _record_at(model, above).model_fields)}
    # An entry that is refused is not counted; that the list is short of it need not be said.
    lists = {detail["loc"][:-1] for detail in details if isinstance(detail["loc"][-1], int)}
    for detail in details:
        if (detail["type"] == "missing" and detail["loc"] in misspelt) or _has_enough(detail):
            continue
        if detail["type"] == "too_short" and detail["loc"] in lists:
            continue
        path = (*top, *detail["loc"])
        place = _nearest_place(tree, path, is_key=detail["type"] == "extra_forbidden")
        yield Fault(*place, _message(detail, model, path[:-1] in tree.brackets, called), path)


def left_out(details: Details, model: type[Record], typed: object) -> Iterator[tuple]:
    """Give the path of every value in a record that its errors leave unknown.

    A key that is not one stands for the one that is meant; where none comes near, for all that are not given.
    """
    for detail in details:
        *above, key = detail["loc"]
        yield detail["loc"]
        if detail["type"] == "extra_forbidden":
            known = _record_at(model, above).model_fields
            given = _typed_at(typed, above)
            yield from ((*above, name) for name in slips(str(key), known) or known if name not in given)


def wrong_top(tree: Tree, shape: type[list] | type[dict]) -> Fault:
    """Say that a file holds nothing, or a list instead of keys or the other way round."""
    if tree.value is None:
        return Fault(1, 1, "is empty; write records into it" + (", or [] for none" if shape is list else ""))
    begins = (
        'a list of records, each beginning with "- "' if shape is list else 'keys such as "name: …", without dashes'
    )
    return Fault(*tree.places[()], f"the file does not hold what it should; write {begins}")


def objections(model: type[Record], values: dict[str, Any]) -> dict[str, str]:
    """Say of each key what is wrong with its value, as of a record in a file."""
    try:
        model.model_validate(values)
    except ValidationError as error:
        faults = list(translate(details_of(error), model, Tree(), ()))
        return {str(fault.path[0]): fault.message for fault in reversed(faults)}
    return {}


def _has_enough(detail: Mapping[str, Any]) -> bool:
    """Tell whether a list is too short only for entries that have faults of their own."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _nearest_place(tree: Tree, path: tuple, is_key: bool) -> Place:
    if is_key and path in tree.keys:
        return tree.keys[path]
    while path and path not in tree.places:
        path = path[:-1]
    return tree.places.get(path, Place(1, 1))


def _message(detail: dict[str, Any], model: type[Record], in_brackets: bool, called: Called) -> str:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    names = [part for part in detail["loc"] if isinstance(part, str)]
    key = names[-1] if names else "the record"
    owner = _record_at(model, detail["loc"][:-1])
    if kind == "missing":
        return f'"{key}" is missing; write "{key}: …" ({_lower(owner.model_fields[key].description)})'
    if kind == "extra_forbidden":
        return _unknown_key(key, owner)
    if value is None:
        return "an entry is empty; write it after the dash, or delete the dash"
    if isinstance(detail["loc"][-1], int) and kind.startswith("string"):
        cure = _entry(value, owner.model_fields[key], in_brackets)
        if cure:
            return cure
    if isinstance(value, str | list) and kind.startswith("string") and isinstance(detail["loc"][-1], str):
        file = points_to(key, model)
        if file and (parts := called.several(file, value)):
            return too_many(file, value, parts, key, in_list=len(detail["loc"]) > 1)
    if kind == "literal_error" and isinstance(value, str):
        return _unknown_word(value, key, _WORD.findall(context["expected"]))
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch" and value.strip():
        file = points_to(key, model)
        return called.not_an_id(file, value) if file else _wrong_form(value, key)
    if kind in ("string_too_short", "string_pattern_mismatch"):
        return f'"{key}" is an empty text; write something, or delete the line'
    if kind == "too_short":
        fewest = context["min_length"]
        return f'"{key}" has too few entries; write at least {fewest}'
    if kind == "greater_than_equal":
        return f"{quoted(value)} is too small; write {context['ge']} or more"
    return _wrong_shape(kind, value, key, _record_at(model, detail["loc"]))


def _entry(value: object, field: FieldInfo, in_brackets: bool) -> str | None:
    """Say of an entry of a list that it is several, or a list itself; None for any other."""
    if isinstance(value, list):
        return list_in_list(value, in_brackets)
    return entry_of_ids(value, in_brackets) if get_args(field.annotation)[:1] == (Id,) else None


def _unknown_key(key: str, owner: type[Record]) -> str:
    meant = slips(key, owner.model_fields)
    if key.strip() in meant:
        return f'an invisible space stands beside "{key.strip()}"; delete it'
    advice = if_meant(key, meant) or "write one of: " + ", ".join(owner.model_fields)
    if " " in key and not meant:
        advice = f"indent it deeper if it goes on with the text above, else {advice}"
    return f"{quoted(key)} is not a key of {_article(owner)}; {advice}"


def _unknown_word(value: str, key: str, known: list[str]) -> str:
    meant = if_meant(value, slips(value, known))
    listed = f"one of: {', '.join(known)}"
    advice = meant if meant.startswith("write") else f"{meant}, else {listed}" if meant else f"write {listed}"
    return f"{quoted(value)} cannot stand for {key}; {advice}"


def _wrong_form(value: str, key: str) -> str:
    if key == "wikidata":
        return f"{quoted(value)} is not a Wikidata item; write Q and digits, such as Q863"
    if key == "host":
        bare = re.sub(r"^https?://(www\.)?|/.*$", "", value.lower()[:200])
        return f"{quoted(value)} is not a host; write {quoted(bare)}"
    slug = as_id(value)
    advice = quoted(slug) if slug else "lower-case Latin letters, digits and hyphens"
    return f"{quoted(value)} is not an id; write {advice}"


def _wrong_shape(kind: str, value: object, key: str, inner: type[Record]) -> str:
    if kind == "tuple_type":
        if isinstance(value, str) and re.fullmatch(r"[^\[\]]+\]", value):
            return f"the bracket that begins the list is missing; write {quoted('[' + value)}"
        return f'"{key}" takes a list; write each entry on a line of its own, after "- "'
    if kind.startswith("model"):
        wanted = ", ".join(f"{name}: …" for name, field in inner.model_fields.items() if field.is_required())
        return f"{_shown(value)} stands where {_article(inner)} belongs; write {wanted}"
    if isinstance(value, dict):
        return _split(value, key)
    return f'"{key}" takes one value; write it on the line of the key, without dash or brackets'


def _split(value: Mapping[str, object], key: str) -> str:
    """Speak of a text in which a colon was read as the end of a key."""
    begin, rest = next(iter(value.items()), ("", ""))
    if len(value) != 1 or not isinstance(rest, str) or not isinstance(begin, str):
        return f'"{key}" takes one text, and its colons made keys of it; put the whole text in quotes'
    if key == "concerns":
        return (
            f"the colon and the space after it split this entry; write {quoted(f'{begin}:{rest}')}, without the space"
        )
    sign = "'" if '"' in begin + rest else '"'
    return f"the colon and the space after it split this text; write {sign}{begin}: {rest}{sign} with the quotes"


def _record_at(model: type[Record], path: Iterable[str | int]) -> type[Record]:
    """Follow a path of keys and indices down to the record type that stands there."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = next(records_in(model.model_fields[part].annotation), model)
    return model


def records_in(annotation: object) -> Iterator[type[Record]]:
    """Give the record types that a field can hold, itself or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def _typed_at(typed: object, path: Iterable[str | int]) -> object:
    for part in path:
        typed = typed[part]
    return typed


def _article(owner: type[Record]) -> str:
    name = owner.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _shown(value: object) -> str:
    return quoted(value) if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


def _lower(description: str) -> str:
    return f"{description[:1].lower()}{description[1:].rstrip('.')}"
