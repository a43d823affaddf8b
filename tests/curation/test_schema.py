"""The schemas for editors are fresh and fit the real files, but not spoiled ones; the README is fresh too."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml

from dashboard import checks, store
from dashboard.cli import main
from dashboard.curation import schema
from dashboard.records.kinds import BY_FILE
from dashboard.records.model import Dataset, Event

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
FRESH = "run: python -m dashboard schema"


class Core(yaml.SafeLoader):
    """Types scalars as the core schema of YAML 1.2 does (https://yaml.org/spec/1.2.2/#103-core-schema)."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def written(name: str) -> dict:
    return json.loads((DATA / "schema" / f"{name}.json").read_text(encoding="utf-8"))


def faults(name: str, content: object) -> list[str]:
    """Say what an editor would underline, each with the path of the value."""
    validator = jsonschema.Draft202012Validator(written(name))
    return [f"{error.json_path}: {error.validator}" for error in validator.iter_errors(content)]


def typed(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Core)


def test_the_written_schema_is_that_of_the_models_and_ids():
    reading, _ = store.load(DATA)
    for name, content in schema.schemas(reading).items():
        assert written(name) == content, FRESH
        jsonschema.Draft202012Validator.check_schema(content)


@pytest.mark.parametrize("name", [kind.stem for kind in BY_FILE.values()])
def test_the_real_files_fit_it_as_an_editor_types_them(name):
    assert faults(name, typed(DATA / f"{name}.yaml")) == []


@pytest.mark.parametrize("name", [kind.stem for kind in BY_FILE.values()])
def test_the_real_files_lead_editors_to_it(name):
    first = (DATA / f"{name}.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema=schema/{name}.json"


def test_the_extension_is_recommended():
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("role: host", "role: hots", "enum"),
        ("organizer: tajikistan", "organizer: tajikstan", "enum"),
        ("dating: held", "dating: hold", "anyOf"),
        ("date_sources: [asiaplus-2022-10-18]", "date_sources: [asiaplus-2022-10-81]", "enum"),
        ("start: 2030-05-03", "start: 3.5.2030", "pattern"),
        ("start: 2030-05-03", "start: 30.5", "type"),
        ("edition: 99", "edition: 0", "minimum"),
        ("edition: 99", "edition: first", "type"),
        ("announced: true", "announced: yes", "type"),
        ("  label: Example 2030", "  lable: Example 2030", "additionalProperties"),
        ("  label: Example 2030", "", "required"),
        ("  city: Dushanbe", "  city: [Dushanbe]", "type"),
    ],
)
def test_a_spoiled_record_does_not_fit_it(old, new, expected):
    text = (DATA / "template.yaml").read_text(encoding="utf-8")
    assert old in text
    spoiled = yaml.load(text.replace(old, new, 1), Loader=Core)
    assert expected in [fault.split(": ")[-1] for fault in faults("events", spoiled)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: 2030-05-03", "start: 2030"),
        ("start: 2030-05-03", "start: 2030-05~"),
        ("value: more than 100", "value: 100"),
        ("title: International Conference on an Example", "title: true"),
        ("city: Dushanbe", "city:"),
    ],
)
def test_what_check_lets_pass_fits_it(old, new):
    text = (DATA / "template.yaml").read_text(encoding="utf-8")
    assert faults("events", yaml.load(text.replace(old, new, 1), Loader=Core)) == []


def test_every_field_shows_its_meaning_and_ids_are_offered():
    definitions = written("events")["$defs"]
    for name, definition in definitions.items():
        if not name.endswith("-id"):
            assert all(value["description"] for value in definition["properties"].values())
    reading, _ = store.load(DATA)
    assert definitions["organizer-id"]["enum"] == list(reading.dataset.organizers)
    assert definitions["source-id"]["enum"] == list(reading.dataset.sources)
    assert definitions["Role"]["properties"]["organizer"]["$ref"] == "#/$defs/organizer-id"
    assert definitions["Role"]["properties"]["sources"]["items"] == {"$ref": "#/$defs/source-id"}


def test_the_tables_of_the_data_dictionary_are_those_of_the_models():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert schema.with_tables(text, store.load(DATA)[0].dataset) == text, FRESH
    assert [marker for marker in schema.tables() if marker not in text] == []
    for name in schema.WORDS:
        assert f"<!-- words: {name} -->" in text
    for how_to in ("Add an event", "Correct a date", "Record a disagreement", "Withdraw a record"):
        assert f"### {how_to}\n" in text


def test_tables_stand_between_their_markers_and_nothing_else_changes():
    text = "a\n<!-- words: read -->\nold\n<!-- /words -->\nb\n"
    assert schema.with_tables(text, Dataset()) == (
        "a\n<!-- words: read -->\n\n| Word | Meaning |\n|---|---|\n| `full` | Read in full |\n"
        "| `part` | Only the opening was read |\n\n<!-- /words -->\nb\n"
    )
    with pytest.raises(KeyError, match="colours"):
        schema.with_tables("<!-- words: colours -->\n<!-- /words -->", Dataset())


def test_the_command_writes_what_is_not_fresh_and_nothing_twice(folder, capsys):
    (folder / "README.md").write_text("<!-- words: read -->\n<!-- /words -->\n", encoding="utf-8")
    assert main(["schema", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 8
    assert "Read in full" in (folder / "README.md").read_text(encoding="utf-8")
    assert main(["schema", str(folder)]) == 0
    assert capsys.readouterr().out == ""
    (folder / "README.md").write_text("<!-- words: colours -->\n<!-- /words -->\n", encoding="utf-8")
    assert main(["schema", str(folder)]) == 1
    (folder / "events.yaml").write_text("- id\n  a: b", encoding="utf-8")
    assert main(["schema", str(folder)]) == 1
    assert "events.yaml cannot be read" in capsys.readouterr().err


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real data."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("originals")))


def test_the_template_has_every_field_and_passes_check(real):
    template = (DATA / "template.yaml").read_text(encoding="utf-8")
    for field in Event.model_fields:
        assert re.search(rf"^(- |  ){field}:.* # .+$|^(- |  ){field}: # .+$", template, re.MULTILINE), (
            f"data/template.yaml lacks {field}, or says not where to find it"
        )
    assert faults("events", typed(DATA / "template.yaml")) == []
    before = store.load(real)[0]
    assert "2030-example" not in before.events
    with (real / "events.yaml").open("a", encoding="utf-8") as file:
        file.write("\n" + template.split("\n\n", 1)[1])
    reading, problems = store.load(real)
    assert problems == ()
    assert "2030-example" in reading.dataset.events
    assert [str(one) for one in checks.check(reading) if one.level == "error"] == []


def test_the_template_passes_check_alone(real):
    shutil.copy(DATA / "template.yaml", real / "events.yaml")
    reading, problems = store.load(real)
    assert problems == ()
    assert list(reading.dataset.events) == ["2030-example"]
    wrong = [one for one in checks.check(reading) if one.level == "error" and one.path == "data/events.yaml"]
    assert [str(one) for one in wrong] == []
