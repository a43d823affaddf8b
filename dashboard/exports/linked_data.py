"""Events, organizers, sources and the data set as linked data in the vocabulary of schema.org (https://schema.org).

Search engines read it in the pages. Schema.org has no word for a disputed role or for a day that is not certain. So a
role is left out if sources disagree about it or if it is only deduced, and a day is left out if the event may have
taken place on another one. The description says in words what is known of the days, and which organizers are disputed
or deduced.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dashboard import frames
from dashboard.exports import site
from dashboard.exports.about import authors, licence
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames import is_ahead, is_online, when
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.model import (
    CONFIDENCE_WORDS,
    ORGANIZING,
    Dataset,
    Event,
    Lasting,
    Organizer,
    Role,
    Source,
    Title,
)
from dashboard.words.counting import agreeing, counted, listed

Node = dict[str, Any]
"""A thing in JSON-LD: property → value. A property without a value is left out."""

SCHEMA = "https://schema.org"

_ADDRESSES = "archivedAt contentUrl eventAttendanceMode eventStatus image license mainEntityOfPage sameAs url"
_DAYS = ("startDate", "endDate", "dateModified", "datePublished")

CONTEXT: Node = {
    "@vocab": f"{SCHEMA}/",
    **{word: {"@type": "@id"} for word in _ADDRESSES.split()},
    **{word: {"@type": "Date"} for word in _DAYS},
}
"""What the words of a file mean. With it, a program needs no network to read the file."""

_SURE = ("confirmed", "single")
_PARTS = {"organizer": ORGANIZING, "sponsor": ("sponsor",), "contributor": ("supporter", "partner")}
"""Property of schema.org → the roles that it means; schema.org has no word for the others."""

_DISTRIBUTED = ("events", "roles", "sources", "claims", "workbook", "data", "calendar", "package")
"""The exports that have all the data or a part of it, by their names without the ending."""


def events_jsonld(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events that remain, with their organizers and sources and the process, as one JSON-LD document."""
    dataset, ids = snapshot.dataset, list(snapshot.select(filters).events["event_id"])
    events = [dataset.events[name] for name in ids]
    organizers = {role.organizer for event in events for role in event.roles}
    sources = {name for event in events for name in event.sources}
    return _document(
        [
            *process_node(snapshot),
            *(event_node(snapshot, event, options) for event in events),
            *(organizer_node(snapshot, it, options) for it in dataset.organizers.values() if it.id in organizers),
            *(source_node(dataset, it, options) for it in dataset.sources.values() if it.id in sources),
        ]
    )


