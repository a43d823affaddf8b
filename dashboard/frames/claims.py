"""Dataset → one tidy frame of claims: what is said about an event, who says so, and who says otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard.frames.tidy import Row, in_order, when
from dashboard.records.evidence import DATE, Fact, Proof, facts, independent, plain_words, proofs
from dashboard.records.model import Dataset, Event, Figure, Person, Role

CLAIMS = {
    "claim_id": "str",
    "event_id": "str",
    "event": "str",
    "what": "str",
    "about": "str",
    "value": "str",
    "basis": "str",
    "confidence": "str",
    "sources": "str",
    "n_independent": "Int64",
    "otherwise": "str",
    "disputes": "str",
    "note": "str",
    "at": "str",
}
"""One row per claim, in the order of the events and then of their records; sides of disputes come last.

`what` is one of `WHAT`. `about` names the organizer, person or number, and `value` is what is claimed. Roles,
levels and organizers are written as in the data. `basis` says how a number came about, and `announced` for a person
whose presence is not known; it is empty for all others. `confidence` is as in the data, empty where the data has no
word for it, and `disputed` for a side of a dispute.

`sources` holds the ids of the sources that say so, and `otherwise` those of sources that are only on other sides of its
disputes. `disputes` holds ids too. All three have spaces between the ids. `n_independent` counts the sources that are
independent of each other. An entry of a list has the sources of the whole list. Not every source gives every entry, so
`n_independent` is missing.
`at` is the value of `at` in a link to the proof, empty where there is no proof.

