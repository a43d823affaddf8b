"""A span of time, by fields, keys and dragging; zoom and tables in the address; and the way from edition to edition."""

import re

import pytest
from playwright.sync_api import expect

DRAG = """([from, to]) => {
  const chart = document.querySelector(".chart");
  const { xaxis, yaxis } = chart._fullLayout;
  const box = chart.getBoundingClientRect();
  const at = (share) => box.x + xaxis._offset + share * xaxis._length;
  return [at(from), at(to), box.y + yaxis._offset + yaxis._length / 2];
}"""


def test_the_fields_take_a_date_as_it_is_written_and_say_what_is_wrong(desk, snapshot):
    desk.open()
    since, until = desk.page.get_by_label("From", exact=True), desk.page.get_by_label("To", exact=True)
    since.fill("May 2019")
    since.press("Enter")
    desk.stands_at("since=2019-05")
    expect(since).to_have_value("2019-05")
    expect(desk.chips).to_have_text(["from May 2019×"])
    expect(desk.page.locator(".stays")).to_contain_text("Events without a date stay")
    until.fill("2018")
    until.press("Enter")
    expect(desk.page.get_by_role("alert").filter(has_text="2018 is before 2019-05")).to_be_visible()
    expect(until).to_have_attribute("aria-invalid", "true")
    desk.stands_at("since=2019-05")
    until.fill("31 February 2022")
    until.press("Enter")
    expect(desk.page.get_by_role("alert").filter(has_text="not in the calendar")).to_be_visible()
    until.fill("2022-10")
    until.press("Enter")
    desk.stands_at("since=2019-05&until=2022-10")
    expect(desk.chips).to_have_text(["from May 2019 to October 2022×"])
    desk.page.go_back()
    desk.stands_at("since=2019-05")
    expect(until).to_have_value("")
    desk.chips.first.click()
    desk.stands_at("")
    expect(since).to_have_value("")
    desk.open("since=2022&until=2018")
    expect(desk.page.locator(".notice")).to_contain_text("since 2022 is after until 2018")
    expect(desk.chips).to_have_count(0)


def test_a_span_is_chosen_on_the_timeline_by_mouse_and_by_keys(desk):
    desk.open()
    before = desk.span()
    first, last, y = desk.page.evaluate(DRAG, [0.3, 0.6])
    desk.page.keyboard.down("Shift")
    desk.page.mouse.move(first, y)
    desk.page.mouse.down()
    desk.page.mouse.move(last, y, steps=4)
    expect(desk.page.locator(".hint")).to_have_text(re.compile("^from .* to "))
    assert desk.span() == before  # the drag has not moved the axis
    desk.page.mouse.up()
    desk.page.keyboard.up("Shift")
    expect(desk.page).to_have_url(re.compile(r"\?since=\d{4}-\d{2}&until=\d{4}-\d{2}$"))
    assert before[0] < desk.span()[0] < desk.span()[1] < before[1]  # the axis of a link with this span
    expect(desk.page.locator(".extent")).to_be_visible()
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("Delete")
    desk.stands_at("")
    desk.button("timeline", "From – to").click()
    desk.page.keyboard.press("Escape")
    desk.button("timeline", "From – to").click()
    desk.page.mouse.move(last, y)
    desk.page.mouse.down()
    desk.page.mouse.move(first, y, steps=4)  # from right to left
    desk.page.mouse.up()
    expect(desk.page).to_have_url(re.compile(r"\?since=\d{4}-\d{2}&until=\d{4}-\d{2}$"))
    expect(desk.button("timeline", "From – to")).to_have_attribute("aria-pressed", "false")
    desk.open("event=2019-dushanbe")
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("f")
    desk.page.keyboard.press("t")
    expect(desk.chips).to_have_text(["from 16 May 2019 to 17 May 2019×"])


