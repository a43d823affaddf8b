"""Every session key and every parameter of the address. The address is the state: whoever opens it sees the same."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import streamlit as st

from dashboard import library
from dashboard.frames.filters import ANY, FACETS, MAX_TEXT, Filters, addressed, read
from dashboard.library import Snapshot
from dashboard.library.trial import Trial
from dashboard.look.shapes import Act, Kept, Place, Report, Urls
from dashboard.records.evidence import proofs
from dashboard.records.succession import Fate
from dashboard.topics.editions import compare
from dashboard.topics.explore.figures import SORTS
from dashboard.topics.explore.payload import COLUMNS
from dashboard.topics.quality.quality import ORDERS
from dashboard.web import files
from dashboard.words import pasted

PAGES = {
    "explore": "Explore",
    "disagreements": "Disagreements",
    "compare": "Compare editions",
    "together": "Who works together",
    "coverage": "Sources",
    "quality": "Data quality",
    "changes": "Changes",
    "try": "Try a change",
}
"""The pages of the dashboard, in the order of the navigation."""

LONGEST, MOST_FIELDS = 100_000, 1_000
"""Characters and parameters of an address that are read."""

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

WIDGETS = ("q", "from", "to", "order")
"""The parameters that Streamlit's own widgets show."""

_SESSION = "session of the server"
_FILTERS = "filters chosen"
_VIEW = "view chosen"
_ADDRESS = "address shown"
_WRITTEN = "address written by an act"
_STAMP = "stamp of the data"
_TURNS = "turns of the widgets"
_HEARD = "last report heard"
_ANSWERED = "last act answered"
_FOLLOWED = "sessions followed"
_UNKNOWN = "unknown in the address"
_FATES = "no longer in use, but in the address"
_TRIAL = "change on trial"
_KEPT = "kept by the browser"


def current() -> Snapshot:
    """Give what this reader sees: the published data, or the change on trial in this session, where it can be shown."""
    tried = trial()
    return tried.snapshot if tried and tried.shown else library.shared().current()


def trial() -> Trial | None:
    """Give the change that this session tries."""
    return st.session_state.get(_TRIAL)


def urls(snapshot: Snapshot) -> Urls:
    """Give the addresses of what the components draw and offer: those of a change on trial are known to this reader."""
    return files.urls(snapshot.stamp, trial().token if snapshot.trial else "")


def hold(tried: Trial | None) -> None:
    """Keep a change on trial for as long as this session lasts, or let go of it with None."""
    st.session_state[_TRIAL] = tried


def session() -> str:
    """Give a word for this session, different from that of any other."""
    return st.session_state[_SESSION]


def kept() -> Kept | None:
    """Give once what the browser kept of a session that has ended."""
    return st.session_state.pop(_KEPT, None)


def filters() -> Filters:
    """Give the filters that are chosen."""
    return st.session_state[_FILTERS]


def view(name: str) -> str:
    """Give a parameter of `VIEW`."""
    return st.session_state[_VIEW][name]


def unknown() -> list[pasted.Strange]:
    """Give what the address names that does not exist."""
    return st.session_state[_UNKNOWN]


def instead(meant: Sequence[tuple[str, str]]) -> str:
    """Give the link that has what was probably meant in the place of what is not known."""
    query = filters().query() | {name: [view(name)] for name in VIEW if view(name) != VIEW[name]}
    for name, value in meant:
        query[name] = [*query.get(name, []), value] if name in FACETS else [value]
    return f"?{urlencode(query, doseq=True)}"


def fates() -> list[Fate]:
    """Give what became of the ids in the address that are no longer in use, each once."""
    return list(dict.fromkeys(fate for _, fate in st.session_state[_FATES]))


def answered() -> int:
    """Give the number of the reader's last act that has been done."""
    return st.session_state.get(_ANSWERED, 0)


# The address


def adopt(snapshot: Snapshot) -> None:
    """Take over the address when a session begins, and anew for other data, in which less, or more, may be known."""
    if _SESSION not in st.session_state:
        st.session_state.update({_SESSION: secrets.token_hex(4), _TURNS: {}})
        _read({name: st.query_params.get_all(name) for name in st.query_params}, snapshot)
    elif st.session_state[_STAMP] != snapshot.stamp:
        _read(st.session_state[_ADDRESS], snapshot, written=st.session_state[_WRITTEN])


