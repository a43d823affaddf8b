"""The sources: counts that agree with the count by hand, with each other and with the words."""

from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.frames.filters import Filters
from dashboard.look.page import Request
from dashboard.look.style import DARK
from dashboard.records.model import SOURCE_KINDS, Dataset, Role, Source
from dashboard.topics.sources import coverage, pictures
from dashboard.topics.sources import page as coverage_page
from dashboard.topics.sources.coverage import CROSSING, EVENTS, SOURCES, TALLIES, TALLY, coverage_alt, crossing, tally
from dashboard.topics.sources.figures import SOURCE_COLORS, events_alt, events_figure, years_alt, years_figure
from tests import real
from tests.conftest import first_published
from tests.sample import DATASET, EMPTY, HOSTILE
from tests.sample import EVENTS as SAMPLE_EVENTS
from tests.topics.explore.test_article import Page

REAL = first_published(real.DATASET)
FOUND = coverage.build(REAL)
SAMPLE = coverage.build(DATASET)
NOTHING = coverage.build(EMPTY)

# From the count by hand, on which the data is built.
EXPECTED = {
    "kind": {"official": 75, "press": 57, "ngo": 2, "academic": 1},
    "language": {"en": 99, "ru": 16, "ar": 12, "tg": 7, "fr": 1},
    "read": {"full": 33, "part": 102},
}


def counts(by: str, sources: pd.DataFrame = FOUND.sources) -> dict[str, int]:
    table = tally(sources, by)
    return dict(zip(table["value"], table["n_sources"], strict=True))


def with_families(*families: str | None) -> Dataset:
    """One event whose sources repeat texts so."""
    sources = {
        f"s{number}": Source(
            id=f"s{number}", title="T", publisher="P", language="en", kind="press", read="full", family=family
        )
        for number, family in enumerate(families)
    }
    event = SAMPLE_EVENTS[-1].model_copy(update={"sources": tuple(sources)})
    return Dataset(events={event.id: event}, sources=sources)


@pytest.mark.parametrize("by", EXPECTED)
def test_the_counts_agree_with_those_made_by_hand(by):
    assert counts(by) == EXPECTED[by]


@pytest.mark.parametrize("by", TALLIES)
def test_each_tally_counts_every_source_once_by_how_far_it_was_read(by):
    table = tally(FOUND.sources, by)
    assert table["n_sources"].sum() == len(REAL.sources) == 135
    assert (table["n_full"] + table["n_part"] == table["n_sources"]).all()
    assert not table["label"].eq("").any()


def test_the_frames_have_their_columns_even_when_empty():
    for found in (FOUND, SAMPLE, NOTHING):
        for frame, columns in ((found.sources, SOURCES), (found.events, EVENTS), (crossing(found.sources), CROSSING)):
            assert {name: str(kind) for name, kind in frame.dtypes.items()} == columns
    assert {name: str(kind) for name, kind in tally(NOTHING.sources, "kind").dtypes.items()} == TALLY


def test_languages_and_kinds_cross_without_loss():
    table = crossing(FOUND.sources)
    assert table["n_sources"].tolist() == [99, 16, 12, 7, 1]
    assert {kind: table[kind].sum() for kind in SOURCE_KINDS} == EXPECTED["kind"]
    assert (table[list(SOURCE_KINDS)].sum(axis=1) == table["n_sources"]).all()


def test_an_event_is_counted_from_its_own_sources():
    for row in FOUND.events.itertuples():
        # The first publication has only the ids of sources that came later.
        sources = [REAL.sources[name] for name in REAL.events[row.event_id].sources if name in REAL.sources]
        assert row.n_sources == len(sources) == row.n_full + row.n_part
        texts = {source.id: source.family or source.id for source in sources}
        assert (row.one_source, row.one_text) == (len(sources) == 1, len(set(texts.values())) == 1)
        for fact in (*REAL.events[row.event_id].roles, *REAL.events[row.event_id].figures):
            together = {texts[name] for name in fact.sources if name in texts} if fact.confidence == "single" else ()
            texts = {name: min(together) if text in together else text for name, text in texts.items()}
        assert row.n_independent == len(set(texts.values()))
        assert row.share_full == pytest.approx(row.n_full / len(sources))


@pytest.mark.parametrize(
    ("families", "independent", "one_source", "one_text"),
    [((None,), 1, True, True), (("x", "x"), 1, False, True), (("x", "x", None), 2, False, False)],
)
def test_sources_that_repeat_one_text_count_as_one(families, independent, one_source, one_text):
    (row,) = coverage.build(with_families(*families)).events.itertuples()
    assert (row.n_independent, row.one_source, row.one_text) == (independent, one_source, one_text)


@pytest.mark.parametrize(
    ("families", "cited", "confidence", "said"),
    [
        ((None, None), "s0 s1", "single", "2 sources, not independent of each other"),
        ((None, None), "s0 s1", "confirmed", "2 sources, independent of each other"),
        ((None, None), "s0", "single", "2 sources, independent of each other"),
        ((None, None, None), "s0 s1", "single", "3 sources, 2 independent of each other"),
        (("x", "x"), "s0 s1", "single", "2 sources, which repeat one text"),
    ],
)
def test_sources_that_a_fact_counts_as_one_are_not_called_independent(families, cited, confidence, said):
    dataset = with_families(*families)
    (event,) = dataset.events.values()
    fact = Role(organizer="un", role="organizer", confidence=confidence, sources=tuple(cited.split()))
    told = replace(dataset, events={event.id: event.model_copy(update={"roles": (fact,), "figures": ()})})
    hovers = [text for trace in events_figure(coverage.build(told).events).data for text in trace.hovertext]
    assert hovers
    assert all(f"{said}<br>" in text for text in hovers)


