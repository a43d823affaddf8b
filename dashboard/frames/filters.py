"""The filters of a reader, how an address says them, and how they narrow the frames."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import pandas as pd

from dashboard.frames import Frames, search, span
from dashboard.records.model import ORGANIZING, SHOWN_WEIGHTS, WEIGHTS, Dataset
from dashboard.records.succession import Fate, Succession
from dashboard.records.terms import terms_of
from dashboard.words import pasted

ANY = "any"
"""The value of `weight` in an address that means every weight, and so all events."""

EVERY_WEIGHT = tuple(WEIGHTS)

MAX_TEXT = 200
"""Longest text searched for, in characters; more would only slow the page."""

TOO_LONG = f"q is too long; write {MAX_TEXT} characters at most."


@dataclass(frozen=True)
class Filters:
    """Restrictions on events; an empty field restricts nothing; `weight` has a default.

    Fields are named like the parameters of the address. An event remains when it passes every field, and then it is
    shown whole. `organizer` and `role` must hold for one and the same role. Each organizer in `together` must have an
    organizing role (`model.ORGANIZING`) at the event. The time of the event may be in the span from `since` to `until`;
    `span.inside` says what this means for an event whose day is not known.
    """

    year: tuple[str, ...] = ()
    organizer: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    weight: tuple[str, ...] = SHOWN_WEIGHTS
    together: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    q: str = ""

    def having(self, facet: str, values: tuple[str, ...]) -> "Filters":
        """Give the same filters with other values for one of `FACETS`."""
        changed: dict[str, Any] = {facet: values}
        return replace(self, **changed)

    def query(self) -> dict[str, list[str]]:
        """Write the filters as parameters of an address, without those at their defaults."""
        query = {
            facet.name: list(value) if isinstance(value := getattr(self, facet.name), tuple) else [value]
            for facet in fields(self)
            if getattr(self, facet.name) != facet.default
        }
        return query | ({"weight": [ANY]} if self.any_weight else {})

    @property
    def any_weight(self) -> bool:
        """Tell whether events of every weight pass."""
        return set(self.weight) == set(EVERY_WEIGHT)

    def slug(self) -> str:
        """Word the filters for a file name: `2022-osce`, `all` for events of any weight; empty where all is default."""
        words = [*self.year, *self.organizer, *self.role, *self.kind, *self.together]
        words += span.slug(self.since, self.until)
        if self.any_weight:
            words.append("all")
        elif self.weight != SHOWN_WEIGHTS:
            words += self.weight
        if self.q:
            words.append("text")
        return "-".join(words)


FREE = (*span.SPAN, "q")
"""The filters that have no list of values: the ends of the span, and the text."""

FACETS = tuple(facet.name for facet in fields(Filters) if facet.name not in FREE)
"""The filters that choose among values."""

COUNTED = tuple(facet for facet in FACETS if facet != "together")
"""The filters whose values are offered with the number of events that have them."""


def options(dataset: Dataset, frames: Frames) -> dict[str, dict[str, str]]:
    """Give, for each facet, the values it knows and their labels, in the order shown."""
    years = sorted({int(year) for year in frames.events["year"].dropna()})
    used = set(frames.roles["organizer_id"])
    organizers = {
        organizer.id: organizer.short_name for organizer in dataset.organizers.values() if organizer.id in used
    }
    terms = terms_of(dataset)
    return {
        "year": {str(year): str(year) for year in years},
        "organizer": organizers,
        "role": {role: label for role, label in terms.roles.items() if role in set(frames.roles["role"])},
        "kind": {kind: label for kind, label in terms.lanes.items() if kind in set(frames.events["kind"])},
        "weight": {weight: label for weight, label in terms.weights.items() if weight in set(frames.events["weight"])},
        "together": organizers,
    }


def addressed(dataset: Dataset, known: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Give, for each facet, the values that an address may have: as from `options`, and then those of no event.

    An old link may name a value that the data no longer has, such as a role without events. It then leaves no event.
    """
    organizers = {organizer.id: organizer.short_name for organizer in dataset.organizers.values()}
    terms = terms_of(dataset)
    every: dict[str, Mapping[str, str]] = {
        "organizer": organizers, "role": terms.roles, "kind": terms.lanes, "weight": terms.weights,
        "together": organizers,
    }  # fmt: skip
    return {facet: {**values, **every.get(facet, {})} for facet, values in known.items()}


def values(known: Mapping[str, Mapping[str, str]], facet: str) -> list[str]:
    """Give the values that an address may have for a facet, as from `options`, with the word for every weight."""
    return [*known[facet], *([ANY] if facet == "weight" else [])]


