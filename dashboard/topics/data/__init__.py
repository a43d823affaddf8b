"""The list of all that can be downloaded, read by programs, subscribed to or embedded."""

from dashboard.library import Snapshot
from dashboard.look.page import Block, Downloads, Page, Request


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: the list, which the front and the edition get from the exports."""
    return [Downloads(request.dark)]


PAGE = Page(
    key="data",
    title="Get the data",
    about="Tables, charts, feeds, a calendar and citations as files, with what each is for, and an API.",
    blocks=blocks,
)
