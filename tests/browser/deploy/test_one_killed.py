"""One of two processes is killed under fifty readers: all go on with the other, and nothing that they typed is lost."""

import asyncio
import random
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from benchmarks.readers import Reader, reading
from tests.browser.deploy.conftest import PUBLIC, Site, deployed
from tests.browser.test_restarting import away, ended, typed
from tests.browser.test_taking_away import take

READERS = 50
PATIENCE = 10
"""The most seconds until a reader has the view again."""

PAGES = ("explore", "disagreements", "compare", "coverage")


@pytest.fixture
def site(own: Path, tmp_path: Path) -> Iterator[Site]:
    with deployed(tmp_path, own, DASHBOARD_URL=PUBLIC) as site:
        yield site


class Crowd:
    """Readers without a browser, who connect again when their connection is lost, as Streamlit's page does."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.present, self.stop = threading.Event(), threading.Event()
        self.replicas: list[str] = []
        """The cookie of each reader at the beginning."""
        self.killed = 0.0
        """When the process was killed."""
        self.waits: list[float] = []
        """The seconds from then until each reader who lost the connection had the page again."""
        self.fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def leave(self) -> None:
        """Disconnect all readers; raises what went wrong for any of them."""
        self.stop.set()
        self._thread.join()
        if self.fault:
            raise self.fault

    def _run(self) -> None:
        try:
            asyncio.run(self._all())
        except BaseException as fault:
            self.fault = fault
            self.present.set()

    async def _all(self) -> None:
        arrived = asyncio.Barrier(READERS + 1)
        async with asyncio.TaskGroup() as group:
            for number in range(READERS):
                group.create_task(self._read(number, arrived))
            await arrived.wait()
            self.present.set()

    async def _read(self, number: int, arrived: asyncio.Barrier) -> None:
        cookie, page = "", {"page": PAGES[number % len(PAGES)]}
        options = {"ssl": self.site.proxy.trusting(), "user_agent_header": f"Browser {number}"}
        while True:
            headers = {"Cookie": cookie} if cookie else {}
            try:
                async with reading(self.site.home, page, additional_headers=headers, **options) as reader:
                    await reader.act()
                    if not cookie:
                        self.replicas.append(reader.cookie)
                        await arrived.wait()
                    else:
                        self.waits.append(time.monotonic() - self.killed)
                    cookie = reader.cookie
                    await self._stay(reader)
                    return
            except (ConnectionClosed, InvalidStatus, OSError):
                await asyncio.sleep(0.5)

    async def _stay(self, reader: Reader) -> None:
        while not self.stop.is_set():
            try:
                async with asyncio.timeout(random.uniform(2, 6)):
                    await reader.lost()
            except TimeoutError:
                await reader.act()
            else:
                raise ConnectionResetError


def test_fifty_readers_go_on_when_one_of_two_processes_is_killed(site, open_at):
    trying, reading_on = open_at(site), open_at(site)
    reading_on.open("event=2022-dushanbe")
    reading_on.page.get_by_role("searchbox", name="Search").fill("drug")
    reading_on.stands_at("q=drug&event=2022-dushanbe")
    typed(trying)
    crowd = Crowd(site)
    try:
        assert crowd.present.wait(60) and not crowd.fault
        killed = site.of(trying)
        assert 10 < crowd.replicas.count(f"replica={killed.port}") < 40
        crowd.killed = time.monotonic()
        killed.kill()
        away(trying)
        for reader in (trying, reading_on):
            reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
        assert time.monotonic() - crowd.killed < PATIENCE
        # The view was never gone, and the choice is the same.
        reading_on.wait_until_drawn()
        expect(reading_on.page.get_by_role("searchbox", name="Search")).to_have_value("drug")
        reading_on.page.keyboard.press("Escape")  # closes the list of results, which covers the filters
        reading_on.press("year", "2022")
        expect(reading_on.chips).to_have_count(2)
        ended(trying)
        other = site.of(trying)
        assert other is not killed
        # The process is back; the trial that began at the other process goes on there.
        killed.start()
        time.sleep(6)  # longer than nginx believes it dead
        for _ in range(4):
            assert "-trial-" in take(trying, "Data", "events.csv", site.proxy.folder).name
        assert site.of(trying) is other
    finally:
        crowd.leave()
    assert len(crowd.waits) == crowd.replicas.count(f"replica={killed.port}")
    assert max(crowd.waits) < PATIENCE, sorted(crowd.waits)
    for reader in (trying, reading_on):
        # The console says that the process was away, as it should.
        assert not [
            fault for fault in reader.faults if not re.search(r"WebSocket|50[24]|failed:|when disconnected", fault)
        ]
        reader.faults.clear()


def test_a_process_that_does_not_answer_at_all_is_replaced_too(site, open_at):
    reader = open_at(site)
    reader.open()
    first = site.of(reader)
    first.kill()
    reader.page.goto(f"{site.home}?year=2022")
    reader.wait_until_drawn()
    assert site.of(reader) is not first
    reader.faults.clear()
