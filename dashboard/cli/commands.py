"""From the words of the shell to the command they name, and its exit code."""

import argparse
import os
import sys
from collections.abc import Sequence

from dashboard import __version__
from dashboard.cli import check, diff, export, links, new, schema


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 is success, 1 errors in the data, 2 a command that cannot be carried out.

    3 is that `diff --guard` had no history to compare with, because the folder is in no git repository, or that `links`
    had no network.
    """
    for stream in (sys.stdout, sys.stderr):
        # Titles are Cyrillic and Arabic too; a terminal that lacks them must not end the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    asked = _parser().parse_args(argv)
    try:
        code = asked.command(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; Python must not complain about it at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Work on the data of the dashboard.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}", help="show the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check.add(commands)
    diff.add(commands)
    export.add(commands)
    schema.add(commands)
    links.add(commands)
    new.add(commands)
    return parser
