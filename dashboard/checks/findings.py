"""What the rules share: how a finding becomes a problem with a place, and where records name sources."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from dashboard.records.dates import PartialDate
from dashboard.records.model import Article, Dataset, Event, Lasting, Problem, Record
from dashboard.records.succession import DISPUTES, EVENTS, ORGANIZERS, SOURCES, Succession, lasting
from dashboard.store import article_file
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import quoted

__all__ = [
    "DISPUTES",
    "EVENTS",
    "ORGANIZERS",
    "PROCESS",
    "SOURCES",
    "alike",
    "all_lasting",
    "all_read",
    "former",
    "found",
    "in_article",
    "is_gap",
    "is_left_out",
    "is_there",
    "is_whole",
    "lists_known",
    "readable",
    "sources_named",
    "texts_in",
    "too_late",
    "updated_on",
    "withdrawal",
]

PROCESS = "process.yaml"
_PLAIN = (
    *("id", "kind", "weight", "edition", "start", "end", "dating", "updated", "role", "confidence", "date", "note"),
    *("title", "label", "city", "country", "venue", "name", "short_name", "summary", "question", "shown", "value"),
    *("text", "position", "announced", "url", "archived", "website", "wikidata", "language", "day"),
    *("level", "number", "subject", "text_read"),
)
"""Keys of single values that name no record, so that nothing follows for other records where one is left out."""


def found(dataset: Dataset, path: tuple, message: Message, level: str = "error") -> Problem:
    """Make a problem at the value that `path` (file name, id, keys and indices) leads to.

    Where that has no place of its own, because it is derived or left out, the record's is taken.
    """
    known = path
    while known and known not in dataset.places:
        known = known[:-1]
    line, column = dataset.places.get(known, (1, 1))
    return Problem.of(f"{dataset.folder}/{path[0]}", line, column, path[1], message, level)


def in_article(dataset: Dataset, article: Article, offset: int, message: Message, level: str = "error") -> Problem:
    """Make a problem at an offset in the text of an article."""
    line = article.text.count("\n", 0, offset) + 1
    column = offset - article.text.rfind("\n", 0, offset)
    return Problem.of(f"{dataset.folder}/{article_file(article.event)}", line, column, article.event, message, level)


def is_there(dataset: Dataset, file: str, record: str) -> bool:
    """Tell whether a file has a record of that id, readable or not.

    Nothing is denied of a file that cannot be read, nor of a record that may be there under an id that cannot.
    """
    at = (file, record)
    return at in dataset.places or at in dataset.unsure or (file,) not in dataset.places


def lists_known(dataset: Dataset, event: Event) -> bool:
    """Tell whether all that an event has in its list of sources are there; one that is not may be meant for any."""
    return all(is_there(dataset, SOURCES, source) for source in event.sources if source)


def readable(dataset: Dataset, file: str) -> dict[str, Record]:
    """Give the records of a file that were not withdrawn, by id; also what could be read of those with faults.

    Of the latter a rule may judge what is there; before it says that something is missing it asks `is_left_out`.
    """
    faulty = {name: one for name, one in _faulty(dataset, file) if not getattr(one, "withdrawn", None)}
    faulty = {name: one for name, one in faulty.items() if not is_left_out(dataset, (file, name, "withdrawn"))}
    return {**_whole(dataset, file), **faulty}


def all_lasting(dataset: Dataset, file: str) -> dict[str, Lasting]:
    """Give the records of a file as `readable` does, and the withdrawn ones too."""
    return {**lasting(dataset, file), **dict(_faulty(dataset, file))}


def former(dataset: Dataset, file: str) -> dict[str, str]:
    """Give each id that records of a file had before, and the id they have now."""
    return {alias: name for name, record in all_lasting(dataset, file).items() for alias in record.aliases}


def is_left_out(dataset: Dataset, path: tuple) -> bool:
    """Tell whether a value, or something in it, was left out because it has a fault."""
    return path in dataset.gaps or is_gap(dataset, path)


def is_gap(dataset: Dataset, path: tuple) -> bool:
    """Tell whether a value as a whole, or what it is in, was left out because it has a fault."""
    return bool(dataset.gaps) and any(dataset.gaps.get(path[:length]) for length in range(2, len(path) + 1))


def updated_on(dataset: Dataset) -> PartialDate | None:
    """Give the day on which the data was last brought up to date; None where it cannot be read."""
    return next((process.updated for process in readable(dataset, PROCESS).values()), None)


def too_late(day: PartialDate, updated: PartialDate, today: date | None) -> Message:
    """Say of a day after that of `updated` what to write: no day of the data is after that of `updated`, nor today.

    Where `today` is not known, both may be wrong.
    """
    if today and day.first() > today:
        return say("day-after-today", day=day, today=today)
    return say("day-after-update" if today else "day-after-update-perhaps-wrong", day=day, updated=updated)


def withdrawal(dataset: Dataset, succession: Succession, file: str, name: str, form: str = "{}") -> Message | None:
    """Say of the id of a withdrawn record when it was withdrawn, and what to write; None of any other.

    `form` is how an id is written where it stands.
    """
    record = dataset.withdrawn.get((file, name))
    if record is None:
        return None
    typed, on, instead = quoted(form.format(name)), record.withdrawn.on, succession.end(file, name)
    if instead:
        return say("id-withdrawn-for-another", typed=typed, on=on, instead=quoted(form.format(instead)))
    return say("id-withdrawn", typed=typed, on=on)


def _whole(dataset: Dataset, file: str) -> Mapping[str, Record]:
    if file == PROCESS:
        return {"process": dataset.process} if dataset.process else {}
    return getattr(dataset, file.removesuffix(".yaml").lower())


def _faulty(dataset: Dataset, file: str) -> list[tuple[str, Record]]:
    return [(name, record) for (its_file, name), record in dataset.faulty.items() if its_file == file]


# Letters of other alphabets that look like Latin ones, as they are after casefold.
_LOOKALIKES = str.maketrans("авсԁеһіјкӏмнорԛтѕуѵхԝαικνορτυχ", "abcdehijkimhopqtsyvxwaiknoptux")


def alike(text: str | None) -> str:
    """Write a text so that those that look alike are equal: no signs, spaces or capitals, one alphabet."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    letters = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LMN").translate(_LOOKALIKES)
    return letters or folded.strip()


