"""What a table has for a date → the notation of the data, only if it can mean nothing else."""

import re
from datetime import date, timedelta

from dashboard.records.dates import PartialDate, span_words
from dashboard.store import readings
from dashboard.words.counting import alternatives
from dashboard.words.spelling import quoted

ORDERS = ("day-first", "month-first")
"""What numbers with slashes or hyphens between them can mean: 03/04/2022 is 3 April, or 4 March."""

_NUMBERS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_SERIAL = re.compile(r"[2-7]\d{4}")
_YEAR_FIRST = re.compile(r"\d{4}-")
_EXCEL = date(1899, 12, 30)
"""Day 0 of spreadsheets; right for days from 1 March 1900 on."""
_NOTATION = "write 2022-10-18 (2022-10 or 2022 if the day is not known)"


class DateError(ValueError):
    """A text is not a date that can be imported; the message says why, and what to write."""


def dates(text: str, order: str = "") -> tuple[str, str]:
    """Read a date, or a span of dates; the second text is empty for a single date.

    `order` is one of `ORDERS`, or empty if it is not known.

    Raises
    ------
    DateError
        If this is not a date, or can mean more than one.
    """
    typed = quoted(text)
    text = _NUMBERS.sub(lambda match: _ordered(match, order), text) if order else text
    meant = readings(text)
    if len(meant.dates) > 1:
        words = alternatives(in_words(reading.first, reading.last) for reading in meant.dates)
        forms = alternatives(" to ".join(filter(None, (reading.first, reading.last))) for reading in meant.dates)
        orders = alternatives(f"--dates {name}" for name in ORDERS)
        raise DateError(f"{typed} can mean {words}; write {forms}, or add {orders} to the command")
    if not meant.dates:
        raise DateError(f"{typed} is not a date; {_advice(text, meant.why_not)}")
    reading = meant.dates[0]
    if "YYYY" in reading.first:
        raise DateError(f"{typed} has no year; write the year too")
    if reading.century:
        raise DateError(f"{typed} has a year of two digits; if {reading.century} means {reading.first[:4]}, write that")
    if reading.turned and _YEAR_FIRST.match(text):
        raise DateError(f"{typed} is not in the calendar; {_NOTATION}")
    if reading.open or reading.within or reading.season or reading.lost:
        raise DateError(f"{typed} is not an exact date; {_NOTATION}, and the rest in the column note")
    return reading.first, reading.last


def in_words(start: str, end: str) -> str:
    """Write a date or a span of dates out."""
    first, last = (PartialDate.parse(form) if form else None for form in (start, end))
    return span_words(first, last)


def _ordered(match: re.Match[str], order: str) -> str:
    """Write a date in numbers with its year first."""
    day, month = (match[1], match[3]) if order == "day-first" else (match[3], match[1])
    return f"{match[4]}-{month:0>2}-{day:0>2}"


def _advice(text: str, why_not: str) -> str:
    if why_not == "unknown":
        return "leave the cell empty if the date is not known"
    if why_not == "calendar":
        return f"there is no such day; {_NOTATION}"
    if _SERIAL.fullmatch(text):
        day = _EXCEL + timedelta(days=int(text))
        return f"if it is the number by which spreadsheets count days, it may be {day}; write the date as a date"
    return f"{_NOTATION}; leave the cell empty if it is not known"
