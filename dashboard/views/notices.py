"""What a reader must be told before reading: parts of the link not understood or no longer in use, data left out."""

import streamlit as st

from dashboard.library import Snapshot
from dashboard.look.html import piece
from dashboard.topics.changes.page import fate_html
from dashboard.views import address, session
from dashboard.words.counting import capital, counted
from dashboard.words.pasted import Strange

_TEMPLATE = "views/notices.html"


def show(snapshot: Snapshot) -> None:
    """Say, in one line each, what in the address is unknown and what in the data is wrong."""
    if unknown := session.unknown():
        st.html(piece(_TEMPLATE, "strange", [(part, _meant(part), capital(part.years)) for part in unknown]))
    for fate in session.fates():
        st.html(piece(_TEMPLATE, "notice", fate_html(fate)))
    if snapshot.notice:
        say(snapshot.notice)
    if snapshot.trial:
        return  # the page of the trial has its problems
    errors = [problem for problem in snapshot.problems if problem.level == "error"]
    if errors:
        with st.expander(
            f"{counted(len(errors), 'problem')} in the data files: what cannot be read is left out here",
            icon=":material/warning:",
        ):
            st.text("\n".join(str(problem) for problem in errors))


def say(text: str, role: str = "status") -> None:
    """Show a sentence as it is written, whatever signs are in it.

    Streamlit's own messages read Markdown, so that a name in one could become a formula, a link, or a picture that the
    browser asks another server for. `role` is `alert` for what the reader must not miss.
    """
    st.html(piece(_TEMPLATE, "notice", text, role))


def note(text: str) -> None:
    """Show a small line as it is written; like Streamlit's caption, which reads Markdown."""
    st.html(piece(_TEMPLATE, "note", text))


def _meant(part: Strange) -> list[dict[str, str]]:
    """Give a link for each thing that may have been meant: its address and its words."""
    chosen = session.choice()
    return [
        {"address": address.instead(chosen, [pair]), "words": pair[1] if part.known else "=".join(pair)}
        for pair in part.meant
    ]
