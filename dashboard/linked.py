"""What the linked views are fed: the bundle once per version of the data, the state on every change of it."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from dashboard import figures, figures_coverage, figures_quality, figures_together, quality, sentences, together
from dashboard.counting import agreeing, capital, counted, in_words
from dashboard.coverage import NOT_DATED, Coverage
from dashboard.filters import ANY, EVERY_WEIGHT, Filters, address
from dashboard.frames import Frames
from dashboard.library import Snapshot
from dashboard.model import KIND_NAMES, KINDS, ORGANIZER_KINDS, ORGANIZING, ROLES, WEIGHT_NOUNS, Process
from dashboard.passages import names_of
from dashboard.reader import article_html
from dashboard.style import DARK, MARKS, badge, css_colors

COLUMNS = {"conferences": "Conferences", "all": "All events"}
"""What the columns of the matrix are."""


def bundle(snapshot: Snapshot) -> bytes:
    """Write everything the browser draws from, for all events, as JSON.

    Keys: `timeline` and `matrix` (figures), `events` (id → label, title, when, kind, first, last;
    in order of time), `articles` (id → HTML), `marks` (role → name and badge), `dark` (colour →
    colour), `css`.
    """
    frames, dataset = snapshot.frames, snapshot.dataset
    names = names_of(dataset.organizers.values(), dataset.events.values())
    events = {
        row.event_id: {
            "label": row.label,
            "title": row.title,
            "when": row.when,
            "kind": row.kind,
            "kindName": KIND_NAMES[row.kind],
            "edition": None if pd.isna(row.edition) else int(row.edition),
            "first": "" if pd.isna(row.first) else row.first.date().isoformat(),
            "last": "" if pd.isna(row.last) else row.last.date().isoformat(),
        }
        for row in frames.events.itertuples()
    }
    return json.dumps(
        {
            "timeline": figures.timeline(frames.events).to_plotly_json(),
            "matrix": figures.role_matrix(frames.roles, frames.events).to_plotly_json(),
            "events": events,
            "articles": {event.id: article_html(dataset, event, names) for event in dataset.events.values()},
            "marks": {
                role: {"name": name, "badge": badge(role), "letter": MARKS[role].letter} for role, name in ROLES.items()
            },
            "dark": DARK,
            "css": css_colors(),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def totals(snapshot: Snapshot) -> dict[str, object]:
    """Give the figures beside the title of the page, by their words; a body is not counted beside its whole.

    Organizers of conferences whose every such role is disputed are counted, and it is said how many they are.
    """
    events = snapshot.frames.events
    conferences = events[events["kind"] == "conference"]
    roles = snapshot.frames.roles
    strict = roles[roles["role"].isin(ORGANIZING) & roles["event_id"].isin(conferences["event_id"])]
    above = {row.organizer_id: row.part_of.split() for row in strict.itertuples()}
    counted_once = {name for name, wholes in above.items() if not any(whole in above for whole in wholes)}
    number = len(counted_once)
    firm = set(strict.loc[strict["confidence"] != "disputed", "organizer_id"])
    doubted = len(counted_once - firm.union(*(above[name] for name in firm)))
    which = "" if doubted == number else f"{in_words(doubted)} of them "
    disputed = f", {which}disputed" if doubted else ""
    return {
        agreeing(len(conferences), "conference", "conferences"): len(conferences),
        agreeing(number, "conference organizer", "conference organizers") + disputed: number,
        agreeing(len(snapshot.dataset.sources), "source", "sources"): len(snapshot.dataset.sources),
        **_years(events, snapshot.dataset.process),
    }


def _years(events: pd.DataFrame, process: Process | None) -> dict[str, str]:
    """Give the years that the filter offers and the axis shows, and until when events were looked for."""
    years = events["year"].dropna()
    if years.empty:
        return {}
    first, last = years.min(), years.max()
    until = f", searched until {process.covered_until.words()}" if process and process.covered_until else ""
    noun = "year covered" if first == last else "years covered"
    return {f"{noun}{until}": f"{first}" if first == last else f"{first}–{last}"}


def chosen_event(frames: Frames, asked: str | None) -> str | None:
    """Give the event to open: the one asked for if it remains, else the first conference, else the first event."""
    ids = list(frames.events["event_id"])
    if asked in ids:
        return asked
    conferences = frames.events[frames.events["kind"] == "conference"]["event_id"]
    return next(iter([*conferences, *ids]), None)


def matrix_columns(left: Frames, columns: str) -> pd.DataFrame:
    """Give the events that are the matrix's columns; where no conference is left, all of them."""
    conferences = left.events[left.events["kind"] == "conference"]
    return left.events if columns == "all" or conferences.empty else conferences


