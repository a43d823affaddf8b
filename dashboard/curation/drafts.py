"""A new event, organizer or source: what to ask, and how the answers become a record that passes `check`."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic.fields import FieldInfo

from dashboard import checks, store
from dashboard.checks.findings import is_there
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.model import Change, Dataset, Event, Organizer, Problem, Record, Source
from dashboard.records.succession import ORGANIZERS
from dashboard.words.spelling import as_id, quoted


@dataclass(frozen=True)
class Form:
    """What a new record is asked for.

    `asked` are the fields of the questions, in their order; `also` those that flags alone can give.
    """

    file: str
    record: type[Record]
    asked: tuple[str, ...]
    also: tuple[str, ...]


WHY = "why"
"""The answer that goes into the list of changes rather than into the record."""

FORMS = {
    "event": Form(
        "events",
        Event,
        ("title", "label", "kind", "weight", "start", "end", "city", "country", "sources", "roles", "id", WHY),
        (
            *("edition", "parent", "dating", "date_sources", "date_note"),
            *("venue", "venue_sources", "title_note", "themes", "note"),
        ),
    ),
    "organizer": Form(
        "organizers",
        Organizer,
        ("name", "short_name", "kind", "country", "seat", "website", "id", WHY),
        ("wikidata", "part_of", "other_names", "lead_body", "note"),
    ),
    "source": Form(
        "sources",
        Source,
        ("title", "title_en", "publisher", "url", "published", "accessed", "language", "kind", "read", "id", WHY),
        ("archived", "copy_at", "family", "note"),
    ),
}
LISTS = ("sources", "date_sources", "venue_sources", "themes", "other_names", "roles")
"""Fields with several values; in an answer they are parted by commas."""

Answers = dict[str, str | list[str]]


class RefusedError(Exception):
    """The record would not pass `check`; the message says what is wrong and what to write.

    `key` is the answer it speaks of; empty where it speaks of none, or of none alone.
    """

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


def missing(form: Form, answers: Answers) -> list[str]:
    """Name the fields without which there is no record; the id is derived where it can be."""
    return [
        key
        for key in form.asked
        if field_of(form, key).is_required() and not answers.get(key) and not default_for(form, key, answers)
    ]


def field_of(form: Form, key: str) -> FieldInfo:
    """Give what the model says of a field that is asked for."""
    return (Change if key == WHY else form.record).model_fields[key]


def question(form: Form, key: str, answers: Answers) -> str:
    """Word the question for one field, with the words to choose from and what an empty answer means."""
    field = field_of(form, key)
    words = f" ({', '.join(choices(form, key))})" if choices(form, key) else ""
    hint = " As organizer:role, with commas between them." if key == "roles" else ""
    default = default_for(form, key, answers)
    empty = f" [{default}]" if default else "" if field.is_required() else " [leave empty if not known]"
    return f"{key}{words}: {field.description}{hint}{empty}\n> "


def choices(form: Form, key: str) -> tuple[str, ...]:
    """Give the words a field can have, or none where it takes any text."""
    words = get_args(field_of(form, key).annotation)
    return words if words and all(isinstance(word, str) for word in words) else ()


def default_for(form: Form, key: str, answers: Answers) -> str | None:
    """Give what an empty answer stands for."""
    if key == "end":
        return answers.get("start") or None
    if key == WHY:
        return f"The {form.file.removesuffix('s')} was not in the data yet."
    return suggested_id(form, answers) if key == "id" else None


def parsed(key: str, text: str) -> str | list[str]:
    """Part the answer to a question that takes several values."""
    flat = " ".join(text.split())
    return [part.strip() for part in flat.split(",") if part.strip()] if key in LISTS else flat


def objection(
    form: Form, key: str, value: str | list[str], answers: Answers, read: Callable[[], Dataset]
) -> str | None:
    """Say what is wrong with one answer, or nothing; what only shows beside other answers is seen at the end."""
    try:
        values = record_values(form, answers | {key: value})
    except RefusedError as error:
        return str(error)
    if key not in values:
        return None
    return _unknown_id(form, key, values[key], read) or store.objections(form.record, {key: values[key]}).get(key)


def suggested_id(form: Form, answers: Answers) -> str | None:
    """Make the id that the other answers call for; None where they do not suffice, or cannot be written as an id.

    An id is permanent, so nothing is left out of it: where a name has letters that no id can have, somebody has to say
    how it is written.
    """
    before, name, after = _parts_of_id(form, answers)
    return as_id(f"{before} {name} {after}") or None if as_id(name) and (after or form.record is not Source) else None


def record_values(form: Form, answers: Answers) -> dict[str, object]:
    """Put the answers into the order of the record, and write the roles out."""
    values: dict[str, object] = {}
    for key in form.record.model_fields:
        answer = answers.get(key)
        if answer:
            values[key] = list(_roles(answer, answers.get("sources") or [])) if key == "roles" else answer
    return values


def add(folder: Path, form: Form, answers: Answers, today: date) -> tuple[list[Path], list[Problem]]:
    """Append a record to its file, and a word of it to the list of changes, unless that brings an error.

    Returns
    -------
    The files written, that of the record first, and the warnings it brings.

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
        raise RefusedError(f"{', '.join(lacking)} missing; write {flags}{reason}")
    path = folder / f"{form.file}.yaml"
    entry = {
        "on": today.isoformat(),
        "what": "added",
        form.file: [answers["id"]],
        WHY: answers.get(WHY) or default_for(form, WHY, answers),
    }
    before = {one.name: _content(one) for one in (path, folder / store.CHANGES)}
    after = {
        path.name: store.appended(before[path.name], record_values(form, answers)),
        store.CHANGES: store.appended(before[store.CHANGES], entry),
    }
    _, problems = checks.read(folder, today=today)
    dataset, tried = checks.read(folder, after, today=today)
    brought = checks.brought(problems, tried)
    errors = [one for one in brought if one.level == "error"]
    own = [one for one in errors if one.record == answers["id"]]
    if errors:
        first = (own or errors)[0]
        raise RefusedError(first.message, _key_at(dataset, first, f"{form.file}.yaml") if own else "")
    if answers["id"] not in getattr(dataset, form.file):
        raise RefusedError(f"{path} cannot be added to as it is; python -m dashboard check {folder} says why")
    try:
        for name, content in after.items():
            store.replace(folder / name, content)
    except OSError as error:
        with suppress(OSError):
            store.replace(path, before[path.name])
        raise RefusedError(f"{error.filename or path} cannot be written: {error.strerror}") from None
    return [folder / name for name in after], [one for one in brought if one.level == "warning"]


