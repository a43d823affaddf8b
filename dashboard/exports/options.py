"""How the matrices are laid out in a download."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.topics.explore import figures, payload
from dashboard.topics.quality import quality


@dataclass(frozen=True)
class Options:
    """How the matrices are laid out; no other export looks at it. Fields are named like the parameters of the address.

    `columns` and `sort` are those of the organizers, `order` that of what is known of each event.
    """

    columns: str = "conferences"
    sort: str = "kind"
    order: str = "time"


OPTIONS: dict[str, Mapping[str, str]] = {
    "columns": payload.COLUMNS,
    "sort": figures.SORTS,
    "order": quality.ORDERS,
}
"""The values each option knows, with their labels."""


DEFAULTS = Options()


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; what is not known is returned as in `filters.parse`."""
    asked = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in asked.items() if value not in OPTIONS[name]]
    return Options(**{name: value for name, value in asked.items() if value in OPTIONS[name]}), unknown
