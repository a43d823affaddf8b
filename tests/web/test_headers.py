"""What every answer tells browsers, and what no answer tells anybody."""

import re
from http import HTTPStatus

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse

from dashboard.library.trial import Trials
from dashboard.web import door, guard, headers, routes
from dashboard.web.headers import FAILED, Headers
from dashboard.web.settings import Settings
from tests.sample import CODE, Shelf
from tests.web.test_door import SHELL

BASE = "/process"
PLACES = (
    "/", "/?q=x", "/embed/timeline", "/events/", "/events/2018-dushanbe", "/events/nobody", "/organizers/osce", "/api",
    "/api/v1/events", "/api/v1/nothing", "/openapi.json", "/export/events.csv", "/export/nothing",
    "/export/handout.html", "/linked/data.json", "/linked/article/2018-dushanbe", "/linked/nothing.js",
    "/sitemap.xml", "/robots.txt", "/healthz", "/metrics", "/preview/process.png", "/trial/nobody/export/events.csv",
    "//", "/_stcore/metrics",
)  # fmt: skip


def served(settings: Settings | None = None, **more) -> TestClient:
    """The routes with all that is around them."""
    shelf, trials = Shelf(), Trials()
    app = Starlette(
        routes=[*routes.routes(shelf, BASE, trials, SHELL), *more.get("routes", ())],
        middleware=guard.around(settings or Settings(), shelf, trials, BASE, SHELL),
    )
    client = more.get("client", ("testclient", 1))
    return TestClient(app, base_url="https://example.org", follow_redirects=False, client=client)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return served()


def policy(answer) -> dict[str, str]:
    """Read the policy of an answer as directive → sources."""
    parts = (part.strip().partition(" ") for part in answer.headers["content-security-policy"].split(";"))
    return {name: sources for name, _, sources in parts}


@pytest.mark.parametrize("place", PLACES)
def test_every_answer_has_the_headers_and_no_name_of_the_server(client, place):
    for answer in (client.get(BASE + place), client.post(BASE + place)):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["cross-origin-resource-policy"] in ("same-origin", "cross-origin")
        assert "camera=()" in answer.headers["permissions-policy"]
        given = policy(answer)
        assert given["default-src"] == "'none'" and given.get("base-uri", "'none'") == "'none'"
        assert "'unsafe-inline'" not in given.get("script-src", "") and "'unsafe-eval'" not in str(given)
        assert not {"server", "x-powered-by", "x-frame-options"} & {name.lower() for name in answer.headers}


def test_the_page_may_run_its_own_scripts_and_no_other(client):
    page = client.get(f"{BASE}/", params={"q": CODE, "event": CODE})
    allowed = policy(page)["script-src"].split()
    assert allowed[:3] == ["'self'", "blob:", "'unsafe-hashes'"]
    inline = re.findall(r"<script>(.*?)</script>", page.text, re.S)
    handlers = set(re.findall(r' on[a-z]+="([^"]*)"', page.text))
    assert len(inline) == 3 and handlers == {*headers.HANDLERS}
    assert {headers.digest(text) for text in (*inline, *handlers)} == {*allowed[3:]}


def test_the_other_pages_and_the_shell_of_streamlit_have_only_scripts_that_are_allowed(client):
    allowed = {*map(headers.digest, door.inline_scripts(SHELL))}
    page = client.get(f"{BASE}/?page=changes").text
    for text in re.findall(r"<script>(.*?)</script>", page + SHELL, re.S):
        assert headers.digest(text) in allowed


def test_a_page_of_a_record_runs_no_script_at_all(client):
    for place in ("/events/", "/events/2018-dushanbe", "/organizers/osce", "/sources/nobody", "/api"):
        answer = client.get(BASE + place)
        assert "script-src" not in policy(answer)
        assert re.findall(r"<script(?! type=.application/ld\+json)", answer.text) == []


def test_a_download_that_is_a_page_and_an_article_run_no_script(client):
    for place in ("/export/handout.html", "/linked/article/2018-dushanbe"):
        answer = client.get(BASE + place)
        assert answer.headers["content-type"].startswith("text/html")
        assert "script-src" not in policy(answer) and "connect-src" not in policy(answer)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("/", "same-origin"),
        ("/linked/data.json", "same-origin"),
        ("/trial/nobody/export/events.csv", "same-origin"),
        ("/export/events.csv", "cross-origin"),
        ("/api/v1/events", "cross-origin"),
        ("/embed/matrix", "cross-origin"),
        ("/preview/process.png", "cross-origin"),
    ],
)
def test_other_sites_may_show_only_what_is_meant_for_them(client, place, value):
    assert client.get(BASE + place).headers["cross-origin-resource-policy"] == value


def test_frames_are_allowed_everywhere_until_sites_are_named():
    assert "frame-ancestors" not in policy(served().get(f"{BASE}/"))
    named = served(Settings(frames="'self' https://example.org"))
    for place in ("/", "/events/", "/export/events.csv", "/api", "/export/handout.html"):
        assert policy(named.get(BASE + place))["frame-ancestors"] == "'self' https://example.org"
    for place in ("/embed/timeline", "/embed/nothing"):
        assert "frame-ancestors" not in policy(named.get(BASE + place))


def test_what_fails_ends_in_a_sentence_with_the_headers_and_in_the_log(caplog):
    def fail(request):
        raise RuntimeError("/home/somebody/secret.py")

    answer = served(routes=[Route(f"{BASE}/trial/{{token}}/fail", fail)]).get(f"{BASE}/trial/secret-token/fail")
    assert (answer.status_code, answer.text) == (500, FAILED + "\n")
    assert answer.headers["cache-control"] == "no-store" and policy(answer) == {"default-src": "'none'"}
    assert "secret.py" in caplog.text
    assert "A request failed" in caplog.text and "secret-token" not in caplog.text


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (400, "This address is not understood. Look at it again, or begin at the first page.\n"),
        (404, "There is no such address. Begin at the first page.\n"),
        (405, "This address can only be read. Use GET or HEAD.\n"),
    ],
)
def test_a_bare_name_of_a_status_becomes_a_sentence_and_other_words_stay(status, sentence):
    phrases = {"/bare": HTTPStatus(status).phrase, "/own": "Our own words."}

    async def refuse(request):
        return PlainTextResponse(phrases[request.url.path], status, {"Allow": "GET"})

    client = TestClient(Starlette(routes=[Route(path, refuse) for path in phrases], middleware=[Middleware(Headers)]))
    for method in ("GET", "HEAD"):
        answer = client.request(method, "/bare")
        assert (answer.status_code, answer.headers["allow"]) == (status, "GET")
        assert answer.headers["content-length"] == str(len(sentence))
    assert client.get("/bare").text == sentence
    assert client.get("/own").text == "Our own words."


def test_a_web_socket_that_is_refused_gets_its_answer_with_the_headers():
    async def refuse(socket):
        await socket.send_denial_response(PlainTextResponse("Forbidden", 403))

    client = TestClient(Starlette(routes=[WebSocketRoute("/stream", refuse)], middleware=[Middleware(Headers)]))
    with pytest.raises(WebSocketDenialResponse) as refused, client.websocket_connect("/stream"):
        pass
    assert (refused.value.status_code, refused.value.headers["x-content-type-options"]) == (403, "nosniff")


def test_a_header_that_an_answer_has_already_stays():
    def own(request):
        return PlainTextResponse("x", headers={"Content-Security-Policy": "sandbox", "Referrer-Policy": "origin"})

    client = TestClient(Starlette(routes=[Route("/own", own)], middleware=[Middleware(Headers)]))
    assert policy(client.get("/own")) == {"sandbox": ""}
    assert client.get("/own").headers["referrer-policy"] == "origin"
