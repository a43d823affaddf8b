"""Links from page to page, followed within the session, so that a change on trial lives on."""

from urllib.parse import parse_qs

import streamlit as st

from dashboard.library import Snapshot
from dashboard.views import state
from dashboard.views.component import declare

_component = declare("page_links", "linksModule")


def follow(snapshot: Snapshot) -> None:
    """Take over what links between the pages do; without scripts they are links as any other."""
    _component(key="links", data={"urls": state.urls(snapshot)}, on_go_change=_gone)


def _gone() -> None:
    if query := st.session_state["links"].go:
        state.go(parse_qs(query))
