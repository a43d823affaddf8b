"""Charts, and the sentences about them."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard import frames
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.look import plot
from dashboard.look.page import Request
from dashboard.look.style import KIND_COLORS, PAPER
from dashboard.records.model import KINDS, ROLES
from dashboard.topics.explore import figures, pictures, sentences
from tests import real
from tests.sample import DATASET, EMPTY, HOSTILE, snapshot

BUILT = frames.build(DATASET)
NOTHING = frames.build(EMPTY)
CONFERENCES = BUILT.events[BUILT.events["kind"] == "conference"]


def traces(figure, **meta) -> list:
    return [trace for trace in figure.data if meta.items() <= trace.meta.items()]


def texts(value) -> list[str]:
    """Give every text inside a figure's JSON."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for part in inner for text in texts(part)]


def test_the_timeline_has_one_lane_per_kind_and_its_parts():
    figure = figures.timeline(BUILT.events)
    assert [(trace.meta["kind"], trace.meta["part"]) for trace in figure.data] == [
        ("conference", "span"),
        ("conference", "mark"),
        ("side-event", "bounds"),
        ("side-event", "mark"),
        ("preparation", "bounds"),
        ("preparation", "mark"),
    ]
    assert [trace.name for trace in traces(figure, part="mark")] == [
        KINDS[kind] for kind in ("conference", "side-event", "preparation")
    ]


def test_a_mark_carries_its_event_and_the_undated_have_none():
    marks = traces(figures.timeline(BUILT.events), part="mark")
    drawn = [tuple(point) for trace in marks for point in trace.customdata]
    assert drawn == [("2018-dushanbe",), ("2022-dushanbe",), ("2019-side",), ("2022-briefing",)]


def test_only_the_bar_ends_a_day_after_the_last_day():
    figure = figures.timeline(BUILT.events)
    (span,), (mark,) = traces(figure, part="span"), traces(figure, part="mark", kind="conference")
    assert span.x[:3] == ("2018-05-03", "2018-05-05", None)
    assert [list(point) for point in span.customdata[:3]] == [["2018-dushanbe"]] * 3
    assert mark.x[0] == "2018-05-04T00:00:00"
    assert "3–4 May 2018" in mark.hovertext[0]
    assert figures.whole_span(BUILT.events.iloc[:1])[1].date().isoformat() == "2018-05-24"


def test_bounds_are_as_wide_as_the_knowledge_and_their_mark_is_blurred():
    figure = figures.timeline(BUILT.events)
    (bounds,) = traces(figure, part="bounds", kind="side-event")
    (mark,) = traces(figure, part="mark", kind="side-event")
    assert bounds.x == ("2019-05-01", "2019-06-01", None)
    assert (mark.marker.color, mark.marker.gradient.color) == (PAPER, KIND_COLORS["side-event"])
    (exact,) = traces(figure, part="mark", kind="conference")
    assert (mark.marker.gradient.type, exact.marker.gradient.type) == ("radial", "none")


def test_a_picture_explains_blurred_marks_if_it_has_any():
    def key(events):
        layout = figures.with_key(figures.timeline(events)).layout
        return [part for part in (*layout.shapes, *layout.annotations) if part.name == "key"]

    *circles, words = key(BUILT.events)
    assert len(circles) == len(figures.KEY_RADII)
    assert words.text == "day not certain"
    assert key(BUILT.events[BUILT.events["kind"] == "conference"]) == []
    assert key(BUILT.events.iloc[:0]) == []


def test_the_axis_shows_the_whole_span_with_room():
    first, last = figures.timeline(BUILT.events).layout.xaxis.range
    assert first < "2018-04-13"
    assert last > "2022-11-08"


def test_events_close_in_time_do_not_lie_on_each_other():
    twin = DATASET.events["2019-side"].model_copy(update={"id": "2019-twin"})
    built = frames.build(type(DATASET)(events={**DATASET.events, twin.id: twin}))
    (mark,) = traces(figures.timeline(built.events), part="mark", kind="side-event")
    assert len(set(mark.y)) == 2


def test_a_conference_without_number_or_city_still_has_a_label():
    bare = DATASET.events["2018-dushanbe"].model_copy(
        update={"edition": None, "city": None, "country": None, "venue": None}
    )
    built = frames.build(type(DATASET)(events={bare.id: bare}))
    assert figures.timeline(built.events).data[-1].text == ("Dushanbe 2018",)
    assert "place not known" in figures.timeline(built.events).data[-1].hovertext[0]


