"""Events of one day that no zoom can part become a number, and the number opens a list of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import ROOT, Server
from tests.browser.visitor import SIZES, Visitor, visit

SAME_DAY = """
- id: {id}
  title: Briefing {number}
  label: Briefing {number}
  kind: side-event
  weight: secondary
  start: 2018-05-04
  end: 2018-05-04
  sources: [osce-2018]
"""
BRIEFINGS = [f"2018-briefing-{number}" for number in range(1, 6)]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on made-up data with many events on one day."""
    folder = tmp_path_factory.mktemp("crowded")
    data = Path(shutil.copytree(ROOT / "tests" / "tiny", folder / "data"))
    more = (SAME_DAY.format(id=name, number=number) for number, name in enumerate(BRIEFINGS, 1))
    with (data / "events.yaml").open("a", encoding="utf-8") as events:
        events.writelines(more)
    server = Server(data, folder / "log")
    server.start()
    try:
        yield server.home
    finally:
        server.stop()
    assert "Traceback" not in server.log.read_text(), server.log.read_text()


@pytest.fixture
def desk(browser, crowded) -> Iterator[Visitor]:
    with visit(browser, crowded, "desk") as visitor:
        yield visitor


@pytest.fixture(params=SIZES)
def visitor(request, browser, crowded) -> Iterator[Visitor]:
    with visit(browser, crowded, request.param) as visitor:
        yield visitor


def number_of(reader: Visitor) -> Locator:
    """Give the number that has all briefings, the side event of the same day among them."""
    number = reader.page.locator(".spot-of-marks")
    expect(number).to_have_count(1)
    expect(number).to_have_text(str(len(BRIEFINGS) + 1))
    return number


def test_a_press_on_the_number_opens_the_list_and_a_press_elsewhere_closes_it(visitor: Visitor):
    visitor.open("weight=any")
    number, choices = number_of(visitor), visitor.page.locator(".spot-list button")
    before = visitor.span()
    number.click()
    expect(choices).to_have_count(len(BRIEFINGS) + 1)
    assert visitor.span() == before
    box, width = visitor.page.locator(".spot-list").bounding_box(), visitor.page.viewport_size["width"]
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    number.click()
    expect(choices).to_have_count(0)
    number.click()
    visitor.view("timeline").locator("h2").click()
    expect(choices).to_have_count(0)
    number.click()
    visitor.page.locator(f".spot-list [data-choose='{BRIEFINGS[3]}']").click()
    visitor.sees(BRIEFINGS[3])
    expect(choices).to_have_count(0)
    expect(number).to_have_attribute("data-chosen", "")


def test_the_list_is_reached_and_left_with_the_keyboard(desk: Visitor):
    desk.open("weight=any")
    number, choices = number_of(desk), desk.page.locator(".spot-list button")
    keyboard = desk.page.keyboard
    number.focus()
    keyboard.press("Enter")
    expect(choices.nth(0)).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "true")
    for key, place in (("ArrowDown", 1), ("Tab", 2), ("ArrowUp", 1), ("End", -1), ("ArrowDown", -1), ("Home", 0)):
        keyboard.press(key)
        expect(choices.nth(place)).to_be_focused()
    keyboard.press("Escape")
    expect(choices).to_have_count(0)
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "false")
    keyboard.press("Enter")
    keyboard.press("Shift+Tab")  # out of the list
    expect(choices).to_have_count(0)
    number.focus()
    keyboard.press("Enter")
    keyboard.press("End")
    last = choices.last.get_attribute("data-choose")
    keyboard.press("Enter")
    desk.sees(last)
    expect(choices).to_have_count(0)
    expect(number).to_be_focused()
