"""From a mark to its proof: for every role, figure and date of an event, who says so and who says otherwise."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.records.addresses import same_page
from dashboard.records.model import (
    CONFIDENCE_WORDS,
    CONFIDENCES,
    Claim,
    Dataset,
    Dispute,
    Event,
    Figure,
    Role,
)
from dashboard.records.terms import terms_of
from dashboard.words.counting import capital

DATE = "date"
"""The key of the proof of an event's date, and the word for it in marks and disputes."""

CONCERNS = {DATE: "The date", "opening": "Who opened it"}
"""What a dispute may concern besides roles and figures → its words."""


@dataclass(frozen=True)
class Fact:
    """A role, a figure or the date of an event.

    `key` is its word in links, different from every other of the event: the id of the organizer, `figure-` and the
    words of the label, or `date`. `concern` is its word in disputes and in marks of articles. `record` is the event
    itself for the date.
    """

    key: str
    concern: str
    sources: tuple[str, ...]
    record: Role | Figure | Event


@dataclass(frozen=True)
class Proof:
    """The proof of one fact.

    `key` is its word in links, as in `Fact`.
    `sources` are those that say so, and `otherwise` the sides of a dispute that have only other sources. `attested`
    says how well the fact is attested, and is empty for the date.
    """

    key: str
    fact: str
    confidence: str
    sources: tuple[str, ...]
    attested: str = ""
    note: str = ""
    role: Role | None = None
    disputes: tuple[Dispute, ...] = ()
    otherwise: tuple[Claim, ...] = ()


def facts(event: Event) -> list[Fact]:
    """Give the roles, figures and date of an event, in the order of the record; a date without sources is left out."""
    all_facts = [Fact(role.organizer, f"role:{role.organizer}", role.sources, role) for role in event.roles]
    taken = {DATE, *(fact.key for fact in all_facts)}
    for figure in event.figures:
        key = plain = figure_key(figure.label)
        number = 1
        while key in taken:  # the check asks for different labels; until then the first figure keeps the key
            number += 1
            key = f"{plain}-{number}"
        taken.add(key)
        all_facts.append(Fact(key, f"figure:{figure.label}", figure.sources, figure))
    return all_facts + ([Fact(DATE, DATE, event.date_sources, event)] if event.date_sources else [])


def former_keys(event: Event) -> dict[str, str]:
    """Give the keys that figures of an event had under former labels, each with its present key."""
    current = facts(event)
    former = {
        figure_key(label): fact.key
        for fact in current
        if isinstance(fact.record, Figure)
        for label in fact.record.aliases
    }
    return {old: now for old, now in former.items() if old not in {fact.key for fact in current}}


def key_of(event: Event, concern: str) -> str:
    """Give the key of the fact that a dispute concerns; empty if the event does not have it."""
    return next((fact.key for fact in facts(event) if fact.concern == concern), "")


def proofs(dataset: Dataset, event: Event) -> dict[str, Proof]:
    """Give the proof of each role, figure and date of an event, by key, in the order of the record.

    Keys that figures had before follow, with the same proofs.
    """
    by_key = {fact.key: _proof(dataset, event, fact) for fact in _shown(dataset, event)}
    return by_key | {old: replace(by_key[now], key=old) for old, now in former_keys(event).items()}


def proof_keys(dataset: Dataset, event: Event) -> list[str]:
    """Give the keys of the same proofs, in the same order, also of an event that has faults."""
    return list(dict.fromkeys([fact.key for fact in _shown(dataset, event)] + list(former_keys(event))))


def keys(dataset: Dataset) -> set[str]:
    """Give the keys that a link may name, of all events."""
    return {key for event in dataset.events.values() for key in proof_keys(dataset, event)}


def figure_key(label: str) -> str:
    """Make the key of a figure from its label, in any script: `figure-countries-another-count`."""
    return "-".join(["figure", *plain_words(label)])


def plain_words(text: str) -> list[str]:
    """Split a text in any script into words of small letters and digits, without signs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return "".join(letters).split()


def statement(dataset: Dataset, source_id: str, event_id: str) -> str:
    """Say what a source says about an event, in our words; empty if the data has no statement."""
    source = dataset.sources.get(source_id)
    return " ".join(part.text for part in source.says if part.event == event_id) if source else ""


def independent(dataset: Dataset, source_ids: Iterable[str], facts: Iterable[Role | Figure] = ()) -> int:
    """Count sources that are independent of each other.

    Sources count as one if they are of one family, which repeats one text, or have the address of one page, or if one
    of `facts` counts them as one.
    """
    as_one = [fact for fact in facts if _counts_as_one(fact)]
    apart: list[set[tuple[str, str]]] = []
    for source_id in set(source_ids) & dataset.sources.keys():
        source = dataset.sources[source_id]
        shared = {("family", source.family) if source.family else ("id", source.id)}
        shared |= {("page", same_page(source.url))} if source.url else set()
        shared |= {("fact", str(number)) for number, fact in enumerate(as_one) if source_id in fact.sources}
        joined = [group for group in apart if group & shared]
        apart = [group for group in apart if not group & shared] + [shared.union(*joined)]
    return len(apart)


def attested(fact: Role | Figure) -> str:
    """Say how well a fact is attested; several sources of a fact that is `single` count as one."""
    return capital(_AS_ONE) if _counts_as_one(fact) else CONFIDENCES[fact.confidence]


def attested_briefly(fact: Role | Figure) -> str:
    """Say the same in a word or two; empty for a fact that is confirmed."""
    return _AS_ONE if _counts_as_one(fact) else CONFIDENCE_WORDS.get(fact.confidence, "")


def well_attested(dataset: Dataset, record: Role | Figure) -> bool:
    """Tell whether two or more independent sources say so.

    If the record says that its sources count as one, they do. A deduced fact has no source that says it.
    """
    return record.confidence in ("confirmed", "disputed") and independent(dataset, record.sources) > 1


_AS_ONE = "counted as one source"


def _counts_as_one(fact: Role | Figure) -> bool:
    return fact.confidence == "single" and len(set(fact.sources)) > 1


def _shown(dataset: Dataset, event: Event) -> list[Fact]:
    # The check reports an unknown organizer; the page shows the other roles.
    known = dataset.organizers
    return [fact for fact in facts(event) if not isinstance(fact.record, Role) or fact.record.organizer in known]


def _proof(dataset: Dataset, event: Event, fact: Fact) -> Proof:
    record = fact.record
    disputes = tuple(
        dispute
        for dispute in dataset.disputes.values()
        if dispute.event == event.id and fact.concern in dispute.concerns
    )
    otherwise = tuple(
        claim for dispute in disputes for claim in dispute.claims if not set(claim.sources) & set(fact.sources)
    )
    if isinstance(record, Role):
        words = f"{dataset.organizers[record.organizer].short_name}: {terms_of(dataset).role(record.role)}"
    elif isinstance(record, Figure):
        words = f"{record.value} {record.label}"
    else:
        return Proof(fact.key, "The date", "", fact.sources, "", event.date_note or "", None, disputes, otherwise)
    role = record if isinstance(record, Role) else None
    return Proof(
        fact.key, words, record.confidence, fact.sources, attested(record), record.note or "", role, disputes, otherwise
    )
