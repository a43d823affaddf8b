"""Fixtures shared by the tests of the rooms: the tiny dataset, and copies of it to spoil."""

import gc
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard import store
from dashboard.records.model import Dataset
from dashboard.records.reading import Reading

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
"""Spoiled data files that are tried; of all else that is made up, a part of it. `make quick` tries 20, and
FUZZ_EXAMPLES=5000 as many as before a release."""
ADDRESSES = max(EXAMPLES, 5_000)
"""Made-up addresses over all routes: three of five are asked of the routes (`web/test_fuzz.py`), the others of the
whole server (`test_app.py`)."""
settings.register_profile("project", max_examples=max(EXAMPLES // 3, 1), deadline=None)
settings.load_profile("project")

TINY = Path(__file__).parent / "tiny"
"""Four events: two days with a disputed role, one day with a hostile title, a month, no date with a Cyrillic title."""


def first_published(dataset: Dataset) -> Dataset:
    """Keep only the records that the first entry of the list of changes names: those that were counted by hand."""
    first = dataset.changes["record 1"]
    kept = {
        key: {name: record for name, record in getattr(dataset, key).items() if name in getattr(first, key)}
        for key in ("events", "organizers", "sources", "disputes")
    }
    return replace(dataset, **kept)


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The tiny dataset as it was read, with the places of its records; frozen, so that all tests can share it."""
    reading, problems = store.load(TINY)
    assert problems == ()
    return reading


@pytest.fixture(scope="session")
def dataset(reading: Reading) -> Dataset:
    """The tiny dataset."""
    return reading.dataset


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny data folder."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], Path]:
    """Replace the first occurrence of a text in one file of the copy."""

    def replace(file: str, old: str, new: str) -> Path:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not contain {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
        return folder

    return replace


def pytest_collection_finish() -> None:
    """Keep the garbage collection from looking through thousands of tests again and again."""
    gc.collect()
    gc.freeze()
