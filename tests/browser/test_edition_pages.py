"""The pages of an edition other than the first, from a server and from a disk, without a network."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.look.style import DARK, INK
from dashboard.publish import explore, folder, found, pages, records, worker
from dashboard.publish.edition import Edition
from dashboard.publish.places import PUBLISHED
from tests.browser.hosts import reading, served
from tests.browser.visitor import SIZES

UNDER = "some where"
"""The folder under the root of the server: an edition works under any path."""

CHARTS = {"together": 1, "coverage": 2, "quality": 1}
"""How many charts each page has; the others have none."""


@pytest.fixture(scope="module")
def root(snapshot, tmp_path_factory) -> Path:
    """The root of a server, with an edition below it: without its downloads, which have tests of their own."""
    root = tmp_path_factory.mktemp("editions")
    edition = Edition(snapshot, f"https://example.org/{UNDER.replace(' ', '%20')}")
    made = list(chain.from_iterable(make(edition) for make in (explore.files, pages.files, records.files)))
    folder.write(root / UNDER, iter([*made, *worker.files(edition, made)]))
    (root / UNDER / "404.html").write_text(found.missing(edition), encoding="utf-8")
    return root


@pytest.fixture(scope="module", params=["server", "disk"])
def home(request: pytest.FixtureRequest, root: Path) -> Iterator[str]:
    """The address of the folder, with a slash at its end."""
    if request.param == "disk":
        yield (root / UNDER).as_uri() + "/"
        return
    with served(root) as site:
        yield f"{site}/{UNDER.replace(' ', '%20')}/"


@pytest.fixture
def reader(browser: Browser, home: str):
    with reading(browser, f"{home}index.html", "desk") as someone:
        yield someone


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_drawn_and_fits_the_window(browser, home, size):
    with reading(browser, f"{home}index.html", size) as someone:
        for path in [*(f"{key}.html" for key in PUBLISHED), "together/any.html", "quality/least.html"]:
            someone.page.goto(home + path)
            number = CHARTS.get(path.partition(".")[0].partition("/")[0], 0)
            expect(someone.page.locator(".linked.single[data-ready]")).to_have_count(number)
            expect(someone.page.locator(".pages a[aria-current=page]")).to_be_visible()
            assert someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_pages_of_records_lead_to_each_other_and_to_the_first_page(reader, home):
    reader.page.goto(f"{home}events/2022-dushanbe.html")
    reader.page.get_by_role("link", name="All events", exact=True).click()
    reader.page.get_by_role("link", name="Dushanbe 2018", exact=True).last.click()
    expect(reader.page).to_have_url(f"{home}events/2018-dushanbe.html")
    reader.page.get_by_role("link", name="Open in the dashboard").click()
    reader.wait_until_drawn()
    reader.sees("2018-dushanbe")


def test_text_and_charts_follow_the_theme_of_the_system(reader, home):
    ink = "(node) => getComputedStyle(node).getPropertyValue('--ink')"
    reader.page.goto(f"{home}coverage.html")
    chart, text = reader.page.locator(".linked.single").first, reader.page.locator(".linked.evidence").first
    expect(chart).to_have_attribute("data-theme", "light")
    assert {chart.evaluate(ink), text.evaluate(ink)} == {INK}
    reader.page.emulate_media(color_scheme="dark")
    expect(chart).to_have_attribute("data-theme", "dark")
    assert {chart.evaluate(ink), text.evaluate(ink)} == {DARK[INK]}


def test_a_mark_opens_what_it_stands_for_among_the_views(reader, home):
    reader.page.goto(f"{home}quality/least.html")
    reader.page.get_by_role("button", name="Table").click()
    reader.page.get_by_role("button", name="Dushanbe 2019", exact=True).click()
    reader.wait_until_drawn()
    reader.stands_at("event=2019-dushanbe")
    reader.sees("2019-dushanbe")
    reader.page.goto(f"{home}together/any.html")
    reader.page.get_by_role("button", name="Table").click()
    reader.page.locator(".table tbody button").first.click()
    reader.wait_until_drawn()
    assert reader.page.url.count("together=") == 2 and "weight=any" in reader.page.url, (
        "all events that the number counts"
    )


def test_a_picture_of_a_chart_is_saved(reader, home, tmp_path):
    reader.page.goto(f"{home}quality/least.html")
    reader.page.get_by_text("Download", exact=True).click()
    with reader.page.expect_download() as waiting:
        reader.page.locator("[data-format='quality.svg']").click()
    waiting.value.save_as(tmp_path / "quality.svg")
    drawn = (tmp_path / "quality.svg").read_text(encoding="utf-8")
    assert drawn.index("Talks with Qatar 2018") < drawn.index("Dushanbe 2022"), "in the order of the page"


def test_a_choice_leads_to_its_page_and_the_filters_stay_for_the_first_page(reader, home):
    reader.page.goto(f"{home}compare.html?year=2022")
    reader.page.get_by_role("navigation", name="From").get_by_role("link", name="Dushanbe 2018").click()
    expect(reader.page).to_have_url(f"{home}compare/2018-dushanbe--2024-kuwait.html?year=2022")
    reader.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Disagreements").click()
    reader.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Explore").click()
    reader.wait_until_drawn()
    expect(reader.chips).to_have_text(["2022×"])


def test_a_page_that_shows_all_events_is_found_again_from_other_pages(reader, home):
    reader.page.goto(f"{home}together/any.html?weight=any")
    for name in ("Sources & method", "Changes", "Compare", "Who works together"):
        reader.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
    expect(reader.page).to_have_url(f"{home}together/any.html?weight=any")


def test_a_link_to_a_question_opens_it(reader, home):
    reader.page.goto(f"{home}index.html?page=disagreements&question=who-opened-2022")
    expect(reader.page).to_have_url(f"{home}disagreements.html#disagreement-who-opened-2022")
    expect(reader.page.locator("#disagreement-who-opened-2022")).to_be_in_viewport()


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host that shows the page for wrong addresses, as others do."""

    def log_message(self, *_) -> None:
        pass

    def send_error(self, code: int, *_) -> None:
        body = Path(self.directory, UNDER, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


def test_the_address_of_a_page_on_a_server_leads_to_its_file_and_a_wrong_one_is_called_wrong(browser, root):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}/{UNDER.replace(' ', '%20')}"
        page = browser.new_page()
        page.goto(f"{home}/events/2022-dushanbe#proof-osce")
        expect(page).to_have_url(f"{home}/events/2022-dushanbe.html#proof-osce")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Border Security")
        page.goto(f"{home}/events/2022-nowhere")
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
        page.get_by_role("link", name="The dashboard").click()
        expect(page).to_have_url(f"{home}/index.html")
        page.close()
        server.shutdown()
