"""What a session knows of its reader, and what it does with the address: read it, act on it, send it to the browser."""

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import streamlit as st

from dashboard import library
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.library import trial as trials
from dashboard.library.trial import Trial
from dashboard.look.links import query_string
from dashboard.look.page import Request
from dashboard.look.shapes import Act, Kept, Place, Report, Urls
from dashboard.records.succession import Fate
from dashboard.views import keys
from dashboard.web import address, files
from dashboard.web.address import Choice
from dashboard.words.pasted import Strange


def current() -> Snapshot:
    """Give what this reader sees: the published data, or the change on trial in this session, if it can be shown."""
    tried = trial()
    return tried.snapshot if tried and tried.shown else library.shared().current()


def trial() -> Trial | None:
    """Give the change that this session tries, if the server has not ended the trial."""
    tried: Trial | None = st.session_state.get(keys.TRIAL)
    return tried if tried and trials.shared().find(tried.token) is tried else None


def ended() -> Trial | None:
    """Give the trial of this session if the server has ended it, because too many others were newer."""
    tried: Trial | None = st.session_state.get(keys.TRIAL)
    return tried if trial() is None else None


def urls(snapshot: Snapshot) -> Urls:
    """Give the addresses of what the components need; those of a change on trial contain its token."""
    tried = trial() if snapshot.trial else None
    return files.urls(snapshot.stamp, tried.token if tried else "")


def site() -> str:
    """Give the public address of the dashboard, as for downloads: that of the settings, else the one in the browser."""
    return files.public_address() or (st.context.url or "").rstrip("/")


def today() -> date:
    """Give the day on which the reader reads the page, in the reader's own time zone."""
    return (datetime.now(UTC) - timedelta(minutes=st.context.timezone_offset or 0)).date()


def hold(tried: Trial | None) -> None:
    """Keep a change on trial until this session ends; None ends the trial."""
    st.session_state[keys.TRIAL] = tried


def word() -> str:
    """Give a word for this session, different from that of any other."""
    own: str = st.session_state[keys.SESSION]
    return own


def kept() -> Kept | None:
    """Give once what the browser kept of a session that has ended."""
    texts: Kept | None = st.session_state.pop(keys.KEPT, None)
    return texts


def choice() -> Choice:
    """Give what is chosen."""
    chosen: Choice = st.session_state[keys.CHOICE]
    return chosen


def filters() -> Filters:
    """Give the filters that are chosen."""
    return choice().filters


def view(name: str) -> str:
    """Give a parameter of `address.VIEW`."""
    return choice().view[name]


def request(*, dark: bool) -> Request:
    """Give all that is chosen, in the form that the blocks of a page take it."""
    return Request(filters(), choice().view, dark)


def unknown() -> tuple[Strange, ...]:
    """Give what the address names that does not exist."""
    return choice().unknown


def fates() -> list[Fate]:
    """Give what became of the ids in the address that are no longer in use, each once."""
    return list(dict.fromkeys(fate for _, fate in choice().fates))


def answered() -> int:
    """Give the number of the reader's last act that has been done."""
    number: int = st.session_state.get(keys.ANSWERED, 0)
    return number


# The address


def adopt(snapshot: Snapshot) -> None:
    """Read the address when a session begins, and again when the data has changed, because ids may have changed."""
    if keys.SESSION not in st.session_state:
        st.session_state.update({keys.SESSION: secrets.token_hex(4), keys.TURNS: {}, keys.ARRIVALS: 0})
        _arrive({name: st.query_params.get_all(name) for name in st.query_params}, snapshot)
    elif st.session_state[keys.STAMP] != snapshot.stamp:
        _arrive(st.session_state[keys.ADDRESS], snapshot, written=st.session_state[keys.WRITTEN])


