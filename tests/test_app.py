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


def test_the_server_asks_nobody_for_its_address():
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=Path(__file__).parent.parent, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
