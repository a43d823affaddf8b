"""The sources as a page around its charts: totals before them, tables after them."""

from dataclasses import dataclass

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, render
from dashboard.look.page import Block, Request
from dashboard.look.shapes import Chart
from dashboard.records.model import SOURCE_KINDS, Dataset
from dashboard.records.terms import terms_of
from dashboard.topics.sources import coverage
from dashboard.topics.sources.coverage import Coverage
from dashboard.topics.sources.figures import coverage_charts
from dashboard.words.counting import agreeing, counted

MOST = 12
"""The publishers that are shown at once; a line opens the others."""


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: totals, both charts, tables."""
    return list(snapshot.answer(_blocks, request.dark))


def _blocks(snapshot: Snapshot, dark: bool) -> tuple[Block, ...]:
    counted_sources = coverage.build(snapshot.dataset)
    return (
        totals_html(counted_sources, dark=dark),
        *snapshot.answer(_charts),
        tables_html(snapshot.dataset, counted_sources, dark=dark),
    )


def _charts(snapshot: Snapshot) -> tuple[Chart, Chart]:
    dataset = snapshot.dataset
    return coverage_charts(coverage.build(dataset), dataset.accent, terms_of(dataset))


def totals_html(counted_sources: Coverage, *, dark: bool = False) -> Html:
    """Write the totals, and the sentences about all sources."""
    sources, events = counted_sources.sources, counted_sources.events
    full, single = int((sources["read"] == "full").sum()), int(events["one_source"].sum())
    publishers, languages = sources["publisher"].nunique(), sources["language"].nunique()
    tiles = {
        agreeing(len(sources), "source", "sources"): len(sources),
        agreeing(publishers, "publisher", "publishers"): publishers,
        agreeing(languages, "language", "languages"): languages,
        "read in full": full,
        "found only as a copy": int(sources["only_copy"].sum()),
        "events with one source": f"{single} of {len(events)}",
    }
    return markup.wrapped(markup.totals(tiles, coverage.coverage_alt(counted_sources)), dark=dark)


def tables_html(dataset: Dataset, counted_sources: Coverage, *, dark: bool = False) -> Html:
    """Write the table of languages and kinds, the publishers, and the events with one source or text."""
    if counted_sources.sources.empty:
        return Html()
    crossing = coverage.crossing(counted_sources.sources, counted_sources.languages)
    kinds = {kind: name for kind, name in SOURCE_KINDS.items() if crossing[kind].any()}
    publishers = coverage.tally(counted_sources.sources, "publisher")
    shares = (publishers["n_sources"] / publishers["n_sources"].max()).map("{:.3f}".format)
    more = len(publishers) - MOST
    html = render(
        "topics/sources/tables.html",
        kinds=kinds,
        languages=crossing.to_dict("records"),
        sums=[crossing[column].sum() for column in (*kinds, "n_sources")],
        publishers=publishers.assign(share=shares).to_dict("records"),
        most=MOST,
        more=counted(more, "more publisher") if more > 0 else "",
        thin=_thin(dataset, counted_sources.events),
        eras=_eras(dataset),
    )
    return markup.wrapped(html, dark=dark)


@dataclass(frozen=True)
class Thin:
    """An event with one source or one text: the link to it, when it was, and who published about it."""

    link: Html
    when: str
    who: str


def _thin(dataset: Dataset, events: pd.DataFrame) -> list[Thin]:
    thin = events.loc[events["one_text"], ["event_id", "when"]].itertuples(index=False)
    return [Thin(markup.event_link(dataset.events[name]), when, _who(dataset, name)) for name, when in thin]


def _who(dataset: Dataset, event_id: str) -> str:
    sources = [dataset.sources[name] for name in dataset.events[event_id].sources if name in dataset.sources]
    return "; ".join(dict.fromkeys(source.publisher for source in sources))


@dataclass(frozen=True)
class NamedEra:
    """An era of the timeline: its name, its days in words, and the list of its sources."""

    name: str
    when: str
    sources: Html


def _eras(dataset: Dataset) -> list[NamedEra]:
    eras = sorted(dataset.process.eras if dataset.process else (), key=lambda era: era.begin.first())
    return [NamedEra(era.name, era.when, markup.sources(dataset, era.sources)) for era in eras]
