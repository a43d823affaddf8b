"""Opening a link: the same event in all three views, everything visible, and a sentence on what was not understood."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.web.door import MODULES
from tests.browser.visitor import PARTS, VIEWS, visit

EDGES = """(selector) => [...document.querySelectorAll(selector)]
  .filter((node) => node.checkVisibility({ contentVisibilityAuto: true }))
  .map((node) => node.getBoundingClientRect()).map(({ left, right }) => [left, right])"""
WIDTHS = """() => [document.documentElement, document.body, document.querySelector("[data-testid=stMain]"),
  ...document.querySelectorAll(".linked")].map((node) => node.scrollWidth)"""
CUT = """() => [...document.querySelectorAll(".masthead *, .linked :is(h2, h3, p, button, summary, select, li, dd)")]
  .filter((node) => node.offsetParent && !node.closest(".grid"))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
  .map((node) => node.textContent)"""


def test_a_link_opens_one_event_in_all_three_views(visitor):
    visitor.open("event=2019-dushanbe")
    visitor.sees("2019-dushanbe")
    expect(visitor.title).to_contain_text("Financing Through Illicit Drug Trafficking and Organized Crime")
    assert "2019-dushanbe" in {event for event, *_ in visitor.marks("timeline")}
    assert "2019-dushanbe" in {event for event, *_ in visitor.marks("matrix")}
    expect(visitor.view("matrix").locator(".column[data-chosen]")).to_have_text("Dushanbe 2019")


def test_what_the_views_need_is_asked_for_at_once_and_once(desk):
    asked = []
    desk.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    desk.open()
    paths = [path for path in asked if path.startswith("/linked/")]
    assert len(paths) == len(set(paths))
    names = {path.rpartition("/")[2] for path in paths}
    needed = {name.rpartition("/")[2] for name in MODULES} | {"plotly-basic.min.js", "linked.css", "panel.css"}
    assert needed | {"data.json", "page.js", "2024-kuwait"} <= names
    before = asked.index("/_stcore/health")
    assert all(any(path.endswith(f"/{name}") for path in asked[:before]) for name in needed | {"data.json"})


@pytest.mark.parametrize("script", ["plotly-basic.min.js", "engine.js"])
def test_a_script_that_was_asked_for_early_in_vain_is_asked_for_again(desk, script):
    desk.page.route(f"**/{script}", lambda route: route.abort("aborted"), times=1)
    desk.open("event=2019-dushanbe")
    desk.sees("2019-dushanbe")
    assert desk.marks("timeline")


def test_without_a_link_the_latest_conference_is_open(desk):
    desk.open()
    desk.sees("2024-kuwait")
    desk.stands_at("")


def test_at_a_desk_all_three_views_are_in_sight_and_the_page_does_not_scroll(desk):
    desk.open("event=2019-dushanbe")
    for name in VIEWS:
        box = desk.view(name).bounding_box()
        assert box["x"] >= 0 and box["y"] >= 0, name
        assert box["x"] + box["width"] <= 1440 and box["y"] + box["height"] <= 900, name
        assert box["width"] > 400 and box["height"] > 250, name
    timeline, matrix, article = (desk.view(name).bounding_box() for name in VIEWS)
    assert timeline["y"] + timeline["height"] <= matrix["y"]
    assert article["x"] >= timeline["x"] + timeline["width"]
    main = desk.page.get_by_test_id("stMain")
    assert main.evaluate("(node) => node.scrollHeight - node.clientHeight") <= 1
    assert main.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0
    article = desk.view("article").locator(".page")
    assert article.evaluate("(node) => node.scrollHeight > node.clientHeight"), "the article scrolls in its own pane"


@pytest.mark.parametrize(
    "query",
    ["event=2019-dushanbe", "columns=all&weight=main&weight=secondary&weight=minor&weight=related", "year=2022"],
)
def test_on_a_phone_the_views_stack_and_nothing_is_cut_off(phone, query):
    phone.open(query)
    timeline, matrix, article = (phone.view(name).bounding_box() for name in VIEWS)
    assert timeline["y"] + timeline["height"] <= matrix["y"]
    assert matrix["y"] + matrix["height"] <= article["y"]
    assert max(phone.page.evaluate(WIDTHS)) <= 390
    assert phone.page.evaluate(CUT) == []
    for left, right in phone.page.evaluate(EDGES, ".linked .pane, .linked .pane > header *"):
        assert left >= 0 and right <= 390


def test_on_a_phone_all_that_can_be_taken_away_is_inside_the_window(phone):
    phone.open()
    for part in PARTS:
        with phone.taking(part) as panel:
            expect(panel.locator(".arriving[aria-busy=true]")).to_have_count(0)
            edges = phone.page.evaluate(EDGES, ".takeaway, .takeaway [role=tab], .takeaway .room *")
            assert len(edges) > 10, part
            for left, right in edges:
                assert left >= 0 and right <= 390, part


def test_on_a_phone_an_opened_article_comes_into_sight(phone):
    phone.open()
    phone.press_mark("timeline", "2022-dushanbe")
    phone.sees("2022-dushanbe")
    expect(phone.title).to_be_in_viewport()


def test_the_same_link_shows_the_same_to_somebody_else(desk, browser, home):
    query = "year=2019&year=2022&organizer=osce&event=2022-dushanbe&at=osce&columns=all&sort=name"
    desk.open(query)
    with visit(browser, home, desk.size) as other:
        other.open(query)
        for reader in (desk, other):
            reader.sees("2022-dushanbe")
            reader.stands_at(query)
            expect(reader.chips).to_have_text(["2019×", "2022×", "OSCE×"])
            expect(reader.lit).to_have_attribute("data-lit", "osce")
            expect(reader.page.get_by_label("Order of the rows")).to_have_value("name")
            expect(reader.button("matrix", "All events")).to_have_attribute("aria-pressed", "true")
        assert other.marks("timeline") == desk.marks("timeline") != []
        assert other.marks("matrix") == desk.marks("matrix") != []
        expect(other.count).to_have_text(desk.count.inner_text())


def test_a_reload_keeps_what_was_chosen(desk):
    desk.open("year=2022")
    desk.press_mark("matrix", "2022-dushanbe", "eu")
    desk.stands_at("year=2022&event=2022-dushanbe&at=eu")
    desk.reload()
    desk.sees("2022-dushanbe")
    desk.stands_at("year=2022&event=2022-dushanbe&at=eu")
    expect(desk.lit).to_have_attribute("data-lit", "eu")
    expect(desk.chips).to_have_text(["2022×"])


def test_back_and_forward_go_through_choices_and_filters(visitor):
    visitor.open("event=2018-dushanbe")
    visitor.press_mark("timeline", "2019-dushanbe")
    visitor.stands_at("event=2019-dushanbe")
    visitor.view("matrix").locator(".row[data-organizer=eu]").click()
    visitor.stands_at("organizer=eu&event=2019-dushanbe")
    expect(visitor.chips).to_have_text(["EU×"])

    visitor.page.go_back()
    expect(visitor.chips).to_have_count(0)
    visitor.sees("2019-dushanbe")
    visitor.page.go_back()
    visitor.sees("2018-dushanbe")
    visitor.stands_at("event=2018-dushanbe")
    visitor.page.go_forward()
    visitor.sees("2019-dushanbe")
    visitor.page.go_forward()
    expect(visitor.chips).to_have_text(["EU×"])
    visitor.stands_at("organizer=eu&event=2019-dushanbe")


def test_unknown_parts_of_a_link_are_named_and_the_rest_holds(visitor):
    visitor.open("year=2022&year=1066&organizer=nato&event=2031-paris&colour=red")
    notice = visitor.page.locator(".notice")
    for part in ("year “1066”", "organizer “nato”", "event “2031-paris”", "colour “red”"):
        expect(notice).to_contain_text(part)
    expect(notice).to_be_in_viewport()
    expect(visitor.chips).to_have_text(["2022×"])
    visitor.sees("2022-dushanbe")


def test_a_link_to_a_hidden_event_says_so(desk):
    desk.open("year=2019&event=2022-dushanbe")
    expect(desk.page.locator(".outside")).to_have_text("“Dushanbe 2022” is outside these filters.")
    desk.sees("2019-dushanbe")


def test_where_nothing_is_left_there_is_one_sentence_and_a_reset(visitor):
    visitor.open("year=2019&organizer=kuwait")
    expect(visitor.count).to_have_text("No event passes these filters.")
    for name in VIEWS:
        expect(visitor.view(name)).to_be_hidden()
    visitor.page.get_by_role("button", name="Reset filters").click()
    expect(visitor.chips).to_have_count(0)
    visitor.sees("2024-kuwait")
    visitor.stands_at("")
    assert len(visitor.marks("timeline")) > 20


def test_the_other_pages_fit_the_window_and_lead_back_to_the_same_view(visitor):
    visitor.open("year=2022&event=2022-dushanbe&at=eu")
    pages = visitor.page.get_by_role("navigation", name="Pages").get_by_role("link")
    for page in pages.all()[1:]:
        page.click()
        expect(page).to_have_attribute("aria-current", re.compile("page|true"))
        expect(visitor.view("timeline")).to_have_count(0)
        visitor.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stApp][data-test-script-state=running]')"
        )
        main = visitor.page.get_by_test_id("stMain")
        assert main.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0
    pages.first.click()
    visitor.wait_until_drawn()
    visitor.sees("2022-dushanbe")
    expect(visitor.chips).to_have_text(["2022×"])
    expect(visitor.lit).to_have_attribute("data-lit", "eu")


def test_the_foot_leads_on_with_what_was_chosen_in_the_browser(desk):
    desk.open("year=2019&event=2019-dushanbe", anew=True)
    desk.chips.first.click()
    desk.press("organizer", "osce")
    link = desk.page.locator(".colophon").get_by_role("link", name="Cite", exact=True)
    link.hover()
    expect(link).to_have_attribute("href", "?organizer=osce&page=about&event=2019-dushanbe#cite")
    desk.page.keyboard.press("Tab")
    link.click()
    desk.stands_at("organizer=osce&page=about&event=2019-dushanbe")
    expect(desk.page.locator("#cite")).to_be_focused()


def test_the_foot_leads_to_the_part_of_the_page_that_it_names(desk):
    desk.open()
    foot = desk.page.locator(".colophon")
    for words, part in ("Report an error", "report"), ("Cite", "cite"):
        foot.get_by_role("link", name=words, exact=True).click()
        expect(desk.page.locator(f"#{part}")).to_be_focused()
        expect(desk.page.locator(f"#{part}")).to_be_in_viewport()
        desk.stands_at("page=about")
    desk.page.goto(f"{desk.home}?page=about#report")
    expect(desk.page.locator("#report")).to_be_focused()
