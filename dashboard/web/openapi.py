"""The API as an OpenAPI document, made from the table of resources (https://spec.openapis.org/oas/v3.1.1.html)."""

from dashboard import __version__
from dashboard.exports import licence
from dashboard.frames.filters import ANY, FACETS, MAX_TEXT, addressed
from dashboard.frames.span import SPAN
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.web.resources import RESOURCES, ROOT, Json, Resource

FILTERS = {
    "year": "Keep what belongs to events that begin in one of these years.",
    "organizer": "Keep what belongs to events at which one of these organizers has a role. Write ids.",
    "role": "Keep what belongs to events at which an organizer has one of these roles.",
    "kind": "Keep what belongs to events of these kinds.",
    "weight": f"Keep what belongs to events of these weights. Write {ANY} for all; the default is main and secondary.",
    "together": "Keep what belongs to events that all of these organizers organized. Write ids.",
    "since": "Keep what belongs to events that may be on this date or after it: a year, a month or a day. "
    "Events without a date stay, and so do those that are known only by a month or a year with a day in the span.",
    "until": "Keep what belongs to events that may be on this date or before it: a year, a month or a day, "
    "not before `since`.",
    "q": "Keep what belongs to events whose text has each word and each “phrase in quotes”. "
    f"Write {MAX_TEXT} characters at most.",
}
"""The filters of the page, and what each does in a list."""

LIMIT, MOST, LAST = 100, 500, 999_999_999
"""How many items a list gives by default, how many at most, and the highest offset."""

FIELDS = "Give only these fields, with commas between them. The id is always among them."

_INTRODUCTION = """\
The data of the {work}, for programs. Everything can be read without a key, and nothing can be
written. Lists follow the filters of the page, by the same names: without `weight`, they leave out bilateral talks,
mentions, and events outside the process. An item has all its fields, unless `fields` names some. What is not known is
null, or an empty list.

Addresses are read as those of the page: capitals, and parameters that mailers add, do no harm. An id that has changed
leads to the new one (301). The id of a withdrawn record gives the day and the reason (410). Each mistake gets a
sentence, as `application/problem+json` (RFC 9457).

Each answer has an ETag. Send it back in If-None-Match, and an answer that has not changed comes as 304, without a
body. Answers may be a minute old. Scripts of any web page may read them. There is no session and no cookie."""


def document(snapshot: Snapshot, site: str) -> Json:
    """Describe the API in full; `site` is the public address of the dashboard."""
    process = snapshot.dataset.process
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{snapshot.dataset.process_name}: the data",
            "version": __version__,
            "summary": process.summary if process else "",
            "description": introduction(snapshot),
            **({"license": {"name": named.name, "url": named.url}} if (named := licence(snapshot.dataset)) else {}),
        },
        "servers": [{"url": site}],
        "externalDocs": {"url": f"{site}/api", "description": "The same for readers, with examples."},
        "tags": [{"name": resource.name, "description": resource.gives} for resource in RESOURCES.values()],
        "paths": {ROOT: {"get": _index()}}
        | {f"{ROOT}/{name}": {"get": _list(resource, snapshot)} for name, resource in RESOURCES.items()}
        | {f"{ROOT}/{name}/{{id}}": {"get": _item(resource, snapshot)} for name, resource in RESOURCES.items()},
        "components": {"schemas": schemas(), "responses": REFUSALS, "headers": _HEADERS},
    }


def introduction(snapshot: Snapshot) -> str:
    """Say what the API gives, and how."""
    return _INTRODUCTION.format(work=captions.work(snapshot.dataset))


def schemas() -> dict[str, Json]:
    """Give the JSON Schema of everything that an answer can have, by name."""
    named: dict[str, Json] = {"Problem": _PROBLEM}
    for resource in RESOURCES.values():
        own: Json = {"properties": {}}
        if resource.model:
            own = resource.model.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
            # An answer has every field, even if a file may leave it out.
            for name, inner in own.pop("$defs", {}).items():
                named[name] = inner | {"required": [*inner["properties"]]}
        properties = own["properties"] | resource.more | {"links": _LINKS}
        named[resource.word] = {
            "type": "object",
            "description": resource.gives,
            "properties": {name: properties[name] for name in resource.fields()},
            "required": ["id"],
            "additionalProperties": False,
        }
    return named


def parameters(resource: Resource, snapshot: Snapshot) -> list[Json]:
    """Give what the address of a list can say: the filters, the fields, and which part of the list."""
    known = addressed(snapshot.dataset, snapshot.known)
    filters = [
        _several(name, FILTERS[name], [*known[name], *([ANY] if name == "weight" else [])], explode=True)
        for name in FACETS
    ]
    schemas = dict.fromkeys(SPAN, _DATE) | {"q": _SEARCHED}
    free = [
        {"name": name, "in": "query", "description": FILTERS[name], "schema": schema}
        for name, schema in schemas.items()
    ]
    return [
        *([*filters, *free] if resource.filtered else []),
        _fields(resource),
        _number("limit", f"How many items to give, {MOST} at most.", 1, MOST, LIMIT),
        _number("offset", "How many items of the list to pass over.", 0, LAST, 0),
    ]


