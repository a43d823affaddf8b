"""The eras of the timeline: bands in pictures, words in sentences, sources on a page; nothing where there are none."""

import json
from dataclasses import replace

import pytest

from dashboard import exports
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.model import Era
from dashboard.topics.explore import eras, figures, sentences
from dashboard.topics.sources.coverage import build
from dashboard.topics.sources.page import tables_html
from tests.sample import DATASET, snapshot

SAMPLE = snapshot()
EVENTS = SAMPLE.frames.events


def era(name: str, begin: str, until: str | None = None) -> Era:
    return Era.model_validate({"name": name, "from": begin, "until": until, "sources": ["un-2022"]})


def told(*some: Era) -> list:
    return eras.facts(replace(DATASET, process=DATASET.process.model_copy(update={"eras": some})))


def test_the_browser_gets_days_and_words_in_order_of_time():
    assert told(era("b", "2021-02"), era("a", "2020", "2020-05-04")) == [
        {"name": "a", "first": "2020-01-01", "last": "2020-05-04", "when": "2020 – 4 May 2020"},
        {"name": "b", "first": "2021-02-01", "last": "", "when": "since February 2021"},
    ]


def unlabelled(layout: dict) -> list[dict]:
    """Give the texts of a picture, but for the labels of marks."""
    return [note for note in layout["annotations"] if note["name"] != "label"]


@pytest.mark.parametrize(
    ("begin", "until", "is_shown"),
    [
        ("2017", "2018-05-02", False),
        ("2017", "2018-05-03", True),
        ("2022-10-19", None, True),
        ("2022-10-20", None, False),
        ("2010", None, True),
    ],
)
def test_an_era_is_shown_if_it_meets_the_time_of_the_events(begin, until, is_shown):
    assert bool(eras.among(told(era("a", begin, until)), EVENTS)) is is_shown


def test_without_a_dated_event_none_is_shown():
    undated = EVENTS[EVENTS["first"].isna()]
    assert eras.among(told(era("a", "2010")), undated) == []


def test_the_sentence_names_the_bands():
    said = sentences.timeline_alt(EVENTS, every_era=eras.facts(DATASET))
    assert said.endswith(" Band: Lockdown & <b>, March 2020 – 2021.")
    assert sentences.timeline_alt(EVENTS) in said


def test_a_picture_has_the_band_with_its_name_and_its_days():
    made = json.loads(exports.figure_json("timeline", SAMPLE, Filters(weight=EVERY_WEIGHT), {}))
    layout = made["figure"]["layout"]
    (band,) = [shape for shape in layout["shapes"] if shape["type"] == "rect"]
    assert (band["x0"], band["x1"], band["layer"]) == ("2020-03-01", "2022-01-01", "below")
    name, _, caption = unlabelled(layout)  # between them is the key of the blurred mark
    assert name["text"] == "Lockdown &amp; &lt;b&gt;"
    assert caption["text"].startswith("Band: Lockdown &amp; &lt;b&gt;, March 2020 – 2021 · ")


def test_a_name_that_would_cover_another_is_left_out_but_its_band_is_drawn():
    some = told(era("The first of two", "2020-01", "2020-06"), era("The second of two", "2020-02", "2020-07"))
    shapes, names = eras.bands(some, figures.whole_span(EVENTS.dropna(subset=["first"])))
    assert len(shapes) == 2
    assert [name["text"] for name in names] == ["The first of two"]


def test_without_eras_a_picture_is_as_before():
    without = snapshot(replace(DATASET, process=DATASET.process.model_copy(update={"eras": ()})))
    layout = json.loads(exports.figure_json("timeline", without, Filters(), {}))["figure"]["layout"]
    others = [shape["type"] for shape in layout["shapes"] if shape.get("name") != "key"]
    assert others == ["line"] * len(others)
    assert [note["name"] for note in unlabelled(layout)] == ["key", "caption"]


def test_the_page_of_sources_lists_the_eras():
    html = tables_html(DATASET, build(DATASET))
    assert "<h4>Lockdown &amp; &lt;b&gt; <i>March 2020 – 2021</i></h4>" in html
    assert html.index("Bands of the timeline") < html.rindex("https://un.org/2")
