"""The page in Dash with filters in the browser: a store holds all marks, and only the article comes from the server.

DASHBOARD_DATA=DIR python -m benchmarks.peers.dash_clientside PORT
"""

from pathlib import Path

from dash import Input, Output, State, dcc, html

from benchmarks.peers import content
from benchmarks.peers.dash_page import dash_app, dash_page, run

NARROW = (Path(__file__).parent / "dash_clientside.js").read_text(encoding="utf-8")
CHOOSE = """(click) => {
  const event = click?.points[0].customdata[0] ?? window.dash_clientside.no_update;
  return [event, event];
}"""

app = dash_app()


def layout() -> html.Div:
    """Lay out the page with empty charts. The browser draws them from the store, as after each filter."""
    event = content.draw([], [], None).event
    return html.Div(
        dash_page(
            dcc.Graph("timeline", config={"displayModeBar": False}),
            dcc.Graph("matrix", config={"displayModeBar": False}),
            dcc.Store("whole", data=content.whole()),
            dcc.Store("event", data=event),
            dcc.Store("text", data=content.article(event)),
        )
    )


app.layout = layout
app.clientside_callback(
    NARROW,
    Output("timeline", "figure"),
    Output("matrix", "figure"),
    Output("event", "data"),
    Input("year", "value"),
    Input("organizer", "value"),
    State("whole", "data"),
    State("chosen", "data"),
    State("event", "data"),
)
for chart in ("timeline", "matrix"):
    app.clientside_callback(
        CHOOSE,
        Output("chosen", "data", allow_duplicate=True),
        Output("event", "data", allow_duplicate=True),
        Input(chart, "clickData"),
        prevent_initial_call=True,
    )


@app.callback(Output("text", "data"), Input("event", "data"), prevent_initial_call=True)
def read(event: str | None) -> str:
    """Answer with the article of the event that is open now."""
    return content.article(event)


if __name__ == "__main__":
    run(app)
