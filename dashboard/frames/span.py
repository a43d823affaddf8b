"""The span of time of a reader: `since` and `until`, each a year, a month or a day, both inclusive."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

import pandas as pd

from dashboard.records.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from dashboard.words import pasted
from dashboard.words.catalogue import MessageError
from dashboard.words.phrases import worded
from dashboard.words.spelling import quoted

SPAN = ("since", "until")
"""The parameters of an address for the two ends of the span."""

BETWEEN = ".."
"""What is written between two ends in one text: `2018-05..2019`; an end that is open is empty."""

HOW = (
    f"write a year from {FIRST_YEAR} to {LAST_YEAR}, a month or a day of it, "
    "for example 2018, 2018-05 or 2018-05-16"
)  # fmt: skip


def read(query: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], list[pasted.Strange]]:
    """Read the ends of the span from the parameters of an address, as precise as they are given.

    Of several good values the last is used. If the span would end before it begins, neither end is used.

    Returns
    -------
    The ends that are given, by parameter, and what was not understood, each with its sentence.
    """
    ends: dict[str, PartialDate] = {}
    strange: list[pasted.Strange] = []
    for name in SPAN:
        for value in filter(str.strip, query.get(name, ())):
            try:
                ends[name] = PartialDate.parse(pasted.plain(value))
            except MessageError:
                strange.append(pasted.Strange(name, value, why=f"{name} {quoted(value)} is not a date; {HOW}."))
    if len(ends) == len(SPAN) and ends["since"].first() > ends["until"].last():
        since, until = (str(ends.pop(name)) for name in SPAN)
        why = f"since {since} is after until {until}; write the earlier date as since."
        strange.append(pasted.Strange("since", since, why=why))
    return {name: str(end) for name, end in ends.items()}, strange


def is_days(text: str) -> bool:
    """Tell whether a text is a span of days, such as `2018-05-01..2019-12-31`."""
    ends = text.split(BETWEEN)
    with suppress(MessageError):
        days = [PartialDate.parse(end) for end in ends]
        return (
            len(days) == 2
            and all(str(day) == end and day.day and not day.about for day, end in zip(days, ends, strict=True))
            and days[0].first() <= days[1].last()
        )
    return False


def inside(events: pd.DataFrame, since: str, until: str) -> pd.Series:
    """Tell for each event whether the time shown for it may be in the span, columns as in `frames.EVENTS`.

    A time that is known only to the month or the year may be on any of its days, so an event passes if one of these
    days is in the span. An event without a date may be at any time, so it passes. A date that is "about", that only
    bounds the event, or that is the date of a report counts as it is written.
    """
    keep = pd.Series(True, index=events.index)
    if since:
        keep &= events["last"].isna() | (events["last"] >= pd.Timestamp(PartialDate.parse(since).first()))
    if until:
        keep &= events["first"].isna() | (events["first"] <= pd.Timestamp(PartialDate.parse(until).last()))
    return keep


def words(since: str, until: str) -> str:
    """Word a span: `from May 2018 to 2019`, `from May 2018`, `until 2019`."""
    ends = {name: PartialDate.parse(end).words() for name, end in zip(SPAN, (since, until), strict=True) if end}
    return worded("filter-" + "-".join(ends), **ends)


def slug(since: str, until: str) -> list[str]:
    """Word a span for the name of a file: `since-2018-05`, `until-2019`."""
    return [f"{name}-{end}" for name, end in zip(SPAN, (since, until), strict=True) if end]
