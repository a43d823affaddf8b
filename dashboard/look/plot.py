"""What charts of several topics share: layout, caption, line breaks, and the description for the browser."""

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from dashboard.frames.filters import Filters
from dashboard.look.links import query_string
from dashboard.look.shapes import Chart, Figure
from dashboard.look.style import FONT, INK, LINE, MUTED, PAPER, PICTURE_FONT, css_colors, dark
from dashboard.records.model import ACCENT, Accent

MOST_LEVEL_LABELS = 8
"""With more columns than this, the labels above a downloaded matrix are vertical."""


LONGEST_LABEL = 40
"""The most letters of a label beside or above a chart; a longer one would push title and caption out of a picture."""

BREAK = "<br>"
"""The end of a line in the texts of Plotly."""

HOVER = "%{hovertext}<extra></extra>"
"""Plotly's template of a box that shows only the hover text of a mark."""

CONFIG = {"displaylogo": False, "showSendToCloud": False, "responsive": True}
"""Plotly's settings for a page of our own: no logo, no upload to a cloud."""


def layout(height: int, **more: object) -> go.Layout:
    """Lay out a chart, `height` in pixels. It neither zooms nor moves, unless `more` of Plotly's settings say so."""
    settings = {"dragmode": False} | more
    return go.Layout(
        template="none",
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        height=height,
        hovermode="closest",
        hoverlabel={
            "bgcolor": PAPER,
            "bordercolor": LINE,
            "align": "left",
            "font": {"family": FONT, "color": INK, "size": 13},
        },
        uirevision="keep",
        **settings,
    )


def name_rows(figure: go.Figure, labels: list[str], **more: object) -> None:
    """Write a label beside each row of a chart, the first on top; `more` are Plotly's settings of the axis."""
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=[shortened(label) for label in labels],
        range=[max(len(labels), 1) - 0.5, -0.5],
        ticks="",
        showgrid=False,
        zeroline=False,
        automargin=True,
        fixedrange=True,
        tickfont={"size": 13},
        ticklabelstandoff=6,
        **more,
    )
    if not labels:
        figure.update_yaxes(visible=False)  # Plotly would draw its line from nowhere to nowhere


def captioned(figure: go.Figure, title: str, caption: str) -> go.Figure:
    """Give a figure its title and, under it, the line that says where it comes from; the input does not change.

    There is room for what Plotly does not count: vertical and slanted labels, a legend of several
    rows, a caption of several lines.
    """
    whole = go.Figure(figure)
    labels, names = figure.layout.xaxis.ticktext or (), figure.layout.yaxis.ticktext or ()
    longest, beside = (7 * max(map(len, texts), default=0) for texts in (labels, names))
    upright = longest if len(labels) > MOST_LEVEL_LABELS else 0
    is_slanted = not upright and len(labels) * longest > 1040 - beside  # Plotly turns them by 30 degrees
    over = 84 + (longest // 2 if is_slanted else upright)
    legend = 22 * -(-len(figure.data) // 4) if figure.layout.showlegend else 12
    below = wrap(caption, 150)
    under = 34 + legend + 15 * (below.count(BREAK) + 1)
    whole.update_layout(
        font={"family": PICTURE_FONT},
        title={
            "text": escape(title), "font": {"size": 20, "color": INK},
            "x": 0, "xref": "paper", "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 18},
        },
        margin={"t": over, "b": under + 8, "l": 30, "r": 30},
        height=(figure.layout.height or 400) + over + under,
        width=1100,
    )  # fmt: skip
    if upright:
        whole.update_xaxes(tickangle=-90)
    if figure.layout.legend.yref == "container":  # it is above the figure, and would cover the title
        whole.update_layout(legend={"y": 1 - 50 / whole.layout.height, "x": 0, "xref": "paper"})
    whole.add_annotation(
        name="caption", text=below, x=0, y=0, xref="paper", yref="paper", yshift=-under, xanchor="left",
        yanchor="bottom", showarrow=False, font={"size": 11, "color": MUTED}, align="left",
    )  # fmt: skip
    return whole


def escape(text: str) -> str:
    """Escape a text for a chart; Plotly reads `<` and `&` as markup, and quotes as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(label: str) -> str:
    """Escape a label of an axis; an ellipsis ends one that is too long. Hover texts and tables have all of it."""
    is_long = len(label) > LONGEST_LABEL
    return escape(label[: LONGEST_LABEL - 1].rstrip(" ") + "…" if is_long else label)


def bold(text: str, *, wrapped: bool = False) -> str:
    """Escape a text for a chart and write it in bold; `wrapped` breaks a long text into lines."""
    return f"<b>{wrap(text) if wrapped else escape(text)}</b>"


def lines(parts: Iterable[str]) -> str:
    """Join escaped parts, one below the other."""
    return BREAK.join(parts)


def wrap(text: str, width: int = 40) -> str:
    """Escape a text for a chart and break it into lines; Plotly does not break lines itself."""
    full, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            full.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return BREAK.join(escape(part) for part in [*full, line])


def chart(
    view: str,
    title: str,
    figure: Figure,
    alt: str,
    table: pd.DataFrame,
    filters: Filters,
    marks: list[list[str]] | None = None,
    accent: Accent = ACCENT,
    subtitle: str = "",
) -> Chart:
    """Describe a chart that is alone on a page, as `figure.js` draws it.

    `view` is its name in files, `figure` Plotly's JSON, `alt` the sentence that says what it shows,
    `table` the rows behind it as they should be read, `filters` the filters that made it. `marks` are the
    ids that a click on the mark of each row reports, where rows have marks. `accent` is the colour of what is chosen.
    `subtitle` says what is drawn, where the title says what it shows of this data.
    """
    return {
        "view": view,
        "title": title,
        "subtitle": subtitle,
        "figure": figure,
        "alt": alt,
        "table": {"columns": list(table.columns), "rows": table.astype("str").values.tolist(), "marks": marks or []},
        "dark": dark(accent),
        "css": css_colors(accent),
        "query": query_string({}, filters),
    }
