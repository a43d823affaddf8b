"""Frames → bytes, and one table of all downloads for page, routes and command line. No clock, no session."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from html import escape
from io import BytesIO
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import plotly.io

from dashboard.frames import Frames
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions, plot
from dashboard.topics.changes import changes
from dashboard.topics.explore import figures, payload, sentences
from dashboard.topics.partners import figures as figures_together
from dashboard.topics.partners import together
from dashboard.topics.quality import figures as figures_quality
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events
from dashboard.topics.sources import coverage
from dashboard.topics.sources import figures as figures_coverage
from dashboard.words.counting import counted

RIGHTS = (
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Facts from the sources listed, in our own words; "
    "titles and the texts of the sources belong to their publishers."
)
"""What every whole data file says about its rights."""

PLOTLY = Path(__file__).parent / "views" / "linked" / "vendor" / "plotly-basic.min.js"
"""The part of plotly.js that the charts need. The installed package has the whole: maps and surfaces too, and four
times as large."""

SLUG_LENGTH = 80
"""Longest part of a file name that words the filters, in characters."""

FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""A cell of a CSV file that begins so is run as a formula by spreadsheets, in the wide letters where they are set to
Japanese (OWASP, https://owasp.org/www-community/attacks/CSV_Injection)."""

EXCEL_BEGINS = 1900
"""Excel knows no earlier year as a date."""


@dataclass(frozen=True)
class Options:
    """How the matrices are laid out; no other export looks at it. Fields are named like the parameters of the address.

    `columns` and `sort` are those of the organizers, `order` that of what is known of each event.
    """

    columns: str = "conferences"
    sort: str = "kind"
    order: str = "time"


OPTIONS: dict[str, Mapping[str, str]] = {
    "columns": payload.COLUMNS,
    "sort": figures.SORTS,
    "order": quality.ORDERS,
}
"""The values each option knows, with their labels."""

DEFAULTS = Options()


@dataclass(frozen=True)
class Export:
    """One kind of download; `make(snapshot, filters, options)` gives its bytes, the same for the same input."""

    name: str
    label: str
    mime: str
    make: Callable[..., bytes]


class PictureError(Exception):
    """A picture could not be drawn; the message is one line that says what to do."""


def parse_options(query: Mapping[str, Sequence[str]]) -> tuple[Options, list[tuple[str, str]]]:
    """Read options from the parameters of an address; what is not known is returned as in `filters.parse`."""
    asked = {name: query[name][-1] for name in OPTIONS if query.get(name)}
    unknown = [(name, value) for name, value in asked.items() if value not in OPTIONS[name]]
    return Options(**{name: value for name, value in asked.items() if value in OPTIONS[name]}), unknown


WHOLE = ("coverage-years", "coverage-events", "quality", "problems", "changes")
"""The exports that hold all the data, whatever the filters."""


