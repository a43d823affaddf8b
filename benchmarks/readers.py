"""A reader without a browser, who uses the server over Streamlit's web socket.

A session begins with the first rerun, which has the address of the page. Each later rerun is one act. In every
rerun the whole script runs and sends the page.
"""

import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

SOCKET = "_stcore/stream"
FAILED = (ForwardMsg.FINISHED_WITH_COMPILE_ERROR,)


class Reader:
    """An open session on one page. `cookie` is what a proxy set when the session began, empty without one."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        answer = socket.response
        self.cookie = answer.headers.get("Set-Cookie", "").partition(";")[0] if answer else ""
        self._act = BackMsg()
        self._act.rerun_script.query_string = query
        self.html = ""
        """The HTML that the last act got. Streamlit does not send a long one again that the session already has."""

    async def act(self) -> float:
        """Let the server draw the page. Give the milliseconds until all of it is received.

        Raises
        ------
        RuntimeError
            If the page shows an exception, or is empty.
        """
        began, parts, html = time.perf_counter(), 0, []
        await self._socket.send(self._act.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())
            kind = message.WhichOneof("type")
            if kind in ("delta", "ref_hash"):
                parts += 1
            if kind == "delta":
                element = message.delta.new_element
                if element.HasField("exception"):
                    raise RuntimeError(f"the page shows an exception: {element.exception.message}")
                html.append(element.html.body)
            if kind == "script_finished" and message.script_finished in FAILED:
                raise RuntimeError("the script of the page cannot be compiled")
            if kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                if not parts:
                    raise RuntimeError("the page is empty")
                self.html = "".join(html)
                return (time.perf_counter() - began) * 1000

    async def lost(self) -> None:
        """Wait until the connection is lost."""
        await self._socket.wait_closed()


@asynccontextmanager
async def reading(address: str, query: Mapping[str, str], **options: Any) -> AsyncIterator[Reader]:
    """Open a session with the parameters of an address, and options of `connect`. The first act draws its page."""
    place = address.replace("http", "ws", 1).rstrip("/")
    # A browser sends no pings, and waits for as long as the server takes.
    waiting = {"subprotocols": ["streamlit"], "max_size": None, "ping_interval": None, "close_timeout": 60}
    async with connect(f"{place}/{SOCKET}", **waiting | options) as socket:
        yield Reader(socket, urlencode(query))
