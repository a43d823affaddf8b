"""The charts of the sources, and a sentence about each. Counting is in `coverage`."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames.filters import Filters
from dashboard.frames.rows import rows as rows_of
from dashboard.look.markup import NOT_DATED
from dashboard.look.plot import HOVER, bold, chart, escape, layout, lines, name_rows
from dashboard.look.shapes import Chart
from dashboard.look.style import DOUBT, INK, KIND_COLORS, LINE, MUTED, PAPER
from dashboard.records.model import ACCENT, LANGUAGES, SOURCE_KINDS, Accent
from dashboard.records.terms import TERMS, Terms
from dashboard.topics.sources.coverage import Coverage, EventRow, how_read
from dashboard.words.counting import agreeing, counted, listed

TITLES = {
    "years": "sources by year of publication",
    "events": "sources of each event",
}
"""The titles above downloaded figures."""

SOURCE_COLORS = {
    "official": KIND_COLORS["conference"],
    "press": KIND_COLORS["declaration"],
    "ngo": KIND_COLORS["side-event"],
    "academic": KIND_COLORS["preparation"],
}
"""Kind of source → its colour; all are known to the dark page."""

SHORTEST_SCALE = 8
"""The axis of the bars is at least this long, so that there is room for the words at their ends."""

ROW = 21
"""Height of an event's row in pixels."""


def years_figure(sources: pd.DataFrame) -> go.Figure:
    """Draw how many sources were published in each year, by kind.

    Parameters
    ----------
    sources
        Columns as in `coverage.SOURCES`.

    Returns
    -------
    One trace of bars per kind, in the order of `model.SOURCE_KINDS`, stacked; `customdata` is year and
    kind, the year empty for sources not dated, which come last. Years without sources keep their
    place. Trace `sum` writes the number above each bar. An empty frame gives a figure without traces.
    """
    figure = go.Figure(layout=layout(height=270))
    dated = sources["year"].dropna()
    years = [str(year) for year in range(dated.min(), dated.max() + 1)] if len(dated) else []
    years += [""] if len(dated) < len(sources) else []
    labels = [year or lines(NOT_DATED.split()) for year in years]
    of_year = sources["year"].astype("str").where(sources["year"].notna(), "")
    for kind, name in SOURCE_KINDS.items():
        counts = of_year[sources["kind"] == kind].value_counts()
        if len(counts):
            figure.add_trace(_bars(kind, name, labels, years, [int(counts.get(year, 0)) for year in years]))
    totals = [int((of_year == year).sum()) for year in years]
    if years:
        figure.add_trace(_sums(labels, years, totals))
    figure.update_layout(
        barmode="stack", bargap=0.32, showlegend=True, margin={"l": 4, "r": 4, "t": 8, "b": 40},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal", "itemclick": False,
                "itemdoubleclick": False},
    )  # fmt: skip
    figure.update_xaxes(
        type="category",
        linecolor=LINE,
        showgrid=False,
        ticks="",
        dtick=1,
        tickangle=0,
        tickfont={"color": MUTED, "size": 11},
        fixedrange=True,
    )
    figure.update_yaxes(visible=False, fixedrange=True, range=[0, max(totals, default=1) * 1.12])
    return figure


def years_alt(sources: pd.DataFrame) -> str:
    """Say in words when the sources were published."""
    if sources.empty:
        return "The data has no sources."
    dated = sources["year"].dropna()
    if dated.empty:
        return "No source is dated."
    counts = dated.value_counts().sort_index()
    most = [str(year) for year in counts[counts == counts.max()].index]
    without = len(sources) - len(dated)
    end = f" {counted(without, 'source')} {agreeing(without, 'is', 'are')} not dated." if without else ""
    years = ", ".join(f"{year}: {count}" for year, count in counts.items())
    are = agreeing(len(most), "year with the most sources is", "years with the most sources are")
    head = f" The {are} {listed(most)}." if len(counts) > len(most) else ""
    return f"Sources by year of publication: {years}.{head}{end}"


