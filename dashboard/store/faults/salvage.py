"""What can be read of a record with faults. Only the rules use it, so that one mistake does not hide others."""

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import Annotated, Any, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from dashboard.records.dates import PartialDate
from dashboard.records.kinds import BY_FILE
from dashboard.records.model import Change, Record, keys_of
from dashboard.records.reading import KeyPath
from dashboard.store.faults.objections import records_in
from dashboard.words.spelling import as_id

_MOST = 2_000
"""The most entries of a list that are read."""

Gaps = dict[KeyPath, bool]
"""Path in a record → whether the value there is left out, or only something inside it."""


def salvaged(model: type[Record], typed: Mapping[str, object], faults: Iterable[KeyPath]) -> tuple[Record, Gaps]:
    """Make a record of what was typed, without the values at the paths of its faults.

    A value left out becomes an empty text, an empty list or None, even if the model asks for more. Entries of lists
    keep their index.
    """
    salvage = _Salvage(faults)
    return salvage.record(model, typed, ()), salvage.gaps


def in_doubt(
    nameless: Iterable[tuple[str, str]], places: Container[object], changes: Iterable[Change]
) -> frozenset[tuple[str, str]]:
    """Give, by file, the ids that may belong to records whose own or former ids cannot be read.

    These are the ids that resemble their names, and those in the list of changes that no other record has.
    """
    nameless, changes = list(nameless), list(changes)
    unsure = {(file, as_id(name)) for file, name in nameless}
    for file in {file for file, _ in nameless}:
        key = BY_FILE[file].key
        unsure |= {(file, name) for change in changes for name in getattr(change, key, ())}
    return frozenset(key for key in unsure if key not in places)


class _Salvage:
    """Collects the gaps while one record is read."""

    def __init__(self, faults: Iterable[KeyPath]) -> None:
        self.gaps: Gaps = {}
        for path in faults:
            self._leave_out(path)

    def record(self, model: type[Record], typed: Mapping[str, object], path: KeyPath) -> Record:
        values: dict[str, Any] = {
            name: self._value(model, name, typed[name], (*path, name)) if name in typed else _blank(field)
            for name, field in keys_of(model).items()
        }
        return model.model_construct(**values)

    def _value(self, model: type[Record], name: str, typed: object, path: KeyPath) -> object:
        field = keys_of(model)[name]
        if path not in self.gaps:
            try:
                return _adapter(model, name).validate_python(typed)
            except ValidationError:  # for a record with very many faults, not all of them are reported
                self._leave_out(path)
        inner = next(records_in(field.annotation), None)
        if _takes_list(field) and isinstance(typed, list):
            if len(typed) > _MOST:
                self._leave_out(path)
            return tuple(self._entry(inner, entry, (*path, index)) for index, entry in enumerate(typed[:_MOST]))
        if inner and not _takes_list(field) and isinstance(typed, dict):
            return self.record(inner, typed, path)
        return _blank(field)

    def _entry(self, inner: type[Record] | None, typed: object, path: KeyPath) -> Record | str:
        if inner:
            return self.record(inner, typed if isinstance(typed, dict) else {}, path)
        return typed if isinstance(typed, str) and path not in self.gaps else ""

    def _leave_out(self, path: KeyPath) -> None:
        for length in range(len(path)):
            self.gaps.setdefault(path[:length], False)
        self.gaps[path] = True


@cache
def _adapter(model: type[Record], name: str) -> TypeAdapter[Any]:
    field = keys_of(model)[name]
    annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return TypeAdapter(annotation)


def _blank(field: FieldInfo) -> object:
    if not field.is_required():
        return field.get_default()
    return () if _takes_list(field) else None if field.annotation is PartialDate else ""


def _takes_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple
