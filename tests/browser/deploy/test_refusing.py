"""What nginx answers by itself: our sentences with the headers of the processes. Its logs say nothing about readers."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.client import HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.web.headers import ALWAYS, SENTENCES
from tests.browser.deploy.proxy import DEPLOY, Proxy
from tests.browser.server import free_port
from tests.browser.test_embedding import Quiet

ALL = ALWAYS | {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'",
    "Server": "nginx",  # without a module, nginx cannot leave it out
}
"""The headers of each answer that nginx gives itself."""

GIVEN = re.search(r"^    error_page (.+) /refused;$", (DEPLOY / "nginx.conf").read_text(), re.MULTILINE)[1].split()
"""The statuses for which nginx has a page of ours."""

PASSED_ON = "    location / { proxy_pass http://$replica; }\n"
SOON_TIRED = "    location / { proxy_pass http://$replica; proxy_read_timeout 1s; proxy_next_upstream off; }\n"
SECRET = "/trial/a-secret/export/events.csv"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Give nginx with no process behind it. `/give/STATUS` makes it answer with this status."""
    giving = "".join(f"    location = /give/{status} {{ return {status}; }}\n" for status in GIVEN if status != "301")
    proxy = Proxy(tmp_path_factory.mktemp("alone"), (free_port(), free_port()), giving + PASSED_ON)
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Give nginx with two processes that take connections and do not answer."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        ports = [silent.getsockname()[1] for silent in (one, other)]
        proxy = Proxy(tmp_path_factory.mktemp("waiting"), ports, SOON_TIRED)
        proxy.start()
        yield proxy
        proxy.stop()


def asked(proxy: Proxy, request: str, *, plain: bool = False, to: str = "https") -> tuple[HTTPResponse, str]:
    """Send nginx these lines as they are, and give its answer with the text. `plain` leaves out TLS."""
    port = proxy.port if to == "https" else proxy.plain_port
    with socket.create_connection(("localhost", port), timeout=20) as connection:
        if not plain:
            connection = proxy.trusting().wrap_socket(connection, server_hostname="localhost")
        with connection, closing(HTTPResponse(connection, method=request.partition(" ")[0])) as answer:
            connection.sendall(request.encode())
            answer.begin()
            return answer, answer.read().decode()


def get(path: str, *headers: str, method: str = "GET") -> str:
    """Write a request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines)


def is_ours(answer: HTTPResponse, text: str) -> None:
    """Check what each of these answers has."""
    for name, value in ALL.items():
        assert answer.headers.get_all(name) == [value], name
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers.get_all("Cache-Control") == (None if answer.status == 301 else ["no-store"])
    assert answer.headers.get_all("Retry-After") == (["10"] if answer.status in (502, 503, 504) else None)
    assert answer.headers["Set-Cookie"] is None
    assert text.startswith("<!doctype html>\n") and "<main><p>" in text
    assert not re.search("nginx|<center>", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("request_", "status", "says"),
    [
        (get("/"), 502, "starting or busy"),
        (get("/metrics"), 404, SENTENCES[404]),
        (get("/refused"), 404, SENTENCES[404]),
        (get("/_stcore/upload_file/x/y", "Content-Length: 4000000", method="PUT"), 413, "larger than 3 MB"),
        (get(f"/?q={'x' * 20_000}"), 414, "longer than 8,000 characters"),
        (get("/", method="TRACE"), 405, SENTENCES[405]),
        (get("/", f"Cookie: {'x' * 20_000}"), 400, SENTENCES[400]),
        (get("/%00"), 400, SENTENCES[400]),
        (get("/../secret"), 400, SENTENCES[400]),
        (get("/", "Transfer-Encoding: none"), 501, ""),
        ("no request\r\n\r\n", 400, SENTENCES[400]),
        ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400, SENTENCES[400]),
        ("GET / HTTP/7.0\r\n\r\n", 505, ""),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_nginx_refuses_is_a_sentence_with_the_headers(alone, request_, status, says):
    answer, text = asked(alone, request_)
    assert answer.status == status and says in text
    is_ours(answer, text)
    assert answer.headers.get_all("Strict-Transport-Security") == ["max-age=31536000"]


def test_each_status_that_the_set_up_names_is_given_so(alone):
    assert {"400", "404", "413", "414", "502", "503", "504"} <= {*GIVEN}
    for status in GIVEN:
        if status != "301":
            answer, text = asked(alone, get(f"/give/{status}"))
            assert answer.status == (400 if status.startswith("49") else int(status))
            is_ours(answer, text)


def test_a_process_that_does_not_answer_in_time_is_called_busy(waiting):
    answer, text = asked(waiting, get("/"))
    assert answer.status == 504 and "starting or busy" in text
    is_ours(answer, text)


def test_plain_http_leads_to_https_and_is_refused_with_the_same_pages(alone):
    answer, text = asked(alone, get("/?year=2022"), plain=True, to="http")
    assert (answer.status, answer.headers["Location"]) == (301, f"{alone.home}?year=2022")
    is_ours(answer, text)
    for request, to in (
        (get(f"/?q={'x' * 20_000}"), "http"),
        ("no request\r\n\r\n", "http"),
        (get("/", method="TRACE"), "http"),
        (get("/"), "https"),  # the wrong port
    ):
        answer, text = asked(alone, request, plain=True, to=to)
        assert answer.status in (400, 405, 414)
        is_ours(answer, text)
        assert answer.headers["Strict-Transport-Security"] is None


def test_a_refusal_without_a_body_has_the_headers_too(alone):
    answer, text = asked(alone, get("/", method="HEAD"))
    assert (answer.status, text) == (502, "")
    assert {name: answer.headers[name] for name in ALL} == ALL


def test_nginx_writes_nothing_about_readers(alone, waiting):
    for proxy in (alone, waiting):
        answer, _ = asked(proxy, get(SECRET))
        assert answer.status in (502, 504)
        written = {path.name: path.read_text() for path in Path(proxy.folder).glob("*.log")}
        assert "errors.log" in written
        assert not [name for name, text in written.items() if re.search(r"127\.0\.0\.1|::1|trial", text)]


def test_a_reader_tries_again_and_gets_the_page_when_a_process_answers(browser: Browser, tmp_path):
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("<!doctype html><title>Ready</title><p>Here it is", encoding="utf-8")
    ports = (free_port(), free_port())
    proxy = Proxy(tmp_path / "nginx", ports)
    proxy.start()
    context = browser.new_context(ignore_https_errors=True)
    try:
        page = context.new_page()
        assert page.goto(f"{proxy.home}?year=2022").status == 502
        expect(page.get_by_role("main")).to_have_text("The dashboard is starting or busy. Try again in ten seconds.")
        server = ThreadingHTTPServer(("127.0.0.1", ports[0]), partial(Quiet, directory=tmp_path / "page"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        end = time.monotonic() + 10  # as Retry-After says
        while page.title() != "Ready" and time.monotonic() < end:
            with page.expect_navigation():
                page.get_by_role("link", name="Try again").click()
            time.sleep(0.5)
        assert (page.title(), page.url) == ("Ready", f"{proxy.home}?year=2022")
        server.shutdown()
        server.server_close()
    finally:
        context.close()
        proxy.stop()
