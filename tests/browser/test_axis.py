"""Every word of the timeline can be read at every width, and marks that are too close become a number that opens."""

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

WIDTHS = {"phone": (320, 390), "desk": (768, 1024, 1440, 1920, 2560)}

# The boxes of the words of the axis and of the labels, the room that they have, and how each is turned.
WORDS = """() => {
  const chart = document.querySelector("[data-view=timeline] .chart");
  const { left, right, top, bottom } = chart.getBoundingClientRect();
  const boxes = (selector) => [...chart.querySelectorAll(selector)].filter((node) => node.textContent).map((node) => {
    const box = node.getBoundingClientRect(), { a, b } = node.getScreenCTM();
    return [node.textContent, box.left, box.right, box.top, box.bottom, Math.atan2(b, a)];
  }).filter(([, from, to]) => to > left - 1 && from < right + 1);
  return { axis: boxes(".xtick text"), labels: boxes(".labels .conference"), room: [left, right, top, bottom] };
}"""


def faults(words: dict) -> list[str]:
    """Name the words that are slanted, cut off, or over others of their kind."""
    left, right, upper, lower = words["room"]
    found = []
    for kind in ("axis", "labels"):
        boxes = words[kind]
        for at, (text, begin, end, top, bottom, turned) in enumerate(boxes):
            if abs(turned) > 0.01 or begin < left - 1 or end > right + 1 or top < upper - 1 or bottom > lower + 1:
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
  return { labels: boxes(".labels .conference"), others: [...boxes(".lanes b"), ...boxes(".ring:not([hidden])")] };
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
    for width in WIDTHS[visitor.size]:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.open("weight=any")
        for press in (None, "+", "+", "2022"):
            if press:
                visitor.button("timeline", press).click()
                visitor.rest()
            words = visitor.page.evaluate(WORDS)
            least = 1 if press == "2022" else 2  # a narrow axis of a year has room for one
            assert len(words["axis"]) >= least, (width, press)
            assert faults(words) == [], (width, press)


UNDATED = """- id: undated-{number}
  title: Briefing {number} of the members of the process
  label: Briefing {number} of members
  kind: follow-up
  weight: secondary
  sources: [centralasia-research-cted]
"""


def test_a_long_list_of_events_without_a_date_is_closed_and_takes_no_room_from_the_lanes(visitor: Visitor, edited):
    added = "".join(UNDATED.format(number=number) for number in range(1, 10))
    with edited() as edit:
        edit(("events.yaml", "- id: undated-cted\n", f"{added}- id: undated-cted\n"))
        visitor.open()
        names = visitor.page.locator(".undated .name")
        more = visitor.page.locator(".undated .more")
        expect(names.filter(visible=True)).to_have_count(3)
        expect(more).to_have_text("and 6 more")
        assert faults(visitor.page.evaluate(WORDS)) == []
        height = visitor.page.locator(".chart").bounding_box()["height"]
        more.click()
        expect(names.filter(visible=True)).to_have_count(9)
        assert visitor.page.locator(".chart").bounding_box()["height"] >= height - 1
        assert faults(visitor.page.evaluate(WORDS)) == []
        expect(more).to_be_focused()
        more.press("Enter")
        expect(names.filter(visible=True)).to_have_count(3)
        visitor.page.emulate_media(media="print")
        expect(names.filter(visible=True)).to_have_count(9)
        expect(more).to_be_hidden()


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
    lanes = desk.view("timeline").locator(".lanes b")
    expect(lanes.first).to_have_text("Tajikistan")
    expect(desk.view("timeline").locator(".drawn")).to_contain_text("by organizer")


def test_the_chosen_event_has_a_ring_in_each_of_its_lanes(desk: Visitor):
    desk.open("lanes=organizer&event=2022-dushanbe")
    lanes = [lane for event, lane, *_ in desk.marks("timeline") if event == "2022-dushanbe"]
    numbers = desk.page.locator(".spot-of-marks[data-chosen]").count()
    assert len(lanes) > 1
    expect(desk.page.locator(".ring")).to_have_count(len(lanes) + numbers)


# The labels beside marks, without the space above and below their letters, and all that they must not touch: marks with
# the ring that a choice lays around them, bars, numbers, the labels of conferences, the names of lanes, and the lines
# between these. Everything is in pixels of the window.
BESIDE = """() => {
  const chart = document.querySelector("[data-view=timeline] .chart"), { xaxis, yaxis } = chart._fullLayout;
  const place = chart.getBoundingClientRect(), [left, top] = [place.left + xaxis._offset, place.top + yaxis._offset];
  const across = (day) => left + xaxis.d2p(day), down = (y) => top + yaxis.d2p(y);
  const boxes = (selector) => [...chart.querySelectorAll(selector)].map((node) => node.getBoundingClientRect())
    .filter(({ width }) => width).map((box) => [box.left, box.right, box.top, box.bottom]);
  const labels = [...chart.querySelectorAll(".labels text:not(.conference)")].map((node) => {
    const box = node.getBoundingClientRect(), middle = (box.top + box.bottom) / 2;
    return [node.textContent, box.left, box.right, middle - 6, middle + 6];
  });
  const others = [...boxes(".spot-of-marks"), ...boxes(".labels .conference"), ...boxes(".lanes b")];
  for (const { meta, x, y, marker } of chart.data) {
    if (meta?.part === "mark") x.forEach((day, i) => {
      const half = ((Array.isArray(marker.size) ? marker.size[i] : marker.size) + 13) / 2;
      others.push([across(day) - half, across(day) + half, down(y[i]) - half, down(y[i]) + half]);
    });
  }
  for (const path of chart.querySelectorAll(".bars path")) {
    for (const [, from, y, to] of path.getAttribute("d").matchAll(/M([-\\d.]+) ([-\\d.]+)H([-\\d.]+)/g)) {
      others.push([left + Number(from), left + Number(to), top + Number(y) - 4, top + Number(y) + 4]);
    }
  }
  for (const { y0 } of chart.layout.shapes) others.push([left, left + xaxis._length, down(y0), down(y0)]);
  return { labels, others, room: [left, left + xaxis._length] };
}"""