def state(
    snapshot: Snapshot, asked: Filters, left: Frames, *, event: str | None, at: str | None, columns: str, sort: str
) -> dict:
    """Say what remains and what is chosen, small enough to send on every change.

    `left` are the frames the filters leave; `event` the chosen event, `at` the key of the proof that is
    open, `columns` one of `COLUMNS`, `sort` one of `figures.SORTS`.
    """
    return snapshot.answer(_left_over, asked, left, columns, sort) | {"event": event, "at": at or ""}


def _left_over(snapshot: Snapshot, asked: Filters, left: Frames, columns: str, sort: str) -> dict:
    """Say what remains; the same for every reader who asks the same, and for every choice within it."""
    drawn = matrix_columns(left, columns)
    roles = left.roles[left.roles["event_id"].isin(drawn["event_id"])]
    rows, held, kinds = figures.organizer_rows(roles, sort), set(roles["role"]), set(left.events["kind"])
    return {
        "version": snapshot.stamp,
        "shown": list(left.events["event_id"]),
        "total": len(snapshot.frames.events),
        "columns": list(drawn["event_id"]),
        "columnsAre": columns,
        "sort": sort,
        "sorts": figures.SORTS,
        "rows": rows.to_dict("records"),
        "rowKinds": ORGANIZER_KINDS if sort == "kind" else {},
        "roles": [role for role in ROLES if role in held],
        "disputed": bool((roles["confidence"] == "disputed").any()),
        "lit": {"organizer": list(asked.organizer), "role": list(asked.role)},
        "sentence": sentences.role_matrix_alt(roles, drawn),
        "alt": sentences.timeline_alt(left.events),
        "kinds": {kind: label for kind, label in KINDS.items() if kind in kinds},
        "undated": list(left.events.loc[left.events["year"].isna(), "event_id"]),
        "chips": chips(asked, snapshot.known),
        "notShown": not_shown(snapshot, asked),
        "query": address(asked),
    }


def chart(
    view: str,
    title: str,
    figure: dict,
    alt: str,
    table: pd.DataFrame,
    asked: Filters,
    marks: list[list[str]] | None = None,
) -> dict:
    """Describe a chart that stands alone, as `figure.js` draws it.

    `view` is its name in files, `figure` Plotly's JSON, `alt` the sentence that says what it shows,
    `table` the rows behind it as they should be read, `asked` the filters that made it. `marks` are the
    ids that a click on the mark of each row reports, where rows have marks.
    """
    return {
        "view": view,
        "title": title,
        "figure": figure,
        "alt": alt,
        "table": {"columns": list(table.columns), "rows": table.astype("str").values.tolist(), "marks": marks or []},
        "dark": DARK,
        "css": css_colors(),
        "query": address(asked),
    }


def together_chart(left: Frames, asked: Filters) -> dict | None:
    """Describe the chart of who organized with whom, or give None where nobody did."""
    pairs = together.pairs(left.roles)
    if pairs.empty:
        return None
    table = pairs[["name_a", "name_b", "n_events", "events"]].set_axis(["Organizer", "With", "Events", "Which"], axis=1)
    figure = figures_together.together_figure(left.roles).to_plotly_json()
    alt = figures_together.together_alt(left.roles)
    marks = pairs[["organizer_a", "organizer_b"]].values.tolist()
    return chart("together", "Who organizes events together", figure, alt, table, asked, marks)


