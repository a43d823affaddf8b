"""`check`: report everything that is wrong in the data files."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from dashboard.cli import arguments


def _formats() -> Iterable[str]:
    from dashboard.curation.reports import FORMATS

    return FORMATS


@click.command(cls=arguments.Command)
@arguments.folder
@click.option(
    "--format",
    "form",
    type=arguments.Word("format", _formats),
    default="text",
    metavar="FORMAT",
    help="Format of the report; github makes annotations for a pull request.",
)
@click.option("--strict", is_flag=True, help="Fail for warnings, too.")
@click.option("--verbose", is_flag=True, help="Also show how easy each article is to read.")
def check(folder: Path, form: str, strict: bool, verbose: bool) -> int:
    """Report everything that is wrong in the data files.

    Each problem has its file, line and column, and says what to write instead.
    """
    # Rooms are imported by the command that needs them: this one answers in a fraction of a second.
    from dashboard import checks
    from dashboard.curation import readability, reports

    if verbose and form != "text":
        raise click.UsageError("--verbose works only with --format text")
    reading, problems = checks.read(folder, today=date.today())
    problems = (*problems, *checks.copies(folder, reading))
    if verbose:
        print(f"{readability.table(readability.measures(reading.dataset))}\n")
    print(reports.FORMATS[form](folder, reading, problems))
    return 1 if any(problem.level == "error" or strict for problem in problems) else 0
