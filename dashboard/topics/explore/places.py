"""The places of the map: those of the events whose cities have coordinates in `process.yaml`."""

from dashboard.library import Snapshot
from dashboard.look.shapes import MapPlace


def placed(snapshot: Snapshot) -> list[MapPlace]:
    """Give each place with its events, in the order of `process.yaml`; empty if the series has no coordinates."""
    dataset = snapshot.dataset
    events: dict[tuple[str | None, str | None], list[str]] = {}
    for name in snapshot.frames.events["event_id"]:
        event = dataset.events[name]
        events.setdefault((event.city, event.country), []).append(name)
    return [
        {
            "name": ", ".join(part for part in (place.city, place.country) if part),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "events": events[place.city, place.country],
        }
        for place in (dataset.process.places if dataset.process else ())
        if (place.city, place.country) in events
    ]


def views(snapshot: Snapshot) -> dict[str, str]:
    """Give the values of the parameter `map`: it is `1` while the map is open; none without places."""
    return {"1": "The map"} if placed(snapshot) else {}
