"""Who organizes events with whom, as a page: the chart, and what the filters leave out of it."""

from dataclasses import replace

import pandas as pd

from dashboard.frames.filters import EVERY_WEIGHT, Filters, address
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.html import render
from dashboard.look.page import Act, Block, Note, Request
from dashboard.look.shapes import Chart
from dashboard.topics.partners import together
from dashboard.topics.partners.figures import together_chart


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the chart of the events that remain; if no two organizers share one, a sentence and a button that helps."""
    chart = snapshot.answer(_chart, request.filters)
    if chart is None:
        none = markup.nothing("No two organizers share an event that passes these filters.")
        below: list[Block] = [none, Act("Reset filters", {"do": "reset"})]
    else:
        below = [chart, Note("Choose a number to see those events. The diagonal shows all events of one organizer.")]
    return [*_hidden(snapshot, request), *below]


def _chart(snapshot: Snapshot, filters: Filters) -> Chart | None:
    return together_chart(snapshot.select(filters), filters)


def frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give the pairs that organized an event which remains, columns as in `together.PAIRS`."""
    return together.pairs(snapshot.select(request.filters).roles)


def _hidden(snapshot: Snapshot, request: Request) -> list[Block]:
    hidden = captions.not_shown(snapshot, request.filters)
    if not hidden:
        return []
    everything = address(replace(request.filters, weight=EVERY_WEIGHT), page="together")
    words = render("topics/partners/hidden.html", hidden=hidden, everything=everything)
    return [markup.wrapped(words, dark=request.dark)]
