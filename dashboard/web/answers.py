"""What answers have in common: an ETag, compression, open origins, and sentences on what was not understood."""

import gzip
import re
from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.frames.filters import FACETS
from dashboard.records.succession import Fate
from dashboard.words.counting import one_of
from dashboard.words.pasted import Strange
from dashboard.words.spelling import quoted

_TOKEN = re.compile(r"/trial/[^/]+")


def for_the_log(path: str) -> str:
    """Leave out of the path of an address what only the reader of a change on trial knows."""
    return _TOKEN.sub("/trial/…", path)


def twice(plain: bytes) -> tuple[bytes, bytes]:
    """Give a body as it is and compressed."""
    return plain, gzip.compress(plain, 6, mtime=0)


def cacheable(request: Request, content: tuple[bytes, bytes], mime: str, version: str, lasting: str) -> Response:
    """Answer with a body that is cached as `lasting` says; a browser that has it already gets 304 without a body.

    `content` is the body as it is and compressed; a picture has only the first.
    """
    compressed = bool(content[1]) and takes_gzip(request)
    headers = {
        "Cache-Control": lasting,
        "ETag": f'"{version}-gzip"' if compressed else f'"{version}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if has(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    return Response(content[compressed], media_type=mime, headers=headers)


def has(request: Request, tag: str) -> bool:
    """Tell whether the client has the version of an ETag (RFC 9110, section 13.1.2)."""
    known = [other.strip().removeprefix("W/") for other in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


def takes_gzip(request: Request) -> bool:
    """Read the Accept-Encoding header (RFC 9110, section 12.5.3); a weight of zero means no."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" if weight else True
    return False


def any_origin(*headers: str) -> dict[str, str]:
    """Give the headers that let the scripts of any web page read an answer, and these of its headers.

    They are always sent, because a cache may keep the answer (https://fetch.spec.whatwg.org/#http-cors-protocol).
    """
    return {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": ", ".join(headers)}


def refusal(sentence: str, status: int, seconds: int = 0) -> Response:
    """Answer with a sentence that no cache keeps. With `seconds`, `Retry-After` says when to ask again."""
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(seconds)} if seconds else {})
    return PlainTextResponse(sentence + "\n", status, headers)


def not_understood(strange: Iterable[Strange], gone: Iterable[tuple[str, Fate]], names: Sequence[str]) -> list[str]:
    """Say in sentences what an address has that was not understood; `names` are the parameters that it can have."""
    return [
        # Both names of a renamed record are read. A withdrawn record is not silently replaced by another one.
        *(f"{fate.words()}{instead(fate)}" for name, fate in gone if fate.why and name in FACETS),
        *(part.words() if part.known or part.why else _unknown_parameter(part, names) for part in strange),
    ]


def instead(fate: Fate) -> str:
    """Say which record to ask for instead of a withdrawn one, with a space before it; empty if there is none."""
    return f" Ask for “{fate.leads_to}” instead." if fate.leads_to else ""


def _unknown_parameter(part: Strange, names: Sequence[str]) -> str:
    """Say that a parameter is not known, and name what may be meant, or else all parameters."""
    return part.words() if part.meant else f"{quoted(part.name)} is not a parameter; write {one_of(names)}."
