"""The front door: the server. `streamlit run app.py` serves the page and its files from one process."""

import os
import socket
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.formparsers import MultiPartParser
from streamlit import file_util, net_util

from dashboard import library
from dashboard.library import trial
from dashboard.web import guard, routes, settings

# Streamlit would ask an outside service for the address of this machine, to compare it with that of a request.
net_util.get_external_ip = lambda: None

# What a reader tries is written nowhere: Starlette would put a file of more than a megabyte on the disk for a moment.
MultiPartParser.spool_max_size = 2 * st.get_option("server.maxUploadSize") * 1024 * 1024

# No answer names the server. Streamlit gives no way to tell uvicorn so, which adds the name after all else.
uvicorn.Config.encoded_headers = property(lambda config: [], lambda config, headers: None)  # type: ignore[assignment]

_start = uvicorn.Server.startup


async def _start_prompt(server: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
    """Start a server that sends each part of an answer at once.

    asyncio does so only for sockets that name TCP as their protocol, and Streamlit's does not. The body of each answer
    would wait until the browser has confirmed the head, for up to 40 ms. A connection has the options of the socket
    that accepts it.
    """
    for each in sockets or ():
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
    await _start(server, sockets)


uvicorn.Server.startup = _start_prompt  # type: ignore[assignment]

# Streamlit puts its own addresses under the base path, but not those of others.
under = st.get_option("server.baseUrlPath")
shell = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
library.shared().prepare = routes.prepare
app = st.App(
    "dashboard/page.py",
    routes=routes.routes(library.shared(), under, trial.shared(), shell),
    middleware=guard.around(settings.read(os.environ), library.shared(), trial.shared(), under, shell),
)
