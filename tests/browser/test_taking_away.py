"""Downloads: each is asked for as a reader would, and read back."""

import csv
import json
import re
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from dashboard.exports import file_name
from dashboard.frames.filters import Filters
from tests.browser.test_paper import flat
from tests.browser.visitor import Visitor

CHARTS = ("timeline", "matrix")
INK = (28, 39, 51)


def take(visitor: Visitor, part: str, name: str, folder: Path) -> Path:
    """Take a file from a part of the panel “Take away”; the panel is closed again."""
    with visitor.taking(part) as panel:
        stem = name.partition(".")[0]
        choice = panel.locator(f"[data-wish='view:{stem}'], [data-wish='table:{stem}']")
        expect(panel.locator("[data-format]").first).to_be_visible()
        if choice.count():
            choice.click()
        with visitor.page.expect_download() as waiting:
            panel.locator(f"[data-format='{name}']").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure(home: str, chart: str, query: str) -> dict:
    with urllib.request.urlopen(f"{home}linked/figure/{chart}?{query}") as answer:
        return json.load(answer)["figure"]


def test_pictures_are_drawn_in_double_size_and_not_blank(visitor, home, snapshot, tmp_path):
    visitor.open("year=2022")
    for chart in CHARTS:
        path = take(visitor, "Chart", f"{chart}.png", tmp_path)
        assert path.name == file_name(f"{chart}.png", snapshot, Filters(year=("2022",)))
        layout = figure(home, chart, "year=2022")["layout"]
        with Image.open(path) as picture:
            assert picture.size == (2 * layout["width"], 2 * layout["height"])
            colors = {color: count for count, color in picture.convert("RGB").getcolors(1 << 20)}
        assert len(colors) > 50
        assert colors[(255, 255, 255)] > 100_000 and colors[INK] > 500


def test_drawings_state_title_filters_sources_date_and_project(desk, snapshot, tmp_path):
    desk.open("year=2022&organizer=osce")
    for chart in CHARTS:
        path = take(desk, "Chart", f"{chart}.svg", tmp_path)
        assert path.name == file_name(f"{chart}.svg", snapshot, Filters(year=("2022",), organizer=("osce",)))
        drawing = ElementTree.parse(path).getroot()
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
        texts = ["".join(node.itertext()) for node in drawing.iter("{http://www.w3.org/2000/svg}text")]
        together = " ".join(texts)
        assert any(text.startswith("Dushanbe Process: ") for text in texts)
        assert (
            f"of {len(snapshot.dataset.events)} events; filters: 2022, OSCE" in together
            and "sources · data of" in together
        )
        assert "Dushanbe Process dashboard" in together
        assert any("Dushanbe 2022" in text for text in texts)


def test_drawings_of_everything_name_every_conference(desk, snapshot, tmp_path):
    desk.open()
    for chart in CHARTS:
        drawing = take(desk, "Chart", f"{chart}.svg", tmp_path).read_text(encoding="utf-8")
        for label in ("Dushanbe 2018", "Dushanbe 2019", "Dushanbe 2022", "Kuwait City 2024"):
            assert label in drawing
        assert f"of {len(snapshot.dataset.events)} events; not shown: bilateral talks and mentions" in drawing


def test_a_chart_as_pdf_is_a_page_of_its_own_with_text(desk, snapshot, tmp_path):
    desk.open("year=2022&organizer=osce")
    path = take(desk, "Chart", "timeline.pdf", tmp_path)
    assert path.name == file_name("timeline.pdf", snapshot, Filters(year=("2022",), organizer=("osce",)))
    (sheet,) = PdfReader(path).pages
    text = flat(sheet.extract_text())
    assert flat("Dushanbe Process: timeline") in text and flat("filters: 2022, OSCE") in text


def test_downloaded_pages_work_without_a_network_and_ask_for_nothing(desk, browser, snapshot, tmp_path):
    desk.open("year=2022&year=2024")
    for chart in CHARTS:
        path = take(desk, "Chart", f"{chart}.html", tmp_path)
        assert path.name == file_name(f"{chart}.html", snapshot, Filters(year=("2022", "2024")))
        read_offline(browser, path)


