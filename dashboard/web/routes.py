"""The routes of the server: the first HTML, files of the linked views, their data, every export. No Streamlit here."""

import gzip
from collections.abc import Callable
from dataclasses import fields

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import exports
from dashboard.frames import filters
from dashboard.library import Library, Snapshot
from dashboard.library.trial import Trials
from dashboard.records.succession import Fate
from dashboard.topics import PAGES
from dashboard.topics.explore import payload
from dashboard.topics.explore.article import article_of
from dashboard.web import files
from dashboard.web.door import first_html
from dashboard.words import pasted
from dashboard.words.counting import listed
from dashboard.words.spelling import quoted

_PARAMETERS = [parameter.name for page in PAGES for parameter in page.parameters]

FOR_THE_PAGE = ("page", *(name for name in _PARAMETERS if name not in exports.OPTIONS))
"""Parameters of the page that an export may carry along without being changed by them."""


class _Strokes(Convertor[str]):
    """Only slashes: an address with one slash too many."""

    regex = "/+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("strokes", _Strokes())

_FOREVER = "public, max-age=31536000, immutable"
_EVERY_TIME = "no-cache"
_NEVER = "private, no-store"

_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Content-Disposition"}
"""Lets the scripts of any web page read what is published (https://fetch.spec.whatwg.org/#http-cors-protocol)."""


def routes(library: Library, under: str = "", trials: Trials | None = None, shell: str = "") -> list[Route]:
    """Give the routes for `st.App`; all answer GET and HEAD.

    `under` is the path of the page (`server.baseUrlPath`), which Streamlit does not add itself. A change on trial has
    the same routes below its token until the trial ends. `shell` is Streamlit's HTML of the page. If it is given, one
    of the routes answers with it and with what `first_html` adds.
    """
    trials = trials or Trials()

    def snapshot_for(request: Request) -> Snapshot | None:
        token = request.path_params.get("token")
        tried = trials.find(token) if token else None
        return tried.snapshot if tried else None if token else library.current()

    def asset(request: Request) -> Response:
        # Not Starlette's `StaticFiles`: it compresses nothing, and asks the system for the type of a script.
        version, _, name = request.path_params["path"].partition("/")
        path = files.FILES.get(name)
        if path is None or version != files.version():
            # The page is older than the server. It needs the old files: newer files do not fit the scripts that it has.
            return _plain("There is no such file. Reload the page.", 404)
        return _cacheable(request, files.content(path), files.MIMES[path.suffix], version, _FOREVER)

    def json_of_the_data(make: Callable[[Snapshot], tuple[bytes, bytes]]) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            snapshot = snapshot_for(request)
            if snapshot is None:
                return _over()
            with files.compressing:
                content = snapshot.answer(make)
            return _of_the_data(request, snapshot, content, "application/json")

        return endpoint

    def article(request: Request) -> Response:
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        event = request.path_params["event"]
        if event not in snapshot.dataset.events:
            return _plain(f"There is no event with the id {quoted(event)}. Reload the page.", 404)
        return _of_the_data(request, snapshot, snapshot.answer(_article, event), "text/html")

    def export(request: Request) -> Response:
        answer = exported(request)
        if "token" not in request.path_params:
            answer.headers.update(_ANY_ORIGIN)
        return answer

    def exported(request: Request) -> Response:
        download = exports.EXPORTS.get(request.path_params["name"])
        if download is None:
            return _plain("There is no such export. The exports are " + listed(exports.EXPORTS) + ".", 404)
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        chosen, options, faults = _choice(request, snapshot)
        if faults:
            return _plain("\n".join(faults), 400)
        name = exports.file_name(download.name, snapshot, chosen)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        if part := exports.part_of_all(download.name, snapshot, chosen):
            headers["Events-Shown"] = part
        return _fresh(download.make(snapshot, chosen, options), download.mime, headers, kept=not snapshot.trial)

    def figure(request: Request) -> Response:
        view = request.path_params["view"]
        if view not in exports.CHARTS:
            return _plain("There is no such chart. The charts are " + listed(exports.CHARTS) + ".", 404)
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        chosen, options, faults = _choice(request, snapshot)
        if faults:
            return _plain("\n".join(faults), 400)
        content = exports.figure_json(view, snapshot, chosen, options)
        return _fresh(content, "application/json", {}, kept=not snapshot.trial)

    def door(request: Request) -> Response:
        query = {name: request.query_params.getlist(name) for name in request.query_params}
        page = first_html(shell, library.current(), query).encode()
        if not _takes_gzip(request):
            return _fresh(page, "text/html", {"Vary": "Accept-Encoding"})
        packed = gzip.compress(page, 6, mtime=0)
        return _fresh(packed, "text/html", {"Vary": "Accept-Encoding", "Content-Encoding": "gzip"})

    def nearly(request: Request) -> Response:
        query = request.url.query
        return RedirectResponse(f"{base}/?{query}" if query else f"{base}/")

    base = "/" + under.strip("/") if under.strip("/") else ""
    made = [
        Route(f"{base}{place}/{path}", endpoint, methods=["GET"])
        for place in ("", "/trial/{token}")
        for path, endpoint in (
            ("linked/data.json", json_of_the_data(_bundle)),
            ("linked/text.json", json_of_the_data(_text)),
            ("linked/article/{event}", article),
            ("linked/figure/{view}", figure),
            ("export/{name}", export),
        )
    ]
    made.append(Route(f"{base}/linked/{{path:path}}", asset, methods=["GET"]))
    if not shell:
        return made
    pages = [Route(f"{base}/", door, methods=["GET"]), Route(f"{base}/{{more:strokes}}", nearly, methods=["GET"])]
    return [*made, *pages]


