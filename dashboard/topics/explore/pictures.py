"""Timeline and matrix as they are downloaded, and the data behind them."""

import pandas as pd

from dashboard.frames import Frames
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.look.page import Picture, Request, picture
from dashboard.records.terms import terms_of
from dashboard.topics.explore import eras, figures, findings, payload, sentences


def timeline(snapshot: Snapshot, request: Request) -> Picture:
    """Draw the timeline of the events that remain."""
    events, terms = snapshot.select(request.filters).events, terms_of(snapshot.dataset)
    every = eras.facts(snapshot.dataset)
    shown = eras.among(every, events)
    figure = figures.with_key(figures.timeline(events, terms, shown, labelled=True))
    alt = sentences.timeline_alt(events, terms, every)
    title = findings.timeline_heading(events, snapshot.frames.events, terms=terms).title
    undated = captions.undated(int(events["first"].isna().sum()))
    return picture(snapshot, request.filters, title, figure, alt, eras.words(shown), undated)


def timeline_frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give the events that the timeline draws, the dated ones; columns as in `frames.EVENTS`."""
    return snapshot.select(request.filters).events.dropna(subset=["first"])


def matrix(snapshot: Snapshot, request: Request) -> Picture:
    """Draw the matrix of the roles that remain, laid out by the parameters `columns` and `sort`."""
    shown, terms = snapshot.select(request.filters), terms_of(snapshot.dataset)
    columns, roles, rows = _matrix_parts(shown, request)
    figure = figures.role_matrix(roles, columns, rows, terms)
    alt = sentences.role_matrix_alt(roles, columns, terms)
    title = findings.matrix_heading(roles, columns, terms).title
    drawn = sentences.columns_drawn(len(columns), terms) if len(columns) < len(shown.events) else ""
    return picture(snapshot, request.filters, title, figure, alt, drawn=drawn)


def matrix_frame(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give the roles that the matrix draws, row by row and from left to right; columns as in `frames.ROLES`."""
    _, roles, rows = _matrix_parts(snapshot.select(request.filters), request)
    rank = roles["organizer_id"].map({row: number for number, row in enumerate(rows)})
    return roles.loc[rank.sort_values(kind="stable").index]


def _matrix_parts(shown: Frames, request: Request) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Give what the matrix is drawn from: its columns, their roles, and the ids of its rows from top to bottom."""
    columns = payload.matrix_columns(shown, request.view["columns"])
    roles = shown.roles[shown.roles["event_id"].isin(columns["event_id"])]
    return columns, roles, list(figures.organizer_rows(roles, request.view["sort"])["organizer_id"])
