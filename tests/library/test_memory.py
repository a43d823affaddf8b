"""Memory does not grow with the number of readers: everything that is kept of them is bounded."""

import gc
import weakref
from collections.abc import Iterable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.frames.filters import Filters
from dashboard.library import FOLDER, Library, Snapshot, snapshot
from dashboard.look.page import Block, Request, Row
from dashboard.topics import PAGES
from dashboard.topics.explore import payload
from dashboard.topics.explore.article import article_of
from dashboard.web import routes
from tests.sample import Shelf

VIEW = {parameter.name: parameter.default for page in PAGES for parameter in page.parameters}
KEPT = 3
VISITS = 20


def visit(held: Snapshot, number: int) -> None:
    """Draw every page and an article, with new filters that leave the same events."""
    request = Request(Filters(q="dushanbe " * (number + 1)), VIEW, dark=number % 2 == 0)
    shown = held.select(request.filters)
    assert len(shown.events), "there is something to draw"
    held.counts(request.filters)
    for page in PAGES:
        if page.blocks is not None:
            page.blocks(held, request)
    article_of(held, list(held.dataset.events)[number % len(held.dataset.events)])


def things() -> int:
    """Count the objects that the garbage collector tracks and that are not frozen.

    Weak references are not counted: pandas keeps some hundred of them before it clears those of frames that are gone.
    """
    gc.collect()
    return sum(not isinstance(thing, weakref.ref) for thing in gc.get_objects())


@pytest.fixture
def held(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(snapshot, "MOST_ANSWERS", KEPT)
    yield Library(folder, freezes=True).current()
    gc.unfreeze()


@pytest.fixture(scope="module")
def real() -> Snapshot:
    """The real data: the tiny data has no two editions, and no two organizers that share an event."""
    return Library(FOLDER).current()


def test_visits_leave_nothing_behind_that_is_not_bounded(held):
    for number in range(VISITS):
        visit(held, number)
    full = things()
    for number in range(VISITS, 2 * VISITS):
        visit(held, number)
    assert things() - full < VISITS, "less than one thing a visit"


SMALL = {"about", "data"}
"""The pages that have only a short text, or a place for content of the front."""


def parts(blocks: Iterable[Block]) -> list[Block]:
    """Give the blocks of a page; a row is replaced by the blocks in it."""
    return [part for block in blocks for part in (parts(block.blocks) if isinstance(block, Row) else [block])]


@pytest.mark.parametrize("page", [page for page in PAGES if page.blocks], ids=lambda page: page.key)
def test_what_is_the_same_for_every_reader_is_made_once(real, page):
    first, second = (page.blocks(real, Request(Filters(), {**VIEW})) for _ in range(2))
    pairs = list(zip(parts(first), parts(second), strict=True))
    large = [one is other for one, other in pairs if len(str(one)) > 1_000]
    assert bool(large) == (page.key not in SMALL)
    assert all(large)
    assert first is not second, "who gets the list may change it"


def made(of: Snapshot) -> dict[str, int]:
    """Count the answers of each kind that a snapshot had to make, because nobody had asked for them before."""
    return {str(make): answers.cache_info().misses for make, answers in of._answers.items()}


def test_what_most_readers_ask_for_is_made_beforehand():
    fresh = Library(FOLDER).current()
    shelf = Shelf(fresh)
    routes.prepare(fresh)
    before = made(fresh)
    for dark in (False, True):
        for page in PAGES:
            if page.blocks is not None:
                page.blocks(fresh, Request(Filters(), VIEW, dark=dark))
    event = payload.chosen_event(fresh.select(Filters()), None, fresh.dataset.opens)
    client = TestClient(Starlette(routes=routes.routes(shelf)))
    for path in ("/linked/data.json", f"/linked/article/{event}"):
        assert client.get(path).status_code == 200
    assert made(fresh) == before