_NO_TEXT = frozenset(
    {
        "id",
        "aliases",
        "url",
        "archived",
        "website",
        "copy_at",
        "wikidata",
        "host",
        "family",
        "sources",
        "concerns",
        "instead",
        "what",
    }
    | {"kind", "weight", "parent", "dating", "organizer", "event", "role", "confidence", "language", "read", "level"}
    | {"commits", "terms", "text_read"}
)
"""Keys of values that are words for programs, or none at all; what ends with `_sources` is none either."""


def texts_in(record: Record, path: tuple) -> Iterator[tuple[tuple, str]]:
    """Walk through a record and everything in it; give the path and the text of each value that readers see."""
    for name in _text_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield (*path, name), value
        elif isinstance(value, Record):
            yield from texts_in(value, (*path, name))
        elif isinstance(value, tuple):
            for index, inner in enumerate(value):
                if isinstance(inner, str):
                    yield (*path, name, index), inner
                elif isinstance(inner, Record):
                    yield from texts_in(inner, (*path, name, index))


@cache
def _text_fields(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in _NO_TEXT and not name.endswith("_sources"))


def all_read(dataset: Dataset) -> bool:
    """Tell whether nothing was left out that could name a record, so that what is not mentioned is not used either."""
    files = (EVENTS, DISPUTES, ORGANIZERS, PROCESS)
    named = (left_out and path[0] in files and _may_name(path) for path, left_out in dataset.gaps.items())
    return all(is_whole(dataset, file) for file in files) and not any(named)


def is_whole(dataset: Dataset, file: str) -> bool:
    """Tell whether something could be read of every record of a file."""
    records = readable(dataset, file) if file == PROCESS else all_lasting(dataset, file)
    placed = sum(path[0] == file and len(path) == 2 for path in dataset.places)
    return (file,) in dataset.places and placed == len(records)


def _may_name(path: tuple) -> bool:
    """Tell whether a value left out may have named a record: those of single known fields, such as a date, do not."""
    key = path[-1]
    return not (isinstance(key, str) and key in _PLAIN)


def sources_named(record: Record, path: tuple) -> Iterator[tuple[tuple, str]]:
    """Walk through a record and everything in it; give the path and the id of each source it names."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "sources" or name.endswith("_sources"):
            yield from (((*path, name, index), source) for index, source in enumerate(value) if source)
        elif isinstance(value, Record):
            yield from sources_named(value, (*path, name))
        elif isinstance(value, tuple):
            for index, inner in enumerate(value):
                if isinstance(inner, Record):
                    yield from sources_named(inner, (*path, name, index))
