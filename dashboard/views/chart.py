"""One chart with its downloads and its table, for the pages other than the first."""

from dashboard.library import Snapshot
from dashboard.look.shapes import Chart
from dashboard.views import session
from dashboard.views.component import declare

_component = declare("figure_view", "figureModule")


def show(snapshot: Snapshot, chart: Chart) -> None:
    """Draw a chart as `plot.chart` describes it."""
    key = f"chart {chart['view']}"  # a filter is called together, too
    _component(key=key, data=chart | {"urls": session.urls(snapshot)})