def _bundle(snapshot: Snapshot) -> tuple[bytes, bytes]:
    return _twice(payload.bundle(snapshot, PAGES))


def _text(snapshot: Snapshot) -> tuple[bytes, bytes]:
    return _twice(payload.text_index(snapshot))


def _article(snapshot: Snapshot, event: str) -> tuple[bytes, bytes]:
    return _twice(article_of(snapshot, event).encode())


def _twice(plain: bytes) -> tuple[bytes, bytes]:
    """Give a body as it is and compressed."""
    return plain, gzip.compress(plain, 6, mtime=0)


def _of_the_data(request: Request, snapshot: Snapshot, content: tuple[bytes, bytes], mime: str) -> Response:
    """Answer with a body that changes only with the data or the code. That of a trial is never stored."""
    version = files.bundle_version(snapshot.stamp)
    lasting = _FOREVER if request.query_params.get("v") == version else _EVERY_TIME
    return _cacheable(request, content, mime, version, _NEVER if snapshot.trial else lasting)


def _cacheable(request: Request, content: tuple[bytes, bytes], mime: str, version: str, lasting: str) -> Response:
    """Answer with a body that is cached as `lasting` says; a browser that has it already gets 304 without a body."""
    compressed = _takes_gzip(request)
    headers = {
        "Cache-Control": lasting,
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


def _choice(request: Request, snapshot: Snapshot) -> tuple[filters.Filters, exports.Options, list[str]]:
    """Read filters and options from the address, and say in sentences what was not understood."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    chosen, query, strange, gone = filters.read(
        given, snapshot.dataset, snapshot.known, exports.OPTIONS, free=FOR_THE_PAGE
    )
    options, _ = exports.parse_options(query)
    faults = [
        # Both names of a renamed record are read. A withdrawn record is not silently replaced by another one.
        *(f"{fate.words()}{_instead(fate)}" for name, fate in gone if fate.why and name in filters.FACETS),
        *(part.words() if part.known else _unknown_parameter(part) for part in strange),
    ]
    return chosen, options, faults


def _instead(fate: Fate) -> str:
    return f" Ask for “{fate.leads_to}” instead." if fate.leads_to else ""


def _fresh(content: bytes, mime: str, headers: dict[str, str], *, kept: bool = True) -> Response:
    """Answer with what was made only for this request; if `kept` is False, it must not be stored."""
    headers |= {"Cache-Control": _EVERY_TIME if kept else _NEVER, "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=mime, headers=headers)


def _unknown_parameter(part: pasted.Strange) -> str:
    """Say that a parameter is not known, and name what may be meant, or else all parameters."""
    known = [*(field.name for field in fields(filters.Filters)), *exports.OPTIONS]
    return part.words() if part.meant else f"{quoted(part.name)} is not a parameter; write one of: {', '.join(known)}."


def _over() -> Response:
    return _plain("This change is no longer on trial. Try it again on the page “Try a change”.", 404)


def _plain(text: str, status: int) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": _EVERY_TIME}
    return PlainTextResponse(text + "\n", status, headers)
