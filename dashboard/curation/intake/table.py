"""What every kind of file is read into: rows of texts under our own names of fields, and what was not read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dashboard.words.counting import listed

LIMIT = 20_000_000
"""The most bytes of a file that is read."""

MOST_ROWS = 2_000
"""The most rows of a table, slides of a timeline or events of a calendar."""


class IntakeError(Exception):
    """A file cannot be read at all; the message says why, and what to do."""


@dataclass(frozen=True)
class Remark:
    """What could not be imported, and what to write: of a row, or of the whole file.

    Attributes
    ----------
    where
        The row, such as `row 3`; empty for the whole file.
    text
        What is wrong; what to write.
    lost
        The whole row was not imported.
    """

    where: str
    text: str
    lost: bool = False

    def __str__(self) -> str:
        before = f"{self.where}: " if self.where else ""
        return f"{before}{'not imported: ' if self.lost else ''}{self.text}"


@dataclass(frozen=True)
class Row:
    """One event as the file gives it.

    `values` has texts without spaces around them and none that is empty. `faults` say what was not read, and `lost`
    says that the row must not be imported because of them.
    """

    where: str
    values: Mapping[str, str]
    faults: tuple[str, ...] = ()
    lost: bool = False


@dataclass(frozen=True)
class Table:
    """The events of a file, the name that it gives to the series, its organizers, and what of it was not read."""

    rows: tuple[Row, ...]
    name: str = ""
    remarks: tuple[Remark, ...] = ()
    organizers: tuple[Row, ...] = field(default=())


def flat(text: str) -> str:
    """Bring a text onto one line, without invisible characters that have no effect."""
    return " ".join(text.translate(_UNSEEN).split())


_UNSEEN = dict.fromkeys(
    [*range(9), *range(14, 28), 0x7F, *range(0x86, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xD800, 0xE000)]
)


def in_runs(rows: Sequence[str]) -> str:
    """List rows, and three or more that follow each other as one run: `row 2, row 4 and row 6 to row 9`."""
    runs = groupby(enumerate(rows), lambda entry: int(entry[1].rpartition(" ")[2]) - entry[0])
    named: list[str] = []
    for _, run in runs:
        of_run = [row for _, row in run]
        named += [f"{of_run[0]} to {of_run[-1]}"] if len(of_run) > 2 else of_run
    return listed(named)
