"""The page on which a change is tried before it is published: files, the banner, problems and differences."""

import json
from collections.abc import Mapping

import streamlit as st

from dashboard import library, store
from dashboard.library import Snapshot, trial
from dashboard.library.trial import RefusedError
from dashboard.look.html import piece
from dashboard.records.kinds import EVENTS
from dashboard.topics.trial import page as trial_page
from dashboard.views import keys, notices, session
from dashboard.views.component import declare

ARTICLE = "an article"
DROP, EDIT = "Drop files", "Paste or edit"

MOST_KEPT = 7_000_000
"""Bytes of the texts that the browser keeps, as JSON. There is room for a whole trial, though a Cyrillic letter has
six bytes there for two. The texts come back after a lost connection: `server.maxWidgetStateSize` has to be greater.
"""

_keeper = declare("kept_texts", "keepModule")


def banner() -> None:
    """Say on every page that a change is on trial, and offer to discard it."""
    _take_back()
    _take_down()
    tried = session.trial()
    # Without a trial the container is empty. It is there so that what comes below keeps its place on the page.
    with st.container(key="trial", horizontal=True, vertical_alignment="center"):
        if tried is None and keys.ENDED in st.session_state:
            st.html(trial_page.ended_html(st.session_state[keys.ENDED]))
            if session.view("page") != "try":
                st.html(trial_page.leads_html("Try a change"))
            st.button("Discard", on_click=_discard)
        if tried is None:
            return
        st.html(trial_page.banner_html(tried))
        if session.view("page") != "try":
            st.html(trial_page.leads_html("Problems and changes"))
        process = tried.snapshot.dataset.process_id
        name, _ = trial.archive(tried.files, process)
        label = "Download the corrected files" if len(tried.files) > 1 else f"Download {name}"
        st.download_button(
            label, lambda: trial.archive(tried.files, process)[1], file_name=name, mime="application/octet-stream",
            on_click="ignore", key="download tried",
        )  # fmt: skip
        st.button("Discard", on_click=_discard, type="primary")


def keep(snapshot: Snapshot) -> None:
    """Let the browser keep, on every page, what is on trial and what was typed, because a session can end on any page.

    Texts beyond the room of one message are not kept, such as many long texts that were typed and never tried.
    """
    tried, drafts = session.trial(), st.session_state.get(keys.DRAFTS, {})
    # Typed texts come first, and replace the text of the same file on trial.
    texts = with_room(drafts | (trial.texts(tried.files) if tried else {}) | drafts)
    data = {
        "tried": tried is not None or keys.ENDED in st.session_state,
        "texts": texts,
        "urls": session.urls(snapshot),
    }
    _keeper(key="kept", data=data | {"file": st.session_state.get(keys.FILLED, "")})


def with_room(texts: Mapping[str, str]) -> dict[str, str]:
    """Give the texts for which one message to the browser has room, the first before the others."""
    left, kept = MOST_KEPT, {}
    for name, text in texts.items():
        length = len(json.dumps(text))  # as Streamlit writes it
        if length <= left:
            left, kept[name] = left - length, text
    return kept


def _take_back() -> None:
    """Take the texts that the browser kept from a session that has ended; each becomes a text not yet tried."""
    kept = session.kept()
    if kept is None:
        return
    published = trial.texts(store.read_files(library.shared().folder))
    texts = {name: text for name, text in kept["texts"].items() if trial.is_file(name) and text != published.get(name)}
    _keep_untried(texts, kept["file"], ended=kept["tried"])


def _take_down() -> None:
    """Keep the texts of a trial that the server has ended; each becomes a text not yet tried."""
    if (old := session.ended()) is None:
        return
    session.hold(None)
    _keep_untried(trial.texts(old.files) | st.session_state.get(keys.DRAFTS, {}), "", ended=True)


def _keep_untried(texts: dict[str, str], file: str, *, ended: bool) -> None:
    """Keep texts as not yet tried; open `file`, or the first if it is none of them. `ended` says that a trial ended."""
    st.session_state[keys.DRAFTS] = texts
    if ended:
        st.session_state[keys.ENDED] = list(texts)
    if texts:
        st.session_state[keys.WAY] = EDIT
        _open(file if file in texts else next(iter(texts)))
        _fill()


def _open(name: str) -> None:
    """Choose a file for the field; an unknown name changes nothing."""
    article = {store.article_file(event): event for event in session.current().dataset.events}
    if name in store.RECORD_FILES:
        st.session_state[_own(keys.FILE)] = name
    elif name in article:
        st.session_state[_own(keys.FILE)], st.session_state[_own(keys.EVENT)] = ARTICLE, article[name]


def _own(name: str) -> str:
    """Give the key of a widget in this session; with a key of another session, the browser would show old content."""
    return f"{name} {session.word()}"


def page(*, dark: bool) -> None:
    """Draw the two ways to give files, and the result for the files on trial."""
    tried = session.trial()
    st.html(trial_page.intro_html(dark=dark))
    with st.container():  # always there, like the banner, so the tabs keep their place, and the same tab stays open
        if refused := st.session_state.pop(keys.REFUSED, ""):
            notices.say(refused, "alert")
    # When the reader comes back from another page, the tab used last is open. The tabs do not report which one is open.
    # If they did, Streamlit would draw the other tab only when it is opened: too late to set values for its widgets.
    drop, edit = st.tabs([DROP, EDIT], default=st.session_state.get(keys.WAY, DROP))
    with drop:
        _drop()
    with edit:
        _edit()
    if tried is None:
        return
    st.html(trial_page.verdict_html(tried, dark=dark))
    with st.container(key="findings"):
        st.html(trial_page.problems_html(tried, dark=dark))
        st.html(trial_page.differences_html(tried, dark=dark))


