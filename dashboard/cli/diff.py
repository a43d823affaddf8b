"""`diff`: compare two states of the data, and guard what must not disappear."""

import argparse
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from dashboard.cli.arguments import Later, folder_argument
from dashboard.cli.messages import failed
from dashboard.words.counting import counted
from dashboard.words.spelling import quoted


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""

    def formats() -> Iterable[str]:
        from dashboard.curation import diff

        return diff.FORMATS

    added = commands.add_parser(
        "diff",
        help="compare two states of the data, field by field",
        description="Compare two states of the data, field by field. Each is a folder or a git revision.",
    )
    added.add_argument("old", nargs="?", metavar="OLD", help="the older state")
    added.add_argument("new", nargs="?", metavar="NEW", help="the newer state; without it the data folder as it is")
    added.add_argument("--format", choices=Later(formats), metavar="FORMAT", help="how to write it: %(choices)s")
    added.add_argument(
        "--guard",
        nargs="?",
        const="",
        metavar="BASE",
        help="fail where the data as it is lacks an id of BASE, or changed without an entry in CHANGES.yaml; without "
        "BASE that is the newest commit in which the data was different, and ids are looked for in all commits back to "
        "the last tag",
    )
    added.add_argument("--data", **folder_argument())
    added.set_defaults(command=run, wrong=added.error)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    from dashboard import store
    from dashboard.curation import diff, history

    if (asked.guard is None) == (asked.old is None):
        asked.wrong("name a state to compare with the data as it is, two states, or --guard alone")
    if asked.guard is not None and asked.format:
        asked.wrong("--format goes with two states; what --guard finds is plain text")
    try:
        if asked.guard is not None:
            return _guard(asked)
        sides = [store.contents(_state(asked, side)) for side in (asked.old, asked.new or str(asked.data))]
    except history.HistoryError as error:
        return failed(str(error), 2)
    unread = [*dict.fromkeys(file for side in sides for file in side.broken)]
    print(diff.FORMATS[asked.format or "text"](diff.differences(*sides), unread))
    return 1 if unread else 0


def _guard(asked: argparse.Namespace) -> int:
    from dashboard import store
    from dashboard.curation import guard, history

    name = os.path.basename(os.path.abspath(asked.data))
    new = store.contents(_state(asked, str(asked.data)))
    try:
        states = [(asked.guard, _state(asked, asked.guard))] if asked.guard else history.earlier(asked.data)
        olds = [(commit, store.contents(files)) for commit, files in states]
    except history.NoRepositoryError as error:
        if asked.guard:
            raise
        return failed(f"{error}, so nothing was compared; name a folder to compare with", 3)
    if not olds:
        print(f"{name}: no earlier state to compare with")
        return 0
    (against, old), *before = olds
    found = [*guard.faults(old, new, name)]
    for _, older in before:
        found += [problem for problem in guard.vanished(older, new, name) if problem not in found]
    for problem in found:
        print(problem)
    if lacking := guard.entries(old, new, date.today()):
        print(f"\nTo be added at the end of {store.CHANGES}, with the reasons:\n\n{lacking}")
    if not asked.guard:
        against = f"the last state that was different, {against[:12]}"
        against += f"; the ids of {counted(len(before), 'earlier state')} looked for" if before else ""
    print(f"{name}: compared with {against}: {counted(len(found), 'fault')}")
    return 1 if found else 0


def _state(asked: argparse.Namespace, side: str) -> Mapping[str, bytes | str]:
    """Read one side of a comparison: a folder, else what git has of the data folder at a revision."""
    from dashboard import store
    from dashboard.curation import history

    try:
        folder = Path(side).is_dir()
    except OSError:
        folder = False  # longer than any name of a file
    files = store.found(Path(side)) if folder else history.files(asked.data, side)
    if not any(isinstance(files.get(name), bytes) for name in store.RECORD_FILES):
        raise history.HistoryError(f"{quoted(side)} holds no data files; name a state of the data folder")
    return files
