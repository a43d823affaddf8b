"""Frames → CSV."""

import pandas as pd

from dashboard.exports.charts import matrix_parts
from dashboard.exports.options import DEFAULTS, Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.topics.changes import changes
from dashboard.topics.partners import together
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events
from dashboard.topics.sources import coverage

FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""A cell of a CSV file that begins so is run as a formula by spreadsheets, in the wide letters where they are set to
Japanese (OWASP, https://owasp.org/www-community/attacks/CSV_Injection)."""


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the days of a frame as text (`2022-10-18`, empty where unknown); every other column stays."""
    days = frame.select_dtypes("datetime")
    return frame.assign(**{name: days[name].dt.strftime("%Y-%m-%d").fillna("").astype("str") for name in days})


def csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as CSV: UTF-8, `\\n` at the ends of lines, columns in the frame's order, no formula."""
    frame = plain(frame)
    texts = {name: frame[name].map(_defused) for name in frame.select_dtypes("str")}
    return frame.assign(**texts).to_csv(index=False, lineterminator="\n").encode()


def _defused(text: str) -> str:
    # One apostrophe more where some stand there already, so that whoever takes one away has the text as it was.
    quoted = text.lstrip("'").startswith(FORMULA)
    # A lone carriage return inside a cell is not quoted by Python's csv module and would end the row.
    return ("'" if quoted else "") + text.replace("\r\n", "\n").replace("\r", "\n")


def events_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events that remain."""
    return csv(snapshot.select(filters).events)


def roles_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the roles at the events that remain."""
    return csv(snapshot.select(filters).roles)


def sources_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the sources of the events that remain."""
    return csv(snapshot.select(filters).sources)


def timeline_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events that the timeline draws: the dated ones."""
    return csv(snapshot.select(filters).events.dropna(subset=["first"]))


def matrix_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the roles that the matrix draws, row by row and from left to right."""
    _, roles, rows = matrix_parts(snapshot.select(filters), options)
    rank = roles["organizer_id"].map({row: number for number, row in enumerate(rows)})
    return csv(roles.loc[rank.sort_values(kind="stable").index])


def together_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write who organized together, pair by pair."""
    return csv(together.pairs(snapshot.select(filters).roles))


def coverage_years_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write all sources with what is known of each, whatever the filters."""
    return csv(coverage.build(snapshot.dataset).sources)


def coverage_events_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write what each event rests on, whatever the filters."""
    return csv(coverage.build(snapshot.dataset).events)


def quality_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write what is known of each event, whatever the filters, in the order asked for."""
    return csv(quality.ordered(judged_events(snapshot), options.order))


def problems_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write every open problem of the data, whatever the filters."""
    return csv(quality.problems(snapshot.problems))


def changes_csv(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the list of changes, a row for each record a change names, whatever the filters."""
    return csv(changes.build(snapshot.dataset))
