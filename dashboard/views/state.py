"""Every session key and every parameter of the address. The address is the state: whoever opens it sees the same."""

from collections.abc import Mapping
from dataclasses import fields, replace

import streamlit as st

from dashboard import compare
from dashboard.evidence import proofs
from dashboard.figures import SORTS
from dashboard.filters import FACETS, Filters, parse
from dashboard.library import Snapshot
from dashboard.linked import COLUMNS
from dashboard.model import Event

PAGES = {
    "explore": "Explore",
    "disagreements": "Disagreements",
    "compare": "Compare editions",
    "together": "Who works together",
    "coverage": "What it rests on",
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
}
"""The parameters that are no filter, with their defaults.

The page, the chosen event, the organizer, figure or date whose proof is open, what the columns and the order of the
rows of the matrix are, the two editions compared, and the disagreement on top.
"""

OWN = {"from": "compare", "to": "compare", "question": "disagreements"}
"""The parameters that belong to one page, and are left out of the address of any other."""

_READ = "address read"
_DRAWN = "page drawn last"
_UNKNOWN = "unknown in the address"


def adopt(snapshot: Snapshot) -> None:
    """Take over the address where it is not the one written last: a link opened, or the browser's back button."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.session_state.get(_READ) == query:
        _keep()
        return
    filters, unknown = parse(query, snapshot.known)
    editions = compare.editions(snapshot.dataset)
    known = {
        "page": PAGES, "event": snapshot.dataset.events, "at": snapshot.proof_keys, "columns": COLUMNS, "sort": SORTS,
        "from": editions, "to": editions, "question": snapshot.dataset.disputes,
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
    st.session_state[_READ] = query
    _keep()


def _keep() -> None:
    """Hold on to what widgets hold: Streamlit forgets one that is not drawn, and draws empty one that comes back.

    What this page drew the last time as well is left alone, lest it overwrite what is being typed.
    """
    page, filtering, editions = st.session_state["page"], {field.name for field in fields(Filters)}, {"from", "to"}
    drawn = filtering if page in FILTERED else editions if page == "compare" else set()
    for name in (filtering | editions) - (drawn if page == st.session_state.get(_DRAWN) else set()):
        st.session_state[name] = st.session_state[name]
    st.session_state[_DRAWN] = page


def unknown() -> list[tuple[str, str]]:
    """Give what the address names that does not exist: pairs of parameter and value."""
    return st.session_state.get(_UNKNOWN, [])


def filters() -> Filters:
    """Give the filters as the widgets hold them."""
    return Filters(
        **{facet: tuple(st.session_state[facet]) for facet in FACETS if facet != "weight"},
        weight=tuple(st.session_state["weight"]) or Filters.weight,
        q=(st.session_state["q"] or "").strip(),
    )


def view(name: str) -> str:
    """Give a parameter of `VIEW` as it stands."""
    return st.session_state.get(name, VIEW[name])


def write() -> None:
    """Write what the widgets and the views hold into the address; the callback of every widget."""
    st.session_state["weight"] = st.session_state["weight"] or list(Filters.weight)
    query = filters().query()
    page = view("page")
    said = {name: view(name) for name in VIEW if OWN.get(name, page) == page}
    query |= {name: [value] for name, value in said.items() if value != VIEW[name]}
    st.query_params.from_dict(query)
    st.session_state[_READ] = query
    st.session_state[_UNKNOWN] = []


def act(asked: dict, events: Mapping[str, Event]) -> None:
    """Do what the reader asked for in a component; `linked.js` and `figure.js` list the acts."""
    do, now = asked["do"], filters()
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
        left = "" if facet == "q" else tuple(kept for kept in getattr(now, facet) if kept != value)
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
