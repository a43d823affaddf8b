"""What the timeline and the matrix say in words, of the small dataset and of cases that are rare."""

from pathlib import Path

import pytest

from dashboard import frames, store
from dashboard.records.dates import PartialDate
from dashboard.records.model import Dataset, Event, Organizer, Role
from dashboard.topics.explore.sentences import role_matrix_alt, timeline_alt
from tests.sample import DATASET

BUILT = frames.build(DATASET)
CONFERENCES = BUILT.events[BUILT.events["kind"] == "conference"]


def organizer(name: str, whole: str | None) -> Organizer:
    """Make a state, or with a name that begins with `un` a body of the UN."""
    kind, short = ("united-nations", name.upper()) if name.startswith("un") else ("state", name.capitalize())
    return Organizer(id=name, name=f"All of {name}", short_name=short, kind=kind, part_of=whole)


def words(*events: Event, **organizers: str | None) -> tuple[str, str]:
    """Give both sentences on events; `organizers` are ids with what each is part of."""
    known = {name: organizer(name, whole) for name, whole in organizers.items()}
    built = frames.build(Dataset(events={event.id: event for event in events}, organizers=known))
    return timeline_alt(built.events), role_matrix_alt(built.roles, built.events)


def role(words: str) -> Role:
    """Make a role of `qatar:sponsor`; without a word for it that of an organizer."""
    name, _, held = words.partition(":")
    return Role(organizer=name, role=held or "organizer", confidence="single", sources=("s",))


def conference(year: int | None, *roles: str, **more) -> Event:
    """Make a conference of a year."""
    dates = {"start": PartialDate(year, 5, 3), "end": PartialDate(year, 5, 4)} if year else {}
    names = {"id": f"{year or 'undated'}-c", "label": f"Meeting {year or 'to come'}", "city": "Dushanbe"}
    return Event(
        title="T", kind="conference", weight="main", roles=tuple(map(role, roles)), sources=("s",),
        **names | dates | more,
    )  # fmt: skip


def test_the_small_dataset_in_words():
    assert timeline_alt(BUILT.events) == (
        "Timeline of 5 events from 2018 to 2022, 1 of them without a date: 2 conferences, 1 side event, "
        "1 preparation or announcement and 1 follow-up. "
        "Conferences: 3–4 May 2018, Dushanbe; 18–19 October 2022, Dushanbe."
    )
    assert role_matrix_alt(BUILT.roles, CONFERENCES) == (
        "Tajikistan is listed as organizer of both conferences shown. UN itself is not listed as organizer of "
        "Dushanbe 2022, but its body UNOCT is. 1 role is disputed (Qatar)."
    )
    assert role_matrix_alt(BUILT.roles, CONFERENCES.iloc[:1]) == (
        "Three states and organizations have roles at one event. 1 role is disputed (Qatar)."
    )


@pytest.mark.parametrize(
    ("event", "named"),
    [
        (conference(2018, city=None), "Conference: 3–4 May 2018, place not known."),
        (conference(2018, city=None, venue="online"), "Conference: 3–4 May 2018, online."),
        (conference(2018, venue="online"), "Conference: 3–4 May 2018, Dushanbe (online)."),
        (conference(None, city=None), "Conference: Meeting to come, without a date."),
    ],
)
def test_an_unknown_date_or_place_reaches_no_sentence(event, named):
    assert words(event)[0].endswith(named)
    assert words(event)[1] == "No role is known for these events."


def test_years_that_are_about_right_are_said_to_be():
    about = conference(2018, start=PartialDate(2018, about=True), end=PartialDate(2018, about=True))
    assert words(about)[0].startswith("Timeline of 1 event in about 2018: ")
    assert words(about, conference(2020))[0].startswith("Timeline of 2 events from about 2018 to 2020: ")
    long = conference(2018, end=PartialDate(2019, 1, 2))
    assert words(long)[0].startswith("Timeline of 1 event from 2018 to 2019: ")


def test_a_conference_without_a_date_is_neither_first_nor_last():
    events = [conference(2018, "un", "kuwait"), conference(2022, "kuwait"), conference(None, "qatar")]
    assert words(*events, un=None, kuwait=None, qatar=None)[1] == (
        "UN is listed as organizer of Meeting 2018 but not of Meeting 2022."
    )


def test_a_state_that_was_there_in_another_role_is_not_new():
    events = [conference(2018, "kuwait", "qatar:sponsor"), conference(2022, "kuwait", "qatar")]
    assert words(*events, kuwait=None, qatar=None)[1] == (
        "Kuwait is listed as organizer of both conferences shown. "
        "Qatar (sponsor of Meeting 2018) is listed as organizer of Meeting 2022 but not of Meeting 2018."
    )


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (
            {2018: "kuwait", 2019: "kuwait", 2022: "qatar"},
            "One state is listed as organizer of another conference but not of Meeting 2018: Qatar for Meeting 2022. "
            "Kuwait is listed as organizer of other conferences but not of Meeting 2022.",
        ),
        (
            {2018: "kuwait", 2019: "qatar", 2022: "qatar"},
            "One state is listed as organizer of other conferences but not of Meeting 2018: Qatar for Meeting 2019 and "
            "Meeting 2022. Kuwait is listed as organizer of another conference but not of Meeting 2022.",
        ),
    ],
)
def test_who_organizes_several_other_conferences_is_not_said_to_organize_one(years, said):
    events = [conference(year, name) for year, name in years.items()]
    assert words(*events, kuwait=None, qatar=None)[1] == said


def test_of_a_role_that_is_deduced_no_sentence_says_that_it_is_named():
    deduced = role("kuwait").model_copy(update={"confidence": "inferred"})
    events = [conference(2018, "kuwait"), conference(2022).model_copy(update={"roles": (deduced,)})]
    said = words(*events, kuwait=None)[1]
    assert said == "Kuwait is listed as organizer of both conferences shown."


def test_where_nobody_is_known_to_organize_a_conference_nobody_is_missing_there():
    events = [conference(2018, "kuwait", "qatar"), conference(2019, "kuwait"), conference(2022, "qatar:sponsor")]
    assert words(*events, kuwait=None, qatar=None)[1] == (
        "Kuwait is listed as organizer of both conferences shown whose organizers are known. "
        "Qatar is listed as organizer of Meeting 2018 but not of Meeting 2019."
    )


def test_a_body_and_its_whole_stand_for_each_other():
    events = [conference(2018, "unoct"), conference(2022, "un")]
    assert words(*events, un=None, unoct="un")[1] == (
        "UNOCT is not listed as organizer of Meeting 2022, but UN is. UNOCT is part of UN."
    )
    one = conference(2018, "un", "unoct", "kuwait")
    assert words(one, un=None, unoct="un", kuwait=None)[1] == (
        "Three states and organizations, including UN and its body UNOCT, have roles at one event."
    )


def test_of_a_press_release_without_a_place_none_is_made_up():
    real = store.load(Path(__file__).parents[3] / "data")[0].dataset
    release = frames.build(real).events.set_index("event_id").loc["2022-09-announcement"]
    assert frames.place(release["city"], release["country"], release["venue"]) == "place not known"
    briefing = frames.build(real).events.set_index("event_id").loc["2022-09-briefing"]
    assert frames.place(briefing["city"], briefing["country"], briefing["venue"]).endswith("(online)")
