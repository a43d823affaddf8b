"""The list of downloads for the page that offers them all, and how to cite the data set, as HTML."""

from collections.abc import Callable
from typing import NamedTuple

from dashboard.exports.charts import CHARTS
from dashboard.exports.citations import apa, chicago
from dashboard.exports.names import file_name
from dashboard.exports.options import DEFAULTS
from dashboard.exports.references import of_dataset
from dashboard.exports.registry import EXPORTS, Export
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look.html import Html, render
from dashboard.look.markup import wrapped
from dashboard.words.counting import listed

WHOLE = tuple(name for name in EXPORTS if not name.startswith(("event.", "event-", "view.", "view-")))
"""The exports that need no event and no view: all but those about one of them."""

_GROUPS = {
    "Calendar and feeds": (".ics", ".atom"),
    "Citations": (".bib", ".ris", "-csl.json", "citations.json"),
    "On paper": ("handout.html", "handout.pdf"),
}
"""Title of a group → how the names of its files end."""


class Offers(NamedTuple):
    """The addresses that the list leads to: `file` gives that of an export, empty if the export does not exist here.

    `saved` gives the filters of which a file is the result. `pages` are the lists of records.
    """

    file: Callable[[str], str]
    api: str
    embed: str
    pages: dict[str, str]
    saved: Callable[[str], Filters] = lambda name: Filters(weight=EVERY_WEIGHT)


def offers_html(snapshot: Snapshot, offers: Offers, *, dark: bool = False) -> Html:
    """List the downloads of `WHOLE` with what each is for, in groups, and the ways to read the data without a file."""
    groups: dict[str, list[Export]] = {"Tables and the whole data set": [], **{title: [] for title in _GROUPS}}
    groups["Charts"] = []
    for name in WHOLE:
        groups[_group(name)].append(EXPORTS[name])
    html = render(
        "exports/offers.html",
        groups={title: group for title, group in groups.items() if group},
        offers=offers,
        saved={name: file_name(name, snapshot, offers.saved(name)) for name in WHOLE},
    )
    return wrapped(html, dark=dark)


def citation_html(snapshot: Snapshot, site: str = "", accessed: str = "", *, dark: bool = False) -> Html:
    """Say how to cite the data set, and what the reader has to add: the address and the day, if they are not known."""
    reference = of_dataset(snapshot, {**DEFAULTS, "site": site, "accessed": accessed})
    styles = {"APA": apa(reference), "Chicago": chicago(reference)}
    lacks = [what for what, known in (("the address", site), ("the day on which you read it", accessed)) if not known]
    return wrapped(render("exports/citation.html", styles=styles, lacks=listed(lacks)), dark=dark)


def _group(name: str) -> str:
    if name.rpartition(".")[0] in CHARTS:
        return "Charts"
    groups = (title for title, endings in _GROUPS.items() if name.endswith(endings))
    return next(groups, "Tables and the whole data set")
