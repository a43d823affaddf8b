"""One row → the record of an event; all rows → all records, what could not be imported, and what was assumed."""

import textwrap
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dashboard import store
from dashboard.checks.findings import alike
from dashboard.curation.drafts import key_at
from dashboard.curation.intake import choices as asked
from dashboard.curation.intake.choices import Choices
from dashboard.curation.intake.dates import DateError, dates, in_words
from dashboard.curation.intake.grids import ROLE
from dashboard.curation.intake.organizers import Organizers
from dashboard.curation.intake.pages import Pages, unique
from dashboard.curation.intake.places import assumptions, place_of
from dashboard.curation.intake.table import IntakeError, Remark, Row, in_runs
from dashboard.curation.series import Series, event_id, weight_of
from dashboard.records.dates import PartialDate
from dashboard.records.kinds import BY_FILE, EVENTS, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import KIND_NAMES, KINDS, ROLES, WEIGHTS, Event, Problem, role_word
from dashboard.records.reading import Reading
from dashboard.words.counting import alternatives, listed
from dashboard.words.spelling import as_id, not_known, quoted

_LONGEST_LABEL = 40
_SPARED = ("note", "date_note", "city", "country", "venue")
"""Fields that are left out if the check refuses them; the event is still imported."""
_COPIED = ("label", "edition", "date_note", "note")

Record = dict[str, str | list[str] | list[dict[str, object]]]
"""The values of an event, as they are written."""


class _RowError(Exception):
    """A row cannot be imported; the message says why, and what to write."""


