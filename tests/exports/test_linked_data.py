"""Linked data, read back by a parser that is not ours."""

import json
from dataclasses import replace

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SDO

from dashboard import exports, library
from dashboard.exports import linked_data
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING
from tests.sample import DATASET, EMPTY, HOSTILE, snapshot

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it

ALL = Filters(weight=EVERY_WEIGHT)
SITE = {"site": "https://example.org/process"}


def graph(content: bytes) -> Graph:
    return Graph().parse(data=content, format="json-ld")


@pytest.fixture(scope="module")
def published() -> library.Snapshot:
    return library.shared().current()


@pytest.fixture(scope="module")
def events(published) -> Graph:
    return graph(exports.EXPORTS["events.jsonld"].make(published, ALL, SITE))


def node(graph: Graph, identifier: str, kind: URIRef) -> URIRef:
    """Find the one thing of a kind that has an identifier."""
    (found,) = [it for it in graph.subjects(SDO.identifier, Literal(identifier)) if (it, RDF.type, kind) in graph]
    return found


def one(event, **changes) -> linked_data.Node:
    """Give an event of the sample with other values, as linked data."""
    changed = DATASET.events[event].model_copy(update=changes)
    return linked_data.event_node(snapshot(replace(DATASET, events={**DATASET.events, event: changed})), changed)


def test_every_event_is_read_back_with_its_days_and_organizers(events, published):
    found = [str(name) for it in events.subjects(RDF.type, SDO.Event) for name in events.objects(it, SDO.identifier)]
    assert sorted(found) == sorted(published.dataset.events)
    for event in published.dataset.events.values():
        it = node(events, event.id, SDO.Event)
        assert events.value(it, SDO.name) == Literal(event.title)
        if event.start and event.dating == "held" and not event.start.about:
            assert events.value(it, SDO.startDate) == Literal(str(event.start), datatype=SDO.Date)
            assert events.value(it, SDO.endDate) == Literal(str(event.end or event.start), datatype=SDO.Date)
        sure = {
            published.dataset.organizers[role.organizer].name for role in event.roles
            if role.role in ORGANIZING and role.confidence in ("confirmed", "single")
        }  # fmt: skip
        assert {str(events.value(who, SDO.name)) for who in events.objects(it, SDO.organizer)} == sure
        article = events.value(it, SDO.subjectOf)
        cited = {str(name) for source in events.objects(article, SDO.citation)
                 for name in events.objects(source, SDO.identifier)}  # fmt: skip
        assert cited == set(event.sources)


def test_a_conference_is_part_of_the_process_and_a_side_event_of_its_conference(events, published):
    process = next(events.subjects(RDF.type, SDO.EventSeries))
    for event in published.dataset.events.values():
        above = events.value(node(events, event.id, SDO.Event), SDO.superEvent)
        if event.parent:
            assert above == node(events, event.parent, SDO.Event)
        else:
            assert above == (process if event.kind == "conference" else None)


@pytest.mark.parametrize("name", ["events.jsonld", "dataset.jsonld"])
def test_schema_org_has_every_word(name, published):
    read = graph(exports.EXPORTS[name].make(published, ALL, SITE))
    words = {*read.predicates(), *read.objects(None, RDF.type), *(it.datatype for it in read.objects()
             if isinstance(it, Literal) and it.datatype and it.datatype.startswith(SDO))} - {RDF.type}  # fmt: skip
    assert {word for word in words if word not in SDO} == set()
    assert URIRef(f"{SDO}nonsense") not in SDO


def test_a_role_that_sources_deny_is_only_in_the_words():
    node = one("2018-dushanbe")
    assert [who["name"] for who in node["organizer"]] == ["Republic of Tajikistan", "United Nations"]
    assert "sponsor" not in node
    role = DATASET.events["2018-dushanbe"].roles[0].model_copy(update={"confidence": "disputed"})
    node = one("2018-dushanbe", roles=(role,))
    assert "organizer" not in node
    assert "Organizer: Tajikistan (disputed)." in node["description"]


