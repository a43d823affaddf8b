"""The page before Streamlit is there: drawn, used, and taken over without a jump."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import SIZES, visit

STREAMLIT = "**/static/js/index.*.js"
# The layout shifts of which the reader is not the cause, as https://wicg.github.io/layout-instability/ adds them up.
SHIFTS = """() => {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


class Held:
    """Streamlit's own script, which arrives only when a test lets it."""

    def __init__(self, page) -> None:
        self.page, self.waiting = page, []
        page.route(STREAMLIT, lambda route: self.waiting.append(route))

    def let_go(self) -> None:
        for route in self.waiting:
            route.continue_()
        self.page.unroute(STREAMLIT)
        self.page.wait_for_selector("#early", state="detached")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_streamlit_comes(browser, home, size):
    with visit(browser, home, size) as visitor:
        visitor.page.add_init_script(f"({SHIFTS})()")
        visitor.open("event=2022-dushanbe", early=True)
        early = visitor.page.locator("#early")
        if early.count():
            before = [visitor.view(name).bounding_box() for name in ("timeline", "matrix", "article")]
            visitor.page.wait_for_selector("#early", state="detached")
            after = [visitor.view(name).bounding_box() for name in ("timeline", "matrix", "article")]
            for one, other in zip(before, after, strict=True):
                assert one == pytest.approx(other, abs=2)
        visitor.rest()
        assert visitor.page.evaluate("window.shifts") < 0.02


@pytest.mark.parametrize("size", SIZES)
def test_what_is_done_before_streamlit_comes_stays(browser, home, size):
    with visit(browser, home, size) as visitor:
        held = Held(visitor.page)
        visitor.open("year=2022", early=True)
        expect(visitor.chips).to_have_text(["2022×"])
        with visitor.panel():
            visitor.press("organizer", "osce")
        visitor.button("article", "Previous event").click()
        chosen = visitor.view("article").get_attribute("data-event")
        query = f"year=2022&organizer=osce&event={chosen}"
        visitor.stands_at(query)
        mark = visitor.view("matrix").locator("canvas, svg.main-svg").first.element_handle()
        if size == "desk":
            visitor.page.get_by_role("searchbox", name="Search").fill("tajik")
            query = f"year=2022&organizer=osce&q=tajik&event={chosen}"
            visitor.stands_at(query)
            visitor.page.keyboard.type("i")
            expect(visitor.page.get_by_role("searchbox", name="Search")).to_be_focused()
            query = f"year=2022&organizer=osce&q=tajiki&event={chosen}"
            visitor.stands_at(query)
        held.let_go()
        visitor.rest()
        visitor.stands_at(query)
        visitor.sees(chosen)
        assert mark.evaluate("(node) => node.isConnected"), "it is the same drawing"
        if size == "desk":
            expect(visitor.page.get_by_role("searchbox", name="Search")).to_be_focused()
            expect(visitor.page.get_by_role("searchbox", name="Search")).to_have_value("tajiki")
        visitor.page.go_back()
        expect(visitor.page.locator(".pages [aria-current=page]")).to_have_text("Explore")


def test_an_open_proof_and_where_the_article_was_read_stay(desk):
    held = Held(desk.page)
    desk.open("event=2022-dushanbe&at=osce", early=True)
    expect(desk.view("article").locator("aside.proof")).to_be_visible()
    read = desk.view("article").locator(".page")
    read.evaluate("(node) => node.scrollTo({ top: 300, behavior: 'instant' })")
    held.let_go()
    expect(desk.view("article").locator("aside.proof")).to_be_visible()
    assert read.evaluate("(node) => node.scrollTop") == 300


def test_a_link_to_another_page_works_before_streamlit_is_there(desk):
    held = Held(desk.page)
    desk.open("year=2022", early=True)
    desk.press("organizer", "osce")
    link = desk.page.locator("#early").get_by_role("link", name="Disagreements", exact=True)
    expect(link).to_have_attribute("href", "?year=2022&organizer=osce&page=disagreements")
    for route in held.waiting:
        route.continue_()
    desk.page.unroute(STREAMLIT)
    link.click()
    expect(desk.page.locator(".pages [aria-current=page]")).to_have_text("Disagreements")
    desk.stands_at("year=2022&organizer=osce&page=disagreements")


def test_an_address_that_only_the_server_understands_is_understood_when_it_comes(desk):
    desk.open("ORGANIZER=OSCE&event=2022-dushanbe.")
    expect(desk.chips).to_have_text(["OSCE×"])
    desk.sees("2022-dushanbe")


def test_without_scripts_there_is_a_list_of_the_events(browser, home):
    context = browser.new_context(java_script_enabled=False, **SIZES["desk"])
    page = context.new_page()
    page.goto(f"{home}?year=2022&organizer=osce")
    with urllib.request.urlopen(f"{home}export/data.json?year=2022&organizer=osce") as answer:
        titles = [event["title"] for event in json.load(answer)["events"]]
    assert page.locator(".early-list li b").all_text_contents() == titles
    expect(page.locator(".early-list li").first).to_contain_text("2022")
    parts = (".early-event", "noscript > p:first-child")
    chosen, count = (page.locator(f"#early {part}").bounding_box() for part in parts)
    assert chosen["y"] + chosen["height"] <= count["y"], "the chosen event covers nothing"
    context.close()
