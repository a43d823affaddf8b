"""Which organizers, people and places a text names: the one matcher of names, for the check and for the article.

A name is found as whole words, the longest form first. It names the organizer itself only if it stands alone: not
inside another name ("Mexico City", "National Library of Norway", "UN-led"), not in quotes, not as a possessor
("Qatar's capital"), and for a state not as a place ("in Mexico", "a report from Norway").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.records.dates import MONTHS
from dashboard.records.model import Organizer

LONGEST = 200
"""The most letters of a form that are compared."""

_QUOTATION = re.compile(r'"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]')
_NEAR = 80
"""How many letters before a name are examined."""
_JOINED_AFTER = re.compile(r"[-‐‑.@]\w|'")
_JOINED_BEFORE = re.compile(r"(?:\w[-‐‑.]|@)$")
_WORD = r"[^\W\d_][\w'-]*"
_WORD_BEFORE = re.compile(rf"(?P<word>{_WORD})\s+$")
_LINK_BEFORE = re.compile(rf"(?P<word>{_WORD})\s+(?P<link>of|for|to|in|at|from|on)\s+(?:the\s+)?$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|into|inside|within|across|throughout|around|outside|near|to|towards?|from|at|via)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ACTING = re.compile(r"govern|minist|mission|embass|delegation", re.IGNORECASE)
"""With one of these in its name, a state is meant as an actor, and not as a place."""
_OWNED = re.compile(r"(?P<what>\w+)\s+of\s+(?:the\s+)?$")
_DEEDS = re.compile(
    "behalf|part|support|help|assistance|initiative|invitation|auspices|participation|cooperation|leadership|"
    "partnership|request|sponsorship|chairmanship"
)
"""Words after which "of" an organizer means that it acts: on behalf of, at the invitation of."""
_FIRST = re.compile(r"(?:^|[.!?:;(\[]\s*)$")
_QUALIFYING = re.compile(
    "(?:North|South|East|West)(?:ern)?|Central|New|Upper|Lower|Inner|Outer|Greater|Equatorial|Papua"
)
"""Words that make the name after them another name, also at the beginning of a sentence."""
_DAYS = frozenset((*MONTHS[1:], "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


class Mention(NamedTuple):
    """Where a text names an organizer itself, and the ids of all with this name: one, if the data has no fault."""

    start: int
    end: int
    organizers: frozenset[str]
    acts: bool
    """False in "a report of the Norwegian government", because the report acts there."""


def forms(organizer: Organizer) -> tuple[str, ...]:
    """Give every form of an organizer's name by which it is found in articles."""
    return tuple(form for form in (organizer.name, organizer.short_name, *organizer.other_names) if form)


