"""Rows and choices → the files of a new series. Everything that is not imported is reported, and nothing is guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.curation.intake.choices import Choices
from dashboard.curation.intake.making import Maker
from dashboard.curation.intake.table import Remark, Table
from dashboard.curation.series import checked, files, with_schemas
from dashboard.records.model import Dataset, Problem


@dataclass(frozen=True)
class Taking:
    """What came of a file.

    Attributes
    ----------
    files
        The files of the data folder: name → content; empty if no row could be imported.
    dataset, warnings
        These files as they are read, and what the check warns of.
    remarks
        What was not imported.
    assumed
        What was assumed, because the file does not say it.
    """

    files: Mapping[str, bytes]
    dataset: Dataset | None
    warnings: Sequence[Problem]
    remarks: Sequence[Remark]
    assumed: Sequence[str]


def take(table: Table, choices: Choices, file: str, today: date) -> Taking:
    """Make the files of a new series of the rows of a file with this name.

    An event that does not pass the check is left out, and so is each field without which it passes.

    Raises
    ------
    IntakeError
        If the name or the summary of the series does not pass the check.
    """
    remarks = [*table.remarks]
    rows = [*table.rows]
    spoilt: dict[str, dict[str, str]] = {}
    """Row → field that the check refused → why; the empty field is the row as a whole."""
    while True:
        maker = Maker(choices, table.organizers, file, today)
        series = maker.series([row for row in rows if "" not in spoilt.get(row.where, {})], spoilt)
        if series is None:
            break
        content = files(series, today)
        reading, problems = checked(content, today)
        errors = [problem for problem in problems if problem.level == "error"]
        if not errors:
            break
        for where, key, message in maker.blamed(reading, errors):
            faults = spoilt.setdefault(where, {})
            faults.setdefault("" if key in faults else key, message)
    remarks += maker.remarks
    for where, faults in spoilt.items():
        remarks += [
            Remark(where, f"{key} is not imported: {why}" if key else why, lost=not key) for key, why in faults.items()
        ]
    order = {row.where: number for number, row in enumerate(rows)}
    remarks.sort(key=lambda remark: order.get(remark.where, -1))
    if series is None:
        return Taking({}, None, (), remarks, ())
    return Taking(with_schemas(content, reading), reading.dataset, problems, remarks, [*maker.assumed()])
