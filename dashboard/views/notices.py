"""What a reader must be told before reading: parts of the link not understood or no longer in use, data left out."""

from html import escape

import streamlit as st

from dashboard.library import Snapshot
from dashboard.topics.changes.page import fate_html
from dashboard.views import address, session
from dashboard.words.counting import capital
from dashboard.words.pasted import Strange


def show(snapshot: Snapshot) -> None:
    """Say, in one line each, what in the address is unknown and what in the data is wrong."""
    if unknown := session.unknown():
        parts = ", ".join(f"{escape(one.name)} “{escape(one.value)}”" for one in unknown)
        meant = "".join(map(_meant, unknown))
        st.html(
            f'<p class="notice" role="status">The link names something this page does not know: {parts}. '
            f"That part is ignored.{meant}</p>"
        )
    for fate in session.fates():
        st.html(f'<p class="notice" role="status">{fate_html(fate)}</p>')
    if snapshot.notice:
        say(snapshot.notice)
    if snapshot.trial:
        return  # the page of the trial has its problems
    errors = [problem for problem in snapshot.problems if problem.level == "error"]
    if errors:
        count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
        with st.expander(f"{count} in the data files: what cannot be read is left out here", icon=":material/warning:"):
            st.text("\n".join(str(problem) for problem in errors))


def say(text: str, role: str = "status") -> None:
    """Show a sentence as it is written, whatever signs are in it.

    Streamlit's own messages read Markdown, so that a name in one could become a formula, a link, or a picture that the
    browser asks another server for. `role` is `alert` for what the reader must not miss.
    """
    st.html(f'<p class="notice" role="{role}">{escape(text)}</p>')


def note(text: str) -> None:
    """Show a small line as it is written; like Streamlit's caption, which reads Markdown."""
    st.html(f'<p class="note">{escape(text)}</p>')


def _meant(one: Strange) -> str:
    """Offer a link for each thing that may have been meant."""
    chosen = session.choice()
    links = [
        f'<a href="{escape(address.instead(chosen, [pair]))}">{escape(pair[1] if one.known else "=".join(pair))}</a>'
        for pair in one.meant
    ]
    if links:
        return f" Was {' or '.join(links)} meant?"
    return f" {capital(one.years)}." if one.years else ""
