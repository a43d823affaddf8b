"""When records were changed: from the list of changes alone."""

from dataclasses import replace
from datetime import UTC, datetime

from dashboard.exports.revisions import BEGINNING, last_moment, moments, revisions
from dashboard.records.kinds import EVENTS, SOURCES
from dashboard.records.model import Change, Dataset
from tests.sample import DATASET, EMPTY, snapshot
from tests.sample import EVENTS as SAMPLE


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def changed(*changes: Change, **fields) -> Dataset:
    """Give the sample with a list of changes."""
    return replace(DATASET, changes={f"record {number}": one for number, one in enumerate(changes, 1)}, **fields)


def change(on: str, what: str = "corrected", **names) -> Change:
    return Change(on=on, what=what, why="A reason.", **names)


CHANGES = (
    change("2026-01-05", "added", events=("2018-dushanbe", "2022-dushanbe"), sources=("khovar-2018",)),
    change("2026-01-05", events=("2018-dushanbe",)),
    change("2026-02", events=("2018-dushanbe", "2018-dushanbe")),
    change("2026-01-05", sources=("khovar-2018",)),
)


def test_the_entries_of_a_day_are_a_second_apart_in_their_order():
    assert list(moments(changed(*CHANGES)).values()) == [
        at(2026, 1, 5), at(2026, 1, 5, 0, 0, 1), at(2026, 2, 1), at(2026, 1, 5, 0, 0, 2)
    ]  # fmt: skip


def test_a_record_is_as_new_as_the_last_entry_that_names_it():
    held = snapshot(changed(*CHANGES))
    known = revisions(held, EVENTS)
    assert (known["2018-dushanbe"].number, known["2018-dushanbe"].added, known["2018-dushanbe"].changed) == (
        2, at(2026, 1, 5), at(2026, 2, 1)
    )  # fmt: skip
    assert (known["2022-dushanbe"].number, known["2022-dushanbe"].changed) == (0, at(2026, 1, 5))
    assert (known["2018-dushanbe"].last, known["2022-dushanbe"].last) == (CHANGES[2], CHANGES[0])
    assert revisions(held, SOURCES)["khovar-2018"].number == 1
    assert last_moment(held) == at(2026, 2, 1)


def test_a_record_without_an_entry_is_as_new_as_the_data():
    assert revisions(snapshot(changed(*CHANGES)), EVENTS)["undated-plan"].changed == at(2026, 2, 1)
    assert revisions(snapshot(), EVENTS)["undated-plan"].changed == at(2026, 3, 1)
    assert revisions(snapshot(), EVENTS)["undated-plan"].last is None
    assert last_moment(snapshot(EMPTY)) == BEGINNING


def test_entries_under_former_ids_count_and_the_first_id_stays():
    event = SAMPLE[0].model_copy(update={"id": "2018-capital", "aliases": ("2018-city", "2018-dushanbe")})
    renamed = changed(
        *CHANGES,
        change("2026-03-01", events=("2018-city",)),
        change("2026-03-02", events=("2018-capital",)),
        events={event.id: event},
    )
    (revision,) = revisions(snapshot(renamed), EVENTS).values()
    assert (revision.first_id, revision.number, revision.changed) == ("2018-dushanbe", 4, at(2026, 3, 2))


def test_without_entries_the_first_alias_is_the_first_id():
    event = SAMPLE[0].model_copy(update={"aliases": ("2018-city",)})
    assert revisions(snapshot(changed(events={event.id: event})), EVENTS)[event.id].first_id == "2018-city"
    assert revisions(snapshot(), EVENTS)["2018-dushanbe"].first_id == "2018-dushanbe"
