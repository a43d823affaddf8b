"""The page in Panel: panes that are kept and given new objects, all changes of one filter sent together.

DASHBOARD_DATA=DIR panel serve benchmarks/peers/panel_app.py --port PORT
"""

import panel as pn

from benchmarks.peers import content

pn.extension("plotly")

drawn = content.draw([], [], None)
years = pn.widgets.CheckButtonGroup(name="Year", options=list(content.YEARS), orientation="vertical")
organizers = pn.widgets.MultiChoice(name="Organizer", options={name: key for key, name in content.ORGANIZERS.items()})
timeline = pn.pane.Plotly(drawn.timeline, config={"displayModeBar": False}, sizing_mode="stretch_width")
matrix = pn.pane.Plotly(drawn.matrix, config={"displayModeBar": False}, sizing_mode="stretch_width")
article = pn.pane.HTML(content.article(drawn.event), stylesheets=[content.CSS], sizing_mode="stretch_width")
chosen: dict[str, str | None] = {"event": None}


@pn.depends(years, organizers, watch=True)
def narrow(asked_years: list[str], asked_organizers: list[str]) -> None:
    """Answer a filter with both figures and the article."""
    left = content.draw(asked_years, asked_organizers, chosen["event"])
    with pn.io.hold():
        timeline.object = left.timeline
        matrix.object = left.matrix
        article.object = content.article(left.event)


@pn.depends(timeline.param.click_data, watch=True)
def choose_on_timeline(click: dict | None) -> None:
    """Answer a click on the timeline with the article."""
    choose(click)


@pn.depends(matrix.param.click_data, watch=True)
def choose_in_matrix(click: dict | None) -> None:
    """Answer a click in the matrix with the article."""
    choose(click)


def choose(click: dict | None) -> None:
    """Open the article of the event that was clicked."""
    event = content.event_of(click)
    if event:
        chosen["event"] = event
        article.object = content.article(event)


pn.Column(
    f"# {content.TITLE}\n{content.SUMMARY}",
    pn.Row(
        pn.Column(years, organizers, width=250),
        pn.Column(timeline, matrix, sizing_mode="stretch_width"),
        pn.Column(article, height=780, scroll=True, sizing_mode="stretch_width"),
        sizing_mode="stretch_width",
    ),
    sizing_mode="stretch_width",
).servable(title=content.TITLE)
