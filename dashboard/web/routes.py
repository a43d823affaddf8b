"""The routes of the server: the first HTML, files of the linked views, their data, every export. No Streamlit here."""

import gzip
import hashlib
import logging
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard import exports
from dashboard.frames import filters
from dashboard.library import Library, Snapshot
from dashboard.library.trial import Trials
from dashboard.look import page as looks
from dashboard.look.links import with_query
from dashboard.records.kinds import EVENTS, PAGED
from dashboard.records.succession import Succession
from dashboard.topics import PAGES
from dashboard.topics.explore import payload
from dashboard.topics.explore.article import article_of
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, api, feeds, files, previews
from dashboard.web.answers import any_origin, cacheable, has, not_understood, takes_gzip, twice
from dashboard.web.door import first_html
from dashboard.web.embed import VIEWS, embed_html
from dashboard.web.pages import Pages
from dashboard.words.counting import capital, listed
from dashboard.words.spelling import quoted

_PARAMETERS = [parameter.name for page in PAGES for parameter in page.parameters]

FOR_THE_PAGE = ("page", *(name for name in _PARAMETERS if name not in exports.OPTIONS), "accessed")
"""Parameters that are no filter and have no list of values: those of the page alone, and the day of access of a
citation."""


class _Strokes(Convertor[str]):
    """One or more slashes at the end of an address."""

    regex = "/+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("strokes", _Strokes())

_LOG = logging.getLogger(__name__)