def fill(
    form: Form, answers: Answers, read: Callable[[], Dataset], ask: Callable[[str], str], tell: Callable[[str], None]
) -> None:
    """Ask for every field that has no answer yet, and put the answers in as they come.

    An answer that cannot stand is asked for again. `read` gives the data as it is then, so that what an answer names
    can be added while the question waits.
    """
    for key in form.asked:
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


def _roles(pairs: list[str], sources: list[str]) -> Iterator[dict[str, object]]:
    """Read `organizer:role` or `organizer:role:confidence`; whoever says more edits the file."""
    for pair in pairs:
        organizer, _, rest = pair.partition(":")
        role, _, confidence = rest.partition(":")
        if not role:
            raise RefusedError(f"{quoted(pair)} is not a role; write organizer:role, for example tajikistan:host")
        yield {"organizer": organizer, "role": role, "confidence": confidence or "single", "sources": list(sources)}


def _unknown_id(form: Form, key: str, value: object, read: Callable[[], Dataset]) -> str | None:
    """Say of the ids in an answer which is not there, or of the record's own that it is taken."""
    own = f"{form.file}.yaml"
    file = own if key == "id" else ORGANIZERS if key == "roles" else store.points_to(key, form.record)
    if file is None:
        return None
    dataset = read()
    if key == "id":
        taken = (own, value) in dataset.places
        return f"{quoted(str(value))} is already the id of a record; give this one another" if taken else None
    ids = [role["organizer"] for role in value] if key == "roles" else value
    unknown = next((one for one in ids if not is_there(dataset, file, one)), None)
    return Whereabouts(dataset, file).message(unknown) if unknown else None


def _parts_of_id(form: Form, answers: Answers) -> tuple[str, str, str]:
    """Give the name of which an id is made, and what stands before and after it."""
    answer = {key: str(value) for key, value in answers.items()}
    if form.record is Event:
        return answer.get("start", "")[:4] or "undated", answer.get("city") or answer.get("label", ""), ""
    if form.record is Source:
        return "", answer.get("publisher", ""), answer.get("published", "").rstrip("~")
    return "", answer.get("short_name", ""), ""


def _without_id(form: Form, answers: Answers) -> str:
    """Say why no id could be made, where it is not for an answer that is missing itself."""
    _, name, after = _parts_of_id(form, answers)
    if name and not as_id(name):
        return f"; {quoted(name)} has letters that no id can have, so write the id in Latin letters"
    return "; an id is the publisher and the day, and no day was given" if name and not after else ""


def _key_at(dataset: Dataset, problem: Problem, file: str) -> str:
    """Give the field of a record at whose value a problem stands; empty where it stands at the record."""
    at = (problem.line, problem.column)
    paths = (path for path, place in dataset.places.items() if path[:2] == (file, problem.record) and len(path) > 2)
    return next((path[2] for path in paths if dataset.places[path] == at), "")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}") from None
