"""What the API answers, as JSON objects. No HTTP here but the status of a refusal."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from starlette.exceptions import HTTPException

from dashboard.exports import Options, rights
from dashboard.exports.site import ending
from dashboard.frames import filters
from dashboard.frames.search import is_seen
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.links import query_string, with_query
from dashboard.records.succession import Fate, Succession
from dashboard.web import openapi
from dashboard.web.answers import instead, not_understood
from dashboard.web.resources import RESOURCES, Json, Resource
from dashboard.words import pasted
from dashboard.words.counting import capital
from dashboard.words.spelling import if_meant, not_known, quoted, slips

Query = Mapping[str, Sequence[str]]
"""The parameters of an address, each with its values."""


def written(given: Json) -> bytes:
    """Write an answer as JSON."""
    return (json.dumps(given, ensure_ascii=False, indent=1) + "\n").encode()


class Refusal(HTTPException):
    """What cannot be answered, in a sentence; `instead` is the address of what replaces a withdrawn record."""

    def __init__(self, status: int, detail: str, instead: str = "") -> None:
        super().__init__(status, detail)
        self.instead = instead


class Moved(Exception):
    """A record of `resource` has another id now, `item_id`."""

    def __init__(self, resource: Resource, item_id: str) -> None:
        super().__init__(item_id)
        self.resource, self.item_id = resource, item_id


@dataclass(frozen=True)
class Parameters:
    """What the address of a list or an item asks for; no `names` of fields means all of them."""

    filters: filters.Filters
    names: tuple[str, ...]
    limit: int
    offset: int


def index_of(snapshot: Snapshot, options: Options) -> Json:
    """Say what the API gives, from which day the data is, and the rights; `options` have the address of the site."""
    process = snapshot.dataset.process
    return {
        "name": snapshot.dataset.process_name,
        "summary": process.summary if process else "",
        "updated": updated(snapshot),
        "covered_until": str(process.covered_until) if process and process.covered_until else None,
        "software": captions.software(snapshot.dataset),
        "rights": rights(snapshot.dataset),
        "documentation": f"{options['site']}/api{ending(options)}",
        "openapi": f"{options['site']}/openapi.json",
        "resources": [
            {
                "name": resource.name,
                "gives": resource.gives,
                "of": len(snapshot.answer(resource.items)),
                "address": resource.address(options),
            }
            for resource in RESOURCES.values()
        ],
    }


def list_of(resource: Resource, snapshot: Snapshot, site: str, query: Query) -> Json:
    """Give the part of a list that an address asks for.

    Raises
    ------
    Refusal
        400, if the address says something that is not known.
    """
    parameters = _parameters(resource, snapshot, query)
    shown = resource.shown(snapshot, parameters.filters)
    start, end = parameters.offset, parameters.offset + parameters.limit

    def part(offset: int) -> str:
        """Give the address of the part that begins at a place."""
        names = [",".join(parameters.names)] if parameters.names else []
        others = {"fields": names, "limit": [str(parameters.limit)], "offset": [str(offset)]}
        return with_query(resource.address({"site": site}), query_string(others, parameters.filters, safe=","))

    return {
        "updated": updated(snapshot),
        "total": len(shown),
        "of": len(snapshot.answer(resource.items)),
        "offset": start,
        "next": part(end) if end < len(shown) else None,
        "previous": part(max(min(start, len(shown)) - parameters.limit, 0)) if start else None,
        "items": [_given(resource, content, site, parameters.names) for content in shown[start:end]],
    }


def item_of(resource: Resource, snapshot: Snapshot, site: str, item_id: str, query: Query) -> Json:
    """Give the item that has an id.

    Raises
    ------
    Moved
        The record has another id now.
    Refusal
        400, if the address says something that is not known; 404, if no record ever had the id; 410, if the record was
        withdrawn.
    """
    items = snapshot.answer(resource.items)
    item = items.get(item_id)
    if item:
        return _given(resource, item.content, site, _parameters(resource, snapshot, query, single=True).names)
    fate = resource.fate(snapshot.answer(_succession), item_id)
    if fate and fate.why:
        address = resource.address({"site": site}, fate.leads_to) if fate.leads_to else ""
        raise Refusal(410, fate.words() + instead(fate), address)
    if fate and fate.leads_to in items:
        raise Moved(resource, fate.leads_to)
    advice = capital(if_meant(item_id, slips(item_id, items)))
    sentence = f"There is no {resource.noun} with the id {quoted(item_id)}."
    raise Refusal(404, f"{sentence} {advice}." if advice else sentence)


def _parameters(resource: Resource, snapshot: Snapshot, query: Query, *, single: bool = False) -> Parameters:
    """Read the parameters of an address.

    Raises
    ------
    Refusal
        With a sentence for each that was not understood.
    """
    own = ["fields"] if single else ["fields", "limit", "offset"]
    chosen, gone = filters.Filters(), list[tuple[str, Fate]]()
    if resource.filtered and not single:
        names = [*(field.name for field in fields(filters.Filters)), *own]
        chosen, given, strange, gone = filters.read(query, snapshot.dataset, snapshot.known, {}, free=own)
    else:
        names = own
        given, strange = pasted.read(query, {}, free=own)
    faults = not_understood(strange, gone, names)
    # The page ignores empty values. But a program that has lost a value would get more than it asked for.
    empty = [name for name, values in query.items() if name in names and not all(map(is_seen, values))]
    faults += [f"{name} is empty; write a value, or leave it out." for name in empty]
    requested = list(filter(None, (name.strip() for name in ",".join(given.get("fields", ())).split(","))))
    known = resource.fields()
    faults += [f"{not_known(name, 'field', known)}." for name in requested if name not in known]
    limit = _number("limit", given, openapi.LIMIT, range(1, openapi.MOST + 1), faults)
    offset = _number("offset", given, 0, range(openapi.LAST + 1), faults)
    if faults:
        raise Refusal(400, " ".join(faults))
    return Parameters(chosen, tuple(name for name in known if name in requested), limit, offset)


def _number(name: str, given: Query, default: int, allowed: range, faults: list[str]) -> int:
    """Read a number, of several values the last; if it is not allowed, add a sentence to `faults`."""
    values = [value.strip() for value in given.get(name, ()) if value.strip()]
    if not values:
        return default
    if re.fullmatch(r"[0-9]{1,9}", values[-1]) and int(values[-1]) in allowed:
        return int(values[-1])
    faults.append(f"{name} cannot be {quoted(values[-1])}; write a number from {allowed[0]} to {allowed[-1]}.")
    return default


def _given(resource: Resource, content: Json, site: str, names: tuple[str, ...]) -> Json:
    """Give an item with its links, or only with these fields and its id."""
    linked = resource.linked(content, {"site": site})
    return {name: linked[name] for name in resource.fields() if not names or name in names or name == "id"}


def updated(snapshot: Snapshot) -> str | None:
    """Give the day of the data, such as `2026-11-26`; None if the data has no such day."""
    process = snapshot.dataset.process
    return str(process.updated) if process else None


def _succession(snapshot: Snapshot) -> Succession:
    return Succession(snapshot.dataset)
