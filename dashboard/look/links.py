"""How an address of the dashboard is written, and where the links of an article lead.

They lead within the dashboard, between pages without JavaScript, or from paper to a public address.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, urlencode

from dashboard.frames.filters import Filters
from dashboard.records.kinds import BY_FILE, DISPUTES, EVENTS, ORGANIZERS, SOURCES, Kind

ID = "{}"
"""The place of the id in an address."""

_SHOWN: Mapping[str, Mapping[str, str]] = {
    EVENTS: {"event": ID},
    ORGANIZERS: {"organizer": ID},
    DISPUTES: {"page": "disagreements", "question": ID},
}
"""File → the parameters of the address that shows one of its records in the dashboard."""


Parameters = Mapping[str, str | Sequence[str]]
"""Parameters of an address, each with its value or its values."""

NONE: Parameters = MappingProxyType({})


def query_string(parameters: Parameters, filters: Filters | None = None, safe: str = "") -> str:
    """Write the query of an address: the filters, then the parameters that are not empty.

    The signs in `safe` are written as they are.
    """
    given = (filters.query() if filters else {}) | {name: value for name, value in parameters.items() if value}
    return urlencode(given, doseq=True, safe=safe)


def query_of(file: str, name: str) -> str:
    """Write the query of the page of the dashboard that shows a record; empty if none does."""
    return query_string({key: name if value == ID else value for key, value in _SHOWN.get(file, {}).items()})


def to_view(parameters: Parameters, filters: Filters | None = None) -> str:
    """Write the link to a view of the dashboard, from a page of the dashboard."""
    return f"?{query_string(parameters, filters)}"


def to_page(key: str) -> str:
    """Write the link to a page of the dashboard by its key, from a page of the dashboard."""
    return to_view({"page": key})


def with_query(path: str, text: str) -> str:
    """Put a query behind a path; an empty one adds nothing."""
    return f"{path}?{text}" if text else path


def export_path(name: str, parameters: Parameters = NONE, filters: Filters | None = None) -> str:
    """Write the path of an export below that of the dashboard."""
    return with_query(f"export/{quote(name)}", query_string(parameters, filters))


def record_path(kind: Kind, name: str, ending: str = "") -> str:
    """Write the path of the page of a record below that of the dashboard; `ending` is what files end with."""
    return f"{kind.key}/{name}{ending}"


def _record(file: str, home: str, ending: str = "") -> str:
    return home + record_path(BY_FILE[file], ID, ending)


_QUESTION = to_view(_SHOWN[DISPUTES]).replace(quote(ID), ID)


@dataclass(frozen=True)
class Links:
    """The addresses of what an article links to, with `ID` for the id; an empty address makes no link.

    `fact` is the proof of a fact, whose id is its key. `home` is the address of the dashboard, and `view` that of a
    view of it, whose id is the query. `all` is a list of records, whose id is its name. With `cards`, a script shows
    the source of a footnote in a card, so the footnote needs no title. With `anchors`, passages have addresses of
    their own within the page.
    """

    event: str = "#{}"
    fact: str = "#{}"
    question: str = _QUESTION
    organizer: str = ""
    source: str = ""
    home: str = ""
    view: str = ""
    all: str = ""
    cards: bool = False
    anchors: bool = False

    def to(self, kind: str, name: str) -> str:
        """Give the address of one record; `kind` is the name of a field."""
        address: str = getattr(self, kind)
        return address.replace(ID, quote(name, safe="/=&"))


IN_THE_DASHBOARD = Links(cards=True)
"""The links of an article in the dashboard, which scripts follow."""


def between_pages(home: str) -> Links:
    """Give the links between the pages of events, organizers and sources; `home` ends with a slash."""
    return Links(
        event=_record(EVENTS, home),
        fact=f"#proof-{ID}",
        question=f"{home}{_QUESTION}",
        organizer=_record(ORGANIZERS, home),
        source=_record(SOURCES, home),
        home=home,
        view=f"{home}?{ID}",
        all=f"{home}{ID}/",
        anchors=True,
    )


def between_files(up: str, question: str) -> Links:
    """Give the same links between files. `up` leads to their folder, and `question` is the address of a disagreement.

    A link to a list names its file, because a folder on a disk does not open as a page.
    """
    return Links(
        event=_record(EVENTS, up, ".html"),
        fact=f"#proof-{ID}",
        question=question,
        organizer=_record(ORGANIZERS, up, ".html"),
        source=_record(SOURCES, up, ".html"),
        home=f"{up}index.html",
        view=f"{up}index.html?{ID}",
        all=f"{up}{ID}/index.html",
        anchors=True,
    )


def from_paper(site: str, ending: str = "") -> Links:
    """Give the links of a file that is printed: to pages under a public address, and none if it is not known.

    `ending` ends the addresses of the pages.
    """
    if not site:
        return Links("", "", "", "", "", "")
    return Links(
        event=_record(EVENTS, f"{site}/", ending),
        fact="",
        question="",
        organizer=_record(ORGANIZERS, f"{site}/", ending),
        source=_record(SOURCES, f"{site}/", ending),
        home=f"{site}/",
    )
