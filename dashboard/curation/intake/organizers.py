"""Names in a table → organizers: those of a table of organizers, those whose kind was asked for, and states."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from dashboard.curation.intake.grids import ROLE
from dashboard.curation.intake.table import Remark, Row, flat
from dashboard.records.model import ORGANIZER_KINDS, ROLES, Organizer
from dashboard.store import objections
from dashboard.words.counting import alternatives, listed_first
from dashboard.words.countries import is_state
from dashboard.words.spelling import as_id, if_meant, quoted, slips

_BETWEEN = re.compile(r"[;|\n]+")
_MOST_ROWS_NAMED = 3
_WITH_ROLE = re.compile(r"[^(),]+\((?P<role>[^()]+)\)")

Record = dict[str, str | list[str]]
"""The values of an organizer, as they are written."""


def role_behind(name: str) -> str:
    """Give the role that a name has behind it in brackets, as in "Norway (host)"; empty if there is none."""
    match = _WITH_ROLE.fullmatch(name)
    role = match["role"].strip().casefold() if match else ""
    return role if role in ROLES else ""


class Organizers:
    """The organizers that are known, and the names in the table that are not.

    `kinds` has the kinds that were asked for: name → kind. They also fill a row that has none.
    """

    def __init__(self, rows: Iterable[Row], kinds: Mapping[str, str]) -> None:
        self._refused: list[tuple[Row, set[str], str]] = []
        self._kinds = {flat(name).casefold(): kind for name, kind in kinds.items()}
        self._known: dict[str, Record] = {}
        self._ids: set[str] = set()
        self._unknown: dict[str, list[str]] = {}
        self._states: list[str] = []
        for row in rows:
            self._add(row)
        for name, kind in kinds.items():
            if kind and flat(name).casefold() not in self._known:
                self._add(Row("", {"name": name, "kind": kind}))

    def find(self, name: str) -> Record | None:
        """Give the organizer that has a name; None if nothing is known of it. A state is known by its name."""
        key = flat(name).casefold()
        if key not in self._known and is_state(name):
            self._add(Row("", {"name": flat(name)}))
        return self._known.get(key)

    def named(self, cell: str, where: str) -> Iterator[Record]:
        """Give the organizers that a cell names, and note the others.

        Semicolons and lines are between names. Commas are only where all parts are known, because names have commas.
        """
        for name in filter(None, map(flat, _BETWEEN.split(cell))):
            parts = [name] if self.find(name) else [part for part in map(flat, name.split(",")) if part]
            organizers = [organizer for part in parts if (organizer := self.find(part))]
            if organizers and len(organizers) == len(parts):
                yield from organizers
            else:
                self._unknown.setdefault(name, []).append(where)

    def used(self, names: Container[str]) -> list[Record]:
        """Give the records of the organizers with these ids."""
        records = {str(record["id"]): record for record in self._known.values()}
        return [record for name, record in records.items() if name in names]

    def short_name(self, key: str) -> str:
        """Give the short name of the organizer with an id."""
        return next(str(record["short_name"]) for record in self._known.values() if record["id"] == key)

    def states(self, names: Container[str]) -> list[str]:
        """Give the names of those with these ids that were taken as states because of their names."""
        return [name for name in self._states if self._known[name.casefold()]["id"] in names]

    def remarks(self) -> Iterator[Remark]:
        """Say which rows of the table of organizers cannot be used, and which names are not known, and what to write.

        If an unknown name has a row that cannot be used, that is one fault, so it is one remark.
        """
        unknown = dict(self._unknown)
        for row, forms, wrong in self._refused:
            rows = [where for name in [*unknown] if name.casefold() in forms for where in unknown.pop(name)]
            so = f"; its role is not imported either ({listed_first(rows, _MOST_ROWS_NAMED)})" if rows else ""
            yield Remark(row.where, f"organizer {quoted(row.values.get('name', ''))}: {wrong}{so}", True)
        for name, rows in unknown.items():
            places = listed_first(rows, _MOST_ROWS_NAMED)
            if role := role_behind(name):
                alone = name[: name.rindex("(")].strip()
                yield Remark(
                    "",
                    f"organizer {quoted(name)} has its role in brackets, so it is not taken ({places}); write "
                    f"{quoted(alone)} below a heading {quoted(role)}",
                )
                continue
            meant = if_meant(name, slips(name, [str(record["name"]) for record in self._known.values()]))
            advice = f"{meant}; otherwise " if meant else ""
            comma = "put semicolons between the names of several, or " if "," in name else ""
            kinds = alternatives(ORGANIZER_KINDS)
            latin = "" if as_id(name) else ", and an id in Latin letters"
            yield Remark(
                "",
                f"organizer {quoted(name)} is not known, so its role is not imported ({places}); {advice}{comma}add a "
                f"row to the table of organizers, with this name and the kind {kinds}{latin}",
            )

    def _add(self, row: Row) -> None:
        values = row.values
        name = values.get("name", "")
        given = self._kind(values)
        by_name = not given and "kind" not in values and is_state(name)
        kind = "state" if by_name else given
        record: Record = {
            "id": values.get("id") or as_id(values.get("short_name") or name),
            "name": name,
            "short_name": values.get("short_name") or name,
            "kind": kind,
        }
        country = values.get("country", "") or (name if by_name else "")
        record |= {"country": country} if country else {}
        others = [flat(other) for other in values.get("other_names", "").split(";") if flat(other)]
        record |= {"other_names": [*others]} if others else {}
        forms = {form.casefold() for form in (name, str(record["short_name"]), *others)}
        if wrong := self._wrong(record, forms, values.get("kind", "")):
            self._refused.append((row, forms, wrong))
            return
        self._states += [name] if by_name else []
        self._ids.add(str(record["id"]))
        self._known |= dict.fromkeys(forms, record)

    def _kind(self, values: Mapping[str, str]) -> str:
        """Give the kind of an organizer: that of its row, or the one that was asked for."""
        typed = values.get("kind", "")
        of_row = next((word for word, label in ORGANIZER_KINDS.items() if _same(typed, word, label)), "")
        return of_row or self._kinds.get(values.get("name", "").casefold(), "")

    def _wrong(self, record: Record, forms: set[str], kind: str) -> str:
        """Say why a record cannot be used; empty if it can."""
        if not record["name"]:
            return "there is no name; write one"
        if not record["kind"]:
            what = f"{quoted(kind)} is not a kind of organizer" if kind else "there is no kind"
            return f"{what}; write {alternatives(ORGANIZER_KINDS)}"
        if not record["id"]:
            return "an id has Latin letters only; write one in the column id"
        if record["id"] in self._ids or forms & self._known.keys():
            return "another row has this name or id; keep one of the two"
        return next(iter(objections(Organizer, dict(record)).values()), "")


def names_without_kind(rows: Iterable[Row], known: Organizers) -> dict[str, int]:
    """Count the rows of each organizer whose kind is unknown and can be asked for, because its name makes an id."""
    names: dict[str, int] = {}
    for row in rows:
        for key, cell in row.values.items():
            for name in filter(None, map(flat, _BETWEEN.split(cell))) if key.startswith(ROLE) else ():
                if "," not in name and as_id(name) and not role_behind(name) and not known.find(name):
                    names[name] = names.get(name, 0) + 1
    return names


def _same(typed: str, word: str, label: str) -> bool:
    return bool(typed) and as_id(typed) in (word, as_id(label))
