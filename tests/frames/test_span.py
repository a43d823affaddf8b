"""The span of time of a reader: what it understands, and which events may be in it."""

from dataclasses import replace

import pytest

from dashboard import frames
from dashboard.frames import filters, span
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.look.links import query_string
from dashboard.records.dates import PartialDate
from dashboard.records.model import Dataset
from tests.sample import DATASET

EVENT = next(event for event in DATASET.events.values() if event.start)


def at(start: str, end: str = "") -> frames.Frames:
    """Give the frames of one event at this time; without a start it has no date."""
    dates = {"start": PartialDate.parse(start) if start else None, "end": PartialDate.parse(end) if end else None}
    events = {EVENT.id: EVENT.model_copy(update=dates)}
    return frames.build(Dataset(**{**vars(DATASET), "events": events}))


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "stays"),
    [
        ("2018-05-04", "", "2018", "2018", True),
        ("2018-05-04", "", "2018-05-04", "2018-05-04", True),
        ("2018-05-04", "", "2018-05-05", "", False),
        ("2018-05-04", "", "", "2018-05-03", False),
        ("2018-05-04", "", "2018-06", "", False),
        ("2018-05-30", "2018-06-02", "2018-06", "", True),
        ("2018-05-30", "2018-06-02", "2018-06-02", "2018-06-30", True),
        ("2018-05", "", "2018-05-31", "", True),
        ("2018-05", "", "", "2018-05-01", True),
        ("2018-05", "", "2018-06-01", "", False),
        ("2020-02", "", "2020-02-29", "", True),
        ("2018", "", "2018-12-31", "2019", True),
        ("2018", "", "2019", "", False),
        ("2018~", "", "2019", "", False),
        ("2018~", "", "2018-07", "2018-07", True),
        ("", "", "2018", "2018", True),
    ],
)
def test_an_event_stays_if_its_time_may_be_in_the_span(start, end, since, until, stays):
    built = at(start, end)
    wanted = Filters(weight=EVERY_WEIGHT, since=since, until=until)
    assert len(filters.select(built, wanted, None).events) == stays


def test_the_frames_of_nothing_pass():
    empty = frames.build(Dataset())
    assert filters.select(empty, Filters(since="2018", until="2019"), None).events.empty


@pytest.mark.parametrize(
    ("query", "ends"),
    [
        ({"since": ["2018"]}, {"since": "2018"}),
        ({"since": ["2018-05-16"], "until": ["2018"]}, {"since": "2018-05-16", "until": "2018"}),
        ({"since": ["2019"], "until": ["2019-05"]}, {"since": "2019", "until": "2019-05"}),
        ({"since": ["2018", "2019"]}, {"since": "2019"}),
        ({"until": [" 2018–05. "]}, {"until": "2018-05"}),
        ({"until": [""], "since": [" "]}, {}),
    ],
)
def test_both_ends_are_read_as_precisely_as_given(query, ends):
    assert span.read(query) == (ends, [])


@pytest.mark.parametrize("value", ["x", "2018-13", "2019-02-29", "1700", "May 2018", "2018-5", "18", "2018/05"])
def test_what_is_not_a_date_gets_a_sentence(value):
    ends, (wrong,) = span.read({"since": [value], "until": ["2020"]})
    assert ends == {"until": "2020"}
    assert wrong.words() == (
        f'since "{value}" is not a date; write a year from 1800 to 2100, a month or a day of it, '
        "for example 2018, 2018-05 or 2018-05-16."
    )


def test_a_span_that_ends_before_it_begins_gets_a_sentence_and_is_not_used():
    ends, (wrong,) = span.read({"since": ["2022"], "until": ["2018-05"]})
    assert ends == {}
    assert wrong.words() == "since 2022 is after until 2018-05; write the earlier date as since."
    assert filters.parse(
        {"since": ["2022"], "until": ["2018-05"]}, filters.options(DATASET, frames.build(DATASET))
    ) == (
        Filters(),
        [("since", "2022")],
    )


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2018-05", "2019", "from May 2018 to 2019"),
        ("2018-05-16", "", "from 16 May 2018"),
        ("", "2019", "until 2019"),
    ],
)
def test_a_span_in_words(since, until, said):
    assert span.words(since, until) == said


def test_a_span_stays_with_other_filters_in_an_address():
    wanted = replace(Filters(year=("2018",)), since="2018-05", until="2019", q="a")
    assert query_string({}, wanted) == "year=2018&since=2018-05&until=2019&q=a"
