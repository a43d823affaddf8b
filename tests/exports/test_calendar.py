"""The calendar: read back by two libraries, with the right days, and without a clock."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from dashboard import __version__, exports, library
from dashboard.exports.calendar import NAME, calendar_ics, with_days
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.records.dates import PartialDate
from dashboard.records.model import Change, Dispute
from tests.sample import DATASET, EMPTY, EVENTS, snapshot

EVERYTHING = Filters(weight=EVERY_WEIGHT)
SITE = {"site": "https://example.org/dash"}
PUBLISHED = library.read(Path(__file__).parents[2] / "data", "published")


def read(content: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(content)


def entries(content: bytes) -> dict[str, icalendar.Event]:
    return {str(entry["uid"]): entry for entry in read(content).walk("VEVENT")}


def of(event_id: str, snapshot: Snapshot, options: dict[str, str] | None = None) -> icalendar.Event:
    return entries(calendar_ics(snapshot, EVERYTHING, options or {}))[f"{event_id}@dushanbe-process"]


def having(event_id: str = "2018-dushanbe", **fields) -> Snapshot:
    """Give the sample with other fields in one event."""
    events = {**DATASET.events, event_id: DATASET.events[event_id].model_copy(update=fields)}
    return snapshot(replace(DATASET, events=events))


def plain(calendar: icalendar.Calendar, name: str) -> str:
    """Give a text of the calendar; the library does not unescape texts of a type that it does not know."""
    value = calendar[name]
    return re.sub(r"\\([,;\\])", r"\1", value) if isinstance(value, icalendar.prop.vUnknown) else str(value)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


@pytest.mark.parametrize("of", [snapshot(), PUBLISHED], ids=["sample", "published"])
def test_the_days_are_those_of_the_data_in_both_libraries(of):
    content = calendar_ics(of, EVERYTHING)
    days = {
        f"{row.event_id}@dushanbe-process": (row.first.date(), row.last.date() + timedelta(days=1))
        for row in with_days(of.frames.events).itertuples()
    }
    assert days
    assert {uid: (entry["dtstart"].dt, entry["dtend"].dt) for uid, entry in entries(content).items()} == days
    assert second_reading(content) == days


def second_reading(content: bytes) -> dict[str, tuple[date, date]]:
    """Read the days with another library."""
    return {
        event.uid: (event.dtstart, event.dtend)
        for event in IcsCalendarStream.calendar_from_ics(content.decode()).events
    }


def test_an_end_of_two_days_is_the_day_after_the_last():
    text = calendar_ics(snapshot(), EVERYTHING).decode()
    assert "DTSTART;VALUE=DATE:20180503\r\n" in text
    assert "DTEND;VALUE=DATE:20180505\r\n" in text


@pytest.mark.parametrize(
    ("start", "end", "dating", "known"),
    [
        ("2018-05-03", "2018-05-04", "held", True),
        ("2018-05-03", "2018-05-03", "held", True),
        ("2018-05-03", None, "held", True),
        ("2018-12-31", "2019-01-01", "held", True),
        ("2018-05-03", "2018-05-03", "within", True),
        ("2018-05-03", None, "within", True),
        ("2018-05-03", "2018-05-04", "within", False),
        ("2018-05-03", "2018-05-03", "reported", False),
        ("2018-05-03~", "2018-05-04", "held", False),
        ("2018-05-03", "2018-05-04~", "held", False),
        ("2018-05-03", "2018-05", "held", False),
        ("2018-05", "2018-05-04", "held", False),
        ("2018-05", "2018-05", "held", False),
        ("2018", "2018", "held", False),
        ("2018", None, "held", False),
        (None, None, "held", False),
        ("2018-05-04", "2018-05-03", "held", False),
    ],
)
def test_only_an_event_whose_days_are_known_is_in_the_calendar(start, end, dating, known):
    dates = {name: PartialDate.parse(day) if day else None for name, day in (("start", start), ("end", end))}
    held = having(**dates, dating=dating)
    uids = entries(calendar_ics(held, EVERYTHING))
    assert ("2018-dushanbe@dushanbe-process" in uids) == known
    about = read(calendar_ics(held, EVERYTHING))["description"]
    assert ("not in the calendar" in about and "Dushanbe 2018" in about.split("not in the calendar")[1]) != known


def test_what_is_left_out_is_counted_and_named():
    about = str(read(calendar_ics(snapshot(), EVERYTHING))["description"])
    assert about == (
        "Conferences. All 5 events. 3 of these events are not in the calendar, because their exact days are not known: "
        "=cmd()<b>, Briefing 2022 and Plan. Data of 1 March 2026."
    )
    one = str(read(calendar_ics(snapshot(), Filters(kind=("follow-up",))))["description"])
    assert "1 of these events is not in the calendar, because its exact days are not known: Plan." in one
    assert "not in the calendar" not in str(read(calendar_ics(snapshot(), Filters(year=("2018",))))["description"])


def test_of_many_that_are_left_out_only_the_number_is_given():
    plan = DATASET.events["undated-plan"]
    more = {f"plan-{number}": plan.model_copy(update={"id": f"plan-{number}"}) for number in range(7)}
    held = snapshot(replace(DATASET, events={**DATASET.events, **more}))
    about = str(read(calendar_ics(held, EVERYTHING))["description"])
    assert "10 of these events are not in the calendar, because their exact days are not known. Data" in about


@pytest.mark.parametrize("of", [PUBLISHED, snapshot(), snapshot(EMPTY)], ids=["published", "sample", "empty"])
def test_a_calendar_has_what_the_standard_requires(of):
    calendar = read(calendar_ics(of, EVERYTHING, SITE))
    assert calendar["version"] == "2.0"
    assert __version__ in calendar["prodid"]
    assert plain(calendar, "x-wr-calname") == plain(calendar, "name")
    assert plain(calendar, "x-wr-caldesc") == plain(calendar, "description")
    assert calendar["refresh-interval"].to_ical().decode() == calendar["x-published-ttl"] == "PT12H"
    assert not calendar.errors
    for entry in calendar.walk("VEVENT"):
        assert not entry.errors
        assert {"UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY"} <= set(entry)
        assert entry["dtstart"].dt < entry["dtend"].dt
    uids = [str(entry["uid"]) for entry in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))


LONG = "Конференсияи байналмилалӣ оид ба мубориза — مؤتمر دوشنبه — 国際会議 🕊️ " * 5


def test_lines_are_folded_at_75_octets_and_never_inside_a_letter():
    for content in (
        calendar_ics(PUBLISHED, EVERYTHING, SITE),
        calendar_ics(having(title=LONG, label=LONG), EVERYTHING),
    ):
        lines = content.split(b"\r\n")
        assert lines[-1] == b""
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        assert b"\r" not in b"".join(lines)
        assert [line.decode() for line in lines]
    assert of("2018-dushanbe", having(label=LONG))["summary"] == LONG


@pytest.mark.parametrize(
    "text",
    [
        "a, b; c \\ d: e",
        'He said "yes"',
        "x\r\nATTENDEE:mailto:a@example.org",
        "x\nEND:VEVENT\nBEGIN:VEVENT",
        "\\n \\, \\;",
        "BEGIN:VALARM",
        "a\tb",
    ],
)
def test_a_text_stays_a_text(text):
    entry = of("2018-dushanbe", having(label=text, title="T", venue=text))
    assert entry["summary"].replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert entry["location"].startswith(text.replace("\r\n", "\n"))
    assert "ATTENDEE" not in entry
    assert len(read(calendar_ics(having(label=text), EVERYTHING)).walk("VEVENT")) == 2


def test_what_no_calendar_can_hold_is_removed():
    held = having(label="a\x00b\x0bc\ufffed")
    assert of("2018-dushanbe", held)["summary"] == "abcd"
    content = calendar_ics(held, Filters(q="a\x00"))
    assert read(content)["name"] == "Dushanbe Process – “a”"


def changes(*days: str, events=("2018-dushanbe",)) -> dict[str, Change]:
    made = [Change(on=day, what="corrected", events=events, why="Because.") for day in days]
    return {f"record {number}": one for number, one in enumerate(made, 1)}


def test_a_change_of_an_event_raises_its_number_and_its_moment():
    held = snapshot(replace(DATASET, changes=changes("2026-01-01", "2026-02-01")))
    entry = of("2018-dushanbe", held)
    assert (entry["sequence"], f"{entry['last-modified'].dt:%Y-%m-%d %H:%M:%S}") == (1, "2026-02-01 00:00:00")
    assert entry["dtstamp"].dt == entry["last-modified"].dt
    again = of("2018-dushanbe", snapshot(replace(DATASET, changes=changes("2026-01-01", "2026-02-01", "2026-02-01"))))
    assert again["sequence"] == 2
    assert again["last-modified"].dt > entry["last-modified"].dt
    assert of("2022-dushanbe", held)["sequence"] == 0


def test_a_uid_stays_when_the_id_changes():
    event = DATASET.events["2018-dushanbe"].model_copy(update={"id": "2018-city", "aliases": ("2018-dushanbe",)})
    held = snapshot(replace(DATASET, events={event.id: event}, changes=changes("2026-01-01")))
    entry = of("2018-dushanbe", held, SITE)
    assert entry["url"] == "https://example.org/dash/events/2018-city"


def test_a_calendar_knows_no_clock():
    content = calendar_ics(PUBLISHED, EVERYTHING, SITE).decode()
    moments = set(re.findall(r":(\d{8})T\d{6}Z", content))
    days = {f"{change.on.first():%Y%m%d}" for change in PUBLISHED.dataset.changes.values()}
    assert moments
    assert moments <= days


def test_the_sequence_of_every_published_event_is_the_number_of_its_corrections():
    for uid, entry in entries(calendar_ics(PUBLISHED, EVERYTHING)).items():
        ids = {uid.partition("@")[0]}
        named = [change for change in PUBLISHED.dataset.changes.values() if ids & set(change.events)]
        assert entry["sequence"] == len(named) - 1, uid


def test_a_calendar_is_named_by_its_filters_and_says_where_it_comes_from():
    asked = Filters(year=("2018",), organizer=("un",))
    calendar = read(calendar_ics(snapshot(), asked, SITE))
    assert calendar["name"] == "Dushanbe Process – 2018 and UN"
    assert calendar["source"] == "https://example.org/dash/export/calendar.ics?year=2018&organizer=un"
    assert calendar["source"].params["VALUE"] == "URI"
    assert calendar["url"] == "https://example.org/dash/?year=2018&organizer=un"
    bare = calendar_ics(snapshot(), asked)
    assert not {"SOURCE", "URL"} & set(read(bare))
    assert "http" not in "".join(unfolded(bare))


def test_a_trial_is_called_one():
    held = replace(snapshot(), trial=True)
    assert plain(read(calendar_ics(held, Filters())), "name") == "Dushanbe Process – a change on trial, not published"


def test_an_event_says_who_where_and_what_is_disputed():
    entry = of("2018-dushanbe", snapshot(), SITE)
    assert entry["summary"] == "Dushanbe 2018"
    assert entry["location"] == "Kohi <Somon>, Dushanbe, Tajikistan"
    assert entry["description"].split("\n") == [
        "High-Level Conference",
        "3–4 May 2018",
        "Host: Tajikistan",
        "Co-organizer: UN",
        "Sponsor: Qatar (disputed)",
        "Sources disagree: Did Qatar <pay>?",
        "2 sources",
        "https://example.org/dash/events/2018-dushanbe",
    ]
    assert [str(word) for word in entry["categories"].cats] == ["Conference"]
    assert entry["transp"] == "TRANSPARENT"
    assert "STATUS" not in entry


def test_a_planned_event_is_tentative():
    day = PartialDate(2026, 12, 1)
    entry = of("2018-dushanbe", having(start=day, end=day, date_note="The host may move it."))
    assert entry["status"] == "TENTATIVE"
    assert "Planned; the data is of 1 March 2026.\nAbout the date: The host may move it." in entry["description"]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"venue": None}, "Dushanbe, Tajikistan"),
        ({"venue": "online"}, "Dushanbe, Tajikistan (online)"),
        ({"venue": "online", "city": None, "country": None}, "online"),
        ({"venue": "Hall", "city": None, "country": None}, "Hall"),
        ({"venue": None, "city": None, "country": None}, None),
    ],
)
def test_only_a_known_place_is_written(fields, where):
    assert of("2018-dushanbe", having(**fields)).get("location") == where


def test_several_holders_of_a_role_are_listed_together():
    leads = tuple(role.model_copy(update={"role": "lead", "confidence": "inferred"}) for role in EVENTS[0].roles[:2])
    text = of("2018-dushanbe", having(roles=leads))["description"]
    assert "Lead UN entities: Tajikistan (deduced) and UN (deduced)" in text.split("\n")


def test_the_name_of_the_file_counts_the_events_in_it():
    assert exports.file_name(NAME, snapshot(), EVERYTHING) == "dushanbe-process-calendar-all-2-of-5-events.ics"
    assert exports.part_of_all(NAME, snapshot(), EVERYTHING) == "2 of 5 events"
    assert exports.part_of_all("events.csv", snapshot(), EVERYTHING) == ""


def test_a_disagreement_about_another_event_is_left_out():
    other = Dispute(**{**dict(DATASET.disputes["qatar-role"]), "id": "other", "event": "2022-dushanbe"})
    held = snapshot(replace(DATASET, disputes={"other": other}))
    assert "disagree" not in of("2018-dushanbe", held)["description"]
    assert "disagree" in of("2022-dushanbe", held)["description"]


def test_moments_are_in_utc():
    moment = of("2018-dushanbe", snapshot())["dtstamp"].dt
    assert isinstance(moment, datetime)
    assert moment.utcoffset() == timedelta(0)
