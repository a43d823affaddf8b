"""The first page of an edition: the linked views, drawn by the same engine as in the app, and all that it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from dashboard.assets import FOLDER
from dashboard.exports import PLOTLY
from dashboard.frames.filters import Filters
from dashboard.look import captions
from dashboard.look.html import Html, piece
from dashboard.look.links import IN_THE_DASHBOARD, record_path, to_page
from dashboard.look.shapes import EditionState, Urls, Ways
from dashboard.look.style import paper_foot
from dashboard.publish import places
from dashboard.publish.edition import Edition, File
from dashboard.publish.scripts import dashboard_script, handed
from dashboard.records.kinds import BY_FILE, EVENTS
from dashboard.records.succession import PARAMETERS, aliases
from dashboard.topics.explore import payload
from dashboard.topics.explore.article import article_of
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, door, foot, typeface, ways
from dashboard.web import head as about
from dashboard.web.files import FILES, bundle_version, digest
from dashboard.words.pasted import FOREIGN, FOREIGN_BEGIN

TEMPLATE = "publish/index.html"

SHEETS = ("early", "page", "ways", "linked", "panel", "print")
"""The style sheets of the first page, in their order."""

LATER = ("takeaway",)
"""The style sheets that the engine loads when the views are drawn."""

ICON = "icon.svg"
FACE = "linked/source-sans.woff2"
SCRIPT = "linked/dashboard.js"
_PLOTLY = f"linked/{PLOTLY.name}"
_SHOWN = [places.FIRST, *places.PUBLISHED.values()]


def files(edition: Edition) -> Iterator[File]:
    """Give the first page, its scripts and style sheets, and the scripts that hand over facts, texts and articles."""
    yield "index.html", index(edition).encode()
    yield ICON, (FOLDER / "icons" / "icon.svg").read_bytes()
    yield SCRIPT, dashboard_script().encode()
    yield _PLOTLY, PLOTLY.read_bytes()
    for name, path in FILES.items():
        if name.startswith("css/"):
            yield f"linked/{name}", path.read_bytes()
    if typeface.FILE:
        yield FACE, typeface.FILE.read_bytes()
    for name, text in contents(edition):
        yield handed(name, text)


def contents(edition: Edition, *, alone: bool = False) -> Iterator[tuple[str, str]]:
    """Give what the engine asks for, by its name: the same as the server gives under `linked/`.

    With `alone` there are no other pages, so neither addresses nor links lead to them.
    """
    snapshot = edition.snapshot
    pages = [places.FIRST] if alone else _SHOWN
    links = replace(IN_THE_DASHBOARD, question="") if alone else IN_THE_DASHBOARD
    yield "data/facts", payload.bundle(snapshot, pages).decode()
    yield "data/text", payload.text_index(snapshot).decode()
    for event in snapshot.dataset.events:
        yield f"data/articles/{event}", article_of(snapshot, event, links)


def index(edition: Edition) -> Html:
    """Write `index.html` of a folder."""
    urls = folder_urls(edition)
    sheets = [sheet_address(name) for name in SHEETS]
    facts = urls["bundle"].replace("?", ".js?")
    return page(
        edition,
        urls,
        icon=ICON,
        face=face_address(),
        sheets=piece(TEMPLATE, "linked_sheets", sheets),
        scripts=piece(TEMPLATE, "linked_scripts", urls["plotly"], [facts, script_address()]),
        navigation=ways.ways(places.FIRST.key, lambda page: places.file_of(page, {}), _SHOWN),
        below=foot_of(edition, short=True),
    )


def page(
    edition: Edition,
    urls: Urls,
    *,
    icon: str,
    face: str,
    sheets: Html,
    scripts: Html,
    navigation: Ways | None = None,
    below: Html | None = None,
    policy: str = "",
    inside: str = "",
    late: Html | str = "",
) -> Html:
    """Write the first page.

    `sheets` and `scripts` are parts of its head, and `late` is the end of its body. `icon` and `face` are the addresses
    of the icon and of the typeface. `navigation` has the links to other pages, if there are any. `below` is its foot,
    `policy` its Content Security Policy, and `inside` what the single file has inside.
    """
    snapshot = edition.snapshot
    shown = snapshot.select(Filters())
    described = snapshot.answer(door.items, urls["eventPage"])
    head = about.head(snapshot, about.of_view(snapshot, address.Choice(), edition.base_url), edition.base_url)
    return piece(
        TEMPLATE, "page", head, policy, icon, face, sheets + paper_foot(snapshot.dataset.process_name), scripts,
        masthead(snapshot, first=True), navigation,
        captions.choice(snapshot, Filters(), shown), [described[event][1] for event in shown.events["event_id"]],
        below or foot.foot(snapshot, {}), _given(edition, urls), inside, late,
    )  # fmt: skip


def foot_of(edition: Edition, up: str = "", *, short: bool = False) -> Html:
    """Write the foot of a page in a folder; `up` leads to the folder."""
    snapshot = edition.snapshot

    def to(page: str) -> str:
        return up + places.place(to_page(page))

    known = foot.links(snapshot, to, f"{up}export/", api=f"{up}api.html", editors=False)
    return foot.foot(snapshot, known, short=short)


def _given(edition: Edition, urls: Urls) -> EditionState:
    dataset = edition.snapshot.dataset
    former = {name: aliases(dataset, file) for name, file in PARAMETERS.items()}
    return {
        "version": edition.snapshot.stamp,
        "urls": urls,
        "places": places.placed() if urls["edition"] == "folder" else {},
        "former": {name: ids for name, ids in former.items() if ids},
        "foreign": sorted(FOREIGN),
        "foreignBegin": list(FOREIGN_BEGIN),
    }


def folder_urls(edition: Edition) -> Urls:
    """Give the addresses that the scripts of a folder need."""
    version = bundle_version(edition.snapshot.stamp)
    sheets = {name: sheet_address(name) for name in (*SHEETS, *LATER)}
    return urls_of("folder", version, f"{_PLOTLY}?v={digest(PLOTLY.read_bytes())}", sheets, edition.base_url)


def sheet_address(name: str) -> str:
    """Give the address of a style sheet, which changes with its content."""
    return f"linked/css/{name}.css?v={digest(FILES[f'css/{name}.css'].read_bytes())}"


def face_address(up: str = "") -> str:
    """Give the address of the typeface, which changes with its content; empty if there is none.

    `up` leads to the folder of the edition.
    """
    return f"{up}{FACE}?v={digest(typeface.FILE.read_bytes())}" if typeface.FILE else ""


def script_address() -> str:
    """Give the address of the script that runs the dashboard, which changes with its content."""
    return f"{SCRIPT}?v={digest(dashboard_script().encode())}"


def urls_of(
    edition: Literal["folder", "file"], version: str, plotly: str, sheets: Mapping[str, str], home: str
) -> Urls:
    """Give the addresses that the scripts need; what has an empty address is in the HTML of the page.

    `home` is the public address of the edition.
    """
    return {
        "scripts": "linked/",
        "viewsModule": "",
        "panelModule": "",
        "figureModule": "",
        "linksModule": "",
        "pagesModule": "",
        "keepModule": "",
        "css": sheets.get("linked", ""),
        "panelCss": sheets.get("panel", ""),
        "takeawayCss": sheets.get("takeaway", ""),
        "plotly": plotly,
        "bundle": f"data/facts?v={version}",
        "article": f"data/articles/{{event}}?v={version}",
        "text": f"data/text?v={version}",
        "figure": "",
        "export": "export/",
        "takeaway": "data/takeaway",
        "embed": "",
        "eventPage": record_path(BY_FILE[EVENTS], "{event}", ".html") if edition == "folder" else "",
        "home": f"{home}/" if home else "",
        "edition": edition,
    }
