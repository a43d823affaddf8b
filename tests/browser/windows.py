"""Windows of the browser, kept between tests: to load the page takes longer than most of what a test does in it."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, WebSocket

shared: set[str] = set()
"""The addresses of the servers that all tests use. A window that stays connected takes a place there."""
edits = 0
"""How often the data that is served has changed. A page that was loaded before has other data."""

LASTING = (
    "add_init_script", "emulate_media", "expose_binding", "expose_function", "on", "route", "route_web_socket",
    "set_extra_http_headers", "set_viewport_size",
)  # fmt: skip
LASTING_OF_CONTEXTS = ("new_cdp_session",)
"""Methods that may change a window for longer than a test."""
SIZING = {"set_viewport_size"}
"""Those after which a page need not be loaded again."""

STORED = "cookies,local_storage,indexeddb,service_workers,cache_storage"
OPENED = "() => { window.asOpened = [...document.querySelectorAll('.panel details')].map(({ open }) => open); }"
"""Remembers which lists of the filters are open when a page is loaded."""

# Turns a page that shows the views to another address of theirs, as Back does, and forgets all that is not in it.
# Gives false if something else than the views is open, or if the page waits for the server.
TURNED = """(address) => {
  const app = document.querySelector("[data-testid=stApp]")?.dataset;
  const waits = app && (app.testConnectionState !== "CONNECTED" || app.testScriptState !== "notRunning");
  const page = document.querySelector(".pages [aria-current=page]")?.dataset.page ?? "explore";
  const other = `${app ? "#early, .trial, .lost, " : ""}dialog[open], [role=dialog], .spot-list, .failed, .notice`;
  if (!window.asOpened || waits || page !== "explore" || document.querySelector(other)) return false;
  const { protocol, host, pathname, searchParams } = new URL(address);
  if (location.protocol !== protocol || location.host !== host || location.pathname !== pathname) return false;
  if (searchParams.has("page") || !document.querySelector("[data-view=timeline]")) return false;
  document.activeElement.blur();
  getSelection().empty();
  for (const node of document.querySelectorAll("details[open]")) node.open = false;
  document.querySelectorAll(".panel details").forEach((node, i) => { node.open = window.asOpened[i]; });
  for (const node of document.querySelectorAll("*")) {
    if (node.scrollTop || node.scrollLeft) node.scrollTo({ top: 0, left: 0, behavior: "instant" });
  }
  localStorage.clear();
  sessionStorage.clear();
  delete document.documentElement.dataset.ready;
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  return true;
}"""


class Window:
    """A window and what can be said of its page. `sent` counts its messages to Streamlit."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.sent = context, 0
        self._open()

    def _open(self) -> None:
        self.page = self.context.new_page()
        self.edits: int | None = None
        self.changed: set[str] = set()
        self.page.on("websocket", self._listen)
        for thing, names in ((self.page, LASTING), (self.context, LASTING_OF_CONTEXTS)):
            for name in names:
                setattr(thing, name, partial(self._change, name, partial(getattr(type(thing), name), thing)))

    def _change(self, name: str, method: Callable, *arguments, **options):
        self.changed.add(name)
        return method(*arguments, **options)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._count)

    def _count(self, _) -> None:
        self.sent += 1

    def remember(self) -> None:
        """Note that the page was loaded, with the present data."""
        self.edits = edits
        self.page.evaluate(OPENED)

    def turn(self, address: str) -> bool:
        """Turn the page to another address, if it shows the views, and if no test has changed the window."""
        return self.edits == edits and self.changed <= SIZING and self.page.evaluate(TURNED, address)

    def clear(self, home: str, nothing: str) -> None:
        """Delete what was stored, and close all other windows, and this one too if a change of it would last.

        Otherwise it stays at an address of the same site, so that the browser keeps its process, with the scripts that
        it compiled: at its `home`, or at an address with `nothing`.
        """
        kept = not self.changed and urlsplit(self.page.url)[:2] == urlsplit(home)[:2]
        device = BrowserContext.new_cdp_session(self.context, self.page)
        turned = False
        if kept:
            self.page.mouse.move(0, 0)
            turned = (home in shared or home.endswith(".html")) and self.turn(home)
            if not turned:
                self.page.goto(nothing)
                # Only now: a page may store something when it is left.
                self.page.evaluate("localStorage.clear(), sessionStorage.clear(), (window.name = '')")
            device.send("Page.resetNavigationHistory")
        if not turned:
            self.edits = None
            if home.startswith("http"):
                origin = "://".join(urlsplit(home)[:2])
                device.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": STORED})
            self.context.clear_cookies()
        device.detach()
        for page in self.context.pages:
            if page is not self.page or not kept:
                page.close()
        self.context.clear_permissions()
        if not kept:
            self._open()
