"""`doctor`: say whether everything that the dashboard needs is there, and what to do if not."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import metadata
from pathlib import Path
from typing import Literal

import click

from dashboard.cli import arguments
from dashboard.records.addresses import is_site

ROOT = Path(__file__).parents[2]
OLDEST = (3, 11)
"""The oldest Python that the dashboard runs with."""

FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts", "~/.fonts", "~/.local/share/fonts")
"""The folders in which Linux programs look for typefaces."""

LETTERS = "<!doctype html><meta charset=utf-8><p>Geneva Женева Женеваи Ҷ جنيف"


@dataclass(frozen=True)
class Finding:
    """The state of one thing: an error if the dashboard cannot run, a warning if a part of it cannot."""

    level: Literal["ok", "warning", "error"]
    text: str


def _ok(text: str) -> Finding:
    return Finding("ok", text)


def _warning(text: str) -> Finding:
    return Finding("warning", text)


def _error(text: str) -> Finding:
    return Finding("error", text)


@click.command(cls=arguments.Command)
@arguments.folder
def doctor(folder: Path) -> int:
    """Say what the dashboard lacks on this machine, and what to do.

    It looks at Python, the packages, the data, the settings, places to write, git, the clock, typefaces, and a browser
    for pictures. It starts that browser once.
    """
    levels: list[str] = []
    for finding in findings(folder, os.environ):
        levels.append(finding.level)
        print(f"{finding.level:8} {finding.text}", flush=True)
    errors, warnings = levels.count("error"), levels.count("warning")
    print(_summary(errors, warnings))
    return 1 if errors else 0


def findings(folder: Path, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Look at one thing after the other; the slowest come last."""
    yield _python(sys.version_info[:3])
    yield from _packages(ROOT / "requirements.txt")
    yield from _data(folder)
    yield from _settings(environment)
    yield _home()
    yield _temporary()
    yield _git(folder)
    yield _fonts(FONTS)
    yield _browser()


def _summary(errors: int, warnings: int) -> str:
    from dashboard.words.counting import counted, listed

    if not errors and not warnings:
        return "Everything is there."
    parts = [counted(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    end = "The dashboard runs, but not all of it works." if not errors else "The dashboard does not run like this."
    return f"{listed(parts)}. {end}"


def _python(version: tuple[int, ...]) -> Finding:
    written = ".".join(map(str, version))
    if version < OLDEST:
        return _error(f"Python {written} is too old; install {'.'.join(map(str, OLDEST))} or newer")
    return _ok(f"Python {written}")


def _packages(path: Path) -> Iterator[Finding]:
    """Compare what is installed with the ranges of a requirements file."""
    from packaging.requirements import Requirement

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        yield _warning(f"{path} cannot be read ({error.strerror}), so the packages were not looked at")
        return
    wanted = [Requirement(text) for line in lines if (text := re.sub(r"(^|\s)#.*", "", line).strip())]
    fit = 0
    for requirement in wanted:
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            yield _error(f"{requirement.name} is not installed; run: {sys.executable} -m pip install -r {path}")
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            yield _error(
                f"{requirement.name} {version} is installed, but {requirement.specifier} is needed; "
                f"run: {sys.executable} -m pip install -r {path}"
            )
        else:
            fit += 1
    if fit == len(wanted):
        yield _ok(f"{fit} packages as {path.name} wants them")


def _data(folder: Path) -> Iterator[Finding]:
    """Read the data, and compare its day with the clock."""
    from dashboard import checks
    from dashboard.words.counting import counted

    today = date.today()
    reading, problems = checks.read(folder, today=today)
    errors = [problem for problem in problems if problem.level == "error"]
    events = counted(len(reading.dataset.events), "event")
    if not reading.dataset.events:
        yield _error(f"no event can be read from {folder}; python -m dashboard check {folder} says why")
    elif errors:
        wrong = counted(len(errors), "error")
        yield _warning(f"{folder} has {events} and {wrong}; python -m dashboard check {folder} names them")
    else:
        yield _ok(f"{folder} has {events}")
    zone = datetime.now().astimezone().tzname()
    process = reading.dataset.process
    if process and process.updated.first() > today:
        yield _warning(f"the clock says {today} ({zone}), but the data is from {process.updated}; set the clock")
    else:
        yield _ok(f"the clock says {today} ({zone})")


def _settings(environment: Mapping[str, str]) -> Iterator[Finding]:
    from dashboard.web import settings

    try:
        wanted = settings.read(environment)
    except settings.SettingError as error:
        yield _error(str(error))
    else:
        frames = f"frames on {wanted.frames}" if wanted.frames else "frames on any site"
        yield _ok(
            f"the settings: {frames}, {wanted.exports or 'any number of'} exports a minute for each reader's address"
        )
    url = environment.get("DASHBOARD_URL", "")
    if url and not is_site(url.strip()):
        yield _error(f'DASHBOARD_URL is "{url}"; write the public address, for example https://example.org/process')
    elif url:
        yield _ok(f"links begin with {url}")


def _home() -> Finding:
    try:
        return _ok(f"the home folder is {Path.home()}")
    except RuntimeError:
        return _error("there is no home folder, and Streamlit does not start without one; set HOME to any folder")


def _temporary() -> Finding:
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _ok(f"temporary files go to {Path(folder).parent}")
    except OSError as error:
        reason = error.strerror or "it does not say why"
        return _warning(
            f"no folder for temporary files can be written to ({reason}), so no PDF can be made; set TMPDIR"
        )


def _git(folder: Path) -> Finding:
    if not shutil.which("git"):
        return _warning("git is not installed, so diff and the guard have no history; install git")
    above = (folder.resolve(), *folder.resolve().parents)
    if not any((place / ".git").exists() for place in above):
        return _warning(f"{folder} is not in a git repository, so diff and the guard have no history; use a clone")
    return _ok("git, and a repository around the data")


def _fonts(folders: tuple[str, ...]) -> Finding:
    """Look for typefaces; a Linux without a screen often has none."""
    if not sys.platform.startswith("linux"):
        return _ok("typefaces of the system")
    places = [Path(os.path.expanduser(folder)) for folder in folders]
    if any(True for place in places for ending in ("ttf", "otf", "ttc", "pfb") for _ in place.rglob(f"*.{ending}")):
        return _ok("typefaces")
    return _warning("no typeface is installed, so PDF files have no letters; install one, on Debian fonts-noto-core")


def _browser(printed: Callable[..., bytes] | None = None) -> Finding:
    """Print one page; a browser that is installed may still lack a library."""
    from dashboard.exports import chrome

    try:
        (printed or chrome.printed)(LETTERS.encode(), None, 1)
    except chrome.PictureError as error:
        return _warning(f"PDF files and pictures cannot be made: {error}")
    return _ok("a browser that makes PDF files and pictures")
