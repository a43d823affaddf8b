"""What a page is made of: its place in the address, its blocks, and the charts and tables that it offers as files.

A topic names all this in its `PAGE`. The code that draws pages or writes files uses `PAGE` and knows no topic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.look import captions, plot, shapes
from dashboard.look.html import Html


@dataclass(frozen=True)
class Request:
    """The request of a reader: filters, the values of parameters by name, and whether the page is dark."""

    filters: Filters
    view: Mapping[str, str]
    dark: bool = False


@dataclass(frozen=True)
class Picture:
    """A figure as it is downloaded, with its title, and the sentence that says what it shows."""

    figure: go.Figure
    title: str
    alt: str


@dataclass(frozen=True)
class Chart:
    """A chart as files: a page that works offline, pictures, and the data behind it.

    `name` is its name in links and files, `label` names it in lists of downloads. `whole` says that it shows all the
    data, whatever the filters.
    """

    name: str
    label: str
    picture: Callable[[Snapshot, Request], Picture]
    frame: Callable[[Snapshot, Request], pd.DataFrame]
    whole: bool = False


@dataclass(frozen=True)
class Table:
    """A table without a chart, as a file; `name`, `label` and `whole` are as in `Chart`."""

    name: str
    label: str
    frame: Callable[[Snapshot, Request], pd.DataFrame]
    whole: bool = False


@dataclass(frozen=True)
class Parameter:
    """A parameter of the address that is no filter: its values, each with its words, and its default.

    Where the values are the same for any data, the parameter lays out a chart, and downloads follow it too. With an
    `anchor`, the page shows all values, each in an element whose id is the anchor and the value. `leaves` says that a
    parameter of the first page is not in the address of the others. With a `form` there is no list of values: `form`
    tells whether a text is a value, and `how` says how a value is written.
    """

    name: str
    values: Mapping[str, str] | Callable[[Snapshot], Mapping[str, str]]
    default: str = ""
    anchor: str = ""
    leaves: bool = False
    form: Callable[[str], bool] | None = None
    how: str = ""

    def known(self, snapshot: Snapshot) -> Mapping[str, str]:
        """Give the values for this data."""
        return self.values(snapshot) if callable(self.values) else self.values


@dataclass(frozen=True)
class Choice:
    """A block of a page: a box to choose the value of a parameter from; `width` in pixels."""

    parameter: str
    label: str
    chosen: str
    width: int


FOR_EXCEL = "In Excel, open CSV with Data > From Text/CSV, as UTF-8."
"""The advice below a table that is not in the workbook."""


@dataclass(frozen=True)
class File:
    """A block of a page: a button that gives a table as CSV; `name` is that of the file, without its beginning."""

    label: str
    name: str
    frame: Callable[[], pd.DataFrame]


@dataclass(frozen=True)
class Note:
    """A block of a page: a small line of text."""

    text: str


@dataclass(frozen=True)
class Act:
    """A block of a page: a button that does what a component could report, as in `session.act`."""

    label: str
    act: Mapping[str, str]


@dataclass(frozen=True)
class Downloads:
    """A block of a page: the list of all downloads, with what each is for."""

    dark: bool = False


@dataclass(frozen=True)
class Citation:
    """A block of a page: how to cite the data set."""

    dark: bool = False


@dataclass(frozen=True)
class Row:
    """A block of a page: several blocks side by side; `name` is its class in the style sheet, after `st-key-`."""

    name: str
    blocks: tuple[Block, ...]


Block = Html | shapes.Chart | Choice | File | Note | Act | Downloads | Citation | Row
"""A chart as a block is a dict, as `plot.chart` describes it."""


@dataclass(frozen=True)
class Page:
    """One page.

    `key` is its value of the parameter `page`, `title` its name in the navigation. `blocks` gives what is on it, from
    top to bottom; None if the front draws the page with components of its own. `filtered` says that it follows the
    filters. `parameters` belong only to this page; those of the first page also stay in the address of the others.
    `about` says in a sentence what is on it, for search engines and for sites that link to it. `symmetric` says that
    the page is the same if the values of its parameters change places.
    """

    key: str
    title: str
    blocks: Callable[[Snapshot, Request], list[Block]] | None = None
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    filtered: bool = False
    about: str = ""
    symmetric: bool = False


@dataclass(frozen=True)
class Place:
    """A place in the navigation: one page, or several that belong together, of which the first opens.

    `word` is its name where there is little room; elsewhere `before` and `after` are around it.
    """

    word: str
    pages: tuple[Page, ...]
    before: str = ""
    after: str = ""


def picture(
    snapshot: Snapshot, filters: Filters, title: str, figure: go.Figure, alt: str, first: str = "", drawn: str = ""
) -> Picture:
    """Make a picture of a figure that shows the events which remain: it gets its title and its caption.

    The name of the process comes before the title. The caption begins with `first`, if there is such. `drawn` says
    which of the events are in the figure, if not all are.
    """
    title = titled(snapshot, title)
    parts = (first, captions.caption(snapshot, filters, snapshot.select(filters), drawn))
    caption = " · ".join(filter(None, parts))
    return Picture(plot.captioned(figure, title, caption), title, alt)


def titled(snapshot: Snapshot, title: str) -> str:
    """Write the title of a picture: `My Process: Two conferences from 2018 to 2022`."""
    return f"{snapshot.dataset.process_name}: {title}"


def whole_picture(snapshot: Snapshot, title: str, figure: go.Figure, alt: str) -> Picture:
    """Make a picture of a figure that shows all the data, whatever the filters."""
    return picture(snapshot, Filters(weight=EVERY_WEIGHT), title, figure, alt)
