"""`diff`: compare two states of the data, and guard what must not disappear."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed
from dashboard.words.counting import counted
from dashboard.words.spelling import quoted

if TYPE_CHECKING:
    from dashboard import store


def _formats() -> Iterable[str]:
    from dashboard.curation.diff import FORMATS

    return FORMATS


@click.command(cls=arguments.Command)
@click.argument("old", required=False, help="The older state.")
@click.argument("new", required=False, help="The newer state; by default the data folder as it is.")
@click.option(
    "--format",
    "form",
    type=arguments.Word("format", _formats),
    metavar="FORMAT",
    help="Format of the result; by default text.",
)
@click.option(
    "--guard",
    is_flag=False,
    flag_value="",
    metavar="[BASE]",
    help="Fail if the data as it is lacks an id of BASE, or has a change without an entry in CHANGES.yaml. BASE is a "
    "folder or a git revision. By default, it is the newest commit with different data. The ids of all commits back to "
    "the last tag must then be there, too.",
)
@arguments.data
def diff(old: str | None, new: str | None, form: str | None, guard: str | None, data: Path) -> int:
    """Compare two states of the data, field by field.

    Each is a folder or a git revision.
    """
    from dashboard import store
    from dashboard.curation import diff, history

    if (guard is None) == (old is None):
        raise click.UsageError("name one state to compare with the data as it is, or two states, or only --guard")
    if guard is not None and form:
        raise click.UsageError("--format does not work with --guard, which writes plain text")
    try:
        if old is None:
            return _guarded(data, guard or "")
        sides = [store.contents(_state(data, side)) for side in (old, new or str(data))]
    except history.HistoryError as error:
        return failed(str(error), 2)
    unread = [*dict.fromkeys(file for side in sides for file in side.broken)]
    print(diff.FORMATS[form or "text"](diff.differences(*sides), unread))
    return 1 if unread else 0


def _guarded(data: Path, base: str) -> int:
    from dashboard import store
    from dashboard.curation import guard, history
    from dashboard.records.kinds import CHANGES

    name = os.path.basename(os.path.abspath(data))
    new = store.contents(_state(data, str(data)))
    try:
        states = [(base, _state(data, base))] if base else history.earlier(data)
        olds = [(commit, store.contents(files)) for commit, files in states]
    except history.NoRepositoryError as error:
        if base:
            raise
        return failed(f"{error}, so nothing was compared; name a folder to compare the data with", 3)
    if not olds:
        print(f"{name}: no earlier state to compare with")
        return 0
    (against, old), *before = olds
    faults = [*guard.faults(old, new, name)]
    for _, older in before:
        faults += [fault for fault in guard.vanished(older, new, name) if fault not in faults]
    for problem in faults:
        print(problem)
    if lacking := guard.entries(old, new, date.today()):
        print(f"\nAdd this at the end of {CHANGES}, with the reasons:\n\n{lacking}")
    if not base:
        against = f"the last state that was different, {against[:12]}"
        against += f", and with the ids of {counted(len(before), 'earlier state')}" if before else ""
    print(f"{name}: compared with {against}: {counted(len(faults), 'fault')}")
    return 1 if faults else 0


def _state(data: Path, side: str) -> "store.Files":
    """Read one side of a comparison: a folder, or else the data folder at a git revision."""
    from dashboard import store
    from dashboard.curation import history

    try:
        folder = Path(side).is_dir()
    except OSError:
        folder = False  # longer than any name of a file
    files = store.read_files(Path(side)) if folder else history.files(data, side)
    if not any(isinstance(files.get(name), bytes) for name in store.RECORD_FILES):
        raise history.HistoryError(f"{quoted(side)} holds no data files; name a state of the data folder")
    return files
