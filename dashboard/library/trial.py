"""A change as it would be if it were published. It is in memory, for readers with its token, until it is discarded."""

import re
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import PurePath
from weakref import WeakValueDictionary

from dashboard import checks, library, store
from dashboard.curation import guard
from dashboard.curation.diff import Difference, differences
from dashboard.library import Library, Snapshot
from dashboard.records.ids import ID
from dashboard.records.kinds import BY_FILE, ENDINGS, LASTING
from dashboard.records.model import Problem
from dashboard.records.succession import living
from dashboard.words.spelling import any_of, as_id, quoted, slips

MOST = 2_000_000
"""Bytes of all files of one trial together."""

MOST_AT_ONCE = 50
"""Trials that one server holds at a time. A further trial ends the oldest."""

_COPY = re.compile(r"\s*\(\d+\)$")


class RefusedError(Exception):
    """What was given cannot be tried; the message says why, and what to do."""


@dataclass(frozen=True, eq=False)
class Trial:
    """Files that replace those of the data folder, and the result.

    Attributes
    ----------
    files
        Name of the data file (`events.yaml`, `articles/<id>.md`) → its bytes, just as they were given.
    snapshot
        What the page shows of it.
    differences
        How it differs from the published data, without the files in `unread`, which cannot be read.
    brought
        The problems that the published data does not have.
    lost
        What it takes from the published data without a trace.
    entries
        The entries that the list of changes still lacks, as YAML with the reasons left open.
    left_out
        Names of the records that the page leaves out until they are corrected.
    texts
        Name of each data file → its text, for showing the line of a problem.
    token
        Opens the trial to the routes, and cannot be guessed.
    """

    files: Mapping[str, bytes]
    snapshot: Snapshot
    differences: tuple[Difference, ...]
    unread: tuple[str, ...] = ()
    brought: frozenset[Problem] = frozenset()
    lost: tuple[Problem, ...] = ()
    entries: str = ""
    left_out: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def shown(self) -> bool:
        """Tell whether the page can show it: some event can be read."""
        return bool(self.snapshot.dataset.events)


class Trials:
    """The open trials, by token, the oldest first. A trial is closed when no session holds it any longer."""

    def __init__(self) -> None:
        self._open: WeakValueDictionary[str, Trial] = WeakValueDictionary()

    def start(self, published: Library, files: Mapping[str, bytes], instead: Trial | None = None) -> Trial:
        """Try files that replace published ones; nothing is written anywhere.

        `instead` is the trial of the same reader that this one replaces. If too many trials are open, the oldest ends.

        Raises
        ------
        RefusedError
            The files are too large.
        """
        size = sum(map(len, files.values()))
        if size > MOST:
            raise RefusedError(f"together the files have {size:,} bytes, more than {MOST:,}; try fewer at a time")
        made = _trial(published, files)
        if instead is not None:
            self._open.pop(instead.token, None)
        for token in list(self._open)[: max(len(self._open) - MOST_AT_ONCE + 1, 0)]:
            self._open.pop(token, None)
        self._open[made.token] = made
        return made

    @property
    def number(self) -> int:
        """How many trials are open."""
        return len(self._open)

    def find(self, token: str) -> Trial | None:
        """Give the trial of a token, or None if it has ended, or never was."""
        return self._open.get(token)


@cache
def shared() -> Trials:
    """Give the trials of this process: the page's script and the routes know the same."""
    return Trials()


def texts(files: store.Files) -> dict[str, str]:
    """Give the text of each file as the lines of problems count it, even if it is not valid text."""
    return {name: _text(content) for name, content in files.items()}


def is_file(name: str) -> bool:
    """Tell whether a name is that of a data file: of one with records, or of an article."""
    return name in BY_FILE or (
        name == store.article_file(PurePath(name).stem) and ID.fullmatch(PurePath(name).stem) is not None
    )


def file_for(name: str, events: Iterable[str]) -> str:
    """Give the data file that is meant by the name of a dropped file: `events (1).yaml` is `events.yaml`.

    Raises
    ------
    RefusedError
        If none is meant.
    """
    path = PurePath(name.replace("\\", "/"))
    stem = _COPY.sub("", path.stem)
    if path.suffix.lower() in ENDINGS:
        known = {kind.key: file for file, kind in BY_FILE.items()}
        if stem.lower() in known:
            return known[stem.lower()]
        meant = [known[key] for key in slips(stem, known)]
        advice = f"if you meant {any_of(meant)}, name it so; else name it" if meant else "name it"
        raise RefusedError(
            f"{quoted(name)} is not one of the data files; {advice} after one of these: {', '.join(BY_FILE)}"
        )
    if path.suffix.lower() == ".md":
        if ID.fullmatch(stem):
            return store.article_file(stem)
        slug = as_id(stem)
        meant = [f"{event}.md" for event in slips(slug, events)]
        advice = f"if that is its event, name it {any_of(meant)}" if meant else "name it <id of its event>.md"
        advice = f"name it {slug}.md" if meant == [f"{slug}.md"] else advice
        raise RefusedError(f"{quoted(name)} is not named after an event; {advice}")
    raise RefusedError(f"{quoted(name)} is neither YAML nor Markdown; name it events.yaml, or <id of an event>.md")


def edited(files: store.Files, name: str, text: str) -> bytes:
    """Give the bytes of a file after an edit: the same bytes if nothing changed, else with the line ends of the file.

    Raises
    ------
    RefusedError
        If the file is not text, because what cannot be shown would be lost.
    """
    before = files.get(name, b"")
    content = before if isinstance(before, bytes) else b""
    if text == _text(content):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(
            f"{name} is not UTF-8 and cannot be edited here; save it with the encoding UTF-8, and drop it again"
        ) from None
    return (text.replace("\n", "\r\n") if b"\r\n" in content else text).encode()


def archive(files: Mapping[str, bytes], process: str) -> tuple[str, bytes]:
    """Give the files of a trial to take away, and the name for that: one as it is, several in a ZIP archive.

    `process` is the id of the process, which begins the name of the archive.
    """
    if len(files) == 1:
        ((name, content),) = files.items()
        return PurePath(name).name, content
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in sorted(files.items()):
            # A fixed day, so that the same files give the same archive.
            packed.writestr(zipfile.ZipInfo(f"data/{name}", (2018, 5, 3, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return f"{process}-trial.zip", buffer.getvalue()


def _trial(published: Library, files: Mapping[str, bytes]) -> Trial:
    folder = published.folder
    snapshot = library.read(folder, store.stamp(folder, files), files, today=date.today())
    before = store.read_files(folder)
    old, new = store.contents(before), store.contents(before | dict(files))
    brought = checks.brought(published.settled().problems, snapshot.problems)
    changed = differences(old, new)
    return Trial(
        dict(files), snapshot, changed, new.broken, frozenset(brought),
        lost=guard.lost(old, new, folder.name), entries=guard.entries(old, new, date.today()),
        left_out=tuple(_left_out(snapshot, new)), texts=texts(before | dict(files)),
    )  # fmt: skip


def _left_out(snapshot: Snapshot, new: store.Contents) -> Iterator[str]:
    """Name the records that are in the files and not withdrawn, yet not among those that are shown."""
    for (file, record), value in new.records.items():
        if file in LASTING and not value.get("withdrawn") and record not in living(snapshot.dataset, file):
            label = value.get("label")
            yield label if isinstance(label, str) else record


def _text(content: bytes | str) -> str:
    if isinstance(content, str):
        return ""
    text = content[: store.LIMIT].decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
