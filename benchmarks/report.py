"""Write results.md from results.json, and load.md from load.json.

python benchmarks/report.py
"""

import argparse
import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path

HERE = Path(__file__).parent
COUNTED = (
    "What the server sends and does, and the seconds from its start. Time of the processor is the mean of all visits,",
    "until half a second after the views are shown. All else is observed once. An answer is an answer of HTTP, or a",
    "message over a web socket.",
)
ENOUGH = 500
"""The aim for 100 readers: 95 % of their answers within this many milliseconds."""
FULL = 2000
"""The visits after which all caches are full."""
FLAT = 5
"""The aim for memory: from then on, it grows by at most this many percent."""
NONE = "–"
"""The text of a cell without a measurement."""

TIMES = {
    "open": "Cold open",
    "paint": "First contentful paint",
    "heading": "Heading of the page",
    "year": "Filter by year",
    "back": "Take the year away again",
    "organizer": "Filter by organizer",
    "cleared": "Take the organizer away again",
    "choose": "Choose an event by click",
}
"""The measures of every visit, in this order."""

COSTS = {
    "open": "cold open",
    "year": "filter by year",
    "back": "year taken away",
    "organizer": "filter by organizer",
    "cleared": "organizer taken away",
    "choose": "event chosen",
}
"""The measures with bytes, answers and processor time."""

AIMS = [
    (("year", "back", "organizer", "cleared"), ("Dash", "Panel"), 0.5),
    (("choose",), ("Dash",), 0.7),
    (("open",), ("Dash",), 0.5),
    (("paint",), ("Dash",), 0.25),
]
"""Measures, peers, and the greatest part of the peer's time that this app should take."""

STARTS = {"answers": "until it answers", "first page": "until the first reader sees all"}


def report(results: dict) -> str:
    """Write the results beside the peers as Markdown, without rows that have no number."""
    lines = ["# Results", "", *_how(results)]
    for columns in dict.fromkeys(case["columns"] for case in results["cases"]):
        lines += _section([case for case in results["cases"] if case["columns"] == columns], columns)
    return "\n".join([*lines, ""])


def written(folder: Path) -> dict[str, str]:
    """Give the reports on the numbers in a folder, by the name of their file."""
    writers = {"results": report, "load": under_load}
    return {
        f"{name}.md": write(_read(numbers))
        for name, write in writers.items()
        if (numbers := folder / f"{name}.json").is_file()
    }


def write(folder: Path) -> str:
    """Write the reports beside their numbers, and give their texts."""
    reports = written(folder)
    for name, text in reports.items():
        (folder / name).write_text(text, encoding="utf-8")
    return "\n".join(reports.values())


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _how(results: dict) -> list[str]:
    about = results["about"]
    visits = [times["open"]["count"] for case in results["cases"] for times in case.get("times", {}).values()]
    least = min(visits, default=0)
    return [
        f"{_machine(about)} Headless Chromium {about['browser']}, Python {about['python']}; {about['versions']}.",
        "",
        f"Times are medians of {least} visits or more, in milliseconds, with the quartiles in brackets. A factor says",
        "how many times as long the peer takes. Times move with the machine; compare within a row. What is measured,",
        "and how to repeat it, is in [README.md](README.md). `run.py` writes this file anew.",
    ]


def _machine(about: dict) -> str:
    # Results of earlier runs have no processor, memory and version.
    processor = f" of {about['processor']}" if "processor" in about else ""
    memory = f" with {about['memory']:g} GB of memory" if "memory" in about else ""
    system = f"{about['cores']} cores{processor}{memory} under {about['system']}"
    version = f" The dashboard was version {about['dashboard']}." if "dashboard" in about else ""
    return f"Measured on {about['date']} on {system}, whose load before was {about['load']}.{version}"


def _section(cases: list[dict], columns: str) -> list[str]:
    heading = "the conferences, as the page opens" if columns == "conferences" else "all events"
    lines = ["", f"## Columns of the matrix: {heading}", "", *_gaps(cases)]
    apps = list(dict.fromkeys(app for case in cases for app in case.get("start", {})))
    if apps:
        ours, *peers = apps
        lines += [*_aims(cases, ours), ""]
        head = ["", "Events", ours, *(cell for peer in peers for cell in (peer, "factor"))]
        lines += _table(head, _rows(cases, TIMES, lambda case, key: _times(case, key, ours, peers)))
        lines += ["", *COUNTED, ""]
        lines += _table(["", "Events", *apps], _costs(cases, apps))
    return lines


