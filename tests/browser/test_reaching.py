"""Reaching everything by keyboard and by ear, on a light page and on a dark one."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.frames.filters import Filters
from dashboard.look import style
from dashboard.topics.explore.sentences import role_matrix_alt, timeline_alt
from tests.browser.visitor import PARTS, visit

# Text colour and the colour behind it, each as [r, g, b], of the first visible node of each selector.
COLORS = """(selectors) => selectors.map((selector) => {
  const node = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  let behind = node;
  while (behind && (parts(getComputedStyle(behind).backgroundColor)[3] ?? 1) < 1) behind = behind.parentElement;
  const color = (one, name) => (one ? parts(getComputedStyle(one)[name]).slice(0, 3) : [255, 255, 255]);
  return [color(node, "color"), color(behind, "backgroundColor")];
})"""
READ = (
    ".masthead h1",
    ".masthead p",
    ".linked .bar .count",
    ".linked .page .text p",
    ".linked .page .facts dt",
    ".linked .page .note",
    ".linked .page .sources small",
    ".linked .page a.disputed",
    ".linked .page .kind",
    ".linked .rows .row",
    ".linked .rows .heading",
    ".linked .column",
    ".linked .legend li",
    ".linked .drawn",
    ".linked .tools button",
    ".panel legend",
    ".panel label:has(input[data-facet])",
    ".panel label:has(input[data-facet]:checked)",
)
"""A node of each kind of text that is read."""

UNNAMED = re.compile(r"^\s*- (button|link|textbox|searchbox|combobox|checkbox|slider)(?! \")(?! /)", re.MULTILINE)


def contrast(one: list[float], other: list[float]) -> float:
    """Compute the contrast ratio of WCAG 2.2 between two colours."""

    def luminance(color: list[float]) -> float:
        parts = [part / 255 for part in color]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_and_marks_take_the_palette_of_the_scheme(browser, home, scheme):
    with visit(browser, home, "desk", color_scheme=scheme) as visitor:
        visitor.open("event=2022-dushanbe")
        expect(visitor.page.locator(".linked")).to_have_attribute("data-theme", scheme)
        for selector in READ:
            expect(visitor.page.locator(selector).first).to_be_attached()
        for selector, (text, behind) in zip(READ, visitor.page.evaluate(COLORS, list(READ)), strict=True):
            assert contrast(text, behind) >= 4.5, (selector, text, behind)
            assert (sum(behind) < 200) == (scheme == "dark"), selector
        palette = {mark.color for mark in style.MARKS.values()}
        expected = {style.DARK[color] for color in palette} if scheme == "dark" else palette
        drawn = visitor.page.locator(".plot").evaluate("(plot) => plot.data.flatMap((trace) => trace.marker.color)")
        assert drawn and set(drawn) <= expected
        kinds = set(style.KIND_COLORS.values()) | {style.PAPER}
        expected = {style.DARK[color] for color in kinds} if scheme == "dark" else kinds
        drawn = visitor.page.locator(".chart").evaluate(
            "(plot) => plot.data.filter((trace) => trace.meta.part === 'mark').flatMap((trace) => trace.marker.color)"
        )
        assert drawn and set(drawn) <= expected


def test_charts_say_in_words_what_they_show(desk, snapshot):
    desk.open("year=2022")
    left = snapshot.select(Filters(year=("2022",)))
    label = desk.page.locator(".chart").get_attribute("aria-label")
    assert label.startswith(timeline_alt(left.events))
    conference = left.events[left.events["kind"] == "conference"]
    label = desk.page.locator(".grid").get_attribute("aria-label")
    assert label.startswith(role_matrix_alt(left.roles, conference))
    expect(desk.page.locator(".linked p.sentence")).to_have_text(role_matrix_alt(left.roles, conference))


def test_every_control_has_a_name(visitor):
    visitor.open("year=2022&event=2022-dushanbe")
    with visitor.panel():
        assert UNNAMED.findall(visitor.page.locator("body").aria_snapshot()) == []
    for part in PARTS:
        with visitor.taking(part) as panel:
            expect(panel.locator(".arriving[aria-busy=true]")).to_have_count(0)
            assert UNNAMED.findall(panel.aria_snapshot()) == []
    for chart in ("timeline", "matrix"):
        visitor.button(chart, "Download").click()
        for ending in ("png", "svg", "pdf", "html", "csv"):
            expect(visitor.page.locator(f".takeaway [data-format='{chart}.{ending}']")).to_be_visible()
        expect(visitor.page.locator(".takeaway [data-format]")).to_have_count(5)
        visitor.page.keyboard.press("Escape")
        expect(visitor.page.locator(".takeaway[open]")).to_have_count(0)


def test_tab_leads_to_every_organizer_and_enter_filters(desk):
    desk.open()
    desk.page.locator(".chart").focus()
    reached = []
    for _ in range(60):
        desk.page.keyboard.press("Tab")
        at = desk.page.evaluate("document.activeElement.matches('.row') && document.activeElement.dataset.organizer")
        if at:
            reached.append(at)
        elif reached:
            break
    rows = desk.view("matrix").locator(".row").evaluate_all("(all) => all.map((one) => one.dataset.organizer)")
    assert reached == rows and len(rows) == 9
    desk.page.keyboard.press("Shift+Tab")
    expect(desk.view("matrix").locator(".row[data-organizer=eu]")).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.chips).to_have_text(["EU×"])
    expect(desk.view("matrix").locator(".row[data-organizer=eu]")).to_be_focused()


def test_the_buttons_of_the_article_keep_the_focus(desk):
    desk.open("event=2018-dushanbe")
    button = desk.view("article").get_by_role("button", name="Next event")
    button.focus()
    for event in ("2018-side-osce", "2018-declaration", "2019-03-new-york"):
        desk.page.keyboard.press("Enter")
        desk.sees(event)
        desk.stands_at(f"event={event}")
        expect(button).to_be_focused()
