"""The events as an iCalendar file (RFC 5545), which calendar programs import or subscribe to.

Days have no time of day: `DTSTART` and `DTEND` are dates, and `DTEND` is the day after the last one (section 3.6.1).
"""

from datetime import timedelta

import pandas as pd
from icalendar import Calendar, Component, vDuration, vText
from icalendar import Event as Entry

from dashboard.exports import site
from dashboard.exports.brief import Brief, brief
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.revisions import Revision, last_moment, revisions
from dashboard.frames.filters import Filters
from dashboard.frames.rows import EventRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.kinds import EVENTS
from dashboard.records.terms import terms_of
from dashboard.words.counting import agreeing, capital, listed
from dashboard.words.phrases import FORMS, worded
from dashboard.words.spelling import printable

NAME = "calendar.ics"
"""The name of the file."""

NAMED = 6
"""The most events left out that the description names; if there are more, it only counts them."""

REFRESHED_EVERY = timedelta(hours=12)
"""How often a program that subscribes should ask for the file again."""

_DAY = r"\d{4}-\d{2}-\d{2}"


def with_days(events: pd.DataFrame) -> pd.DataFrame:
    """Keep the events whose days are known: the first and the last day of the event itself, neither approximate.

    Days within which an event took place count only if they are a single day. The day of a report does not count.
    `events` has columns as in `frames.EVENTS`.
    """
    exact = events["start"].str.fullmatch(_DAY) & events["end"].str.fullmatch(_DAY)
    one_day = events["start"] == events["end"]
    own = (events["dating"] == "held") | ((events["dating"] == "within") & one_day)
    return events[exact & own & (events["first"] <= events["last"])]


def calendar_ics(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events whose days are known; the description of the calendar counts the others.

    The UID of an event stays when its id changes. SEQUENCE, LAST-MODIFIED and DTSTAMP come from the list of changes.
    """
    shown = snapshot.select(filters)
    known = with_days(shown.events)
    left_out = shown.events[~shown.events["event_id"].isin(known["event_id"])]
    calendar = Calendar()
    name, about = _name(snapshot, filters), _about(snapshot, filters, list(left_out["label"]))
    for key, text in (
        ("prodid", f"-//{snapshot.dataset.process_name}//{captions.software(snapshot.dataset)}//EN"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        # RFC 7986 has a property for the name and one for the description. Older programs read the ones with X-WR.
        ("name", name),
        ("x-wr-calname", name),
        ("description", about),
        ("x-wr-caldesc", about),
    ):
        _add(calendar, key, text)
    calendar.add("last-modified", last_moment(snapshot))
    calendar.add("refresh-interval", REFRESHED_EVERY, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESHED_EVERY))
    if page := site.view(options, filters):
        calendar.add("url", page)
        if not site.ending(options):  # without a server, a choice of events has no address
            calendar.add("source", site.file(options, NAME, filters), {"VALUE": "URI"})
    revised = revisions(snapshot, EVENTS)
    for row in rows(known, EventRow):
        words = brief(snapshot, snapshot.dataset.events[row.event_id])
        calendar.add_component(_entry(snapshot, row, revised[row.event_id], words, options))
    content: bytes = calendar.to_ical()
    return content


def _entry(snapshot: Snapshot, row: EventRow, revision: Revision, words: Brief, options: Options) -> Entry:
    """Write an event; what readers see of it are its label, its days, and its description."""
    page = site.event_page(options, row.event_id)
    entry = Entry()
    entry.add("uid", f"{revision.first_id}@{snapshot.dataset.process_id}")
    entry.add("sequence", revision.number)
    entry.add("created", revision.added)
    entry.add("dtstamp", revision.changed)
    entry.add("last-modified", revision.changed)
    entry.add("dtstart", row.first.date())
    entry.add("dtend", row.last.date() + timedelta(days=1))
    # A subscriber is not busy on these days.
    entry.add("transp", "TRANSPARENT")
    if row.ahead:
        entry.add("status", "TENTATIVE")
    _add(entry, "summary", row.label)
    if words.where:
        _add(entry, "location", words.where)
    if page:
        entry.add("url", page)
    entry.add("categories", [terms_of(snapshot.dataset).kinds[row.kind]])
    roles = [f"{role}: {names}" for role, names in words.roles]
    lines = [row.title, words.when, *roles, *words.notes, words.sources, page]
    _add(entry, "description", "\n".join(filter(None, lines)))
    return entry


def _add(component: Component, key: str, text: str) -> None:
    """Add a text as `vText`, because the library escapes only texts of this type."""
    component.add(key, vText(printable(text)))


def _name(snapshot: Snapshot, filters: Filters) -> str:
    """Name the calendar by its filters, so that a reader can tell two calendars apart."""
    words = listed(chip["label"] for chip in captions.chips(filters, snapshot.known))
    return " – ".join(
        filter(None, [
            snapshot.dataset.process_name, words, worded("caption-trial") if snapshot.trial else ""
        ])
    )  # fmt: skip


def _about(snapshot: Snapshot, filters: Filters, left_out: list[str]) -> str:
    """Say what the process is, which events the calendar has, and which it leaves out because of their days."""
    process, day = snapshot.dataset.process, captions.day_of_data(snapshot)
    parts = [
        process.summary if process else "",
        f"{captions.choice(snapshot, filters, snapshot.select(filters))}.",
        _left_out(left_out),
        f"{capital(worded('caption-day', day=day))}." if day else "",
    ]
    return " ".join(filter(None, parts))


def _left_out(labels: list[str]) -> str:
    if not labels:
        return ""
    number = len(labels)
    are, their = agreeing(number, *FORMS["is"]), agreeing(number, *FORMS["its"])
    words = worded("calendar-without", number=number, are=are, their=their)
    return f"{worded('calendar-named', sentence=words, labels=listed(labels)) if number <= NAMED else words}."


OFFERED = ((NAME, "Events, calendar", calendar_ics, "The events whose exact days are known, for calendar programs."),)
"""The calendar among the downloads."""
