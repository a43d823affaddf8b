"""What people type for a date → what it means in the notation of the data. This module words no messages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.records.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from dashboard.store.faults import months
from dashboard.store.faults.date_parts import ORDERS, OTHER_WORDS, Part, Parts, parted
from dashboard.store.faults.edtf import REST, UNCERTAIN, Reading, by_edtf, is_date

LONGEST = 120
"""The most letters of a text that is read as a date."""

WhyNot = Literal["", "unknown", "era", "bound", "calendar", "year", "unclear"]
"""Why a text means no date, as in `Readings`."""

_AROUND = " \"“”„«».,;()'[]{}"
_MAY_BE_TURNED = re.compile(r"\d[/-]\d")
_CYRILLIC = re.compile(r"[а-я]{2}")
_UNSURE = re.compile(r"[?%](?=$|[-/~\s])|(?<![^\s/-])[?%](?=\d)")
_NEARLY = re.compile(r"~(?=$|[-/\s])|(?<![^\s/-])~(?=\s?\w)")
_NO_END = r"(?:\.\.|present|now|ongoing|today|н\.?\s?в\.?|настоящее время|aujourd'hui|ce jour)?"
_OPEN_END = re.compile(rf"(?P<date>.*\w)\s*(?:/|\.\.|(?:-|\bto\b|\bпо\b)(?=\s*\w))\s*{_NO_END}")
_OPEN_BEGIN = re.compile(r"(?:\.\.\s*/?|/)\s*\d.*")


@dataclass(frozen=True)
class Readings:
    """All dates that a text can mean, or the reason why it means none.

    Attributes
    ----------
    dates
        The likeliest first; several only if it is not known which is meant.
    why_not
        `unknown` (it says that no date is known), `era` (a year before 1), `bound` (only before or after which day),
        `calendar` (no such day), `year` (of another time), `unclear` (anything else); empty if there are dates.
    month
        The month that has no such day, as `2023-02`, or the year of another time.
    """

    dates: tuple[Reading, ...] = ()
    why_not: WhyNot = ""
    month: str = ""


class _NoSuchDayError(Exception):
    """The month has no such day; the month is the argument."""


def readings(text: str) -> Readings:
    """Read a date as it may be typed in any of the languages of the data."""
    folded = months.fold(text[: LONGEST + 1])
    if len(text) > LONGEST:
        return Readings(why_not="unclear")
    if months.is_unknown(folded):
        return Readings(why_not="unknown")
    if months.is_before_christ(folded.strip(_AROUND)):
        return Readings(why_not="era")
    plain = _plain(folded)
    if _OPEN_BEGIN.fullmatch(plain):
        return Readings(why_not="bound")
    if opened := _OPEN_END.fullmatch(plain):
        begin = readings(opened["date"]).dates
        if len(begin) == 1 and not begin[0].last:
            return Readings((replace(begin[0], open=True),))
    special = tuple(reading for reading in by_edtf(plain) if reading.accepted())
    return Readings(special) if special else _in_words(plain)


def _plain(folded: str) -> str:
    """Write dashes and apostrophes as a keyboard does, and remove the signs around a text."""
    signs = ("-" if unicodedata.category(sign) == "Pd" or sign == "−" else sign for sign in folded)
    flat = " ".join("".join("'" if sign in "’‘`´" else sign for sign in signs).split())
    if _CYRILLIC.search(flat):
        flat = re.sub(r"\bc\b", "с", flat)  # the Latin letter, typed for the preposition
    return flat.strip(_AROUND) if ".." not in flat else flat.strip(_AROUND.replace(".", ""))


def _in_words(plain: str) -> Readings:
    """Read dates in words and in numbers, in each order that their parts may have."""
    lost = UNCERTAIN if _UNSURE.search(plain) else ""
    about = bool(_NEARLY.search(plain) or re.search(r"\d%", plain))
    text = _NEARLY.sub("", _UNSURE.sub("", plain)).replace("..", " - ")
    by_days: dict[tuple[str, str], Reading] = {}
    no_such_day = ""
    for order in ORDERS if _MAY_BE_TURNED.search(text) else ORDERS[:1]:
        parts = parted(text, order)
        if "bound" in parts.meanings:
            return Readings(why_not="bound")
        try:
            reading = _reading(parts)
        except _NoSuchDayError as error:
            no_such_day = no_such_day or str(error)
            continue
        if reading and (year := _out_of_time(reading)):
            return Readings(why_not="year", month=year)
        if reading and reading.accepted():
            reading = _nearly(reading) if about or "about" in parts.meanings else reading
            by_days.setdefault((reading.first, reading.last), replace(reading, lost=reading.lost or lost))
    if by_days:
        return Readings(tuple(by_days.values()))
    return Readings(why_not="calendar" if no_such_day else "unclear", month=no_such_day)


def _out_of_time(reading: Reading) -> str:
    """Give the year of a date that no date of the data can have; empty for any other."""
    outside = (form[:4] for form in (reading.first, reading.last) if form and form[:4].isdecimal())
    return next((year for year in outside if not FIRST_YEAR <= int(year) <= LAST_YEAR), "")


def _nearly(reading: Reading) -> Reading:
    """Add `~` to the dates."""
    return replace(reading, first=f"{reading.first}~", last=reading.last and f"{reading.last}~")


def _reading(parts: Parts) -> Reading | None:
    """Put the dates of a text together: one, or the first and the last of several."""
    dates = [date for date in parts.dates if date]
    if parts.broken or not dates:
        return None
    _complete(dates)
    coarsest = min(date.precision for date in dates)
    if any(date.day and not date.month for date in dates) or (parts.season and coarsest):
        return None
    if "week" in parts.meanings and coarsest == 2:
        return None  # "week of 17 October" does not say on which day
    lost = REST if parts.meanings & OTHER_WORDS or any(date.precision > coarsest for date in dates) else ""
    forms = [_form(date, coarsest) for date in dates]
    unsure = "strange" in parts.meanings
    reading = Reading(
        forms[0], turned=parts.turned, century=parts.century, season=parts.season, lost=lost, unsure=unsure
    )
    if len(set(forms)) == 1:
        return reading
    gap = any(other.joint == "and" and not _follow(*forms[at : at + 2]) for at, other in enumerate(dates[1:]))
    apart = gap and "between" not in parts.meanings
    within = gap or "between" in parts.meanings or any(date.joint == "or" for date in dates)
    return replace(reading, last=forms[-1], within=within, apart=apart) if sorted(forms) == forms else None


def _complete(dates: Sequence[Part]) -> None:
    """Take the month and the year that a date lacks from the next one, else from the one before."""
    years = [date.year for date in dates]
    for key in ("month", "year"):
        given = [getattr(date, key) for date in dates]
        for index, date in enumerate(dates):
            near = [value for value in (*given[index + 1 :], *reversed(given[:index])) if value]
            if given[index] is None and near and (key == "year" or date.day):
                setattr(date, key, near[0])
    first, last = dates[0], dates[-1]
    if len(dates) == 2 and first.year and first.year == last.year and (first.month or 0) > (last.month or 13):
        # From December to January, the year that is given belongs to only one of the two dates.
        first.year -= years[0] is None
        last.year += years[0] is not None and years[1] is None


def _form(date: Part, precision: int) -> str:
    """Write a date in the notation of the data."""
    year = f"{date.year:04}" if date.year is not None else "YYYY"
    form = "-".join([year] + [f"{number:02}" for number in (date.month, date.day)[:precision]])
    if precision == 2 and not is_date(form.replace("YYYY", "2000")) and is_date(form[:7]):
        raise _NoSuchDayError(form[:7])
    return form


def _follow(form: str, other: str) -> bool:
    """Tell whether two dates follow each other directly."""
    forms = [date.replace("YYYY", "2000") for date in (form, other)]
    if not all(map(is_date, forms)):
        return False
    before, after = map(PartialDate.parse, forms)
    return (after.first() - before.last()).days <= 1
