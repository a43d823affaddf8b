"""The line of years: every dated event once, at its place, and only the requested ones marked."""

import itertools
import re

import pytest

from dashboard import frames
from dashboard.look.links import IN_THE_DASHBOARD, between_pages, from_paper
from dashboard.look.strip import CLOSE, strip
from dashboard.records.dates import PartialDate
from dashboard.records.model import Dataset, Event
from dashboard.topics.explore import figures
from tests.real import DATASET as REAL
from tests.sample import CODE, DATASET, EMPTY, HOSTILE
from tests.topics.explore.test_article import Page

LINKS = between_pages("../")


def dated(*days: str, **more) -> Dataset:
    """Give a dataset of events on these days."""
    events = (
        Event(
            id=f"e{number}", title="T", weight="main", sources=("s",),
            start=PartialDate.parse(day), end=PartialDate.parse(day),
            **({"kind": "side-event", "label": f"E{number}"} | more),
        )
        for number, day in enumerate(days)
    )  # fmt: skip
    return Dataset(events={event.id: event for event in events})


def places(html: str) -> list[tuple[float, float]]:
    """Give the place of each mark: hundredths of the width, and pixels."""
    return [(float(x), float(y)) for x, y in re.findall(r'<svg x="([\d.]+)%" y="([\d.]+)"', html)]


def test_every_dated_event_is_drawn_once_and_leads_to_its_page():
    page = Page(strip(REAL, LINKS))
    drawn = [attrs["href"] for attrs in page.all("a")]
    assert sorted(drawn) == sorted(f"../events/{event.id}" for event in REAL.events.values() if event.start)
    assert all(attrs["tabindex"] == "-1" for attrs in page.all("a")), "a keyboard would stop at each"


def test_nothing_in_the_picture_comes_from_the_data():
    html = strip(DATASET, LINKS, {"2019-side"})
    assert HOSTILE not in html
    assert CODE not in html
    assert {tag for tag, _ in Page(html).found} == {
        "figure", "ul", "li", "svg", "line", "text", "g", "a", "title", "path", "circle", "p",
    }  # fmt: skip


def test_an_event_is_where_its_day_is_in_the_years():
    ((x, _), (later, _)) = places(strip(dated("2018-07-02", "2019-12-31"), LINKS))
    assert x == pytest.approx(25, abs=0.1)
    assert 99.8 < later <= 100


def test_the_marked_event_has_a_ring_and_its_days_above():
    html = strip(REAL, LINKS, {"2022-dushanbe"})
    assert html.count('class="ring"') == 1
    assert ">18–19 October 2022</text>" in html
    assert "Marked: Dushanbe 2022, 18–19 October 2022." in html
    several = strip(REAL, LINKS, {"2022-dushanbe", "2024-kuwait"})
    assert several.count('class="ring"') == 2
    assert "2 events are marked." in several
    assert 'class="here"' not in several


def test_events_close_in_time_are_on_different_heights():
    close = places(strip(dated("2022-10-17", "2022-10-18", "2022-10-19"), LINKS))
    assert len({y for _, y in close}) == 3
    far = places(strip(dated("2020-01-01", "2022-06-01"), LINKS))
    assert len({y for _, y in far}) == 1
    for kind in {event.kind for event in REAL.events.values()} - {"conference"}:
        there = sorted(places(strip(REAL, LINKS, events={e.id for e in REAL.events.values() if e.kind == kind})))
        touching = [
            (one, other) for one, other in itertools.pairwise(there)
            if other[0] - one[0] < CLOSE and one[1] == other[1]
        ]  # fmt: skip
        assert not touching or len(there) > 8, kind


@pytest.mark.parametrize(
    ("days", "years"),
    [
        (["2022-10-18"], ["2022"]),
        (["2018-05-03", "2024-11-04"], ["2018", "2019", "2020", "2021", "2022", "2023", "2024"]),
        (["1998", "2024"], ["2000", "2005", "2010", "2015", "2020"]),
        (["1801", "2100"], ["1850", "1900", "1950", "2000", "2050", "2100"]),
    ],
)
def test_the_axis_names_as_many_years_as_there_is_room_for(days, years):
    assert re.findall(r'<text class="year"[^>]*>(\d+)</text>', strip(dated(*days), LINKS)) == years


def test_a_day_that_is_not_known_gives_a_blurred_mark_over_all_days_that_it_can_be():
    exact = strip(dated("2022-10-18"), LINKS)
    assert "data-unsure" not in exact and "day not certain" not in exact
    html = strip(dated("2022-07", "2023"), LINKS)
    assert html.count("day not certain") == 1
    assert html.count("data-unsure") == 2
    assert re.search(r'class="bounds" x1="50\.0%" x2="100\.0%"', html)


@pytest.mark.parametrize("day", ["2022-10-18", "2022-10-18~", "2022-10", "2022-10~", "2022"])
def test_a_mark_is_blurred_where_it_is_on_the_large_timeline(day):
    for dating in ("held", "within", "reported"):
        of = dated(day, dating=dating)
        parts = {trace.meta["part"] for trace in figures.timeline(frames.build(of).events).data}
        assert ("data-unsure" in strip(of, LINKS)) == ("bounds" in parts) == (day != "2022-10-18" or dating != "held")


def test_without_a_dated_event_there_is_no_picture():
    undated = Dataset(events={"undated-plan": DATASET.events["undated-plan"]})
    assert strip(EMPTY, LINKS) == strip(undated, LINKS) == strip(DATASET, LINKS, events=set()) == ""


def test_the_label_counts_what_is_not_drawn():
    html = strip(DATASET, LINKS, {"undated-plan"})
    assert "4 events from 2018 to 2022 on a timeline. 1 event without a date is not drawn." in html
    assert "Marked" not in html
    assert "dimmed" not in html, "what is marked is not drawn, so the rest is not pale"


def test_where_links_lead():
    assert IN_THE_DASHBOARD.to("fact", "osce") == "#osce"
    assert LINKS.to("event", "2022-dushanbe") == "../events/2022-dushanbe"
    assert from_paper("https://example.org").to("organizer", "osce") == "https://example.org/organizers/osce"
    assert from_paper("").to("event", "x") == ""
    assert "<a" not in strip(REAL, from_paper(""))


def names(html: str) -> list[tuple[str, str]]:
    """Give the name beside each mark, and its distance from the mark in pixels."""
    return re.findall(r'<text class="name"[^>]*?dx="(-?\d+)"[^>]*>([^<]+)<', html)


def test_a_name_covers_no_mark_and_no_other_name():
    shown = {event.id for event in REAL.events.values() if event.kind == "conference"}
    assert names(strip(REAL, LINKS)) == [
        ("-15", "Dushanbe 2018"), ("15", "Dushanbe 2019"), ("-15", "Dushanbe 2022"), ("-15", "Kuwait City 2024"),
    ]  # fmt: skip
    # From 2018 on, the room between the first two marks is too small for a label, but not for a year.
    assert names(strip(REAL, LINKS, events=shown))[:2] == [("15", "2018"), ("15", "Dushanbe 2019")]


def test_where_a_label_has_no_room_there_is_the_year_or_nothing():
    def shown(letters: int, *days: str) -> list[str]:
        return [name for _, name in names(strip(dated(*days, kind="conference", label="L" * letters), LINKS))]

    assert shown(40, "2018-07-02") == ["L" * 40]
    assert shown(60, "2018-07-02") == ["2018"]
    assert shown(5, "2018-06-01", "2018-06-10", "2018-06-19") == ["LLLLL", "LLLLL"], "none for the one between them"
