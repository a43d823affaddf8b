"""The pages of events, organizers and sources as files, with the files of each event, and pages for former ids."""

from collections.abc import Iterator
from urllib.parse import quote

from dashboard import exports
from dashboard.frames.filters import Filters
from dashboard.look.html import Html, piece
from dashboard.look.links import ID, between_files, query_of, record_path, to_page
from dashboard.publish.edition import Edition, File
from dashboard.publish.explore import face_address
from dashboard.publish.places import FIRST, PUBLISHED, place
from dashboard.records.kinds import DISPUTES, PAGED
from dashboard.records.succession import Succession, living
from dashboard.topics.record.frame import Link
from dashboard.web.files import FILES, digest
from dashboard.web.pages import OF_ONE_EVENT, Place, list_html, record_html, withdrawn_html

HANDOUT = "handout."
"""How the name of the export begins that `downloads` gives for each event."""

UP = "../"
"""The way from a page of a record to the folder of the edition."""

SHEET = f"linked/css/record.css?v={digest(FILES['css/record.css'].read_bytes())}"


def files(edition: Edition) -> Iterator[File]:
    """Give the lists, the page of each record, what became of former ids, and the files of each event."""
    snapshot, here = edition.snapshot, place_of(edition)
    succession = Succession(snapshot.dataset)
    for folder, kind in PAGED.items():
        address = f"{edition.base_url}/{folder}/" if edition.base_url else ""
        yield f"{folder}/index.html", list_html(snapshot, folder, here, address).encode()
        for name in living(snapshot.dataset, kind.file):
            yield record_path(kind, name, ".html"), record_html(snapshot, folder, name, here).encode()
        for fate in succession.fates():
            if fate.file != kind.file:
                continue
            gone = withdrawn_html(snapshot, folder, fate, here) if fate.why else _moved(fate.leads_to, fate.words())
            yield record_path(kind, fate.old_id, ".html"), gone.encode()
    for event in snapshot.dataset.events:
        options = {**exports.DEFAULTS, **edition.options, "event": event}
        for export in _of_one_event():
            if not export.name.startswith(HANDOUT):
                yield _file_of(event, export.name), export.make(snapshot, Filters(), options)


def place_of(edition: Edition, up: str = UP) -> Place:
    """Say where the pages of records are in an edition."""
    question = place("?" + query_of(DISPUTES, "id")).replace("-id", f"-{ID}")
    return Place(
        links=between_files(up, up + question),
        sheet=up + SHEET,
        font=face_address(up),
        site=edition.base_url,
        ending=".html",
        page=lambda key: up + place(to_page(key)),
        up=up,
        known=(FIRST, *PUBLISHED.values()),
        of_event=lambda event: tuple(
            Link(export.label, up + quote(_file_of(event, export.name))) for export in _of_one_event()
        ),
    )


def _of_one_event() -> list[exports.Export]:
    """Give the exports of one event without the PDF, which needs Chrome: a browser prints the handout."""
    return [
        export
        for begin in OF_ONE_EVENT
        for export in exports.EXPORTS.values()
        if export.name.startswith(begin) and not export.name.endswith(".pdf")
    ]


def _file_of(event: str, name: str) -> str:
    """Give the path of an export of an event: `export/event/ID.bib`."""
    stem, _, ending = name.partition(".")
    return f"export/{stem}/{event}.{ending}"


def _moved(now: str, words: str) -> Html:
    """Lead from the page of a former id to that of the present one."""
    return piece("publish/moved.html", "moved", f"{quote(now)}.html", words)
