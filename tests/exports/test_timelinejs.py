"""The file for TimelineJS; `tests/browser/test_stories.py` shows it in TimelineJS itself."""

import json

from dashboard.exports import EXPORTS, Options
from dashboard.frames.filters import Filters
from tests import sample


def test_the_first_slide_counts_the_events_without_a_date():
    content = json.loads(EXPORTS["timelinejs.json"].make(sample.snapshot(), Filters(), Options()))
    assert len(content["events"]) == 2 + 1
    assert "Without a slide: 1 event whose date is not known." in content["title"]["text"]["text"]
    assert "href" not in json.dumps(content)


def test_a_slide_has_its_days_as_precisely_as_they_are_known():
    content = json.loads(EXPORTS["timelinejs.json"].make(sample.snapshot(), Filters(), Options()))
    slides = {slide["unique_id"]: slide for slide in content["events"]}
    conference, side = slides["2018-dushanbe"], slides["2019-side"]
    assert conference["start_date"] == {"year": 2018, "month": 5, "day": 3}
    assert conference["end_date"] == {"year": 2018, "month": 5, "day": 4}
    assert conference["display_date"] == "3–4 May 2018"
    assert "Host: Tajikistan; Co-organizer: UN (one source); Sponsor: Qatar (disputed)" in conference["text"]["text"]
    assert (side["start_date"], "end_date" in side) == ({"year": 2019, "month": 5}, False)
    assert side["display_date"] == "within May 2019"
    planned = json.loads(EXPORTS["timelinejs.json"].make(sample.snapshot(sample.PLANNED), Filters(), Options()))
    assert [slide["display_date"] for slide in planned["events"]][-1] == "18–19 October 2022 (planned)"
