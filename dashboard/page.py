"""The page: setup, load, views, and what stands around them, in the order in which the reader waits for it."""

import time
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.library import Snapshot
from dashboard.views import bench, explore, links, notices, pages, sidebar, state

VIEWS = Path(__file__).parent / "views"
ABOUT = "The Dushanbe Process: when its events happened, who organized them, and what was written about them."

# Seconds between the views and the filters: the browser draws whatever comes together, and filters take it long.
PAUSE = 0.05


def main() -> None:
    """Draw the page for one reader."""
    st.set_page_config(
        page_title="Dushanbe Process", page_icon=VIEWS / "icon.svg", layout="wide", initial_sidebar_state="auto",
        menu_items={"About": ABOUT},
    )  # fmt: skip
    st.html(VIEWS / "page.css")
    st.html(VIEWS / "print.css")
    snapshot = state.current()
    state.adopt(snapshot)
    page = state.view("page")
    beside = st.sidebar.container()
    # What a filter leaves is sent before the filters, since the reader waits for it. But widgets that do not know what
    # was set for them come first.
    if told_first := state.to_be_told():
        _filters(snapshot, page, beside)
    explore.heading(snapshot)
    st.segmented_control(
        "Page", list(state.PAGES), key="page", format_func=state.PAGES.get, required=True, on_change=state.write,
        label_visibility="collapsed",
    )  # fmt: skip
    links.follow(snapshot)
    bench.banner()
    notices.show(snapshot)
    if page == "explore":
        explore.page(snapshot)
    else:
        pages.show(snapshot, page)
    if not told_first:
        time.sleep(PAUSE)
        _filters(snapshot, page, beside)
    state.told()


def _filters(snapshot: Snapshot, page: str, beside: DeltaGenerator) -> None:
    with beside:
        sidebar.filters(snapshot, page)


if __name__ == "__main__":
    main()
