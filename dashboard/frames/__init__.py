"""Tidy frames made from the records, and how filters and a search narrow them.

`tidy` makes the three frames of the page, `filters` narrows them and counts the events of each choice, `search`
finds words in texts. `claims` makes a fourth frame, which only files and programs use.
"""

from dashboard.frames.tidy import (
    EVENTS,
    NO_PLACE,
    ROLES,
    SOURCES,
    Frames,
    build,
    in_order,
    is_ahead,
    is_online,
    place,
    planned_or_held,
    when,
    where,
)

__all__ = [
    "EVENTS",
    "NO_PLACE",
    "ROLES",
    "SOURCES",
    "Frames",
    "build",
    "in_order",
    "is_ahead",
    "is_online",
    "place",
    "planned_or_held",
    "when",
    "where",
]
