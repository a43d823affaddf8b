"""One chart with its downloads and its table, for the pages beside the linked views."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.views import state

LOADER = """
export default async (component) => {
  const { default: mount } = await import(new URL(component.data.urls.figureModule, document.baseURI).href);
  return mount(component);
};
"""

_component = st.components.v2.component("figure_view", js=LOADER, isolate_styles=False)


def show(snapshot: Snapshot, chart: dict) -> None:
    """Draw a chart as `linked.chart` describes it."""
    key = f"chart {chart['view']}"  # a filter is called together, too

    def acted() -> None:
        if marked := st.session_state[key].act:
            state.act(marked, state.current().dataset.events)

    _component(key=key, data=chart | {"urls": state.urls(snapshot)}, on_act_change=acted)