`claim_id` is the event, `what` and the words of `about` or `value`, with points between: `2022-oslo.role.osce`. It
stays as long as these words do.
"""

WHAT = {
    "date": "The days of the event, in words",
    "venue": "The building",
    "title": "The title in the language of `about`",
    "role": "The role of the organizer in `about`",
    "figure": "The number of what is in `about`",
    "patron": "The office of the patron in `about`",
    "person": "The office of the person in `about`",
    "session": "The title of a session",
    "session-day": "The day of the session in `about`",
    "session-chair": "Somebody who chaired the session in `about`",
    "delegation": "The highest office sent by the state or organization in `about`",
    "framework": "A resolution, strategy or plan that was cited",
    "country": "A state that was named as present",
    "organization": "An organization that was named as present",
    "side-meeting": "A meeting beside the event",
    "funding": "A fact about the funding",
    "outcome": "The title of a document that was adopted",
    "outcome-day": "The day on which the document in `about` was adopted",
    "paragraph": "What the paragraph with the number in `about` says, in our words",
    "dispute": "What one side of the dispute in `about` says, in our words",
}
"""Kind of claim → what its value is."""

LONGEST_WORDS = 60
"""The most characters that the words of a claim take up in its id."""


@dataclass(frozen=True)
class _Claim:
    """A claim before it gets its id; `words` go into the id, and are empty for the only claim of its kind."""

    what: str
    value: str
    sources: tuple[str, ...]
    about: str = ""
    words: str = ""
    basis: str = ""
    confidence: str = ""
    otherwise: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    note: str | None = None
    at: str = ""
    counted: tuple[Role | Figure, ...] = ()
    """The fact that may say that its sources count as one."""
    listed: bool = False
    """Whether it is an entry of a list, whose sources are those of the whole list."""


def build(dataset: Dataset) -> pd.DataFrame:
    """Give all claims about events as `CLAIMS`; an empty dataset gives no rows.

    Facts without sources of their own are not claims. So themes and cities are left out, and titles, days and venues
    without sources. Roles of unknown organizers are left out, as everywhere.
    """
    rows = (row for event in in_order(dataset) for row in _rows(dataset, event))
    return pd.DataFrame(rows, columns=list(CLAIMS)).astype(CLAIMS)


def _rows(dataset: Dataset, event: Event) -> Iterator[Row]:
    taken: set[str] = set()
    for claim in _claims(dataset, event):
        yield {
            "claim_id": _id(event, claim, taken),
            "event_id": event.id,
            "event": event.label,
            "what": claim.what,
            "about": claim.about,
            "value": claim.value,
            "basis": claim.basis,
            "confidence": claim.confidence,
            "sources": " ".join(claim.sources),
            "n_independent": None if claim.listed else independent(dataset, claim.sources, claim.counted),
            "otherwise": " ".join(claim.otherwise),
            "disputes": " ".join(claim.disputes),
            "note": claim.note or "",
            "at": claim.at,
        }


def _id(event: Event, claim: _Claim, taken: set[str]) -> str:
    """Give a claim an id that no other claim of the event has, and remember it."""
    words = ""
    for word in plain_words(claim.words):
        if words and len(words) + len(word) >= LONGEST_WORDS:
            break
        words = f"{words}-{word}" if words else word[:LONGEST_WORDS]
    plain = ".".join(part for part in (event.id, claim.what, words) if part)
    claim_id, number = plain, 1
    while claim_id in taken:
        number += 1
        claim_id = f"{plain}-{number}"
    taken.add(claim_id)
    return claim_id


def _claims(dataset: Dataset, event: Event) -> Iterator[_Claim]:
    known = [_known(dataset, event, fact, proof) for fact, proof in _proven(dataset, event)]
    yield from (claim for claim in known if claim.what == DATE)
    if event.venue and event.venue_sources:
        yield _Claim("venue", event.venue, event.venue_sources)
    for title in event.titles:
        if title.sources:
            yield _Claim("title", title.text, title.sources, title.language, words=title.language)
    yield from (claim for claim in known if claim.what != DATE)
    if event.patron:
        yield _person("patron", event.patron)
    yield from (_person("person", person) for person in event.people)
    yield from _sessions(event)
    for delegation in event.delegations:
        name = delegation.name
        yield _Claim("delegation", delegation.level, delegation.sources, name, words=name, note=delegation.note)
    yield from _listed(event)
    yield from _documents(event)
    yield from _sides(dataset, event)


def _proven(dataset: Dataset, event: Event) -> Iterator[tuple[Fact, Proof]]:
    """Give the roles, figures and date of an event with their proofs."""
    by_key = proofs(dataset, event)
    yield from ((fact, by_key[fact.key]) for fact in facts(event) if fact.key in by_key)


def _known(dataset: Dataset, event: Event, fact: Fact, proof: Proof) -> _Claim:
    """Give a role, a figure or the date as a claim."""
    record = fact.record
    what, about, value = DATE, "", when(event)
    if isinstance(record, Role):
        what, about, value = "role", record.organizer, record.role
    elif isinstance(record, Figure):
        what, about, value = "figure", record.label, record.value
    return _Claim(
        what,
        value,
        proof.sources,
        about,
        words=about,
        basis=record.basis if isinstance(record, Figure) else "",
        confidence=proof.confidence,
        otherwise=tuple(dict.fromkeys(source for side in proof.otherwise for source in side.sources)),
        disputes=tuple(dispute.id for dispute in proof.disputes),
        note=proof.note,
        at=proof.key,
        counted=() if isinstance(record, Event) else (record,),
    )


def _person(what: str, person: Person) -> _Claim:
    basis = "announced" if person.announced else ""
    return _Claim(what, person.position, person.sources, person.name, person.name, basis, note=person.note)


def _sessions(event: Event) -> Iterator[_Claim]:
    """Give the sessions; days and chairs have the sources of the programme and their own."""
    if not event.sessions:
        return
    listed = event.sessions.sources
    for session in event.sessions.items:
        title, note = session.title, session.note or event.sessions.note
        yield _entry("session", title, listed, note)
        sources = tuple(dict.fromkeys((*listed, *session.sources)))
        if session.day:
            yield _Claim("session-day", str(session.day), sources, title, title, note=note, listed=True)
        for chair in session.chairs:
            yield _Claim("session-chair", chair, sources, title, f"{chair} {title}", note=note, listed=True)


def _entry(what: str, item: str, sources: tuple[str, ...], note: str | None) -> _Claim:
    return _Claim(what, item, sources, words=item, note=note, listed=True)


def _listed(event: Event) -> Iterator[_Claim]:
    """Give the entries of the lists; those of one list have the same sources."""
    for what, listing in (
        ("framework", event.frameworks),
        ("country", event.countries),
        ("organization", event.organizations),
        ("side-meeting", event.side_meetings),
        ("funding", event.funding),
    ):
        if listing:
            yield from (_entry(what, item, listing.sources, listing.note) for item in listing.items)


def _documents(event: Event) -> Iterator[_Claim]:
    """Give what was adopted, and what the paragraphs of a declaration say."""
    for outcome in event.outcomes:
        title, sources = outcome.title, outcome.sources
        yield _Claim("outcome", title, sources, words=title, note=outcome.note)
        if outcome.date:
            yield _Claim("outcome-day", str(outcome.date), sources, title, words=title, note=outcome.note)
    for paragraph in event.paragraphs:
        number, subject = paragraph.number or "", paragraph.subject
        yield _Claim("paragraph", subject, paragraph.sources, number, words=number or subject, note=paragraph.note)


def _sides(dataset: Dataset, event: Event) -> Iterator[_Claim]:
    """Give the sides of the disputes about an event; the sources of all other sides say otherwise."""
    for dispute in dataset.disputes.values():
        if dispute.event != event.id:
            continue
        for side in dispute.claims:
            others = dict.fromkeys(source for other in dispute.claims for source in other.sources)
            yield _Claim(
                "dispute",
                side.says,
                side.sources,
                dispute.id,
                words=dispute.id,
                confidence="disputed",
                otherwise=tuple(source for source in others if source not in side.sources),
                disputes=(dispute.id,),
            )