_FOREVER = "public, max-age=31536000, immutable"
_EVERY_TIME = "no-cache"
_NEVER = "private, no-store"


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
        # Starlette's `StaticFiles` does not compress, and asks the system for the type of a script.
        version, _, name = request.path_params["path"].partition("/")
        content = files.served(name) if version == files.version() else None
        if content is None:
            # The page is older than the server. It needs the old files: newer files do not fit the scripts that it has.
            return _plain("There is no such file. Reload the page.", 404)
        return cacheable(request, content, files.MIMES[PurePosixPath(name).suffix], version, _FOREVER)

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
            answer.headers.update(any_origin("Content-Disposition", "ETag", "Events-Shown"))
        return answer

    def exported(request: Request) -> Response:
        download = exports.SERVED.get(request.path_params["name"])
        if download is None:
            return _plain("There is no such export. The exports are " + listed(exports.SERVED) + ".", 404)
        return for_the_choice(request, lambda *choice: written(request, download, *choice))

    def written(
        request: Request,
        download: exports.Export,
        snapshot: Snapshot,
        chosen: filters.Filters,
        options: exports.Options,
    ) -> Response:
        # A file about a change on trial has no links: the pages they would lead to show what is published.
        options["site"] = "" if snapshot.trial else site(request)
        try:
            name = exports.file_name(download.name, snapshot, chosen, options)
            disposition = "inline" if download.name in exports.SHOWN else "attachment"
            headers = {"Content-Disposition": f'{disposition}; filename="{name}"'}
            if part := exports.part_of_all(download.name, snapshot, chosen, options):
                headers["Events-Shown"] = part
            if not snapshot.trial:
                headers["ETag"] = _tag(snapshot, name, chosen, sorted(options.items()))
                if has(request, headers["ETag"]):
                    return Response(status_code=304, headers=headers | {"Cache-Control": _EVERY_TIME})
            content = download.make(snapshot, chosen, options)
        except exports.OptionError as error:
            return _plain(str(error), 400)
        except exports.PictureError as error:
            page = download.name.rpartition(".")[0] + ".html"
            return _plain(f"{capital(str(error))}. {page} has the same content, to print from a browser.", 503)
        return _fresh(content, download.mime, headers, kept=not snapshot.trial)

    def figure(request: Request) -> Response:
        view = request.path_params["view"]
        if view not in exports.CHARTS:
            return _plain("There is no such chart. The charts are " + listed(exports.CHARTS) + ".", 404)
        return for_the_choice(request, lambda *choice: _fresh_json(choice[0], exports.figure_json(view, *choice)))

    def takeaway(request: Request) -> Response:
        return for_the_choice(
            request, lambda snapshot, chosen, _: _fresh_json(snapshot, exports.takeaway_json(snapshot, chosen))
        )

    def for_the_choice(
        request: Request, answer: Callable[[Snapshot, filters.Filters, exports.Options], Response]
    ) -> Response:
        """Answer for the data, filters and options of an address. If it is not understood, sentences say why."""
        snapshot = snapshot_for(request)
        if snapshot is None:
            return _over()
        chosen, options, faults = _choice(request, snapshot)
        return _plain("\n".join(faults), 400) if faults else answer(snapshot, chosen, options)

    def site(request: Request) -> str:
        """Give the public address of the dashboard. Behind a proxy, DASHBOARD_URL has to name it."""
        return files.public_address() or str(request.base_url).rstrip("/") + base

    def preview(request: Request) -> Response:
        snapshot, name = library.current(), request.path_params["name"]
        picture = previews.preview(snapshot, name)
        if picture is None:
            fate = Succession(snapshot.dataset).fate(EVENTS, name)
            if fate and fate.leads_to:  # other sites keep the address of a picture for a long time
                return RedirectResponse(f"{base}/preview/{fate.leads_to}.png", 301)
            return _plain(f"There is no picture called {quoted(name)}.", 404)
        return _of_the_data(request, snapshot, (picture, b""), "image/png")

    def embed(request: Request) -> Response:
        view = request.path_params["view"]
        if view not in VIEWS:
            return _plain("There is no such view. The views are " + listed(VIEWS) + ".", 404)
        return html(request, embed_html(view, library.current(), parameters(request), site(request)))

    def door(request: Request) -> Response:
        return html(request, first_html(shell, library.current(), parameters(request), site(request)))

    def parameters(request: Request) -> dict[str, list[str]]:
        return {name: request.query_params.getlist(name) for name in request.query_params}

    def html(request: Request, text: str) -> Response:
        page = text.encode()
        if not takes_gzip(request):
            return _fresh(page, "text/html", {"Vary": "Accept-Encoding"})
        packed = gzip.compress(page, 6, mtime=0)
        return _fresh(packed, "text/html", {"Vary": "Accept-Encoding", "Content-Encoding": "gzip"})

    def sitemap(request: Request) -> Response:
        content = feeds.sitemap(library.current(), {"site": site(request)})
        version = hashlib.blake2b(content, digest_size=8).hexdigest()
        return cacheable(request, twice(content), "application/xml", version, _EVERY_TIME)

    def robots(request: Request) -> Response:
        return _plain(feeds.robots(site(request), base).rstrip("\n"), 200)

    def health(request: Request) -> Response:
        try:
            snapshot = library.current()
        except Exception:
            _LOG.exception("The data files cannot be read")
            snapshot = None
        answer = feeds.health(snapshot, date.today())
        status = 503 if answer["status"] == "down" else 200
        return JSONResponse(answer, status, {"Cache-Control": _NEVER} | any_origin())

    def nearly(request: Request) -> Response:
        return RedirectResponse(with_query(f"{base}/", request.url.query))

    def page(folder: str) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            answer = pages.answer(library.current(), folder, request.path_params.get("name", ""), site(request))
            if answer.now:
                return RedirectResponse(f"{base}/{folder}/{answer.now}", 301)
            content = twice(answer.html.encode())
            if answer.status != 200:
                return _fresh_page(content[0], answer.status)
            return cacheable(request, content, "text/html", files.digest(content[0]), _EVERY_TIME)

        return endpoint

    def tidied(folder: str) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            """Lead from an address with a slash too many, or without the slash of a list, to the right one."""
            return RedirectResponse(f"{base}/{folder}/{quote(request.path_params.get('name', ''))}", 301)

        return endpoint

    pages = Pages(shell)
    base = "/" + under.strip("/") if under.strip("/") else ""
    made = [
        Route(f"{base}{place}/{path}", endpoint, methods=["GET"])
        for place in ("", "/trial/{token}")
        for path, endpoint in (
            ("linked/data.json", json_of_the_data(_bundle)),
            ("linked/text.json", json_of_the_data(_text)),
            ("linked/article/{event}", article),
            ("linked/figure/{view}", figure),
            ("linked/takeaway.json", takeaway),
            ("export/{name}", export),
        )
    ]
    made += [
        Route(f"{base}/linked/{{path:path}}", asset, methods=["GET"]),
        Route(f"{base}/sitemap.xml", sitemap, methods=["GET"]),
        # Crawlers look for it at the root of the host alone.
        *(Route(f"{path}/robots.txt", robots, methods=["GET"]) for path in {"", base}),
        Route(f"{base}/healthz", health, methods=["GET"]),
    ]
    made += api.routes(library, base, site)
    made.append(Route(f"{base}/preview/{{name}}.png", preview, methods=["GET"]))
    made.append(Route(f"{base}/embed/{{view}}", embed, methods=["GET"]))
    for folder in PAGED:
        made += [Route(f"{base}/{folder}{path}", page(folder), methods=["GET"]) for path in ("/", "/{name}")]
        made += [Route(f"{base}/{folder}{path}", tidied(folder), methods=["GET"]) for path in ("", "/{name}/")]
    if not shell:
        return made
    doors = [Route(f"{base}/", door, methods=["GET"]), Route(f"{base}/{{more:strokes}}", nearly, methods=["GET"])]
    return [*made, *doors]


