"""What Python says of data and filters made by chance, for `twins.mjs`, which says the same with the scripts."""

import json
import string
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any
from urllib.parse import urlencode

from dashboard import exports, topics
from dashboard.frames import filters as narrowing
from dashboard.frames import search
from dashboard.frames.filters import EVERY_WEIGHT, FACETS, MAX_TEXT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING, ROLES, Dataset, Role
from dashboard.topics.explore import figures, payload
from dashboard.web import address
from dashboard.web.address import OWN, PAGES, Choice
from tests import remaining
from tests.generated import dataset
from tests.sample import snapshot

NAMES = (
    "Ёлка",
    "ель",
    "İzmir",
    "ßen",
    "SSo",
    "Ægir",
    "ÖSCE",
    "osce",
    "Ҷумҳурӣ",
    "مؤتمر",
    "Ωmega",
    "ς",
    "1540",
    "{first}",
)
"""Short names whose order depends on how capitals are folded, and one that looks like a place in a phrase."""

TEXTS = (
    "meeting", "MEETING 1", "meet", "“Meeting 1”", "«meeting 1", "people's", "the-whole", "whole name", '"', "--", "’",
    "Straße ﬁn", "ıİ", "ҶУМҲУРӢ", "чумхури", "ΟΔΟΣ", "ke\u00adke", "٣ 3", "a_b\u0085c", "x\ufeffy", "'un' osce", " ",
    "Łódź", "œuvre", "مُؤتَمر", "counter–terrorism", "「Meeting」", "m\u2028n", '""Meeting" 1"', '"" meeting"',
    "\U0001d7d9 \U00010400",
)  # fmt: skip

DIRT = (
    "YEAR=2018", "year=2018,2019", "year=+2018", "organizer=UN", "organizer=nobody", "utm_source=x", "fbclid=1", "a",
    "event=", "event=none", "at=none", "sort=taste", "columns=ALL", "page=nowhere", "amp;year=2018", "embed=true",
    "weight=any", "weight=any&weight=main", "weight=every", "order=most", "order=worst", "from=none",
    "kind=conferences", "page=explore&page=quality", "q=a&q=+b", "embed_options=dark_theme", "q=" + "ab+" * 90, "a=",
    "%FF=%FF",
)  # fmt: skip


