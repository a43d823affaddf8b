"""The files of an edition, and the folder that they are written into: whole, or not at all."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from dashboard.look import captions
from dashboard.publish import api, downloads, explore, found, pages, records, worker
from dashboard.publish.edition import Edition, File
from dashboard.words.counting import listed_first
from dashboard.words.spelling import quoted

LIST = "edition.json"
"""The file that says what the folder holds. Only files that it names are ever replaced."""

MAKERS: tuple[Callable[[Edition], Iterator[File]], ...] = (
    explore.files,
    pages.files,
    records.files,
    downloads.files,
    api.files,
    found.files,
)
"""What gives the files of an edition, apart from the worker and the list, which look at all others."""

_MOST_NAMED = 3
_WORK = ".edition-"


class OccupiedError(Exception):
    """The folder has files that are not from an edition; the message is one line that says what to do."""


class SamePathError(Exception):
    """Two pages would have one file, such as the list of sources and a source with the id `index`."""


def contents(edition: Edition) -> Iterator[File]:
    """Give all files except the worker and the list; two runs on the same data give the same bytes."""
    for make in MAKERS:
        yield from make(edition)


def files(edition: Edition) -> Iterator[File]:
    """Give all files of a folder."""
    made: list[File] = []
    for file in contents(edition):
        made.append(file)
        yield file
    for file in worker.files(edition, made):
        made.append(file)
        yield file
    yield LIST, _list(edition, made)


def write(folder: Path, files: Iterator[File]) -> int:
    """Write files into a folder, and give their number. What an earlier edition left there is replaced.

    They are written into a hidden folder inside it. When all are there, they replace the old ones. So readers
    do not see half an edition, and the folder may be one that cannot be moved, such as a volume of a container.

    Raises
    ------
    OccupiedError
        The folder holds files that no edition has written. Nothing is changed then.
    SamePathError
        Two of the files have one path. Nothing is changed then.
    OSError
        A file cannot be written. What was there stays.
    """
    folder = folder.resolve()
    refuse_strange(folder)
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    for unfinished in folder.glob(f"{_WORK}*"):
        shutil.rmtree(unfinished)  # of a run that was ended
    work = Path(tempfile.mkdtemp(prefix=_WORK, dir=folder))
    fresh, old = work / "new", work / "old"
    try:
        number = 0
        for path, content in files:
            target = fresh / path
            if target.exists():
                raise SamePathError(f"two pages of the edition would be {path}; rename the id {quoted(target.stem)}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            number += 1
        refuse_strange(folder)  # somebody may have put a file there in the meantime
        old.mkdir()
        try:
            _move([path for path in folder.iterdir() if path != work], old)
            _move(fresh.iterdir(), folder)
        except OSError:
            _move([path for path in folder.iterdir() if path != work and (old / path.name).exists()], fresh)
            _move(old.iterdir(), folder)
            raise
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
    shutil.rmtree(work, ignore_errors=True)
    return number


def _move(paths: Iterable[Path], folder: Path) -> None:
    """Move files into a folder, the first page last."""
    for path in sorted(paths, key=lambda path: path.name == "index.html"):
        path.rename(folder / path.name)


def refuse_strange(folder: Path) -> None:
    """Raise `OccupiedError` if a folder holds anything that no edition has written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OccupiedError(f"{folder} is a file; name a folder, or add --single-file")
    there = [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]
    names = sorted(path.relative_to(folder).as_posix() for path in there)
    known = _known(folder)
    strange = [name for name in names if name not in known and not name.startswith(_WORK)]
    if strange:
        named = listed_first([*map(quoted, strange)], _MOST_NAMED)
        raise OccupiedError(
            f"{folder} has files that are not from an edition: {named}; name an empty folder, or move them away"
        )


def _known(folder: Path) -> set[str]:
    """Give the paths of the files that an earlier edition has written there."""
    try:
        content = json.loads((folder / LIST).read_bytes())
        return {LIST, *map(str, content["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _list(edition: Edition, made: Sequence[File]) -> bytes:
    content = {
        "software": captions.software(edition.snapshot.dataset),
        "process": edition.snapshot.dataset.process_name,
        "version": edition.snapshot.stamp,
        "files": {path: hashlib.sha256(content).hexdigest() for path, content in sorted(made)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
