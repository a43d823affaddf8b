"""Measure the page beside the same page in Dash and Panel, and write results.md and results.json.

    python benchmarks/run.py

All servers run at once and are visited in turns by one browser. What is timed, and when a view
counts as shown, is in README.md; the clock and the eye are in probe.js.
"""

import argparse
import base64
import json
import os
import platform
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from benchmarks.generate import generate  # noqa: E402
from dashboard import linked  # noqa: E402
from dashboard.filters import Filters  # noqa: E402
from dashboard.library import Library, Snapshot  # noqa: E402

PROBE = (HERE / "probe.js").read_text(encoding="utf-8")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 180_000
"""Longest wait for anything, in milliseconds."""

MEASURES = {
    "open": "Cold open",
    "year": "Filter by year",
    "back": "Take the year away again",
    "organizer": "Filter by organizer",
    "choose": "Choose an event by click",
}
"""What is timed in every visit, in this order."""


@dataclass(frozen=True)
class App:
    """One of the pages: how it is served and how a reader works its filters."""

    name: str
    command: tuple[str, ...]
    path: str
    press_year: Callable[[Page, str], None]
    open_organizers: Callable[[Page, str], None]
    press_organizer: Callable[[Page, str], None]
    close_organizers: Callable[[Page, str], None]


def _press_filter(page: Page, name: str) -> None:
    page.locator(".filters").get_by_role("button", name=f"{name} (").click()


