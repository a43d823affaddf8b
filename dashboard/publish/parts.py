"""Exports in parts: what each event adds to a file. From them the browser makes the files of the events that remain.

Every part is cut out of what an export wrote, and `engine/parts.js` joins the parts again. A
place that depends on the choice of the reader is a hole, which the browser fills.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from dashboard.exports import EXPORTS, Options, site, tables_of
from dashboard.exports.calendar import NAME as CALENDAR
from dashboard.exports.calendar import NAMED, with_days
from dashboard.exports.citations import TEX, entries
from dashboard.exports.references import of_view
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.shapes import CalendarParts, CitationForm, CitationParts, Parts, Written
from dashboard.words.counting import small

EVERY_EVENT = Filters(weight=EVERY_WEIGHT)
"""The filters that leave every event."""

NO_EVENT = Filters(weight=())
"""The filters that leave none."""

_RECORD = re.compile(r'(?:[^"\n]++|"[^"]*+")*+\n')
_BODY = re.compile(r"^(?:BEGIN:VEVENT|END:VCALENDAR)\r\n", re.MULTILINE)
_ENTRY = re.compile(r"^BEGIN:VEVENT\r\n.*?^END:VEVENT\r\n", re.MULTILINE | re.DOTALL)

# No text has the name of a hole between these two signs for private use.
_HOLE = re.compile("\ue000((?:about|day|name|slug|title|view)(?: [a-z]+)?)\ue001")

_DAY = "2099-12-28"
"""The day of access with which citations are written, in order to find the places of the reader's day."""


def table_parts(snapshot: Snapshot, name: str, options: Options) -> Parts:
    """Give the rows of one of `TABLES` in CSV, each with its event."""
    head, *rows = _RECORD.findall(_written(snapshot, f"{name}.csv", EVERY_EVENT, options))
    return _parts(snapshot, tables_of(snapshot, EVERY_EVENT)[name]["event_id"], rows, head=head)


def calendar_parts(snapshot: Snapshot, options: Options) -> CalendarParts:
    """Give the entries of the calendar, and what its name and its description are made from."""
    content = _written(snapshot, CALENDAR, EVERY_EVENT, options)
    head = _BODY.split(content, maxsplit=1)[0].replace("\r\n ", "")
    for names, hole in (("NAME|X-WR-CALNAME", "name ics"), ("DESCRIPTION|X-WR-CALDESC", "about ics"), ("URL", "view")):
        head = re.sub(rf"^({names}):.*$", rf"\1:{_hole(hole)}\r", head, flags=re.MULTILINE)
    parts = _parts(
        snapshot,
        with_days(snapshot.frames.events)["event_id"],
        _ENTRY.findall(content),
        head=_text(head),
        tail="END:VCALENDAR\r\n",
    )
    process = snapshot.dataset.process
    return {
        **parts,
        "name": snapshot.dataset.process_name,
        "about": process.summary if process else "",
        "site": site.view(options, Filters()),
        "named": NAMED,
    }


def citation_parts(snapshot: Snapshot, options: Options) -> CitationParts:
    """Give the citations of each event, of the view and of the data set, as sentences and for reference managers."""
    given = options | {"accessed": _DAY}
    events = snapshot.frames.events["event_id"]
    cited = [
        json.loads(_written(snapshot, "citations.json", EVERY_EVENT, given | {"event": event})) for event in events
    ]
    dataset = json.loads(_written(snapshot, "citations.json", EVERY_EVENT, given))["dataset"]
    usual = of_view(snapshot, Filters(), given)
    view = replace(usual, title=_hole("title"), key=usual.key + _hole("slug"), url=usual.url and _hole("view"))
    views = entries(view)
    # Where the title has quotation marks, the full stop after it may be before the last one.
    views["chicago"] = views["chicago"].replace(f"{view.title}.", view.title)
    choice = captions.choice(snapshot, Filters(), snapshot.select(Filters()))

    def form(
        name: str, title: str, *, head: str = "", between: str = "", tail: str = "", empty: str | None = None
    ) -> CitationForm:
        """Give one form; `name` is its name in `citations.json`, and `title` the form of the title of the view."""

        def cut(text: str) -> Written:
            return _text(_dated(text.removeprefix(head).removesuffix(tail)))

        every = [cut(citation["event"][name]) for citation in cited]
        return {
            "events": _parts(snapshot, events, every, head=head, between=between, tail=tail, empty=empty),
            "view": cut(views[name].replace(view.title, _hole(f"title {title}"))),
            "dataset": cut(dataset[name]),
        }

    return {
        "name": usual.title.removesuffix(small(choice)),
        "site": site.view(options, Filters()),
        "tex": TEX,
        "apa": form("apa", "line"),
        "chicago": form("chicago", "quoted"),
        "bib": form("bibtex", "tex", head=_written(snapshot, "events.bib", NO_EVENT, given)),
        "ris": form("ris", "line", between="\n", empty="\n"),
        "csl": form("csl", "json", head="[\n", between=",\n", tail="\n]\n", empty="[]\n"),
    }


def _written(snapshot: Snapshot, name: str, filters: Filters, options: Options) -> str:
    """Give the text of an export."""
    return EXPORTS[name].make(snapshot, filters, options).decode()


def _parts(
    snapshot: Snapshot,
    events: Iterable[str],
    parts: list[Written],
    *,
    head: Written,
    between: str = "",
    tail: str = "",
    empty: str | None = None,
) -> Parts:
    """Give parts with the events that they belong to; `empty` is the file without a part, None if it is head and tail.

    Raises
    ------
    ValueError
        If there is not one part for each of the events.
    """
    places = {event: place for place, event in enumerate(snapshot.frames.events["event_id"])}
    return {
        "head": head,
        "between": between,
        "tail": tail,
        "empty": empty,
        "events": [places[event] for event, _ in zip(events, parts, strict=True)],
        "parts": parts,
    }


def _dated(text: str) -> str:
    """Replace the day of access, in each of the ways in which it is written, by holes."""
    ways = {_DAY: "day", "2099/12/28/": "day slashes", "December 28, 2099": "day american"}
    for written, hole in ways.items():
        text = text.replace(written, _hole(hole))
    year, month, day = (_hole(f"day {part}") for part in ("year", "month", "date"))
    return re.sub(r"\b2099(,\s+)12,\s+28\b", rf"{year}\1{month}\1{day}", text)


def _hole(name: str) -> str:
    """Mark a place in a text: what belongs there, and the form in which it is written, with a space between."""
    return f"\ue000{name}\ue001"


def _text(marked: str) -> Written:
    """Give a text, or the list of its pieces if it has holes."""
    pieces = _HOLE.split(marked)
    return pieces if len(pieces) > 1 else marked
