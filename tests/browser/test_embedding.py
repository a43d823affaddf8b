"""The views in frames of a page that another server gives: another origin."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.visitor import FRAMES, POINT

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A page of others</title><link rel="icon" href="data:,">
<body style="margin:0">
{frames}
<script>
  window.told = [];
  addEventListener("message", (event) => {{
    if (event.data.from !== "dushanbe-process") return;
    told.push({{ origin: event.origin, ...event.data }});
    for (const frame of document.querySelectorAll("iframe")) {{
      if (frame.contentWindow === event.source) frame.height = event.data.height;
    }}
  }});
</script>
"""
QUERY = "event=2022-dushanbe&year=2018&year=2019&year=2022&year=2024"
# Whether something of the view cannot be seen without scrolling in the frame.
HIDDEN = """() => [document.documentElement, ...document.querySelectorAll(".chart, .grid, .page")]
  .filter((node) => node.checkVisibility() && node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.className)"""
LINKS = """[...document.querySelectorAll("a[href]:not([href^='#'])")].map((a) => [a.href, a.target])"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a log."""

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def elsewhere(tmp_path, home) -> Iterator[str]:
    """The address of a page on another server, with one frame for each view."""
    frames = "\n".join(
        f'<iframe name="{view}" src="{home}embed/{view}?{QUERY}" title="{view}" {size}></iframe>'
        for view, size in (
            ("timeline", 'width="900" height="420"'),  # higher than necessary: it must get smaller again
            ("matrix", 'width="900" height="300"'),
            ("article", 'width="390" height="300"'),
        )
    )
    (tmp_path / "index.html").write_text(PAGE.format(frames=frames), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def ready(page: Page, view: str) -> Frame:
    frame = page.frame(name=view)
    assert frame
    frame.wait_for_selector("html[data-ready]", state="attached")
    return frame


def test_the_views_work_in_frames_of_another_origin(browser: Browser, home: str, elsewhere: str):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda said: said.type == "error" and faults.append(said.text))
    page = context.new_page()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto(elsewhere)
    timeline, matrix, article = (ready(page, view) for view in ("timeline", "matrix", "article"))
    steps = page.evaluate("history.length")

    # Each frame reports its height. At that height nothing is hidden, and it reports no other height.
    page.wait_for_function("new Set(told.map(({ view }) => view)).size === 3")
    for frame in (timeline, matrix, article):
        frame.wait_for_function(f"({HIDDEN})().length === 0")
    assert {said["origin"] for said in page.evaluate("told")} == {home.rstrip("/")}
    page.evaluate(FRAMES, 30)
    number = len(page.evaluate("told"))
    assert number <= 9
    page.evaluate(FRAMES, 30)
    assert len(page.evaluate("told")) == number

    # Only the view is there, and a line with a link to the same choice in the dashboard.
    for frame, view in ((timeline, "timeline"), (matrix, "matrix"), (article, "article")):
        assert frame.locator("[data-view]").count() == 1
        assert frame.locator(f"[data-view={view}]").is_visible()
        assert frame.locator(".panel, .masthead, .bar, .stApp, .menu:visible").count() == 0
        href = frame.locator("#out").get_attribute("href")
        assert href.startswith(f"{home}?") and "year=2018" in href and "event=2022-dushanbe" in href

    # A click chooses. It is no step of the history of the page around it.
    x, y = timeline.evaluate(POINT, ["timeline", "2019-dushanbe", ""])
    timeline.locator("html").click(position={"x": x, "y": y})
    expect(timeline.locator("#which")).to_contain_text("Dushanbe 2019")
    assert "event=2019-dushanbe" in timeline.locator("#out").get_attribute("href")
    matrix.locator(".column", has_text="Dushanbe 2018").click()
    expect(matrix.locator("#which")).to_contain_text("Dushanbe 2018")
    article.get_by_role("button", name="Previous event").click()
    expect(article.locator(".page h2")).not_to_contain_text("Border Security")
    assert page.evaluate("history.length") == steps

    # An article that is shorter or longer has another height.
    article.wait_for_function(f"({HIDDEN})().length === 0")
    heights = [said["height"] for said in page.evaluate("told") if said["view"] == "article"]
    assert len(set(heights)) > 1

    # All links open outside the frame.
    links = article.evaluate(LINKS)
    assert len(links) > 1
    assert [link for link in links if link[1] != "_blank" or "/embed/" in link[0]] == []

    # A frame that is narrower gets another height, and still nothing is hidden; one that is higher is filled.
    page.evaluate("for (const frame of document.querySelectorAll('iframe')) frame.width = 360")
    for frame in (timeline, matrix):
        frame.wait_for_function(f"innerWidth === 360 && ({HIDDEN})().length === 0")
    page.evaluate("document.querySelector('[name=timeline]').height = 700")
    timeline.wait_for_function("document.querySelector('.chart .main-svg').clientHeight > 500")
    assert sockets == []
    assert faults == []
    context.close()
