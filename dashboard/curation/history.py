"""Git revisions → the data files as they were; the only room that runs git.

It asks `rev-parse`, `rev-list`, `ls-tree` and `cat-file`, whose answers no personal setting of git changes.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dashboard.records.kinds import CHANGES
from dashboard.store import ARTICLES, MISSING, Files, is_data, read_files, with_unix_ends
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import one_line, quoted

_OF_ANOTHER = (
    *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR"),
    *("GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"),
    *("GIT_SHALLOW_FILE", "GIT_WORK_TREE"),
)
"""Variables of another repository, which a hook of git sets; they are removed."""

_OURS = {
    "LC_ALL": "C",  # messages in English
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",  # the data may be mounted into the repository
    "GIT_GRAFT_FILE": os.devnull,  # the history as it was committed
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",  # git must not ask for a password
}
_LINK = "120000"
_TIMEOUT = 60

_AT_ONCE = 200
"""Commits that are looked up together: the wanted one is mostly among the newest."""


class HistoryError(Exception):
    """Git cannot give the history; the message says why, and what to do."""


class NoRepositoryError(HistoryError):
    """The folder is in no repository: there is no history at all."""


class _Place(NamedTuple):
    """Where git has the folder: git runs `inside`, and `path` leads from the top of the repository to the folder."""

    inside: Path
    path: str


def files(folder: Path, revision: str) -> dict[str, bytes | Message]:
    """Give the data files of a folder as they were at a revision; what was not there then is left out.

    Raises
    ------
    HistoryError
        If git, the folder or the revision cannot be read.
    """
    places = _places(folder)
    commits = [(place, commit) for place in places if (commit := _commit(place.inside, revision))]
    if not commits:
        raise HistoryError(f"{quoted(revision)} is neither a folder nor a revision that git knows in {folder}")
    return next(filter(None, (_files(*at) for at in commits)), {})


def earlier(folder: Path) -> Iterator[tuple[str, dict[str, bytes | Message]]]:
    """Give the earlier states that differ from the data files in the folder, newest first, each with its commit.

    It goes back to the last tag, but always to one state that differs. States without a list of changes are skipped,
    except the newest that differs. Line endings make no difference.

    Raises
    ------
    NoRepositoryError
        If there is no repository.
    HistoryError
        If git refuses or has none of the files, or if the history is too short to have another state, as in a shallow
        clone.
    """
    places = _places(folder)
    begun = [place for place in places if _commit(place.inside, "HEAD")]
    if not begun:
        if any(_git(place.inside, "rev-list", "--all", "--max-count=1") for place in places):
            raise HistoryError("nothing is committed on this branch; name what to compare with")
        return
    if not any(_files(place, "HEAD") for place in begun):
        raise HistoryError(f"git has none of the files in {folder}; commit them, or name what to compare with")
    now = _comparable(read_files(folder))
    any_differs = False
    for place in begun:
        for state in _differing(place, now):
            any_differs = True
            yield state
    shallow = any(_git(place.inside, "rev-parse", "--is-shallow-repository") == b"true\n" for place in begun)
    if shallow and not any_differs:
        raise HistoryError(
            "the history here ends before the data was last changed; fetch the whole of it with "
            '"git fetch --unshallow" (on GitHub: fetch-depth: 0), or name what to compare with'
        )


def _differing(place: _Place, now: dict[str, bytes | Message]) -> Iterator[tuple[str, dict[str, bytes | Message]]]:
    """Give the states that a place had before, as `earlier` does."""
    tagged = set(_git(place.inside, "rev-list", "--no-walk", "--tags").decode().split())
    seen: set[str] = set()
    any_differs = False
    for commit, tree in _trees(place, _git(place.inside, "rev-list", "HEAD").decode().split()):
        if tree and tree not in seen:
            seen.add(tree)
            then = _files(place, commit)
            looked_for = CHANGES in then or not any_differs
            if then and looked_for and _comparable(then) != now:
                any_differs = True
                yield commit, then
        if any_differs and commit in tagged:
            return


def _places(folder: Path) -> list[_Place]:
    """Find where git has a folder.

    A link has two places: its target, and its own path, which may have been a folder before.
    """
    named = Path(os.path.abspath(folder))
    places, missing = [], None
    try:
        places.append(_Place(folder, _top(folder).rstrip("/")))
    except NoRepositoryError as error:
        missing = error
    if named.is_symlink():
        with suppress(NoRepositoryError):
            places.append(_Place(named.parent, _top(named.parent) + named.name))
    if missing and not places:
        raise missing
    return places


def _top(inside: Path) -> str:
    """Give the path from the top of the repository to a folder, empty or with a slash at its end."""
    return os.fsdecode(_git(inside, "rev-parse", "--show-prefix")).removesuffix("\n")


def _commit(inside: Path, revision: str) -> str:
    """Give the full name of a commit, empty if there is no such revision."""
    try:
        commit = f"{revision}^{{commit}}"
        return _git(inside, "rev-parse", "--verify", "--quiet", "--end-of-options", commit).decode().strip()
    except HistoryError:
        return ""


def _trees(place: _Place, commits: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give for each commit the tree of the folder, empty if it was not a folder then."""
    for start in range(0, len(commits), _AT_ONCE):
        some = commits[start : start + _AT_ONCE]
        trees = _objects(place.inside, [f"{commit}:{place.path}" for commit in some], with_content=False)
        for commit, tree in zip(some, trees, strict=True):
            yield commit, tree.name if tree.kind == "tree" else ""


