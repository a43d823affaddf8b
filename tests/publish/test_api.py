"""The API as files: what the server gives, without parameters, described by an OpenAPI document that holds."""

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from dashboard.publish import api
from dashboard.publish.edition import Edition
from dashboard.web import content
from dashboard.web.resources import RESOURCES
from tests.real import SNAPSHOT
from tests.sample import snapshot

SITE = "https://example.org/series"


def made(base_url: str = "", of=SNAPSHOT) -> dict[str, str]:
    return {path: written.decode() for path, written in api.files(Edition(of, base_url))}


@pytest.fixture(scope="module", params=["", SITE])
def files(request) -> dict[str, str]:
    return made(request.param)


@pytest.mark.parametrize("name", RESOURCES)
def test_a_list_has_all_items_that_the_server_gives(name):
    given = json.loads(made(SITE)[f"api/v1/{name}.json"])
    parts, offset = [], 0
    while offset < given["of"]:
        query = {"limit": ["500"], "offset": [str(offset)]} | ({} if name == "changes" else {"weight": ["any"]})
        parts += content.list_of(RESOURCES[name], SNAPSHOT, SITE, query)["items"]
        offset += 500
    assert given["total"] == given["of"] == len(parts)
    assert given["next"] is given["previous"] is None
    assert [{**item, "links": None} for item in given["items"]] == [{**item, "links": None} for item in parts]


def test_each_record_has_a_file_and_a_claim_has_none(files):
    assert "api/v1/events/2022-dushanbe.json" in files
    item = json.loads(files["api/v1/events/2022-dushanbe.json"])
    (listed,) = [one for one in json.loads(files["api/v1/events.json"])["items"] if one["id"] == "2022-dushanbe"]
    assert item | {"links": None} == listed | {"links": None}
    assert not any(path.startswith("api/v1/claims/") for path in files)


def test_every_link_to_the_api_leads_to_a_file(files):
    for path, text in files.items():
        if path.startswith("api/"):
            for item in json.loads(text).get("items", [json.loads(text)]):
                for address in (item.get("links") or {}).values():
                    assert urlsplit(address).path.endswith((".json", ".html")), address
                itself = (item.get("links") or {}).get("self", "")
                there = itself.removeprefix(f"{SITE}/") if itself.startswith(SITE) else join(dirname(path), itself)
                assert not itself or normpath(unquote(there)) in files, itself


def test_a_link_to_a_page_names_its_file(files):
    links = {item["id"]: item["links"] for item in json.loads(files["api/v1/disputes.json"])["items"]}
    question = next(iter(links))
    assert links[question]["page"].endswith(f"/disagreements.html#disagreement-{question}")
    assert json.loads(files["api/v1/changes.json"])["items"][0]["links"]["page"].endswith("/changes.html")


def test_the_openapi_document_describes_the_files(files):
    document = json.loads(files["openapi.json"])
    for path in document["paths"]:
        name = path.removeprefix("/")
        assert any(file == name or ("{id}" in name and file.startswith(name.partition("{")[0])) for file in files), path
    for path, operation in document["paths"].items():
        assert list(operation["get"]["responses"]) == ["200"]
        assert all(parameter["in"] == "path" for parameter in operation["get"].get("parameters", [])), path
    for name in ("index", *RESOURCES):
        schema = document["paths"][f"/api/v1/{name}.json"]["get"]["responses"]["200"]["content"]["application/json"][
            "schema"
        ]
        jsonschema.validate(json.loads(files[f"api/v1/{name}.json"]), schema | {"components": document["components"]})


def test_the_page_says_that_files_take_no_parameters(files):
    html = files["api.html"]
    assert "an address takes no parameters" in html
    assert 'id="parameters"' not in html and "limit=" not in html and "ETag" not in html
    assert "/api/v1/events/{id}.json" in html
    assert set(re.findall(r"{\w+}", html)) == {"{id}"}, "no word is left to be filled in"
    assert f"Data of {SNAPSHOT.dataset.process.updated.words()} ·" in html


def test_the_program_on_the_page_reads_the_list(tmp_path, monkeypatch, capsys):
    files = made(of=snapshot())
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(api.PYTHON_OF_THE_FOLDER.format(address="api/v1/claims.json"))
    number = len(json.loads(files["api/v1/claims.json"])["items"])
    assert capsys.readouterr().out == f"{number} claims\n"


def test_addresses_are_relative_if_the_public_one_is_not_known():
    item = json.loads(made()["api/v1/events/2022-dushanbe.json"])
    assert item["links"] == {
        "self": "../../../api/v1/events/2022-dushanbe.json",
        "page": "../../../events/2022-dushanbe.html",
    }
