"""The page in Dash: one callback for the filters, one for a click.

DASHBOARD_DATA=DIR python -m benchmarks.peers.dash_app PORT
"""

from dash import Input, Output, State, ctx, dcc, html, no_update

from benchmarks.peers import content
from benchmarks.peers.dash_page import dash_app, dash_page, run

app = dash_app()


def layout() -> html.Div:
    """Lay out the page with everything drawn, so that the first view needs no callback."""
    drawn = content.draw([], [], None)
    return html.Div(
        dash_page(
            dcc.Graph("timeline", figure=drawn.timeline, config={"displayModeBar": False}),
            dcc.Graph("matrix", figure=drawn.matrix, config={"displayModeBar": False}),
            dcc.Store("text", data=content.article(drawn.event)),
        )
    )


app.layout = layout


@app.callback(
    Output("timeline", "figure"),
    Output("matrix", "figure"),
    Output("text", "data"),
    Input("year", "value"),
    Input("organizer", "value"),
    State("chosen", "data"),
    prevent_initial_call=True,
)
def narrow(years: list[str], organizers: list[str], chosen: str | None) -> tuple:
    """Answer a filter with both figures and the article."""
    drawn = content.draw(years, organizers or [], chosen)
    return drawn.timeline, drawn.matrix, content.article(drawn.event)


@app.callback(
    Output("chosen", "data"),
    Output("text", "data", allow_duplicate=True),
    Input("timeline", "clickData"),
    Input("matrix", "clickData"),
    prevent_initial_call=True,
)
def choose(timeline: dict | None, matrix: dict | None) -> tuple:
    """Answer a click on a mark with the article."""
    event = content.event_of(timeline if ctx.triggered_id == "timeline" else matrix)
    return (event, content.article(event)) if event else (no_update, no_update)


if __name__ == "__main__":
    run(app)
