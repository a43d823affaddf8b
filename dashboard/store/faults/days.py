"""What to write instead of a text that is no date: the advice depends on the key."""

import calendar
from typing import NamedTuple

from dashboard.records.dates import FIRST_YEAR, LAST_YEAR, NOTATION, YEARS, PartialDate, is_written, span_words
from dashboard.store.faults.edtf import Reading, is_date
from dashboard.store.faults.typed_dates import WhyNot, readings
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import alternatives
from dashboard.words.spelling import quoted

_NOTES = {"start": "date_note", "end": "date_note", "published": "note", "accessed": "note", "date": "note"}
"""Key of a date → the key for a note about it."""
_NUMBERS = {2: "two", 3: "three"}


class Slot(NamedTuple):
    """The place of a date: its key, whether the record needs it, and the id of the record, if it has one."""

    key: str
    required: bool = False
    name: str = ""

    @property
    def spans(self) -> bool:
        """Whether the record has a key for the first day and one for the last."""
        return self.key in ("start", "end")

    @property
    def note(self) -> str:
        """The key for a note about the date."""
        return _NOTES.get(self.key, "why" if self.key == "on" else "a comment")


def message(text: str, slot: Slot) -> Message | None:
    """Say what to write instead of a text that is not a date; None if the message of `PartialDate.parse` suffices."""
    shown, meant = quoted(text), readings(text)
    written = is_written(text)
    if not meant.dates:
        return None if written else _why_not(shown, meant.why_not, meant.month, slot)
    if any(reading.unsure for reading in meant.dates):
        return _with_other_words(shown, meant.dates, slot)
    if len(meant.dates) > 1:
        return _either(shown, meant.dates, slot)
    reading = meant.dates[0]
    if "YYYY" in reading.first:
        return say("date-without-year", typed=shown, cured=_in_some_year(_form(reading, slot), slot))
    if reading.open:
        return say(
            "date-without-end" if slot.spans else "date-without-end-for-one-date", typed=shown, first=reading.first
        )
    if reading.last:
        return _span(shown, reading, slot)
    code = "date-not-in-calendar" if written else "date-in-other-words"
    return say(code, typed=shown, cured=f"{reading.first}{_on_the_form(reading, slot)}")


def not_known(slot: Slot) -> str:
    """Say what to do if a date is not known."""
    if slot.required:
        return "write the day, for example 2022-10-18"
    if slot.key != "start":
        return "if it is not known, delete the line"
    return f'if it is not known, delete this line and the line "end"{_id_too(slot)}'


def _id_too(slot: Slot) -> str:
    return "" if slot.name.startswith("undated-") else ', and begin the id with "undated-"'


def _in_some_year(form: str, slot: Slot) -> str:
    """Write the year of the id into a form without a year, if the id has one."""
    year = slot.name[:4]
    if slot.spans and year.isdecimal() and is_date(year):
        return f"{form.replace('YYYY', year)}, if its year is {year} as in the id"
    return f"{form}, with the year for YYYY"


def _why_not(shown: str, why_not: WhyNot, month: str, slot: Slot) -> Message:
    """Word why a text means no date."""
    if why_not == "unknown":
        return say("date-not-known", typed=shown, advice=not_known(slot))
    if why_not == "calendar":
        last = calendar.monthrange(*map(int, month.split("-")))[1]
        return say("date-not-in-calendar", typed=shown, cured=f"a day from {month}-01 to {month}-{last}")
    if why_not == "year":
        return say("date-of-another-time", typed=shown, year=int(month), years=YEARS)
    if why_not == "era" and slot.required:
        return say("date-before-year-one", typed=shown, years=YEARS)
    if why_not == "era":
        advice = _into_a_note(slot)
        return say("date-before-all-years", typed=shown, first=FIRST_YEAR, last=LAST_YEAR, advice=advice)
    if why_not == "bound":
        return say("date-only-before-or-after", typed=shown, advice=_into_a_note(slot))
    code = "date-not-understood-but-required" if slot.required else "date-not-understood"
    return say(code, typed=shown, notation=NOTATION)


def _into_a_note(slot: Slot) -> str:
    """Say where to write what cannot be written as a date."""
    if slot.required:
        return "write the day, for example 2022-10-18"
    if slot.key != "start":
        return f"delete the line, and write it in {slot.note}"
    return f'delete this line and the line "end", write it in date_note{_id_too(slot)}'


