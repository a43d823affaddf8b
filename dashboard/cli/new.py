"""`new`: add an event, an organizer or a source."""

import shlex
import sys
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import arguments
from dashboard.cli.messages import failed, note
from dashboard.cli.schema import schema
from dashboard.words.counting import capital, one_of

if TYPE_CHECKING:
    from dashboard.curation import drafts
    from dashboard.records.model import Problem


class _Draft(arguments.Command):
    """A command with an option for each field of a record; the fields are read only when the command runs."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Give the options of the fields, then the others."""
        return [*self._fields, *super().get_params(ctx)]

    @cached_property
    def _fields(self) -> list[click.Option]:
        from dashboard.curation import drafts

        form = drafts.FORMS[str(self.name)]
        return [_field(form, key) for key in (*form.questions, *form.also)]


def _field(form: "drafts.Form", key: str) -> click.Option:
    from dashboard.curation import drafts

    words = capital(one_of(drafts.choices(form, key)))
    meaning = (drafts.field_of(form, key).description or "") + (f" {words}." if words else "")
    name, value = _flag(key), "ORGANIZER:ROLE" if key == "roles" else key.upper()
    if key in drafts.LISTS:
        return arguments.several(name, value, meaning)
    return click.Option([name], metavar=value, help=meaning)


def _flag(key: str) -> str:
    return f"--{key.replace('_', '-')}"


@click.group()
def new() -> None:
    """Add an event, an organizer or a source.

    The record is added at the end of its file if it passes the check. In a terminal, you are asked for missing fields.
    """


@new.command(cls=_Draft)
@arguments.data
def event(data: Path, **given: str | tuple[str, ...] | None) -> int:
    """Add an event to events.yaml."""
    return _added("event", data, given)


@new.command(cls=_Draft)
@arguments.data
def organizer(data: Path, **given: str | tuple[str, ...] | None) -> int:
    """Add an organizer to organizers.yaml."""
    return _added("organizer", data, given)


@new.command(cls=_Draft)
@arguments.data
def source(data: Path, **given: str | tuple[str, ...] | None) -> int:
    """Add a source to sources.yaml."""
    return _added("source", data, given)


def _added(noun: str, data: Path, given: dict[str, str | tuple[str, ...] | None]) -> int:
    from dashboard.curation import drafts

    form = drafts.FORMS[noun]
    answers = {key: value if isinstance(value, str) else [*value] for key, value in given.items() if value}
    asks = sys.stdin.isatty() and drafts.missing(form, answers)
    try:
        paths, warnings = (_by_questions if asks else drafts.add)(data, form, answers, date.today())
    except (drafts.RefusedError, EOFError, KeyboardInterrupt) as error:
        reason = error if isinstance(error, drafts.RefusedError) else "no more answers"
        if asks:
            note(f"to continue with these answers, run: {_with_flags(noun, data, answers)}")
        return failed(f"{reason}; nothing was written", 2)
    for path in paths:
        print(path)
    for warning in warnings:
        note(f"{warning} ({warning.level})")
    if (data / "schema").is_dir():
        code: int = click.get_current_context().invoke(schema, folder=data)
        return code
    return 0


def _by_questions(
    folder: Path, form: "drafts.Form", answers: "drafts.Answers", today: date
) -> "tuple[list[Path], list[Problem]]":
    """Ask for a record until it can be added. A refused answer is asked for again; the other answers stay."""
    from dashboard import store
    from dashboard.curation import drafts

    while True:
        drafts.fill(form, answers, lambda: store.load(folder)[0], input, note)
        try:
            return drafts.add(folder, form, answers, today)
        except drafts.RefusedError as error:
            if error.key not in form.questions:
                raise
            note(f"{error}; please answer again")
            answers.pop(error.key, None)


def _with_flags(noun: str, data: Path, answers: "drafts.Answers") -> str:
    """Write the command that has these answers as flags."""
    flags = [[_flag(key), *([value] if isinstance(value, str) else value)] for key, value in answers.items()]
    return shlex.join(["python", "-m", "dashboard", "new", noun, *chain(*flags), "--data", str(data)])
