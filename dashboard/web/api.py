"""The API: the data as JSON for programs, without a session. `resources` says what there is, `openapi` describes it."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.library import Library, Snapshot
from dashboard.look.links import with_query
from dashboard.web import content, manual, openapi
from dashboard.web.answers import any_origin, cacheable, twice
from dashboard.web.resources import RESOURCES, ROOT, Json, Resource

_METHODS = "GET, HEAD, OPTIONS"
_LASTING = "public, max-age=60"
_OPEN = any_origin("ETag", "Link")
_PREFLIGHT = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


class _Anything(Convertor[str]):
    """Anything. Starlette's own `path` has no line breaks."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Slashes(_Anything):
    """Slashes at the end of an address, which change nothing."""

    regex = "/*"


register_url_convertor("anything", _Anything())
register_url_convertor("slashes", _Slashes())


def routes(library: Library, base: str, site: Callable[[Request], str]) -> list[Route]:
    """Give the routes of the API, its OpenAPI document and its readable page.

    `base` is the path of the dashboard, without a slash at its end; `site` gives its public address.
    """

    def answering(make: Callable[[Request, Snapshot], Json]) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            given = make(request, library.current())
            answer = _cached(request, content.written(given), "application/json")
            if links := _links(given):
                answer.headers["Link"] = links
            return answer

        return endpoint

    def index(request: Request, snapshot: Snapshot) -> Json:
        return content.index_of(snapshot, {"site": site(request)})

    def document(request: Request, snapshot: Snapshot) -> Json:
        return snapshot.answer(openapi.document, site(request))

    def listing(resource: Resource) -> Callable[[Request, Snapshot], Json]:
        return lambda request, snapshot: content.list_of(resource, snapshot, site(request), _query(request))

    def single(resource: Resource) -> Callable[[Request, Snapshot], Json]:
        return lambda request, snapshot: content.item_of(
            resource, snapshot, site(request), request.path_params["id"], _query(request)
        )

    def page(request: Request) -> Response:
        html = library.current().answer(manual.page, site(request), base)
        return _cached(request, html.encode(), "text/html")

    def allow(request: Request) -> Response:
        return Response(status_code=204, headers=_PREFLIGHT | _OPEN)

    def lead(request: Request, moved: Exception) -> Response:
        assert isinstance(moved, content.Moved)
        address = with_query(moved.resource.address({"site": base}, moved.item_id), request.url.query)
        return Response(status_code=301, headers={"Location": address, "Cache-Control": _LASTING} | _OPEN)

    def refuse(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        sentences = {
            404: f"There is no such address. {site(request)}/api says what there is.",
            405: "This address can only be read. Use GET, HEAD or OPTIONS.",
        }
        detail = error.detail if isinstance(error, content.Refusal) else sentences.get(error.status_code, error.detail)
        return _problem(error.status_code, detail, getattr(error, "instead", ""))

    endpoints = {
        "/openapi.json": answering(document),
        "/api{more:slashes}": page,
        f"{ROOT}{{more:slashes}}": answering(index),
    }
    for name, resource in RESOURCES.items():
        endpoints[f"{ROOT}/{name}{{more:slashes}}"] = answering(listing(resource))
        endpoints[f"{ROOT}/{name}/{{id}}{{more:slashes}}"] = answering(single(resource))
    app = Starlette(
        routes=[
            Route(base + path, answer, methods=[method])
            for path, endpoint in endpoints.items()
            for method, answer in (("GET", endpoint), ("OPTIONS", allow))
        ],
        exception_handlers={HTTPException: refuse, content.Moved: lead},
    )
    return [Route(base + path, app) for path in ("/openapi.json", "/api", "/api/{rest:anything}")]


def _query(request: Request) -> dict[str, list[str]]:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _links(given: Json) -> str:
    """Write the neighbouring parts of a list for the header Link (RFC 8288)."""
    near = {"next": given.get("next"), "prev": given.get("previous")}
    return ", ".join(f'<{address}>; rel="{name}"' for name, address in near.items() if address)


def _cached(request: Request, body: bytes, mime: str) -> Response:
    """Answer with a body that may be kept for a minute, and that the scripts of any page may read."""
    answer = cacheable(request, twice(body), mime, hashlib.blake2b(body, digest_size=12).hexdigest(), _LASTING)
    answer.headers.update(_OPEN)
    return answer


def _problem(status: int, detail: str, instead: str) -> Response:
    """Answer with what is wrong, in the form of RFC 9457."""
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"} | _OPEN
    if status == 405:
        headers["Allow"] = _METHODS
    body = content.written(problem | ({"instead": instead} if instead else {}))
    return Response(body, status, headers, "application/problem+json")
