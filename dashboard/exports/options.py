"""How charts are laid out in a download."""

from collections.abc import Mapping, Sequence

from dashboard.frames.filters import Filters
from dashboard.look.page import Request
from dashboard.topics import PAGES

_PARAMETERS = [parameter for page in PAGES for parameter in page.parameters]

OPTIONS: dict[str, Mapping[str, str]] = {
    parameter.name: parameter.values for parameter in _PARAMETERS if isinstance(parameter.values, Mapping)
}
"""The values of each option, with their labels. Options are the parameters whose values are the same for any data."""

Options = dict[str, str]
"""Parameter → value, as `Options(columns="all")`; all others have their defaults."""

DEFAULTS: Options = {parameter.name: parameter.default for parameter in _PARAMETERS if parameter.name in OPTIONS}
"""The default value of each option."""


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; unknown values are returned as in `filters.parse`."""
    wanted = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in wanted.items() if value not in OPTIONS[name]]
    return DEFAULTS | {name: value for name, value in wanted.items() if value in OPTIONS[name]}, unknown


def request_for(filters: Filters, options: Options) -> Request:
    """Give filters and options as the request for a chart or a table of a topic."""
    return Request(filters, DEFAULTS | options)
