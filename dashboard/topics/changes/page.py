"""The list of changes as a page: the newest first, each with its records and its reason; then ids no longer in use."""

from html import escape
from urllib.parse import urlencode

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look.markup import wrapped
from dashboard.look.page import Asked, Block, File
from dashboard.records.kinds import DISPUTES, EVENTS, NAMED, ORGANIZERS
from dashboard.records.model import CHANGE_KINDS, Change, Dataset
from dashboard.records.succession import Fate, Succession
from dashboard.topics.changes import changes
from dashboard.words.counting import agreeing, counted

MOST = 6
"""More records of one kind than this wait behind a line that opens."""

MOST_GONE = 500
"""Ids no longer in use that are shown."""

PLURALS = {key: kind.plural for key, kind in NAMED.items()}
"""Key of a change → the word for several of its records."""


def blocks(snapshot: Snapshot, asked: Asked) -> list[Block]:
    """Give the page: the list, and its table as a file."""
    html = changes_html(snapshot.dataset, dark=asked.dark)
    return [html, File("Changes, CSV", "changes", lambda: frame(snapshot, asked))]


def frame(snapshot: Snapshot, asked: Asked) -> pd.DataFrame:
    """Give a row for each record that a change names, columns as in `changes.COLUMNS`."""
    return changes.build(snapshot.dataset)


def changes_html(dataset: Dataset, *, dark: bool = False) -> str:
    """Write every change from the newest to the oldest, and what became of ids that links may still name."""
    succession = Succession(dataset)
    if not dataset.changes:
        return wrapped(f'<p class="lead">No change has been written down.</p>{_gone(succession)}', dark=dark)
    lead = (
        "All additions, corrections and withdrawals, with the reason for each. Nothing is deleted: a withdrawn record "
        "keeps its address, which says what happened and what to see instead."
    )
    entries = "".join(_change(dataset, succession, change) for change in changes.newest_first(dataset))
    return wrapped(f'<p class="lead">{lead}</p><ol class="changes">{entries}</ol>{_gone(succession)}', dark=dark)


def record_link(file: str, name: str, label: str) -> str:
    """Link to a record, where a page shows it; the words stand alone otherwise."""
    query = {
        EVENTS: {"event": name},
        ORGANIZERS: {"organizer": name},
        DISPUTES: {"page": "disagreements", "question": name},
    }.get(file)
    if query is None or not name:
        return escape(label)
    return f'<a href="?{escape(urlencode(query))}">{escape(label)}</a>'


def fate_html(fate: Fate) -> str:
    """Say what became of an id, and lead on where there is something to lead to."""
    rest = ""
    if fate.why:
        target = record_link(fate.file, fate.leads_to, fate.label_now)
        rest = f" See {target} instead." if fate.leads_to else " Nothing replaces it."
    return f"{escape(fate.words())}{rest}"


def _change(dataset: Dataset, succession: Succession, change: Change) -> str:
    parts = [_records(dataset, succession, key, getattr(change, key)) for key in PLURALS if getattr(change, key)]
    if change.process:
        parts.append("<p>The account of the process as a whole</p>")
    return (
        f'<li data-what="{change.what}"><header><time datetime="{change.on}">{change.on.words()}</time> '
        f"<b>{CHANGE_KINDS[change.what]}</b></header><p>{escape(change.why)}</p>{''.join(parts)}</li>"
    )


def _records(dataset: Dataset, succession: Succession, key: str, names: tuple[str, ...]) -> str:
    file = changes.FILES.get(key, "")
    found = [changes.label_and_id(dataset, succession, file, name) if file else (name, "") for name in names]
    items = "".join(f"<li>{record_link(file, now, label)}</li>" for label, now in found)
    noun = changes.NAMES[key] if len(names) == 1 else PLURALS[key]
    if len(names) <= MOST:
        return f'<div class="records"><small>{noun.capitalize()}</small><ul>{items}</ul></div>'
    return f"<details><summary>{len(names)} {noun}</summary><ul>{items}</ul></details>"


def _gone(succession: Succession) -> str:
    found = list(succession.fates())
    if not found:
        return ""
    rows = "".join(f"<li>{fate_html(fate)}</li>" for fate in found[:MOST_GONE])
    if rest := max(len(found) - MOST_GONE, 0):
        rows += f"<li>{rest} more {agreeing(rest, 'is', 'are')} not shown.</li>"
    return (
        f'<section class="gone"><h3>No longer in use <i>{counted(len(found), "id")}</i></h3><ul>{rows}</ul></section>'
    )
