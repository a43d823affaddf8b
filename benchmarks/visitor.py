"""One visit to a page: open it in a new profile of the browser, do each act once, and take the times.

README.md says when a view counts as shown. probe.js takes the times and reads the views in the page itself.
"""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.apps import Value
from benchmarks.cases import Case
from benchmarks.servers import Server
from benchmarks.traffic import Received, Traffic
from dashboard.frames.filters import Filters

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
PATIENCE = 180_000
"""The longest wait for anything, in milliseconds."""
LOOK = 1000
"""The pause of a reader after the page has opened, in milliseconds."""
REST = 500
"""How long the views must stay unchanged after each act, in milliseconds. The server's work in this time counts too."""
ALONE = 5000
"""The longest wait for the charts to follow a filter while the server is stopped, in milliseconds."""


@dataclass
class Visit:
    """The results of a visit by measure: times and processor times in milliseconds, and the traffic, if it was counted.

    `early` and `early_cpu` are the traffic and the processor time before the views were as expected; `received` and
    `cpu` also have those of the rest that follows. `alone` is the time until both charts follow a filter while the
    server is stopped; None if they do not.
    """

    times: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    early_cpu: dict[str, float] = field(default_factory=dict)
    received: dict[str, Received] = field(default_factory=dict)
    early: dict[str, Received] = field(default_factory=dict)
    alone: float | None = None


def visit(browser: Browser, server: Server, case: Case, number: int, *, count: bool = False) -> Visit:
    """Open the page and do each act once. `number` decides the values of the filters, the same for all apps.

    Counting the traffic slows the browser. So the times of such a visit are not used.

    Raises
    ------
    RuntimeError
        If the views do not show what they must, or do not keep showing it.
    """
    with _page(browser) as page:
        return _Visitor(page, server, case, random.Random(number), Traffic.of(page) if count else None).do_all()


def memory_of_sessions(browser: Browser, server: Server, case: Case, number: int) -> float:
    """Give the memory that each further open page takes on the server, in kilobytes."""
    before = server.memory()
    with ExitStack() as open_pages:
        for _ in range(number):
            page = open_pages.enter_context(_page(browser))
            _open(page, server, case)
        page.wait_for_timeout(LOOK)
        return (server.memory() - before) * 1000 / number


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(60_000)  # a page with 10,000 events may be busy for a long time
    try:
        yield context.new_page()
    finally:
        context.close()


def _open(page: Page, server: Server, case: Case) -> float:
    """Open the page. Give the milliseconds from the navigation until the views are as expected."""
    expected = case.expected() | {"heading": case.snapshot.dataset.process.name}
    page.add_init_script(f"window.expected = {json.dumps(expected)};\n{PROBE}")
    page.goto(server.address, timeout=PATIENCE)
    return page.evaluate("probe.sinceStart()")


class _Visitor:
    def __init__(self, page: Page, server: Server, case: Case, chance: random.Random, traffic: Traffic | None) -> None:
        self.page, self.server, self.case, self.chance, self.traffic = page, server, case, chance, traffic
        self.visit = Visit()

    def do_all(self) -> Visit:
        self.open()
        self.filter_by_year()
        self.filter_by_organizer()
        self.choose()
        if self.traffic:
            self.filter_alone()
        return self.visit

    def open(self) -> None:
        self.visit.times["open"] = _open(self.page, self.server, self.case)
        for measure, script in {"paint": "probe.firstPaint()", "heading": "probe.sinceStartToHeading()"}.items():
            if (time := self.page.evaluate(script)) is not None:
                self.visit.times[measure] = time
        # Some pages show their views before everything else is loaded.
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(LOOK)
        self.rest(self.case.expected(), "open")

    def filter_by_year(self) -> None:
        press, value = self.server.app.press_year, self.any_of("year")
        filters = Filters(year=(value.key,))
        self.act("year", self.case.expected(filters), lambda: press(self.page, value))
        self.act("back", self.case.expected(), lambda: press(self.page, value))

    def filter_by_organizer(self) -> None:
        app, value = self.server.app, self.any_of("organizer")
        filters = Filters(organizer=(value.key,))
        app.open_organizers(self.page, value)
        self.page.wait_for_timeout(REST)
        self.act("organizer", self.case.expected(filters), lambda: app.press_organizer(self.page, value))
        self.act("cleared", self.case.expected(), lambda: app.clear_organizer(self.page, value))
        app.close_organizers(self.page)
        self.page.wait_for_timeout(REST)

    def filter_alone(self) -> None:
        """Filter while the process of the server is suspended. The article may be missing then."""
        value = self.any_of("year")
        charts = {"marks": self.case.expected(Filters(year=(value.key,)))["marks"]}
        self.page.evaluate("(expected) => probe.watch(expected)", charts)
        with self.server.stopped():
            self.server.app.press_year(self.page, value)
            self.visit.alone = self.page.evaluate("(most) => probe.sincePressWithin(most)", ALONE)

    def any_of(self, facet: str) -> Value:
        """Choose at random a value of a filter that leaves some events."""
        key = self.chance.choice(self.case.narrowing(facet))
        return Value(key, self.case.snapshot.known[facet][key])

    def choose(self) -> None:
        """Choose an event by a click on its mark. Without a mark to click on, there is no time."""
        event = self.point_at_a_mark()
        if event is None:
            return
        mouse = self.page.mouse
        self.act("choose", self.case.expected(chosen=event), lambda: (mouse.down(), mouse.up()))

    def act(self, measure: str, expected: dict, press: Callable[[], object]) -> None:
        """Press something. Record the milliseconds from the press until the views are as expected."""
        if self.page.evaluate("(expected) => probe.holds(expected)", expected):
            raise RuntimeError(f"the views were as expected before this was done: {measure}")
        if self.traffic:
            self.traffic.take()
        before = self.server.cpu()
        self.page.evaluate("(expected) => probe.watch(expected)", expected)
        press()
        self.visit.times[measure] = self.page.evaluate("probe.sincePress()")
        self.visit.early_cpu[measure] = self.server.cpu() - before
        if self.traffic:
            self.visit.early[measure] = self.traffic.take()
        self.rest(expected, measure)
        self.visit.cpu[measure] = self.server.cpu() - before

    def rest(self, expected: dict, measure: str) -> None:
        """Make sure that the views had settled: a moment later they are still as expected."""
        self.page.wait_for_timeout(REST)
        if not self.page.evaluate("(expected) => probe.holds(expected)", expected):
            raise RuntimeError(f"the views did not stay as they were after this was done: {measure}")
        if self.traffic:
            self.visit.received[measure] = self.visit.early.get(measure, Received()) + self.traffic.take()

    def point_at_a_mark(self) -> str | None:
        """Move the mouse over a mark of the timeline. Give the event whose article a click will open.

        None if every event is behind a number, or if the marks that were tried lead to no other article.
        """
        single = set(self.page.evaluate("probe.single()"))
        events = [event for event in self.case.other_events() if event in single]
        for event in self.chance.sample(events, min(len(events), 20)):
            x, y = self.page.evaluate("(event) => probe.place(event)", event)
            self.page.mouse.move(x - 3, y)
            self.page.mouse.move(x, y)
            self.page.wait_for_timeout(300)
            under = self.page.evaluate("probe.under()")  # where marks overlap, this may be another event
            if under and under != self.case.first_event():
                return under
        return None
