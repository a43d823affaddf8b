"""The head of every page: title, the line that says what the process is, and totals."""

from dashboard.library import Snapshot
from dashboard.look.html import Html, render
from dashboard.topics.explore import payload


def masthead(snapshot: Snapshot) -> Html:
    """Write the head of the page. It is the same for all readers of a snapshot."""
    return snapshot.answer(_masthead)


def _masthead(snapshot: Snapshot) -> Html:
    process = snapshot.dataset.process
    return render(
        "topics/explore/masthead.html",
        name=process.name if process else "Dushanbe Process",
        summary=process.summary if process else "",
        totals=payload.totals(snapshot),
    )
