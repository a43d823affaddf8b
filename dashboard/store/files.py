"""Bytes → text, with a fault for whatever is not plain text. Only this module lists and reads the data files."""

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dashboard.records.kinds import BY_FILE
from dashboard.records.reading import KeyPath
from dashboard.words.catalogue import Message, say

RECORD_FILES = tuple(BY_FILE)
"""Names of the files with records, relative to the data folder; the articles are in a folder of their own."""

ARTICLES = "articles"
LIMIT = 20_000_000
"""The most bytes of one file of a data folder; with 10,000 events the largest file has half of that."""

LIMIT_OF_A_READER = 2_000_000
"""The most bytes of one file that a reader tries; all of `data/` together has about a sixth of that."""

MOST_TABS = 1_000
"""The most tabs that are reported of one file."""

FRESH = 2
"""Seconds after which a rewritten file gets another time on every file system; the clock of FAT is the coarsest."""

# What YAML 1.1 allows in a stream (section 5.1), without the byte order mark inside a text and the line ends that
# no editor shows.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class Fault(NamedTuple):
    """What is wrong at a place in a file; `path` leads from the top of the file to the value."""

    line: int
    column: int
    message: Message
    path: KeyPath = ()
    level: str = "error"


Files = Mapping[str, bytes | Message]
"""Name of each file in a data folder (`events.yaml`, `articles/<id>.md`) → its bytes, or why there are none."""

MISSING = say("file-missing")


def read_files(folder: Path) -> dict[str, bytes | Message]:
    """Read the files of a data folder: those of records, then the articles in the order of their names."""
    content = {name: _content(folder, name) for name in RECORD_FILES}
    try:
        articles = sorted(name for path in (folder / ARTICLES).iterdir() if is_data(name := f"{ARTICLES}/{path.name}"))
    except OSError:
        articles = []
    return content | {name: _content(folder, name) for name in articles}


def is_data(name: str) -> bool:
    """Tell whether a file is read, by its name relative to the data folder.

    Hidden files in the folder of the articles are not read: editors put locks and backups there.
    """
    folder, _, article = name.rpartition("/")
    return name in RECORD_FILES or (folder == ARTICLES and article.endswith(".md") and not article.startswith("."))


def article_file(event: str) -> str:
    """Give the name of the file that holds the article of an event."""
    return f"{ARTICLES}/{event}.md"


def articles_in(files: Files) -> dict[str, bytes | Message]:
    """Give the articles among files, by file name without folder and ending."""
    ends = len(ARTICLES) + 1, -len(".md")
    return {name[slice(*ends)]: content for name, content in files.items() if name.startswith(f"{ARTICLES}/")}


def stamp(folder: Path, over: Files | None = None) -> str:
    """Give twelve characters that change when the name or the content of any data file does.

    It reads every file, but parses none. A file that cannot be read counts as absent. A file in `over` replaces the
    file of that name.
    """
    digest = hashlib.blake2b(digest_size=6)
    for name, content in (read_files(folder) | dict(over or {})).items():
        if isinstance(content, bytes):
            # The length separates the end of a file from the beginning of the next.
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()


def glance(folder: Path) -> tuple[tuple[str, int, int, int, int], ...] | None:
    """Give what the file system knows about the data files, without reading them; it changes when a file changes.

    Each file has its name, inode, size in bytes, and the times of its content and its entry in nanoseconds. None if
    this is not reliable: if the clock of the file system is coarse, a file that was written less than `FRESH` seconds
    ago can be written again and keep its time.
    """
    paths: list[Path | os.DirEntry[str]] = [folder / name for name in RECORD_FILES]
    with contextlib.suppress(OSError), os.scandir(folder / ARTICLES) as entries:
        paths += [entry for entry in entries if is_data(f"{ARTICLES}/{entry.name}")]
    seen = []
    for path in paths:
        with contextlib.suppress(OSError):
            about = path.stat()
            seen.append((path.name, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns))
    if any(max(written, changed) > time.time_ns() - FRESH * 10**9 for *_, written, changed in seen):
        return None
    return tuple(sorted(seen))


