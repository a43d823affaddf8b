"""Every sentence that is made from data, with its place; the tests judge them, and people may read them.

    python -m tests.sentences FILE

writes those of the real data for every single filter and every two editions.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

from dashboard import exports
from dashboard.frames.filters import EVERY_WEIGHT, FACETS, Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.topics.disagreements import page as disagreements
from dashboard.topics.editions import compare, summary
from dashboard.topics.editions import page as compare_page
from dashboard.topics.explore import article as reader
from dashboard.topics.explore import figures, payload, sentences
from dashboard.topics.partners import figures as figures_together
from dashboard.topics.people import page as people_page
from dashboard.topics.quality import figures as figures_quality
from dashboard.topics.quality import page as quality_page
from dashboard.topics.quality import quality
from dashboard.topics.sources import coverage
from dashboard.topics.sources import figures as figures_coverage
from dashboard.topics.sources import page as coverage_page
from tests.real import SNAPSHOT

Said = Iterator[tuple[str, str]]


def single_filters(snapshot: Snapshot) -> Iterator[Filters]:
    """Give no filter, all events, and every filter of one value."""
    yield from (Filters(), Filters(weight=EVERY_WEIGHT))
    for facet in FACETS:
        yield from (replace(Filters(), **{facet: (value,)}) for value in snapshot.known[facet])


def of_filters(snapshot: Snapshot, asked: Filters) -> Said:
    """Give the sentences on the page *Explore* and on *Who works together*, and the captions of pictures."""
    left = snapshot.select(asked)
    yield "timeline", sentences.timeline_alt(left.events)
    for columns in payload.COLUMNS:
        yield f"matrix, {columns}", sentences.role_matrix_alt(left.roles, payload.matrix_columns(left, columns))
    yield "together", figures_together.together_alt(left.roles)
    yield "caption", captions.caption(snapshot, asked, left)
    yield "file", exports.file_name("events.csv", snapshot, asked)


def of_pointers(snapshot: Snapshot, asked: Filters) -> Said:
    """Give the hover texts in the charts of the events that filters leave."""
    left = snapshot.select(asked)
    for name, figure in (
        ("timeline", figures.timeline(left.events)),
        ("matrix", figures.role_matrix(left.roles, left.events)),
        ("together", figures_together.together_figure(left.roles)),
    ):
        yield from _hovers(name, figure)


def of_editions(snapshot: Snapshot, earlier: str, later: str) -> Said:
    """Give the sentences on two editions: the paragraph, and the lines of the page."""
    found = compare.compare(snapshot.dataset, earlier, later)
    yield "compare", summary.finding(found)
    yield "compare", compare.paragraph(found)
    yield from _lines("compare page", compare_page.compare_html(snapshot.dataset, found))


def of_all(snapshot: Snapshot) -> Said:
    """Give the sentences that no filter changes."""
    dataset = snapshot.dataset
    for name, value in payload.totals(snapshot).items():
        yield "title", f"{value} {name}"
    found = coverage.build(dataset)
    yield "coverage", coverage.coverage_alt(found)
    yield "coverage", figures_coverage.years_alt(found.sources)
    yield "coverage", figures_coverage.events_alt(found.events)
    yield from _hovers("coverage", figures_coverage.events_figure(found.events))
    yield from _hovers("coverage", figures_coverage.years_figure(found.sources))
    yield from _lines("coverage page", coverage_page.totals_html(found) + coverage_page.tables_html(dataset, found))
    judged = quality.build(dataset)
    yield from of_pointers(snapshot, Filters(weight=EVERY_WEIGHT))
    yield "quality", quality.completeness_alt(judged)
    yield from _hovers("quality", figures_quality.completeness_figure(dataset, judged))
    yield from _lines("quality page", quality_page.totals_html(snapshot.problems, judged))
    yield from _lines("people page", people_page.people_html(dataset))
    yield from _lines("disagreements", disagreements.disagreements_html(dataset))
    for event in dataset.events.values():
        article = reader.article_html(dataset, event)
        yield from _lines(f"head of {event.id}", article.partition("</dl>")[0])
        for proof in re.findall(r"</header><p>.*?</p>", article):
            yield from _lines(f"proof of {event.id}", proof)


def _hovers(name: str, figure) -> Said:
    for trace in figure.data:
        for text in trace.hovertext or ():
            yield f"{name}, pointer", unescape(re.sub(r"</?b>", "", text)).replace("<br>", " / ")


def _lines(name: str, html: str) -> Said:
    """Cut a page into its lines, as a reader sees them."""
    cut = re.sub(
        r"</?(?:p|li|ul|ol|dl|dd|div|dt|h\d|td|th|tr|section|header|small|thead|tbody|summary|details)\b[^>]*>",
        "\n",
        html,
    )
    for line in unescape(re.sub(r"<[^>]*>", "", cut)).split("\n"):
        if line.strip():
            yield name, line.strip()


def main(target: str) -> None:
    """Write all sentences of the real data, those that are the same once."""
    snapshot, seen, lines = SNAPSHOT, set(), []
    parts = [("all the data", of_all(snapshot))]
    for asked in single_filters(snapshot):
        for one in dict.fromkeys((asked, replace(asked, weight=EVERY_WEIGHT))):
            parts.append((f"filters {one.query()}", of_filters(snapshot, one)))
    editions = compare.editions(snapshot.dataset)
    parts += [(f"{one} and {other}", of_editions(snapshot, one, other)) for one in editions for other in editions]
    for heading, said in parts:
        lines += ["", f"== {heading}"]
        for where, text in said:
            if (where, text) not in seen:
                lines.append(f"{where}: {text}")
            seen.add((where, text))
    Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