def test_a_filter_shows_the_axis_that_its_link_opens(visitor):
    visitor.open()
    whole = visitor.span()
    with visitor.panel() as panel:
        since = panel.get_by_label("From", exact=True)
        since.fill("2022")
        since.press("Enter")
    visitor.stands_at("since=2022")
    narrowed = visitor.span()
    assert narrowed[0] > whole[0]
    visitor.reload()
    assert visitor.span() == narrowed
    visitor.button("timeline", "Table").click()
    visitor.page.locator(".bar .reset").click()
    visitor.button("timeline", "Table").click()
    assert visitor.span() == whole


def test_the_zoom_of_a_reader_stays_with_a_filter(desk):
    desk.open("zoom=2018-05-01..2023-12-31")
    zoomed = desk.span()
    desk.press("year", "2022")
    expect(desk.chips).to_have_count(1)
    assert desk.span() == zoomed


@pytest.mark.parametrize("query", ["table=timeline", "weight=any&event=undated-cted&q=CTED&table=timeline"])
def test_a_table_has_no_button_that_does_nothing(desk, query):
    desk.open(query)
    tools = desk.view("timeline").locator(".tools")
    expect(tools.get_by_role("button")).to_have_text(["Map", "Table", "Download"])
    expect(tools.locator("select, .group")).to_have_count(0)
    desk.button("timeline", "Table").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.button("timeline", "Table")).to_have_attribute("aria-pressed", "false")
    expect(desk.button("timeline", "Table")).to_be_focused()


def test_zoom_and_tables_are_in_the_address_and_come_back(desk):
    desk.open()
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("+")
    expect(desk.page).to_have_url(re.compile(r"\?zoom=\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$"))
    zoomed, address = desk.span(), desk.page.url
    desk.button("matrix", "Table").click()
    desk.button("timeline", "Table").click()
    expect(desk.page).to_have_url(re.compile("table=both&zoom="))
    desk.page.go_back()
    desk.page.go_back()
    expect(desk.page).to_have_url(address)
    expect(desk.view("matrix").locator(".grid")).to_be_visible()
    assert desk.span() == zoomed
    desk.page.go_forward()
    expect(desk.view("matrix").locator("tbody")).to_be_visible()
    desk.reload()
    expect(desk.view("matrix").locator("tbody")).to_be_visible()
    assert desk.span()[0][:10] == zoomed[0][:10]
    desk.page.get_by_role("link", name="Compare", exact=True).click()
    expect(desk.page).to_have_url(re.compile("page=compare"))
    desk.page.get_by_role("link", name="Explore", exact=True).click()
    expect(desk.page).to_have_url(re.compile(r"\?table=matrix&zoom="))
    assert desk.span()[0][:10] == zoomed[0][:10]
    desk.button("timeline", "All").click()
    desk.stands_at("table=matrix")


def test_editions_follow_each_other(desk):
    desk.open("event=2019-dushanbe")
    desk.button("article", "Next edition").click()
    desk.sees("2022-dushanbe")
    desk.page.locator(".chart").focus()
    for _ in range(2):
        desk.page.keyboard.press("PageUp")
    desk.sees("2018-dushanbe")
    earlier = desk.button("article", "Previous edition")
    expect(earlier).to_have_attribute("aria-disabled", "true")
    expect(earlier).to_have_attribute("title", "No conference before this event passes the filters.")
    earlier.click(force=True)
    expect(desk.view("article").locator(".place")).to_have_text("No conference before this event passes the filters.")
    desk.sees("2018-dushanbe")


def test_a_finger_chooses_a_span_only_with_the_tool(phone):
    phone.open()
    phone.button("timeline", "From – to").tap()
    phone.view("timeline").evaluate("(node) => node.scrollIntoView({ block: 'start', behavior: 'instant' })")
    phone.rest()
    first, last, y = phone.page.evaluate(DRAG, [0.2, 0.7])
    device = phone.context.new_cdp_session(phone.page)

    def touch(kind: str, *places: float) -> None:
        points = [{"x": x, "y": y} for x in places]
        device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", first)
    for share in (0.25, 0.5, 0.75, 1):
        touch("touchMove", first + (last - first) * share)
    touch("touchEnd")
    expect(phone.page).to_have_url(re.compile(r"\?since=\d{4}-\d{2}&until=\d{4}-\d{2}$"))
