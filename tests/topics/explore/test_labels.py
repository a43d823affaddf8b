"""The labels of a downloaded timeline. `tests/assets/test_twins.py` compares them with those of the browser."""

from dashboard.topics.explore import figures
from dashboard.topics.explore.labels import Mark, beside
from tests.real import EXAMPLE, SNAPSHOT

DAY = 86_400_000


def mark(event_id: str, day: int, text: str = "a label", rank: int = 2, days: int = 1) -> Mark:
    """Make a mark of an axis on which a pixel is a day."""
    bar = ((day - days / 2) * DAY, (day + days / 2) * DAY)
    return Mark(event_id, day * DAY, -0.5, 12, bar, text, rank, 0, -1)


def sides(*marks: Mark) -> dict[float, str]:
    return {label.at / DAY: label.side for label in beside(marks, (0, 1000 * DAY), 1000, 60)}


def test_a_label_is_right_of_its_mark_or_left_or_nowhere():
    assert sides(mark("a", 500)) == {500: "right"}
    assert sides(mark("a", 500), mark("b", 540, text="")) == {500: "left"}
    assert sides(mark("a", 980)) == {980: "left"}
    assert sides(mark("a", 460, text=""), mark("b", 500), mark("c", 540, text="")) == {}
    assert sides(mark("a", 500, text="a label that has far too many words")) == {}
    assert sides(mark("a", 500, days=200)) == {600: "right"}


def test_the_more_important_event_has_its_label_first():
    around = mark("x", 430, text=""), mark("y", 590, text="")
    assert sides(*around, mark("a", 470, rank=3), mark("b", 550, rank=1)) == {550: "left"}
    assert sides(*around, mark("a", 470), mark("b", 550)) == {470: "right"}


def test_a_conference_has_its_label_or_its_year_where_no_other_text_is():
    events = EXAMPLE.frames.events

    def texts(events):
        figure = figures.timeline(events, labelled=True)
        return [text for trace in figure.select_traces({"mode": "markers+text"}) for text in trace.text]

    conferences = events[events["kind"] == "conference"]
    whole = [f"{row.edition} · {row.label}" for row in conferences.itertuples()]
    assert texts(conferences) == whole
    assert texts(conferences.assign(label="l" * 200)) == [label[-4:] for label in whole]
    long = texts(conferences.assign(label="l" * 32))
    assert [text.split()[0] if text else "" for text in long] == ["", "2", "3", "2014", "2015", "6", "7", "8", "2021"]


def test_only_a_picture_has_labels_of_other_events_than_conferences():
    events = SNAPSHOT.frames.events
    assert not figures.timeline(events).layout.annotations
    notes = figures.timeline(events, labelled=True).layout.annotations
    conferences = {*events.loc[events["kind"] == "conference", "label"]}
    assert len(notes) > 5 and {note.text for note in notes} <= {*events["label"]} - conferences
