"""What a page is, for those who see only a link to it: title, description, picture, and the same as linked data.

Search engines show title and description. Chats and networks show a card: they read the Open Graph protocol
(https://ogp.me), and X reads its own names for the same.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from dashboard import exports, frames
from dashboard.exports import linked_data, site
from dashboard.frames import when
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.html import Html, piece
from dashboard.records.model import Event, Organizer, Source
from dashboard.topics import PAGES
from dashboard.web import address, files, previews
from dashboard.words.counting import counted

LONGEST_TITLE, LONGEST_DESCRIPTION = 90, 200
"""The most characters of a title and of a description; sites that show a card cut longer ones."""

FEEDS = ("events.atom", "changes.atom")
"""The exports that a feed reader can find from any page."""

_LONG = ("alternateName", "subjectOf")
"""The long parts of the linked data of an event: its titles and citations. Only its own page has them, because they
would make the dashboard slower."""

_ABOUT = {page.key: page.about for page in PAGES}
_FIRST = PAGES[0].key
_OF_FIRST = [parameter.name for parameter in PAGES[0].parameters]


@dataclass(frozen=True)
class About:
    """What a page is.

    Attributes
    ----------
    title, description
        What a window, a search engine and a card show.
    address, picture
        The one address of the page, and that of its picture of `width` × `height` pixels; both are absolute, and empty
        if the public address of the dashboard is not known.
    picture_alt
        What the picture shows, in words.
    kind
        A type of the Open Graph protocol: `website` or `article`.
    nodes
        The same as linked data.
    """

    title: str
    description: str
    address: str
    picture: str
    picture_alt: str
    kind: str = "website"
    nodes: tuple[linked_data.Node, ...] = ()
    width: int = previews.WIDTH
    height: int = previews.HEIGHT


def head(snapshot: Snapshot, about: About, public: str = "") -> Html:
    """Write the part of an HTML head that says what a page is; `public` is the public address of the dashboard."""
    options = {"site": public}
    known = [exports.EXPORTS[name] for name in FEEDS if public and name in exports.EXPORTS]
    feeds = [(feed.label, site.file(options, feed.name, Filters())) for feed in known]
    data = {"@context": linked_data.SCHEMA, "@graph": list(about.nodes)} if about.nodes else None
    return piece("web/head.html", "head", about, snapshot.dataset.process_name, feeds, data)


def of_view(snapshot: Snapshot, choice: address.Choice, public: str = "") -> About:
    """Describe a page of the dashboard with its filters and its chosen event."""
    page, choice = choice.view["page"], _without_what_is_not_shown(choice)
    shown = snapshot.select(choice.filters)
    link = address.link(choice, snapshot)
    here = _under(public, f"/{link}" if link != "?" else "/")
    if event := _event(snapshot, choice):
        return _with_event(snapshot, event, here, public, left_out=_LONG)
    which = f"{captions.choice(snapshot, choice.filters, shown)}. " if _filters(snapshot, choice) else ""
    nodes = [linked_data.dataset_node(snapshot, {"site": public})] if page == _FIRST else []
    words = which + (_ABOUT[page] or _summary(snapshot))
    return of_page(snapshot, _particular(snapshot, choice), words, here, public, nodes)


def title_of_view(snapshot: Snapshot, choice: address.Choice) -> str:
    """Give only the title of a page of the dashboard.

    On the first page the scripts give the same title to what a reader chooses: `engine/title.js`.
    """
    choice = _without_what_is_not_shown(choice)
    event = _event(snapshot, choice)
    return _title(snapshot, event.label if event else _particular(snapshot, choice))


def of_event(snapshot: Snapshot, event: Event, public: str = "", ending: str = "") -> About:
    """Describe the page of an event. `ending` ends the addresses of all pages of records."""
    here = site.event_page({"site": public, "ending": ending}, event.id)
    return _with_event(snapshot, event, here, public, ending)


def of_organizer(snapshot: Snapshot, organizer: Organizer, public: str = "", ending: str = "") -> About:
    """Describe the page of an organizer."""
    options = {"site": public, "ending": ending}
    events = {
        event.id for event in snapshot.dataset.events.values() for role in event.roles if role.organizer == organizer.id
    }
    words = f"{organizer.name}: roles at {counted(len(events), 'event')}. {organizer.note or ''}"
    nodes = [linked_data.organizer_node(snapshot, organizer, options)]
    return of_page(snapshot, organizer.short_name, words, site.organizer_page(options, organizer.id), public, nodes)


def of_source(snapshot: Snapshot, source: Source, public: str = "", ending: str = "") -> About:
    """Describe the page of a source."""
    options = {"site": public, "ending": ending}
    title = markup.who(source, undated="")
    events = sum(source.id in event.sources for event in snapshot.dataset.events.values())
    sentences = [
        source.heading,
        f"Cited for {counted(events, 'event')} of the {snapshot.dataset.process_name}" if events else "",
    ]
    words = " ".join(f"{sentence}." for sentence in sentences if sentence)
    nodes = [linked_data.source_node(snapshot.dataset, source, options)]
    return of_page(snapshot, title, words, site.source_page(options, source.id), public, nodes)


def of_page(
    snapshot: Snapshot, title: str, words: str, here: str, public: str = "", nodes: Iterable[linked_data.Node] = ()
) -> About:
    """Describe any page: by its own title, a description in words, and its absolute address, if it is known.

    It gets the picture of the whole process.
    """
    dots = sum(map(previews.is_dotted, snapshot.dataset.events.values()))
    timeline = f": {counted(dots, 'event')} on a timeline" if dots else ""
    return About(
        title=_title(snapshot, title),
        description=_short(words, LONGEST_DESCRIPTION),
        address=here,
        picture=_picture(snapshot, public),
        picture_alt=f"{snapshot.dataset.process_name}{timeline}.",
        nodes=tuple(nodes),
    )


def _with_event(
    snapshot: Snapshot, event: Event, here: str, public: str, ending: str = "", left_out: Container[str] = ()
) -> About:
    picture = _picture(snapshot, public, event.id)
    options = {"site": public, "ending": ending}
    node = linked_data.event_node(snapshot, event, options) | ({"image": picture} if picture else {})
    words = linked_data.event_words(snapshot, event)
    where = frames.where(event)
    has_dots = any(previews.is_dotted(other, event) for other in snapshot.dataset.events.values())
    timeline = " Below it, events of the process on a timeline." if has_dots else ""
    return About(
        title=_title(snapshot, event.label),
        description=_short(f"{words} {event.title}.", LONGEST_DESCRIPTION),
        address=here,
        picture=picture,
        picture_alt=f"{event.label}: {when(event)}, {where}.{timeline}",
        kind="article",
        nodes=({word: value for word, value in node.items() if word not in left_out},),
    )


def _without_what_is_not_shown(choice: address.Choice) -> address.Choice:
    """Drop what is in the address but does not change what the page is."""
    page = choice.view["page"]
    if page != _FIRST:  # what is chosen on the first page stays in the address of the others
        choice = choice.seeing(**{name: value for name, value in address.VIEW.items() if name in _OF_FIRST})
    choice = choice.seeing(table=address.VIEW["table"], zoom=address.VIEW["zoom"])  # how it looks, not what it is
    return choice if page in address.FILTERED else replace(choice, filters=Filters())


def _event(snapshot: Snapshot, choice: address.Choice) -> Event | None:
    """Give the chosen event, if the filters do not hide it."""
    event = snapshot.dataset.events.get(choice.view["event"])
    shown = event is not None and event.id in set(snapshot.select(choice.filters).events["event_id"])
    return event if shown else None


def _particular(snapshot: Snapshot, choice: address.Choice) -> str:
    """Name the filters and the page; empty for the first page without filters."""
    page = choice.view["page"]
    return " · ".join(filter(None, (_filters(snapshot, choice), address.PAGES[page] if page != _FIRST else "")))


def _filters(snapshot: Snapshot, choice: address.Choice) -> str:
    return ", ".join(chip["label"] for chip in captions.chips(choice.filters, snapshot.known))


def _summary(snapshot: Snapshot) -> str:
    process = snapshot.dataset.process
    return process.summary if process else ""


def _title(snapshot: Snapshot, particular: str) -> str:
    """Write a title: what is particular first, the name of the process last."""
    last = snapshot.dataset.process_name
    return f"{_short(particular, LONGEST_TITLE - len(last))} · {last}" if particular else last


def _short(text: str, most: int) -> str:
    """Cut a text after a word; a text without spaces is cut within one."""
    most = max(most, 20)
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    end = flat.rfind(" ", 0, most - 1)
    return f"{flat[:end]} …" if end > 0 else f"{flat[: most - 1]}…"


def _picture(snapshot: Snapshot, public: str, event: str = "") -> str:
    return _under(public, f"/preview/{event or previews.WHOLE}.png?v={files.bundle_version(snapshot.stamp)}")


def _under(public: str, path: str) -> str:
    return public + path if public else ""