def _read(address: dict[str, list[str]], snapshot: Snapshot, *, written: bool = False) -> None:
    """Choose what an address says, and note what it names that is not known."""
    chosen, query, unknown, fates = read(address, snapshot.dataset, snapshot.known, snapshot.answer(_all_known))
    seen = {name: next(iter(reversed(query.get(name, []))), default) for name, default in VIEW.items()}
    event = snapshot.dataset.events.get(seen["event"])
    if event is not None and "weight" not in query and event.weight not in chosen.weight:
        chosen = replace(chosen, weight=(*chosen.weight, event.weight))  # a link to an event opens it
    if event is not None and seen["at"] and seen["at"] not in proofs(snapshot.dataset, event):
        unknown.append(pasted.Strange("at", seen["at"], known=(*proofs(snapshot.dataset, event),)))
        seen["at"] = ""
    st.session_state.update({_FILTERS: chosen, _VIEW: seen, _UNKNOWN: unknown, _ADDRESS: address, _WRITTEN: written})
    st.session_state.update({_STAMP: snapshot.stamp, _FATES: fates})
    for name in WIDGETS:
        _renew(name, _shown(name))


def address_of(page: str) -> str:
    """Give the link to a page on which all that is chosen stays chosen."""
    return f"?{urlencode(_said(page), doseq=True)}"


def _said(page: str) -> dict[str, list[str]]:
    """Give the parameters that say what is chosen, with a page open."""
    said = {name: value for name, value in st.session_state[_VIEW].items() if OWN.get(name, page) == page}
    shown = {name: [value] for name, value in (said | {"page": page}).items() if value != VIEW[name]}
    address = filters().query() | shown
    event = current().dataset.events.get(view("event"))
    if event is not None and "weight" not in address and event.weight not in filters().weight:
        address["weight"] = list(filters().weight)  # without it the address would open the event
    return address


def _write() -> None:
    """Make the address that of what is chosen."""
    st.session_state.update({_ADDRESS: _said(view("page")), _WRITTEN: True, _UNKNOWN: [], _FATES: []})


def _known(name: str, snapshot: Snapshot) -> Mapping[str, str]:
    """Give the values that a parameter of `VIEW` can have, each with the words for it."""
    return snapshot.answer(_all_known)[name]


def _all_known(snapshot: Snapshot) -> dict[str, Mapping[str, str]]:
    labels = {event.id: event.label for event in snapshot.dataset.events.values()}
    editions = {edition: labels[edition] for edition in compare.editions(snapshot.dataset)}
    return {
        "page": PAGES,
        "event": labels,
        "at": {key: key for key in snapshot.proof_keys},
        "columns": COLUMNS,
        "sort": SORTS,
        "from": editions,
        "to": editions,
        "question": {one.id: one.question for one in snapshot.dataset.disputes.values()},
        "order": ORDERS,
    }


# What the browser reports, and what it is told


def for_the_browser() -> Place:
    """Say what `links.js` needs to report, and to write the address."""
    return {
        "session": st.session_state[_SESSION],
        "heard": st.session_state.get(_HEARD, 0),
        "answers": answered(),
        "address": urlencode(st.session_state[_ADDRESS], doseq=True),
        "written": st.session_state[_WRITTEN],
    }


def hear(report: Report) -> None:
    """Do what a report says that has not been done yet.

    A page that another session drew, before the server was started anew or forgot it, says where its reader is.
    """
    followed = st.session_state.setdefault(_FOLLOWED, {st.session_state[_SESSION]})
    if report["session"] not in followed:
        followed.add(report["session"])
        _visit(report["here"])
        st.session_state[_KEPT] = report["kept"]
    st.session_state[_HEARD] = report["id"]
    for asked in report["acts"]:
        if asked["number"] > answered():
            st.session_state[_ANSWERED] = asked["number"]
            act(asked)


def hear_first(report: Report | None) -> bool:
    """Hear the first report of a session, and say whether there was one: then what is drawn has to be drawn anew."""
    if report is None or _FOLLOWED in st.session_state:
        return False
    hear(report)
    return True


def _visit(query: str) -> None:
    _read(_parsed(query), current())


