"""Reduced-precision dates and their wording: 2018, 2018-05, 2018-05-03, each also with a trailing ~ for "about".

The notation is ISO 8601 reduced precision with the "approximate" mark of EDTF level 1
(Library of Congress, https://www.loc.gov/standards/datetime/). Days carry no time zone.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from dashboard.words import counting
from dashboard.words.catalogue import MessageError, say

MONTHS = counting.MONTHS
# The digits of other scripts would pass for \d.
_PATTERN = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?(?P<about>~)?")

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""No other year can be meant: the process began in 2018, and its context some decades before."""
YEARS = f"a year from {FIRST_YEAR} to {LAST_YEAR}, for example 2018"
_BEFORE_ONE = re.compile(r"[-−]\d{4}|0000")

NOTATION = (
    'write year-month-day, for example 2022-10-18 (2022-10 or 2022 if the day is not known; ~ at the end is "about")'
)

PATTERN = r"^(1[89]\d{2}|20\d{2}|2100)(-\d{2}(-\d{2})?)?~?$"
"""The notation as a regular expression, for the generated JSON schema."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as it is known; `month` and `day` are None if they are not known."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2018`, `2018-05` or `2018-05-03`, each with an optional final `~`.

        Raises
        ------
        MessageError
            In one sentence: what is wrong, and how a date is written. `store.faults.typed_dates` reads what other
            words and signs mean.
        """
        match = _PATTERN.fullmatch(text)
        if _BEFORE_ONE.match(text):
            raise MessageError(say("date-before-year-one", typed=f'"{text}"', years=YEARS))
        if not match:
            raise MessageError(say("date-not-understood-but-required", typed=f'"{text}"', notation=NOTATION))
        year = int(match["year"])
        month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            cured = _in_calendar(year, month)
            raise MessageError(say("date-not-in-calendar", typed=f'"{text}"', cured=cured)) from None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise MessageError(say("date-of-another-time", typed=f'"{text}"', year=year, years=YEARS))
        return cls(year, month, day, bool(match["about"]))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts) + ("~" if self.about else "")

    @property
    def precision(self) -> str:
        """One of day, month, year."""
        return "day" if self.day else "month" if self.month else "year"

    def first(self) -> date:
        """Give the earliest day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Give the latest day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def words(self) -> str:
        """Write the date out: `18 October 2022`, `about May 2018`, `2018`."""
        return ("about " if self.about else "") + " ".join(_parts(self))


def is_written(text: str) -> bool:
    """Tell whether a text has the form of a date, in the calendar or not."""
    return bool(_PATTERN.fullmatch(text))


def is_certain(start: str, end: str, dating: str) -> bool:
    """Tell whether the days of an event are known: it was held on them, and both are written as days without a `~`.

    `dating` is one of `model.DATINGS`.
    """
    return dating == "held" and all(
        match and match["day"] and not match["about"] for match in map(_PATTERN.fullmatch, (start, end))
    )


def span_words(start: PartialDate | None, end: PartialDate | None, dating: str = "held") -> str:
    """Write a span of days out as a reader says it: `18–19 October 2022`, `30 June – 2 July 2021`.

    `dating` is one of `model.DATINGS`: days that only bound the event, or only date the
    report of it, are worded so. Without a start the answer is `date not known`. If both days are approximate, one
    "about" is for both.
    """
    if start is None:
        return "date not known"
    text = start.words()
    if end is not None and end != start:
        own, other = _parts(start), _parts(end)
        shared = 0
        while len(own) == len(other) and shared < len(own) - 1 and own[-1 - shared] == other[-1 - shared]:
            shared += 1
        own = own[: len(own) - shared]
        only_end = end.about and not start.about
        dash = "–" if start.day and len(own) == 1 and not only_end else " – "
        last = end.words() if only_end else " ".join(other)
        text = ("about " if start.about else "") + " ".join(own) + dash + last
    return {"held": "", "within": "within ", "reported": "reported "}[dating] + text


def _parts(when: PartialDate) -> list[str]:
    month = MONTHS[when.month] if when.month else None
    return [str(part) for part in (when.day, month, when.year) if part]


def _in_calendar(year: int, month: int | None) -> str:
    if month is None or not 1 <= month <= 12:
        return "a month from 01 to 12"
    return f"a day from 01 to {calendar.monthrange(year, month)[1]}"
