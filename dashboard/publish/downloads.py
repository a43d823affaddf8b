"""The downloads of an edition: files of all events, and parts from which the browser makes those of fewer events."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard import exports
from dashboard.exports import EXPORTS, Options
from dashboard.exports.offers import WHOLE
from dashboard.exports.site import WITHOUT_SERVER
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.shapes import Stock
from dashboard.publish import parts
from dashboard.publish.edition import Edition, File
from dashboard.publish.parts import EVERY_EVENT
from dashboard.publish.scripts import handed
from dashboard.topics import PAGES

PANEL = "data/takeaway"
"""The name of the list of files, below which the parts are."""

_SHOWN = {chart.name for page in PAGES[1:] for chart in page.charts} | {
    table.name for page in PAGES[1:] for table in page.tables
}


def files(edition: Edition) -> Iterator[File]:
    """Give every export of all events, the handouts of single events, and what the browser makes other files from.

    Charts and tables of other pages than Explore have what their page shows: the events of the usual weights.
    """
    snapshot, options = edition.snapshot, options_of(edition)
    for name in WHOLE:
        yield f"export/{name}", EXPORTS[name].make(snapshot, filters_of(name), options)
    for event in snapshot.dataset.events:
        about = {**options, "event": event}
        yield f"export/handout/{event}.html", EXPORTS["handout.html"].make(snapshot, EVERY_EVENT, about)
    yield from for_panel(edition)


def for_panel(edition: Edition) -> Iterator[File]:
    """Give what the panel “Take away” asks for, as scripts: the list of files, and the parts of those it can make."""
    yield handed(PANEL, _json(stock(edition)))
    for name, made in parts_of(edition).items():
        yield handed(f"{PANEL}/{name}", _json(made))


def stock(edition: Edition) -> Stock:
    """Give the tables with their rows by event, the files in the folder, and code that loads a table."""
    snapshot, made = edition.snapshot, parts_of(edition)
    n_events = len(snapshot.frames.events)
    rows = {name: Counter(made[name]["events"]) for name in exports.TABLES}
    return {
        **exports.takeaway(snapshot, EVERY_EVENT),
        "perEvent": {name: [counted[place] for place in range(n_events)] for name, counted in rows.items()},
        "saved": {name: exports.file_name(name, snapshot, filters_of(name)) for name in WHOLE},
    }


def filters_of(name: str) -> Filters:
    """Give the filters of an export in the folder."""
    return Filters() if name.rpartition(".")[0] in _SHOWN else EVERY_EVENT


def options_of(edition: Edition) -> Options:
    """Give the options of all exports of an edition."""
    return exports.DEFAULTS | WITHOUT_SERVER | {"site": edition.base_url}


def parts_of(edition: Edition) -> dict[str, Any]:
    """Give the files that have parts, by name, made once for an edition."""
    return edition.snapshot.answer(_made, edition.base_url)


def _made(snapshot: Snapshot, base_url: str) -> dict[str, Any]:
    options = options_of(Edition(snapshot, base_url))
    return {
        **{name: parts.table_parts(snapshot, name, options) for name in exports.TABLES},
        "calendar": parts.calendar_parts(snapshot, options),
        "citations": parts.citation_parts(snapshot, options),
    }


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
