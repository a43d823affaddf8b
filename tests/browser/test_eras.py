"""The eras of the timeline: bands behind the marks with their names, a list below the chart, and words for all."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

ERA = (
    "\neras:\n  - name: The pandemic\n    from: 2020-03-11\n    until: 2023-05-05"
    "\n    sources: [cted-2019-05-21]\nplaces:"
)
WORDS = "Band: The pandemic, 11 March 2020 – 5 May 2023"

# Where the band and its name are, and what is in front of the name.
DRAWN = """() => {
  const box = (selector) => {
    const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const labels = [...document.querySelectorAll("[data-view=timeline] .labels .conference")];
  const upper = Math.min(...labels.filter((one) => one.textContent).map((one) => one.getBoundingClientRect().top));
  return { chart: box("[data-view=timeline] .chart"), band: box(".era"), name: box(".eras b"), upper };
}"""


@pytest.fixture(scope="module")
def banded(edited):
    """Put an era into the data that is served."""
    with edited() as edit:
        edit(("process.yaml", "\nplaces:", ERA))
        yield


def test_an_era_is_a_band_with_its_name_and_in_words(banded, visitor: Visitor):
    visitor.open()
    drawn = visitor.page.evaluate(DRAWN)
    chart, band, name = drawn["chart"], drawn["band"], drawn["name"]
    assert chart["left"] <= band["left"] < band["right"] <= chart["right"]
    assert band["left"] < name["left"] and name["right"] <= chart["right"]
    assert name["bottom"] <= drawn["upper"] + 3  # no label of a mark is over it
    pane = visitor.page.locator("[data-view=timeline]")
    expect(pane.locator(".bands")).to_have_text(f"{WORDS} · Sources")
    assert f" {WORDS}." in pane.locator(".chart").get_attribute("aria-label")
    visitor.button("timeline", "Table").click()
    expect(pane.locator("table")).to_be_visible()
    expect(pane.locator(".bands")).to_have_text(f"{WORDS} · Sources")
    pane.get_by_role("link", name="Sources").click()
    expect(visitor.page.locator(".eras h4")).to_have_text("The pandemic 11 March 2020 – 5 May 2023")


def test_a_band_follows_the_axis_and_is_away_where_the_axis_is(banded, desk: Visitor):
    desk.open()
    desk.button("timeline", "2022").click()
    desk.rest()
    drawn = desk.page.evaluate(DRAWN)
    assert drawn["band"]["right"] == pytest.approx(drawn["chart"]["right"], abs=3)
    desk.button("timeline", "2018").click()
    desk.rest()
    expect(desk.page.locator(".era")).to_have_count(0)


def test_without_an_era_among_the_events_nothing_is_drawn(banded, desk: Visitor):
    desk.open("year=2018")
    expect(desk.page.locator(".era, .bands")).to_have_count(0)
