"""The page of a source: what it says about which events, what it is cited for, and which sources repeat it."""

from dataclasses import dataclass

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html
from dashboard.look.strip import strip
from dashboard.records.addresses import same_page
from dashboard.records.evidence import Proof, proofs, statement
from dashboard.records.model import LANGUAGES, READ, SOURCE_KINDS, Claim, Dataset, Dispute, Event, Source
from dashboard.topics.record.frame import Around, framed
from dashboard.words.counting import in_words


@dataclass(frozen=True)
class Mention:
    """What a source says about an event, the facts for which the event cites it, and the sides that cite it."""

    event: Event
    when: str
    words: str
    cited_for: tuple[Proof, ...]
    sides: tuple[tuple[Dispute, Claim], ...]


def source_page(snapshot: Snapshot, source: str, around: Around) -> Html:
    """Write the page of a source.

    Raises
    ------
    KeyError
        If no source has this id.
    """
    dataset = snapshot.dataset
    record = dataset.sources[source]
    all_mentions = mentions(dataset, record)
    return framed(
        "source",
        snapshot,
        around,
        source=record,
        kind=SOURCE_KINDS[record.kind],
        language=LANGUAGES[record.language],
        read=READ[record.read],
        published=markup.published(record),
        mentions=all_mentions,
        repeated=repeated(dataset, record),
        picture=strip(dataset, around.links, {part.event.id for part in all_mentions}) if all_mentions else "",
        markup=markup,
        in_words=in_words,
    )


def mentions(dataset: Dataset, source: Source) -> list[Mention]:
    """Give what a source says, event by event in order of time; also events that cite it without a statement."""
    about = {statement.event for statement in source.says}
    return [
        Mention(event, frames.planned_or_held(dataset, event), statement(dataset, source.id, event.id), cited, sides)
        for event in frames.in_order(dataset)
        for cited in [_cited_for(dataset, event, source.id)]
        for sides in [_sides(dataset, event, source.id)]
        if event.id in about or source.id in event.sources or cited or sides
    ]


def repeated(dataset: Dataset, source: Source) -> list[Source]:
    """Give the other sources that repeat the same text, or have the address of the same page."""
    return [
        other
        for other in dataset.sources.values()
        if other.id != source.id
        and (
            (source.family and other.family == source.family)
            or (source.url and other.url and same_page(other.url) == same_page(source.url))
        )
    ]


def _cited_for(dataset: Dataset, event: Event, source: str) -> tuple[Proof, ...]:
    """Give the facts of an event that cite a source, once each."""
    cited = [proof for proof in proofs(dataset, event).values() if source in proof.sources]
    return tuple(
        proof for number, proof in enumerate(cited) if proof.fact not in [other.fact for other in cited[:number]]
    )


def _sides(dataset: Dataset, event: Event, source: str) -> tuple[tuple[Dispute, Claim], ...]:
    return tuple(
        (dispute, claim)
        for dispute in dataset.disputes.values()
        if dispute.event == event.id
        for claim in dispute.claims
        if source in claim.sources
    )
