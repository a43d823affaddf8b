"""The text of a date → the years, months and days that its words and numbers give, and how they are joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from dashboard.store.faults import months

CENTURY = 50
"""A year of two digits below this is of the 21st century, any other of the 20th."""

Order = Literal["dmy", "mdy", "ymd"]

ORDERS: tuple[Order, ...] = get_args(Order)
"""The orders that three numbers may have; with full stops between them it is always the first."""

_ZONE = r"(?:\s*(?:z\b|(?:gmt|utc)(?:[+-]\d{1,2}(?::\d{2})?)?\b))?(?:\s*[+-]\d{2}:?\d{2}\b)?"
_CLOCK = rf"\d{{1,2}}(?::\d{{2}}(?::\d{{2}}(?:\.\d+)?)?|h\d{{2}})(?:\s*[ap]\.?m\b\.?)?{_ZONE}"
_TIMES = re.compile(
    rf"(?:(?<=\d)t|[\s,]+(?:at\s+|в\s+|a\s+)?){_CLOCK}(?:\s*-\s*{_CLOCK})?"
    rf"|^{_CLOCK}[\s,]+|(?<=\d{{4}})[\s,]+\d\d?\.\d\d(?![.\d])"
)
_DAYS_FIRST = re.compile(r"(?<![-./\d])\d{1,2}\s*[-/]\s*\d{1,2}([-/])\d{1,2}\1\d{2,4}\b")
_AMERICAN = re.compile(r"\b(\d{1,2})/(\d{1,2})\s*-\s*(\d{1,2})/(\d{4})\b")
_SPACED = re.compile(r"(\d{1,4})(?:(\s*[-./]\s*)|\s)(\d{1,2})(?(2)\2|\s)(\d{1,4})")
_STROKE = re.compile(r"(?:\b([^\W\d]+)[.\s]+)?\b(\d{1,2})/(\d{1,2})\b(?!/)(?=\s*([^\W\d]*))")
_NAMED = re.compile(r"\b(\d{1,4})([-/.])([^\W\d]+)\2(\d{1,4})\b")
_TOKEN = re.compile(
    r"(?P<ymd>\b\d{4}(?P<_s>[-./])\d{1,2}(?P=_s)\d{1,2}\b)"
    r"|(?P<digits>\b\d{8}\b)"
    r"|(?P<dmy>\b\d{1,2}(?P<_t>[-./])\d{1,2}(?P=_t)(?:\d{4}|\d{2})\b)"
    r"|(?P<ym>\b\d{4}[-./]\d{1,2}\b)"
    r"|(?P<my>\b\d{1,2}[-./]\d{4}\b)"
    r"|(?P<dm>\b\d{1,2}[./]\d{1,2}\b)"
    r"|(?P<short>'\d{2}\b)"
    r"|(?P<number>\d+)(?:-?(?:st|nd|rd|th|er|e|eme|го|ое|е|и|я|ум|уми|юм|юми|м)\b)?"
    r"|(?P<word>[^\W\d]+)"
    r"|(?P<sign>\S)"
)
_ROLES = (
    *(("around", months.AROUND), ("to", months.TO | {"-"}), ("and", months.AND | {"&", "+", "/"})),
    *(("or", months.OR), ("between", months.BETWEEN), ("about", months.ABOUT), ("bound", months.BOUNDS)),
    *(("part", months.PARTS), ("week", months.WEEKS)),
    *(("season", frozenset(months.SEASONS)), ("soft", frozenset(",;،")), ("around", frozenset(".()'\"“”„«»"))),
)
OTHER_WORDS = frozenset(("part", "week", "strange"))
"""The meanings of words that come before or after a date, not inside it, and that the notation cannot express."""
_ROLE = {word: role for role, words in reversed(_ROLES) for word in words}


@dataclass
class Part:
    """One date of a text, as far as it is given; `joint` is the word that joins it to the date before: to, and, or."""

    joint: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def takes(self, other: "Part") -> bool:
        """Tell whether this part lacks all that the other has."""
        return all(getattr(self, key) is None or getattr(other, key) is None for key in ("year", "month", "day"))

    def add(self, other: "Part") -> None:
        """Take over what the other part has."""
        for key in ("year", "month", "day"):
            if getattr(other, key) is not None:
                setattr(self, key, getattr(other, key))

    @property
    def precision(self) -> int:
        """0 for a year, 1 for a month, 2 for a day."""
        return 2 if self.day is not None else 1 if self.month is not None else 0

    def __bool__(self) -> bool:
        return any(part is not None for part in (self.year, self.month, self.day))


@dataclass
class Parts:
    """The dates of a text, and the other words in it.

    Attributes
    ----------
    dates
        In the order of the text.
    meanings
        What words mean: about, between, bound (before or after a date), part (of a day, a month or a year), week,
        strange (not understood).
    season
        In English, or empty.
    turned, century
        As in `edtf.Reading`.
    broken
        It does not hold together.
    """

    dates: list[Part] = field(default_factory=lambda: [Part()])
    meanings: set[str] = field(default_factory=set)
    season: str = ""
    turned: bool = False
    century: str = ""
    broken: bool = False


def parted(text: str, order: Order) -> Parts:
    """Split a folded text (see `months`); `order` is one of `ORDERS`."""
    parts = Parts(broken=bool((_AMERICAN if order == "dmy" else _DAYS_FIRST).search(text)))
    joint, joined, soft = "", "", False
    for kind, value in _tokens(text):
        role = _ROLE.get(value) or ("month" if months.month(value) else "strange") if kind in ("word", "sign") else ""
        if role in ("to", "and", "or"):
            begins = not any(parts.dates)
            if begins and role == "to" and not parts.meanings & OTHER_WORDS:
                parts.meanings.add("bound")
            joint, joined = ("", "") if begins else (joint if joint == "to" else role, value)
            continue
        if role and role != "month":
            soft = soft or role == "soft"
            if role == "season":
                parts.broken = parts.broken or parts.season not in ("", months.SEASONS[value])
                parts.season = months.SEASONS[value]
            parts.meanings |= {role} - {"around", "soft", "season"}
            if role in OTHER_WORDS and any(parts.dates):
                parts.meanings.add("behind")
            continue
        part = Part(month=months.month(value)) if role else _numbers(kind, value, order, parts)
        if part is None or "behind" in parts.meanings:
            parts.broken = True
            return parts
        _put(parts, part, joint, joined, soft)
        joint, joined, soft = "", "", False
    return parts


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Give each number, word and sign of a text, and its kind; times of day are left out."""
    text = _TIMES.sub(" ", text)
    if spaced := _SPACED.fullmatch(text):
        sign = (spaced[2] or "-").strip()
        text = f"{spaced[1]}{sign}{spaced[3]}{sign}{spaced[4]}"
    text = _AMERICAN.sub(r"\1/\2/\4 - \1/\3/\4", text)
    text = _STROKE.sub(_parted_days, text)
    text = _NAMED.sub(lambda date: f"{date[1]} {date[3]} {date[4]}" if months.month(date[3]) else date[0], text)
    for token in _TOKEN.finditer(months.joined(text)):
        kind = next(name for name, value in token.groupdict().items() if value and not name.startswith("_"))
        yield kind, token["number"] if kind == "number" else token[0]


