"""Arguments of several commands: the data folder, words that are imported only when needed, and lists of values."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from dashboard.records.addresses import is_site
from dashboard.words.catalogue import MessageError
from dashboard.words.counting import one_of
from dashboard.words.languages import language
from dashboard.words.spelling import not_known, quoted

NOT_PUBLIC = "{} is not a public address; begin it with https:// or http://, and leave out spaces, “?” and “#”"

DATA = Path(__file__).parents[2] / "data"

_FOLDER: dict[str, Any] = {
    "type": click.Path(exists=True, file_okay=False, path_type=Path),
    "default": DATA,
    "envvar": "DASHBOARD_DATA",
    "metavar": "DIR",
    "help": "The data folder. The default is the folder in DASHBOARD_DATA, or else data/ beside the program.",
}

folder = click.argument("folder", **_FOLDER | {"metavar": "[DIR]"})
"""The data folder as the only argument of a command."""

data = click.option("--data", **_FOLDER)
"""The data folder as an option of a command with other arguments."""


class Word(click.ParamType[str]):
    """One of the words that another folder defines; the folder is imported only when the words are needed.

    `click.Choice` would need the words at import.
    """

    def __init__(self, name: str, known: Callable[[], Iterable[str]]) -> None:
        self.name = name
        self.known = known

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the word as it was typed; raises `click.UsageError`, which says which words there are."""
        known = [*self.known()]
        if value not in known:
            raise click.UsageError(not_known(value, self.name, known), ctx)
        return value

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Say which words there are."""
        return f"Write {one_of(self.known())}."


class Language(click.ParamType[str]):
    """The code of a language."""

    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the code; raises `click.UsageError`, which says which one may be meant."""
        try:
            return language(value)
        except MessageError as error:
            raise click.UsageError(str(error), ctx) from error


class PublicAddress(click.ParamType[str]):
    """The public address of a site; it is given without the slash at its end."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the address; raises `click.UsageError`, which says how one is written."""
        value = value.strip()
        if value and not is_site(value):
            raise click.UsageError(NOT_PUBLIC.format(quoted(value)), ctx)
        return value.rstrip("/")


class Command(click.Command):
    """A command whose repeatable options take several values at once, and whose help lists the words it knows."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `--year 2018 2022` as `--year 2018 --year 2022`, the form that Click knows.

        Raises `click.BadOptionUsage` for an option without a value.
        """
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option) and param.multiple]
        repeatable = {name for param in options for name in param.opts}
        spread: list[str] = []
        option = ""
        for word in args:
            if word.startswith("-"):
                if spread and spread[-1] in repeatable:
                    raise click.BadOptionUsage(option, f"Option '{option}' requires an argument.", ctx)
                option = word if word in repeatable else ""
            elif option and spread[-1] != option:
                spread.append(option)
            spread.append(word)
        return super().parse_args(ctx, spread)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the words that an argument or option can take."""
        words = [
            (_name(param), ", ".join(param.type.known()))
            for param in self.get_params(ctx)
            if isinstance(param.type, Word)
        ]
        if words:
            with formatter.section("Words"):
                formatter.write_dl(words)


def several(name: str, metavar: str, meaning: str) -> click.Option:
    """Make an option of a `Command` that takes several values."""
    return click.Option([name], multiple=True, metavar=f"{metavar}...", help=meaning)


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
