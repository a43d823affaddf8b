"""Find events, people, organizers, sources and disagreements by words, in any letters, and with typing errors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.frames.findable import KINDS, Findable, findables
from dashboard.frames.search import folded, normalize, parts, spellings
from dashboard.records import model
from dashboard.records.model import Dataset
from dashboard.words import places, sounds
from dashboard.words.spelling import slips_between

WHOLE = 5
"""The fewest letters of a name that also matches the beginning of a word: `oman` does not match `omani`."""

LONGEST_NAME = 5
"""Words of the longest name that is looked for in a query."""

SLIPS = ((4, 0), (8, 1), (100, 2))
"""Pairs: a length in letters, and the most typing errors in a shorter word."""

MOST_MEANT = 12
"""The most words of a query in which typing errors are looked for: each is compared with all words of the data."""

WEIGHTS = tuple(model.WEIGHTS)
"""The weights of events, the most important first."""


@dataclass(frozen=True)
class Hit:
    """A record that was found; `sentence` is the line with most of the words, empty if only its names have them.

    `event` is the event about which the sentence is, else the last event of the record; empty if there is none.
    """

    kind: str
    id: str
    name: str
    sentence: str
    event: str


@dataclass(frozen=True)
class Found:
    """What a query finds: hits by kind, the best first; `meant` is the query without its typing errors, else empty."""

    hits: tuple[Hit, ...]
    meant: str = ""

    def ids(self, kind: str) -> list[str]:
        """Give the ids of the hits of a kind, the best first."""
        return [hit.id for hit in self.hits if hit.kind == kind]


@dataclass(frozen=True)
class _Part:
    """A word or a quoted phrase of a query, and the forms that a line may have instead.

    `own` are its spellings and the names of the same thing. `heard` are words in other letters that sound the same.
    """

    text: str
    own: tuple[str, ...]
    heard: tuple[str, ...] = ()
    quoted: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms that a line may have."""
        return self.own + self.heard