def _parted_days(two: re.Match[str]) -> str:
    """Separate two days with a slash between them, beside a month; without a month they may be day and month."""
    before, day, other, after = two.groups()
    is_named = any(word and months.month(word) for word in (before, after))
    return f"{before or ''} {day} / {other}" if is_named else two[0]


def _put(parts: Parts, part: Part, joint: str, joined: str, soft: bool) -> None:
    """Add what a word or number gives to the last date, or begin another with it."""
    last = parts.dates[-1]
    if part == Part(month=last.month) and joined in ("", "/"):
        return  # one month, given twice
    if joint or (soft and not last.takes(part)):
        parts.dates.append(replace(part, joint=joint or "and"))
    elif last.takes(part):
        last.add(part)
    elif part.day is not None and part == Part(day=part.day) and last.day and last.month and not last.year:
        last.year, parts.century = _whole(part.day), f"{part.day:02}"
    else:
        parts.broken = True


def _numbers(kind: str, value: str, order: Order, parts: Parts) -> Part | None:
    """Read one number, or several with signs between them; None if it cannot be part of a date."""
    if kind == "digits":
        kind, value = ("ymd", f"{value[:4]}-{value[4:6]}-{value[6:]}")
        if not 1 <= int(value[5:7]) <= 12 and 1 <= int(value[2:4]) <= 12:
            value, parts.turned = f"{value[5:7]}{value[8:]}-{value[2:4]}-{value[:2]}", True
    numbers = [int(number) for number in re.findall(r"\d+", value)]
    if kind == "ymd":
        year, month, day = numbers
        if month > 12 >= day:
            month, day, parts.turned = day, month, True
        return Part(year=year, month=month, day=day)
    if kind == "dmy":
        return _in_order(value, numbers, order, parts)
    if kind in ("ym", "my"):
        year, month = numbers if kind == "ym" else reversed(numbers)
        return Part(year=year, month=month)
    if kind == "dm":
        day, month = numbers if order != "mdy" or "." in value else reversed(numbers)
        return Part(month=month, day=day) if month <= 12 else None
    if kind == "short":
        parts.century = value[1:]
        return Part(year=_whole(numbers[0]))
    if len(value) == 4:
        return Part(year=numbers[0])
    return Part(day=numbers[0]) if len(value) <= 2 and numbers[0] else None


def _in_order(value: str, numbers: Sequence[int], order: Order, parts: Parts) -> Part | None:
    """Read three numbers. The year is the last, or the first if all have two digits and hyphens are between them."""
    short = re.search(r"\D(\d\d)$", value)
    if ("." in value and order != "dmy") or (order == "ymd" and not (short and "-" in value)):
        return None
    given = dict(zip(order, numbers, strict=True))
    if given["m"] > 12:
        return None
    parts.turned = True
    if short:
        parts.century = f"{given['y']:02}"
        given["y"] = _whole(given["y"])
    return Part(year=given["y"], month=given["m"], day=given["d"])


def _whole(short: int) -> int:
    return short + (2000 if short < CENTURY else 1900)
