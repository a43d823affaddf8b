"""Links from page to page, followed within the session, so that a change on trial lives on."""

from urllib.parse import parse_qs

import streamlit as st

from dashboard.library import Snapshot
from dashboard.views import state

LOADER = """
export default async (component) => {
  const { default: mount } = await import(new URL(component.data.module, document.baseURI).href);
  return mount(component);
};
"""

_component = st.components.v2.component("page_links", js=LOADER, isolate_styles=False)


def follow(snapshot: Snapshot) -> None:
    """Take over what links between the pages do; without scripts they are links as any other."""
    _component(key="links", data={"module": state.urls(snapshot)["linksModule"]}, on_go_change=_gone)


def _gone() -> None:
    if query := st.session_state["links"].go:
        st.query_params.from_dict(parse_qs(query))
