"""Characters that are not what they seem: unseen ones, letters of another alphabet, spaces at the ends of lines."""

import re
import unicodedata
from collections.abc import Iterator

from dashboard.spelling import quoted
from dashboard.store.files import Fault

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Signs that only look like a space, for a class of a regular expression."""

_HIDDEN = re.compile(
    f"[{SPACES}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e01ef]"
    # Arabic script needs the two joiners between its letters; elsewhere nobody typed them on purpose.
    "|(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])"
)
_SPACE = re.compile(f"[{SPACES}]")
_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_SEAM = re.compile(f"(?<=[{_LATIN}])[{_OTHER}]|(?<=[{_OTHER}])[{_LATIN}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 100
_OTHER_LETTER = re.compile(f"[{_OTHER}]")
_TO_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоԛрсԝухіјѕһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaeoqpcwyxijshdABEZHIKMNOPTYXo"
)
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYXaeopcyxij", "АВЕКМНОРСТУХаеорсухіј")


def odd(text: str) -> Iterator[Fault]:
    """Find what cannot be seen, or not be told from something else, in a text whose lines end with `\\n`."""
    for match in _HIDDEN.finditer(text):
        yield Fault(*place(text, match.start()), _hidden(match[0]))
    yield from _mixed_words(text)
    ends = text.count(" \n") + text.endswith(" ")
    if ends:
        line, _ = place(text, text.index(" \n") if " \n" in text else len(text) - 1)
        spaces = text.split("\n", line)[line - 1]
        others = f" (so do {ends - 1} more)" if ends > 1 else ""
        yield Fault(
            line, len(spaces.rstrip(" ")) + 1, f"the line ends with spaces{others}; delete them", level="warning"
        )


def place(text: str, offset: int) -> tuple[int, int]:
    """Give line and column, counted from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _hidden(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    code = f"U+{ord(character):04X} ({name})"
    if _SPACE.match(character):
        return f"{code} only looks like a space; write a plain space"
    return f"{code} cannot be seen; delete it"


def _mixed_words(text: str) -> Iterator[Fault]:
    """Find words of two alphabets; whole words of either are fine, and so are names joined by a hyphen."""
    position = 0
    while seam := _SEAM.search(text, position):
        begin, first = seam.start(), max(seam.start() - _LONGEST, 0)
        while begin > first and text[begin - 1].isalpha():
            begin -= 1
        position = _LETTERS.match(text, seam.start()).end()
        word = text[begin : min(position, seam.start() + _LONGEST)]
        foreign, cured = _cure(word)
        strange = word[foreign]
        advice = f"write {quoted(cured)}" if cured else "write the word in one alphabet"
        name = unicodedata.name(strange, "letter").lower()
        message = f'{quoted(word)} mixes alphabets: "{strange}" is a {name}; {advice}'
        yield Fault(*place(text, begin + foreign), message, level="error" if cured else "warning")


def _cure(word: str) -> tuple[int, str | None]:
    """Give the place of the first letter of the rarer alphabet, and the word in the other one where it looks the same.

    Between equals Latin stays, because acronyms are where it happens.
    """
    others = [index for index, letter in enumerate(word) if _OTHER_LETTER.match(letter)]
    latin = [index for index, letter in enumerate(word) if not _OTHER_LETTER.match(letter)]
    attempts = [(others[0], word.translate(_TO_LATIN), False), (latin[0], word.translate(_TO_CYRILLIC), True)]
    if len(others) > len(latin):
        attempts.reverse()
    for foreign, cured, has_other in attempts:
        if all(bool(_OTHER_LETTER.match(letter)) is has_other for letter in cured):
            return foreign, cured
    return attempts[0][0], None
