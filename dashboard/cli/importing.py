"""`import`: make a new data folder from a table, a timeline or a calendar."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.words.counting import counted, listed

if TYPE_CHECKING:
    from dashboard.curation.intake import Choices, Question, Table, Taking
    from dashboard.records.model import Dataset


def _word(key: str) -> arguments.Word:
    """Take one of the words that a choice can have."""

    def known() -> Iterable[str]:
        from dashboard.curation import intake

        return intake.WORDS[key]

    return arguments.Word(key.replace("_", " "), known)


_PATH = click.Path(path_type=Path)


@click.command("import", cls=arguments.Command)
@click.argument("file", type=_PATH, metavar="FILE", help="A file that ends with .csv, .xlsx, .json or .ics.")
@click.argument("folder", type=_PATH, metavar="DIR", help="The new data folder.")
@click.option("--name", metavar="TEXT", help="Name of the series.")
@click.option("--summary", metavar="TEXT", help="One line that says what it is.")
@click.option("--kind", type=_word("kind"), metavar="KIND", help="Kind of the events in rows without one.")
@click.option("--language", type=arguments.Language(), metavar="CODE", help="Language of the sources.")
@click.option("--source-kind", type=_word("source_kind"), metavar="KIND", help="Kind of the publishers of the sources.")
@click.option(
    "--read",
    type=_word("read"),
    metavar="WORD",
    help="How much of the pages you read: full, or part if only the opening.",
)
@click.option("--publisher", metavar="NAME", help="Who made the file. It becomes the source of rows without one.")
@click.option(
    "--organizers", type=_PATH, metavar="TABLE", help="A table of organizers, with the columns name and kind."
)
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook. The default is the first.")
@click.option(
    "--dates",
    type=_word("dates"),
    metavar="ORDER",
    help="What 03/04/2022 means: 3 April with day-first, 4 March with month-first.",
)
def importing(file: Path, folder: Path, organizers: Path | None, sheet: str, **given: str | None) -> int:
    """Make a new data folder from a table, a timeline or a calendar.

    The command lists by row what it cannot import, and what to write instead. In a terminal, it asks for what the file
    does not say.
    """
    from dashboard.curation import intake, series

    choices = intake.Choices(**{key: value for key, value in given.items() if value})  # type: ignore[arg-type]  # texts
    try:
        series.free(folder)
        table = intake.read(file, sheet)
        table = intake.with_organizers(table, organizers) if organizers else table
        choices = _answered(table, choices, file.name)
        taking = intake.take(table, choices, file.name, date.today())
        if taking.dataset:
            series.write(folder, taking.files)
    except (EOFError, KeyboardInterrupt):
        return failed("no more answers; nothing was written", 2)
    except (intake.IntakeError, series.FolderError) as error:
        return failed(f"{error}; nothing was written", 2)
    for remark in taking.remarks:
        print(f"{file.name}: {remark}")
    if taking.dataset is None:
        return failed("no row could be imported; nothing was written", 1)
    _tell(folder, taking.dataset, taking, len(table.rows))
    return 1 if taking.remarks else 0


def _answered(table: "Table", choices: "Choices", file: str) -> "Choices":
    """Ask for what the file does not say; without a terminal, refuse if it is needed."""
    from dashboard.curation import intake

    lacking = []
    for question in intake.questions(table, choices, file):
        if sys.stdin.isatty():
            choices = question.answered(choices, _ask(question))
        elif question.required and not question.default:
            words = f" ({', '.join(question.words)})" if question.words else ""
            lacking.append(f"--{question.key.replace('_', '-')} …{words}")
        else:
            choices = question.answered(choices, question.default)
    if lacking:
        raise intake.IntakeError(f"{file} does not say all that is needed; add {listed(lacking)}")
    return choices


def _ask(question: "Question") -> str:
    """Ask until an answer is right."""
    words = f" ({', '.join(question.words)})" if question.words else ""
    empty = f" [{question.default}]" if question.default else "" if question.required else " [leave empty if not known]"
    while True:
        answer = input(f"{question.text}{words}{empty}\n> ").strip() or question.default
        if wrong := question.objection(answer):
            note(wrong)
        else:
            return answer


def _tell(folder: Path, dataset: "Dataset", taking: "Taking", rows: int) -> None:
    """Say what was written, what was assumed, and what to do next."""
    numbers = [counted(len(getattr(dataset, key)), key[:-1]) for key in ("events", "organizers", "sources")]
    print(f"{folder}: {', '.join(numbers)}, from {counted(rows, 'row')}")
    for assumption in taking.assumed:
        note(f"assumed: {assumption}")
    if taking.warnings:
        what = counted(len(taking.warnings), "warning")
        note(f"python -m dashboard check {folder} shows {what}: what you still have to write")
    note(f"DASHBOARD_DATA={folder} make run shows the dashboard")
