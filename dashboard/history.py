"""Git revisions → the data files as they were; the only room that runs git."""

import os
import re
import subprocess
from pathlib import Path

from dashboard.spelling import one_line, quoted
from dashboard.store import RECORD_FILES, found

_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
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
    _hold(folder)
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except HistoryError:
        raise HistoryError(
            f"{quoted(revision)} is neither a folder nor a revision that git knows in {folder}"
        ) from None
    commit = commit.decode().strip()
    names = os.fsdecode(_git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", ".")).split("\0")
    wanted = sorted(name for name in names if name in RECORD_FILES or _ARTICLE.fullmatch(name))
    return {name: _git(folder, "show", f"{commit}:./{name}") for name in wanted}


def previous(folder: Path) -> tuple[str, dict[str, bytes]] | None:
    """Give the newest commit whose data files differ from those in the folder, and these; None where there is none.

    Raises
    ------
    HistoryError
        Where git refuses, or the history was cut off, as in a shallow clone, so that it cannot tell.
    """
    try:
        _hold(folder)
    except _NoRepositoryError:
        return None
    now = {name: content for name, content in found(folder).items() if isinstance(content, bytes)}
    for commit in _touching(folder):
        if (then := files(folder, commit)) != now:
            return commit, then
    if _git(folder, "rev-parse", "--is-shallow-repository") == b"true\n":
        raise HistoryError(
            "the history here ends before the data was last changed; fetch the whole of it with "
            '"git fetch --unshallow" (on GitHub: fetch-depth: 0), or name what to compare with'
        )
    return None


class _NoRepositoryError(HistoryError):
    """The folder is in no repository."""


def _hold(folder: Path) -> None:
    """Make sure that the folder is in a repository which git lets us read."""
    _git(folder, "rev-parse", "--is-inside-work-tree")


def _touching(folder: Path) -> list[str]:
    # A repository without a commit has no history, which git calls an error.
    if not _git(folder, "rev-list", "--all", "--max-count=1"):
        return []
    return _git(folder, "log", "--format=%H", "--", *RECORD_FILES, "articles").decode().split()


def _git(folder: Path, *words: str) -> bytes:
    """Run git in a folder, and give what it says."""
    # A hook of another git command names its own repository in the environment.
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    try:
        done = subprocess.run(
            ["git", *words], cwd=folder, env=kept | {"LC_ALL": "C"}, capture_output=True, timeout=60, check=True
        )
    except FileNotFoundError:
        raise HistoryError("git is not installed; install it, or compare two folders") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryError(f"git cannot be run: {error}") from None
    except subprocess.CalledProcessError as error:
        said = one_line(error.stderr.decode(errors="replace"), 300)
        kind = _NoRepositoryError if "not a git repository" in said else HistoryError
        raise kind(f"git refuses: {said}") from None
    return done.stdout
