"""The questions on which sources disagree, as a page: who says what, what is shown here, and why."""

from collections.abc import Iterator
from html import escape

from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.page import Asked, Block
from dashboard.records.dates import span_words
from dashboard.records.evidence import DATE, independent, key_of
from dashboard.records.model import Claim, Dataset, Dispute, Event
from dashboard.words.counting import agreeing, capital, in_words

ANCHOR = "disagreement-"
"""Begins the element id of a question; the id of the dispute follows."""

CONCERNS = {"date": "The date", "opening": "Who opened it"}
"""What a dispute may concern besides roles and figures → its words."""


def blocks(snapshot: Snapshot, asked: Asked) -> list[Block]:
    """Give the page, with the question of the address on top."""
    return [disagreements_html(snapshot.dataset, dark=asked.dark, first=asked.view["question"])]


def disagreements_html(dataset: Dataset, *, dark: bool = False, first: str = "") -> str:
    """Write all disputes, in the order of the file; without any, one sentence. `first` is the id of one to set on top.

    Every text from the data is escaped. Needs the style sheet `assets/css/evidence.css`,
    `style.css_colors` and `markup.marks_css`. Links to events carry `data-choose`.
    """
    disputes = [dispute for dispute in dataset.disputes.values() if dispute.event in dataset.events]
    if not disputes:
        return markup.wrapped('<p class="lead">No two sources are known to disagree.</p>', dark=dark)
    entries = "".join(
        f'<li><a href="#{ANCHOR}{dispute.id}">{escape(dispute.question)}</a> '
        f"<small>{escape(dataset.events[dispute.event].label)}</small></li>"
        for dispute in disputes
    )
    number, questions = in_words(len(disputes)), agreeing(len(disputes), "question", "questions")
    lead = (
        f"{capital(number)} {questions} on which the sources read do not agree. Each side names "
        "its sources. Below the sides the page says what it shows, and why."
    )
    body = "".join(_dispute(dataset, dispute) for dispute in sorted(disputes, key=lambda one: one.id != first))
    contents = f'<ol class="contents">{entries}</ol>'
    order = f"{body}{contents}" if first else f"{contents}{body}"
    return markup.wrapped(f'<p class="lead">{lead}</p>{order}', dark=dark)


def _dispute(dataset: Dataset, dispute: Dispute) -> str:
    event = dataset.events[dispute.event]
    when = escape(span_words(event.start, event.end, event.dating))
    concerns = "".join(f"<li>{concern}</li>" for concern in _concerns(dataset, event, dispute))
    about = f'<ul class="concerns" aria-label="Disputed facts">{concerns}</ul>' if concerns else ""
    sides = "".join(_side(dataset, claim) for claim in dispute.claims)
    return (
        f'<section class="question" id="{ANCHOR}{dispute.id}"><header><h3>{escape(dispute.question)}</h3>'
        f"<p>{markup.event_link(event)}, {when}</p>{about}</header>"
        f'<ul class="sides">{sides}</ul>'
        f'<p class="shown"><b>Shown here</b> {escape(dispute.shown)}</p></section>'
    )


def _side(dataset: Dataset, claim: Claim) -> str:
    known = {name for name in claim.sources if name in dataset.sources}
    total, apart = len(known), independent(dataset, known)
    count = f"{in_words(total)} {agreeing(total, 'source', 'sources')}"
    if apart < total:
        count += ", repeating one text" if apart == 1 else f", {in_words(apart)} independent"
    return (
        f"<li><div><p>{escape(claim.says)}</p><small>{capital(count)}</small></div>"
        f"{markup.sources(dataset, claim.sources)}</li>"
    )


def _concerns(dataset: Dataset, event: Event, dispute: Dispute) -> Iterator[str]:
    for concern in dispute.concerns:
        topic, _, name = concern.partition(":")
        if topic == "role" and name in dataset.organizers:
            held = [role for role in event.roles if role.organizer == name]
            yield from (markup.role(dataset, event, role) for role in held)
            if not held:
                yield escape(dataset.organizers[name].short_name)
        elif topic == "figure":
            values = [figure.value for figure in event.figures if figure.label == name]
            words = escape(" ".join([*values, name]))
            yield markup.proof_link(dataset, event, key_of(event, concern), words)
        elif topic == DATE:
            yield markup.proof_link(dataset, event, DATE, CONCERNS[DATE])
        else:
            yield escape(CONCERNS.get(concern, concern))
