"""How charts are laid out in a download."""

from collections.abc import Mapping, Sequence

from dashboard.frames.filters import Filters
from dashboard.look.page import Request
from dashboard.topics import PAGES

_PARAMETERS = [parameter for page in PAGES for parameter in page.parameters]

OPTIONS: dict[str, Mapping[str, str]] = {
    parameter.name: parameter.values for parameter in _PARAMETERS if isinstance(parameter.values, Mapping)
}
"""The values each option knows, with their labels: the parameters that lay out a chart, whatever the data."""

Options = dict[str, str]
"""Parameter → value, as `Options(columns="all")`; what is not named is at its default."""

DEFAULTS: Options = {parameter.name: parameter.default for parameter in _PARAMETERS if parameter.name in OPTIONS}
"""The value of each option where nothing is asked for."""


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; what is not known is returned as in `filters.parse`."""
    wanted = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in wanted.items() if value not in OPTIONS[name]]
    return DEFAULTS | {name: value for name, value in wanted.items() if value in OPTIONS[name]}, unknown


def request_for(filters: Filters, options: Options) -> Request:
    """Give filters and options as a topic is asked for a chart or a table."""
    return Request(filters, DEFAULTS | options)
