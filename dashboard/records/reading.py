"""The data as it was read: the dataset, where everything is in the files, and what is wrong or in doubt."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from dashboard.records.kinds import (
    BY_FILE,
    CHANGES,
    DISPUTES,
    EVENTS,
    LASTING,
    MIRRORS,
    ORGANIZERS,
    PROCESS,
    SOURCES,
)
from dashboard.records.model import (
    Article,
    Change,
    Dataset,
    Dispute,
    Event,
    Lasting,
    Mirror,
    Organizer,
    Process,
    Record,
    Source,
)

KeyPath = tuple[str | int | tuple[str, int, int], ...]
"""The way to a value: the name of a file, the id of a record, then keys and indices.

A triple is the place of a key that must not be used; such a key has no value.
"""

R = TypeVar("R", bound=Record, covariant=True)
E = TypeVar("E", bound=Record)


class Records(Mapping[str, R]):
    """The records of one file that were not withdrawn, by id, with what could be read of those that have faults.

    A value with a fault is left out: it is an empty text, an empty list or None, even if the model asks for more. Rules
    may judge what is there. A rule that reports something as missing uses only `certain` records.
    """

    def __init__(self, reading: "Reading", file: str, model: type[R], published: Mapping[str, R]) -> None:
        self._reading, self._file = reading, file

        def of_file(records: Mapping[tuple[str, str], Record]) -> dict[str, R]:
            own = {name: record for (its_file, name), record in records.items() if its_file == file}
            return {name: record for name, record in own.items() if isinstance(record, model)}

        gone, salvaged = of_file(reading.dataset.withdrawn), of_file(reading.faulty)
        self.ever: Mapping[str, R] = {**published, **gone, **salvaged}
        """The same with the records that were withdrawn."""
        self._shown: Mapping[str, R] = {**published, **{name: salvaged[name] for name in self._not_withdrawn(salvaged)}}

    def __getitem__(self, name: str) -> R:
        return self._shown[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._shown)

    def certain(self, *fields: str) -> dict[str, R]:
        """Give the records in which no part of these fields was left out; without `fields`, no part of the record."""
        known = self._reading.is_certain
        paths: list[KeyPath] = [(key,) for key in fields] or [()]
        return {
            name: record
            for name, record in self._shown.items()
            if all(known((self._file, name, *path)) for path in paths)
        }

    def partly(self, *fields: str) -> dict[str, R]:
        """Give the records in which none of these fields was left out as a whole; without `fields`, not the record."""
        gone = self._reading.is_left_out
        paths: list[KeyPath] = [(key,) for key in fields] or [()]
        return {
            name: record
            for name, record in self._shown.items()
            if not any(gone((self._file, name, *path)) for path in paths)
        }

    @property
    def are_all_read(self) -> bool:
        """Whether something could be read of every record of the file."""
        placed = self._reading.ids_placed(self._file)
        return placed is not None and len(placed) == len(self.ever)

    def _not_withdrawn(self, salvaged: Mapping[str, Record]) -> Iterator[str]:
        for name, record in salvaged.items():
            if not getattr(record, "withdrawn", None) and self._reading.is_certain((self._file, name, "withdrawn")):
                yield name


@dataclass(frozen=True)
class Reading:
    """What was read from a data folder: for the store, which makes it, and for the code that looks for mistakes.

    Attributes
    ----------
    dataset
        What is published: the records without faults.
    folder
        The name of the folder, for messages.
    places
        (file name, id), and deeper paths such as (file name, id, "roles", 0, "organizer") → (line, column), both from
        1. The id of `process.yaml` is "process", that of a mirror its host; changes are called `record 1`,
        `record 2`…; the file name of an article is `articles/<event-id>.md`. Records that could not be read have
        places too, and (file name,) is there for every file that could be read. So a rule can tell what is unknown
        from what was left out.
    faulty
        (file name, id) → what could be read of a record that has faults.
    gaps
        The path of each value left out of a record (True), and of all that it is in (False).
    unsure
        (file name, id) of the records that may be there, because the id of some record cannot be read.
    """

    dataset: Dataset = field(default_factory=Dataset)
    folder: str = "data"
    places: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)
    faulty: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    gaps: Mapping[KeyPath, bool] = field(default_factory=dict)
    unsure: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def process(self) -> Records[Process]:
        """The process, under the id "process"."""
        process = self.dataset.process
        return Records(self, PROCESS, Process, {BY_FILE[PROCESS].key: process} if process else {})

    @cached_property
    def events(self) -> Records[Event]:
        """The events."""
        return Records(self, EVENTS, Event, self.dataset.events)

    @cached_property
    def organizers(self) -> Records[Organizer]:
        """The organizers."""
        return Records(self, ORGANIZERS, Organizer, self.dataset.organizers)

    @cached_property
    def sources(self) -> Records[Source]:
        """The sources."""
        return Records(self, SOURCES, Source, self.dataset.sources)

    @cached_property
    def disputes(self) -> Records[Dispute]:
        """The disputes."""
        return Records(self, DISPUTES, Dispute, self.dataset.disputes)

    @cached_property
    def mirrors(self) -> Records[Mirror]:
        """The hosts of copies."""
        return Records(self, MIRRORS, Mirror, self.dataset.mirrors)

    @cached_property
    def changes(self) -> Records[Change]:
        """The entries of the list of changes."""
        return Records(self, CHANGES, Change, self.dataset.changes)

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles that could be read, by the id of the event."""
        return self.dataset.articles

    @property
    def withdrawn(self) -> Mapping[tuple[str, str], Lasting]:
        """The records that were withdrawn and have no faults, by file name and id."""
        return self.dataset.withdrawn

    def of(self, file: str) -> Records[Record]:
        """Give the records of a file."""
        records: Records[Record] = getattr(self, BY_FILE[file].key)
        return records

    def lasting(self, file: str) -> Mapping[str, Lasting]:
        """Give the records of a file whose ids are in links, the withdrawn ones too."""
        records: Records[Lasting] = getattr(self, LASTING[file].key)
        return records.ever

    def certain_lasting(self, file: str, *fields: str) -> dict[str, Lasting]:
        """Give the same records, without those in which something of these fields was left out."""
        return {
            name: record
            for name, record in self.lasting(file).items()
            if all(self.is_certain((file, name, field)) for field in fields)
        }

    def certain_entries(self, path: KeyPath, entries: Sequence[E], *fields: str) -> Iterator[tuple[int, E]]:
        """Give the entries of the list at a path in which nothing of these fields was left out, each with its index."""
        for index, entry in enumerate(entries):
            if all(self.is_certain((*path, index, field)) for field in fields):
                yield index, entry

    def former(self, file: str) -> dict[str, str]:
        """Give each id that records of a file had before, with its present id."""
        return {alias: name for name, record in self.lasting(file).items() for alias in record.aliases}

    def ids_placed(self, file: str) -> Collection[str] | None:
        """Give the ids of all records of a file, in its order; None if the file cannot be read.

        Records that have faults, or were withdrawn, are among them.
        """
        return self._placed.get(file, []) if (file,) in self.places else None

    @cached_property
    def _placed(self) -> dict[str, list[str]]:
        placed: dict[str, list[str]] = {}
        for path in self.places:
            if len(path) == 2:
                placed.setdefault(str(path[0]), []).append(str(path[1]))
        return placed

    def is_there(self, file: str, name: str) -> bool:
        """Tell whether a file has a record of that id, readable or not.

        If the file cannot be read, or some record in it may have that id, the answer is yes.
        """
        return (file, name) in self.places or (file, name) in self.unsure or (file,) not in self.places

    def is_certain(self, path: KeyPath) -> bool:
        """Tell whether a value is complete: neither it nor a part of it was left out."""
        return path not in self.gaps and not self.is_left_out(path)

    def is_left_out(self, path: KeyPath) -> bool:
        """Tell whether a value as a whole, or what it is in, was left out because it has a fault."""
        return bool(self.gaps) and any(self.gaps.get(path[:length]) for length in range(2, len(path) + 1))
