"""Characters that are not what they seem: invisible ones, letters of another alphabet, and remains of PDF files."""

import html
import re
import unicodedata
from collections.abc import Iterator

from dashboard.store.files import Fault
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import quoted

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Signs that only look like a space, for a class of a regular expression."""

_HIDDEN = re.compile(
    f"[{SPACES}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e01ef]"
    # Arabic script needs the two joiners between its letters; elsewhere they are there by accident.
    "|(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])"
)
_SPACE = re.compile(f"[{SPACES}]")
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_APART = re.compile("[^\\W\\d_][\u0300-\u036f\u0653-\u0655]+")
# Signs for several letters, and the printed forms of Arabic letters; the rest of these blocks are words.
_PRINTED = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
_CUT = re.compile(r"\b(?P<begin>[^\W\d_][^\W\d_A-Z]+)-(?: {1,2}| ?\n {0,20})(?P<end>[^\W\d_A-Z]{2,50})(?![\w:])")
_JOINING = ("and", "or", "to", "nor", "but", "и", "или", "ва", "ё", "et", "ou")
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
    """Find characters that cannot be seen, or that look like others, in a text whose lines end with `\\n`."""
    if not text.isascii():
        for match in _HIDDEN.finditer(text):
            yield Fault(*place(text, match.start()), _hidden(text, match))
        yield from _mixed_words(text)
    yield from _foreign(text)
    ends = text.count(" \n") + text.endswith(" ")
    if ends:
        line, _ = place(text, text.index(" \n") if " \n" in text else len(text) - 1)
        spaces = text.split("\n", line)[line - 1]
        column = len(spaces.rstrip(" ")) + 1
        message = say(f"spaces-at-line-end{_how_many(ends)}", more=ends - 1)
        yield Fault(line, column, message, level="warning")


def place(text: str, offset: int) -> tuple[int, int]:
    """Give line and column, counted from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def plain(text: str) -> str:
    """Write plain spaces for those that only look so, and leave out what cannot be seen."""
    return _HIDDEN.sub(lambda match: " " if _SPACE.match(match[0]) else "", text)


def entity_at(text: str) -> tuple[str, str] | None:
    """Give the code of web pages that a text begins with, and the text with all such codes written out."""
    entity = _ENTITY.match(text)
    return (entity[0], plain(html.unescape(text))) if entity and html.unescape(entity[0]) != entity[0] else None


def _hidden(text: str, match: re.Match[str]) -> Message:
    character = match[0]
    name = unicodedata.name(character, "a control character").lower()
    shown = f"U+{ord(character):04X} ({name})"
    if _SPACE.match(character):
        begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start())
        if not text[begin : end if end >= 0 else len(text)].strip():
            return say("space-alone-in-line", name=shown)
        return say("space-of-another-kind", name=shown)
    if match.start() and _EMOJI.match(text[match.start() - 1]):
        return say("character-hidden-in-sign", name=shown)
    return say("character-hidden", name=shown)


def _foreign(text: str) -> Iterator[Fault]:
    """Find letters that were pasted from PDF files and names of files: they look right, and a search misses them."""
    if "- " in text or "-\n" in text:
        yield from _cut_words(text)
    if text.isascii():
        return
    apart = [match for match in _APART.finditer(text) if len(_whole(match[0])) < len(match[0])]
    if apart:
        letter, code = apart[0][0], f"letter-typed-apart{_how_many(len(apart))}"
        message = say(code, letter=quoted(letter), more=len(apart) - 1, cured=quoted(_whole(letter)))
        yield Fault(*place(text, apart[0].start()), message, level="warning")
    for printed in _PRINTED.finditer(text):
        letters = unicodedata.normalize("NFKC", printed[0])
        message = say("letter-for-print", letters=quoted(printed[0]), cured=quoted(letters))
        yield Fault(*place(text, printed.start()), message, level="warning")


def _how_many(number: int) -> str:
    """Give the form of a message for one place, for two or for several."""
    return ("", "/two")[number - 1] if number < 3 else "/several"


def _cut_words(text: str) -> Iterator[Fault]:
    """Find words that a printed line cut in two."""
    for cut in _CUT.finditer(text):
        if cut["end"].casefold() not in _JOINING:
            whole, hyphened = (quoted(f"{cut['begin']}{sign}{cut['end']}") for sign in ("", "-"))
            message = say("word-cut", typed=quoted(cut[0]), whole=whole, hyphened=hyphened)
            yield Fault(*place(text, cut.start()), message, level="warning")


def _whole(letter: str) -> str:
    """Write a letter and the signs above or below it as one character, if there is one."""
    return unicodedata.normalize("NFC", letter)


def _mixed_words(text: str) -> Iterator[Fault]:
    """Find words of two alphabets; whole words of either are fine, and so are names joined by a hyphen."""
    position = 0
    while seam := _SEAM.search(text, position):
        begin, first = seam.start(), max(seam.start() - _LONGEST, 0)
        while begin > first and text[begin - 1].isalpha():
            begin -= 1
        position = seam.end()
        if letters := _LETTERS.match(text, position):
            position = letters.end()
        word = text[begin : min(position, seam.start() + _LONGEST)]
        foreign, cured = _cure(word)
        strange = word[foreign]
        name = unicodedata.name(strange, "letter").capitalize()  # the name of an alphabet comes first
        code = "word-of-two-alphabets" if cured else "word-of-two-alphabets/unclear"
        message = say(code, word=quoted(word), letter=strange, name=name, cured=quoted(cured or ""))
        yield Fault(*place(text, begin + foreign), message, level="error" if cured else "warning")


def _cure(word: str) -> tuple[int, str | None]:
    """Give the place of the first letter of the rarer alphabet, and the word in the other one, if it looks the same.

    If both have as many letters, Latin stays, because such mistakes are mostly in acronyms.
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
