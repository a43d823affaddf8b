"""The page of an event: its article, the events around it, its files, and how to cite it."""

from dataclasses import dataclass

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look.html import Html
from dashboard.look.links import query_string
from dashboard.look.strip import strip
from dashboard.records.model import Dataset, Event
from dashboard.topics.record.frame import Around, framed


@dataclass(frozen=True)
class Neighbour:
    """Another event, and how it is related to this event."""

    relation: str
    event: Event
    when: str


@dataclass(frozen=True)
class Comparison:
    """The query of a page that compares this event with another edition, and the label of that edition."""

    query: str
    label: str


def picture(snapshot: Snapshot, event: str, around: Around) -> Html:
    """Draw all events on a line of years, with this one marked."""
    return strip(snapshot.dataset, around.links, {event})


def event_page(snapshot: Snapshot, event: str, around: Around, article: Html) -> Html:
    """Write the page of an event; `article` is its main part, with the head.

    Raises
    ------
    KeyError
        If no event has this id.
    """
    record = snapshot.dataset.events[event]
    return framed(
        "event",
        snapshot,
        around,
        event=record,
        article=article,
        neighbours=neighbours(snapshot.dataset, record),
        comparisons=comparisons(snapshot.dataset, record),
    )


def neighbours(dataset: Dataset, event: Event) -> list[Neighbour]:
    """Give the editions before and after, what the event belongs to, what belongs to it, and its neighbours in time.

    An event is named only once. An event without a date has none before or after it.
    """
    near: dict[str, Neighbour] = {}

    def add(relation: str, other: Event | None) -> None:
        if other is not None and other.id != event.id:
            near.setdefault(other.id, Neighbour(relation, other, frames.planned_or_held(dataset, other)))

    dated = [other for other in frames.in_order(dataset) if other.start]
    if event.kind == "conference":
        before, after = _beside(event, [other for other in dated if other.kind == "conference"])
        add("Earlier edition", before)
        add("Later edition", after)
    add("Part of", dataset.events.get(event.parent or ""))
    for other in frames.in_order(dataset):
        if other.parent == event.id:
            add("Part of this event", other)
        elif event.parent and other.parent == event.parent:
            add("Part of the same event", other)
    before, after = _beside(event, dated)
    add("Before", before)
    add("After", after)
    return list(near.values())


def comparisons(dataset: Dataset, event: Event) -> list[Comparison]:
    """Give the comparisons of a conference with the edition before it, and with the one after it."""
    if event.kind != "conference":
        return []
    before, after = _beside(event, [other for other in frames.in_order(dataset) if other.kind == "conference"])
    pairs = [(before, before, event)] if before else []
    pairs += [(after, event, after)] if after else []
    return [
        Comparison(query_string({"page": "compare", "from": first.id, "to": second.id}), other.label)
        for other, first, second in pairs
    ]


def _beside(event: Event, events: list[Event]) -> tuple[Event | None, Event | None]:
    """Give the events before and after one in a list; none if it is not in the list."""
    if event not in events:
        return None, None
    at = events.index(event)
    return events[at - 1] if at else None, events[at + 1] if at + 1 < len(events) else None
