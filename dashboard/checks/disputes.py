"""Rules about disputes: each is about something, and has sides that differ and are carried."""

from collections.abc import Iterable, Iterator

from dashboard.checks.articles import cited
from dashboard.checks.findings import (
    DISPUTES,
    EVENTS,
    ORGANIZERS,
    SOURCES,
    found,
    is_gap,
    is_left_out,
    is_there,
    is_whole,
    readable,
)
from dashboard.records.model import Dataset, Event, Problem
from dashboard.store import article_file
from dashboard.words.catalogue import say
from dashboard.words.spelling import any_of, if_meant, quoted, slips

_ALWAYS_OPEN = ("date", "opening")
"""What a dispute can concern at any event, beside its roles and figures."""


def claims_are_carried(dataset: Dataset) -> Iterator[Problem]:
    """Each side of a dispute is carried by a source that speaks of the event, or that its article cites."""
    sources = readable(dataset, SOURCES)
    speaking = {(source.id, said.event) for source in sources.values() for said in source.says}
    for dispute in readable(dataset, DISPUTES).values():
        article = dataset.articles.get(dispute.event)
        if not _is_known(dataset, dispute.event) or _is_unread(dataset, dispute.event):
            continue
        named = cited(article.text) if article else set()
        for index, claim in enumerate(dispute.claims):
            # Of a source that cannot be read, or is not known, nobody can tell of what it speaks.
            carried = any(
                source in named
                or (source, dispute.event) in speaking
                or source not in sources
                or is_left_out(dataset, (SOURCES, source, "says"))
                for source in claim.sources
            )
            if claim.sources and not carried:
                path = (DISPUTES, dispute.id, "claims", index)
                yield found(dataset, path, say("side-without-source"), "warning")


def disputed_takes_a_dispute(dataset: Dataset) -> Iterator[Problem]:
    """A role called disputed is the concern of a dispute."""
    if not is_whole(dataset, DISPUTES):
        return
    disputes = readable(dataset, DISPUTES).values()
    concerned = {(dispute.event, word) for dispute in disputes for word in dispute.concerns}
    # Where the event of a dispute is not known it may be any, and what it concerns may be what could not be read.
    open_words = {word for dispute in disputes if not _is_known(dataset, dispute.event) for word in dispute.concerns}
    open_events = {one.event for one in disputes if is_left_out(dataset, (DISPUTES, one.id, "concerns"))}
    # So may what it concerns where the event has no such thing, of which another rule speaks.
    events = readable(dataset, EVENTS)
    open_events |= {
        one.event
        for one in disputes
        if one.event in events and {*one.concerns} - {*_open_to_dispute(events[one.event])}
    }
    for event in events.values():
        if event.id in open_events or is_left_out(dataset, (EVENTS, event.id, "id")):
            continue
        for index, role in enumerate(event.roles):
            word = f"role:{role.organizer}"
            # Where it is not known who is meant, another rule says so.
            unsure = not is_there(dataset, ORGANIZERS, role.organizer) or word in open_words
            if role.confidence == "disputed" and not unsure and (event.id, word) not in concerned:
                message = say("role-disputed-without-dispute", concern=word, file=DISPUTES)
                yield found(dataset, (EVENTS, event.id, "roles", index, "confidence"), message, "warning")


def sides_differ(dataset: Dataset) -> Iterator[Problem]:
    """No two sides of a dispute rest on the same sources."""
    for dispute in readable(dataset, DISPUTES).values():
        sides: dict[frozenset[str], int] = {}
        for side, claim in enumerate(dispute.claims, start=1):
            if is_left_out(dataset, (DISPUTES, dispute.id, "claims", side - 1, "sources")):
                continue
            first = sides.setdefault(frozenset(claim.sources), side)
            if first != side:
                message = say("sides-with-the-same-sources", first=first, second=side)
                yield found(dataset, (DISPUTES, dispute.id, "claims", side - 1), message)


def disputes_concern_something(dataset: Dataset) -> Iterator[Problem]:
    """What a dispute concerns is the date, the opening, or a role or figure that its event has."""
    events = readable(dataset, EVENTS)
    for dispute in readable(dataset, DISPUTES).values():
        event = events.get(dispute.event)
        possible = _open_to_dispute(event) if event else {}
        unread = any(is_gap(dataset, (EVENTS, dispute.event, key)) for key in ("id", "roles", "figures"))
        if event is None or unread or possible.keys() & {"role:", "figure:"}:
            continue
        strangers = any(not is_there(dataset, ORGANIZERS, role.organizer) for role in event.roles)
        for index, word in enumerate(dispute.concerns):
            if word and word not in possible and not (strangers and word.startswith("role:")):
                advice = _advice(word, possible)
                message = say("dispute-concerns-nothing", event=event.id, concern=quoted(word), advice=advice)
                yield found(dataset, (DISPUTES, dispute.id, "concerns", index), message)


def disputes_compare_like_with_like(dataset: Dataset) -> Iterator[Problem]:
    """The figures that a dispute concerns have one basis: an announced number does not contradict a count."""
    events = readable(dataset, EVENTS)
    for dispute in readable(dataset, DISPUTES).values():
        event = events.get(dispute.event)
        figures = {f"figure:{figure.label}": figure for figure in event.figures} if event else {}
        first = None
        for index, word in enumerate(dispute.concerns):
            figure = figures.get(word)
            if figure is None or not figure.basis:
                continue
            first = first or figure
            if figure.basis != first.basis:
                message = say(
                    "dispute-of-two-bases",
                    concern=quoted(word),
                    basis=figure.basis,
                    first=first.label,
                    first_basis=first.basis,
                )
                yield found(dataset, (DISPUTES, dispute.id, "concerns", index), message)


def _advice(word: str, possible: Iterable[str]) -> str:
    """Say what to write for a concern that an event does not have."""
    kind, colon, name = word.partition(":")
    if not colon and (whole := [one for one in possible if one.partition(":")[2] == word]):
        return f"write {any_of(whole)}"
    # Of another kind nothing is meant: that an organizer has a role says nothing of a figure.
    same = {one.partition(":")[2]: one for one in possible if one.startswith(f"{kind}:")} if colon else {}
    meant = [same[one] for one in slips(name, same)] if colon else slips(word, _ALWAYS_OPEN)
    listed = f"one of: {', '.join(possible)}"
    if kind in ("role", "figure") and colon:
        return f"add it to the event; {if_meant(word, meant)}" if meant else f"add it to the event, or write {listed}"
    return f"{if_meant(word, meant)}, otherwise {listed}" if meant else f"write {listed}"


def _is_known(dataset: Dataset, event: str) -> bool:
    """Tell whether there is an event of that id, and no other that has it too."""
    return (EVENTS, event) in dataset.places and not is_left_out(dataset, (EVENTS, event, "id"))


def _is_unread(dataset: Dataset, event: str) -> bool:
    """Tell whether there is an article that could not be read."""
    return event not in dataset.articles and (article_file(event), event) in dataset.places


def _open_to_dispute(event: Event) -> dict[str, None]:
    """Give what a dispute can concern at an event; an organizer with two roles is still one thing."""
    roles = (f"role:{role.organizer}" for role in event.roles)
    return dict.fromkeys([*_ALWAYS_OPEN, *roles, *(f"figure:{figure.label}" for figure in event.figures)])
