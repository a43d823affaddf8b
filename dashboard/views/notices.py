"""What a reader must be told before reading: parts of the link not understood or no longer in use, data left out."""

from html import escape

import streamlit as st

from dashboard.changes_page import fate_html
from dashboard.library import Snapshot
from dashboard.views import state


def show(snapshot: Snapshot) -> None:
    """Say, in one line each, what in the address is unknown and what in the data is wrong."""
    if unknown := state.unknown():
        parts = ", ".join(f"{name} “{value}”" for name, value in unknown)
        _line(f"The link names something this page does not know: {parts}. That part is ignored.")
    for fate in state.fates():
        st.html(f'<p class="notice" role="status">{fate_html(fate)}</p>')
    if snapshot.notice:
        _line(snapshot.notice)
    if snapshot.trial:
        return  # the page of the trial has its problems
    errors = [problem for problem in snapshot.problems if problem.level == "error"]
    if errors:
        count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
        with st.expander(f"{count} in the data files: what cannot be read is left out here", icon=":material/warning:"):
            st.text("\n".join(str(problem) for problem in errors))


def _line(text: str) -> None:
    st.html(f'<p class="notice" role="status">{escape(text)}</p>')
