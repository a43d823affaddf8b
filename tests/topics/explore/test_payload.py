"""The facts for the linked views, and the events that remain."""

import gzip
import json
from dataclasses import replace

import pytest

from benchmarks import generate
from dashboard import __version__, library, store, topics
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.look import captions
from dashboard.look.style import DARK
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING, Dataset
from dashboard.topics.explore import payload
from dashboard.words.counting import in_words
from tests import real, remaining
from tests.sample import DATASET, EMPTY, snapshot

SNAPSHOT = snapshot()
ANY = Filters()


def bundle(of=SNAPSHOT) -> dict:
    def refuse(word: str) -> None:
        raise ValueError(f"{word} is no JSON")

    return json.loads(payload.bundle(of), parse_constant=refuse)


def state(asked: Filters = ANY, **changes) -> dict:
    given = {"event": "2018-dushanbe", "at": None, "columns": "conferences", "sort": "kind"} | changes
    return remaining.state(SNAPSHOT, asked, SNAPSHOT.select(asked), **given)


def test_the_bundle_holds_every_event_whatever_is_shown():
    content = bundle()
    ids = ["2018-dushanbe", "2019-side", "2022-briefing", "2022-dushanbe", "undated-plan"]
    assert list(content["events"]) == ids
    marks = [trace for trace in content["timeline"]["data"] if trace["meta"]["part"] == "mark"]
    assert {point[0] for trace in marks for point in trace["customdata"]} == set(ids) - {"undated-plan"}
    assert len([point for trace in content["matrix"]["data"] for point in trace["customdata"]]) == 8


def test_the_bundle_is_the_same_for_the_same_data():
    assert payload.bundle(SNAPSHOT) == payload.bundle(snapshot())


def test_an_event_in_the_bundle():
    events = bundle()["events"]
    assert events["2018-dushanbe"] == {
        "label": "Dushanbe 2018",
        "title": "High-Level Conference",
        "when": "3–4 May 2018",
        "kind": "conference",
        "kindName": "Conference",
        "edition": 1,
        "first": "2018-05-03",
        "last": "2018-05-04",
        "year": 2018,
        "weight": "main",
        "start": "2018-05-03",
        "end": "2018-05-04",
        "dating": "held",
        "where": "Dushanbe",
        "ahead": False,
        "keys": ["figure-those-there"],
        "sources": [0, 1],
    }
    assert (events["undated-plan"]["first"], events["undated-plan"]["edition"]) == ("", None)


def test_the_facts_name_what_an_address_may_say():
    content = json.loads(payload.bundle(SNAPSHOT, topics.PAGES))
    assert list(content["known"]["organizer"]) == ["tajikistan", "qatar", "un", "unoct", "osce"]
    assert content["unused"]["weight"] == {"related": "Outside the process"}
    assert list(content["pages"])[:2] == ["explore", "compare"]
    assert content["own"]["from"] == {
        "page": "compare", "usual": "", "values": ["2018-dushanbe", "2022-dushanbe"],
    }  # fmt: skip
    assert content["organizers"]["unoct"] == {
        "name": "UNOCT", "kind": "united-nations", "partOf": ["un"], "rank": 4,
    }  # fmt: skip
    assert content["roles"][0] == ["2018-dushanbe", "tajikistan", "host", "confirmed"]


@pytest.mark.parametrize(
    ("number", "most"),
    [pytest.param(0, 20_000, id="real"), pytest.param(1000, 150_000, id="1000", marks=pytest.mark.slow)],
)
def test_the_facts_are_small(number, most, tmp_path):
    if number:
        generate.generate(number, tmp_path)
    reading, _ = store.load(tmp_path if number else library.FOLDER)
    assert len(gzip.compress(payload.bundle(snapshot(reading.dataset), topics.PAGES), 6)) < most


def test_a_conference_without_number_is_no_obstacle():
    bare = DATASET.events["2018-dushanbe"].model_copy(update={"edition": None})
    content = bundle(snapshot(Dataset(**{**vars(DATASET), "events": {bare.id: bare}})))
    assert content["events"][bare.id]["edition"] is None


def test_the_bundle_of_nothing():
    content = bundle(snapshot(EMPTY))
    assert (content["events"], content["roles"], content["timeline"]["data"]) == ({}, [], [])


