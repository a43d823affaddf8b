"""Flattening the dataset."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard import frames
from dashboard.records.dates import PartialDate
from tests.sample import DATASET, EMPTY


@pytest.fixture
def built() -> frames.Frames:
    return frames.build(DATASET)


@pytest.mark.parametrize("dataset", [DATASET, EMPTY])
def test_frames_have_the_declared_columns_and_types(dataset):
    built = frames.build(dataset)
    for frame, columns in ((built.events, frames.EVENTS), (built.roles, frames.ROLES), (built.sources, frames.SOURCES)):
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == columns


def test_an_empty_dataset_gives_empty_frames():
    assert [len(frame) for frame in vars(frames.build(EMPTY)).values()] == [0, 0, 0]


def test_events_stand_in_order_of_time_and_the_undated_last(built):
    ids = ["2018-dushanbe", "2019-side", "2022-briefing", "2022-dushanbe", "undated-plan"]
    assert list(built.events["event_id"]) == ids


def test_an_event_row(built):
    row = built.events.set_index("event_id").loc["2018-dushanbe"]
    assert (row["start"], row["end"], row["when"], row["year"]) == ("2018-05-03", "2018-05-04", "3–4 May 2018", 2018)
    assert (row["first"], row["last"]) == (pd.Timestamp(2018, 5, 3), pd.Timestamp(2018, 5, 4))
    assert row["organizers"] == "Tajikistan, UN, Qatar"
    assert (row["n_organizers"], row["n_sources"], row["n_disputes"]) == (2, 2, 1)


def test_a_month_lasts_from_its_first_to_its_last_day(built):
    row = built.events.set_index("event_id").loc["2019-side"]
    assert (row["start"], row["when"]) == ("2019-05", "within May 2019")
    assert (row["first"], row["last"]) == (pd.Timestamp(2019, 5, 1), pd.Timestamp(2019, 5, 31))


def test_an_event_without_a_date_has_no_days(built):
    row = built.events.set_index("event_id").loc["undated-plan"]
    assert (row["start"], row["end"], row["when"]) == ("", "", "date not known")
    assert row[["first", "last", "year", "edition"]].isna().all()


def test_a_role_of_an_unknown_organizer_is_left_out():
    event = DATASET.events["2022-dushanbe"]
    stray = event.model_copy(update={"roles": (event.roles[0].model_copy(update={"organizer": "nobody"}),)})
    built = frames.build(type(DATASET)(events={event.id: stray}, organizers=DATASET.organizers))
    assert built.roles.empty
    assert built.events["organizers"].tolist() == [""]


def test_a_source_without_a_page_has_an_empty_url(built):
    urls = built.sources.drop_duplicates("source_id").set_index("source_id")["url"]
    assert urls["kuna-2018"] == ""
    assert urls["un-2022"] == "https://un.org/2"


@pytest.mark.parametrize(
    ("city", "country", "venue", "words"),
    [
        ("Dushanbe", "Tajikistan", "", "Dushanbe, Tajikistan"),
        ("", "Qatar", "", "Qatar"),
        ("", "", "", "place not known"),
        ("", "", "Hofburg", "Hofburg"),
        ("", "", "online (video)", "online (video)"),
        ("", "", "online", "online"),
        ("", "", "Online", "online"),
        ("Dushanbe", "Tajikistan", "online", "Dushanbe, Tajikistan (online)"),
        ("Dushanbe", "", "Kohi Somon and online", "Dushanbe"),
    ],
)
def test_a_place_is_worded_by_what_is_known_and_online_only_where_the_venue_says_so(city, country, venue, words):
    assert frames.place(city, country, venue) == words


@pytest.mark.parametrize(
    ("start", "ahead"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03", False), ("2026", False), ("2027", True), (None, False)],
)
def test_an_event_is_ahead_that_begins_after_the_day_of_the_data(start, ahead):
    event = DATASET.events["2018-dushanbe"].model_copy(
        update={"start": start and PartialDate.parse(start), "end": None}
    )
    assert frames.build(replace(DATASET, events={event.id: event})).events["ahead"].tolist() == [ahead]
    assert frames.build(replace(DATASET, events={event.id: event}, process=None)).events["ahead"].tolist() == [False]


def test_a_role_names_what_its_organizer_is_part_of():
    built = frames.build(DATASET).roles
    assert dict(zip(built["organizer_id"], built["part_of"], strict=True))["unoct"] == "un"
    assert set(built.loc[built["organizer_id"] != "unoct", "part_of"]) == {""}
