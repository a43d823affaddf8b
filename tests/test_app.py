"""The front door: what the server does by itself."""

import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from random import Random

import pytest

from tests.browser.server import Server
from tests.conftest import ADDRESSES

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow  # each test starts the app anew

ASK = """
import socket
def refuse(*_, **__): raise AssertionError("the server asked somebody")
import app
from streamlit import net_util
socket.socket.connect = refuse
assert net_util.get_external_ip() is None
from streamlit.web.server import server_util
assert not server_util.is_url_from_allowed_origins("https://elsewhere.example")
"""


UPLOAD = """
import asyncio, tempfile
import app
from starlette.requests import Request
def refuse(*_): raise AssertionError("the upload went to the disk")
tempfile.SpooledTemporaryFile.rollover = refuse
body = b'--x\\r\\nContent-Disposition: form-data; name="f"; filename="events.yaml"\\r\\n\\r\\n' + b"a" * 2_000_000
body += b"\\r\\n--x--\\r\\n"
async def receive(): return {"type": "http.request", "body": body, "more_body": False}
async def upload():
    headers = [(b"content-type", b"multipart/form-data; boundary=x")]
    form = await Request({"type": "http", "headers": headers, "method": "PUT"}, receive).form()
    assert len(await form["f"].read()) == 2_000_000
asyncio.run(upload())
"""

PROMPT = """
import asyncio, socket
import app, uvicorn
async def nothing(scope, receive, send): await receive()
async def connect():
    listener = socket.socket(socket.AF_INET)  # as Streamlit makes it
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(nothing, lifespan="off", ws="none"))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started: await asyncio.sleep(0)
    _, writer = await asyncio.open_connection(*listener.getsockname())
    while not server.server_state.connections: await asyncio.sleep(0)
    (connection,) = server.server_state.connections
    assert connection.transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    writer.close()
    server.should_exit = True
    await serving
asyncio.run(connect())
"""

PROGRAMS = """
import app
from starlette.testclient import TestClient
client = TestClient(app.app)
for path in ("/api", "/openapi.json", "/api/v1/events", "/api/v1/events/2022-dushanbe"):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-encoding"]) == (200, "gzip"), path
    assert "set-cookie" not in answer.headers
    assert client.get(path, headers={"if-none-match": answer.headers["etag"]}).status_code == 304
assert client.post("/api/v1/events").headers["content-type"] == "application/problem+json"
"""


def test_the_whole_server_answers_programs_without_a_session():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAMS], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr


def test_what_a_reader_tries_is_not_written_to_the_disk_not_even_for_a_moment():
    run = subprocess.run(
        [sys.executable, "-c", UPLOAD], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr


def test_no_part_of_an_answer_waits_for_the_part_before():
    run = subprocess.run(
        [sys.executable, "-c", PROMPT], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr


def test_the_server_asks_nobody_for_its_address():
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr


PIECES = (
    "", "..", ".", "%2e%2e", "%00", "%ff", "%0d%0aX:%20y", "\\", "a", "_stcore", "agent", "mcp", "interact", "stream",
    "health", "host-config", "upload_file", "bidi-components", "component", "media", "static", "js", "css", "export",
    "events.csv", "linked", "data.json", "trial", "token", "embed", "timeline", "events", "2022-dushanbe", "api", "v1",
    "openapi.json", "healthz", "metrics", "preview", "process.png", "index.html", "manifest.json", "app.py", "?year=x",
    "?q=%3Cscript%3E", "?event=%F0%9F%98%80", "#x", ";a=b", "*", "~root", "etc", "passwd", ".git", "config",
)  # fmt: skip


STREAMLITS = ("/_stcore", "/component", "/media")
"""Paths at which Streamlit answers in its own words."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The app as it runs for readers."""
    running = Server(ROOT / "data", tmp_path_factory.mktemp("server") / "log")
    running.start()
    yield running
    running.stop()


def test_made_up_addresses_of_the_whole_server_are_answered_with_headers_and_without_secrets(server):
    chance = Random(ADDRESSES)
    for _ in range(ADDRESSES * 2 // 5):
        address = "/" + "/".join(chance.choice(PIECES) for _ in range(chance.randint(1, 5)))
        method = chance.choice(("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"))
        connection = HTTPConnection("localhost", server.port, timeout=20)
        connection.request(method, address)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        said = (method, address, answer.status, text[:200])
        assert answer.status < 500, said
        assert answer.getheader("server") is None, said
        assert answer.getheader("content-security-policy"), said
        assert not re.search(rf"Traceback|site-packages|{re.escape(str(ROOT))}|root:x:", text), said
        if answer.status >= 400 and text and not address.startswith(STREAMLITS):
            assert re.search(r"[.?}\]>]\s*$", text), said
    assert "Traceback" not in server.log.read_text()
