"""Files → the plain values of each record, without any check. Two states of the data are compared by them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.records.kinds import BY_FILE, EVENTS, PROCESS
from dashboard.store import files, nodes
from dashboard.store.copies import copied
from dashboard.store.records import record_name
from dashboard.words.catalogue import Message

ARTICLES = files.ARTICLES
"""The file name under which all articles are; the id of an article is that of its event."""

_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Contents:
    """What the files of one state hold.

    Attributes
    ----------
    records
        (file name, id) → the keys and values as typed: dicts, lists, texts. An article is under `ARTICLES`, with
        the list of its paragraphs under `text`.
    lines
        The same → the line on which it begins.
    broken
        Names of the files that cannot be read, so that their content is not known. A missing file has no content.
    """

    records: Mapping[tuple[str, str], dict[str, nodes.Value]]
    lines: Mapping[tuple[str, str], int]
    broken: tuple[str, ...] = ()


def contents(given: files.Files) -> Contents:
    """Take the records out of files, also those that the check refuses.

    If two records have one id, the first gets the id, and the second a name by its place, such as `record 3`.
    """
    records: dict[tuple[str, str], dict[str, nodes.Value]] = {}
    lines: dict[tuple[str, str], int] = {}
    broken = []
    for name in files.RECORD_FILES:
        if given.get(name, files.MISSING) == files.MISSING:
            continue
        tree = _tree(given[name])
        kind = BY_FILE[name]
        if name != PROCESS and isinstance(tree.value, list):
            entries = _named(tree.value, kind.id_key)
        elif name == PROCESS and isinstance(tree.value, dict):
            entries = {kind.key: tree.value}
        else:
            broken.append(name)
            continue
        for index, (record, value) in enumerate(entries.items()):
            if isinstance(value, dict):
                records[name, record] = value
                lines[name, record] = tree.places[() if name == PROCESS else (index,)].line
    articles = files.articles_in(given)
    spare = copied(articles, {record for file, record in records if file == EVENTS} or None)
    for event, content in articles.items():
        if event in spare:
            continue
        text, _ = files.read(content)
        if text is None:
            broken.append(files.article_file(event))
        else:
            paragraphs = [" ".join(part.split()) for part in _PARAGRAPHS.split(text)]
            records[ARTICLES, event] = {"text": [part for part in paragraphs if part]}
            lines[ARTICLES, event] = 1
    return Contents(records, lines, tuple(broken))


def _tree(content: bytes | Message) -> nodes.Tree:
    text, _ = files.read(content)
    spaced = files.without_tabs(text)[0] if text is not None else None
    return nodes.parse(spaced) if spaced is not None else nodes.Tree()


def _named(values: Sequence[nodes.Value], key: str) -> dict[str, nodes.Value]:
    """Name the records of a list; one without a name, or with a name that is taken, gets its place as a name."""
    named: dict[str, nodes.Value] = {}
    for index, value in enumerate(values):
        name = record_name(value, index, key)
        while name in named:
            name = f"record {index + 1}" if name != f"record {index + 1}" else f"{name} "
        named[name] = value
    return named
