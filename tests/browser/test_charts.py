"""What the charts do besides choosing: zoom that stays, columns, orders, tables, labels, hover."""

import re
from datetime import datetime
from itertools import combinations

import pytest
from playwright.sync_api import expect

from dashboard.frames.filters import Filters
from tests.browser.visitor import POINT

LABELS = """() => [...document.querySelectorAll("[data-view=timeline] .labels .conference")]
  .filter((node) => node.textContent).map((node) => { const { left, right, top, bottom } = node.getBoundingClientRect();
  return [node.textContent, left, right, top, bottom]; })"""

# How far each mark of the matrix is from the middle of its column and of its row.
OFFSETS = """() => {
  const plot = document.querySelector(".plot"), box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
  return plot.data.flatMap((trace) => trace.customdata.map(([event, organizer], i) => {
    const row = document.querySelector(`.row[data-organizer="${organizer}"]`).getBoundingClientRect();
    const column = document.querySelector(`.column[data-choose="${event}"]`).getBoundingClientRect();
    return [
      box.x + xaxis.d2p(trace.x[i]) - (column.left + column.right) / 2,
      box.y + yaxis.d2p(trace.y[i]) - (row.top + row.bottom) / 2,
    ];
  }));
}"""


# The labels of marks that reach out of their chart, and how many labels there are.
CUT_OFF = """(view) => {
  const plot = document.querySelector(`[data-view=${view}] .js-plotly-plot`), box = plot.getBoundingClientRect();
  const labels = plot.data.flatMap((trace, curveNumber) => !trace.hovertemplate ? [] : trace.x.map((_, pointNumber) => {
    Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    const label = plot.querySelector(".hovertext"), { left, right, top, bottom } = label.getBoundingClientRect();
    return [label.textContent, left < box.left || right > box.right || top < box.top || bottom > box.bottom];
  }));
  return [labels.filter(([, out]) => out).map(([text]) => text), labels.length];
}"""


def days(span) -> float:
    """Give the length of a span of the axis in days."""
    first, last = (datetime.fromisoformat(end.replace(" ", "T").rstrip("Z").split(".")[0]) for end in span)
    return (last - first).total_seconds() / 86400


def spans(reader, length: float) -> None:
    """Wait until the axis is this many days long."""
    reader.page.wait_for_function(
        "(length) => { const [a, b] = document.querySelector('.chart')._fullLayout.xaxis.range.map(Date.parse);"
        " return Math.abs((b - a) / 86400000 - length) < length / 50; }",
        arg=length,
    )


def resets_by_double_click(reader, x: float, y: float, length: float) -> None:
    """Press twice until the axis is this many days long.

    Plotly takes two presses for a double click if it hears of both within 300 ms. If the page was busy between them, it
    hears of the second too late. A reader would press twice again.
    """
    for _attempt in range(5):
        reader.page.mouse.dblclick(x, y)
        reader.rest()
        if abs(days(reader.span()) - length) < length / 50:
            return
    spans(reader, length)


def test_a_year_beside_the_timeline_shows_that_year_and_each_is_there_once(visitor, snapshot):
    visitor.open()
    names = visitor.view("timeline").locator(".group button").all_inner_texts()
    conferences = snapshot.frames.events[snapshot.frames.events["kind"] == "conference"]
    assert names == ["All", *(str(year) for year in sorted(set(conferences["year"]))), "−", "+"]
    visitor.button("timeline", "2022").click()
    spans(visitor, 365)
    assert [end[:10] for end in visitor.span()] == ["2022-01-01", "2023-01-01"]


def test_zoom_survives_choosing_and_filtering(desk):
    desk.open("event=2019-dushanbe")
    whole = desk.span()
    desk.button("timeline", "+").click()
    zoomed = desk.span()
    assert days(zoomed) < 0.6 * days(whole)
    desk.press_mark("timeline", "2019-declaration")
    expect(desk.page).to_have_url(re.compile(r"\?event=2019-declaration&zoom=[-\d.]+$"))
    assert desk.span() == zoomed
    desk.view("matrix").locator(".row[data-organizer=osce]").click()
    expect(desk.chips).to_have_text(["OSCE×"])
    assert desk.span() == zoomed
    desk.page.get_by_role("button", name="Reset filters").click()
    expect(desk.chips).to_have_count(0)
    assert desk.span() == zoomed
    desk.button("timeline", "All").click()
    assert days(desk.span()) == pytest.approx(days(whole), rel=0.01)


