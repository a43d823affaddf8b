"""The eras of `process.yaml`, as the timeline shows them: bands behind the marks. The twin is `engine/eras.js`.

An era is shown if it overlaps the time from the first to the last event shown. So chart, sentence and list always
name the same eras.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd

from dashboard.look.plot import escape
from dashboard.look.shapes import EraFacts
from dashboard.look.style import LINE, MUTED
from dashboard.records.model import Dataset, Era
from dashboard.words.counting import agreeing
from dashboard.words.phrases import FORMS, worded

AXIS = 840
"""About how long the axis of a downloaded timeline is, in pixels."""

LETTER = 6
"""About how wide a letter of a name is there, and the gap between two names, in pixels."""


def facts(dataset: Dataset) -> list[EraFacts]:
    """Give the eras as the browser draws them, in order of time."""
    eras = [_facts(era) for era in (dataset.process.eras if dataset.process else ())]
    return sorted(eras, key=lambda era: era["first"])


def _facts(era: Era) -> EraFacts:
    return {
        "name": era.name,
        "first": era.begin.first().isoformat(),
        "last": era.until.last().isoformat() if era.until else "",
        "when": era.when,
    }


def among(eras: Iterable[EraFacts], events: pd.DataFrame) -> list[EraFacts]:
    """Give the eras that overlap the time of these events, columns as in `frames.EVENTS`."""
    dated = events.dropna(subset=["first"])
    if dated.empty:
        return []
    first, last = dated["first"].min().date().isoformat(), dated["last"].max().date().isoformat()
    return [era for era in eras if era["first"] <= last and (not era["last"] or era["last"] >= first)]


def words(eras: Sequence[EraFacts]) -> str:
    """Name the eras with their days; empty without any."""
    if not eras:
        return ""
    named = "; ".join(worded("band", name=era["name"], when=era["when"]) for era in eras)
    return worded("bands", noun=agreeing(len(eras), *FORMS["band"]), bands=named)


def bands(eras: Iterable[EraFacts], ends: tuple[datetime, datetime]) -> tuple[list[Any], list[Any]]:
    """Draw the eras on an axis with these ends: the bands as shapes of Plotly, and their names as annotations.

    A name is above its band. It is left out if it would cover the name before; the caption has all names.
    """
    shapes: list[Any] = []
    names: list[Any] = []
    taken = 0.0
    for era in eras:
        first, after = _days(era, ends)
        left, right = _share(first, ends), _share(after, ends)
        if right <= 0 or left >= 1:
            continue
        shapes.append({
            "type": "rect", "xref": "x", "yref": "paper", "x0": first.isoformat(), "x1": after.isoformat(),
            "y0": 0, "y1": 1, "fillcolor": LINE, "opacity": 0.5, "line": {"width": 0}, "layer": "below",
        })  # fmt: skip
        wide = (len(era["name"]) + 1) * LETTER / AXIS
        at = max(0.0, min(left, 1 - wide))
        if at < taken:
            continue
        taken = at + wide
        names.append({
            "name": "era", "text": escape(era["name"]), "x": round(at, 4), "xref": "paper", "xanchor": "left",
            "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "font": {"size": 11, "color": MUTED},
        })  # fmt: skip
    return shapes, names


def _days(era: EraFacts, ends: tuple[datetime, datetime]) -> tuple[date, date]:
    """Give the first day of an era and the day after its last, neither beyond the days at the ends of the axis."""
    begin, end = ends[0].date(), ends[1].date() + timedelta(days=1)
    after = date.fromisoformat(era["last"]) + timedelta(days=1) if era["last"] else end
    return max(date.fromisoformat(era["first"]), begin), min(after, end)


def _share(day: date, ends: tuple[datetime, datetime]) -> float:
    return (datetime.combine(day, time()) - ends[0]) / (ends[1] - ends[0])
