"""The first HTML of the page: what it shows in words, and what the views need before Streamlit is there."""

import re
from typing import NamedTuple

from dashboard.frames import Frames, place
from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, piece
from dashboard.look.shapes import Urls
from dashboard.records.model import ORGANIZING
from dashboard.topics.explore import payload
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address
from dashboard.web.files import FILES, urls
from dashboard.words.counting import agreeing, listed

MODULES = [name for name in FILES if name.endswith(".js") and name.startswith("engine/")] + ["hosts/views.js"]
"""The scripts that the first HTML preloads: those that the views need."""

_TEMPLATE = "web/door.html"
_SCRIPT = re.compile(r'<script type="module" crossorigin src="([^"]+)"></script>')
_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class Words(NamedTuple):
    """An event in words: its title, date and place, and who organized it."""

    title: str
    when: str
    where: str
    who: str


def first_html(shell: str, snapshot: Snapshot, query: address.Query) -> str:
    """Write the first HTML for an address into Streamlit's own, which is `shell`.

    Other sites show the title when they link to the page. Without JavaScript the page is a list of the events that pass
    the filters of the address. On the first page, Streamlit's scripts start after the views are drawn.
    """
    choice = address.read(query, snapshot)
    process = snapshot.dataset.process
    head = piece(_TEMPLATE, "head", process.name if process else "Dushanbe Process", process.summary if process else "")
    if choice.view["page"] == "explore":
        shown = snapshot.select(choice.filters)
        event = payload.chosen_event(shown, choice.view["event"])
        addresses = urls(snapshot.stamp)
        article = addresses["article"].replace("{event}", event) if event else ""
        head += piece(_TEMPLATE, "hasten", addresses, article, MODULES)
        shell = _SCRIPT.sub(lambda script: piece(_TEMPLATE, "start", script[1]), shell, count=1)
        body = _body(snapshot, choice, shown, event, addresses)
        shell = _WITHOUT_SCRIPTS.sub(lambda _: body, shell, count=1)
    return shell.replace("<title>Streamlit</title>", head, 1)


def _body(snapshot: Snapshot, choice: address.Choice, shown: Frames, event: str | None, addresses: Urls) -> Html:
    pages = [
        {"page": page, "label": label, "href": address.link(choice, snapshot, page)}
        for page, label in address.PAGES.items()
    ]
    organizers = snapshot.answer(_organizers)
    words = {row.event_id: _words(row, organizers) for row in rows(shown.events, EventRow)}
    return piece(
        _TEMPLATE, "body", masthead(snapshot), pages, choice.view["page"], words.get(event or ""),
        captions.choice(snapshot, choice.filters, shown), list(words.values()),
        {"version": snapshot.stamp, "urls": addresses, "query": address.link(choice, snapshot).removeprefix("?")},
    )  # fmt: skip


def _words(row: EventRow, organizers: dict[str, str]) -> Words:
    return Words(row.title, row.when, place(row.city, row.country, row.venue), organizers.get(row.event_id, ""))


def _organizers(snapshot: Snapshot) -> dict[str, str]:
    """Name the organizers of each event, in one line."""
    names: dict[str, list[str]] = {}
    for role in rows(snapshot.frames.roles, RoleRow):
        if role.role in ORGANIZING:
            disputed = " (disputed)" if role.confidence == "disputed" else ""
            names.setdefault(role.event_id, []).append(role.organizer + disputed)
    return {event: f"{agreeing(len(some), 'Organizer', 'Organizers')}: {listed(some)}" for event, some in names.items()}
