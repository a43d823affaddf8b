"""Words for an event, and for a choice of events: its filters, what they hide, and the line under a picture."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard import __version__
from dashboard.frames import Frames, is_ahead, search, span
from dashboard.frames.filters import ANY, EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look.shapes import Chip
from dashboard.records.model import Dataset, Event
from dashboard.records.terms import terms_of
from dashboard.words.counting import agreeing, capital, counted, part
from dashboard.words.phrases import FORMS, worded


def software(dataset: Dataset) -> str:
    """Name the dashboard and its version, for the page and for every file that has room for it."""
    return f"{work(dataset)} {__version__}"


def work(dataset: Dataset) -> str:
    """Name the dashboard as a work that can be cited: `Oslo Process dashboard`."""
    return f"{dataset.process_name} dashboard"


def kind(dataset: Dataset, event: Event) -> str:
    """Name the kind of an event, its number in the series, and whether it is only planned."""
    number = f" {event.edition} of the series" if event.edition else ""
    return f"{terms_of(dataset).kinds[event.kind]}{number}{', planned' if is_ahead(dataset, event) else ''}"


def chips(filters: Filters, known: Mapping[str, Mapping[str, str]]) -> list[Chip]:
    """Name each active filter: the parameter, its value, and the words for the reader.

    The two ends of a span are one filter, `span`.
    """
    named: list[Chip] = []
    for facet, values in filters.query().items():
        if values == [ANY] and facet == "weight":
            named.append({"facet": facet, "value": ANY, "label": worded("filter-any")})
        elif facet in span.SPAN:
            ends = (filters.since, filters.until)
            chip: Chip = {"facet": "span", "value": span.BETWEEN.join(ends), "label": span.words(*ends)}
            named += [chip] if chip not in named else []
        elif facet == "q":
            named.append(
                {"facet": "q", "value": filters.q, "label": worded("filter-text", text=search.unquoted(filters.q))}
            )
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
    nouns = terms_of(snapshot.dataset).weight_nouns
    return ", ".join(noun for weight, noun in nouns.items() if weight in set(hidden["weight"]))


def choice(snapshot: Snapshot, filters: Filters, shown: Frames) -> str:
    """Say which events a picture or a file has: how many, by which filters, and which are not shown."""
    number, total = len(shown.events), len(snapshot.frames.events)
    words = ", ".join(chip["label"] for chip in chips(filters, snapshot.known) if chip["facet"] != "weight")
    hidden = not_shown(snapshot, filters)
    parts = [
        worded("caption-all", events=counted(total, "event")) if number == total > 1 else part(number, total),
        worded("caption-filters", filters=words) if words else "",
        worded("caption-hidden", hidden=hidden) if hidden else "",
    ]
    return capital("; ".join(filter(None, parts)))


def caption(snapshot: Snapshot, filters: Filters, shown: Frames, drawn: str = "") -> str:
    """Write the line under a picture: which events, number of sources, day of the data, name and version of this.

    `drawn` says which of these events are in the picture, if not all are.
    """
    which = "; ".join(filter(None, (choice(snapshot, filters, shown), drawn)))
    return _line(snapshot, which, counted(shown.sources["source_id"].nunique(), "source"))


def caption_of_sources(snapshot: Snapshot) -> str:
    """Write the line under a picture of all sources, also of those that no event names."""
    number = len(snapshot.dataset.sources)
    sources = counted(number, "source")
    return _line(snapshot, capital(worded("caption-all", events=sources)) if number > 1 else sources)


def undated(number: int) -> str:
    """Say how many events have no date and so no place on a timeline; empty if all have one."""
    if not number:
        return ""
    are = agreeing(number, *FORMS["is"])
    return worded("caption-undated", events=counted(number, *FORMS["event"]), are=are)


def _line(snapshot: Snapshot, *what: str) -> str:
    """Write a line under a picture, which begins with what is in it."""
    day = day_of_data(snapshot)
    parts = [
        *what,
        worded("caption-day", day=day) if day else "",
        software(snapshot.dataset),
        worded("caption-trial") if snapshot.trial else "",
    ]
    return " · ".join(filter(None, parts))


def day_of_data(snapshot: Snapshot) -> str:
    """Give the day on which the data was last brought up to date, in words; empty if the data has no such day."""
    process = snapshot.dataset.process
    return process.updated.words() if process else ""
