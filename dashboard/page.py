"""The page, top to bottom: setup, load, filters, views."""

from pathlib import Path

import streamlit as st

from dashboard import library
from dashboard.views import explore, notices, sidebar, state

VIEWS = Path(__file__).parent / "views"
ABOUT = "The Dushanbe Process: when its events happened, who organized them, and what was written about them."


def main() -> None:
    """Draw the page for one reader."""
    st.set_page_config(
        page_title="Dushanbe Process", page_icon=str(VIEWS / "icon.png"), layout="wide", initial_sidebar_state="auto",
        menu_items={"About": ABOUT},
    )  # fmt: skip
    st.html(VIEWS / "page.css")
    snapshot = library.shared().current()
    state.adopt(snapshot)
    with st.sidebar:
        sidebar.filters(snapshot)
    explore.heading(snapshot)
    notices.show(snapshot)
    explore.page(snapshot)


if __name__ == "__main__":
    main()
