"""All tables as a data package: one file that describes them, and a ZIP with all files.

`datapackage.json` follows the standard of Frictionless Data (https://specs.frictionlessdata.io/data-package/).
"""

import hashlib
import json
import textwrap
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from dashboard.exports import site
from dashboard.exports.about import authors, licence, meta
from dashboard.exports.columns import COLUMNS, KEYS, words_of
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.readme import citation, readme
from dashboard.exports.tables import TABLES, csv, parquet, tables_of
from dashboard.exports.workbook import data_json, workbook_xlsx
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.model import Dataset
from dashboard.records.passages import without_marks

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
"""The licence whose text is in the repository; for any other licence, the package has the address."""
LICENCE = Path(__file__).parents[2] / "data" / "LICENSE"
"""A paragraph that says whose our data and articles are, and then the text of CC BY 4.0."""

_TYPES = {"str": "string", "int64": "integer", "Int64": "integer", "bool": "boolean"}
"""Type of a column → type of a field; days are dates."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the ZIP: the earliest possible one, so that the bytes do not depend on the clock."""


def datapackage_json(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Describe the four tables in CSV, by their addresses if the public address is known, else by their names."""
    tables = tables_of(snapshot, filters)
    return _descriptor(snapshot, filters, options, tables, lambda file: site.file(options, file, filters) or file)


def package_zip(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write all tables, their description, the articles, the licence and a readme as one ZIP."""
    tables = tables_of(snapshot, filters)
    about = meta(snapshot, filters)
    files = {
        "README.md": readme(snapshot, filters, options, tables).encode(),
        "LICENSE.txt": _licence(snapshot.dataset).encode(),
        "CITATION.txt": f"{citation(snapshot, options)}\n".encode(),
        "datapackage.json": _descriptor(snapshot, filters, options, tables, lambda file: file),
        **{f"{table}.csv": csv(frame) for table, frame in tables.items()},
        **{f"{table}.parquet": parquet(frame, about, snapshot.dataset.process_id) for table, frame in tables.items()},
        "workbook.xlsx": workbook_xlsx(snapshot, filters, options),
        "data.json": data_json(snapshot, filters, options),
        **{
            f"articles/{event}.md": f"{without_marks(snapshot.dataset.articles[event].text)}\n".encode()
            for event in tables["events"]["event_id"]
            if event in snapshot.dataset.articles
        },
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for path, content in files.items():
            entry = ZipInfo(path, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix on every machine, so that the bytes are the same
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return buffer.getvalue()


OFFERED = [
    (
        "datapackage.json",
        "Description of the tables, Frictionless Data Package",
        datapackage_json,
        "What every column of the four tables means, for programs.",
    ),
    (
        "package.zip",
        "Everything, ZIP",
        package_zip,
        "All tables, the articles, the licence and a readme, to keep or pass on.",
    ),
]
"""The data package."""


def _licence(dataset: Dataset) -> str:
    """Write whose the data is and under which licence, if the series names one, with the text of CC BY 4.0."""
    work, process = captions.work(dataset), dataset.process
    year = f" {process.updated.year}" if process else ""
    named = licence(dataset)
    rest = "Official titles and names are quoted as published. The texts of the sources belong to their publishers"
    if named is None:
        return textwrap.fill(f"The {work} names no licence for this data. {rest}.", 120) + "\n"
    here = named.url == CC_BY
    under = f"the licence below ({named.name})" if here else named.name
    duty = f"Whoever uses it names the {work}, and says what was changed. " if here else ""
    head = (
        f"The data in this folder, with the articles, is published under {under}. "
        f"Copyright{year} the contributors of the {work}. {duty}{rest}; this licence does not cover them."
    )
    if not here:
        return f"{textwrap.fill(head, 120)}\n\nThe text of the licence: {named.url}\n"
    _, cut, text = LICENCE.read_text(encoding="utf-8").partition("\n\n=")
    return textwrap.fill(head, 120) + cut + text


def _licences(dataset: Dataset) -> dict[str, object]:
    """Name the licence as the standard wants it; it has an id for CC BY 4.0. An empty dict if none is named."""
    named = licence(dataset)
    if named is None:
        return {}
    return {
        "licenses": [{**({"name": "CC-BY-4.0"} if named.url == CC_BY else {}), "title": named.name, "path": named.url}]
    }


def _descriptor(
    snapshot: Snapshot, filters: Filters, options: Options, tables: dict[str, pd.DataFrame], path: Callable[[str], str]
) -> bytes:
    process = snapshot.dataset.process
    about = meta(snapshot, filters)
    content: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": snapshot.dataset.process_id,
        "title": f"{snapshot.dataset.process_name}: events, organizers, sources and claims",
        "description": " ".join(filter(None, [process.summary if process else "", f"{about['choice']}."])),
        "version": snapshot.stamp,
        **({"created": f"{process.updated.first()}T00:00:00Z"} if process else {}),
        **({"homepage": home} if (home := site.view(options, filters)) else {}),
        **_licences(snapshot.dataset),
        "contributors": [{"title": authors(snapshot.dataset), "role": "author"}],
        "meta": about,
        "resources": [
            _resource(snapshot.dataset, table, frame, path(f"{table}.csv")) for table, frame in tables.items()
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(dataset: Dataset, table: str, frame: pd.DataFrame, path: str) -> dict[str, object]:
    """Describe one table in CSV."""
    content = csv(frame)
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "description": f"{TABLES[table]}.",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(dataset, table, frame),
    }


def _schema(dataset: Dataset, table: str, frame: pd.DataFrame) -> dict[str, object]:
    """Describe the columns of a table: types, meanings, words, and which tell rows apart."""
    words = words_of(dataset)
    fields = [
        _field(table, column, str(frame[column].dtype), words.get((table, column), {})) for column in COLUMNS[table]
    ]
    links = [{"fields": "event_id", "reference": {"resource": "events", "fields": "event_id"}}]
    return {
        "fields": fields,
        "missingValues": [""],
        "primaryKey": list(KEYS[table]),
        **({} if table == "events" else {"foreignKeys": links}),
    }


def _field(table: str, column: str, kind: str, words: Mapping[str, str]) -> dict[str, object]:
    required = {"required": True} if column in KEYS[table] else {}
    # True and False are written as Python writes them, and other programs expect small letters.
    boolean_words = {"trueValues": ["True"], "falseValues": ["False"]} if kind == "bool" else {}
    return {
        "name": column,
        "type": _TYPES.get(kind, "date"),
        "description": COLUMNS[table][column],
        **boolean_words,
        **({"categories": [{"value": word, "label": label} for word, label in words.items()]} if words else {}),
        **({"constraints": required | ({"enum": list(words)} if words else {})} if words or required else {}),
    }
