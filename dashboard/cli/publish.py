"""`publish`: write the dashboard as files that need no server."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.cli.output import replaced
from dashboard.words.counting import counted
from dashboard.words.spelling import quoted

if TYPE_CHECKING:
    from dashboard.publish.edition import Edition, File


@click.command(cls=arguments.Command)
@click.argument("target", type=click.Path(path_type=Path), metavar="TARGET")
@click.option(
    "--single-file", "single", is_flag=True, help="Write one HTML file that needs no other: TARGET is its name."
)
@click.option(
    "--base-url",
    type=arguments.PublicAddress(),
    envvar="DASHBOARD_URL",
    default="",
    metavar="URL",
    help="The public address of the edition, for previews, feeds and links from elsewhere. The default is the one in "
    "DASHBOARD_URL; without it, files have no such links.",
)
@click.option("--check", "checks", is_flag=True, help="Open what was written in Chrome, and report faults.")
@arguments.data
def publish(target: Path, single: bool, base_url: str, checks: bool, data: Path) -> int:
    """Write the dashboard as a folder for any web server, or as one file.

    TARGET is the folder. What an earlier run wrote into it is replaced; a folder with other files is left as it is.
    """
    from dashboard.library import Library
    from dashboard.publish import folder
    from dashboard.publish.edition import Edition

    snapshot = Library(data).settled()
    errors = [problem for problem in snapshot.problems if problem.level == "error"]
    if errors or not snapshot.dataset.events:
        for problem in errors:
            print(problem)
        why = counted(len(errors), "error") if errors else "no event"
        return failed(f"{why} in the data, so nothing was written; python -m dashboard check {data} says more", 1)
    edition = Edition(snapshot, base_url)
    try:
        if single and target.is_dir():
            return failed(f"{target} is a folder; name the file to write, such as {target / 'dashboard.html'}", 2)
        if not single:
            folder.refuse_strange(target)
        code = _single(edition, target, data) if single else _folder(edition, target, data)
    except folder.OccupiedError as error:
        return failed(str(error), 2)
    except folder.SamePathError as error:
        return failed(f"{error}; nothing was written", 1)
    except OSError as error:
        return failed(f"{error.filename or target} cannot be written: {error.strerror}", 1)
    return code or (_checked(target, single) if checks else 0)


def _folder(edition: "Edition", target: Path, data: Path) -> int:
    from dashboard.publish import folder

    number = folder.write(target, _shown(folder.files(edition)))
    print(f"{target}: {_what(edition, data)}: {counted(number, 'file')}")
    return 0


def _single(edition: "Edition", target: Path, data: Path) -> int:
    from dashboard.publish.single import single

    content = single(edition)
    code = replaced(target, content)
    if not code:
        print(f"{target}: {_what(edition, data)}: {len(content):,} bytes")
    return code


def _what(edition: "Edition", data: Path) -> str:
    """Name the series that was written; the default of the data folder may not be the one that was meant."""
    dataset = edition.snapshot.dataset
    return f"{quoted(dataset.process_name, 200)} from {data}, {counted(len(dataset.events), 'event')}"


def _shown(files: "Iterator[File]") -> "Iterator[File]":
    """Show on the standard error how far the work is."""
    with click.progressbar(files, file=sys.stderr, show_pos=True, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def _checked(target: Path, single: bool) -> int:
    from dashboard.exports import PictureError
    from dashboard.publish import opened

    faults = [] if single else [*opened.missing(target)]
    try:
        report = opened.opened(target if single else target / "index.html")
    except PictureError as error:
        return failed(f"this could not be opened in a browser: {error}", 1)
    for sentence in report.shown:
        print(sentence)
    faults += report.faults
    for fault in faults:
        print(fault)
    note(counted(len(faults), "fault") if faults else "no faults")
    return 1 if faults else 0
