"""The data as last read: one snapshot for the page and the routes. A thread reads the files again after a change."""

import gc
import logging
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import pandas as pd

from dashboard import checks, frames, store
from dashboard.frames import Frames, claims, filters, find
from dashboard.frames.find import Finder, Found
from dashboard.records import evidence
from dashboard.records.dates import PartialDate
from dashboard.records.model import Dataset, Problem

FOLDER = Path(os.environ.get("DASHBOARD_DATA", Path(__file__).parents[2] / "data"))
"""The data folder. The environment variable DASHBOARD_DATA can name another one."""

MOST_ANSWERS = 128
"""The most answers that a snapshot keeps of one function."""

NOTICE = "The data files were changed and can no longer be read. The page shows their last good state, of {when}."
"""`when` is the time at which this state was read, in UTC."""

Answer = TypeVar("Answer")

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything derived from one state of the data files; immutable, so that sessions can share it.

    `stamp` changes with the content of a file. `notice` is a sentence for the reader if the files on disk cannot be
    used and this is their last good state. `trial` is true for a change on trial, which is not published. `made` is the
    time at which the files were read.
    """

    stamp: str
    dataset: Dataset
    problems: tuple[Problem, ...]
    frames: Frames = field(repr=False)
    notice: str = ""
    trial: bool = False
    made: datetime = field(default_factory=lambda: datetime.now(UTC), repr=False)

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """The values each filter knows, with their labels."""
        return filters.options(self.dataset, self.frames)

    @cached_property
    def finder(self) -> Finder:
        """What the search finds, prepared for many searches."""
        return find.finder(self.dataset)

    @cached_property
    def proof_keys(self) -> set[str]:
        """The keys of proofs that a link may name: organizers, figures and the date."""
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
            # With a strong reference, snapshot and cache would keep each other in memory until the next collection.
            itself = weakref.ref(self)
            remember = lru_cache(MOST_ANSWERS)
            answers = self._answers.setdefault(make, remember(lambda *about: make(cast("Snapshot", itself()), *about)))
        answer: Answer = answers(*about)
        return answer

    def select(self, wanted: filters.Filters) -> Frames:
        """Narrow the frames to what the filters leave."""
        return self.answer(_select, wanted)

    def claims(self, wanted: filters.Filters) -> pd.DataFrame:
        """Give the claims about the events that the filters leave, as `frames.claims.CLAIMS`."""
        every = self.answer(_claims)
        return every[every["event_id"].isin(self.select(wanted).events["event_id"])].reset_index(drop=True)

    def counts(self, wanted: filters.Filters) -> dict[str, dict[str, int]]:
        """Count the events of each choice, see `filters.counts`."""
        return self.answer(_counts, wanted)

    def find(self, query: str) -> Found:
        """Find events, people, organizers, sources and disagreements."""
        return self.answer(_find, query)

    def with_text(self, wanted: filters.Filters) -> list[str] | None:
        """Give the ids of the events that have the words of the search, the best first, or None without a search."""
        return self.find(wanted.q).ids("event") if wanted.q else None


def _select(snapshot: Snapshot, wanted: filters.Filters) -> Frames:
    return filters.select(snapshot.frames, wanted, snapshot.with_text(wanted))


def _find(snapshot: Snapshot, query: str) -> Found:
    return snapshot.finder.find(query)


def _claims(snapshot: Snapshot) -> pd.DataFrame:
    return claims.build(snapshot.dataset)


def _counts(snapshot: Snapshot, wanted: filters.Filters) -> dict[str, dict[str, int]]:
    return filters.counts(snapshot.frames, wanted, snapshot.with_text(wanted))


def _nothing(_: Snapshot) -> None:
    """Prepare nothing."""


def _notice(last: Snapshot) -> str:
    when = last.made
    day = PartialDate(when.year, when.month, when.day).words()
    return NOTICE.format(when=f"{day}, {when:%H:%M} UTC")


class Library:
    """Holds the current snapshot of a folder. Safe to share between threads.

    With `freezes`, the garbage collector no longer looks at what was read. Without this, each full collection walks
    through all libraries and all data, and no reader gets an answer during that time.

    After an edit, `prepare` gets the new snapshot before any reader does. The snapshot remembers the answers that it
    gives to `prepare`. Without this, all readers ask for the same new things at once, and each makes them anew.
    """

    def __init__(self, folder: Path, *, freezes: bool = False) -> None:
        self.folder = folder
        self.freezes = freezes
        self.prepare: Callable[[Snapshot], object] = _nothing
        self._reading = threading.Lock()
        self._behind = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._glance: tuple[object, ...] | None = None

    def current(self) -> Snapshot:
        """Give the present snapshot at once. If the files have changed since, a thread starts to read them.

        Only the first caller waits, because there is no snapshot yet. If no event can be read after an edit, the last
        good snapshot stays, with a notice and the problems of the edit.
        """
        last = self._snapshot
        if last is None:
            return self.settled()
        if self._is_changed() and self._behind.acquire(blocking=False):
            threading.Thread(target=self._read_behind, name="reading the data", daemon=True).start()
        return last

    def settled(self) -> Snapshot:
        """Give the snapshot of the files as they are now. Waits until they are read."""
        with self._reading:
            if self._snapshot is None or self._is_changed():
                # Taken before the files are read, so that the next call notices a change made since.
                glance = store.glance(self.folder)
                stamp = store.stamp(self.folder)
                if self._snapshot is None or self._snapshot.stamp != stamp:
                    self._snapshot = self._prepared(self._read(stamp))
                    if self.freezes:
                        gc.unfreeze()  # otherwise the old snapshot would never be freed
                        gc.collect()
                        gc.freeze()
                self._glance = glance
            return self._snapshot

    def _is_changed(self) -> bool:
        """Tell whether the files may have changed since they were read last."""
        glance = store.glance(self.folder)
        return glance is None or glance != self._glance

    def _read(self, stamp: str) -> Snapshot:
        last = self._snapshot
        try:
            fresh = read(self.folder, stamp)
        except Exception:
            if last is None:
                raise
            _LOG.exception("The data files were changed, and reading them failed")
            return replace(last, stamp=stamp, notice=_notice(last))
        if last is not None and last.dataset.events and not fresh.dataset.events:
            return replace(last, stamp=stamp, problems=fresh.problems, notice=_notice(last))
        return fresh

    def _prepared(self, fresh: Snapshot) -> Snapshot:
        if self._snapshot is not None:  # the first reader waits, and asks for one page alone
            try:
                self.prepare(fresh)
            except Exception:
                _LOG.exception("What readers will ask for could not be made beforehand")
        return fresh

    def _read_behind(self) -> None:
        try:
            self.settled()
        except Exception:
            _LOG.exception("The data files cannot be looked at")
        finally:
            self._behind.release()


@cache
def shared() -> Library:
    """Give the one library of this process: the page's script and the routes read the same snapshot."""
    return Library(FOLDER, freezes=True)


def read(folder: Path, stamp: str, over: store.Files | None = None, *, today: date | None = None) -> Snapshot:
    """Make the snapshot of a folder; with `over`, files that replace those of the same name, it is a trial."""
    with _uncollected():
        reading, problems = checks.read(folder, over, today=today)
        return Snapshot(stamp, reading.dataset, problems, frames.build(reading.dataset), trial=over is not None)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Switch garbage collection off.

    Reading makes millions of lasting objects. Without this, a third of its time would go to collecting.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
