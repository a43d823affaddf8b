"""One table of all downloads for page, routes and command line. No clock, no session."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.exports import offline
from dashboard.exports.charts import CHARTS
from dashboard.exports.pictures import ENDINGS, picture
from dashboard.exports.tables import table
from dashboard.exports.workbook import data_json, workbook_xlsx
from dashboard.look.page import Page
from dashboard.topics import PAGES


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


def _of(page: Page) -> Iterator[tuple[str, str, Callable[..., bytes]]]:
    """Give name, label and function of what a page offers: its charts with the data behind them, then its tables."""
    for chart in page.charts:
        yield f"{chart.name}.html", f"{chart.label}, page that works offline", offline.page(chart)
        yield f"{chart.name}.csv", f"{chart.label}, data behind it", table(chart.frame)
    for other in page.tables:
        yield f"{other.name}.csv", f"{other.label}, CSV", table(other.frame)


EXPORTS = _table(
    [
        ("events.csv", "Events, CSV", table(lambda snapshot, request: snapshot.select(request.filters).events)),
        ("roles.csv", "Roles, CSV", table(lambda snapshot, request: snapshot.select(request.filters).roles)),
        ("sources.csv", "Sources, CSV", table(lambda snapshot, request: snapshot.select(request.filters).sources)),
        ("workbook.xlsx", "All three, Excel workbook", workbook_xlsx),
        ("data.json", "All three, JSON", data_json),
        *(offered for page in PAGES for offered in _of(page)),
    ]
)
"""Every download the page offers, by name: the three frames, then what each page names."""

PICTURES = _table(
    (f"{chart.name}.{ending}", f"{chart.label}, {ending.upper()}", picture(chart, ending))
    for chart in CHARTS.values()
    for ending in ENDINGS
)
"""Pictures for the command line, drawn by Kaleido and a Chrome on this machine; the page draws its own."""
