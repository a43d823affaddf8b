"""`check`: report everything that is wrong in the data files."""

import argparse
from datetime import date

from dashboard.cli.arguments import folder_argument
from dashboard.curation.reports import FORMATS


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    check = commands.add_parser(
        "check",
        help="report everything that is wrong in the data files",
        description="Report everything that is wrong in the data files, each with file, line and column.",
    )
    check.add_argument("folder", nargs="?", **folder_argument())
    check.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write it: %(choices)s (annotations of a pull request)"
    )
    check.add_argument("--strict", action="store_true", help="fail for warnings too")
    check.add_argument("--verbose", action="store_true", help="show how easily each article reads, too")
    check.set_defaults(command=run, wrong=check.error)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    # Rooms are imported by the command that needs them: this one answers in a fraction of a second.
    from dashboard import checks
    from dashboard.curation import readability

    if asked.verbose and asked.format != "text":
        asked.wrong("--verbose goes with --format text")
    dataset, problems = checks.read(asked.folder, today=date.today())
    problems = (*problems, *checks.copies(asked.folder, dataset))
    if asked.verbose:
        print(f"{readability.table(readability.readings(dataset))}\n")
    print(FORMATS[asked.format](asked.folder, dataset, problems))
    return 1 if any(problem.level == "error" or asked.strict for problem in problems) else 0
