"""The facts for the linked views, sent once per version of the data, and what Python itself shows of them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, cast

import pandas as pd

from dashboard.frames import Frames, search
from dashboard.frames.filters import addressed
from dashboard.frames.find import WEIGHTS
from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.page import Page
from dashboard.look.plot import BREAK
from dashboard.look.shapes import (
    EventFacts,
    Facts,
    Folds,
    OrganizerFacts,
    PackedMatrix,
    PackedTrace,
    TextIndex,
)
from dashboard.look.style import MARKS, PICTURE_FONT, badge, css_colors, dark
from dashboard.records.belonging import wholes
from dashboard.records.evidence import proof_keys
from dashboard.records.kinds import LASTING
from dashboard.records.model import (
    ORGANIZER_KINDS,
    ORGANIZING,
    Dataset,
    Opening,
    Process,
)
from dashboard.records.terms import Terms, terms_of
from dashboard.topics.explore import eras, figures, findings, places, sentences, tour
from dashboard.words import sounds
from dashboard.words.counting import LOCALE, MONTHS, WORDS, agreeing, capital, in_words
from dashboard.words.phrases import FORMS, TEXTS

COLUMNS = {"conferences": "Conferences", "all": "All events"}
"""What the columns of the matrix are."""


def bundle(snapshot: Snapshot, pages: Sequence[Page] = ()) -> bytes:
    """Write the facts about all events, from which the browser selects and draws, as JSON: a `shapes.Facts`.

    `pages` are the pages that the browser knows in an address. The server reads an address with any other page.
    """
    frames, dataset, terms = snapshot.frames, snapshot.dataset, terms_of(snapshot.dataset)
    role_rows = rows(frames.roles, RoleRow)
    sources = _sources(frames.sources)
    every = addressed(dataset, snapshot.known)
    content: Facts = {
        "version": snapshot.stamp,
        "process": dataset.process_id,
        "name": dataset.process_name,
        "opens": dataset.opens,
        "order": {"events": list(frames.events["event_id"]), "organizers": list(dataset.organizers)},
        "events": {row.event_id: _event(snapshot, row, sources, terms) for row in rows(frames.events, EventRow)},
        "roles": [(row.event_id, row.organizer_id, row.role, row.confidence) for row in role_rows],
        "organizers": _organizers(dataset),
        "known": snapshot.known,
        "unused": {
            facet: {value: label for value, label in values.items() if value not in snapshot.known[facet]}
            for facet, values in every.items()
        },
        "pages": {page.key: page.title for page in pages},
        "own": {
            parameter.name: {
                "page": page.key, "usual": parameter.default, "values": list(parameter.known(snapshot)),
            }
            for page in pages[1:] for parameter in page.parameters
        },
        "vocabulary": {
            "kinds": dict(terms.lanes),
            "kindNouns": dict(terms.nouns),
            "weightNouns": dict(terms.weight_nouns),
            "organizerKinds": ORGANIZER_KINDS,
            "organizing": list(ORGANIZING),
            "columns": COLUMNS | {"conferences": capital(terms.conference(2))},
            "sorts": figures.SORTS,
            "lanes": findings.LANES,
            "certainty": findings.CERTAINTY,
        },
        "words": {
            "locale": str(LOCALE).replace("_", "-"),
            "texts": {**TEXTS},
            "forms": {**FORMS, **{kind.word: (kind.noun, kind.plural) for kind in LASTING.values()}},
            "numbers": list(WORDS),
            "months": list(MONTHS[1:]),
            "list": dict(LOCALE.list_patterns["standard"]),
        },
        "timeline": figures.timeline(frames.events, terms).to_plotly_json(),
        "matrix": _packed(figures.role_matrix(frames.roles, frames.events, None, terms).to_plotly_json()),
        "marks": {
            role: {"name": name, "noun": terms.role(role), "badge": badge(role), "letter": MARKS[role].letter}
            for role, name in terms.roles.items()
        },
        "pictures": {
            "day": captions.day_of_data(snapshot),
            "software": captions.software(snapshot.dataset),
            "trial": snapshot.trial,
            "font": PICTURE_FONT,
        },
        "tour": tour.facts(dataset),
        "places": places.placed(snapshot),
        "eras": eras.facts(dataset),
        "dark": dark(dataset.accent),
        "accent": dataset.accent.light,
        "css": css_colors(dataset.accent),
    }  # fmt: skip
    return _json(content)


def _event(snapshot: Snapshot, row: EventRow, sources: dict[str, list[int]], terms: Terms) -> EventFacts:
    event = snapshot.dataset.events[row.event_id]
    holders = {role.organizer for role in event.roles}
    return {
        "label": row.label,
        "title": row.title,
        "when": row.when,
        "kind": row.kind,
        "kindName": terms.kinds[row.kind],
        "edition": None if pd.isna(row.edition) else int(row.edition),
        "first": "" if pd.isna(row.first) else row.first.date().isoformat(),
        "last": "" if pd.isna(row.last) else row.last.date().isoformat(),
        "year": event.start.year if event.start else None,
        "weight": event.weight,
        "start": row.start,
        "end": row.end,
        "dating": row.dating,
        "where": sentences.where(row),
        "ahead": bool(row.ahead),
        "keys": [key for key in proof_keys(snapshot.dataset, event) if key not in holders],
        "sources": sources.get(row.event_id, []),
    }


def _sources(sources: pd.DataFrame) -> dict[str, list[int]]:
    """Number the sources in the order in which events cite them, and give the numbers by event."""
    numbers: dict[str, int] = {}
    by_event: dict[str, list[int]] = {}
    for event, source in zip(sources["event_id"].tolist(), sources["source_id"].tolist(), strict=True):
        by_event.setdefault(event, []).append(numbers.setdefault(source, len(numbers)))
    return by_event


def _organizers(dataset: Dataset) -> dict[str, OrganizerFacts]:
    folded = {organizer.short_name.casefold() for organizer in dataset.organizers.values()}
    ranks = {name: rank for rank, name in enumerate(sorted(folded))}
    return {
        organizer.id: {
            "name": organizer.short_name,
            "kind": organizer.kind,
            "partOf": list(wholes(dataset.organizers, organizer.id)),
            "rank": ranks[organizer.short_name.casefold()],
        }
        for organizer in dataset.organizers.values()
    }


def _packed(matrix: dict[str, Any]) -> PackedMatrix:
    """Leave the repeated values out of the figure. `engine/facts.js` restores them."""
    second: dict[str, str] = {}
    notes: dict[str, int] = {}
    data = []
    for trace in matrix["data"]:
        heads: dict[str, str] = {}
        numbers = []
        for (event, organizer), box in zip(trace["customdata"], trace["hovertext"], strict=True):
            heads[organizer], second[event], note = box.split(BREAK)
            numbers.append(notes.setdefault(note, len(notes)))
        rest = {key: value for key, value in trace.items() if key not in ("x", "y", "text", "hovertext")}
        data.append(cast("PackedTrace", rest | {"heads": heads, "notes": numbers}))
    return {"data": data, "layout": matrix["layout"], "lines": second, "notes": list(notes)}


def _json(content: Facts | TextIndex) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def text_index(snapshot: Snapshot) -> bytes:
    """Write what the browser searches, as JSON: a `shapes.TextIndex`."""
    finder = snapshot.finder
    content: TextIndex = {
        "records": [
            {
                "kind": record.kind,
                "id": record.id,
                "names": list(record.names),
                "passages": list(record.passages),
                "others": list(record.others),
                "figures": record.figures,
            }
            for record in finder.records
        ],
        "weights": [WEIGHTS.index(event.weight) for event in snapshot.dataset.events.values()],
        "names": [list(group) for group in finder.names],
        "letters": sounds.LETTERS,
        "sounds": list(sounds.SAME),
        "folds": cast("Folds", search.foldings()),
    }
    return _json(content)


def totals(snapshot: Snapshot) -> dict[str, object]:
    """Give the totals beside the title of the page, by their words; a body is not counted if its whole is.

    An organizer is counted even if all its roles at conferences are disputed. The words say how many such there are.
    They also say how many bodies are not counted, because the matrix has a row for each.
    """
    events, terms = snapshot.frames.events, terms_of(snapshot.dataset)
    conferences = events[events["kind"] == "conference"]
    roles = snapshot.frames.roles
    strict = roles[roles["role"].isin(ORGANIZING) & roles["event_id"].isin(conferences["event_id"])]
    above = {row.organizer_id: row.part_of.split() for row in rows(strict, RoleRow)}
    counted_once = {name for name, wholes in above.items() if not any(whole in above for whole in wholes)}
    number = len(counted_once)
    firm = set(strict.loc[strict["confidence"] != "disputed", "organizer_id"])
    doubted = len(counted_once - firm.union(*(above[name] for name in firm)))
    which = "" if doubted == number else f"{in_words(doubted)} of them "
    disputed = f", {which}disputed" if doubted else ""
    bodies = len(above) - number
    whose = f"{in_words(bodies)} of {agreeing(number, *FORMS['its'])} bodies" if bodies else ""
    besides = f"{',' if doubted else ''} plus {whose}" if bodies else ""
    return {
        terms.conference(len(conferences)): len(conferences),
        f"{terms.conference()} {agreeing(number, 'organizer', 'organizers')}{disputed}{besides}": number,
        agreeing(len(snapshot.dataset.sources), "source", "sources"): len(snapshot.dataset.sources),
        **_years(events, snapshot.dataset.process),
    }


def _years(events: pd.DataFrame, process: Process | None) -> dict[str, str]:
    """Give the years of the events, and the day until which events were searched for.

    What is only announced is not covered yet. Its years count only if there is nothing else.
    """
    years = events.loc[~events["ahead"], "year"].dropna()
    if years.empty:
        years = events["year"].dropna()
    if years.empty:
        return {}
    first, last = years.min(), years.max()
    until = f", searched until {process.covered_until.words()}" if process and process.covered_until else ""
    noun = "year covered" if first == last else "years covered"
    return {f"{noun}{until}": f"{first}" if first == last else f"{first}–{last}"}


def chosen_event(
    frames: Frames, wanted: str | None, opens: Opening = "latest", best: Iterable[str] | None = None
) -> str | None:
    """Give the event to open: the wanted one if it remains, else the best that was found, a conference, or any event.

    `best` are the events that a search has found, the best first. `opens` says which conference or event: the first, or
    the last that has begun by the day of the data. If none has begun, it is the first.
    """
    events = frames.events
    if wanted in set(events["event_id"]):
        return wanted
    remaining = set(events["event_id"])
    if hit := next((event for event in best or () if event in remaining), None):
        return hit
    conferences = events[events["kind"] == "conference"]
    possible = events if conferences.empty else conferences
    begun = possible[possible["first"].notna() & ~possible["ahead"]]["event_id"]
    if opens == "latest" and len(begun):
        return str(begun.iloc[-1])
    return next(iter(possible["event_id"]), None)


def matrix_columns(shown: Frames, columns: str) -> pd.DataFrame:
    """Give the events that are the columns of the matrix: all of them if there is no conference among them."""
    conferences = shown.events[shown.events["kind"] == "conference"]
    return shown.events if columns == "all" or conferences.empty else conferences