@pytest.mark.parametrize(
    ("start", "end", "dating", "days"),
    [
        ("2018-05-03", "2018-05-04", "held", ("2018-05-03", "2018-05-04")),
        ("2018-05", None, "held", ("2018-05", "2018-05")),
        ("2018", "2019-02", "held", ("2018", "2019-02")),
        ("2018-05-03~", "2018-05-04", "held", None),
        ("2018-05-03", "2018-05-04~", "held", None),
        ("2018-05-01", "2018-05-31", "within", ("2018-05", "2018-05")),
        ("2018-05-01", "2018-06-30", "within", ("2018", "2018")),
        ("2018-05-04", "2018-05-04", "within", ("2018-05-04", "2018-05-04")),
        ("2018-12", "2019-01", "within", None),
        ("2018-05-03", "2018-05-03", "reported", None),
        (None, None, "held", None),
    ],
)
def test_a_day_is_given_as_precisely_as_it_is_certain(start, end, dating, days):
    start, end = (PartialDate.parse(day) if day else None for day in (start, end))
    node = one("2018-dushanbe", start=start, end=end, dating=dating)
    assert (node.get("startDate"), node.get("endDate")) == (days or (None, None))


@pytest.mark.parametrize(
    ("city", "country", "venue", "places", "mode"),
    [
        ("Dushanbe", "Tajikistan", "Kohi Somon", [("Place", "Kohi Somon")], None),
        ("Dushanbe", "Tajikistan", None, [("Place", "Dushanbe")], None),
        (None, "Tajikistan", None, [("Place", None)], None),
        (None, None, "online", [("VirtualLocation", "online")], SDO.OnlineEventAttendanceMode),
        ("Vienna", None, "online", [("VirtualLocation", "online"), ("Place", "Vienna")], SDO.MixedEventAttendanceMode),
        (None, None, None, [], None),
    ],
)
def test_the_place_is_what_is_known_of_it(city, country, venue, places, mode):
    node = one("2018-dushanbe", city=city, country=country, venue=venue)
    found = node.get("location", [])
    found = found if isinstance(found, list) else [found]
    assert [(place["@type"], place.get("name")) for place in found] == places
    assert node.get("eventAttendanceMode") == (mode and str(mode))


def test_ids_depend_neither_on_the_address_nor_on_the_name_of_today():
    event = DATASET.events["2018-dushanbe"]
    ids = {linked_data.event_node(snapshot(), event, options)["@id"] for options in ({}, SITE)}
    renamed = event.model_copy(update={"id": "2018-other", "aliases": ("2018-dushanbe",)})
    assert ids == {linked_data.event_node(snapshot(), renamed)["@id"]}


def test_the_data_set_names_its_files_only_by_a_public_address(published):
    read = graph(exports.EXPORTS["dataset.jsonld"].make(published, Filters(year=("2022",)), SITE))
    it = next(read.subjects(RDF.type, SDO.Dataset))
    files = {str(read.value(file, SDO.contentUrl)): str(read.value(file, SDO.encodingFormat))
             for file in read.objects(it, SDO.distribution)}  # fmt: skip
    assert files["https://example.org/process/export/events.csv?weight=any"] == "text/csv"
    assert files["https://example.org/process/export/data.json?weight=any"] == "application/json"
    assert not [address for address in files if "year" in address or "timeline.html" in address]
    assert "days, place and organizers as far as they are known, and an article if one is written" in str(
        read.value(it, SDO.description)
    )
    assert read.value(it, SDO.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert read.value(it, SDO.dateModified) == Literal(str(published.dataset.process.updated), datatype=SDO.Date)
    assert str(read.value(it, SDO.temporalCoverage)).startswith("2017-06-13/20")
    alone = graph(exports.EXPORTS["dataset.jsonld"].make(published, Filters(), {}))
    assert not list(alone.objects(None, SDO.contentUrl))
    assert exports.file_name("dataset.jsonld", published, Filters(year=("2022",))) == "dushanbe-process-dataset.jsonld"


def test_the_same_input_gives_the_same_bytes_and_filters_narrow_it(published):
    make = exports.EXPORTS["events.jsonld"].make
    some = Filters(year=("2022",), organizer=("osce",))
    assert make(published, some, SITE) == make(published, some, SITE)
    nodes = json.loads(make(published, some, SITE))["@graph"]
    shown = [node["identifier"] for node in nodes if node["@type"] == "Event"]
    assert shown == list(published.select(some).events["event_id"])


def test_hostile_text_and_missing_data_are_no_trouble():
    nodes = json.loads(exports.EXPORTS["events.jsonld"].make(snapshot(), ALL, {}))["@graph"]
    assert HOSTILE in [node.get("name") for node in nodes]
    for name in ("events.jsonld", "dataset.jsonld"):
        assert graph(exports.EXPORTS[name].make(snapshot(EMPTY), ALL, SITE)) is not None
