"""Moving the timeline by keys, wheel and fingers; and fingers that only scroll, whatever chart they begin on."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_charts import days
from tests.browser.visitor import POINT, STILL, visit

# Faults of the texts of the timeline: texts of the axis are cut, turned, or touch; labels overlap.
FAULTS = """() => {
  const plot = document.querySelector(".chart"), edge = plot.getBoundingClientRect();
  const boxes = (selector) => [...plot.querySelectorAll(selector)].filter((node) => node.textContent).map((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const turned = /rotate\\((?!0)/.test(node.getAttribute("transform"));
    return { text: node.textContent, turned, left, right, top, bottom };
  });
  const over = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const pairs = (all) => all.flatMap((one, i) =>
    all.slice(i + 1).filter((other) => over(one, other)).map((other) => `${one.text} over ${other.text}`));
  const wrong = ({ turned, left, right, bottom }) =>
    turned || left < edge.left - 1 || right > edge.right + 1 || bottom > edge.bottom + 1;
  const ticks = boxes(".xtick text");
  return [
    ticks.length ? [] : ["no words at the axis"], ticks.filter(wrong).map(({ text }) => text),
    pairs(ticks), pairs(boxes(".labels .conference")),
  ].flat();
}"""
TOP = "document.querySelector('[data-testid=stMain]').scrollTop"
FULL_ZOOM = 16
"""Presses of a key after which the axis cannot get shorter, or longer."""


class Fingers:
    """Fingers on the screen of a phone, as the browser gets them from its device."""

    def __init__(self, visitor) -> None:
        self.page = visitor.page
        self.device = visitor.context.new_cdp_session(visitor.page)

    def _send(self, kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def move(self, *ways: tuple[float, float, float, float], steps: int = 8) -> None:
        """Put down a finger for each way (x, y, and how far in x and y), move them together, and lift them."""
        self._send("touchStart", *((x, y) for x, y, _, _ in ways))
        for step in range(1, steps + 1):
            self._send("touchMove", *((x + dx * step / steps, y + dy * step / steps) for x, y, dx, dy in ways))
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
        self._send("touchEnd")


@pytest.fixture
def fingers(phone) -> Fingers:
    return Fingers(phone)


def at_rest(visitor) -> float:
    """Wait until the page no longer scrolls, and say how far it has."""
    visitor.page.locator(".linked").first.evaluate(STILL)
    return visitor.page.evaluate(TOP)


def middle(visitor, view: str = "timeline") -> tuple[float, float]:
    box = visitor.view(view).locator(".js-plotly-plot").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_plus_and_minus_end_at_a_day_and_at_twice_the_whole_span(visitor):
    visitor.open("event=2022-dushanbe")
    whole = visitor.span()
    visitor.page.locator(".chart").focus()
    spans = []
    for key in "+" * FULL_ZOOM + "-" * FULL_ZOOM:
        visitor.page.keyboard.press(key)
        spans.append(days(visitor.span()))
        assert visitor.page.evaluate(FAULTS) == [], spans
    assert spans[FULL_ZOOM - 1] == pytest.approx(1)
    assert spans[FULL_ZOOM] == pytest.approx(2)  # one press the other way is felt at once
    assert days(whole) < spans[-1] < 3 * days(whole)
    visitor.page.keyboard.press("+")
    assert days(visitor.span()) == pytest.approx(spans[-1] / 2)
    visitor.page.keyboard.press("0")
    assert days(visitor.span()) == pytest.approx(days(whole))
    assert visitor.page.evaluate(FAULTS) == []


def test_a_drag_of_the_mouse_ends_where_the_axis_does(desk):
    desk.open("event=2022-dushanbe")
    whole = desk.span()
    x, y = middle(desk)
    for _ in range(3):
        desk.page.mouse.move(x + 300, y + 90)
        desk.page.mouse.down()
        desk.page.mouse.move(x - 300, y + 90, steps=4)
        desk.page.mouse.up()
    assert days(desk.span()) == pytest.approx(days(whole), rel=0.01)
    assert int(desk.span()[0][:4]) < 2026
    desk.rest()
    assert desk.page.evaluate(FAULTS) == []


def test_the_wheel_scrolls_the_page_and_zooms_with_control_or_where_the_chart_has_the_focus(browser, home):
    with visit(browser, home, "desk") as visitor:
        visitor.page.set_viewport_size({"width": 900, "height": 600})
        visitor.open("event=2022-dushanbe")
        visitor.page.evaluate(f"{TOP} = 0")  # the link opens at its article
        whole = visitor.span()
        x, y = middle(visitor)
        visitor.page.mouse.move(x, y)
        visitor.page.mouse.wheel(0, 100)
        visitor.page.wait_for_function(f"{TOP} === 100")
        assert visitor.span() == whole
        visitor.page.keyboard.down("Control")
        visitor.page.mouse.wheel(0, -100)
        visitor.page.wait_for_function(
            "(whole) => document.querySelector('.chart').layout.xaxis.range[0] > whole", arg=whole[0]
        )
        for _ in range(15):
            visitor.page.mouse.wheel(0, 500)
        visitor.page.keyboard.up("Control")
        visitor.rest()
        assert days(whole) < days(visitor.span()) < 3 * days(whole)
        assert visitor.page.evaluate(FAULTS) == []
        visitor.page.locator(".chart").focus()
        widest, top = visitor.span(), visitor.page.evaluate(TOP)  # the focus may bring all of the chart into view
        for _ in range(40):
            visitor.page.mouse.wheel(0, -500)
            visitor.page.evaluate("() => new Promise(requestAnimationFrame)")
        assert days(visitor.span()) == pytest.approx(1) and days(widest) > 1000
        assert visitor.page.evaluate(TOP) == top
        assert visitor.page.evaluate(FAULTS) == []


def test_a_swipe_on_the_timeline_scrolls_the_page_and_nothing_else(phone, fingers):
    phone.open("event=2022-dushanbe")
    phone.page.evaluate(f"{TOP} = 0")  # the link opens at its article
    whole = phone.span()
    (x, y), mark = middle(phone), phone.page.evaluate(POINT, ["timeline", "2019-dushanbe", ""])
    edge = phone.view("timeline").locator(".chart").bounding_box()
    bottom = min(edge["y"] + edge["height"], phone.page.viewport_size["height"]) - 8
    for place, slant in (((x, y), 0), ((x, y), 35), (mark, 8), ((x, bottom), 0)):
        phone.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        at_rest(phone)
        fingers.move((*place, slant, -140))
        assert at_rest(phone) > 60
        assert phone.span() == whole
    phone.rest()
    phone.stands_at("event=2022-dushanbe")


def test_sideways_a_finger_pans_the_timeline(phone, fingers):
    phone.open("event=2022-dushanbe")
    phone.page.evaluate(f"{TOP} = 0")  # the link opens at its article
    whole = phone.span()
    x, y = middle(phone)
    fingers.move((x + 60, y, -120, 6))
    at_rest(phone)
    assert phone.span()[0] > whole[0] and days(phone.span()) == pytest.approx(days(whole))
    assert phone.page.evaluate(TOP) == 0
    for _ in range(4):
        fingers.move((x - 120, y, 240, 0))
    assert days(phone.span()) == pytest.approx(days(whole)) and phone.span()[1] > "2018"
    expect(phone.page).to_have_url(re.compile(r"\?event=2022-dushanbe&zoom=[\d.-]+$"))
    phone.button("timeline", "All").tap()
    phone.press_mark("timeline", "2019-dushanbe")
    phone.sees("2019-dushanbe")


@pytest.mark.parametrize("way", [(1, 0), (0, 1), (0.7, 0.7)], ids=["beside", "above", "across"])
def test_two_fingers_zoom_the_timeline_and_do_not_pan_it(phone, fingers, way):
    phone.open("event=2022-dushanbe")
    whole = phone.span()
    x, y = middle(phone)
    dx, dy = way
    fingers.move((x - 20 * dx, y - 20 * dy, -60 * dx, -60 * dy), (x + 20 * dx, y + 20 * dy, 60 * dx, 60 * dy))
    at_rest(phone)
    near = phone.span()
    scrolled = phone.page.evaluate(TOP)
    assert scrolled or (near[0] > whole[0] and near[1] < whole[1])
    fingers.move((x - 90 * dx, y - 90 * dy, 70 * dx, 70 * dy), (x + 90 * dx, y + 90 * dy, -70 * dx, -70 * dy))
    at_rest(phone)
    assert scrolled or days(phone.span()) > days(near)
    expect(phone.page).to_have_url(re.compile(r"\?event=2022-dushanbe(&zoom=[\d.-]+)?$"))


# Places of marks in the window, away from what covers the page at its edges.
PLACES = """([view, selector]) => [...document.querySelectorAll(`[data-view=${view}] ${selector}`)]
  .map((node) => node.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2])
  .filter(([x, y]) => x > 20 && x < innerWidth - 20 && y > 150 && y < innerHeight - 40)"""


@pytest.mark.parametrize(
    ("query", "view", "marks"),
    [
        ("event=2022-dushanbe", "matrix", ".points path"),
        ("page=quality", "quality", ".points path"),
        ("page=together", "together", ".points path"),
        ("page=coverage", "coverage-events", ".points path, .points text"),
    ],
)
def test_a_swipe_on_any_chart_scrolls_and_is_no_tap(phone, fingers, query, view, marks):
    phone.open(query)
    plot = phone.view(view).locator(".js-plotly-plot")
    plot.evaluate(STILL)
    plot.evaluate("(plot) => plot.scrollIntoView({ block: 'center', behavior: 'instant' })")
    plot.evaluate(STILL)
    places = phone.page.evaluate(PLACES, [view, marks])
    assert places
    before = at_rest(phone)
    for x, y in places[:: -(-len(places) // 4)]:
        fingers.move((x, y, 5, -110 if y > 400 else 110))
        assert abs(at_rest(phone) - before) > 40
        phone.page.evaluate(f"{TOP} = {before}")
        at_rest(phone)
    phone.rest()
    phone.stands_at(query)
    expect(phone.view(view)).to_be_visible()
    phone.page.touchscreen.tap(*phone.page.evaluate(PLACES, [view, marks])[0])
    expect(phone.page).not_to_have_url(f"{phone.home}?{query}")


def test_charts_are_kept_from_translators_and_what_is_chosen_follows_the_heads(desk):
    desk.open("event=2022-dushanbe&at=osce")
    assert desk.page.locator(".js-plotly-plot").evaluate_all("(all) => all.map((one) => one.translate)") == [
        False,
        False,
    ]
    away = """() => {
      const [band, spot, column, row] = [".band", ".spot", ".column[data-chosen]", ".row[data-chosen]"]
        .map((selector) => document.querySelector(selector).getBoundingClientRect());
      return [band.left - column.left, spot.left + spot.width / 2 - column.left - column.width / 2,
        spot.top + spot.height / 2 - row.top - row.height / 2].map(Math.round);
    }"""
    assert desk.page.evaluate(away) == [0, 0, 0]
    desk.page.locator(".row span").first.evaluate("(name) => { name.textContent = 'Респубуликаи Тоҷикистон'; }")
    assert desk.page.evaluate(away) == [0, 0, 0]


def test_the_lit_passage_stays_in_sight_when_the_window_changes(desk):
    desk.open("event=2022-dushanbe&at=qatar")
    expect(desk.lit).to_be_in_viewport()
    for width in (1440, 800, 390, 1001, 1000, 1440):
        desk.page.set_viewport_size({"width": width, "height": 900})
        desk.page.locator(".linked").evaluate(STILL)
        expect(desk.lit).to_be_in_viewport()