def test_every_colour_of_the_figures_has_one_for_the_dark_page():
    content = bundle()
    text = json.dumps([content["timeline"], content["matrix"]])
    colors = {text[start : start + 7] for start in range(len(text)) if text[start - 1 : start + 1] == '"#'}
    assert colors
    assert colors <= set(DARK)


@pytest.mark.parametrize(
    ("asked", "event", "chosen"),
    [
        (Filters(), "undated-plan", "undated-plan"),
        (Filters(), None, "2022-dushanbe"),
        (Filters(), "unheard-of", "2022-dushanbe"),
        (Filters(year=("2018", "2019")), None, "2018-dushanbe"),
        (Filters(year=("2022",)), "2018-dushanbe", "2022-dushanbe"),
        (Filters(kind=("side-event",)), None, "2019-side"),
        (Filters(q="zzz"), "2018-dushanbe", None),
    ],
)
def test_chosen_event(asked, event, chosen):
    assert payload.chosen_event(SNAPSHOT.select(asked), event) == chosen


@pytest.mark.parametrize(
    ("updated", "opens", "chosen"),
    [
        ("2026-03-01", "latest", "2022-dushanbe"),
        ("2020-03-01", "latest", "2018-dushanbe"),  # that of 2022 is only planned
        ("2018-03-01", "latest", "2018-dushanbe"),  # both are, and that of 2018 is the next
        ("2026-03-01", "first", "2018-dushanbe"),
    ],
)
def test_the_latest_conference_that_has_begun_opens_first_unless_the_process_says_otherwise(updated, opens, chosen):
    process = DATASET.process.model_copy(update={"updated": PartialDate.parse(updated), "opens": opens})
    of = snapshot(replace(DATASET, process=process))
    assert payload.chosen_event(of.select(Filters()), None, of.dataset.opens) == chosen


def test_the_state_says_what_is_left():
    held = state(Filters(organizer=("un",)))
    assert held["shown"] == ["2018-dushanbe", "2019-side"]
    assert (held["total"], held["columns"]) == (5, ["2018-dushanbe"])
    assert held["lit"] == {"organizer": ["un"], "role": []}
    assert held["query"] == "organizer=un"
    assert state()["undated"] == ["undated-plan"]


def test_the_columns_are_all_events_where_asked_or_where_no_conference_is_left():
    assert state(columns="all")["columns"] == ["2018-dushanbe", "2019-side", "2022-dushanbe", "undated-plan"]
    assert state(Filters(kind=("side-event",)))["columns"] == ["2019-side"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("kind", ["tajikistan", "qatar", "un", "unoct", "osce"]),
        ("count", ["tajikistan", "un", "qatar", "osce", "unoct"]),
        ("first", ["tajikistan", "un", "qatar", "osce", "unoct"]),
        ("name", ["osce", "qatar", "tajikistan", "un", "unoct"]),
    ],
)
def test_the_rows_stand_in_the_order_that_is_asked_for(sort, order):
    rows = {row["organizer_id"]: row for row in state(columns="all", sort=sort)["rows"]}
    assert list(rows) == order
    assert rows["un"] == {
        "organizer_id": "un",
        "organizer": "UN",
        "organizer_kind": "united-nations",
        "count": 2,
        "depth": 0,
    }
    assert rows["unoct"]["depth"] == int(sort == "kind")  # fmt: skip


def test_the_state_is_small_and_goes_through_json():
    assert len(json.dumps(state())) < 4000
    assert state(Filters(q="zzz"), event=None)["shown"] == []


def test_chips_and_caption_name_the_filters():
    asked = Filters(year=("2018",), organizer=("un",), weight=("main",), q="a <b>")
    assert captions.chips(asked, SNAPSHOT.known) == [
        {"facet": "year", "value": "2018", "label": "2018"},
        {"facet": "organizer", "value": "un", "label": "UN"},
        {"facet": "weight", "value": "main", "label": SNAPSHOT.known["weight"]["main"]},
        {"facet": "q", "value": "a <b>", "label": "“a <b>”"},
    ]
    caption = captions.caption(SNAPSHOT, asked, SNAPSHOT.select(Filters(year=("2018",))))
    words = "1 of 5 events; filters: 2018, UN, “a <b>” · 2 sources · data of 1 March 2026"
    assert caption == f"{words} · Dushanbe Process dashboard {__version__}"


