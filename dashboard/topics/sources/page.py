"""What the knowledge rests on, as a page around its charts: totals before them, tables after them."""

from html import escape

import pandas as pd

from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.markup import wrapped
from dashboard.look.page import Asked, Block
from dashboard.records.model import SOURCE_KINDS, Dataset
from dashboard.topics.sources import coverage
from dashboard.topics.sources.coverage import Coverage
from dashboard.topics.sources.figures import coverage_charts
from dashboard.words.counting import agreeing, counted

MOST = 12
"""More publishers than this wait behind a line that opens."""


def blocks(snapshot: Snapshot, asked: Asked) -> list[Block]:
    """Give the page: totals, both charts, tables."""
    found = coverage.build(snapshot.dataset)
    return [
        totals_html(found, dark=asked.dark),
        *coverage_charts(found),
        tables_html(snapshot.dataset, found, dark=asked.dark),
    ]


def totals_html(found: Coverage, *, dark: bool = False) -> str:
    """Write the sentence about all sources, and the totals it is made of."""
    sources, events = found.sources, found.events
    full, one = int((sources["read"] == "full").sum()), int(events["one_source"].sum())
    publishers, languages = sources["publisher"].nunique(), sources["language"].nunique()
    tiles = {
        agreeing(len(sources), "source", "sources"): len(sources),
        agreeing(publishers, "publisher", "publishers"): publishers,
        agreeing(languages, "language", "languages"): languages,
        "read in full": full,
        "only a copy found": int(sources["only_copy"].sum()),
        "events with one source": f"{one} of {len(events)}",
    }
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in tiles.items())
    sentence = escape(coverage.coverage_alt(found))
    return wrapped(f'<dl class="totals">{rows}</dl><p class="lead">{sentence}</p>', dark=dark)


def tables_html(dataset: Dataset, found: Coverage, *, dark: bool = False) -> str:
    """Write the table of languages and kinds, the publishers, and the events with one source or text."""
    if found.sources.empty:
        return ""
    return wrapped(
        f'<div class="halves">{_crossing(found.sources)}{_publishers(found.sources)}</div>'
        f"{_thin(dataset, found.events)}",
        dark=dark,
    )


def _crossing(sources: pd.DataFrame) -> str:
    table = coverage.crossing(sources)
    kinds = [kind for kind in SOURCE_KINDS if table[kind].any()]
    heads = "".join(f'<th scope="col">{SOURCE_KINDS[kind]}</th>' for kind in kinds)
    rows = "".join(
        f'<tr><th scope="row">{escape(row["label"])}</th>'
        f"{''.join(f'<td>{row[kind] or _NONE}</td>' for kind in kinds)}<td><b>{row['n_sources']}</b></td></tr>"
        for row in table.to_dict("records")
    )
    sums = "".join(f"<td><b>{table[column].sum()}</b></td>" for column in (*kinds, "n_sources"))
    return (
        '<section class="crossing"><h3>Languages and kinds</h3><table><thead><tr><th scope="col">Language</th>'
        f'{heads}<th scope="col">All</th></tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">All</th>{sums}</tr></tfoot></table></section>'
    )


_NONE = '<span class="none">–</span>'


def _publishers(sources: pd.DataFrame) -> str:
    table = coverage.tally(sources, "publisher")
    rows = [
        f"<li><span>{escape(row.label)}</span>"
        f'<i style="--share:{row.n_sources / table["n_sources"].max():.3f}"></i><b>{row.n_sources}</b></li>'
        for row in table.itertuples()
    ]
    rest = ""
    if len(rows) > MOST:
        more = counted(len(rows) - MOST, "more publisher")
        rest = f"<details><summary>{more}</summary><ul>{''.join(rows[MOST:])}</ul></details>"
    return f'<section class="publishers"><h3>Publishers</h3><ul>{"".join(rows[:MOST])}</ul>{rest}</section>'


def _thin(dataset: Dataset, events: pd.DataFrame) -> str:
    thin = events[events["one_text"]]
    rows = "".join(
        f"<li>{markup.event_link(dataset.events[row.event_id])}<small>{escape(row.when)} · "
        f"{_who(dataset, row.event_id)}</small></li>"
        for row in thin.itertuples()
    )
    if not rows:
        return ""
    heading = f"Events with one source or one text <i>{len(thin)}</i>"
    return f'<section class="thin"><h3>{heading}</h3><ul>{rows}</ul></section>'


def _who(dataset: Dataset, event_id: str) -> str:
    event = dataset.events[event_id]
    publishers = dict.fromkeys(dataset.sources[name].publisher for name in event.sources if name in dataset.sources)
    return escape("; ".join(publishers))
