"""The headers of every answer: what it may load, and who may show it in a frame.

The headers are added around the whole server, so that the answers of Streamlit have them too.
"""

import base64
import hashlib
import logging
from collections.abc import Iterable
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.records.kinds import PAGED
from dashboard.web.answers import for_the_log, refusal

_LOG = logging.getLogger(__name__)

FAILED = "Something went wrong here. Try it again; if it fails again, tell the people who run this dashboard."
"""What a reader gets if our code fails. The server's log has the rest."""

SENTENCES = {
    400: "This address is not understood. Look at it again, or begin at the first page.",
    403: "This is not allowed here.",
    404: "There is no such address. Begin at the first page.",
    405: "This address can only be read. Use GET or HEAD.",
}
"""Status → the sentence that replaces its bare name, which Streamlit and Starlette send."""

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Other sites do not learn from which page a reader comes.
    "Referrer-Policy": "same-origin",
    # Only what browsers know by these names; the rest stays as it is, with the clipboard among it.
    "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The headers of every answer."""

HANDLERS = ("this.remove()",)
"""The code of attributes such as `onerror` in our HTML."""

_INERT = "default-src 'none'"
_NO_BASE_OR_FORM = "base-uri 'none'; form-action 'none'"

_RECORD = (
    f"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; {_NO_BASE_OR_FORM}"
)
"""Pages of single records and of the API: they have no scripts."""

_OPEN = ("/embed/", "/preview/")
"""The beginnings of the addresses that other sites may show: views for frames, and pictures."""


def digest(script: str) -> str:
    """Give the source that allows one script by its text (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def page_policy(scripts: Iterable[str]) -> str:
    """Write the policy of the pages that Streamlit draws; `scripts` are the texts of the scripts in their HTML.

    Streamlit forces three things. It loads each component from an address that begins with `blob:`. Its library for
    styles writes them into the page as text. Its own style sheet has a typeface inside, as `data:`.
    """
    inline = " ".join(digest(text) for text in (*scripts, *HANDLERS))
    return (
        f"default-src 'none'; script-src 'self' blob: 'unsafe-hashes' {inline}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        f"manifest-src 'self'; {_NO_BASE_OR_FORM}"
    )


EMBED_POLICY = (
    f"default-src 'none'; script-src 'self' 'unsafe-hashes' {' '.join(map(digest, HANDLERS))}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    f"{_NO_BASE_OR_FORM}"
)
"""The policy of a view in a frame. Plotly writes styles into the page as text."""

HANDOUT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " + _NO_BASE_OR_FORM
"""The policy of a download that is a page, and of an article: everything is inside, and a browser runs no scripts."""


def _sentence(start: Message, body: Message) -> Message:
    """Replace a body that is only the name of its status by a sentence; other bodies stay."""
    if body.get("body") != HTTPStatus(start["status"]).phrase.encode():
        return body
    content = f"{SENTENCES[start['status']]}\n".encode()
    headers = MutableHeaders(raw=start["headers"])
    headers["Content-Length"], headers["Content-Type"] = str(len(content)), "text/plain; charset=utf-8"
    return {**body, "body": content}


class Headers:
    """Adds the headers to every answer, and turns failures and bare names of statuses into sentences."""

    def __init__(self, app: ASGIApp, base: str = "", scripts: Iterable[str] = (), frames: str = "") -> None:
        self.app, self.base, self.page, self.frames = app, base, page_policy(scripts), frames

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        begun, waiting = False, None

        async def with_headers(message: Message) -> None:
            nonlocal begun, waiting
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                begun = True
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                self._add(scope["path"].removeprefix(self.base), headers)
                if message["type"] == "http.response.start" and message["status"] in SENTENCES:
                    waiting = message  # until the body arrives
                    return
            elif waiting:
                start, waiting = waiting, None
                message = _sentence(start, message)
                await send(start)
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            if begun or scope["type"] != "http":
                raise
            _LOG.exception("A request failed: %s", for_the_log(scope["path"]))
            await refusal(FAILED, 500)(scope, receive, with_headers)

    def _add(self, place: str, headers: MutableHeaders) -> None:
        for name, value in ALWAYS.items():
            headers.setdefault(name, value)
        others = headers.get("access-control-allow-origin") == "*" or place.startswith(_OPEN)
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if others else "same-origin")
        policy = self.policy(place, headers.get("content-type", "").partition(";")[0].strip())
        headers.setdefault("Content-Security-Policy", policy)

    def policy(self, place: str, mime: str) -> str:
        """Give the policy for an answer of this type at this place below the path of the page."""
        frames = f"; frame-ancestors {self.frames}" if self.frames and not place.startswith(_OPEN) else ""
        return self._content(place, mime) + frames

    def _content(self, place: str, mime: str) -> str:
        if mime == "application/pdf":
            return "base-uri 'none'"  # with more, some browsers do not show a PDF
        if mime != "text/html":
            return _INERT
        first = place.lstrip("/").partition("/")[0]
        if first == "embed":
            return EMBED_POLICY
        if first in (*PAGED, "api"):
            return _RECORD
        if first in ("export", "trial", "linked"):
            return HANDOUT_POLICY
        return self.page
