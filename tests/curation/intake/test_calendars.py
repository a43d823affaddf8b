"""Calendars as programs export them."""

import pytest

from dashboard.curation.intake import calendars
from dashboard.curation.intake.table import IntakeError


def calendar(*events: str, more: str = "") -> bytes:
    """Write a calendar with these lines in its events."""
    body = "".join(f"BEGIN:VEVENT\r\nUID:{number}\r\n{event}\r\nEND:VEVENT\r\n" for number, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{more}{body}END:VCALENDAR\r\n".encode()


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("DTSTART;VALUE=DATE:20180503\r\nDTEND;VALUE=DATE:20180505", ("2018-05-03", "2018-05-04")),
        ("DTSTART;VALUE=DATE:20180503", ("2018-05-03", "2018-05-03")),
        ("DTSTART;VALUE=DATE:20180503\r\nDURATION:P2D", ("2018-05-03", "2018-05-04")),
        ("DTSTART:20180503T090000\r\nDTEND:20180504T170000", ("2018-05-03", "2018-05-04")),
        ("DTSTART:20180503T090000\r\nDTEND:20180505T000000", ("2018-05-03", "2018-05-04")),
        ("DTSTART;TZID=Asia/Dushanbe:20180503T230000\r\nDURATION:PT2H", ("2018-05-03", "2018-05-04")),
        ("DTSTART:20180503T090000", ("2018-05-03", None)),
        ("DTSTART;VALUE=DATE:20180503\r\nDTEND;VALUE=DATE:20180503", ("2018-05-03", "2018-05-03")),
        ("DTSTART;VALUE=DATE:20180503\r\nDTEND;VALUE=DATE:20180501", ("2018-05-03", "2018-05-01")),
    ],
)
def test_the_last_day_is_the_last_day(event, days):
    (row,) = calendars.read(calendar(event)).rows
    assert (row.values["start"], row.values.get("end"), row.values.get("date_note")) == (*days, None)


def test_a_time_in_utc_is_the_day_of_the_calendar_or_is_said_to_be_uncertain():
    event = "DTSTART:20180503T220000Z\r\nDTEND:20180503T230000Z"
    (row,) = calendars.read(calendar(event)).rows
    assert (row.values["start"], row.values["date_note"]) == ("2018-05-03", calendars.UTC_NOTE)
    (row,) = calendars.read(calendar(event, more="X-WR-TIMEZONE:Asia/Dushanbe\r\n")).rows
    assert (row.values["start"], row.values["end"], "date_note" in row.values) == ("2018-05-04", "2018-05-04", False)


def test_what_else_an_event_says_is_taken_or_named():
    event = (
        "SUMMARY:Forum\\, one\r\nDTSTART;VALUE=DATE:20180503\r\nLOCATION:Vienna\\, Austria\r\nURL:https://a.org/1\r\n"
        "DESCRIPTION:<p>First &amp;</p>\\nlast\r\nCATEGORIES:A,B\r\nATTENDEE;CN=Jane:mailto:jane@a.org"
    )
    table = calendars.read(calendar(event, more="X-WR-CALNAME:The Forum\r\nBEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"))
    assert dict(table.rows[0].values) == {
        "title": "Forum, one",
        "start": "2018-05-03",
        "end": "2018-05-03",
        "place": "Vienna, Austria",
        "sources": "https://a.org/1",
        "note": "First & last",
    }
    assert table.name == "The Forum"
    assert [str(remark) for remark in table.remarks] == [
        "1 VTODO not imported, because only events are",
        "ATTENDEE of 1 event is not imported",
        "CATEGORIES of 1 event is not imported",
    ]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("See <https://a.org/5>. Ask Jane <jane@a.org>.", "See <https://a.org/5>. Ask Jane <jane@a.org>."),
        ("See <https://a.org/5>.<br>Ask <b>Jane</b> <jane@a.org>.", "See <https://a.org/5>. Ask Jane <jane@a.org>."),
        ("1 < 2 & 3", "1 < 2 & 3"),
    ],
)
def test_a_description_keeps_what_only_looks_like_a_tag(text, note):
    (row,) = calendars.read(calendar(f"DTSTART;VALUE=DATE:20180503\r\nDESCRIPTION:{text}")).rows
    assert row.values["note"] == note


def test_a_property_given_twice_is_named():
    (row,) = calendars.read(calendar("SUMMARY:A\r\nSUMMARY:B\r\nURL:https://a.org/1\r\nURL:https://a.org/2")).rows
    assert dict(row.values) == {"title": "A", "sources": "https://a.org/1"}
    assert row.faults == tuple(
        f"{name} is given more than once; only the first is imported" for name in ("SUMMARY", "URL")
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("SUMMARY:A\r\nDTSTART;VALUE=DATE:20180503\r\nRRULE:FREQ=YEARLY", "the event repeats; write an event for each"),
        ("SUMMARY:A\r\nDTSTART;VALUE=DATE:20180503\r\nSTATUS:CANCELLED", "the event was cancelled"),
        ("SUMMARY:A\r\nDTSTART:soon", "DTSTART cannot be read; correct it in the calendar"),
        ("SUMMARY:A\r\nDTSTART:20180503\r\nDTSTART:20180504", "DTSTART, DTEND or DURATION is not one date"),
        (
            "SUMMARY:A\r\nDTSTART;VALUE=DATE:20180503\r\nDTEND:20180504T120000Z",
            "DTSTART, DTEND or DURATION is not one date",
        ),
        ("SUMMARY:A\r\nDTSTART:99990503T090000\r\nDURATION:P99999D", "DTSTART, DTEND or DURATION is not one date"),
    ],
)
def test_an_event_that_is_not_one_event_is_lost_and_named(event, said):
    (row,) = calendars.read(calendar(event)).rows
    assert (row.where, row.lost) == ('event 1 ("A")', True)
    assert said in row.faults[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this is not a calendar"),
        (b"title,start\n", "this is not a calendar"),
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", 'because it does not begin with "BEGIN:VCALENDAR"'),
        (b"BEGIN:VCALENDAR\r\n", "this is not a calendar"),
        (b"BEGIN:VCALENDAR\r\nSUMMARY:\xe8\r\nEND:VCALENDAR\r\n", "line 2 is not UTF-8 text"),
        (calendar(*["DTSTART:20180503"] * 2_001), "the calendar has more than 2,000 events"),
    ],
    ids=range(6),
)
def test_what_is_no_calendar_is_refused_in_a_sentence(content, said):
    with pytest.raises(IntakeError) as caught:
        calendars.read(content)
    assert said in str(caught.value)