def part_of_all(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Say how many of all events an export holds, `26 of 42 events`; empty where it holds them all."""
    held, total = len(snapshot.select(filters).events), len(snapshot.frames.events)
    return "" if name.rpartition(".")[0] in WHOLE or held == total else f"{held} of {counted(total, 'event')}"


def file_name(name: str, snapshot: Snapshot, filters: Filters) -> str:
    """Name the file of an export: `dushanbe-process-timeline-2022-osce-3-of-42.svg`.

    A table in CSV has no place for a word on what it leaves out, since programs take every row for data. So the name of
    each file says how many of all events it holds, unless it holds them all. That of a change on trial says so too.
    """
    stem, _, ending = name.rpartition(".")
    slug = "" if stem in WHOLE else filters.slug()
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
    part = part_of_all(name, snapshot, filters).replace(" ", "-")
    if stem == "events":
        part = part.removesuffix("s").removesuffix("-event")
    words = ("dushanbe-process", "trial" if snapshot.trial else "", stem, slug, part)
    return "-".join(word for word in words if word) + f".{ending}"


# Tables


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
    _, roles, rows = _matrix_parts(snapshot.select(filters), options)
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


def data_json(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the three frames and `meta` as JSON; what is not known is null."""
    left = snapshot.select(filters)
    content = {"meta": _meta(snapshot, filters, left)} | {name: _records(frame) for name, frame in vars(left).items()}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _meta(snapshot: Snapshot, filters: Filters, left: Frames) -> dict:
    process = snapshot.dataset.process
    return {
        "name": process.name if process else "Dushanbe Process",
        "updated": str(process.updated) if process else None,
        "stamp": snapshot.stamp,
        "published": not snapshot.trial,
        "filters": filters.query() | {"weight": list(filters.weight)},
        "n_events": len(left.events),
        "n_events_in_all": len(snapshot.frames.events),
        "choice": captions.choice(snapshot, filters, left),
        "n_sources": left.sources["source_id"].nunique(),
        "rights": RIGHTS,
    }


def _records(frame: pd.DataFrame) -> list[dict]:
    rows = zip(*(column.tolist() for _, column in plain(frame).items()), strict=True)
    return [
        {name: None if pd.isna(value) or value == "" else value for name, value in zip(frame.columns, row, strict=True)}
        for row in rows
    ]


def workbook_xlsx(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the three frames and a sheet about them as an Excel workbook; no cell is a formula."""
    import xlsxwriter

    left, process = snapshot.select(filters), snapshot.dataset.process
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # Without a date of its own the workbook would take the clock's.
    made = process.updated.first() if process else datetime(2018, 1, 1)
    book.set_properties({"title": figures.TITLES["timeline"].split(":")[0], "created": datetime.combine(made, time())})
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for name, frame in vars(left).items():
        sheet = book.add_worksheet(name.capitalize())
        sheet.write_row(0, 0, frame.columns, head)
        for row, values in enumerate(frame.itertuples(index=False), start=1):
            for column, value in enumerate(values):
                _write_cell(sheet, row, column, value, day)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)
        sheet.autofit(320)
    about = book.add_worksheet("About")
    facts = {label: value for label, value in _meta(snapshot, filters, left).items() if label != "filters"}
    for row, (label, value) in enumerate(facts.items()):
        about.write_string(row, 0, label, head)
        _write_cell(about, row, 1, value, day)
    about.autofit(700)
    book.close()
    return buffer.getvalue()


def _write_cell(sheet, row: int, column: int, value, day) -> None:
    if isinstance(value, pd.Timestamp):
        if value.year >= EXCEL_BEGINS:
            sheet.write_datetime(row, column, value.to_pydatetime(), day)
        else:
            sheet.write_string(row, column, value.date().isoformat())
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif not pd.isna(value):
        sheet.write_number(row, column, value)


# Charts


@dataclass(frozen=True)
class _Chart:
    figure: go.Figure
    title: str
    alt: str


def _timeline(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    left = snapshot.select(filters)
    caption = captions.caption(snapshot, filters, left)
    return _chart("timeline", figures.timeline(left.events), caption, sentences.timeline_alt(left.events))


def _matrix(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    left = snapshot.select(filters)
    columns, roles, rows = _matrix_parts(left, options)
    figure = figures.role_matrix(roles, columns, rows)
    return _chart(
        "matrix", figure, captions.caption(snapshot, filters, left), sentences.role_matrix_alt(roles, columns)
    )


def _chart(name: str, figure: go.Figure, caption: str, alt: str) -> _Chart:
    return _Chart(plot.captioned(figure, figures.TITLES[name], caption), figures.TITLES[name], alt)


def _matrix_parts(left: Frames, options: Options) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Give what the matrix is drawn from: its columns, their roles, and the ids of its rows from top to bottom."""
    columns = payload.matrix_columns(left, options.columns)
    roles = left.roles[left.roles["event_id"].isin(columns["event_id"])]
    return columns, roles, list(figures.organizer_rows(roles, options.sort)["organizer_id"])


def _together(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    left = snapshot.select(filters)
    figure = figures_together.together_picture(left.roles, captions.caption(snapshot, filters, left))
    return _Chart(figure, figures_together.TITLE, figures_together.together_alt(left.roles))


def _coverage_years(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    sources = coverage.build(snapshot.dataset).sources
    return _whole(snapshot, "years", figures_coverage.years_figure(sources), figures_coverage.years_alt(sources))


def _coverage_events(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    events = coverage.build(snapshot.dataset).events
    return _whole(snapshot, "events", figures_coverage.events_figure(events), figures_coverage.events_alt(events))


def _quality(snapshot: Snapshot, filters: Filters, options: Options) -> _Chart:
    judged = quality.ordered(judged_events(snapshot), options.order)
    figure = figures_quality.completeness_figure(snapshot.dataset, judged)
    return _captioned(snapshot, figures_quality.TITLE, figure, quality.completeness_alt(judged))


def _whole(snapshot: Snapshot, name: str, figure: go.Figure, alt: str) -> _Chart:
    return _captioned(snapshot, figures_coverage.TITLES[name], figure, alt)


def _captioned(snapshot: Snapshot, title: str, figure: go.Figure, alt: str) -> _Chart:
    """Caption a chart that shows all the data, whatever the filters."""
    everything = Filters(weight=EVERY_WEIGHT)
    caption = captions.caption(snapshot, everything, snapshot.select(everything))
    return _Chart(plot.captioned(figure, title, caption), title, alt)


CHARTS = {
    "timeline": _timeline,
    "matrix": _matrix,
    "together": _together,
    "coverage-years": _coverage_years,
    "coverage-events": _coverage_events,
    "quality": _quality,
}
"""Name of a chart in links and files → what draws it."""


def figure_json(view: str, snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write a chart as it is downloaded, for a browser to draw: `figure` as Plotly's JSON, `name` for the file.

    `view` is one of `CHARTS`.
    """
    figure = CHARTS[view](snapshot, filters, options).figure
    name = file_name(f"{view}.json", snapshot, filters).removesuffix(".json")
    return json.dumps({"name": name, "figure": figure.to_plotly_json()}, ensure_ascii=False).encode()


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'">
<title>{title}</title>
<meta name="description" content="{alt}">
<style>body{{margin:16px;background:#fff;font-family:system-ui,sans-serif}}figure{{margin:0;overflow-x:auto}}\
figcaption{{max-width:70em;color:#5d6b79;font-size:14px;line-height:1.5}}</style>
<script>{script}</script>
</head>
<body>
<figure role="group" aria-label="{title}">
{chart}
<figcaption>{alt}</figcaption>
</figure>
</body>
</html>
"""
"""A chart that works without a network: everything is inside, and the policy forbids to reach out."""


def _html(draw: Callable[..., _Chart], name: str) -> Callable[..., bytes]:
    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        chart = draw(snapshot, filters, options)
        body = plotly.io.to_html(
            chart.figure,
            config=plot.CONFIG,
            include_plotlyjs=False,
            include_mathjax=False,
            full_html=False,
            div_id=name,
        )
        script = PLOTLY.read_text(encoding="utf-8")
        return PAGE.format(title=escape(chart.title), alt=escape(chart.alt), script=script, chart=body).encode()

    return make


def _picture(draw: Callable[..., _Chart], ending: str) -> Callable[..., bytes]:
    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        return _rendered(draw(snapshot, filters, options).figure, ending)

    return make


def _rendered(figure: go.Figure, ending: str) -> bytes:
    """Draw a figure in a browser that finds the folders it needs."""
    try:
        with tempfile.TemporaryDirectory() as spare:
            # Python passes over a TMPDIR that cannot be written, and a browser fails on it.
            os.environ["TMPDIR"] = tempfile.gettempdir()
            try:
                Path.home()
            except RuntimeError:
                os.environ["HOME"] = spare
            return _drawn(figure, ending)
    except OSError as error:
        raise PictureError(
            f"pictures need a folder for temporary files ({error.strerror}); set TMPDIR to one that can be written"
        ) from None


def _drawn(figure: go.Figure, ending: str) -> bytes:
    """Draw a figure with Kaleido, in a browser that is kept from the network; PNG comes in double size."""
    try:
        import kaleido
        from kaleido.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError
    except ImportError:
        raise PictureError("pictures need Kaleido: pip install kaleido") from None
    scale = 2 if ending == "png" else 1
    size = {"format": ending, "width": figure.layout.width, "height": figure.layout.height, "scale": scale}
    # No MathJax from its CDN, and a proxy that is nobody: files on the disk are read without it, all else fails.
    kept_in = {"mathjax": False, "proxy_server": "127.0.0.1:9"}
    try:
        return kaleido.calc_fig_sync(figure, opts=size, kopts=kept_in)
    except ChromeNotFoundError:
        raise PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome") from None
    except (BrowserFailedError, BrowserClosedError):
        raise PictureError(
            "Chrome did not start, perhaps because a library is missing; "
            "run choreo_diagnose, which starts it and shows what it says"
        ) from None
    except OSError as error:
        raise PictureError(f"Chrome cannot be run: {error}") from None


_MIMES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}


def _table(exports: Iterable[tuple[str, str, Callable[..., bytes]]]) -> dict[str, Export]:
    return {name: Export(name, label, _MIMES[name.rpartition(".")[2]], make) for name, label, make in exports}


EXPORTS = _table(
    (
        ("events.csv", "Events, CSV", events_csv),
        ("roles.csv", "Roles, CSV", roles_csv),
        ("sources.csv", "Sources, CSV", sources_csv),
        ("workbook.xlsx", "All three, Excel workbook", workbook_xlsx),
        ("data.json", "All three, JSON", data_json),
        ("timeline.html", "Timeline, page that works offline", _html(_timeline, "timeline")),
        ("timeline.csv", "Timeline, data behind it", timeline_csv),
        ("matrix.html", "Organizers and roles, page that works offline", _html(_matrix, "matrix")),
        ("matrix.csv", "Organizers and roles, data behind it", matrix_csv),
        ("together.html", "Who organized together, page that works offline", _html(_together, "together")),
        ("together.csv", "Who organized together, data behind it", together_csv),
        ("coverage-years.html", "Sources by year, page that works offline", _html(_coverage_years, "coverage-years")),
        ("coverage-years.csv", "Sources by year, data behind it", coverage_years_csv),
        (
            "coverage-events.html",
            "Sources of each event, page that works offline",
            _html(_coverage_events, "coverage-events"),
        ),
        ("coverage-events.csv", "Sources of each event, data behind it", coverage_events_csv),
        ("quality.html", "What is known of each event, page that works offline", _html(_quality, "quality")),
        ("quality.csv", "What is known of each event, data behind it", quality_csv),
        ("problems.csv", "Open problems of the data, CSV", problems_csv),
        ("changes.csv", "Changes of the data, CSV", changes_csv),
    )
)
"""Every download the page offers, by name."""

PICTURES = _table(
    (f"{view}.{ending}", f"{label}, {ending.upper()}", _picture(draw, ending))
    for view, label, draw in (
        ("timeline", "Timeline", _timeline),
        ("matrix", "Organizers and roles", _matrix),
        ("together", "Who organized together", _together),
        ("coverage-years", "Sources by year", _coverage_years),
        ("coverage-events", "Sources of each event", _coverage_events),
        ("quality", "What is known of each event", _quality),
    )
    for ending in ("png", "svg", "pdf")
)
"""Pictures for the command line, drawn by Kaleido and a Chrome on this machine; the page draws its own."""
