"""A reader in front of the running app, who opens links, finds marks, and notes everything that goes wrong."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Locator, Request, Response, expect

from tests.browser.windows import MEDIA, Window

SIZES = {
    "desk": {"viewport": {"width": 1440, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
VIEWS = ("timeline", "matrix", "article")
PARTS = ("Chart", "Data", "Cite", "Subscribe", "Embed", "Print")
"""The parts of the panel “Take away”."""
PATIENCE = 30_000
"""Longest wait for anything, in milliseconds."""

expect.set_options(timeout=PATIENCE)

# The place of a mark in the window, by the ids it carries; null where it is not drawn.
POINT = """([view, event, organizer]) => {
  const plot = document.querySelector(`[data-view=${view}] .js-plotly-plot`);
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  for (const trace of plot.data) {
    if (view === "timeline" && trace.meta?.part !== "mark") continue;
    const i = trace.customdata.findIndex(([e, o]) => e === event && (!organizer || o === organizer));
    if (i >= 0) return [box.x + xaxis._offset + xaxis.d2p(trace.x[i]), box.y + yaxis._offset + yaxis.d2p(trace.y[i])];
  }
  return null;
}"""
IDS = """() => {
  if (document.querySelector(".linked[data-empty]")) return [];
  const marks = document.querySelector(".chart").data.filter(({ meta }) => meta?.part === "mark");
  const undated = [...document.querySelectorAll("[data-view=timeline] .undated [data-choose]")];
  const gathered = [...document.querySelectorAll("[data-spot]")].flatMap(({ dataset }) => dataset.spot.split(" "));
  const dated = [...marks.flatMap(({ customdata }) => customdata.flat()), ...gathered];
  return [...new Set([...dated, ...undated.map(({ dataset }) => dataset.choose)])].sort();
}"""
"""The ids of the events that the timeline shows: as marks, behind numbers, and in its list of those without a date."""

# Waits until a node has kept its place for some frames, because the page may still scroll to an earlier choice.
STILL = """(node) => new Promise((done) => {
  let top, frames = 0;
  const look = () => {
    frames = node.getBoundingClientRect().top === top ? frames + 1 : 0;
    top = node.getBoundingClientRect().top;
    if (frames < 10) requestAnimationFrame(look); else done();
  };
  look();
})"""
# Waits until the page is done: for some frames, no answer of the server arrives, and nothing changes.
AT_REST = """() => new Promise((done) => {
  let seen, frames = 0;
  const look = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const chosen = [...document.querySelectorAll("[data-view]")].map(({ dataset }) => dataset.event);
    const chart = document.querySelector(".chart");
    const pressed = chart?._mouseDownTime && Date.now() - chart._mouseDownTime <= chart._context.doubleClickDelay;
    const now = [location.search, app?.dataset.testScriptState, chosen, chart?.layout?.xaxis.range].join();
    frames = now === seen && app?.dataset.testScriptState === "notRunning" && !pressed ? frames + 1 : 0;
    seen = now;
    if (frames < 20) requestAnimationFrame(look); else done();
  };
  look();
})"""
# Whether Streamlit has drawn another page than the first one, with its charts, and has taken away the one before.
PLACED = """(page) => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
  && document.querySelector(".stApp .pages [aria-current=page]")?.dataset.page === page
  && document.querySelector(".stApp .linked:is(.evidence, .single)")
  && !document.querySelector(".stApp .single:not([data-ready]), [data-stale=true]")"""
FRAMES = """(frames) => new Promise((done) => {
  const next = () => { if (frames-- > 0) requestAnimationFrame(next); else done(); };
  next();
})"""
"""Waits until a page has drawn this many frames, for tests in which nothing must happen."""

# The marks of a chart, and of the timeline also those behind a number.
MARKS = """(view) => [
  ...document.querySelector(`[data-view=${view}] .js-plotly-plot`).data
    .filter((trace) => view === "matrix" || trace.meta?.part === "mark").flatMap((trace) => trace.customdata),
  ...[...document.querySelectorAll(`[data-view=${view}] [data-spot]`)]
    .flatMap(({ dataset }) => dataset.spot.split(" ").map((id) => [id])),
]"""


class Visitor:
    """One window on the app. `faults` must be empty when a test ends; `visit` checks that."""

    def __init__(self, window: Window, home: str, size: str) -> None:
        self.window, self.home, self.size = window, home, size
        self.context, self.page = window.context, window.page
        self.faults: list[str] = []
        self.context.set_default_timeout(PATIENCE)
        self._loads = 0  # how often the window was told to load a page
        self._asked: dict[Request, int] = {}  # each request, and that number when it was made
        self._listeners = {
            "console": lambda said: said.type == "error" and self.faults.append(f"console: {said.text}"),
            "weberror": lambda error: self.faults.append(f"uncaught: {error.error}"),
            "dialog": lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()),
            "request": self._look_at_request,
            "response": self._look_at_answer,
            "requestfailed": self._look_at_failure,
        }
        for name, listener in self._listeners.items():
            self.context.on(name, listener)

    def _look_at_request(self, request: Request) -> None:
        self._loads += request.is_navigation_request()
        self._asked[request] = self._loads
        self._look_at(request.url)

    def _look_at(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(self.home).netloc:
            self.faults.append(f"request to another host: {url}")

    def _look_at_answer(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"status {response.status}: {response.url}")

    def _look_at_failure(self, request: Request) -> None:
        # The browser itself ends loading when the reader moves on.
        has_moved_on = request.failure == "net::ERR_FAILED" and self._asked.get(request) != self._loads
        if request.failure != "net::ERR_ABORTED" and not has_moved_on:
            self.faults.append(f"failed: {request.url}, {request.failure}")

    def open(self, query: str = "", *, early: bool = False, anew: bool = False) -> None:
        """Open a link, and wait until everything is drawn; unless it is `early`, also until Streamlit is there.

        A window that shows the dashboard already only turns to the link, unless it shall load the page `anew`.
        """
        address = f"{self.home}?{query}" if query else self.home
        turned = "" if early or anew else self.window.turn(address)
        if not turned:
            self._load(address, early)
            return
        self._wait_until_there(address)
        if turned == "page":
            self.window.remember()

    def _load(self, address: str, early: bool) -> None:
        # A test may keep Streamlit's script waiting. Without it the page never counts as loaded.
        self.page.goto(address, wait_until="commit" if early else "load")
        self._wait_until_there(address)
        if not early:
            self.page.wait_for_selector("#early", state="detached")
            self.window.remember()

    def _wait_until_there(self, address: str) -> None:
        page = parse_qs(urlsplit(address).query).get("page", ["explore"])[0]
        if page == "explore":
            self.wait_until_drawn()
        else:
            self.page.wait_for_function(PLACED, arg=page)
            self.page.evaluate(FRAMES, 3)

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_drawn()
        self.page.wait_for_selector("#early", state="detached")

    def wait_until_drawn(self) -> None:
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def rest(self) -> None:
        """Wait until the page is done, and until the next press no longer counts as part of a double click."""
        self.page.evaluate(AT_REST)

    def view(self, name: str) -> Locator:
        return self.page.locator(f"[data-view={name}]")

    def button(self, view: str, name: str) -> Locator:
        return self.view(view).get_by_role("button", name=name, exact=True)

    @property
    def count(self) -> Locator:
        return self.page.locator(".linked .bar .count")

    @property
    def chips(self) -> Locator:
        return self.page.locator(".linked .chip")

    @property
    def title(self) -> Locator:
        return self.view("article").locator(".page h2")

    @property
    def lit(self) -> Locator:
        return self.view("article").locator("[data-lit]")

    def sees(self, event: str) -> None:
        """Expect the event to be the chosen one in all three views."""
        for name in VIEWS:
            expect(self.view(name)).to_have_attribute("data-event", event)

    def stands_at(self, query: str) -> None:
        """Expect the address to be exactly this one."""
        expect(self.page).to_have_url(f"{self.home}?{query}" if query else self.home)

    def marks(self, view: str) -> list[tuple[str, ...]]:
        """Give the ids that the marks of a chart carry."""
        return [tuple(ids) for ids in self.page.evaluate(MARKS, view)]

    def press_mark(self, view: str, event: str, organizer: str = "") -> None:
        """Click a mark with the mouse, or tap it on the phone."""
        x, y = self._place_of(view, event, organizer)
        if self.size == "phone":
            self.page.touchscreen.tap(x, y)
        else:
            self._point(view, x, y)
            self.page.mouse.click(x, y)

    def point_at(self, view: str, event: str, organizer: str = "") -> None:
        """Move the mouse over a mark."""
        self._point(view, *self._place_of(view, event, organizer))

    def _point(self, view: str, x: float, y: float) -> None:
        self.page.mouse.move(x, y)
        expect(self.view(view).locator(".hovertext")).to_be_visible()

    def _place_of(self, view: str, event: str, organizer: str) -> tuple[float, float]:
        plot = self.view(view).locator(".js-plotly-plot")
        plot.evaluate(STILL)
        # The heads of the columns would cover a mark near the top of a matrix that is taller than its pane.
        shown = self.view(view).locator(f".row[data-organizer='{organizer}']") if organizer else plot
        shown.evaluate("(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
        plot.evaluate(STILL)
        self.rest()  # a chart that is redrawn between hover and press ignores the press
        x, y = self.page.evaluate(POINT, [view, event, organizer])
        return x, y

    def span(self) -> list[str]:
        """Give the ends of the timeline as it is drawn."""
        return self.view("timeline").locator(".js-plotly-plot").evaluate("(plot) => plot._fullLayout.xaxis.range")

    @contextmanager
    def panel(self) -> Iterator[Locator]:
        """Give the filters; on the phone, open their sheet first and close it afterwards."""
        if self.size == "phone":
            self.page.get_by_role("button", name=re.compile("^Filters")).click()
            expect(self.page.locator("dialog[open]")).to_be_visible()
        yield self.page.locator("dialog[open]" if self.size == "phone" else ".panel")
        if self.size == "phone":
            self.page.keyboard.press("Escape")
            expect(self.page.locator("dialog[open]")).to_have_count(0)

    @contextmanager
    def taking(self, part: str) -> Iterator[Locator]:
        """Open the panel “Take away” at one of its parts, and give it; afterwards it is closed."""
        self.page.get_by_role("button", name="Take away", exact=True).click()
        panel = self.page.get_by_role("dialog", name="Take away")
        panel.get_by_role("tab", name=re.compile(f"^{part}")).click()
        yield panel
        self.page.keyboard.press("Escape")
        expect(panel).to_have_count(0)

    def choice(self, facet: str, value: str) -> Locator:
        """Give the form control of a value of a filter."""
        return self.page.locator(f"input[data-facet={facet}][data-value='{value}']")

    def press(self, facet: str, value: str) -> None:
        """Click a value of a filter, as a reader does: on its words, in a list that is open."""
        closed = self.page.locator("details:not([open])").filter(has=self.choice(facet, value))
        if closed.count():
            closed.locator("summary").click()
        self.page.locator("label").filter(has=self.choice(facet, value)).click()

    def number(self, facet: str, value: str) -> int:
        """Give the number of events that the panel shows beside a value of a filter."""
        return int(self.choice(facet, value).get_attribute("data-count") or "")

    @property
    def asked(self) -> int:
        """How many messages the window has sent to Streamlit."""
        return self.window.sent

    @property
    def nothing(self) -> str:
        """An address of the same site with an irrelevant page."""
        return f"{self.home}_stcore/health"

    def leave(self) -> None:
        """Let the window forget everything that was done in it."""
        for name, listener in self._listeners.items():
            self.context.remove_listener(name, listener)
        self.window.clear(self.home, self.nothing)


_LEFT: dict[tuple[Browser, str], list[Window]] = {}
"""Windows that visitors have left, by their options."""


@contextmanager
def visit(browser: Browser, home: str, size: str, kind: type[Visitor] = Visitor, **options) -> Iterator[Visitor]:
    """Open a window of a size, and when it closes fail on every error, and on every request that left the server."""
    options = {name: value for name, value in options.items() if MEDIA.get(name) != value}
    left = _LEFT.setdefault((browser, repr((size, sorted(options.items())))), [])
    media = {name: value for name, value in options.items() if name in MEDIA}
    window = left.pop() if left else Window(browser.new_context(**SIZES[size], **options), media)
    visitor = kind(window, home, size)
    try:
        yield visitor
        visitor.leave()
    except BaseException:
        window.context.close()
        raise
    left.append(window)
    assert not visitor.faults, "\n".join(visitor.faults)
