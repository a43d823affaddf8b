"""What became of an id: renamed or withdrawn, so that an old link explains itself and leads on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.model import Dataset, Event, Lasting, Organizer

EVENTS, ORGANIZERS, SOURCES, DISPUTES = "events.yaml", "organizers.yaml", "sources.yaml", "disputes.yaml"
NOUNS = {EVENTS: "event", ORGANIZERS: "organizer", SOURCES: "source", DISPUTES: "disagreement"}
"""File → the word for one of its records."""

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
    """What became of the id `asked` for: `leads_to` is the id to go by now, empty where there is none.

    `label` is what the record is, or was, called by readers, and `label_now` what that of `leads_to` is. Of a withdrawn
    record `on` and `why` say when and why it was withdrawn.
    """

    file: str
    asked: str
    label: str
    leads_to: str
    label_now: str
    on: str = ""
    why: str = ""

    @property
    def noun(self) -> str:
        """The word for what it was."""
        return NOUNS[self.file]

    def words(self) -> str:
        """Say it in a sentence, without where it leads."""
        if not self.why:
            return f"The {self.noun} “{self.asked}” is now called “{self.leads_to}”."
        end = "" if self.why.endswith((".", "!", "?")) else "."
        return f"The {self.noun} “{self.label}” ({self.asked}) was withdrawn on {self.on}: {self.why}{end}"


def living(dataset: Dataset, file: str) -> Mapping[str, Lasting]:
    """Give the records of a file that were not withdrawn, by id."""
    return {
        EVENTS: dataset.events,
        ORGANIZERS: dataset.organizers,
        SOURCES: dataset.sources,
        DISPUTES: dataset.disputes,
    }[file]


def lasting(dataset: Dataset, file: str) -> dict[str, Lasting]:
    """Give the records of a file, the withdrawn ones too, by id."""
    withdrawn = {name: record for (its_file, name), record in dataset.withdrawn.items() if its_file == file}
    return {**living(dataset, file), **withdrawn}


def aliases(dataset: Dataset, file: str) -> dict[str, str]:
    """Give each id that records of a file had before, and the id they have now."""
    return {alias: record.id for record in lasting(dataset, file).values() for alias in record.aliases}


def fate(dataset: Dataset, file: str, asked: str) -> Fate | None:
    """Say what became of an id; None where it is in use, or never was."""
    current = living(dataset, file)
    if asked in current:
        return None
    now = aliases(dataset, file).get(asked, asked)
    if now in current:
        label = label_of(current[now])
        return Fate(file, asked, label, now, label)
    record = dataset.withdrawn.get((file, now))
    if record is None:
        return None
    leads_to = _instead(dataset, file, record)
    label_now = label_of(current[leads_to]) if leads_to else ""
    return Fate(file, asked, label_of(record), leads_to, label_now, record.withdrawn.on.words(), record.withdrawn.why)


def fates(dataset: Dataset) -> Iterator[Fate]:
    """Give what became of every id that is no longer in use, file by file."""
    for file in NOUNS:
        gone = [name for its_file, name in dataset.withdrawn if its_file == file]
        for asked in (*aliases(dataset, file), *gone):
            if found := fate(dataset, file, asked):
                yield found


def updated(
    dataset: Dataset, query: Mapping[str, Sequence[str]]
) -> tuple[dict[str, list[str]], list[tuple[str, Fate]]]:
    """Exchange the ids in the parameters of an address that are no longer in use for those to go by now.

    Returns
    -------
    The parameters, without ids that lead nowhere; and for each id exchanged or taken out the parameter and what
    became of it.
    """
    now: dict[str, list[str]] = {}
    met = []
    for name, values in query.items():
        now[name] = []
        for value in values:
            found = fate(dataset, PARAMETERS[name], value) if name in PARAMETERS else None
            if found:
                met.append((name, found))
            kept = found.leads_to if found else value
            now[name] += [kept] if kept or not found else []
        if values and not now[name]:
            del now[name]
    return now, met


def label_of(record: Lasting) -> str:
    """Give the short name of a record for readers."""
    if isinstance(record, Event):
        return record.label
    return record.short_name if isinstance(record, Organizer) else getattr(record, "question", None) or record.title


def _instead(dataset: Dataset, file: str, record: Lasting) -> str:
    """Follow what stands instead of a withdrawn record to one that is in use; empty where it ends or goes round."""
    seen = set()
    while record.withdrawn and record.withdrawn.instead and record.id not in seen:
        seen.add(record.id)
        following = aliases(dataset, file).get(record.withdrawn.instead, record.withdrawn.instead)
        if following in living(dataset, file):
            return following
        record = dataset.withdrawn.get((file, following))
        if record is None:
            break
    return ""
