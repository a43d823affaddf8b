"""What one reader can ask of the server."""

import asyncio

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from dashboard import exports
from dashboard.library import FOLDER, Library
from dashboard.web import limits, routes
from dashboard.web.limits import LONGEST, Limits
from tests.sample import Shelf
from tests.web.test_door import SHELL


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def _file(request) -> PlainTextResponse:
    return PlainTextResponse("a file")


async def _talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive()


ROUTES = [
    Route("/", _file),
    Route("/export/{name}", _file),
    Route("/trial/{token}/export/{name}", _file),
    Route("/linked/data.json", _file),
    WebSocketRoute("/_stcore/stream", _talk),
]


def served(**settings) -> Starlette:
    return Starlette(routes=ROUTES, middleware=[Middleware(Limits, **settings)])


def test_an_address_gets_so_many_exports_in_a_minute_and_then_a_sentence():
    clock = Clock()
    app = served(exports=3, clock=clock)
    client, other = TestClient(app, client=("203.0.113.7", 1)), TestClient(app, client=("203.0.113.8", 1))
    assert [client.get("/export/events.csv").status_code for _ in range(3)] == [200] * 3
    clock.now += 20
    refused = client.get("/trial/token/export/events.csv")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "40")
    assert refused.text == "Your network address asked for more than 3 files in a minute. Try it again later.\n"
    assert other.get("/export/events.csv").status_code == 200
    assert client.get("/").status_code == client.get("/linked/data.json").status_code == 200
    clock.now += 40
    assert client.get("/export/events.csv").status_code == 200


def test_the_addresses_of_one_ipv6_network_count_as_one():
    app = served(exports=1)
    first, second, third = (
        TestClient(app, client=(host, 1)) for host in ("2001:db8::1", "2001:db8::2", "2001:db8:1::1")
    )
    assert [client.get("/export/a").status_code for client in (first, second, third)] == [200, 429, 200]


def test_ipv4_in_the_form_of_ipv6_is_one_address_each():
    names = {limits.network_of({"client": (host, 1)}) for host in ("::ffff:203.0.113.7", "::ffff:203.0.113.8")}
    assert len(names) == 2


@pytest.mark.slow
def test_zero_means_any_number():
    client = TestClient(served())
    assert {client.get("/export/events.csv").status_code for _ in range(700)} == {200}


@pytest.mark.parametrize("address", ["/?q={}", "/{}", "/export/events.csv?q={}"])
def test_an_address_that_is_too_long_is_refused_in_a_sentence(address):
    client = TestClient(served())
    refused = client.get(address.format("x" * LONGEST))
    assert (refused.status_code, refused.text) == (
        414, "This address is longer than 8,000 characters. Choose fewer filters.\n",
    )  # fmt: skip
    assert client.get(address.format("x" * 7_900)).status_code in (200, 404)


async def _asked(app, path: str, spoken: list) -> None:
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        spoken.append(message)

    await app({"type": "http", "path": path, "query_string": b"", "headers": [], "client": ("::1", 1)}, receive, send)


def test_few_exports_are_made_at_a_time_and_a_slow_reader_keeps_nobody_waiting():
    making, most = 0, 0

    async def app(scope, receive, send):
        nonlocal making, most
        making += 1
        most = max(most, making)
        await asyncio.sleep(0.001)
        making -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        if scope["path"] == "/export/slow":
            await asyncio.sleep(3600)

    async def ask() -> None:
        guarded = Limits(app)
        slow = [asyncio.ensure_future(_asked(guarded, "/export/slow", [])) for _ in range(limits.AT_ONCE * 2)]
        spoken: list = []
        await asyncio.gather(*(_asked(guarded, "/export/events.csv", spoken) for _ in range(50)))
        assert [message["status"] for message in spoken] == [200] * 50
        for one in slow:
            one.cancel()

    asyncio.run(ask())
    assert most == limits.AT_ONCE


@pytest.mark.slow
def test_the_page_answers_while_clients_ask_for_real_exports():
    """Each export of the real data that no browser prints is requested twice at once, while the page is read."""
    names = [name for name in exports.SERVED if not name.endswith(".pdf")]
    held = Library(FOLDER).current()
    guarded = Limits(Starlette(routes=routes.routes(Shelf(held), shell=SHELL)))
    files: list[int] = []

    async def ask() -> int:
        transport = httpx2.ASGITransport(guarded)
        async with httpx2.AsyncClient(transport=transport, base_url="https://example.org", timeout=None) as client:

            async def download(name: str) -> None:
                answer = await client.get(f"/export/{name}", params={"event": next(iter(held.dataset.events))})
                assert (answer.status_code, bool(answer.content)) == (200, True), name
                files.append(len(answer.content))

            asked = [asyncio.ensure_future(download(name)) for name in names * 2]
            pages = 0
            while len(files) < len(asked):
                for place in ("/", "/?page=compare", "/linked/data.json", "/healthz"):
                    assert (await client.get(place)).status_code == 200
                pages += len(files) < len(asked)
                for one in asked:
                    if one.done():
                        one.result()  # what went wrong ends the test
            return pages

    assert asyncio.run(ask()) > 0, "the page was read before the last export was ready"
    assert len(files) == 2 * len(names)


def test_a_reader_who_would_wait_too_long_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(limits, "WAIT", 0.01)

    async def app(scope, receive, send):
        await asyncio.sleep(3600)

    async def ask() -> list:
        guarded, spoken = Limits(app), []
        printing = asyncio.ensure_future(_asked(guarded, "/export/handout.pdf", []))
        await asyncio.sleep(0)
        await _asked(guarded, "/export/timeline.pdf", spoken)
        printing.cancel()
        return spoken

    start, body = asyncio.run(ask())
    assert start["status"] == 503 and (b"retry-after", b"60") in start["headers"]
    assert body["body"] == b"The server is making files for other readers. Try it again in a minute.\n"


def test_a_file_that_takes_too_long_is_refused_and_its_turn_is_free_when_the_work_ends(monkeypatch):
    monkeypatch.setattr(limits, "LONGEST_WORK", 0.01)
    monkeypatch.setattr(limits, "WAIT", 0.01)

    async def ask() -> tuple[list, list, list]:
        ends = asyncio.Event()

        async def app(scope, receive, send):
            await ends.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})

        guarded, slow, waiting, later = Limits(app), [], [], []
        printing = asyncio.ensure_future(_asked(guarded, "/export/handout.pdf", slow))
        while not slow:
            await asyncio.sleep(0.001)
        await _asked(guarded, "/export/timeline.pdf", waiting)
        ends.set()
        await printing
        await _asked(guarded, "/export/timeline.pdf", later)
        return slow, waiting, later

    slow, waiting, later = asyncio.run(ask())
    assert [message.get("status") for message in slow] == [503, None], "nothing follows the refusal"
    assert slow[1]["body"].startswith(b"This file was not ready after ")
    assert waiting[1]["body"].startswith(b"The server is making files for other readers.")
    assert [message["status"] for message in later] == [200]


def test_a_number_of_readers_can_be_connected_at_a_time():
    client = TestClient(served(sessions=1))
    with client.websocket_connect("/_stcore/stream"):
        with pytest.raises(WebSocketDenialResponse) as refused, client.websocket_connect("/_stcore/stream"):
            pass
        assert (refused.value.status_code, refused.value.headers["retry-after"]) == (503, "60")
        assert refused.value.text == "There is no room for more than 1 reader at a time. Try it again later.\n"
        assert client.get("/").status_code == 200
    with client.websocket_connect("/_stcore/stream"):
        pass
