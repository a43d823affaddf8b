"""Timeline, organizer matrix and article side by side: one component, which chooses and draws in the browser."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.shapes import ViewsState
from dashboard.topics.explore.masthead import masthead
from dashboard.views import session
from dashboard.views.component import declare

_component = declare("linked_views", "viewsModule")


def heading(snapshot: Snapshot) -> None:
    """Draw the title, the line that says what the process is, and four totals; on the first page also what is last."""
    st.html(masthead(snapshot, first=session.view("page") == "explore"))


def page(snapshot: Snapshot) -> None:
    """Draw the linked views. They read the choice from the address, and choose and draw in the browser."""
    state: ViewsState = {"version": snapshot.stamp, "urls": session.urls(snapshot)}
    _component(key="linked", data=state)