@pytest.mark.parametrize(
    ("q", "label"),
    [
        ("“Emomali Rahmon”", "“Emomali Rahmon”"),
        ('"border security"', "“border security”"),
        ("“a” b", "““a” b”"),
        ("“a” “b”", "““a” “b””"),
    ],
)
def test_a_phrase_has_its_quotes_once(q, label):
    assert captions.chips(Filters(q=q), SNAPSHOT.known)[0]["label"] == label


def test_what_the_weights_hide_is_said_and_all_events_hide_nothing():
    assert captions.not_shown(SNAPSHOT, Filters()) == "bilateral talks and mentions"
    assert captions.not_shown(SNAPSHOT, Filters(year=("2018",))) == ""
    assert captions.not_shown(SNAPSHOT, Filters(weight=("minor",))) == "conferences, other major events"
    assert state()["notShown"] == "bilateral talks and mentions"
    words = "4 of 5 events; not shown: bilateral talks and mentions · 3 sources"
    assert captions.caption(SNAPSHOT, Filters(), SNAPSHOT.select(Filters())).startswith(words)
    everything = Filters(weight=EVERY_WEIGHT)
    assert captions.caption(SNAPSHOT, everything, SNAPSHOT.select(everything)).startswith("All 5 events · 3 sources")
    assert captions.chips(everything, SNAPSHOT.known) == [{"facet": "weight", "value": "any", "label": "all events"}]


def test_the_totals_beside_the_title_agree_with_their_words():
    assert payload.totals(SNAPSHOT) == {
        "conferences": 2, "conference organizers plus one of their bodies": 2,
        "sources": 3, "years covered": "2018–2022",
    }  # fmt: skip
    one = {"2022-dushanbe": DATASET.events["2022-dushanbe"]}
    of = snapshot(replace(DATASET, events=one, sources={"un-2022": DATASET.sources["un-2022"]}))
    assert payload.totals(of) == {"conference": 1, "conference organizers": 2, "source": 1, "year covered": "2022"}


@pytest.mark.parametrize(
    ("updated", "years"),
    [("2020-03-01", "2018–2019"), ("2018-03-01", "2018–2022")],
)
def test_what_is_only_announced_is_not_covered_unless_nothing_else_is_there(updated, years):
    process = DATASET.process.model_copy(update={"updated": PartialDate.parse(updated)})
    assert payload.totals(snapshot(replace(DATASET, process=process)))["years covered"] == years


def test_the_organizers_and_the_bodies_beside_the_title_are_the_rows_of_the_matrix():
    totals = payload.totals(real.SNAPSHOT)
    words, number = next((words, number) for words, number in totals.items() if "organizers" in words)
    conferences = payload.matrix_columns(real.SNAPSHOT.frames, "conferences")
    roles = real.SNAPSHOT.frames.roles
    organizing = roles["role"].isin(ORGANIZING) & roles["event_id"].isin(conferences["event_id"])
    bodies = roles.loc[organizing, "organizer_id"].nunique() - number
    assert words.endswith(f" plus {in_words(bodies)} of their bodies")


@pytest.mark.parametrize(
    ("disputed", "words"),
    [
        ({"unoct"}, "conference organizers, one of them disputed"),
        ({"tajikistan", "unoct"}, "conference organizers, disputed"),
    ],
)
def test_an_organizer_whose_every_role_is_disputed_is_not_counted_silently(disputed, words):
    event = DATASET.events["2022-dushanbe"]
    roles = [
        role.model_copy(update={"confidence": "disputed"}) if role.organizer in disputed else role
        for role in event.roles
    ]
    of = snapshot(replace(DATASET, events={event.id: event.model_copy(update={"roles": tuple(roles)})}))
    assert payload.totals(of)[words] == 2


def test_the_text_index_has_every_record_and_the_tables_that_fold_a_text():
    content = json.loads(payload.text_index(SNAPSHOT))
    assert [record["id"] for record in content["records"]] == [record.id for record in SNAPSHOT.finder.records]
    assert len(content["weights"]) == len(SNAPSHOT.dataset.events)
    folds = content["folds"]
    assert (folds["typed"]["’"], folds["case"]["ß"], folds["special"]["æ"]) == ("'", "ss", "ae")
    assert "ҷ" in folds["plain"]["ч"]
    assert "٣" in folds["plain"]["3"]
    assert "–" in folds["plain"]["-"]