def _aims(cases: list[dict], ours: str) -> list[str]:
    """Say which aims are missed, and by how much."""
    lines, met = [], 0
    for measures, peers, most in AIMS:
        for measure, peer, case in product(measures, peers, cases):
            own, other = (case.get("times", {}).get(app, {}).get(measure) for app in (ours, peer))
            if not own or not other:
                continue
            part = own["median"] / other["median"]
            met += part <= most
            if part > most:
                text = f"- {TIMES[measure]}, {case['events']:,} events: {part:.2f} of the time of {peer}; "
                lines.append(f"{text}the aim is {most:g}.")
    if not lines:
        return ["All aims that were measured are met."] if met else []
    return [f"Of {met + len(lines)} aims that were measured, {met} are met. Missed are:", "", *lines]


def _gaps(cases: list[dict]) -> list[str]:
    """Name what was not measured, and the reason."""
    lines = []
    for case in cases:
        if "refused" in case:
            lines += [f"{case['events']} events were not measured: {case['refused']}", ""]
        for app, why in case.get("failed", {}).items():
            lines += [f"{app} with {case['events']} events was not measured to the end: {why}", ""]
    return lines


def _costs(cases: list[dict], apps: list[str]) -> list[list[str]]:
    def of(group: str, divisor: float = 1, digits: int = 1) -> Callable[[dict, str], list[str]]:
        return lambda case, key: [_number(case, group, app, key, divisor, digits) for app in apps]

    rows = _rows(cases, _labelled("KB before the views change, {}", COSTS), of("early bytes", 1000))
    rows += _rows(cases, _labelled("KB, {}", COSTS), of("bytes", 1000))
    rows += _rows(cases, _labelled("answers, {}", COSTS), of("answers", digits=0))
    early = "ms of the server's processor before the views change, {}"
    rows += _rows(cases, _labelled(early, COSTS), of("early cpu", digits=0))
    rows += _rows(cases, _labelled("ms of the server's processor, {}", COSTS), of("cpu", digits=0))
    rows += _rows(cases, {"year": "ms until the charts follow a year, the server stopped"}, of("alone", digits=0))
    rows += _rows(cases, {"session": "KB of the server's memory, each further page"}, of("memory", digits=0))
    return rows + _rows(cases, _labelled("s {}", STARTS), of("start", 1000))


def _labelled(pattern: str, labels: dict[str, str]) -> dict[str, str]:
    return {key: pattern.format(label) for key, label in labels.items()}


def _rows(cases: list[dict], labels: dict[str, str], cells: Callable[[dict, str], list[str]]) -> list[list[str]]:
    """Give a row for each label and case, without rows that have no number."""
    rows = [[label, str(case["events"]), *cells(case, key)] for key, label in labels.items() for case in cases]
    return [row for row in rows if set(row[2:]) != {NONE}]


def _times(case: dict, measure: str, ours: str, peers: list[str]) -> list[str]:
    times = {app: own[measure] for app, own in case.get("times", {}).items() if measure in own}

    def cell(app: str) -> str:
        time = times.get(app)
        return f"{time['median']:.0f} ({time['lower']:.0f}–{time['upper']:.0f})" if time else NONE

    def factor(peer: str) -> str:
        both = ours in times and peer in times
        return f"{times[peer]['median'] / times[ours]['median']:.1f}" if both else NONE

    return [cell(ours), *(text for peer in peers for text in (cell(peer), factor(peer)))]


def _number(case: dict, group: str, app: str, key: str, divisor: float, digits: int) -> str:
    value = case.get(group, {}).get(app, {}).get(key)
    return NONE if value is None else f"{value / divisor:.{digits}f}"


def under_load(load: dict) -> str:
    """Write what the server used under load as Markdown."""
    lines = ["# The server under load"]
    if acts := load.get("acts"):
        words = f"A rerun takes so many milliseconds of the server's processor, the mean of {acts['reruns']}:"
        lines += ["", *_wrapped(_machine(acts["about"]), "`python benchmarks/load.py` repeats it.", words), ""]
        lines += _table(["Page", "ms"], [[page, f"{value:.0f}"] for page, value in acts["pages"].items()])
        for readers in acts["readers"]:
            lines += ["", *_readers(readers)]
    if edits := load.get("edits"):
        lines += ["", *_edits(edits)]
    if exports := load.get("exports"):
        lines += ["", *_exports(exports)]
    if memory := load.get("memory"):
        command = f"`python benchmarks/load.py --visits {memory['series'][-1][0]}` repeats it."
        words = "The memory of the server after visits to all pages in turn, each a session that ends:"
        lines += ["", *_wrapped(_machine(memory["about"]), command, words), ""]
        lines += _table(["Visits", "MB"], [[f"{number:,}", f"{size:.1f}"] for number, size in memory["series"]])
        lines += _growth(memory["series"])
    return "\n".join([*lines, ""])


