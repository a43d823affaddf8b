"""What the process keeps in memory of the data: one snapshot, which garbage collection ignores.

No reader waits for an edit.
"""

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import store
from dashboard.library import Library, Snapshot, snapshot


@pytest.fixture
def freezing(folder: Path) -> Iterator[Library]:
    """A library that freezes what it reads, as the server's library does; nothing is frozen before."""
    gc.unfreeze()
    yield Library(folder, freezes=True)
    gc.unfreeze()


def test_garbage_collection_passes_over_what_was_read(freezing):
    held = freezing.current()
    assert gc.get_freeze_count() > 0
    assert not any(known is held for known in gc.get_objects())


@pytest.mark.slow
def test_a_snapshot_that_was_replaced_leaves_the_memory(freezing, folder):
    old = []
    for number in range(4):
        process = folder / "process.yaml"
        process.write_text(process.read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        old.append(weakref.ref(freezing.settled()))
    assert [held() is None for held in old] == [True, True, True, False]


def test_a_library_that_does_not_freeze_leaves_the_collector_alone(folder):
    gc.unfreeze()
    Library(folder).current()
    assert gc.get_freeze_count() == 0


@pytest.mark.slow
def test_a_snapshot_that_a_reader_still_has_goes_with_that_reader(freezing, folder):
    held = freezing.current()
    held.answer(_label, "2019-plan")
    gone = weakref.ref(held)
    edit(folder, "label: Plan", "label: Plot")
    freezing.settled()
    del held
    assert gone() is None


def _label(held: Snapshot, event: str) -> str:
    return held.dataset.events[event].label


def edit(folder: Path, old: str, new: str) -> None:
    events = folder / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Slow reading: one event says that it has begun, and the other lets it go on."""
    began, may_go_on = threading.Event(), threading.Event()

    def waiting(*given, reads=snapshot.read):
        began.set()
        assert may_go_on.wait(30)
        return reads(*given)

    monkeypatch.setattr(snapshot, "read", waiting)
    yield began, may_go_on
    may_go_on.set()


def test_nobody_waits_for_an_edit(folder, slowly):
    began, may_go_on = slowly
    may_go_on.set()
    library = Library(folder)
    before = library.current()
    began.clear()
    may_go_on.clear()
    edit(folder, "label: Plan", "label: Plot")
    assert library.current() is before
    assert began.wait(30)
    readers = threading.active_count()
    assert [library.current() for _ in range(5)] == [before] * 5
    assert threading.active_count() == readers, "one thread reads"
    may_go_on.set()
    after = library.settled()
    assert (_label(before, "2019-plan"), _label(after, "2019-plan")) == ("Plan", "Plot")
    assert library.current() is after


def test_what_readers_ask_for_is_made_before_they_get_an_edit_but_not_before_the_first_reader(folder):
    library, seen = Library(folder), []

    def prepare(fresh: Snapshot) -> None:
        seen.append((_label(fresh, "2019-plan"), _label(library.current(), "2019-plan")))

    library.prepare = prepare
    library.settled()
    assert seen == []
    edit(folder, "label: Plan", "label: Plot")
    library.settled()
    assert seen == [("Plot", "Plan")]


def test_a_mistake_of_ours_in_what_is_made_beforehand_keeps_no_edit_from_the_readers(folder, caplog):
    library = Library(folder)
    library.prepare = lambda fresh: 1 / 0
    library.settled()
    edit(folder, "label: Plan", "label: Plot")
    assert _label(library.settled(), "2019-plan") == "Plot"
    assert "ZeroDivisionError" in caplog.text


def test_the_first_reader_waits_for_the_data(folder):
    assert _label(Library(folder).current(), "2019-plan") == "Plan"


def test_what_was_edited_while_files_were_read_is_read_too(folder, monkeypatch):
    monkeypatch.setattr(store.files, "FRESH", -60)
    library = Library(folder)
    library.current()

    def late(*given, reads=snapshot.read):
        read = reads(*given)
        edit(folder, "label: Plot", "label: Scheme")
        return read

    edit(folder, "label: Plan", "label: Plot")
    monkeypatch.setattr(snapshot, "read", late)
    assert _label(library.settled(), "2019-plan") == "Plot"
    assert _label(library.settled(), "2019-plan") == "Scheme"


def test_a_mistake_of_ours_while_reading_leaves_the_last_good_state_and_is_written_down(folder, monkeypatch, caplog):
    library = Library(folder)
    before = library.current()
    edit(folder, "label: Plan", "label: Plot")
    with monkeypatch.context() as broken:
        broken.setattr(snapshot, "read", lambda *given: 1 / 0)
        after = library.settled()
    when = before.made.strftime("%-d %B %Y, %H:%M UTC")
    assert (after.dataset, after.notice) == (before.dataset, snapshot.NOTICE.format(when=when))
    assert after.stamp != before.stamp, "sessions learn of it"
    assert "ZeroDivisionError" in caplog.text
    edit(folder, "label: Plot", "label: Plan")
    assert (library.settled().notice, library.settled().stamp) == ("", before.stamp)


def test_a_mistake_of_ours_in_the_thread_is_written_down_and_the_next_reader_tries_again(folder, monkeypatch, caplog):
    library = Library(folder)
    before = library.current()
    edit(folder, "label: Plan", "label: Plot")
    with monkeypatch.context() as broken:
        broken.setattr(store, "stamp", lambda folder: 1 / 0)
        assert library.current() is before
        for thread in threading.enumerate():
            if thread.name == "reading the data":
                thread.join()
    assert "ZeroDivisionError" in caplog.text
    assert _label(library.settled(), "2019-plan") == "Plot"


def test_a_mistake_of_ours_at_the_first_reading_is_not_hidden(folder, monkeypatch):
    monkeypatch.setattr(snapshot, "read", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Library(folder).current()
