"""Feeds in Atom (RFC 4287): the events, and the changes of the data."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dashboard.exports import site
from dashboard.exports.about import rights
from dashboard.exports.brief import brief
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.revisions import last_moment, moments, revisions
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import Html, piece, render
from dashboard.look.links import query_string
from dashboard.records.kinds import EVENTS, NAMED
from dashboard.records.model import CHANGE_KINDS, Change, Event
from dashboard.records.succession import Succession
from dashboard.records.terms import terms_of
from dashboard.topics.changes import changes
from dashboard.words.counting import listed
from dashboard.words.phrases import worded
from dashboard.words.spelling import printable

MOST = 6
"""The most records of one kind that an entry about a change names; it only counts the others."""

_TEMPLATE = "exports/atom.xml"
_CONTENT = "exports/atom.html"
_IDS = uuid.UUID("109fc4a6-6b31-4c4c-81f2-a010fc3b8d12")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `link` is empty if no page is known. Both moments are in UTC."""

    id: str
    title: str
    published: datetime
    updated: datetime
    kind: str
    content: Html
    link: str = ""


def events_atom(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events that pass the filters, the one that was changed last first."""
    shown = snapshot.select(filters)
    events = [snapshot.dataset.events[name] for name in shown.events["event_id"]]
    entries = [_of_event(snapshot, event, options) for event in reversed(events)]
    title = f"{snapshot.dataset.process_name}: events"
    about = f"{captions.choice(snapshot, filters, shown)}."
    return _feed(snapshot, options, "events.atom", title, about, filters, site.view(options, filters), entries)


def changes_atom(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write all changes of the data, the newest first, whatever the filters."""
    moment_of = moments(snapshot.dataset)
    page = site.page(options, "changes")
    succession = Succession(snapshot.dataset)
    entries = [
        Entry(
            id=_id("changes", name),
            title=": ".join(filter(None, [CHANGE_KINDS[change.what], _records(change)])),
            published=moment_of[name],
            updated=moment_of[name],
            kind=CHANGE_KINDS[change.what],
            content=_of_change(snapshot, succession, change, options),
            link=page,
        )
        for name, change in snapshot.dataset.changes.items()
    ]
    title = f"{snapshot.dataset.process_name}: changes of the data"
    about = "What was added, corrected and withdrawn, and why."
    return _feed(snapshot, options, "changes.atom", title, about, Filters(), page, entries)


def _feed(
    snapshot: Snapshot,
    options: Options,
    name: str,
    title: str,
    about: str,
    filters: Filters,
    page: str,
    entries: Iterable[Entry],
) -> bytes:
    xml = render(
        _TEMPLATE,
        id=_id(name, query_string({}, filters)),
        title=f"{title} ({worded('caption-trial')})" if snapshot.trial else title,
        about=about,
        updated=last_moment(snapshot),
        page=page,
        itself=site.file(options, name, filters),
        author=captions.work(snapshot.dataset),
        software=captions.software(snapshot.dataset),
        rights=rights(snapshot.dataset),
        entries=sorted(entries, key=lambda entry: entry.updated, reverse=True),
    )
    return printable(xml).encode()


def _id(*names: str) -> str:
    """Make an id from names alone, so that it stays the same when the dashboard moves."""
    return uuid.uuid5(_IDS, "/".join(names)).urn


def _of_event(snapshot: Snapshot, event: Event, options: Options) -> Entry:
    revision = revisions(snapshot, EVENTS)[event.id]
    page = site.event_page(options, event.id)
    return Entry(
        id=_id("events", revision.first_id),
        title=event.title,
        published=revision.added,
        updated=revision.changed,
        kind=terms_of(snapshot.dataset).kinds[event.kind],
        content=piece(_CONTENT, "event", brief(snapshot, event), page, revision.last, CHANGE_KINDS),
        link=page,
    )


def _records(change: Change) -> str:
    """Count the records that a change names: `3 events and 1 source`."""
    numbers = {key: len(set(getattr(change, key))) for key in NAMED}
    words = [NAMED[key].counted(number) for key, number in numbers.items() if number]
    return listed([*words, *(["the process"] if change.process else [])])


def _of_change(snapshot: Snapshot, succession: Succession, change: Change, options: Options) -> Html:
    groups = []
    for key, kind in NAMED.items():
        names = list(dict.fromkeys(getattr(change, key)))
        links = []
        for name in names[:MOST]:
            label, now = changes.label_and_id(snapshot.dataset, succession, kind.file, name)
            links.append((label, site.record_page(options, kind, now) if now and kind.has_pages else ""))
        if links:
            groups.append((kind.named(len(names)), links, len(names) - len(links)))
    return piece(_CONTENT, "change", change.why, groups)


OFFERED = (
    ("events.atom", "Events, feed", events_atom, "The events for feed readers; the event changed last comes first."),
    (
        "changes.atom",
        "Changes of the data, feed",
        changes_atom,
        "What was added, corrected and withdrawn in the data, for feed readers.",
    ),
)
"""The feeds among the downloads."""
