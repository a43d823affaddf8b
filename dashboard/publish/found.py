"""How others find an edition: pictures for cards, the sitemap, and the page for a wrong address."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from dashboard.look.html import Html
from dashboard.publish.edition import Edition, File
from dashboard.publish.pages import leaves
from dashboard.publish.records import place_of
from dashboard.web import feeds, previews
from dashboard.web.pages import missing_html


def files(edition: Edition) -> Iterator[File]:
    """Give the pictures, `404.html`, `robots.txt`, and if the public address is known the sitemap."""
    for name in (previews.WHOLE, *edition.snapshot.dataset.events):
        picture = previews.preview(edition.snapshot, name)
        assert picture is not None
        yield f"preview/{name}.png", picture
    yield "404.html", missing(edition).encode()
    yield "robots.txt", robots(edition).encode()
    if edition.base_url:
        pages = [f"{edition.base_url}/", *(f"{edition.base_url}/{leaf.path}" for leaf in leaves(edition))]
        yield "sitemap.xml", feeds.sitemap(edition.snapshot, edition.options, pages)


def missing(edition: Edition) -> Html:
    """Write the page that a host shows for an address without a file.

    It is shown at any address, so its links begin with the path of the edition. The address of a page on a server, such
    as `/events/ID`, leads to the file.
    """
    up = f"{urlsplit(edition.base_url).path}/"
    words = "There is no file at this address."
    return missing_html(edition.snapshot, "There is no such page", words, place_of(edition, up))


def robots(edition: Edition) -> str:
    """Let crawlers fetch everything, and name the sitemap (RFC 9309). They look for this file at the root of a host."""
    sitemap = f"\nSitemap: {edition.base_url}/sitemap.xml\n" if edition.base_url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"