def prepare(snapshot: Snapshot) -> None:
    """Make what most readers ask for: all pages without a filter, in both themes; what the first page loads.

    The first article takes longest, because all others are searched for the names in it.
    """
    for dark in (False, True):
        usual = looks.Request(filters.Filters(), address.VIEW, dark)
        for page in PAGES:
            if page.blocks is not None:
                page.blocks(snapshot, usual)
    for first in (False, True):
        masthead(snapshot, first=first)
    snapshot.counts(filters.Filters())
    files.served(files.JOINED)
    with files.compressing:
        snapshot.answer(_bundle)
    if event := payload.chosen_event(snapshot.select(filters.Filters()), None, snapshot.dataset.opens):
        snapshot.answer(_article, event)


def _bundle(snapshot: Snapshot) -> tuple[bytes, bytes]:
    return twice(payload.bundle(snapshot, PAGES))


def _text(snapshot: Snapshot) -> tuple[bytes, bytes]:
    return twice(payload.text_index(snapshot))


def _article(snapshot: Snapshot, event: str) -> tuple[bytes, bytes]:
    return twice(article_of(snapshot, event).encode())


def _of_the_data(request: Request, snapshot: Snapshot, content: tuple[bytes, bytes], mime: str) -> Response:
    """Answer with a body that changes only with the data or the code. That of a trial is never stored."""
    version = files.bundle_version(snapshot.stamp)
    lasting = _FOREVER if request.query_params.get("v") == version else _EVERY_TIME
    return cacheable(request, content, mime, version, _NEVER if snapshot.trial else lasting)


def _tag(snapshot: Snapshot, *about: object) -> str:
    """Make the ETag of a download. It needs no content: the data, the code and what was asked for give the bytes."""
    digest = hashlib.blake2b(repr(about).encode(), digest_size=8).hexdigest()
    return f'"{files.bundle_version(snapshot.stamp)}-{digest}"'


def _choice(request: Request, snapshot: Snapshot) -> tuple[filters.Filters, exports.Options, list[str]]:
    """Read filters and options from the address, and say in sentences what was not understood."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    others = {**exports.OPTIONS, "event": {event.id: event.label for event in snapshot.dataset.events.values()}}
    chosen, query, strange, gone = filters.read(given, snapshot.dataset, snapshot.known, others, free=FOR_THE_PAGE)
    options, _ = exports.parse_options(query)
    # Files about one event say what became of an event that is not known or was withdrawn. Others do not look at it.
    former = [fate.old_id for name, fate in gone if name == "event"]
    unknown = [part.value for part in strange if part.name == "event"]
    options["event"] = next(iter([*former, *reversed(query.get("event", [])), *unknown]), "")
    options["accessed"] = next(iter(reversed(query.get("accessed", []))), "")
    strange = [part for part in strange if part.name != "event"]
    names = [*(field.name for field in fields(filters.Filters)), *exports.OPTIONS, "event", "accessed"]
    faults = not_understood(strange, gone, names)
    return chosen, options, faults


def _fresh_json(snapshot: Snapshot, content: bytes) -> Response:
    return _fresh(content, "application/json", {}, kept=not snapshot.trial)


def _fresh(content: bytes, mime: str, headers: dict[str, str], *, kept: bool = True) -> Response:
    """Answer with what was made only for this request; if `kept` is False, it must not be stored."""
    headers |= {"Cache-Control": _EVERY_TIME if kept else _NEVER, "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=mime, headers=headers)


def _over() -> Response:
    return _plain("This change is no longer on trial. Try it again on the page “Try a change”.", 404)


def _fresh_page(content: bytes, status: int) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": _EVERY_TIME}
    return Response(content, status, headers, "text/html")


def _plain(text: str, status: int) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": _EVERY_TIME}
    return PlainTextResponse(text + "\n", status, headers)
