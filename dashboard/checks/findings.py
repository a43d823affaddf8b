"""What the rules share: how a finding becomes a problem with a place, and where records name sources."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import get_args

from dashboard.records.dates import PartialDate
from dashboard.records.kinds import BY_FILE, CHANGES, MIRRORS, SOURCES
from dashboard.records.model import Article, Event, Problem, Record
from dashboard.records.reading import KeyPath, Reading
from dashboard.records.succession import Succession
from dashboard.store import article_file
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import quoted

_NAMING = tuple(file for file in BY_FILE if file not in (SOURCES, MIRRORS, CHANGES))
"""Files whose records name organizers or sources."""
_PLAIN = (
    *("id", "kind", "weight", "edition", "start", "end", "dating", "updated", "role", "confidence", "date", "note"),
    *("title", "label", "city", "country", "venue", "name", "short_name", "summary", "question", "shown", "value"),
    *("text", "position", "announced", "url", "archived", "website", "wikidata", "language", "day"),
    *("level", "number", "subject", "text_read", "place", "checked", "pane", "at", "latitude", "longitude"),
)
"""Keys of single values that name no record; if such a value is left out, other records are not affected."""


def problem_at(reading: Reading, path: KeyPath, message: Message, level: str = "error") -> Problem:
    """Make a problem at the value that `path` (file name, id, keys and indices) leads to.

    If the value has no place, because it is derived or left out, the place of the record is used.
    """
    known = path
    while known and known not in reading.places:
        known = known[:-1]
    line, column = reading.places.get(known, (1, 1))
    return Problem.of(f"{reading.folder}/{path[0]}", line, column, str(path[1]), message, level)


def problem_in(reading: Reading, article: Article, offset: int, message: Message, level: str = "error") -> Problem:
    """Make a problem at an offset in the text of an article."""
    line = article.text.count("\n", 0, offset) + 1
    column = offset - article.text.rfind("\n", 0, offset)
    return Problem.of(f"{reading.folder}/{article_file(article.event)}", line, column, article.event, message, level)


def lists_known(reading: Reading, event: Event) -> bool:
    """Tell whether all sources in the list of an event exist; an unknown one may be a slip for any other."""
    return all(reading.is_there(SOURCES, source) for source in event.sources if source)


def updated_on(reading: Reading) -> PartialDate | None:
    """Give the day of the last update of the data; None if it cannot be read."""
    return next((process.updated for process in reading.process.values()), None)


def too_late(day: PartialDate, updated: PartialDate, today: date | None) -> Message:
    """Say what to write for a day after `updated`: no day of the data may be later, or in the future.

    If `today` is None, either of the two days may be wrong.
    """
    if today and day.first() > today:
        return say("day-after-today", day=day, today=today)
    return say("day-after-update" if today else "day-after-update-perhaps-wrong", day=day, updated=updated)


def withdrawal(reading: Reading, succession: Succession, file: str, name: str, form: str = "{}") -> Message | None:
    """Say when a record was withdrawn, and what to write instead of its id; None for any other record.

    `form` says how an id is written at that place; `{}` in it is the id.
    """
    record = reading.withdrawn.get((file, name))
    if record is None or record.withdrawn is None:
        return None
    typed, on, instead = quoted(form.format(name)), record.withdrawn.on, succession.end(file, name)
    if instead:
        return say("id-withdrawn-for-another", typed=typed, on=on, instead=quoted(form.format(instead)))
    return say("id-withdrawn", typed=typed, on=on)


# Letters of other alphabets that look like Latin ones after casefold.
_LOOKALIKES = str.maketrans("авсԁеһіјкӏмнорԛтѕуѵхԝαικνορτυχ", "abcdehijkimhopqtsyvxwaiknoptux")


def alike(text: str | None) -> str:
    """Fold a text so that texts that look alike are equal: no signs, spaces or capitals, one alphabet."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    letters = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LMN").translate(_LOOKALIKES)
    return letters or folded.strip()


def values_of(reading: Reading, keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Give the path and the text of each value under some keys; `keys` maps each file to its keys."""
    for file, names in keys.items():
        for record, fields in reading.of(file).items():
            for key in names:
                if value := getattr(fields, key):
                    yield (file, record, key), value


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
"""Keys whose values are not text for readers; keys that end with `_sources` have no such text either."""


def texts_in(record: Record, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Walk through a record and everything in it; give the path and the text of each value that readers see."""
    return _texts_of(record, path, _text_fields)


@cache
def _text_fields(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in _NO_TEXT and not name.endswith("_sources"))


def all_read(reading: Reading) -> bool:
    """Tell whether no value that could name a record was left out; then a record that nothing names is not used."""
    named = (left_out and path[0] in _NAMING and _may_name(path) for path, left_out in reading.gaps.items())
    return all(reading.of(file).are_all_read for file in _NAMING) and not any(named)


def _may_name(path: KeyPath) -> bool:
    """Tell whether a value left out may have named a record; single known fields, such as a date, name none."""
    key = path[-1]
    return not (isinstance(key, str) and key in _PLAIN)


def sources_named(record: Record, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Walk through a record and everything in it; give the path and the id of each source it names."""
    for place, text in _texts_of(record, path, _naming_fields):
        *_, key, index = place
        if text and isinstance(index, int) and _are_sources(key):
            yield place, text


@cache
def _naming_fields(model: type[Record]) -> tuple[str, ...]:
    """Give the fields that are lists of sources, or have records in them."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _are_sources(name) or _has_records(field.annotation))


def _are_sources(key: object) -> bool:
    return key == "sources" or str(key).endswith("_sources")


def _has_records(annotation: object) -> bool:
    """Tell whether a type is a record, or made of records."""
    return any(map(_has_records, get_args(annotation))) or (
        isinstance(annotation, type) and issubclass(annotation, Record)
    )


def _texts_of(
    record: Record, path: KeyPath, fields_of: Callable[[type[Record]], tuple[str, ...]]
) -> Iterator[tuple[KeyPath, str]]:
    """Walk through some fields of a record and of every record in it; give the path of each text, and the text."""
    for name in fields_of(type(record)):
        value = getattr(record, name)
        # A single value has the path of its field; an item of a list also has its index at the end.
        inside = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, inner in inside:
            place = (*path, name) if index is None else (*path, name, index)
            if isinstance(inner, str):
                yield place, inner
            elif isinstance(inner, Record):
                yield from _texts_of(inner, place, fields_of)
