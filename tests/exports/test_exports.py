"""Downloads: read back, the same each time, and harmless."""

import io
import json
import os
import re
import shutil
import sys
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pandas as pd
import plotly.graph_objects as go
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import __version__, cli, exports, frames
from dashboard.cli.export import FACETS
from dashboard.exports import EXPORTS, PICTURES, Options
from dashboard.frames import filters
from dashboard.frames.claims import CLAIMS
from dashboard.frames.filters import Filters
from dashboard.records.model import Dataset
from dashboard.topics.explore import figures
from tests.sample import CODE, DATASET, EMPTY, HOSTILE, snapshot

SNAPSHOT = snapshot()
EVERYTHING = Filters(weight=("main", "secondary", "minor", "related"))
FRAMES = {"events": frames.EVENTS, "roles": frames.ROLES, "sources": frames.SOURCES, "claims": CLAIMS}
DATA = Path(__file__).parents[2] / "data"


def made(name: str, asked: Filters = EVERYTHING, options: Options = exports.DEFAULTS, of=SNAPSHOT) -> bytes:
    """Make an export; an export about one event is about the first one."""
    return EXPORTS[name].make(of, asked, {"event": next(iter(of.dataset.events), "")} | options)


def table(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame as texts: days as `2018-05-03`, and nothing for what is not known."""
    return pd.DataFrame(
        [[written(value) for value in row] for row in frame.itertuples(index=False)], columns=frame.columns, dtype="str"
    )


def written(value: object) -> str:
    return "" if pd.isna(value) else f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)


def harmless(text: str) -> str:
    """Write an apostrophe before a text that begins as a formula; the sample has no other case."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


class Page(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize(
    ("of", "asked"),
    [
        (SNAPSHOT, Filters()),
        (SNAPSHOT, Filters(q="zzz")),
        (SNAPSHOT, Filters(kind=("follow-up",))),
        (snapshot(EMPTY), Filters()),
    ],
    ids=["shown", "nothing found", "undated only", "no data"],
)
def test_every_export_is_made_of_anything_and_the_same_each_time(name, of, asked):
    if name.partition(".")[0] in ("event", "event-csl") and not of.dataset.events:
        with pytest.raises(exports.NeedsEventError):
            made(name, asked, of=of)
        return
    first, second = made(name, asked, of=of), made(name, asked, of=snapshot(of.dataset))
    assert first
    assert first == second


def test_an_export_is_named_and_typed():
    assert [name for name, export in EXPORTS.items() if export.name != name or not export.label] == []
    assert [name for name, of in EXPORTS.items() if not of.mime.startswith(("text/", "application/"))] == []


@pytest.mark.parametrize("name", [name for name in EXPORTS if not name.endswith((".xlsx", ".parquet", ".zip"))])
def test_text_ends_with_one_newline(name):
    text = made(name).decode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text or name.endswith((".html", ".ics"))


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize(
    ("asked", "lengths"),
    [(EVERYTHING, (5, 8, 6, 23)), (Filters(("2018",)), (1, 3, 2, 18)), (Filters(q="zzz"), (0, 0, 0, 0))],
    ids=["all", "2018", "nothing"],
)
def test_csv_reads_back_as_the_frame(name, asked, lengths):
    rows = dict(zip(FRAMES, lengths, strict=True))[name]
    read = table(made(f"{name}.csv", asked))
    assert list(read.columns) == list(FRAMES[name])
    expected = as_text(exports.tables_of(SNAPSHOT, asked)[name]).map(harmless)
    assert read.values.tolist() == expected.values.tolist()
    assert len(read) == rows


def test_csv_writes_days_as_iso_days_and_nothing_for_none():
    events = table(made("events.csv")).set_index("event_id")
    assert list(events.loc["2019-side", ["start", "first", "last"]]) == ["2019-05", "2019-05-01", "2019-05-31"]
    assert list(events.loc["undated-plan", ["start", "first", "last", "year", "edition"]]) == [""] * 5


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_csv_cells_are_no_formulas(start):
    frame = pd.DataFrame({"text": [f"{start}1+1", f"a{start}"], "number": [-1, 2]}).astype({"text": "str"})
    read = pd.read_csv(io.BytesIO(exports.csv(frame)))
    assert read["text"][0] == f"'{start}1+1".replace("\r", "\n")
    assert read["text"][1] == f"a{start}".replace("\r", "\n")
    assert list(read["number"]) == [-1, 2]
    assert frame["text"][0] == f"{start}1+1"


@pytest.mark.parametrize("text", ["=1", "'=1", "''@a", "'a", "a", "'", "", "＝1", "-1"])
def test_whoever_takes_one_apostrophe_away_before_a_sign_has_the_text_as_it_was(text):
    written = table(exports.csv(pd.DataFrame({"text": [text, "x"]}).astype("str")))["text"][0]
    assert restored(written) == text
    assert not written.startswith(exports.FORMULA)


def restored(cell: str) -> str:
    """Give the text of a cell of a CSV file as it is in the data, by the rule that docs/names.md gives."""
    (pattern,) = re.findall(r're\.sub\(r"(.+?)"', (DATA.parent / "docs" / "names.md").read_text(encoding="utf-8"))
    return re.sub(pattern, "", cell)


@given(st.text(st.sampled_from("=+-@＝\t\n;'\"a "), max_size=12))
def test_taking_the_apostrophes_away_restores_any_text(text):
    content = exports.csv(pd.DataFrame({"text": [text], "other": ["x"]}).astype("str"))
    assert restored(table(content)["text"][0]) == text


@pytest.mark.parametrize("separator", [";", "\t", "\n", ";'", ';"'])
def test_no_cell_is_a_formula_where_a_spreadsheet_expects_another_sign_between_cells(separator):
    """In countries that write decimals with a comma, Excel begins a new cell at each semicolon outside of quotes."""
    content = exports.csv(pd.DataFrame({"id": ["x"], "text": [f"a{separator}=1+1"]}).astype("str")).decode()
    cells = [cell.strip('"') for line in content.split("\n") for cell in re.split("[;\t]", line)]
    assert not [cell for cell in cells if cell.startswith(exports.FORMULA)]
    assert table(content.encode())["text"][0] == f"a{separator[0]}'{separator[1:]}=1+1"


def test_formulas_in_the_data_are_defused_in_csv_and_kept_elsewhere():
    assert "'=cmd()<b>" in set(table(made("events.csv"))["label"])
    assert "'-1 source" in set(table(made("roles.csv"))["note"])
    assert "'@UN: Meeting" in set(table(made("sources.csv"))["title"])
    assert "=cmd()<b>" in {event["label"] for event in json.loads(made("data.json"))["events"]}


def test_the_workbook_reads_back_as_the_frames():
    book = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx")))
    assert book.sheetnames == ["Events", "Roles", "Sources", "Claims", "Columns", "About"]
    for name in FRAMES:
        head, *rows = book[name.capitalize()].iter_rows(values_only=True)
        assert list(head) == list(FRAMES[name])
        shown = [["" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in row] for row in rows]
        assert shown == as_text(exports.tables_of(SNAPSHOT, EVERYTHING)[name]).values.tolist()


def test_no_cell_of_the_workbook_is_a_formula_or_a_link():
    book = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=cmd()<b>" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s", "n", "d", "b"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_the_workbook_knows_no_clock():
    with zipfile.ZipFile(io.BytesIO(made("workbook.xlsx"))) as book:
        core = book.read("docProps/core.xml").decode()
        assert core.count("2026-03-01T00:00:00Z") == 2
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_says_what_it_is():
    book = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx", Filters(year=("2018",)))))
    about = dict(book["About"].iter_rows(values_only=True))
    assert (about["name"], about["updated"], about["stamp"]) == ("Dushanbe Process", "2026-03-01", SNAPSHOT.stamp)
    assert about["choice"] == "1 of 5 events; filters: 2018"
    assert (about["n_events"], about["n_sources"], about["rights"]) == (1, 2, exports.rights(DATASET))


def test_a_day_before_excel_is_text():
    old = frames.build(DATASET).events.assign(first=pd.Timestamp(1899, 1, 1))
    held = frames.Frames(old, SNAPSHOT.frames.roles, SNAPSHOT.frames.sources)
    of = type(SNAPSHOT)(SNAPSHOT.stamp, DATASET, (), held)
    sheet = openpyxl.load_workbook(io.BytesIO(made("workbook.xlsx", of=of)))["Events"]
    assert sheet.cell(2, list(frames.EVENTS).index("first") + 1).value == "1899-01-01"


def test_json_reads_back_as_the_frames():
    content = json.loads(made("data.json"))
    assert list(content) == ["meta", *FRAMES]
    for name, columns in FRAMES.items():
        assert all(list(record) == list(columns) for record in content[name])
        shown = [["" if value is None else str(value) for value in record.values()] for record in content[name]]
        assert shown == as_text(exports.tables_of(SNAPSHOT, EVERYTHING)[name]).values.tolist()


def test_json_says_what_it_is():
    content = json.loads(made("data.json", Filters(organizer=("un",))))
    assert content["meta"] == {
        "name": "Dushanbe Process",
        "updated": "2026-03-01",
        "stamp": SNAPSHOT.stamp,
        "published": True,
        "filters": {"organizer": ["un"], "weight": ["main", "secondary"]},
        "n_events": 2,
        "n_events_in_all": 5,
        "choice": "2 of 5 events; filters: UN",
        "n_sources": 2,
        "rights": exports.rights(DATASET),
        "software": f"Dushanbe Process dashboard {__version__}",
    }


NO_ROOM = (".csv", "-csl.json", ".ftm.json", ".jsonld", ".ris")
"""The ends of files whose format has no place for the program that made them."""


@pytest.mark.parametrize("name", [name for name in EXPORTS if not name.endswith(NO_ROOM)])
def test_a_file_with_room_for_it_names_the_version_that_made_it(name):
    content = made(name)
    if name.endswith(".xlsx"):
        assert openpyxl.load_workbook(io.BytesIO(content)).properties.description == (
            f"Made by Dushanbe Process dashboard {__version__}"
        )
    elif name.endswith(".parquet"):
        about = json.loads(pyarrow.parquet.read_schema(io.BytesIO(content)).metadata[b"dushanbe-process"])
        assert about["software"] == f"Dushanbe Process dashboard {__version__}"
    elif name.endswith(".zip"):
        readme = zipfile.ZipFile(io.BytesIO(content)).read("README.md").decode()
        assert f"- Made by: Dushanbe Process dashboard {__version__}" in readme
    elif name.endswith(".html"):
        (generator,) = [attrs["content"] for _, attrs in Page(content).found if attrs.get("name") == "generator"]
        assert generator == f"Dushanbe Process dashboard {__version__}"
    else:
        assert f"Dushanbe Process dashboard {__version__}" in content.decode()


def test_json_has_null_for_what_is_not_known_and_keeps_zero():
    plan = json.loads(made("data.json"))["events"][-1]
    assert (plan["event_id"], plan["first"], plan["year"], plan["city"], plan["n_disputes"]) == (
        "undated-plan",
        None,
        None,
        None,
        0,
    )


def test_the_timeline_csv_holds_the_events_drawn():
    drawn = {point[0] for trace in figures.timeline(SNAPSHOT.frames.events).data for point in trace.customdata}
    assert set(table(made("timeline.csv"))["event_id"]) == drawn
    assert "undated-plan" not in drawn


@pytest.mark.parametrize("columns", exports.OPTIONS["columns"])
@pytest.mark.parametrize("sort", exports.OPTIONS["sort"])
def test_the_matrix_csv_holds_the_roles_drawn_row_by_row(columns, sort):
    options = Options(columns=columns, sort=sort)
    read = table(made("matrix.csv", EVERYTHING, options))
    figure = json.loads(exports.figure_json("matrix", SNAPSHOT, EVERYTHING, options))["figure"]
    drawn = {tuple(point) for trace in figure["data"] for point in trace["customdata"]}
    assert set(zip(read["event_id"], read["organizer_id"], strict=True)) == drawn
    assert list(dict.fromkeys(read["organizer_id"])) == figure["layout"]["yaxis"]["tickvals"]
    assert set(figure["layout"]["xaxis"]["tickvals"]) >= set(read["event_id"])


def test_the_matrix_shows_conferences_or_all_events():
    assert set(table(made("matrix.csv"))["event_id"]) == {"2018-dushanbe", "2022-dushanbe"}
    assert len(set(table(made("matrix.csv", options=Options(columns="all")))["event_id"])) == 4


def test_a_figure_as_json_is_named_for_its_file():
    content = json.loads(exports.figure_json("timeline", SNAPSHOT, Filters(year=("2018",))))
    assert content["name"] == "dushanbe-process-timeline-2018-1-of-5-events"
    assert content["figure"]["layout"]["title"]["text"] == "Dushanbe Process: Timeline"


@pytest.mark.parametrize("name", ["timeline.html", "matrix.html"])
def test_a_page_needs_no_network(name):
    content = made(name, options=Options(columns="all"))
    page = Page(content)
    assert not [attrs for _, attrs in page.found if {"src", "href"} & set(attrs)]
    (policy,) = [attrs["content"] for tag, attrs in page.found if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert b'"showSendToCloud": false' in content
    assert b'"plotlyServerURL"' not in content.partition(b"Plotly.newPlot(")[2]
    assert len(content) < 2_000_000, "it carries more of plotly.js than it draws with"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("timeline.html", "Dushanbe Process: Two conferences from 2018 to 2022"),
        ("matrix.html", "Dushanbe Process: Organizers and their roles"),
    ],
)
def test_a_page_says_what_it_is(name, title):
    content = made(name)
    page = Page(content)
    assert ("html", {"lang": "en"}) in page.found
    assert f"<title>{title}</title>".encode() in content
    (description,) = [attrs["content"] for tag, attrs in page.found if attrs.get("name") == "description"]
    assert description.endswith(".")
    assert [attrs["id"] for tag, attrs in page.found if "plotly-graph-div" in (attrs.get("class") or "")] == [name[:-5]]
    assert "data of 1 March 2026" in content.decode()


@pytest.mark.parametrize("name", ["timeline.html", "matrix.html"])
def test_text_of_the_data_is_no_markup_on_a_page(name):
    wild = {event.id: event.model_copy(update={"city": CODE, "label": HOSTILE}) for event in DATASET.events.values()}
    content = made(name, Filters(q="conference"), of=snapshot(Dataset(**{**vars(DATASET), "events": wild}))).decode()
    assert HOSTILE not in content
    assert CODE not in content
    assert content.count("<script") == made(name, Filters(q="zzz")).decode().count("<script")


@pytest.mark.parametrize(
    ("name", "asked", "file"),
    [
        ("events-excel.csv", {}, "dushanbe-process-events-excel-4-of-5.csv"),
        ("package.zip", {"year": ("2022",)}, "dushanbe-process-package-2022-1-of-5-events.zip"),
        ("timeline.svg", {"year": ("2022",)}, "dushanbe-process-timeline-2022-1-of-5-events.svg"),
        ("data.json", {}, "dushanbe-process-data-4-of-5-events.json"),
        ("events.csv", {}, "dushanbe-process-events-4-of-5.csv"),
        ("events.csv", {"weight": filters.EVERY_WEIGHT}, "dushanbe-process-events-all.csv"),
        ("events.csv", {"q": "../zzz"}, "dushanbe-process-events-text-0-of-5.csv"),
        ("quality.csv", {"year": ("2022",)}, "dushanbe-process-quality.csv"),
        ("coverage-events.html", {}, "dushanbe-process-coverage-events.html"),
        ("entities.ftm.json", {}, "dushanbe-process-entities-4-of-5-events.ftm.json"),
        ("dataset-csl.json", {"year": ("2022",)}, "dushanbe-process-dataset-csl.json"),
        ("view.bib", {"year": ("2022",)}, "dushanbe-process-view-2022-1-of-5-events.bib"),
    ],
)
def test_a_file_is_named_by_its_filters_and_by_how_many_of_all_events_it_holds(name, asked, file):
    assert exports.file_name(name, SNAPSHOT, Filters(**asked)) == file


def test_a_file_about_one_event_is_named_by_it():
    options = Options(event="2019-side")
    for name in ("event.bib", "event-csl.json"):
        stem, _, ending = name.partition(".")
        file = f"dushanbe-process-{stem}-2019-side.{ending}"
        assert exports.file_name(name, SNAPSHOT, Filters(year=("2022",)), options) == file
        assert exports.part_of_all(name, SNAPSHOT, Filters(year=("2022",)), options) == ""
    assert exports.file_name("events.csv", SNAPSHOT, Filters(), options) == "dushanbe-process-events-4-of-5.csv"


def test_a_long_file_name_is_cut_between_words():
    asked = Filters(organizer=("united-nations", "tajikistan") * 20)
    name = exports.file_name("events.csv", SNAPSHOT, asked)
    assert len(name) <= len("dushanbe-process-events--2-of-5.csv") + exports.SLUG_LENGTH
    assert name.removesuffix("-2-of-5.csv").endswith(("-nations", "-tajikistan", "-united"))
    assert len(exports.file_name("events.csv", SNAPSHOT, Filters(organizer=("a" * 300,)))) < 130


def test_options_are_read_from_the_address():
    assert exports.DEFAULTS == {"columns": "conferences", "sort": "kind", "order": "time"}
    assert exports.parse_options({}) == (exports.DEFAULTS, [])
    assert exports.parse_options({"columns": ["all"], "sort": ["name"]}) == (
        {"columns": "all", "sort": "name", "order": "time"}, [],
    )  # fmt: skip
    assert exports.parse_options({"columns": ["some"], "sort": ["kind"]}) == (exports.DEFAULTS, [("columns", "some")])


# Pictures


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_pictures_are_drawn(ending, start):
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"))):
        pytest.skip("pictures are drawn by Chrome or Chromium")
    assert PICTURES[f"matrix.{ending}"].make(SNAPSHOT, Filters()).startswith(start)


def test_a_picture_is_drawn_by_a_browser_without_network(monkeypatch):
    import kaleido

    asked = {}
    monkeypatch.setattr(kaleido, "calc_fig_sync", lambda figure, **given: asked.update(given) or b"drawn")
    assert PICTURES["timeline.png"].make(SNAPSHOT, Filters()) == b"drawn"
    assert asked["opts"]["scale"] == 2
    assert asked["kopts"] == {"mathjax": False, "proxy_server": "127.0.0.1:9"}
    PICTURES["timeline.svg"].make(SNAPSHOT, Filters())
    assert asked["opts"]["scale"] == 1


def test_without_kaleido_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(exports.PictureError, match="pip install kaleido"):
        PICTURES["timeline.png"].make(SNAPSHOT, Filters())


@pytest.mark.parametrize(
    ("error", "advice"), [("ChromeNotFoundError", "Chrome or Chromium"), ("BrowserFailedError", "did not start")]
)
def test_without_chrome_it_is_said_what_to_install(monkeypatch, error, advice):
    import kaleido
    from kaleido import errors

    def fail(figure: go.Figure, **given):
        raise getattr(errors, error)("no")

    monkeypatch.setattr(kaleido, "calc_fig_sync", fail)
    with pytest.raises(exports.PictureError, match=advice):
        PICTURES["timeline.png"].make(SNAPSHOT, Filters())


# The command


@pytest.fixture
def run(monkeypatch, tmp_path, capfd):
    """Give a function that runs the command in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dashboard.library.Library.settled", lambda library: SNAPSHOT)

    def run(*words: str) -> tuple[int, str, str]:
        try:
            code = cli.main(["export", *words])
        except SystemExit as stop:
            code = stop.code
        return code, *capfd.readouterr()

    return run


def test_the_command_writes_a_file_named_by_the_filters(run, tmp_path):
    code, out, err = run("events.csv", "--year", "2018", "2022", "--organizer", "tajikistan", "--weight", "main")
    assert (code, err) == (0, "")
    path = tmp_path / "dushanbe-process-events-2018-2022-tajikistan-main-2-of-5.csv"
    assert out == f"{path}\n"
    assert path.read_bytes() == made("events.csv", Filters(("2018", "2022"), ("tajikistan",), weight=("main",)))
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_writes_to_a_file_a_folder_and_the_standard_output(run, tmp_path):
    expected = made("matrix.csv", Filters(), Options(columns="all", sort="name"))
    words = ("matrix.csv", "--columns", "all", "--sort", "name", "-o")
    (tmp_path / "old.csv").write_text("old")
    (tmp_path / "folder").mkdir()
    assert run(*words, "old.csv")[0] == 0
    assert (tmp_path / "old.csv").read_bytes() == expected
    assert run(*words, "folder")[0] == 0
    assert (tmp_path / "folder" / "dushanbe-process-matrix-4-of-5-events.csv").read_bytes() == expected
    assert run(*words, "-")[:2] == (0, expected.decode())


def test_the_command_says_what_it_leaves_out_unless_it_was_asked_for(run):
    hidden = "not in the file: bilateral talks and mentions; add --weight any for all events"
    assert run("events.csv", "-o", "-")[2] == f"python -m dashboard: {hidden}\n"
    for words in (("events.csv", "--weight", "any"), ("events.csv", "--weight", "main"), ("quality.csv",)):
        assert run(*words, "-o", "-")[2] == ""
    assert run("events.csv", "--weight", "any", "-o", "-")[1].count("\n") == 1 + len(DATASET.events)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--year", "2081"), 'year "2081" is not known'),
        (("--organizer", "tadjikistan"), 'organizer "tadjikistan" is not known; if you meant "tajikistan", write that'),
        (("--role", "hst", "--kind", "conferense"), '"conferense" is not known; if you meant "conference", write'),
    ],
)
def test_an_unknown_value_is_named_with_the_nearest_in_one_line(run, words, message, tmp_path):
    code, out, err = run("events.csv", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert not list(tmp_path.iterdir())


def test_the_command_lists_every_file_with_its_purpose(run):
    code, out, err = run("--list")
    assert (code, err) == (0, "")
    listed = [tuple(re.split(" {2,}", line)) for line in out.splitlines()]
    assert listed == [(name, export.purpose) for name, export in (EXPORTS | PICTURES).items()]
    assert all(purpose.endswith(".") and len(purpose) < 110 for _, purpose in listed)


def test_an_unknown_export_is_refused(run):
    code, _, err = run("event.csv")
    assert code == 2
    assert "events.csv" in err


def test_help_names_every_export_and_filter(run):
    code, out, _ = run("--help")
    assert code == 0
    options = [f"--{option}" for option in (*filters.FACETS, *filters.FREE, *exports.OPTIONS, "data")]
    unbroken = "".join(out.split())  # names are broken at their hyphens
    for word in [*EXPORTS, *PICTURES, *options]:
        assert word in unbroken
    assert tuple(FACETS) == filters.FACETS


def test_an_event_an_address_and_a_day_of_access_are_options(run, tmp_path):
    words = ("--event", "2022-dushanbe", "--base-url", "https://dushanbe.example/", "--accessed", "2026-11-27")
    code, out, err = run("event.bib", *words)
    assert (code, err) == (0, "")
    file = Path(out.strip())
    assert file.name == "dushanbe-process-event-2022-dushanbe.bib"
    text = file.read_text(encoding="utf-8")
    assert "url = {https://dushanbe.example/events/2022-dushanbe}" in text
    assert "urldate = {2026-11-27}" in text


def test_the_address_may_come_from_the_environment(run, monkeypatch):
    monkeypatch.setenv("DASHBOARD_URL", "https://dushanbe.example")
    assert "url = {https://dushanbe.example/}" in run("dataset.bib", "-o", "-")[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("event.bib",), "This file is about one event. Write the id of the event as “event”, for example "),
        (("event.bib", "--event", "2022-dushanbee"), 'if you meant "2022-dushanbe", write that.'),
        (("view.bib", "--event", "2022-dushanbee"), 'if you meant "2022-dushanbe", write that.'),
        (
            ("dataset.ris", "--accessed", "today"),
            '"today" is not a day of access; write a day like ',
        ),
        *(
            (("events.csv", "--base-url", address), "is not a public address; begin it with https:// or http://")
            for address in ("dushanbe.example", "https://dushanbe.example/?page=1", "https://dushanbe.example/a b")
        ),
    ],
)
def test_an_option_that_cannot_be_used_is_refused_in_one_line(run, words, message, tmp_path):
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert not list(tmp_path.iterdir())


def test_nothing_found_is_said_and_still_written(run):
    code, out, err = run("events.csv", "--q", "zzz", "-o", "-")
    assert (code, out.count("\n")) == (0, 1)
    assert "no event passes" in err


def test_without_a_browser_the_command_says_so_in_one_line(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "kaleido", None)
    code, out, err = run("timeline.png")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "pip install kaleido" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("target", ["nowhere/x.csv", "file/x.csv"])
def test_a_file_that_cannot_be_written_is_named_in_one_line(run, tmp_path, target):
    (tmp_path / "file").write_text("")
    code, out, err = run("events.csv", "-o", target)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert f"{target} cannot be written" in err


def test_a_failure_half_way_leaves_the_old_file(run, monkeypatch, tmp_path):
    (tmp_path / "old.csv").write_text("old")

    def fail(path, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert run("events.csv", "-o", "old.csv")[0] == 1
    assert (tmp_path / "old.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]


def test_a_device_is_written_to_and_not_replaced(run):
    assert run("events.csv", "-o", os.devnull)[0] == 0
    assert not Path(os.devnull).is_file()


def test_a_folder_without_events_is_an_error(run, monkeypatch, tmp_path):
    monkeypatch.setattr("dashboard.library.Library.settled", lambda library: snapshot(EMPTY))
    code, out, err = run("events.csv", "--data", str(tmp_path))
    assert (code, out) == (1, "")
    assert "no event can be read" in err
