"""The labels beside the marks of a downloaded timeline: which of them fit, and on which side.

The twin is `engine/labels.js`. The browser measures texts. A picture is drawn on another machine, with its fonts, so
here a width is estimated from the number of letters. The estimate is rather too wide, so that labels do not touch.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor
from typing import Any, NamedTuple

import pandas as pd

from dashboard.frames.rows import EventRow
from dashboard.frames.rows import rows as typed
from dashboard.look.plot import LONGEST_LABEL, escape
from dashboard.look.style import MUTED

WIDTH, SIDE, HEIGHT = 1100, 30, 392
"""A picture is this wide, has this margin at its sides, and its lanes together are this high, in pixels."""

FONT, LETTER, NAME = 12, 7, 8
"""Size of a label, and how wide a letter of it and of the name of a lane may be, in pixels."""

AIR = 2
"""By how many pixels a mark counts as wider than it is."""

HIGH, LETTERS, WIDEST, GAP, FREE, BAR = 16, 14, 220, 3, 8, 5
"""As in `engine/labels.js`, in pixels."""

WIDE, TALL = 96, 24
"""The cells in which boxes are looked up, in pixels."""

RANKS = ("conference", "main", "secondary", "minor", "related")
"""The kind and the weights of events in the order in which their labels are placed."""

EPOCH = datetime(1970, 1, 1)


class Box(NamedTuple):
    """A box in pixels from the upper left end of the axes."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Mark:
    """A mark: its instant, its height in units of the y axis, its width in pixels, and the ends of its bar.

    Instants are milliseconds of UTC. A mark without a text has no label. `top` and `bottom` are those of its lane.
    """

    event_id: str
    at: float
    y: float
    size: float
    bar: tuple[float, float]
    text: str
    rank: int
    top: float
    bottom: float


class Label(NamedTuple):
    """A label as it is placed: it begins or ends `shift` pixels from the instant `at`."""

    text: str
    side: str
    at: float
    shift: float
    y: float


def annotations(
    events: pd.DataFrame, traces: Iterable[Any], lanes: Sequence[Any], ends: tuple[datetime, datetime]
) -> list[dict[str, Any]]:
    """Write the labels that fit as annotations of Plotly.

    `events` has columns as in `frames.EVENTS`, `traces` are those of the timeline, `lanes` its lanes with their names
    as `name`. The axis has these ends.
    """
    width = _width(lanes)
    begin, end = (_instant(day) for day in ends)
    return [
        {
            "name": "label", "text": escape(label.text), "x": _day(label.at), "xshift": label.shift,
            "xanchor": "left" if label.side == "right" else "right", "y": round(label.y, 2), "yanchor": "middle",
            "borderpad": 0, "showarrow": False, "font": {"size": FONT, "color": MUTED},
        }
        for label in beside(_marks(events, traces, lanes), (begin, end), width, HEIGHT / -lanes[-1]["bottom"])
    ]  # fmt: skip


def of_conference(row: EventRow) -> str:
    """Write the label of a conference, with its number."""
    number = "" if pd.isna(row.edition) else f"{row.edition} · "
    return f"{number}{row.label}"


def _year(row: EventRow) -> str:
    return str(row.first.year)


def of_conferences(
    events: pd.DataFrame, traces: Iterable[Any], lanes: Sequence[Any], ends: tuple[datetime, datetime]
) -> list[list[str]]:
    """Give the texts above and below the conferences, as a list for each trace that has texts.

    A text is the label, or else the year, or else nothing: none covers another or leaves the picture. The estimated
    width has room for the gap between two. Labels come before years, and then earlier conferences before later ones.
    The arguments are as in `annotations`.
    """
    rows = {row.event_id: row for row in typed(events, EventRow)}
    begin, end = (_instant(day) for day in ends)
    width = _width(lanes)
    named = [trace for trace in traces if trace.mode == "markers+text"]
    places = sorted(
        (_instant(datetime.fromisoformat(x)), event_id, side)
        for trace in named
        for (event_id,), x, side in zip(trace.customdata, trace.x, trace.textposition, strict=True)
    )
    taken: dict[str, list[tuple[float, float]]] = defaultdict(list)
    texts: dict[str, str] = {}
    for write in (of_conference, _year):
        for at, event_id, side in places:
            text = write(rows[event_id])
            x, half = ((at - begin) / (end - begin)) * width, LETTER * len(text) / 2
            left, right = x - half, x + half
            apart = all(right <= other[0] or other[1] <= left for other in taken[side])
            if event_id not in texts and apart and left >= -SIDE and right <= width + SIDE:
                taken[side].append((left, right))
                texts[event_id] = escape(text)
    return [[texts.get(event_id, "") for (event_id,) in trace.customdata] for trace in named]


