"""The sources, counted by kind, publisher, language, year, and how far they were read."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard import frames
from dashboard.frames.rows import rows as rows_of
from dashboard.look.markup import NOT_DATED
from dashboard.records.evidence import independent
from dashboard.records.model import LANGUAGES, READ, SOURCE_KINDS, Dataset, Event, Source
from dashboard.words.counting import agreeing, counted, listed

SOURCES = {
    "source_id": "str",
    "publisher": "str",
    "kind": "str",
    "language": "str",
    "published": "str",
    "year": "Int64",
    "read": "str",
    "only_copy": "bool",
    "family": "str",
    "n_events": "int64",
}
"""One row per source, in the order of the file.

`only_copy` is True if only a copy was found. `family` is empty if no other source repeats the text.
"""

EVENTS = {
    "event_id": "str",
    "event": "str",
    "kind": "str",
    "weight": "str",
    "when": "str",
    "n_sources": "int64",
    "n_independent": "int64",
    "n_full": "int64",
    "n_part": "int64",
    "share_full": "float64",
    "kinds": "str",
    "languages": "str",
    "one_source": "bool",
    "one_text": "bool",
}
"""One row per event, in order of time, undated ones last.

Sources that repeat one text, or that a role or figure of the event counts as one, count once in `n_independent`.
`share_full` is between 0 and 1. `kinds` and `languages` are words of the model with spaces between. `one_text` is True
if all sources repeat one text; so it is for an event with one source.
"""


class TallyRow(NamedTuple):
    """The columns of `TALLY` that sentences use."""

    label: str
    n_sources: int


class EventRow(NamedTuple):
    """The columns of `EVENTS` that charts use."""

    event_id: str
    event: str
    kind: str
    when: str
    n_sources: int
    n_independent: int
    n_full: int
    n_part: int
    kinds: str
    languages: str
    one_source: bool
    one_text: bool


TALLY = {
    "by": "str",
    "value": "str",
    "label": "str",
    "n_sources": "int64",
    "n_full": "int64",
    "n_part": "int64",
    "n_only_copy": "int64",
}
"""One row per value of one of `TALLIES`: `value` as in the data, `label` for readers."""

TALLIES: dict[str, Mapping[str, str]] = {
    "kind": SOURCE_KINDS,
    "language": LANGUAGES,
    "year": {},
    "read": READ,
    "publisher": {},
}
"""The columns by which sources are counted, with the labels of closed vocabularies, which also give the order."""

CROSSING = {
    "language": "str",
    "label": "str",
    **dict.fromkeys(SOURCE_KINDS, "int64"),
    "n_sources": "int64",
}
"""One row per language in use; one column per kind of source, and their sum."""


@dataclass(frozen=True)
class Coverage:
    """Two frames: columns as in `SOURCES` and `EVENTS`; and the codes of the languages, in the order of the process."""

    sources: pd.DataFrame
    events: pd.DataFrame
    languages: tuple[str, ...] = ()


def build(dataset: Dataset) -> Coverage:
    """Count the sources of a dataset; an empty one gives empty frames that still have their columns."""
    used = Counter(source_id for event in dataset.events.values() for source_id in set(event.sources))
    rows = [_source_row(source, used[source.id]) for source in dataset.sources.values()]
    languages = dataset.languages
    events = [_event_row(dataset, event, languages) for event in frames.in_order(dataset)]
    return Coverage(_frame(rows, SOURCES), _frame(events, EVENTS), languages)


def tally(sources: pd.DataFrame, by: str, languages: Sequence[str] = ()) -> pd.DataFrame:
    """Count sources by one of `TALLIES`, columns as in `TALLY`.

    Closed vocabularies keep their order. Years are in order, and sources without a date come last. Publishers with the
    most sources come first. A value that does not occur has no row. `languages` come before all others, in this order.
    """
    values = sources[by].astype("str").where(sources[by].notna(), "").astype("str") if by == "year" else sources[by]
    counted = [
        {
            "by": by,
            "value": value,
            "label": TALLIES[by].get(value, value) or NOT_DATED,
            "n_sources": len(group),
            "n_full": (group["read"] == "full").sum(),
            "n_part": (group["read"] == "part").sum(),
            "n_only_copy": group["only_copy"].sum(),
        }
        for value, group in sources.groupby(values, sort=False)
    ]
    words = [*languages, *TALLIES[by]]
    keys = {
        "year": lambda row: (not row["value"], row["value"]),
        "publisher": lambda row: (-row["n_sources"], row["label"].casefold()),
    }
    return _frame(sorted(counted, key=keys.get(by, lambda row: words.index(row["value"]))), TALLY)


def crossing(sources: pd.DataFrame, languages: Sequence[str] = ()) -> pd.DataFrame:
    """Count sources by language and kind, columns as in `CROSSING`; the most used language comes first.

    Of two that are equally frequent, the first in `languages` comes first.
    """
    words = [*languages, *LANGUAGES]
    groups = [(str(language), group) for language, group in sources.groupby("language", sort=False)]
    rows: list[dict[str, object]] = [
        {
            "language": language,
            "label": LANGUAGES[language],
            **{kind: (group["kind"] == kind).sum() for kind in SOURCE_KINDS},
            "n_sources": len(group),
        }
        for language, group in sorted(groups, key=lambda named: (-len(named[1]), words.index(named[0])))
    ]
    return _frame(rows, CROSSING)


def coverage_alt(coverage: Coverage) -> str:
    """Say in words how many sources the data has: of which kind, in which language, and how far they were read."""
    sources, events = coverage.sources, coverage.events
    if sources.empty:
        return "The data has no sources."
    kinds = _listed(tally(sources, "kind"), "{} {}", str.lower)
    by_language = tally(sources, "language", coverage.languages).sort_values(
        "n_sources", ascending=False, kind="stable"
    )
    are = agreeing(int(by_language["n_sources"].iloc[0]), "is", "are")
    number, full, copies = len(sources), int((sources["read"] == "full").sum()), int(sources["only_copy"].sum())
    families = sources["family"].where(sources["family"] != "", sources["source_id"]).nunique()
    parts = [
        f"The data has {counted(number, 'source')}: {kinds}",
        _listed(by_language, "{} in {}").replace(" in ", f" {are} in ", 1),
        _were_read(full, number - full),
    ]
    if copies:
        parts.append(f"{copies} {agreeing(copies, 'was found only as a copy', 'were found only as copies')}")
    if families < number:
        parts.append(f"Together they have {counted(families, 'different text')}")
    if len(events):
        single, repeated = int(events["one_source"].sum()), int((events["one_text"] & ~events["one_source"]).sum())
        has = agreeing(single, "has", "have")
        parts.append(f"{single} of {counted(len(events), 'event')} {has} one source")
        if repeated:
            have = agreeing(repeated, "has", "have")
            parts.append(f"{counted(repeated, 'event')} {have} several sources that repeat one text")
    return ". ".join(parts) + "."


def how_read(full: int, part: int) -> str:
    """Say how many sources were read in full and how many in part, without numbers if all were read in the same way."""
    if not (full and part):
        return "read in full" if full else "read in part"
    return f"{full} read in full, {part} in part"


def _source_row(source: Source, n_events: int) -> dict[str, object]:
    return {
        "source_id": source.id,
        "publisher": source.publisher,
        "kind": source.kind,
        "language": source.language,
        "published": str(source.published or ""),
        "year": source.published.year if source.published else None,
        "read": source.read,
        "only_copy": source.copy_at is not None,
        "family": source.family or "",
        "n_events": n_events,
    }


def _event_row(dataset: Dataset, event: Event, languages: Sequence[str]) -> dict[str, object]:
    sources = [dataset.sources[name] for name in dict.fromkeys(event.sources) if name in dataset.sources]
    full = sum(source.read == "full" for source in sources)
    return {
        "event_id": event.id,
        "event": event.label,
        "kind": event.kind,
        "weight": event.weight,
        "when": frames.when(event),
        "n_sources": len(sources),
        "n_independent": independent(dataset, event.sources, (*event.roles, *event.figures)),
        "n_full": full,
        "n_part": len(sources) - full,
        "share_full": full / len(sources) if sources else 0.0,
        "kinds": " ".join(kind for kind in SOURCE_KINDS if kind in {source.kind for source in sources}),
        "languages": " ".join(word for word in languages if word in {source.language for source in sources}),
        "one_source": len(sources) == 1,
        "one_text": independent(dataset, event.sources) == 1,
    }


def _were_read(full: int, part: int) -> str:
    if full and part:
        return f"{full} {agreeing(full, 'was', 'were')} read in full and {part} in part"
    return f"{agreeing(full + part, 'It was', 'All were')} {how_read(full, part)}"


def _listed(tally: pd.DataFrame, form: str, word: Callable[[str], str] = str) -> str:
    """List the rows of a tally; `form` takes the number of sources and the label, as `word` writes it."""
    return listed(form.format(row.n_sources, word(row.label)) for row in rows_of(tally, TallyRow))


def _frame(rows: Sequence[Mapping[str, object]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
