"""Python's results for random data and filters, for `twins.mjs`, which compares them with those of the scripts."""

import json
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise, product
from random import Random
from typing import Any
from urllib.parse import urlencode

from dashboard import exports, topics
from dashboard.frames import filters as narrowing
from dashboard.frames import search
from dashboard.frames.filters import EVERY_WEIGHT, FACETS, FREE, MAX_TEXT, Filters
from dashboard.frames.span import SPAN
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING, PANES, ROLES, Dataset, Era, Event, KindTerm, Role, RoleTerm, Step
from dashboard.topics.explore import figures, findings, payload
from dashboard.web import address, head
from dashboard.web.address import OWN, PAGES, Choice
from dashboard.words import counting, spelling
from dashboard.words.phrases import FORMS
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
    "\U0001d7d9 \U00010400", "\u200b", " \u2060\u00ad", "\u3164", "\u0301", "a" * 60, "ab " * 90,
)  # fmt: skip

DIRT = (
    "YEAR=2018", "year=2018,2019", "year=+2018", "organizer=UN", "organizer=nobody", "utm_source=x", "fbclid=1", "a",
    "event=", "event=none", "at=none", "sort=taste", "columns=ALL", "page=nowhere", "amp;year=2018", "embed=true",
    "weight=any", "weight=any&weight=main", "weight=every", "order=most", "order=worst", "from=none",
    "tour=1", "tour=1&tour=0", "tour=9", "tour=", "tour=01", "map=1&tour=1", "map=1", "map=2", "kind=conferences",
    "page=explore&page=quality", "q=a&q=+b", "embed_options=dark_theme", "q=" + "ab+" * 90, "a=",
    "q=%E2%80%8B", "q=%E3%85%A4",
    "%FF=%FF", "passage=a&passage=+b+", "passage=", "passage=" + "ab+" * 90, "since=2018", "until=2018-05",
    "since=2019-02-29", "until=2018~",
    "since=2022&until=2018", "since=+2018-5",
    "zoom=2018", "zoom=2018-05-01..2018-04-30", "zoom=2018-05-01..2018-05-31&zoom=", "table=both", "table=Matrix",
    "zoom=2018-02-01..2018-02-30", "since=2018-05-16&since=2019", "since=", "until=1700", "since=May+2018",
    "until=2018–05",
)  # fmt: skip

DATES = ("", "", "2018", "2019-05", "2020-02-29", "2019-02-29", "2018-13", "1799", "2100-12-31", "0018", "2018~", "x")
"""What an act may give as an end of the span, right or wrong."""


_CASES = {"capital": counting.capital, "small": counting.small}

PASSAGES = ("the-first-words.khovar-2018", ".khovar-2018", "кто-пришёл", " a b ", "~<&>~", "x" * 300, "")
"""Keys of passages, right and wrong: any text may be one."""


