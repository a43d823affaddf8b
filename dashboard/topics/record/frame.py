"""What surrounds the pages of single records: the bar on top, the foot, and the page for an id without a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.library import Snapshot
from dashboard.look.html import Html, render
from dashboard.look.links import Links
from dashboard.look.shapes import Ways
from dashboard.look.style import root_colors
from dashboard.records.kinds import PAGED


class Link(NamedTuple):
    """A link: its words and its address."""

    words: str
    href: str


@dataclass(frozen=True)
class Around:
    """What a page has besides its record.

    `head` is HTML for the head of the page, its title among it. `sheet` and `font` are the addresses of the style sheet
    and of the typeface, which may be empty. `hasten` asks for the typeface early; from a disk, browsers refuse that.
    `citations` are ready to copy, by the name of their style. `ways` are the links to the places of the dashboard,
    `here` is the list to which the page belongs, and `foot` ends the page.
    """

    links: Links
    head: Html
    sheet: str
    font: str = ""
    hasten: bool = False
    files: Sequence[Link] = ()
    citations: Mapping[str, str] = field(default_factory=dict)
    ways: Ways | None = None
    here: str = ""
    foot: Html | str = ""


def framed(template: str, snapshot: Snapshot, around: Around, **values: object) -> Html:
    """Fill a template that extends `frame.html`."""
    return render(
        f"topics/record/{template}.html",
        around=around,
        links=around.links,
        colors=root_colors(snapshot.dataset.accent),
        process=snapshot.dataset.process_name,
        notice=snapshot.notice,
        kinds=PAGED.values(),
        **values,
    )


def missing_page(
    snapshot: Snapshot, around: Around, title: str, words: str, instead: Sequence[Link] = (), *, served: bool = True
) -> Html:
    """Write the page for an address without a record; `words` say why, and `instead` are links to go on.

    Without a server (`served` is False), the page leads from the address of a page on a server to the file.
    """
    template = "missing" if served else "nowhere"
    return framed(template, snapshot, around, title=title, words=words, instead=instead)