def _with_other_words(shown: str, meant: tuple[Reading, ...], slot: Slot) -> Message:
    """Word that a text is more than a date. The other words may change the date, so the advice has a condition."""
    reading = meant[0]
    plain = not (reading.within or reading.season or reading.century or reading.open or "YYYY" in reading.first)
    if len(meant) > 1 or not plain or (reading.last and not slot.spans):
        return _why_not(shown, "unclear", "", slot)
    return say("date-with-other-words", typed=shown, cured=_form(reading, slot) + _lost(reading, slot))


def _either(shown: str, meant: tuple[Reading, ...], slot: Slot) -> Message:
    """Word that a text can mean several dates, and that it is not known which."""
    words = alternatives(_words(reading) for reading in meant)
    forms = alternatives(_form(reading, slot) + _lost(reading, slot) for reading in meant)
    return say("date-of-several-meanings", typed=shown, words=words, forms=forms)


def _words(reading: Reading) -> str:
    first, last = (PartialDate.parse(form) if form else None for form in (reading.first, reading.last))
    return f"{reading.season} {span_words(first, last)}".strip()


def _form(reading: Reading, slot: Slot) -> str:
    """Write a date, or both lines of a span if the record has keys for both."""
    if not reading.last:
        return reading.first
    if slot.spans:
        return f"start: {reading.first} and, on the next line, end: {reading.last}"
    return f"{reading.first} or {reading.last}"


def _on_the_form(reading: Reading, slot: Slot) -> str:
    """Say what was guessed in a form, and what the form leaves out."""
    guessed = " (year, month, day)" if reading.turned else ""
    if reading.century:
        guessed += f", if {reading.century} means {reading.first[:4]}"
    return guessed + _lost(reading, slot)


def _lost(reading: Reading, slot: Slot) -> str:
    season = f', and write "{reading.season}" in {slot.note}' if reading.season else ""
    return season + (f", and {reading.lost.format(note=slot.note)}" if reading.lost else "")


def _span(shown: str, reading: Reading, slot: Slot) -> Message:
    """Word what to do about a span, or about several dates."""
    what = _how_many(reading)
    if not slot.spans:
        common = _in_common(reading)
        if reading.within and not reading.apart:
            advice = f"write {common}" if common else f"delete the line, and write it in {slot.note}"
        else:
            other = f", or {common} if it is not known which" if common and not slot.required else ""
            advice = f"write {reading.first} or {reading.last}{other}"
        return say("span-for-one-date", typed=shown, what=what, key=slot.key, advice=advice)
    if not reading.within:
        cured = f"{_form(reading, slot)}{_century(reading)}{_lost(reading, slot)}"
        return say("span-on-one-line", typed=shown, what=what, cured=cured)
    dates = ", and name the dates in date_note" if reading.apart else ""
    more = f"{_century(reading)}{dates}{_lost(reading, slot)}"
    return say("span-within", typed=shown, what=what, first=reading.first, last=reading.last, more=more)


def _century(reading: Reading) -> str:
    return f", if {reading.century} means {reading.first[:4]}" if reading.century else ""


def _how_many(reading: Reading) -> str:
    """Word what a span is: two days, three months, some time within, or dates with other {unit} between them."""
    first, last = PartialDate.parse(reading.first), PartialDate.parse(reading.last)
    unit = f"{first.precision}s"
    if reading.apart:
        return f"names separate {unit}, with other {unit} between them"
    if reading.within:
        return f"is some time within {span_words(first, last)}"
    counts = {
        "day": (last.first() - first.first()).days,
        "month": (last.year - first.year) * 12 + (last.month or 0) - (first.month or 0),
        "year": last.year - first.year,
    }
    number = counts[first.precision] + 1
    return f"is {_NUMBERS.get(number, number)} {unit}"


def _in_common(reading: Reading) -> str:
    """Give the month or the year that both ends of a span have in common; empty if they have none."""
    first, last = reading.first.rstrip("~").split("-"), reading.last.rstrip("~").split("-")
    pairs = enumerate(zip(first, last, strict=True))
    level = next((at for at, (begins, ends) in pairs if begins != ends), len(first))
    return "-".join(first[:level])