def _several(name: str, description: str, values: list[str], *, explode: bool) -> Json:
    items: Json = {"type": "string", "enum": values} if values else {"type": "string"}
    schema = {"type": "array", "items": items, "minItems": 1}
    return {"name": name, "in": "query", "description": description, "schema": schema, "explode": explode}


def _number(name: str, description: str, least: int, most: int, default: int) -> Json:
    schema = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _fields(resource: Resource) -> Json:
    return _several("fields", FIELDS, resource.fields(), explode=False)


def _index() -> Json:
    return {
        "operationId": "index",
        "summary": "What there is: every list with its address and its number of items.",
        "responses": {"200": _answer("The lists, the day of the data, and the rights.", _INDEX)} | _refusals("304"),
    }


def _list(resource: Resource, snapshot: Snapshot) -> Json:
    schema = _object(
        updated=_UPDATED,
        total={"type": "integer", "description": "How many items the filters leave."},
        of={"type": "integer", "description": "How many items there are without any filter."},
        offset={"type": "integer", "description": "How many items were passed over."},
        next={"type": ["string", "null"], "format": "uri", "description": "The address of the next part of the list."},
        previous={"type": ["string", "null"], "format": "uri", "description": "The address of the part before."},
        items={"type": "array", "items": {"$ref": f"#/components/schemas/{resource.word}"}},
    )
    answer = _answer("A part of the list.", schema)
    answer["headers"] |= {"Link": {"$ref": "#/components/headers/Link"}}
    return {
        "operationId": f"list-{resource.name}",
        "tags": [resource.name],
        "summary": resource.gives,
        "parameters": parameters(resource, snapshot),
        "responses": {"200": answer} | _refusals("304", "400"),
    }


def _item(resource: Resource, snapshot: Snapshot) -> Json:
    known = snapshot.answer(resource.items)
    address: Json = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": f"The id of the {resource.noun}.",
        "schema": {"type": "string", "minLength": 1, "pattern": "^[^/]+$"},
    }
    if known:
        address["example"] = next(iter(known))
    answer = _answer(f"The {resource.noun}.", {"$ref": f"#/components/schemas/{resource.word}"})
    lasting = ("301", "410") if resource.file else ()
    return {
        "operationId": f"get-{resource.name}",
        "tags": [resource.name],
        "summary": f"One {resource.noun} by its id.",
        "parameters": [address, _fields(resource)],
        "responses": {"200": answer} | _refusals("304", "400", "404", *lasting),
    }


def _answer(description: str, schema: Json) -> Json:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS if name not in ("Link", "Location")}
    return {"description": description, "headers": headers, "content": {"application/json": {"schema": schema}}}


def _refusals(*codes: str) -> Json:
    return {code: {"$ref": f"#/components/responses/{code}"} for code in codes}


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _problem(description: str) -> Json:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": description, "content": content}


_UPDATED = {"type": ["string", "null"], "description": "The day on which the data was last brought up to date."}
_ADDRESS = {"type": "string", "format": "uri"}
# The pattern excludes 29 February, because it cannot say which years have one. The API accepts that day.
_DATE = {
    "type": "string",
    "pattern": r"^(1[89][0-9]{2}|20[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?"
    r"|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?$",
    "example": "2018-05",
}
_SEARCHED = {"type": "string", "pattern": r"\S", "maxLength": MAX_TEXT}

_LINKS = _object(
    self=_ADDRESS | {"description": "The address of this item."},
    page=_ADDRESS | {"description": "The page where a reader sees it."},
) | {"description": "Where else it is."}

_INDEX = _object(
    name={"type": "string"},
    summary={"type": "string"},
    updated=_UPDATED,
    covered_until={"type": ["string", "null"], "description": "The day until which events were searched for."},
    software={"type": "string", "description": "The program that made the answer, with its version."},
    rights={"type": "string"},
    documentation=_ADDRESS,
    openapi=_ADDRESS,
    resources={
        "type": "array",
        "items": _object(
            name={"type": "string"},
            gives={"type": "string"},
            of={"type": "integer", "description": "How many items there are without any filter."},
            address=_ADDRESS,
        ),
    },
)

_PROBLEM = {
    "type": "object",
    "description": "What is wrong, and what to write (RFC 9457).",
    "properties": {
        "type": {"type": "string", "description": "about:blank: the status says what kind of mistake it is."},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong, in sentences."},
        "instead": _ADDRESS | {"description": "The address of what replaces a withdrawn record."},
    },
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
}

_HEADERS = {
    "ETag": {"description": "Changes with the answer.", "required": True, "schema": {"type": "string"}},
    "Cache-Control": {"description": "How long it may be kept.", "required": True, "schema": {"type": "string"}},
    "Link": {"description": "The next and the previous part of the list.", "schema": {"type": "string"}},
    "Location": {"description": "The address with the new id.", "required": True, "schema": {"type": "string"}},
}

REFUSALS: dict[str, Json] = {
    "301": {
        "description": "The id has changed.",
        "headers": {"Location": {"$ref": "#/components/headers/Location"}},
    },
    "304": {"description": "The answer has not changed since the one with the ETag in If-None-Match."},
    "400": _problem("The address says something that is not known."),
    "404": _problem("There is no record with this id."),
    "410": _problem("The record was withdrawn: when, why, and what replaces it."),
}
