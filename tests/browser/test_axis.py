"""Every word of the timeline can be read at every width, and marks that are too close become a number that opens."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

WIDTHS = (320, 390, 768, 1440, 1920, 2560)

# The boxes of the words of the axis and of the labels, the room that they have, and how each is turned.
WORDS = """() => {
  const chart = document.querySelector("[data-view=timeline] .chart"), { left, right } = chart.getBoundingClientRect();
  const boxes = (selector) => [...chart.querySelectorAll(selector)].filter((node) => node.textContent).map((node) => {
    const box = node.getBoundingClientRect(), { a, b } = node.getScreenCTM();
    return [node.textContent, box.left, box.right, box.top, box.bottom, Math.atan2(b, a)];
  }).filter(([, from, to]) => to > left - 1 && from < right + 1);
  return { axis: boxes(".xtick text"), labels: boxes(".textpoint text"), room: [left, right] };
}"""


def faults(words: dict) -> list[str]:
    """Name the words that are slanted, cut off, or over others of their kind."""
    left, right = words["room"]
    found = []
    for kind in ("axis", "labels"):
        boxes = words[kind]
        for at, (text, begin, end, top, bottom, turned) in enumerate(boxes):
            if abs(turned) > 0.01 or begin < left - 1 or end > right + 1:
                found.append(text)
            for _, other_begin, other_end, other_top, other_bottom, _ in boxes[at + 1 :]:
                if begin < other_end and other_begin < end and top < other_bottom - 2 and other_top < bottom - 2:
                    found.append(f"{text} over another")
    return found


# The labels of conferences, and what they must not touch: the names of the lanes and the ring of the chosen event.
AROUND = """() => {
  const chart = document.querySelector("[data-view=timeline] .chart");
  const boxes = (selector) => [...chart.querySelectorAll(selector)].map((node) => node.getBoundingClientRect())
    .filter(({ width }) => width).map(({ left, right, top, bottom }) => [left, right, top, bottom]);
  return { labels: boxes(".textpoint text"), others: [...boxes(".annotation .bg"), ...boxes(".ring:not([hidden])")] };
}"""


def test_no_label_touches_the_name_of_a_lane_or_the_ring_of_the_chosen_event(desk: Visitor, snapshot):
    events = snapshot.frames.events
    for width in (320, 390, 768, 1000, 1440):
        desk.page.set_viewport_size({"width": width, "height": 900})
        for event in events.loc[events["kind"] == "conference", "event_id"].iloc[[0, -1]]:
            desk.open(f"event={event}")
            around = desk.page.evaluate(AROUND)
            assert around["labels"] and len(around["others"]) > 1, (width, event)
            for left, right, top, bottom in around["labels"]:
                for begin, end, upper, lower in around["others"]:
                    apart = right <= begin or end <= left or bottom - 1 <= upper or lower <= top + 1
                    assert apart, (width, event, (left, right, top, bottom), (begin, end, upper, lower))


def test_no_word_of_the_timeline_is_slanted_cut_or_over_another(visitor: Visitor):
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.open("weight=any")
        for press in (None, "+", "+"):
            if press:
                visitor.button("timeline", press).click()
                visitor.rest()
            words = visitor.page.evaluate(WORDS)
            assert len(words["axis"]) > 1, (width, press)
            assert faults(words) == [], (width, press)


@pytest.mark.parametrize("lanes", ["kind", "organizer", "place"])
def test_every_dated_event_is_a_mark_or_in_a_number(desk: Visitor, snapshot, lanes):
    desk.open(f"weight=any&lanes={lanes}")
    gathered = desk.page.locator(".spot-of-marks").evaluate_all(
        "(all) => all.flatMap((one) => one.dataset.spot.split(' '))"
    )
    drawn = {event for event, *_ in desk.marks("timeline")}
    dated = snapshot.frames.events.dropna(subset=["first"])
    assert drawn | {*gathered} == {*dated["event_id"]}


def test_a_number_opens_with_the_keyboard(desk: Visitor):
    desk.open("weight=any&lanes=place")
    number = desk.page.locator(".spot-of-marks").first
    label = number.get_attribute("aria-label")
    assert label.startswith(f"{number.inner_text()} events close together")
    before = desk.span()
    number.focus()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_function(
        "(from) => document.querySelector('.chart').layout.xaxis.range[0] !== from", arg=before[0]
    )


def test_the_lanes_are_those_that_the_reader_chooses(desk: Visitor):
    desk.open()
    desk.page.get_by_label("Lanes of the timeline").select_option("organizer")
    desk.stands_at("lanes=organizer")
    lanes = desk.view("timeline").locator(".annotation-text")
    expect(lanes.first).to_have_text("Tajikistan")
    expect(desk.view("timeline").locator(".drawn")).to_contain_text("by organizer")