def read_offline(browser: Browser, path: Path) -> None:
    """Open a downloaded page without a network: its chart is drawn, it asks for nothing, and offers no upload."""
    context = browser.new_context(offline=True)
    asked, said = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .points path")).not_to_have_count(0)
    page.locator(".js-plotly-plot").hover()
    expect(page.locator(".modebar-btn")).not_to_have_count(0)
    titles = page.locator(".modebar-btn").evaluate_all("(all) => all.map((one) => one.dataset.title ?? '')")
    assert not [title for title in titles if "share" in title.lower() or "cloud" in title.lower()]
    assert page.locator(".plotlyjsicon, .modebar-btn--logo").count() == 0
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [path.as_uri()]
    assert said == []
    context.close()


def test_tables_hold_what_the_page_shows(desk, snapshot, tmp_path):
    desk.open("year=2022&columns=all")
    marks = set(desk.marks("matrix"))
    desk.button("timeline", "Table").click()
    desk.button("matrix", "Table").click()
    shown = desk.view("timeline").locator("tbody tr").evaluate_all(
        "(all) => all.map((row) => [row.dataset.event, row.cells[0].textContent, row.cells[1].textContent])"
    )  # fmt: skip
    assert len(shown) == 9

    events = rows(take(desk, "Data", "events.csv", tmp_path))
    assert [[row["event_id"], row["when"], row["label"]] for row in events] == shown
    timeline = rows(take(desk, "Chart", "timeline.csv", tmp_path))
    assert timeline == events
    roles = rows(take(desk, "Data", "roles.csv", tmp_path))
    assert {(row["event_id"], row["organizer_id"]) for row in roles} == marks
    matrix = rows(take(desk, "Chart", "matrix.csv", tmp_path))
    assert sorted(map(tuple, map(dict.values, matrix))) == sorted(map(tuple, map(dict.values, roles)))
    sources = rows(take(desk, "Data", "sources.csv", tmp_path))
    assert {row["event_id"] for row in sources} == {event for event, *_ in shown}

    book = openpyxl.load_workbook(take(desk, "Data", "workbook.xlsx", tmp_path))
    for name, expected in (("Events", events), ("Roles", roles), ("Sources", sources)):
        head, *body = book[name].iter_rows(values_only=True)
        assert list(head) == list(expected[0])
        plain = [
            ["" if cell is None else cell.date().isoformat() if hasattr(cell, "date") else str(cell) for cell in row]
            for row in body
        ]
        assert plain == [list(row.values()) for row in expected], name

    content = json.loads(take(desk, "Data", "data.json", tmp_path).read_text(encoding="utf-8"))
    assert [row["event_id"] for row in content["events"]] == [event for event, *_ in shown]
    assert content["meta"]["filters"] == {"year": ["2022"], "weight": ["main", "secondary"]}
    files = ("events.csv", "roles.csv", "sources.csv", "timeline.csv", "matrix.csv", "workbook.xlsx", "data.json")
    named = {file_name(name, snapshot, Filters(year=("2022",))) for name in files}
    assert {path.name for path in tmp_path.iterdir()} == named


def test_the_panel_says_which_table_is_for_excel(visitor):
    visitor.open()
    with visitor.taking("Data") as panel:
        own = panel.locator("[data-download=data] li")
        expect(own.filter(has=visitor.page.locator("[data-format='events-excel.csv']"))).to_contain_text("Excel")
        expect(own.filter(has=visitor.page.locator("[data-format='events.csv']"))).to_contain_text("for programs")
        book = panel.locator("[data-download=together] li").filter(has_text="workbook")
        expect(book).to_contain_text("Excel")


