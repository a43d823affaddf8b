"""The data of a run, and what the views must show for it."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.frames.filters import Filters
from dashboard.library import Library, Snapshot
from dashboard.topics.explore import payload


class RefusedError(Exception):
    """The app does not read data of this size; the message says why."""


@dataclass
class Case:
    """A data folder and a choice of columns for the matrix, and what the views must show for them."""

    events: int
    columns: str
    snapshot: Snapshot

    @classmethod
    def read(cls, events: int, columns: str, data: Path) -> "Case":
        """Read a data folder with that many events.

        Raises
        ------
        RefusedError
            If not all events can be read, such as when a file is longer than the app allows.
        """
        snapshot = Library(data).current()
        if len(snapshot.dataset.events) != events:
            why = "; ".join(str(problem) for problem in snapshot.problems[:3])
            raise RefusedError(f"{len(snapshot.dataset.events)} of {events} events can be read: {why}")
        return cls(events, columns, snapshot)

    def expected(self, filters: Filters | None = None, chosen: str | None = None) -> dict:
        """Give what the views must show: ids of the marks in both charts, and the title of the article."""
        shown = self.snapshot.select(filters or Filters())
        columns = set(payload.matrix_columns(shown, self.columns)["event_id"])
        marks = list(shown.events.loc[shown.events["first"].notna(), "event_id"])
        marks += [f"{row.event_id} {row.organizer_id}" for row in shown.roles.itertuples() if row.event_id in columns]
        event = payload.chosen_event(shown, chosen)
        return {"marks": marks, "title": self.snapshot.dataset.events[event].title}

    def narrowing(self, facet: str) -> list[str]:
        """Give the values of a filter that leave some events, but not all."""
        counts = self.snapshot.counts(Filters())[facet]
        return [value for value in self.snapshot.known[facet] if 0 < counts.get(value, 0) < self.events]

    def first_event(self) -> str:
        """Give the event whose article is open when the page opens."""
        return payload.chosen_event(self.snapshot.frames, None)

    def other_events(self) -> list[str]:
        """Give all other events."""
        first = self.first_event()
        return [event for event in self.snapshot.frames.events["event_id"] if event != first]
