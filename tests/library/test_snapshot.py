"""What the process keeps in memory of the data: one snapshot, which garbage collection passes over."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.library import Library


@pytest.fixture
def freezing(folder: Path) -> Iterator[Library]:
    """A library that freezes what it reads, as that of the server does; nothing is frozen before."""
    gc.unfreeze()
    yield Library(folder, freezes=True)
    gc.unfreeze()


def test_garbage_collection_passes_over_what_was_read(freezing):
    snapshot = freezing.current()
    assert gc.get_freeze_count() > 0
    assert not any(known is snapshot for known in gc.get_objects())


def test_a_snapshot_that_was_replaced_leaves_the_memory(freezing, folder):
    old = []
    for number in range(4):
        process = folder / "process.yaml"
        process.write_text(process.read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        old.append(weakref.ref(freezing.current()))
    assert [snapshot() is None for snapshot in old] == [True, True, True, False]


def test_a_library_that_does_not_freeze_leaves_the_collector_alone(folder):
    gc.unfreeze()
    Library(folder).current()
    assert gc.get_freeze_count() == 0
