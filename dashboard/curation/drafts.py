"""A new event, organizer or source: what to ask, and how the answers become a record that passes `check`."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic.fields import FieldInfo

from dashboard import checks, store
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.kinds import BY_FILE, CHANGES, EVENTS, ORGANIZERS, SOURCES, Kind
from dashboard.records.model import Change, Event, Problem, Source
from dashboard.records.reading import Reading
from dashboard.words.counting import agreeing, listed
from dashboard.words.spelling import as_id, quoted


@dataclass(frozen=True)
class Form:
    """The questions for a new record.

    `questions` are the fields that are asked for, in their order; `also` are the fields that only flags can give.
    """

    kind: Kind
    questions: tuple[str, ...]
    also: tuple[str, ...]


WHY = "why"
"""The answer that goes into the list of changes rather than into the record."""

_FORMS = (
    Form(
        BY_FILE[EVENTS],
        ("title", "label", "kind", "weight", "start", "end", "city", "country", "sources", "roles", "id", WHY),
        (
            *("edition", "parent", "dating", "date_sources", "date_note"),
            *("venue", "venue_sources", "title_note", "themes", "note"),
        ),
    ),
    Form(
        BY_FILE[ORGANIZERS],
        ("name", "short_name", "kind", "country", "seat", "website", "id", WHY),
        ("wikidata", "part_of", "other_names", "lead_body", "note"),
    ),
    Form(
        BY_FILE[SOURCES],
        ("title", "title_en", "publisher", "url", "published", "accessed", "language", "kind", "read", "id", WHY),
        ("archived", "copy_at", "family", "note"),
    ),
)
FORMS = {form.kind.word: form for form in _FORMS}
"""What a new record is called on the command line → its form."""
LISTS = ("sources", "date_sources", "venue_sources", "themes", "other_names", "roles")
"""Fields with several values; in an answer, commas separate the values."""

Answers = dict[str, str | list[str]]
Value = str | list[str] | list[dict[str, object]]
"""An answer as it is written into a record."""


class RefusedError(Exception):
    """The record would not pass `check`; the message says what is wrong and what to write.

    `key` is the answer that is wrong; empty if no single answer is. `code` is that of the problem that `check` would
    find; empty if the command itself refuses.
    """

    def __init__(self, message: str, key: str = "", code: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.code = code


def missing(form: Form, answers: Answers) -> list[str]:
    """Name the required fields that have no answer; an id that can be derived is not missing."""
    return [
        key
        for key in form.questions
        if field_of(form, key).is_required() and not answers.get(key) and not default_for(form, key, answers)
    ]


def field_of(form: Form, key: str) -> FieldInfo:
    """Give what the model says of a field that is asked for."""
    return (Change if key == WHY else form.kind.model).model_fields[key]


def question(form: Form, key: str, answers: Answers) -> str:
    """Word the question for one field, with the words to choose from and what an empty answer means."""
    field = field_of(form, key)
    words = f" ({', '.join(choices(form, key))})" if choices(form, key) else ""
    hint = " As organizer:role, with commas between them." if key == "roles" else ""
    default = default_for(form, key, answers)
    empty = f" [{default}]" if default else "" if field.is_required() else " [leave empty if not known]"
    return f"{key}{words}: {field.description}{hint}{empty}\n> "


def choices(form: Form, key: str) -> tuple[str, ...]:
    """Give the words a field can have; empty if it takes any text."""
    words = get_args(field_of(form, key).annotation)
    return words if words and all(isinstance(word, str) for word in words) else ()


def default_for(form: Form, key: str, answers: Answers) -> str | None:
    """Give the value that an empty answer means."""
    if key == "end":
        start = answers.get("start")
        return start if start and isinstance(start, str) else None
    if key == WHY:
        return f"The {form.kind.word} was not in the data yet."
    return suggested_id(form, answers) if key == "id" else None


def parsed(key: str, text: str) -> str | list[str]:
    """Split the answer to a question that takes several values."""
    flat = " ".join(text.split())
    return [part.strip() for part in flat.split(",") if part.strip()] if key in LISTS else flat


def objection(
    form: Form, key: str, value: str | list[str], answers: Answers, read: Callable[[], Reading]
) -> str | None:
    """Say what is wrong with one answer; None if nothing is. `add` checks the answers together."""
    try:
        values = record_values(form, answers | {key: value})
    except RefusedError as error:
        return str(error)
    if key not in values:
        return None
    return _unknown_id(form, key, values[key], read) or store.objections(form.kind.model, {key: values[key]}).get(key)


def suggested_id(form: Form, answers: Answers) -> str | None:
    """Make the id from the other answers; None if they do not suffice, or cannot be written as an id.

    An id is permanent, so no letter is dropped from it. If a name has letters that an id cannot have, the curator has
    to write the id.
    """
    before, name, after = _parts_of_id(form, answers)
    return (
        as_id(f"{before} {name} {after}") or None if as_id(name) and (after or form.kind.model is not Source) else None
    )


def record_values(form: Form, answers: Answers) -> dict[str, Value]:
    """Put the answers into the order of the record, and write the roles out."""
    values: dict[str, Value] = {}
    for key in form.kind.model.model_fields:
        answer = answers.get(key)
        if answer:
            values[key] = [*_roles(_listed(answer), _listed(answers.get("sources", [])))] if key == "roles" else answer
    return values


def add(folder: Path, form: Form, answers: Answers, today: date) -> tuple[list[Path], list[Problem]]:
    """Append a record to its file, and an entry to the list of changes, unless that causes an error.

    A series without a list of changes gets none.

    Returns
    -------
    The files written, that of the record first, and the warnings that the record causes.

    Raises
    ------
    RefusedError
        Nothing was written.
    """
    answers = {key: value for key, given in answers.items() if (value := _clean(given))}
    if "id" not in answers and (suggested := suggested_id(form, answers)):
        answers["id"] = suggested
    if lacking := missing(form, answers):
        flags = " ".join(f"--{key.replace('_', '-')} …" for key in lacking)
        reason = _without_id(form, answers) if "id" in lacking else ""
        raise RefusedError(f"{listed(lacking)} {agreeing(len(lacking), 'is', 'are')} missing; write {flags}{reason}")
    path = folder / form.kind.file
    name = str(answers["id"])
    entry: dict[str, Value] = {
        "on": today.isoformat(),
        "what": "added",
        form.kind.key: [name],
        WHY: answers.get(WHY) or default_for(form, WHY, answers) or "",
    }
    added = {path.name: record_values(form, answers)} | ({CHANGES: entry} if (folder / CHANGES).exists() else {})
    before = {file: _content(folder / file) for file in added}
    after = {file: store.appended(before[file], values) for file, values in added.items()}
    _, problems = checks.read(folder, today=today)
    reading, tried = checks.read(folder, after, today=today)
    brought = checks.brought(problems, tried)
    errors = [problem for problem in brought if problem.level == "error"]
    own = [problem for problem in errors if problem.record == name]
    if errors:
        first = (own or errors)[0]
        raise RefusedError(first.message, key_at(reading, first, form.kind.file) if own else "", first.code)
    if name not in getattr(reading.dataset, form.kind.key):
        raise RefusedError(f"{path} cannot be added to as it is; python -m dashboard check {folder} says why")
    try:
        for name, content in after.items():
            store.replace(folder / name, content)
    except OSError as error:
        with suppress(OSError):
            store.replace(path, before[path.name])
        raise RefusedError(f"{error.filename or path} cannot be written: {error.strerror}") from None
    return [folder / name for name in after], [problem for problem in brought if problem.level == "warning"]


def fill(
    form: Form, answers: Answers, read: Callable[[], Reading], ask: Callable[[str], str], tell: Callable[[str], None]
) -> None:
    """Ask for every field that has no answer yet, and put the answers in as they come.

    A refused answer is asked for again. `read` reads the data again each time, so that a curator can add what an
    answer names while the question waits.
    """
    for key in form.questions:
        while not answers.get(key):
            value = parsed(key, ask(question(form, key, answers)) or default_for(form, key, answers) or "")
            required = field_of(form, key).is_required()
            wrong = objection(form, key, value, answers, read) if value else f'"{key}" is needed' if required else None
            if wrong:
                tell(wrong)
                continue
            if value:
                answers[key] = value
            break


def _clean(value: str | list[str]) -> str | list[str]:
    """Bring an answer onto one line, without spaces around it and without empty entries."""
    if isinstance(value, str):
        return " ".join(value.split())
    return [text for entry in value if (text := " ".join(entry.split()))]


def _listed(answer: str | list[str]) -> list[str]:
    return [answer] if isinstance(answer, str) else answer


def _roles(pairs: list[str], sources: list[str]) -> Iterator[dict[str, object]]:
    """Read `organizer:role` or `organizer:role:confidence`; for other fields, edit the file."""
    for pair in pairs:
        organizer, _, rest = pair.partition(":")
        role, _, confidence = rest.partition(":")
        if not role:
            raise RefusedError(f"{quoted(pair)} is not a role; write organizer:role, for example un:co-organizer")
        yield {"organizer": organizer, "role": role, "confidence": confidence or "single", "sources": list(sources)}


def _unknown_id(form: Form, key: str, value: Value, read: Callable[[], Reading]) -> str | None:
    """Say which id in an answer does not exist, or that the record's own id is taken; None if neither is so."""
    own = form.kind.file
    file = own if key == "id" else ORGANIZERS if key == "roles" else store.points_to(key, form.kind.model)
    if file is None:
        return None
    reading = read()
    if key == "id":
        taken = (own, str(value)) in reading.places
        return f"{quoted(str(value))} is already the id of a record; give this one another" if taken else None
    entries = [value] if isinstance(value, str) else value
    ids = [str(entry["organizer"]) if isinstance(entry, dict) else entry for entry in entries]
    unknown = next((name for name in ids if not reading.is_there(file, name)), None)
    return Whereabouts(reading, file).message(unknown) if unknown else None


def _parts_of_id(form: Form, answers: Answers) -> tuple[str, str, str]:
    """Give the name from which an id is made, and the parts before and after it."""
    answer = {key: str(value) for key, value in answers.items()}
    if form.kind.model is Event:
        return answer.get("start", "")[:4] or "undated", answer.get("city") or answer.get("label", ""), ""
    if form.kind.model is Source:
        return "", answer.get("publisher", ""), answer.get("published", "").rstrip("~")
    return "", answer.get("short_name", ""), ""


def _without_id(form: Form, answers: Answers) -> str:
    """Say why no id could be made; empty if an answer is missing."""
    _, name, after = _parts_of_id(form, answers)
    if name and not as_id(name):
        return f"; {quoted(name)} has letters that no id can have, so write the id in Latin letters"
    return "; an id is the publisher and the day, and no day was given" if name and not after else ""


def key_at(reading: Reading, problem: Problem, file: str) -> str:
    """Give the field of a record whose value has a problem; empty if the problem is at the record."""
    at = (problem.line, problem.column)
    paths = (path for path, place in reading.places.items() if path[:2] == (file, problem.record) and len(path) > 2)
    return next((str(path[2]) for path in paths if reading.places[path] == at), "")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}") from None
