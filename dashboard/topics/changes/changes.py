"""The list of changes: what was added, corrected and withdrawn, when and why, and which ids are no longer in use."""

from collections.abc import Iterator

import pandas as pd

from dashboard.records.kinds import BY_FILE, LASTING, NAMED, PROCESS
from dashboard.records.model import Change, Dataset
from dashboard.records.succession import Succession, label_of, living

COLUMNS = {"on": "str", "what": "str", "kind": "str", "record": "str", "label": "str", "now": "str", "why": "str"}
"""One row per change and record it names, the newest change first.

`kind` is the word for the record (`event`, `source`…), `label` its name for readers. `now` is the id to use if that in
`record` is no longer in use.
"""


def newest_first(dataset: Dataset) -> list[Change]:
    """Give the changes from the newest to the oldest; of the same day, the last in the file comes first."""
    last_first = list(dataset.changes.values())[::-1]
    return sorted(last_first, key=lambda change: change.on.first(), reverse=True)


def build(dataset: Dataset) -> pd.DataFrame:
    """Flatten the list of changes, columns as in `COLUMNS`; none gives a frame without rows."""
    succession = Succession(dataset)
    rows = (row for change in newest_first(dataset) for row in _rows(dataset, succession, change))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _rows(dataset: Dataset, succession: Succession, change: Change) -> Iterator[dict[str, str]]:
    about = {"on": str(change.on), "what": change.what, "why": change.why}
    for key, kind in NAMED.items():
        for name in getattr(change, key):
            label, now = label_and_id(dataset, succession, kind.file, name)
            yield about | {"kind": kind.noun, "record": name, "label": label, "now": "" if now == name else now}
    if change.process:
        label, kind = dataset.process.name if dataset.process else "", BY_FILE[PROCESS]
        yield about | {"kind": kind.noun, "record": kind.key, "label": label, "now": ""}


def label_and_id(dataset: Dataset, succession: Succession, file: str, name: str) -> tuple[str, str]:
    """Give the name of a record for readers, and the id to use now, which is empty if there is none.

    Where no link contains the ids of a file, an id is its own name.
    """
    if file not in LASTING:
        return name, name
    record = living(dataset, file).get(name)
    if record is not None:
        return label_of(record), name
    met = succession.fate(file, name)
    return (met.label, met.leads_to) if met else (name, "")
