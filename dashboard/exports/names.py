"""The name of the file of a download, and how many events it has."""

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.topics import PAGES

SLUG_LENGTH = 80
"""The most characters of a file name that name the filters."""


WHOLE = (
    *(chart.name for page in PAGES for chart in page.charts if chart.whole),
    *(table.name for page in PAGES for table in page.tables if table.whole),
)
"""The exports that have all the data, whatever the filters."""


def part_of_all(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Say how many of all events an export has, `26 of 42 events`; empty if it has them all."""
    number, total = len(snapshot.select(filters).events), len(snapshot.frames.events)
    return "" if name.rpartition(".")[0] in WHOLE or number == total else captions.part(number, total)


def file_name(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Name the file of an export: `dushanbe-process-timeline-2022-osce-3-of-42.svg`.

    A table in CSV has no place to say what it leaves out, because programs read every row as data. So the name of the
    file says how many of all events it has, unless it has them all. It also says if the data is a change on trial.
    """
    stem, _, ending = name.rpartition(".")
    slug = "" if stem in WHOLE else filters.slug()
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    part = part_of_all(name, snapshot, filters).replace(" ", "-")
    if stem == "events":
        part = part.removesuffix("s").removesuffix("-event")
    return joined(snapshot, stem, slug, part) + f".{ending}"


def joined(snapshot: Snapshot, *words: str) -> str:
    """Begin the name of a file: the dashboard, whether its data is a change on trial, and the words that there are."""
    known = ("dushanbe-process", "trial" if snapshot.trial else "", *words)
    return "-".join(word for word in known if word)
