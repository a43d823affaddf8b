"""The panel of filters, for a page that Python draws. On the first page the panel is part of the linked views."""

from dashboard.library import Snapshot
from dashboard.look.shapes import ViewsState
from dashboard.views import session
from dashboard.views.component import declare

_component = declare("panel", "panelModule")


def show(snapshot: Snapshot) -> None:
    """Draw the filters. Each choice is made in the browser, which then reports the new address."""
    state: ViewsState = {"version": snapshot.stamp, "urls": session.urls(snapshot)}
    _component(key="panel", data=state)
