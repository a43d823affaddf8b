"""Every message of the catalogue, as the tables of mistakes and the examples cause it; `make update` writes them.

    python -m tests.catalogue

writes `tests/catalogue.txt`, in which all texts can be read at once, and a change of wording is one difference.
"""

import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dashboard.records.model import Problem
from dashboard.words.catalogue import CODES
from tests.examples import EXAMPLES, checked, provoked
from tests.mistakes import MISTAKES, Edits, Mistake
from tests.pasted import PASTED
from tests.slips import SLIPS
from tests.wrong_ids import WRONG_IDS

SNAPSHOT = Path(__file__).parent / "catalogue.txt"
UNPROVOKED: dict[str, str] = {}
"""Code that no case causes → why."""


def text() -> str:
    """Write each code with all its messages, in the order of the catalogue."""
    messages: dict[str, dict[str, None]] = {code: {} for code in CODES}
    for problem in problems():
        messages[problem.code][f"{problem.message} ({problem.level})"] = None
    return "\n".join(
        line for code, found in messages.items() for line in (code, *(f"    {message}" for message in found), "")
    )


def not_shown(problems: Iterable[Problem]) -> list[str]:
    """Give the messages that are not in the snapshot under their code; after a change of wording run `make update`."""
    return [problem.message for problem in problems if problem.message not in shown()[problem.code]]


@cache
def shown() -> dict[str, set[str]]:
    """Read the snapshot: each code with the messages, without their level, that are shown below it."""
    entries = (entry.splitlines() for entry in SNAPSHOT.read_text(encoding="utf-8").split("\n\n"))
    return {code: {message.strip().rpartition(" (")[0] for message in messages} for code, *messages in entries}


def problems() -> Iterator[Problem]:
    """Give the problems of every row of every table."""
    with tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate((*SLIPS, *MISTAKES, *PASTED, *WRONG_IDS)):
            yield from provoked(Path(folder) / str(number) / "data", edits(row), checked)
        for number, example in enumerate(EXAMPLES):
            found = provoked(Path(folder) / f"{example.code}-{number}" / "data", example.edits, example.how)
            yield from (problem for problem in found if problem.code == example.code)


def edits(row: Mistake) -> Iterable[tuple]:
    """Give the edits that make a mistake."""
    typed: Edits | object = row.typed
    return typed if isinstance(typed, list) else [(row.file, row.right, typed)]


if __name__ == "__main__":
    SNAPSHOT.write_text(text(), encoding="utf-8")
