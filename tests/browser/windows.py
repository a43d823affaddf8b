"""Windows of the browser, kept between tests: to load the page takes longer than most of what a test does in it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Error, WebSocket

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
OUTER = {"new_cdp_session", "set_viewport_size"}
"""Those after which a page need not be loaded again."""
UNDONE = OUTER | {"emulate_media", "on", "route"}
"""Those that can be taken back. A window with any other change is closed."""
LOADED = {"emulate_media", "route"}
"""Those after which a page may lack a part, or still be on the way to other colours, also when they are taken back."""
MEDIA = {
    "media": "null", "color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none",
    "contrast": "no-preference",
}  # fmt: skip
"""What a window is like without a wish."""

STORED = "cookies,local_storage,indexeddb,service_workers,cache_storage"
OPENED = "() => { window.asOpened = [...document.querySelectorAll('.panel details')].map(({ open }) => open); }"
"""Remembers which lists of the filters are open when a page is loaded."""

# Turns a page to another address, as Back does, and forgets all that is not in it. Gives "views" if the page still
# shows them, "page" if the server draws another page, or draws the views again, and "" if the page must be loaded:
# something else is open, the page waits for the server, or a session keeps what is typed there. To what the server
# draws it only turns `now`.
TURNED = """([address, now]) => {
  const app = document.querySelector("[data-testid=stApp]")?.dataset;
  const waits = app && (app.testConnectionState !== "CONNECTED" || app.testScriptState !== "notRunning");
  const { protocol, host, pathname, searchParams } = new URL(address);
  const pages = [document.querySelector(".pages [aria-current=page]")?.dataset, Object.fromEntries(searchParams)]
    .map((one) => one?.page ?? "explore");
  const stay = pages.every((page) => page === "explore");
  const other = `${app ? "#early, .trial, .lost, " : ""}dialog[open], [role=dialog], .spot-list, .failed, .notice`;
  if (!window.asOpened || waits || document.querySelector(other)) return "";
  if (location.protocol !== protocol || location.host !== host || location.pathname !== pathname) return "";
  if (stay ? !document.querySelector("[data-view=timeline]") : !app || pages.includes("try")) return "";
  document.activeElement.blur();
  getSelection().empty();
  for (const node of document.querySelectorAll("details[open]")) node.open = false;
  document.querySelectorAll(".panel details").forEach((node, i) => { node.open = window.asOpened[i]; });
  for (const node of document.querySelectorAll("*")) {
    if (node.scrollTop || node.scrollLeft) node.scrollTo({ top: 0, left: 0, behavior: "instant" });
  }
  localStorage.clear();
  sessionStorage.clear();
  if (!now && !stay) return "page";
  delete document.documentElement.dataset.ready;
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  return stay ? "views" : "page";
}"""


class Window:
    """A window and what can be said of its page. `sent` counts its messages to Streamlit."""

    def __init__(self, context: BrowserContext, media: dict[str, str]) -> None:
        self.context, self.media, self.sent = context, MEDIA | media, 0
        self._open()

    def _open(self) -> None:
        self.page = self.context.new_page()
        self.size = self.page.viewport_size
        self.edits: int | None = None
        self.changed: set[str] = set()
        self.spoiled = False
        self.wishes = self.media
        self.listeners: list[tuple] = []
        self.devices: list[CDPSession] = []
        self.page.on("websocket", self._listen)
        for thing, names in ((self.page, LASTING), (self.context, LASTING_OF_CONTEXTS)):
            for name in names:
                setattr(thing, name, partial(self._change, name, partial(getattr(type(thing), name), thing)))

    def _change(self, name: str, method: Callable, *arguments, **options):
        self.changed.add(name)
        made = method(*arguments, **options)
        if name == "on":
            self.listeners.append(arguments)
        elif name == "new_cdp_session":
            self.devices.append(made)
        elif name == "emulate_media":
            self.wishes = self.wishes | options
            if self.wishes == self.media:
                self.changed.discard(name)
        return made

    def _undo(self) -> None:
        """Take back what a test has changed."""
        for event, listener in self.listeners:
            self.page.remove_listener(event, listener)
        for device in self.devices:
            with suppress(Error):  # a test may have detached it
                device.detach()
        self.page.unroute_all(behavior="ignoreErrors")
        for name, (method, options) in {
            "set_viewport_size": (type(self.page).set_viewport_size, {"viewport_size": self.size}),
            "emulate_media": (type(self.page).emulate_media, self.media),
        }.items():
            if name in self.changed:
                method(self.page, **options)
        self.listeners, self.devices, self.changed, self.wishes = [], [], set(), self.media

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._count)

    def _count(self, _) -> None:
        self.sent += 1

    def remember(self) -> None:
        """Note that the page was loaded, with the present data."""
        self.edits = edits
        self.page.evaluate(OPENED)

    def spoil(self) -> None:
        """Say that the page has something that no other test may find there."""
        self.spoiled = True

    def turn(self, address: str, *, now: bool = True) -> str:
        """Turn the page to another address, if no test has changed the window; see `TURNED`."""
        if self.edits != edits or not self.changed <= OUTER:
            return ""
        return self.page.evaluate(TURNED, [address, now])

    def clear(self, home: str, nothing: str) -> None:
        """Delete what was stored, and close all other windows, and this one too if a change of it would last.

        Otherwise it stays at an address of the same site, so that the browser keeps its process, with the scripts that
        it compiled: at its `home`, at another page of the dashboard, or at an address with `nothing`.
        """
        kept = self.changed <= UNDONE and urlsplit(self.page.url)[:2] == urlsplit(home)[:2]
        device = BrowserContext.new_cdp_session(self.context, self.page)
        turned = False
        if kept:
            self.page.mouse.move(0, 0)
            if self.spoiled or self.changed & LOADED:
                self.edits, self.spoiled = None, False
            self._undo()
            turned = (home in shared or home.endswith(".html")) and bool(self.turn(home, now=False))
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
