"""Find the known words that a mistyped one may mean, for messages that say what to write."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, DamerauLevenshtein, Levenshtein

from dashboard.words.counting import LOCALE, alternatives, listed, one_of

LONGEST = 200
"""The most letters of a word that is looked up; a longer word is not a slip."""

_MOST_NAMED = 4
_ALIKE = 60
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_NOT_DIGITS = re.compile(r"\D+")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_NOT_PRINTABLE = re.compile(r"[^\t\n\r -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

_SHORT_NAMES = """
adb aiib apec asean au cica cis coe csto ctc cted ctitf eaeu eag ebrd ecb eco ecosoc ecowas eeas escap eu europol fao
fatf frontex gcc gcerf gctf iaea icao icc icj icrc idb ifc ifrc iiim ilo imf imo interpol iom irena isdb itu jica kfw
nam nato oas ocha odihr oecd ohchr oic opcw opec osce sco uae uk un uncct unctad undp undrr unece unep unesco unfpa
unga unhcr unicef unicri unidir unido unitad unitar unmik unoct unodc unops unrcca unrwa unsc unssc unwto usa usaid wb
wco wfp who wmo wto
"""
"""Short names of bodies and of three countries; one of them is never a slip for another."""


class Words:
    """Known words, with which mistyped ones are compared; make it once for many comparisons."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_folded = {name.casefold(): name for name in known if len(name) <= LONGEST}
        self._by_digits: dict[str, list[str]] = defaultdict(list)
        self._by_shape: dict[str, list[str]] = defaultdict(list)
        for name in self._by_folded:
            self._by_digits[_NOT_DIGITS.sub("", name)].append(name)
            if (shape := _shape(name)) != name:
                self._by_shape[shape].append(name)
        self._parts = {part for name in self._by_folded for part in _LETTERS.findall(name)}

    def slips(self, word: str) -> list[str]:
        """Give the known words that may be meant by a mistyped one, the nearest first; empty if none is near.

        A slip is one or two letters that are missing, too many, exchanged or replaced, and they are fewer than half of
        the letters. Digits do not count: another number, year or day is another thing. A word is not a slip if the
        parts that differ are right by themselves: they are in other known words, or name a country or a body.
        """
        folded = word.casefold()
        if len(word) > LONGEST:
            return []
        if folded in self._by_folded:
            return [self._by_folded[folded]]
        # The first search counts an exchange as two slips, which is far quicker among long words.
        same_digits = self._by_digits.get(_NOT_DIGITS.sub("", folded), ())
        near = process.extract(folded, same_digits, scorer=Levenshtein.distance, score_cutoff=4, limit=None)
        names = [name for name, *_ in near]
        near = process.extract(folded, names, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=None)
        slips = [name for name, slips, _ in near if 2 * slips < _letters(folded, name) and not self._fits(folded, name)]
        return [self._by_folded[name] for name in slips[:_MOST_NAMED]]

    def of_other_numbers(self, word: str) -> list[str]:
        """Give the nearest known words that differ only in their numbers; those of the same year, if there are any."""
        folded = word.casefold()
        alike = self._by_shape.get(_shape(folded), [])
        same_year = [name for name in alike if _DIGITS.findall(name)[:1] == _DIGITS.findall(folded)[:1]]
        near = process.extract(folded, same_year or alike, scorer=OSA.distance, limit=_MOST_NAMED)
        return [self._by_folded[name] for name, distance, _ in near if distance == near[0][1]]

    def resembling(self, word: str) -> list[str]:
        """Give the known words that share most of their signs with this one, or all parts of the shorter of the two."""
        near = process.extract(word, self._by_folded, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
        alike = [name for _, _, name in near]
        parts = frozenset(_LETTERS.findall(word))
        alike += [name for name, others in self._parts_of.items() if parts and (parts <= others or others <= parts)]
        return [self._by_folded[name] for name in dict.fromkeys(alike)][:_MOST_NAMED]

    @cached_property
    def _parts_of(self) -> dict[str, frozenset[str]]:
        parts = {name: frozenset(_LETTERS.findall(name)) for name in self._by_folded}
        return {name: own for name, own in parts.items() if own}

    def _fits(self, word: str, name: str) -> bool:
        """Tell whether the parts of a word that differ from a name are right by themselves."""
        parts, meant = _LETTERS.findall(word), _LETTERS.findall(name)
        others = set(parts) - set(meant)
        more = len(parts) > len(meant)  # as in `khovar-2018-05-03-b`, which is the second report of that day
        return "-".join(parts) in _names() or (
            bool(others)
            and all(part in self._parts or part in _names() or (more and len(part) == 1) for part in others)
        )


def slips(word: str, known: Iterable[str]) -> list[str]:
    """Give the known words that may be meant by a mistyped one, as `Words.slips` does."""
    return Words(known).slips(word)


def slips_between(word: str, other: str, most: int) -> int:
    """Count the letters that are missing, too many, replaced or exchanged; more than `most` give `most + 1`."""
    return int(OSA.distance(word, other, score_cutoff=most))


def if_meant(word: str, meant: Sequence[str], form: str = "{}") -> str:
    """Word the advice to write what may be meant; a word that differs only in capitals is certain.

    `form` says how a word is written at that place, with `{}` for the word. If `meant` is empty, so is the advice.
    """
    if is_certain(word, meant):
        return f"write {any_of(meant, form)}"
    return f"if you meant {any_of(meant, form)}, write that" if meant else ""


def is_certain(word: str, meant: Sequence[str]) -> bool:
    """Tell whether only one word may be meant, and it differs only in capitals."""
    return [name.casefold() for name in meant] == [word.casefold()]


def any_of(words: Sequence[str], form: str = "{}") -> str:
    """List words to choose from: `"a", "b" or "c"`."""
    return alternatives(quoted(form.format(word)) for word in words)


def quoted(text: str, width: int = 60) -> str:
    """Put a value into double quotes for a message, on one line and shortened to `width` characters."""
    return f'"{one_line(text, width)}"'


def one_line(text: str, width: int) -> str:
    """Bring a text onto one line of at most `width` characters, without invisible characters."""
    flat = " ".join(text.split())
    flat = flat if len(flat) <= width else flat[: width - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in flat)


def printable(text: str) -> str:
    """Remove the characters that neither XML nor a calendar can hold (https://www.w3.org/TR/xml/#charsets)."""
    return _NOT_PRINTABLE.sub("", text)


def not_known(value: str, what: str, known: Iterable[str]) -> str:
    """Say that a value is not among the known ones, and name those that may be meant, else all."""
    names = list(known)
    all_known = f"there are events in {listed(names)}" if what == "year" else f"write {one_of(names)}"
    there_are = all_known if names else "there are none"
    advice = if_meant(value, slips(value, names)) or there_are
    return f"{what} {quoted(value)} is not known; {advice}"


def as_id(text: str) -> str:
    """Write a text as an id, in lower case and without accents; empty if it has letters that no id can have."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    if any(sign.isalnum() and not sign.isascii() for sign in bare):
        return ""
    return _NOT_IN_ID.sub("-", bare.lower()).strip("-")


@cache
def _names() -> frozenset[str]:
    """Give the English names of all countries, and the short names of bodies, as ids are written."""
    countries = (name for code, name in LOCALE.territories.items() if len(code) == 2)
    return frozenset((*map(as_id, countries), *_SHORT_NAMES.split()))


def _shape(word: str) -> str:
    """Write one sign for every number of a word."""
    return _DIGITS.sub("0", word)


def _letters(*words: str) -> int:
    """Count the letters of the word that has most of them."""
    return max(sum(map(len, _LETTERS.findall(word))) for word in words)
