"""Problems as text, JSON and annotations, and the exit codes that go with them."""

import json
from pathlib import Path

import pytest

from dashboard import store
from dashboard.cli import main
from dashboard.curation.reports import FORMATS, MOST, shortened
from dashboard.records.model import Problem
from dashboard.words.catalogue import say
from tests.told import in_short, values


def test_json_has_every_field_and_the_numbers(spoil, folder, capsys):
    spoil("events.yaml", "country: Tajikistan", "country: NO")
    spoil("sources.yaml", "kind: official", "kind: offical")
    assert main(["check", str(folder), "--format", "json"]) == 1
    content = json.loads(capsys.readouterr().out)
    assert content["summary"] == "data: 4 events, 3 organizers, 3 sources, 1 dispute: 1 error, 1 warning"
    assert (content["errors"], content["warnings"]) == (1, 1)
    assert content["problems"][0] == {
        "path": "data/sources.yaml",
        "line": 16,
        "column": 9,
        "record": "osce-2018",
        "message": store.load(folder)[1][0].message,
        "level": "error",
        "rule": "",
        "code": "word-unknown",
    }
    named = '"offical" "kind"; if "official" official, press, ngo, academic'
    assert values(content["problems"][0]["message"]) == named
    assert content["problems"][1]["rule"] == "names_are_written_out"
    assert content["problems"][1]["code"] == "name-is-a-code"


def test_github_shows_them_at_their_lines(spoil, folder, capsys, monkeypatch):
    monkeypatch.chdir(folder.parent)
    spoil("events.yaml", "country: Tajikistan", "country: NO")
    spoil("events.yaml", "- id: 2019-plan", '- id: "100%, a::b"')
    assert main(["check", "data", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    letters = say("id-with-other-letters", value='"100%25, a::b"', cured='"100-a-b"')
    a_code = say("name-is-a-code/norway", value='"NO"', key="country")
    assert lines[:-1] == [
        f"::error file=data/events.yaml,line=51,col=7,title=100%25%2C a%3A%3Ab (id-with-other-letters)::{letters}",
        f"::warning file=data/events.yaml,line=10,col=12,title=2018-dushanbe (name-is-a-code)::{a_code}",
    ]


def test_annotations_name_files_from_where_the_command_runs(spoil, folder, capsys, monkeypatch):
    monkeypatch.chdir(folder / "articles")
    spoil("events.yaml", "weight: minor", "weight: tiny")
    assert main(["check", str(folder), "--format", "github"]) == 1
    assert "::error file=../events.yaml,line=55,col=11,title=2019-plan (word-unknown)::" in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMATS)
def test_warnings_fail_where_strictness_is_asked_for(spoil, folder, capsys, form):
    assert main(["check", str(folder), "--format", form, "--strict"]) == 0
    spoil("events.yaml", "country: Tajikistan", "country: NO")
    assert main(["check", str(folder), "--format", form]) == 0
    assert main(["check", str(folder), "--format", form, "--strict"]) == 1


def test_a_format_that_is_none_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", "--format", "xml"])
    assert caught.value.code == 2


def test_errors_come_before_warnings_in_whatever_file_they_are():
    problems = [
        Problem("data/a.yaml", 1, 1, "a", "may be wrong", "warning", code="odd"),
        Problem("data/a.yaml", 9, 1, "a", "is wrong", code="wrong"),
        Problem("data/b.yaml", 1, 1, "b", "is wrong", code="wrong"),
    ]
    assert [(one.path, one.line) for one in shortened(problems)] == [
        ("data/a.yaml", 9), ("data/b.yaml", 1), ("data/a.yaml", 1),
    ]  # fmt: skip


def test_of_each_file_so_many_are_kept():
    problems = [
        Problem("data/b.yaml", line, 1, "b", "is wrong", "warning", code="wrong") for line in range(MOST + 2, 0, -1)
    ]
    kept = shortened([*problems, Problem("data/a.yaml", 9, 1, "a", "is wrong", code="wrong")])
    assert [Path(one.path).name for one in kept] == ["a.yaml"] + ["b.yaml"] * (MOST + 1)
    assert in_short(kept[-1]) == "data/b.yaml:201:1: b: more-problems: 2"
    assert kept[-1].level == "warning"
