"""Words for a choice of events: its filters, what they hide, and the line under a picture."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard import __version__
from dashboard.frames import Frames
from dashboard.frames.filters import ANY, EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look.shapes import Chip
from dashboard.records.model import WEIGHT_NOUNS
from dashboard.words.counting import capital, counted
from dashboard.words.phrases import worded

SOFTWARE = f"Dushanbe Process dashboard {__version__}"
"""The name of the program, on the page and in every file that has room for it."""


def chips(filters: Filters, known: Mapping[str, Mapping[str, str]]) -> list[Chip]:
    """Name each active filter: the parameter, its value, and the words for the reader."""
    named: list[Chip] = []
    for facet, values in filters.query().items():
        if values == [ANY] and facet == "weight":
            named.append({"facet": facet, "value": ANY, "label": worded("filter-any")})
        elif facet == "q":
            named.append({"facet": "q", "value": filters.q, "label": worded("filter-text", text=filters.q)})
        else:
            for value in values:
                label = known[facet].get(value, value)
                words = worded("filter-together", organizer=label) if facet == "together" else label
                named.append({"facet": facet, "value": value, "label": words})
    return named


def not_shown(snapshot: Snapshot, filters: Filters) -> str:
    """Name the kinds of events that pass all other filters but are hidden because of their weight; empty if none is.

    At first readers see only some weights. So every choice of events says which are hidden.
    """
    events = snapshot.select(replace(filters, weight=EVERY_WEIGHT)).events
    hidden = events[~events["weight"].isin(filters.weight)]
    return ", ".join(noun for weight, noun in WEIGHT_NOUNS.items() if weight in set(hidden["weight"]))


def choice(snapshot: Snapshot, filters: Filters, shown: Frames) -> str:
    """Say which events a picture or a file has: how many, by which filters, and which are not shown."""
    number, total = len(shown.events), len(snapshot.frames.events)
    words = ", ".join(chip["label"] for chip in chips(filters, snapshot.known) if chip["facet"] != "weight")
    hidden = not_shown(snapshot, filters)
    parts = [
        f"all {counted(total, 'event')}" if number == total > 1 else f"{number} of {counted(total, 'event')}",
        f"filters: {words}" if words else "",
        f"not shown: {hidden}" if hidden else "",
    ]
    return capital("; ".join(part for part in parts if part))


def caption(snapshot: Snapshot, filters: Filters, shown: Frames) -> str:
    """Write the line under a picture: which events, number of sources, day of the data, name and version of this."""
    process = snapshot.dataset.process
    day = f" · data of {process.updated.words()}" if process else ""
    sources = counted(shown.sources["source_id"].nunique(), "source")
    standing = " · a change on trial, not published" if snapshot.trial else ""
    return f"{choice(snapshot, filters, shown)} · {sources}{day} · {SOFTWARE}{standing}"