class Finder:
    """Everything that can be found in one state of the data, prepared for many queries.

    `weights` are those of the events. `names` are groups of folded names for one thing, as from `names_of`.
    """

    def __init__(self, records: Sequence[Findable], weights: Mapping[str, str], names: Iterable[Sequence[str]]) -> None:
        self.records, self._weights = records, weights
        self._own: list[range] = []
        self._about: dict[str, list[int]] = {}
        self._texts: list[str] = []
        for record in records:
            begin = len(self._texts)
            self._texts += [*record.names, *(text for text, _ in record.passages)]
            self._own.append(range(begin, len(self._texts)))
            for line, (_, event) in enumerate(record.passages, begin + len(record.names)):
                self._about.setdefault(event, []).append(line)
        self._lines = folded(self._texts)
        self.names = [*names]
        self._groups: dict[str, list[str]] = {}
        for group in self.names:
            for name in group:
                self._groups.setdefault(name, []).extend(other for other in group if other != name)

    def find(self, query: str) -> Found:
        """Find what has every word and every quoted phrase of a query, each from the start of a word.

        A name also finds the same name in other languages and letters. If nothing has a word, the nearest word of the
        data takes its place. If the data has it only in other letters, the nearest word in its own letters is found
        too: a title with Рахмон must not hide that `Rakhmon` is Rahmon. In a query of more than `MOST_MEANT` words, no
        nearest word is looked for. A query of only signs finds nothing.
        """
        phrases, words = ([part for part in map(normalize, texts) if part] for texts in parts(query))
        wanted = [*self._phrases(phrases), *self._words(words)]
        found = Found(self._hits(wanted))
        if sum(len(part.text.split()) for part in wanted) > MOST_MEANT:
            return found
        meant = [self._meant(part) for part in wanted]
        if not any(meant):
            return found
        new = [text or part.text for text, part in zip(meant, wanted, strict=True)]
        again = [*self._phrases(new[: len(phrases)]), *self._words(new[len(phrases) :])]
        both = [replace(part, heard=part.heard + old.heard) for part, old in zip(again, wanted, strict=True)]
        hits = self._hits(both)
        if {(hit.kind, hit.id) for hit in hits} <= {(hit.kind, hit.id) for hit in found.hits}:
            return found
        return Found(hits, " ".join(f"“{part.text}”" if part.quoted else part.text for part in both))

    def events_of(self, name: str) -> list[str]:
        """Give the ids of the events that have a person's whole name, in the order of the data."""
        naming = set(self.find(f"“{name}”").ids("event"))
        return [record.id for record in self.records if record.kind == "event" and record.id in naming]

    def exact(self, query: str) -> set[str]:
        """Give the ids of the events that have the words of a query as they are written."""
        plain = [_Part(text, spellings(text)) for texts in parts(query) for part in texts if (text := normalize(part))]
        return {hit.id for hit in self._hits(plain) if hit.kind == "event"}

    def _phrases(self, phrases: Iterable[str]) -> Iterator[_Part]:
        for phrase in phrases:
            yield _Part(phrase, (*spellings(phrase), *map(_form, self._groups.get(_apart(phrase), ()))), quoted=True)

    def _words(self, words: Sequence[str]) -> Iterator[_Part]:
        for i, word in enumerate(words):
            own = [*spellings(word)]
            for begin in range(max(0, i - LONGEST_NAME + 1), i + 1):
                for end in range(i + 1, min(len(words), begin + LONGEST_NAME) + 1):
                    own += map(_form, self._groups.get(_apart(" ".join(words[begin:end])), ()))
            heard = [f" {other} " for other in self._in_other_letters(word)]
            yield _Part(word, tuple(dict.fromkeys(own)), tuple(heard))

    def _in_other_letters(self, word: str) -> list[str]:
        """Give the words of the data that are the same name in other letters."""
        own = sounds.script(word)
        return [
            other for other in self._vocabulary if own and sounds.script(other) != own and sounds.alike(word, other)
        ]

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        """Count each word of the data, folded, without numbers."""
        words = (word for line in self._lines for word in line.partition("\n")[0].split())
        return Counter(word for word in words if sounds.script(word))

    def _meant(self, part: _Part) -> str:
        """Give a word or phrase as it was probably meant; empty if the data has it, or nothing near.

        A word that the data has only in other letters was perhaps meant as another in its own letters.
        """
        if any(form in line for line in self._lines for form in part.own):
            return ""
        words = [self._nearest(word, part.heard) or word for word in part.text.split()]
        return " ".join(words) if words != part.text.split() else ""

    def _nearest(self, word: str, heard: Sequence[str]) -> str:
        """Give the word of the data that is nearest to a word; empty if the data has it, or none is near.

        If words in other letters were `heard`, it is one in the same letters. With a typing error, it also has to be
        more frequent than each of them with exactly the same sound: `гурбанов` is Gurbanov, and not meant as Қурбонов.
        """
        if any(other.startswith(word) for other in self._vocabulary):
            return ""
        own, ours = sounds.script(word), sounds.sound(word)
        words = [other for form in heard if sounds.sound(other := form.strip()) == ours]
        least = max((self._vocabulary[other] for other in words), default=0)
        near = []
        for other, number in self._vocabulary.items():
            same = sounds.script(other) == own
            if heard and not same:
                continue
            pair = (word, other) if same else (ours, sounds.sound(other))
            most = next(slips for letters, slips in SLIPS if min(len(pair[0]), 99) < letters)
            slips = slips_between(*pair, most) if abs(len(pair[0]) - len(pair[1])) <= most else most + 1
            if same and slips > 0 and sounds.sound(other) == ours and sounds.are_near(word, other):
                slips = 0
            if slips <= most and (slips == 0 or number > least):
                near.append((slips, other[:1] != word[:1], -number, other))
        return min(near)[3] if near else ""

    def _hits(self, wanted: Sequence[_Part]) -> tuple[Hit, ...]:
        """Give the records that have all parts, by kind, the best first.

        An event also has what its page shows of others: its people, organizers and disagreements. If no event has all
        parts that way, sources count too: their titles, and what they say about the event.

        Events come in this order: those with a figure that has all parts which their names lack (`participants 2018`
        finds the figure), those with all parts in their names, those with all parts in their text, and those with all
        parts on their page. Ties are broken by a line with all parts, then by weight, by the number of lines with a
        part, and by the order of the data. The name of a person or an organizer counts no more in a title than in a
        text: a reader expects the main event with that person, and not a small event that is called after the person.
        """
        if not wanted:
            return ()
        has = [[any(form in line for form in part.forms) for line in self._lines] for part in wanted]
        most = 2 if self._is_name(wanted, has) else 3
        hits = [ranked for i in range(len(self.records)) if (ranked := self._ranked(i, has, most))]
        if not any(hit.kind == "event" for _, hit in hits):
            hits += [ranked for i in range(len(self._weights)) if (ranked := self._ranked(i, has, most, cited=True))]
        return tuple(hit for _, hit in sorted(hits, key=lambda ranked: ranked[0]))

    def _is_name(self, wanted: Sequence[_Part], has: list[list[bool]]) -> bool:
        """Tell whether the parts are the whole name of an organizer, or whole words in the name of a person."""
        number = sum(len(_apart(part.text).split()) for part in wanted)
        for record, own in zip(self.records, self._own, strict=True):
            if record.kind not in ("person", "organizer"):
                continue
            for n in own[: len(record.names)]:
                if not all(column[n] for column in has):
                    continue
                name = self._lines[n].partition("\n")[0]
                forms = [[form.strip() for form in part.forms] for part in wanted]
                whole = all(any(f" {form} " in self._lines[n] for form in some) for some in forms)
                is_all = len(name.split()) == number or all(name.strip() in some for some in forms)
                if whole and (record.kind == "person" or is_all):
                    return True
        return False

    def _ranked(
        self, place: int, has: list[list[bool]], most: int, *, cited: bool = False
    ) -> tuple[tuple[int, ...], Hit] | None:
        """Give the hit of a record with its rank, the lowest being best; None if it does not have all parts.

        `most` is the most that a part in a name of an event counts.
        """
        record, own = self.records[place], self._own[place]
        is_event = record.kind == "event"
        heads, said = own[: len(record.names)], own[len(record.names) :]
        beside = self._beside(place, cited=cited) if is_event else []
        levels = [
            next((level for level, lines in ((3, heads), (2, said), (1, beside)) if any(column[n] for n in lines)), 0)
            for column in has
        ]
        if not all(levels):
            return None
        number = {n: sum(column[n] for column in has) for n in (*own, *beside)}
        rest = [column for column, level in zip(has, levels, strict=True) if level < 3]
        figures = said[len(said) - record.figures :] if 0 < len(rest) < len(has) else ()
        figure = next((n for n in figures if all(column[n] for column in rest)), -1)
        line = figure if figure >= 0 else max([*said, *beside], key=lambda n: number[n], default=-1)
        sentence = self._texts[line] if line >= 0 and number[line] else ""
        rank = (
            KINDS.index(record.kind),
            int(figure < 0),
            -min(*levels, most) if is_event else -min(levels),
            int(not any(number[n] == len(has) for n in own)),
            WEIGHTS.index(self._weights[record.id]) if is_event else 0,
            -sum(number[n] > 0 for n in own),
            place,
        )
        event = record.id if is_event else self._event_of(place, line if sentence else -1)
        return rank, Hit(record.kind, record.id, record.names[0], sentence, event)

    def _beside(self, event: int, *, cited: bool) -> list[int]:
        """Give the lines of other records that are on the page of an event, with `cited` also those of sources."""
        own, record = self._own[event], self.records[event]
        lines = [n for n in self._about.get(record.id, ()) if n not in own]
        lines += [n for other in record.others for n in self._own[other][: len(self.records[other].names)]]
        return lines if cited else [n for n in lines if n not in self._of_sources]

    @cached_property
    def _of_sources(self) -> set[int]:
        return {n for own, record in zip(self._own, self.records, strict=True) if record.kind == "source" for n in own}

    def _event_of(self, record: int, line: int) -> str:
        own, passages = self._own[record], self.records[record].passages
        place = line - own.start - len(self.records[record].names)
        event = passages[place][1] if line >= 0 else ""
        return event or next((event for _, event in reversed(passages) if event), "")


