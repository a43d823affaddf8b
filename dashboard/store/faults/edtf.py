"""What a date can mean, and the forms of EDTF and ISO 8601 that the data does not have, such as seasons and weeks.

Both are described at https://www.loc.gov/standards/datetime/.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.records.dates import PartialDate

SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of their numbers in EDTF, which begin with 21."""
UNCERTAIN = "say in {note} that it is not certain"
"""What to do about a mark that the notation does not have; `{note}` is the key for a note."""
REST = "write the rest in {note}"

_OPEN_DIGIT = "xu?"
_LACKS_DIGITS = re.compile(r"(?=.*[xu?])(\d{2,3}[xu?]{1,2}|\d{4})(?:-([\dxu?]{2}))?(?:-([\dxu?]{2}))?")
_NO_PART = re.compile(r"(?<=\d)-00(?=$|-)")
_DECADE = re.compile(r"(?:the |annees )?(?P<first>\d{3}0)(?:'?s|-?(?:е|х|ые|ых)|(?<=s))(?: годы| годов| гг\.?)?")
_WEEK = re.compile(r"(?P<year>\d{4})-?w(?P<week>\d{2})(?:-?(?P<day>[1-7]))?")
_QUARTER = re.compile(r"q(?P<q>[1-4])[\s-]*(?P<year>\d{4})")
_QUARTER_AFTER = re.compile(r"(?P<year>\d{4})(?:[\s-]*q(?P<q>[1-4])|-3(?P<code>[3-6]))")
_YEAR_AND_NUMBER = re.compile(r"(?P<year>\d{4})(?P<sign>[-/])(?P<number>\d{2})")
_ORDINAL = re.compile(r"(?P<year>\d{4})-(?P<day>\d{3})")


@dataclass(frozen=True)
class Reading:
    """What a text means: a day, month or year in `first`, or a span of them up to `last`.

    Attributes
    ----------
    first, last
        In the notation of the data; `YYYY` means a year that is not given. `last` is empty for a single date.
    within
        Not the whole span is meant, but some time within it, or several dates in it.
    apart
        There are several dates, with other dates between them.
    open
        There is no end yet.
    turned
        The parts of the date were in another order.
    century
        The two digits from which the year was made.
    season
        In English, if only the year can be written.
    lost
        What to do about a part that the notation cannot express.
    unsure
        Unknown words are beside the date, and may change it: "announced on 16 September 2022".
    """

    first: str
    last: str = ""
    within: bool = False
    apart: bool = False
    open: bool = False
    turned: bool = False
    century: str = ""
    season: str = ""
    lost: str = ""
    unsure: bool = False

    def accepted(self) -> bool:
        """Tell whether the data accepts these dates, in this order."""
        forms = [form.replace("YYYY", "2000") for form in (self.first, self.last) if form]
        return all(map(is_date, forms)) and forms == sorted(forms)


def is_date(form: str) -> bool:
    """Tell whether the data accepts a date."""
    try:
        PartialDate.parse(form)
    except ValueError:
        return False
    return True


def by_edtf(text: str) -> tuple[Reading, ...]:
    """Read a form of date that the data does not accept; empty for any other text. The text is folded, see `months`."""
    text = _NO_PART.sub("-xx", text)
    if lacking := _LACKS_DIGITS.fullmatch(text):
        return (_filled([part for part in lacking.groups() if part]),)
    if week := _WEEK.fullmatch(text):
        return _week(int(week["year"]), int(week["week"]), week["day"])
    if ordinal := _ORDINAL.fullmatch(text):
        day = date(int(ordinal["year"]) or 1, 1, 1) + timedelta(days=int(ordinal["day"]) - 1)
        return (Reading(day.isoformat()),) if day.year == int(ordinal["year"]) else ()
    if quarter := _QUARTER.fullmatch(text) or _QUARTER_AFTER.fullmatch(text):
        number = int(quarter["q"] or int(quarter["code"]) - 2)
        return (Reading(f"{quarter['year']}-{number * 3 - 2:02}", f"{quarter['year']}-{number * 3:02}", within=True),)
    if decade := _DECADE.fullmatch(text):
        return (Reading(decade["first"], f"{decade['first'][:3]}9", within=True),)
    if both := _YEAR_AND_NUMBER.fullmatch(text):
        return tuple(_years_or_season(both["year"], both["sign"], int(both["number"])))
    return ()


def _filled(parts: list[str]) -> Reading:
    """Read a date that lacks digits: by the month or year before them, or as the span that they leave open."""
    while len(parts) > 1 and set(parts[-1]) <= set(_OPEN_DIGIT):
        parts.pop()
    level = next((index for index, part in enumerate(parts) if set(part) & set(_OPEN_DIGIT)), None)
    if level is None:
        return Reading("-".join(parts))
    lost = REST if parts[level + 1 :] else ""
    known, stem = "-".join(parts[:level]), parts[level].rstrip(_OPEN_DIGIT)
    if level and len(stem) != 1:
        return Reading(known, lost=lost)
    first, last = stem.ljust(len(parts[level]), "0"), stem.ljust(len(parts[level]), "9")
    if level:
        most = 12 if level == 1 else PartialDate.parse(known).last().day if is_date(known) else 31
        first, last = f"{max(int(first), 1):02}", f"{min(int(last), most):02}"
    return Reading("-".join(filter(None, (known, first))), "-".join(filter(None, (known, last))), True, lost=lost)


def _week(year: int, week: int, day: str | None) -> tuple[Reading, ...]:
    try:
        first = date.fromisocalendar(year, week, int(day or 1))
    except ValueError:
        return ()
    last = "" if day else (first + timedelta(days=6)).isoformat()
    return (Reading(first.isoformat(), last, within=bool(last)),)


def _years_or_season(year: str, sign: str, number: int) -> list[Reading]:
    """Read a number above 12 after a year as the next year (2018-19), as a season of EDTF (2022-21), or as both."""
    readings = []
    if number > 12 and number == (int(year) + 1) % 100:
        readings.append(Reading(year, str(int(year) + 1)))
    if 21 <= number <= 24 and sign == "-":
        readings.append(Reading(year, season=SEASONS[number - 21]))
    return readings
