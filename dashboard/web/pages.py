"""The pages of single records and the lists of them: which page an address gives, and where old ids lead."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard import exports
from dashboard.frames.filters import ANY, Filters
from dashboard.library import Snapshot
from dashboard.look.html import Html
from dashboard.look.links import Links, between_pages, export_path, to_page
from dashboard.look.page import Page
from dashboard.records.kinds import EVENTS, ORGANIZERS, PAGED, SOURCES
from dashboard.records.succession import Fate, Succession, aliases, label_of, lasting, living
from dashboard.topics import PAGES
from dashboard.topics.explore.article import article_alone
from dashboard.topics.record import event, lists, organizer, source
from dashboard.topics.record.frame import Around, Link, missing_page
from dashboard.web import foot, head, ways
from dashboard.web.files import urls
from dashboard.words import pasted
from dashboard.words.counting import agreeing, capital
from dashboard.words.spelling import quoted, slips

HOME = "../"
"""The address of the dashboard, as seen from a page."""

STYLES = {"apa": "APA", "chicago": "Chicago"}
"""The styles of citations that a page shows."""

OF_ONE_EVENT = ("handout.", "event.", "event-")
"""How the names of the exports of one event begin."""

_FONT = re.compile(r'href="\./(static/media/SourceSansVF-Upright[^"]+\.woff2)"')
_LINKS = between_pages(HOME)


class Answer(NamedTuple):
    """What an address gives: a status of HTTP, the page, and for a renamed record its new id."""

    status: int
    html: Html
    now: str = ""


@dataclass(frozen=True)
class Place:
    """Where pages are, and what they lead to and load.

    Attributes
    ----------
    links, sheet, font
        How the pages lead to each other, and the addresses of their style sheet and typeface.
    site, ending
        The public address of the dashboard, and what the addresses of pages end with.
    of_event, of_organizer
        Give the files that the page of an event and that of an organizer offer, for its id.
    page, up, known
        Gives the address of a page of the dashboard by its key; the path to the dashboard; the pages that exist.
    """

    links: Links
    sheet: str
    font: str
    site: str
    of_event: Callable[[str], tuple[Link, ...]]
    page: Callable[[str], str]
    up: str = HOME
    known: Sequence[Page] = PAGES
    of_organizer: Callable[[str], tuple[Link, ...]] = lambda name: ()
    ending: str = ""

    def around(
        self,
        snapshot: Snapshot,
        about: head.About,
        files: tuple[Link, ...] = (),
        citations: Mapping[str, str] | None = None,
        *,
        folder: str = "",
    ) -> Around:
        """Give what a page here has besides its record."""
        return Around(
            links=self.links,
            head=head.head(snapshot, about, self.site if about.address else ""),
            sheet=self.sheet,
            font=self.font,
            hasten=not self.ending,  # an edition may be on a disk
            files=files,
            citations=citations or {},
            ways=ways.ways("", lambda page: self.page(page.key), self.known),
            here=folder,
            foot=self._foot(snapshot),
        )

    def _foot(self, snapshot: Snapshot) -> Html:
        is_served = not self.ending
        api = f"{self.up}api" + ("" if is_served else ".html")
        links = foot.links(snapshot, self.page, f"{self.up}export/", api=api, editors=is_served)
        return foot.foot(snapshot, links)


@dataclass(frozen=True)
class Pages:
    """Answers for addresses of pages; `shell` is Streamlit's HTML, which names the typeface."""

    shell: str

    def answer(self, snapshot: Snapshot, folder: str, name: str, site: str) -> Answer:
        """Give the page of a record, or say why there is none.

        `folder` is one of `PAGED`, `name` an id or empty for the list, `site` the public address of the dashboard.
        """
        place, file = self._place(snapshot, site), PAGED[folder].file
        if not name:
            return Answer(200, list_html(snapshot, folder, place, f"{site}/{folder}/" if site else ""))
        if name in living(snapshot.dataset, file):
            return Answer(200, record_html(snapshot, folder, name, place))
        fate = Succession(snapshot.dataset).fate(file, name)
        if fate is None:
            meant = _meant(snapshot, file, name)
            return Answer(301, Html(), meant) if meant else Answer(404, _unknown(snapshot, folder, name, place))
        if not fate.why:
            return Answer(301, Html(), fate.leads_to)
        return Answer(410, withdrawn_html(snapshot, folder, fate, place))

    def _place(self, snapshot: Snapshot, site: str) -> Place:
        font = _FONT.search(self.shell)
        return Place(
            links=_LINKS,
            sheet=f"{HOME}{urls(snapshot.stamp)['scripts']}css/record.css",
            font=f"{HOME}{font[1]}" if font else "",
            site=site,
            of_event=_files_of_event,
            of_organizer=_files_of_organizer,
            page=lambda key: HOME if key == PAGES[0].key else HOME + to_page(key),
        )


def list_html(snapshot: Snapshot, folder: str, place: Place, here: str) -> Html:
    """Write the list of all records of a folder; `here` is its public address, if that is known."""
    plural = PAGED[folder].plural
    words = f"All {plural} of the {snapshot.dataset.process_name}."
    about = head.of_page(snapshot, capital(plural), words, here, place.site)
    return lists.list_page(snapshot, folder, place.around(snapshot, about, folder=folder))


