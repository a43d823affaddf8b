"""A check of what was published: whether the files that its pages name are there, and whether it works offline."""

import asyncio
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

from dashboard.exports.chrome import NO_NETWORK, PATIENCE, PictureError, with_chrome

_NAMED = re.compile(r'\s(?:href|src)="([^"]*)"')
_INSIDE = re.compile(r"(<(script|template)\b[^>]*>).*?</\2>", re.DOTALL)

# Waits until the views are drawn, then chooses another event, filters and searches as a reader does.
_TOUR = """(async () => {
  const late = performance.now() + SECONDS * 1000;
  const until = async (what, test) => {
    while (!test()) {
      if (performance.now() > late) throw new Error(`${what}: nothing happened`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const count = () => document.querySelector(".linked .bar .count")?.textContent ?? "";
  await until("drawing", () => document.documentElement.dataset.ready);
  const failed = all(".failed:not([hidden])").map(({ textContent }) => textContent);
  if (failed.length) throw new Error(failed.join(" "));
  const before = count();
  const box = all(".panel input[data-facet]:not(:checked, [aria-disabled=true])")[0];
  box?.click();
  if (box) await until("filtering", () => document.querySelector(".linked .chip"));
  const filtered = count();
  document.querySelector(".linked .chip")?.click();
  await until("dropping the filter", () => !document.querySelector(".linked .chip"));
  const title = () => document.querySelector(".linked .page h2")?.textContent;
  await until("reading an article", () => title());
  return { before, filtered, title: title(), letters: document.querySelector(".linked .page").textContent.length };
})()"""


@dataclass(frozen=True)
class Report:
    """What the browser showed, in sentences, and what is wrong."""

    shown: tuple[str, ...]
    faults: tuple[str, ...]


def missing(folder: Path) -> Iterator[str]:
    """Name the files that pages of a folder name and that are not there, each with its page."""
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder).as_posix()
        text = _INSIDE.sub(r"\1", page.read_text(encoding="utf-8"))
        for address in sorted(set(map(unescape, _NAMED.findall(text)))):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
                continue  # only the page for wrong addresses names files from the root, because it is shown everywhere
            target = normpath(join(dirname(path), unquote(parts.path)))
            if not (folder / target).is_file():
                yield f"{path} names {address}, which does not exist"


def opened(page: Path, patience: int = 20) -> Report:
    """Open the first page in Chrome, with every connection refused, and use it as a reader does.

    What has not happened after some seconds of patience is a fault.

    Raises
    ------
    PictureError
        Chrome cannot be started, or does not answer.
    """
    result: dict[str, Any] = {}

    def look(_: Path) -> bytes:
        with ThreadPoolExecutor(1) as aside:
            result.update(aside.submit(asyncio.run, _look(page, patience)).result())
        return b""

    with_chrome(look)
    return Report(_sentences(page, result["value"]), tuple(result["faults"]))


def _sentences(page: Path, seen: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what the browser showed; empty if it did not finish."""
    if not seen:
        return ()
    return (
        f"{page.name} in Chrome, without a network: {seen['before']}; with a filter {seen['filtered']}.",
        f"The article is “{seen['title']}”, with {seen['letters']:,} characters.",
    )


async def _look(page: Path, patience: int) -> dict[str, Any]:
    from choreographer import Browser

    faults: list[str] = []

    async def note(message: Mapping[str, Any]) -> None:
        details = message["params"]
        if message["method"] == "Runtime.exceptionThrown":
            faults.append(_reason(details["exceptionDetails"]))
        elif details["entry"]["level"] == "error":
            faults.append(f"{details['entry']['text']} {details['entry'].get('url', '')}".strip())

    async with Browser(proxy_server=NO_NETWORK) as browser:
        tab = await browser.create_tab("")
        for domain in ("Runtime", "Log", "Page"):
            await tab.send_command(f"{domain}.enable")
        tab.subscribe("Runtime.exceptionThrown", note)
        tab.subscribe("Log.entryAdded", note)
        loaded = tab.subscribe_once("Page.loadEventFired")
        await tab.send_command("Page.navigate", {"url": page.resolve().as_uri()})
        await asyncio.wait_for(loaded, PATIENCE)
        tour = {"expression": _TOUR.replace("SECONDS", str(patience)), "awaitPromise": True, "returnByValue": True}
        answer = await asyncio.wait_for(tab.send_command("Runtime.evaluate", tour), PATIENCE)
        if "error" in answer:
            raise PictureError(f"Chrome did not open {page}: {answer['error'].get('message', 'it does not say why')}")
        outcome = answer["result"]
        if "exceptionDetails" in outcome:
            faults.append(_reason(outcome["exceptionDetails"]))
        return {"value": outcome["result"].get("value") or {}, "faults": faults}


def _reason(details: Mapping[str, Any]) -> str:
    words: str = details.get("exception", {}).get("description") or details.get("text", "")
    return words.partition("\n")[0]
