"""The running app on a copy of the data, a browser, and windows of both sizes on it."""

import shutil
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Frame, Page, sync_playwright
from playwright.sync_api import TimeoutError as WaitedTooLongError

from dashboard import store
from dashboard.library import Library, Snapshot
from tests.browser import windows
from tests.browser.launch import launched
from tests.browser.server import ROOT, Server
from tests.browser.visitor import PATIENCE, SIZES, Visitor, visit

Edit = Callable[..., None]
"""Replaces texts in files, each given as the file, its old text and the new one."""


def wait_for(
    self: Page | Frame, expression: str, *, arg: Any = None, timeout: float = PATIENCE, polling: float = 50
) -> None:
    """Ask again and again until an expression is true; times are in milliseconds.

    Playwright's own function evaluates a text inside the page, which the policy of the page forbids.
    """
    until = time.monotonic() + timeout / 1000
    while True:
        try:
            if self.evaluate(expression, arg):
                return
        except Error as error:
            if "navigation" not in str(error) and "context was destroyed" not in str(error):
                raise
        if time.monotonic() > until:
            raise WaitedTooLongError(f"this did not become true within {timeout} ms: {expression}")
        self.wait_for_timeout(polling)


Page.wait_for_function = Frame.wait_for_function = wait_for


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what needs a browser last: the quick tests first, and none of them inside Playwright's event loop."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data the server reads: a copy that a test may spoil through `edited`."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("served") / "data"))


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """The same data, read by us."""
    return Library(ROOT / "data").current()


@pytest.fixture(scope="session")
def home(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running app; at the end its log must not hold an uncaught exception."""
    server = Server(data, tmp_path_factory.mktemp("server") / "log")
    server.start()
    windows.shared.add(server.home)
    try:
        yield server.home
        assert server.process.poll() is None, server.log.read_text()
    finally:
        server.stop()
    assert "Traceback" not in server.log.read_text(), server.log.read_text()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser found on this machine, or the one that Playwright installed."""
    with sync_playwright() as playwright:
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture(params=SIZES)
def visitor(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Visitor]:
    """A reader at a desk, then one with a phone."""
    with visit(browser, home, request.param) as visitor:
        yield visitor


@pytest.fixture
def desk(browser: Browser, home: str) -> Iterator[Visitor]:
    """A reader at a desk: 1440×900, a mouse and a keyboard."""
    with visit(browser, home, "desk") as visitor:
        yield visitor


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visitor]:
    """A reader with a phone: 390×844, fingers alone."""
    with visit(browser, home, "phone") as visitor:
        yield visitor


@pytest.fixture(scope="session")
def edited(data: Path, home: str) -> Callable[[], AbstractContextManager[Edit]]:
    """Replace texts in files of the served data, and wait until they are served; at the end, restore everything.

    The server needs a second to read its data anew. So what belongs together is replaced at once.
    """

    def served() -> None:
        _wait_until_served(data, home)
        windows.edits += 1

    def replace(*changes: tuple[str, str, str]) -> None:
        for file, old, new in changes:
            text = (data / file).read_text(encoding="utf-8")
            assert old in text, f"{file} does not contain {old!r}"
            (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        served()

    @contextmanager
    def editing() -> Iterator[Edit]:
        try:
            yield replace
        finally:
            shutil.copytree(ROOT / "data", data, dirs_exist_ok=True)
            served()

    return editing


@pytest.fixture
def edit(edited: Callable[[], AbstractContextManager[Edit]]) -> Iterator[Edit]:
    """Replace texts for one test."""
    with edited() as replace:
        yield replace


def _wait_until_served(data: Path, home: str) -> None:
    """Wait until the server has read the files; while it reads, it answers with the old data."""
    version, until = f'"version": "{store.stamp(data)}"', time.monotonic() + 30
    while time.monotonic() < until:
        with urllib.request.urlopen(home) as answer:
            if version in answer.read().decode():
                return
        time.sleep(0.05)
    pytest.fail("the server did not read the edit")
