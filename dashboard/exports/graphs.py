"""Networks of organizers for Gephi, Cytoscape, yEd and networkx, as GraphML (http://graphml.graphdrawing.org/).

One has organizers and events, with an edge for each role. The other has the organizers alone, with an edge for each
pair that organized events together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from dashboard.exports import site
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.frames.rows import EventRow, RoleRow, rows
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.model import ORGANIZING
from dashboard.topics.partners import together
from dashboard.words.spelling import printable

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {str: "string", int: "int"}

Values = Mapping[str, str | int]
"""Attribute → value; an empty text is not written."""


@dataclass(frozen=True)
class Edge:
    """A line from one node to another, which are named by their ids."""

    source: str
    target: str
    values: Values


def organizers_events(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the organizers and the events that the filters leave, with an edge for each role.

    An edge leads from an organizer to an event. An organizer with two roles at an event has two edges to it. Events
    without a role are nodes too.
    """
    shown = snapshot.select(filters)
    events = {
        f"event:{row.event_id}": {
            "label": row.label,
            "type": "event",
            "title": row.title,
            "kind": row.kind,
            "start": row.start,
            "end": row.end,
            "when": row.when,
            "city": row.city,
            "country": row.country,
            "url": site.event_page(options, row.event_id),
        }
        for row in rows(shown.events, EventRow)
    }
    roles = list(rows(shown.roles, RoleRow))
    edges = [
        Edge(
            f"organizer:{row.organizer_id}",
            f"event:{row.event_id}",
            {"role": row.role, "confidence": row.confidence, "sources": row.sources},
        )
        for row in roles
    ]
    organizers = _organizers(snapshot, dict.fromkeys(row.organizer_id for row in roles), options)
    return _graphml(snapshot, filters, organizers | events, edges, directed=True)


def organizers_alone(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the organizers of the events that the filters leave, with an edge for each pair that organized together.

    `weight` is the number of events that both organized. A body and its whole, such as UNOCT and the UN, have no edge,
    because some sources name the one and some the other.
    """
    roles = snapshot.select(filters).roles
    strict = roles[roles["role"].isin(ORGANIZING)]
    edges = [
        Edge(
            f"organizer:{row.organizer_a}",
            f"organizer:{row.organizer_b}",
            {"weight": int(row.n_events), "disputed": int(row.n_disputed), "events": row.event_ids},
        )
        for row in rows(together.pairs(roles), together.PairRow)
    ]
    nodes = _organizers(snapshot, dict.fromkeys(strict["organizer_id"]), options)
    return _graphml(snapshot, filters, nodes, edges, directed=False)


OFFERED = (
    (
        "organizers-events.graphml",
        "Organizers and events, GraphML",
        organizers_events,
        "A network of organizers and events with an edge for each role, for Gephi and networkx.",
    ),
    (
        "organizers.graphml",
        "Organizers, GraphML",
        organizers_alone,
        "A network of organizers with an edge for each pair that organized events together, for Gephi and networkx.",
    ),
)
"""Name, label, function and purpose of each export."""


def _organizers(snapshot: Snapshot, names: Iterable[str], options: Options) -> dict[str, Values]:
    known = snapshot.dataset.organizers
    return {
        f"organizer:{name}": {
            "label": known[name].short_name,
            "type": "organizer",
            "title": known[name].name,
            "kind": known[name].kind,
            "country": known[name].country or "",
            "wikidata": known[name].wikidata or "",
            "part_of": known[name].part_of or "",
            "url": site.organizer_page(options, name),
        }
        for name in names
    }


def _graphml(
    snapshot: Snapshot, filters: Filters, nodes: Mapping[str, Values], edges: Iterable[Edge], *, directed: bool
) -> bytes:
    """Write a graph; its `desc` says which events it has, the day of the data, and which program made it."""
    edges = list(edges)
    root = ElementTree.Element("graphml", xmlns=_NAMESPACE)
    ElementTree.SubElement(root, "desc").text = printable(captions.caption(snapshot, filters, snapshot.select(filters)))
    keys: dict[tuple[str, str], str] = {}
    kinds = (("node", list(nodes.values())), ("edge", [edge.values for edge in edges]))
    for kind, all_values in kinds:
        types = {name: _TYPES[type(value)] for values in all_values for name, value in values.items()}
        for name, its_type in types.items():
            keys[kind, name] = f"{kind}-{name}"
            attributes = {"id": keys[kind, name], "for": kind, "attr.name": name, "attr.type": its_type}
            ElementTree.SubElement(root, "key", attributes)
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed" if directed else "undirected")
    for node, values in nodes.items():
        _write(ElementTree.SubElement(graph, "node", id=node), "node", values, keys)
    for edge in edges:
        element = ElementTree.SubElement(graph, "edge", source=edge.source, target=edge.target)
        _write(element, "edge", edge.values, keys)
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _write(element: ElementTree.Element, kind: str, values: Values, keys: Mapping[tuple[str, str], str]) -> None:
    for name, value in values.items():
        if value != "":
            ElementTree.SubElement(element, "data", key=keys[kind, name]).text = printable(str(value))
