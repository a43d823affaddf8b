"""`start`: make a new data folder for a series of your own."""

import shlex
import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.words.counting import capital, one_of

if TYPE_CHECKING:
    from dashboard.curation.drafts import Answers


class _Start(arguments.Command):
    """A command with an option for each answer; the fields are read only when the command runs."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Give the options of the answers, then the others."""
        return [*self._answers, *super().get_params(ctx)]

    @cached_property
    def _answers(self) -> list[click.Option]:
        from dashboard.curation import drafts, starting

        options = []
        for part, form in starting.PARTS.items():
            for key in (*form.questions, *form.also):
                words = capital(one_of(drafts.choices(form, key)))
                meaning = (drafts.field_of(form, key).description or "") + (f" {words}." if words else "")
                options.append(_option(part, key, meaning))
            options += [_option(part, key, meaning) for (of, key), meaning in starting.MORE.items() if of == part]
        return options


def _option(part: str, key: str, meaning: str) -> click.Option:
    return click.Option([_flag(part, key), f"{part}__{key}"], metavar=key.upper(), help=meaning)


def _flag(part: str, key: str) -> str:
    return "--" + (key if part == "series" else f"{part}-{key}").replace("_", "-")


@click.command(cls=_Start)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", help="The new data folder.")
def start(folder: Path, **given: str | None) -> int:
    """Make a new data folder for a series of your own.

    In a terminal, you are asked for its name, its first event, and a page about the event.
    """
    from dashboard.curation import drafts, series, starting

    answers: dict[str, Answers] = {part: {} for part in starting.PARTS}
    for name, value in given.items():
        part, _, key = name.partition("__")
        if value:
            answers[part][key] = value
    asks = sys.stdin.isatty() and starting.lacking(answers)
    try:
        series.free(folder)
        files = _asked(folder, answers) if asks else _given(answers)
        series.write(folder, files)
    except series.FolderError as error:
        return failed(f"{error}; nothing was written", 2)
    except (drafts.RefusedError, EOFError, KeyboardInterrupt) as error:
        if asks:
            note(f"to continue with these answers, run: {_with_flags(folder, answers)}")
        reason = error if isinstance(error, drafts.RefusedError) else "no more answers"
        return failed(f"{reason}; nothing was written", 2)
    for name in files:
        if "/" not in name:
            print(folder / name)
    note(f"DASHBOARD_DATA={folder} make run shows the dashboard; new event --data {folder} adds the next event")
    return 0


def _given(answers: "dict[str, Answers]") -> dict[str, bytes]:
    """Make the files of the answers given with the command."""
    from dashboard.curation import drafts, starting

    if lacking := starting.lacking(answers):
        raise drafts.RefusedError(f"answers are missing; add {' '.join(f'{_flag(*answer)} …' for answer in lacking)}")
    return starting.begun(answers, date.today())


def _asked(folder: Path, answers: "dict[str, Answers]") -> dict[str, bytes]:
    """Ask until a series passes the check. A refused answer is asked for again; the other answers stay."""
    from dashboard.curation import drafts, starting

    while True:
        for part in starting.PARTS:
            _fill(folder, part, answers[part])
        try:
            return starting.begun(answers, date.today())
        except drafts.RefusedError as error:
            part, _, key = error.key.partition(" ")
            if answers.get(part, {}).pop(key, None) is None:
                raise
            note(f"{error}; please answer again")


def _fill(folder: Path, part: str, answers: "Answers") -> None:
    """Ask for one part of the answers; the organizer may be left out."""
    from dashboard import store
    from dashboard.curation import drafts, starting

    print(f"\n{starting.ASKED[part]}\n")
    if part == "organizer" and not answers:
        if not (name := input("name: Name in full. [leave empty if not known]\n> ").strip()):
            return
        answers["name"] = name
    drafts.fill(starting.PARTS[part], answers, lambda: store.load(folder)[0], input, note)
    for (of, key), meaning in starting.MORE.items():
        while of == part and not answers.get(key):
            answer = input(
                f"{key}: {meaning}{'' if key == starting.ROLE else ' [leave empty if not known]'}\n> "
            ).strip()
            if wrong := starting.objection(key, answer):
                note(wrong)
                continue
            answers[key] = answer
            break


def _with_flags(folder: Path, answers: "dict[str, Answers]") -> str:
    """Write the command that has these answers as options."""
    flags = [
        word
        for part, given in answers.items()
        for key, value in given.items()
        for word in (_flag(part, key), str(value))
    ]
    return shlex.join(["python", "-m", "dashboard", "start", str(folder), *flags])
