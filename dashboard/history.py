"""Git revisions → the data files as they were; the only room that runs git."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from dashboard.spelling import quoted
from dashboard.store import RECORD_FILES, found

_ARTICLE = re.compile(r"articles/[^/]+\.md")


class HistoryError(Exception):
    """The history cannot tell; the message says why, and what to do."""


def files(folder: Path, revision: str) -> dict[str, bytes]:
    """Give the data files of a folder as they were at a revision; what was not there then is left out.

    Raises
    ------
    HistoryError
        Where git, the folder or the revision cannot be read.
    """
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise HistoryError(f"{quoted(revision)} is neither a folder nor a revision that git knows in {folder}")
    commit = commit.decode().strip()
    names = (_git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", ".") or b"").decode().split("\0")
    wanted = sorted(name for name in names if name in RECORD_FILES or _ARTICLE.fullmatch(name))
    return {name: _git(folder, "show", f"{commit}:./{name}") or b"" for name in wanted}


def previous(folder: Path) -> str | None:
    """Give the newest commit whose data files differ from those in the folder; None where there is none to compare.

    Raises
    ------
    HistoryError
        Where the history was cut off, as in a shallow clone, so that it cannot tell.
    """
    if _git(folder, "rev-parse", "--is-inside-work-tree") is None:
        return None
    now = {name: content for name, content in found(folder).items() if isinstance(content, bytes)}
    for commit in _touching(folder):
        if files(folder, commit) != now:
            return commit
    if _git(folder, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise HistoryError(
            "the history here ends before the data was last changed; fetch the whole of it with "
            '"git fetch --unshallow" (on GitHub: fetch-depth: 0), or name what to compare with'
        )
    return None


def _touching(folder: Path) -> Iterator[str]:
    listed = _git(folder, "log", "--format=%H", "--", *RECORD_FILES, "articles")
    yield from (listed or b"").decode().split()


def _git(folder: Path, *words: str) -> bytes | None:
    """Run git in a folder, and give what it says; None where it refuses."""
    try:
        # Hooks of another git command may have named a repository in the environment.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(["git", *words], cwd=folder, env=kept, capture_output=True, timeout=60)
    except FileNotFoundError:
        raise HistoryError("git is not installed; install it, or compare two folders") from None
    return done.stdout if done.returncode == 0 else None
