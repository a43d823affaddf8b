"""The list of changes as a page: the newest first, each with its records and its reason; then ids no longer in use."""

from dataclasses import dataclass

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look.html import Html, piece, render
from dashboard.look.links import query_of
from dashboard.look.markup import wrapped
from dashboard.look.page import Block, File, Request
from dashboard.records.kinds import NAMED, Kind
from dashboard.records.model import CHANGE_KINDS, Change, Dataset
from dashboard.records.succession import Fate, Succession
from dashboard.topics.changes import changes
from dashboard.words.counting import counted, not_shown

MOST = 6
"""The records of one kind that are shown at once; if there are more, a line opens them."""

MOST_GONE = 500
"""The most ids no longer in use that the page shows."""


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: the list, and its table as a file."""
    html = snapshot.answer(_html, request.dark)
    return [html, File("Changes, CSV", "changes", lambda: frame(snapshot, request))]


def _html(snapshot: Snapshot, dark: bool) -> Html:
    return changes_html(snapshot.dataset, dark=dark)


def frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give a row for each record that a change names, columns as in `changes.COLUMNS`."""
    return changes.build(snapshot.dataset)


def changes_html(dataset: Dataset, *, dark: bool = False) -> Html:
    """Write every change from the newest to the oldest, and what became of ids that links may still name."""
    succession = Succession(dataset)
    fates = list(succession.fates())
    html = render(
        "topics/changes/page.html",
        entries=[_entry(dataset, succession, change) for change in changes.newest_first(dataset)],
        most=MOST,
        fates=[(fate, _target(fate)) for fate in fates[:MOST_GONE]],
        n_gone=counted(len(fates), "id"),
        rest=not_shown(len(fates) - MOST_GONE),
    )
    return wrapped(html, dark=dark)


def fate_html(fate: Fate) -> Html:
    """Say what became of an id, and link to what there is instead."""
    return piece("topics/changes/fate.html", "fate", fate, _target(fate))


@dataclass(frozen=True)
class Link:
    """A record by its label; `query` is the address of the page that shows it, and is empty if none does."""

    label: str
    query: str


@dataclass(frozen=True)
class Group:
    """The records of one kind that a change names; `noun` is the word for them."""

    noun: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Entry:
    """A change, the word for what was done, and its records."""

    change: Change
    kind: str
    groups: tuple[Group, ...]


def _entry(dataset: Dataset, succession: Succession, change: Change) -> Entry:
    groups = (_group(dataset, succession, kind, getattr(change, key)) for key, kind in NAMED.items())
    return Entry(change, CHANGE_KINDS[change.what], tuple(group for group in groups if group.links))


def _group(dataset: Dataset, succession: Succession, kind: Kind, names: tuple[str, ...]) -> Group:
    known = [changes.label_and_id(dataset, succession, kind.file, name) for name in names]
    return Group(kind.named(len(names)), tuple(_link(kind.file, now, label) for label, now in known))


def _link(file: str, name: str, label: str) -> Link:
    return Link(label, query_of(file, name) if name else "")


def _target(fate: Fate) -> Link:
    return _link(fate.file, fate.leads_to, fate.label_now)
