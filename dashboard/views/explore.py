"""Timeline, organizer matrix and article side by side: one component, which gets its state from `payload`."""

from html import escape

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.shapes import LinkedState
from dashboard.topics.explore import payload
from dashboard.views import session
from dashboard.views.component import declare

_component = declare("linked_views", "module")


def heading(snapshot: Snapshot) -> None:
    """Draw the title, the line that says what the process is, and four figures."""
    st.html(snapshot.answer(_masthead))


def _masthead(snapshot: Snapshot) -> str:
    process = snapshot.dataset.process
    figures = "".join(f"<div><dd>{value}</dd><dt>{name}</dt></div>" for name, value in payload.totals(snapshot).items())
    name, summary = (process.name, process.summary) if process else ("Dushanbe Process", "")
    return (
        f'<header class="masthead"><div><h1>{escape(name)}</h1><p>{escape(summary)}</p></div>'
        f"<dl>{figures}</dl></header>"
    )


def page(snapshot: Snapshot) -> None:
    """Draw the three views for the filters and the choice that `session` holds."""
    filters = session.filters()
    shown = snapshot.select(filters)
    wanted = session.view("event")
    event = payload.chosen_event(shown, wanted)
    views = payload.state(
        snapshot, filters, shown, event=event, at=session.view("at") if event == wanted else "",
        columns=session.view("columns"), sort=session.view("sort"),
    )  # fmt: skip
    state: LinkedState = {
        **views,
        "outside": snapshot.dataset.events[wanted].label if wanted and event != wanted else "",
        "urls": session.urls(snapshot),
        "answers": session.answered(),
    }
    _component(key="linked", data=state)
