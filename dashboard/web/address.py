"""The choice of a reader, and the address that holds it. All readers see the same at one address. No Streamlit here.

`read` reads an address, `query` writes one, and `acted` gives the choice after an act of the reader. All of them are
pure functions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs

from dashboard import topics
from dashboard.frames import filters as narrowing
from dashboard.frames import span
from dashboard.frames.filters import ANY, FACETS, FREE, MAX_TEXT, Filters, addressed, searched
from dashboard.library import Snapshot
from dashboard.look.links import to_view
from dashboard.look.shapes import Act, FilterAct
from dashboard.records.evidence import proof_keys
from dashboard.records.succession import Fate
from dashboard.topics.explore import tour
from dashboard.words.pasted import Strange
from dashboard.words.spelling import quoted

PAGES = {page.key: page.title for page in topics.PAGES}
"""The pages of the dashboard by their names in the address, in the order of the navigation."""

LONGEST, MOST_FIELDS = 100_000, 1_000
"""The most characters and parameters of an address that are read."""

FILTERED = {page.key: page.title for page in topics.PAGES if page.filtered}
"""The pages that apply the filters and draw the panel of filters."""

_PARAMETERS = [parameter for page in topics.PAGES for parameter in page.parameters]


VIEW = {"page": topics.PAGES[0].key} | {parameter.name: parameter.default for parameter in _PARAMETERS}
"""The parameters that are no filter, with their defaults."""

_FORMED = {parameter.name: parameter for parameter in _PARAMETERS if parameter.form}

OWN = {parameter.name: page.key for page in topics.PAGES[1:] for parameter in page.parameters}
"""Parameter → its page. These parameters are in the address of no other page. Each may have a widget."""

LEAVING = [parameter.name for parameter in topics.PAGES[0].parameters if parameter.leaves]
"""The parameters of the first page that are in the address of no other page."""

_SHOWN = ("page", "event", "at", "passage")
"""With one of these or a filter, an address itself says what an open step of the tour shows."""

Query = Mapping[str, Sequence[str]]
"""The parameters of an address, each with its values."""


@dataclass(frozen=True)
class Choice:
    """What a reader has chosen.

    Attributes
    ----------
    filters
        The filters of the events.
    view
        A value for every parameter of `VIEW`.
    unknown
        What the address names that does not exist.
    fates
        What became of the ids in the address that are no longer in use: the parameter, and its fate.
    """

    filters: Filters = field(default_factory=Filters)
    view: Mapping[str, str] = field(default_factory=lambda: {**VIEW})
    unknown: tuple[Strange, ...] = ()
    fates: tuple[tuple[str, Fate], ...] = ()

    def seeing(self, **view: str) -> "Choice":
        """Give the same choice with other parameters of the view."""
        return replace(self, view={**self.view, **view})


def read(address: Query, snapshot: Snapshot) -> Choice:
    """Read an address as it arrives. Unknown parts are not used, and are in `unknown`.

    An address with a step of the tour, but without a filter and an event, means what the step shows. A step about a
    chart closes the map or the table that is in its place.
    """
    filters, query, unknown, fates = narrowing.read(
        address, snapshot.dataset, snapshot.known, snapshot.answer(_all_known), free=_FORMED
    )
    if "tour" in query and not any(name in query for name in (*FACETS, *FREE, *_SHOWN)):
        query = {**query, **tour.scene(snapshot.dataset, query["tour"][-1])}
        filters = filters.having("organizer", tuple(query.get("organizer", ())))
    query, wrong = _formed(query)
    unknown = [*unknown, *wrong]
    view = {name: next(iter(reversed(query.get(name, []))), default) for name, default in VIEW.items()}
    view |= tour.uncovered(view, snapshot.dataset)
    event = snapshot.dataset.events.get(view["event"])
    view["passage"] = view["passage"][:MAX_TEXT].strip() if event else ""
    if event is not None and "weight" not in query and event.weight not in filters.weight:
        filters = replace(filters, weight=(*filters.weight, event.weight))  # a link to an event shows it
    if event is not None and view["at"] and view["at"] not in proof_keys(snapshot.dataset, event):
        unknown = [*unknown, Strange("at", view["at"], known=(*proof_keys(snapshot.dataset, event),))]
        view["at"] = ""
    return Choice(filters, view, (*unknown,), (*fates,))


def _formed(query: Query) -> tuple[dict[str, list[str]], list[Strange]]:
    """Leave out the values of parameters without a list of values that are not written as they should be."""
    good = {name: [*values] for name, values in query.items()}
    wrong: list[Strange] = []
    for name, parameter in _FORMED.items():
        values = [value for value in query.get(name, ()) if value.strip()]
        bad = [value for value in values if parameter.form and not parameter.form(value)]
        good[name] = [value for value in values if value not in bad]
        wrong += [Strange(name, value, why=f"{name} {quoted(value)} is not known; {parameter.how}.") for value in bad]
    return good, wrong


def parsed(query: str) -> dict[str, list[str]]:
    """Split an address into its parameters. An address with too many parameters gives none."""
    try:
        return parse_qs(query[:LONGEST], keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def query(choice: Choice, snapshot: Snapshot, page: str = "") -> dict[str, list[str]]:
    """Write the parameters that say what is chosen; `page` opens another page."""
    page = page or choice.view["page"]
    dropped = () if page == topics.PAGES[0].key else LEAVING
    view = {
        name: value for name, value in choice.view.items() if OWN.get(name, page) == page and name not in dropped
    } | {"page": page}
    parameters = choice.filters.query() | {name: [value] for name, value in view.items() if value != VIEW[name]}
    event = snapshot.dataset.events.get(choice.view["event"])
    if event is not None and "weight" not in parameters and event.weight not in choice.filters.weight:
        parameters["weight"] = list(choice.filters.weight)  # else `read` would add the event's weight
    return parameters


def link(choice: Choice, snapshot: Snapshot, page: str = "") -> str:
    """Write the link to a page on which all that is chosen stays chosen."""
    return to_view(query(choice, snapshot, page))


def instead(choice: Choice, meant: Sequence[tuple[str, str]]) -> str:
    """Write the link with what was probably meant instead of what is not known."""
    view = {name: [value] for name, value in choice.view.items() if value != VIEW[name]}
    parameters = choice.filters.query() | view
    for name, value in meant:
        parameters[name] = [*parameters.get(name, []), value] if name in FACETS else [value]
    return to_view(parameters)


def known(name: str, snapshot: Snapshot) -> Mapping[str, str]:
    """Give the values that a parameter of `VIEW` can have, each with the words for it."""
    return snapshot.answer(_all_known)[name]


def _all_known(snapshot: Snapshot) -> dict[str, Mapping[str, str]]:
    return {"page": PAGES} | {
        parameter.name: parameter.known(snapshot) for parameter in _PARAMETERS if not parameter.form
    }


# Acts of the reader


def acted(choice: Choice, act: Act, snapshot: Snapshot) -> Choice | None:
    """Give what is chosen after an act; the script of the component lists the acts.

    None means that the act names something that does not exist. The page in the browser may be older than the data.
    """
    return _done(choice, act, snapshot) if _is_possible(act, snapshot) else None


def destination(choice: Choice, query: Query, snapshot: Snapshot) -> Query:
    """Give the address to which a link leads.

    Filters stay, unless the link has filters of its own, or the filters would hide the event of the link.
    """
    event = next(iter(reversed(query.get("event", []))), "")
    hidden = event in snapshot.dataset.events and event not in set(snapshot.select(choice.filters).events["event_id"])
    own = [name for name in query if name in (*FACETS, *FREE, "tour")]
    return query if own or hidden else {**choice.filters.query(), **query}


def _is_possible(act: Act, snapshot: Snapshot) -> bool:
    """Tell whether all that an act names exists."""
    if act["do"] == "choose" or act["do"] == "open":
        return act["event"] in snapshot.dataset.events
    if act["do"] == "filter":
        return act["value"] in snapshot.known[act["facet"]]
    if act["do"] == "mark" and act["view"] == "together":
        return set(act["value"]) <= set(snapshot.known["together"])
    if act["do"] == "mark":
        return act["value"][0] in snapshot.dataset.events
    if act["do"] == "table":
        return act["value"] in ("", *known("table", snapshot))
    if act["do"] == "columns" or act["do"] == "sort" or act["do"] == "lanes":
        return act["value"] in known(act["do"], snapshot)
    if act["do"] == "turn":
        return act["page"] in PAGES
    if act["do"] == "span":
        wanted = {name: end for name in span.SPAN if (end := str(act.get(name, "")))}
        return span.read({name: [end] for name, end in wanted.items()}) == (wanted, [])
    return act["do"] in ("drop", "reset", "text")


def _done(choice: Choice, act: Act, snapshot: Snapshot) -> Choice | None:
    """Give what is chosen after an act that is possible; None for an act that leads to another address."""
    if act["do"] == "choose":
        return _chosen(choice, snapshot, act["event"], act.get("at", ""), act.get("passage", ""))
    if act["do"] == "open":
        return _opened(choice, snapshot, act["event"], act.get("at", ""))
    if act["do"] == "columns" or act["do"] == "sort" or act["do"] == "lanes":
        return choice.seeing(**{act["do"]: act["value"]})
    if act["do"] == "table":
        seen = choice.seeing(table=act["value"])
        return seen.seeing(tour="") if tour.uncovered(seen.view, snapshot.dataset) else seen
    if act["do"] == "turn":
        return choice.seeing(page=act["page"])
    if act["do"] == "reset":
        return replace(choice, filters=Filters())
    if act["do"] == "filter":
        return _narrowed(choice, act["facet"], _switched(choice, act, snapshot))
    if act["do"] == "text":
        return replace(choice, filters=replace(choice.filters, q=searched(act["q"])))
    if act["do"] == "span":
        return replace(choice, filters=replace(choice.filters, since=act["since"], until=act["until"]))
    if act["do"] == "drop" and act["facet"] == "span":
        return replace(choice, filters=replace(choice.filters, since="", until=""))
    if act["do"] == "drop" and act["facet"] == "q":
        return replace(choice, filters=replace(choice.filters, q=""))
    if act["do"] == "drop":
        values: tuple[str, ...] = getattr(choice.filters, act["facet"])
        return _narrowed(choice, act["facet"], tuple(value for value in values if act["value"] not in (value, ANY)))
    if act["do"] == "mark" and act["view"] == "together":
        pair = tuple(organizer for organizer in snapshot.known["together"] if organizer in act["value"])
        return _narrowed(choice.seeing(page="explore"), "together", pair)
    if act["do"] == "mark":
        return _opened(choice.seeing(page="explore"), snapshot, act["value"][0])
    return None


def _switched(choice: Choice, act: FilterAct, snapshot: Snapshot) -> tuple[str, ...]:
    """Give the values of a filter with one of them switched on or off, in the order of the filter."""
    facet = act["facet"]
    others = {value for value in getattr(choice.filters, facet) if value != act["value"]}
    selected = others | {act["value"]} if act["on"] else others
    return tuple(value for value in addressed(snapshot.dataset, snapshot.known)[facet] if value in selected)


def _narrowed(choice: Choice, facet: str, values: tuple[str, ...]) -> Choice:
    """Set a filter. Without values it goes back to its default."""
    default: tuple[str, ...] = getattr(Filters, facet)
    return replace(choice, filters=choice.filters.having(facet, values or default))


def _chosen(choice: Choice, snapshot: Snapshot, event: str, at: str = "", passage: str = "") -> Choice:
    is_known = at in proof_keys(snapshot.dataset, snapshot.dataset.events[event])
    return choice.seeing(event=event, at=at if is_known else "", passage=passage[:MAX_TEXT].strip())


def _opened(choice: Choice, snapshot: Snapshot, event: str, at: str = "") -> Choice:
    """Choose an event, and drop the filters that may hide it."""
    weight = snapshot.dataset.events[event].weight
    shown = Filters.weight if weight in Filters.weight else (*Filters.weight, weight)
    return replace(_chosen(choice, snapshot, event, at), filters=Filters(weight=shown))
