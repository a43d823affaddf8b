"""The front door: what the server does by itself."""

import subprocess
import sys
from pathlib import Path

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


def test_what_a_reader_tries_is_not_written_to_the_disk_not_even_for_a_moment():
    run = subprocess.run(
        [sys.executable, "-c", UPLOAD], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr


def test_the_server_asks_nobody_for_its_address():
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
