"""The data is edited again and again while readers read: nobody is lost, and in the end all have the last state."""

import asyncio
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from benchmarks.edits import Curator
from benchmarks.readers import Reader, reading
from dashboard.topics import PAGES
from tests.browser.server import ROOT, Server

READERS = 10
EDITS = 5
BETWEEN = 1.5
"""Seconds between two edits: reading the data takes less."""
PATIENCE = 60
"""The most seconds until a reader has an answer, or the last state. It ends a test that would never end by itself."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app on a copy of the data."""
    running = Server(Path(shutil.copytree(ROOT / "data", tmp_path / "data")), tmp_path / "log")
    running.start()
    yield running
    running.stop()


async def _read(reader: Reader, edited: asyncio.Event) -> int:
    """Act until the edits are over; give the number of answers. What goes wrong is raised."""
    answers = 0
    while not edited.is_set():
        async with asyncio.timeout(PATIENCE):
            await reader.act()
        answers += 1
        await asyncio.sleep(0.5)
    return answers


async def _see(reader: Reader, name: str) -> None:
    """Act until the page shows the name."""
    async with asyncio.timeout(PATIENCE):
        while name not in reader.html:
            await reader.act()


async def _all(server: Server, curator: Curator) -> list[int]:
    edited = asyncio.Event()

    async def stay(page: str) -> int:
        async with reading(server.home, {"page": page}) as reader:
            answers = await _read(reader, edited)
            await _see(reader, curator.name)
            return answers

    async def edit() -> None:
        for number in range(1, EDITS + 1):
            await asyncio.sleep(BETWEEN)
            curator.edit(last=number == EDITS)
        edited.set()

    async with asyncio.TaskGroup() as group:
        pages = islice(cycle(page.key for page in PAGES), READERS)
        readers = [group.create_task(stay(page)) for page in pages]
        group.create_task(edit())
    return [reader.result() for reader in readers]


@pytest.mark.slow
def test_edits_under_readers_lose_nobody_and_all_get_the_last_state(server):
    curator = Curator(server.data)
    answers = asyncio.run(_all(server, curator))
    assert (curator.whole, curator.half) == (4, 1)
    assert len(answers) == READERS and min(answers) > 0
    assert server.process.poll() is None
    assert "Traceback" not in server.log.read_text(), server.log.read_text()
