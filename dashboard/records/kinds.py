"""The kinds of record: their files, the words for their records, and their keys. This is the only such table."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.records.model import Change, Dispute, Event, Lasting, Mirror, Organizer, Process, Record, Source
from dashboard.words.counting import agreeing, counted

PROCESS = "process.yaml"
EVENTS = "events.yaml"
ORGANIZERS = "organizers.yaml"
SOURCES = "sources.yaml"
DISPUTES = "disputes.yaml"
MIRRORS = "mirrors.yaml"
CHANGES = "CHANGES.yaml"

ENDING = ".yaml"
"""How the name of each of these files ends."""

ENDINGS = (ENDING, ".yml")
"""How the names of YAML files end; other programs may give a copy the second ending."""


@dataclass(frozen=True)
class Kind:
    """What is known about the records of one file.

    `noun` and `plural` are what readers call them. `id_key` is the key whose value identifies a record; it is empty
    if there is none. A file that `may_be_absent` has no records if it does not exist. A kind that `has_pages` has a
    page for each of its records, and one that lists them.
    """

    file: str
    model: type[Record]
    noun: str
    plural: str
    id_key: str = "id"
    may_be_absent: bool = False
    has_pages: bool = False

    @property
    def stem(self) -> str:
        """The name of the file without its ending: `events`, `CHANGES`."""
        return self.file.removesuffix(ENDING)

    @property
    def key(self) -> str:
        """The name under which a dataset has the records, and a change names them: `events`, `changes`."""
        return self.stem.lower()

    @property
    def word(self) -> str:
        """What a curator calls one of the records: `event`, `dispute`."""
        return self.model.__name__.lower()

    def named(self, number: int) -> str:
        """Give the word for this number of records: `event`, `events`."""
        return agreeing(number, self.noun, self.plural)

    def counted(self, number: int) -> str:
        """Write a number of records: `1 event`, `2 hosts of copies`."""
        return counted(number, self.noun, self.plural)


_TABLE = (
    Kind(PROCESS, Process, "process", "processes", ""),
    Kind(EVENTS, Event, "event", "events", has_pages=True),
    Kind(ORGANIZERS, Organizer, "organizer", "organizers", has_pages=True),
    Kind(SOURCES, Source, "source", "sources", has_pages=True),
    Kind(DISPUTES, Dispute, "disagreement", "disagreements", may_be_absent=True),
    Kind(MIRRORS, Mirror, "host of copies", "hosts of copies", "host", may_be_absent=True),
    Kind(CHANGES, Change, "change", "changes", "", may_be_absent=True),
)

BY_FILE: Mapping[str, Kind] = {kind.file: kind for kind in _TABLE}
"""Name of each data file → its kind of record, in the order in which files are read."""

LISTS: Mapping[str, Kind] = {file: kind for file, kind in BY_FILE.items() if file != PROCESS}
"""The same for the files that list records; `process.yaml` is one record."""

LASTING: Mapping[str, Kind] = {file: kind for file, kind in BY_FILE.items() if issubclass(kind.model, Lasting)}
"""The same for the files whose ids are in links."""

NAMED: Mapping[str, Kind] = {kind.key: kind for kind in LISTS.values() if kind.id_key}
"""Key under which a change names records → their kind."""

PAGED: Mapping[str, Kind] = {kind.key: kind for kind in BY_FILE.values() if kind.has_pages}
"""First part of the address of a page of a record → the kind of record."""


def kind_of(model: type[Record]) -> Kind | None:
    """Give the kind whose records have a model; None for records inside of others."""
    return next((kind for kind in BY_FILE.values() if kind.model is model), None)
