"""The commands, as typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import __version__
from dashboard.cli import main
from tests.conftest import TINY

ROOT = Path(__file__).parents[2]


def test_check_has_nothing_to_say_about_good_data(capsys):
    assert main(["check", str(TINY)]) == 0
    assert capsys.readouterr().out == "tiny: 4 events, 3 organizers, 4 sources, 1 dispute: no problems\n"


def test_check_reports_what_cannot_be_read_and_what_does_not_hold_in_one_run(spoil, folder, capsys):
    spoil("sources.yaml", "kind: official", "kind: offical")
    spoil("disputes.yaml", "role:qatar", "role:katar")
    spoil("events.yaml", "parent: 2018-dushanbe", "parent: 2018-dushambe")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'data/disputes.yaml:4:14: qatar-role: "2018-dushanbe" has no date, role or figure called "role:katar"; '
        'add it to the event; if you meant "role:qatar", write that',
        'data/events.yaml:41:11: 2018-side: "2018-dushambe" is not an id in events.yaml; '
        'add it to events.yaml; if you meant "2018-dushanbe", write that',
        'data/sources.yaml:16:9: osce-2018: "offical" cannot stand for kind; '
        'if you meant "official", write that, else one of: official, press, ngo, academic',
        "data: 4 events, 3 organizers, 3 sources, 1 dispute: 3 errors",
    ]


def test_warnings_alone_are_no_failure(folder, capsys):
    (folder / "articles" / "2019-plan.md").unlink()
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/events.yaml:51:3: 2019-plan: there is no article; write data/articles/2019-plan.md (warning)",
        "data: 4 events, 3 organizers, 4 sources, 1 dispute: 1 warning",
    ]


def test_the_version_is_said(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (caught.value.code, capsys.readouterr().out) == (0, f"python -m dashboard {__version__}\n")


@pytest.mark.parametrize("argv", [[], ["chekc"], ["check", "--all"], ["check", "a", "b"], ["check", "no-such-folder"]])
def test_a_command_that_cannot_be_understood_ends_with_2(argv, capsys):
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m dashboard")


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
    message = "name a state to compare with the data as it is, two states, or --guard alone"
    assert capsys.readouterr().err.endswith(f"error: {message}\n")
