"""The page /api, on which people read what the API gives. It is made from the OpenAPI document and the examples."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from dashboard.assets import FOLDER
from dashboard.exports import Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, render
from dashboard.look.links import to_page, with_query
from dashboard.web import content, foot, head, openapi, typeface
from dashboard.web.address import parsed
from dashboard.web.files import urls
from dashboard.web.resources import RESOURCES, ROOT, Json, Resource
from dashboard.words.counting import alternatives

LINES = 14
"""How many lines of an answer an example shows."""

TITLE = "The data for programs"
DESCRIPTION = "Events, organizers, sources, claims, disagreements and changes as JSON, without a key."

PYTHON = """\
import json
from urllib.request import urlopen

address = "{address}"
items = []
while address:
    with urlopen(address) as answer:
        part = json.load(answer)
    items += part["items"]
    address = part["next"]
print(len(items), "of", part["of"])"""
"""A program that reads a whole list."""

_KINDS = {"string": "text", "integer": "number", "boolean": "true or false"}


class Row(NamedTuple):
    """A line of a table: a field or a parameter, its type, its meaning, and the words that it can have."""

    name: str
    kind: str
    meaning: str
    words: tuple[str, ...]


class Example(NamedTuple):
    """What can be asked for, the address, and the first lines of the answer."""

    what: str
    address: str
    answer: str


class Section(NamedTuple):
    """A resource with its fields and examples."""

    resource: Resource
    fields: list[Row]
    examples: list[Example]


def page(snapshot: Snapshot, site: str, base: str) -> Html:
    """Write the page; `site` is the public address of the dashboard, and `base` its path."""
    schemas = openapi.schemas()
    sections = [
        Section(resource, rows_of(schemas[resource.word]["properties"]), _examples(resource, snapshot, site))
        for resource in RESOURCES.values()
    ]
    parameters = {
        row["name"]: _row(row["name"], row["schema"], row["description"])
        for resource in RESOURCES.values()
        for row in openapi.parameters(resource, snapshot)
    }
    parameters["fields"] = parameters["fields"]._replace(words=())  # each list has fields of its own
    every = f"{site}{ROOT}/claims?weight=any"
    return written(
        snapshot,
        {"site": site},
        head.of_page(snapshot, TITLE, DESCRIPTION, f"{site}/api", site),
        openapi.introduction(snapshot),
        sections,
        home=f"{site}/",
        below=_foot(snapshot, site),
        style=f"{base}/{urls(snapshot.stamp)['scripts']}css/api.css",
        face=f"{base}/{typeface.ADDRESS}" if typeface.ADDRESS else "",
        programs={"python": PYTHON.format(address=every), "curl": f'curl --compressed "{every}"'},
        parameters=list(parameters.values()),
        refusals={code: answer["description"] for code, answer in openapi.REFUSALS.items()},
    )


def _foot(snapshot: Snapshot, site: str) -> Html:
    links = foot.links(snapshot, lambda key: f"{site}/{to_page(key)}", f"{site}/export/", api=f"{site}/api")
    return foot.foot(snapshot, links)


def written(
    snapshot: Snapshot,
    options: Options,
    about: head.About,
    introduction: str,
    sections: Sequence[Section],
    *,
    home: str,
    below: Html,
    style: str,
    face: str,
    programs: Mapping[str, str],
    parameters: Sequence[Row] = (),
    refusals: Mapping[str, str] = MappingProxyType({}),
) -> Html:
    """Write the page.

    `options` have the address of the API, `home` is that of the dashboard, `style` that of a style sheet, and `face`
    that of the typeface, if there is one. `below` is the foot of the page.
    Without `parameters`, the lists and items are files. `programs` are examples in Python and for the command line.
    """
    schemas, resources = openapi.schemas(), {resource.word for resource in RESOURCES.values()}
    return render(
        "web/api.html",
        head=head.head(snapshot, about, options["site"] if about.address else ""),
        title=TITLE,
        index=content.index_of(snapshot, options),
        day=captions.day_of_data(snapshot),
        home=home,
        below=below,
        root=ROOT,
        icon="data:image/svg+xml," + quote((FOLDER / "icons" / "icon.svg").read_text(encoding="utf-8")),
        style=style,
        face=face,
        introduction=introduction.replace("\n\n", "\0").replace("\n", " ").split("\0"),
        parameters=parameters,
        sections=sections,
        parts={name: rows_of(schema["properties"]) for name, schema in schemas.items() if name not in resources},
        refusals=refusals,
        programs=programs,
    )


def _examples(resource: Resource, snapshot: Snapshot, site: str) -> list[Example]:
    """Ask for the examples of a resource, without those for which the data has nothing."""
    conferences = Filters(kind=("conference",))
    years = snapshot.select(conferences).events["year"].dropna()
    first = next((str(item["id"]) for item in resource.shown(snapshot, conferences)), "")
    given = {"year": str(max(years, default="")), "id": first}
    return [
        _example(resource, snapshot, site, what.format(**given), end.format(**given))
        for what, end in resource.examples
        if all(value or f"{{{name}}}" not in end for name, value in given.items())
    ]


def _example(resource: Resource, snapshot: Snapshot, site: str, what: str, end: str) -> Example:
    item_id, _, query = end.removeprefix("/").partition("?")
    if item_id:
        answer = content.item_of(resource, snapshot, site, item_id, parsed(query))
    else:
        answer = content.list_of(resource, snapshot, site, parsed(query))
    address = with_query(resource.address({"site": site}, item_id), query)
    return example_of(what, address, content.written(answer))


def example_of(what: str, address: str, answer: bytes) -> Example:
    """Show the first lines of an answer."""
    lines = answer.decode().splitlines()
    return Example(what, address, "\n".join(lines[:LINES] + (["…"] if len(lines) > LINES else [])))


def rows_of(properties: Json) -> list[Row]:
    """Give a line for each property of a JSON Schema."""
    return [_row(name, schema, schema.get("description", "")) for name, schema in properties.items()]


def _row(name: str, schema: Json, meaning: str) -> Row:
    words = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    return Row(name, _kind(schema), meaning, tuple(word for word in words if word is not None))


def _kind(schema: Json) -> str:
    """Say what a value is: `text`, `text or null`, `list of Role`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return alternatives(map(_kind, schema["anyOf"]))
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if types == ["array"]:
        return f"list of {_kind(schema['items'])}"
    return alternatives(_KINDS.get(name, name) for name in types)
