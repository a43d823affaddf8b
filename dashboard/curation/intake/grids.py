"""A grid of cells, as in a spreadsheet → rows under our own names of fields, by the headings of its columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.curation.intake.markup import plain
from dashboard.curation.intake.table import MOST_ROWS, IntakeError, Remark, Row, Table, flat
from dashboard.records.model import KIND_NAMES, ROLES, roles_word
from dashboard.words.counting import counted
from dashboard.words.spelling import as_id, quoted

ROLE = "role "
"""Prefix of a field that names the organizers with a role; the word for the role follows."""

_HEADINGS = {
    "id": "id",
    "title": "title, name, event, event title, event name, official title",
    "label": "label, short title",
    "kind": "kind, kind of event, type",
    "weight": "weight",
    "edition": "edition, number in the series",
    "start": "start, start date, date, dates, first day, from, begin, begins, day",
    "end": "end, end date, last day, to, until, ends",
    "place": "place, location, where",
    "city": "city, town",
    "country": "country",
    "venue": "venue, building",
    "sources": "source, sources, source address, source addresses, source url, source urls, url, urls, link, links",
    "note": "note, notes",
}
HEADINGS: Mapping[str, str] = {heading: key for key, names in _HEADINGS.items() for heading in names.split(", ")} | {
    form: f"{ROLE}{role}" for role in ROLES for form in (role, roles_word(role), f"{role}s")
}
"""Heading of a column in small letters → the field of a row. A role is a heading too, alone or with an s."""

_TIMELINEJS = {
    **{f"{side} {part}".strip(): f"{side} {part}".strip() for side in ("", "end") for part in ("year", "month", "day")},
    **{
        "headline": "title",
        "text": "note",
        "link": "sources",
        "type": "type",
        "display date": "display date",
        "group": "group",
    },
}
"""Headings of a sheet for TimelineJS (https://timeline.knightlab.com/docs/using-spreadsheets.html) → field."""

_ORGANIZERS = {
    **{"id": "id", "name": "name", "organizer": "name", "organiser": "name", "short name": "short_name"},
    **{"short_name": "short_name", "acronym": "short_name", "kind": "kind", "type": "kind", "country": "country"},
    **{"other names": "other_names", "other_names": "other_names"},
}
"""Headings of a table of organizers → field."""

_NEEDED = ("title", "start", "end", "year", "month", "day", "headline")
"""Fields that a row must not lose: if their cell cannot be read, the row would describe another event."""

_SEARCHED = 20
"""The number of first rows among which the row with the headings must be."""


@dataclass(frozen=True)
class Cell:
    """A cell: its text, the address that it links to, and why its text could not be read."""

    text: str = ""
    link: str = ""
    fault: str = ""


Grid = Sequence[tuple[int, Sequence[Cell]]]
"""Number of each row, from 1 as spreadsheets count → its cells."""


def events_in(grid: Grid) -> Table:
    """Read a table of events, or a sheet for TimelineJS.

    Raises
    ------
    IntakeError
        If no row has the headings.
    """
    if (at := _heading_row(grid, ("headline", "year"), _TIMELINEJS)) is not None:
        rows, remarks = _rows(grid, at, _TIMELINEJS)
        return _slides(rows, remarks)
    at = _heading_row(grid, ("title",), HEADINGS)
    if at is None:
        first = next((cells for _, cells in grid if any(cell.text for cell in cells)), ())
        seen = ", ".join(quoted(cell.text, 30) for cell in first[:8] if cell.text)
        has = f"the first row has {seen}" if seen else "there is no text in it"
        raise IntakeError(
            f'no row has the headings of the columns ({has}); write "title", "start", "end", "place", "organizers" and '
            '"sources" above the columns'
        )
    rows, remarks = _rows(grid, at, HEADINGS)
    return Table(tuple(rows), remarks=tuple(remarks))


def organizers_in(grid: Grid) -> tuple[list[Row], list[Remark]]:
    """Read a table of organizers; without a row that has the headings name and kind, there are none."""
    at = _heading_row(grid, ("name", "kind"), _ORGANIZERS)
    return _rows(grid, at, _ORGANIZERS) if at is not None else ([], [])


def _heading_row(grid: Grid, wanted: Iterable[str], known: Mapping[str, str]) -> int | None:
    """Find the row with the headings that a table must have; each may also be one of its other names."""
    fields = {known[heading] for heading in wanted}
    for at, (_, cells) in enumerate(grid[:_SEARCHED]):
        if fields <= {known.get(_heading(cell)) for cell in cells}:
            return at
    return None


def _heading(cell: Cell) -> str:
    heading = flat(cell.text).rstrip(":*").strip().casefold()
    return heading.replace("organiser", "organizer").replace("_", " ")


def _rows(grid: Grid, at: int, known: Mapping[str, str]) -> tuple[list[Row], list[Remark]]:
    """Read the rows below the headings, and say which columns are not read."""
    number, heads = grid[at]
    fields = [known.get(_heading(cell), "") for cell in heads]
    remarks = [Remark(f"row {above}", _above(cells)) for above, cells in grid[:at] if any(cell.text for cell in cells)]
    for column, name in enumerate(fields):
        if name and name in fields[:column]:
            fields[column] = ""
            text = (
                f"the heading {quoted(heads[column].text)} means the same as one before it; keep one of the two columns"
            )
            remarks.append(Remark(f"row {number}", text))
        elif not name and any(column < len(cells) and cells[column].text for _, cells in grid[at + 1 :]):
            heading = flat(heads[column].text)
            called = f"the column {quoted(heading)}" if heading else f"column {letters(column)}, which has no heading,"
            remarks.append(Remark("", f"{called} is not imported"))
    rows = []
    for number, cells in grid[at + 1 :]:
        row = _row(number, cells, fields)
        if row.values or row.faults:
            rows.append(row)
    if len(rows) > MOST_ROWS:
        raise IntakeError(f"the table has more than {MOST_ROWS:,} rows with text; keep the events of one series")
    return rows, remarks


def _above(cells: Sequence[Cell]) -> str:
    first = next(cell.text for cell in cells if cell.text)
    return f"{quoted(first, 40)} is above the headings of the columns, and is not imported"


def _row(number: int, cells: Sequence[Cell], fields: Sequence[str]) -> Row:
    values: dict[str, str] = {}
    faults = []
    lost = False
    for column, cell in enumerate(cells):
        name = fields[column] if column < len(fields) else ""
        text = cell.link if cell.link and name == "sources" else cell.text
        text = text.strip() if name == "sources" or name.startswith(ROLE) else flat(text)
        if cell.fault and name:
            faults.append(f"cell {letters(column)}{number} {cell.fault}")
            lost = lost or name.endswith(_NEEDED)
        elif text and name:
            values[name] = text
    more = [cell.text for cell in cells[len(fields) :] if cell.text]
    if more:
        lost = True
        cells_more = counted(len(more), "cell")
        faults.append(
            f"the row has {cells_more} more than there are headings, so cells may be in the wrong columns; put quotes "
            "around a text that has commas or semicolons in it"
        )
    return Row(f"row {number}", values, tuple(faults), lost)


def letters(column: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _slides(rows: Iterable[Row], remarks: list[Remark]) -> Table:
    """Make events of the rows of a sheet for TimelineJS; its title is the name of the series."""
    name = ""
    events = []
    for row in rows:
        values = dict(row.values)
        kind = values.pop("type", "").casefold()
        values.pop("display date", None)
        texts = {key: plain(values[key]) for key in ("title", "note") if key in values}
        if kind == "title":
            name = texts.get("title", "")
        elif kind == "era":
            remarks.append(Remark(row.where, "eras are not imported"))
        elif kind:
            remarks.append(
                Remark(row.where, f'the type {quoted(kind)} is not known; leave the cell "Type" empty', True)
            )
        else:
            dates = {side: date for side in ("start", "end") if (date := sheet_date(values, side))}
            sources = {"sources": values["sources"]} if "sources" in values else {}
            kept = {key: text for key, text in (texts | dates | sources).items() if text}
            group, faults = kind_of_group(values.get("group", ""))
            events.append(Row(row.where, kept | group, (*row.faults, *faults), row.lost))
    return Table(tuple(events), name, tuple(remarks))


def kind_of_group(group: str) -> tuple[dict[str, str], list[str]]:
    """Give the kind of event that a group of TimelineJS is called after, or say that it is not imported."""
    group = plain(group)
    kind = next((kind for kind, name in KIND_NAMES.items() if as_id(group) in (kind, as_id(name))), "")
    faults = (
        [f"the group {quoted(group)} is not imported, because it is not a kind of event"] if group and not kind else []
    )
    return ({"kind": kind} if kind else {}), faults


def sheet_date(values: Mapping[str, str], side: str) -> str:
    """Write the year, month and day of TimelineJS as one date; what is not a number stays in it, to be named."""
    before = "end " if side == "end" else ""
    parts = [values.get(f"{before}{part}", "") for part in ("year", "month", "day")]
    if not any(parts):
        return ""
    while parts and not parts[-1]:
        parts.pop()
    return "-".join([parts[0] or "?", *(part.zfill(2) if part else "?" for part in parts[1:])])
