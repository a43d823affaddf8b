"""Measure the page beside the same page in Dash and Panel, and write results.md and results.json.

    python benchmarks/run.py

All servers run at the same time, and one browser visits them in turn. README.md says what is timed, and when a view
counts as shown.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from benchmarks import report  # noqa: E402
from benchmarks.apps import APPS, App  # noqa: E402
from benchmarks.cases import Case, RefusedError  # noqa: E402
from benchmarks.generate import generate  # noqa: E402
from benchmarks.machine import about  # noqa: E402
from benchmarks.servers import Server, served  # noqa: E402
from benchmarks.visitor import Visit, memory_of_sessions, visit  # noqa: E402
from dashboard.topics.explore import payload  # noqa: E402
from tests.browser.launch import launched  # noqa: E402

LIBRARIES = ("streamlit", "dash", "panel", "plotly", "pandas")


@dataclass
class Measured:
    """The measurements of one app with one case."""

    start: dict[str, float] = field(default_factory=dict)
    counted: Visit = field(default_factory=Visit)
    session: float | None = None
    visits: list[Visit] = field(default_factory=list)
    failure: str = ""


def measure(browser: Browser, case: Case, data: Path, rounds: int, sessions: int) -> dict[str, Measured]:
    """Visit in turn all apps that are measured with so many events.

    An app that fails is not visited again. Its measurements until then are kept.
    """
    apps = [app for app in APPS if case.events <= app.most]
    measured = {app.name: Measured() for app in apps}
    with ExitStack() as stack:
        servers: list[Server] = []
        for app in apps:
            try:
                servers.append(_start(stack, browser, app, case, data, sessions, measured[app.name]))
            except (Error, RuntimeError) as error:
                _failed(measured[app.name], app, error)
        for number in range(rounds):
            turn = number % max(len(servers), 1)
            for server in [*servers[turn:], *servers[:turn]]:
                try:
                    measured[server.app.name].visits.append(visit(browser, server, case, number))
                except (Error, RuntimeError) as error:
                    servers.remove(server)
                    _failed(measured[server.app.name], server.app, error)
            print(f"  round {number + 1} of {rounds}", flush=True)
    return measured


def _start(
    stack: ExitStack, browser: Browser, app: App, case: Case, data: Path, sessions: int, measured: Measured
) -> Server:
    """Start a server. Measure its start, the traffic of one visit, and its memory for further pages."""
    began = time.perf_counter()
    server = stack.enter_context(served(app, data, case.columns))
    measured.start["answers"] = server.answers
    measured.counted = visit(browser, server, case, 0, count=True)
    measured.start["first page"] = server.answers + measured.counted.times["open"]
    if sessions:
        measured.session = memory_of_sessions(browser, server, case, sessions)
    print(f"  {app.name} after {time.perf_counter() - began:.1f} s", flush=True)
    return server


def _failed(measured: Measured, app: App, error: Exception) -> None:
    measured.failure = str(error).strip().splitlines()[0]
    print(f"  {app.name} FAILED: {error}", flush=True)


def written(measured: dict[str, Measured]) -> dict:
    """Give the measurements in the form of results.json: by kind, then by app."""
    return {
        "times": {app: _times(own.visits) for app, own in measured.items() if own.visits},
        "cpu": {app: _means([each.cpu for each in own.visits]) for app, own in measured.items()},
        "early cpu": {app: _means([each.early_cpu for each in own.visits]) for app, own in measured.items()},
        "early bytes": {
            app: {key: each.bytes for key, each in own.counted.early.items()} for app, own in measured.items()
        },
        "bytes": {
            app: {key: each.bytes for key, each in own.counted.received.items()} for app, own in measured.items()
        },
        "answers": {
            app: {key: each.answers for key, each in own.counted.received.items()} for app, own in measured.items()
        },
        "memory": {app: {"session": own.session} for app, own in measured.items() if own.session is not None},
        "alone": {app: {"year": own.counted.alone} for app, own in measured.items()},
        "start": {app: own.start for app, own in measured.items()},
        "failed": {app: own.failure for app, own in measured.items() if own.failure},
    }


def _times(visits: list[Visit]) -> dict[str, dict]:
    series = _series([each.times for each in visits])
    return {key: summary(values) | {"all": [round(value, 1) for value in values]} for key, values in series.items()}


def _means(visits: list[dict[str, float]]) -> dict[str, float]:
    return {key: round(statistics.fmean(values), 1) for key, values in _series(visits).items()}


def _series(visits: list[dict[str, float]]) -> dict[str, list[float]]:
    series = defaultdict(list)
    for values in visits:
        for key, value in values.items():
            series[key].append(value)
    return series


def summary(values: Sequence[float]) -> dict[str, float]:
    """Give the median and both quartiles."""
    quartiles = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [*values] * 3
    low, middle, high = (round(value, 1) for value in quartiles)
    return {"median": middle, "lower": low, "upper": high, "count": len(values)}


def measured_case(browser: Browser, events: int, columns: str, options: argparse.Namespace, folder: Path) -> dict:
    """Make the data and measure all apps with it. If the app refuses data of this size, the result has the reason."""
    print(f"{events} events, columns: {columns}", flush=True)
    data = folder / str(events)
    generate(events, data)
    result = {"events": events, "columns": columns}
    try:
        case = Case.read(events, columns, data)
    except RefusedError as error:
        print(f"  REFUSED: {error}", flush=True)
        return result | {"refused": str(error)}
    return result | written(measure(browser, case, data, options.rounds, options.sessions))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[10, 100, 1000, 10_000], help="sizes of the data")
    parser.add_argument("--columns", nargs="+", choices=payload.COLUMNS, default=["conferences"], help="of the matrix")
    parser.add_argument("--rounds", type=int, default=12, help="visits to each app")
    parser.add_argument("--sessions", type=int, default=10, help="pages opened at once to measure memory; 0 for none")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for results.md and results.json")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launched(playwright)
        results: dict = {"about": about(LIBRARIES) | {"browser": browser.version}, "cases": []}
        for columns in options.columns:
            for events in options.events:
                results["cases"].append(measured_case(browser, events, columns, options, Path(folder)))
                text = json.dumps(results, indent=1, ensure_ascii=False)
                (options.into / "results.json").write_text(text + "\n", encoding="utf-8")
                report.write(options.into)
        browser.close()
    print(report.write(options.into))


if __name__ == "__main__":
    main()
