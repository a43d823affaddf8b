"""Flattening the statements about events into claims."""

from dataclasses import replace
from typing import get_args

import pandas as pd
import pytest

from dashboard.frames import claims
from dashboard.frames.claims import CLAIMS, WHAT
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.dates import PartialDate
from dashboard.records.model import Basis, Confidence, Dataset, Figure, Listing, Paragraph, Role
from tests import real
from tests.sample import DATASET, EMPTY, snapshot

EVENT = DATASET.events["2018-dushanbe"]


def built(**changed: object) -> pd.DataFrame:
    """Give the claims of the conference of 2018, with other values for some of its fields."""
    event = EVENT.model_copy(update=changed)
    return claims.build(replace(DATASET, events={event.id: event}))


def of(what: str, frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """Give id, about, value and sources of the claims of one kind; the id without its event."""
    rows = frame[frame["what"] == what]
    ids = rows["claim_id"].str.removeprefix(f"{EVENT.id}.")
    return list(zip(ids, rows["about"], rows["value"], rows["sources"], strict=True))


@pytest.mark.parametrize("dataset", [DATASET, EMPTY])
def test_claims_have_the_declared_columns_and_types(dataset):
    assert {name: str(dtype) for name, dtype in claims.build(dataset).dtypes.items()} == CLAIMS


def test_every_kind_of_statement_of_an_event_is_a_claim():
    frame = built(date_sources=("khovar-2018",))
    both = "khovar-2018"
    assert of("date", frame) == [("date", "", "3–4 May 2018", both)]
    assert of("venue", frame) == [("venue", "", "Kohi <Somon>", both)]
    assert of("role", frame)[0] == ("role.tajikistan", "tajikistan", "host", "khovar-2018 kuna-2018")
    assert of("figure", frame) == [("figure.those-there", '"those" <there>', "> 400", both)]
    assert of("person", frame) == [("person.michèle-coninsx", "Michèle Coninsx", "Director $x$", both)]
    assert of("session", frame) == [
        ("session.opening", "", "Opening", both),
        ("session.i-borders", "", "I <borders>", both),
    ]
    assert of("session-day", frame) == [("session-day.i-borders", "I <borders>", "2018-05-04", both)]
    assert of("session-chair", frame) == [
        ("session-chair.a-b-i-borders", "I <borders>", "A & B", both),
        ("session-chair.zoë-day-i-borders", "I <borders>", "Zoë Day", both),
    ]
    assert of("delegation", frame)[0] == ("delegation.qatar-co", "Qatar & co", "minister", "kuna-2018")
    assert of("framework", frame) == [("framework.global-strategy", "", "Global <Strategy>", both)]
    assert of("outcome", frame) == [("outcome.dushanbe-declaration", "", "Dushanbe Declaration", both)]


def test_a_claim_says_who_says_otherwise_and_how_well_it_is_attested():
    rows = built(date_sources=("kuna-2018",)).set_index("claim_id")
    qatar = rows.loc["2018-dushanbe.role.qatar"]
    assert (qatar["confidence"], qatar["sources"], qatar["otherwise"]) == ("disputed", "kuna-2018", "khovar-2018")
    assert (qatar["disputes"], qatar["note"], qatar["at"]) == ("qatar-role", "-1 source", "qatar")
    day = rows.loc["2018-dushanbe.date"]
    assert (day["confidence"], day["otherwise"], day["at"]) == ("", "khovar-2018", "date")
    host = rows.loc["2018-dushanbe.role.tajikistan"]
    assert (host["otherwise"], host["disputes"], host["n_independent"]) == ("", "", 2)


def test_each_side_of_a_dispute_is_a_claim_against_the_other_sides():
    frame = built()
    assert of("dispute", frame) == [
        ("dispute.qatar-role", "qatar-role", "It paid & led.", "kuna-2018"),
        ("dispute.qatar-role-2", "qatar-role", "It did not.", "khovar-2018"),
    ]
    assert list(frame.loc[frame["what"] == "dispute", "otherwise"]) == ["khovar-2018", "kuna-2018"]


def test_who_is_on_both_sides_does_not_say_otherwise():
    dispute = DATASET.disputes["qatar-role"]
    sides = (dispute.claims[0], dispute.claims[1].model_copy(update={"sources": ("khovar-2018", "kuna-2018")}))
    dataset = replace(DATASET, disputes={dispute.id: dispute.model_copy(update={"claims": sides})})
    frame = claims.build(dataset)
    assert list(frame.loc[frame["what"] == "dispute", "otherwise"]) == ["khovar-2018", ""]


def test_what_has_no_source_of_its_own_is_no_claim():
    frame = built(date_sources=(), venue_sources=())
    assert not of("date", frame) and not of("venue", frame) and not of("title", frame)


def test_a_role_of_an_unknown_organizer_is_no_claim():
    frame = built(roles=(EVENT.roles[0].model_copy(update={"organizer": "nobody"}),))
    assert of("role", frame) == []


def test_an_announced_person_and_a_number_say_so():
    figure = Figure(label="guests", value="50", basis="registered", confidence="single", sources=("kuna-2018",))
    rows = built(figures=(figure,)).set_index("claim_id")["basis"]
    assert rows["2018-dushanbe.figure.guests"] == "registered"
    assert rows["2018-dushanbe.person.michèle-coninsx"] == "announced"
    assert rows["2018-dushanbe.role.un"] == ""


def test_sources_that_count_as_one_are_counted_as_one():
    role = Role(organizer="un", role="host", confidence="single", sources=("kuna-2018", "khovar-2018"))
    assert list(built(roles=(role,)).set_index("claim_id").loc[["2018-dushanbe.role.un"], "n_independent"]) == [1]


def test_the_sources_of_a_list_are_not_counted_for_each_entry():
    both = ("kuna-2018", "khovar-2018")
    rows = built(countries=Listing(items=("Qatar", "Iran"), sources=both)).set_index("claim_id")
    assert list(rows.loc[["2018-dushanbe.country.qatar", "2018-dushanbe.country.iran"], "n_independent"].isna()) == [
        True, True,
    ]  # fmt: skip
    missing = set(rows.loc[rows["n_independent"].isna(), "what"])
    assert missing == {"framework", "country", "session", "session-day", "session-chair"}


def test_two_claims_in_the_same_words_have_two_ids_and_long_words_are_cut_between_words():
    paragraphs = tuple(
        Paragraph(subject="States should share " + "word " * 40, sources=("kuna-2018",)) for _ in range(2)
    )
    first, second = (row[0] for row in of("paragraph", built(paragraphs=paragraphs)))
    assert second == f"{first}-2"
    assert first.endswith("-word") and len(first.removeprefix("paragraph.")) <= claims.LONGEST_WORDS
    signs = tuple(Paragraph(subject=sign, sources=("kuna-2018",)) for sign in "!?")
    assert [row[0] for row in of("paragraph", built(paragraphs=signs))] == ["paragraph", "paragraph-2"]
    endless = Paragraph(number="9" * 200, subject="x", sources=("kuna-2018",))
    assert of("paragraph", built(paragraphs=(endless,)))[0][0] == f"paragraph.{'9' * claims.LONGEST_WORDS}"


def test_an_id_stays_when_another_claim_is_added():
    before = set(built()["claim_id"])
    more = (Figure(label="guests", value="50", confidence="single", sources=("kuna-2018",)), *EVENT.figures)
    assert before < set(built(figures=more, start=PartialDate(2018, 5))["claim_id"])


def test_a_snapshot_narrows_claims_with_the_events():
    kept = snapshot().claims(Filters(year=("2018",)))
    assert set(kept["event_id"]) == {"2018-dushanbe"}
    assert list(kept.index) == list(range(len(kept)))
    assert snapshot(Dataset()).claims(Filters()).empty


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_claims_of_published_data_have_known_sources_and_their_own_ids(of):
    frame = of.claims(Filters(weight=EVERY_WEIGHT))
    assert frame["claim_id"].is_unique
    assert (frame["sources"] != "").all()
    named = {source for column in ("sources", "otherwise") for cell in frame[column] for source in cell.split()}
    assert named <= set(of.dataset.sources)
    assert (frame["n_independent"].dropna() >= 1).all()
    assert set(frame["what"]) <= set(WHAT)
    assert set(frame["confidence"]) <= {"", *get_args(Confidence)}
    assert set(frame["basis"]) <= {"", *get_args(Basis)}


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_role_and_every_side_of_a_dispute_of_published_data_is_a_claim(of):
    frame = of.claims(Filters(weight=EVERY_WEIGHT))
    roles = frame[frame["what"] == "role"]
    assert list(zip(roles["event_id"], roles["about"], roles["value"], roles["sources"], strict=True)) == list(
        of.frames.roles[["event_id", "organizer_id", "role", "sources"]].itertuples(index=False, name=None)
    )
    sides = [side.says for dispute in of.dataset.disputes.values() for side in dispute.claims]
    assert sorted(frame.loc[frame["what"] == "dispute", "value"]) == sorted(sides)
