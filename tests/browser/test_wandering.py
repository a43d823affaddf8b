"""Whatever readers do, one act after the other: address, chips, numbers, views and files still agree.

The acts are random, from a fixed seed. Their expected results are computed here from the records.
"""

import csv
import json
import random
import urllib.request
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import TimeoutError as Late

from dashboard.library import Snapshot
from dashboard.records.model import KINDS, ORGANIZING, ROLES, WEIGHTS
from tests.browser.visitor import PATIENCE, Visitor, visit

SEQUENCES, ACTS, AT_ONCE = 60, 8, 6
PHONES = 1
"""The number of groups of sequences, out of ten, that are done on a phone."""

DEFAULT = {"weight": ("main", "secondary")}
VIEWED = {"page": "explore", "event": "", "at": "", "columns": "conferences", "sort": "kind"}
PAGES = {
    "explore": "Explore",
    "disagreements": "Disagreements",
    "compare": "Compare editions",
    "together": "Who works together",
    "coverage": "Sources",
    "changes": "Changes",
}
LINKS = {
    "compare": ("Compare",),
    "changes": ("Sources & method", "Changes"),
    "together": ("Compare", "Who works together"),
}
"""The links to a page; without an entry, its title is that of its place."""
OPENED = {"changes": "coverage", "together": "compare"}
"""The page that the first of two links opens."""
SEARCHED = ("dushanbe", "samarkand", "border", "drug trafficking", "душанбе", "terorism", "")

