"""HTML, which TimelineJS and some calendars take for texts → plain text, and the addresses that it links to."""

import re
from html.parser import HTMLParser

from dashboard.checks.forms import TAG
from dashboard.curation.intake.table import flat

_NO_TAG = re.compile(rf"(?!{TAG.pattern})<", re.IGNORECASE)


class _Text(HTMLParser):
    """Collects the text between the tags, and the addresses of links; scripts and styles are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.links: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, and put a space where a tag may begin a line."""
        self._hidden += tag in ("script", "style")
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]
        self.parts += [" "] if tag in _LINES else []

    def handle_endtag(self, tag: str) -> None:
        """Put a space where a tag may end a line."""
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        self.parts += [" "] if tag in _LINES else []

    def handle_data(self, data: str) -> None:
        """Keep what a reader would see."""
        self.parts += [] if self._hidden else [data]


_LINES = ("p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "blockquote")


def plain(text: str) -> str:
    """Give a text without tags, on one line."""
    return flat("".join(_parsed(text).parts))


def described(text: str) -> str:
    """Give a description on one line, without the tags of HTML that some calendars write into their plain text.

    Other text in such brackets is not a tag: mail programs write `<https://www.osce.org>`.
    """
    return plain(_NO_TAG.sub("&lt;", text)) if TAG.search(text) else flat(text)


def links(text: str) -> list[str]:
    """Give the addresses that a text links to."""
    return _parsed(text).links


def _parsed(text: str) -> _Text:
    parser = _Text()
    parser.feed(text)
    parser.close()
    return parser
