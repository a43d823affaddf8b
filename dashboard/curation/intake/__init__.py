"""A table, a timeline or a calendar → the files of a new data folder.

`delimited`, `workbook`, `timelinejs` and `calendars` each read one kind of file into rows. `grids` knows the headings
of columns, `choices` asks what a file does not say, and `taking` makes the records.
"""

from dataclasses import replace
from pathlib import Path

from dashboard.curation.intake import calendars, delimited, grids, timelinejs
from dashboard.curation.intake.choices import WORDS, Choices, Question, questions
from dashboard.curation.intake.table import LIMIT, IntakeError, Remark, Table
from dashboard.curation.intake.taking import Taking, take
from dashboard.words.counting import listed
from dashboard.words.spelling import not_known, quoted

__all__ = [
    "WORDS",
    "Choices",
    "IntakeError",
    "Question",
    "Remark",
    "Table",
    "Taking",
    "questions",
    "read",
    "take",
    "with_organizers",
]

ORGANIZERS = "organizers"
"""The name of the sheet of a workbook that has the kinds of organizers."""


def read(path: Path, sheet: str = "") -> Table:
    """Read a file; of a workbook the sheet with this name, or the first.

    Raises
    ------
    IntakeError
        If it cannot be read at all.
    """
    content = _content(path)
    ending = path.suffix.lower()
    if ending == ".json":
        return timelinejs.read(content)
    if ending == ".ics":
        return calendars.read(content)
    if ending != ".xlsx":
        return grids.events_in(_delimited(path, content))
    sheets = _sheets(content)
    events = [name for name in sheets if name.casefold() != ORGANIZERS]
    if sheet and sheet not in sheets:
        raise IntakeError(not_known(sheet, "sheet", sheets))
    if not events:
        raise IntakeError("the workbook has no sheet with events that is not hidden; add one")
    chosen = sheet or events[0]
    table = grids.events_in(sheets[chosen])
    others = [
        quoted(name) for name in events if name != chosen and any(cell.text for _, row in sheets[name] for cell in row)
    ]
    remarks = [*table.remarks]
    if others:
        remarks.append(
            Remark("", f"only the sheet {quoted(chosen)} is imported, not {listed(others)}; --sheet names another")
        )
    of_organizers = next((grid for name, grid in sheets.items() if name.casefold() == ORGANIZERS), ())
    organizers, faults = grids.organizers_in(of_organizers)
    organizers = [replace(row, where=f"sheet {ORGANIZERS}, {row.where}") for row in organizers]
    return Table(table.rows, table.name, (*remarks, *faults), tuple(organizers))


def with_organizers(table: Table, path: Path) -> Table:
    """Add a table of organizers to one of events: name, kind, and what else is known of them.

    Raises
    ------
    IntakeError
        If it cannot be read, or has no columns with the headings name and kind.
    """
    content = _content(path)
    if path.suffix.lower() == ".xlsx":
        sheets = _sheets(content)
        grid = next((grid for name, grid in sheets.items() if name.casefold() == ORGANIZERS), None)
        grid = grid or next(iter(sheets.values()), ())
    else:
        grid = _delimited(path, content)
    rows, remarks = grids.organizers_in(grid)
    if not rows:
        raise IntakeError(f'{path.name} has no rows below the headings "name" and "kind"; write them above the columns')
    of_file = [replace(row, where=f"{path.name}, {row.where}") for row in rows]
    remarks = [replace(remark, where=f"{path.name}{remark.where and f', {remark.where}'}") for remark in remarks]
    return replace(table, organizers=(*table.organizers, *of_file), remarks=(*table.remarks, *remarks))


def _sheets(content: bytes) -> dict[str, grids.Grid]:
    from dashboard.curation.intake import workbook  # openpyxl takes a while to import

    return workbook.grids(content)


def _delimited(path: Path, content: bytes) -> grids.Grid:
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        raise IntakeError(
            f"the name {quoted(path.name)} does not say what it is; save the table as .csv or .xlsx, a timeline as "
            ".json, or a calendar as .ics"
        )
    return delimited.grid(content)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise IntakeError(f"{path} is not a file; name a file")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except OSError as error:
        raise IntakeError(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > LIMIT:
        raise IntakeError(f"the file has more than {LIMIT:,} bytes; keep the events of one series")
    return content
