"""JSON for TimelineJS (https://timeline.knightlab.com/docs/json-format.html) → rows."""

import json
from collections.abc import Iterator, Mapping

from dashboard.curation.intake.delimited import text_of
from dashboard.curation.intake.grids import kind_of_group, sheet_date
from dashboard.curation.intake.markup import links, plain
from dashboard.curation.intake.table import MOST_ROWS, IntakeError, Remark, Row, Table
from dashboard.words.counting import counted, listed_first
from dashboard.words.spelling import quoted

_READ = ("start_date", "end_date", "text", "display_date", "unique_id", "group")
"""The keys of a slide that are read, or that add nothing."""
_MOST_LINKS = 3
"""The most links of a slide that are named."""


def read(content: bytes) -> Table:
    """Read the slides of a timeline: headlines, dates and texts.

    Raises
    ------
    IntakeError
        If this is not JSON, or not a timeline.
    """
    try:
        timeline = json.loads(text_of(content), parse_constant=lambda name: name)
    except (ValueError, RecursionError) as error:
        raise IntakeError(f"this is not JSON ({error}); export the timeline again") from None
    slides = timeline.get("events") if isinstance(timeline, dict) else None
    if not isinstance(slides, list):
        raise IntakeError('this is not a timeline of TimelineJS, because it has no list "events"')
    if len(slides) > MOST_ROWS:
        raise IntakeError(f"the timeline has more than {MOST_ROWS:,} slides; keep the events of one series")
    return Table(
        tuple(_row(f"slide {number}", slide) for number, slide in enumerate(slides, start=1)),
        plain(_text(timeline.get("title"), "headline")),
        tuple(_untaken(timeline, slides)),
    )


def _row(where: str, slide: object) -> Row:
    if not isinstance(slide, dict):
        return Row(where, {}, ('this is not a slide; write {"start_date": …, "text": …}',), lost=True)
    values = {
        "title": plain(_text(slide, "headline")),
        "note": plain(_text(slide, "text")),
        "start": _date(slide.get("start_date")),
        "end": _date(slide.get("end_date")),
    }
    addresses = links(_text(slide, "text"))
    links_to = listed_first([*map(quoted, addresses)], _MOST_LINKS)
    faults = [f"its text links to {links_to}; if that is a source, add it to sources.yaml"] if addresses else []
    group, strange = kind_of_group(str(slide.get("group") or ""))
    return Row(where, {key: value for key, value in values.items() if value} | group, (*faults, *strange))


def _text(slide: object, key: str) -> str:
    text = slide.get("text") if isinstance(slide, dict) else None
    value = text.get(key) if isinstance(text, dict) else None
    return value if isinstance(value, str) else ""


def _date(given: object) -> str:
    """Read a date, which should be given in parts; whoever takes the row refuses what is no date."""
    if given is None or isinstance(given, str):
        return given or ""
    if not isinstance(given, dict) or any(isinstance(part, dict | list) for part in given.values()):
        return json.dumps(given)
    texts = {str(name): str(part) for name, part in given.items() if part is not None}
    return sheet_date(texts, "start")


def _untaken(timeline: Mapping[str, object], slides: list[object]) -> Iterator[Remark]:
    """Count what is not imported, by key."""
    eras = timeline.get("eras")
    if isinstance(eras, list) and eras:
        yield Remark("", f"{counted(len(eras), 'era')} not imported")
    keys = [key for slide in slides if isinstance(slide, dict) for key in slide if key not in _READ]
    for key in dict.fromkeys(keys):
        yield Remark("", f"{quoted(key)} of {counted(keys.count(key), 'slide')} is not imported")
