"""The pages beside the linked views: disagreements, two editions compared, who works together, sources."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.exports import file_name
from dashboard.frames.filters import Filters
from dashboard.topics import PLACES
from dashboard.topics.partners import together
from dashboard.web.address import PAGES
from dashboard.web.ways import title_of
from tests.browser.visitor import visit


def turn_to(visitor, page: str) -> None:
    """Open a page and wait for its content."""
    visitor.open(f"page={page}")
    visitor.page.wait_for_selector(".linked .pane" if page in ("together", "coverage", "quality") else ".evidence")


@pytest.mark.parametrize("page", [page for page in PAGES if page != "explore"])
def test_every_page_fits_the_window(visitor, page):
    turn_to(visitor, page)
    scroller = visitor.page.get_by_test_id("stMain")
    assert scroller.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0
    expect(visitor.page.locator(".pages [aria-current=page]")).to_have_text(PAGES[page])


def test_the_navigation_leads_to_each_page_and_back_is_the_way_back(desk):
    desk.open()
    for place in PLACES[1:]:
        desk.page.get_by_role("link", name=title_of(place), exact=True).click()
        desk.stands_at(f"page={place.pages[0].key}")
        for page in place.pages[1:]:
            desk.page.get_by_role("link", name=page.title, exact=True).click()
            desk.stands_at(f"page={page.key}")
            expect(desk.page.locator(".pages [aria-current=page]")).to_have_text(page.title)
            expect(desk.page.locator(".pages [aria-current=true]")).to_have_text(title_of(place))
    desk.page.get_by_role("link", name="Disagreements", exact=True).click()
    desk.stands_at("page=disagreements")
    desk.page.go_back()
    desk.stands_at(f"page={PLACES[-1].pages[-1].key}")
    navigation = desk.page.get_by_role("navigation", name="Pages")
    navigation.get_by_role("link", name="Explore", exact=True).click()  # a note of the page leads there too
    desk.wait_until_drawn()
    desk.sees("2024-kuwait")


def test_title_numbers_and_navigation_have_the_same_place_on_all_pages(desk):
    def tops() -> list[float]:
        parts = desk.page.locator(".stApp :is(.masthead h1, .masthead dl, .pages)")
        return parts.evaluate_all("(nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().top))")

    desk.open()
    first = tops()
    assert len(first) == 3
    for page in ("compare", "disagreements", "data"):
        turn_to(desk, page)
        assert tops() == first, page


def test_every_disagreement_has_its_sides_and_leads_to_its_event(desk, snapshot):
    turn_to(desk, "disagreements")
    questions = desk.page.locator(".evidence .question")
    expect(questions).to_have_count(len(snapshot.dataset.disputes))
    for dispute in snapshot.dataset.disputes.values():
        section = desk.page.locator(f"[id='disagreement-{dispute.id}']")
        expect(section).to_contain_text(dispute.question)
        for claim in dispute.claims:
            expect(section).to_contain_text(claim.says)
    desk.page.locator("[id='disagreement-organizers-2022'] a[data-at=qatar]").first.click()
    desk.wait_until_drawn()
    desk.sees("2022-dushanbe")
    expect(desk.lit).to_contain_text("Qatar")
    desk.view("article").locator(".proof a.all").first.click()
    expect(desk.page.locator(".evidence .question").first).to_have_id("disagreement-organizers-2022")


def test_a_link_of_a_page_keeps_the_filters_unless_they_would_hide_its_event(desk):
    for year, query in (("2022", "year=2022&event=2022-dushanbe"), ("2018", "event=2022-dushanbe")):
        desk.open(f"year={year}")
        desk.page.get_by_role("link", name="Disagreements", exact=True).click()
        desk.page.locator("[id='disagreement-organizers-2022'] header a").first.click()
        desk.wait_until_drawn()
        desk.sees("2022-dushanbe")
        desk.stands_at(query)


def test_two_editions_are_compared_and_the_link_keeps_them(desk):
    desk.open("page=compare&from=2018-dushanbe&to=2022-dushanbe")
    lead = desk.page.locator(".evidence .lead")
    expect(lead).to_contain_text("Dushanbe 2018")
    expect(lead).to_contain_text("Dushanbe 2022")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Data, CSV").click()
    assert download.value.suggested_filename == "dushanbe-process-compare-2018-dushanbe-2022-dushanbe.csv"
    assert "UNRCCA" in Path(download.value.path()).read_text()


def test_a_number_of_who_works_together_opens_those_events(desk, snapshot):
    turn_to(desk, "together")
    expect(desk.page.locator("[data-view=together] .js-plotly-plot")).to_be_visible()
    x, y = desk.page.evaluate(
        """() => {
          const plot = document.querySelector("[data-view=together] .js-plotly-plot");
          const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
          const trace = plot.data[0];
          const i = trace.customdata.findIndex(([a, b]) => a === "tajikistan" && b === "kuwait");
          return [box.x + xaxis._offset + xaxis.d2p(trace.x[i]), box.y + yaxis._offset + yaxis.d2p(trace.y[i])];
        }"""
    )
    desk.page.mouse.click(x, y)
    desk.wait_until_drawn()
    both = snapshot.select(Filters(together=("tajikistan", "kuwait"))).events
    expect(desk.count).to_have_text(f"{len(both)} of {len(snapshot.dataset.events)} events")
    desk.stands_at("together=tajikistan&together=kuwait")
    expect(desk.chips).to_have_count(2)
    desk.chips.first.click()
    expect(desk.chips).to_have_count(1)


@pytest.mark.parametrize("view", ["together", "coverage-years", "coverage-events"])
def test_charts_of_the_pages_are_taken_away_like_the_others(desk, snapshot, view):
    turn_to(desk, view.split("-")[0])
    pane = desk.page.locator(f"[data-view='{view}']")
    expect(pane.locator(".js-plotly-plot")).to_be_visible()
    for ending, begins in (("png", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<!doctype html>"), ("csv", None)):
        pane.locator("[data-download] summary").click()
        with desk.page.expect_download() as download:
            pane.locator(f"[data-format='{view}.{ending}']").click()
        assert download.value.suggested_filename == file_name(f"{view}.{ending}", snapshot, Filters())
        content = Path(download.value.path()).read_bytes()
        assert begins is None or content.startswith(begins)
        desk.page.mouse.click(5, 5)
    if view == "together":
        rows = list(csv.DictReader(io.StringIO(content.decode())))
        assert len(rows) == len(together.pairs(snapshot.select(Filters()).roles))


def test_a_chart_of_a_page_is_a_table_too(visitor, snapshot):
    turn_to(visitor, "coverage")
    pane = visitor.page.locator("[data-view='coverage-events']")
    pane.get_by_role("button", name="Table").click()
    expect(pane.locator("tbody tr")).to_have_count(len(snapshot.dataset.events))


def test_a_proof_has_a_link_of_its_own(visitor):
    visitor.open("event=2022-dushanbe&at=osce")
    card = visitor.view("article").locator(".proof")
    expect(card).to_contain_text("OSCE: co-organizer")
    expect(card).to_contain_text(re.compile("Sources? that says? so"))
    expect(card.get_by_role("button", name="Copy link to this claim")).to_be_visible()
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
    visitor.stands_at("event=2022-dushanbe")


@pytest.mark.parametrize(
    ("key", "words"), [("figure-participants", "more than 900"), ("date", "18 and 19 October 2022")]
)
def test_figures_and_dates_say_who_says_so(desk, key, words):
    desk.open("event=2022-dushanbe")
    desk.view("article").locator(f"a[data-at={key}]").click()
    desk.stands_at(f"event=2022-dushanbe&at={key}")
    expect(desk.lit).to_contain_text(words)
    expect(desk.view("article").locator(".proof li").first).to_be_visible()


CONTRAST = """(node) => {
  const light = (color) => color.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0.05);
  const { color, backgroundColor } = getComputedStyle(node);
  const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
  return bright / dark;
}"""
"""How much two colours differ (WCAG 2.2, contrast ratio), between the letters of a node and what fills it."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_on_the_blue_of_the_theme_can_be_read(browser, home, theme):
    with visit(browser, home, "desk", color_scheme=theme) as visitor:
        visitor.open("page=try")
        visitor.page.get_by_role("tab", name="Paste or edit").click()
        assert visitor.page.get_by_role("button", name="Try it").evaluate(CONTRAST) >= 4.5
