"""A restarted server, and a lost connection: the next act counts, and no typed text is lost."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from dashboard import exports
from dashboard.frames.filters import Filters
from tests.browser.server import ROOT, Cable, Server
from tests.browser.test_taking_away import take
from tests.browser.visitor import Visitor, visit

FIRST = "organizer=osce"


ACTS = {
    "year": (lambda reader: reader.press("year", "2019"), f"year=2019&{FIRST}"),
    "search": (lambda reader: reader.page.get_by_role("searchbox", name="Search").fill("drug"), f"{FIRST}&q=drug"),
    "row head": (
        lambda reader: reader.view("matrix").locator(".row[data-organizer=eu]").click(),
        f"{FIRST}&organizer=eu",
    ),
    "chip": (lambda reader: reader.chips.first.click(), ""),
    "reset": (lambda reader: reader.page.get_by_role("button", name="Reset filters").click(), ""),
    "sort": (lambda reader: reader.page.get_by_label("Order of the rows").select_option("name"), f"{FIRST}&sort=name"),
    "columns": (lambda reader: reader.button("matrix", "All events").click(), f"{FIRST}&columns=all"),
    "earlier": (
        lambda reader: reader.button("article", "Previous event").click(),
        f"{FIRST}&event=2022-09-announcement",
    ),
    "page": (
        lambda reader: reader.page.get_by_role("link", name="Compare", exact=True).click(),
        f"{FIRST}&page=compare",
    ),
    "back": (lambda reader: reader.page.go_back(), ""),
}
OLD, NEW = "name: Dushanbe Process", "name: Process on trial"


@pytest.fixture(scope="module")
def forgetful(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of these tests, that forgets a session as soon as its connection is lost."""
    server = Server(data, tmp_path_factory.mktemp("forgetful") / "log", "--server.disconnectedSessionTTL", "0")
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log.read_text(), server.log.read_text()


@pytest.fixture
def server(forgetful: Server) -> Server:
    """The same server. It runs when a test begins, also if the one before failed while it was stopped."""
    if forgetful.process.poll() is not None:
        forgetful.start()
    return forgetful


@pytest.fixture
def reader(browser, server) -> Iterator[Visitor]:
    with visit(browser, server.home, "desk") as visitor:
        yield visitor


def away(reader: Visitor) -> None:
    """Wait until the page has noticed that the connection is lost."""
    reader.page.wait_for_selector("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])", state="attached")


def started_anew(server: Server, *readers: Visitor) -> None:
    """Stop the server while pages are open, start it again, and wait until the pages have noticed."""
    server.stop()
    for one in readers:
        away(one)
    server.start()
    for one in readers:
        one.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
        one.faults.clear()  # the console says that the server was away, as it should


def test_the_first_act_after_a_restart_counts(browser, server):
    with visit(browser, server.home, "desk") as first:
        for name, (act, query) in ACTS.items():
            first.open()
            first.view("matrix").locator(".row[data-organizer=osce]").click()
            first.stands_at(FIRST)
            started_anew(server, first)
            act(first)
            first.stands_at(query), name
            if name != "page":
                chips = re.findall(r"(?:year|organizer|q)=([^&]+)", query)
                expect(first.chips).to_have_count(len(chips))
                first.wait_until_drawn()


def test_what_is_chosen_while_the_server_is_away_is_done_when_it_is_back(reader, server):
    reader.open()
    server.stop()
    away(reader)
    reader.button("article", "Next event").click()
    chosen = reader.view("article").get_attribute("data-event")
    server.start()
    reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
    reader.stands_at(f"event={chosen}")
    reader.sees(chosen)
    reader.faults.clear()


def test_without_the_server_filters_go_on_and_a_line_says_what_does_not(reader, server):
    reader.open("event=2022-dushanbe")
    reader.rest()
    server.stop()
    away(reader)
    expect(reader.page.locator(".lost")).to_contain_text("The connection to the server is lost.")
    expect(reader.page.locator("body > [data-testid=stDialog]")).to_have_count(0)
    reader.press("year", "2019")
    expect(reader.chips).to_have_text(["2019×"])
    reader.chips.first.click()
    reader.button("matrix", "All events").click()
    whole = reader.span()
    reader.button("timeline", "+").click()
    assert reader.span() != whole
    reader.sees("2022-dushanbe")
    reader.page.go_back()
    reader.stands_at("event=2022-dushanbe")
    reader.press("organizer", "osce")
    server.start()
    reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
    expect(reader.page.locator(".lost")).to_have_count(0)
    reader.stands_at("organizer=osce&event=2022-dushanbe")
    reader.page.get_by_role("link", name="Disagreements", exact=True).click()
    reader.stands_at("organizer=osce&page=disagreements&event=2022-dushanbe")
    expect(reader.page.locator(".pages [aria-current=page]")).to_have_text("Disagreements")
    reader.faults.clear()


def back(reader: Visitor) -> None:
    """Wait until the connection is back."""
    reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)


