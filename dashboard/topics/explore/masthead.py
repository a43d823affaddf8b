"""The head of every page: title, the line that says what the process is, and totals; on the first page what is last."""

import re
from typing import Any

from dashboard.frames.rows import EventRow, rows
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, render
from dashboard.look.links import to_view
from dashboard.records.dates import PartialDate
from dashboard.records.model import Event, Upcoming
from dashboard.topics.explore import payload, tour

_HEAD = re.compile(r"(.{30,}?)(?=[:;] |\. )", re.DOTALL)
"""The part of a sentence for narrow places: up to its first colon, semicolon or end, after 30 letters at least."""


def masthead(snapshot: Snapshot, *, first: bool = False) -> Html:
    """Write the head of a page. It is the same for all readers of a snapshot; `first` writes that of the first page."""
    return snapshot.answer(_of_first_page if first else _of_other_pages)


def _of_other_pages(snapshot: Snapshot) -> Html:
    return _masthead(snapshot, None, None, has_tour=False)


def _of_first_page(snapshot: Snapshot) -> Html:
    last, ahead = _conferences(snapshot)
    has_tour = bool(tour.steps(snapshot.dataset))
    return _masthead(snapshot, _entered(last), _entered(ahead) or _announced(snapshot), has_tour=has_tour)


def _masthead(
    snapshot: Snapshot, last: dict[str, Any] | None, upcoming: dict[str, Any] | None, *, has_tour: bool
) -> Html:
    process = snapshot.dataset.process
    summary = process.summary if process else ""
    head = _HEAD.match(summary)
    return render(
        "topics/explore/masthead.html",
        name=snapshot.dataset.process_name,
        summary=head[1] if head else summary,
        more=summary[head.end() :] if head else "",
        last=last,
        next=upcoming,
        tour=has_tour,
        totals=payload.totals(snapshot),
    )


def _conferences(snapshot: Snapshot) -> tuple[Event | None, Event | None]:
    """Give the last conference that has begun by the day of the data, and the first that has not; each may be None."""
    events = snapshot.frames.events
    dated = events[(events["kind"] == "conference") & events["first"].notna()]
    begun = [row.event_id for row in rows(dated[~dated["ahead"].astype(bool)], EventRow)]
    ahead = [row.event_id for row in rows(dated[dated["ahead"].astype(bool)], EventRow)]
    every = snapshot.dataset.events
    return every[begun[-1]] if begun else None, every[ahead[0]] if ahead else None


def _entered(event: Event | None) -> dict[str, Any] | None:
    """Name an event of the data by place and month, with the query that opens it."""
    if event is None:
        return None
    words = _place_and_month(event.city or event.country or event.label, event.start)
    return {"href": to_view({"event": event.id}), "words": words, "title": words, "sources": ()}


def _announced(snapshot: Snapshot) -> dict[str, Any] | None:
    """Say what `next` of the process says; None if it is not there."""
    upcoming = snapshot.dataset.process.next if snapshot.dataset.process else None
    if upcoming is None:
        return None
    checked = upcoming.checked.words()
    by = f"By {checked}" if upcoming.checked.about or not upcoming.checked.day else f"On {checked}"
    return {
        "title": _title(upcoming),
        "href": "",
        "checked": checked,
        "words": f"{by}, {_what_was_found(upcoming)}",
        "sources": [_source(snapshot, name) for name in upcoming.sources if name in snapshot.dataset.sources],
    }


def _title(upcoming: Upcoming) -> str:
    if not upcoming.is_announced:
        return "none announced"
    date = upcoming.date.words() if upcoming.date else ""
    return ", ".join(part for part in (upcoming.title, upcoming.place, date) if part)


def _what_was_found(upcoming: Upcoming) -> str:
    if upcoming.is_announced:
        return "this was announced in:"
    return "no announcement was found. These sources were among those looked at:"


def _source(snapshot: Snapshot, name: str) -> dict[str, str]:
    source = snapshot.dataset.sources[name]
    return {
        "title": source.title_en or source.heading,
        "url": source.url or "",
        "where": markup.who(source, undated=""),
    }


def _place_and_month(place: str, date: PartialDate | None) -> str:
    """Write `Oslo, May 2018`, as precisely as the date is known."""
    return f"{place}, {PartialDate(date.year, date.month, None, date.about).words()}" if date else place