def facts(of: Snapshot, drawn: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the facts as the browser gets them. Of the fields that are only drawn, keep those in `drawn`."""
    content = json.loads(payload.bundle(of, topics.PAGES))
    left_out = {"timeline", "matrix", "css", "dark"} - {*drawn}
    return {key: value for key, value in content.items() if key not in left_out}


def records(of: Snapshot) -> dict[str, Any]:
    """Give what the browser searches, without the tables that fold a text."""
    return {name: value for name, value in json.loads(payload.text_index(of)).items() if name != "folds"}


def made_up(chance: Random) -> Snapshot:
    """Make a snapshot whose organizers have names of many scripts, and roles of every weight."""
    of = dataset(chance.randrange(2**32), chance.choice((0, 2, 3, 5, 8)), chance.randint(1, 6), 2)
    names = dict(zip(of.organizers, chance.sample(NAMES, len(of.organizers)), strict=True))
    organizers = {
        name: organizer.model_copy(update={"short_name": names[name]} if chance.random() < 0.6 else {})
        for name, organizer in of.organizers.items()
    }
    events = of.events
    if chance.random() < 0.7:  # sentences say most about conferences
        events = {
            name: event.model_copy(update={"kind": "conference", "roles": _roles(chance, of)})
            for name, event in events.items()
        }
    process = of.process
    if process and chance.random() < 0.5:  # nothing is ahead
        process = process.model_copy(update={"updated": PartialDate(2022, 1, 1)})
    if process and chance.random() < 0.5:
        process = process.model_copy(update={"opens": "first"})
    if process and chance.random() < 0.5:
        kinds = (KindTerm(kind="conference", one="UN meeting <b>", many="UN meetings <b>"),)
        roles = (RoleTerm(role="partner", one="EU partner", many="EU partners"),)
        process = process.model_copy(update={"kinds": kinds, "roles": roles})
    if process and chance.random() < 0.5:
        steps = tuple(_step(chance, events) for _ in range(chance.randint(1, 3)))
        process = process.model_copy(update={"tour": steps})
    if process and chance.random() < 0.5:
        process = process.model_copy(update={"eras": tuple(_era(chance) for _ in range(chance.randint(1, 3)))})
    made = snapshot(Dataset(**{**vars(of), "process": process, "organizers": organizers, "events": events}))
    return replace(made, trial=chance.random() < 0.2)


def _step(chance: Random, events: Mapping[str, Event]) -> Step:
    """Make a step of a tour that shows an event, something of it, or nothing."""
    event = chance.choice([*events.values(), None])
    role = chance.choice(event.roles) if event and event.roles else None
    shown = {"event": event.id if event else None, "at": chance.choice((None, role.organizer if role else None))}
    organizer = chance.choice((None, role.organizer if role else None))
    return Step(title="Look", text="There.", pane=chance.choice([*PANES]), organizer=organizer, **shown)


def _era(chance: Random) -> Era:
    """Make an era about the time of the events; some go on."""
    begin, until = sorted((_date(chance), _date(chance)), key=lambda day: PartialDate.parse(day).first())
    end = {} if chance.random() < 0.3 else {"until": until}
    return Era.model_validate({"name": chance.choice(NAMES), "from": begin, "sources": ["s"], **end})


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
    """Choose at random, mostly few values at once, so that something remains."""
    filters = Filters(weight=Filters.weight if chance.random() < 0.3 else EVERY_WEIGHT)
    every = narrowing.addressed(of.dataset, of.known)
    for facet in FACETS if chance.random() < 0.5 else ():
        values = [*(every if chance.random() < 0.2 else of.known)[facet]]
        if values and chance.random() < 0.25:
            some = set(chance.sample(values, chance.randint(1, min(3, len(values)))))
            filters = filters.having(facet, tuple(value for value in every[facet] if value in some))
    if chance.random() < 0.3:
        filters = replace(filters, **_span(chance))
    if chance.random() < 0.2:
        filters = replace(filters, q=narrowing.searched(chance.choice(TEXTS)))
    choice = Choice(filters)
    events = [*of.dataset.events]
    if events and chance.random() < 0.6:
        choice = choice.seeing(event=chance.choice(events))
    if chance.random() < 0.4:
        keys = {
            organizer for event in events for organizer in (role.organizer for role in of.dataset.events[event].roles)
        }
        choice = choice.seeing(at=chance.choice(sorted(keys | {""})))
    if chance.random() < 0.2:
        choice = choice.seeing(tour=chance.choice(["", *address.known("tour", of)]))
    if choice.view["event"] and chance.random() < 0.3:
        choice = choice.seeing(passage=chance.choice(PASSAGES)[:MAX_TEXT].strip())
    if address.known("map", of) and chance.random() < 0.2:
        choice = choice.seeing(map="1")
    columns, sort = chance.choice([*payload.COLUMNS]), chance.choice([*figures.SORTS])
    lanes = chance.choice(["kind", *findings.LANES])
    page = chance.choice(["explore", "explore", *PAGES])
    if chance.random() < 0.3:
        choice = choice.seeing(
            table=chance.choice(["timeline", "matrix", "both"]),
            zoom=chance.choice(["", "2018-05-01..2019-12-31", "2020-02-29..2020-02-29"]),
        )
    return choice.seeing(columns=columns, sort=sort, lanes=lanes, page=page, order=chance.choice(["time", "most"]))


def _span(chance: Random) -> dict[str, str]:
    """Give one or both ends of a span, of any precision, mostly at the time of the events."""
    ends = sorted((_date(chance), _date(chance)), key=lambda end: PartialDate.parse(end).first())
    return {name: end for name, end in zip(SPAN, ends, strict=True) if chance.random() < 0.7}


def _date(chance: Random) -> str:
    parts = [f"{chance.randint(2017, 2025)}", f"{chance.randint(1, 12):02}", f"{chance.randint(1, 28):02}"]
    return "-".join(parts[: chance.randint(1, 3)])


def act(chance: Random, of: Snapshot, choice: Choice) -> dict[str, Any]:
    """Draw an act; some name what does not exist."""
    event = chance.choice([*of.dataset.events, "no-event"])
    facet = chance.choice(FACETS)
    values = [*of.known[facet], "nobody"]
    together = [*of.known["together"], "nobody"]
    return chance.choice([
        {"do": "choose", "event": event, "at": chance.choice([*sorted(of.proof_keys), ""])},
        {"do": "choose", "event": event, "at": "", "passage": chance.choice(PASSAGES)},
        {"do": "open", "event": event, "at": chance.choice([*sorted(of.proof_keys), ""])},
        {"do": "filter", "facet": facet, "value": chance.choice(values), "on": chance.random() < 0.7},
        {"do": "drop", "facet": facet, "value": chance.choice([*getattr(choice.filters, facet), "any", "un"])},
        {"do": "drop", "facet": "q", "value": ""},
        {"do": "drop", "facet": "span", "value": "2018.."},
        {"do": "span", "since": "", "until": "", **_span(chance)},
        {"do": "span", "since": chance.choice(DATES), "until": chance.choice(DATES)},
        {"do": "text", "q": chance.choice(TEXTS)},
        {"do": "mark", "view": "together", "value": chance.sample(together, min(2, len(together)))},
        {"do": "mark", "view": "coverage", "value": [event]},
        {"do": "columns", "value": chance.choice(["all", "conferences", "none"])},
        {"do": "lanes", "value": chance.choice(["place", "organizer", "taste"])},
        {"do": "table", "value": chance.choice(["timeline", "both", "", "chart"])},
        {"do": "sort", "value": chance.choice(["name", "count", "kind", "taste"])},
        {"do": "turn", "page": chance.choice([*PAGES, "nowhere"])},
        {"do": "reset"},
        {"do": "go", "query": "year=2018"},
    ])  # fmt: skip


def plain(choice: Choice) -> dict[str, Any]:
    """Give a choice in the form of the scripts."""
    filters = {facet: list(getattr(choice.filters, facet)) for facet in FACETS}
    filters |= {name: getattr(choice.filters, name) for name in FREE}
    view = {name: value for name, value in choice.view.items() if name not in OWN}
    return {"filters": filters, **view, "own": {name: choice.view[name] for name in OWN}}


def event_of(of: Snapshot, choice: Choice) -> str | None:
    """Give the id of the event that is open: the chosen one, or another if that does not remain."""
    left = of.select(choice.filters)
    return payload.chosen_event(left, choice.view["event"], of.dataset.opens, of.with_text(choice.filters))


def shown(of: Snapshot, choice: Choice) -> dict[str, Any]:
    """Give the data of the page *Explore*, as `views.explore` puts it together."""
    left = of.select(choice.filters)
    asked = choice.view["event"]
    event = event_of(of, choice)
    own = {name: choice.view[name] if event == asked else "" for name in ("at", "passage")}
    own |= {name: choice.view[name] for name in ("columns", "sort", "lanes")}
    views = remaining.state(of, choice.filters, left, event=event, **own)
    return {**views, "outside": of.dataset.events[asked].label if asked and event != asked else ""}


def case(chance: Random, of: Snapshot) -> dict[str, Any]:
    """Give Python's results for one choice and for acts on it."""
    choice = chosen(chance, of)
    written = address.link(choice, of).removeprefix("?")
    done = act(chance, of, choice)
    after = address.acted(choice, done, of)
    link = chance.choice(
        [f"event={event}" for event in of.dataset.events] + ["page=quality", "q=a&event=x", "year=1", "tour=1"]
    )
    return {
        "choice": plain(choice),
        "shown": shown(of, choice),
        "caption": captions.caption(of, choice.filters, of.select(choice.filters)),
        "title": head.title_of_view(of, choice.seeing(page=topics.PAGES[0].key)),
        "file": exports.file_name("timeline.svg", of, choice.filters),
        **({"counts": of.counts(choice.filters)} if chance.random() < 0.35 else {}),
        "matching": of.with_text(choice.filters),
        "written": written,
        "act": done,
        "after": plain(after) if after else None,
        "link": link,
        "leads": urlencode(address.destination(choice, address.parsed(link), of), doseq=True),
        "read": [
            read(of, query)
            for query in (written, dirtied(chance, written), f"tour={chance.randint(0, 3)}", "tour=1&map=1")
        ],
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


def combinations(of: Snapshot) -> Iterator[dict[str, Any]]:
    """Give every combination of a year, an organizer and a role, with the whole state once for the same events."""
    seen = set()
    one = {facet: [(), *((value,) for value in of.known[facet])] for facet in ("year", "organizer", "role")}
    for year, organizer, role in product(*one.values()):
        choice = Choice(Filters(year=year, organizer=organizer, role=role))
        ids = tuple(of.select(choice.filters).events["event_id"])
        whole = {} if ids in seen else {"shown": shown(of, choice), "counts": of.counts(choice.filters)}
        seen.add(ids)
        yield {"choice": plain(choice), "matching": None, "remaining": ids, **whole}


def searches(of: Snapshot, queries: Iterable[str]) -> list[dict[str, Any]]:
    """Give what Python finds for each query."""
    found = [(query, of.find(query)) for query in queries]
    return [{"query": query, "hits": [vars(hit) for hit in one.hits], "meant": one.meant} for query, one in found]


def appearances(of: Snapshot) -> dict[str, list[str]]:
    """Give the events of each person."""
    people = [record.id for record in of.finder.records if record.kind == "person"]
    return {name: of.finder.events_of(name) for name in people}


def slips(chance: Random) -> list[tuple[str, str, int, int]]:
    """Give pairs of words with the slips between them, counted up to a maximum."""
    words = ["".join(chance.choices("abё", k=chance.randint(0, 8))) for _ in range(300)]
    pairs = [(one, other, chance.randint(0, 3)) for one, other in pairwise(words)]
    return [(*pair, spelling.slips_between(*pair)) for pair in pairs]


def wordings(chance: Random) -> list[tuple[str, list[Any], str]]:
    """Give what Python writes for numbers and lists: the function of `words.js`, its arguments, and the text."""
    names = ["a", "{0}", "b, c", "", "d and e", "$&"]
    lists = [chance.choices(names, k=number) for number in (*range(5), 12)]
    kinds = [chance.choices(["state", "united-nations"], k=number) for number in (*range(5), 14)]
    numbers = (*range(14), 21, 101, 1001)
    return [
        *(("listed", [of], counting.listed(of)) for of in lists),
        *(("holders", [of], counting.holders(of)) for of in kinds),
        *(("inWords", [number], counting.in_words(number)) for number in numbers),
        *(("counted", [n, forms], counting.counted(n, *forms)) for n in numbers for forms in FORMS.values()),
        *(("agreeing", [n, forms], counting.agreeing(n, *forms)) for n in numbers for forms in FORMS.values()),
        *(("part", [n, total], counting.part(n, total)) for n, total in product((0, 1, 2, 3), repeat=2)),
        *((name, [text], of(text)) for text in names for name, of in _CASES.items()),
    ]


def texts(chance: Random) -> list[str]:
    """Give texts of letters that fold in every way."""
    letters = [chr(code) for code in range(0x20, 0x2FFF) if chr(code).isprintable()]
    return [*TEXTS, string.printable, *("".join(chance.choices(letters, k=60)) for _ in range(400))]


def folded(chance: Random) -> list[tuple[str, str]]:
    """Give texts with what the search makes of them."""
    return [(text, search.normalize(text)) for text in texts(chance)]
