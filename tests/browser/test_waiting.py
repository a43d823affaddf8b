"""A page that gets no connection: it says so, says where to go, and is drawn when there is room."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.visitor import Visitor, visit

NO_ROOM = "the server has no room for more readers, or cannot be reached at present"
PATIENCE = 20_000  # the page waits eight seconds from when Streamlit is there
DEAF = """WebSocket = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error")), 50); }
  close() {}
}"""
ROOM = 20_000  # Streamlit tries it again after at most four seconds, and its page needs a moment to start


@pytest.fixture
def server(data: Path, tmp_path: Path) -> Iterator[Server]:
    """A server with room for one reader."""
    server = Server(data, tmp_path / "log", DASHBOARD_SESSIONS="1")
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log.read_text(), server.log.read_text()


def refused_alone(reader: Visitor) -> None:
    """Expect only the fault that the server refused the connection."""
    others = [fault for fault in reader.faults if not re.search("WebSocket.*(503|onerror)", fault)]
    assert reader.faults and not others, others
    reader.faults.clear()


def test_a_page_without_room_says_so_and_is_drawn_when_another_reader_leaves(browser, server):
    with visit(browser, server.home, "desk") as second:
        with visit(browser, server.home, "desk") as first:
            first.page.goto(f"{first.home}?page=compare")
            expect(first.page.locator("h2", has_text="Compare").first).to_be_visible()
            second.page.goto(f"{second.home}?page=compare&organizer=osce")
            line = second.page.locator(".lost")
            expect(line).to_contain_text(NO_ROOM, timeout=PATIENCE)
            expect(line).to_have_css("position", "fixed")
            ways = line.get_by_role("link").evaluate_all("(links) => links.map((one) => one.getAttribute('href'))")
            expect(second.page.get_by_role("heading", name="Compare editions", exact=True)).to_be_visible()
            expect(second.page.get_by_role("navigation", name="Pages").get_by_role("link").first).to_be_visible()
            assert ways == ["?organizer=osce", "events/", "organizers/", "sources/"]
            for way in ways:
                assert second.context.request.get(f"{second.home}{way}").ok
            assert first.page.locator(".lost").count() == 0
        expect(line).to_have_count(0, timeout=ROOM)
        expect(second.page.locator("h2", has_text="Compare").first).to_be_visible(timeout=ROOM)
        expect(second.page.locator("#early")).to_have_count(0)
        assert not second.page.evaluate("document.body.hasAttribute('data-lost')")
        refused_alone(second)


def test_the_first_page_without_room_works_and_says_what_does_not(browser, server):
    with visit(browser, server.home, "phone") as second:
        with visit(browser, server.home, "desk") as first:
            first.open()
            second.page.goto(second.home)
            line = second.page.locator(".lost")
            expect(line).to_contain_text("There is no connection to the server so far", timeout=PATIENCE)
            expect(line).to_contain_text("Other pages come with the connection")
            second.page.evaluate("document.querySelector('[data-view=timeline] .js-plotly-plot') ?? fail()")
            second.view("article").get_by_role("button", name="Next event").click()
            chosen = second.view("article").get_attribute("data-event")
            second.stands_at(f"event={chosen}")
        expect(line).to_have_count(0, timeout=ROOM)
        second.wait_until_drawn()
        second.sees(chosen)
        refused_alone(second)


def test_a_proxy_that_lets_no_web_socket_through_is_told_too(browser, home):
    with visit(browser, home, "desk") as reader:
        reader.page.add_init_script(DEAF)
        reader.page.goto(f"{home}?page=sources")
        expect(reader.page.locator(".lost")).to_contain_text(NO_ROOM, timeout=PATIENCE)
        expect(reader.page.locator(".lost")).to_contain_text("tried again by itself")
        refused_alone(reader)