# The events whose marks are in sight, and those of them with a bar from their first day to the end of the last.
BARRED = """(days) => {
  const chart = document.querySelector("[data-view=timeline] .chart"), { xaxis } = chart._fullLayout;
  const drawings = [...chart.querySelectorAll(".bars path")].map((path) => path.getAttribute("d")).join("");
  const bars = [...drawings.matchAll(/M([-\\d.]+) [-\\d.]+H([-\\d.]+)/g)].map(([, ...ends]) => ends.map(Number));
  const drawn = chart.data.flatMap(({ customdata }) => customdata.map(([id]) => id));
  const seen = drawn.filter((id) => days[id] && xaxis.d2p(days[id][0]) > 0 && xaxis.d2p(days[id][1]) < xaxis._length);
  const has = (id) => bars.some((ends) => ends.every((end, i) => Math.abs(end - xaxis.d2p(days[id][i])) < 0.2));
  return { seen, barred: seen.filter(has) };
}"""


def touching(drawn: dict) -> list[str]:
    """Name the labels beside marks that touch something, or reach out of the axis."""
    begin, end = drawn["room"]
    found = []
    for at, (text, left, right, top, bottom) in enumerate(drawn["labels"]):
        others = [*drawn["others"], *(box for _, *box in drawn["labels"][at + 1 :])]
        if left < begin - 1 or right > end + 1:
            found.append(f"{text}: out of the axis")
        for other in others:
            if left < other[1] - 0.5 and other[0] < right - 0.5 and top < other[3] and other[2] < bottom:
                found.append(f"{text}: {other}")
    return found


@pytest.mark.parametrize("lanes", ["kind", "organizer", "place"])
def test_a_label_beside_a_mark_touches_nothing(visitor: Visitor, lanes):
    for width in WIDTHS[visitor.size]:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.open(f"weight=any&lanes={lanes}")
        seen = 0
        for press in (None, "2018", "2022"):
            if press:
                visitor.button("timeline", press).click()
                visitor.rest()
            drawn = visitor.page.evaluate(BESIDE)
            assert touching(drawn) == [], (width, press)
            seen += len(drawn["labels"])
        assert seen or width < 500, width


def test_a_bar_goes_from_the_first_day_to_the_end_of_the_last_wherever_the_axis_is(desk: Visitor, snapshot):
    events = snapshot.frames.events.dropna(subset=["first"])
    ends = zip(events["first"], events["last"] + pd.Timedelta(days=1), strict=True)
    days = {event: [f"{day:%Y-%m-%d}" for day in pair] for event, pair in zip(events["event_id"], ends, strict=True)}
    desk.open("weight=any")
    for press in (None, "2018", "All"):
        if press:
            desk.button("timeline", press).click()
            desk.rest()
        drawn = desk.page.evaluate(BARRED, days)
        assert drawn["seen"] and drawn["barred"] == drawn["seen"], press


def test_closer_up_more_marks_have_their_label_and_farther_away_fewer(desk: Visitor, snapshot):
    desk.open("weight=any")
    texts = desk.page.locator(".chart .labels text:not(.conference)")
    whole = texts.all_text_contents()
    assert whole
    desk.button("timeline", "2018").click()
    desk.rest()
    near = texts.all_text_contents()
    assert len(near) > len([text for text in whole if text.endswith("2018")])
    labels = snapshot.frames.events.set_index("event_id")["label"]
    assert near == [labels[event] for event in texts.evaluate_all("(all) => all.map((one) => one.dataset.event)")]
    desk.button("timeline", "All").click()
    desk.rest()
    assert texts.all_text_contents() == whole


def test_a_press_on_a_mark_beside_a_label_chooses_it_and_no_label_takes_the_press(desk: Visitor):
    desk.open("weight=any")
    label = desk.page.locator(".chart .labels text:not(.conference)").first
    event = label.get_attribute("data-event")
    desk.press_mark("timeline", event)
    desk.sees(event)
    desk.open("weight=any")
    box, chosen = label.bounding_box(), desk.view("timeline").get_attribute("data-event")
    desk.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    desk.rest()
    assert desk.view("timeline").get_attribute("data-event") == chosen
