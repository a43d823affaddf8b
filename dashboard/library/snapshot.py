"""The data as last read: one snapshot for the page and the routes, read again when a file changes."""

import gc
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from dashboard import checks, frames, store
from dashboard.frames import Frames, filters, search
from dashboard.records import evidence
from dashboard.records.model import Dataset, Problem

FOLDER = Path(os.environ.get("DASHBOARD_DATA", Path(__file__).parents[2] / "data"))
"""Where the data lies; the environment variable DASHBOARD_DATA names another folder."""

MOST_ANSWERS = 512
"""Answers that a snapshot keeps of one function."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything derived from one state of the data files; immutable, so that sessions can share it.

    `stamp` changes when the content of a file does. `notice` is a sentence for the reader, where
    the files on disk could not be used and these are the last good ones. `trial` where it is a change that
    somebody tries, and nothing that is published.
    """

    stamp: str
    dataset: Dataset
    problems: tuple[Problem, ...]
    frames: Frames = field(repr=False)
    notice: str = ""
    trial: bool = False

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """The values each filter knows, with their labels."""
        return filters.options(self.dataset, self.frames)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What the text filter searches, by event id."""
        return search.index(self.dataset)

    @cached_property
    def proof_keys(self) -> set[str]:
        """The proofs a link may name: organizers, figures and the date."""
        return evidence.keys(self.dataset) | set(self.dataset.organizers)

    @cached_property
    def _answers(self) -> dict[Callable[..., Any], Callable[..., Any]]:
        return {}

    def answer(self, make: Callable[..., Answer], *about: object) -> Answer:
        """Give `make(snapshot, *about)`, remembered as long as this snapshot lives; `make` is a function of a module.

        Readers ask for the same few things again and again, and no code changes an answer. Of each function the
        `MOST_ANSWERS` answers that were last asked for are kept, so that many of one kind do not push out the others.
        """
        answers = self._answers.get(make)
        if answers is None:
            answers = self._answers.setdefault(make, lru_cache(MOST_ANSWERS)(partial(make, self)))
        answer: Answer = answers(*about)
        return answer

    def select(self, wanted: filters.Filters) -> Frames:
        """Narrow the frames to what the filters leave."""
        return self.answer(_select, wanted)

    def counts(self, wanted: filters.Filters) -> dict[str, dict[str, int]]:
        """Count what each choice would leave."""
        return self.answer(_counts, wanted)

    def with_text(self, wanted: filters.Filters) -> set[str] | None:
        """Give the ids of the events that have the words of the search, or None without a search."""
        return search.matches(self.texts, wanted.q) if wanted.q else None


def _select(snapshot: Snapshot, wanted: filters.Filters) -> Frames:
    return filters.select(snapshot.frames, wanted, snapshot.with_text(wanted))


def _counts(snapshot: Snapshot, wanted: filters.Filters) -> dict[str, dict[str, int]]:
    return filters.counts(snapshot.frames, wanted, snapshot.with_text(wanted))


class Library:
    """Holds the current snapshot of a folder. Safe to share between threads.

    With `freezes`, the garbage collector no longer looks at what was read. Streamlit collects garbage after each run
    of its script, and without this it walks through all libraries and all data each time.
    """

    def __init__(self, folder: Path, *, freezes: bool = False) -> None:
        self.folder = folder
        self.freezes = freezes
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._glance: tuple[object, ...] | None = None

    def current(self) -> Snapshot:
        """Give the snapshot of the files as they are now.

        When an edit leaves no event readable, the last good snapshot stays, with a notice and the
        problems of the edit.
        """
        with self._lock:
            # This comes before the files are read, so that the next call sees a change in between.
            glance, last = store.glance(self.folder), self._snapshot
            if last is not None and glance is not None and glance == self._glance:
                return last
            self._glance = glance
            stamp = store.stamp(self.folder)
            if last is None or last.stamp != stamp:
                if self.freezes:
                    gc.unfreeze()  # otherwise the old snapshot would never be freed
                fresh = read(self.folder, stamp)
                if last is not None and last.dataset.events and not fresh.dataset.events:
                    notice = (
                        "The data files were changed and can no longer be read. The page shows their last good state."
                    )
                    fresh = Snapshot(stamp, last.dataset, fresh.problems, last.frames, notice)
                self._snapshot = last = fresh
                if self.freezes:
                    gc.collect()
                    gc.freeze()
            return last


@cache
def shared() -> Library:
    """Give the one library of this process: the page's script and the routes read the same snapshot."""
    return Library(FOLDER, freezes=True)


def read(folder: Path, stamp: str, over: store.Files | None = None, *, today: date | None = None) -> Snapshot:
    """Make the snapshot of a folder; with `over`, files that replace those of the same name, it is a trial."""
    reading, problems = checks.read(folder, over, today=today)
    return Snapshot(stamp, reading.dataset, problems, frames.build(reading.dataset), trial=over is not None)
