"""Python's result for filters and a choice; the scripts of the page must give the same."""

from typing import cast

from dashboard.frames import Frames
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look.captions import chips, not_shown
from dashboard.look.links import query_string
from dashboard.look.shapes import Remaining, Row
from dashboard.records.model import ORGANIZER_KINDS, ROLES
from dashboard.records.terms import terms_of
from dashboard.topics.explore import eras, figures, findings, sentences
from dashboard.topics.explore.payload import matrix_columns


def state(
    snapshot: Snapshot,
    filters: Filters,
    shown: Frames,
    *,
    event: str | None,
    at: str | None,
    columns: str,
    sort: str,
    lanes: str = "kind",
    passage: str = "",
) -> Remaining:
    """Give what remains and what is chosen, as the views draw it.

    `shown` are the frames that the filters leave, `event` is the chosen event, `at` the key of the open proof,
    `passage` that of the lit passage, `columns` one of `payload.COLUMNS`, `sort` one of `figures.SORTS`, `lanes` one of
    `findings.LANES`.
    """
    view = {"event": event, "at": at or "", "passage": passage}
    return snapshot.answer(_remaining, filters, shown, columns, sort, lanes) | view


def _remaining(snapshot: Snapshot, filters: Filters, shown: Frames, columns: str, sort: str, lanes: str) -> Remaining:
    """Say what remains; the same for every reader with these filters, whatever event they choose."""
    drawn = matrix_columns(shown, columns)
    roles = shown.roles[shown.roles["event_id"].isin(drawn["event_id"])]
    organizers, used_roles, kinds = figures.organizer_rows(roles, sort), set(roles["role"]), set(shown.events["kind"])
    terms = terms_of(snapshot.dataset)
    return {
        "version": snapshot.stamp,
        "shown": list(shown.events["event_id"]),
        "total": len(snapshot.frames.events),
        "columns": list(drawn["event_id"]),
        "columnsAre": columns,
        "lanes": lanes,
        "headings": {
            "timeline": findings.timeline_heading(shown.events, snapshot.frames.events, lanes, terms)._asdict(),
            "matrix": findings.matrix_heading(roles, drawn, terms)._asdict(),
        },
        "sort": sort,
        "sorts": figures.SORTS,
        "rows": cast("list[Row]", organizers.to_dict("records")),
        "rowKinds": ORGANIZER_KINDS if sort == "kind" else {},
        "roles": [role for role in ROLES if role in used_roles],
        "disputed": bool((roles["confidence"] == "disputed").any()),
        "lit": {"organizer": list(filters.organizer), "role": list(filters.role)},
        "sentence": sentences.role_matrix_alt(roles, drawn, terms),
        "alt": sentences.timeline_alt(shown.events, terms, eras.facts(snapshot.dataset)),
        "kinds": {kind: label for kind, label in terms.lanes.items() if kind in kinds},
        "undated": list(shown.events.loc[shown.events["year"].isna(), "event_id"]),
        "chips": chips(filters, snapshot.known),
        "notShown": not_shown(snapshot, filters),
        "query": query_string({}, filters),
        "event": None,
        "at": "",
        "passage": "",
        "outside": "",
    }
