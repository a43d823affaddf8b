"""Code that loads a file from its address: what can run here is run against the real routes."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator

import pandas as pd
import pytest
import uvicorn
from starlette.applications import Starlette

from dashboard import exports
from dashboard.exports import ADDRESS, EXPORTS, TABLES, snippets_for
from dashboard.frames.filters import Filters
from dashboard.web import routes
from tests.real import SNAPSHOT as REAL
from tests.sample import Shelf

ASKED = Filters(year=("2018", "2022"), q="border security")
QUERY = "?year=2018&year=2022&q=border+security"


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """Serve the routes of the dashboard, and give their address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(Starlette(routes=routes.routes(Shelf(REAL))), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def code(name: str, tool: str, address: str) -> str:
    """Give the snippet of a tool for a file."""
    (found,) = [snippet for snippet in snippets_for(name) if snippet.tool == tool]
    return found.filled(address)


def ran(name: str, home: str) -> dict[str, object]:
    """Run the snippet for Python, and give its variables."""
    left: dict[str, object] = {}
    exec(code(name, "pandas", f"{home}/export/{name}{QUERY}"), left)
    return left


@pytest.mark.parametrize("name", TABLES)
def test_the_snippet_for_pandas_loads_csv_and_parquet(name, home):
    expected = exports.tables_of(REAL, ASKED)[name]
    assert len(expected) > 0
    pd.testing.assert_frame_equal(ran(f"{name}.parquet", home)["table"], expected)
    for ending in (".csv", "-excel.csv"):
        table = ran(f"{name}{ending}", home)["table"]
        assert list(table.columns) == list(expected.columns)
        assert len(table) == len(expected)


def test_the_snippets_for_pandas_load_the_workbook_and_json(home):
    expected = exports.tables_of(REAL, ASKED)
    sheets = ran("workbook.xlsx", home)["sheets"]
    assert {name: len(sheets[name.capitalize()]) for name in TABLES} == {name: len(expected[name]) for name in TABLES}
    data = ran("data.json", home)["data"]
    assert {name: len(data[name]) for name in TABLES} == {name: len(expected[name]) for name in TABLES}


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize("name", ["events.csv", "package.zip"])
def test_the_snippet_for_curl_saves_the_file_under_its_name(name, home, tmp_path):
    command = code(name, "curl", f"{home}/export/{name}{QUERY}")
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    (saved,) = tmp_path.iterdir()
    assert saved.name == exports.file_name(name, REAL, ASKED)
    assert saved.read_bytes() == EXPORTS[name].make(REAL, ASKED, exports.Options(site=home))


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_snippet_for_curl_fails_where_the_address_is_refused(home, tmp_path):
    command = code("events.csv", "curl", f"{home}/export/events.csv?year=1918")
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False, capture_output=True, timeout=60)
    assert (done.returncode, list(tmp_path.iterdir())) == (22, [])


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
@pytest.mark.parametrize(
    ("name", "package"),
    [("events.csv", "readr"), ("events-excel.csv", "readr"), ("data.json", "jsonlite"), ("workbook.xlsx", "readxl")],
)
def test_the_snippet_for_r_loads_the_file(name, package, home):
    probe = ["Rscript", "-e", f"quit(status = !requireNamespace('{package}', quietly = TRUE))"]
    if subprocess.run(probe, check=False, capture_output=True, timeout=120).returncode:
        pytest.skip(f"the package {package} of R is not installed")
    script = code(name, "r", f"{home}/export/{name}{QUERY}") + (
        "if (!exists('events')) events <- if (is.data.frame(table)) table else data$events\n"
        "cat(nrow(events), names(events)[1])\n"
    )
    done = subprocess.run(["Rscript", "-e", script], check=True, capture_output=True, text=True, timeout=120)
    assert done.stdout.split()[-2:] == [str(len(REAL.select(ASKED).events)), "event_id"]


@pytest.mark.parametrize("name", [*EXPORTS])
def test_every_snippet_has_the_address_once_and_nothing_else_to_fill_in(name):
    found = snippets_for(name)
    assert len({snippet.tool for snippet in found}) == len(found)
    assert found[-1].tool == "curl"
    for snippet in found:
        assert snippet.code.count(ADDRESS) == 1
        assert ADDRESS not in snippet.filled("https://example.org")
        assert snippet.code.endswith("\n") and len(max(snippet.code.splitlines(), key=len)) <= 120


def test_every_table_can_be_loaded_by_four_tools():
    for name in (*(f"{table}.csv" for table in TABLES), "events.parquet", "workbook.xlsx", "data.json"):
        assert [snippet.tool for snippet in snippets_for(name)] == ["pandas", "r", "excel", "curl"]
    assert [snippet.tool for snippet in snippets_for("timeline.html")] == ["curl"]
