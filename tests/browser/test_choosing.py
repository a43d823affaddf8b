"""Choosing an event or a role, by mouse, finger or keyboard: three views follow, and so does the address."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from dashboard.frames.filters import Filters

IN_SIGHT = """(node) => {
  const box = node.getBoundingClientRect(), pane = node.closest(".page").getBoundingClientRect();
  return box.top >= Math.max(pane.top, 0) - 1 && box.bottom <= Math.min(pane.bottom, innerHeight) + 1;
}"""

# Presses every mark, and waits for its article; gives for each the event, the organizer and the text of the passage.
PRESS_ALL = """async (buttons) => {
  const passages = [];
  const page = document.querySelector("[data-view=article] .page");
  for (const button of buttons) {
    button.click();
    while (page.ariaBusy) await new Promise((done) => setTimeout(done));
    const [lit] = page.querySelectorAll("[data-lit]");
    passages.push([page.closest("[data-view]").dataset.event, lit?.dataset.lit, lit?.textContent]);
  }
  return passages;
}"""


def is_in_sight(node) -> None:
    """Expect a passage to be inside the reading pane and inside the window, once scrolling has ended."""
    node.page.wait_for_function(IN_SIGHT, arg=node.element_handle())


def test_a_mark_of_the_timeline_opens_its_event(visitor):
    visitor.open()
    visitor.press_mark("timeline", "2019-dushanbe")
    visitor.sees("2019-dushanbe")
    visitor.stands_at("event=2019-dushanbe")
    expect(visitor.title).to_contain_text("Illicit Drug Trafficking")
    expect(visitor.view("matrix").locator(".column[data-chosen]")).to_have_text("Dushanbe 2019")
    visitor.press_mark("timeline", "2021-06-new-york")
    visitor.sees("2021-06-new-york")
    visitor.stands_at("event=2021-06-new-york")


def test_the_article_under_the_pointer_is_laid_out_before_the_click_and_only_shown_by_it(desk):
    desk.open()
    article, first = desk.view("article"), desk.title.inner_text()
    ahead = article.locator("[aria-hidden=true]").filter(has=desk.page.locator("h2"))
    desk.point_at("timeline", "2019-dushanbe")
    expect(ahead).to_have_count(1)
    assert desk.title.inner_text() == first
    expect(ahead).to_have_css("opacity", "0")
    width = "(node) => node.clientWidth"
    assert ahead.evaluate(width) == article.locator(".page").evaluate(width)
    text = ahead.inner_text()
    desk.page.evaluate("(node) => { node.laidOutBefore = true; }", ahead.element_handle())
    desk.press_mark("timeline", "2019-dushanbe")
    desk.sees("2019-dushanbe")
    expect(ahead).to_have_count(0)
    expect(desk.page.get_by_role("group", name="Text of the article")).to_have_count(1)
    page = article.locator("#article.page")
    assert page.evaluate("(node) => node.laidOutBefore && !node.ariaHidden && node.scrollTop === 0")
    assert page.inner_text() == text
    page.locator(".cite a").first.click()  # its links work
    expect(page.locator("[data-seen]")).to_have_count(1)


def test_an_article_that_is_laid_out_goes_when_the_pointer_leaves_or_a_key_is_pressed(desk):
    desk.open()
    ahead = desk.view("article").locator(".prose[aria-hidden=true]")
    desk.point_at("timeline", "2019-dushanbe")
    expect(ahead).to_have_count(1)
    desk.page.mouse.move(0, 0)
    expect(ahead).to_have_count(0)
    desk.page.locator("label").filter(has=desk.choice("year", "2019")).hover()
    expect(ahead).to_have_count(1)
    desk.view("article").locator(".facts").first.hover()
    expect(ahead).to_have_count(0)
    desk.point_at("timeline", "2019-dushanbe")
    expect(ahead).to_have_count(1)
    desk.page.keyboard.press("Tab")
    expect(ahead).to_have_count(0)
    desk.press_mark("timeline", "2019-dushanbe")
    desk.sees("2019-dushanbe")
    expect(desk.title).to_contain_text("Illicit Drug Trafficking")


def test_a_mark_of_the_matrix_opens_the_article_at_the_sentence_that_names_the_organizer(visitor, snapshot):
    visitor.open("event=2018-dushanbe")
    visitor.press_mark("matrix", "2022-dushanbe", "osce")
    visitor.sees("2022-dushanbe")
    visitor.stands_at("event=2022-dushanbe&at=osce")
    expect(visitor.lit).to_have_count(1)
    expect(visitor.lit).to_have_attribute("data-lit", "osce")
    osce = snapshot.dataset.organizers["osce"]
    text = visitor.lit.inner_text()
    assert any(name in text for name in (osce.name, osce.short_name, *osce.other_names))
    is_in_sight(visitor.lit)


def test_every_mark_of_the_matrix_leads_to_a_passage_that_names_its_organizer(desk, snapshot):
    desk.open("columns=all&weight=main&weight=secondary&weight=minor&weight=related")
    roles = snapshot.frames.roles
    assert set(desk.marks("matrix")) == set(zip(roles["event_id"], roles["organizer_id"], strict=True))
    desk.button("matrix", "Table").click()
    passages = desk.view("matrix").locator("td button").evaluate_all(PRESS_ALL)
    assert len(passages) == len(roles)
    for event, lit, text in passages:
        organizer = snapshot.dataset.organizers[lit]
        names = (organizer.name, organizer.short_name, *organizer.other_names)
        assert any(name in text for name in names), (event, lit, text)


def test_a_column_head_opens_its_event(desk):
    desk.open()
    desk.view("matrix").get_by_role("button", name="Dushanbe 2022").click()
    desk.sees("2022-dushanbe")
    desk.stands_at("event=2022-dushanbe")


def test_the_buttons_above_the_article_lead_to_the_neighbours(desk):
    desk.open("year=2019&event=2019-dushanbe")
    desk.view("article").get_by_role("button", name="Next event").click()
    desk.sees("2019-side-eu")
    desk.stands_at("year=2019&event=2019-side-eu")
    desk.view("article").get_by_role("button", name="Previous event").click()
    desk.view("article").get_by_role("button", name="Previous event").click()
    desk.sees("2019-03-new-york")
    desk.stands_at("year=2019&event=2019-03-new-york")
    expect(desk.view("article").get_by_role("button", name="Previous event")).to_be_disabled()
    desk.view("article").get_by_role("link", name="Event page").click()
    expect(desk.page).to_have_url(f"{desk.home}events/2019-03-new-york")
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("chart", [".chart", ".grid"])
def test_arrow_keys_on_a_chart_choose_events(desk, chart, snapshot):
    desk.open("event=2019-dushanbe")
    desk.page.locator(chart).focus()
    desk.page.keyboard.press("ArrowRight")
    desk.sees("2019-side-eu")
    desk.page.keyboard.press("ArrowLeft")
    desk.sees("2019-dushanbe")
    desk.stands_at("event=2019-dushanbe")
    desk.page.keyboard.press("End")
    desk.sees(snapshot.select(Filters()).events["event_id"].iloc[-1])
    desk.page.keyboard.press("Home")
    first = snapshot.select(Filters()).events["event_id"].iloc[0]
    desk.sees(first)
    desk.stands_at(f"event={first}")
    desk.page.keyboard.press("Enter")
    expect(desk.view("article").locator(".page")).to_be_focused()


def test_every_event_can_be_reached_with_one_key(desk, snapshot):
    desk.open("weight=main&weight=secondary&weight=minor&weight=related")
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("Home")
    reached = []
    for event in snapshot.frames.events["event_id"]:
        expect(desk.view("article")).to_have_attribute("data-event", event)
        expect(desk.title).to_have_text(snapshot.dataset.events[event].title)
        reached.append(event)
        desk.page.keyboard.press("ArrowRight")
    assert reached[-1] == "undated-cted"
    desk.sees("undated-cted")
    desk.stands_at("weight=any&event=undated-cted")


def test_up_and_down_in_the_matrix_go_through_the_roles_of_an_event(desk):
    desk.open("event=2022-dushanbe")
    desk.page.locator(".grid").focus()
    lit = []
    for _ in range(7):
        desk.page.keyboard.press("ArrowDown")
        lit.append(desk.lit.get_attribute("data-lit"))
    assert sorted(lit) == ["eu", "osce", "qatar", "saudi-arabia", "tajikistan", "unoct", "unrcca"]
    assert lit[0] == "tajikistan"
    desk.page.keyboard.press("ArrowUp")
    expect(desk.lit).to_have_attribute("data-lit", lit[-2])
    desk.stands_at(f"event=2022-dushanbe&at={lit[-2]}")
    desk.sees("2022-dushanbe")


def test_quick_choices_end_at_the_last_one_and_nothing_is_drawn_from_scratch(desk, snapshot):
    desk.open("event=2018-dushanbe")
    desk.button("timeline", "+").click()
    zoomed = desk.span()
    desk.page.locator(".chart").focus()
    for _ in range(12):
        desk.page.keyboard.press("ArrowRight")
    shown = list(snapshot.select(Filters()).events["event_id"])
    last = shown[shown.index("2018-dushanbe") + 12]
    expect(desk.page).to_have_url(re.compile(rf"\?event={last}&zoom=[-\d.]+$"))
    desk.sees(last)
    expect(desk.page.locator(".chart")).to_be_focused()
    # The zoom stays, and the axis moves until the chosen event is visible.
    began, ended = map(datetime.fromisoformat, desk.span())
    was_from, was_to = map(datetime.fromisoformat, zoomed)
    assert abs((ended - began) - (was_to - was_from)) < timedelta(days=1)
    assert began < datetime.fromisoformat(f"{snapshot.dataset.events[last].start}T00:00:00Z") < ended


def test_an_organizer_named_in_the_article_leads_to_its_row(desk):
    desk.open("event=2022-dushanbe")
    desk.view("article").locator(".sentence a[data-organizer=unrcca]").first.click()
    expect(desk.view("matrix").locator(".row[data-chosen]")).to_have_attribute("data-organizer", "unrcca")
    desk.stands_at("event=2022-dushanbe&at=unrcca")
    desk.sees("2022-dushanbe")


def test_a_citation_leads_to_its_source(visitor):
    visitor.open("event=2022-dushanbe")
    cite = visitor.view("article").locator(".sentence .cite a").first
    number = cite.inner_text()
    cite.click()
    source = visitor.view("article").locator("[data-seen]")
    expect(source).to_have_attribute("value", number)
    is_in_sight(source)
    visitor.stands_at(f"event=2022-dushanbe&passage=.{source.get_attribute('data-source')}")


def test_a_dispute_is_one_click_from_what_is_disputed(desk):
    desk.open("event=2022-dushanbe")
    desk.view("article").locator(".roles a.disputed").first.click()
    box = desk.view("article").locator(".dispute[data-seen]")
    expect(box).to_contain_text("Shown here:")
    desk.stands_at("event=2022-dushanbe")


def test_a_link_in_the_article_opens_the_conference_it_belongs_to(desk):
    desk.open("event=2022-declaration")
    desk.view("article").locator(".facts a[data-choose]").click()
    desk.sees("2022-dushanbe")
    desk.stands_at("event=2022-dushanbe")
