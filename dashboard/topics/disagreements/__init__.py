"""The questions on which sources disagree, each with its sides."""

from dashboard.library import Snapshot
from dashboard.look.page import Page, Parameter
from dashboard.topics.disagreements import page


def _questions(snapshot: Snapshot) -> dict[str, str]:
    return {dispute.id: dispute.question for dispute in snapshot.dataset.disputes.values()}


PAGE = Page(
    key="disagreements",
    title="Disagreements",
    about="The questions on which sources disagree: what each side says, with its sources, and what the page shows.",
    blocks=page.blocks,
    parameters=(Parameter("question", _questions, anchor=page.ANCHOR),),
)
