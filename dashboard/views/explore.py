"""Timeline, organizer matrix and article side by side: one component that is fed by `linked`."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.html import Html, render
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
    asked = session.filters()
    left = snapshot.select(asked)
    wanted = session.view("event")
    event = payload.chosen_event(left, wanted)
    data = payload.state(
        snapshot, asked, left, event=event, at=session.view("at") if event == wanted else "",
        columns=session.view("columns"), sort=session.view("sort"),
    )  # fmt: skip
    data["outside"] = snapshot.dataset.events[wanted].label if wanted and event != wanted else ""
    data["urls"] = session.urls(snapshot)
    data["answers"] = session.answered()
    _component(key="linked", data=data)