def test_the_matrix_has_a_trace_per_role_and_a_hollow_one_for_disputes():
    figure = figures.role_matrix(BUILT.roles, BUILT.events)
    names = ["Host (H)", "Organizer (O)", "Co-organizer (C)", "Sponsor (S, disputed)", "Partner (P)", "Announcer (A)"]
    assert [trace.name for trace in figure.data] == names
    assert [trace.meta["role"] for trace in figure.data] == [role for role in ROLES if role in set(BUILT.roles["role"])]
    assert all(trace.marker.symbol.endswith("-open") == trace.meta["disputed"] for trace in figure.data)


def test_a_mark_of_the_matrix_carries_event_and_organizer():
    (host,) = traces(figures.role_matrix(BUILT.roles, BUILT.events), role="host")
    assert [tuple(point) for point in host.customdata] == [
        ("2018-dushanbe", "tajikistan"),
        ("2022-dushanbe", "tajikistan"),
    ]
    assert (host.x, host.y) == (("2018-dushanbe", "2022-dushanbe"), ("tajikistan", "tajikistan"))


def test_the_matrix_draws_the_columns_and_rows_it_is_given():
    figure = figures.role_matrix(BUILT.roles, CONFERENCES, ["unoct", "tajikistan", "un", "qatar"])
    assert figure.layout.xaxis.ticktext == ("Dushanbe 2018", "Dushanbe 2022")
    assert figure.layout.yaxis.ticktext == ("UNOCT", "Tajikistan", "UN", "Qatar")
    assert (figure.layout.xaxis.range, figure.layout.yaxis.range) == ((-0.5, 1.5), (3.5, -0.5))
    assert {point[0] for trace in figure.data for point in trace.customdata} == set(CONFERENCES["event_id"])


@pytest.mark.parametrize(
    ("sort", "rows"),
    [
        ("kind", ["tajikistan", "qatar", "un", "unoct", "osce"]),
        ("count", ["tajikistan", "un", "qatar", "osce", "unoct"]),
        ("first", ["tajikistan", "un", "qatar", "osce", "unoct"]),
        ("name", ["osce", "qatar", "tajikistan", "un", "unoct"]),
    ],
)
def test_organizer_rows(sort, rows):
    assert list(figures.organizer_rows(BUILT.roles, sort)["organizer_id"]) == rows


def test_organizer_rows_count_events():
    assert list(figures.organizer_rows(BUILT.roles)["count"]) == [3, 1, 2, 1, 1]


def test_nothing_gives_figures_without_traces_and_a_sentence():
    assert figures.timeline(NOTHING.events).data == ()
    assert figures.role_matrix(NOTHING.roles, NOTHING.events).data == ()
    assert figures.organizer_rows(NOTHING.roles).empty
    assert sentences.timeline_alt(NOTHING.events) == "The timeline has no events."
    assert sentences.role_matrix_alt(NOTHING.roles, NOTHING.events) == "No role is known for these events."


def test_the_undated_alone_give_no_traces_but_are_counted():
    undated = BUILT.events[BUILT.events["first"].isna()]
    assert figures.timeline(undated).data == ()
    assert sentences.timeline_alt(undated) == "Timeline of 1 event without a date: 1 follow-up."


def test_drawing_leaves_the_frames_as_they_were():
    built = frames.build(DATASET)
    figures.timeline(built.events)
    figures.role_matrix(built.roles, built.events)
    figures.organizer_rows(built.roles, "name")
    sentences.timeline_alt(built.events)
    sentences.role_matrix_alt(built.roles, built.events)
    for name, frame in vars(built).items():
        pd.testing.assert_frame_equal(frame, getattr(BUILT, name))


@pytest.mark.parametrize(
    "figure",
    [figures.timeline(BUILT.events), figures.role_matrix(BUILT.roles, BUILT.events)],
    ids=["timeline", "matrix"],
)
def test_no_text_from_the_data_is_markup(figure):
    whole = plot.captioned(figure, HOSTILE, f"Filters: {HOSTILE}").to_plotly_json()
    shown = re.sub("</?b>|<br>|<extra></extra>", "", "".join(texts(whole)))
    assert "<" not in shown
    assert "&lt;b&gt;" in shown
    assert shown.count("&lt;img src=x onerror=alert(1)&gt;") >= 2


