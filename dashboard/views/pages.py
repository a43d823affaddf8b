"""The pages beside the linked views: what sources say, who works together, and how the data is kept."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import assets, exports
from dashboard.frames.filters import EVERY_WEIGHT, Filters, address
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.style import css_colors
from dashboard.topics.changes import page as changes_page
from dashboard.topics.disagreements import page as disagreements
from dashboard.topics.editions import compare
from dashboard.topics.editions import page as compare_page
from dashboard.topics.partners.figures import together_chart
from dashboard.topics.quality import page as quality_page
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events, quality_chart
from dashboard.topics.sources import coverage
from dashboard.topics.sources import page as coverage_page
from dashboard.topics.sources.figures import coverage_charts
from dashboard.views import bench, chart, session

FOR_EXCEL = "In Excel, open CSV with Data > From Text/CSV, as UTF-8."
"""What stands beside a table in CSV that is not in the workbook."""

STYLE = assets.FOLDER / "css" / "evidence.css"


def show(snapshot: Snapshot, page: str) -> None:
    """Draw one of the pages other than the first."""
    st.html(STYLE)
    st.html(f"<style>{css_colors()}{markup.marks_css()}</style>")
    {
        "disagreements": _disagreements,
        "compare": _compare,
        "together": _together,
        "coverage": _coverage,
        "quality": _quality,
        "changes": _changes,
        "try": _try,
    }[page](snapshot)


def _disagreements(snapshot: Snapshot) -> None:
    st.html(disagreements.disagreements_html(snapshot.dataset, dark=_dark(), first=session.view("question")))


def _compare(snapshot: Snapshot) -> None:
    editions = compare.editions(snapshot.dataset)
    if len(editions) < 2:
        st.info("There are no two conferences to compare.")
        return
    labels = {edition: snapshot.dataset.events[edition].label for edition in editions}
    first = compare.compared_first(snapshot.dataset)
    chosen = session.view("from") or first[0], session.view("to") or first[1]
    with st.container(horizontal=True, vertical_alignment="bottom", key="editions"):
        for name, label, edition in zip(("from", "to"), ("From", "To"), chosen, strict=True):
            st.selectbox(
                label, editions, editions.index(edition), format_func=labels.get, width=200,
                **session.widget(name, edition),
            )  # fmt: skip
        st.download_button(
            "Data, CSV",
            lambda: exports.csv(compare.comparison_csv(snapshot.dataset, *chosen)),
            file_name=f"dushanbe-process-{'trial-' if snapshot.trial else ''}compare-{chosen[0]}-{chosen[1]}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.caption(FOR_EXCEL)
    comparison = compare.compare(
        snapshot.dataset, *sorted(chosen, key=editions.index)
    )  # earlier first, time runs one way
    html = compare_page.compare_html(snapshot.dataset, comparison, dark=_dark())
    st.html(html)


def _together(snapshot: Snapshot) -> None:
    asked = session.filters()
    if hidden := captions.not_shown(snapshot, asked):
        everything = address(replace(asked, weight=EVERY_WEIGHT), page="together")
        words = f'<p>Not shown: {escape(hidden)}. <a href="?{escape(everything)}">Show all</a></p>'
        st.html(markup.wrapped(words, dark=_dark()))
    found = together_chart(snapshot.select(asked), asked)
    if found is None:
        st.html('<p class="none" role="status">No two organizers share an event that passes these filters.</p>')
        st.button("Reset filters", on_click=session.act, args=({"do": "reset"},), type="tertiary")
        return
    chart.show(snapshot, found)
    st.caption("Choose a number to see those events. On the diagonal stand all events of one organizer.")


def _coverage(snapshot: Snapshot) -> None:
    found = coverage.build(snapshot.dataset)
    st.html(coverage_page.totals_html(found, dark=_dark()))
    for one in coverage_charts(found):
        chart.show(snapshot, one)
    st.html(coverage_page.tables_html(snapshot.dataset, found, dark=_dark()))


def _quality(snapshot: Snapshot) -> None:
    st.html(quality_page.totals_html(snapshot.problems, judged_events(snapshot), dark=_dark()))
    order = session.view("order")
    st.selectbox(
        "Order of the events", list(quality.ORDERS), list(quality.ORDERS).index(order), format_func=quality.ORDERS.get,
        width=260, **session.widget("order"),
    )  # fmt: skip
    chart.show(snapshot, quality_chart(snapshot, order))
    st.html(quality_page.tables_html(snapshot.problems, dark=_dark()))
    _files(snapshot, "problems.csv", "Open problems, CSV")


def _changes(snapshot: Snapshot) -> None:
    st.html(changes_page.changes_html(snapshot.dataset, dark=_dark()))
    _files(snapshot, "changes.csv", "Changes, CSV")


def _try(snapshot: Snapshot) -> None:
    bench.page(dark=_dark())


def _files(snapshot: Snapshot, name: str, label: str) -> None:
    """Offer a table of this page as a file."""
    asked = Filters()
    st.download_button(
        label, lambda: exports.EXPORTS[name].make(snapshot, asked), mime=exports.EXPORTS[name].mime,
        file_name=exports.file_name(name, snapshot, asked), on_click="ignore",
    )  # fmt: skip
    st.caption(FOR_EXCEL)


def _dark() -> bool:
    return st.context.theme.type == "dark"
