"""The first HTML of the page, with what the views need asked for at once."""

from dashboard.library import Snapshot
from dashboard.look.html import render
from dashboard.web.files import urls

MODULES = ("acts", "address", "axis", "geometry", "hand", "view")
"""What linked.js imports, and what that imports."""


def hastened(shell: str, snapshot: Snapshot, page: str) -> str:
    """Let the browser begin with what the linked views need while Streamlit's own scripts are still on their way.

    Plotly takes longest to start, and would else be asked for last. The title is what a link is shown with elsewhere.
    """
    process = snapshot.dataset.process
    head = render(
        "web/door.html",
        title=process.name if process else "Dushanbe Process",
        hasten=page == "explore",
        urls=urls(snapshot.stamp),
        modules=MODULES,
    )
    return shell.replace("<title>Streamlit</title>", head, 1)