def _arrive(query: address.Query, snapshot: Snapshot, *, written: bool = False) -> None:
    """Choose what an address says, and redraw the widgets that show something else."""
    st.session_state.update({keys.CHOICE: address.read(query, snapshot), keys.ADDRESS: query, keys.WRITTEN: written})
    st.session_state[keys.STAMP] = snapshot.stamp
    for name in address.OWN:
        _renew(name, view(name))


def _lead(query: address.Query, snapshot: Snapshot) -> None:
    """Choose what an address says, and have the browser write that address."""
    _arrive(query, snapshot, written=True)
    st.session_state[keys.ARRIVALS] += 1


def _take(chosen: Choice) -> None:
    """Keep what the reader chose, and have the browser write the address of it."""
    chosen = replace(chosen, unknown=(), fates=())
    st.session_state.update({keys.CHOICE: chosen, keys.ADDRESS: address.query(chosen, current()), keys.WRITTEN: True})
    st.session_state[keys.ARRIVALS] += 1


# What the browser reports, and what it gets


def for_the_browser(snapshot: Snapshot) -> Place:
    """Give what `links.js` needs for its reports and for writing the address."""
    return {
        "session": st.session_state[keys.SESSION],
        "heard": st.session_state.get(keys.HEARD, 0),
        "answers": answered(),
        "address": query_string(st.session_state[keys.ADDRESS]),
        "written": st.session_state[keys.WRITTEN],
        "arrivals": st.session_state[keys.ARRIVALS],
        "page": view("page"),
        "query": address.link(choice(), snapshot).removeprefix("?"),
        "own": address.OWN,
    }


def hear(report: Report) -> None:
    """Do what a report says that has not been done yet.

    If the server was restarted or forgot the session, another session drew the page. It then says where its reader is.
    """
    followed = st.session_state.setdefault(keys.FOLLOWED, {st.session_state[keys.SESSION]})
    if report["session"] not in followed:
        followed.add(report["session"])
        _arrive(address.parsed(report["here"]), current())
        st.session_state[keys.KEPT] = report["kept"]
    st.session_state[keys.HEARD] = report["id"]
    for done in report["acts"]:
        if done["number"] > answered():
            st.session_state[keys.ANSWERED] = done["number"]
            act(done)


def hear_first(report: Report | None) -> bool:
    """Do what the first report of a session says; True if there was one, so that the page must be drawn again."""
    if report is None or keys.FOLLOWED in st.session_state:
        return False
    hear(report)
    return True


def act(wanted: Act) -> None:
    """Do what the reader did in a component; `address.acted` has the acts."""
    snapshot = current()
    if wanted["do"] == "visit":
        _arrive(address.parsed(wanted["query"]), snapshot)
    elif wanted["do"] == "go":
        _lead(address.destination(choice(), address.parsed(wanted["query"]), snapshot), snapshot)
    elif (chosen := address.acted(choice(), wanted, snapshot)) is not None:
        _take(chosen)


# Streamlit's own widgets


def widget(name: str, default: str) -> dict[str, Any]:
    """Give the key and the callback of the widget that shows a parameter; `default` is what it shows for an empty one.

    Streamlit keeps the content of a widget under its key, and the browser sends it with every act. A widget with
    another content than the choice therefore gets a new key. It is then drawn again, and the old content is lost.
    """
    _renew(name, view(name) or default)
    key = _key(name)
    return {"key": key, "on_change": _took, "args": (name, key)}


def _took(name: str, key: str) -> None:
    """Adopt what the reader chose; this is the callback of all widgets."""
    value = st.session_state[key]
    if key == _key(name) and value in address.known(name, current()):
        _take(choice().seeing(**{name: value}))


def _key(name: str) -> str:
    return f"{name} {st.session_state[keys.SESSION]} {st.session_state[keys.TURNS].get(name, 0)}"


def _renew(name: str, value: str) -> None:
    """Give the widget of a parameter another key, if its content is something else."""
    if st.session_state.get(_key(name), value) != value:
        turns = st.session_state[keys.TURNS]
        turns[name] = turns.get(name, 0) + 1
