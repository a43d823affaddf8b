"""One table of all downloads for page, routes and command line. No clock, no session."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.exports.charts import CHARTS
from dashboard.exports.offline import page
from dashboard.exports.pictures import picture
from dashboard.exports.tables import (
    changes_csv,
    coverage_events_csv,
    coverage_years_csv,
    events_csv,
    matrix_csv,
    problems_csv,
    quality_csv,
    roles_csv,
    sources_csv,
    timeline_csv,
    together_csv,
)
from dashboard.exports.workbook import data_json, workbook_xlsx


@dataclass(frozen=True)
class Export:
    """One kind of download; `make(snapshot, filters, options)` gives its bytes, the same for the same input."""

    name: str
    label: str
    mime: str
    make: Callable[..., bytes]


_MIMES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}


def _table(exports: Iterable[tuple[str, str, Callable[..., bytes]]]) -> dict[str, Export]:
    return {name: Export(name, label, _MIMES[name.rpartition(".")[2]], make) for name, label, make in exports}


EXPORTS = _table(
    (
        ("events.csv", "Events, CSV", events_csv),
        ("roles.csv", "Roles, CSV", roles_csv),
        ("sources.csv", "Sources, CSV", sources_csv),
        ("workbook.xlsx", "All three, Excel workbook", workbook_xlsx),
        ("data.json", "All three, JSON", data_json),
        ("timeline.html", "Timeline, page that works offline", page(CHARTS["timeline"], "timeline")),
        ("timeline.csv", "Timeline, data behind it", timeline_csv),
        ("matrix.html", "Organizers and roles, page that works offline", page(CHARTS["matrix"], "matrix")),
        ("matrix.csv", "Organizers and roles, data behind it", matrix_csv),
        ("together.html", "Who organized together, page that works offline", page(CHARTS["together"], "together")),
        ("together.csv", "Who organized together, data behind it", together_csv),
        (
            "coverage-years.html",
            "Sources by year, page that works offline",
            page(CHARTS["coverage-years"], "coverage-years"),
        ),
        ("coverage-years.csv", "Sources by year, data behind it", coverage_years_csv),
        (
            "coverage-events.html",
            "Sources of each event, page that works offline",
            page(CHARTS["coverage-events"], "coverage-events"),
        ),
        ("coverage-events.csv", "Sources of each event, data behind it", coverage_events_csv),
        ("quality.html", "What is known of each event, page that works offline", page(CHARTS["quality"], "quality")),
        ("quality.csv", "What is known of each event, data behind it", quality_csv),
        ("problems.csv", "Open problems of the data, CSV", problems_csv),
        ("changes.csv", "Changes of the data, CSV", changes_csv),
    )
)
"""Every download the page offers, by name."""

PICTURES = _table(
    (f"{view}.{ending}", f"{label}, {ending.upper()}", picture(CHARTS[view], ending))
    for view, label in (
        ("timeline", "Timeline"),
        ("matrix", "Organizers and roles"),
        ("together", "Who organized together"),
        ("coverage-years", "Sources by year"),
        ("coverage-events", "Sources of each event"),
        ("quality", "What is known of each event"),
    )
    for ending in ("png", "svg", "pdf")
)
"""Pictures for the command line, drawn by Kaleido and a Chrome on this machine; the page draws its own."""
