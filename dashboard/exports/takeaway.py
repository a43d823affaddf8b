"""What the panel “Take away” offers for a choice of events: tables with their rows, files, and code that loads them."""

import json

from dashboard.exports.registry import EXPORTS
from dashboard.exports.snippets import snippets_for
from dashboard.exports.tables import tables_of
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.shapes import Takeaway
from dashboard.topics import PAGES

ELSEWHERE = (".ics", ".atom", ".bib", ".ris", "-csl.json", "citations.json", "handout.html", "handout.pdf")
"""The ends of the names of files that another part of the panel offers: to subscribe, to cite, to print."""

BESIDE_CHARTS = {chart.name for page in PAGES for chart in page.charts} | {
    table.name for page in PAGES for table in page.tables
}


def takeaway(snapshot: Snapshot, filters: Filters) -> Takeaway:
    """Give the tables with their numbers of rows, every file with data, and code that loads a table from its address.

    The files of charts are left out, because each page offers them beside its charts.
    """
    return {
        "tables": [
            {"name": name, "label": name.capitalize(), "rows": len(frame)}
            for name, frame in tables_of(snapshot, filters).items()
        ],
        "files": [
            {"name": export.name, "label": export.label, "purpose": export.purpose}
            for export in EXPORTS.values()
            if not export.name.endswith(ELSEWHERE) and export.name.rpartition(".")[0] not in BESIDE_CHARTS
        ],
        "snippets": [
            {"tool": snippet.tool, "label": snippet.label, "code": snippet.code}
            for snippet in snippets_for("events.csv")
        ],
    }


def takeaway_json(snapshot: Snapshot, filters: Filters) -> bytes:
    """Write what `takeaway` gives as JSON."""
    return json.dumps(takeaway(snapshot, filters), ensure_ascii=False).encode()
