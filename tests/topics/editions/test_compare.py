"""What changed between editions: each organizer is in exactly one set, and the words are true."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING, ROLES, Dataset, Event, Figure, Listing, Organizer, Role, Source, Theme
from dashboard.topics.editions import compare
from dashboard.topics.editions import page as compare_page
from dashboard.topics.editions.compare import ROWS, Comparison, comparison_frame, editions, paragraph, rows
from tests import real
from tests.real import DATASET as REAL
from tests.sample import DATASET

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


@given(assignments, assignments)
def test_the_four_sets_are_disjoint_and_together_both_editions_organizers(earlier, later):
    found = between(two(earlier, later))
    sets = [ids(found, name) for name in SETS]
    assert sum(map(len, sets)) == sum(len(getattr(found, name)) for name in SETS) == len(set().union(*sets))
    assert set().union(*sets) == {held.organizer for held in (*earlier, *later)} & set(IDS)


@given(assignments)
def test_an_edition_compared_with_itself_only_stays(roles):
    found = compare.compare(two(roles), "0", "0")
    assert ids(found, "joined") == ids(found, "left") == ids(found, "changed") == set()
    assert ids(found, "stayed") == {held.organizer for held in roles} & set(IDS)
    assert paragraph(found) == "Event 0 is compared with itself. Choose two different editions to see what changes."


@given(assignments, assignments)
def test_the_other_way_round_joined_and_left_change_places(earlier, later):
    one, other = between(two(earlier, later)), compare.compare(two(earlier, later), "1", "0")
    assert [ids(one, name) for name in SETS] == [ids(other, name) for name in ("left", "joined", "stayed", "changed")]


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
        "The data lists four states with roles at Event 0. It lists four states with roles at Event 1. "
        "E (disputed) is listed only for Event 1, as lead UN entity. B is listed only for Event 0, as organizer. "
        "C (disputed for Event 0) is listed for both, as organizer. "
        "D (deduced for Event 1) is listed for both, as lead UN entity. "
        "A is listed as host for Event 0 and as co-organizer for Event 1."
    )


def test_where_nobody_is_named_nobody_is_said_to_be_missing():
    assert paragraph(between(two([role("a")], []))) == (
        "The data lists one state with a role at Event 0. It lists no roles at Event 1."
    )
    assert paragraph(between(two([], [role("a"), role("b")]))) == (
        "The data lists no roles at Event 0. It lists two states with roles at Event 1."
    )
    assert paragraph(between(two())) == "The data lists no roles at Event 0 or at Event 1."


def test_a_role_more_or_less_is_a_change():
    found = between(two([role("a", "host")], [role("a", "host"), role("a", "chair")]))
    assert ids(found, "changed") == {"a"}
    assert "A is listed as host for Event 0 and as host and chair for Event 1." in paragraph(found)


def test_resolutions_of_one_entry_are_compared_one_by_one():
    listed = [
        Listing(items=(text,), sources=("s",))
        for text in (
            "Security Council resolutions 1373 (2001), 1540 (2004)",
            "Security Council resolution 1373 (2001)",
        )
    ]
    found = between(two(frameworks=listed))
    assert names(found.frameworks.kept) == ["Security Council resolution 1373 (2001)"]
    assert names(found.frameworks.earlier) == ["Security Council resolution 1540 (2004)"]
    assert paragraph(found).endswith(
        "One cited text (Security Council resolution 1373 (2001)) is listed for both. "
        "No other cited text is listed for both in the same words. There is one for Event 0."
    )


def names(items) -> list[str]:
    return [item.name for item in items]


def theme(text: str, *terms: str) -> Theme:
    return Theme(text=text, terms=terms)


def test_themes_are_compared_by_their_terms_and_keep_their_wording():
    found = between(
        two(
            themes=(
                (theme("border management", "border-security"), theme("border services", "border-security"),
                 theme("youth", "youth")),
                (theme("border security", "border-security"), theme("drugs and weapons", "drugs", "weapons")),
            )
        )
    )  # fmt: skip
    (kept,) = found.themes.kept
    assert (kept.name, kept.earlier, kept.later) == (
        "Border security", ("border management", "border services"), ("border security",),
    )  # fmt: skip
    assert (names(found.themes.dropped), names(found.themes.added)) == (
        ["Youth"], ["Trafficking in drugs", "Trafficking in weapons"],
    )  # fmt: skip
    assert paragraph(found).endswith(
        "One theme (border security) is listed for both. One is listed only for Event 0, and two only for Event 1."
    )
    table = rows(found).set_index("item_id")
    assert list(table.loc["border-security", ["item", "change", "earlier", "later"]]) == [
        "Border security", "kept", "border management; border services", "border security",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ([theme("border control")], [theme("frontiers")],
         "No theme is listed for both in the same words. There is one for Event 0 and one for Event 1."),
        ([theme("frontiers"), theme("weapons")], [theme("drugs")],
         "No theme is listed for both in the same words. There are two for Event 0 and one for Event 1."),
        ([theme("borders")], [theme("Borders", "border-security")],
         "One theme (border security) is listed for both."),
        ([theme("border control")], [theme("Border control")],
         "One theme (Border control) is listed for both."),
        ([theme("youth", "youth")], [theme("drugs", "drugs")],
         "No theme is listed for both. One is listed only for Event 0, and one only for Event 1."),
        ([theme("youth", "youth"), theme("borders")], [theme("drugs", "drugs")],
         "One theme is listed only for Event 0, and one only for Event 1. "
         "No other theme is listed for both in the same words. There is one for Event 0."),
        ([theme("youth", "youth")], [], "Themes are listed only for Event 0."),
        ([], [theme("borders")], "Themes are listed only for Event 1."),
    ],
)  # fmt: skip
def test_what_has_its_wording_alone_is_never_said_to_be_missing(earlier, later, words):
    found = between(two(themes=(earlier, later)))
    assert paragraph(found).endswith(words)
    shown = compare_page.compare_html(two(themes=(earlier, later)), found)
    assert ("<p>None in the same words</p>" in shown) == ("in the same words" in words)
    untermed = bool(found.themes.earlier or found.themes.later)
    assert (", in these words <i>" in shown) == untermed == ("in these words alone" in set(rows(found)["change"]))
    assert "differently" not in shown
    assert ("<p>Not known</p>" in shown) == words.startswith("Themes are listed only for")


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
    assert "seven states and organizations with roles at Dushanbe 2022 (18–19 October 2022)" in words
    assert "Kuwait is listed only for Kuwait City 2024, as host." in words
    assert (
        "UNRCCA, OSCE, EU, Saudi Arabia (disputed) and Qatar (disputed) are listed only for Dushanbe 2022, "
        "as co-organizers." in words
    )
    assert "Tajikistan is listed as host for Dushanbe 2022 and as co-organizer for Kuwait City 2024." in words
    assert "Five themes are listed for both" in words


@pytest.mark.parametrize(("earlier", "later"), list(combinations(compare.editions(REAL), 2)))
def test_what_both_titles_of_real_editions_name_is_a_theme_of_both(earlier, later):
    kept = {item.term for item in compare.compare(REAL, earlier, later).themes.kept}
    for term, stem in (("counter-terrorism", "counter"), ("cooperation", "cooperation")):
        if all(stem in REAL.events[name].title.lower() for name in (earlier, later)):
            assert term in kept


def test_a_number_that_counts_as_one_source_is_not_said_to_have_one():
    words = paragraph(compare.compare(REAL, "2018-dushanbe", "2019-dushanbe"))
    assert "31 (counted as one source) at Dushanbe 2018" in words, "two sources are cited"
    assert "more than 500 or about 500 (one source each) at Dushanbe 2019" in words


@pytest.mark.parametrize(
    ("confidence", "family", "said"),
    [
        ("single", (None, None, None), "P"),
        ("single", ("x", "x", None), "P"),
        ("single", ("x", "x", "x"), "P (repeating one text)"),
        ("confirmed", ("x", "x", None), "P (2 of 3 texts independent)"),
    ],
)
def test_sources_of_a_number_that_count_as_one_are_not_called_independent(confidence, family, said):
    sources = {
        name: Source(id=name, title="T", publisher="P", language="en", kind="press", read="full", family=text)
        for name, text in zip("stu", family, strict=True)
    }
    number = Figure(label="people", value="400", confidence=confidence, sources=tuple(sources))
    dataset = replace(two(figures=((number,), ())), sources=sources)
    assert f"<small>{said}</small>" in compare_page.compare_html(dataset, between(dataset))


@pytest.mark.parametrize(
    ("editions", "words"),
    [
        (("2018-dushanbe", "2024-kuwait"),
         "UN itself is listed only for Dushanbe 2018, as co-organizer. "
         "Its body UNOCT is listed for Kuwait City 2024."),
        (("2018-dushanbe", "2022-dushanbe"),
         "UN itself is listed only for Dushanbe 2018, as co-organizer. "
         "Its bodies UNOCT and UNRCCA are listed for Dushanbe 2022."),
        (("2018-dushanbe", "2019-dushanbe"),
         "UNOCT (deduced) is listed only for Dushanbe 2019, as lead UN entity. "
         "It is part of UN, which is listed for both."),
        (("2018-dushanbe", "2019-dushanbe"),
         "with roles at Dushanbe 2019 (16–17 May 2019), including UN and its body UNOCT."),
    ],
)  # fmt: skip
def test_a_body_of_an_organization_is_not_taken_for_another_one(editions, words):
    found = compare.compare(REAL, *editions)
    assert words in paragraph(found)
    shown = compare_page.compare_html(REAL, found)
    for said in ("its body UNOCT is", "its bodies UNOCT and UNRCCA are", "part of UN, which is"):
        assert f"{said} listed for" in shown or f"{said} listed for" not in paragraph(found).replace("Its", "its")


def test_the_editions_compared_first_have_begun():
    held = dict(REAL.events)
    bare = held["2024-kuwait"].model_copy(update={"end": None, "edition": None})
    undated = bare.model_copy(update={"id": "undated-dushanbe", "label": "Next", "start": None})
    planned = bare.model_copy(update={"id": "2031-dushanbe", "label": "Planned", "start": PartialDate(2031)})
    more = replace(REAL, events=held | {undated.id: undated, planned.id: planned})
    assert editions(more)[-2:] == ("2031-dushanbe", "undated-dushanbe")
    assert compare.compared_first(REAL) == compare.compared_first(more) == ("2022-dushanbe", "2024-kuwait")
    few = replace(REAL, events={undated.id: undated, planned.id: planned})
    assert compare.compared_first(few) == ("2031-dushanbe", "undated-dushanbe")
    assert compare.compared_first(replace(REAL, events={undated.id: undated})) == ()


def test_editions_are_in_their_order():
    assert editions(REAL)[:4] == ("2018-dushanbe", "2019-dushanbe", "2022-dushanbe", "2024-kuwait")
    assert editions(real.EXAMPLE.dataset)[:2] == ("2011-istanbul", "2012-kabul")


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_two_editions_of_published_data_compare(of):
    dataset = of.dataset
    for one in editions(dataset):
        for other in editions(dataset):
            table = comparison_frame(dataset, one, other)
            disputes = {dispute.id for dispute in dataset.disputes.values() if dispute.event in (one, other)}
            assert set(table.loc[table["topic"] == "dispute", "item_id"]) == disputes
            assert not table["item"].eq("").any()


def test_supporters_count_and_the_strict_roles_are_among_the_roles_compared():
    found = compare.compare(DATASET, "2018-dushanbe", "2022-dushanbe")
    assert ids(found, "left") == {"un", "qatar"}
    assert "sponsor" not in ORGANIZING


def test_an_unknown_edition_is_an_error_and_the_dataset_stays_as_it_was():
    before = repr(DATASET)
    with pytest.raises(KeyError):
        compare.compare(DATASET, "2018-dushanbe", "2033-moon")
    compare.compare(DATASET, "2018-dushanbe", "2022-dushanbe")
    assert repr(DATASET) == before
