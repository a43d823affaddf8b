"""The navigation: links to the places of the dashboard, and to the pages of the present one."""

from collections.abc import Callable, Iterable

from dashboard.look.page import Page, Place
from dashboard.look.shapes import Page as PageLink
from dashboard.look.shapes import Way, Ways
from dashboard.topics import EDITORS, PAGES, PLACES


def ways(current: str, href: Callable[[Page], str], known: Iterable[Page] = PAGES) -> Ways:
    """Give the links to the places.

    `current` is the key of the present page; empty on a page that is in no place. `href` gives the address of a page.
    `known` are the pages that there are. An edition without a server has fewer.
    """
    keys = {page.key for page in known}
    there = [(place, [page for page in place.pages if page.key in keys]) for place in (*PLACES, EDITORS)]
    present = [(place, pages) for place, pages in there if current in [page.key for page in pages]]
    return {
        "places": [
            _way(place, pages, href(pages[0]), current=(place, pages) in present)
            for place, pages in there
            if pages and place is not EDITORS
        ],
        "title": "".join(title_of(place) for place, _ in present),
        "pages": [
            _link(page, href(page), current)
            for place, pages in present
            if len(pages) > 1 or place is EDITORS
            for page in pages
        ],
    }


def title_of(place: Place) -> str:
    """Give the whole name of a place."""
    return f"{place.before}{place.word}{place.after}"


def _way(place: Place, pages: list[Page], href: str, *, current: bool) -> Way:
    return {
        "page": pages[0].key,
        "before": place.before,
        "word": place.word,
        "after": place.after,
        "href": href,
        "current": current,
        "several": len(pages) > 1,
    }


def _link(page: Page, href: str, current: str) -> PageLink:
    return {"page": page.key, "label": page.title, "href": href, "current": page.key == current}
