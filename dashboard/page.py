"""The page: setup, data, views, in the order in which the reader waits for them."""

import re
from string import punctuation

import streamlit as st

from dashboard import assets
from dashboard.look import captions
from dashboard.look.style import paper_foot
from dashboard.views import bench, explore, links, notices, pages, session
from dashboard.web import head

ABOUT = "When events happened, who organized them, and what was written about them."
_SIGN = re.compile(f"([{re.escape(punctuation)}])")


def main() -> None:
    """Draw the page for one reader."""
    snapshot = session.current()
    name, software = snapshot.dataset.process_name, captions.software(snapshot.dataset)
    session.adopt(snapshot)  # before the title, which says what is chosen
    st.set_page_config(
        page_title=head.title_of_view(snapshot, session.choice()),
        page_icon=assets.FOLDER / "icons" / "icon.svg", layout="wide",
        menu_items={"About": f"{ABOUT}\n\n{_as_it_is(software)}"},
    )  # fmt: skip
    st.html(assets.FOLDER / "css" / "page.css")
    st.html(assets.FOLDER / "css" / "ways.css")
    st.html(assets.FOLDER / "css" / "print.css")
    st.html(paper_foot(name))
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
        links.foot(snapshot)
    bench.keep(snapshot)


def _as_it_is(text: str) -> str:
    """Escape a text for Streamlit's Markdown."""
    return _SIGN.sub(r"\\\1", text)


if __name__ == "__main__":
    main()
