"""Where a phone begins: at the article that a link names, or where the reader was; and what is visible there."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import STILL

TOP = "document.querySelector('[data-testid=stMain]').scrollTop"
PASSAGE = "passage=voronkov-chaired-the-opening-session-on.unrcca-2022-10-20"
# How far the first line of a node is below the top of the window.
BELOW = "(node) => node.getClientRects()[0].top"
# The right edges of the last number of each footnote, and where the full stop begins that follows it.
STOPS = """() => [...document.querySelectorAll(".article .text .cite")]
  .filter((cite) => /^[.,;]/.test(cite.nextSibling?.data ?? "")).map((cite) => {
    const range = document.createRange();
    const places = [[cite.querySelector("a:last-child").firstChild, -1], [cite.nextSibling, 0]].map(([text, at]) => {
      range.setStart(text, at < 0 ? text.length - 1 : 0);
      range.setEnd(text, at < 0 ? text.length : 1);
      return range.getBoundingClientRect();
    });
    return places[1].left - places[0].right;
  })"""


@pytest.mark.parametrize("query", ["event=2022-dushanbe", "event=2019-dushanbe&columns=all"])
def test_a_link_to_an_event_opens_a_phone_at_its_article(phone, query):
    phone.open(query, anew=True)
    phone.rest()
    assert 0 <= phone.view("article").evaluate(BELOW) < 40
    expect(phone.title).to_be_in_viewport()
    back = phone.view("article").get_by_role("button", name="Back to timeline")
    expect(back).to_be_in_viewport()
    back.tap()
    expect(phone.view("timeline").locator(".drawn").first).to_be_in_viewport()


@pytest.mark.parametrize(("query", "mark"), [("at=osce", "[data-lit]"), (PASSAGE, "[data-seen]")])
def test_a_link_to_a_sentence_opens_a_phone_at_the_sentence(phone, query, mark):
    phone.open(f"event=2022-dushanbe&{query}", anew=True)
    phone.rest()
    article = phone.view("article")
    assert 0 <= article.locator(mark).evaluate(BELOW) < 200
    expect(article.get_by_role("button", name="Back to timeline")).to_be_in_viewport()


def test_a_link_to_a_proof_that_does_not_exist_opens_a_phone_at_the_notice(phone):
    phone.page.goto(f"{phone.home}?event=2022-dushanbe&at=nobody")
    phone.wait_until_drawn()
    notice = phone.page.locator(".notice.of-address")
    expect(notice).to_contain_text("nobody")
    phone.rest()
    expect(notice).to_be_in_viewport()


@pytest.mark.parametrize("query", ["", "year=2022"])
def test_without_a_named_event_a_phone_opens_at_the_top(phone, query):
    phone.open(query, anew=True)
    phone.rest()
    assert phone.page.evaluate(TOP) == 0


def test_beside_each_other_the_views_open_at_the_top(desk):
    desk.open("event=2022-dushanbe", anew=True)
    desk.rest()
    assert desk.page.evaluate(TOP) == 0
    expect(desk.view("article").get_by_role("button", name="Back to timeline")).to_be_hidden()


def test_the_views_take_the_room_of_a_notice_that_goes(desk):
    desk.page.set_viewport_size({"width": 1440, "height": 1300})
    room = """() => {
      const { top, height } = document.querySelector(".linked").getBoundingClientRect();
      return Math.round(innerHeight - top - height);
    }"""
    desk.open("event=2022-dushanbe")
    left = desk.page.evaluate(room)
    desk.open("event=2022-samarkant", anew=True)
    notice = desk.page.locator(".notice.of-address")
    expect(notice).to_be_visible()
    assert desk.page.evaluate(room) == left
    desk.press("year", "2022")
    expect(notice).to_be_hidden()
    assert desk.page.evaluate(room) == left
    desk.page.go_back()
    expect(notice).to_be_visible()
    assert desk.page.evaluate(room) == left


def test_a_reload_and_back_keep_the_place_on_a_phone(phone):
    phone.open("event=2022-dushanbe", anew=True)
    phone.rest()
    for top in (2500, 0):
        phone.page.evaluate(f"{TOP} = {top}")
        phone.reload()
        phone.rest()
        assert phone.page.evaluate(TOP) == top
        phone.page.goto("about:blank")
        phone.page.go_back()
        phone.wait_until_drawn()
        phone.page.wait_for_selector("#early", state="detached")
        phone.rest()
        assert phone.page.evaluate(TOP) == top


def test_back_and_forward_inside_the_page_keep_the_place_on_a_phone(phone):
    phone.open("event=2022-dushanbe", anew=True)
    phone.rest()
    phone.page.evaluate(f"{TOP} = 40")
    phone.press_mark("timeline", "2019-dushanbe")
    phone.stands_at("event=2019-dushanbe")
    phone.view("article").evaluate(STILL)
    left = phone.page.evaluate(TOP)
    assert left > 200
    phone.page.go_back()
    phone.stands_at("event=2022-dushanbe")
    phone.rest()
    assert phone.page.evaluate(TOP) < 200
    phone.page.go_forward()
    phone.stands_at("event=2019-dushanbe")
    phone.rest()
    assert phone.page.evaluate(TOP) == left


def test_another_page_opens_at_its_top_and_back_leads_to_where_the_reader_was(phone):
    phone.open("event=2022-dushanbe", anew=True)
    phone.rest()
    phone.page.evaluate(f"{TOP} = 900")
    phone.page.locator(".stApp .pages a[data-page=compare]").evaluate("(link) => link.click()")
    expect(phone.page.get_by_role("heading", name="Compare editions", exact=True)).to_be_visible()
    phone.rest()
    assert phone.page.evaluate(TOP) == 0
    phone.page.go_back()
    phone.wait_until_drawn()
    phone.rest()
    assert phone.page.evaluate(TOP) == 900


def test_the_menu_lies_on_no_words_of_a_phone(phone):
    phone.open(anew=True)
    menu = phone.page.get_by_test_id("stMainMenu")
    expect(menu).to_be_in_viewport()
    phone.page.evaluate(f"{TOP} = 700")
    expect(menu).not_to_be_in_viewport()
    phone.page.evaluate(f"{TOP} = 0")
    expect(menu).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 360, 390])
@pytest.mark.parametrize("page", ["people", "quality", "data"])
def test_no_word_of_the_navigation_is_cut_on_a_phone(phone, page, width):
    phone.page.set_viewport_size({"width": width, "height": 844})
    phone.open(f"page={page}")
    links = phone.page.locator(".stApp .pages a")
    expect(phone.page.locator(".stApp .pages a[aria-current]").first).to_be_visible()
    assert links.count() >= 5
    ends = links.evaluate_all("(nodes) => nodes.map((node) => node.getBoundingClientRect().right)")
    assert max(ends) <= width
    assert min(links.evaluate_all("(nodes) => nodes.map((node) => node.getBoundingClientRect().height)")) >= 24


def test_a_full_stop_is_close_to_the_footnote_before_it(visitor):
    visitor.open("event=2022-dushanbe", anew=True)
    gaps = visitor.page.evaluate(STOPS)
    assert len(gaps) > 5
    assert max(gaps) < 3
    boxes = (
        visitor.view("article")
        .locator(".text .cite a")
        .evaluate_all(
            "(nodes) => nodes.map((node) => node.getBoundingClientRect()).map(({ width, height }) => [width, height])"
        )
    )
    assert min(min(box) for box in boxes) >= 24
