"""Every session key and every parameter of the address. The address is the state: whoever opens it sees the same."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace

import streamlit as st

from dashboard import compare, library, routes
from dashboard.evidence import proofs
from dashboard.figures import SORTS
from dashboard.filters import ANY, FACETS, Filters, parse
from dashboard.library import Snapshot
from dashboard.linked import COLUMNS
from dashboard.model import Event
from dashboard.quality import ORDERS
from dashboard.succession import Fate, Succession
from dashboard.trial import Trial

PAGES = {
    "explore": "Explore",
    "disagreements": "Disagreements",
    "compare": "Compare editions",
    "together": "Who works together",
    "coverage": "What it rests on",
    "quality": "Data quality",
    "changes": "Changes",
    "try": "Try a change",
}
"""The pages of the dashboard, in the order of the navigation."""

FILTERED = ("explore", "together")
"""The pages that follow the filters, and so draw them."""

VIEW = {
    "page": "explore",
    "event": "",
    "at": "",
    "columns": "conferences",
    "sort": "kind",
    "from": "",
    "to": "",
    "question": "",
    "order": "time",
}
"""The parameters that are no filter, with their defaults.

The page, the chosen event, the organizer, figure or date whose proof is open, what the columns and the order of the
rows of the matrix are, the two editions compared, the disagreement on top, and the order of the events on the page of
quality.
"""

OWN = {"from": "compare", "to": "compare", "question": "disagreements", "order": "quality"}
"""The parameters that belong to one page, and are left out of the address of any other."""

_READ = "address read"
_DRAWN = "page drawn last"
_UNKNOWN = "unknown in the address"
_FATES = "no longer in use, but in the address"
_TRIAL = "change on trial"
_NOT_TOLD = "set, but not yet drawn"
_NUMBER = re.compile(r" \(\d+\)$")


def current() -> Snapshot:
    """Give what this reader sees: the published data, or the change on trial in this session, where it can be shown."""
    tried = trial()
    return tried.snapshot if tried and tried.shown else library.shared().current()


def trial() -> Trial | None:
    """Give the change that this session tries."""
    return st.session_state.get(_TRIAL)


def urls(snapshot: Snapshot) -> dict[str, str]:
    """Give the addresses of what the components draw and offer: those of a change on trial are known to this reader."""
    return routes.urls(snapshot.stamp, trial().token if snapshot.trial else "")


def hold(tried: Trial | None) -> None:
    """Keep a change on trial for as long as this session lasts, or let go of it with None."""
    st.session_state[_TRIAL] = tried


def adopt(snapshot: Snapshot) -> None:
    """Take over the address where it is not the one written last: a link opened, or the browser's back button.

    It is taken over anew for other data too, in which less, or more, may be known.
    """
    address = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.session_state.get(_READ) == (address, snapshot.stamp):
        _keep()
        return
    st.session_state[_NOT_TOLD] = _READ in st.session_state  # on the first run there are none yet
    query, st.session_state[_FATES] = Succession(snapshot.dataset).updated(address)
    filters, unknown = parse(query, snapshot.known)
    editions = compare.editions(snapshot.dataset)
    known = {
        "page": PAGES, "event": snapshot.dataset.events, "at": snapshot.proof_keys, "columns": COLUMNS, "sort": SORTS,
        "from": editions, "to": editions, "question": snapshot.dataset.disputes, "order": ORDERS,
    }  # fmt: skip
    for name, default in VIEW.items():
        value = (query.get(name) or [default])[-1]
        good = value == default or value in known[name]
        unknown += [] if good else [(name, value)]
        st.session_state[name] = value if good else default
    unknown += [
        (name, " ".join(values)) for name, values in query.items() if name not in VIEW and name not in (*FACETS, "q")
    ]
    event = snapshot.dataset.events.get(view("event"))
    if event is not None and "weight" not in query and event.weight not in filters.weight:
        filters = replace(filters, weight=(*filters.weight, event.weight))  # a link to an event opens it
    if event is not None and view("at") and view("at") not in proofs(snapshot.dataset, event):
        unknown.append(("at", view("at")))
        st.session_state["at"] = ""
    _set(filters)
    st.session_state[_UNKNOWN] = unknown
    st.session_state[_READ] = address, snapshot.stamp
    _keep()


def to_be_told() -> bool:
    """Say whether widgets have yet to be told what was set for them, by a link or a chart.

    Until they are, every act of the reader brings back what they held before.
    """
    return st.session_state.get(_NOT_TOLD, False)


def told() -> None:
    """Note that all widgets were drawn."""
    st.session_state[_NOT_TOLD] = False


def _keep() -> None:
    """Hold on to what widgets hold: Streamlit forgets one that is not drawn, and draws empty one that comes back.

    What this page drew the last time as well is left alone, lest it overwrite what is being typed.
    """
    page, filtering, chosen = (
        st.session_state["page"],
        {field.name for field in fields(Filters)},
        {"from", "to", "order"},
    )
    drawn = filtering if page in FILTERED else {name for name in chosen if OWN[name] == page}
    for name in (filtering | chosen) - (drawn if page == st.session_state.get(_DRAWN) else set()):
        st.session_state[name] = st.session_state[name]
    st.session_state[_DRAWN] = page


def unknown() -> list[tuple[str, str]]:
    """Give what the address names that does not exist: pairs of parameter and value."""
    return st.session_state.get(_UNKNOWN, [])


def fates() -> list[Fate]:
    """Give what became of the ids in the address that are no longer in use, each once."""
    return list(dict.fromkeys(fate for _, fate in st.session_state.get(_FATES, [])))


def filters() -> Filters:
    """Give the filters as the widgets hold them."""
    chosen = {facet: _ids(facet) for facet in FACETS}
    chosen["weight"] = chosen["weight"] or Filters.weight
    return Filters(**chosen, q=(st.session_state["q"] or "").strip())


def _ids(facet: str) -> tuple[str, ...]:
    """Give the ids that a widget holds.

    Streamlit sends the labels of what is chosen, and finds the ids by them. The number in a label changes with the
    other filters, and then Streamlit takes the old label for the value. So a label is read here with any number.
    """
    known = current().known[facet]
    of_label = {label: value for value, label in known.items()}
    read = (value if value in known else of_label.get(_NUMBER.sub("", value)) for value in st.session_state[facet])
    return tuple(dict.fromkeys(value for value in read if value is not None))


def renew(facet: str) -> None:
    """Have a widget show what it holds under the labels of now; called right before the widget is drawn."""
    st.session_state[facet] = list(getattr(filters(), facet))


def view(name: str) -> str:
    """Give a parameter of `VIEW` as it stands."""
    return st.session_state.get(name, VIEW[name])


def write() -> None:
    """Write what the widgets and the views hold into the address; the callback of every widget."""
    if not st.session_state["weight"]:
        st.session_state["weight"], st.session_state[_NOT_TOLD] = list(Filters.weight), True
    query = filters().query()
    page = view("page")
    said = {name: view(name) for name in VIEW if OWN.get(name, page) == page}
    query |= {name: [value] for name, value in said.items() if value != VIEW[name]}
    st.query_params.from_dict(query)
    st.session_state[_READ] = query, st.session_state[_READ][1]
    st.session_state[_UNKNOWN] = []
    st.session_state[_FATES] = []


def go(query: dict[str, list[str]]) -> None:
    """Go where a link leads. Filters stay, unless it has its own, or they would hide the event it names."""
    kept, snapshot = filters(), current()
    event = query.get("event", [""])[-1]
    hidden = event in snapshot.dataset.events and event not in set(snapshot.select(kept).events["event_id"])
    own = [name for name in query if name in (*FACETS, "q")]
    st.query_params.from_dict(query if own or hidden else kept.query() | query)


def act(asked: dict, events: Mapping[str, Event]) -> None:
    """Do what the reader asked for in a component; `linked.js` and `figure.js` list the acts."""
    do, now = asked["do"], filters()
    st.session_state[_NOT_TOLD] = to_be_told() or do not in ("choose", "columns", "sort")
    if do == "choose":
        st.session_state["event"], st.session_state["at"] = asked["event"], asked.get("at", "")
    elif do == "open":
        st.session_state["event"], st.session_state["at"] = asked["event"], asked.get("at", "")
        weight = events[asked["event"]].weight
        _set(Filters(weight=Filters.weight if weight in Filters.weight else (*Filters.weight, weight)))
    elif do in ("columns", "sort"):
        st.session_state[do] = asked["value"]
    elif do == "reset":
        _set(Filters())
    elif do == "filter":
        facet, value = asked["facet"], asked["value"]
        held = getattr(now, facet)
        _set(
            replace(now, **{facet: tuple(kept for kept in held if kept != value) if value in held else (*held, value)})
        )
    elif do == "drop":
        facet, value = asked["facet"], asked["value"]
        left = "" if facet == "q" else tuple(kept for kept in getattr(now, facet) if value not in (kept, ANY))
        _set(replace(now, **{facet: left or getattr(Filters, facet)}))
    elif do == "mark":
        st.session_state["page"] = "explore"
        if asked["view"] == "together":
            _set(replace(now, together=tuple(dict.fromkeys(asked["value"]))))
        elif asked["value"][0] in events:
            st.session_state["event"], st.session_state["at"] = asked["value"][0], ""
            weight = events[asked["value"][0]].weight
            _set(Filters(weight=Filters.weight if weight in Filters.weight else (*Filters.weight, weight)))
    write()


def _set(filters: Filters) -> None:
    for field in fields(Filters):
        value = getattr(filters, field.name)
        st.session_state[field.name] = list(value) if isinstance(value, tuple) else value
