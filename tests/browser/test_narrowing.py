"""Filters: where they are chosen, what they leave, how they are named, and how they are taken off."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.filters import EVERY_WEIGHT, Filters


def remaining(snapshot, **asked) -> set[str]:
    """Give the ids that the filters leave, as the room that narrows says."""
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


def test_a_year_in_the_sidebar_narrows_all_views(visitor, snapshot):
    visitor.open()
    with visitor.sidebar() as sidebar:
        sidebar.get_by_role("button", name=re.compile(r"^2022 \(")).click()
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


def test_an_organizer_and_a_role_are_chosen_in_the_sidebar(desk, snapshot):
    desk.open()
    with desk.sidebar() as sidebar:
        organizers, roles = (sidebar.get_by_role("group", name=name, exact=True) for name in ("Organizer", "Role"))
        organizers.get_by_role("button", name=re.compile(r"^UNOCT \(")).click()
        expect(desk.chips).to_have_text(["UNOCT×"])
        roles.get_by_role("button", name="Lead UN entity (1)", exact=True).click()
        expect(desk.chips).to_have_text(["UNOCT×", "Lead UN entity×"])
    assert shown(desk) == remaining(snapshot, organizer=("unoct",), role=("lead",)) == {"2019-dushanbe"}
    desk.stands_at("organizer=unoct&role=lead")


@pytest.mark.parametrize(("query", "chip"), [("organizer=osce", "OSCE×"), ("role=co-organizer", "Co-organizer×")])
def test_a_second_filter_and_what_is_done_then_keep_the_first(desk, snapshot, query, chip):
    facet, value = query.split("=")
    desk.open(query)
    with desk.sidebar() as sidebar:
        sidebar.get_by_role("button", name=re.compile(r"^2019 \(")).click()
        expect(desk.chips).to_have_text(["2019×", chip])
        left = remaining(snapshot, year=("2019",), **{facet: (value,)})
        expect(sidebar.get_by_text(f"{chip[:-1]} ({len(left)})", exact=True)).to_be_visible()
        desk.page.get_by_text("Later →", exact=True).click()
        expect(desk.page).to_have_url(re.compile("event="))
        expect(desk.chips).to_have_text(["2019×", chip])
        assert shown(desk) == left
        sidebar.get_by_role("button", name=re.compile(r"^2019 \(")).click()
        expect(desk.chips).to_have_text([chip])
        sidebar.get_by_role("button", name=re.compile(r"^2022 \(")).click()
        expect(desk.chips).to_have_text(["2022×", chip])
    assert shown(desk) == remaining(snapshot, year=("2022",), **{facet: (value,)})
    assert f"{facet}={value}" in desk.page.url


def test_minor_events_are_hidden_until_asked_for(desk, snapshot):
    desk.open()
    assert "2022-09-osce" not in shown(desk)
    with desk.sidebar() as sidebar:
        sidebar.get_by_role("button", name=re.compile("^Bilateral talks and mentions")).click()
        expect(desk.count).to_contain_text(str(len(remaining(snapshot, weight=("main", "secondary", "minor")))))
    assert "2022-09-osce" in shown(desk)
    expect(desk.view("timeline").locator(".undated")).to_contain_text("CTED meeting, undated")


def test_counts_say_what_a_choice_would_leave(desk, snapshot):
    desk.open("organizer=osce")
    events, roles = snapshot.frames.events, snapshot.frames.roles
    of_osce = set(roles.loc[roles["organizer_id"] == "osce", "event_id"])
    left = events[events["event_id"].isin(of_osce)]
    of_substance = left[left["weight"].isin(["main", "secondary"])]
    with desk.sidebar() as sidebar:
        for year in snapshot.known["year"]:
            count = int((of_substance["year"] == int(year)).sum())
            expect(sidebar.get_by_role("button", name=f"{year} ({count})", exact=True)).to_be_visible()
        for weight, label in snapshot.known["weight"].items():
            count = int((left["weight"] == weight).sum())
            expect(sidebar.get_by_role("button", name=f"{label} ({count})", exact=True)).to_be_visible()
        year = next(year for year in snapshot.known["year"] if (of_substance["year"] == int(year)).any())
        count = int((of_substance["year"] == int(year)).sum())
        sidebar.get_by_role("button", name=f"{year} ({count})", exact=True).click()
        expect(desk.count).to_have_text(f"{count} of {len(events)} events")


@pytest.mark.parametrize(
    ("group", "first", "query"), [("Organizer", "OSCE", "organizer=osce"), ("Role", "Host", "role=host")]
)
@pytest.mark.parametrize("act", ["later", "sort", "search", "again", "chip"])
def test_a_filter_stays_what_it_is_when_its_number_changes(desk, snapshot, group, first, query, act):
    desk.open()
    with desk.sidebar() as sidebar:
        chosen = sidebar.get_by_role("group", name=group, exact=True).get_by_role(
            "button", name=re.compile(rf"^{first} \(")
        )
        chosen.click()
        expect(desk.chips).to_have_text([f"{first}×"])
        before = chosen.inner_text()
        year = sidebar.get_by_role("button", name=re.compile(r"^2019 \("))
        year.click()
        expect(desk.chips).to_have_text(["2019×", f"{first}×"])
        facet, value = query.split("=")
        left = remaining(snapshot, year=("2019",), **{facet: (value,)})
        expect(chosen).to_have_text(f"{first} ({len(left)})")
        assert chosen.inner_text() != before
        if act == "later":
            desk.view("article").get_by_role("button", name="Next event").click()
            expect(desk.page).to_have_url(re.compile("event="))
        elif act == "sort":
            desk.page.get_by_label("Order of the rows").select_option("name")
            expect(desk.page).to_have_url(re.compile("sort=name"))
        elif act == "search":
            sidebar.get_by_role("searchbox", name="Search").press_sequentially("dushanbe")
            expect(desk.page).to_have_url(re.compile("q=dushanbe"))
        elif act == "again":
            year.click()
            expect(desk.chips).to_have_text([f"{first}×"])
        else:
            desk.page.get_by_role("button", name="Remove filter 2019").click()
            expect(desk.chips).to_have_text([f"{first}×"])
        assert f"{query}&" in f"{desk.page.url}&"
        assert "(" not in desk.page.url and "%28" not in desk.page.url
        expect(chosen).to_have_attribute("aria-pressed", "true")


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


def test_the_sidebar_holds_what_the_link_and_the_chips_say(desk):
    desk.open("year=2022&q=kuwait")
    with desk.sidebar() as sidebar:
        expect(sidebar.get_by_role("searchbox", name="Search")).to_have_value("kuwait")
        year = sidebar.get_by_role("button", name=re.compile(r"^2022 \("))
        expect(year).to_have_attribute("aria-pressed", "true")
        desk.page.get_by_role("button", name="Reset filters").click()
        expect(sidebar.get_by_role("searchbox", name="Search")).to_have_value("")
        expect(year).to_have_attribute("aria-pressed", "false")


def test_searching_narrows_while_one_types(desk, snapshot):
    desk.open()
    with desk.sidebar() as sidebar:
        sidebar.get_by_role("searchbox", name="Search").press_sequentially("samarkand")
        expect(desk.chips).to_have_text(["“samarkand”×"])
    left = remaining(snapshot, q="samarkand")
    expect(desk.count).to_contain_text(f"{len(left)} of")
    assert shown(desk) == left
    desk.stands_at("q=samarkand")
