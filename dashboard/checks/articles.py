"""Rules about articles: paragraphs of sentences, each of which names its sources in brackets before its full stop."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.checks.findings import (
    EVENTS,
    SOURCES,
    Whereabouts,
    found,
    is_left_out,
    is_there,
    readable,
    withdrawal,
)
from dashboard.model import Article, Dataset, Event, Problem
from dashboard.spelling import nearest, quoted
from dashboard.store import article_file
from dashboard.succession import Succession

_BRACKET = re.compile(r"\[(?P<source>[^\[\]\n]*)(?P<end>\]?)")
_SOURCE = re.compile(r"\[([^\[\]\n]+)\]")
_BLOCK = re.compile(r"\S[^\n]*(\n[^\S\n]*\S[^\n]*)*")
_HEADING = "## "
_CITED = re.compile(r"\[[^\[\]\n]*\]\.(?=\s|$)")
# Four lower-case letters before the mark, so that "Gen. Smith" and "No. 5" do not look like two sentences.
_STOP = re.compile(r"(?<=[a-zа-яё]{4})[.!?](?=\s+[A-ZА-ЯЁ])")
_QUOTATION = re.compile(r'"[^"]*"|“[^“”]*”|«[^«»]*»')


class Citation(NamedTuple):
    """A bracket in an article: what is in it, where it begins, and whether it ends."""

    source: str
    offset: int
    closed: bool


def citations(text: str) -> Iterator[Citation]:
    """Find the brackets of an article in their order."""
    for match in _BRACKET.finditer(text):
        yield Citation(match["source"], match.start(), bool(match["end"]))


def cited(text: str) -> set[str]:
    """Give the ids of the sources that an article cites."""
    return set(_SOURCE.findall(text))


def events_have_articles(dataset: Dataset) -> Iterator[Problem]:
    """Every event has an article, and every article its event."""
    for event in readable(dataset, EVENTS):
        if (article_file(event), event) not in dataset.places and not is_left_out(dataset, (EVENTS, event, "id")):
            message = f"there is no article; write {dataset.folder}/{article_file(event)}"
            yield found(dataset, (EVENTS, event), message, "warning")
    whereabouts = Whereabouts(dataset, EVENTS)
    for article in dataset.articles:
        if not is_there(dataset, EVENTS, article):
            meant = whereabouts.meant(article)
            advice = f"name the file {meant}.md" if meant else "name the file after its event, or delete it"
            yield found(dataset, (article_file(article), article), f'"{article}" is not an id in events.yaml; {advice}')


def citations_are_known(dataset: Dataset) -> Iterator[Problem]:
    """A bracket in an article is closed, and holds the id of one of the event's sources."""
    events, whereabouts, succession = readable(dataset, EVENTS), Whereabouts(dataset, SOURCES), Succession(dataset)
    for article in dataset.articles.values():
        event = events.get(article.event)
        own = set(event.sources) if event else set()
        whole_list = event and not any(is_left_out(dataset, (EVENTS, event.id, key)) for key in ("id", "sources"))
        wrong: dict[str, str | None] = {}
        for source, offset, closed in citations(article.text):
            if not closed:
                message = f'the bracket before {quoted(source, 30)} is never closed; write "]" after the id'
                yield _at(dataset, article, offset, message)
                continue
            if source not in wrong:
                withdrawn = withdrawal(dataset, succession, SOURCES, source, "[{}]")
                if withdrawn and (EVENTS, article.event) not in dataset.withdrawn:
                    wrong[source] = withdrawn
                elif not is_there(dataset, SOURCES, source):
                    wrong[source] = _unknown(source, event, whereabouts)
                elif whole_list and source not in own and not withdrawn:
                    wrong[source] = f'"[{source}]" is not among the sources of the event; add it to them in events.yaml'
                else:
                    wrong[source] = None
            if message := wrong[source]:
                yield _at(dataset, article, offset, message)


def sentences_are_cited(dataset: Dataset) -> Iterator[Problem]:
    """Every sentence of an article ends with its sources and a full stop; only headings (`## `) have none."""
    for article in dataset.articles.values():
        for block in _BLOCK.finditer(article.text):
            if not block[0].startswith(_HEADING):
                for offset, sentence in _uncited(block[0]):
                    message = f"{quoted(sentence, 40)} has no source; end it with [source-id] and a full stop"
                    yield _at(dataset, article, block.start() + offset, message)


def headings_stand_alone(dataset: Dataset) -> Iterator[Problem]:
    """An empty line follows every heading of an article."""
    for article in dataset.articles.values():
        for block in _BLOCK.finditer(article.text):
            line, _, rest = block[0].partition("\n")
            if line.startswith(_HEADING) and rest:
                message = f"the heading {quoted(line[len(_HEADING) :], 40)} runs on; leave an empty line after it"
                yield _at(dataset, article, block.start(), message)


def _unknown(source: str, event: Event | None, whereabouts: Whereabouts) -> str:
    """Word that a citation is of no source; one that the event lists is meant rather than any other."""
    meant = None if whereabouts.is_gone(source) else nearest(source, event.sources if event else ())
    meant = meant or whereabouts.meant(source)
    advice = f'write "[{meant}]"' if meant else "write the id of a source"
    return f"{quoted(f'[{source}]')} is not an id in sources.yaml; {advice}"


def _uncited(paragraph: str) -> Iterator[tuple[int, str]]:
    """Give each sentence that names no source at its end, and where it begins in the paragraph."""
    # A quotation may hold several sentences; masked, it keeps its length.
    masked = _QUOTATION.sub(lambda match: '"' + "_" * (len(match[0]) - 2) + '"', paragraph)
    begin = 0
    for cited in _CITED.finditer(masked):
        yield from _stops(paragraph, masked, begin, cited.start())
        begin = cited.end()
    rest = paragraph[begin:]
    if rest.strip():
        yield from _stops(paragraph, masked, begin, len(paragraph), ends=True)


def _stops(paragraph: str, masked: str, begin: int, end: int, ends: bool = False) -> Iterator[tuple[int, str]]:
    """Cut what has no citation at its full stops; the last piece is cited, unless the paragraph ends with it."""
    pieces = []
    for stop in _STOP.finditer(masked, begin, end):
        pieces.append((begin, stop.end()))
        begin = stop.end()
    if ends and paragraph[begin:end].strip():
        pieces.append((begin, end))
    for first, last in pieces:
        piece = paragraph[first:last]
        yield first + len(piece) - len(piece.lstrip()), piece.strip()


def _at(dataset: Dataset, article: Article, offset: int, message: str) -> Problem:
    line = article.text.count("\n", 0, offset) + 1
    column = offset - article.text.rfind("\n", 0, offset)
    return Problem(f"{dataset.folder}/{article_file(article.event)}", line, column, article.event, message)
