"""What changed between editions: sets that cut nothing twice and forget nothing, and honest words."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard import compare, store
from dashboard.compare import ROWS, Comparison, comparison_csv, editions, paragraph, rows
from dashboard.model import ORGANIZING, ROLES, Dataset, Event, Figure, Listing, Organizer, Role
from tests.sample import DATASET

REAL, _ = store.load(Path(__file__).parent.parent / "data")
IDS = ("a", "b", "c", "d", "e")
SETS = ("joined", "left", "stayed", "changed")


def role(organizer: str, held: str = "organizer", confidence: str = "single") -> Role:
    return Role(organizer=organizer, role=held, confidence=confidence, sources=("s",))


def two(earlier=(), later=(), **more) -> Dataset:
    """A dataset of two conferences with these roles; `more` are further fields of both, as pairs."""
    events = {}
    for number, roles in enumerate((earlier, later)):
        fields = {name: pair[number] for name, pair in more.items()}
        events[f"{number}"] = Event(
            id=f"{number}", title="T", label=f"Event {number}", kind="conference", weight="main", sources=("s",),
            roles=tuple(roles), **fields,
        )  # fmt: skip
    organizers = {one: Organizer(id=one, name=one.upper(), short_name=one.upper(), kind="state") for one in IDS}
    return Dataset(events=events, organizers=organizers)


def between(dataset: Dataset) -> Comparison:
    return compare.compare(dataset, "0", "1")


def ids(comparison: Comparison, name: str) -> set[str]:
    return {part.organizer for part in getattr(comparison, name)}


assignments = some.lists(
    some.builds(role, some.sampled_from((*IDS, "unknown")), some.sampled_from(list(ROLES))), max_size=8
)


@settings(deadline=None)
@given(assignments, assignments)
def test_the_four_sets_are_disjoint_and_together_both_editions_organizers(earlier, later):
    found = between(two(earlier, later))
    sets = [ids(found, name) for name in SETS]
    assert sum(map(len, sets)) == sum(len(getattr(found, name)) for name in SETS) == len(set().union(*sets))
    assert set().union(*sets) == {held.organizer for held in (*earlier, *later)} & set(IDS)


@settings(deadline=None)
@given(assignments)
def test_an_edition_compared_with_itself_only_stays(roles):
    found = compare.compare(two(roles), "0", "0")
    assert ids(found, "joined") == ids(found, "left") == ids(found, "changed") == set()
    assert ids(found, "stayed") == {held.organizer for held in roles} & set(IDS)
    assert paragraph(found) == "Event 0 is compared with itself; choose two editions to see what changed."


@settings(deadline=None)
@given(assignments, assignments)
def test_the_other_way_round_joined_and_left_change_places(earlier, later):
    one, other = between(two(earlier, later)), compare.compare(two(earlier, later), "1", "0")
    assert [ids(one, name) for name in SETS] == [ids(other, name) for name in ("left", "joined", "stayed", "changed")]


@settings(deadline=None)
@given(assignments, assignments)
def test_any_comparison_has_its_words_and_its_table(earlier, later):
    found = between(two(earlier, later))
    assert paragraph(found).endswith(".")
    table = rows(found)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == ROWS
    assert len(table) == sum(len(getattr(found, name)) for name in SETS)


def test_the_paragraph_says_who_did_what_and_where_it_is_disputed():
    found = between(
        two(
            [role("a", "host"), role("b"), role("c", confidence="disputed"), role("d", "lead")],
            [role("a", "co-organizer"), role("c"), role("d", "lead", "inferred"), role("e", "lead", "disputed")],
        )
    )
    assert paragraph(found) == (
        "As far as the sources read say, four states and organizations had a role at Event 0 (date not known) and "
        "four at Event 1 (date not known). E (disputed) joined as lead UN entity. B left (organizer at Event 0). "
        "C (disputed for Event 0) stayed as organizer. D (deduced for Event 1) stayed as lead UN entity. "
        "A changed from host to co-organizer."
    )


def test_a_role_more_or_less_is_a_change():
    found = between(two([role("a", "host")], [role("a", "host"), role("a", "chair")]))
    assert ids(found, "changed") == {"a"}
    assert "A changed from host to host and chair." in paragraph(found)


def test_resolutions_of_one_entry_are_compared_one_by_one():
    listed = [
        Listing(items=(text,), sources=("s",))
        for text in (
            "Security Council resolutions 1373 (2001), 1540 (2004)",
            "Security Council resolution 1373 (2001)",
        )
    ]
    found = between(two(frameworks=listed))
    assert found.frameworks.kept == ("Security Council resolution 1373 (2001)",)
    assert found.frameworks.dropped == ("Security Council resolution 1540 (2004)",)
    assert (
        "Of the texts cited, going by their wording, one (Security Council resolution 1373 (2001)) is named for both, "
        "one for Event 0 alone and none for Event 1 alone." in paragraph(found)
    )


def test_numbers_with_the_same_label_stand_side_by_side_and_every_count_is_told():
    def number(label, value, confidence):
        return Figure(label=label, value=value, confidence=confidence, sources=("s",))

    found = between(
        two(
            figures=(
                (number("people", "400", "disputed"), number("states", "48", "single")),
                (number("flags", "7", "single"), number("People", "450", "single"),
                 number("people (another count)", "480", "confirmed")),
            )
        )
    )  # fmt: skip
    assert [(one.label, one.earlier and one.earlier.value, one.later and one.later.value) for one in found.figures] == [
        ("people", "400", "450"),
        ("people (another count)", None, "480"),
        ("states", "48", None),
        ("flags", None, "7"),
    ]
    assert paragraph(found).endswith("People: 400 (disputed) at Event 0, 450 (one source) or 480 at Event 1.")
    assert list(rows(found)["change"]) == ["both", "later only", "earlier only", "later only"]


def test_numbers_of_different_bases_are_not_set_against_each_other():
    def number(value, basis):
        return Figure(label="people", value=value, basis=basis, confidence="single", sources=("s",))

    found = between(two(figures=((number("400", "reported"),), (number("450", "announced"),))))
    assert [(one.earlier, one.later) for one in found.figures] == [
        (number("400", "reported"), None),
        (None, number("450", "announced")),
    ]
    assert "People:" not in paragraph(found)
    assert list(rows(found)["item"]) == ["people", "people (announced)"]

    found = between(two(figures=((number("400", "announced"),), (number("450", "announced"),))))
    assert paragraph(found).endswith("People (announced): 400 (one source) at Event 0, 450 (one source) at Event 1.")


def test_the_words_of_real_editions_name_every_organizer_and_doubt():
    found = compare.compare(REAL, "2022-dushanbe", "2024-kuwait")
    words = paragraph(found)
    assert "seven states and organizations had a role at Dushanbe 2022 (18–19 October 2022)" in words
    assert "Kuwait joined as host." in words
    assert (
        "UNRCCA, OSCE, EU, Saudi Arabia (disputed) and Qatar (disputed) left (co-organizers at Dushanbe 2022)." in words
    )
    assert "Tajikistan changed from host to co-organizer." in words


def test_every_two_real_editions_compare():
    assert editions(REAL)[:4] == ("2018-dushanbe", "2019-dushanbe", "2022-dushanbe", "2024-kuwait")
    for one in editions(REAL):
        for other in editions(REAL):
            table = comparison_csv(REAL, one, other)
            disputes = {dispute.id for dispute in REAL.disputes.values() if dispute.event in (one, other)}
            assert set(table.loc[table["topic"] == "dispute", "item_id"]) == disputes
            assert not table["item"].eq("").any()


def test_supporters_count_and_the_strict_roles_are_among_the_roles_compared():
    found = compare.compare(DATASET, "2018-dushanbe", "2022-dushanbe")
    assert ids(found, "left") == {"un", "qatar"}
    assert "sponsor" not in ORGANIZING


def test_an_unknown_edition_is_an_error_and_the_dataset_stays_as_it_was():
    before = replace(DATASET)
    with pytest.raises(KeyError):
        compare.compare(DATASET, "2018-dushanbe", "2033-moon")
    assert before == DATASET
