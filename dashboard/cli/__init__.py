"""The commands of `python -m dashboard`, a file each; the only room that prints."""

from dashboard.cli.commands import main

__all__ = ["main"]