@pytest.mark.parametrize(
    ("confidence", "number", "words"),
    [
        ("single", 1, "One source"),
        ("single", 3, "Counted as one source (3 are cited)"),
        ("confirmed", 2, "Two or more sources agree (2 sources)"),
        ("disputed", 1, "Sources disagree (1 source)"),
    ],
)
def test_the_words_on_a_role_do_not_count_against_each_other(confidence, number, words):
    cited = BUILT.roles.assign(confidence=confidence, sources=" ".join(["s"] * number))
    assert figures.role_matrix(cited, CONFERENCES).data[0].hovertext[0].endswith(f"<br>{words}")


def test_a_caption_is_added_to_a_copy():
    figure = figures.timeline(BUILT.events)
    before = figure.to_json()
    whole = plot.captioned(figure, "Title", "Where it comes from")
    assert figure.to_json() == before
    assert whole.layout.title.text == "Title"
    (note,) = whole.layout.annotations
    assert (note.name, note.text) == ("caption", "Where it comes from")
    assert whole.layout.height > figure.layout.height


def test_a_long_caption_and_many_columns_get_room():
    many = pd.concat([BUILT.events] * 2).assign(event_id=[f"e{number}" for number in range(10)])
    matrix = figures.role_matrix(BUILT.roles, many)
    whole = plot.captioned(matrix, "Title", "word " * 60)
    assert whole.layout.annotations[0].text.count("<br>") == 1
    assert whole.layout.xaxis.tickangle == -90
    assert whole.layout.margin.t > plot.captioned(matrix, "Title", "word").layout.margin.t - 1
    assert whole.layout.margin.t > plot.captioned(figures.timeline(BUILT.events), "Title", "word").layout.margin.t


def test_a_picture_says_which_of_the_events_are_not_drawn():
    def below(draw, of, filters, columns="all"):
        asked = Request(filters, {"columns": columns, "sort": "kind"})
        return draw(of, asked).figure.layout.annotations[-1].text.rpartition("2021 · ")[2]

    everything = Filters(weight=EVERY_WEIGHT)
    line = below(pictures.timeline, snapshot(DATASET), everything)
    assert line.startswith("All 5 events; 1 event without a date is not drawn · 3 sources")
    plan = DATASET.events["undated-plan"]
    more = {**DATASET.events, "undated-other": plan.model_copy(update={"id": "undated-other"})}
    of = snapshot(replace(DATASET, events=more))
    assert below(pictures.timeline, of, everything).startswith("All 6 events; 2 events without a date are not drawn")
    assert "not drawn" not in below(pictures.timeline, of, Filters(year=("2018",)))
    assert below(pictures.matrix, of, everything).startswith("All 6 events · 3 sources")
    assert below(pictures.matrix, of, everything, "conferences").startswith(
        "All 6 events; only 2 conferences are drawn"
    )


def test_marks_at_the_edge_are_drawn_whole():
    for figure in (figures.timeline(BUILT.events), figures.role_matrix(BUILT.roles, BUILT.events)):
        assert {trace.cliponaxis for trace in figure.data if "markers" in trace.mode} == {False}


def test_a_long_label_of_an_axis_ends_with_an_ellipsis():
    label = f"{'x' * 38} & so on"
    matrix = figures.role_matrix(BUILT.roles.assign(organizer=label), BUILT.events.assign(label=label))
    assert {*matrix.layout.xaxis.ticktext, *matrix.layout.yaxis.ticktext} == {f"{'x' * 38}…"}
    assert all(plot.escape(label) in text for trace in matrix.data for text in trace.hovertext)
    level = plot.captioned(figures.role_matrix(BUILT.roles, BUILT.events), "Title", "word")
    assert plot.captioned(matrix, "Title", "word").layout.margin.t > level.layout.margin.t + 100, "labels are slanted"
    published = [event.label for of in (real.DATASET, real.EXAMPLE.dataset) for event in of.events.values()]
    assert [name for name in published if plot.shortened(name) != plot.escape(name)] == []


def test_nothing_is_sent_to_a_cloud():
    assert plot.CONFIG["showSendToCloud"] is False
    assert plot.CONFIG["displaylogo"] is False
