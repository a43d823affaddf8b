"""What the rules share: how a finding becomes a problem with a place, and where records name sources."""

from collections import Counter
from collections.abc import Iterator

from dashboard.model import Dataset, Problem, Record
from dashboard.spelling import nearest, quoted
from dashboard.succession import DISPUTES, EVENTS, KEYS, ORGANIZERS, SOURCES, aliases, lasting, living

__all__ = [
    "DISPUTES",
    "EVENTS",
    "ORGANIZERS",
    "SOURCES",
    "Whereabouts",
    "all_read",
    "found",
    "is_there",
    "sources_named",
]


def found(dataset: Dataset, path: tuple, message: str, level: str = "error") -> Problem:
    """Make a problem at the value that `path` (file name, id, keys and indices) leads to.

    Where that has no place of its own, because it is derived or left out, the record's is taken.
    """
    known = path
    while known and known not in dataset.places:
        known = known[:-1]
    line, column = dataset.places.get(known, (1, 1))
    return Problem(f"{dataset.folder}/{path[0]}", line, column, path[1], message, level)


def is_there(dataset: Dataset, file: str, record: str) -> bool:
    """Tell whether a file has a record of that id, readable or not; of a file that cannot be read nothing is denied."""
    return (file, record) in dataset.places or (file,) not in dataset.places


class Whereabouts:
    """Says of an id that is not in a file what is meant by it, and what to write; made once for many ids."""

    def __init__(self, dataset: Dataset, file: str) -> None:
        self.dataset, self.file = dataset, file
        self._former = aliases(dataset, file)
        self._published = {name for change in dataset.changes.values() for name in getattr(change, KEYS[file])}
        self._later = [name for name in living(dataset, file) if name not in self._published]

    def meant(self, name: str) -> str | None:
        """Give the id that is meant, or None where none comes near.

        A former id means the record it became. An id that the list of changes knows was once there: it is no slip for
        another that was there beside it, and can only have become one that came later.
        """
        known = self._later if name in self._published else living(self.dataset, self.file)
        return self._former.get(name) or nearest(name, known)

    def message(self, name: str) -> str:
        """Word the problem."""
        meant = self.meant(name)
        if meant is None and name in self._published:
            return f"{quoted(name)} is no longer in {self.file}; bring it back, and write withdrawn in it"
        advice = f'write "{meant}"' if meant else f"add it to {self.dataset.folder}/{self.file}, or write another"
        return f"{quoted(name)} is not an id in {self.file}; {advice}"


def all_read(dataset: Dataset) -> bool:
    """Tell whether nothing was left out, so that what is not mentioned is not used either."""
    placed = Counter(path[0] for path in dataset.places if len(path) == 2)
    files = (EVENTS, DISPUTES, ORGANIZERS)
    return all((file,) in dataset.places and placed[file] == len(lasting(dataset, file)) for file in files)


def sources_named(record: Record, path: tuple) -> Iterator[tuple[tuple, str]]:
    """Walk through a record and everything in it; give the path and the id of each source it names."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "sources" or name.endswith("_sources"):
            yield from (((*path, name, index), source) for index, source in enumerate(value))
        elif isinstance(value, Record):
            yield from sources_named(value, (*path, name))
        elif isinstance(value, tuple):
            for index, inner in enumerate(value):
                if isinstance(inner, Record):
                    yield from sources_named(inner, (*path, name, index))