def events_figure(events: pd.DataFrame, terms: Terms = TERMS) -> go.Figure:
    """Draw how many sources each event has, and how many of them were read in full.

    Parameters
    ----------
    events
        Columns as in `coverage.EVENTS`; rows from top to bottom in the order given.
    terms
        What the series calls kinds of events.

    Returns
    -------
    Traces `full` and `part` are bars side by side; trace `number` writes how many there are;
    traces `one-source` and `one-text` write it in another colour for events that have one
    source, or several that repeat one text. `customdata[0]` is the event id, `meta` holds the
    part. An empty frame gives a figure without traces.
    """
    figure = go.Figure(layout=layout(height=46 + ROW * len(events)))
    color = KIND_COLORS["conference"]
    if len(events):
        figure.add_trace(_reading("full", "Read in full", events, "n_full", color, color, terms.kinds))
        figure.add_trace(_reading("part", "Only the opening read", events, "n_part", PAPER, color, terms.kinds))
        firm = ~events["one_text"]
        marked = {
            "number": ("Sources", events[firm]),
            "one-source": ("One source", events[events["one_source"]]),
            "one-text": ("Sources repeat one text", events[events["one_text"] & ~events["one_source"]]),
        }
        figure.add_traces([_ends(part, name, rows, terms.kinds) for part, (name, rows) in marked.items() if len(rows)])
    figure.update_layout(
        barmode="stack", bargap=0.42, showlegend=True, margin={"l": 4, "r": 40, "t": 40, "b": 6},
        legend={"orientation": "h", "x": 0, "xref": "container", "y": 1, "yref": "container", "yanchor": "top",
                "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, max([SHORTEST_SCALE, *events["n_sources"]])])
    name_rows(figure, list(events["event"]), linecolor=LINE)
    return figure


def events_alt(events: pd.DataFrame) -> str:
    """Say in words which events have the most sources and which have one."""
    if events.empty:
        return "The data has no events."
    most = events.sort_values("n_sources", ascending=False, kind="stable").head(4)
    named = ", ".join(f"{row.event} ({row.n_sources})" for row in most.itertuples())
    single = list(events.loc[events["one_source"], "event"])
    repeated = list(events.loc[events["one_text"] & ~events["one_source"], "event"])
    parts = [f"{'Events with the most sources' if len(events) > len(most) else 'Sources per event'}: {named}"]
    if single:
        have = agreeing(len(single), "has", "have")
        parts.append(f"{len(single)} of {counted(len(events), 'event')} {have} one source: {'; '.join(single)}")
    if repeated:
        have = agreeing(len(repeated), "has", "have")
        several = f"{counted(len(repeated), 'event')} {have} several sources that repeat one text"
        parts.append(f"{several}: {'; '.join(repeated)}")
    return ". ".join(parts) + "."


def _bars(kind: str, name: str, labels: list[str], years: list[str], counts: list[int]) -> go.Bar:
    return go.Bar(
        name=name,
        meta={"part": kind},
        x=labels,
        y=counts,
        customdata=[[year, kind] for year in years],
        marker={"color": SOURCE_COLORS[kind], "line": {"color": PAPER, "width": 1}},
        hovertext=[f"{year or NOT_DATED}: {count} {name.lower()}" for year, count in zip(years, counts, strict=True)],
        hovertemplate=HOVER,
    )


def _sums(labels: list[str], years: list[str], totals: list[int]) -> go.Scatter:
    return go.Scatter(
        name="Sources",
        meta={"part": "sum"},
        mode="text",
        x=labels,
        y=totals,
        customdata=[[year, ""] for year in years],
        text=[str(total) if total else "" for total in totals],
        textposition="top center",
        textfont={"size": 13, "color": INK},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def _reading(
    part: str, name: str, events: pd.DataFrame, column: str, fill: str, line: str, kinds: Mapping[str, str]
) -> go.Bar:
    return go.Bar(
        name=name,
        meta={"part": part},
        orientation="h",
        x=list(events[column]),
        y=list(range(len(events))),
        customdata=[[event_id] for event_id in events["event_id"]],
        marker={"color": fill, "line": {"color": line, "width": 1.2}},
        hovertext=[_hover(row, kinds) for row in rows_of(events, EventRow)],
        hovertemplate=HOVER,
    )


def _ends(part: str, name: str, rows: pd.DataFrame, kinds: Mapping[str, str]) -> go.Scatter:
    """Write the number of sources at the end of each bar; the index of `rows` in the whole frame is their place."""
    words = {"one-source": "one source", "one-text": "{} sources, one text"}
    return go.Scatter(
        name=name,
        meta={"part": part},
        mode="text",
        x=list(rows["n_sources"]),
        y=list(rows.index),
        customdata=[[event_id] for event_id in rows["event_id"]],
        text=[f"\u2002{words.get(part, '{}').format(row.n_sources)}" for row in rows_of(rows, EventRow)],
        textposition="middle right",
        textfont={"size": 12, "color": MUTED if part == "number" else DOUBT},
        hovertext=[_hover(row, kinds) for row in rows_of(rows, EventRow)],
        hovertemplate=HOVER,
        showlegend=False,
        cliponaxis=False,
    )


def _hover(row: EventRow, kinds: Mapping[str, str]) -> str:
    parts = [
        f"{bold(row.event)}, {escape(row.when)}",
        f"{escape(kinds[row.kind])}: {counted(row.n_sources, 'source')}{_independent(row)}",
        how_read(row.n_full, row.n_part),
        f"{_words(row.kinds, SOURCE_KINDS).lower()}; {_words(row.languages, LANGUAGES)}",
    ]
    return lines(parts)


def _independent(row: EventRow) -> str:
    if row.n_sources < 2:
        return ""
    if row.one_text:
        return ", which repeat one text"
    if row.n_independent == 1:
        return ", not independent of each other"
    apart = "" if row.n_independent == row.n_sources else f"{row.n_independent} "
    return f", {apart}independent of each other"


def _words(ids: str, names: Mapping[str, str]) -> str:
    return ", ".join(names[word] for word in ids.split())


def coverage_charts(counted_sources: Coverage, accent: Accent = ACCENT, terms: Terms = TERMS) -> tuple[Chart, Chart]:
    """Describe the charts of sources by year and of sources by event; both show all the data."""
    sources, events = counted_sources.sources, counted_sources.events
    year = sources["year"].astype("str").where(sources["year"].notna(), NOT_DATED)
    by_year = sources.assign(year=year).groupby(["year", "kind"]).size().reset_index(name="sources")
    by_event = events[["event", "when", "n_sources", "n_independent", "n_full", "n_part", "languages"]]
    names = {
        "year": "Year", "kind": "Kind", "sources": "Sources", "event": "Event", "when": "When", "n_sources": "Sources",
        "n_independent": "Independent", "n_full": "Read in full", "n_part": "Read in part", "languages": "Languages",
    }  # fmt: skip
    return (
        chart(
            "coverage-years", "Sources by year of publication", years_figure(sources).to_plotly_json(),
            years_alt(sources), by_year.rename(columns=names), Filters(), accent=accent,
        ),
        chart(
            "coverage-events", "Sources of each event", events_figure(events, terms).to_plotly_json(),
            events_alt(events), by_event.rename(columns=names), Filters(),
            events[["event_id"]].values.tolist(), accent,
        ),
    )  # fmt: skip