def facts(of: Snapshot, drawn: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the facts as the browser gets them, and of what is only drawn no more than this."""
    content = json.loads(payload.bundle(of, topics.PAGES))
    left_out = {"timeline", "matrix", "css", "dark"} - {*drawn}
    return {key: value for key, value in content.items() if key not in left_out}


def made_up(chance: Random) -> Snapshot:
    """Make a snapshot whose organizers have names of many scripts, and roles of every weight."""
    of = dataset(chance.randrange(2**32), chance.choice((0, 2, 3, 5, 8)), chance.randint(1, 6), 2)
    names = dict(zip(of.organizers, chance.sample(NAMES, len(of.organizers)), strict=True))
    organizers = {
        name: organizer.model_copy(update={"short_name": names[name]} if chance.random() < 0.6 else {})
        for name, organizer in of.organizers.items()
    }
    events = of.events
    if chance.random() < 0.7:  # sentences have most to say of conferences
        events = {
            name: event.model_copy(update={"kind": "conference", "roles": _roles(chance, of)})
            for name, event in events.items()
        }
    process = of.process
    if process and chance.random() < 0.5:  # nothing is ahead
        process = process.model_copy(update={"updated": PartialDate(2022, 1, 1)})
    made = snapshot(Dataset(**{**vars(of), "process": process, "organizers": organizers, "events": events}))
    return replace(made, trial=chance.random() < 0.2)


def _roles(chance: Random, of: Dataset) -> tuple[Role, ...]:
    """Give most organizers a role, mostly that of an organizer."""
    return tuple(
        Role(
            organizer=organizer,
            role=chance.choice(ORGANIZING if chance.random() < 0.5 else [*ROLES]),
            confidence=chance.choice(("single", "single", "single", "disputed")),
            sources=tuple(of.sources)[:1],
        )
        for organizer in of.organizers
        if chance.random() < 0.6
    )


def chosen(chance: Random, of: Snapshot) -> Choice:
    """Choose by chance, mostly little at once, so that something remains."""
    filters = Filters(weight=Filters.weight if chance.random() < 0.3 else EVERY_WEIGHT)
    every = narrowing.addressed(of.dataset, of.known)
    for facet in FACETS if chance.random() < 0.5 else ():
        values = [*(every if chance.random() < 0.2 else of.known)[facet]]
        if values and chance.random() < 0.25:
            some = set(chance.sample(values, chance.randint(1, min(3, len(values)))))
            filters = filters.having(facet, tuple(value for value in every[facet] if value in some))
    if chance.random() < 0.2:
        filters = replace(filters, q=chance.choice(TEXTS)[:MAX_TEXT].strip())
    choice = Choice(filters)
    events = [*of.dataset.events]
    if events and chance.random() < 0.6:
        choice = choice.seeing(event=chance.choice(events))
    if chance.random() < 0.4:
        keys = {
            organizer for event in events for organizer in (role.organizer for role in of.dataset.events[event].roles)
        }
        choice = choice.seeing(at=chance.choice(sorted(keys | {""})))
    columns, sort = chance.choice([*payload.COLUMNS]), chance.choice([*figures.SORTS])
    page = chance.choice(["explore", "explore", *PAGES])
    return choice.seeing(columns=columns, sort=sort, page=page, order=chance.choice(["time", "most"]))


def act(chance: Random, of: Snapshot, choice: Choice) -> dict[str, Any]:
    """Draw an act; some name what does not exist."""
    event = chance.choice([*of.dataset.events, "no-event"])
    facet = chance.choice(FACETS)
    values = [*of.known[facet], "nobody"]
    together = [*of.known["together"], "nobody"]
    return chance.choice([
        {"do": "choose", "event": event, "at": chance.choice([*sorted(of.proof_keys), ""])},
        {"do": "open", "event": event, "at": chance.choice([*sorted(of.proof_keys), ""])},
        {"do": "filter", "facet": facet, "value": chance.choice(values), "on": chance.random() < 0.7},
        {"do": "drop", "facet": facet, "value": chance.choice([*getattr(choice.filters, facet), "any", "un"])},
        {"do": "drop", "facet": "q", "value": ""},
        {"do": "text", "q": chance.choice(TEXTS)},
        {"do": "mark", "view": "together", "value": chance.sample(together, min(2, len(together)))},
        {"do": "mark", "view": "coverage", "value": [event]},
        {"do": "columns", "value": chance.choice(["all", "conferences", "none"])},
        {"do": "sort", "value": chance.choice(["name", "count", "kind", "taste"])},
        {"do": "turn", "page": chance.choice([*PAGES, "nowhere"])},
        {"do": "reset"},
        {"do": "go", "query": "year=2018"},
    ])  # fmt: skip


def plain(choice: Choice) -> dict[str, Any]:
    """Give a choice in the form of the scripts."""
    filters = {facet: list(getattr(choice.filters, facet)) for facet in FACETS} | {"q": choice.filters.q}
    view = {name: value for name, value in choice.view.items() if name not in OWN}
    return {"filters": filters, **view, "own": {name: choice.view[name] for name in OWN}}


def shown(of: Snapshot, choice: Choice) -> dict[str, Any]:
    """Give what the page *Explore* is fed, as `views.explore` puts it together."""
    left = of.select(choice.filters)
    asked = choice.view["event"]
    event = payload.chosen_event(left, asked)
    at = choice.view["at"] if event == asked else ""
    columns, sort = choice.view["columns"], choice.view["sort"]
    views = remaining.state(of, choice.filters, left, event=event, at=at, columns=columns, sort=sort)
    return {**views, "outside": of.dataset.events[asked].label if asked and event != asked else ""}


def case(chance: Random, of: Snapshot) -> dict[str, Any]:
    """Give what Python says of one choice and of what is done with it."""
    choice = chosen(chance, of)
    written = address.link(choice, of).removeprefix("?")
    done = act(chance, of, choice)
    after = address.acted(choice, done, of)
    link = chance.choice([f"event={event}" for event in of.dataset.events] + ["page=quality", "q=a&event=x", "year=1"])
    return {
        "choice": plain(choice),
        "shown": shown(of, choice),
        "caption": captions.caption(of, choice.filters, of.select(choice.filters)),
        "file": exports.file_name("timeline.svg", of, choice.filters),
        **({"counts": of.counts(choice.filters)} if chance.random() < 0.35 else {}),
        "matching": found if (found := of.with_text(choice.filters)) is None else sorted(found),
        "written": written,
        "act": done,
        "after": plain(after) if after else None,
        "link": link,
        "leads": urlencode(address.destination(choice, address.parsed(link), of), doseq=True),
        "read": [read(of, written), read(of, dirtied(chance, written))],
    }


def pictured(of: Snapshot, choice: Choice, view: str) -> dict[str, Any]:
    """Give the picture that the server makes of a chart."""
    made = json.loads(exports.figure_json(view, of, choice.filters, {**choice.view}))
    return {"choice": plain(choice), "view": view, **made}


def dirtied(chance: Random, written: str) -> str:
    """Change an address as people and programs do."""
    parts = [*filter(None, written.split("&")), *chance.sample(DIRT, chance.choice((1, 1, 2)))]
    chance.shuffle(parts)
    return "&".join(parts)


def read(of: Snapshot, query: str) -> dict[str, Any]:
    """Give what Python reads in an address; `clear` says that it knows all of it."""
    choice = address.read(address.parsed(query), of)
    return {"query": query, "choice": plain(choice), "clear": not choice.unknown and not choice.fates}


def every_pair(of: Snapshot) -> Iterator[dict[str, Any]]:
    """Give every combination of a year, an organizer and a role, with the whole state once for the same events."""
    seen = set()
    one = {facet: [(), *((value,) for value in of.known[facet])] for facet in ("year", "organizer", "role")}
    for year, organizer, role in product(*one.values()):
        choice = Choice(Filters(year=year, organizer=organizer, role=role))
        ids = tuple(of.select(choice.filters).events["event_id"])
        whole = {} if ids in seen else {"shown": shown(of, choice), "counts": of.counts(choice.filters)}
        seen.add(ids)
        yield {"choice": plain(choice), "matching": None, "remaining": ids, **whole}


def texts(chance: Random) -> list[str]:
    """Give texts of letters that fold in every way."""
    letters = [chr(code) for code in range(0x20, 0x2FFF) if chr(code).isprintable()]
    return [*TEXTS, string.printable, *("".join(chance.choices(letters, k=60)) for _ in range(400))]


def folded(chance: Random) -> list[tuple[str, str]]:
    """Give texts with what the search makes of them."""
    return [(text, search.normalize(text)) for text in texts(chance)]
