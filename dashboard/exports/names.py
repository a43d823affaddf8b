"""What the file of a download is called, and which events it holds."""

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.topics import PAGES
from dashboard.words.counting import counted

SLUG_LENGTH = 80
"""Longest part of a file name that words the filters, in characters."""


WHOLE = (
    *(chart.name for page in PAGES for chart in page.charts if chart.whole),
    *(table.name for page in PAGES for table in page.tables if table.whole),
)
"""The exports that hold all the data, whatever the filters."""


def part_of_all(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Say how many of all events an export holds, `26 of 42 events`; empty where it holds them all."""
    number, total = len(snapshot.select(filters).events), len(snapshot.frames.events)
    return "" if name.rpartition(".")[0] in WHOLE or number == total else f"{number} of {counted(total, 'event')}"


def file_name(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Name the file of an export: `dushanbe-process-timeline-2022-osce-3-of-42.svg`.

    A table in CSV has no place for a word on what it leaves out, since programs take every row for data. So the name of
    each file says how many of all events it holds, unless it holds them all. That of a change on trial says so too.
    """
    stem, _, ending = name.rpartition(".")
    slug = "" if stem in WHOLE else filters.slug()
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    part = part_of_all(name, snapshot, filters).replace(" ", "-")
    if stem == "events":
        part = part.removesuffix("s").removesuffix("-event")
    words = ("dushanbe-process", "trial" if snapshot.trial else "", stem, slug, part)
    return "-".join(word for word in words if word) + f".{ending}"
