"""JSON for TimelineJS, from its own editor and from other programs."""

import json

import pytest

from dashboard.curation.intake import timelinejs
from dashboard.curation.intake.table import IntakeError


def test_slides_are_read():
    content = {
        "title": {"text": {"headline": "The <b>Forum</b>", "text": "All of it."}},
        "events": [
            {
                "start_date": {"year": "2018", "month": 5, "day": "3", "hour": 9},
                "end_date": {"year": 2018, "month": "5", "day": 4},
                "text": {
                    "headline": "Forum&nbsp;one",
                    "text": 'See <a href="https://a.org/1">this</a>.<script>x()</script>',
                },
                "group": "Side event",
                "media": {"url": "https://a.org/p.jpg"},
            },
            {"start_date": {"year": 1995}, "text": {"headline": "Talks"}, "group": "Others", "media": {}},
            "slide",
        ],
        "eras": [{}, {}],
    }
    table = timelinejs.read(json.dumps(content).encode())
    assert table.name == "The Forum"
    assert [(row.where, dict(row.values), row.faults, row.lost) for row in table.rows] == [
        (
            "slide 1",
            {
                "title": "Forum one",
                "note": "See this.",
                "start": "2018-05-03",
                "end": "2018-05-04",
                "kind": "side-event",
            },
            ('its text links to "https://a.org/1"; if that is a source, add it to sources.yaml',),
            False,
        ),
        (
            "slide 2",
            {"title": "Talks", "start": "1995"},
            ('the group "Others" is not imported, because it is not a kind of event',),
            False,
        ),
        ("slide 3", {}, ('this is not a slide; write {"start_date": …, "text": …}',), True),
    ]
    assert [str(remark) for remark in table.remarks] == ["2 eras not imported", '"media" of 2 slides is not imported']


def test_links_are_named_on_one_line_without_what_a_terminal_would_obey():
    text = "".join(f'<a href="https://a.org/{number}\x1b[31m\n">x</a>' for number in range(5))
    content = {"events": [{"start_date": {"year": 2018}, "text": {"headline": "Forum", "text": text}}]}
    (fault,) = timelinejs.read(json.dumps(content).encode()).rows[0].faults
    assert fault.isprintable()
    assert "and 2 more; if that is a source" in fault


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ({"year": -44, "month": 3}, "-44-03"),
        ({"month": 3}, "?-03"),
        ({"year": 2018, "day": 3}, "2018-?-03"),
        ({"year": [2018], "month": {}}, '{"year": [2018], "month": {}}'),
        ({"year": 2022, "month": "Oct", "day": 18}, "2022-Oct-18"),
        ([2022, 10], "[2022, 10]"),
        (2022, "2022"),
        ("2018-05", "2018-05"),
        (None, ""),
    ],
)
def test_a_date_that_is_not_whole_keeps_what_is_wrong_with_it(date, read):
    content = {"events": [{"start_date": date, "text": {"headline": "Forum"}}]}
    assert timelinejs.read(json.dumps(content).encode()).rows[0].values.get("start", "") == read


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "this is not JSON"),
        (b"[" * 100_000, "this is not JSON"),
        (b"[]", 'this is not a timeline of TimelineJS, because it has no list "events"'),
        (b'{"timeline": {"date": []}}', 'because it has no list "events"'),
        (json.dumps({"events": [{}] * 2_001}).encode(), "the timeline has more than 2,000 slides"),
        (b'{"events": "\xe8"}', "line 1 is not UTF-8 text"),
    ],
    ids=range(6),
)
def test_what_is_no_timeline_is_refused_in_a_sentence(content, said):
    with pytest.raises(IntakeError) as caught:
        timelinejs.read(content)
    assert said in str(caught.value)
