"""The API as files: lists and items as JSON, the OpenAPI document that describes them, and the page for people."""

import json
from collections.abc import Iterator

from dashboard.look.html import Html
from dashboard.publish.edition import Edition, File
from dashboard.publish.explore import face_address, foot_of
from dashboard.publish.places import place
from dashboard.web import content, head, manual, openapi
from dashboard.web.files import FILES, digest
from dashboard.web.resources import RESOURCES, ROOT, Json, Resource

FOLDER = ROOT.removeprefix("/")
"""The folder of the API in an edition."""


INTRODUCTION = """\
The data of the dashboard for programs, as files. Each list has all its items, also those that belong to events which
the dashboard hides at first. An item has all its fields. What is not known is null, or an empty list.

These are files, so an address takes no parameters: it cannot filter a list, choose fields, or give a part of a list.
Your program does that with the items. A claim has no file of its own, because the list has it. A former id of a record
has no file either.

Where the dashboard runs on a server, the same lists are at the same addresses without `.json`, and take parameters."""

PYTHON_OF_THE_WEB = """\
import json
from urllib.request import urlopen

with urlopen("{address}") as answer:
    claims = json.load(answer)["items"]
print(len(claims), "claims")"""
"""A program that reads a list from a public address."""

PYTHON_OF_THE_FOLDER = """\
import json
from pathlib import Path

claims = json.loads(Path("{address}").read_text(encoding="utf-8"))["items"]
print(len(claims), "claims")"""
"""A program that reads a list from the folder of the edition."""


def files(edition: Edition) -> Iterator[File]:
    """Give the index, each list, each item that has a file, the OpenAPI document, and the page for people."""
    yield f"{FOLDER}/index.json", content.written(content.index_of(edition.snapshot, _options(edition, FOLDER)))
    for resource in RESOURCES.values():
        yield f"{FOLDER}/{resource.name}.json", content.written(_list(edition, resource))
        if _has_items(resource):
            for name, item in edition.snapshot.answer(resource.items).items():
                linked = _linked(edition, resource, item.content, f"{FOLDER}/{resource.name}")
                yield f"{FOLDER}/{resource.name}/{name}.json", content.written(linked)
    yield "openapi.json", content.written(document(edition))
    yield "api.html", _page(edition).encode()


def document(edition: Edition) -> Json:
    """Describe the files as an OpenAPI document: that of the server for the same lists, without parameters."""
    site = _options(edition, "")["site"]
    whole = openapi.document(edition.snapshot, site)
    paths = {f"{ROOT}/index.json": _get(whole["paths"][ROOT])}
    for name, resource in RESOURCES.items():
        paths[f"{ROOT}/{name}.json"] = _get(whole["paths"][f"{ROOT}/{name}"])
        if _has_items(resource):
            paths[f"{ROOT}/{name}/{{id}}.json"] = _get(whole["paths"][f"{ROOT}/{name}/{{id}}"])
    schemas = {name: schema for name, schema in whole["components"]["schemas"].items() if name != "Problem"}
    described = whole | {
        "info": whole["info"] | {"description": INTRODUCTION},
        "externalDocs": whole["externalDocs"] | {"url": f"{site}/api.html"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    if edition.base_url:
        return described
    # The addresses of an edition that does not know its own are relative to the file that they are in.
    relative: Json = json.loads(json.dumps(described).replace('"format": "uri"', '"format": "uri-reference"'))
    return relative


def _get(path: Json) -> Json:
    """Describe a file as the server's answer is described, without what only a server can do."""
    operation = path["get"]
    answer = {name: value for name, value in operation["responses"]["200"].items() if name != "headers"}
    parameters = [parameter for parameter in operation.get("parameters", ()) if parameter["in"] == "path"]
    given = operation | {"responses": {"200": answer}} | ({"parameters": parameters} if parameters else {})
    return {"get": given if parameters else {name: value for name, value in given.items() if name != "parameters"}}


def _list(edition: Edition, resource: Resource) -> Json:
    items = edition.snapshot.answer(resource.items).values()
    return {
        "updated": content.updated(edition.snapshot),
        "total": len(items),
        "of": len(items),
        "offset": 0,
        "next": None,
        "previous": None,
        "items": [_linked(edition, resource, item.content, FOLDER) for item in items],
    }


def _linked(edition: Edition, resource: Resource, item: Json, folder: str) -> Json:
    """Give an item with its links, as seen from a file in this folder."""
    options = _options(edition, folder)
    given = resource.linked(item, options)
    begin = f"{options['site']}/"
    links = dict(given["links"])
    if links["page"].startswith(f"{begin}?"):
        links["page"] = begin + place(links["page"].removeprefix(begin))
    if not _has_items(resource):
        links["self"] = resource.address(options)
    return {name: links if name == "links" else given[name] for name in resource.fields()}


def _options(edition: Edition, folder: str) -> dict[str, str]:
    """Give the options for links in a folder. Without a public address, links are relative."""
    way = "/".join(".." for _ in folder.split("/")) if folder else "."
    return edition.options | {"site": edition.base_url or way}


def _has_items(resource: Resource) -> bool:
    """Tell whether each item has a file of its own. There are many claims, and their ids are long."""
    return resource.model is not None


def _page(edition: Edition) -> Html:
    snapshot, schemas, base = edition.snapshot, openapi.schemas(), edition.base_url
    sections = [
        manual.Section(resource, manual.rows_of(schemas[resource.word]["properties"]), _examples(edition, resource))
        for resource in RESOURCES.values()
    ]
    claims = f"{FOLDER}/claims.json"
    python = (
        PYTHON_OF_THE_WEB.format(address=f"{base}/{claims}") if base else PYTHON_OF_THE_FOLDER.format(address=claims)
    )
    here = f"{base}/api.html" if base else ""
    return manual.written(
        snapshot,
        _options(edition, ""),
        head.of_page(snapshot, manual.TITLE, manual.DESCRIPTION, here, base),
        INTRODUCTION,
        sections,
        home="index.html",
        below=foot_of(edition),
        style=f"linked/css/api.css?v={digest(FILES['css/api.css'].read_bytes())}",
        face=face_address(),
        programs={
            "python": python.format(address=f"{base}/{claims}" if base else claims),
            "curl": f'curl --compressed "{base}/{claims}"' if base else "",
        },
    )


def _examples(edition: Edition, resource: Resource) -> list[manual.Example]:
    """Show the beginning of a list and of its last item, as they are in their files."""
    options, whole = _options(edition, ""), _list(edition, resource)
    beginning = content.written(whole | {"items": whole["items"][:1]})
    examples = [manual.example_of(f"All {resource.name}", resource.address(options), beginning)]
    if _has_items(resource) and whole["items"]:
        name, items = whole["items"][-1]["id"], edition.snapshot.answer(resource.items)
        item = _linked(edition, resource, items[name].content, f"{FOLDER}/{resource.name}")
        address = resource.address(options, name)
        examples.append(manual.example_of(f"One {resource.noun}", address, content.written(item)))
    return examples
