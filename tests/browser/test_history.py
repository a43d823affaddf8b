"""Back and Forward, however quick: what is shown belongs to the address, and no other address is written."""

import random

import pytest
from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

# What a reader sees at each address, so that one look shows whether they match.
VISITED = [
    ("", "Explore", []),
    ("organizer=osce", "Explore", ["osce"]),
    ("year=2019&organizer=osce", "Explore", ["2019", "osce"]),
    ("year=2019&organizer=osce&page=compare", "Compare editions", None),
    ("year=2019&organizer=osce&page=disagreements", "Disagreements", None),
    ("year=2019&organizer=osce", "Explore", ["2019", "osce"]),
    ("year=2019&organizer=osce&event=2019-05-vienna", "Explore", ["2019", "osce"]),
    ("organizer=osce&event=2019-05-vienna", "Explore", ["osce"]),
    ("organizer=osce&page=compare&event=2019-05-vienna", "Compare editions", None),
]
LOOK = """() => ({
  address: location.search.slice(1),
  page: document.querySelector(".pages [aria-current=page]")?.textContent,
  chips: document.querySelector("[data-view=timeline]")
    ? [...document.querySelectorAll(".linked .chip")].map((chip) => chip.dataset.value) : null,
  length: history.length,
})"""
# Whether chips and filters say what the address says.
AGREE = """() => {
  const query = new URLSearchParams(location.search);
  const asked = [...query.getAll("year"), ...query.getAll("organizer")].join();
  const values = (selector) => [...document.querySelectorAll(selector)].map((node) => node.dataset.value);
  const pressed = values("input[data-facet]:checked").filter((value) => !["main", "secondary"].includes(value));
  return values(".linked .chip").join() === asked && pressed.join() === asked;
}"""
SETTLED = (
    """(expected) => { const seen = (LOOK)(); return JSON.stringify(seen) === JSON.stringify(expected); }""".replace(
        "LOOK", LOOK
    )
)
# The place in the history.
PLACE = "() => navigation.currentEntry.index"
# Goes through the history step by step, with the given pauses; gives every address that it passed.
STEPS = """async (steps) => {
  const passed = [];
  const look = setInterval(() => passed.push(location.search.slice(1)), 5);
  for (const [by, wait] of steps) { history.go(by); await new Promise((done) => setTimeout(done, wait)); }
  await new Promise((done) => setTimeout(done, 300));
  clearInterval(look);
  return [...new Set(passed)];
}"""


def walked(visitor: Visitor) -> int:
    """Visit all the addresses by what a reader does; give the length of the history."""
    page = visitor.page
    visitor.open()
    acts = [
        lambda: visitor.view("matrix").locator(".row[data-organizer=osce]").click(),
        lambda: visitor.press("year", "2019"),
        lambda: page.get_by_role("link", name="Compare", exact=True).click(),
        lambda: page.get_by_role("link", name="Disagreements", exact=True).click(),
        lambda: page.get_by_role("link", name="Explore", exact=True).click(),
        lambda: visitor.button("article", "Next event").click(),
        lambda: page.get_by_role("button", name="Remove filter 2019").click(),
        lambda: page.get_by_role("link", name="Compare", exact=True).click(),
    ]
    for act, (query, name, _) in zip(acts, VISITED[1:], strict=True):
        act()
        visitor.stands_at(query)
        expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
    return page.evaluate("() => history.length")


def belongs(visitor: Visitor, at: int, length: int) -> None:
    """Expect what is shown to belong to the entry of the history, and to stay."""
    query, name, chips = VISITED[at]
    expected = {"address": query, "page": name, "chips": chips, "length": length}
    for _ in range(2):  # and it stays
        try:
            visitor.page.wait_for_function(SETTLED, arg=expected)
        except Late:
            assert visitor.page.evaluate(LOOK) == expected
        visitor.page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")


def runs(chance: random.Random, number: int) -> list[list[tuple[int, int]]]:
    """Draw runs of quick steps: back and forth, several in a row, and any mixture."""
    kinds = [
        lambda: [(-1 if step % 2 == 0 else 1, chance.choice([30, 60, 120])) for step in range(10)],
        lambda: [(-1, chance.choice([30, 80, 200])) for _ in range(chance.randint(5, 7))],
        lambda: [(chance.choice([-2, -1, -1, 1, 1, 2]), chance.randint(30, 500)) for _ in range(8)],
    ]
    return [kinds[i % len(kinds)]() for i in range(number)]


@pytest.mark.parametrize("seed", range(3))
def test_quick_steps_end_with_the_page_that_belongs_to_the_address(desk, seed):
    length = walked(desk)
    addresses = {query for query, _, _ in VISITED}
    first = desk.page.evaluate(PLACE) - len(VISITED) + 1
    for steps in runs(random.Random(seed), 6):
        at, done = desk.page.evaluate(PLACE) - first, []
        for by, wait in steps:  # at an end it goes the other way
            done.append((by if 0 <= at + by < len(VISITED) else -by, wait))
            at += done[-1][0]
        passed = desk.page.evaluate(STEPS, done)
        assert set(passed) <= addresses, (done, passed)
        # A busy browser may skip a step that comes before the previous one is done.
        belongs(desk, desk.page.evaluate(PLACE) - first, length)


def test_a_step_back_right_after_an_act_ends_where_the_address_says(desk):
    walked(desk)
    desk.page.go_back()
    expect(desk.page.get_by_role("link", name="Explore", exact=True)).to_have_attribute("aria-current", "page")
    desk.wait_until_drawn()
    for wait in (0, 20, 60, 150, 400):
        desk.page.evaluate(
            """async (wait) => {
              document.querySelector(".linked .row[data-organizer=eu]").click();
              await new Promise((done) => setTimeout(done, wait));
              history.back();
            }""",
            wait,
        )
        for _ in range(2):  # and it stays
            desk.rest()
            desk.page.wait_for_function(AGREE)
        desk.page.goto(f"{desk.home}?organizer=osce&event=2019-05-vienna")
        desk.wait_until_drawn()
        desk.view("matrix").locator(".row[data-organizer=qatar], .row[data-organizer=un]").first.click()
        expect(desk.chips).to_have_count(2)
        desk.view("matrix").locator(".row[aria-pressed=true]").last.click()
        expect(desk.chips).to_have_count(1)


def test_quick_acts_of_several_kinds_all_count(desk):
    desk.open()
    desk.page.evaluate(
        """() => {
          const press = (value) => document.querySelector(`input[data-facet][data-value="${value}"]`).click();
          press("2019"); press("2022"); press("osce"); press("conference");
          document.querySelector("[data-view=article] [aria-label='Previous event']").click();
        }"""
    )
    expect(desk.chips).to_have_text(["2019×", "2022×", "OSCE×", "Conferences×"])
    expect(desk.page.locator("input[data-facet]:checked")).to_have_count(6)
    desk.page.wait_for_function("() => new URLSearchParams(location.search).getAll('year').length === 2")
