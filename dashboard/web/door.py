"""The first HTML of the page, with what the views need asked for at once."""

from html import escape

from dashboard.library import Snapshot
from dashboard.web.files import urls

# Streamlit would answer Back and Forward by a run of its own, in which widgets hold what they held before. So whoever
# cancels "step" does it instead; this has to be heard before Streamlit's own scripts hear of it.
STEPS = (
    "<script>addEventListener('popstate', (event) => { "
    "if (!dispatchEvent(new Event('step', { cancelable: true }))) event.stopImmediatePropagation(); });</script>"
)

MODULES = ("acts", "address", "axis", "geometry", "hand", "view")
"""What linked.js imports, and what that imports."""


def hastened(shell: str, snapshot: Snapshot, page: str) -> str:
    """Let the browser begin with what the linked views need while Streamlit's own scripts are still on their way.

    Plotly takes longest to start, and would else be asked for last. The title is what a link is shown with elsewhere.
    """
    process, needed = snapshot.dataset.process, urls(snapshot.stamp)
    head = f"<title>{escape(process.name if process else 'Dushanbe Process')}</title>{STEPS}"
    if page == "explore":
        modules = "".join(f'<link rel="modulepreload" href="{needed["scripts"]}engine/{name}.js">' for name in MODULES)
        head += (
            f'<script async fetchpriority="high" src="{needed["plotly"]}" onerror="this.remove()"></script>'
            f'<link rel="modulepreload" href="{needed["module"]}">'
            f"{modules}"
            f'<link rel="preload" as="style" href="{needed["css"]}">'
            f'<link rel="preload" as="fetch" crossorigin href="{needed["bundle"]}">'
        )
    return shell.replace("<title>Streamlit</title>", head, 1)