def test_a_filter_that_opens_another_event_moves_no_axis_and_a_reload_shows_the_same(desk):
    desk.open("event=2018-dushanbe&zoom=2018-04-10..2018-05-21")
    zoomed = [end[:10] for end in desk.span()]
    desk.view("matrix").locator(".row[data-organizer=saudi-arabia]").click()
    desk.sees("2022-dushanbe")
    assert [end[:10] for end in desk.span()] == zoomed
    desk.page.reload()
    desk.rest()
    desk.sees("2022-dushanbe")
    assert [end[:10] for end in desk.span()] == zoomed


def test_the_axis_stays_where_the_reader_has_moved_it_away_from_the_chosen_event(desk):
    desk.open("event=2024-kuwait")
    desk.button("timeline", "2018").click()
    spans(desk, 365)
    moved = desk.span()
    desk.press("kind", "conference")
    desk.rest()
    desk.sees("2024-kuwait")
    assert desk.span() == moved
    desk.page.reload()
    desk.rest()
    assert [end[:10] for end in desk.span()] == [end[:10] for end in moved]
    desk.press_mark("timeline", "2018-dushanbe")
    desk.page.locator(".chart").press("ArrowRight")
    desk.sees("2019-dushanbe")
    assert desk.span()[1] > "2019-05"


def test_dragging_pans_the_wheel_zooms_and_a_double_click_resets(desk):
    desk.open("event=2019-dushanbe")
    whole = desk.span()
    box = desk.view("timeline").locator(".nsewdrag").first.bounding_box()
    # The middle of 2020, where no mark is near.
    x = box["x"] + desk.page.locator(".chart").evaluate("(plot) => plot._fullLayout.xaxis.d2p('2020-07-15')")
    y = box["y"] + box["height"] * 0.9
    desk.page.mouse.move(x, y)
    desk.page.keyboard.down("Control")
    desk.page.mouse.wheel(0, -300)
    desk.page.keyboard.up("Control")
    desk.page.wait_for_function(f"document.querySelector('.chart')._fullLayout.xaxis.range[0] !== '{whole[0]}'")
    zoomed = desk.span()
    assert days(zoomed) < days(whole)
    desk.page.mouse.down()
    desk.page.mouse.move(x + 60, y, steps=4)
    desk.page.mouse.up()
    panned = desk.span()
    assert panned[0] < zoomed[0] and days(panned) == pytest.approx(days(zoomed), rel=0.01)
    desk.page.mouse.move(x + 58, y)
    expect(desk.view("timeline").locator(".hovertext")).to_have_count(0)
    desk.rest()  # Plotly takes two quick presses for a double click, and the press of a drag counts too.
    resets_by_double_click(desk, x + 60, y, days(whole))
    desk.sees("2019-dushanbe")


def test_a_double_click_does_not_choose_what_the_reset_brings_under_the_pointer(desk):
    desk.open("event=2019-dushanbe")
    whole = desk.span()
    x, y = desk.page.evaluate(POINT, ["timeline", "2021-06-new-york", ""])
    desk.button("timeline", "2024").click()
    desk.page.mouse.move(x, y)
    expect(desk.view("timeline").locator(".hovertext")).to_have_count(0)
    resets_by_double_click(desk, x, y, days(whole))
    desk.sees("2019-dushanbe")
    desk.stands_at("event=2019-dushanbe")
    desk.page.mouse.click(x, y, delay=50)
    desk.sees("2021-06-new-york")


def test_a_click_right_after_a_drag_does_not_reset(desk):
    desk.open("event=2019-dushanbe")
    x, y = desk.page.evaluate(POINT, ["timeline", "2022-dushanbe", ""])
    desk.page.mouse.move(x, y)
    desk.page.mouse.down()
    desk.page.mouse.move(x - 60, y, steps=2)
    desk.page.mouse.up()
    panned = desk.span()
    desk.page.mouse.click(x + 10, y + 40)
    desk.rest()
    assert desk.span() == panned


