"""Rows of the tidy frames with the types of their columns, which pandas does not tell."""

from collections.abc import Iterable
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
    return cast("Iterable[Row]", frame.itertuples())
