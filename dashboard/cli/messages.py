"""What a command says besides its result, on the standard error."""

import sys

import click

from dashboard.words.spelling import not_known


def failed(message: str, code: int) -> int:
    """Write to the standard error why a command failed, and give its exit code."""
    note(message)
    return code


def note(message: str) -> None:
    """Write a line to the standard error."""
    print(f"python -m dashboard: {message}", file=sys.stderr)


def misused(error: click.UsageError) -> int:
    """Say how a command is used, what is wrong and what may be meant; give the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    if error.ctx:
        print(error.ctx.get_usage(), file=sys.stderr)
    return failed(_words(error), error.exit_code)


def _words(error: click.UsageError) -> str:
    """Suggest commands and options as other words are suggested, not as Click does."""
    command = error.ctx.command if error.ctx else None
    if error.ctx and isinstance(command, click.Group) and isinstance(error, click.exceptions.NoSuchCommand):
        return not_known(error.command_name, "command", command.list_commands(error.ctx))
    if error.ctx and isinstance(error, click.exceptions.NoSuchOption):
        options = (param for param in error.ctx.command.get_params(error.ctx) if isinstance(param, click.Option))
        return not_known(error.option_name, "option", [name for option in options for name in option.opts])
    return error.format_message()
