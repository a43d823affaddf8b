r"""The sentences of an article, and the one among them that states a role, a figure or the date of its event.

A sentence ends with its sources in brackets and a full stop. It states a fact if it cites a source of the fact, and

- for a role: names the organizer itself (see `names`);
- for a figure: has its numbers, and a word of its label;
- for the date: gives the first day, or the month or year if no more is known.

If several sentences do, the one that says most counts, and among equals the first. A mark such as `{role:osce}`,
`{figure:participants}` or `{date}` in a sentence chooses it instead. Readers never see a mark.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dashboard.records.dates import MONTHS, PartialDate
from dashboard.records.evidence import Fact
from dashboard.records.model import Event, Figure, Organizer, Role
from dashboard.records.names import Mention, Names

CITATION = re.compile(r"\s*\[([a-z0-9-]+)\]")
CITATIONS = re.compile(r"(?:\s*\[[a-z0-9-]+\])+")
MARK = re.compile(r"(?<!\s)\s*\{(?:date|(?:role|figure):[^{}]+)\}")
HEADING = "## "

_CITED = re.compile(CITATION.pattern.removeprefix(r"\s*"))
# The sign comes first in the pattern, because the search starts from it, and signs are rarer than spaces.
_STOP = re.compile(r"[.!?](?<=[\]}][.!?])(?=\s|$)")
_BEHIND = re.compile(r"\[[a-z0-9-]+\]|\{(?:date|(?:role|figure):[^{}]+)\}")
_LONGEST = 400
"""The most letters of a citation or a mark."""
_NUMBER = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d+)?")
_NUMBER_WORDS = dict(
    zip(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        map(str, range(1, 13)),
        strict=True,
    )
)
_MONTH = "|".join(MONTHS[1:])
_SPAN = r"\d{1,2}(?:\s*(?:–|-|,|and|to|until)\s*\d{1,2})*"
_DATE = re.compile(rf"(?:(?P<days>\b{_SPAN})\s+)?\b(?P<month>{_MONTH})\b(?:\s+(?P<days_after>{_SPAN})\b)?")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""How many first letters two forms of a word have in common."""
_SAYING = {
    "host": re.compile(r"\bhost", re.IGNORECASE),
    "organizer": re.compile(r"organi[sz](?!ation)", re.IGNORECASE),
    "co-organizer": re.compile(r"organi[sz](?!ation)|joint|together", re.IGNORECASE),
    "co-host": re.compile(r"\bco-?host|\bhost", re.IGNORECASE),
    "lead": re.compile(r"\blead|\bled\b", re.IGNORECASE),
    "convener": re.compile(r"conven", re.IGNORECASE),
    "chair": re.compile(r"\bchair|\bpresid", re.IGNORECASE),
    "sponsor": re.compile(r"sponsor|\bpa(?:y|id)|\bfund|\bmoney|\bfinanc", re.IGNORECASE),
    "supporter": re.compile(r"support|\bhelp", re.IGNORECASE),
    "partner": re.compile(r"partner|joint|together", re.IGNORECASE),
    "party": re.compile(r"\bpart(?:y|ies)\b|\btalks?\b|\bmet\b|discuss", re.IGNORECASE),
    "announcer": re.compile(r"announc|\bsaid\b|told|invit", re.IGNORECASE),
    "presenter": re.compile(r"present", re.IGNORECASE),
}
"""Role → stems of words for it, for choosing among sentences that name the organizer."""

Rank = tuple[int, ...]
"""How well a sentence states a fact, the higher the better; empty if it does not."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article on one line, with its citations and without its marks."""

    text: str
    sources: tuple[str, ...]
    marks: tuple[str, ...] = ()


def blocks(text: str) -> list[str]:
    """Cut an article into its headings, with `## ` before them, and its paragraphs, each on one line."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]


def sentences(paragraph: str) -> list[Sentence]:
    """Cut a paragraph at the citations that end its sentences; a rest without citations comes last."""
    return [_sentence(piece) for piece in pieces(paragraph)]


def pieces(paragraph: str) -> list[str]:
    """Cut a paragraph as `sentences` does, and leave each piece as it is written."""
    stops = (stop.start() for stop in _STOP.finditer(paragraph))
    ends = [0, *(stop + 1 for stop in stops if _ends(paragraph, stop))]
    cut = [paragraph[begin:end] for begin, end in pairwise(ends)]
    rest = paragraph[ends[-1] :]
    return [*cut, rest] if rest.strip() else cut


def _ends(paragraph: str, stop: int) -> bool:
    """Tell whether a citation or a mark is right before a full stop."""
    sign = "[" if paragraph[stop - 1] == "]" else "{"
    begin = paragraph.rfind(sign, max(stop - _LONGEST, 0), stop)
    return begin >= 0 and _BEHIND.fullmatch(paragraph, begin, stop) is not None


def sentences_of(text: str) -> list[Sentence]:
    """Give the sentences of all paragraphs of an article, in their order."""
    return [sentence for block in blocks(text) if not block.startswith(HEADING) for sentence in sentences(block)]


def without_marks(text: str) -> str:
    """Give an article as readers see it."""
    return MARK.sub("", text) if "{" in text else text


def passages(wanted: Iterable[Fact], text: str, names: Names) -> list[int | None]:
    """Give the number of the sentence of an article that states each fact of its event, as `sentences_of` counts them.

    None means that no sentence states the fact.
    """
    cut = [_Read(sentence, names) for sentence in sentences_of(text)]
    return [_best([_rank(fact, read) for read in cut]) for fact in wanted]


def unstated(wanted: Iterable[Fact], text: str, names: Names) -> list[Fact]:
    """Give the facts that no sentence of an article states."""
    cut = [_Read(sentence, names) for sentence in sentences_of(text)]
    return [fact for fact in wanted if not any(_states(fact, read) for read in cut)]


def names_of(organizers: Iterable[Organizer], events: Iterable[Event]) -> Names:
    """Make the matcher of the organizers' names; titles of events and of their outcomes are longer names."""
    titles = set()
    for event in events:
        titles |= {event.title, *(title.text for title in event.titles), *(outcome.title for outcome in event.outcomes)}
    return Names(organizers, titles)


