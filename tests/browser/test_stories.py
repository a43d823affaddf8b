"""The file for TimelineJS, loaded by TimelineJS itself, which npm installs for this test."""

import mimetypes

import pytest
from playwright.sync_api import Browser, Route, expect

from dashboard.exports import EXPORTS, Options
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from tests import real, sample
from tests.browser.server import ROOT

TIMELINEJS = ROOT / ".venv/javascript/node_modules/@knight-lab/timelinejs/dist"
SITE = "https://dushanbe.example"
STORY = """<!doctype html><link rel="stylesheet" href="/css/timeline.css"><div id="story" style="height:600px"></div>
<script src="/js/timeline.js"></script>
<script>new TL.Timeline("story", "/timelinejs.json", {font: null})</script>"""


@pytest.mark.parametrize("of", [*real.SNAPSHOTS, pytest.param(sample.snapshot(), id="sample")])
def test_there_is_a_slide_for_each_event_with_a_date(browser: Browser, of: Snapshot):
    asked = Filters(weight=EVERY_WEIGHT)
    content = EXPORTS["timelinejs.json"].make(of, asked, Options(site=SITE))
    dated = [event for event in of.dataset.events.values() if event.start]
    page = browser.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("dialog", lambda dialog: failures.append(dialog.message))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("http://story.example/")
        if path == "":
            route.fulfill(body=STORY, content_type="text/html")
        elif path == "timelinejs.json":
            route.fulfill(body=content, content_type="application/json")
        elif (file := TIMELINEJS / path).is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(path)[0] or "")
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto("http://story.example/")
    expect(page.locator(".tl-slide")).to_have_count(1 + len(dated))
    expect(page.locator(".tl-timemarker")).to_have_count(len(dated))
    headlines = [text.strip() for text in page.locator(".tl-slide h2.tl-headline").all_inner_texts()]
    texts = " ".join(page.locator(".tl-text-content").all_text_contents())
    links = page.locator(f".tl-text-content a[href^='{SITE}/events/']").evaluate_all("all => all.map(a => a.href)")
    assert sorted(links) == sorted(f"{SITE}/events/{event.id}" for event in dated)
    assert sorted(headlines) == sorted([of.dataset.process.name, *(event.label for event in dated)])
    assert all(of.dataset.organizers[role.organizer].short_name in texts for event in dated for role in event.roles)
    assert "data of" in texts
    assert page.locator("#story img[src=x], #story script").count() == 0
    assert failures == []
    page.close()
