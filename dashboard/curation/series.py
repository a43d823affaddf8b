"""A new data folder: all its files with comments, checked before anything is written."""

import json
import tempfile
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard import checks, store
from dashboard.curation import schema
from dashboard.records.kinds import BY_FILE, CHANGES, DISPUTES, EVENTS, MIRRORS, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import Problem
from dashboard.records.reading import Reading
from dashboard.words.spelling import as_id

Record = Mapping[str, str | Sequence[str] | Sequence[Mapping[str, object]]]
"""A record as it is written: keys in the order of the file, and texts."""

_COMMENTS = {
    PROCESS: "The series as a whole. Set updated to the day of each change. Add covered_until, the day up to which you "
    "searched for events, and licence, with its name and url, if you publish the data under one.",
    EVENTS: "Every event, in order of the first day, the undated last. `python -m dashboard new event` adds one. Leave "
    "out what is not known, with its key.",
    ORGANIZERS: "Every state and organization with a role at an event. `python -m dashboard new organizer` adds one.",
    SOURCES: "Every page with facts about the events. `python -m dashboard new source` adds one. Write under says what "
    "the page says about each event.",
    DISPUTES: "Questions on which sources disagree. A record has id, event, question, two or more claims with says and "
    "sources, and shown. [] says that there is none; delete it when you write the first.",
    MIRRORS: "Hosts with copies of other publishers' pages; the dashboard never links to them. A record has host and "
    "why. [] says that there is none; delete it when you write the first.",
    CHANGES: "What was added, corrected and withdrawn, when and why; the newest entry comes last. Entries stay as they "
    "are. `python -m dashboard diff --guard` writes the entry that is missing.",
}
"""File → the comment at its top, below the line for editors."""
_WEIGHT_OF_KIND = {"conference": "main", "context": "related"}
_LONGEST_ID = 60
_FIELDS = "data/README.md of the dashboard explains every field; `python -m dashboard check` finds mistakes."


class FolderError(Exception):
    """A folder cannot take a new series; the message says why, and what to do."""


@dataclass(frozen=True)
class Series:
    """The records of a new series, as they are written, and the reason for its list of changes."""

    process: Record
    events: Sequence[Record]
    organizers: Sequence[Record]
    sources: Sequence[Record]
    why: str


def files(series: Series, today: date) -> dict[str, bytes]:
    """Write the files of a data folder: name → content."""
    lists = {EVENTS: series.events, ORGANIZERS: series.organizers, SOURCES: series.sources}
    added = {BY_FILE[file].key: [str(record["id"]) for record in records] for file, records in lists.items() if records}
    change: Record = {"on": today.isoformat(), "what": "added", **added, "process": "true", "why": series.why}
    content: dict[str, Record | Sequence[Record]] = {
        PROCESS: series.process,
        **lists,
        DISPUTES: [],
        MIRRORS: [],
        CHANGES: [change],
    }
    return {file: store.whole(_comment(file), records) for file, records in content.items()}


def weight_of(kind: str) -> str:
    """Give the weight of an event when only its kind is known: the one that the check requires, else secondary."""
    return _WEIGHT_OF_KIND.get(kind, "secondary")


def event_id(start: str, names: Iterable[str | None]) -> str:
    """Make the id of an event: its year, and the first of its names that fits into an id; else its day."""
    year = start[:4] or "undated"
    slug = next((slug for name in names if (slug := as_id(name or ""))), "").removesuffix(f"-{year}")
    return f"{year}-{slug}"[:_LONGEST_ID].rstrip("-") if slug else start.rstrip("~") or f"{year}-event"


def checked(files: Mapping[str, bytes], today: date) -> tuple[Reading, tuple[Problem, ...]]:
    """Check files as those of one data folder."""
    with tempfile.TemporaryDirectory() as name:
        for file, content in files.items():
            (Path(name) / file).write_bytes(content)
        return checks.read(Path(name), today=today)


def free(folder: Path) -> None:
    """Make sure that a folder can take a new series: it does not exist, or is empty.

    Raises
    ------
    FolderError
        If something is there already.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise FolderError(f"{folder} is not empty; name a new folder")
        if folder.exists() and not folder.is_dir():
            raise FolderError(f"{folder} is a file; name a new folder")
    except OSError as error:
        raise FolderError(f"{folder} cannot be read: {error.strerror}; name another folder") from None


def with_schemas(files: Mapping[str, bytes], reading: Reading) -> dict[str, bytes]:
    """Add the schemas for editors; `reading` is the reading of these files."""
    schemas = schema.schemas(reading).items()
    return {**files} | {
        f"schema/{name}.json": f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
        for name, content in schemas
    }


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a new data folder. If one cannot be written, the others are deleted.

    Raises
    ------
    FolderError
        If something is there already, or cannot be written.
    """
    free(folder)
    paths = [folder / name for name in files]
    try:
        for name in ("articles", "schema"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
    except OSError as error:
        for path in paths:
            with suppress(OSError):
                path.unlink()
        for path in (folder / "articles", folder / "schema", folder):
            with suppress(OSError):
                path.rmdir()
        raise FolderError(f"{error.filename or folder} cannot be written: {error.strerror}") from None


def _comment(file: str) -> str:
    paragraphs = (f"yaml-language-server: $schema=schema/{BY_FILE[file].stem}.json", _COMMENTS[file], _FIELDS)
    return "\n".join(textwrap.fill(paragraph, 116) for paragraph in paragraphs)
