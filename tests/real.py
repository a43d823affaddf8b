"""The real data and the example of another series, read once for all tests of a process. Nothing in them changes."""

from pathlib import Path

import pytest

from dashboard import library

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SNAPSHOT = library.Library(DATA).current()
DATASET = SNAPSHOT.dataset

EXAMPLE_DATA = ROOT / "examples" / "istanbul-process"
EXAMPLE = library.Library(EXAMPLE_DATA).current()
"""A small series of another subject, by which tests show that something holds for any series."""

NAMES = {DATA: "real data", EXAMPLE_DATA: "example"}
FOLDERS = [pytest.param(folder, id=name) for folder, name in NAMES.items()]
SNAPSHOTS = [pytest.param(SNAPSHOT, id="real data"), pytest.param(EXAMPLE, id="example")]
