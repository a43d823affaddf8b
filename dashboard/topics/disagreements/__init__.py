"""The questions on which sources disagree, each with its sides."""

from dashboard.library import Snapshot
from dashboard.look.page import Page, Parameter
from dashboard.topics.disagreements import page


def _questions(snapshot: Snapshot) -> dict[str, str]:
    return {dispute.id: dispute.question for dispute in snapshot.dataset.disputes.values()}


PAGE = Page(
    key="disagreements",
    title="Disagreements",
    blocks=page.blocks,
    parameters=(Parameter("question", _questions),),
)
