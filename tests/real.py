"""The real data, read once for all tests of a process. Nothing in it changes, so that they can share it."""

from pathlib import Path

from dashboard import library

DATA = Path(__file__).parent.parent / "data"
SNAPSHOT = library.Library(DATA).current()
DATASET = SNAPSHOT.dataset
