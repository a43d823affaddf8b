"""Rows of the tidy frames with the types of their columns, which pandas does not tell."""

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, TypeVar, cast

import pandas as pd

from dashboard.records.model import Confidence, Dating, EventKind, OrganizerKind, RoleWord

Row = TypeVar("Row")


class EventRow(NamedTuple):
    """What is read of a row of `frames.EVENTS`; `first` and `last` may be missing, and so may `edition`."""

    event_id: str
    label: str
    title: str
    when: str
    kind: EventKind
    edition: int
    start: str
    end: str
    dating: Dating
    first: pd.Timestamp
    last: pd.Timestamp
    ahead: bool
    city: str
    country: str
    venue: str
    organizers: str
    n_disputes: int
    height: float
    """Added by the timeline: where on the y axis a mark is."""


class RoleRow(NamedTuple):
    """What is read of a row of `frames.ROLES`."""

    event_id: str
    event: str
    organizer_id: str
    organizer: str
    organizer_kind: OrganizerKind
    role: RoleWord
    confidence: Confidence
    sources: str
    part_of: str


def rows(frame: pd.DataFrame, kind: type[Row]) -> Iterable[Row]:
    """Give the rows of a frame; the caller knows that it has the columns of `kind` that are read."""
    row = _of(tuple(frame.columns))
    return cast("Iterable[Row]", map(row._make, zip(*(column for _, column in frame.items()), strict=True)))


@cache
def _of(columns: tuple[str, ...]) -> type[NamedTuple]:
    """Make the type of a row once; pandas would make it for every frame, which takes longer than most frames."""
    return cast("type[NamedTuple]", namedtuple("Row", columns))