# The visible state, read at once.
SEEN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const first = (selector) => document.querySelector(selector);
  const ids = (traces) => (traces ?? []).flatMap(({ customdata }) => customdata.map((one) => one.join(" ")));
  const name = (node) => `${node.dataset.facet} ${node.dataset.value}`;
  const explore = first("[data-view=timeline]")?.closest(".linked");
  const open = explore && !explore.hasAttribute("data-empty");
  return {
    address: location.search.slice(1),
    page: first(".pages [aria-current=page]")?.textContent,
    failed: all(".failed, [data-testid=stException], .notice").map((node) => node.textContent),
    ...(explore && {
      chips: all(".chip").map(({ dataset }) => [dataset.facet, dataset.value]),
      count: first(".linked .bar .count")?.textContent,
    }),
    ...(open && {
      chosen: all(".linked > .pane").map(({ dataset }) => dataset.event),
      lit: first("[data-view=article] [data-lit]")?.dataset.lit ?? "",
      place: first("[data-view=article] .place")?.lastChild.textContent,
      marks: [
        ...ids(first(".chart")?.data?.filter(({ meta }) => meta?.part === "mark")),
        ...all("[data-spot]").flatMap(({ dataset }) => dataset.spot.split(" ")),
      ].sort(),
      columns: all(".linked .column").map(({ dataset }) => dataset.choose),
      rows: Object.fromEntries(all(".linked .row").map((row) => [row.dataset.organizer, row.lastChild.textContent])),
      roles: ids(first(".linked .grid .js-plotly-plot")?.data).sort(),
      sort: first("[aria-label='Order of the rows']")?.value,
    }),
    ...(first(".panel") && {
      search: first("input[type=search]")?.value,
      pressed: all("input[data-facet]:checked").map(name).sort(),
      numbers: Object.fromEntries(all("input[data-facet]").map((node) => [name(node), node.dataset.count])),
    }),
  };
}"""
# Tells whether the page shows exactly what is expected. Addresses are compared by their meaning.
AGREES = """(expected) => {
  const plain = (query) => [...new URLSearchParams(query)].map((pair) => pair.join("=")).sort().join("&");
  const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);
  const said = (state) => JSON.stringify(sorted({ ...state, address: plain(state.address) }));
  return said((SEEN)()) === said(expected);
}""".replace("SEEN", SEEN)


@dataclass(frozen=True)
class Shown:
    """What is chosen: the values of each filter, and of the view."""

    year: tuple[str, ...] = ()
    organizer: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    weight: tuple[str, ...] = DEFAULT["weight"]
    together: tuple[str, ...] = ()
    q: str = ""
    page: str = "explore"
    event: str = ""
    at: str = ""
    columns: str = "conferences"
    sort: str = "kind"


FACETS = ("year", "organizer", "role", "kind", "weight")


@dataclass
class World:
    """The records, and the events that filters leave, computed without the code of the page."""

    snapshot: Snapshot
    known: dict[str, list[str]] = field(init=False)
    order: list[str] = field(init=False)

    def __post_init__(self) -> None:
        events = self.snapshot.dataset.events.values()
        held = {role.organizer for event in events for role in event.roles}
        self.known = {
            "year": [str(year) for year in sorted({event.start.year for event in events if event.start})],
            "organizer": [one for one in self.snapshot.dataset.organizers if one in held],
            "role": [one for one in ROLES if one in {role.role for event in events for role in event.roles}],
            "kind": [one for one in KINDS if one in {event.kind for event in events}],
            "weight": [one for one in WEIGHTS if one in {event.weight for event in events}],
        }
        self.order = list(self.snapshot.frames.events["event_id"])

    def found(self, q: str) -> list[str]:
        """Give the events that a search finds, the best first. `tests/frames/test_find.py` says what these must be."""
        return self.snapshot.find(q).ids("event") if q else self.order

    def passes(self, event: str, shown: Shown) -> bool:
        one = self.snapshot.dataset.events[event]
        roles = [
            role
            for role in one.roles
            if (not shown.organizer or role.organizer in shown.organizer)
            and (not shown.role or role.role in shown.role)
        ]
        return (
            one.weight in shown.weight
            and (not shown.year or (one.start is not None and str(one.start.year) in shown.year))
            and (not shown.kind or one.kind in shown.kind)
            and (bool(roles) or not (shown.organizer or shown.role))
            and set(shown.together) <= {role.organizer for role in one.roles if role.role in ORGANIZING}
            and event in self.found(shown.q)
        )

    def left(self, shown: Shown) -> list[str]:
        return [event for event in self.order if self.passes(event, shown)]

    def conferences(self, events: list[str]) -> list[str]:
        return [event for event in events if self.snapshot.dataset.events[event].kind == "conference"]

    def chosen(self, shown: Shown, left: list[str]) -> str:
        if shown.event in left:
            return shown.event
        if shown.q:
            return next(event for event in self.found(shown.q) if event in left)
        possible = self.conferences(left) or left
        begun = [event for event in possible if self.has_begun(event)]
        return (begun or possible[:1])[-1]

    def has_begun(self, event: str) -> bool:
        start = self.snapshot.dataset.events[event].start
        return start is not None and start.first() <= self.snapshot.dataset.process.updated.last()

    def columns(self, shown: Shown, left: list[str]) -> list[str]:
        return left if shown.columns == "all" else self.conferences(left) or left

    def address(self, shown: Shown) -> str:
        query = {}
        for facet in (*FACETS, "together"):
            if getattr(shown, facet) != DEFAULT.get(facet, ()):
                query[facet] = self.said(facet, getattr(shown, facet))
        event = self.snapshot.dataset.events.get(shown.event)
        if event and event.weight not in shown.weight:
            query["weight"] = shown.weight  # or the address would open the event
        if shown.q:
            query["q"] = shown.q
        query |= {name: getattr(shown, name) for name, usual in VIEWED.items() if getattr(shown, name) != usual}
        return urlencode(query, doseq=True)

    def seen(self, shown: Shown) -> dict:
        """Say what the page must show, in the words of `SEEN`."""
        expected = {"address": self.address(shown), "page": PAGES[shown.page], "failed": []}
        left = self.left(shown)
        if shown.page in ("explore", "together"):
            expected |= {
                "search": shown.q,
                "pressed": sorted(f"{facet} {value}" for facet in FACETS for value in getattr(shown, facet)),
                "numbers": {
                    f"{facet} {value}": self.number(shown, facet, value)
                    for facet in FACETS
                    for value in self.known[facet]
                },
            }
        if shown.page != "explore":
            return expected
        chips = [
            [facet, value]
            for facet in (*FACETS, "together")
            if getattr(shown, facet) != DEFAULT.get(facet, ())
            for value in self.said(facet, getattr(shown, facet))
        ]
        expected["chips"] = [*chips, *([["q", shown.q]] if shown.q else [])]
        if not left:
            return expected | {"count": "No event passes these filters."}
        events, chosen, columns = self.snapshot.dataset.events, self.chosen(shown, left), self.columns(shown, left)
        roles = [(event, role.organizer) for event in columns for role in events[event].roles]
        return expected | {
            "count": f"{len(left)} of {len(events)} events",
            "chosen": [chosen] * 3,
            "lit": shown.at if chosen == shown.event else "",
            "place": f"{left.index(chosen) + 1} of {len(left)}",
            "marks": sorted(event for event in left if events[event].start),
            "columns": columns,
            "rows": {one: str(len({event for event, other in roles if other == one})) for _, one in roles},
            "roles": sorted(" ".join(role) for role in roles),
            "sort": shown.sort,
        }

    def said(self, facet: str, values: tuple[str, ...]) -> tuple[str, ...]:
        """Give the values as address and chips say them: of all weights in one word."""
        return ("any",) if facet == "weight" and len(values) == len(self.known["weight"]) else values

    def number(self, shown: Shown, facet: str, value: str) -> str:
        return str(len(self.left(replace(shown, **{facet: (value,)}))))


class Walk:
    """One reader who does one thing after the other. `done` lists the acts, so that a failure can be repeated."""

    def __init__(self, visitor: Visitor, world: World, seed: int) -> None:
        self.visitor, self.world, self.chance = visitor, world, random.Random(seed)
        self.now = Shown()
        self.history, self.at = [self.now], 0
        self.done = [f"sequence {seed}"]

    def go(self, length: int) -> None:
        self.visitor.open()
        self.agree()
        while len(self.done) <= length:
            name = self.chance.choice(ACTS_OF[self.visitor.size])
            if (said := getattr(self, name)()) is not None:
                self.done.append(f"{name} {said}".strip())
                self.agree()

    def wants(self, **changed) -> None:
        """Expect other values from now on, and a new entry in the history if the address changes."""
        self.now = replace(self.now, **changed)
        if self.world.address(self.now) != self.world.address(self.history[self.at]):
            self.history = [*self.history[: self.at + 1], self.now]
            self.at += 1
        self.history[self.at] = self.now

    def agree(self) -> None:
        expected = self.world.seen(self.now)
        try:
            self.visitor.page.wait_for_function(AGREES, arg=expected, timeout=PATIENCE, polling=50)
        except Late:
            seen = self.visitor.page.evaluate(SEEN)
            wrong = {key: (seen.get(key), expected.get(key)) for key in {*seen, *expected}}
            told = {key: both for key, both in wrong.items() if both[0] != both[1]}
            pytest.fail("\n".join([*self.done, "seen and expected:", json.dumps(told, ensure_ascii=False, indent=1)]))
        asked = urlsplit(self.visitor.page.url).query
        for name, values in parse_qs(asked).items():
            known = self.world.known.get("organizer" if name == "together" else name)
            assert known is None or set(values) <= {*known, "any"}, "\n".join(self.done)
        with urllib.request.urlopen(f"{self.visitor.home}export/events.csv?{asked}") as answer:
            rows = list(csv.DictReader(answer.read().decode().splitlines()))
        assert [row["event_id"] for row in rows] == self.world.left(self.now), "\n".join(self.done)
        assert not self.visitor.faults, "\n".join([*self.done, *self.visitor.faults])

    # Acts: each says in words what it did, or gives None if it cannot be done here.

    def filter(self) -> str | None:
        if self.now.page not in ("explore", "together"):
            return None
        facet = self.chance.choice(FACETS)
        held = getattr(self.now, facet)
        value = self.chance.choice(self.world.known[facet])
        if value not in held and self.world.number(self.now, facet, value) == "0":
            return None  # it can not be chosen
        with self.visitor.panel():
            self.visitor.press(facet, value)
        others = {one for one in held if one != value} if value in held else {*held, value}
        chosen = tuple(one for one in self.world.known[facet] if one in others)
        self.wants(**{facet: chosen or DEFAULT.get(facet, ())})
        return f"{facet} {value}"

    def row_head(self) -> str | None:
        left = self.world.left(self.now)
        if self.now.page != "explore" or not left:
            return None
        columns = self.world.columns(self.now, left)
        events = self.world.snapshot.dataset.events
        rows = sorted({role.organizer for event in columns for role in events[event].roles})
        if not rows:
            return None
        value = self.chance.choice(rows)
        self.visitor.view("matrix").locator(f".row[data-organizer='{value}']").click()
        others = {*self.now.organizer} ^ {value}
        self.wants(organizer=tuple(one for one in self.world.known["organizer"] if one in others))
        return value

    def chip(self) -> str | None:
        chips = self.world.seen(self.now).get("chips", [])
        if not chips:
            return None
        facet, value = self.chance.choice(chips)
        self.visitor.page.locator(f".chip[data-facet={facet}][data-value='{value}']").click()
        if facet == "q":
            self.wants(q="")
        else:
            kept = tuple(one for one in getattr(self.now, facet) if value not in (one, "any"))
            self.wants(**{facet: kept or DEFAULT.get(facet, ())})
        return f"{facet} {value}"

    def reset(self) -> str | None:
        if not self.world.seen(self.now).get("chips"):
            return None
        self.visitor.page.get_by_role("button", name="Reset filters").click()
        self.wants(**{facet: DEFAULT.get(facet, ()) for facet in (*FACETS, "together")}, q="")
        return ""

    def mark(self) -> str | None:
        left = self.world.left(self.now)
        dated = [event for event in left if self.world.snapshot.dataset.events[event].start]
        if self.now.page != "explore" or not dated:
            return None
        # Marks of neighbours cover each other; those of conferences do not.
        event = self.chance.choice(self.world.conferences(dated) or dated[:1])
        self.visitor.press_mark("timeline", event)
        self.wants(event=event, at="")
        return event

    def role_mark(self) -> str | None:
        left = self.world.left(self.now)
        columns = self.world.columns(self.now, left)
        if self.now.page != "explore" or not 0 < len(columns) <= 5:  # with more columns, some are not visible
            return None
        events = self.world.snapshot.dataset.events
        roles = [(event, role.organizer) for event in columns for role in events[event].roles]
        if not roles:
            return None
        event, organizer = self.chance.choice(roles)
        self.visitor.press_mark("matrix", event, organizer)
        self.wants(event=event, at=organizer)
        return f"{event} {organizer}"

    def key(self) -> str | None:
        left = self.world.left(self.now)
        if self.now.page != "explore" or not left:
            return None
        name = self.chance.choice(["ArrowLeft", "ArrowRight", "Home", "End"])
        self.visitor.page.locator(".grid").focus()
        self.visitor.page.keyboard.press(name)
        here = left.index(self.world.chosen(self.now, left))
        there = {"ArrowLeft": max(here - 1, 0), "ArrowRight": min(here + 1, len(left) - 1), "Home": 0}.get(name, -1)
        if left[there] != left[here]:
            self.wants(event=left[there], at="")
        return name

    def neighbour(self) -> str | None:
        left = self.world.left(self.now)
        if self.now.page != "explore" or len(left) < 2:
            return None
        here = left.index(self.world.chosen(self.now, left))
        by = self.chance.choice([step for step in (-1, 1) if 0 <= here + step < len(left)])
        self.visitor.button("article", "Next event" if by > 0 else "Previous event").click()
        self.wants(event=left[here + by], at="")
        return "later" if by > 0 else "earlier"

    def sort(self) -> str | None:
        if self.now.page != "explore" or not self.world.left(self.now):
            return None
        value = self.chance.choice(["kind", "name", "count"])
        self.visitor.page.get_by_label("Order of the rows").select_option(value)
        self.wants(sort=value)
        return value

    def columns(self) -> str | None:
        if self.now.page != "explore" or not self.world.left(self.now):
            return None
        value = self.chance.choice(["conferences", "all"])
        self.visitor.button("matrix", {"conferences": "Conferences", "all": "All events"}[value]).click()
        self.wants(columns=value)
        return value

    def search(self) -> str | None:
        if self.now.page not in ("explore", "together"):
            return None
        text = self.chance.choice(SEARCHED)
        search = self.visitor.page.get_by_role("searchbox", name="Search")
        search.fill(text)
        search.press("Enter")  # closes the list, which covers the views
        self.wants(q=text)
        return text

    def page(self) -> str | None:
        name = self.chance.choice([page for page in PAGES if page != "coverage"])
        *places, last = LINKS.get(name, (PAGES[name],))
        for place in places:
            self.visitor.page.get_by_role("link", name=place, exact=True).click()
            self.wants(page=OPENED[name])
        self.visitor.page.get_by_role("link", name=last, exact=True).click()
        self.wants(page=name)
        return name

    def back(self) -> str | None:
        if self.at == 0:
            return None
        self.visitor.page.evaluate("() => history.back()")
        self.at -= 1
        self.now = self.history[self.at]
        return ""

    def forward(self) -> str | None:
        if self.at + 1 == len(self.history):
            return None
        self.visitor.page.evaluate("() => history.forward()")
        self.at += 1
        self.now = self.history[self.at]
        return ""

    def reload(self) -> str | None:
        self.visitor.page.reload()
        return ""


ACTS_OF = {
    "desk": [
        *["filter"] * 5, *["row_head"] * 2, *["chip"] * 2, "reset", "mark", "role_mark", "key", "neighbour", "sort",
        "columns", "search", "page", *["back"] * 3, *["forward"] * 2, "reload",
    ],
    "phone": [
        "filter", *["row_head"] * 2, *["chip"] * 2, "reset", "role_mark", "neighbour", "sort", "columns", "page",
        *["back"] * 3, *["forward"] * 2, "reload",
    ],
}  # fmt: skip
"""What each reader does, and how often; on a phone every look at the filters opens and closes their sheet."""


@pytest.fixture(scope="module")
def world(snapshot) -> World:
    return World(snapshot)


@pytest.mark.parametrize("group", range(SEQUENCES // AT_ONCE))
def test_whatever_is_done_everything_goes_on_saying_the_same(browser, home, world, group):
    with visit(browser, home, "phone" if group < PHONES else "desk") as visitor:
        for seed in range(group * AT_ONCE, (group + 1) * AT_ONCE):
            Walk(visitor, world, seed).go(ACTS)
