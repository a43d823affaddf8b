"""Where a reader meets the dashboard: the app, a folder on a server, a folder on a disk, and one file."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.browser.server import ROOT
from tests.browser.visitor import Visitor, visit
from tests.browser.windows import Window

HOSTS = ("app", "served folder", "folder", "file")
NOTHING = ROOT / "requirements.txt"
"""A file on the disk that runs nothing."""

# As in `visitor.AT_REST`, for a page without Streamlit.
AT_REST = """() => new Promise((done) => {
  let seen, frames = 0;
  const look = () => {
    const chosen = [...document.querySelectorAll("[data-view]")].map(({ dataset }) => dataset.event);
    const chart = document.querySelector(".chart");
    const pressed = chart?._mouseDownTime && Date.now() - chart._mouseDownTime <= chart._context.doubleClickDelay;
    const now = [location.href, chosen, chart?.layout?.xaxis.range].join();
    frames = now === seen && !pressed ? frames + 1 : 0;
    seen = now;
    if (frames < 20) requestAnimationFrame(look); else done();
  };
  look();
})"""


class Reader(Visitor):
    """A visitor of an edition without a server. Every request that leaves its folder, or its file, is a fault."""

    def __init__(self, window: Window, home: str, size: str) -> None:
        self.alone = home.endswith(".html") and not home.endswith("/index.html")
        super().__init__(window, home, size)

    def _look_at(self, url: str) -> None:
        if urlsplit(url).scheme in ("data", "blob"):
            return
        inside = url.partition("?")[0] == self.home if self.alone else url.startswith(self.home.rpartition("/")[0])
        if not inside:
            self.faults.append(f"request that leaves the edition: {url}")

    @property
    def nothing(self) -> str:
        parts = urlsplit(self.home)
        return f"http://{parts.netloc}/" if parts.netloc else NOTHING.as_uri()

    def _load(self, address: str, early: bool) -> None:
        self.page.goto(address)
        self.wait_until_drawn()
        self.window.remember()

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_drawn()

    def rest(self) -> None:
        self.page.evaluate(AT_REST)


def reading(browser: Browser, home: str, size: str, **options) -> AbstractContextManager[Visitor]:
    """Open a window on an edition, without a network where it is a file; fail on all faults."""
    return visit(browser, home, size, Reader, offline=home.startswith("file:"), **options)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as a plain web server does, and give its address."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