def test_another_page_that_is_chosen_without_the_server_opens_when_it_is_back(reader, server):
    page, line = reader.page, reader.page.locator(".lost")
    opens = "The page that you have chosen opens when the connection is back."
    reader.open(FIRST)
    reader.rest()
    server.stop()
    away(reader)
    expect(line).not_to_contain_text(opens)
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(line).to_contain_text(opens)
    reader.stands_at(f"{FIRST}&page=compare")
    page.go_back()
    expect(line).to_contain_text("The connection to the server is lost.")
    expect(line).not_to_contain_text(opens)
    page.get_by_role("link", name="Compare", exact=True).click()
    reader.press("year", "2019")  # the reader stays here after all
    expect(line).not_to_contain_text(opens)
    reader.stands_at(f"year=2019&{FIRST}")
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(line).to_contain_text(opens)
    server.start()
    back(reader)
    expect(page.locator(".pages [aria-current=page]")).to_have_attribute("data-page", "compare")
    expect(line).to_have_count(0)
    reader.stands_at(f"year=2019&{FIRST}&page=compare")
    reader.faults.clear()


NO_MAP = "The map did not arrive."


def test_a_map_that_is_opened_without_the_server_comes_when_it_is_back(reader, server):
    page, lacks = reader.page, reader.page.get_by_role("alert").filter(has_text=NO_MAP)
    reader.open()
    reader.rest()
    server.stop()
    away(reader)
    reader.button("timeline", "Map").click()
    expect(lacks).to_be_visible()
    reader.press("year", "2019")
    expect(lacks).to_have_count(1)
    page.go_back()
    page.go_back()
    reader.stands_at("")
    expect(lacks).to_have_count(0)
    page.go_forward()
    expect(lacks).to_have_count(1)
    expect(reader.view("timeline")).to_be_visible()
    server.start()
    expect(reader.view("map").locator("svg")).to_be_visible()
    expect(lacks).to_have_count(0)
    expect(reader.view("timeline")).to_be_hidden()
    reader.stands_at("map=1")
    back(reader)
    reader.faults.clear()


@pytest.mark.parametrize("script", ["engine/map.js", "vendor/land.js"])
def test_a_map_of_the_address_that_fails_to_load_once_comes_all_the_same(desk, script):
    failed = []

    def fail_once(route):
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.abort()

    desk.page.route(f"**/{script}", fail_once)
    desk.open("map=1")
    expect(desk.view("map").locator("svg")).to_be_visible()
    assert len(failed) == 1
    desk.page.unroute_all()
    desk.faults.clear()


def typed(reader: Visitor) -> None:
    """Try a change of one file, and type another that is not tried."""
    page = reader.page
    page.goto(f"{reader.home}?page=try")
    page.get_by_role("tab", name="Paste or edit").click()
    page.get_by_role("combobox", name="File", exact=True).click()
    page.get_by_role("option", name="process.yaml").click()
    text = page.get_by_role("textbox", name="Text of the file")
    expect(text).to_have_value(re.compile(OLD))
    text.fill(text.input_value().replace(OLD, NEW))
    page.get_by_role("button", name="Try it").click()
    expect(page.locator(".trial")).to_contain_text("You are trying a change")
    text.fill(text.input_value() + "# not yet tried\n")


def ended(reader: Visitor) -> None:
    """Expect a sentence that the trial ended; all typed texts must be there and can be tried again."""
    page = reader.page
    expect(page.locator(".trial")).to_contain_text("Your trial has ended")
    expect(page.locator(".trial")).to_contain_text("The text of process.yaml is kept")
    text = page.get_by_role("textbox", name="Text of the file")
    expect(text).to_have_value(re.compile(f"{NEW}(.|\n)*# not yet tried\n$"))
    expect(page.get_by_text("Not tried yet: process.yaml")).to_be_visible()
    page.get_by_role("button", name="Try it").click()
    expect(page.locator(".trial")).to_contain_text("You are trying a change")
    page.get_by_role("link", name="Explore", exact=True).click()
    reader.wait_until_drawn()
    expect(page.locator("h1")).to_have_text("Process on trial")


def test_a_trial_that_a_restart_ended_says_so_and_its_texts_are_kept(reader, server):
    typed(reader)
    started_anew(server, reader)
    ended(reader)


def test_a_trial_that_a_lost_connection_ended_says_so_and_its_texts_are_kept(browser, server):
    cable = Cable(server.port)
    with visit(browser, cable.home, "desk") as reader:
        typed(reader)
        cable.cut()
        away(reader)
        cable.mend()
        ended(reader)
        reader.faults.clear()
    cable.remove()


def test_a_trial_outlives_a_short_loss(browser, home):
    cable = Cable(urlsplit(home).port)
    with visit(browser, cable.home, "desk") as reader:
        typed(reader)
        cable.cut()
        cable.mend()
        reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
        expect(reader.page.get_by_role("textbox", name="Text of the file")).to_have_value(re.compile("# not yet tried"))
        reader.page.get_by_role("link", name="Explore", exact=True).click()
        reader.wait_until_drawn()
        expect(reader.page.locator(".trial")).to_contain_text("You are trying a change")
        expect(reader.page.locator("h1")).to_have_text("Process on trial")
        reader.faults.clear()
    cable.remove()


