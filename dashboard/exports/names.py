"""The name of the file of a download, and how many events it has."""

from dashboard.exports import calendar
from dashboard.exports.options import DEFAULTS, Options, event_of
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.topics import PAGES
from dashboard.words.counting import part

SLUG_LENGTH = 80
"""The most characters of a file name that name the filters."""


WHOLE = (
    *(chart.name for page in PAGES for chart in page.charts if chart.whole),
    *(table.name for page in PAGES for table in page.tables if table.whole),
    *("dataset", "dataset-csl"),
)
"""The exports that have all the data, whatever the filters."""

OF_ONE_EVENT = ("event", "event-csl", "handout")
"""The exports about one event, if one is named; the filters do not change them."""


def part_of_all(name: str, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> str:
    """Say how many of all events an export has, `26 of 42 events`; empty if it has them all, or is about one event."""
    stem = name.partition(".")[0]
    events, total = snapshot.select(filters).events, len(snapshot.frames.events)
    number = len(calendar.with_days(events) if name == calendar.NAME else events)
    whole = stem in WHOLE or _is_of_one_event(stem, options) or number == total
    return "" if whole else part(number, total)


def file_name(name: str, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> str:
    """Name the file of an export: `my-process-timeline-2022-osce-3-of-42.svg`.

    A table in CSV has no place to say what it leaves out, because programs read every row as data. So the name of the
    file says how many of all events it has, unless it has them all. It also says if the data is a change on trial.
    Raises `NeedsEventError` as `event_of` does.
    """
    stem, _, ending = name.partition(".")
    if _is_of_one_event(stem, options):
        return joined(snapshot, stem, event_of(snapshot, options).id) + f".{ending}"
    slug = "" if stem in WHOLE else filters.slug()
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    part = part_of_all(name, snapshot, filters, options).replace(" ", "-")
    if stem.removesuffix("-excel") == "events":
        part = part.removesuffix("s").removesuffix("-event")
    return joined(snapshot, stem, slug, part) + f".{ending}"


def _is_of_one_event(stem: str, options: Options) -> bool:
    return stem in OF_ONE_EVENT and bool(options.get("event"))


def joined(snapshot: Snapshot, *words: str) -> str:
    """Begin the name of a file: the process, whether its data is a change on trial, and the words that exist."""
    known = (snapshot.dataset.process_id, "trial" if snapshot.trial else "", *words)
    return "-".join(word for word in known if word)
