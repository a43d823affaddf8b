"""Chrome on this machine, which draws pictures and prints pages. It is kept from the network."""

import asyncio
import base64
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from dashboard.records.dates import PartialDate

NO_NETWORK = "127.0.0.1:9"
"""A proxy that does not exist: with it Chrome can read only files on the disk."""

PATIENCE = 60
"""The most seconds that Chrome may take to print a page."""

WAIT = 15
"""The most seconds that a reader waits while Chrome draws for others."""

SCALES = (1, 0.94, 0.88, 0.82, 0.76)
"""The scales that are tried until a page fits on its sheets."""

_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
_DATES = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))")


_turn = threading.Lock()


class PictureError(Exception):
    """A picture could not be drawn; the message is one line that says what to do."""


@contextmanager
def in_turn() -> Iterator[None]:
    """Let only one reader at a time start Chrome.

    Raises
    ------
    PictureError
        If others take too long.
    """
    if not _turn.acquire(timeout=WAIT):
        raise PictureError("Chrome is drawing for other readers; try it again in a minute")
    try:
        yield
    finally:
        _turn.release()


def with_chrome(draw: Callable[[Path], bytes]) -> bytes:
    """Call a function that starts Chrome. It gets an empty folder, and Chrome gets the folders that it needs.

    Raises
    ------
    PictureError
        If Chrome cannot be started, or does not answer.
    """
    try:
        with tempfile.TemporaryDirectory() as spare:
            # Python ignores a TMPDIR that cannot be written; a browser fails because of it.
            os.environ["TMPDIR"] = tempfile.gettempdir()
            try:
                Path.home()
            except RuntimeError:
                os.environ["HOME"] = spare
            return _drawn(draw, Path(spare))
    except OSError as error:
        raise PictureError(
            f"pictures need a folder for temporary files ({error.strerror}); set TMPDIR to one that can be written"
        ) from None


def printed(html: bytes, day: PartialDate | None, sheets: int) -> bytes:
    """Print a page that needs no other files as PDF.

    The PDF names `day` as the day on which it was made. A page that is longer than this number of `sheets` is printed
    smaller, but never so small that nobody can read it.

    Raises
    ------
    PictureError
        As in `with_chrome`.
    """

    def draw(folder: Path) -> bytes:
        page = folder / "page.html"
        page.write_bytes(html)
        # In a thread of its own, as in Kaleido: there may be an event loop in this one.
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(asyncio.run, _pdf(page, sheets)).result()

    made = f"{day.first():%Y%m%d}" if day else "20000101"
    return _DATES.sub(rb"\g<1>" + made.encode() + rb"000000\2", with_chrome(draw))


async def _pdf(page: Path, sheets: int) -> bytes:
    from choreographer import Browser

    async with Browser(proxy_server=NO_NETWORK) as browser:
        tab = await browser.create_tab("")
        loaded = tab.subscribe_once("Page.loadEventFired")
        await tab.send_command("Page.enable")
        await tab.send_command("Page.navigate", {"url": page.as_uri()})
        await asyncio.wait_for(loaded, PATIENCE)
        settings = {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": True}
        for scale in SCALES:
            answer = await asyncio.wait_for(tab.send_command("Page.printToPDF", {**settings, "scale": scale}), PATIENCE)
            if "error" in answer:
                why = answer["error"].get("message", "it does not say why")
                raise PictureError(f"Chrome did not print the page: {why}")
            content = base64.b64decode(answer["result"]["data"])
            if len(_SHEET.findall(content)) <= sheets:
                break
    return content


def _drawn(draw: Callable[[Path], bytes], folder: Path) -> bytes:
    try:
        from choreographer.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError

        return draw(folder)
    except ImportError:
        raise PictureError("pictures need Kaleido: pip install kaleido") from None
    except ChromeNotFoundError:
        raise PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome") from None
    except (BrowserFailedError, BrowserClosedError):
        raise PictureError(
            "Chrome did not start, perhaps because a library is missing; "
            "run choreo_diagnose, which starts it and shows what it says"
        ) from None
    except TimeoutError:
        raise PictureError(f"Chrome did not answer within {PATIENCE} seconds; try it again") from None
    except OSError as error:
        raise PictureError(f"Chrome cannot be run: {error}") from None
