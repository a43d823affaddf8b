"""Widgets → filters. Each choice says how many events it would leave."""

from html import escape

import streamlit as st

from dashboard.filters import MAX_TEXT
from dashboard.library import Snapshot
from dashboard.views import state

LABELS = {"year": "Year", "organizer": "Organizer", "role": "Role", "kind": "Kind of event", "weight": "Weight"}


def filters(snapshot: Snapshot, page: str) -> None:
    """Draw the filters where the page follows them; what they hold is read through `state.filters`."""
    if page not in state.FILTERED:
        st.caption("This page shows all the data. Filters work on Explore and on Who works together.")
        return
    counts = snapshot.counts(state.filters())
    st.text_input(
        "Search", key="q", type="search", live=True, max_chars=MAX_TEXT, on_change=state.write,
        placeholder="Titles, people, articles", icon=":material/search:",
    )  # fmt: skip
    for facet in ("year", "organizer", "role", "kind", "weight"):
        labels = snapshot.known[facet]

        def label(value: str, facet: str = facet, labels: dict[str, str] = labels) -> str:
            return f"{labels[value]} ({counts[facet].get(value, 0)})"

        state.renew(facet)
        if facet in ("organizer", "role"):
            st.multiselect(
                LABELS[facet], list(labels), key=facet, format_func=label, on_change=state.write,
                placeholder=f"Any {LABELS[facet].lower()}", select_all=False,
            )  # fmt: skip
        else:
            st.pills(
                LABELS[facet], list(labels), key=facet, format_func=label, selection_mode="multi", on_change=state.write
            )
        process = snapshot.dataset.process
        if facet == "year" and process and process.covered_until:
            st.html(f'<p class="until">Events were searched for until {escape(process.covered_until.words())}.</p>')
