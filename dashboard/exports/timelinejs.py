"""The events for TimelineJS of Knight Lab, which shows a timeline as slides.

The format is described at https://timeline.knightlab.com/docs/json-format.html. TimelineJS takes texts as HTML.
"""

import json

from dashboard.exports import site
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames import planned_or_held, where
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, escaped, render
from dashboard.records.dates import PartialDate
from dashboard.records.model import CONFIDENCE_WORDS, Event
from dashboard.records.terms import terms_of
from dashboard.words.counting import counted, listed


def timelinejs(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write a slide for each event, and a first one that says which events these are.

    Events without a date are left out, and the first slide says how many. `unique_id` is the id of the event.
    """
    shown = snapshot.select(filters)
    events = [snapshot.dataset.events[name] for name in shown.events["event_id"]]
    dated = [event for event in events if event.start]
    undated = len(events) - len(dated)
    process = snapshot.dataset.process
    lines = [
        process.summary if process else "",
        captions.caption(snapshot, filters, shown),
        f"Without a slide: {counted(undated, 'event')} whose date is not known." if undated else "",
    ]
    title = {
        "headline": escaped(snapshot.dataset.process_name),
        "text": _text(lines, "Open the dashboard", site.view(options, filters)),
    }
    content = {"title": {"text": title}, "events": [_slide(snapshot, event, options) for event in dated]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


OFFERED = (
    (
        "timelinejs.json",
        "Timeline, JSON for TimelineJS",
        timelinejs,
        "A slide for each event, for a story on another page with TimelineJS.",
    ),
)
"""Name, label, function and purpose of each export."""


def _slide(snapshot: Snapshot, event: Event, options: Options) -> dict[str, object]:
    lines = [
        event.title if event.title != event.label else "",
        where(event),
        _who(snapshot, event),
        event.note or "",
        counted(len(event.sources), "source"),
    ]
    slide: dict[str, object] = {
        "unique_id": event.first_id,
        "start_date": _date(event.start),
        "display_date": escaped(planned_or_held(snapshot.dataset, event)),
        "group": escaped(terms_of(snapshot.dataset).kinds[event.kind]),
        "text": {
            "headline": escaped(event.label),
            "text": _text(lines, "Facts and sources", site.event_page(options, event.id)),
        },
    }
    return slide | {"end_date": _date(event.end)} if event.end and event.end != event.start else slide


def _who(snapshot: Snapshot, event: Event) -> str:
    """Name who did what: `Host: Norway; Sponsors: UNDP and Qatar (disputed)`."""
    by_role: dict[str, list[str]] = {}
    terms = terms_of(snapshot.dataset)
    for role in event.roles:
        if role.organizer in snapshot.dataset.organizers:
            doubt = CONFIDENCE_WORDS.get(role.confidence, "")
            name = snapshot.dataset.organizers[role.organizer].short_name
            by_role.setdefault(role.role, []).append(f"{name} ({doubt})" if doubt else name)
    return "; ".join(f"{terms.holders(role, len(names))}: {listed(names)}" for role, names in by_role.items())


def _text(lines: list[str], label: str, url: str) -> Html:
    return render("exports/slide.html", lines=lines, label=label, url=url)


def _date(day: PartialDate | None) -> dict[str, int]:
    """Give the parts of a date that are known."""
    parts = {"year": day.year, "month": day.month, "day": day.day} if day else {}
    return {name: part for name, part in parts.items() if part}
