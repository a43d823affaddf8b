"""Numbers, lists and months inside sentences, in the English of Unicode's CLDR, which Babel brings along."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list

from dashboard.words.phrases import FORMS, worded

LOCALE = Locale("en", "GB")
"""British English: no comma before "and", and the day before the month."""

MONTHS = ("", *(get_month_names("wide", locale=LOCALE)[month] for month in range(1, 13)))
"""The names of the months, January in the place 1."""

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The numbers that sentences write as words."""


def listed(words: Iterable[object]) -> str:
    """Write a list: `a`, `a and b`, `a, b and c`; nothing gives an empty text."""
    return _list([str(word) for word in words], "standard")


def listed_first(words: Sequence[object], most: int) -> str:
    """Write a list; cut a long one to its first words and a count: `a, b and 3 more`. One word more is written too."""
    more = len(words) - most
    return listed([*words[:most], f"{more} more"] if more > 1 else words)


def runs(numbers: Iterable[int]) -> list[str]:
    """Write numbers in their order; three or more that follow each other become one: `2018`, `2020 to 2023`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [
        word
        for run in found
        for word in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]


def not_shown(number: int) -> str:
    """Say how many of a list are left out, as a sentence; empty if none is."""
    return f"{number} more {agreeing(number, 'is', 'are')} not shown." if number > 0 else ""


def alternatives(words: Iterable[object]) -> str:
    """Write a list to choose from: `a`, `a or b`, `a, b or c`; nothing gives an empty text."""
    return _list([str(word) for word in words], "or")


def one_of(words: Iterable[object]) -> str:
    """Write all the words to choose from, however many: `a`, `one of: a, b, c`."""
    names = [str(word) for word in words]
    return f"one of: {_list(names, 'unit')}" if len(names) > 1 else _list(names, "unit")


def in_words(number: int) -> str:
    """Write a small number as a word, and a larger one in digits."""
    return WORDS[number] if number < len(WORDS) else str(number)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number in digits with its noun: `1 event`, `3 events`; `plural` is for nouns that do not add an s."""
    return worded("counted", number=number, noun=agreeing(number, noun, plural or f"{noun}s"))


def part(number: int, total: int) -> str:
    """Say how many of all events there are: `26 of 42 events`."""
    return worded("caption-some", number=number, events=counted(total, "event"))


def agreeing(number: int, singular: str, plural: str) -> str:
    """Choose the form of a noun or a verb that agrees with a number."""
    return singular if _plural_form(int(number)) == "one" else plural


def holders(kinds: Iterable[str]) -> str:
    """Count organizers of these kinds (`model.ORGANIZER_KINDS`), one for each: `one state`, `two organizations`."""
    kinds = list(kinds)
    states = kinds.count("state")
    number = in_words(len(kinds))
    if 0 < states < len(kinds):
        return worded("states-and-organizations", number=number)
    nouns = FORMS["state" if states == len(kinds) else "organization"]
    return worded("counted", number=number, noun=agreeing(len(kinds), *nouns))


def capital(text: str) -> str:
    """Begin a sentence with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Go on with a sentence: begin with a small letter, and leave the rest as it is."""
    return text[:1].lower() + text[1:]


def _list(words: list[str], style: Literal["standard", "or", "unit"]) -> str:
    return format_list(words, style=style, locale=LOCALE)


@cache
def _plural_form(number: int) -> str:
    return LOCALE.plural_form(number)