def test_charts_of_a_trial_that_ended_do_not_stay_without_a_word(reader, server):
    typed(reader)
    reader.page.get_by_role("link", name="Explore", exact=True).click()
    reader.wait_until_drawn()
    expect(reader.page.locator("h1")).to_have_text("Process on trial")
    started_anew(server, reader)
    expect(reader.page.locator(".trial")).to_contain_text("Your trial has ended")
    expect(reader.page.locator("h1")).to_have_text("Dushanbe Process")
    reader.page.locator(".leads", has_text="Try a change").click()
    expect(reader.page.get_by_role("textbox", name="Text of the file")).to_have_value(re.compile(NEW))


@pytest.fixture
def older(data: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that runs from a copy of the code, which a test may update."""
    copy, ignored = tmp_path / "older", shutil.ignore_patterns("__pycache__", "node_modules")
    shutil.copytree(ROOT / "dashboard", copy / "dashboard", ignore=ignored)
    shutil.copytree(ROOT / ".streamlit", copy / ".streamlit")
    shutil.copy(ROOT / "app.py", copy)
    server = Server(data, tmp_path / "log", root=copy)
    server.start()
    yield server
    server.stop()


def updated(server: Server, *readers: Visitor) -> None:
    """Put a newer script on a server while pages are open."""
    with (server.root / "dashboard" / "assets" / "engine" / "view.js").open("a", encoding="utf-8") as script:
        script.write("// newer\n")
    started_anew(server, *readers)


def test_a_page_goes_on_with_its_own_scripts_when_the_dashboard_is_updated(browser, older):
    with visit(browser, older.home, "desk") as reader:
        asked = []
        reader.page.on("request", lambda request: asked.append(request.url))
        reader.open()
        updated(older, reader)
        ACTS["year"][0](reader)
        reader.stands_at("year=2019")
        expect(reader.chips).to_have_count(1)
        assert len({url.split("/linked/")[1][:12] for url in asked if "/engine.js" in url}) == 1
        reader.page.reload()
        reader.wait_until_drawn()
        assert len({url.split("/linked/")[1][:12] for url in asked if "/engine.js" in url}) == 2
        reader.faults.clear()


def test_a_page_that_lacks_a_script_when_the_dashboard_is_updated_asks_to_be_loaded_anew(browser, older):
    with visit(browser, older.home, "desk") as reader:
        reader.page.goto(f"{reader.home}?page=changes")
        explore = reader.page.get_by_role("link", name="Explore", exact=True)
        expect(explore).to_be_visible()
        updated(older, reader)
        explore.click()
        said = "The dashboard was updated while this page was open. Reload the page."
        expect(reader.page.get_by_text(said).first).to_be_visible()
        reader.page.reload()
        reader.wait_until_drawn()
        reader.faults.clear()


def test_pictures_are_made_without_the_server(reader, server, snapshot, tmp_path):
    reader.open(FIRST)
    server.stop()
    away(reader)
    reader.press("year", "2022")
    filters = Filters(year=("2022",), organizer=("osce",))
    for chart in ("timeline", "matrix"):
        drawing, picture = (take(reader, "Chart", f"{chart}.{ending}", tmp_path) for ending in ("svg", "png"))
        assert {drawing.name, picture.name} == {
            exports.file_name(f"{chart}.{ending}", snapshot, filters) for ending in ("svg", "png")
        }
        text = "".join(ElementTree.parse(drawing).getroot().itertext()).replace("\xa0", " ")
        layout = json.loads(exports.figure_json(chart, snapshot, filters))["figure"]["layout"]
        assert layout["title"]["text"].replace(" ", "") in text.replace(" ", "")
        below = layout["annotations"][-1]["text"].replace("<br>", " ")
        assert below.replace(" ", "") in text.replace(" ", "")  # the caption is broken into lines
        with Image.open(picture) as image:
            assert image.size == (2 * layout["width"], 2 * layout["height"])
            assert len(image.convert("RGB").getcolors(1 << 20)) > 50
    server.start()
    reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
    reader.faults.clear()


def test_a_download_that_fails_says_why(reader, server):
    reader.open()
    reader.button("timeline", "Download").click()
    menu = reader.page.get_by_role("dialog", name="Take away")
    reader.page.route("**/export/timeline.csv*", lambda route: route.fulfill(
        status=404, content_type="text/plain; charset=utf-8", body="This change is no longer on trial."
    ))  # fmt: skip
    menu.locator("[data-format='timeline.csv']").click()
    expect(menu.get_by_role("alert")).to_contain_text("This change is no longer on trial.")
    server.stop()
    reader.page.unroute_all()
    for name in ("timeline.csv", "timeline.html"):
        menu.locator(f"[data-format='{name}']").click()
        expect(menu.locator(f"[data-format='{name}'] + [role=alert]")).to_contain_text("The server does not answer")
    server.start()
    reader.page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=60_000)
    reader.faults.clear()
