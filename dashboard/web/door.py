"""The first HTML of the page: what it shows in words, and what the views need before Streamlit is there."""

import re
from typing import NamedTuple

from dashboard import topics
from dashboard.frames import Frames, place
from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, piece
from dashboard.look.shapes import Urls, Ways
from dashboard.records.model import ORGANIZING
from dashboard.topics.explore import payload
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, typeface, ways
from dashboard.web import foot as below
from dashboard.web import head as about
from dashboard.web.files import JOINED, urls
from dashboard.words.counting import agreeing, listed

MODULES = [JOINED, "hosts/views.js"]
"""The scripts that the first HTML preloads: those that the views need."""

_TEMPLATE = "web/door.html"
_SCRIPT = re.compile(r'<script type="module" crossorigin src="([^"]+)"></script>')
_PARTS = re.compile(r'<link rel="modulepreload" crossorigin href="([^"]+)">\s*')
_SHEETS = re.compile(r'<link rel="stylesheet" crossorigin href="([^"]+)">\s*')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class Words(NamedTuple):
    """An event in words: its title, date and place, who organized it, and the address of its page."""

    title: str
    when: str
    where: str
    who: str
    href: str


def first_html(shell: str, snapshot: Snapshot, query: address.Query, public: str = "") -> str:
    """Write the first HTML for an address into Streamlit's own, which is `shell`.

    Its head says what the page is (`web/head.py`); `public` is the public address of the dashboard. Without JavaScript
    the page is a list of the events that pass the filters of the address. On the first page, Streamlit's scripts start
    after the views are drawn.
    """
    choice = address.read(query, snapshot)
    head = about.head(snapshot, about.of_view(snapshot, choice, public), public) + piece(_TEMPLATE, "steps")
    if choice.view["page"] == "explore":
        shown = snapshot.select(choice.filters)
        best = snapshot.with_text(choice.filters)
        event = payload.chosen_event(shown, choice.view["event"], snapshot.dataset.opens, best)
        addresses = urls(snapshot.stamp)
        article = addresses["article"].replace("{event}", event) if event else ""
        head += piece(_TEMPLATE, "hasten", addresses, article, MODULES, typeface.ADDRESS)
        shell = _later(shell)
        body = _body(snapshot, choice, shown, event, addresses)
    else:
        head += piece(_TEMPLATE, "plain_sheets", urls(snapshot.stamp)["scripts"])
        body = _plain(snapshot, choice)
    shell = _WITHOUT_SCRIPTS.sub(lambda _: body, shell, count=1)
    return shell.replace("<title>Streamlit</title>", head, 1)


def inline_scripts(shell: str) -> list[str]:
    """Give the texts of the scripts that the first HTML holds. They are the same for any data and any address."""
    return list(dict.fromkeys(_INLINE.findall("".join((shell, piece(_TEMPLATE, "steps"), _later(shell))))))


def _later(shell: str) -> str:
    """Let Streamlit's scripts and styles start after the views are drawn, because the views do not need them."""
    parts, sheets = _PARTS.findall(shell), _SHEETS.findall(shell)
    rest = _SHEETS.sub("", _PARTS.sub("", shell))
    return _SCRIPT.sub(lambda script: piece(_TEMPLATE, "start", script[1], parts, sheets), rest, count=1)


def in_words(snapshot: Snapshot, shown: Frames, event_page: str) -> dict[str, Words]:
    """Describe the events that are shown in words, by id; `event_page` is the address of their pages, as in `Urls`."""
    organizers = snapshot.answer(_organizers)
    return {row.event_id: _words(row, organizers, event_page) for row in rows(shown.events, EventRow)}


def items(snapshot: Snapshot, event_page: str) -> dict[str, tuple[Words, Html]]:
    """Give the words of each event, and its item in the list of events, by id."""
    words = in_words(snapshot, snapshot.frames, event_page)
    return {event: (each, piece(_TEMPLATE, "item", each)) for event, each in words.items()}


def _body(snapshot: Snapshot, choice: address.Choice, shown: Frames, event: str | None, addresses: Urls) -> Html:
    navigation, foot = _around(snapshot, choice)
    described = snapshot.answer(items, addresses["eventPage"])
    chosen = described[event][0] if event else None
    listed_items = [described[each][1] for each in shown.events["event_id"]]
    return piece(
        _TEMPLATE, "body", masthead(snapshot, first=choice.view["page"] == "explore"), navigation, chosen,
        captions.choice(snapshot, choice.filters, shown), listed_items, foot,
        {"version": snapshot.stamp, "urls": addresses, "query": address.link(choice, snapshot).removeprefix("?")},
    )  # fmt: skip


def _plain(snapshot: Snapshot, choice: address.Choice) -> Html:
    (page,) = (page for page in topics.PAGES if page.key == choice.view["page"])
    navigation, foot = _around(snapshot, choice)
    explore, scripts = address.link(choice, snapshot, "explore"), urls(snapshot.stamp)["scripts"]
    return piece(_TEMPLATE, "plain", masthead(snapshot), navigation, page.title, page.about, foot, explore, scripts)


def _around(snapshot: Snapshot, choice: address.Choice) -> tuple[Ways, Html]:
    """Give the navigation and the foot."""

    def to(page: str) -> str:
        return address.link(choice, snapshot, page)

    known = below.links(snapshot, to, urls(snapshot.stamp)["export"], api="api")
    return ways.ways(choice.view["page"], lambda page: to(page.key)), below.foot(snapshot, known, short=True)


def _words(row: EventRow, organizers: dict[str, str], event_page: str) -> Words:
    who, href = organizers.get(row.event_id, ""), event_page.replace("{event}", row.event_id)
    return Words(row.title, row.when, place(row.city, row.country, row.venue), who, href)


def _organizers(snapshot: Snapshot) -> dict[str, str]:
    """Name the organizers of each event, in one line."""
    names: dict[str, list[str]] = {}
    for role in rows(snapshot.frames.roles, RoleRow):
        if role.role in ORGANIZING:
            disputed = " (disputed)" if role.confidence == "disputed" else ""
            names.setdefault(role.event_id, []).append(role.organizer + disputed)
    return {event: f"{agreeing(len(some), 'Organizer', 'Organizers')}: {listed(some)}" for event, some in names.items()}
