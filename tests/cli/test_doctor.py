"""What `doctor` says if something is missing, and that it finds nothing if all is there."""

import sys
from pathlib import Path

import pytest

from dashboard.cli import doctor, main
from dashboard.exports.chrome import PictureError
from tests.conftest import TINY


@pytest.fixture
def quick(monkeypatch) -> None:
    """No browser is started, and nothing in the environment of this machine is looked at."""
    monkeypatch.setattr(doctor, "_browser", lambda: doctor.Finding("ok", "a browser"))
    for name in ("DASHBOARD_FRAMES", "DASHBOARD_URL", "DASHBOARD_METRICS"):
        monkeypatch.delenv(name, raising=False)


def test_where_all_is_there_it_says_so(quick, capsys):
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] in ("Everything is there.", "1 warning. The dashboard runs, but not all of it works.")
    assert not [line for line in lines if line.startswith("error")]
    for begins in (
        "Python 3.",
        "the clock says 20",
        "temporary files go to /",
        "the settings: frames on any site, 600",
    ):
        assert any(line.startswith(f"ok       {begins}") for line in lines), begins


def test_a_setting_that_is_not_understood_is_an_error(quick, capsys, monkeypatch):
    monkeypatch.setenv("DASHBOARD_FRAMES", "example.org")
    monkeypatch.setenv("DASHBOARD_URL", "example.org/process")
    assert main(["doctor", str(TINY)]) == 1
    out = capsys.readouterr().out
    assert 'error    DASHBOARD_FRAMES has "example.org", which is not the address of a site; write self' in out
    assert 'error    DASHBOARD_URL is "example.org/process"; write the public address' in out
    assert out.splitlines()[-1].startswith("2 errors") and out.endswith("The dashboard does not run like this.\n")


def test_data_with_faults_is_named(quick, spoil, capsys):
    folder = spoil("sources.yaml", "kind: official", "kind: offical")
    assert main(["doctor", str(folder)]) == 0
    assert (
        f"{folder} has 4 events and 1 error; python -m dashboard check {folder} names them" in capsys.readouterr().out
    )


def test_data_without_an_event_is_an_error(quick, tmp_path, capsys):
    assert main(["doctor", str(tmp_path)]) == 1
    assert f"error    no event can be read from {tmp_path}; python -m dashboard check" in capsys.readouterr().out


def test_data_of_a_day_to_come_means_a_wrong_clock(quick, spoil, capsys):
    main(["doctor", str(spoil("process.yaml", "updated: 2022", "updated: 2099"))])
    assert "but the data is from 2099" in capsys.readouterr().out


def test_packages_are_compared_with_their_ranges(tmp_path):
    asked = tmp_path / "requirements.txt"
    asked.write_text("# what is needed\nclick>=8  # the commands\nnot-there-at-all>=1\npandas<1\n", encoding="utf-8")
    (missing, old) = doctor._packages(asked)
    assert missing.text.startswith("not-there-at-all is not installed; run: ")
    assert " is installed, but <1 is needed; run: " in old.text
    assert {missing.level, old.level} == {"error"}
    (unread,) = doctor._packages(tmp_path / "nothing.txt")
    assert unread.level == "warning"


def test_an_old_python_is_named():
    assert doctor._python((3, 10, 4)) == doctor.Finding("error", "Python 3.10.4 is too old; install 3.11 or newer")


def test_without_a_home_or_a_place_to_write_it_says_what_to_set(monkeypatch):
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    def refuse(*_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "home", nobody)
    assert doctor._home().text.endswith("; set HOME to any folder")
    monkeypatch.setattr(doctor.tempfile, "TemporaryDirectory", refuse)
    text = doctor._temporary().text
    assert text.startswith("no folder for temporary files can be written to (Read-only file system)")


def test_without_git_or_a_repository_there_is_no_history(monkeypatch, tmp_path):
    assert doctor._git(tmp_path).text.startswith(f"{tmp_path} is not in a git repository")
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    assert doctor._git(tmp_path).text == "git is not installed, so diff and the guard have no history; install git"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have typefaces")
def test_without_typefaces_it_says_what_to_install(tmp_path):
    assert doctor._fonts((str(tmp_path),)).text.endswith("on Debian fonts-noto-core")
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "letters.ttf").touch()
    assert doctor._fonts((str(tmp_path),)).level == "ok"


def test_a_browser_that_does_not_start_is_a_warning_with_the_cure():
    def fail(*_):
        raise PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome")

    finding = doctor._browser(fail)
    assert finding.level == "warning" and finding.text.endswith("install it, or run kaleido_get_chrome")


@pytest.mark.slow
def test_the_browser_here_prints_a_page():
    assert doctor._browser() == doctor.Finding("ok", "a browser that makes PDF files and pictures")
