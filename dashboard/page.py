"""The page: setup, data, views, in the order in which the reader waits for them."""

import streamlit as st

from dashboard import assets
from dashboard.look import captions
from dashboard.views import bench, explore, links, notices, pages, session

ABOUT = f"""The Dushanbe Process: when its events happened, who organized them, and what was written about them.

{captions.SOFTWARE}"""


def main() -> None:
    """Draw the page for one reader."""
    st.set_page_config(
        page_title="Dushanbe Process", page_icon=assets.FOLDER / "icons" / "icon.svg", layout="wide",
        menu_items={"About": ABOUT},
    )  # fmt: skip
    st.html(assets.FOLDER / "css" / "page.css")
    st.html(assets.FOLDER / "css" / "print.css")
    snapshot = session.current()
    session.adopt(snapshot)
    if session.hear_first(links.listen(snapshot)):
        st.rerun()
    page = session.view("page")
    explore.heading(snapshot)
    links.pages(snapshot)
    bench.banner()
    notices.show(snapshot)
    if page == "explore":
        explore.page(snapshot)
    else:
        pages.show(snapshot, page)
    with st.container(key="foot"):
        st.caption(captions.SOFTWARE)
    bench.keep(snapshot)


if __name__ == "__main__":
    main()
