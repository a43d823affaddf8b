"""Pictures for the cards that other sites show of a link: one for each event, and one of the whole process.

Cards are small. So a picture has few words, in large letters, and a line of years with a mark for each event.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from math import hypot

from PIL import Image, ImageDraw, ImageFont

from dashboard import frames
from dashboard.exports.linked_data import organizers_of
from dashboard.frames import in_order, when
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.style import INK, KIND_COLORS, LINE, MUTED, PAPER
from dashboard.records.model import SHOWN_WEIGHTS, Event
from dashboard.topics.explore import payload
from dashboard.web import typeface
from dashboard.words.counting import listed

WIDTH, HEIGHT = 1200, 630
"""The size for which Facebook, LinkedIn, Slack and X make room, in pixels."""

WHOLE = "process"
"""The name of the picture of the whole process; the ids of events begin with a year or with `undated`."""

LEFT, RIGHT = 76, 1128
"""The edges of what is drawn, in pixels."""

FINER = 2
"""The scale of the drawing. The picture is reduced from it, so that its edges are smooth."""

REGULAR, BOLD = 400, 700
"""Weights of the typeface."""

_QUIET, _LOUD = "#c9d1d9", "#8593a1"
_ROOM = 92
"""How high dots may be above the line of years, in pixels; further dots overlap."""
_drawing = threading.Lock()

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def preview(snapshot: Snapshot, name: str) -> bytes | None:
    """Give a picture as PNG, drawn once for each version of the data; None if no event has this id."""
    if name != WHOLE and name not in snapshot.dataset.events:
        return None
    with _drawing:
        return snapshot.answer(_drawn, name)


def is_dotted(event: Event, marked: Event | None = None) -> bool:
    """Tell whether an event has a dot on the line of years; `marked` is the event that the picture is about."""
    return event.start is not None and (event.weight in SHOWN_WEIGHTS or event is marked)


def _drawn(snapshot: Snapshot, name: str) -> bytes:
    canvas = _Canvas()
    if name == WHOLE:
        _whole(canvas, snapshot)
    else:
        _event(canvas, snapshot, snapshot.dataset.events[name])
    return canvas.png()


def _event(canvas: "_Canvas", snapshot: Snapshot, event: Event) -> None:
    color = KIND_COLORS[event.kind]
    canvas.box(0, 0, 20, HEIGHT, color)
    canvas.line(LEFT, 42, captions.kind(snapshot.dataset, event), 32, BOLD, color)
    names = (event.title, event.label, snapshot.dataset.process_name)
    title = next(filter(is_legible, names), "")
    bottom = canvas.paragraph(LEFT, 86, title, sizes=(66, 60, 54, 48, 43), weight=BOLD, color=INK, height=232)
    words = " · ".join(filter(is_legible, (when(event), frames.where(event))))
    canvas.paragraph(LEFT, bottom + 16, words, sizes=(40, 36, 32), weight=BOLD, color=INK, height=50)
    organizers = organizers_of(snapshot, event)
    legible = list(filter(is_legible, organizers))
    more = len(organizers) - len(legible)
    who = listed([*legible, f"{more} more"] if legible and more else legible)
    canvas.paragraph(LEFT, bottom + 68, who, sizes=(30,), weight=REGULAR, color=MUTED, height=38)
    _years(canvas, snapshot, 532, event)
    canvas.line(RIGHT, 578, snapshot.dataset.process_name, 28, BOLD, INK, anchor="ra")


def _whole(canvas: "_Canvas", snapshot: Snapshot) -> None:
    canvas.box(0, 0, 20, HEIGHT, KIND_COLORS["conference"])
    process = snapshot.dataset.process
    canvas.paragraph(LEFT, 56, snapshot.dataset.process_name, sizes=(92, 76, 60), weight=BOLD, color=INK, height=108)
    if process:
        canvas.paragraph(LEFT, 168, process.summary, sizes=(34, 30), weight=REGULAR, color=MUTED, height=126)
    totals = payload.totals(snapshot)
    for column, (words, number) in enumerate(totals.items()):
        x, width = LEFT + column * (RIGHT - LEFT) / len(totals), (RIGHT - LEFT) / len(totals) - 24
        canvas.line(x, 300, str(number), 54, BOLD, INK)
        canvas.paragraph(x, 362, words, sizes=(24, 22, 20), weight=REGULAR, color=MUTED, height=88, width=width)
    _years(canvas, snapshot, 544)


@dataclass(frozen=True)
class _Axis:
    """A line of years between the edges of the picture."""

    first: date
    last: date

    def x(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * ((day - self.first).days + 0.5) / ((self.last - self.first).days + 1)


def _years(canvas: "_Canvas", snapshot: Snapshot, y: float, marked: Event | None = None) -> None:
    """Draw a line of years with a dot for each event; dots that would touch are one above the other."""
    events = [event for event in in_order(snapshot.dataset) if is_dotted(event, marked)]
    if not events:
        return
    days = {event.id: _middle(event) for event in events}
    years = [day.year for day in days.values()]
    axis = _Axis(date(min(years), 1, 1), date(max(years), 12, 31))
    canvas.box(LEFT, y - 1, RIGHT, y + 1, LINE)
    number = max(years) - min(years) + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if number <= 12 * step)
    for year in range(min(years), max(years) + 1):
        if year % step == 0 or number == 1:
            x = axis.x(date(year, 1, 1))
            canvas.box(x - 1, y, x + 1, y + 9, _LOUD)
            canvas.line(x + 8, y + 6, str(year), 24, REGULAR, MUTED)
    placed: list[tuple[float, float, float]] = []
    for event in sorted(events, key=lambda event: (event is not marked, event.kind != "conference")):
        if event is marked:
            radius, color = 19, snapshot.dataset.accent.light
        elif event.kind == "conference":
            radius, color = 12, KIND_COLORS[event.kind] if marked is None else _LOUD
        else:
            radius, color = 6, KIND_COLORS[event.kind] if marked is None else _QUIET
        x, height = axis.x(days[event.id]), y - 4 - radius
        while height > y - _ROOM and any(
            hypot(x - other, height - top) < radius + size + 2 for other, top, size in placed
        ):
            height -= 1
        placed.append((x, height, radius))
        canvas.dot(x, height, radius, color)


def _middle(event: Event) -> date:
    """Give the day in the middle of those that an event can mean; it has a start."""
    assert event.start is not None
    first, last = event.start.first(), (event.end or event.start).last()
    return first + (last - first) / 2


class _Canvas:
    """A picture that is drawn finer than it is given. All sizes are in pixels of the picture.

    A text is left out if the typeface lacks one of its letters: a reader would see an empty box for it.
    """

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        self.draw.rectangle([left * FINER, top * FINER, right * FINER - 1, bottom * FINER - 1], color)

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        """Draw a dot with a rim in the colour of the paper, which keeps it apart from its neighbours."""
        for size, fill in ((radius + 2, PAPER), (radius, color)):
            box = [(x - size) * FINER, (y - size) * FINER, (x + size) * FINER, (y + size) * FINER]
            self.draw.ellipse(box, fill)

    def line(self, x: float, y: float, text: str, size: int, weight: int, color: str, anchor: str = "la") -> None:
        """Write a text on one line; `y` is the top of its highest letters."""
        words = " ".join(text.split())  # Pillow cannot draw line breaks
        if is_legible(words):
            self.draw.text((x * FINER, y * FINER), words, color, font(size * FINER, weight), anchor=anchor)

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        *,
        sizes: Iterable[int],
        weight: int,
        color: str,
        height: float,
        width: float = RIGHT - LEFT,
    ) -> float:
        """Write a text in the largest of these sizes in which it fits; gives the bottom of its last line.

        What does not fit in the smallest size is cut.
        """
        if not is_legible(text):
            return y
        leading, lines, size = 0.0, [""], 0
        for size in sizes:
            leading = size * 1.16
            lines = wrapped(text, font(size * FINER, weight), width * FINER)
            if len(lines) * leading <= height:
                break
        most = max(int(height / leading), 1)
        if len(lines) > most:
            lines = [*lines[: most - 1], _cut(lines[most - 1], font(size * FINER, weight), width * FINER)]
        for number, words in enumerate(lines):
            self.line(x, y + number * leading, words, size, weight, color)
        return y + len(lines) * leading

    def png(self) -> bytes:
        small = self.image.reduce(FINER)
        buffer = BytesIO()
        small.save(buffer, "PNG")
        return buffer.getvalue()


def wrapped(text: str, face: Font, width: float) -> list[str]:
    """Break a text into lines of at most `width` pixels; a word is broken only if it is wider than a line."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if face.getlength(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines


def _cut(line: str, face: Font, width: float) -> str:
    """Shorten a line to `width` pixels, and end it with an ellipsis."""
    while line and face.getlength(f"{line} …") > width:
        line = line[:-1].rstrip()
    return f"{line} …"


def is_legible(text: str) -> bool:
    """Tell whether the typeface has all letters of a text; it has no Arabic ones."""
    face = font(24, REGULAR)
    missing = bytes(face.getmask("\uffff"))
    return all(sign.isspace() or bytes(face.getmask(sign)) != missing for sign in set(text))


@cache
def font(size: int, weight: int) -> Font:
    """Give the typeface of the page, or Pillow's own if that cannot be read."""
    if typeface.FILE:
        try:
            face = ImageFont.truetype(typeface.FILE, size)
            face.set_variation_by_axes([weight])
        except OSError:  # a Pillow that was built without Brotli or without variable fonts
            return ImageFont.load_default(size)
        return face
    return ImageFont.load_default(size)
