"""Filters: where they are chosen, what they leave, how they are named, and how they are removed."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.frames.filters import EVERY_WEIGHT, Filters


def remaining(snapshot, **asked) -> set[str]:
    """Give the ids that the filters leave, from `frames.filters`."""
    return set(snapshot.select(Filters(**asked)).events["event_id"])


def shown(visitor) -> set[str]:
    """Give the ids that the timeline draws."""
    return {event for event, *_ in visitor.marks("timeline")}


def test_a_row_head_filters_by_its_organizer_and_lets_go_again(visitor, snapshot):
    visitor.open("event=2022-dushanbe")
    visitor.view("matrix").locator(".row[data-organizer=eu]").click()
    expect(visitor.chips).to_have_text(["EU×"])
    visitor.stands_at("organizer=eu&event=2022-dushanbe")
    assert shown(visitor) == remaining(snapshot, organizer=("eu",))
    assert {event for event, _ in visitor.marks("matrix")} == {"2018-dushanbe", "2019-dushanbe", "2022-dushanbe"}
    visitor.sees("2022-dushanbe")
    visitor.view("matrix").locator(".row[data-organizer=eu]").click()
    expect(visitor.chips).to_have_count(0)
    visitor.stands_at("event=2022-dushanbe")
    assert shown(visitor) == remaining(snapshot)


def test_a_year_in_the_panel_narrows_all_views(visitor, snapshot):
    visitor.open()
    with visitor.panel():
        visitor.press("year", "2022")
        expect(visitor.chips).to_have_text(["2022×"])
    left = remaining(snapshot, year=("2022",))
    expect(visitor.count).to_have_text(f"{len(left)} of {len(snapshot.frames.events)} events")
    assert shown(visitor) == left
    assert {event for event, _ in visitor.marks("matrix")} == {"2022-dushanbe"}
    visitor.sees("2022-dushanbe")
    visitor.stands_at("year=2022")


def test_one_click_shows_the_events_that_are_hidden_at_first_and_one_more_hides_them(visitor, snapshot):
    visitor.open("organizer=unoct&event=2022-dushanbe")
    everything = visitor.page.locator(".linked .everything")
    expect(everything).to_contain_text("Not shown: bilateral talks and mentions, events outside the process")
    everything.click()
    expect(visitor.chips).to_have_text(["UNOCT×", "all events×"])
    visitor.stands_at("organizer=unoct&weight=any&event=2022-dushanbe")
    assert shown(visitor) == remaining(snapshot, organizer=("unoct",), weight=EVERY_WEIGHT)
    visitor.sees("2022-dushanbe")
    expect(everything).to_have_count(0)
    visitor.chips.last.click()
    expect(visitor.chips).to_have_text(["UNOCT×"])
    visitor.stands_at("organizer=unoct&event=2022-dushanbe")
    assert shown(visitor) == remaining(snapshot, organizer=("unoct",))


def test_where_nothing_is_left_what_is_hidden_is_offered(visitor, snapshot):
    visitor.open("year=2017")
    expect(visitor.count).to_have_text("No event passes these filters.")
    visitor.page.locator(".linked .everything").click()
    expect(visitor.count).to_have_text(f"1 of {len(snapshot.dataset.events)} events")
    visitor.stands_at("year=2017&weight=any")


def test_an_organizer_and_a_role_are_chosen_in_the_panel(desk, snapshot):
    desk.open()
    desk.press("organizer", "unoct")
    expect(desk.chips).to_have_text(["UNOCT×"])
    desk.press("role", "lead")
    expect(desk.chips).to_have_text(["UNOCT×", "Lead UN entity×"])
    assert shown(desk) == remaining(snapshot, organizer=("unoct",), role=("lead",)) == {"2019-dushanbe"}
    desk.stands_at("organizer=unoct&role=lead")


@pytest.mark.parametrize(("query", "chip"), [("organizer=osce", "OSCE×"), ("role=co-organizer", "Co-organizer×")])
def test_a_second_filter_and_what_is_done_then_keep_the_first(desk, snapshot, query, chip):
    facet, value = query.split("=")
    desk.open(query)
    desk.press("year", "2019")
    expect(desk.chips).to_have_text(["2019×", chip])
    left = remaining(snapshot, year=("2019",), **{facet: (value,)})
    assert desk.number(facet, value) == len(left)
    desk.page.get_by_text("Next →", exact=True).click()
    expect(desk.page).to_have_url(re.compile("event="))
    expect(desk.chips).to_have_text(["2019×", chip])
    assert shown(desk) == left
    desk.press("year", "2019")
    expect(desk.chips).to_have_text([chip])
    desk.press("year", "2022")
    expect(desk.chips).to_have_text(["2022×", chip])
    assert shown(desk) == remaining(snapshot, year=("2022",), **{facet: (value,)})
    assert f"{facet}={value}" in desk.page.url


def test_minor_events_are_hidden_until_asked_for(desk, snapshot):
    desk.open()
    assert "2022-09-osce" not in shown(desk)
    desk.press("weight", "minor")
    expect(desk.count).to_contain_text(str(len(remaining(snapshot, weight=("main", "secondary", "minor")))))
    assert "2022-09-osce" in shown(desk)
    expect(desk.view("timeline").locator(".undated")).to_contain_text("CTED meeting, undated")


def test_counts_say_what_a_choice_would_leave(desk, snapshot):
    desk.open("organizer=osce")
    events, roles = snapshot.frames.events, snapshot.frames.roles
    of_osce = set(roles.loc[roles["organizer_id"] == "osce", "event_id"])
    left = events[events["event_id"].isin(of_osce)]
    of_substance = left[left["weight"].isin(["main", "secondary"])]
    for year in snapshot.known["year"]:
        assert desk.number("year", year) == (of_substance["year"] == int(year)).sum()
    for weight in snapshot.known["weight"]:
        assert desk.number("weight", weight) == (left["weight"] == weight).sum()
    year = next(year for year in snapshot.known["year"] if (of_substance["year"] == int(year)).any())
    count = desk.number("year", year)
    desk.press("year", year)
    expect(desk.count).to_have_text(f"{count} of {len(events)} events")


@pytest.mark.parametrize(("facet", "value", "label"), [("organizer", "osce", "OSCE"), ("role", "host", "Host")])
def test_a_filter_stays_what_it_is_when_its_number_changes(desk, snapshot, facet, value, label):
    acts = {
        "later": lambda: desk.view("article").get_by_role("button", name="Next event").click(),
        "sort": lambda: desk.page.get_by_label("Order of the rows").select_option("name"),
        "search": lambda: desk.page.get_by_role("searchbox", name="Search").press_sequentially("dushanbe"),
        "again": lambda: desk.press("year", "2019"),
        "chip": lambda: desk.page.get_by_role("button", name="Remove filter 2019").click(),
    }
    for name, act in acts.items():
        desk.open()
        desk.press(facet, value)
        expect(desk.chips).to_have_text([f"{label}×"])
        before = desk.number(facet, value)
        desk.press("year", "2019")
        expect(desk.chips).to_have_text(["2019×", f"{label}×"])
        left = remaining(snapshot, year=("2019",), **{facet: (value,)})
        assert desk.number(facet, value) == len(left) != before
        act()
        expect(desk.page).to_have_url(re.compile({"later": "event=", "sort": "sort=name", "search": "q=dushanbe$"}.get(
            name, rf"\?{facet}={value}$"
        )))  # fmt: skip
        assert f"{facet}={value}&" in f"{desk.page.url}&"
        assert "(" not in desk.page.url and "%28" not in desk.page.url
        expect(desk.choice(facet, value)).to_be_checked()


def test_chips_name_the_filters_and_can_be_taken_off(desk, snapshot):
    desk.open("year=2019&organizer=osce&kind=conference&q=declaration&event=2019-dushanbe")
    expect(desk.chips).to_have_text(["2019×", "OSCE×", "Conferences×", "“declaration”×"])
    desk.page.get_by_role("button", name="Remove filter 2019").click()
    expect(desk.chips).to_have_text(["OSCE×", "Conferences×", "“declaration”×"])
    desk.stands_at("organizer=osce&kind=conference&q=declaration&event=2019-dushanbe")
    assert shown(desk) == remaining(snapshot, organizer=("osce",), kind=("conference",), q="declaration")
    desk.page.get_by_role("button", name="Remove filter “declaration”").click()
    expect(desk.chips).to_have_text(["OSCE×", "Conferences×"])
    desk.page.get_by_role("button", name="Reset filters").click()
    expect(desk.chips).to_have_count(0)
    expect(desk.page.get_by_role("button", name="Reset filters")).to_have_count(0)
    desk.stands_at("event=2019-dushanbe")
    desk.sees("2019-dushanbe")
    assert shown(desk) == remaining(snapshot)


def test_the_panel_says_what_the_link_and_the_chips_say(desk):
    desk.open("year=2022&q=kuwait")
    search = desk.page.get_by_role("searchbox", name="Search")
    expect(search).to_have_value("kuwait")
    expect(desk.choice("year", "2022")).to_be_checked()
    desk.page.locator(".bar").get_by_role("button", name="Reset filters").click()
    expect(search).to_have_value("")
    expect(desk.choice("year", "2022")).not_to_be_checked()


def test_searching_narrows_while_one_types(desk, snapshot):
    desk.open()
    desk.page.get_by_role("searchbox", name="Search").press_sequentially("samarkand")
    expect(desk.chips).to_have_text(["“samarkand”×"])
    left = remaining(snapshot, q="samarkand")
    expect(desk.count).to_contain_text(f"{len(left)} of")
    assert shown(desk) == left
    desk.stands_at("q=samarkand")


def test_a_search_without_the_texts_leaves_all_events_says_so_and_is_made_later(desk, snapshot):
    desk.page.route("**/linked/text.json*", lambda route: route.abort())
    desk.open()
    desk.page.get_by_role("searchbox", name="Search").press_sequentially("samarkand")
    expect(desk.chips).to_have_text(["“samarkand” (not searched yet)×"])
    assert shown(desk) == remaining(snapshot)
    desk.page.unroute_all()
    desk.button("article", "Next event").click()
    expect(desk.chips).to_have_text(["“samarkand”×"])
    assert shown(desk) == remaining(snapshot, q="samarkand")
    assert not [fault for fault in desk.faults if fault.startswith("uncaught")]
    desk.faults.clear()  # the others were meant


def test_no_filter_and_no_choice_asks_the_server_for_anything(desk):
    desk.open()
    desk.rest()
    sent, requests = desk.asked, []
    desk.page.on("request", lambda request: requests.append(request.url))
    desk.button("article", "Next event").click()
    desk.press("year", "2019")
    desk.press("organizer", "osce")
    desk.press("weight", "secondary")
    desk.page.get_by_label("Order of the rows").select_option("name")
    desk.button("matrix", "All events").click()
    desk.view("matrix").locator(".row[data-organizer=osce]").click()
    desk.chips.first.click()
    desk.page.go_back()
    desk.page.go_forward()
    desk.rest()
    assert desk.asked == sent
    assert [url for url in requests if "/article/" not in url] == []