def finder(dataset: Dataset) -> Finder:
    """Prepare everything in a dataset for searches."""
    records = findables(dataset)
    weights = {event.id: event.weight for event in dataset.events.values()}
    return Finder(records, weights, names_of(dataset, records))


def names_of(dataset: Dataset, records: Iterable[Findable]) -> list[list[str]]:
    """Give the names of places and organizers in the languages of the process, folded, a group for each.

    Places are those of CLDR whose English name the data has. Organizers have their names in the data: the short one,
    the one in full, those in other languages, and what these have in brackets: `Организация … (ОБСЕ)`.
    """
    texts = (text for record in records for text in (*record.names, *(text for text, _ in record.passages)))
    lines = "\n".join(folded(texts))
    groups = [
        [place, *others] for place, others in places.names(dataset.languages).items() if f" {_plain(place)} " in lines
    ]
    for organizer in dataset.organizers.values():
        names = [organizer.short_name, organizer.name, *(name.text for name in organizer.names)]
        groups.append([part for name in names for part in _in_brackets(name)])
    return [list(dict.fromkeys(map(_plain, group))) for group in groups]


def _in_brackets(name: str) -> list[str]:
    """Give a name without its brackets, and the text inside them."""
    before, _, after = name.partition("(")
    return [part.strip() for part in (before, after.rstrip(") ")) if part.strip()]


@lru_cache(10_000)
def _plain(name: str) -> str:
    return _apart(normalize(name))


def _apart(text: str) -> str:
    return text.replace("-", " ").replace("'", " ")


def _form(name: str) -> str:
    """Give what to look for in a folded line to find a name; a short name matches only as a whole."""
    return f" {name}" if len(name) >= WHOLE else f" {name} "
