"""A writer who saves in random pieces, renames and deletes while readers read: they keep the last good state."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.library import Library, Snapshot
from dashboard.library.snapshot import NOTICE
from dashboard.topics import PAGES
from dashboard.topics.explore import payload
from tests.conftest import TINY

FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*") if path.is_file())


def _half(path: Path, chance: Random) -> None:
    """Save only the first part, as an editor does for a moment, perhaps within a letter."""
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content) + 1)])


def _full(path: Path, chance: Random) -> None:
    """Leave an empty file, as on a disk that is full."""
    path.write_bytes(b"")


def _gone(path: Path, chance: Random) -> None:
    path.unlink()


def _renamed(path: Path, chance: Random) -> None:
    """Move it away, as an editor does that writes a new file in its place."""
    path.rename(path.with_name(f"{path.name}~"))


def _folder(path: Path, chance: Random) -> None:
    path.unlink()
    path.mkdir()


def _mixed(path: Path, chance: Random) -> None:
    """Write over a part of the old file."""
    content = bytearray(path.read_bytes())
    begin = chance.randrange(len(content) + 1)
    content[begin : begin + 40] = chance.randbytes(chance.randrange(80))
    path.write_bytes(content)


def _linked(path: Path, chance: Random) -> None:
    """Put a link to nothing in its place."""
    path.unlink()
    path.symlink_to("nothing")


ACTS: tuple[Callable[[Path, Random], None], ...] = (_half, _full, _gone, _renamed, _folder, _mixed, _linked)


def restore(folder: Path) -> None:
    """Bring the folder back to what it was."""
    shutil.rmtree(folder)
    shutil.copytree(TINY, folder)


def shown(snapshot: Snapshot) -> list[str]:
    """Draw what every reader needs, and give the events."""
    assert payload.bundle(snapshot, PAGES)
    return list(snapshot.dataset.events)


STEPS = some.lists(some.tuples(some.sampled_from(FILES), some.sampled_from(ACTS)), max_size=6)


@pytest.mark.slow
@given(steps=STEPS, seed=some.integers())
def test_whatever_is_saved_readers_keep_events_and_a_restored_folder_is_as_before(steps, seed):
    chance = Random(seed)
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(TINY, Path(place) / "data"))
        library = Library(folder)
        first = library.settled()
        before, drawn = shown(first), first.dataset
        for name, act in steps:
            path = folder / name
            if path.is_file():
                act(path, chance)
            now = library.settled()
            assert now.dataset.events, "the last good state is there"
            if now.dataset is not drawn:
                assert shown(now)
                drawn = now.dataset
            if now.notice:
                assert now.notice == NOTICE.format(when=f"{now.made:%-d %B %Y, %H:%M} UTC") and now.problems
        restore(folder)
        last = library.settled()
        assert (shown(last), last.notice, last.problems, last.stamp) == (before, "", first.problems, first.stamp)
