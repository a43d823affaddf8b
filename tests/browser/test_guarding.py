"""What the browser makes of the headers, and of hostile texts where no header helps."""

import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette

from dashboard import exports
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.web import embed, routes
from tests import hostile
from tests.browser.server import Server, free_port
from tests.browser.test_embedding import PAGE
from tests.browser.visitor import FRAMES, Visitor
from tests.hostile import HOSTILE
from tests.sample import Shelf, snapshot
from tests.web.test_door import SHELL

INSERT = """() => new Promise((done) => {
  const ran = [];
  window.run = (what) => ran.push(what);
  const script = Object.assign(document.createElement("script"), { textContent: "run('script')" });
  const host = document.body.appendChild(document.createElement("div"));
  host.innerHTML = "<img src='data:,' onerror=\\"run('handler')\\"><a href=\\"javascript:run('address')\\">x</a>";
  document.head.append(script);
  host.querySelector("a").click();
  setTimeout(() => {
    try { new Function("run('text')")(); } catch { /* refused */ }
    fetch("http://127.0.0.1:9/").catch(() => setTimeout(() => { host.remove(); done(ran); }, 300));
  }); // by then the page itself runs it, and no longer the tool that drives it
})"""


@pytest.mark.parametrize("query", ["", "page=quality"])
def test_a_script_that_comes_into_the_page_does_not_run_and_nobody_else_is_asked(desk: Visitor, query):
    desk.page.goto(f"{desk.home}?{query}")
    desk.page.wait_for_selector("[data-testid=stApp]", state="attached")
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    assert desk.page.evaluate(INSERT) == []
    assert [url for url in asked if not url.startswith((desk.home, "data:", "blob:"))] == []
    assert [fault for fault in desk.faults if "Content Security Policy" not in fault] == []
    desk.faults.clear()


def test_no_answer_of_the_server_names_it(desk: Visitor):
    found: dict[str, dict[str, str]] = {}
    desk.page.on("response", lambda answer: found.update({answer.url: answer.headers}))
    desk.open("event=2022-dushanbe")
    assert len(found) > 50
    for url, headers in found.items():
        if url.startswith("blob:"):
            continue  # Streamlit makes these in the browser
        assert "server" not in headers and "content-security-policy" in headers, url
        assert headers["x-content-type-options"] == "nosniff", url


@pytest.fixture
def framed(data, tmp_path, monkeypatch) -> Iterator[str]:
    """The address of a server that lets one other site frame it."""
    monkeypatch.setenv("DASHBOARD_FRAMES", "self https://example.org")
    server = Server(data, tmp_path / "log")
    server.start()
    yield server.home
    server.stop()


def test_a_site_that_is_not_named_shows_the_views_in_frames_but_not_the_dashboard(browser: Browser, framed, tmp_path):
    frames = "".join(
        f'<iframe name="{name}" src="{framed}{path}"></iframe>' for name, path in (("all", ""), ("one", "embed/matrix"))
    )
    (tmp_path / "index.html").write_text(PAGE.format(frames=frames), encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    frame = page.frame(name="one")
    frame.wait_for_selector("html[data-ready]", state="attached")
    assert page.frame(name="all").locator("#root").count() == 0
    page.close()


# Hostile texts, without the headers, so that they would run if they became markup


@pytest.fixture(scope="module")
def unguarded() -> Iterator[str]:
    """The routes with hostile data, and nothing around them; the address of the server."""
    held = snapshot(hostile.some_of(hostile.data(HOSTILE), 100))
    app = Starlette(routes=routes.routes(Shelf(held), shell=SHELL))
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join()


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what ran or was asked for on it that should not."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    happened: list[str] = []
    context.on("dialog", lambda dialog: (happened.append(f"dialog {dialog.message}"), dialog.dismiss()))
    context.on("request", lambda request: "example.org" in request.url and happened.append(request.url))
    yield context.new_page(), happened
    context.close()


LABELS = """([pane, part]) => {
  const plot = document.querySelector(`[data-view=${pane}] .js-plotly-plot`);
  const marks = plot.data.flatMap((trace, curveNumber) =>
    trace.hovertemplate ? trace.x.map((_, pointNumber) => ({ curveNumber, pointNumber })) : []);
  Plotly.Fx.hover(plot, [marks[Math.floor(part * (marks.length - 1))]]);
  return plot.querySelectorAll(".hovertext").length;
}"""
"""Have Plotly write the label of a mark, the first at 0 and the last at 1; long names of rows cover many marks."""

MARK = """([pane, part]) => {
  const marks = [...document.querySelectorAll(`[data-view=${pane}] .scatterlayer .point`)];
  const box = marks[Math.floor(part * (marks.length - 1))].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
"""The place of a mark in the window."""

PARTS = (0, 0.2, 0.4, 0.6, 0.8, 1)


def hovered(page: Page) -> dict[str, int]:
    """Move the mouse over some marks of the timeline, and label as many of the matrix; count the labels."""
    labels = dict.fromkeys(("timeline", "matrix"), 0)
    for part in PARTS:
        x, y = page.evaluate(MARK, ["timeline", part])
        page.mouse.move(x - 4, y)
        page.mouse.move(x, y)
        page.wait_for_timeout(150)  # Plotly waits before it writes a label
        labels["timeline"] += page.locator("[data-view=timeline] .hovertext").count() > 0
        labels["matrix"] += page.evaluate(LABELS, ["matrix", part]) > 0
    return labels


def test_hostile_texts_on_the_page_run_nothing(unguarded, watched):
    page, happened = watched
    page.set_viewport_size({"width": 1440, "height": 3000})  # long titles need much room above the charts
    labels: Counter[str] = Counter()
    for number in (1, 40, 100, 160, 250):
        page.goto(f"{unguarded}?weight=any&columns=all&event=2022-e{number}", wait_until="commit")
        page.wait_for_selector("html[data-ready]", state="attached")
        labels.update(hovered(page))
        for pane in ("timeline", "matrix"):
            page.locator(f"[data-view={pane}]").get_by_role("button", name="Table", exact=True).click()
        page.evaluate(FRAMES, 12)
    assert labels["timeline"] > 5 and labels["matrix"] == 5 * len(PARTS), labels
    assert happened == []


@pytest.mark.parametrize(
    "place", ["events/", "events/2022-e40", "events/2022-e100", "organizers/o22", "sources/s7", "api"]
)
def test_hostile_texts_on_pages_of_records_run_nothing(unguarded, watched, place):
    page, happened = watched
    page.goto(unguarded + place)
    expect(page.locator("h1").first).to_be_visible()
    assert happened == []


@pytest.mark.parametrize("view", embed.VIEWS)
def test_hostile_texts_in_a_frame_run_nothing(unguarded, watched, view):
    page, happened = watched
    page.goto(f"{unguarded}embed/{view}?weight=any&event=2022-e40&q={HOSTILE[3]}")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert happened == []


@pytest.mark.parametrize("name", [name for name in exports.EXPORTS if name.endswith(".html")])
def test_hostile_texts_in_a_downloaded_page_run_nothing(watched, tmp_path, name):
    page, happened = watched
    held = snapshot(hostile.some_of(hostile.data(HOSTILE), 100))
    made = exports.EXPORTS[name].make(held, Filters(weight=EVERY_WEIGHT), exports.DEFAULTS | {"event": "2022-e40"})
    (tmp_path / name).write_bytes(made)
    page.goto((tmp_path / name).as_uri())
    page.evaluate(FRAMES, 18)
    assert happened == []