def dataset_jsonld(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write what the whole data set is, and its files, as one JSON-LD document; filters do not change it."""
    return _document([*process_node(snapshot), dataset_node(snapshot, options)])


def organizers_of(snapshot: Snapshot, event: Event) -> list[str]:
    """Name the organizers of an event, and mark those that are disputed or deduced."""
    marks = {
        organizer.short_name: "" if role.confidence in _SURE else f" ({CONFIDENCE_WORDS[role.confidence]})"
        for role, organizer in _roles(snapshot, event)
        if role.role in ORGANIZING
    }
    return [name + mark for name, mark in marks.items()]


def event_words(snapshot: Snapshot, event: Event) -> str:
    """Say in two or three sentences what an event was: kind, time, place, organizers, sources and disagreements."""
    where = frames.where(event)
    who = organizers_of(snapshot, event)
    disputes = sum(dispute.event == event.id for dispute in snapshot.dataset.disputes.values())
    proofs = [counted(len(event.sources), "source"), *([counted(disputes, "disagreement")] if disputes else [])]
    sentences = [
        f"{captions.kind(snapshot.dataset, event)}: {when(event)}, {where}",
        f"{agreeing(len(who), 'Organizer', 'Organizers')}: {listed(who)}" if who else "",
        listed(proofs),
    ]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def event_node(snapshot: Snapshot, event: Event, options: Options = DEFAULTS) -> Node:
    """Give an event as an `Event`, with its place, its organizers, what it is part of, and an article with sources."""
    dataset, page = snapshot.dataset, site.event_page(options, event.id)
    sources = [dataset.sources[name] for name in event.sources if name in dataset.sources]
    parts = {
        part: [
            _organizer(dataset, organizer)
            for role, organizer in _roles(snapshot, event)
            if role.role in roles and role.confidence in _SURE
        ]
        for part, roles in _PARTS.items()
    }
    return _node(
        dataset, "Event", "event", event,
        name=event.title,
        alternateName=[event.label, *_in_languages(event.titles, event.title)],
        description=event_words(snapshot, event),
        url=page,
        **certain_days(event),
        **_place(event),
        eventStatus=f"{SCHEMA}/EventScheduled" if is_ahead(dataset, event) else "",
        superEvent=_part_of(snapshot, event),
        **parts,
        keywords=[theme.text for theme in event.themes],
        subjectOf=_node(
            dataset, "Article" if event.id in dataset.articles else "WebPage", "article", event,
            headline=event.title,
            url=page,
            inLanguage="en",
            license=_licence(dataset),
            isPartOf={"@type": "Dataset", "@id": _id(dataset, "dataset")},
            citation=[_source(dataset, source) for source in sources],
        ),
    )  # fmt: skip


def organizer_node(snapshot: Snapshot, organizer: Organizer, options: Options = DEFAULTS) -> Node:
    """Give an organizer as an `Organization`, or as a `GovernmentOrganization` if it is a state."""
    dataset = snapshot.dataset
    above = dataset.organizers.get(organizer.part_of or "")
    return _organizer(dataset, organizer) | _filled(
        identifier=organizer.id,
        alternateName=[
            *([organizer.short_name] if organizer.short_name != organizer.name else []),
            *_in_languages(organizer.names, organizer.name),
        ],
        url=organizer.website,
        sameAs=f"https://www.wikidata.org/wiki/{organizer.wikidata}" if organizer.wikidata else "",
        parentOrganization=_organizer(dataset, above) if above else None,
        mainEntityOfPage=site.organizer_page(options, organizer.id),
    )


def source_node(dataset: Dataset, source: Source, options: Options = DEFAULTS) -> Node:
    """Give a source as a `WebPage`, with its publisher, its day if that is certain, and its address."""
    published = source.published
    return _source(dataset, source) | _filled(
        identifier=source.id,
        alternateName=source.title_en if source.title_en != source.heading else "",
        publisher={"@type": "Organization", "name": source.publisher},
        datePublished=str(published) if published and not published.about else "",
        inLanguage=source.language,
        archivedAt=source.archived,
        mainEntityOfPage=site.source_page(options, source.id),
    )


def _licence(dataset: Dataset) -> str:
    """Give the address of the licence, empty if none is named."""
    named = licence(dataset)
    return named.url if named else ""


def dataset_node(snapshot: Snapshot, options: Options = DEFAULTS) -> Node:
    """Give the data set as a `Dataset`; its files are in it with their addresses if the public address is known."""
    dataset, name = snapshot.dataset, snapshot.dataset.process_name
    process, events = dataset.process, snapshot.frames.events
    days = [] if events["first"].isna().all() else [events["first"].min(), events["last"].max()]
    numbers = [
        counted(len(dataset.events), "event"),
        counted(len(dataset.organizers), "organizer"),
        counted(len(dataset.sources), "source"),
        counted(len(dataset.disputes), "disagreement"),
    ]
    return _node(
        dataset, "Dataset", "dataset",
        name=f"{name}: events, organizers and sources",
        description=(
            f"{process.summary if process else name} The data has {listed(numbers)}. Each event has its days, place "
            "and organizers as far as they are known, and an article if one is written. Each claim has its sources."
        ),
        url=site.view(options, Filters()),
        license=_licence(dataset),
        creator={"@type": "Organization", "name": authors(dataset)},
        isAccessibleForFree=True,
        inLanguage="en",
        version=str(process.updated) if process else "",
        dateModified=str(process.updated) if process else "",
        temporalCoverage="/".join(day.date().isoformat() for day in days),
        about=_series(dataset),
        distribution=list(_files(options)),
    )  # fmt: skip


def process_node(snapshot: Snapshot) -> list[Node]:
    """Give the process as an `EventSeries`; an empty list if the data has no process."""
    process = snapshot.dataset.process
    if process is None:
        return []
    names = dict.fromkeys(
        title.text for title in process.names if title.language == "en" and title.text != process.name
    )
    others = [title for title in process.names if title.language != "en"]
    return [
        _series(snapshot.dataset) | {"alternateName": [*names, *_in_languages(others)], "description": process.summary}
    ]


def _document(nodes: Iterable[Node]) -> bytes:
    content = {"@context": CONTEXT, "@graph": list(nodes)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _id(dataset: Dataset, kind: str, record: Lasting | None = None) -> str:
    """Give a thing an id that never changes, even if the dashboard moves or the record gets another id."""
    return uuid5(NAMESPACE_URL, f"{dataset.process_id}/{kind}/{record.first_id if record else ''}").urn


def _filled(**properties: object) -> Node:
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def _node(dataset: Dataset, type_: str, kind: str, record: Lasting | None = None, **properties: object) -> Node:
    """Make a node with an id of its own."""
    return {"@type": type_, "@id": _id(dataset, kind, record), **_filled(identifier=record and record.id, **properties)}


def _series(dataset: Dataset) -> Node:
    return {"@type": "EventSeries", "@id": _id(dataset, "process"), "name": dataset.process_name}


def _organizer(dataset: Dataset, organizer: Organizer) -> Node:
    """Name an organizer inside another node."""
    type_ = "GovernmentOrganization" if organizer.kind == "state" else "Organization"
    return {"@type": type_, "@id": _id(dataset, "organizer", organizer), "name": organizer.name}


def _source(dataset: Dataset, source: Source) -> Node:
    """Name a source inside another node; a source without a title has the name of its publisher."""
    named = {"@type": "WebPage", "@id": _id(dataset, "source", source), "name": source.heading or source.publisher}
    return named | _filled(url=source.url)


def _in_languages(titles: Iterable[Title], known: str = "") -> list[Node]:
    """Give titles with their languages, without one that is known already."""
    return [{"@language": title.language, "@value": title.text} for title in titles if title.text != known]


def _roles(snapshot: Snapshot, event: Event) -> list[tuple[Role, Organizer]]:
    known = snapshot.dataset.organizers
    return [(role, known[role.organizer]) for role in event.roles if role.organizer in known]


def certain_days(event: Event) -> Mapping[str, str]:
    """Give the first and the last day as ISO 8601, as precisely as they are certain.

    If the days only bound the event, their common part is certain: the month or the year. The day of a report is not
    the day of the event.
    """
    start, end = event.start, event.end or event.start
    if start is None or end is None or start.about or end.about or event.dating == "reported":
        return {}
    if event.dating == "held":
        return {"startDate": str(start), "endDate": str(end)}
    pairs = zip(str(start).split("-"), str(end).split("-"), strict=False)
    certain = "-".join(part for part, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return _filled(startDate=certain, endDate=certain)


def _place(event: Event) -> Node:
    """Give the place, and whether the event was held online; an event may have neither.

    An event with a city was held there, and people could also follow it online.
    """
    online = is_online(event.venue or "")
    venue = "" if online else event.venue or ""
    address = _filled(addressLocality=event.city, addressCountry=event.country)
    where = _filled(name=venue or event.city, address={"@type": "PostalAddress", **address} if address else None)
    places = [{"@type": "VirtualLocation", "name": "online"}] if online else []
    places += [{"@type": "Place", **where}] if where else []
    mode = "MixedEventAttendanceMode" if event.city else "OnlineEventAttendanceMode"
    return _filled(
        location=places[0] if len(places) == 1 else places,
        eventAttendanceMode=f"{SCHEMA}/{mode}" if online else "",
    )


def _part_of(snapshot: Snapshot, event: Event) -> Node | None:
    """Give what the event is part of: the conference it belongs to, or for a conference the process."""
    parent = snapshot.dataset.events.get(event.parent or "")
    if parent is not None:
        return {
            "@type": "Event",
            "@id": _id(snapshot.dataset, "event", parent),
            "name": parent.title,
            **certain_days(parent),
        }
    return _series(snapshot.dataset) if event.kind == "conference" else None


def _files(options: Options) -> Iterator[Node]:
    """Give the downloads with all the data."""
    from dashboard.exports.registry import EXPORTS  # the registry imports this module

    everything = Filters(weight=EVERY_WEIGHT)
    for export in EXPORTS.values():
        if export.name.partition(".")[0] in _DISTRIBUTED:
            address = site.file(options, export.name, everything)
            about = _filled(name=export.label, description=export.purpose, contentUrl=address)
            yield {"@type": "DataDownload", "encodingFormat": export.mime.partition(";")[0], **about}


OFFERED: tuple[tuple[str, str, Callable[..., bytes], str], ...] = (
    ("events.jsonld", "Events, JSON-LD", events_jsonld, "The events in the vocabulary of schema.org, as linked data."),
    (
        "dataset.jsonld",
        "Description of the data set, JSON-LD",
        dataset_jsonld,
        "What the data set is, and its files, for data catalogues.",
    ),
)
"""What this module offers as downloads."""
