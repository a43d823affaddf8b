"""The page in Dash: one callback for the filters, one for a click, the article put in place in the browser.

DASHBOARD_DATA=DIR python -m benchmarks.peers.dash_app PORT
"""

import sys

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from waitress import serve

from benchmarks.peers import content

INDEX = """<!DOCTYPE html>
<html><head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}<style>
body { margin: 0; font-family: system-ui, sans-serif; }
#page { display: grid; grid-template-columns: 250px minmax(0, 58fr) minmax(0, 42fr); gap: 12px; padding: 12px; }
#article { height: calc(100vh - 100px); overflow: auto; }
ARTICLE
</style></head><body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body></html>"""

app = Dash(__name__, title=content.TITLE, serve_locally=True, update_title=None)
app.index_string = INDEX.replace("ARTICLE", content.CSS)


def layout() -> html.Div:
    """Lay the page out with everything drawn, so that no callback is needed for the first view."""
    drawn = content.draw([], [], None)
    return html.Div(
        [
            html.H1(content.TITLE),
            html.P(content.SUMMARY),
            html.Div(
                [
                    html.Aside(
                        [
                            html.Label("Year"),
                            dcc.Checklist(list(content.YEARS), [], id="year", inline=True),
                            html.Label("Organizer"),
                            dcc.Dropdown(content.ORGANIZERS, [], id="organizer", multi=True),
                        ]
                    ),
                    html.Main(
                        [
                            dcc.Graph("timeline", figure=drawn.timeline, config={"displayModeBar": False}),
                            dcc.Graph("matrix", figure=drawn.matrix, config={"displayModeBar": False}),
                        ]
                    ),
                    html.Section(id="article"),
                ],
                id="page",
            ),
            dcc.Store("chosen"),
            dcc.Store("text", data=content.article(drawn.event)),
        ]
    )


app.layout = layout
app.clientside_callback(
    "(text) => { document.getElementById('article').innerHTML = text; return window.dash_clientside.no_update; }",
    Output("article", "title"),
    Input("text", "data"),
)


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
    serve(app.server, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
