"""Files that commands write: whole, or not at all."""

from pathlib import Path

from dashboard.cli.messages import failed


def replaced(path: Path, content: bytes) -> int:
    """Write a file, and give the exit code; if that fails, print a line that says why, and give 1."""
    from dashboard import store

    try:
        store.replace(path, content)
    except OSError as error:
        return failed(f"{path} cannot be written: {error.strerror}", 1)
    return 0
