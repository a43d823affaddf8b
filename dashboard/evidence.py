"""From a mark to its proof: for every role, figure and date of an event, who says so and who says otherwise."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.model import Claim, Dataset, Dispute, Event, Role, role_word

DATE = "date"
"""The key of the proof of an event's date."""


@dataclass(frozen=True)
class Proof:
    """What carries one fact.

    `key` is its word in links: the id of the organizer, `figure-` and the label's slug, or `date`.
    `sources` say so; `otherwise` are the sides of a dispute that rest on other sources alone.
    """

    key: str
    fact: str
    confidence: str
    sources: tuple[str, ...]
    note: str = ""
    role: Role | None = None
    disputes: tuple[Dispute, ...] = ()
    otherwise: tuple[Claim, ...] = ()


def proofs(dataset: Dataset, event: Event) -> dict[str, Proof]:
    """Give the proof of each role, figure and date of an event, by key, in the order of the record."""
    found = []
    for role in event.roles:
        organizer = dataset.organizers.get(role.organizer)
        if organizer:
            fact = f"{organizer.short_name}: {role_word(role.role)}"
            concern = f"role:{role.organizer}"
            found.append(_proof(dataset, event, organizer.id, fact, concern, role.confidence, role.sources, role))
    for figure in event.figures:
        key, fact, concern = figure_key(figure.label), f"{figure.value} {figure.label}", f"figure:{figure.label}"
        found.append(_proof(dataset, event, key, fact, concern, figure.confidence, figure.sources, figure))
    if event.date_sources:
        found.append(_proof(dataset, event, DATE, "The date", DATE, "", event.date_sources))
    return {proof.key: proof for proof in found}


def keys(dataset: Dataset) -> set[str]:
    """Give every key that a link may name, of whichever event."""
    return {key for event in dataset.events.values() for key in proofs(dataset, event)}


def figure_key(label: str) -> str:
    """Make the key of a figure from its label: `figure-countries-another-count`."""
    return "figure-" + re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


def statement(dataset: Dataset, source_id: str, event_id: str) -> str:
    """Say what a source says about an event, in our words; empty where it is not written down."""
    source = dataset.sources.get(source_id)
    return " ".join(said.text for said in source.says if said.event == event_id) if source else ""


def independent(dataset: Dataset, source_ids: Iterable[str]) -> int:
    """Count sources that are independent of each other: those of one family repeat one text and count as one."""
    known = (dataset.sources[source_id] for source_id in set(source_ids) if source_id in dataset.sources)
    return len({source.family or source.id for source in known})


def _proof(dataset, event, key, fact, concern, confidence, sources, record=None) -> Proof:
    disputes = tuple(
        dispute for dispute in dataset.disputes.values() if dispute.event == event.id and concern in dispute.concerns
    )
    otherwise = tuple(
        claim for dispute in disputes for claim in dispute.claims if not set(claim.sources) & set(sources)
    )
    role = record if isinstance(record, Role) else None
    note = (record.note if record is not None else event.date_note) or ""
    return Proof(key, fact, confidence, sources, note, role, disputes, otherwise)