def _files(place: _Place, commit: str) -> dict[str, bytes | Message]:
    """Give the data files of a place at a commit; none if it was not a folder then."""
    top = f"{commit}:{place.path}/" if place.path else f"{commit}:"
    wanted: dict[str, str] = {}
    for below in ("", f"{ARTICLES}/"):
        folder = next(_objects(place.inside, [(top + below).removesuffix("/")], with_content=False))
        if folder.kind == "tree":
            wanted |= {
                below + name: object_ if mode != _LINK or "\n" in name else top + below + name
                for name, mode, object_ in _listed(place.inside, folder.name)
                if is_data(below + name)
            }
        elif not below:
            return {}
        elif folder.kind != "missing":
            raise HistoryError(
                f"{ARTICLES} was a link at {commit[:12]} that git cannot follow; compare with another state"
            )
    contents = _objects(place.inside, wanted.values(), with_content=True)
    return {name: _content(name, blob, commit) for name, blob in zip(wanted, contents, strict=True)}


def _content(name: str, blob: "_Object", commit: str) -> bytes | Message:
    if blob.kind == "missing":
        raise HistoryError(f"git lacks {name} as it was at {commit[:12]}; fetch it, or name what to compare with")
    return blob.content if blob.kind == "blob" else say("file-is-no-text-file")


def _listed(inside: Path, tree: str) -> Iterator[tuple[str, str, str]]:
    """Give name, mode and object of each entry of a tree."""
    for entry in os.fsdecode(_git(inside, "ls-tree", "-z", "--full-tree", tree)).split("\0")[:-1]:
        about, _, name = entry.partition("\t")
        mode, _, object_ = about.split(" ")
        yield name, mode, object_


class _Object(NamedTuple):
    """What git has under a name: its kind is `blob`, `tree`, `missing`, or a word for a link that leads nowhere."""

    kind: str
    name: str = ""
    content: bytes = b""


def _objects(inside: Path, names: Iterable[str], *, with_content: bool) -> Iterator[_Object]:
    """Look up objects, each by its own name or as `commit:path`; links inside the repository are followed."""
    lines = "".join(f"{name}\n" for name in names)
    how = "--batch" if with_content else "--batch-check"
    output = _git(inside, "cat-file", how, "--follow-symlinks", given=os.fsencode(lines)) if lines else b""
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        words, at = os.fsdecode(output[at:end]).split(" "), end + 1
        if words[-1] == "missing":
            yield _Object("missing")
        elif len(words) == 2:
            at += int(words[1]) + 1  # where a link leads
            yield _Object(words[0])
        else:
            name, kind, size = words
            content = output[at : at + int(size)] if with_content else b""
            at += int(size) + 1 if with_content else 0
            yield _Object(kind, name, content)


def _comparable(files: Files) -> dict[str, bytes | Message]:
    """Leave out missing files and how lines end, because git may change line ends in each checkout."""
    return {
        name: with_unix_ends(content) if isinstance(content, bytes) else content
        for name, content in files.items()
        if content != MISSING
    }


def _git(inside: Path, *words: str, given: bytes | None = None) -> bytes:
    """Run git in a folder, and give its output."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER} | _OURS
    try:
        done = subprocess.run(
            ["git", "--no-pager", *words],
            cwd=inside, env=environment, input=given, stdin=None if given else subprocess.DEVNULL,
            capture_output=True, timeout=_TIMEOUT, check=True,
        )  # fmt: skip
    except FileNotFoundError:
        raise HistoryError("git is not installed; install it, or compare two folders") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryError(f"git cannot be run: {error}") from None
    except subprocess.CalledProcessError as error:
        raise _refused(inside, one_line(error.stderr.decode(errors="replace"), 400)) from None
    return done.stdout


def _refused(inside: Path, complaint: str) -> HistoryError:
    """Word why git gave no answer."""
    if "dubious ownership" in complaint:
        owned = complaint.rpartition("safe.directory ")[2]
        return HistoryError(
            "git does not read this repository, because it belongs to another user; to allow it, run: "
            f"git config --global --add safe.directory {owned}"
        )
    if "not a git repository" not in complaint:
        return HistoryError(f"git refuses: {complaint}")
    here = inside.resolve()
    for above in (here, *here.parents):
        if (above / ".git").exists():
            return HistoryError(f"git cannot read {above / '.git'}: {complaint}")
    return NoRepositoryError(f"{inside} is in no git repository")