def with_unix_ends(content: bytes) -> bytes:
    """Write the ends of lines of any system as `\\n`."""
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def read(content: bytes | Message, limit: int = LIMIT) -> tuple[str | None, list[Fault]]:
    """Read a text file: its text with `\n` at the ends of lines, or None if it must not be used.

    `limit` is the most bytes that it may have.
    """
    if isinstance(content, str):
        return None, [Fault(1, 1, content)]
    if len(content) > limit:
        return None, [Fault(1, 1, _too_long(limit))]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _lines(content[: error.start].decode("utf-8"))
        line, column = _place(before, len(before))
        return None, [Fault(line, column, say("file-not-utf-8", byte=f"{content[error.start]:02X}"))]
    faults: list[Fault] = []
    if text.startswith("\ufeff"):
        faults.append(Fault(1, 1, say("file-with-byte-order-mark")))
        text = text[1:]
    if "\r" in text:
        before = _lines(text[: text.index("\r")])
        faults.append(Fault(*_place(before, len(before)), say("file-with-windows-line-ends"), level="warning"))
    text = _lines(text)
    if unprintable := _UNPRINTABLE.search(text):
        line, column = _place(text, unprintable.start())
        message = say("character-unprintable", name=f"U+{ord(unprintable[0]):04X}")
        return None, [*faults, Fault(line, column, message)]
    return text, faults


def without_tabs(text: str) -> tuple[str | None, list[Fault]]:
    """Turn tabs between words into spaces; a tab that indents makes the whole file unreadable and gives None.

    YAML forbids tabs for indentation, and an editor shows tabs as spaces, so people do not see them. In an empty line
    or a note they do no harm.
    """
    if "\t" not in text:
        return text, []
    lines: list[str] = []
    faults: list[Fault] = []
    spoiled = False
    for number, line in enumerate(text.split("\n"), start=1):
        column = line.find("\t")
        words = line.strip(" \t")
        if column >= 0 and words and not words.startswith("#"):
            indents = not line[:column].strip(" ")
            spoiled = spoiled or indents
            if len(faults) < MOST_TABS:
                faults.append(Fault(number, column + 1, say("tab-indents" if indents else "tab")))
        lines.append(line.replace("\t", " ") if words else "")
    return None if spoiled else "\n".join(lines), faults


def _content(folder: Path, name: str) -> bytes | Message:
    """Give the bytes of a file of a data folder, or a message that says why there are none."""
    path = folder / name
    try:
        if path.is_dir():
            return say("file-is-folder")
        if not path.exists():
            return say("file-is-broken-link") if path.is_symlink() else MISSING
        # Reading a pipe or a device could wait for ever.
        if not path.is_file():
            return say("file-is-no-text-file")
        if _is_outside(path, folder):
            return say("file-is-link-to-outside")
        with path.open("rb") as file:
            # A sparse file of a gigabyte takes no room on the disk, but would take it in memory.
            if os.fstat(file.fileno()).st_size > LIMIT:
                return _too_long(LIMIT)
            return file.read(LIMIT + 1)  # the file may have grown since
    except OSError as error:
        return say("file-not-readable", why=error.strerror)


def _too_long(limit: int) -> Message:
    return say("file-too-long", limit=f"{limit:,}")


def _is_outside(path: Path, folder: Path) -> bool:
    """Tell whether links lead from a data folder to a file outside it, which nobody meant to publish.

    The folder itself may be a link. Only links are resolved: with 10,000 articles, that would take long.
    """
    if not (path.is_symlink() or path.parent.is_symlink()):
        return False
    return not path.resolve().is_relative_to(folder.resolve())


def _lines(text: str) -> str:
    """Write the ends of lines of any system as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
