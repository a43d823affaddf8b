"""Find and run the command that the words of the shell name, and give its exit code."""

import os
import sys
from collections.abc import Sequence

import click

from dashboard import __version__
from dashboard.cli.check import check
from dashboard.cli.diff import diff
from dashboard.cli.doctor import doctor
from dashboard.cli.export import export
from dashboard.cli.finding import finding
from dashboard.cli.importing import importing
from dashboard.cli.links import links
from dashboard.cli.messages import misused
from dashboard.cli.new import new
from dashboard.cli.publish import publish
from dashboard.cli.schema import schema
from dashboard.cli.start import start


@click.version_option(__version__, prog_name="python -m dashboard", message="%(prog)s %(version)s")
@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Work on the data of the dashboard."""


for command in (check, diff, doctor, export, finding, importing, links, new, publish, schema, start):
    commands.add_command(command)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 for success, 1 for errors in the data, 2 for a command that cannot run.

    3 means that `diff --guard` had no history to compare with, because the folder is not in a git repository, or that
    `links` had no network. Unknown commands end the run with 2.
    """
    for stream in (sys.stdout, sys.stderr):
        # Some titles are Cyrillic or Arabic. A terminal that cannot show them must not end the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Not Click's own `main`: it would end the run with 1 if the reader of a pipe closes it.
        with commands.make_context("python -m dashboard", list(sys.argv[1:] if argv is None else argv)) as context:
            code: int = commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.UsageError as error:
        sys.exit(misused(error))
    except BrokenPipeError:
        # The reader closed the pipe. Without this, Python would report the closed pipe when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code
