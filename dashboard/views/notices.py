"""What a reader must know first: parts of the link that are unknown or no longer in use, and data that is left out."""

import streamlit as st

from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.html import Html, escaped, piece
from dashboard.topics.changes.page import fate_html
from dashboard.views import session
from dashboard.web import address
from dashboard.words.counting import alternatives, capital, counted, listed
from dashboard.words.pasted import Strange

_TEMPLATE = "views/notices.html"


def show(snapshot: Snapshot) -> None:
    """Say, in one line each, what in the address is unknown and what in the data is wrong."""
    if unknown := session.unknown():
        st.html(piece(_TEMPLATE, "strange", [(part, _meant(part), capital(part.numbers)) for part in unknown]))
    for fate in session.fates():
        st.html(piece(_TEMPLATE, "notice", fate_html(fate), "status", True))
    if session.filters() != Filters() and session.view("page") not in address.FILTERED:
        filtered = listed(f"on {title}" for title in address.FILTERED.values())
        note(f"This page shows all the data. Your filters apply {filtered}.")
    if snapshot.notice:
        say(snapshot.notice)
    if snapshot.trial:
        return  # the page of the trial has its problems
    errors = [problem for problem in snapshot.problems if problem.level == "error"]
    if errors:
        with st.expander(
            f"{counted(len(errors), 'problem')} in the data files. The page leaves out what cannot be read.",
            icon=":material/warning:",
        ):
            st.text("\n".join(str(problem) for problem in errors))


def say(text: str, role: str = "status") -> None:
    """Show a sentence as it is written, whatever signs are in it.

    Streamlit's own messages read Markdown. A name in such a message could become a formula, a link, or a picture that
    the browser loads from another server. `role` is `alert` for what the reader must not miss.
    """
    st.html(piece(_TEMPLATE, "notice", text, role))


def note(text: str) -> None:
    """Show a small line as it is written; like Streamlit's caption, which reads Markdown."""
    st.html(piece(_TEMPLATE, "note", text))


def _meant(part: Strange) -> Html:
    """List links to all that may have been meant; empty if nothing is near."""
    chosen = session.choice()
    links = [
        piece(_TEMPLATE, "link", address.instead(chosen, [pair]), pair[1] if part.known else "=".join(pair))
        for pair in part.meant
    ]
    return escaped(alternatives(["%s"] * len(links))) % tuple(links)
