"""Choices are announced once, Escape closes what is open, and the page works without motion, colours and a mouse."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.library import Snapshot
from dashboard.web.address import PAGES
from tests.browser.visitor import AT_REST, Visitor, visit

# Records from now on each change of a live region, which screen readers announce.
LISTEN = """() => {
  const regions = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])";
  window.heard = [];
  new MutationObserver((changes) => {
    const around = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(regions);
    const within = (node) => (node.nodeType === 1 ? [...node.querySelectorAll(regions)] : []);
    // A node that comes beside a region does not change the region.
    const all = changes.flatMap(({ target, addedNodes }) => [
      around(target), ...[...addedNodes].flatMap((node) => [around(node), ...within(node)]),
    ]);
    for (const one of new Set(all)) if (one?.isConnected && one.textContent.trim()) heard.push(one.textContent.trim());
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""
MOTION = """() => {
  window.motions = [];
  for (const name of ["scrollTo", "scrollIntoView"]) {
    const scroll = Element.prototype[name];
    Element.prototype[name] = function (...how) {
      if (typeof how[0] === "object") motions.push(how[0].behavior);
      return scroll.apply(this, how);
    };
  }
}"""
FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return "";
  const words = node.getAttribute("aria-label") ?? node.labels?.[0]?.textContent ?? node.textContent;
  return words.replace(/\\s+/g, " ").trim();
}"""
WIDTH = "Math.max(...document.querySelectorAll(':root, .stMain').values().map((node) => node.scrollWidth))"
CUT = """() => [...document.querySelectorAll(".linked :is(h2, h3, p, button, summary, li, dd, td, th)")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".unseen, .upright"))
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible")
  .map((node) => `${node.localName}.${node.className}: ${node.textContent.slice(0, 40)}`)"""


def heard(page: Page) -> list[str]:
    """Wait for an announcement, then until the page is at rest; give all announcements, and forget them."""
    page.wait_for_function("heard.length > 0")
    page.evaluate(AT_REST)
    return page.evaluate("heard.splice(0)")


def tab_to(page: Page, name: str | re.Pattern[str], *, key: str = "Tab") -> None:
    """Press Tab until the focused element has this name."""
    seen = []
    for _ in range(150):
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUS))
        if seen[-1] == name if isinstance(name, str) else name.search(seen[-1]):
            return
    pytest.fail(f"Tab never reached {name}: {seen}")


def test_each_choice_is_announced_once_in_a_region_that_stays(desk: Visitor, snapshot: Snapshot):
    page = desk.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.open("event=2022-dushanbe")
    desk.rest()
    page.locator(".linked .chart").focus()
    page.evaluate(LISTEN)
    page.keyboard.press("ArrowRight")
    (words,) = heard(page)
    assert re.fullmatch(r".+, .*20\d\d.*, \d+ of \d+\.", words)
    page.evaluate("window.region = document.querySelector('body > .announcements')")
    page.keyboard.press("ArrowLeft")
    (words,) = heard(page)
    assert words.startswith("Dushanbe 2022, ")
    grid = page.locator(".linked .grid")
    grid.focus()
    roles = {role.organizer: role.role for role in snapshot.dataset.events["2022-dushanbe"].roles}
    names = {snapshot.dataset.organizers[organizer].short_name for organizer in roles}
    for _ in range(2):
        page.keyboard.press("ArrowDown")
        (words,) = heard(page)
        assert words.partition(":")[0] in names and words.endswith(".")
    page.keyboard.press("Escape")
    expect(desk.view("article").locator("aside.proof")).to_have_count(0)
    expect(grid).to_be_focused()
    desk.press("year", "2019")
    (words,) = heard(page)
    assert re.fullmatch(r"\d+ of \d+ events\. .*Dushanbe 2019.*\.", words)
    page.get_by_role("searchbox", name="Search").fill("zzzz")
    (words,) = heard(page)
    assert words == "No event passes these filters."
    page.get_by_role("button", name="Reset filters").click()
    (words,) = heard(page)
    assert re.match(r"\d+ of \d+ events\.", words)
    page.get_by_role("searchbox", name="Search").fill("terorism")
    (words,) = heard(page)
    assert re.match(
        r"Nothing has “terorism”\. Showing results for “terrorism”\. Found: \d+ events, .*\. \d+ of \d+ events\.", words
    )
    page.keyboard.press("Escape")  # closes the list
    page.get_by_role("button", name="Copy link", exact=True).click()
    assert heard(page) == ["Link copied"]
    assert page.evaluate("region.isConnected && region === document.querySelector('body > .announcements')")


def test_on_a_phone_the_sheet_says_what_it_will_show_and_screen_readers_hear_it(phone: Visitor):
    page = phone.page
    phone.open()
    with phone.panel() as sheet:
        page.evaluate(LISTEN)
        phone.press("year", "2019")
        (words,) = heard(page)
        shown = int(words.split()[0])
        assert shown > 1
        expect(sheet.get_by_role("button", name=f"Show {shown} events", exact=True)).to_be_visible()
        until = sheet.get_by_label("To", exact=True)
        until.fill("2018")
        until.press("Enter")
        assert heard(page) == ["No event passes these filters."]
        expect(sheet.get_by_role("button", name="No event passes", exact=True)).to_be_visible()
        until.fill("")
        until.press("Enter")
        assert [words.split()[0] for words in heard(page)] == [str(shown)]
    page.get_by_role("searchbox", name="Search").fill("zzzz")  # on a phone it is beside the sheet
    assert heard(page) == ["No event passes these filters."]


UNCOVERED = """(node) => [0.05, 0.5, 0.95].every((part) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return node.contains(document.elementFromPoint(x + width * part, y + height / 2));
})"""


def test_on_a_phone_the_content_begins_near_the_top_and_row_names_stay_in_sight(phone: Visitor):
    phone.page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    phone.open("columns=all")
    tops = phone.page.evaluate(
        "[document.querySelector('.linked.filtered').getBoundingClientRect().top, document.documentElement.scrollWidth]"
    )
    assert tops[0] <= 180 and tops[1] <= 390
    assert phone.page.get_by_role("link", name="Tour", exact=True).evaluate(UNCOVERED)
    grid = phone.view("matrix").locator(".grid")
    row = grid.locator(".row").first
    before = row.bounding_box()["x"]
    assert grid.evaluate("(node) => { node.scrollLeft = 300; return node.scrollLeft; }") > 100
    assert row.bounding_box()["x"] == before
    phone.page.get_by_role("button", name="Share", exact=True).tap()
    phone.page.wait_for_function("window.shared")
    shared = phone.page.evaluate("shared")
    assert shared["url"].startswith(f"{phone.home}?") and shared["title"]


def test_the_focus_returns_to_what_opened_a_proof_or_a_menu(desk: Visitor):
    page = desk.page
    desk.open("event=2022-dushanbe")
    name = desk.view("article").locator(".roles a[data-at], .roles a[data-organizer]").first
    for close in ("Escape", "Enter"):
        name.focus()
        page.keyboard.press("Enter")
        card = desk.view("article").locator("aside.proof")
        expect(card).to_be_visible()
        if close == "Enter":
            card.get_by_role("button", name="Close").focus()
        page.keyboard.press(close)
        expect(card).to_have_count(0)
        expect(name).to_be_focused()
    desk.open("page=quality")
    menu = page.locator("details.menu").first
    menu.locator("summary").press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_what_is_lit_chosen_or_on_is_seen_in_the_colours_of_the_system(desk: Visitor):
    desk.page.emulate_media(forced_colors="active")
    desk.open("event=2022-dushanbe&at=qatar&organizer=osce")
    style = "(node, name) => getComputedStyle(node)[name]"
    assert desk.lit.first.evaluate(style, "outlineStyle") == "solid"
    rows, columns = desk.page.locator(".linked .row"), desk.page.locator(".linked .column")
    looks = {
        tuple(node.evaluate(style, name) for name in ("outlineStyle", "backgroundColor"))
        for node in (
            rows.and_(desk.page.locator("[aria-pressed=true]")),
            rows.and_(desk.page.locator(":not([aria-pressed=true], [data-chosen])")).first,
            rows.and_(desk.page.locator("[data-chosen]:not([aria-pressed=true])")),
            columns.and_(desk.page.locator("[data-chosen]")),
        )
    }
    assert len(looks) == 4
    link = desk.page.locator(".pages a")
    current = desk.page.locator(".pages [aria-current]")
    assert current.evaluate(style, "backgroundColor") != link.last.evaluate(style, "backgroundColor")
    hidden = desk.page.locator(".linked .badge").evaluate_all(
        "(all) => all.filter((node) => getComputedStyle(node).forcedColorAdjust !== 'none').length"
    )
    assert hidden == 0
    desk.button("timeline", "Table").click()
    row = desk.view("timeline").locator("tr[data-chosen]")
    assert row.evaluate(style, "outlineStyle") == "solid"


def test_more_contrast_and_less_motion_are_given_to_who_wants_them(desk: Visitor):
    page = desk.page
    page.emulate_media(reduced_motion="reduce", contrast="more")
    desk.open("event=2022-dushanbe")
    page.evaluate(MOTION)
    page.locator(".linked .grid").press("ArrowDown")
    expect(desk.view("article").locator("aside.proof")).to_be_visible()
    assert set(page.evaluate("motions")) <= {"instant", None}
    color = "(node) => getComputedStyle(node).color"
    quiet = page.locator(".linked .page .facts dt").first
    assert quiet.evaluate(color) == page.locator(".linked .page .facts dd").first.evaluate(color)
    page.emulate_media(reduced_motion="no-preference", contrast="no-preference")
    assert quiet.evaluate(color) != page.locator(".linked .page .facts dd").first.evaluate(color)
    page.locator(".linked .grid").press("ArrowDown")
    expect(desk.lit.first).to_be_visible()
    page.wait_for_function("motions.includes('smooth')")


def test_at_two_hundred_percent_nothing_is_lost(browser: Browser, home: str):
    with visit(browser, home, "desk") as visitor:
        page = visitor.page
        page.set_viewport_size({"width": 720, "height": 450})
        for name in PAGES:
            visitor.open("event=2022-dushanbe&at=qatar" if name == "explore" else f"page={name}")
            visitor.rest()
            assert page.evaluate(WIDTH) <= 720, name
            assert page.evaluate(CUT) == [], name


def test_a_story_by_keyboard_alone(desk: Visitor, tmp_path):
    """Skip to the filters, choose a year, walk to a role in the matrix, read who says so, and take the table away."""
    page = desk.page
    desk.open(anew=True)
    desk.rest()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == "Skip to the article"
    expect(page.get_by_role("link", name="Skip to the article")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "Filters"
    tab_to(page, re.compile("^2022, "))
    page.keyboard.press("Space")
    desk.sees("2022-dushanbe")
    desk.stands_at("year=2022")
    tab_to(page, re.compile("up and down a role"))
    page.keyboard.press("ArrowDown")
    card = desk.view("article").get_by_role("note", name="Who says so")
    expect(card).to_be_visible()
    at = re.search("at=([^&]+)", page.url)[1]
    page.keyboard.press("Enter")
    expect(desk.view("article").locator(".page")).to_be_focused()
    tab_to(page, "Copy link to this claim")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert f"at={at}" not in page.url
    expect(page.locator(".linked .grid")).to_be_focused()
    tab_to(page, "Take away", key="Shift+Tab")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Take away")
    expect(panel).to_be_visible()
    page.keyboard.press("d")
    expect(panel.locator("[data-format='events.csv']")).to_be_visible()
    tab_to(page, re.compile("CSV"))
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert page.evaluate(FOCUS) == "Take away"


def test_a_story_from_the_accessibility_tree_alone(desk: Visitor):
    """The accessibility tree is enough to find the parts of the page, a filter, an event, and its sources."""
    page = desk.page
    desk.open()
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").count() == 1
    for name in ("Filters", "Timeline", "Article"):
        assert page.get_by_role("region", name=name, exact=True).count() == 1, name
    filters = page.get_by_role("region", name="Filters", exact=True)
    choice = filters.get_by_role("checkbox", name=re.compile(r"^2022, \d+ events?$"))
    number = int(re.search(r"(\d+) event", choice.aria_snapshot())[1])
    choice.check(force=True)
    expect(page.get_by_role("status").filter(has_text=re.compile(rf"^{number} of \d+ events\."))).to_have_count(1)
    page.get_by_role("button", name="Remove filter 2022", exact=True).press("Enter")
    article = page.get_by_role("region", name="Article", exact=True)
    article.get_by_role("button", name="Previous event", exact=True).press("Enter")
    said = page.get_by_role("status").filter(has_text=re.compile(r", \d+ of \d+\.\s*$"))
    expect(said).to_have_count(1)
    title = said.inner_text().partition(",")[0]
    assert title
    page.get_by_role("application", name=re.compile("up and down a role")).press("ArrowLeft")
    desk.rest()
    page.get_by_role("application", name=re.compile("up and down a role")).press("End")
    page.get_by_role("application", name=re.compile("up and down a role")).press("ArrowDown")
    note = article.get_by_role("note", name="Who says so")
    expect(note).to_be_visible()
    assert note.get_by_role("link").count() >= 1
    note.get_by_role("button", name="Close").press("Enter")
    expect(note).to_have_count(0)
    pages = page.get_by_role("navigation", name="Pages")
    assert pages.get_by_role("link").count() >= 4
    expect(pages.get_by_role("link").first).to_have_attribute("aria-current", "page")
