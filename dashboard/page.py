"""The page: setup, data, views and filters, in the order in which the reader waits for them."""

import time

import streamlit as st

from dashboard import assets
from dashboard.look import captions
from dashboard.views import bench, explore, links, notices, pages, session, sidebar

ABOUT = f"""The Dushanbe Process: when its events happened, who organized them, and what was written about them.

{captions.SOFTWARE}"""

# Seconds between the views and the filters. The browser draws together what comes together, and filters take long.
PAUSE = 0.05


def main() -> None:
    """Draw the page for one reader."""
    st.set_page_config(
        page_title="Dushanbe Process", page_icon=assets.FOLDER / "icons" / "icon.svg", layout="wide",
        initial_sidebar_state="auto", menu_items={"About": ABOUT},
    )  # fmt: skip
    st.html(assets.FOLDER / "css" / "page.css")
    st.html(assets.FOLDER / "css" / "print.css")
    snapshot = session.current()
    session.adopt(snapshot)
    if session.hear_first(links.listen(snapshot)):
        st.rerun()
    page = session.view("page")
    beside = st.sidebar.container()
    explore.heading(snapshot)
    links.pages(snapshot)
    bench.banner()
    notices.show(snapshot)
    if page == "explore":
        explore.page(snapshot)
    else:
        pages.show(snapshot, page)
    # The views are sent before the filters, because the reader waits for them.
    time.sleep(PAUSE)
    with beside:
        sidebar.filters(snapshot, page)
        st.caption(captions.SOFTWARE)
    bench.keep(snapshot)


if __name__ == "__main__":
    main()