def test_no_download_runs_the_page_again(desk, tmp_path):
    desk.open("year=2019&event=2019-dushanbe")
    desk.page.evaluate("document.querySelector('.chip').untouched = true")
    before = desk.asked
    take(desk, "Chart", "timeline.png", tmp_path)
    take(desk, "Chart", "matrix.svg", tmp_path)
    take(desk, "Chart", "timeline.html", tmp_path)
    take(desk, "Data", "workbook.xlsx", tmp_path)
    assert desk.asked == before
    assert desk.page.evaluate("document.querySelector('.chip').untouched")
    desk.stands_at("year=2019&event=2019-dushanbe")
    desk.sees("2019-dushanbe")


def test_a_file_that_cannot_be_had_says_so_where_it_was_asked_for(desk, tmp_path):
    desk.open("year=2022")
    desk.button("timeline", "Download").click()
    menu = desk.page.get_by_role("dialog", name="Take away")
    pictures, others = ("timeline.png", "timeline.svg"), ("timeline.csv", "timeline.html")
    for refused, names, said in (
        (
            lambda route: route.abort(),
            others,
            "This file could not be made. The server does not answer. Try again in a moment.",
        ),
        (
            lambda route: route.fulfill(
                status=404, content_type="text/plain", body="This change is no longer on trial."
            ),
            (*pictures, *others),
            "This file could not be made. This change is no longer on trial.",
        ),
    ):
        desk.page.route(re.compile(r"/export/|/linked/figure/"), refused)
        for name in names:
            menu.locator(f"[data-format='{name}']").click()
            expect(menu.locator(f"[data-format='{name}'] + [role=alert]")).to_have_text(said)
            expect(menu.get_by_role("alert")).to_have_count(1)
        desk.page.unroute_all()
    assert desk.faults
    desk.faults.clear()  # they were meant
    desk.page.keyboard.press("Escape")
    assert take(desk, "Chart", "timeline.csv", tmp_path).name.startswith("dushanbe-process-timeline-2022-")
    desk.button("timeline", "Download").click()
    expect(menu.locator("[data-format]").first).to_be_visible()
    expect(menu.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("part", ["plotly-basic.min.js", "linked.css", "data.json", "views.js", "engine.js"])
def test_a_part_that_does_not_arrive_is_told_in_a_sentence_without_an_address(desk, part):
    desk.page.route(re.compile(rf"/linked/.*{part}"), lambda route: route.abort())
    desk.page.goto(desk.home)
    sentence = desk.page.get_by_text("Reload the page.").or_(desk.page.get_by_text("Try again in a moment."))
    expect(sentence.filter(visible=True).first).to_be_visible()
    assert "http" not in desk.page.get_by_test_id("stMain").inner_text()
    assert part not in desk.page.get_by_test_id("stMain").inner_text()
    desk.page.goto("about:blank")  # a part that was asked for twice would otherwise fail later
    desk.faults.clear()
    desk.page.unroute_all()
    desk.open()


def test_without_the_script_of_the_first_page_streamlit_draws_the_views(desk):
    desk.page.route("**/hosts/page.js", lambda route: route.abort("aborted"))
    desk.open("event=2022-dushanbe")
    desk.sees("2022-dushanbe")
    desk.faults.clear()


@pytest.mark.parametrize(
    "clipboard",
    [
        "navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))",
        "navigator.clipboard.writeText = () => new Promise(() => {})",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    ],
    ids=["refused", "never answers", "is not there"],
)
def test_a_link_that_cannot_be_copied_is_shown_to_be_copied_by_hand(desk, clipboard):
    desk.page.add_init_script(f"{clipboard}; document.execCommand = () => false;")
    desk.open("event=2022-dushanbe&at=osce")
    desk.page.get_by_role("button", name="Copy link", exact=True).click()
    field = desk.page.get_by_role("textbox", name="Link to copy by hand")
    expect(field).to_have_value(f"{desk.home}?event=2022-dushanbe&at=osce")
    expect(field).to_be_focused()
    assert field.evaluate("(node) => node.value.slice(node.selectionStart, node.selectionEnd)") == field.input_value()
    desk.page.keyboard.press("Tab")
    expect(field).to_have_count(0)
