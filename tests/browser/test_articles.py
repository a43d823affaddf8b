"""Articles come one by one: while one is on its way, when it does not arrive, and which are fetched ahead."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.topics.explore.payload import chosen_event
from tests.browser.test_paper import flat, paper
from tests.browser.visitor import FRAMES, PATIENCE

ARTICLES = re.compile(r"/linked/article/")


def held(page: Page, event: str) -> list[Callable[[], None]]:
    """Hold back the article about an event; gives a list that gets the function to release it when it is requested."""
    waiting: list[Callable[[], None]] = []
    page.route(re.compile(rf"/linked/article/{event}\?"), lambda route: waiting.append(route.continue_))
    return waiting


def let_go(page: Page, waiting: list[Callable[[], None]]) -> None:
    while not waiting:
        page.wait_for_timeout(20)
    for go in waiting:
        go()
    waiting.clear()


def refuse(route: Route) -> None:
    route.abort("connectionrefused")


def alone(page: Page) -> None:
    """Let nothing be fetched ahead."""
    page.add_init_script("window.requestIdleCallback = () => 0")


def test_until_an_article_arrives_the_one_before_stays_and_everything_else_has_moved_on(desk, snapshot):
    alone(desk.page)
    desk.open("event=2018-dushanbe")
    before = desk.title.inner_text()
    waiting = held(desk.page, "2022-dushanbe")
    desk.press_mark("matrix", "2022-dushanbe", "osce")
    desk.sees("2022-dushanbe")
    desk.stands_at("event=2022-dushanbe&at=osce")
    article = desk.view("article")
    expect(article.locator(".page")).to_have_attribute("aria-busy", "true")
    expect(article.locator(".place")).to_contain_text("Dushanbe 2022")
    assert desk.title.inner_text() == before
    expect(desk.lit).to_have_count(0)
    let_go(desk.page, waiting)
    expect(desk.title).to_have_text(snapshot.dataset.events["2022-dushanbe"].title)
    expect(article.locator(".page")).not_to_have_attribute("aria-busy", "true")
    expect(desk.lit).to_have_attribute("data-lit", "osce")
    expect(article.locator("aside.proof")).to_be_visible()


def test_of_a_quick_series_of_choices_only_the_last_article_is_shown(desk, snapshot):
    alone(desk.page)
    shown = list(snapshot.select(Filters()).events["event_id"])
    first = shown.index("2018-dushanbe")
    desk.open("event=2018-dushanbe")
    desk.page.evaluate("""() => {
      window.titles = [];
      const page = document.querySelector("[data-view=article] .page");
      new MutationObserver(() => titles.push(page.querySelector("h2")?.textContent)).observe(page, { childList: true });
    }""")
    waiting = [held(desk.page, event) for event in shown[first + 1 : first + 4]]
    desk.page.locator(".chart").focus()
    for _ in range(3):
        desk.page.keyboard.press("ArrowRight")
    desk.sees(shown[first + 3])
    last = snapshot.dataset.events[shown[first + 3]].title
    let_go(desk.page, waiting[2])
    expect(desk.title).to_have_text(last)
    desk.page.unroute_all()
    desk.rest()
    assert desk.page.evaluate("titles") == [last]


def test_an_article_that_does_not_arrive_is_tried_again(desk, snapshot):
    alone(desk.page)
    desk.open("event=2018-dushanbe")
    desk.page.route(ARTICLES, refuse)
    desk.press_mark("matrix", "2022-dushanbe", "osce")
    article = desk.view("article")
    words = "This article did not arrive. The server does not answer. Try again in a moment."
    expect(article.get_by_role("alert")).to_have_text(words)
    desk.sees("2022-dushanbe")
    expect(desk.title).to_have_count(0)  # another article would be taken for this one
    desk.stands_at("event=2022-dushanbe&at=osce")
    desk.rest()  # with each answer of the server the article is tried again
    expect(article.get_by_role("alert")).to_have_text(words)
    desk.page.unroute_all()
    desk.faults.clear()  # they were meant
    article.get_by_role("button", name="Try again").click()
    expect(desk.title).to_have_text(snapshot.dataset.events["2022-dushanbe"].title)
    expect(article.get_by_role("alert")).to_have_count(0)
    expect(desk.lit).to_have_attribute("data-lit", "osce")
    expect(article.locator(".page")).to_be_focused()


def test_after_an_article_that_did_not_arrive_another_can_be_read(desk, snapshot):
    alone(desk.page)
    desk.open("event=2018-dushanbe")
    desk.page.route(re.compile(r"/linked/article/2022-dushanbe\?"), refuse)
    desk.button("matrix", "Dushanbe 2022").click()
    desk.stands_at("event=2022-dushanbe")
    desk.rest()
    expect(desk.view("article").get_by_role("alert")).to_be_visible()
    desk.faults.clear()  # they were meant
    desk.button("matrix", "Dushanbe 2019").click()
    expect(desk.title).to_have_text(snapshot.dataset.events["2019-dushanbe"].title)
    expect(desk.view("article").get_by_role("alert")).to_have_count(0)


def test_the_neighbours_and_what_a_filter_would_open_are_fetched_ahead_and_nothing_else(desk, snapshot):
    shown = list(snapshot.select(Filters()).events["event_id"])
    place = shown.index("2019-dushanbe")
    asked = []
    desk.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    desk.open("event=2019-dushanbe")
    expect(desk.title).to_be_visible()
    expected = {*shown[place - 1 : place + 2], *behind_the_filters(snapshot, "2019-dushanbe")}
    until = time.monotonic() + PATIENCE / 1000
    while len(list(filter(ARTICLES.search, asked))) < len(expected) and time.monotonic() < until:
        desk.page.evaluate(FRAMES, 1)
    desk.page.evaluate(FRAMES, 60)  # nothing else may follow
    articles = [path.rpartition("/")[2] for path in asked if ARTICLES.search(path)]
    assert sorted(articles) == sorted(expected)
    assert articles[0] == "2019-dushanbe"
    desk.page.route(ARTICLES, refuse)
    for name, event in (("Next event", shown[place + 1]), ("Previous event", "2019-dushanbe")):
        desk.view("article").get_by_role("button", name=name).click()
        expect(desk.title).to_have_text(snapshot.dataset.events[event].title)
    desk.press("year", "2024")
    expect(desk.title).to_have_text(snapshot.dataset.events["2024-kuwait"].title)
    desk.faults.clear()  # what was fetched ahead from there


def behind_the_filters(snapshot: Snapshot, event: str) -> Iterator[str]:
    """Give the events that are open after each choice of the filters, while an event is open."""
    usual = Filters()
    for facet, values in snapshot.known.items():
        for value in values:
            chosen = {*getattr(usual, facet)} ^ {value}
            filters = replace(usual, **{facet: tuple(name for name in values if name in chosen)})
            if opened := chosen_event(snapshot.select(filters), event):
                yield opened


@pytest.mark.parametrize("arrives", [True, False])
def test_paper_has_the_chosen_article_or_says_that_it_had_not_arrived(desk, snapshot, arrives):
    alone(desk.page)
    desk.open("event=2018-dushanbe")
    waiting = held(desk.page, "2019-dushanbe")
    desk.button("matrix", "Dushanbe 2019").click()
    expect(desk.view("article").locator(".page")).to_have_attribute("aria-busy", "true")
    if arrives:
        let_go(desk.page, waiting)
    article = desk.view("article").locator(".page:not([aria-busy])")
    expect(article).to_have_count(int(arrives))
    text = paper(desk.page, False)
    titles = {event: flat(snapshot.dataset.events[event].title) for event in ("2018-dushanbe", "2019-dushanbe")}
    assert (titles["2019-dushanbe"] in text) == arrives
    assert titles["2018-dushanbe"] not in text
    assert (flat("The article had not arrived when this was printed.") in text) != arrives
    desk.page.unroute_all()