def coverage_charts(found: Coverage) -> tuple[dict, dict]:
    """Describe the charts of sources by year and of sources by event; both show all the data."""
    sources, events = found.sources, found.events
    year = sources["year"].astype("str").where(sources["year"].notna(), NOT_DATED)
    by_year = sources.assign(year=year).groupby(["year", "kind"]).size().reset_index(name="sources")
    by_event = events[["event", "when", "n_sources", "n_independent", "n_full", "n_part", "languages"]]
    names = {
        "year": "Year", "kind": "Kind", "sources": "Sources", "event": "Event", "when": "When", "n_sources": "Sources",
        "n_independent": "Independent", "n_full": "Read in full", "n_part": "Read in part", "languages": "Languages",
    }  # fmt: skip
    return (
        chart(
            "coverage-years", "Sources by year of publication", figures_coverage.years_figure(sources).to_plotly_json(),
            figures_coverage.years_alt(sources), by_year.rename(columns=names), Filters(),
        ),
        chart(
            "coverage-events", "Sources of each event", figures_coverage.events_figure(events).to_plotly_json(),
            figures_coverage.events_alt(events), by_event.rename(columns=names), Filters(),
            events[["event_id"]].values.tolist(),
        ),
    )  # fmt: skip


def quality_chart(snapshot: Snapshot, order: str) -> dict:
    """Describe the matrix of what is known of each event, in one of `quality.ORDERS`; it shows all the data."""
    judged = quality.ordered(judged_events(snapshot), order)
    table = judged[["event", "when", *quality.CRITERIA, "n_whole"]].replace(quality.STATES)
    names = {"event": "Event", "when": "When", "n_whole": "Wholly known"}
    return chart(
        "quality", "What is known of each event",
        figures_quality.completeness_figure(snapshot.dataset, judged).to_plotly_json(),
        quality.completeness_alt(judged),
        table.rename(columns=names | {name: one.name for name, one in quality.CRITERIA.items()}),
        Filters(), judged[["event_id"]].values.tolist(),
    ) | {"query": address(Filters(), order="" if order == "time" else order)}  # fmt: skip


def judged_events(snapshot: Snapshot) -> pd.DataFrame:
    """Give what is known of each event, columns as in `quality.COMPLETENESS`; judged once per snapshot."""
    return snapshot.answer(_judged)


def _judged(snapshot: Snapshot) -> pd.DataFrame:
    return quality.build(snapshot.dataset)


def chips(asked: Filters, known: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    """Name each active filter: the parameter, its value, and the words for the reader."""
    found = []
    for facet, values in asked.query().items():
        if values == [ANY] and facet == "weight":
            found.append({"facet": facet, "value": ANY, "label": "all events"})
        elif facet == "q":
            found.append({"facet": "q", "value": asked.q, "label": f"“{asked.q}”"})
        else:
            before = "with " if facet == "together" else ""
            found += [
                {"facet": facet, "value": value, "label": before + known[facet].get(value, value)} for value in values
            ]
    return found


def not_shown(snapshot: Snapshot, asked: Filters) -> str:
    """Name the sorts of events that pass all other filters but are hidden for their weight; empty where none is.

    Readers see some weights alone unless they ask for more, so this is said wherever a choice of events is shown.
    """
    events = snapshot.select(replace(asked, weight=EVERY_WEIGHT)).events
    hidden = events[~events["weight"].isin(asked.weight)]
    return ", ".join(noun for weight, noun in WEIGHT_NOUNS.items() if weight in set(hidden["weight"]))


def choice(snapshot: Snapshot, asked: Filters, left: Frames) -> str:
    """Say which events a picture or a file holds: how many of all, by what filters, and which are not shown."""
    number, total = len(left.events), len(snapshot.frames.events)
    words = ", ".join(chip["label"] for chip in chips(asked, snapshot.known) if chip["facet"] != "weight")
    hidden = not_shown(snapshot, asked)
    parts = [
        f"all {counted(total, 'event')}" if number == total > 1 else f"{number} of {counted(total, 'event')}",
        f"filters: {words}" if words else "",
        f"not shown: {hidden}" if hidden else "",
    ]
    return capital("; ".join(part for part in parts if part))


def caption(snapshot: Snapshot, asked: Filters, left: Frames) -> str:
    """Write the line under a picture: which events, number of sources, date of the data, name of the project."""
    process = snapshot.dataset.process
    day = f" · data of {process.updated.words()}" if process else ""
    sources = counted(left.sources["source_id"].nunique(), "source")
    standing = " · a change on trial, not published" if snapshot.trial else ""
    return f"{choice(snapshot, asked, left)} · {sources}{day} · Dushanbe Process dashboard{standing}"
