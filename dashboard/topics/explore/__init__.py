"""Timeline, matrix of organizers and article: the views that follow one choice."""

from dashboard.frames import span
from dashboard.library import Snapshot
from dashboard.look.page import Chart, Page, Parameter
from dashboard.topics.explore import figures, findings, payload, pictures, places, tour


def _events(snapshot: Snapshot) -> dict[str, str]:
    return {event.id: event.label for event in snapshot.dataset.events.values()}


def _proofs(snapshot: Snapshot) -> dict[str, str]:
    return {key: key for key in snapshot.proof_keys}


def _lanes(_snapshot: Snapshot) -> dict[str, str]:
    """Give what the lanes of the timeline can be. A function marks a parameter that downloads do not follow."""
    return findings.LANES


def _tables(_: Snapshot) -> dict[str, str]:
    return {"timeline": "Timeline as a table", "matrix": "Matrix as a table", "both": "Both as tables"}


def _no_list(_: Snapshot) -> dict[str, str]:
    return {}


PAGE = Page(
    key="explore",
    title="Explore",
    charts=(
        Chart("timeline", "Timeline", pictures.timeline, pictures.timeline_frame),
        Chart("matrix", "Organizers and roles", pictures.matrix, pictures.matrix_frame),
    ),
    parameters=(
        Parameter("event", _events),
        Parameter("at", _proofs),
        # Any text: an article may have lost the words of an old link, and then it says so.
        Parameter("passage", _no_list, form=bool),
        Parameter("columns", payload.COLUMNS, default="conferences"),
        Parameter("sort", figures.SORTS, default="kind"),
        Parameter("tour", tour.titles, leaves=True),
        Parameter("lanes", _lanes, default="kind"),
        Parameter("table", _tables),
        Parameter("zoom", _no_list, form=span.is_days, how="write the first and the last day: 2018-05-01..2019-12-31"),
        Parameter("map", places.views, leaves=True),
    ),
    filtered=True,
)
