"""The first HTML of the page. It makes the browser load at once what the views need."""

from dashboard.library import Snapshot
from dashboard.look.html import render
from dashboard.web.files import urls

MODULES = (
    "acts", "address", "axis", "facts", "geometry", "hand", "search", "select", "sentences", "view", "words",
)  # fmt: skip
"""What linked.js imports, and what that imports."""


def hastened(shell: str, snapshot: Snapshot, page: str) -> str:
    """Let the browser load what the linked views need while Streamlit's own scripts are still loading.

    Plotly takes longest to start, and without this the browser would load it last. Other sites show the title beside
    a link to the page.
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
