"""The place *Compare*: the differences of two editions are visible at once, people link to events, row names stay."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from dashboard.topics.people import people


def turn_to(visitor, query: str, selector: str) -> None:
    visitor.open(query)
    visitor.page.wait_for_selector(selector)


def test_four_boxes_and_a_sentence_come_first(visitor):
    turn_to(visitor, "page=compare", ".evidence .finding")
    boxes = visitor.page.locator(".boxes > section")
    expect(boxes).to_have_count(4)
    places = [boxes.nth(i).bounding_box() for i in range(4)]
    choice = visitor.page.locator(".st-key-editions").bounding_box()
    last = max(box["y"] + box["height"] for box in places)
    assert last - choice["y"] <= visitor.page.viewport_size["height"] - 180, "what comes before takes 180 px at most"
    sentence = visitor.page.locator(".finding").bounding_box()
    prose = visitor.page.locator(".evidence .lead").bounding_box()
    assert last <= sentence["y"] < prose["y"]


def test_the_next_pair_of_editions_is_one_click_away(desk):
    turn_to(desk, "page=compare&from=2018-dushanbe&to=2019-dushanbe", "[data-pair=next]")
    desk.page.locator("[data-pair=next]").click()
    expect(desk.page.locator(".finding")).to_contain_text("Dushanbe 2022")
    desk.stands_at("page=compare&from=2019-dushanbe&to=2022-dushanbe")
    desk.page.locator("[data-pair=previous]").click()
    expect(desk.page.locator(".finding")).to_contain_text("Dushanbe 2018")
    desk.page.locator("[data-box=numbers] a[data-at]").first.click()
    desk.wait_until_drawn()
    desk.sees("2018-dushanbe")


def test_a_name_opens_its_sources_and_a_mark_leads_to_the_event(visitor, snapshot):
    turn_to(visitor, "page=people", ".evidence .people")
    rows = visitor.page.locator(".people tbody tr:not(.group)")
    expect(rows).to_have_count(len(people.people(snapshot.dataset)))
    row = rows.filter(has_text="Vladimir Voronkov")
    row.locator("summary").click()
    expect(row.locator(".said-by").first).to_be_visible()
    row.get_by_role("link", name="Vladimir Voronkov, Dushanbe 2019").click()
    visitor.wait_until_drawn()
    visitor.sees("2019-dushanbe")


def test_long_names_of_editions_leave_room_for_the_offices(desk):
    turn_to(desk, "page=people", ".evidence .people")
    desk.page.locator(".people thead th a").evaluate_all(
        "(links) => { for (const link of links) link.textContent = 'Fourth High-Level Conference, Kuwait City 2024'; }"
    )
    office = desk.page.locator(".people summary span").first
    assert office.bounding_box()["width"] > 300


@pytest.mark.parametrize(("page", "head"), [("together", ".names span"), ("people", ".people tbody tr:not(.group) th")])
def test_row_names_stay_while_the_marks_scroll(phone, page, head):
    turn_to(phone, f"page={page}", ".linked .single, .linked.single, .people")
    name = phone.page.locator(head).first
    expect(name).to_be_visible()
    frame = phone.page.locator(".linked.single .scroll" if page == "together" else ".people")
    assert frame.evaluate("(node) => { node.scrollLeft = node.scrollWidth; return node.scrollLeft; }") > 60
    box, around = name.bounding_box(), frame.bounding_box()
    assert around["x"] - 1 <= box["x"] and box["x"] + box["width"] <= around["x"] + around["width"]


def test_row_names_cover_neither_each_other_nor_the_legend(phone):
    turn_to(phone, "page=quality", ".linked.single[data-ready]")
    names = phone.page.locator(".names span")
    expect(names.first).to_be_visible()
    edges = names.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect()).map((r) => [r.top, r.bottom])")
    assert len(edges) > 10
    assert [pair for pair in pairwise(edges) if pair[0][1] > pair[1][0]] == []
    legend = phone.page.locator(".linked.single .legend").bounding_box()
    assert legend["y"] + legend["height"] <= phone.page.locator(".names > div").bounding_box()["y"] + 1
