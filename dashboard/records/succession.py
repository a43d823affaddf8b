"""What became of an id: renamed or withdrawn, so that an old link explains itself and leads on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.records.kinds import DISPUTES, EVENTS, LASTING, ORGANIZERS
from dashboard.records.model import Dataset, Dispute, Event, Lasting, Organizer, Source

PARAMETERS = {
    "event": EVENTS,
    "organizer": ORGANIZERS,
    "together": ORGANIZERS,
    "at": ORGANIZERS,
    "from": EVENTS,
    "to": EVENTS,
    "question": DISPUTES,
}
"""Parameter of an address → the file whose ids it takes."""


@dataclass(frozen=True)
class Fate:
    """What became of `old_id`, an id that is no longer in use; `leads_to` is the id to use now, empty if there is none.

    `label` is the name of the old record for readers, `label_now` that of the record `leads_to`. If the record was
    withdrawn, `on` and `why` say when and why.
    """

    file: str
    old_id: str
    label: str
    leads_to: str
    label_now: str
    on: str = ""
    why: str = ""

    @property
    def noun(self) -> str:
        """The word for what it was."""
        return LASTING[self.file].noun

    def words(self) -> str:
        """Say what became of the id in a sentence, without the id to use now."""
        if not self.why:
            return f"The {self.noun} “{self.old_id}” is now called “{self.leads_to}”."
        end = "" if self.why.endswith((".", "!", "?")) else "."
        return f"The {self.noun} “{self.label}” ({self.old_id}) was withdrawn on {self.on}: {self.why}{end}"


def living(dataset: Dataset, file: str) -> Mapping[str, Lasting]:
    """Give the records of a file that were not withdrawn, by id."""
    records: Mapping[str, Lasting] = getattr(dataset, LASTING[file].key)
    return records


def lasting(dataset: Dataset, file: str) -> dict[str, Lasting]:
    """Give the records of a file, the withdrawn ones too, by id."""
    withdrawn = {name: record for (its_file, name), record in dataset.withdrawn.items() if its_file == file}
    return {**living(dataset, file), **withdrawn}


def aliases(dataset: Dataset, file: str) -> dict[str, str]:
    """Give each id that records of a file had before, with its present id."""
    return {alias: record.id for record in lasting(dataset, file).values() for alias in record.aliases}


class Succession:
    """What became of every id of a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._living = {file: living(dataset, file) for file in LASTING}
        self._former = {file: aliases(dataset, file) for file in LASTING}
        self._withdrawn = dataset.withdrawn
        self._ends: dict[tuple[str, str], str] = {}

    def fate(self, file: str, old_id: str) -> Fate | None:
        """Say what became of an id; None if it is in use, or never was."""
        current = self._living[file]
        if old_id in current:
            return None
        now = self._former[file].get(old_id, old_id)
        if now in current:
            label = label_of(current[now])
            return Fate(file, old_id, label, now, label)
        record = self._withdrawn.get((file, now))
        if record is None or record.withdrawn is None:
            return None
        leads_to = self.end(file, now)
        label_now = label_of(current[leads_to]) if leads_to else ""
        return Fate(
            file, old_id, label_of(record), leads_to, label_now, record.withdrawn.on.words(), record.withdrawn.why
        )

    def end(self, file: str, name: str) -> str:
        """Follow the replacements of a withdrawn record to one in use; empty if they end before, or form a circle."""
        passed: list[str] = []
        while name not in self._living[file]:
            record = self._withdrawn.get((file, name))
            instead = record.withdrawn.instead if record and record.withdrawn else None
            if (file, name) in self._ends or not instead:
                name = self._ends.get((file, name), "")
                break
            self._ends[file, name] = ""  # a chain that comes back here is a circle
            passed.append(name)
            name = self._former[file].get(instead, instead)
        self._ends |= dict.fromkeys(((file, step) for step in passed), name)
        return name

    def fates(self) -> Iterator[Fate]:
        """Give what became of every id that is no longer in use, file by file."""
        for file in LASTING:
            gone = [name for its_file, name in self._withdrawn if its_file == file]
            for old_id in (*self._former[file], *gone):
                if fate := self.fate(file, old_id):
                    yield fate

    def former(self, parameter: str) -> dict[str, str]:
        """Give the ids that a parameter of an address could have before, each with empty words, for `pasted.read`."""
        file = PARAMETERS.get(parameter)
        return {fate.old_id: "" for fate in self.fates() if fate.file == file}

    def updated(self, query: Mapping[str, Sequence[str]]) -> tuple[dict[str, list[str]], list[tuple[str, Fate]]]:
        """Replace the ids in an address that are no longer in use by those to use now.

        Returns
        -------
        The parameters, without ids that lead nowhere; and for each id that was replaced or removed, the parameter and
        what became of the id.
        """
        now: dict[str, list[str]] = {}
        met = []
        for name, values in query.items():
            now[name] = []
            for value in values:
                fate = self.fate(PARAMETERS[name], value) if name in PARAMETERS else None
                if fate:
                    met.append((name, fate))
                kept = fate.leads_to if fate else value
                now[name] += [kept] if kept or not fate else []
            if values and not now[name]:
                del now[name]
        return now, met


def label_of(record: Lasting) -> str:
    """Give the short name of a record for readers."""
    if isinstance(record, Event):
        return record.label
    if isinstance(record, Organizer):
        return record.short_name
    if isinstance(record, Dispute):
        return record.question
    return record.heading if isinstance(record, Source) else record.id
