"""`new`: add an event, an organizer or a source."""

import argparse
import shlex
import sys
from datetime import date
from itertools import chain
from pathlib import Path

from dashboard.cli import schema
from dashboard.cli.arguments import folder_argument
from dashboard.cli.messages import failed, note
from dashboard.curation import drafts
from dashboard.curation.drafts import FORMS, LISTS, choices
from dashboard.records.model import Problem


def add(commands: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    new = commands.add_parser(
        "new",
        help="add an event, an organizer or a source",
        description="Append a record to its file, if it passes the check. In a terminal, what is missing is asked for.",
    )
    nouns = new.add_subparsers(required=True, metavar="NOUN")
    for noun, form in FORMS.items():
        about = f"add {'an' if noun[0] in 'aeiou' else 'a'} {noun} to {form.file}.yaml"
        added = nouns.add_parser(noun, help=about, description=f"{about.capitalize()}.")
        for key in (*form.asked, *form.also):
            meaning = drafts.field_of(form, key).description.replace("%", "%%")
            words = ", ".join(choices(form, key))
            several = {"nargs": "+"} if key in LISTS else {}
            added.add_argument(
                f"--{key.replace('_', '-')}",
                metavar="ORGANIZER:ROLE" if key == "roles" else key.upper(),
                help=f"{meaning} One of: {words}." if words else meaning,
                **several,
            )
        added.add_argument("--data", **folder_argument())
        added.set_defaults(command=run, form=form)


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit code."""
    form = asked.form
    answers = {key: value for key in (*form.asked, *form.also) if (value := getattr(asked, key))}
    asks = sys.stdin.isatty() and drafts.missing(form, answers)
    try:
        paths, warnings = (_by_questions if asks else drafts.add)(asked.data, form, answers, date.today())
    except (drafts.RefusedError, EOFError, KeyboardInterrupt) as error:
        reason = error if isinstance(error, drafts.RefusedError) else "no more answers"
        if asks:
            note(f"to go on with these answers: {_with_flags(asked, answers)}")
        return failed(f"{reason}; nothing was written", 2)
    for path in paths:
        print(path)
    for warning in warnings:
        note(f"{warning} ({warning.level})")
    if (asked.data / "schema").is_dir():
        return schema.run(argparse.Namespace(folder=asked.data))
    return 0


def _by_questions(
    folder: Path, form: drafts.Form, answers: drafts.Answers, today: date
) -> tuple[list[Path], list[Problem]]:
    """Ask for a record until it can be added; an answer for which it is refused is asked for again, the others stay."""
    from dashboard import store

    while True:
        drafts.fill(form, answers, lambda: store.load(folder)[0], input, note)
        try:
            return drafts.add(folder, form, answers, today)
        except drafts.RefusedError as error:
            if error.key not in form.asked:
                raise
            note(f"{error}; please answer again")
            answers.pop(error.key, None)


def _with_flags(asked: argparse.Namespace, answers: drafts.Answers) -> str:
    """Write the command that has these answers as flags."""
    noun = next(noun for noun, form in FORMS.items() if form is asked.form)
    flags = [
        [f"--{key.replace('_', '-')}", *([value] if isinstance(value, str) else value)]
        for key, value in answers.items()
    ]
    return shlex.join(["python", "-m", "dashboard", "new", noun, *chain(*flags), "--data", str(asked.data)])