def test_keys_zoom_the_timeline(desk):
    desk.open("event=2022-dushanbe")
    whole = desk.span()
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("+")
    assert days(desk.span()) == pytest.approx(days(whole) / 2, rel=0.02)
    desk.page.keyboard.press("-")
    assert days(desk.span()) == pytest.approx(days(whole), rel=0.02)
    desk.page.keyboard.press("+")
    desk.page.keyboard.press("0")
    assert days(desk.span()) == pytest.approx(days(whole), rel=0.02)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", Filters()),
        ("year=2018&year=2019", Filters(year=("2018", "2019"))),
        ("year=2022&organizer=osce", Filters(year=("2022",), organizer=("osce",))),
        ("year=2024", Filters(year=("2024",))),
    ],
)
def test_labels_of_conferences_never_overlap_nor_end_early(visitor, query, asked, snapshot):
    visitor.open(query)
    labels = visitor.page.evaluate(LABELS)
    assert len(labels) == (snapshot.select(asked).events["kind"] == "conference").sum() > 0
    for one, other in combinations(labels, 2):
        apart = one[2] <= other[1] or other[2] <= one[1] or one[4] <= other[3] or other[4] <= one[3]
        assert apart, (one, other)
    chart = visitor.page.locator(".chart").bounding_box()
    for text, left, right, *_ in labels:
        assert left >= chart["x"] and right <= chart["x"] + chart["width"], text


def test_labels_that_a_zoom_hid_come_back(visitor):
    visitor.open()
    whole = [text for text, *_ in visitor.page.evaluate(LABELS)]
    assert len(whole) > 1
    for near in ("2022", "2018"):
        visitor.button("timeline", near).click()
        visitor.rest()
        assert len(visitor.page.evaluate(LABELS)) == 1
        visitor.button("timeline", "All").click()
        visitor.rest()
        assert [text for text, *_ in visitor.page.evaluate(LABELS)] == whole


def test_on_a_phone_a_label_stands_over_no_other_conference(phone, snapshot):
    phone.open()
    events = snapshot.select(Filters()).events
    conferences = events.loc[events["kind"] == "conference", "event_id"]
    marks = [phone.page.evaluate(POINT, ["timeline", event, ""])[0] for event in conferences]
    labels = phone.page.evaluate(LABELS)
    assert [text for text, *_ in labels] == [event[:4] for event in conferences]
    for own, (_, left, right, *_) in zip(marks, labels, strict=True):
        assert [mark for mark in marks if left <= mark <= right] == [own]


def test_blurred_marks_of_the_timeline_are_explained_where_there_are_any(visitor):
    key = visitor.view("timeline").locator(".key")
    visitor.open()
    expect(key).to_have_text("day not certain")
    visitor.open("kind=declaration")
    expect(key).to_have_count(0)


def test_hovering_says_what_when_where_and_who(desk):
    desk.open()
    desk.press_mark("timeline", "2022-dushanbe")
    text = desk.view("timeline").locator(".hovertext").text_content()
    assert "18–19 October 2022" in text and "Dushanbe, Tajikistan" in text and "UNOCT" in text
    desk.press_mark("matrix", "2022-dushanbe", "qatar")
    text = desk.view("matrix").locator(".hovertext").text_content()
    assert "Qatar: co-organizer" in text and "Sources disagree" in text


@pytest.mark.parametrize("view", ["timeline", "matrix"])
def test_no_label_of_a_mark_is_cut_off(visitor, view):
    visitor.open("columns=all&weight=main&weight=secondary&weight=minor&weight=related")
    cut_off, seen = visitor.page.evaluate(CUT_OFF, view)
    assert cut_off == []
    # The marks behind a number have no label: the number itself says how many they are, and when.
    gathered = (
        visitor.view(view)
        .locator("[data-spot]")
        .evaluate_all("(numbers) => numbers.flatMap(({ dataset }) => dataset.spot.split(' '))")
    )
    assert seen == len(visitor.marks(view)) - len(gathered) > 30


