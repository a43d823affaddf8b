"""Where the pages of the dashboard are in an edition: `?page=together&year=2022` is `together.html?year=2022`.

All rules here need only the address and no data, so that scripts can follow the same rules.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from dashboard.frames.filters import ANY
from dashboard.look.html import Html, readdressed
from dashboard.look.links import with_query
from dashboard.look.page import Page
from dashboard.look.shapes import Placed
from dashboard.topics import PAGES

FIRST = PAGES[0]
"""The page whose file is `index.html`."""

PUBLISHED = {page.key: page for page in PAGES[1:] if page.blocks is not None}
"""The other pages that an edition has, by key. A page without blocks needs a server."""

_OF_ONE_PAGE = {parameter.name for page in PAGES[1:] for parameter in page.parameters}
_ID = re.compile(r"[a-z0-9-]+")


def place(query: str, depth: int = 0) -> str:
    """Give the address of the file for the query of an address of the dashboard.

    It is as seen from a file that is `depth` folders down. Filters stay in the query, and so does what is chosen on the
    first page. A parameter of another page is left out. A page that the edition does not have leads to the first.
    """
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True)
    given = dict(pairs)
    page = PUBLISHED.get(given.get("page", ""), FIRST)
    rest = urlencode([(name, value) for name, value in pairs if name != "page" and name not in _OF_ONE_PAGE])
    values = {name: value for name, value in given.items() if _ID.fullmatch(value)}
    anchors = [
        parameter.anchor + values[parameter.name]
        for parameter in page.parameters
        if parameter.anchor and parameter.name in values
    ]
    file = file_of(page, values, every=given.get("weight") == ANY)
    return "../" * depth + with_query(file, rest) + (f"#{anchors[-1]}" if anchors else "")


def file_of(page: Page, values: Mapping[str, str], *, every: bool = False) -> str:
    """Give the path of the file of a page.

    `values` are those of its parameters; one that is missing has its default. With `every`, a page that follows the
    filters shows the events of every weight.
    """
    if page is FIRST:
        return "index.html"
    laying = [parameter for parameter in page.parameters if not parameter.anchor]
    chosen = [values.get(parameter.name) or parameter.default for parameter in laying]
    if chosen == [parameter.default for parameter in laying] or not all(chosen):
        return f"{page.key}/{ANY}.html" if page.filtered and every else f"{page.key}.html"
    return f"{page.key}/{'--'.join(sorted(chosen) if page.symmetric else chosen)}.html"


def placed() -> dict[str, Placed]:
    """Give what scripts need to follow the same rule, by page."""
    return {
        key: {
            "laying": {parameter.name: parameter.default for parameter in page.parameters if not parameter.anchor},
            "anchors": {parameter.name: parameter.anchor for parameter in page.parameters if parameter.anchor},
            "symmetric": page.symmetric,
            "filtered": page.filtered,
        }
        for key, page in PUBLISHED.items()
    }


def relinked(html: Html, depth: int) -> Html:
    """Replace each link to an address of the dashboard by that to its file, in HTML of our own."""
    return readdressed(html, lambda query: place(query, depth))