def _readers(readers: dict) -> list[str]:
    aim = f"The aim is 95 % within {ENOUGH} ms. {_aim(readers['p95'] <= ENOUGH)}" if readers["number"] == 100 else ""
    return _wrapped(
        f"{readers['number']} readers of pages other than the first acted for {readers['seconds']:g} s, each every "
        f"{readers['every']:g} s. Of {readers['answers']} answers, half came within {readers['p50']:.0f} ms, and 95 % "
        f"within {readers['p95']:.0f} ms. The server took {readers['cpu']:.0f} % of one core, and "
        f"{readers['memory']:.0f} KB of memory for each reader.",
        aim,
    )


def _edits(edits: dict) -> list[str]:
    every, lost, current = f"every {edits['between']:g} s", edits["lost"], edits["current"]
    return _wrapped(
        f"{_machine(edits['about'])} `python benchmarks/load.py --edited {edits['number']}` repeats it.",
        f"{edits['number']} readers acted for {edits['seconds']:g} s, each every {edits['every']:g} s.",
        _half(edits["alone"]),
        f"Then they acted as long again while the data was edited {edits['whole'] + edits['half']} times, {every}.",
        _half(edits["meanwhile"]),
        f"Edits that were only half saved: {edits['half']}. Readers who were lost: {lost}. Readers who were given the",
        f"last state: {current}. The aim is to lose nobody. {_aim(lost == 0 and current == edits['number'])}",
        *(f"What lost readers met: {why}." for why in edits["why"]),
    )


def _exports(exports: dict) -> list[str]:
    refused = Counter(exports["refused"])

    def of(part: dict) -> str:
        return f"{_half(part['acts'])} The first HTML came within {part['first']['p95']:.0f} ms in 95 % of the cases."

    return _wrapped(
        f"{_machine(exports['about'])} `python benchmarks/load.py --exported {exports['clients']}` repeats it.",
        f"{exports['number']} readers acted for {exports['seconds']:g} s, each every {exports['every']:g} s.",
        of(exports["alone"]),
        f"Then they acted as long again while {exports['clients']} clients asked for the {exports['exports']} exports,",
        f"each for one after the other. {of(exports['meanwhile'])}",
        f"The clients were given {exports['given']} files. Refused because the server was busy (503):",
        f"{refused.pop('503', 0)}. Refused because one address asked too often (429): {refused.pop('429', 0)}.",
        f"Answers of another kind: {refused.total()}.",
    )


def _half(answers: dict) -> str:
    return (
        f"Of {answers['answers']} answers, half came within {answers['p50']:.0f} ms, and 95 % within "
        f"{answers['p95']:.0f} ms."
    )


def _growth(series: Sequence[Sequence[float]]) -> list[str]:
    """Compare the memory at the end with that when all caches were full, if the visits went on so long."""
    full = next(((number, size) for number, size in series if number >= FULL), None)
    last, size = series[-1]
    if full is None or last <= full[0]:
        return []
    growth = round((size / full[1] - 1) * 100, 1)
    change = f"grew by {growth:.1f}" if growth >= 0 else f"shrank by {-growth:.1f}"
    return [
        "",
        *_wrapped(
            f"After {full[0]:,} visits the caches are full. From then until {last:,} visits, memory {change} %.",
            f"The aim is a growth of at most {FLAT} %. {_aim(growth <= FLAT)}",
        ),
    ]


def _wrapped(*sentences: str) -> list[str]:
    return textwrap.wrap(" ".join(sentences), 120, break_long_words=False, break_on_hyphens=False)


def _aim(is_met: bool) -> str:
    return "It is met." if is_met else "It is missed."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    rule = ["---", *("---:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=HERE, help="folder of the numbers and the reports")
    print(write(parser.parse_args(arguments).into))


if __name__ == "__main__":
    main()
