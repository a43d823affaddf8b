"""The running app on a copy of the data, a browser, and windows of both sizes on it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dashboard.library import Library, Snapshot
from tests.browser.launch import launched
from tests.browser.visitor import SIZES, Visitor, visit

ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what needs a browser last: the quick tests first, and none of them inside Playwright's event loop."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data the server reads: a copy that a test may spoil through `edit`."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("served") / "data"))


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """The same data, read by us."""
    return Library(ROOT / "data").current()


@pytest.fixture(scope="session")
def home(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running app; at the end its log must not hold an uncaught exception."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port), "--server.headless", "true"]
    log = tmp_path_factory.mktemp("server") / "log"
    with log.open("wb") as out:
        environment = os.environ | {"DASHBOARD_DATA": str(data)}
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT) as server:
            try:
                _wait_for(f"http://localhost:{port}/_stcore/health", server, log)
                yield f"http://localhost:{port}/"
                assert server.poll() is None, log.read_text()
            finally:
                server.terminate()
    assert "Traceback" not in log.read_text(), log.read_text()


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


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


@pytest.fixture
def edit(data: Path) -> Iterator[Callable[[str, str, str], None]]:
    """Replace a text in a file of the served data; afterwards everything is as it was."""

    def replace(file: str, old: str, new: str) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not contain {old!r}"
        (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    yield replace
    shutil.copytree(ROOT / "data", data, dirs_exist_ok=True)
