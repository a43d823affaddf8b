"""A new series from a few answers: its name, one page about it, and its first event."""

from collections.abc import Mapping
from datetime import date

from dashboard import store
from dashboard.curation.drafts import Answers, Form, RefusedError, key_at, missing, suggested_id
from dashboard.curation.series import Record, Series, checked, event_id, files, weight_of, with_schemas
from dashboard.records.addresses import host_of
from dashboard.records.kinds import BY_FILE, EVENTS, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import ROLES
from dashboard.words.counting import capital, one_of
from dashboard.words.spelling import as_id, not_known, quoted

PARTS: Mapping[str, Form] = {
    "series": Form(BY_FILE[PROCESS], ("name", "summary"), ()),
    "event": Form(BY_FILE[EVENTS], ("title", "label", "kind", "start", "end", "city", "country"), ()),
    "source": Form(
        BY_FILE[SOURCES],
        ("url", "title", "publisher", "published", "language", "kind", "read"),
        ("title_en", "accessed"),
    ),
    "organizer": Form(BY_FILE[ORGANIZERS], ("name", "short_name", "kind", "country"), ()),
}
"""The questions about a new series, in this order: part → form. The organizer may be left out."""

ASKED = {
    "series": "The series",
    "event": "Its first event",
    "source": "A page with facts about this event",
    "organizer": "An organizer of this event",
}
"""Part → the heading of its questions."""

SAYS = "says"
"""The key of the answer about what the page says about the event."""
ROLE = "role"
"""The key of the answer about the role of the organizer at the event."""
MORE = {
    ("source", SAYS): "What the page says about the event, in a sentence of your own.",
    ("organizer", ROLE): f"What the organizer did. {capital(one_of(ROLES))}.",
}
"""Answers that are not fields of their records: part and key → the question."""


def lacking(answers: Mapping[str, Answers]) -> list[tuple[str, str]]:
    """Give part and key of each answer that is needed and missing."""
    needed = [part for part in PARTS if part != "organizer" or answers[part]]
    keys = [(part, key) for part in needed for key in missing(PARTS[part], answers[part])]
    return keys + ([("organizer", ROLE)] if answers["organizer"] and not answers["organizer"].get(ROLE) else [])


def objection(key: str, answer: str) -> str:
    """Say what is wrong with an answer that is not a field; empty if nothing is."""
    return not_known(answer, ROLE, ROLES) if key == ROLE and answer not in ROLES else ""


def begun(answers: Mapping[str, Answers], today: date) -> dict[str, bytes]:
    """Make the files of a series that passes the check: name → content.

    Raises
    ------
    RefusedError
        If the check finds an error in them. `key` then is the part and the key of the answer, such as `event start`.
    """
    plain = {part: _plain(answer) for part, answer in answers.items()}
    for part, form in PARTS.items():
        fields = {key: value for key, value in plain[part].items() if (part, key) not in MORE}
        for key, message in store.objections(form.kind.model, fields).items():
            if key in fields:
                raise RefusedError(message, f"{part} {key}")
    series = _series(plain, today)
    content = files(series, today)
    reading, problems = checked(content, today)
    for problem in problems:
        if problem.level == "error":
            file = next(file for file in BY_FILE if problem.path.endswith(f"/{file}"))
            part = next((part for part, form in PARTS.items() if form.kind.file == file), "")
            raise RefusedError(problem.message, f"{part} {key_at(reading, problem, file)}")
    return with_schemas(content, reading)


def _series(answers: Mapping[str, dict[str, str]], today: date) -> Series:
    page, event, organizer = (dict(answers[part]) for part in ("source", "event", "organizer"))
    says, role = page.pop(SAYS, ""), organizer.pop(ROLE, "")
    if role and role not in ROLES:
        raise RefusedError(not_known(role, "role", ROLES), f"organizer {ROLE}")
    source = _source_id(page)
    if "title" not in page:
        page.setdefault("title_en", f"Page of {host_of(page.get('url', '')) or page['publisher']}")
    name = event_id(event.get("start", ""), (event.get("city"), event.get("country"), event["label"]))
    kind = event["kind"]
    record: dict[str, object] = {"id": name, **event, "weight": weight_of(kind)}
    record |= {"edition": "1"} if kind == "conference" else {}
    organizers: list[Record] = []
    if organizer:
        key = as_id(organizer["short_name"]) or as_id(organizer["name"])
        if not key:
            message = (
                f"{quoted(organizer['short_name'])} has letters that no id can have; write a name in Latin letters"
            )
            raise RefusedError(message, "organizer short_name")
        organizers = [{"id": key, **organizer}]
        record["roles"] = [{"organizer": key, "role": role, "confidence": "single", "sources": [source]}]
    record["sources"] = [source]
    statements = [{"event": name, "text": says}] if says else []
    return Series(
        process={**answers["series"], "updated": today.isoformat(), "sources": [source]},
        events=[_in_order("event", record)],
        organizers=organizers,
        sources=[_in_order("source", {"id": source, **page, **({"says": statements} if statements else {})})],
        why="The series begins with this event.",
    )


def _source_id(page: Mapping[str, str]) -> str:
    """Make the id of the source: publisher and day, as far as they are known."""
    form = PARTS["source"]
    suggested = suggested_id(form, {**page})
    return suggested or as_id(page["publisher"]) or as_id(host_of(page.get("url", ""))) or "page"


def _in_order(part: str, record: Mapping[str, object]) -> Record:
    fields = PARTS[part].kind.model.model_fields
    return {key: record[key] for key in fields if record.get(key)}  # type: ignore[misc]  # texts and lists of them


def _plain(answers: Answers) -> dict[str, str]:
    flat = {key: " ".join(value.split()) for key, value in answers.items() if isinstance(value, str)}
    return {key: value for key, value in flat.items() if value}
