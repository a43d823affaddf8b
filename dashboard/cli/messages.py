"""What a command says beside its answer, on the standard error."""

import sys


def failed(message: str, code: int) -> int:
    """Say why a command failed, and give its exit code."""
    note(message)
    return code


def note(message: str) -> None:
    """Say a line on the standard error."""
    print(f"python -m dashboard: {message}", file=sys.stderr)
