"""What `docs/adding-a-page.md` says: two changes make a page, and all the rest follows from them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_house import misplaced, siblings

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow  # the app with one more page starts in a process of its own

WALK = (ROOT / "docs" / "adding-a-page.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(python|html|diff)\n(.*?)```", re.S)

PROGRAM = """
import json
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard import exports, library
from dashboard.frames.filters import Filters
from dashboard.publish import pages
from dashboard.publish.edition import Edition
from dashboard.web import address
from dashboard.web import routes

snapshot = library.shared().current()
app = AppTest.from_string("from dashboard import page\\npage.main()", default_timeout=60)
app.query_params["page"] = "countries"
app.run()
drawn = [json.loads(part.proto.json) for part in app.get("bidi_component")]
client = TestClient(Starlette(routes=routes.routes(library.shared())))
print(json.dumps({
    "exports": {name: export.label for name, export in exports.EXPORTS.items()},
    "pictures": list(exports.PICTURES),
    "pages": list(address.PAGES.items()),
    "links": [page["label"] for part in drawn for page in part.get("ways", {}).get("pages", [])],
    "charts": [part["view"] for part in drawn if "view" in part],
    "panel": any(part.proto.component_name == "panel" for part in app.get("bidi_component")),
    "html": [part.proto.body for part in app.get("html")],
    "failed": [error.value for error in app.exception],
    "files": [leaf.path for leaf in pages.leaves(Edition(snapshot)) if leaf.page.key == "countries"],
    "csv": client.get("/export/countries.csv?weight=any").text,
    "names": [exports.file_name(f"{name}.csv", snapshot, Filters()) for name in ("countries", "unplaced")],
    "answers": [client.get(path).status_code for path in (
        "/export/countries.html", "/export/unplaced.csv?page=countries", "/linked/figure/countries",
    )],
}))
"""


def places() -> dict[str, list[tuple[str, str]]]:
    """Give what the walk changes: each file, with its blocks of code and their kinds."""
    found: dict[str, list[tuple[str, str]]] = {}
    for section in WALK.split("\n## "):
        if blocks := BLOCK.findall(section):
            (file,) = re.findall(r"`(dashboard/topics/[\w/]+\.(?:py|html))`", section)
            found.setdefault(file, []).extend(blocks)
    return found


def patched(source: str, change: str) -> str:
    """Apply a change without line numbers: lines that begin with a space stay, `-` goes and `+` comes."""
    lines = change.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert source.count(before) == 1, f"the walk changes lines that are not in the file:\n{before}"
    return source.replace(before, after)


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict:
    """Follow the walk in a copy of the program, and say what the copy shows and offers."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "dashboard", copy / "dashboard", ignore=shutil.ignore_patterns("__pycache__"))
    for file, blocks in places().items():
        path = copy / file
        path.parent.mkdir(exist_ok=True)
        for kind, code in blocks:
            written = code if kind != "diff" else patched(path.read_text(encoding="utf-8"), code)
            path.write_text(written, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "DASHBOARD_DATA": str(ROOT / "data")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_page_takes_two_places():
    assert list(places()) == [
        "dashboard/topics/countries/__init__.py",
        "dashboard/topics/countries/list.html",
        "dashboard/topics/__init__.py",
    ]


def test_the_folder_keeps_the_order_of_the_house():
    ((_, code),) = places()["dashboard/topics/countries/__init__.py"]
    assert misplaced("topics", code) == []
    assert siblings("countries", code) == []


def test_the_page_is_in_the_navigation_and_can_be_opened(seen):
    after = seen["pages"].index(["coverage", "Sources"]) + 1
    assert seen["pages"][after] == ["countries", "Countries"]
    assert seen["links"][:3] == ["Sources", "Countries", "Data quality"]
    assert seen["failed"] == []
    assert seen["charts"] == ["countries"]
    assert any("<li>Tajikistan: " in html for html in seen["html"])
    assert seen["panel"], "a page that follows the filters has them beside it"


def test_the_page_has_its_files(seen):
    names = list(seen["exports"])
    after = names.index("coverage-events.csv") + 1
    assert names[after : after + 3] == ["countries.html", "countries.csv", "unplaced.csv"]
    assert seen["exports"]["countries.html"] == "Events by country, page that works offline"
    assert seen["exports"]["unplaced.csv"] == "Events without a country, CSV"
    assert {"countries.png", "countries.svg", "countries.pdf"} < set(seen["pictures"])
    assert seen["answers"] == [200, 200, 200]
    assert seen["csv"].startswith("country,n_events\nAustria,2\n")
    assert [name.endswith("-events.csv") for name in seen["names"]] == [True, False]


def test_the_page_is_in_an_edition_without_a_server(seen):
    assert seen["files"] == ["countries.html", "countries/any.html"]
