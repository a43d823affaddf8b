"""One table of all downloads for page, routes and command line. No clock, no session."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.exports import (
    atom,
    calendar,
    citations,
    entities,
    graphs,
    handout,
    linked_data,
    offline,
    package,
    tables,
    timelinejs,
    workbook,
)
from dashboard.exports.charts import CHARTS
from dashboard.exports.pictures import ENDINGS, Ending, picture
from dashboard.exports.tables import table
from dashboard.look.page import Page
from dashboard.topics import PAGES


@dataclass(frozen=True)
class Export:
    """One kind of download; `make(snapshot, filters, options)` gives its bytes, the same for the same input.

    `purpose` says in one sentence what the file is for.
    """

    name: str
    label: str
    mime: str
    make: Callable[..., bytes]
    purpose: str = ""


Offered = tuple[str, str, Callable[..., bytes], str]
"""Name, label, function and purpose of an export."""


_MIMES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "graphml": "application/graphml+xml",
    "ftm.json": "application/json+ftm",
    "jsonld": "application/ld+json",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}


def _table(exports: Iterable[Offered]) -> dict[str, Export]:
    return {name: Export(name, label, _mime(name), make, purpose) for name, label, make, purpose in exports}


def _mime(name: str) -> str:
    """Give the media type of a file, by all that follows its first dot, else by what follows its last one."""
    return _MIMES.get(name.partition(".")[2]) or _MIMES[name.rpartition(".")[2]]


def _of(page: Page) -> Iterator[Offered]:
    """Give what a page offers: its charts with the data behind them, then its tables."""
    for chart in page.charts:
        label = chart.label
        yield (
            f"{chart.name}.html",
            f"{label}, page that works offline",
            offline.page(chart),
            f"The chart “{label}” as a page that works without a network.",
        )
        yield (
            f"{chart.name}.csv",
            f"{label}, data behind it",
            table(chart.frame),
            f"The data behind the chart “{label}”, for programs.",
        )
    for other in page.tables:
        yield f"{other.name}.csv", f"{other.label}, CSV", table(other.frame), f"{other.label}, for programs."


EXPORTS = _table(
    [
        *tables.FOR_PROGRAMS,
        *workbook.OFFERED,
        *tables.OFFERED,
        *package.OFFERED,
        *calendar.OFFERED,
        *atom.OFFERED,
        *citations.OFFERED,
        *timelinejs.OFFERED,
        *graphs.OFFERED,
        *entities.OFFERED,
        *linked_data.OFFERED,
        *handout.OFFERED,
        *(offered for page in PAGES for offered in _of(page)),
    ]
)
"""Every download the page offers, by name: the tables with all the data, then what each page names."""

_USES: dict[Ending, str] = {"png": "for slides and web pages", "svg": "to enlarge or edit", "pdf": "for print"}

PICTURES = _table(
    [
        *handout.PRINTED,
        *(
            (
                f"{chart.name}.{ending}",
                f"{chart.label}, {ending.upper()}",
                picture(chart, ending),
                f"The chart “{chart.label}” as a picture, {_USES[ending]}.",
            )
            for chart in CHARTS.values()
            for ending in ENDINGS
        ),
    ]
)
"""What a Chrome on this machine draws, for the command line; the page draws its charts itself."""

SHOWN = (*(name for name, *_ in handout.OFFERED), *(name for name, *_ in handout.PRINTED))
"""The downloads that a browser shows instead of saving them."""
