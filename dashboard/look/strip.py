"""All events on a line of years, as an SVG of the width of its place. It needs no script."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from dashboard import frames
from dashboard.look import captions
from dashboard.look.html import Html, render
from dashboard.look.links import Links
from dashboard.records.dates import is_certain
from dashboard.records.model import SHOWN_WEIGHTS, Dataset, Event
from dashboard.records.terms import terms_of
from dashboard.words.counting import counted
from dashboard.words.phrases import worded

LANE = 25
"""Height of a lane in pixels."""

HEAD, FOOT = 20, 20
"""Room above the lanes for the days of the one event that is marked, and below them for the years, in pixels."""

CLOSE = 1.3
"""Two marks of a lane that are nearer than this would touch, in hundredths of the width."""

STEPS = (0, -6, 6)
"""Where marks of one lane that would touch are put, in pixels from its middle."""

GAP, LETTER = 3, 1.06
"""The room on paper from a mark to its name, and of a letter of a name, in hundredths of the width."""

HALF = 2
"""Half a diamond and some space beside it, in hundredths of the width."""

OVER = 3
"""How far a name may reach over an end of the line, in hundredths of the width."""

MOST_YEARS = 12
"""The most years that have a name on the axis."""


@dataclass(frozen=True)
class Point:
    """The mark of an event: `x` in hundredths of the width, `y` in pixels, `start` and `end` of its days as `x`.

    `name` is the label of the event, its year if there is room for no more, or empty; `name_at` is its side, `left` or
    `right`.
    """

    event: Event
    x: float
    y: float
    start: float
    end: float
    when: str
    is_exact: bool
    is_marked: bool
    is_minor: bool
    name: str = ""
    name_at: str = ""


@dataclass(frozen=True)
class Year:
    """A line of the axis; `name` is empty if there is no room for it."""

    x: float
    name: str


def strip(dataset: Dataset, links: Links, marked: Collection[str] = (), events: Collection[str] | None = None) -> Html:
    """Draw all events, and highlight those whose ids are in `marked`; without a dated event the result is empty.

    `events` are the ids of those to draw, if not all are drawn. If one event is marked, its days are above it.
    """
    every = [event for event in frames.in_order(dataset) if events is None or event.id in events]
    dated = [event for event in every if event.start]
    if not dated:
        return Html()
    lanes = terms_of(dataset).lanes
    kinds = [kind for kind in lanes if kind in {event.kind for event in dated}]
    years = [day.year for event in dated for day in (event.start, event.end) if day]
    axis = _Axis(date(min(years), 1, 1), date(max(years), 12, 31))
    top = HEAD if sum(event.id in marked for event in dated) == 1 else 4
    tops = {kind: top + LANE * lane for lane, kind in enumerate(kinds)}
    points = [point for kind, above in tops.items() for point in _lane(dated, kind, above, axis, marked)]
    return render(
        "look/strip.html",
        links=links,
        points=sorted(points, key=lambda point: point.is_marked),
        single=[point for point in points if point.is_marked] if top == HEAD else [],
        dimmed=any(point.is_marked for point in points),
        years=axis.years,
        lanes=[(kind, lanes[kind].partition(" (")[0], above) for kind, above in tops.items()],
        lane_height=LANE,
        bottom=top + LANE * len(kinds),
        height=top + LANE * len(kinds) + FOOT,
        rough="" if all(point.is_exact for point in points) else worded("day-not-certain"),
        words=_words(every, dated, marked),
    )


class _Axis:
    """A line of years from the first day of one to the last of another."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = (last - first).days + 1
        number = last.year - first.year + 1
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if number <= MOST_YEARS * step)
        self.years = [
            Year(self.x(date(year, 1, 1)), str(year) if year % step == 0 or number == 1 else "")
            for year in range(first.year, last.year + 1)
            if step == 1 or year % step == 0
        ]

    def x(self, day: date) -> float:
        """Give the place of the beginning of a day, in hundredths of the width."""
        return round(100 * (day - self.first).days / self.days, 2)


def _lane(dated: Iterable[Event], kind: str, above: int, axis: _Axis, marked: Collection[str]) -> list[Point]:
    """Give the marks of one kind, whose lane begins at `above`; those that would touch are on different heights."""
    middle = above + LANE / 2
    points: list[Point] = []
    for event in dated:
        if event.kind != kind or event.start is None:
            continue
        begin = axis.x(event.start.first())
        end = axis.x((event.end or event.start).last()) + 100 / axis.days
        x = round((begin + end) / 2, 2)
        near = [point.y for point in points if x - point.x < CLOSE]
        free = [step for step in STEPS if middle + step not in near]
        level = 0 if kind == "conference" else free[0] if free else STEPS[len(points) % len(STEPS)]
        exact = is_certain(str(event.start), str(event.end or event.start), event.dating)
        points.append(
            Point(
                event,
                x,
                middle + level,
                begin,
                round(end, 2),
                frames.when(event),
                is_exact=exact,
                is_marked=event.id in marked,
                is_minor=event.weight not in SHOWN_WEIGHTS,
            )
        )
    return _named(points) if kind == "conference" else points


def _named(points: list[Point]) -> list[Point]:
    """Give each mark of a lane its name, on the side with more room; no name covers another, or another mark."""
    named, taken = [], float(-OVER)
    for point, end in zip(points, [*(point.x - HALF for point in points[1:]), 100.0 + OVER], strict=True):
        room, at = max((point.x - taken, "left"), (end - point.x, "right"))
        names = (point.event.label, str(point.event.start.year) if point.event.start else "")
        name = next((name for name in names if name and GAP + LETTER * len(name) <= room), "")
        taken = point.x + (GAP + LETTER * len(name) if name and at == "right" else HALF)
        named.append(replace(point, name=name, name_at=at))
    return named


def _words(every: list[Event], dated: list[Event], marked: Collection[str]) -> str:
    """Say what the picture shows."""
    years = sorted({event.start.year for event in dated if event.start})
    span = f"in {years[0]}" if len(years) == 1 else f"from {years[0]} to {years[-1]}"
    words = f"{counted(len(dated), 'event')} {span} on a timeline."
    if undated := captions.undated(len(every) - len(dated)):
        words += f" {undated}."
    shown = [event for event in dated if event.id in marked]
    if len(shown) == 1:
        words += f" Marked: {shown[0].label}, {frames.when(shown[0])}."
    elif shown:
        words += f" {counted(len(shown), 'event')} are marked."
    return words
