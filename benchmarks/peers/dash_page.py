"""The page in Dash without the callbacks of filters and clicks: the layout, and the callback that shows the article."""

import sys

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from waitress import serve

from benchmarks.peers import content

INDEX = """<!DOCTYPE html>
<html><head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}<style>
body { margin: 0; font-family: system-ui, sans-serif; }
#page { display: grid; grid-template-columns: 250px minmax(0, 58fr) minmax(0, 42fr); gap: 12px; padding: 12px; }
#article { height: calc(100vh - 100px); overflow: auto; }
ARTICLE
</style></head><body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body></html>"""


def dash_page(timeline: dcc.Graph, matrix: dcc.Graph, *more: Component) -> list[Component]:
    """Lay out the page with these charts. `more` are invisible components, added at the end."""
    return [
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
                html.Main([timeline, matrix]),
                html.Section(id="article"),
            ],
            id="page",
        ),
        dcc.Store("chosen"),
        *more,
    ]


def dash_app() -> Dash:
    """Make an app without layout. It shows the content of the store `text` as the article."""
    app = Dash(__name__, title=content.TITLE, serve_locally=True, update_title=None)
    app.index_string = INDEX.replace("ARTICLE", content.CSS)
    app.clientside_callback(
        "(text) => { document.getElementById('article').innerHTML = text; return window.dash_clientside.no_update; }",
        Output("article", "title"),
        Input("text", "data"),
    )
    return app


def run(app: Dash) -> None:
    """Serve an app as in production, at the port of the command line."""
    serve(app.server, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
