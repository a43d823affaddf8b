"""Three tidy frames made from the records, and how filters and a search narrow them.

`tidy` makes the frames, `filters` narrows them and counts what each choice would leave, `search` finds words in texts.
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
    when,
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
    "when",
]
