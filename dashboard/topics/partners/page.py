"""Who organizes events with whom, as a page: the chart, and what the filters leave out of it."""

from dataclasses import dataclass, replace

import pandas as pd

from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.frames.rows import rows
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.html import Html, render
from dashboard.look.links import query_string
from dashboard.look.page import Act, Block, Note, Request, Row
from dashboard.look.shapes import Chart
from dashboard.records.model import Dataset
from dashboard.topics.partners import together
from dashboard.topics.partners.figures import together_chart
from dashboard.words.counting import counted, in_words, listed


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the chart of the events that remain; if no two organizers share one, a sentence and a button that helps."""
    chart = snapshot.answer(_chart, request.filters)
    if chart is None:
        below = _none(snapshot, request.filters)
    else:
        below = [
            Row("with-whom", (chart, snapshot.answer(_pairs, request.filters, request.dark))),
            Note("Choose a number to see those events."),
        ]
    return [*_hidden(snapshot, request), *below]


def _none(snapshot: Snapshot, filters: Filters) -> list[Block]:
    """Say why there is no chart. The button is there only if the filters may be the reason."""
    if snapshot.frames.events.empty:
        return [markup.nothing("The data has no events.")]
    if filters == Filters():
        return [markup.nothing("No two organizers share an event that is shown.")]
    none = markup.nothing("No two organizers share an event that passes these filters.")
    return [none, Act("Reset filters", {"do": "reset"})]


def _chart(snapshot: Snapshot, filters: Filters) -> Chart | None:
    return together_chart(snapshot.select(filters), filters, snapshot.dataset.accent)


def _pairs(snapshot: Snapshot, filters: Filters, dark: bool) -> Html:
    return pairs_html(snapshot.dataset, together.pairs(snapshot.select(filters).roles), filters, dark=dark)


@dataclass(frozen=True)
class PairShown:
    """Two organizers that share events: the query of the link to those events, the names, and links to each event."""

    query: str
    names: str
    number: int
    events: tuple[Html, ...]
    about: str


def pairs_html(dataset: Dataset, pairs: pd.DataFrame, filters: Filters, *, dark: bool = False) -> Html:
    """List the pairs with their events, those with the most first; pairs of a single event are behind a line.

    Links keep the filters. The style sheet is `assets/css/evidence.css`, with `markup.styles`.
    """
    shown = [_pair(dataset, row, filters) for row in rows(pairs, together.PairRow)]
    several = [pair for pair in shown if pair.number > 1]
    return markup.wrapped(
        render(
            "topics/partners/pairs.html",
            several=several,
            single=[pair for pair in shown if pair.number == 1],
            count=counted,
        ),
        dark=dark,
    )


def _pair(dataset: Dataset, row: together.PairRow, filters: Filters) -> PairShown:
    query = query_string({}, replace(filters, together=(row.organizer_a, row.organizer_b)))
    events = tuple(markup.event_link(dataset.events[event]) for event in row.event_ids.split())
    at = "" if row.n_disputed == row.n_events else f" at {in_words(row.n_disputed)} of them"
    about = f"a role is disputed{at}" if row.n_disputed else ""
    return PairShown(query, listed((row.name_a, row.name_b)), row.n_events, events, about)


def frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give the pairs that organized an event which remains, columns as in `together.PAIRS`."""
    return together.pairs(snapshot.select(request.filters).roles)


def _hidden(snapshot: Snapshot, request: Request) -> list[Block]:
    hidden = captions.not_shown(snapshot, request.filters)
    if not hidden:
        return []
    everything = query_string({"page": "together"}, replace(request.filters, weight=EVERY_WEIGHT))
    words = render("topics/partners/hidden.html", hidden=hidden, everything=everything)
    return [markup.wrapped(words, dark=request.dark)]