def test_a_mark_of_a_small_matrix_says_what_it_is(visitor):
    visitor.open("role=co-organizer&kind=follow-up")
    cut_off, seen = visitor.page.evaluate(CUT_OFF, "matrix")
    assert cut_off == []
    assert seen == len(visitor.marks("matrix")) == 2


def test_the_matrix_shows_conferences_first_and_all_events_on_request(desk, snapshot):
    desk.open()
    events = snapshot.select(Filters()).events
    assert {event for event, _ in desk.marks("matrix")} == {*events.loc[events["kind"] == "conference", "event_id"]}
    desk.button("matrix", "All events").click()
    desk.stands_at("columns=all")
    expect(desk.view("matrix").locator(".column")).to_have_count(len(events))
    roles = snapshot.frames.roles[snapshot.frames.roles["event_id"].isin(events["event_id"])]
    assert set(desk.marks("matrix")) == set(zip(roles["event_id"], roles["organizer_id"], strict=True))
    desk.button("matrix", "Conferences").click()
    desk.stands_at("")


def test_rows_can_be_sorted(desk):
    desk.open()
    rows = desk.view("matrix").locator(".row span")
    assert rows.all_inner_texts()[:4] == ["Tajikistan", "Qatar", "Saudi Arabia", "Kuwait"]
    desk.page.get_by_label("Order of the rows").select_option("name")
    desk.stands_at("sort=name")
    expect(rows).to_have_text(sorted(rows.all_inner_texts(), key=str.casefold))
    desk.page.get_by_label("Order of the rows").select_option("count")
    desk.stands_at("sort=count")
    counts = desk.view("matrix").locator(".row b")
    expect(counts).to_have_text(sorted(counts.all_inner_texts(), key=int, reverse=True))


def test_a_mark_stands_level_with_its_row_and_under_its_column(visitor):
    visitor.open("columns=conferences")
    places = visitor.page.evaluate(OFFSETS)
    assert len(places) > 15
    assert max(abs(off) for place in places for off in place) <= 2


def test_tables_show_the_same_as_the_charts(desk):
    desk.open("year=2022&columns=all&weight=main&weight=secondary&weight=minor")
    events, roles = desk.marks("timeline"), desk.marks("matrix")
    desk.button("timeline", "Table").click()
    desk.button("matrix", "Table").click()
    rows = desk.view("timeline").locator("tbody tr")
    assert set(rows.evaluate_all("(rows) => rows.map((row) => row.dataset.event)")) == {event for event, *_ in events}
    assert desk.view("matrix").locator("td button").count() == len(roles)
    columns = desk.view("matrix").locator("thead th").all_inner_texts()
    column = 1 + next(at for at, name in enumerate(columns) if name.startswith("Dushanbe 2022"))
    desk.view("matrix").locator(f"tr > :nth-child({column}) button.name", has_text="Co-organizer").first.click()
    desk.sees("2022-dushanbe")
    expect(desk.view("timeline").locator("tr[data-chosen]")).to_contain_text("Dushanbe 2022")
    desk.button("matrix", "Table").click()
    expect(desk.view("matrix").locator(".column[data-chosen]")).to_contain_text("Dushanbe 2022")


def test_another_order_of_the_matrix_leaves_the_timeline_as_it_is(desk):
    desk.open("event=2022-dushanbe")
    desk.rest()
    desk.page.evaluate("""() => {
      window.drawn = 0;
      document.querySelector(".chart").on("plotly_afterplot", () => { drawn += 1; });
    }""")
    rows = desk.view("matrix").locator(".row span")
    before = rows.all_inner_texts()
    desk.page.get_by_label("Order of the rows").select_option("count")
    expect(rows).not_to_have_text(before)
    desk.rest()
    assert desk.page.evaluate("drawn") == 0
    desk.page.locator(".chart").focus()
    desk.page.keyboard.press("+")
    desk.rest()
    assert desk.page.evaluate("drawn") > 0