def _remove_chip(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Remove filter {name}", exact=True).click()


def _uncheck_dash(page: Page, name: str) -> None:
    _dash_option(page, name)
    page.keyboard.press("Escape")


def _dash_option(page: Page, name: str) -> None:
    page.locator(".dash-dropdown-content label", has_text=name).click()


def _remove_choice(page: Page, name: str) -> None:
    page.keyboard.press("Escape")
    page.locator(".choices__list--multiple .choices__button").click()


APPS = (
    App(
        "This app (Streamlit)",
        ("-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port"),
        "/",
        press_year=_press_filter,
        open_organizers=lambda page, name: None,
        press_organizer=_press_filter,
        close_organizers=_remove_chip,
    ),
    App(
        "Dash",
        ("-m", "benchmarks.peers.dash_app"),
        "/",
        press_year=lambda page, year: page.locator("#year label", has_text=year).locator("input").click(),
        open_organizers=lambda page, name: page.locator("#organizer").click(),
        press_organizer=_dash_option,
        close_organizers=_uncheck_dash,
    ),
    App(
        "Panel",
        ("-m", "panel", "serve", "benchmarks/peers/panel_app.py", "--log-level", "error", "--port"),
        "/panel_app",
        press_year=lambda page, year: page.get_by_role("button", name=year, exact=True).click(),
        open_organizers=lambda page, name: page.locator(".choices input").click(),
        press_organizer=lambda page, name: page.locator(".choices__item--choice", has_text=name).click(),
        close_organizers=_remove_choice,
    ),
)


@dataclass
class Case:
    """One data folder and one content of the matrix, and what is to be seen there."""

    events: int
    columns: str
    snapshot: Snapshot

    def wanted(self, filters: Filters | None = None, chosen: str | None = None) -> dict:
        """Say what the views show: ids of the marks in both charts, and the title of the article."""
        left = self.snapshot.select(filters or Filters())
        columns = set(linked.matrix_columns(left, self.columns)["event_id"])
        marks = list(left.events.loc[left.events["first"].notna(), "event_id"])
        marks += [f"{row.event_id} {row.organizer_id}" for row in left.roles.itertuples() if row.event_id in columns]
        event = linked.chosen_event(left, chosen)
        return {"marks": marks, "title": self.snapshot.dataset.events[event].title}

    def narrowing(self, facet: str) -> list[str]:
        """Give the values of a filter that leave some of the events and not all."""
        counts = self.snapshot.counts(Filters())[facet]
        return [value for value in self.snapshot.known[facet] if 0 < counts.get(value, 0) < self.events]


@dataclass
class Server:
    """A running app, and how long it took to answer."""

    app: App
    address: str
    answers: float


@dataclass
class Traffic:
    """Bytes that a page receives, counted at the network, web sockets included."""

    session: CDPSession
    received: int = 0

    @classmethod
    def of(cls, page: Page) -> "Traffic":
        """Begin to count."""
        traffic = cls(page.context.new_cdp_session(page))
        traffic.session.on("Network.webSocketFrameReceived", lambda event: traffic._frame(event["response"]))
        traffic.session.on("Network.loadingFinished", lambda event: traffic._add(event["encodedDataLength"]))
        traffic.session.send("Network.enable")
        return traffic

    def _frame(self, frame: dict) -> None:
        text = frame["payloadData"]
        self._add(len(text.encode() if frame["opcode"] == 1 else base64.b64decode(text)))

    def _add(self, number: float) -> None:
        self.received += int(number)

    def take(self) -> int:
        """Give what was received since the last time."""
        number, self.received = self.received, 0
        return number


def measure(browser: Browser, case: Case, data: Path, rounds: int) -> dict:
    """Visit all apps in turns; give times and bytes by app and measure."""
    times: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    sizes: dict[str, dict[str, int]] = {}
    starts: dict[str, dict[str, float]] = {}
    with ExitStack() as stack:
        servers = []
        for app in APPS:
            began = time.perf_counter()
            server = stack.enter_context(_served(app, case, data))
            sizes[app.name] = _visit(browser, server, case, 0, count=True)
            starts[app.name] = {
                "answers": server.answers,
                "first page": server.answers + sizes[app.name].pop("first page"),
            }
            servers.append(server)
            print(f"  {app.name} after {time.perf_counter() - began:.1f} s", flush=True)
        for number in range(rounds):
            turn = number % len(servers)
            for server in servers[turn:] + servers[:turn]:
                for name, value in _visit(browser, server, case, number).items():
                    times[server.app.name][name].append(value)
            print(f"  round {number + 1} of {rounds}", flush=True)
    return {"times": times, "bytes": sizes, "start": starts}


def _visit(browser: Browser, server: Server, case: Case, number: int, count: bool = False) -> dict:
    """Open the page in a new profile and do each thing once; give milliseconds, or bytes where they are counted."""
    app, chance = server.app, random.Random(number)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(20_000)
    try:
        page = context.new_page()
        traffic = Traffic.of(page) if count else None
        found: dict = {}

        def note(name: str, value: float) -> None:
            found[name] = traffic.take() if traffic else value

        everything = case.wanted()
        page.add_init_script(f"window.wanted = {json.dumps(everything)};\n{PROBE}")
        page.goto(server.address, timeout=PATIENCE)
        opened = page.evaluate("probe.sinceStart()")
        _stays(page, everything, "open")
        note("open", opened)
        if count:
            found["first page"] = opened

        year = chance.choice(case.narrowing("year"))
        narrowed = case.wanted(Filters(year=(year,)))
        note("year", _timed(page, narrowed, lambda: app.press_year(page, year)))
        note("back", _timed(page, everything, lambda: app.press_year(page, year)))

        organizer = chance.choice(case.narrowing("organizer"))
        name = case.snapshot.known["organizer"][organizer]
        app.open_organizers(page, name)
        page.wait_for_timeout(400)
        narrowed = case.wanted(Filters(organizer=(organizer,)))
        note("organizer", _timed(page, narrowed, lambda: app.press_organizer(page, name)))
        page.evaluate("(wanted) => probe.watch(wanted)", everything)
        app.close_organizers(page, name)
        page.evaluate("probe.shown")
        page.wait_for_timeout(250)
        if traffic:
            traffic.take()

        event = _point_at(page, case, chance)
        note("choose", _timed(page, case.wanted(chosen=event), lambda: (page.mouse.down(), page.mouse.up())))
        return found
    finally:
        context.close()


def _timed(page: Page, wanted: dict, press: Callable[[], None]) -> float:
    """Give the milliseconds from the press of the mouse to the views as wanted."""
    if page.evaluate("(wanted) => probe.holds(wanted)", wanted):
        raise RuntimeError("the views were as wanted before anything was done")
    page.evaluate("(wanted) => probe.watch(wanted)", wanted)
    press()
    taken = page.evaluate("probe.sincePress()")
    _stays(page, wanted, "a change")
    return taken


def _stays(page: Page, wanted: dict, what: str) -> None:
    """Make sure that the end was one: a fifth of a second later the views are still as wanted."""
    page.wait_for_timeout(200)
    if not page.evaluate("(wanted) => probe.holds(wanted)", wanted):
        raise RuntimeError(f"the views did not stay as they were after {what}")


def _point_at(page: Page, case: Case, chance: random.Random) -> str:
    """Bring the mouse over a mark of the timeline, and give the event whose article is to open."""
    open_now = linked.chosen_event(case.snapshot.frames, None)
    ids = [event_id for event_id in case.snapshot.frames.events["event_id"] if event_id != open_now]
    for event in chance.sample(ids, min(len(ids), 20)):
        x, y = page.evaluate("(event) => probe.place(event)", event)
        page.mouse.move(x - 3, y)
        page.mouse.move(x, y)
        page.wait_for_timeout(300)
        under = page.evaluate("probe.under()")  # where marks overlap, it may be a neighbour's
        if under and under != open_now:
            return under
    raise RuntimeError("no mark could be pointed at")


@contextmanager
def _served(app: App, case: Case, data: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://localhost:{port}{app.path}"
    settings = {"DASHBOARD_DATA": str(data), "BENCHMARK_COLUMNS": case.columns, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            [sys.executable, *app.command, str(port)],
            cwd=ROOT, env=os.environ | settings, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            while not _answers(address):
                if server.poll() is not None or time.perf_counter() - began > PATIENCE / 1000:
                    log.seek(0)
                    raise RuntimeError(f"{app.name} did not start:\n{log.read().decode()}")
                time.sleep(0.02)
            answers = (time.perf_counter() - began) * 1000
            if app is APPS[0] and case.columns == "all":
                address += "?columns=all"
            yield Server(app, address, answers)
        finally:
            server.terminate()
            server.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE / 1000):
            return True
    except (urllib.error.URLError, OSError):
        return False


def summary(values: Sequence[float]) -> dict[str, float]:
    """Give the median and both quartiles."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return {"median": round(middle, 1), "lower": round(low, 1), "upper": round(high, 1), "count": len(values)}


def report(results: dict) -> str:
    """Write the results as Markdown."""
    ours, *peers = [app.name for app in APPS]
    about = results["about"]
    fewest = min(case["times"][ours]["open"]["count"] for case in results["cases"])
    lines = [
        "# Results",
        "",
        f"Measured on {about['date']} on {about['cores']} cores under {about['system']}, whose load before",
        f"was {about['load']}. Headless Chromium {about['browser']}, Python {about['python']}; {about['versions']}.",
        "",
        f"Times are medians of {fewest} visits or more in milliseconds, with the quartiles in brackets. A factor says",
        "how many times as long the peer takes. Times move with the machine; compare within a row. What is measured,",
        "and how to repeat it, is in [README.md](README.md): `python benchmarks/run.py` writes this file anew.",
    ]
    for columns in dict.fromkeys(case["columns"] for case in results["cases"]):
        cases = [case for case in results["cases"] if case["columns"] == columns]
        heading = "the conferences, as the page opens" if columns == "conferences" else "all events"
        lines += ["", f"## Columns of the matrix: {heading}", ""]
        lines += _table(
            ["", "Events", ours, *(cell for peer in peers for cell in (peer, "factor"))],
            (
                [label, str(case["events"]), *_cells(case["times"], measure, ours, peers)]
                for measure, label in MEASURES.items()
                for case in cases
            ),
        )
        lines += ["", "Bytes that the server sends, and seconds from its start; one observation each.", ""]
        labels = {"open": "KB, cold open", "year": "KB, filter by year", "back": "KB, year taken away"}
        labels |= {"organizer": "KB, filter by organizer", "choose": "KB, event chosen"}
        rows = [
            [label, str(case["events"]), *(f"{case['bytes'][app][measure] / 1000:.1f}" for app in (ours, *peers))]
            for measure, label in labels.items()
            for case in cases
        ]
        for key, label in {"answers": "s until it answers", "first page": "s until the first reader sees all"}.items():
            rows += [
                [label, str(case["events"]), *(f"{case['start'][app][key] / 1000:.1f}" for app in (ours, *peers))]
                for case in cases
            ]
        lines += _table(["", "Events", ours, *peers], rows)
    return "\n".join([*lines, ""])


def _cells(times: dict, measure: str, ours: str, peers: list[str]) -> Iterator[str]:
    def cell(app: str) -> str:
        found = times[app][measure]
        return f"{found['median']:.0f} ({found['lower']:.0f}–{found['upper']:.0f})"

    yield cell(ours)
    for peer in peers:
        yield cell(peer)
        yield f"{times[peer][measure]['median'] / times[ours][measure]['median']:.1f}"


def _table(head: list[str], rows: Iterator[list[str]] | list[list[str]]) -> list[str]:
    rule = ["---", *("---:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def _about(browser: Browser) -> dict:
    versions = [f"{name} {metadata.version(name)}" for name in ("streamlit", "dash", "panel", "plotly", "pandas")]
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "browser": browser.version,
        "python": platform.python_version(),
        "versions": ", ".join(versions),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[10, 100, 1000], help="sizes of the data")
    parser.add_argument("--columns", nargs="+", choices=linked.COLUMNS, default=["conferences"], help="of the matrix")
    parser.add_argument("--rounds", type=int, default=12, help="visits to each app")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for results.md and results.json")
    asked = parser.parse_args(arguments)
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        results: dict = {"about": _about(browser), "cases": []}
        for columns in asked.columns:
            for events in asked.events:
                print(f"{events} events, columns: {columns}", flush=True)
                data = Path(folder) / str(events)
                generate(events, data)
                case = Case(events, columns, Library(data).current())
                measured = measure(browser, case, data, asked.rounds)
                measured["times"] = {
                    app: {
                        name: summary(values) | {"all": [round(value, 1) for value in values]}
                        for name, values in own.items()
                    }
                    for app, own in measured["times"].items()
                }
                results["cases"].append({"events": events, "columns": columns} | measured)
                (asked.into / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
                (asked.into / "results.md").write_text(report(results), encoding="utf-8")
        browser.close()
    print(report(results))


if __name__ == "__main__":
    main()
