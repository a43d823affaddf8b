"""The head above the three views: totals, and up to which day events were searched for."""

from dataclasses import replace

import pytest

from dashboard.records.dates import PartialDate
from dashboard.records.model import Process
from dashboard.topics.explore.masthead import masthead
from tests.sample import DATASET, snapshot


@pytest.mark.parametrize(
    ("until", "name"),
    [("2026-11-25", "years covered, searched until 25 November 2026"), (None, "years covered")],
)
def test_the_years_say_until_when_events_were_searched_for(until, name):
    day = PartialDate.parse("2026-11-25")
    process = Process(
        name="Dushanbe Process",
        summary="Conferences.",
        updated=day,
        covered_until=day if until else None,
        sources=("khovar-2018",),
    )
    written = masthead(snapshot(replace(DATASET, process=process)))
    assert f"<dt>{name}</dt>" in written
