"""Rules about one event, and about the differences between events and between organizers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dashboard.checks.findings import alike, problem_at, updated_on, values_of
from dashboard.records.dates import PartialDate
from dashboard.records.kinds import EVENTS, ORGANIZERS, SOURCES
from dashboard.records.model import Event, Lasting, Problem
from dashboard.records.reading import Reading
from dashboard.words.catalogue import say
from dashboard.words.spelling import one_line, quoted, slips

_ANSWERS = ("y", "n", "yes", "no", "on", "off", "true", "false")
_CODE = re.compile("[A-Z]{2,3}")
# Titles are not checked: a title that was published with such quotes keeps them.
_CURLY = re.compile("[“”„‟«»‘’‚‹›][^“”„‟«»‘’‚‹›]+[“”„‟«»‘’‚‹›]")
_ONLINE = re.compile(
    r"\b(?:and )?(?:online|on-line|virtual|virtually|hybrid|remote|video ?conference)\b", re.IGNORECASE
)
HYBRID = "hybrid(?: meeting| event| format)?"
"""What people write for the place of a meeting in a city that others could follow online, as a regular expression."""
_HYBRID = re.compile(rf"\W*{HYBRID}\W*", re.IGNORECASE)
_OUR_TIME = 1900
_YEARS_AHEAD = 2
_LONGEST_AWAY = 31
"""The most days between a conference and its side events and declarations."""
_MOST_THEMES = 300
_WEIGHT_OF_KIND = {"conference": "main", "context": "related"}


def ids_begin_with_the_year(reading: Reading) -> Iterator[Problem]:
    """The id of an event begins with the year of its start, or with `undated` if it has no start."""
    published = {name for change in reading.changes.values() for name in change.events}
    of_days = defaultdict(list)
    for event in reading.events.ever.values():
        of_days[event.start, event.end].append(event.id)
    for event in reading.events.certain("id", "start").values():
        due = f"{event.start.year:04}" if event.start else "undated"
        if event.id.split("-")[0] != due:
            twin = next((name for name in of_days[event.start, event.end] if name != event.id), None)
            also = f', which is also that of "{twin}"' if twin else ""
            wrong = f"the event starts in {due}" if event.start else "the event has no start"
            first = f"correct the start{also}" if event.start else "write the start"
            cure = _with_year(reading, event, due, event.id in published)
            message = say("id-of-another-year", wrong=wrong, name=event.id, first=first, renamed=cure)
            yield problem_at(reading, (EVENTS, event.id, "id"), message)


def dates_are_in_order(reading: Reading) -> Iterator[Problem]:
    """An event with an end has a start. The end is as precise as the start, and not before it."""
    for event in reading.events.certain("start").values():
        start, end = event.start, event.end
        if end is None:
            continue
        message = None
        if start is None:
            message = say("end-without-start", end=end)
        elif start.precision != end.precision:
            message = say("end-not-as-precise", start=start, end=end, coarser=_coarser(start, end))
        elif end.first() < start.first():
            message = say("end-before-start", start=start, end=end)
        if message:
            yield problem_at(reading, (EVENTS, event.id, "end"), message)


def events_are_of_our_time(reading: Reading) -> Iterator[Problem]:
    """No event is more than two years after the last update, or before 1900 unless it is outside the process."""
    updated = updated_on(reading)
    for event in reading.events.values():
        if event.start is None:
            continue
        if updated and event.start.year > updated.year + _YEARS_AHEAD:
            message = say("event-years-ahead", year=event.start.year, updated=updated)
        elif event.start.year < _OUR_TIME and event.kind not in ("context", ""):
            message = say("event-long-ago", year=event.start.year)
        else:
            continue
        yield problem_at(reading, (EVENTS, event.id, "start"), message, "warning")


def events_last_days(reading: Reading) -> Iterator[Problem]:
    """An event lasts a month at most. If the dates are only bounds, they are a year apart at most."""
    for event in reading.events.certain("dating").values():
        if event.start is None or event.end is None:
            continue
        days = (event.end.first() - event.start.first()).days
        longest, code = 31, "event-longer-than-a-month"
        if event.dating == "within":
            longest, code = 366, "event-within-more-than-a-year"
        if days > longest:
            message = say(code, start=event.start, end=event.end)
            yield problem_at(reading, (EVENTS, event.id, "end"), message, "warning")


def side_events_are_near_their_conference(reading: Reading) -> Iterator[Problem]:
    """A side event or declaration takes place within a month of its conference."""
    events = reading.events
    for event in events.values():
        parent = events.get(event.parent or "") if event.kind in ("side-event", "declaration") else None
        if parent is None or event.start is None or parent.start is None:
            continue
        after = (event.start.first() - (parent.end or parent.start).last()).days
        before = (parent.start.first() - (event.end or event.start).last()).days
        if max(after, before) > _LONGEST_AWAY:
            message = say(
                "event-far-from-its-conference",
                kind=event.kind,
                start=event.start,
                parent=parent.id,
                parent_start=parent.start,
            )
            yield problem_at(reading, (EVENTS, event.id, "start"), message, "warning")


def sessions_are_on_days_of_their_event(reading: Reading) -> Iterator[Problem]:
    """A session takes place on one of the days of its event."""
    for event in reading.events.certain("start", "end", "dating").values():
        if event.start is None or event.sessions is None or event.dating == "reported":
            continue
        first, last = event.start.first(), (event.end or event.start).last()
        for index, session in enumerate(event.sessions.items):
            if session.day and (session.day.last() < first or session.day.first() > last):
                message = say("session-on-another-day", day=session.day, first=first, last=last)
                yield problem_at(reading, (EVENTS, event.id, "sessions", "items", index, "day"), message)


def names_are_written_out(reading: Reading) -> Iterator[Problem]:
    """A country, city or title is a name, not a code or an answer such as NO, ON or yes."""
    names = {EVENTS: ("title", "label", "city", "country"), ORGANIZERS: ("name", "short_name", "country")}
    for path, value in values_of(reading, names):
        key = path[-1]
        if value.casefold() in _ANSWERS or (key == "country" and _CODE.fullmatch(value)):
            code = "name-is-a-code/norway" if value == "NO" else "name-is-a-code"
            message = say(code, value=quoted(value), key=key)
            yield problem_at(reading, path, message, "warning")


def cities_are_names_alone(reading: Reading) -> Iterator[Problem]:
    """A city is only a name. If a meeting is online, also besides a hall, its venue says so."""
    for event in reading.events.values():
        if event.venue and _HYBRID.fullmatch(event.venue):
            message = say("venue-hybrid", value=quoted(event.venue))
            yield problem_at(reading, (EVENTS, event.id, "venue"), message, "warning")
        if not event.city or not (match := _ONLINE.search(event.city)):
            continue
        city = event.city[: match.start()].strip(" (,;/–-")
        city = "" if city.casefold() in ("and", "or") else city
        alone = "/hybrid" if _HYBRID.search(event.city) else "/online"
        code = f"city-not-alone{'' if city else alone}"
        message = say(code, value=quoted(event.city), city=city)
        yield problem_at(reading, (EVENTS, event.id, "city"), message, "warning")


def names_have_no_signs_around_them(reading: Reading) -> Iterator[Problem]:
    """A short value has no curly quotes around it and no comma after it, because readers would see them."""
    names = {
        EVENTS: ("label", "city", "country", "venue"),
        ORGANIZERS: ("short_name", "country", "seat"),
        SOURCES: ("publisher",),
    }
    for path, value in values_of(reading, names):
        if _CURLY.fullmatch(value):
            message = say("name-in-curly-quotes", value=one_line(value, 60))
        elif value.endswith((",", ";")):
            sign = "comma" if value.endswith(",") else "semicolon"
            message = say("name-ends-with-sign", value=quoted(value), sign=sign)
        else:
            continue
        yield problem_at(reading, path, message, "warning")


def themes_are_spelt_alike(reading: Reading) -> Iterator[Problem]:
    """Two themes differ by more than a letter or two; otherwise they are the same theme, and are spelt alike."""
    used: dict[str, str] = {}
    for event in reading.events.values():
        for index, theme in enumerate(theme.text for theme in event.themes):
            meant = [] if theme in used or len(used) > _MOST_THEMES else slips(theme, used)
            if meant:
                message = say("themes-almost-alike", theme=quoted(theme), near=quoted(meant[0]), event=used[meant[0]])
                yield problem_at(reading, (EVENTS, event.id, "themes", index), message, "warning")
            else:
                used.setdefault(theme, event.id)


def labels_are_unique(reading: Reading) -> Iterator[Problem]:
    """No two events have the same label, and no two organizers the same short name; links and menus use them."""
    yield from _repeated(reading, EVENTS, reading.events, "label")
    yield from _repeated(reading, ORGANIZERS, reading.organizers, "short_name")


def kinds_fit_weights(reading: Reading) -> Iterator[Problem]:
    """All conferences, and only they, have the weight main; all events outside the process, and only they, related."""
    for event in reading.events.values():
        if not event.kind or not event.weight:
            continue
        due = _WEIGHT_OF_KIND.get(event.kind)
        if due is not None and event.weight != due:
            message = say("weight-not-of-kind", kind=event.kind, due=due, weight=event.weight)
        elif due is None and event.weight in _WEIGHT_OF_KIND.values():
            kind = next(kind for kind, weight in _WEIGHT_OF_KIND.items() if weight == event.weight)
            message = say("weight-of-another-kind", kind=kind, weight=event.weight)
        else:
            continue
        yield problem_at(reading, (EVENTS, event.id, "weight"), message)


def editions_number_the_conferences(reading: Reading) -> Iterator[Problem]:
    """Each conference has an edition of its own, and no other event has one."""
    numbered: dict[int, str] = {}
    whole = reading.events.certain("edition")
    for event in reading.events.values():
        message = None
        if event.edition is None:
            if event.kind == "conference" and event.id in whole:
                message = say("edition-missing")
        elif event.kind and event.kind != "conference":
            message = say("edition-not-of-a-conference", kind=event.kind, edition=event.edition)
        elif event.edition in numbered:
            message = say("edition-taken", edition=event.edition, owner=numbered[event.edition])
        if message:
            yield problem_at(reading, (EVENTS, event.id, "edition"), message)
        elif event.edition is not None and event.kind:
            numbered[event.edition] = event.id


def roles_are_given_once(reading: Reading) -> Iterator[Problem]:
    """An organizer has one role at an event, because the matrix has one mark for both. A note can name other roles."""
    for event in reading.events.values():
        given: dict[str, str] = {}
        for index, role in enumerate(event.roles):
            first = given.get(role.organizer)
            if first and role.organizer:
                message = say("role-given-twice", organizer=role.organizer, role=first)
                yield problem_at(reading, (EVENTS, event.id, "roles", index), message)
            given[role.organizer] = role.role or "there"


def inferred_roles_have_notes(reading: Reading) -> Iterator[Problem]:
    """A role that is inferred has a note that says from what."""
    for event in reading.events.values():
        for index, role in reading.certain_entries((EVENTS, event.id, "roles"), event.roles, "note"):
            path = (EVENTS, event.id, "roles", index)
            if role.confidence == "inferred" and not role.note:
                yield problem_at(reading, (*path, "confidence"), say("role-inferred-without-note"), "warning")


def _with_year(reading: Reading, event: Event, due: str, published: bool) -> str:
    """Say how to give the id of an event another year; a published id stays as an alias."""
    begin, _, rest = event.id.partition("-")
    renamed = f"{due}-{rest if begin.isdigit() or begin == 'undated' else event.id}"
    if (EVENTS, renamed) in reading.places:
        return f'give it another id that begins with {due}-, for "{renamed}" is taken'
    alias = f' and write "aliases: [{event.id}]"' if published else ""
    return f"begin the id with {due}-{alias}"


def _coarser(start: PartialDate, end: PartialDate) -> str:
    return next(step for step in ("year", "month", "day") if step in (start.precision, end.precision))


def _repeated(reading: Reading, file: str, records: Mapping[str, Lasting], key: str) -> Iterator[Problem]:
    taken: dict[str, Lasting] = {}
    for record in records.values():
        value = getattr(record, key)
        owner = taken.setdefault(alike(value), record)
        if not value or owner is record:
            continue
        first = getattr(owner, key)
        code = "label-taken" if value.casefold() == first.casefold() else "label-almost-taken"
        message = say(code, value=quoted(value), first=quoted(first), key=key, owner=owner.id)
        yield problem_at(reading, (file, record.id, key), message)