def parse(
    query: Mapping[str, Sequence[str]], known: Mapping[str, Mapping[str, str]]
) -> tuple[Filters, list[tuple[str, str]]]:
    """Read filters from the parameters of an address.

    `known` is as from `options`; the weight `ANY` means all known weights. Unknown values are left out and returned as
    pairs of parameter and value, for a note to the reader. Parameters that are not filters are ignored.
    """
    filters = Filters()
    unknown: list[tuple[str, str]] = []
    for facet in FACETS:
        wanted = list(dict.fromkeys(query.get(facet, ())))
        if facet == "weight" and ANY in wanted:
            wanted = [*known[facet], *(value for value in wanted if value != ANY)]
        unknown += [(facet, value) for value in wanted if value not in known[facet]]
        good = tuple(value for value in known[facet] if value in wanted)
        if good:
            filters = filters.having(facet, good)
    ends, strange = span.read(query)
    filters = replace(
        filters, q=searched(" ".join(query.get("q", ()))), since=ends.get("since", ""), until=ends.get("until", "")
    )
    return filters, [*unknown, *((part.name, part.value) for part in (*strange, *too_long(query)))]


def searched(text: str) -> str:
    """Give the text to search for, cut to the greatest length; empty if nothing in it can be seen."""
    text = text.strip()[:MAX_TEXT].strip()
    return text if search.is_seen(text) else ""


def too_long(query: Mapping[str, Sequence[str]]) -> list[pasted.Strange]:
    """Say that the text of an address is too long, if it is: only its beginning is searched for."""
    text = " ".join(query.get("q", ())).strip()
    return [pasted.Strange("q", text, why=TOO_LONG)] if len(text) > MAX_TEXT else []


def read(
    given: Mapping[str, Sequence[str]],
    dataset: Dataset,
    known: Mapping[str, Mapping[str, str]],
    others: Mapping[str, Mapping[str, str]],
    free: Iterable[str] = (),
) -> tuple[Filters, dict[str, list[str]], list[pasted.Strange], list[tuple[str, Fate]]]:
    """Read an address as it arrives, with the ids that are no longer in use.

    `known` is as from `options`; `others` are the values, with their words, of parameters that are no filter, and
    `free` are further parameters that can have any value.

    Returns
    -------
    The filters; the parameters with only their known values, under present ids; what was not understood; and what
    became of ids that are no longer in use, each with its parameter.
    """
    succession, facets = Succession(dataset), addressed(dataset, known)
    forms = {name: {**values, **succession.former(name)} for name, values in {**facets, **others}.items()}
    forms["weight"][ANY] = "all events"
    query, strange = pasted.read(given, forms, several=FACETS, free=(*FREE, *free))
    ends, wrong = span.read(query)
    query = {name: values for name, values in query.items() if name not in span.SPAN}
    query, strange = query | {name: [end] for name, end in ends.items()}, [*strange, *wrong, *too_long(query)]
    query, fates = succession.updated(query)
    return parse(query, facets)[0], query, strange, fates


def select(frames: Frames, filters: Filters, matching: Collection[str] | None) -> Frames:
    """Narrow all three frames to the events that pass the filters; the input does not change.

    `matching` are the ids of the events whose text holds the words of the search, as from `find.Found`; None
    without a search. Frames without rows stay as they are.
    """
    ids = _remaining(frames, filters, matching)
    return Frames(*(frame[frame["event_id"].isin(ids)].reset_index(drop=True) for frame in vars(frames).values()))


def counts(frames: Frames, filters: Filters, matching: Collection[str] | None) -> dict[str, dict[str, int]]:
    """Count, for each facet and value, the events that would remain with only this value, other facets unchanged.

    `matching` is as in `select`. A value that would leave nothing is not in the answer.
    """
    result = {}
    for facet in COUNTED:
        ids = _remaining(frames, filters.having(facet, EVERY_WEIGHT if facet == "weight" else ()), matching)
        if facet in ("organizer", "role"):
            column = {"organizer": "organizer_id", "role": "role"}[facet]
            roles = _passing(frames.roles, filters.having(facet, ()))
            tally = roles[roles["event_id"].isin(ids)].groupby(column)["event_id"].nunique()
        else:
            events = frames.events
            tally = events.loc[events["event_id"].isin(ids), facet].value_counts()
        result[facet] = {str(value): int(count) for value, count in tally.items()}
    return result


def _remaining(frames: Frames, filters: Filters, matching: Collection[str] | None) -> set[str]:
    """Give the ids of the events that pass the filters and the search."""
    events = frames.events
    keep = events["weight"].isin(filters.weight)
    if filters.year:
        keep &= events["year"].isin([int(year) for year in filters.year])
    if filters.since or filters.until:
        keep &= span.inside(events, filters.since, filters.until)
    if filters.kind:
        keep &= events["kind"].isin(filters.kind)
    if filters.organizer or filters.role:
        keep &= events["event_id"].isin(_passing(frames.roles, filters)["event_id"])
    for organizer in filters.together:
        roles = frames.roles[frames.roles["organizer_id"] == organizer]
        keep &= events["event_id"].isin(roles.loc[roles["role"].isin(ORGANIZING), "event_id"])
    ids = set(events.loc[keep, "event_id"])
    return ids if matching is None else ids.intersection(matching)


def _passing(roles: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the roles that pass the organizer and the role filter at once."""
    if filters.organizer:
        roles = roles[roles["organizer_id"].isin(filters.organizer)]
    if filters.role:
        roles = roles[roles["role"].isin(filters.role)]
    return roles