def _drop() -> None:
    st.file_uploader(
        "Drop or choose YAML files of the data folder and articles named <id of the event>.md, at most 2 MB in total",
        type=["yaml", "yml", "md"], accept_multiple_files=True,
        key=f"{keys.DROPPED} {st.session_state.get(keys.ROUND, 0)}", on_change=_take_dropped,
    )  # fmt: skip


def _take_dropped() -> None:
    files: dict[str, bytes] = {}
    st.session_state[keys.WAY] = DROP
    try:
        for uploaded in st.session_state[f"{keys.DROPPED} {st.session_state.get(keys.ROUND, 0)}"]:
            name = trial.file_for(uploaded.name, session.current().dataset.events)
            if name in files:
                raise RefusedError(f"two of the files are {name}; drop only one of them")
            files[name] = uploaded.getvalue()
        _try(files)
    except RefusedError as error:
        st.session_state[keys.REFUSED] = str(error)
    # A new uploader, which is empty: the files are in the trial now.
    st.session_state[keys.ROUND] = st.session_state.get(keys.ROUND, 0) + 1


def _edit() -> None:
    events = session.current().dataset.events
    if _own(keys.TEXT) not in st.session_state or st.session_state.get(_own(keys.EVENT), "") not in ("", *events):
        st.session_state.pop(_own(keys.EVENT), None)  # the event was added by a trial that has ended
        _fill()
    files = [*store.RECORD_FILES, *([ARTICLE] if events else [])]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.selectbox("File", files, key=_own(keys.FILE), index=1, on_change=_fill, width=220) == ARTICLE:
            # By ids, not by labels: a label may change with the trial, and Streamlit finds the choice by its text.
            st.selectbox("of", list(events), key=_own(keys.EVENT), on_change=_fill, width=320)
    if st.session_state[keys.TOO_LONG]:
        # A text in a field goes to the browser, and comes back with each rerun.
        notices.note(f"{_name()} has more than {trial.MOST:,} bytes, so no change of it can be tried here.")
        return
    st.text_area(
        "Text of the file: change it here, or paste a new text over it",
        key=_own(keys.TEXT), height=340, max_chars=trial.MOST, on_change=_keep_draft,
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Try it", type="primary", on_click=_take_text)
        if drafts := st.session_state.get(keys.DRAFTS):
            st.html(piece("views/notices.html", "drafts", drafts))


def _keep_draft() -> None:
    """Keep what was typed until it is tried, because the reader may look at another file or page before."""
    st.session_state[keys.WAY] = EDIT
    # Not _name(): if the reader chose another file at the same moment, that gives the other file already.
    name, typed = st.session_state[keys.FILLED], st.session_state[_own(keys.TEXT)]
    drafts = st.session_state.get(keys.DRAFTS, {})
    kept = {other: text for other, text in drafts.items() if other != name}
    st.session_state[keys.DRAFTS] = kept if typed == trial.texts(_files()).get(name, "") else kept | {name: typed}


def _name() -> str:
    """Give the name of the chosen file, relative to the data folder."""
    name: str = st.session_state.get(_own(keys.FILE), EVENTS)
    if name != ARTICLE:
        return name
    events = list(session.current().dataset.events)
    return store.article_file(st.session_state.get(_own(keys.EVENT)) or events[0])


def _fill() -> None:
    """Put the text of the chosen file into the field: the typed text if it is not yet tried, else that of the file."""
    name, drafts = _name(), st.session_state.get(keys.DRAFTS, {})
    st.session_state[keys.FILLED] = name
    content = _files().get(name, b"")
    st.session_state[keys.TOO_LONG] = name not in drafts and len(content) > trial.MOST
    text = "" if st.session_state[keys.TOO_LONG] else trial.texts({name: content})[name]
    st.session_state[_own(keys.TEXT)] = drafts.get(name, text)


def _files() -> store.Files:
    """Give the data files as this reader sees them: files on trial replace the published ones."""
    tried = session.trial()
    return store.read_files(library.shared().folder) | dict(tried.files if tried else {})


def _take_text() -> None:
    """Try the text in the field, together with those typed for other files before."""
    files, in_the_field = _files(), {st.session_state[keys.FILLED]: st.session_state[_own(keys.TEXT)]}
    typed = st.session_state.get(keys.DRAFTS, {}) | in_the_field
    try:
        _try({name: trial.edited(files, name, text) for name, text in typed.items()})
    except RefusedError as error:
        st.session_state[keys.REFUSED] = str(error)


def _try(files: dict[str, bytes]) -> None:
    """Try files together with those on trial already."""
    before = session.trial()
    tried = dict(before.files) if before else {}
    if files:
        session.hold(trial.shared().start(library.shared(), tried | files, before))
        st.session_state.pop(keys.ENDED, None)
        drafts = st.session_state.get(keys.DRAFTS, {})
        st.session_state[keys.DRAFTS] = {name: text for name, text in drafts.items() if name not in files}
        _fill()


def _discard() -> None:
    session.hold(None)
    st.session_state[keys.DRAFTS] = {}
    st.session_state.pop(keys.ENDED, None)
    if _own(keys.TEXT) in st.session_state:
        _fill()
