"""The pages other than the first, block by block, as each topic gives them."""

from collections.abc import Sequence

import streamlit as st

from dashboard import assets, exports, topics
from dashboard.frames.filters import ANY
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html
from dashboard.look.links import query_string, with_query
from dashboard.look.page import FOR_EXCEL, Act, Block, Choice, Citation, Downloads, File, Note, Row
from dashboard.records.kinds import PAGED
from dashboard.views import bench, chart, notices, panel, session
from dashboard.web import address

STYLE = assets.FOLDER / "css" / "evidence.css"

DRAWN_HERE = {"try": bench.page}
"""The pages without blocks, and what draws them; the first page is drawn by `explore`."""


def show(snapshot: Snapshot, key: str) -> None:
    """Draw the page of this key, one of `topics.PAGES` other than the first."""
    st.html(STYLE)
    st.html(markup.styles(snapshot.dataset.accent))
    dark = st.context.theme.type == "dark"
    (page,) = (page for page in topics.PAGES if page.key == key)
    st.html(markup.page_title(address.PAGES[key]))
    if page.blocks is None:
        DRAWN_HERE[key](dark=dark)
    elif page.filtered:
        with st.container(key="filtered"):
            panel.show(snapshot)
            with st.container():
                _all(snapshot, page.blocks(snapshot, session.request(dark=dark)))
    else:
        _all(snapshot, page.blocks(snapshot, session.request(dark=dark)))


def _all(snapshot: Snapshot, blocks: Sequence[Block]) -> None:
    for block in blocks:
        _draw(snapshot, block)


def _draw(snapshot: Snapshot, block: Block) -> None:
    match block:
        case Html():
            st.html(block)
        case dict():
            chart.show(snapshot, block)
        case Choice():
            _choice(snapshot, block)
        case File():
            _file(snapshot, block)
        case Note():
            notices.note(block.text)
        case Act():
            st.button(block.label, on_click=session.act, args=(dict(block.act),), type="tertiary")
        case Downloads():
            st.html(exports.offers_html(snapshot, _offers(snapshot), dark=block.dark))
        case Citation():
            st.html(exports.citation_html(snapshot, session.site(), str(session.today()), dark=block.dark))
        case Row():
            with st.container(horizontal=True, vertical_alignment="bottom", key=block.name):
                for inner in block.blocks:
                    _draw(snapshot, inner)


def _offers(snapshot: Snapshot) -> exports.Offers:
    export = session.urls(snapshot)["export"]
    lists = {} if snapshot.trial else {f"All {kind.plural}": f"{folder}/" for folder, kind in PAGED.items()}
    every = query_string({"weight": ANY})
    return exports.Offers(lambda name: export + with_query(name, every), "api", "embed/timeline", lists)


def _choice(snapshot: Snapshot, choice: Choice) -> None:
    values = address.known(choice.parameter, snapshot)
    st.selectbox(
        choice.label, list(values), list(values).index(choice.chosen),
        format_func=values.__getitem__, width=choice.width, **session.widget(choice.parameter, choice.chosen),
    )  # fmt: skip


def _file(snapshot: Snapshot, file: File) -> None:
    st.download_button(
        file.label, lambda: exports.csv(file.frame()), mime="text/csv", on_click="ignore",
        file_name=f"{exports.joined(snapshot, file.name)}.csv",
    )  # fmt: skip
    st.caption(FOR_EXCEL)
