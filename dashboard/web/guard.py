"""The middleware around the whole server, also around Streamlit's own answers: headers, watching and limits."""

from starlette.middleware import Middleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from dashboard.library import Library
from dashboard.library.trial import Trials
from dashboard.web import door
from dashboard.web.headers import Headers
from dashboard.web.limits import Limits
from dashboard.web.settings import Settings
from dashboard.web.watch import Watch, log_requests


def around(settings: Settings, library: Library, trials: Trials, under: str = "", shell: str = "") -> list[Middleware]:
    """Give the middleware for `st.App`, from the outermost inwards.

    `under` is the path of the page (`server.baseUrlPath`), and `shell` is Streamlit's HTML of the page.
    """
    if settings.log:
        log_requests()
    base = "/" + under.strip("/") if under.strip("/") else ""
    return [
        Middleware(ProxyHeadersMiddleware, list(settings.proxies)),
        Middleware(Headers, base, door.inline_scripts(shell), settings.frames),
        Middleware(Watch, library, trials, base, settings),
        Middleware(Limits, base, settings.exports, settings.sessions),
    ]