def _parsed(query: str) -> dict[str, list[str]]:
    """Read the parameters of an address; of one that is longer than any of ours nothing."""
    try:
        return parse_qs(query[:LONGEST], keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def act(asked: Act) -> None:
    """Do what the reader asked for in a component.

    An act that names what does not exist is passed over: the page in the browser may be older than the data.
    """
    snapshot, do = current(), asked["do"]
    if do == "visit":
        _visit(asked["query"])
    elif do == "go":
        _go(_parsed(asked["query"]), snapshot)
    elif _possible(asked, snapshot):
        _do(asked, snapshot)
        _write()


def turn_to(page: str) -> None:
    """Open another page."""
    act({"do": "turn", "page": page})


def _possible(asked: Act, snapshot: Snapshot) -> bool:
    """Say whether all that an act names exists."""
    do, value = asked["do"], asked.get("value")
    if do in ("choose", "open"):
        return asked["event"] in snapshot.dataset.events
    if do == "filter":
        return value in snapshot.known[asked["facet"]]
    if do == "mark" and asked["view"] == "together":
        return set(value) <= set(snapshot.known["together"])
    if do == "mark":
        return value[0] in snapshot.dataset.events
    if do in ("columns", "sort"):
        return value in _known(do, snapshot)
    if do == "turn":
        return asked["page"] in PAGES
    return do in ("drop", "reset")


def _do(asked: Act, snapshot: Snapshot) -> None:
    do, now, seen = asked["do"], filters(), st.session_state[_VIEW]
    if do == "choose":
        _choose(snapshot, asked["event"], asked.get("at", ""))
    elif do == "open":
        _open(snapshot, asked["event"], asked.get("at", ""))
    elif do in ("columns", "sort"):
        seen[do] = asked["value"]
    elif do == "turn":
        seen["page"] = asked["page"]
    elif do == "reset":
        _filter(Filters())
    elif do == "filter":
        facet, value = asked["facet"], asked["value"]
        others = {kept for kept in getattr(now, facet) if kept != value}
        chosen = others | {value} if asked["on"] else others
        ordered = tuple(one for one in addressed(snapshot.dataset, snapshot.known)[facet] if one in chosen)
        _filter(replace(now, **{facet: ordered or getattr(Filters, facet)}))
    elif do == "drop":
        facet, value = asked["facet"], asked["value"]
        left = "" if facet == "q" else tuple(kept for kept in getattr(now, facet) if value not in (kept, ANY))
        _filter(replace(now, **{facet: left or getattr(Filters, facet)}))
    elif do == "mark" and asked["view"] == "together":
        seen["page"] = "explore"
        _filter(replace(now, together=tuple(dict.fromkeys(asked["value"]))))
    elif do == "mark":
        seen["page"] = "explore"
        _open(snapshot, asked["value"][0])


def _filter(chosen: Filters) -> None:
    st.session_state[_FILTERS] = chosen


def _choose(snapshot: Snapshot, event: str, at: str = "") -> None:
    st.session_state[_VIEW] |= {
        "event": event,
        "at": at if at in proofs(snapshot.dataset, snapshot.dataset.events[event]) else "",
    }


def _open(snapshot: Snapshot, event: str, at: str = "") -> None:
    """Choose an event that the filters may hide: they give way."""
    _choose(snapshot, event, at)
    weight = snapshot.dataset.events[event].weight
    _filter(Filters(weight=Filters.weight if weight in Filters.weight else (*Filters.weight, weight)))


def _go(query: dict[str, list[str]], snapshot: Snapshot) -> None:
    """Go where a link leads. Filters stay, unless it has its own, or they would hide the event it names."""
    kept, event = filters(), query.get("event", [""])[-1]
    hidden = event in snapshot.dataset.events and event not in set(snapshot.select(kept).events["event_id"])
    own = [name for name in query if name in (*FACETS, "q")]
    _read(query if own or hidden else kept.query() | query, snapshot, written=True)


# Streamlit's own widgets


def widget(name: str, default: str = "") -> dict:
    """Give the key and the callback of the widget that shows a parameter; `default` is what it shows for an empty one.

    Streamlit keeps by its key what a widget holds, and the browser sends that with every act. A widget that holds
    anything but what is chosen therefore gets another key: it is drawn anew, and what was held under the old is void.
    """
    _renew(name, _shown(name) or default)
    key = _key(name)
    return {"key": key, "on_change": _took, "args": (name, key)}


def _took(name: str, key: str) -> None:
    """Take over what the reader chose or typed in a widget; the callback of them all."""
    value = st.session_state[key]
    if key != _key(name) or (name != "q" and value not in _known(name, current())):
        return
    if name == "q":
        _filter(replace(filters(), q=_searched(value)))
    else:
        st.session_state[_VIEW][name] = value
    _write()


def _key(name: str) -> str:
    return f"{name} {st.session_state[_SESSION]} {st.session_state[_TURNS].get(name, 0)}"


def _renew(name: str, value: str) -> None:
    """Give the widget of a parameter another key, where it holds something else."""
    held = st.session_state.get(_key(name), value)
    if (_searched(held) if name == "q" else held) != value:
        turns = st.session_state[_TURNS]
        turns[name] = turns.get(name, 0) + 1


def _shown(name: str) -> str:
    return filters().q if name == "q" else view(name)


def _searched(text: str | None) -> str:
    return (text or "")[:MAX_TEXT].strip()