def record_html(snapshot: Snapshot, folder: str, name: str, place: Place) -> Html:
    """Write the page of a record that is in use."""
    return _WRITERS[PAGED[folder].file](snapshot, folder, name, place)


def _event_html(snapshot: Snapshot, folder: str, name: str, place: Place) -> Html:
    about = head.of_event(snapshot, snapshot.dataset.events[name], place.site, place.ending)
    around = place.around(snapshot, about, place.of_event(name), _citations(snapshot, name, place), folder=folder)
    article = article_alone(snapshot, name, place.links, event.picture(snapshot, name, around))
    return event.event_page(snapshot, name, around, article)


def _organizer_html(snapshot: Snapshot, folder: str, name: str, place: Place) -> Html:
    about = head.of_organizer(snapshot, snapshot.dataset.organizers[name], place.site, place.ending)
    around = place.around(snapshot, about, place.of_organizer(name), folder=folder)
    return organizer.organizer_page(snapshot, name, around)


def _source_html(snapshot: Snapshot, folder: str, name: str, place: Place) -> Html:
    about = head.of_source(snapshot, snapshot.dataset.sources[name], place.site, place.ending)
    return source.source_page(snapshot, name, place.around(snapshot, about, folder=folder))


_WRITERS = {EVENTS: _event_html, ORGANIZERS: _organizer_html, SOURCES: _source_html}
"""The file of a record → what writes its page. The tests open the page of every record, so none can be missing."""


def withdrawn_html(snapshot: Snapshot, folder: str, fate: Fate, place: Place) -> Html:
    """Say when and why a record was withdrawn, and lead to the one that replaces it."""
    instead = [Link(fate.label_now, _to(place, folder, fate.leads_to))] if fate.leads_to else []
    return missing_html(snapshot, f"This {fate.noun} was withdrawn", fate.words(), place, instead, folder)


def missing_html(
    snapshot: Snapshot, title: str, words: str, place: Place, instead: Sequence[Link] = (), folder: str = ""
) -> Html:
    """Write the page for an address without a record; `instead` are links to go on, besides those to all records."""
    kinds = [PAGED[folder]] if folder else PAGED.values()
    all_records = [Link(f"All {kind.plural}", place.links.to("all", kind.key)) for kind in kinds]
    onward = [*instead, *all_records, Link("The dashboard", place.links.home)]
    around = place.around(snapshot, head.of_page(snapshot, title, words, ""))
    return missing_page(snapshot, around, title, words, onward, served=not place.ending)


def _unknown(snapshot: Snapshot, folder: str, name: str, place: Place) -> Html:
    noun, records = PAGED[folder].noun, living(snapshot.dataset, PAGED[folder].file)
    near = [Link(label_of(records[other]), _to(place, folder, other)) for other in slips(name, records)]
    words = f"No {noun} has the id {quoted(name)}."
    if near:
        words += f" Perhaps you meant {agreeing(len(near), 'this one', 'one of these')}."
    return missing_html(snapshot, f"There is no such {noun}", words, place, near, folder)


def _to(place: Place, folder: str, name: str) -> str:
    return place.links.to(PAGED[folder].word, name)


def _meant(snapshot: Snapshot, file: str, name: str) -> str:
    """Give the id that an address meant before it was changed on its way: `2022-Oslo.`; empty if not certain."""
    labels = {known: label_of(record) for known, record in living(snapshot.dataset, file).items()}
    former = aliases(snapshot.dataset, file)
    unused = dict.fromkeys([*former, *lasting(snapshot.dataset, file)], "")
    query, _ = pasted.read({"id": [name]}, {"id": unused | labels})
    meant = "".join(query.get("id", []))
    return former.get(meant, meant)


def _files_of_event(name: str) -> tuple[Link, ...]:
    """Give the exports of one event."""
    return tuple(
        Link(export.label, HOME + export_path(export.name, {"event": name}))
        for begin in OF_ONE_EVENT
        for export in exports.SERVED.values()
        if export.name.startswith(begin)
    )


def _files_of_organizer(name: str) -> tuple[Link, ...]:
    """Give the exports of the events of one organizer that a reader may want."""
    return tuple(
        Link(export.label, HOME + export_path(export.name, {"organizer": name, "weight": ANY}))
        for export in exports.SERVED.values()
        if export.name in ("roles.csv", "workbook.xlsx", "calendar.ics", "events.atom")
    )


def _citations(snapshot: Snapshot, name: str, place: Place) -> dict[str, str]:
    """Give citations of an event that are ready to copy, by the name of their style."""
    export = exports.EXPORTS.get("citations.json")
    if export is None:
        return {}
    options = {**exports.DEFAULTS, "site": place.site, "ending": place.ending, "event": name}
    texts = json.loads(export.make(snapshot, Filters(), options))["event"]
    return {label: texts[style] for style, label in STYLES.items() if style in texts}