def _width(lanes: Sequence[Any]) -> float:
    """Give the width of the axis: that of the picture without its margins and the names of the lanes."""
    longest = max(min(len(lane["name"]), LONGEST_LABEL) for lane in lanes)
    return WIDTH - SIDE - max(SIDE, NAME * longest + 10)


def beside(marks: Sequence[Mark], ends: tuple[float, float], width: float, unit: float) -> list[Label]:
    """Place the labels beside their marks: on the right, or else on the left, or else nowhere."""
    begin, end = ends

    def across(at: float) -> float:
        return ((at - begin) / (end - begin)) * width

    taken = _Taken()
    candidates = []
    for mark in marks:
        x, middle, half = across(mark.at), -mark.y * unit, mark.size / 2
        first, last = (across(at) for at in mark.bar)
        if max(x + half, last) < 0 or min(x - half, first) > width:
            continue
        taken.add(Box(x - half, x + half, middle - half, middle + half))
        left, right = max(first, -WIDE), min(last, width + WIDE)
        if right > left:
            taken.add(Box(left, right, middle - BAR, middle + BAR))
        if not 0 <= x <= width:
            continue
        after = (mark.bar[1], last, GAP) if last > x + half else (mark.at, x, half + GAP)
        before = (mark.bar[0], first, -GAP) if first < x - half else (mark.at, x, -half - GAP)
        if mark.text:
            candidates.append((mark, middle, after, before))
    labels = []
    for mark, middle, after, before in sorted(candidates, key=lambda label: _turn(label[0])):
        wide = LETTER * len(mark.text)
        upper, lower = middle - LETTERS / 2, middle + LETTERS / 2
        if wide > WIDEST or upper < -mark.top * unit or lower > -mark.bottom * unit:
            continue
        for side, (at, x, shift) in (("right", after), ("left", before)):
            left, right = (x + shift, x + shift + wide) if side == "right" else (x + shift - wide, x + shift)
            box = Box(left, right, upper, lower)
            room = box._replace(right=right + FREE) if side == "right" else box._replace(left=left - FREE)
            if left >= 0 and right <= width and taken.is_free(room):
                taken.add(Box(left - FREE, right + FREE, middle - HIGH / 2, middle + HIGH / 2))
                labels.append(Label(mark.text, side, at, shift, mark.y))
                break
    return labels


def _turn(mark: Mark) -> tuple[int, float, str]:
    """Give the order in which marks take room for their labels."""
    return mark.rank, mark.at, mark.event_id


class _Taken:
    """Boxes that are taken, by cells, so that a box need not be compared with all others."""

    def __init__(self) -> None:
        self.cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for key in self._keys(box):
            self.cells[key].append(box)

    def is_free(self, box: Box) -> bool:
        return all(
            box.right <= other.left or other.right <= box.left or box.bottom <= other.top or other.bottom <= box.top
            for key in self._keys(box)
            for other in self.cells[key]
        )

    @staticmethod
    def _keys(box: Box) -> list[tuple[int, int]]:
        columns = range(floor(box.left / WIDE), floor(box.right / WIDE) + 1)
        rows = range(floor(box.top / TALL), floor(box.bottom / TALL) + 1)
        return [(column, row) for column in columns for row in rows]


def _marks(events: pd.DataFrame, traces: Iterable[Any], lanes: Sequence[Any]) -> list[Mark]:
    """Give the marks; conferences have labels of their own."""
    rows = {row.event_id: row for row in typed(events, EventRow)}
    weights = dict(zip(events["event_id"], events["weight"], strict=True))
    bands = {lane["kind"]: lane for lane in lanes}
    marks = []
    for trace in traces:
        if trace.meta["part"] != "mark":
            continue
        kind, named = trace.meta["kind"], trace.mode == "markers+text"
        for (event_id,), x, y in zip(trace.customdata, trace.x, trace.y, strict=True):
            row = rows[event_id]
            first, last = row.first.to_pydatetime(), row.last.to_pydatetime() + timedelta(days=1)
            marks.append(
                Mark(
                    event_id,
                    _instant(datetime.fromisoformat(x)),
                    y,
                    trace.marker.size + AIR,
                    (_instant(first), _instant(last)),
                    "" if named else row.label,
                    RANKS.index(kind if kind == "conference" else weights[event_id]),
                    bands[kind]["top"],
                    bands[kind]["bottom"],
                )
            )
    return marks


def _instant(day: datetime) -> float:
    return (day - EPOCH) / timedelta(milliseconds=1)


def _day(instant: float) -> str:
    return (EPOCH + timedelta(milliseconds=instant)).isoformat(timespec="seconds")
