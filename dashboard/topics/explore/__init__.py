"""Timeline, matrix of organizers and article: the views that follow one choice."""

from dashboard.library import Snapshot
from dashboard.look.page import Chart, Page, Parameter
from dashboard.topics.explore import figures, payload, pictures


def _events(snapshot: Snapshot) -> dict[str, str]:
    return {event.id: event.label for event in snapshot.dataset.events.values()}


def _proofs(snapshot: Snapshot) -> dict[str, str]:
    return {key: key for key in snapshot.proof_keys}


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
        Parameter("columns", payload.COLUMNS, default="conferences"),
        Parameter("sort", figures.SORTS, default="kind"),
    ),
    filtered=True,
)
