"""What the server gives besides the page: files of the linked views, their data, every export. No Streamlit here."""

import gzip
import hashlib
import threading
from dataclasses import fields
from functools import cache, lru_cache
from html import escape
from importlib import metadata
from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import exports, filters, linked, pasted
from dashboard.library import Library, Snapshot
from dashboard.spelling import quoted
from dashboard.succession import Fate
from dashboard.trial import Trials

ROOMS = Path(__file__).parent
ASSETS = {
    "linked.js": ROOMS / "views" / "linked" / "linked.js",
    "view.js": ROOMS / "views" / "linked" / "view.js",
    "links.js": ROOMS / "views" / "linked" / "links.js",
    "figure.js": ROOMS / "views" / "linked" / "figure.js",
    "axis.js": ROOMS / "views" / "linked" / "axis.js",
    "hand.js": ROOMS / "views" / "linked" / "hand.js",
    "filters.js": ROOMS / "views" / "linked" / "filters.js",
    "pages.js": ROOMS / "views" / "linked" / "pages.js",
    "keep.js": ROOMS / "views" / "linked" / "keep.js",
    "linked.css": ROOMS / "views" / "linked" / "linked.css",
    "plotly.min.js": exports.PLOTLY,
}
"""The files given under /linked, and no others."""

# Not asked of the system, which may have another name for .js that no browser takes for a module.
_MIMES = {".js": "text/javascript", ".css": "text/css"}

FOR_THE_PAGE = ("page", "event", "at", "from", "to", "question")
"""Parameters of the page that an export may carry along without being changed by them."""


class _Strokes(Convertor[str]):
    """Strokes and nothing else: an address that was put together with one too many."""

    regex = "/+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("strokes", _Strokes())

_FOREVER = "public, max-age=31536000, immutable"
_EVERY_TIME = "no-cache"
_NEVER = "private, no-store"
_compressing = threading.Lock()

_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Content-Disposition"}
"""Lets the scripts of any web page read what is published (https://fetch.spec.whatwg.org/#http-cors-protocol)."""


def routes(library: Library, under: str = "", trials: Trials | None = None, shell: str = "") -> list[Route]:
    """Give the routes for `st.App`; all answer GET and HEAD.

    `under` is the path the page is served under (`server.baseUrlPath`), which Streamlit does not add itself. A change
    that somebody tries has the same routes below its token, for as long as it is in hand. `shell` is the HTML that
    Streamlit's page begins with; where it is given, the page is answered here, with what `hastened` adds.
    """
    trials = trials or Trials()

    def snapshot_for(request: Request) -> Snapshot | None:
        token = request.path_params.get("token")
        tried = trials.find(token) if token else None
        return tried.snapshot if tried else None if token else library.current()

    def asset(request: Request) -> Response:
        path = ASSETS.get(request.path_params["name"])
        if path is None:
            return _plain("There is no such file.", 404)
        return _cacheable(request, _content(path), _MIMES[path.suffix], version_of(path))

    def bundle(request: Request) -> Response:
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        with _compressing:
            content = snapshot.answer(_bundle)
        version = bundle_version(snapshot.stamp)
        return _cacheable(request, content, "application/json", version, kept=not snapshot.trial)

    def export(request: Request) -> Response:
        answer = exported(request)
        if "token" not in request.path_params:
            answer.headers.update(_ANY_ORIGIN)
        return answer

    def exported(request: Request) -> Response:
        found = exports.EXPORTS.get(request.path_params["name"])
        if found is None:
            return _plain("There is no such export; there are " + ", ".join(exports.EXPORTS) + ".", 404)
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        asked, options, faults = _asked(request, snapshot)
        if faults:
            return _plain("\n".join(faults), 400)
        name = exports.file_name(found.name, snapshot, asked)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        if part := exports.part_of_all(found.name, snapshot, asked):
            headers["Events-Shown"] = part
        return _fresh(found.make(snapshot, asked, options), found.mime, headers, kept=not snapshot.trial)

    def figure(request: Request) -> Response:
        view = request.path_params["view"]
        if view not in exports.CHARTS:
            return _plain("There is no such chart; there are " + ", ".join(exports.CHARTS) + ".", 404)
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        asked, options, faults = _asked(request, snapshot)
        if faults:
            return _plain("\n".join(faults), 400)
        content = exports.figure_json(view, snapshot, asked, options)
        return _fresh(content, "application/json", {}, kept=not snapshot.trial)

    def door(request: Request) -> Response:
        page = hastened(shell, library.current(), request.query_params.get("page", "explore"))
        return _fresh(page.encode(), "text/html", {})

    def nearly(request: Request) -> Response:
        query = request.url.query
        return RedirectResponse(f"{base}/?{query}" if query else f"{base}/")

    base = "/" + under.strip("/") if under.strip("/") else ""
    made = [
        Route(f"{base}{place}/{path}", endpoint, methods=["GET"])
        for place in ("", "/trial/{token}")
        for path, endpoint in (
            ("linked/data.json", bundle),
            ("linked/figure/{view}", figure),
            ("export/{name}", export),
        )
    ]
    made.append(Route(f"{base}/linked/{{name}}", asset, methods=["GET"]))
    if not shell:
        return made
    pages = [Route(f"{base}/", door, methods=["GET"]), Route(f"{base}/{{more:strokes}}", nearly, methods=["GET"])]
    return [*made, *pages]


# Streamlit would answer Back and Forward by a run of its own, in which widgets hold what they held before. So whoever
# cancels "step" does it instead; this has to be heard before Streamlit's own scripts hear of it.
STEPS = (
    "<script>addEventListener('popstate', (event) => { "
    "if (!dispatchEvent(new Event('step', { cancelable: true }))) event.stopImmediatePropagation(); });</script>"
)


