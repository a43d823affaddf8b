"""The page, top to bottom: setup, load, filters, views."""

from pathlib import Path

import streamlit as st

from dashboard.views import bench, explore, links, notices, pages, sidebar, state

VIEWS = Path(__file__).parent / "views"
ABOUT = "The Dushanbe Process: when its events happened, who organized them, and what was written about them."


def main() -> None:
    """Draw the page for one reader."""
    st.set_page_config(
        page_title="Dushanbe Process", page_icon=VIEWS / "icon.svg", layout="wide", initial_sidebar_state="auto",
        menu_items={"About": ABOUT},
    )  # fmt: skip
    st.html(VIEWS / "page.css")
    snapshot = state.current()
    state.adopt(snapshot)
    page = state.view("page")
    with st.sidebar:
        sidebar.filters(snapshot, page)
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


if __name__ == "__main__":
    main()
