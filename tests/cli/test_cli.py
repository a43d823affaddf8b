"""The commands, as typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import __version__, checks
from dashboard.cli import commands, main
from dashboard.cli.export import export
from dashboard.words.catalogue import say
from tests.conftest import TINY
from tests.told import in_short

ROOT = Path(__file__).parents[2]


def test_check_has_nothing_to_say_about_good_data(capsys):
    assert main(["check", str(TINY)]) == 0
    assert capsys.readouterr().out == "tiny: 4 events, 3 organizers, 4 sources, 1 dispute: no problems\n"


def test_check_reports_what_cannot_be_read_and_what_does_not_hold_in_one_run(spoil, folder, capsys):
    spoil("sources.yaml", "kind: official", "kind: offical")
    spoil("disputes.yaml", "role:qatar", "role:katar")
    spoil("events.yaml", "parent: 2018-dushanbe", "parent: 2018-dushambe")
    assert main(["check", str(folder)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == "data: 4 events, 3 organizers, 3 sources, 1 dispute: 3 errors"
    problems = sorted(checks.read(folder)[1], key=lambda problem: problem.path)
    assert lines == [str(problem) for problem in problems]
    assert [in_short(problem) for problem in problems] == [
        'data/disputes.yaml:4:14: qatar-role: dispute-concerns-nothing: "2018-dushanbe" "role:katar"; if "role:qatar"',
        'data/events.yaml:41:11: 2018-side: id-unknown-perhaps-another: "2018-dushambe" events.yaml; events.yaml; '
        'if "2018-dushanbe"',
        'data/sources.yaml:16:9: osce-2018: word-unknown: "offical" "kind"; '
        'if "official" official, press, ngo, academic',
    ]


def test_warnings_alone_are_no_failure(folder, capsys):
    (folder / "articles" / "2019-plan.md").unlink()
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"data/events.yaml:51:3: 2019-plan: {say('article-missing', file='data/articles/2019-plan.md')} (warning)",
        "data: 4 events, 3 organizers, 4 sources, 1 dispute: 1 warning",
    ]


def test_the_version_is_said(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"python -m dashboard {__version__}\n"


@pytest.mark.parametrize("argv", [[], ["chekc"], ["check", "--all"], ["check", "a", "b"], ["check", "no-such-folder"]])
def test_a_command_that_cannot_be_understood_ends_with_2(argv, capsys):
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("Usage: python -m dashboard")


def test_the_folder_may_come_from_the_environment(monkeypatch, capsys):
    monkeypatch.setenv("DASHBOARD_DATA", str(TINY))
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("tiny: 4 events")


def test_check_runs_from_anywhere_on_any_terminal_and_without_the_heavy_libraries(spoil, tmp_path):
    spoil("events.yaml", "weight: minor", "weight: важный")
    (tmp_path / "data" / "articles" / "undated-talks.md").write_text("Стороны\n", encoding="utf-8")
    program = (
        "import sys; from dashboard.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'pandas', 'plotly', 'streamlit'} & set(sys.modules); sys.exit(f'{heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "data"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("2 errors\n")


def test_a_comparison_without_states_says_that_one_is_enough(capsys):
    with pytest.raises(SystemExit):
        main(["diff"])
    message = "name one state to compare with the data as it is, or two states, or only --guard"
    assert capsys.readouterr().err.endswith(f"\npython -m dashboard: {message}\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["chekc"], 'command "chekc" is not known; if you meant "check", write that'),
        (
            ["upload"],
            'command "upload" is not known; write one of: check, diff, doctor, export, find, import, links, new, '
            "publish, schema, start",
        ),
        (["new", "evnt"], 'command "evnt" is not known; if you meant "event", write that'),
        (["check", "--stric"], 'option "--stric" is not known; if you meant "--strict", write that'),
        (["check", "--all"], 'option "--all" is not known; write one of: --format, --strict, --verbose, -h, --help'),
        (["new", "source", "--titel", "x"], 'option "--titel" is not known; if you meant "--title", write that'),
        (["check", "--format", "jsn"], 'format "jsn" is not known; if you meant "json", write that'),
        (["diff", "--format", "xml", "a"], 'format "xml" is not known; write one of: text, markdown, json'),
        (["export", "evnts.csv"], 'export "evnts.csv" is not known; if you meant "events.csv", write that'),
        (["export", "matrix.csv", "--sort", "nmae"], 'sort "nmae" is not known; if you meant "name", write that'),
        (["export", "matrix.csv", "--year", "--sort", "name"], "Option '--year' requires an argument."),
        (["export", "matrix.csv", "--year"], "Option '--year' requires an argument."),
        (["check", "no-such-folder"], "Invalid value for '[DIR]': Directory 'no-such-folder' does not exist."),
        (["check", "a", "b"], "Invalid value for '[DIR]': Directory 'a' does not exist."),
        (["check", ".", "b"], "Got unexpected extra argument (b)"),
    ],
)
def test_what_is_wrong_with_a_command_is_said_below_how_it_is_used(argv, message, capsys):
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", f"python -m dashboard: {message}")


def test_a_name_that_is_missing_may_be_one_of_those_named(capsys):
    with pytest.raises(SystemExit):
        main(["export", "--year", "2018"])
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("python -m dashboard: Missing argument 'NAME'. Write one of: events.csv, roles.csv, ")


def explained(command: str, capsys) -> tuple[str, str, set[str]]:
    """Give what the help of a command says: how it is used, what it does in a sentence, and its options."""
    assert main([*command.split(), "--help"]) == 0
    used, _, does, *lines = capsys.readouterr().out.splitlines()
    options = {match[1] for line in lines if (match := re.match(r"  (--?[a-z][a-z-]*)", line))}
    return used, does.strip(), options - {"-h"}


SECTION = (ROOT / "README.md").read_text(encoding="utf-8").partition("## On the command line")[2].partition("\n## ")[0]
ROWS = re.findall(r"^\| `([a-z ]+)((?: [A-Z\[\]]+)*)` \| (.+?) \| (.*?) ?\|$", SECTION, re.M)


def test_the_readme_names_every_command():
    named = set()
    for name, command in commands.commands.commands.items():
        named |= {f"{name} {noun}" for noun in getattr(command, "commands", {})} or {name}
    assert {command for command, *_ in ROWS} == named


@pytest.mark.parametrize(("command", "words", "does", "options"), ROWS, ids=[row[0] for row in ROWS])
def test_the_readme_says_of_a_command_what_its_help_says(command, words, does, options, capsys):
    used, sentence, known = explained(command, capsys)
    assert used == f"Usage: python -m dashboard {command} [OPTIONS]{words}"
    assert does == sentence
    named = set(re.findall(r"`(--?[a-z-]+)`", options))
    assert named <= known
    if "and one for each simple field" in options:
        table = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
        table = table.partition(f"<!-- fields: {command.removeprefix('new ')}s -->")[2].partition("<!-- /fields -->")[0]
        named |= {f"--{field.replace('_', '-')}" for field in re.findall(r"^\| `(\w+)` ", table, re.M)} & known
    if options == "one for each question":
        named |= {option for option in known if re.match("--(name|summary|event|source|organizer)", option)}
    assert known == named


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "data/README.md"])
def test_every_command_that_is_shown_can_be_typed(page, capsys):
    text = (ROOT / page).read_text(encoding="utf-8")
    names = "|".join(command for command, *_ in ROWS)
    shown = re.findall(rf"(?:python -m dashboard |`)({names})\b([^`#\n]*)", text)
    assert shown
    for command, words in shown:
        typed = set(re.findall(r" (--?[a-z][a-z-]*)", words)) - {"--help"}
        assert typed <= explained(command, capsys)[2]


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [("--help", {"pydantic", "yaml"}), ("check --help", {"pandas"}), ("new --help", {"pydantic", "yaml"})],
)
def test_help_is_quick_because_nothing_else_is_imported(words, unwanted):
    program = (
        f"import sys; from dashboard.cli import main; main({words.split()!r});"
        f"heavy = {unwanted | {'pandas', 'plotly', 'streamlit'}!r} & set(sys.modules); assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words", [["--year", "2018", "2022", "--kind", "context"], ["--year", "2018", "--kind", "context", "--year=2022"]]
)
def test_a_filter_takes_several_values_and_may_be_repeated(words):
    with export.make_context("export", ["events.csv", *words, "-o", "-"]) as context:
        asked = context.params
    assert (asked["year"], asked["kind"], asked["target"]) == (("2018", "2022"), ("context",), "-")


def test_a_reader_who_has_seen_enough_is_no_failure(tmp_path):
    command = f"{sys.executable} -m dashboard check {TINY} --verbose | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.slow
def test_publish_writes_a_folder_and_one_file(tmp_path, capsys):
    assert main(["publish", str(tmp_path / "site"), "--data", str(TINY)]) == 0
    said = capsys.readouterr()
    number = sum(path.is_file() for path in (tmp_path / "site").rglob("*"))
    what = f'"Dushanbe Process" from {TINY}, 4 events'
    assert said.out == f"{tmp_path / 'site'}: {what}: {number} files\n"
    assert said.err == "", "no progress where nobody watches"
    one = tmp_path / "one.html"
    assert main(["publish", str(one), "--single-file", "--data", str(TINY)]) == 0
    assert capsys.readouterr().out == f"{one}: {what}: {one.stat().st_size:,} bytes\n"


def test_publish_leaves_other_folders_as_they_are(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["publish", str(tmp_path), "--data", str(TINY)]) == 2
    assert 'has files that are not from an edition: "mine.txt"; name an empty folder' in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert main(["publish", str(tmp_path), "--single-file", "--data", str(TINY)]) == 2
    assert "is a folder; name the file to write, such as" in capsys.readouterr().err


def test_publish_refuses_data_with_errors_as_check_does(spoil, folder, tmp_path, capsys):
    spoil("sources.yaml", "kind: official", "kind: offical")
    assert main(["publish", str(tmp_path / "site"), "--data", str(folder)]) == 1
    said = capsys.readouterr()
    assert "sources.yaml" in said.out
    assert "1 error in the data, so nothing was written" in said.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "address", ["example.org", "https://example.org/?page=1", "https://example.org/a b", "https://example.org/#top"]
)
def test_publish_takes_only_a_public_address(tmp_path, capsys, address):
    with pytest.raises(SystemExit) as caught:
        main(["publish", str(tmp_path / "site"), "--base-url", address, "--data", str(TINY)])
    assert caught.value.code == 2
    assert "begin it with https:// or http://" in capsys.readouterr().err
