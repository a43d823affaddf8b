"""What a download takes besides filters: how a chart is laid out, one event, the public address, a day of access."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.page import Request
from dashboard.records.dates import PartialDate
from dashboard.records.kinds import EVENTS
from dashboard.records.model import Event
from dashboard.records.succession import Succession
from dashboard.topics import PAGES
from dashboard.words.catalogue import MessageError
from dashboard.words.spelling import if_meant, quoted, slips

_PARAMETERS = [parameter for page in PAGES for parameter in page.parameters]

OPTIONS: dict[str, Mapping[str, str]] = {
    parameter.name: parameter.values for parameter in _PARAMETERS if isinstance(parameter.values, Mapping)
}
"""The values of each option, with their labels. Options are the parameters whose values are the same for any data."""

GIVEN = ("site", "ending", "event", "accessed")
"""Options that are no parameter of a chart, each empty if it is not given: the public address of the dashboard without
a slash at its end, what the addresses of its pages end with, the id of one event, and the day on which a reader read a
page, as `2026-11-26`."""

Options = dict[str, str]
"""Parameter → value, as `Options(columns="all")`; all others have their defaults. It may hold those of `GIVEN` too."""

DEFAULTS: Options = {parameter.name: parameter.default for parameter in _PARAMETERS if parameter.name in OPTIONS}
"""The default value of each option."""


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; unknown values are returned as in `filters.parse`."""
    wanted = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in wanted.items() if value not in OPTIONS[name]]
    return DEFAULTS | {name: value for name, value in wanted.items() if value in OPTIONS[name]}, unknown


def request_for(filters: Filters, options: Options) -> Request:
    """Give filters and options as the request for a chart or a table of a topic."""
    layout = {name: value for name, value in options.items() if name in OPTIONS}
    return Request(filters, DEFAULTS | layout)


class OptionError(ValueError):
    """An option of a download cannot be used; the message is a sentence that says what to write."""


class NeedsEventError(OptionError):
    """A download is about one event, and no event was named that the data has."""


def event_of(snapshot: Snapshot, options: Options) -> Event:
    """Give the event that a download is about; a former id leads to the current one.

    Raises
    ------
    NeedsEventError
        If no event is named, or if the data has no such event, perhaps because it was withdrawn.
    """
    events, wanted = snapshot.dataset.events, options.get("event", "")
    if not wanted:
        example = next((f", for example {event}" for event in events), "")
        raise NeedsEventError(f"This file is about one event. Write the id of the event as “event”{example}.")
    fate = Succession(snapshot.dataset).fate(EVENTS, wanted)
    if fate and fate.why:
        instead = f" Ask for “{fate.leads_to}” instead." if fate.leads_to else ""
        raise NeedsEventError(fate.words() + instead)
    if fate:
        return events[fate.leads_to]
    if wanted not in events:
        advice = if_meant(wanted, slips(wanted, events)) or "events.csv lists the ids"
        raise NeedsEventError(f"There is no event with the id {quoted(wanted)}; {advice}.")
    return events[wanted]


def chosen_event(snapshot: Snapshot, options: Options) -> Event | None:
    """Give the event that a download may be about, None if none is named; raises `NeedsEventError` as `event_of`."""
    return event_of(snapshot, options) if options.get("event") else None


def day_of_access(options: Options) -> PartialDate | None:
    """Give the day on which a reader read the page, None if it is not given.

    Raises
    ------
    OptionError
        If it is not a day.
    """
    written = options.get("accessed", "")
    if not written:
        return None
    with suppress(MessageError):
        day = PartialDate.parse(written)
        if day.precision == "day" and not day.about:
            return day
    raise OptionError(f"{quoted(written)} is not a day of access; write a day like 2026-11-26.")
