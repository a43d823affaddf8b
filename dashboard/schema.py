"""The models as JSON Schema, for editors that complete and check while one types, and as tables for data/README.md."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from dashboard import model
from dashboard.model import Change, Dataset, Dispute, Event, Mirror, Organizer, Process, Record, Source
from dashboard.succession import NOUNS, aliases, lasting

FILES: dict[str, type[Record]] = {
    "process": Process,
    "events": Event,
    "organizers": Organizer,
    "sources": Source,
    "disputes": Dispute,
    "mirrors": Mirror,
    "CHANGES": Change,
}
"""Name of the file without `.yaml` → its record; `process.yaml` is one record, the others are lists."""

WORDS = {
    "kinds": model.KINDS,
    "weights": model.WEIGHTS,
    "roles": model.ROLES,
    "confidences": model.CONFIDENCES,
    "datings": model.DATINGS,
    "bases": model.BASES,
    "sought": model.SOUGHT,
    "themes": model.THEMES,
    "levels": model.LEVELS,
    "addressees": model.ADDRESSEES,
    "organizer-kinds": model.ORGANIZER_KINDS,
    "source-kinds": model.SOURCE_KINDS,
    "read": model.READ,
    "languages": model.LANGUAGES,
    "change-kinds": model.CHANGE_KINDS,
}
"""Name of a table of words in data/README.md → the vocabulary it shows."""

_BLOCK = re.compile(r"(<!-- (fields|words): ([\w-]+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)


def schemas(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """Give the JSON Schema (2020-12) of each data file, by the name of the file without `.yaml`.

    It says what an editor needs: keys with their meaning, words of vocabularies, and the ids that `dataset` has.
    Rules between records are left to `checks`.
    """
    return {name: _schema(name, record, dataset) for name, record in FILES.items()}


def with_tables(text: str) -> str:
    """Write the tables of fields and words anew between their markers, and leave the rest of a text as it is.

    Raises
    ------
    KeyError
        Where a marker names a table that does not exist.
    """
    return _BLOCK.sub(lambda match: f"{match[1]}\n{_table(match[2], match[3])}\n\n{match[4]}", text)


def tables() -> list[str]:
    """Give the markers that data/README.md must have: one for each record that a file can hold."""
    return [f"<!-- fields: {name} -->" for name in _records()]


def _schema(name: str, record: type[Record], dataset: Dataset) -> dict[str, Any]:
    raw = record.model_json_schema(ref_template="#/$defs/{model}")
    nested = raw.pop("$defs", {})
    definitions = {f"{file.removesuffix('s.yaml')}-id": {"enum": _ids(dataset, file, name)} for file in NOUNS}
    definitions |= {key: _object(value, name) for key, value in nested.items()}
    item = _object(raw, name)
    top = item if name == "process" else {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}}
    if name != "process":
        definitions[record.__name__] = item
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by: python -m dashboard schema",
        "title": f"{name}.yaml",
        "description": (record.__doc__ or "").strip(),
    }
    used = str(top) + str([definitions[key] for key in definitions if not key.endswith("-id")])
    return head | top | {"$defs": {key: value for key, value in definitions.items() if f"'#/$defs/{key}'" in used}}


def _ids(dataset: Dataset, file: str, name: str) -> list[str]:
    """Give the ids of a file, those of withdrawn records too; the list of changes may name former ones as well."""
    known = lasting(dataset, file)
    # In the order of the file, so that a record keeps its place when it is withdrawn.
    placed = [path[1] for path in dataset.places if len(path) == 2 and path[0] == file and path[1] in known]
    return [*placed, *(aliases(dataset, file) if name == "CHANGES" else ())]


def _object(raw: dict[str, Any], file: str) -> dict[str, Any]:
    """Turn pydantic's schema of one record into one for a file in which scalars have the types of YAML 1.2."""
    required = raw.get("required", [])
    properties = {key: _value(key, value, file, key in required) for key, value in raw["properties"].items()}
    return {
        "type": "object",
        "description": raw.get("description", ""),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _value(key: str, raw: dict[str, Any], file: str, required: bool) -> dict[str, Any]:
    kinds = [kind for kind in raw.get("anyOf", [raw]) if kind.get("type") != "null"]
    value = _typed(kinds[0])
    target = _target(key, file)
    if target:
        value = {"$ref": target} if value.get("type") != "array" else value | {"items": {"$ref": target}}
    # A key without a value counts as left out.
    if not required and ("$ref" in value or "enum" in value):
        value = {"anyOf": [value, {"type": "null"}]}
    elif not required:
        value["type"] = [*([value["type"]] if isinstance(value["type"], str) else value["type"]), "null"]
    return {"description": raw.get("description", "")} | value


def _typed(raw: dict[str, Any]) -> dict[str, Any]:
    """Widen what is text to what YAML 1.2 reads it as: 2018 is a number there, and true is no text."""
    value = {key: part for key, part in raw.items() if key not in ("title", "default", "description")}
    if value.get("pattern") == model.PATTERN:
        return value | {"type": ["string", "integer"], "minimum": 1, "maximum": 9999}
    if value.get("minLength") and value.get("type") == "string":
        return value | {"type": ["string", "number", "boolean"]}
    if "items" in value:
        value["items"] = _typed(value["items"])
    if any(value == {"$ref": f"#/$defs/{record.__name__}"} for record in model.TEXT_ALONE):
        return {"anyOf": [{"type": ["string", "number", "boolean"], "minLength": 1}, value]}
    return value


def _target(key: str, file: str) -> str | None:
    """Give the list of ids from which a key takes its value; the names are those that `checks` goes by."""
    if key == "sources" or key.endswith("_sources"):
        return "#/$defs/source-id"
    if key in ("parent", "part_of", "instead"):
        return f"#/$defs/{file[:-1]}-id"
    if f"{key}.yaml" in NOUNS:
        return f"#/$defs/{key[:-1]}-id"
    return f"#/$defs/{key}-id" if key in ("organizer", "event") else None


def _table(what: str, name: str) -> str:
    if what == "words":
        rows = [f"| `{word}` | {_cell(meaning)} |" for word, meaning in WORDS[name].items()]
        return "\n".join(["| Word | Meaning |", "|---|---|", *rows])
    rows = [
        f"| `{key}` | {'yes' if field.is_required() else 'no'} | {_cell(field.description or '')} |"
        for key, field in _records()[name].model_fields.items()
    ]
    return "\n".join(["| Field | Required | Meaning |", "|---|---|---|", *rows])


def _records() -> dict[str, type[Record]]:
    """Give every record that a file can hold: those of the files by the file's name, those inside them by their own."""
    inner = {record.__name__.lower(): record for top in FILES.values() for record in _inside(top)}
    return FILES | inner


def _inside(record: type[Record]) -> Iterator[type[Record]]:
    for field in record.model_fields.values():
        for found in _records_in(field.annotation):
            yield found
            yield from _inside(found)


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