def _sentence(text: str) -> Sentence:
    marks = tuple(" ".join(mark.split()).strip("{}") for mark in MARK.findall(text)) if "{" in text else ()
    return Sentence(without_marks(text).strip(), tuple(_CITED.findall(text)), marks)


def _best(ranks: list[Rank]) -> int | None:
    """Give the place of the highest rank, among equals the first; None if all are empty."""
    return ranks.index(max(ranks)) if any(ranks) else None


class _Read:
    """A sentence with what was found in it; each thing is looked for once, when it is first asked for."""

    def __init__(self, sentence: Sentence, names: Names) -> None:
        self.sentence, self._names = sentence, names
        self.sources = set(sentence.sources)

    @cached_property
    def plain(self) -> str:
        """The text without its citations."""
        return CITATIONS.sub("", self.sentence.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        return self._names.within(self.sentence.text)


def _rank(fact: Fact, read: _Read) -> Rank:
    """Say how well a sentence states a fact; empty if it does not."""
    if read.sources.isdisjoint(fact.sources):
        return ()
    if fact.concern in read.sentence.marks:
        return (2,)
    if isinstance(fact.record, Role):
        return _role_rank(fact.record, read)
    if isinstance(fact.record, Figure):
        return _figure_rank(fact.record, read.plain)
    return _date_rank(fact.record, read.plain)


def _states(fact: Fact, read: _Read) -> bool:
    """Tell whether a sentence states a fact; for most sentences this is quicker than ranking them."""
    role = fact.record
    if read.sources.isdisjoint(fact.sources):
        return False
    if isinstance(role, Role) and any(own.acts and role.organizer in own.organizers for own in read.mentions):
        return True
    return bool(_rank(fact, read))


def _role_rank(role: Role, read: _Read) -> Rank:
    own = [mention for mention in read.mentions if role.organizer in mention.organizers]
    if not own:
        return ()
    says = bool(role.role) and bool(_SAYING[role.role].search(read.plain))
    acts = any(mention.acts for mention in own)
    # The first brackets after the name belong to the same half of the sentence.
    run = CITATIONS.search(read.sentence.text, own[0].end)
    near = run is not None and not set(role.sources).isdisjoint(_CITED.findall(run[0]))
    return (1, says, acts, near) if says or acts else ()


def _figure_rank(figure: Figure, plain: str) -> Rank:
    numbers = _numbers(figure.value)
    if not (numbers <= _numbers(plain) if numbers else figure.value.casefold() in plain.casefold()):
        return ()
    stems = {word[:_STEM] for word in _LETTERS.findall(figure.label.casefold())}
    shared = stems & {word[:_STEM] for word in _LETTERS.findall(plain.casefold())}
    return (1, len(shared)) if shared or not stems else ()


def _numbers(text: str) -> set[str]:
    """Give the numbers of a text, without the signs between their thousands; small ones may be words."""
    words = {_NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in _NUMBER_WORDS}
    return words | {re.sub(r"[.,](?=\d{3})", "", number) for number in _NUMBER.findall(text)}


def _date_rank(event: Event, plain: str) -> Rank:
    start, end = event.start, event.end or event.start
    given, years = _dates(plain), set(re.findall(r"\b\d{4}\b", plain))
    if start is None or end is None or not _is_given(start, given, years) or (years and str(start.year) not in years):
        return ()
    return (1, bool(years), _is_given(end, given, years))


def _dates(text: str) -> set[tuple[int | None, str]]:
    """Give the days a text names, with their months, and each month with None for the day."""
    named: set[tuple[int | None, str]] = set()
    for match in _DATE.finditer(text):
        days = re.findall(r"\d+", f"{match['days']} {match['days_after']}")
        named |= {(None, match["month"]), *((int(day), match["month"]) for day in days)}
    return named


def _is_given(when: PartialDate, given: set[tuple[int | None, str]], years: set[str]) -> bool:
    """Tell whether a date is among those of a text, as precisely as it is known."""
    return (when.day, MONTHS[when.month]) in given if when.month else str(when.year) in years
