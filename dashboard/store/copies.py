"""Tells by the names of files which are copies, as file managers, browsers and editors make them, or are misspelt."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from dashboard.records.ids import ID
from dashboard.records.kinds import BY_FILE, ENDING, ENDINGS
from dashboard.store.files import ARTICLES, articles_in, read_files
from dashboard.words.spelling import slips

_COPY = {
    *("copy", "copies", "copie", "copia", "cópia", "kopie", "kopia", "kopya", "kopi"),
    *("копия", "копии", "копія", "нусха", "نسخة"),
    *("conflict", "conflicted", "sfconflict", "conflit", "konflikt", "конфликт", "backup", "bak", "orig"),
}
"""Words that no event is called. A name that could be an id counts as a copy only with one of them."""

_ALSO = {"old", "original", "alt", "local", "remote", "base", "tmp", "temp", "sicherung"}
"""Other words in the names of copies; git calls the sides of a merge `events_LOCAL_1234.yaml`."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(\(\d{1,3}\)|[\s_]\d{1,2}|\.~\d+~)")


class Copy(NamedTuple):
    """A copy of a file: the name of its original, and whether the name makes it certain."""

    original: str
    sure: bool


def copied(stems: Iterable[str], events: Collection[str] | None) -> dict[str, Copy]:
    """Give the articles that are copies of others, by the names of the files without `.md`.

    `events` are the ids of all events, None if they are not known. A name that is an id, or may be one, is no copy.
    """
    stems = list(stems)
    originals = [stem for stem in stems if ID.fullmatch(stem)]
    made = {}
    for stem in stems:
        like_an_id = ID.fullmatch(stem) is not None
        if like_an_id and (events is None or stem in events):
            continue
        copy = _copy(stem, [original for original in originals if original != stem])
        if copy and (copy.sure or not like_an_id):
            made[stem] = copy
    return made


def copies(folder: Path, events: Collection[str] | None) -> dict[str, Copy]:
    """Give the files of a data folder that are copies, by name, relative to the folder, each with its original."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        names = []
    originals = [kind.stem for kind in BY_FILE.values()]
    made = {}
    for name in names:
        stem, ending = os.path.splitext(name)
        if ending in ENDINGS and not name.startswith(".") and name not in BY_FILE:
            copy = _copy(stem, originals)
            if copy and copy.sure:
                made[name] = Copy(f"{copy.original}{ENDING}", True)
    articles = copied(articles_in(read_files(folder)), events)
    return made | {f"{ARTICLES}/{stem}.md": Copy(f"{copy.original}.md", copy.sure) for stem, copy in articles.items()}


def misnamed(folder: Path) -> dict[str, str]:
    """Give the files of a data folder that are not read because their names are misspelt, with the right names.

    A right name is given to one of them at most, and only if no file has it. Copies are left out.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return {}
    copied = copies(folder, None)
    lacking = {kind.stem: kind.file for kind in BY_FILE.values() if kind.file not in names}
    meant = {}
    for name in names:
        stem, ending = os.path.splitext(name)
        if ending.lower() in ENDINGS and name not in BY_FILE and name not in copied:
            near = slips(stem, lacking)
            if len(near) == 1:
                meant[name] = lacking.pop(near[0])
    return meant


def _copy(name: str, originals: Iterable[str]) -> Copy | None:
    """Find the longest original whose name is part of this one, and judge by the rest of the name."""
    flat = unicodedata.normalize("NFC", name).casefold()
    for original in sorted(originals, key=len, reverse=True):
        known = original.casefold()
        if known in flat and (around := re.search(rf"(?<![a-z0-9]){re.escape(known)}(?![a-z0-9])", flat)):
            rest = f"{flat[: around.start()]}|{flat[around.end() :]}"
            return Copy(original, _says_copy(rest, exact=ID.fullmatch(name) is not None))
    return None


def _says_copy(rest: str, exact: bool) -> bool:
    """Tell whether the text added to a name says that it is a copy; with `exact`, every added word must say so."""
    words = set(_WORD.findall(rest)) - {"of", "md", "yaml", "sync"}
    if exact:
        return bool(words) and words <= _COPY
    return bool(words & (_COPY | _ALSO)) or (not words and _NUMBER.search(rest) is not None)
