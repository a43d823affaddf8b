"""The page about the data: method, licence, citation, keeper, errors."""

from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.html import render
from dashboard.look.markup import wrapped
from dashboard.look.page import Block, Citation, Request
from dashboard.words.counting import counted


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page. The citation comes between its two parts."""
    dataset = snapshot.dataset
    process = dataset.process
    values = {
        "process": process,
        "day": captions.day_of_data(snapshot),
        "keeper": process.keeper if process else None,
        "n_events": counted(len(dataset.events), "event"),
        "n_sources": counted(len(dataset.sources), "source"),
        "n_disputes": counted(len(dataset.disputes), "question"),
    }
    above, below = (
        wrapped(render(f"topics/about/{name}.html", **values), dark=request.dark) for name in ("method", "keeping")
    )
    return [above, Citation(request.dark), below]
