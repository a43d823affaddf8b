"""What a file says about itself: which data and which events it has, and who has rights in it."""

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.model import Dataset, Licence


def licence(dataset: Dataset) -> Licence | None:
    """Give the licence that the series names for its data and articles."""
    return dataset.process.licence if dataset.process else None


OWN_WORDS = (
    "Facts from the sources listed, in our own words; titles and the texts of the sources belong to their publishers."
)
"""What every page says about texts that are not ours."""


def rights(dataset: Dataset) -> str:
    """Say what every page and every complete data file says about its rights. It claims no licence of its own."""
    named = licence(dataset)
    under = f"{named.name}, {named.url}." if named else "No licence is named for this data."
    return f"{under} {OWN_WORDS}"


def authors(dataset: Dataset) -> str:
    """Name the authors of the dashboard as a group, as in CITATION.cff."""
    return f"Contributors to the {captions.work(dataset)}"


def meta(snapshot: Snapshot, filters: Filters) -> dict[str, object]:
    """Say what a file has: the data and its version, the filters, the number of events, the rights and the program."""
    shown, process = snapshot.select(filters), snapshot.dataset.process
    return {
        "name": snapshot.dataset.process_name,
        "updated": str(process.updated) if process else None,
        "stamp": snapshot.stamp,
        "published": not snapshot.trial,
        "filters": filters.query() | {"weight": list(filters.weight)},
        "n_events": len(shown.events),
        "n_events_in_all": len(snapshot.frames.events),
        "choice": captions.choice(snapshot, filters, shown),
        "n_sources": shown.sources["source_id"].nunique(),
        "rights": rights(snapshot.dataset),
        "software": captions.software(snapshot.dataset),
    }