class Maker:
    """Makes the records of one series.

    Attributes
    ----------
    remarks
        What could not be imported.
    rows
        Id of each event → its row.
    """

    def __init__(self, choices: Choices, organizers: Sequence[Row], file: str, today: date) -> None:
        self.choices = choices
        self.file = file
        self.today = today
        self.organizers = Organizers(organizers, {name: kind for name, kind in choices.kinds.items() if kind})
        self.pages = Pages(choices, file, today)
        self.remarks: list[Remark] = []
        self.rows: dict[str, str] = {}
        self._labels: set[str] = set()
        self._seen: dict[tuple[str, ...], str] = {}
        self._made_labels = self._numbered = False
        self._without_kind: list[str] = []
        self._places: dict[str, dict[str, list[str]]] = {}
        self._organizers: set[str] = set()
        self._sources_used: set[str] = set()

    def series(self, rows: Sequence[Row], spoilt: Mapping[str, Mapping[str, str]]) -> Series | None:
        """Make all records; None if no row can be imported."""
        events: list[Record] = []
        for row in rows:
            self.remarks += [Remark(row.where, fault, row.lost) for fault in row.faults]
            if row.lost:
                continue
            refused = spoilt.get(row.where, {})
            try:
                events.append(self._event(row.where, dict(self._kept(row, refused)), refused))
            except _RowError as error:
                self.remarks.append(Remark(row.where, str(error), True))
        self.remarks += self.organizers.remarks()
        if not events:
            return None
        events.sort(key=lambda event: str(event.get("start", "9")))
        self._number(events)
        roles = [role for event in events for role in event.get("roles", []) if isinstance(role, dict)]
        self._organizers = {str(role["organizer"]) for role in roles}
        sources = {source for event in events for source in event["sources"] if isinstance(source, str)}
        self._sources_used = sources
        for event in events:
            self._says(event)
        name = self.choices.name
        return Series(
            process={
                "name": name,
                "summary": self.choices.summary or asked.summary(self.file),
                "updated": self.today.isoformat(),
                "sources": [source for source in self.pages.records if source in sources],
            },
            events=events,
            organizers=self.organizers.used(self._organizers),
            sources=self.pages.used(sources),
            why=f"Imported from {self.file}.",
        )

    def _kept(self, row: Row, refused: Container[str]) -> Iterator[tuple[str, str]]:
        """Give the values of a row that can be used; a value with an invisible character is left out and reported."""
        for key, value in row.values.items():
            odd = next((fault for fault in store.odd(value) if fault.level == "error"), None)
            if odd and not key.startswith((*_SPARED, ROLE)):
                raise _RowError(f"{key}: {odd.message}")
            if odd:
                self.remarks.append(Remark(row.where, f"{key} is not imported: {odd.message}"))
            elif key not in refused:
                yield key, value

    def _event(self, where: str, values: Mapping[str, str], refused: Mapping[str, str]) -> Record:
        title = values.get("title", "")
        if not title:
            raise _RowError("there is no title; write one")
        start, end = self._dates(values)
        kind = _word(values.get("kind", "") or self.choices.kind, "kind", KINDS, KIND_NAMES)
        weight = _word(values.get("weight", "") or weight_of(kind), "weight", WEIGHTS, {})
        where_it_is = place_of(values)
        place = {key: value for key, value in where_it_is.fields.items() if key not in refused}
        same = (title.casefold(), start, *(place.get(key, "") for key in ("city", "country", "venue")))
        if first := self._seen.get(same):
            raise _RowError(f"it has the title, the day and the place of {first}; delete one of the two")
        label = values.get("label", "") or self._label(title, start, place)
        sources = self._sources(where, values)
        event_id = self._id(values, start, place, label)
        # From here on, nothing refuses the row. A remark made before this must not call the row imported.
        self._seen[same] = where
        self._labels.add(alike(label))
        self._made_labels = self._made_labels or "label" not in values
        if where_it_is.untaken:
            self.remarks.append(Remark(where, where_it_is.untaken))
        for assumed, text in assumptions(where_it_is, values, place):
            self._places.setdefault(assumed, {}).setdefault(text, []).append(_short(where))
        if "kind" not in values:
            self._without_kind.append(_short(where))
        event: Record = {"id": event_id, "title": title, "label": label, "kind": kind}
        event |= {"weight": weight, "start": start, "end": end, **place}
        event |= {key: values[key] for key in _COPIED if key in values}
        event |= {"roles": self._roles(where, values, sources), "sources": sources}
        self.rows[str(event["id"])] = where
        return {key: event[key] for key in Event.model_fields if event.get(key)}

    def _dates(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Read the first and the last day; a span in the first is both."""
        read = {}
        for key in ("start", "end"):
            try:
                read[key] = dates(values[key], self.choices.dates) if key in values else ("", "")
            except DateError as error:
                raise _RowError(f"{key} {error}") from None
        (start, last), (end, beyond) = read["start"], read["end"]
        if beyond or (last and end and last != end):
            raise _RowError("start and end give different days; write the first day in one and the last in the other")
        return start, end or last

    def _label(self, title: str, start: str, place: Mapping[str, str]) -> str:
        """Make a short name: a short title as it is, else the place and the time, as precise as a unique name needs."""
        short = textwrap.shorten(title, _LONGEST_LABEL, placeholder="…")
        short = short if len(short) > 1 else f"{title[: _LONGEST_LABEL - 1]}…"
        names = [title] if short == title else []
        day = PartialDate.parse(start) if start else None
        where = place.get("city") or place.get("country", "")
        if day and where:
            names += [f"{where} {day.year}", f"{where}, {day.words()}"]
        names += [short, *(f"{short} ({number})" for number in range(2, len(self.rows) + 3))]
        return next(name for name in names if alike(name) not in self._labels)

    def _id(self, values: Mapping[str, str], start: str, place: Mapping[str, str], label: str) -> str:
        """Give the id in the file, else make one."""
        typed = values.get("id", "")
        if typed and as_id(typed) != typed:
            raise _RowError(f"{quoted(typed)} is not an id; write lower-case Latin letters, digits and hyphens")
        return typed or unique(event_id(start, (place.get("city"), place.get("country"), label)), self.rows)

    def _sources(self, where: str, values: Mapping[str, str]) -> list[str]:
        sources = []
        for source, wrong in self.pages.named(values.get("sources", ""), values["title"]):
            if wrong:
                self.remarks.append(Remark(where, wrong))
            elif source not in sources:
                sources.append(source)
        if not sources and not self.choices.publisher:
            raise _RowError(
                'it has no source; write the address of a page under "sources", or add --publisher NAME to the command '
                "to make the file itself the source"
            )
        return sources or [self.pages.of_file()]

    def _roles(self, where: str, values: Mapping[str, str], sources: Sequence[str]) -> list[dict[str, object]]:
        given: dict[str, list[str]] = {}
        for role in ROLES:
            for organizer in self.organizers.named(values.get(f"{ROLE}{role}", ""), where):
                roles = given.setdefault(str(organizer["id"]), [])
                if role not in roles:
                    roles.append(role)
        for name, (first, *others) in given.items():
            if others:
                kept = f"{quoted(self.organizers.short_name(name))} is imported as {role_word(first)}"
                text = (
                    f"{kept} and not as {alternatives(map(role_word, others))}, because an organizer has one role at "
                    "an event; keep the name in one column only; if it had more than one role, write the rest in the "
                    "note of its role in events.yaml"
                )
                self.remarks.append(Remark(where, text))
        rest = {"confidence": "single", "sources": [*sources]}
        return [{"organizer": name, "role": roles[0], **rest} for name, roles in given.items()]

    def _number(self, events: Sequence[Record]) -> None:
        """Number the conferences in the order of their days, if the file numbers none of them."""
        conferences = [event for event in events if event["kind"] == "conference"]
        if conferences and not any("edition" in event for event in conferences):
            self._numbered = True
            for number, event in enumerate(conferences, start=1):
                event["edition"] = str(number)
        for event in events:
            ordered = {key: event[key] for key in Event.model_fields if key in event}
            event.clear()
            event.update(ordered)

    def _says(self, event: Record) -> None:
        """Write what the file itself says about an event, if it is its source."""
        source = event["sources"][0]
        if not isinstance(source, str) or "says" not in self.pages.records[source]:
            return
        start, end = str(event.get("start", "")), str(event.get("end", ""))
        roles = [
            f"{self.organizers.short_name(str(role['organizer']))} as {role_word(str(role['role']))}"
            for role in _dicts(event.get("roles", []))
        ]
        where = ", ".join(str(event[key]) for key in ("venue", "city", "country") if key in event)
        parts = [
            f"It lists the event {quoted(str(event['title']), 120)}",
            f"on the date {in_words(start, end)}" if start else "without a date",
            f"at the place {where}" if where else "",
            f"with {listed(roles)}" if roles else "",
        ]
        self.pages.says(source, str(event["id"]), f"{', '.join(filter(None, parts))}.")

    def blamed(self, reading: Reading, errors: Sequence[Problem]) -> list[tuple[str, str, str]]:
        """Give for each error of the check the row and the field that caused it, and the reason.

        Errors of events come first, because they may cause others. An error of a source or an organizer belongs to each
        row that names it.

        Raises
        ------
        IntakeError
            If the error is in an answer about the series.
        """
        in_file = {name: [problem for problem in errors if Path(problem.path).name == name] for name in BY_FILE}
        blamed = []
        for problem in in_file[EVENTS]:
            key = key_at(reading, problem, EVENTS)
            blamed.append((_record_at(reading, problem), key if key in _SPARED else "", problem.message))
        if not blamed:
            for problem in (*in_file[SOURCES], *in_file[ORGANIZERS]):
                record = _record_at(reading, problem)
                naming = [event.id for event in reading.dataset.events.values() if record in _named(event)]
                blamed += [(name, "", problem.message) for name in naming]
        if not blamed and in_file[PROCESS]:
            raise IntakeError(f"the name or the summary of the series: {in_file[PROCESS][0].message}")
        at_rows = [(self.rows[name], key, message) for name, key, message in blamed if name in self.rows]
        return at_rows or [(row, "", errors[0].message) for row in self.rows.values()]

    def assumed(self) -> list[str]:
        """Say what was assumed, and where to correct it."""
        said = []
        if self._without_kind:
            rows = in_runs(self._without_kind)
            said.append(
                f"where the file gives no kind that can be read, it is {self.choices.kind} ({rows}); if one is "
                "another, write that under kind"
            )
        said += [
            f"{assumed}: {'; '.join(f'{quoted(place)} ({in_runs(rows)})' for place, rows in places.items())}"
            for assumed, places in self._places.items()
        ]
        if any("url" in self.pages.records[source] for source in self._sources_used):
            said.append(
                "the publisher of each page is the name of its site; write publisher, title and day in sources.yaml, "
                "and under says what the page says about each event"
            )
        if self._made_labels:
            said.append(
                "labels that the file does not give are short titles, or the place and the date; write better ones in "
                "events.yaml"
            )
        if self._numbered:
            said.append("editions number the conferences in the order of their days; correct edition in events.yaml")
        if states := self.organizers.states(self._organizers):
            said.append(f"these are states, by their names: {listed(states)}; correct organizers.yaml if one is not")
        if self._organizers:
            said.append("every role has the confidence single, because nobody has compared the sources")
        return said


def _word(typed: str, what: str, words: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Find the word that a cell means: as it is, or by its name for readers."""
    for word in words:
        if as_id(typed) in filter(None, (word, as_id(words[word]), as_id(names.get(word, "")))):
            return word
    raise _RowError(not_known(typed, what, words))


def _short(where: str) -> str:
    """Name a row without the title behind it."""
    return where.partition(" (")[0]


def _record_at(reading: Reading, problem: Problem) -> str:
    """Give the id of the record that a problem is in, even if the problem names only the file."""
    begins = {
        place[0]: str(path[1])
        for path, place in reading.places.items()
        if len(path) == 2 and path[0] == Path(problem.path).name and place[0] <= problem.line
    }
    return begins[max(begins)] if begins else problem.record


def _named(event: Event) -> set[str]:
    """Give the ids of the sources and organizers that an event names."""
    return {*event.sources, *(role.organizer for role in event.roles)}


def _dicts(entries: object) -> list[dict[str, object]]:
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
