"""The readme of the data package: what is in it, what the columns mean, how to load and how to cite it."""

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.exports import site
from dashboard.exports.about import rights
from dashboard.exports.citations import apa
from dashboard.exports.columns import COLUMNS, words_of
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.references import of_dataset
from dashboard.exports.snippets import snippets_for
from dashboard.exports.tables import TABLES
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions

_LOADED = {"events.csv": ("pandas", "r"), "events.parquet": ("pandas", "r")}
"""The files whose loading is shown, and in which tools; the paths are those in the folder of the readme."""

_FILES = """\
- `events.csv`, `roles.csv`, `sources.csv`, `claims.csv`: the tables for programs, in UTF-8
- `events.parquet`, `roles.parquet`, `sources.parquet`, `claims.parquet`: the same, with the types of their columns
- `workbook.xlsx`: all tables for Excel
- `data.json`: all tables in one file for programs
- `datapackage.json`: what every column means, as a Frictionless Data Package
- `articles/`: our accounts of the events, each under the id of its event; ids of sources are in brackets
- `LICENSE.txt` and `CITATION.txt`: what you may do with the data, and how to cite it"""

_EXCEL = """\
In Excel, open `workbook.xlsx`. Excel misreads letters and months in the CSV files. If you need one of these, take
*Data > From Text/CSV*, choose UTF-8 (65001), and change the type of `start` and `end` to text."""

_FORMULAS = """\
In the CSV files, a text that a spreadsheet would run as a formula has an apostrophe before it. The other files have
the text as it is. Unknown values are empty."""


def readme(snapshot: Snapshot, filters: Filters, options: Options, tables: Mapping[str, pd.DataFrame]) -> str:
    """Write the readme of these tables, as Markdown."""
    return "\n\n".join(_parts(snapshot, filters, options, tables)) + "\n"


def citation(snapshot: Snapshot, options: Options = DEFAULTS) -> str:
    """Write how to cite the data, in one line."""
    return apa(of_dataset(snapshot, options))


def _parts(snapshot: Snapshot, filters: Filters, options: Options, tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    day, view = captions.day_of_data(snapshot), site.view(options, filters)
    yield f"# {snapshot.dataset.process_name}: events, organizers, sources and claims"
    yield "\n".join(
        [
            f"- Events: {captions.choice(snapshot, filters, snapshot.select(filters))}",
            *([f"- Day of the data: {day}"] if day else []),
            f"- Version of the data: {snapshot.stamp}",
            *(["- This is a change on trial. It is not published."] if snapshot.trial else []),
            *([f"- The same events in the dashboard: {view}"] if view else []),
            f"- Made by: {captions.software(snapshot.dataset)}",
        ]
    )
    yield "## Tables"
    yield "\n".join(
        ["| Table | Rows | What |", "|---|---|---|"]
        + [f"| `{table}` | {len(frame)} | {TABLES[table]} |" for table, frame in tables.items()]
    )
    yield "Join the tables by `event_id`. The columns `sources` and `otherwise` have ids as in the column `source_id`."
    yield "## Files"
    yield _FILES
    yield "## Load the tables"
    for file, tools in _LOADED.items():
        yield from (
            f"{snippet.label}:\n\n```\n{snippet.filled(file)}```"
            for snippet in snippets_for(file)
            if snippet.tool in tools
        )
    yield _EXCEL
    yield _FORMULAS
    yield "## Columns"
    words = words_of(snapshot.dataset)
    for table, columns in COLUMNS.items():
        yield f"### {table}"
        yield "\n".join(
            ["| Column | Meaning |", "|---|---|"]
            + [
                f"| `{column}` | {meaning}{_listed(words.get((table, column), {}))} |"
                for column, meaning in columns.items()
            ]
        )
    yield "## Licence and citation"
    yield f"{rights(snapshot.dataset)} More about this is in `LICENSE.txt`."
    yield f"> {citation(snapshot, options)}"


def _listed(words: Mapping[str, str]) -> str:
    """List the words that a column can have, behind its meaning."""
    return f" One of: {'; '.join(f'`{word}` ({label})' for word, label in words.items())}." if words else ""
