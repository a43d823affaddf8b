"""Search and filters. Each choice says how many events it would leave."""

import streamlit as st

from dashboard.frames.filters import MAX_TEXT
from dashboard.library import Snapshot
from dashboard.look.shapes import Facet, FilterState
from dashboard.views import address, notices, session
from dashboard.views.component import declare
from dashboard.words.counting import listed

LABELS = {"year": "Year", "kind": "Kind of event", "weight": "Weight", "organizer": "Organizer", "role": "Role"}
"""Facet → its heading, the short ones first."""

# Not Streamlit's own widgets: they report a choice by its label, and the number in the label changes with every filter.
_component = declare("filters", "filtersModule")


def filters(snapshot: Snapshot, page: str) -> None:
    """Draw the filters if the page follows them; `session.filters` gives their values."""
    if page not in address.FILTERED:
        filtered = listed(f"on {title}" for title in address.FILTERED.values())
        notices.note(f"This page shows all the data. Filters work {filtered}.")
        return
    st.text_input(
        "Search", session.filters().q, type="search", live=True, max_chars=MAX_TEXT,
        placeholder="Titles, people, articles", icon=":material/search:", **session.widget("q"),
    )  # fmt: skip
    state: FilterState = {"facets": _facets(snapshot), "answers": session.answered(), "urls": session.urls(snapshot)}
    _component(key="filters", data=state)


def _facets(snapshot: Snapshot) -> list[Facet]:
    chosen = session.filters()
    counts = snapshot.counts(chosen)
    return [
        {
            "name": facet,
            "label": heading,
            "values": [
                {"id": value, "label": label, "count": counts[facet].get(value, 0)}
                for value, label in snapshot.known[facet].items()
            ],
            "chosen": list(getattr(chosen, facet)),
        }
        for facet, heading in LABELS.items()
    ]
