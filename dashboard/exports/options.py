"""How charts are laid out in a download."""

from collections.abc import Mapping, Sequence

from dashboard.frames.filters import Filters
from dashboard.look.page import Asked, Parameter
from dashboard.topics import PAGES

_LAYOUTS: list[Parameter] = [one for page in PAGES for one in page.parameters if isinstance(one.values, Mapping)]

OPTIONS: dict[str, Mapping[str, str]] = {one.name: one.values for one in _LAYOUTS}
"""The values each option knows, with their labels: the parameters that lay out a chart, whatever the data."""

Options = dict[str, str]
"""Parameter → value, as `Options(columns="all")`; what is not named is at its default."""

DEFAULTS: Options = {one.name: one.default for one in _LAYOUTS}


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; what is not known is returned as in `filters.parse`."""
    asked = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in asked.items() if value not in OPTIONS[name]]
    return DEFAULTS | {name: value for name, value in asked.items() if value in OPTIONS[name]}, unknown


def asked_for(filters: Filters, options: Options) -> Asked:
    """Give filters and options as a topic is asked for a chart or a table."""
    return Asked(filters, DEFAULTS | options)