def hastened(shell: str, snapshot: Snapshot, page: str) -> str:
    """Let the browser begin with what the linked views need while Streamlit's own scripts are still on their way.

    Plotly takes longest to start, and would else be asked for last. The title is what a link is shown with elsewhere.
    """
    process, needed = snapshot.dataset.process, urls(snapshot.stamp)
    head = f"<title>{escape(process.name if process else 'Dushanbe Process')}</title>{STEPS}"
    if page == "explore":
        head += (
            f'<script async fetchpriority="high" src="{needed["plotly"]}" onerror="this.remove()"></script>'
            f'<link rel="modulepreload" href="{needed["module"]}">'
            '<link rel="modulepreload" href="linked/view.js">'
            '<link rel="modulepreload" href="linked/axis.js">'
            '<link rel="modulepreload" href="linked/hand.js">'
            f'<link rel="preload" as="style" href="{needed["css"]}">'
            f'<link rel="preload" as="fetch" crossorigin href="{needed["bundle"]}">'
        )
    return shell.replace("<title>Streamlit</title>", head, 1)


def urls(stamp: str, token: str = "") -> dict[str, str]:
    """Give the addresses the linked views need, relative to the page, each good for as long as its version.

    With the token of a trial its data, charts and files are meant.
    """
    place = f"trial/{token}/" if token else ""
    return {
        "module": _versioned("linked.js"),
        "figureModule": _versioned("figure.js"),
        "linksModule": _versioned("links.js"),
        "filtersModule": _versioned("filters.js"),
        "pagesModule": _versioned("pages.js"),
        "keepModule": _versioned("keep.js"),
        "css": _versioned("linked.css"),
        "plotly": _versioned("plotly.min.js"),
        "bundle": f"{place}linked/data.json?v={bundle_version(stamp)}",
        "figure": f"{place}linked/figure/",
        "export": f"{place}export/",
    }


def version_of(path: Path) -> str:
    """Give twelve characters that change when the content of a file does; an unchanged file is not read again."""
    seen = path.stat()
    return _digest(path, seen.st_mtime_ns, seen.st_size)


def bundle_version(stamp: str) -> str:
    """Give a version of the bundle: it changes with the data, with the code that makes it, and with Plotly."""
    return f"{stamp}-{_code()}"


def _bundle(snapshot: Snapshot) -> tuple[bytes, bytes]:
    """Give the bundle as it is and compressed."""
    plain = linked.bundle(snapshot)
    return plain, gzip.compress(plain, 6, mtime=0)


def _versioned(name: str) -> str:
    return f"linked/{name}?v={version_of(ASSETS[name])}"


@lru_cache(maxsize=16)
def _digest(path: Path, changed: int, size: int) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=6).hexdigest()


@cache
def _code() -> str:
    digest = hashlib.blake2b(metadata.version("plotly").encode(), digest_size=4)
    for path in sorted(ROOMS.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _content(path: Path) -> tuple[bytes, bytes]:
    """Give a file as it is and compressed, kept in memory until it changes."""
    seen = path.stat()
    with _compressing:
        return _read(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=len(ASSETS))
def _read(path: Path, changed: int, size: int) -> tuple[bytes, bytes]:
    plain = path.read_bytes()
    return plain, gzip.compress(plain, 6, mtime=0)


def _cacheable(
    request: Request, content: tuple[bytes, bytes], mime: str, version: str, *, kept: bool = True
) -> Response:
    """Answer with a body that may be kept: for ever where the address names its version, else until it changes.

    What is not to be `kept` is nobody's but the one reader's who asks.
    """
    compressed = _takes_gzip(request)
    lasting = _FOREVER if request.query_params.get("v") == version else _EVERY_TIME
    headers = {
        "Cache-Control": lasting if kept else _NEVER,
        "ETag": f'"{version}-gzip"' if compressed else f'"{version}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if headers["ETag"] in known or "*" in known:
        return Response(status_code=304, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    return Response(content[compressed], media_type=mime, headers=headers)


def _takes_gzip(request: Request) -> bool:
    """Read the Accept-Encoding header (RFC 9110, section 12.5.3); a weight of zero means no."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" if weight else True
    return False


def _asked(request: Request, snapshot: Snapshot) -> tuple[filters.Filters, exports.Options, list[str]]:
    """Read filters and options from the address; the third part says in sentences what was not understood."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    asked, query, strange, gone = filters.read(
        given, snapshot.dataset, snapshot.known, exports.OPTIONS, free=FOR_THE_PAGE
    )
    options, _ = exports.parse_options(query)
    faults = [
        # What was renamed is meant by either name; what was withdrawn is not quietly exchanged for something else.
        *(f"{fate.words()}{_instead(fate)}" for name, fate in gone if fate.why and name in filters.FACETS),
        *(one.words() if one.known else _unknown_parameter(one) for one in strange),
    ]
    return asked, options, faults


def _instead(fate: Fate) -> str:
    return f" Ask for “{fate.leads_to}” instead." if fate.leads_to else ""


def _fresh(content: bytes, mime: str, headers: dict[str, str], *, kept: bool = True) -> Response:
    """Answer with what was made for this very request."""
    headers |= {"Cache-Control": _EVERY_TIME if kept else _NEVER, "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=mime, headers=headers)


def _unknown_parameter(one: pasted.Strange) -> str:
    known = [*(field.name for field in fields(filters.Filters)), *exports.OPTIONS]
    return one.words() if one.meant else f"{quoted(one.name)} is not a parameter; known are {', '.join(known)}."


def _over() -> Response:
    return _plain("This change is no longer on trial. Try it again on the page “Try a change”.", 404)


def _plain(text: str, status: int) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": _EVERY_TIME}
    return PlainTextResponse(text + "\n", status, headers)
