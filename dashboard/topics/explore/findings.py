"""Frames → the titles of timeline and matrix, which say what there is to see, and what is drawn.

A title is true for any data and any filters. If nothing is certain, it only names the chart. The twin
is `engine/findings.js`.
"""

from typing import NamedTuple

import pandas as pd

from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.records.model import ORGANIZING
from dashboard.records.terms import TERMS, Terms
from dashboard.words.counting import agreeing, capital, counted, in_words, listed
from dashboard.words.phrases import FORMS, worded

LANES = {"kind": "Kind", "organizer": "Organizer", "place": "Place"}
"""What the lanes of the timeline are."""

CERTAINTY = {
    "confirmed": ("Confirmed", "Two or more sources that do not copy each other say so."),
    "single": ("One source", "Only one source says so, or several that repeat one text."),
    "inferred": (
        "Deduced",
        "No source says so in these words. It follows from them, and the article says how.",
    ),
    "disputed": ("Disputed", "Sources disagree. The mark is hollow, and the article gives all sides."),
    "differ": (
        "Sources differ",
        "A source says otherwise or leaves the fact out, but it is not in doubt. "
        "The mark is full, and the article gives all sides.",
    ),
}
"""The legend: each word that is written after a fact, and what it means, by the confidence of the fact.

`differ` is no confidence: it is said of a fact that a dispute concerns, but that is not in doubt.
"""

MOST_GAPS = 6
"""The most years without a conference that are named; more are counted."""

FEWEST = 3
"""With fewer events than this, the title does not say that most are in one year."""


class Heading(NamedTuple):
    """The title of a chart, and the line below it."""

    title: str
    drawn: str


def timeline_heading(events: pd.DataFrame, every: pd.DataFrame, lanes: str = "kind", terms: Terms = TERMS) -> Heading:
    """Write the title of the timeline, and what it shows by which `lanes`.

    `events` are the events shown and `every` those of the data, with columns as in `frames.EVENTS`.
    """
    shown = list(rows(events, EventRow))
    conferences = [row for row in shown if row.kind == "conference"]
    total = int((every["kind"] == "conference").sum())
    number = counted(len(shown), *FORMS["event"])
    parts = [worded(f"drawn-{lanes}", events=number), *_gaps(conferences, total, terms)]
    title = _conferences(conferences, total, terms) or _busiest(shown) or worded("title-timeline")
    return Heading(title, " · ".join(parts))


def matrix_heading(roles: pd.DataFrame, events: pd.DataFrame, terms: Terms = TERMS) -> Heading:
    """Write the title of the matrix, and what it shows; `events` are its columns, `roles` those at these events."""
    columns = list(rows(events, EventRow))
    conferences = [row for row in columns if row.kind == "conference"]
    nouns = terms.nouns["conference"] if len(conferences) == len(columns) > 0 else FORMS["event"]
    drawn = worded("drawn-matrix", events=counted(len(columns), *nouns))
    return Heading(_from_to(list(rows(roles, RoleRow)), conferences) or worded("title-matrix"), drawn)


def _year(row: EventRow) -> int | None:
    """Give the year of an event; None if the event has no date, or may have been in another year."""
    if pd.isna(row.first) or row.dating == "reported":  # a report may be of a year later
        return None
    if row.first.year != row.last.year or row.start.endswith("~") or row.end.endswith("~"):
        return None
    return int(row.first.year)


def _conferences(conferences: list[EventRow], total: int, terms: Terms) -> str:
    """Count the conferences that have begun, and give their years; empty if there are fewer than two."""
    years = [_year(row) for row in conferences if not row.ahead]
    known = [year for year in years if year is not None]
    if len(years) < 2 or len(known) < len(years):
        return ""
    first, last = min(known), max(known)
    span = worded("year", year=first) if first == last else worded("years", first=first, last=last)
    nouns = terms.conference(total)
    if len(years) == total:
        return capital(worded("title-conferences", number=in_words(total), conferences=nouns, span=span))
    some = {"number": in_words(len(years)), "total": in_words(total), "conferences": nouns, "span": span}
    return capital(worded("title-conferences-some", **some))


def _busiest(shown: list[EventRow]) -> str:
    """Name the year that most of the events are in; empty if there is none."""
    years = [_year(row) for row in shown]
    if len(years) < FEWEST or None in years or len({*years}) == 1:
        return ""
    busiest = max({*years}, key=years.count)
    number = years.count(busiest)
    if number * 2 <= len(years):
        return ""
    noun = agreeing(len(years), *FORMS["event"])
    return capital(
        worded("title-busiest", number=in_words(number), total=in_words(len(years)), events=noun, year=busiest)
    )


def _gaps(conferences: list[EventRow], total: int, terms: Terms) -> list[str]:
    """Name the years between conferences for which none is listed, if all of the data are shown and have a year."""
    if len(conferences) < total or total < 2 or any(_year(row) is None for row in conferences):
        return []
    years = {_year(row) or 0 for row in conferences}
    without = [year for year in range(min(years), max(years)) if year not in years]
    if not without:
        return []
    named = listed(without)
    if len(without) > MOST_GAPS:
        number, forms = in_words(len(without)), FORMS["year"]
        named = worded(
            "gap-many", number=number, years=agreeing(len(without), *forms), first=min(years), last=max(years)
        )
    return [worded("gap", conference=terms.conference(), years=named)]


def _from_to(role_rows: list[RoleRow], conferences: list[EventRow]) -> str:
    """Compare the number of organizers of the last conference with that of another; empty if nothing is certain.

    The other one is the conference with most organizers, if the last has fewer, or else the first. A body is not
    counted beside what it is part of, and a disputed role is named as such.
    """
    past = [row for row in conferences if not row.ahead]
    years = [_year(row) for row in past]
    if len(past) < 2 or None in years or len({*years}) < len(years):
        return ""
    counts = [_organizers(role_rows, row.event_id) for row in past]
    numbers = [number for number, _ in counts]
    if not all(numbers):
        return ""
    last = len(past) - 1
    most = max(range(last), key=lambda place: (numbers[place], place))
    other = most if numbers[most] > numbers[last] else 0
    if numbers[other] == numbers[last]:
        return ""
    noun = agreeing(numbers[other], *FORMS["organizer"])
    before, after = (_with_doubt(*counts[place], years[place]) for place in (other, last))
    return worded("title-from-to", number=in_words(numbers[other]), organizers=noun, before=before,
                  other=in_words(numbers[last]), after=after)  # fmt: skip


def _organizers(role_rows: list[RoleRow], event: str) -> tuple[int, int]:
    """Count the organizers of an event, and those of them whose roles of organizing are all disputed."""
    its = [row for row in role_rows if row.event_id == event and row.role in ORGANIZING]
    names = {row.organizer_id for row in its}
    whole = {row.organizer_id for row in its if not any(name in names for name in row.part_of.split())}
    firm = {row.organizer_id for row in its if row.confidence != "disputed"}
    return len(whole), len(whole - firm)


def _with_doubt(number: int, disputed: int, year: int | None) -> str:
    """Write the year of a number of organizers, and how many of them are disputed."""
    if not disputed:
        return worded("in-year", year=year)
    which = worded("all-disputed") if number == disputed else worded("some-disputed", number=in_words(disputed))
    return worded("in-year-disputed", year=year, disputed=which)