class Names:
    """Finds organizers in texts; made once for many texts."""

    def __init__(self, organizers: Iterable[Organizer], titles: Iterable[str] = ()) -> None:
        """Learn the names; `titles` are longer names that contain one and mean another thing, such as declarations."""
        self._owners: dict[str, frozenset[str]] = {_flat(title)[:LONGEST]: frozenset() for title in titles if title}
        self._places: set[str] = set()
        owners = defaultdict(set)
        for organizer in organizers:
            for form in map(_flat, forms(organizer)):
                owners[form[:LONGEST]].add(organizer.id)
                if organizer.kind == "state" and not _ACTING.search(form):
                    self._places.add(form[:LONGEST])
        self._learn({form: frozenset(ids) for form, ids in owners.items()})

    def _learn(self, owners: Mapping[str, frozenset[str]]) -> None:
        """Take the forms of names, each with the ids of those that have it."""
        self._owners |= owners
        lengths = defaultdict(set)
        for form in self._owners:
            lengths[form[:2]].add(len(form))
        # Forms are found by their first two letters: an article has thousands of words, and few of them begin a name.
        self._lengths = {begin: sorted(own, reverse=True) for begin, own in lengths.items()}
        self._begin = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self._lengths))})") if lengths else None

    def within(self, text: str) -> list[Mention]:
        """Give each place where a text names an organizer itself, in the order of the text."""
        mentions, end, plain = [], 0, _flat(text)
        quoted = [match.span() for match in _QUOTATION.finditer(plain)]
        for match in self._begin.finditer(plain) if self._begin else ():
            begin = match.start()
            form = self._form_at(plain, begin) if begin >= end else None
            if form is None:
                continue
            end = begin + len(form)
            in_quotes = any(first <= begin < last for first, last in quoted)
            if self._owners[form] and not in_quotes and not self._means_more(plain, begin, end, form):
                mentions.append(Mention(begin, end, self._owners[form], _acts(plain[max(begin - _NEAR, 0) : begin])))
        return mentions

    def named(self, text: str) -> set[str]:
        """Give the ids of the organizers that a text names."""
        return {organizer for mention in self.within(text) for organizer in mention.organizers}

    def _form_at(self, text: str, begin: int) -> str | None:
        """Give the longest known form that begins at a place and ends with a word."""
        for length in self._lengths.get(text[begin : begin + 2]) or self._lengths.get(text[begin], []):
            form, after = text[begin : begin + length], text[begin + length : begin + length + 1]
            if form in self._owners and not (after.isalnum() or after == "_"):
                return form
        return None

    def _means_more(self, text: str, begin: int, end: int, form: str) -> bool:
        """Tell whether the words around a name make it another name, a possessor or a place."""
        before, after = text[max(begin - _NEAR, 0) : begin], text[end : end + 2]
        if _JOINED_AFTER.match(after) or _JOINED_BEFORE.search(before):
            return True
        if after[:1] == " " and after[1:].isupper():
            return True  # "Mexico City"
        word, link = _WORD_BEFORE.search(before), _LINK_BEFORE.search(before)
        if word and _is_capital(word) and (_QUALIFYING.fullmatch(word["word"]) or not _begins(before, word)):
            return True  # "South Sudan"
        if link and _is_capital(link) and (link["link"] == "of" or not _begins(before, link)):
            return True  # "National Library of Norway"
        return form in self._places and bool(_PLACE_BEFORE.search(before))


class PlainNames(Names):
    """Finds people and places in texts by their names as the data has them; a name is its own id.

    Unlike an organizer's name, a person's may follow an office ("President …") or be a possessor, and a place's may
    follow "in".
    """

    def __init__(self, people: Iterable[str], places: Iterable[str]) -> None:
        """Learn the names; if a person and a place have the same name, it is the place."""
        super().__init__(())
        self._people = {_flat(name)[:LONGEST] for name in people} - {_flat(name)[:LONGEST] for name in places}
        self._learn({_flat(name)[:LONGEST]: frozenset((name,)) for name in (*people, *places)})

    def _means_more(self, text: str, begin: int, end: int, form: str) -> bool:
        """Tell whether the words around a name make it another name."""
        before, after = text[max(begin - _NEAR, 0) : begin], text[end : end + 2]
        if form in self._people:
            return bool(_JOINED_BEFORE.search(before)) or bool(_JOINED_AFTER.match(after) and after[0] != "'")
        return super()._means_more(text, begin, end, form)


def _is_capital(match: re.Match[str]) -> bool:
    """Tell whether a word is written like a name; months and days always are, but are not parts of names."""
    return match["word"][0].isupper() and match["word"] not in _DAYS


def _begins(before: str, match: re.Match[str]) -> bool:
    """Tell whether a word is at the beginning of a sentence, where every word has a capital letter."""
    return bool(_FIRST.search(before[: match.start()]))


def _acts(before: str) -> bool:
    """Tell whether the organizer acts, and does not only own what acts."""
    owned = _OWNED.search(before)
    return owned is None or bool(_DEEDS.fullmatch(owned["what"].casefold()))


def _flat(text: str) -> str:
    """Write both apostrophes in one way; the text keeps its length."""
    return text.replace("’", "'")
