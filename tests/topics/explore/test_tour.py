"""The tour of the first page: each step shows what is there, and is absent where a series has none."""

import pytest

from dashboard.records.evidence import proofs
from dashboard.topics.explore import tour
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address
from tests import real
from tests.sample import DATASET as SMALL
from tests.sample import snapshot

DATASET, SAMPLE = real.DATASET, snapshot(SMALL)
NUMBERS = [*tour.titles(real.SNAPSHOT)]


def test_the_tour_has_six_steps_over_every_pane():
    assert [*"123456"] == NUMBERS
    assert {step.pane for step in tour.steps(DATASET)} == {"timeline", "matrix", "article", "filters"}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_alone_in_the_address_means_what_it_shows(number):
    step = tour.steps(DATASET)[int(number) - 1]
    choice = address.read(address.parsed(f"tour={number}"), real.SNAPSHOT)
    view = choice.view
    assert (view["tour"], view["event"], view["at"]) == (number, step.event or "", step.at or "")
    assert choice.filters.organizer == ((step.organizer,) if step.organizer else ())
    assert step.event in set(real.SNAPSHOT.select(choice.filters).events["event_id"])
    assert not choice.unknown


@pytest.mark.parametrize("number", NUMBERS)
def test_the_written_address_of_a_step_is_read_as_the_same(number):
    choice = address.read(address.parsed(f"tour={number}"), real.SNAPSHOT)
    assert address.read(address.parsed(address.link(choice, real.SNAPSHOT).removeprefix("?")), real.SNAPSHOT) == choice


@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_shows_the_same_below_a_map_or_a_table(number):
    alone = address.read(address.parsed(f"tour={number}"), real.SNAPSHOT)
    opened = address.read(address.parsed(f"tour={number}&map=1&table=matrix"), real.SNAPSHOT)
    assert opened.filters == alone.filters
    assert {**opened.view, "map": "", "table": ""} == alone.view


def test_an_address_with_a_choice_of_its_own_keeps_it_beside_a_step():
    for query in ("year=2018&tour=4", "event=2018-dushanbe&tour=4", "page=quality&tour=4"):
        assert not address.read(address.parsed(query), real.SNAPSHOT).filters.organizer


def test_steps_that_speak_of_a_hollow_mark_or_an_organizer_show_one():
    by_title = {step.title: step for step in tour.steps(DATASET)}
    disputed = by_title["Where sources disagree"]
    assert proofs(DATASET, DATASET.events[disputed.event])[disputed.at].confidence == "disputed"
    narrowed = by_title["Narrow it down"]
    assert DATASET.organizers[narrowed.organizer].short_name in narrowed.text


def test_no_other_page_has_the_tour_in_its_address():
    choice = address.read(address.parsed("tour=2"), real.SNAPSHOT)
    assert "tour" in address.query(choice, real.SNAPSHOT)
    assert "tour" not in address.query(choice, real.SNAPSHOT, "coverage")


def test_a_step_that_does_not_exist_is_not_known_and_the_words_say_which_do():
    for number in ("0", "7", "99", "x"):
        (strange,) = address.read(address.parsed(f"tour={number}"), real.SNAPSHOT).unknown
        assert strange.words() == f'tour "{number}" is not known; the steps of the tour are 1 to 6.'
    assert address.read(address.parsed("tour=1"), SAMPLE).unknown


def test_a_series_without_a_tour_offers_none():
    assert 'class="tour"' in masthead(real.SNAPSHOT, first=True)
    assert 'class="tour"' not in masthead(SAMPLE, first=True)
    assert 'class="tour"' not in masthead(real.SNAPSHOT)
