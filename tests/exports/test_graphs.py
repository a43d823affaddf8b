"""Networks, read back with networkx."""

import io
from dataclasses import replace

import networkx
import pytest

from dashboard.exports import EXPORTS, Options
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.topics.partners import together
from tests import real
from tests.sample import DATASET, EMPTY, HOSTILE, snapshot

EVERYTHING = Filters(weight=EVERY_WEIGHT)
ASKED = [Filters(), EVERYTHING, Filters(organizer=("un",)), Filters(q="zzz")]


def graph(name: str, of: Snapshot, asked: Filters = EVERYTHING, options: Options | None = None) -> networkx.Graph:
    return networkx.read_graphml(io.BytesIO(EXPORTS[name].make(of, asked, options or Options())))


@pytest.mark.parametrize("asked", ASKED, ids=["shown", "all", "un", "none"])
@pytest.mark.parametrize(
    "of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample"), pytest.param(snapshot(EMPTY), id="no data")]
)
def test_organizers_and_events_are_nodes_and_each_role_is_an_edge(of, asked):
    read, shown = graph("organizers-events.graphml", of, asked), of.select(asked)
    assert {node for node, values in read.nodes(data=True) if values["type"] == "event"} == {
        f"event:{event}" for event in shown.events["event_id"]
    }
    assert {node for node, values in read.nodes(data=True) if values["type"] == "organizer"} == {
        f"organizer:{organizer}" for organizer in shown.roles["organizer_id"]
    }
    edges = sorted((start, end, values["role"]) for start, end, values in read.edges(data=True))
    assert edges == sorted(
        (f"organizer:{row.organizer_id}", f"event:{row.event_id}", row.role) for row in shown.roles.itertuples()
    )
    assert read.is_directed()


@pytest.mark.parametrize("asked", ASKED, ids=["shown", "all", "un", "none"])
@pytest.mark.parametrize(
    "of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample"), pytest.param(snapshot(EMPTY), id="no data")]
)
def test_each_two_that_organized_together_are_an_edge(of, asked):
    read, pairs = graph("organizers.graphml", of, asked), together.pairs(of.select(asked).roles)
    assert {(frozenset((start, end)), values["weight"]) for start, end, values in read.edges(data=True)} == {
        (frozenset((f"organizer:{row.organizer_a}", f"organizer:{row.organizer_b}")), row.n_events)
        for row in pairs.itertuples()
    }
    assert read.number_of_edges() == len(pairs)
    assert not read.is_directed()


def test_a_node_has_what_is_known_and_a_link_where_the_address_is():
    read = graph("organizers-events.graphml", snapshot(), options=Options(site="https://dushanbe.example"))
    assert read.nodes["event:2018-dushanbe"] == {
        "label": "Dushanbe 2018", "type": "event", "title": "High-Level Conference", "kind": "conference",
        "start": "2018-05-03", "end": "2018-05-04", "when": "3–4 May 2018", "city": "Dushanbe",
        "country": "Tajikistan", "url": "https://dushanbe.example/events/2018-dushanbe",
    }  # fmt: skip
    assert read.nodes["organizer:unoct"]["part_of"] == "un"
    assert read.nodes["organizer:osce"]["title"] == f"OSCE {HOSTILE}"
    assert read.edges["organizer:qatar", "event:2018-dushanbe"] == {
        "role": "sponsor", "confidence": "disputed", "sources": "kuna-2018"
    }  # fmt: skip
    assert "url" not in graph("organizers-events.graphml", snapshot()).nodes["event:2018-dushanbe"]


def test_two_roles_at_an_event_are_two_edges():
    event = DATASET.events["2018-dushanbe"]
    more = (*event.roles, event.roles[1].model_copy(update={"role": "sponsor"}))
    of = snapshot(replace(DATASET, events={event.id: event.model_copy(update={"roles": more})}))
    read = graph("organizers-events.graphml", of)
    assert {values["role"] for values in read.get_edge_data("organizer:un", "event:2018-dushanbe").values()} == {
        "co-organizer", "sponsor"
    }  # fmt: skip


def test_signs_that_xml_cannot_have_are_left_out():
    event = DATASET.events["2018-dushanbe"].model_copy(update={"title": "a\x0bb\x00c\ufffe ]]> &"})
    of = snapshot(replace(DATASET, events={event.id: event}))
    assert graph("organizers-events.graphml", of).nodes["event:2018-dushanbe"]["title"] == "abc ]]> &"


def test_a_graph_says_which_events_it_has():
    content = EXPORTS["organizers.graphml"].make(snapshot(), Filters(year=("2018",)), Options()).decode()
    assert "<desc>1 of 5 events; filters: 2018 · 2 sources · data of 1 March 2026 · Dushanbe Process dash" in content
