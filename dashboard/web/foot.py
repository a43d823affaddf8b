"""The foot of every page: who keeps this, version and day of the data, the licence, and links."""

from collections.abc import Callable, Mapping

from dashboard import exports
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, piece
from dashboard.topics import EDITORS

ABOUT = "about"
"""The key of the page that says how to cite the data, and how to report an error: in its parts `cite` and `report`."""

FEED = "changes.atom"


def foot(snapshot: Snapshot, links: Mapping[str, str], *, short: bool = False) -> Html:
    """Write the foot of a page; `links` are words with their addresses.

    A `short` foot leaves out `exports.OWN_WORDS`, because its page leads to the page *About the data*.
    """
    dataset, day = snapshot.dataset, captions.day_of_data(snapshot)
    keeper = dataset.process.keeper if dataset.process else None
    about = captions.software(dataset) + (f", data of {day}" if day else "")
    kept = (keeper.name or keeper.url or "") if keeper else ""
    licence = exports.licence(dataset)
    rights = ("" if short else exports.OWN_WORDS) if licence else exports.rights(dataset)
    return piece("web/foot.html", "foot", kept, keeper, about, rights, licence, links)


def links(
    snapshot: Snapshot, page: Callable[[str], str], export: str, *, api: str = "", editors: bool = True
) -> dict[str, str]:
    """Give the links of the foot.

    `page` gives the address of a page of the dashboard by its key, and the addresses of downloads begin with `export`.
    `api` is the page about the API. `editors` is False without a server, because the page for editors needs one.
    """
    process = snapshot.dataset.process
    code = process.keeper.code if process and process.keeper else None
    known = {
        "Cite": f"{page(ABOUT)}#cite",
        "Report an error": f"{page(ABOUT)}#report",
        "Feed": f"{export}{FEED}",
        "Data for programs": api,
        "Source code": code or "",
        EDITORS.word: page(EDITORS.pages[0].key) if editors else "",
    }
    return {words: href for words, href in known.items() if href}
