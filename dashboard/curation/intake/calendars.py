"""iCalendar (RFC 5545) → rows: the days of each event as they are at its place, if the calendar says where that is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from dashboard.curation.intake.delimited import text_of
from dashboard.curation.intake.markup import described
from dashboard.curation.intake.table import MOST_ROWS, IntakeError, Remark, Row, Table, flat
from dashboard.words.counting import counted
from dashboard.words.spelling import quoted

_READ = ("SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION", "URL", "DESCRIPTION", "STATUS")
_SILENT = ("UID", "DTSTAMP", "SEQUENCE", "CREATED", "LAST-MODIFIED", "CLASS", "TRANSP", "PRIORITY")
"""Properties that only calendar programs need."""
_REPEATS = ("RRULE", "RDATE", "EXRULE", "RECURRENCE-ID")
UTC_NOTE = "The calendar gives the time in UTC; at the place of the event, it may be the day before or after."


def read(content: bytes) -> Table:
    """Read the events of a calendar.

    Raises
    ------
    IntakeError
        If this is not a calendar.
    """
    text = text_of(content)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except Exception as error:  # icalendar can raise any exception for a broken file
        raise IntakeError(
            f"this is not a calendar ({quoted(str(error))}); export it again as iCalendar, .ics"
        ) from None
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise IntakeError('this is not a calendar, because it does not begin with "BEGIN:VCALENDAR"')
    events = [(calendar, event) for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MOST_ROWS:
        raise IntakeError(f"the calendar has more than {MOST_ROWS:,} events; keep the events of one series")
    rows = tuple(_row(f"event {number}", event, _zone(of)) for number, (of, event) in enumerate(events, start=1))
    name = next((flat(str(calendar["X-WR-CALNAME"])) for calendar in calendars if "X-WR-CALNAME" in calendar), "")
    return Table(rows, name, tuple(_untaken(calendars, [event for _, event in events])))


def _row(where: str, event: Component, zone: ZoneInfo | None) -> Row:
    title = flat(_first(event, "SUMMARY"))
    where = f"{where} ({quoted(title, 40)})" if title else where
    if any(name in event for name in _REPEATS):
        return Row(where, {}, ("the event repeats; write an event for each of its days",), lost=True)
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return Row(where, {}, ("the event was cancelled",), lost=True)
    broken = [name for name, _ in event.errors if name]
    if broken:
        return Row(where, {}, (f"{broken[0]} cannot be read; correct it in the calendar",), lost=True)
    try:
        start, end, in_utc = _days(event, zone)
    except (TypeError, ValueError, OverflowError, AttributeError):
        return Row(where, {}, ("DTSTART, DTEND or DURATION is not one date; correct it in the calendar",), lost=True)
    twice = [name for name in ("SUMMARY", "LOCATION", "URL", "DESCRIPTION") if isinstance(event.get(name), list)]
    faults = tuple(f"{name} is given more than once; only the first is imported" for name in twice)
    values = {
        "title": title,
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "",
        "date_note": UTC_NOTE if in_utc else "",
        "place": flat(_first(event, "LOCATION")),
        "sources": _first(event, "URL").strip(),
        "note": described(_first(event, "DESCRIPTION")),
    }
    return Row(where, {key: value for key, value in values.items() if value}, faults)


def _first(event: Component, name: str) -> str:
    """Give the text of a property; the first one if it is given more than once, and empty if there is none."""
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _days(event: Component, zone: ZoneInfo | None) -> tuple[date | None, date | None, bool]:
    """Give the first and the last day, and whether they are only known in UTC.

    The end of an event without times is the day after its last day (RFC 5545, 3.6.1). An event that ends at midnight
    ends on the day before. An end before the start stays as it is; whoever takes the row refuses it.

    Raises
    ------
    ValueError
        If the start has a time and the end has none, or the other way round.
    """
    first, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if first is None:
        return None, None, False
    duration = getattr(event.get("DURATION"), "dt", None)
    if end is None and isinstance(duration, timedelta):
        end = first + duration
    if end is not None and isinstance(end, datetime) != isinstance(first, datetime):
        raise ValueError("DTEND")
    if not isinstance(first, datetime):
        return first, end - timedelta(days=1) if end and end > first else end or first, False
    in_utc = zone is None and _is_utc(first)
    first = _local(first, zone)
    if not isinstance(end, datetime):  # there is no end
        return first.date(), None, in_utc
    end = _local(end, zone)
    midnight = end > first and (end.hour, end.minute, end.second) == (0, 0, 0)
    return first.date(), (end - timedelta(days=1)).date() if midnight else end.date(), in_utc


def _moment(event: Component, name: str) -> date | None:
    """Give a date, with its time if it has one.

    Raises
    ------
    ValueError
        If it is something else, such as a time without a date, or is given twice.
    """
    if name not in event:
        return None
    value = getattr(event[name], "dt", None)
    if not isinstance(value, date):
        raise ValueError(name)
    return value


def _local(moment: datetime, zone: ZoneInfo | None) -> datetime:
    """Convert a moment in UTC to the zone of the calendar; any other moment is local already."""
    return moment.astimezone(zone) if zone and _is_utc(moment) else moment


def _is_utc(moment: datetime) -> bool:
    return moment.tzinfo is UTC or str(moment.tzinfo) in ("UTC", "Etc/UTC")


def _zone(calendar: Component) -> ZoneInfo | None:
    """Give the zone that a calendar names for itself."""
    try:
        return ZoneInfo(str(calendar["X-WR-TIMEZONE"]).strip())
    except (KeyError, ValueError, OSError):
        return None


def _untaken(calendars: Sequence[Component], events: Sequence[Component]) -> Iterator[Remark]:
    """Count what is not imported: entries other than events, and what else events say."""
    others = Counter(str(part.name) for calendar in calendars for part in calendar.subcomponents)
    for name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
        if others[name]:
            yield Remark("", f"{counted(others[name], name)} not imported, because only events are")
    known = {*_READ, *_SILENT, *_REPEATS}
    properties = Counter(name for event in events for name in event if name not in known)
    for name, number in sorted(properties.items()):
        yield Remark("", f"{name} of {counted(number, 'event')} is not imported")
