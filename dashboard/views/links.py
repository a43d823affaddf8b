"""The reports of the browser on what the reader did and where the reader is, and the links between the pages."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.shapes import LinksState, PagesState, Report
from dashboard.views import keys, session
from dashboard.views.component import declare
from dashboard.web import address, ways
from dashboard.web import foot as below

_component = declare("page_links", "linksModule")
_pages = declare("pages", "pagesModule")


def listen(snapshot: Snapshot) -> Report | None:
    """Draw the component that every report comes through, and give the report of this run.

    Streamlit runs the callback only if it drew the component before. So the caller handles a session's first report.
    """
    state: LinksState = {**session.for_the_browser(snapshot), "urls": session.urls(snapshot)}
    report: Report | None = _component(key=keys.LINKS, data=state, on_said_change=_said).said
    return report


def _said() -> None:
    if report := st.session_state[keys.LINKS].said:
        session.hear(report)


def pages(snapshot: Snapshot) -> None:
    """Draw the navigation."""
    choice = session.choice()
    navigation = ways.ways(choice.view["page"], lambda page: address.link(choice, snapshot, page.key))
    state: PagesState = {"ways": navigation, "urls": session.urls(snapshot)}
    _pages(key="pages", data=state)


def foot(snapshot: Snapshot) -> None:
    """Draw the foot of the page."""
    choice = session.choice()
    export = session.urls(snapshot)["export"]
    known = below.links(snapshot, lambda page: address.link(choice, snapshot, page), export, api="api")
    st.html(below.foot(snapshot, known, short=True))
