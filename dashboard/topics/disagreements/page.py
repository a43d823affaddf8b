"""The questions on which sources disagree, as a page: who says what, what is shown here, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, escaped, render
from dashboard.look.page import Block, Request
from dashboard.records.evidence import CONCERNS, DATE, independent, key_of
from dashboard.records.model import Claim, Dataset, Dispute, Event
from dashboard.words.counting import agreeing, capital, in_words

ANCHOR = "disagreement-"
"""Begins the element id of a question; the id of the dispute follows."""


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page, with the question of the address on top."""
    return [snapshot.answer(_html, request.dark, request.view["question"])]


def _html(snapshot: Snapshot, dark: bool, first: str) -> Html:
    return disagreements_html(snapshot.dataset, dark=dark, first=first)


def disagreements_html(dataset: Dataset, *, dark: bool = False, first: str = "") -> Html:
    """Write all disputes, in the order of the file; without any, one sentence. `first` is the id of one to set on top.

    Needs the style sheet `assets/css/evidence.css` and `markup.styles`. Links to events carry `data-choose`.
    """
    questions = [
        _question(dataset, dispute) for dispute in dataset.disputes.values() if dispute.event in dataset.events
    ]
    if not questions:
        return markup.wrapped(markup.lead("No two sources are known to disagree."), dark=dark)
    number = len(questions)
    html = render(
        "topics/disagreements/page.html",
        anchor=ANCHOR,
        first=first,
        number=f"{in_words(number)} {agreeing(number, 'question', 'questions')}",
        contents=questions,
        questions=sorted(questions, key=lambda question: question.dispute.id != first),
    )
    return markup.wrapped(html, dark=dark)


@dataclass(frozen=True)
class Side:
    """One side of a dispute: what it says, how many sources say so, and which."""

    says: str
    count: str
    sources: Html


@dataclass(frozen=True)
class Question:
    """A dispute with its event: the link to it, when it was, what is in dispute, and the sides."""

    dispute: Dispute
    event: Event
    link: Html
    when: str
    concerns: tuple[Html, ...]
    sides: tuple[Side, ...]


def _question(dataset: Dataset, dispute: Dispute) -> Question:
    event = dataset.events[dispute.event]
    return Question(
        dispute,
        event,
        markup.event_link(event),
        frames.planned_or_held(dataset, event),
        tuple(_concerns(dataset, event, dispute)),
        tuple(_side(dataset, claim) for claim in dispute.claims),
    )


def _side(dataset: Dataset, claim: Claim) -> Side:
    known = {name for name in claim.sources if name in dataset.sources}
    total, apart = len(known), independent(dataset, known)
    count = f"{in_words(total)} {agreeing(total, 'source', 'sources')}"
    if apart < total:
        count += ", repeating one text" if apart == 1 else f", {in_words(apart)} independent"
    return Side(claim.says, capital(count), markup.sources(dataset, claim.sources))


def _concerns(dataset: Dataset, event: Event, dispute: Dispute) -> Iterator[Html]:
    for concern in dispute.concerns:
        topic, _, name = concern.partition(":")
        if topic == "role" and name in dataset.organizers:
            roles = [role for role in event.roles if role.organizer == name]
            yield from (markup.role(dataset, event, role) for role in roles)
            if not roles:
                yield escaped(dataset.organizers[name].short_name)
        elif topic == "figure":
            values = [figure.value for figure in event.figures if figure.label == name]
            yield markup.proof_link(dataset, event, key_of(event, concern), " ".join([*values, name]))
        elif topic == DATE:
            yield markup.proof_link(dataset, event, DATE, CONCERNS[DATE])
        else:
            yield escaped(CONCERNS.get(concern, concern))
