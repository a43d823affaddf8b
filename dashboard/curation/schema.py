"""The models as JSON Schema, for editors that complete and check while one types, and as tables for data/README.md."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from dashboard.records import model
from dashboard.records.dates import PATTERN
from dashboard.records.kinds import BY_FILE, CHANGES, LASTING, PROCESS, Kind
from dashboard.records.model import Dataset, Record, keys_of
from dashboard.records.reading import Reading
from dashboard.records.succession import aliases, lasting
from dashboard.records.terms import terms_of
from dashboard.store import points_to

WORDS: Mapping[str, Mapping[str, str]] = {
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
    "openings": model.OPENINGS,
    "panes": model.PANES,
    "change-kinds": model.CHANGE_KINDS,
}
"""Name of a table of words in data/README.md → the vocabulary it shows."""

_BLOCK = re.compile(r"(<!-- (fields|words): ([\w-]+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)


def unreadable(reading: Reading) -> list[str]:
    """Name the files with records that could not be read, so that their ids are not known."""
    return [file for file in BY_FILE if reading.ids_placed(file) is None]


def schemas(reading: Reading) -> dict[str, dict[str, Any]]:
    """Give the JSON Schema (2020-12) of each data file, by the name of the file without `.yaml`.

    It says what an editor needs: keys with their meaning, words of vocabularies, and the ids that were read.
    Rules between records are left to `checks`.
    """
    schemas = {kind.stem: _schema(kind, reading) for kind in BY_FILE.values()}
    if named := reading.dataset.process and reading.dataset.process.languages:
        for schema in schemas.values():
            _name_languages(schema, list(named))
    return schemas


def _name_languages(schema: Any, codes: list[str]) -> None:
    """Let an editor offer the languages that the process names."""
    for key, value in schema.items() if isinstance(schema, dict) else ():
        if key == "language":
            value.pop("pattern", None)
            value["enum"] = codes
        _name_languages(value, codes)


def with_tables(text: str, dataset: Dataset) -> str:
    """Replace the tables of fields and words between their markers, and keep the rest of a text.

    The words are those of a series: its languages, and its names for kinds and roles.

    Raises
    ------
    KeyError
        Where a marker names a table that does not exist.
    """
    terms = terms_of(dataset)
    words: dict[str, Mapping[str, str]] = {
        **WORDS,
        "kinds": terms.lanes,
        "weights": terms.weights,
        "roles": terms.roles,
        "languages": {code: model.LANGUAGES[code] for code in dataset.languages},
    }
    return _BLOCK.sub(lambda match: f"{match[1]}\n{_table(match[2], match[3], words)}\n\n{match[4]}", text)


def tables() -> list[str]:
    """Give the markers that data/README.md must have: one for each record that a file can hold."""
    return [f"<!-- fields: {name} -->" for name in _records()]


def _schema(kind: Kind, reading: Reading) -> dict[str, Any]:
    raw = kind.model.model_json_schema(ref_template="#/$defs/{model}")
    nested = raw.pop("$defs", {})
    definitions = {f"{other.word}-id": {"enum": _ids(reading, file, kind)} for file, other in LASTING.items()}
    definitions |= {key: _object(value, kind) for key, value in nested.items()}
    item, name = _object(raw, kind), kind.model.__name__
    top = item if kind.file == PROCESS else {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    if kind.file != PROCESS:
        definitions[name] = item
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by: python -m dashboard schema",
        "title": kind.file,
        "description": (kind.model.__doc__ or "").strip(),
    }
    used = str(top) + str([definitions[key] for key in definitions if not key.endswith("-id")])
    return head | top | {"$defs": {key: value for key, value in definitions.items() if f"'#/$defs/{key}'" in used}}


def _ids(reading: Reading, file: str, named_by: Kind) -> list[str]:
    """Give the ids of a file, also those of withdrawn records; the list of changes may name former ids as well."""
    known = lasting(reading.dataset, file)
    # In the order of the file, so that a record keeps its place when it is withdrawn.
    placed = [name for name in reading.ids_placed(file) or () if name in known]
    return [*placed, *(aliases(reading.dataset, file) if named_by.file == CHANGES else ())]


def _object(raw: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """Turn pydantic's schema of one record into one for a file in which scalars have the types of YAML 1.2."""
    required = raw.get("required", [])
    properties = {key: _value(key, value, kind, key in required) for key, value in raw["properties"].items()}
    return {
        "type": "object",
        "description": raw.get("description", ""),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _value(key: str, raw: dict[str, Any], kind: Kind, required: bool) -> dict[str, Any]:
    types = [each for each in raw.get("anyOf", [raw]) if each.get("type") != "null"]
    value = _typed(types[0])
    target = _target(key, kind)
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
    if value.get("pattern") == PATTERN:
        return value | {"type": ["string", "integer"], "minimum": 1, "maximum": 9999}
    if value.get("minLength") and value.get("type") == "string":
        return value | {"type": ["string", "number", "boolean"]}
    if "items" in value:
        value["items"] = _typed(value["items"])
    if any(value == {"$ref": f"#/$defs/{record.__name__}"} for record in model.TEXT_ALONE):
        return {"anyOf": [{"type": ["string", "number", "boolean"], "minLength": 1}, value]}
    return value


def _target(key: str, kind: Kind) -> str | None:
    """Give the list of ids from which a key takes its value."""
    file = points_to(key, kind.model)
    return f"#/$defs/{BY_FILE[file].word}-id" if file else None


def _table(what: str, name: str, words: Mapping[str, Mapping[str, str]]) -> str:
    if what == "words":
        rows = [f"| `{word}` | {_cell(meaning)} |" for word, meaning in words[name].items()]
        return "\n".join(["| Word | Meaning |", "|---|---|", *rows])
    rows = [
        f"| `{key}` | {'yes' if field.is_required() else 'no'} | {_cell(field.description or '')} |"
        for key, field in keys_of(_records()[name]).items()
    ]
    return "\n".join(["| Field | Required | Meaning |", "|---|---|---|", *rows])


def _records() -> dict[str, type[Record]]:
    """Give every record that a file can hold: those of the files by the file's name, those inside them by their own."""
    inner = {record.__name__.lower(): record for kind in BY_FILE.values() for record in _inside(kind.model)}
    return {kind.stem: kind.model for kind in BY_FILE.values()} | inner


def _inside(record: type[Record]) -> Iterator[type[Record]]:
    for field in record.model_fields.values():
        for inner in _records_in(field.annotation):
            yield inner
            yield from _inside(inner)


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
