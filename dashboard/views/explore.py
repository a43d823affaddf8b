"""Timeline, organizer matrix and article side by side: one component, which gets its state from `payload`."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.html import Html, render
from dashboard.look.shapes import LinkedState
from dashboard.topics.explore import payload
from dashboard.views import session
from dashboard.views.component import declare

_component = declare("linked_views", "module")


def heading(snapshot: Snapshot) -> None:
    """Draw the title, the line that says what the process is, and four figures."""
    st.html(snapshot.answer(_masthead))


def _masthead(snapshot: Snapshot) -> Html:
    process = snapshot.dataset.process
    return render(
        "views/masthead.html",
        name=process.name if process else "Dushanbe Process",
        summary=process.summary if process else "",
        totals=payload.totals(snapshot),
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