def test_the_sentence_says_the_counts():
    one = sum(len({*event.sources} & {*REAL.sources}) == 1 for event in REAL.events.values())
    words = coverage_alt(FOUND)
    assert words.startswith(
        "The data has 135 sources: 75 official, 57 press, 2 civil society and 1 academic. 99 are in English, 16 in "
        "Russian, 12 in Arabic, 7 in Tajik and 1 in French. 33 were read in full and 102 in part. "
    )
    assert f". {one} of 42 events have one source." in words
    assert coverage_alt(NOTHING) == "The data has no sources."
    repeated = coverage_alt(coverage.build(with_families("x", "x")))
    assert repeated.endswith(
        "1 different text. 0 of 1 event have one source. 1 event has several sources that repeat one text."
    )


def test_years_stack_by_kind_and_the_sums_are_the_tally():
    figure = years_figure(FOUND.sources)
    *bars, sums = figure.data
    assert [bar.meta["part"] for bar in bars] == list(SOURCE_KINDS)
    assert {bar.meta["part"]: sum(bar.y) for bar in bars} == EXPECTED["kind"]
    drawn = {year: int(text) for (year, _), text in zip(sums.customdata, sums.text, strict=True) if text}
    years = [str(source.published.year) if source.published else "" for source in REAL.sources.values()]
    assert drawn == Counter(years)
    years = [year for year, _ in bars[0].customdata]
    assert years[:-1] == [str(year) for year in range(int(years[0]), int(years[-2]) + 1)]
    assert all(f"{year}: {number}" in years_alt(FOUND.sources) for year, number in drawn.items() if year)
    dated = {year: number for year, number in drawn.items() if year}
    (most,) = (year for year, number in dated.items() if number == max(dated.values()))
    assert f"The year with the most sources is {most}." in years_alt(FOUND.sources)


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_line_below_a_picture_counts_the_sources_that_are_drawn(of):
    picture = pictures.years(of, Request(Filters(), {}))
    drawn = sum(sum(trace.y) for trace in picture.figure.data if trace.type == "bar")
    assert drawn == len(of.dataset.sources)
    assert picture.figure.layout.annotations[-1].text.startswith(f"All {drawn} sources · data of ")


def test_events_are_drawn_in_time_and_the_ones_on_one_source_say_so():
    figure = events_figure(FOUND.events)
    parts = {trace.meta["part"]: trace for trace in figure.data}
    ids = [point[0] for point in parts["full"].customdata]
    assert ids == list(FOUND.events["event_id"])
    assert [a + b for a, b in zip(parts["full"].x, parts["part"].x, strict=True)] == list(FOUND.events["n_sources"])
    marked = {point[0] for part in ("one-source", "one-text") if part in parts for point in parts[part].customdata}
    assert marked == set(FOUND.events.loc[FOUND.events["one_text"], "event_id"])
    for part in ("number", "one-source"):
        assert [ids[row] for row in parts[part].y] == [point[0] for point in parts[part].customdata]
    thin = FOUND.events.loc[FOUND.events["one_source"], "event"]
    assert len(thin) > 5
    assert all(label in events_alt(FOUND.events) for label in thin)


def test_a_part_of_the_events_is_drawn_from_the_top():
    some_events = FOUND.events.iloc[5:9]
    (number, *_) = [trace for trace in events_figure(some_events).data if trace.meta["part"] != "full"]
    assert set(number.y) and set(number.y) <= set(range(4))


def test_without_sources_there_is_no_trace():
    assert years_figure(NOTHING.sources).data == events_figure(NOTHING.events).data == ()
    assert events_figure(NOTHING.events).layout.yaxis.visible is False  # without rows, its line has no ends
    assert (years_alt(NOTHING.sources), events_alt(NOTHING.events)) == (
        "The data has no sources.",
        "The data has no events.",
    )
    assert coverage_page.tables_html(EMPTY, NOTHING) == ""


def test_charts_escape_and_know_the_dark_page():
    shown = events_figure(SAMPLE.events).to_json()
    assert "cmd()" in shown
    assert not any(f"{sign}b>" in shown for sign in ("<", "\\u003c"))
    assert set(SOURCE_COLORS) == set(SOURCE_KINDS)
    assert set(SOURCE_COLORS.values()) <= set(DARK)


def test_the_page_is_well_formed_and_escaped():
    html = coverage_page.totals_html(SAMPLE) + coverage_page.tables_html(DATASET, SAMPLE, dark=True)
    page = Page(html)
    assert "Khovar & Co" in page.words
    assert HOSTILE not in html
    assert [attrs["data-choose"] for _, attrs in page.found if "data-choose" in attrs] == list(
        SAMPLE.events.loc[SAMPLE.events["one_text"], "event_id"]
    )


def test_the_real_page_says_the_totals():
    words = Page(coverage_page.totals_html(FOUND) + coverage_page.tables_html(REAL, FOUND)).words
    assert all(str(count) in words for count in (135, 75, 57, 99, 33))
