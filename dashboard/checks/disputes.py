"""Rules about disputes: each concerns a fact of its event, and its sides have different sources."""

from collections.abc import Iterable, Iterator

from dashboard.checks.articles import cited
from dashboard.checks.findings import problem_at
from dashboard.records.kinds import DISPUTES, EVENTS, ORGANIZERS
from dashboard.records.model import Event, Problem
from dashboard.records.reading import Reading
from dashboard.store import article_file
from dashboard.words.catalogue import say
from dashboard.words.counting import one_of
from dashboard.words.spelling import any_of, is_certain, quoted, slips

_ALWAYS_OPEN = ("date", "opening")
"""What a dispute can concern at any event, besides its roles and figures."""


def claims_are_carried(reading: Reading) -> Iterator[Problem]:
    """Each side of a dispute has a source with a statement about the event, or a source that the article cites."""
    sources = reading.sources.certain("says")
    speaking = {(name, statement.event) for name, source in sources.items() for statement in source.says}
    for dispute in reading.disputes.values():
        article = reading.articles.get(dispute.event)
        if not _is_known(reading, dispute.event) or _is_unread(reading, dispute.event):
            continue
        named = cited(article.text) if article else set()
        for index, claim in enumerate(dispute.claims):
            # A source that is not known, or was not read completely, may have a statement about any event.
            carried = any(
                source in named or (source, dispute.event) in speaking or source not in sources
                for source in claim.sources
            )
            if claim.sources and not carried:
                path = (DISPUTES, dispute.id, "claims", index)
                yield problem_at(reading, path, say("side-without-source"), "warning")


def disputed_takes_a_dispute(reading: Reading) -> Iterator[Problem]:
    """A role that is called disputed has a dispute about it."""
    if not reading.disputes.are_all_read:
        return
    disputes, whole = reading.disputes.values(), reading.disputes.certain("concerns")
    concerned = {(dispute.event, word) for dispute in disputes for word in dispute.concerns}
    # A dispute whose event is unknown may be about any event. One that was not read completely may concern anything.
    open_words = {word for dispute in disputes if not _is_known(reading, dispute.event) for word in dispute.concerns}
    open_events = {dispute.event for dispute in disputes if dispute.id not in whole}
    # The same holds for a dispute about something that its event does not have. Another rule reports that.
    events = reading.events
    open_events |= {
        dispute.event
        for dispute in disputes
        if dispute.event in events and {*dispute.concerns} - {*_open_to_dispute(events[dispute.event])}
    }
    for event in events.certain("id").values():
        if event.id in open_events:
            continue
        for index, role in enumerate(event.roles):
            word = f"role:{role.organizer}"
            # Another rule reports an unknown organizer.
            unsure = not reading.is_there(ORGANIZERS, role.organizer) or word in open_words
            if role.confidence == "disputed" and not unsure and (event.id, word) not in concerned:
                message = say("role-disputed-without-dispute", concern=word, file=DISPUTES)
                yield problem_at(reading, (EVENTS, event.id, "roles", index, "confidence"), message, "warning")


def sides_differ(reading: Reading) -> Iterator[Problem]:
    """No two sides of a dispute have the same sources."""
    for dispute in reading.disputes.values():
        sides: dict[frozenset[str], int] = {}
        for index, claim in reading.certain_entries((DISPUTES, dispute.id, "claims"), dispute.claims, "sources"):
            first = sides.setdefault(frozenset(claim.sources), index + 1)
            if first != index + 1:
                message = say("sides-with-the-same-sources", first=first, second=index + 1)
                yield problem_at(reading, (DISPUTES, dispute.id, "claims", index), message)


def disputes_concern_something(reading: Reading) -> Iterator[Problem]:
    """A dispute concerns the date, the opening, or a role or figure that its event has."""
    events = reading.events.partly("id", "roles", "figures")
    for dispute in reading.disputes.values():
        event = events.get(dispute.event)
        possible = _open_to_dispute(event) if event else {}
        if event is None or possible.keys() & {"role:", "figure:"}:
            continue
        strangers = any(not reading.is_there(ORGANIZERS, role.organizer) for role in event.roles)
        for index, word in enumerate(dispute.concerns):
            if word and word not in possible and not (strangers and word.startswith("role:")):
                form, meant = _form(word, possible)
                values = {"event": event.id, "concern": quoted(word), "meant": meant, "known": one_of(possible)}
                message = say(f"dispute-concerns-nothing{form}", **values)
                yield problem_at(reading, (DISPUTES, dispute.id, "concerns", index), message)


def disputes_compare_like_with_like(reading: Reading) -> Iterator[Problem]:
    """All figures of a dispute have the same basis, because an announced number does not contradict a count."""
    events = reading.events
    for dispute in reading.disputes.values():
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
                yield problem_at(reading, (DISPUTES, dispute.id, "concerns", index), message)


def _form(word: str, possible: Iterable[str]) -> tuple[str, str]:
    """Give the form of the message about a concern that an event does not have, and what may be meant."""
    kind, colon, name = word.partition(":")
    if not colon and (whole := [concern for concern in possible if concern.partition(":")[2] == word]):
        return "/certain", any_of(whole)
    # Suggest only the same kind: a role cannot be meant by the word for a figure.
    beside = [concern for concern in possible if colon and concern.startswith(f"{kind}:")]
    same = {concern.partition(":")[2]: concern for concern in beside}
    meant = [same[other] for other in slips(name, same)] if colon else slips(word, _ALWAYS_OPEN)
    if meant and is_certain(word, meant):
        return "/certain", any_of(meant)
    if kind in ("role", "figure") and colon:
        return ("/new-or-meant" if meant else "/new"), any_of(meant)
    return ("/meant" if meant else ""), any_of(meant)


def _is_known(reading: Reading, event: str) -> bool:
    """Tell whether there is an event of that id, and no other that has it too."""
    return (EVENTS, event) in reading.places and reading.is_certain((EVENTS, event, "id"))


def _is_unread(reading: Reading, event: str) -> bool:
    """Tell whether there is an article that could not be read."""
    return event not in reading.articles and (article_file(event), event) in reading.places


def _open_to_dispute(event: Event) -> dict[str, None]:
    """Give what a dispute can concern at an event; an organizer with two roles is still one thing."""
    roles = (f"role:{role.organizer}" for role in event.roles)
    return dict.fromkeys([*_ALWAYS_OPEN, *roles, *(f"figure:{figure.label}" for figure in event.figures)])
