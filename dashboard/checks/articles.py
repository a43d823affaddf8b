"""Rules about articles: paragraphs of sentences, each of which names its sources in brackets before its full stop."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, zip_longest
from pathlib import Path, PurePath
from typing import NamedTuple

from dashboard import store
from dashboard.checks.findings import lists_known, problem_at, problem_in, withdrawal
from dashboard.checks.forms import BLOCK, HEADING, holds_headings_alone, holds_sentences
from dashboard.checks.whereabouts import Whereabouts
from dashboard.records.evidence import facts
from dashboard.records.ids import PATTERN
from dashboard.records.kinds import EVENTS, SOURCES
from dashboard.records.model import Problem
from dashboard.records.passages import MARK, pieces
from dashboard.records.reading import Reading
from dashboard.records.succession import Succession
from dashboard.store import article_file, ids_in
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import alternatives, one_of
from dashboard.words.spelling import one_line, quoted, slips

_BRACKET = re.compile(r"\[(?P<source>[^\[\]\n]*)(?P<end>\]?)")
_SOURCE = re.compile(r"\[([^\[\]\n]+)\]")
_IN_BRACKETS = r"\[[^\[\]\n]*\]?"
_ANY_BRACKET = re.compile(_IN_BRACKETS)
_CITED = re.compile(r"\[[^\[\]\n]*\]+\.(?=\s|$)")
# A full stop before the brackets of a sentence, if another sentence begins after the brackets.
_EARLY = re.compile(r"[.!?][\"”»]?\s*(?P<cites>\[[^\[\]\n]*\](?:\s*\[[^\[\]\n]*\])*)(?=\s+[A-ZА-ЯЁ\"“«]|\s*$)")
_UNSTOPPED = re.compile(r"(?P<cites>(?:\s*\[[^\[\]\n]*\])+)(?P<signs>[\s.,;:!?]*)$")
_ONE_ID = rf"[a-z0-9]+-{PATTERN}"  # An id needs a hyphen here: without one, any word could be an id.
# Match only at the beginning of a word: starting at each letter of a long word takes far too long.
_IDS = re.compile(rf"(?<![\w-]){_ONE_ID}")
# A text in square brackets, or ids with any other signs around them.
_LOOSE = re.compile(
    rf"{_IN_BRACKETS}|"
    rf"(?<![\w/.-])(?P<open>[({{<（【［]?) ?"
    rf"(?P<ids>{_ONE_ID}(?:(?:,|;| and) {_ONE_ID})*) ?(?P<close>[)}}>）】］]?)(?![\w/-])"
)
_TAIL = 300
"""How many characters at the end of a sentence are examined."""
# Four lower-case letters before the mark, so that "Gen. Smith" and "No. 5" do not look like two sentences.
# The sign comes first in the pattern, because the search starts from it, and signs are rarer than letters.
_STOP = re.compile(r"[.!?](?<=[a-zа-яё]{4}[.!?])(?=\s+[A-ZА-ЯЁ])")
_BRACES = re.compile(r"\{[^{}]{0,300}\}")
_MARK_AFTER = re.compile(rf"\](?:{MARK.pattern})+")
_QUOTE = re.compile(r'["“«]')
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


def events_have_articles(reading: Reading) -> Iterator[Problem]:
    """Every event has an article, unless the series has none at all; and every article has an event."""
    for event in reading.events.certain("id") if reading.articles else ():
        if (article_file(event), event) not in reading.places:
            message = say("article-missing", file=f"{reading.folder}/{article_file(event)}")
            yield problem_at(reading, (EVENTS, event), message, "warning")
    whereabouts = Whereabouts(reading, EVENTS)
    for article in reading.articles:
        if not reading.is_there(EVENTS, article):
            message = _of_no_event(reading, article, whereabouts)
            yield problem_at(reading, (article_file(article), article), message)


def copies(folder: Path, reading: Reading) -> Iterator[Problem]:
    """Name the files of a data folder that are not read: copies, and files with a misspelt name.

    This is not a rule, because it looks at files that are not data files.
    """
    for file, meant in store.misnamed(folder).items():
        message = say("file-misnamed", file=quoted(file), meant=meant)
        yield Problem.of(f"{reading.folder}/{file}", 1, 1, PurePath(file).stem, message)
    for file, copy in store.copies(folder, reading.ids_placed(EVENTS)).items():
        message = say("file-copied" if copy.sure else "file-perhaps-copied", original=copy.original)
        yield Problem.of(f"{reading.folder}/{file}", 1, 1, PurePath(file).stem, message, "warning")


def citations_are_known(reading: Reading) -> Iterator[Problem]:
    """Every bracket in an article is closed, and has the id of one of the sources of the event."""
    events, whereabouts = reading.events.certain("id", "sources"), Whereabouts(reading, SOURCES)
    succession = Succession(reading.dataset)
    for article in reading.articles.values():
        event = events.get(article.event)
        own = set(event.sources) if event and lists_known(reading, event) else None
        wrong: dict[str, Message | None] = {}
        for source, offset, closed in citations(article.text):
            if not source and article.text.startswith("[[", offset):
                yield problem_in(reading, article, offset, _twice(article.text, offset))
                continue
            if not closed:
                yield problem_in(reading, article, offset, say("citation-not-closed", words=quoted(source, 30)))
                continue
            if article.text.startswith("(", offset + len(source) + 2):
                continue  # another rule reports links
            if source not in wrong:
                withdrawn = withdrawal(reading, succession, SOURCES, source, "[{}]")
                if withdrawn and (EVENTS, article.event) not in reading.withdrawn:
                    wrong[source] = withdrawn
                elif not reading.is_there(SOURCES, source):
                    wrong[source] = _not_an_id(source, reading, whereabouts)
                elif own is not None and source not in own and not withdrawn:
                    wrong[source] = say("citation-not-in-event-sources", source=source)
                else:
                    wrong[source] = None
            if message := wrong[source]:
                yield problem_in(reading, article, offset, message)


def sources_stand_in_square_brackets(reading: Reading) -> Iterator[Problem]:
    """The id of a source is in square brackets, and not in other signs."""
    known = {*reading.sources, *(name for file, name in reading.withdrawn if file == SOURCES)}
    for article in reading.articles.values():
        for loose in _loose(article.text, known):
            shown = loose[0] if loose["open"] and loose["close"] else loose["ids"]
            several = "/several" if len(_ids(loose)) > 1 else ""
            cured = quoted(" ".join(f"[{name}]" for name in _ids(loose)), 100)
            message = say(f"citation-without-square-brackets{several}", typed=quoted(shown), cured=cured)
            yield problem_in(reading, article, loose.start() + loose[0].index(shown), message)


def sentences_are_cited(reading: Reading) -> Iterator[Problem]:
    """Every sentence of an article ends with its sources and a full stop; only headings (`## `) have none."""
    known = reading.sources
    for article in reading.articles.values():
        for block in BLOCK.finditer(article.text):
            if holds_sentences(block[0]):
                masked = _bracketed(_masked(block[0]), known)
                for offset, message in chain(_misplaced(block[0], masked), _uncited(block[0], masked)):
                    yield problem_in(reading, article, block.start() + offset, message)


def marks_name_passages(reading: Reading) -> Iterator[Problem]:
    """A mark such as {role:osce} names a fact of the event, once, and its sentence cites a source of the fact."""
    events, whole = reading.events.partly(), reading.events.certain("id", "roles", "figures")
    for article in reading.articles.values():
        event = events.get(article.event)
        if "{" not in article.text or event is None:
            continue
        known = {fact.concern: set(fact.sources) for fact in facts(event)}
        marked: set[str] = set()
        for block in BLOCK.finditer(article.text):
            for offset, mark, sources in _marks(block[0]):
                message = None
                if mark in marked:
                    message = say("mark-given-twice", mark=quoted(mark))
                elif mark[1:-1] in reading.sources:
                    continue  # another rule says where the id of a source belongs
                elif mark[1:-1] not in known:
                    message = _no_mark(mark, known) if event.id in whole else None
                elif sources is None:
                    message = say("mark-in-heading", mark=quoted(mark))
                elif not sources & known[mark[1:-1]]:
                    message = say("mark-without-its-source", mark=quoted(mark))
                marked.add(mark)
                if message:
                    yield problem_in(reading, article, block.start() + offset, message)


def articles_hold_sentences(reading: Reading) -> Iterator[Problem]:
    """An article has sentences below each of its headings."""
    for article in reading.articles.values():
        if holds_headings_alone(article):
            yield problem_in(reading, article, 0, say("article-without-sentences"))
            continue
        blocks = [*BLOCK.finditer(article.text)]
        for block, below in zip_longest(blocks, blocks[1:]):
            alone = block[0].startswith(HEADING) and "\n" not in block[0]
            if alone and (below is None or below[0].startswith(HEADING)):
                message = say("heading-without-sentences", words=quoted(block[0][len(HEADING) :], 40))
                yield problem_in(reading, article, block.start(), message, "warning")


def headings_stand_alone(reading: Reading) -> Iterator[Problem]:
    """An empty line follows every heading of an article."""
    for article in reading.articles.values():
        for block in BLOCK.finditer(article.text):
            line, _, rest = block[0].partition("\n")
            if line.startswith(HEADING) and rest:
                message = say("heading-without-empty-line", words=quoted(line[len(HEADING) :], 40))
                yield problem_in(reading, article, block.start(), message)


def _marks(block: str) -> Iterator[tuple[int, str, set[str] | None]]:
    """Find what is in braces in a block: its offset, its text on one line, and the sources of its sentence.

    The sources are None in a heading.
    """
    end, is_heading = 0, block.startswith(HEADING)
    for piece in [block] if is_heading else pieces(block):
        sources = None if is_heading else set(_SOURCE.findall(piece))
        for match in _BRACES.finditer(piece):
            yield end + match.start(), " ".join(match[0].split()), sources
        end += len(piece)


def _no_mark(mark: str, known: Iterable[str]) -> Message:
    """Say what to write for a mark that names nothing."""
    word = mark[1:-1].strip()
    meant = next((concern for concern in known if concern.partition(":")[2] == word), None)
    meant = meant or next(iter(slips(word, known)), None)
    code = "mark-of-no-fact" if MARK.fullmatch(mark) else "braces-in-article"
    if meant:
        return say(f"{code}/meant", mark=quoted(mark), meant=f"{{{meant}}}")
    marks = one_of(f"{{{concern}}}" for concern in known)
    return say(code, mark=quoted(mark), known=marks) if marks else say(f"{code}/none", mark=quoted(mark))


def _not_an_id(source: str, reading: Reading, whereabouts: Whereabouts) -> Message:
    """Word the problem that a bracket has several ids, an id with other words, an unknown id, or other words alone."""
    typed, parts = quoted(f"[{source}]"), ids_in(source)
    names = [name for name in _IDS.findall(source) if name in reading.sources]
    if len(parts) > 1 and (len(names) == len(parts) or all("-" in part for part in parts)):
        apart = quoted(" ".join(f"[{part}]" for part in parts), 100)
        return say("citation-of-several-ids", typed=typed, number=len(parts), cured=apart)
    if names and (len(parts) > 1 or " " in source.strip()):
        cured = quoted(" ".join(f"[{name}]" for name in names), 100)
        return say("citation-with-other-words", typed=typed, cured=cured)
    message = whereabouts.message(source, "[{}]")
    # In a quotation, brackets have words such as [sic]. An id without a hyphen is rare.
    return say("bracket-without-id", typed=typed) if message.code == "id-unknown" and "-" not in source else message


def _of_no_event(reading: Reading, article: str, whereabouts: Whereabouts) -> Message:
    """Word the problem that no event has the name of a file; a name that another article has is not suggested."""
    if now := whereabouts.now(article):
        taken = (article_file(now), now) in reading.places
        return say("article-of-renamed-event/taken" if taken else "article-of-renamed-event", typed=article, now=now)
    gone = whereabouts.is_gone(article)
    meant = whereabouts.became(article) if gone else whereabouts.slips(article)
    free = [f"{name}.md" for name in meant if (article_file(name), name) not in reading.places]
    if gone and not free:
        return whereabouts.message(article)
    if gone:
        return say("article-of-lost-event", typed=article, names=alternatives(free))
    if free:
        return say("article-of-unknown-event/meant", typed=article, names=alternatives(free))
    if meant:
        return say("article-of-unknown-event/copy", typed=article, original=f"{meant[0]}.md")
    return say("article-of-unknown-event", typed=article)


def _twice(text: str, offset: int) -> Message:
    """Word the problem of brackets in brackets."""
    inner = re.match(r"\[\[([^\[\]\n]*)\]\]", text[offset : offset + 300])
    if inner:
        return say("citation-in-two-brackets", cured=quoted(f"[{inner[1]}]"))
    return say("citation-with-two-brackets")


def _misplaced(paragraph: str, masked: str) -> Iterator[tuple[int, Message]]:
    """Find each full stop before the brackets of its sentence."""
    for early in _EARLY.finditer(masked):
        before = paragraph[max(early.start() - _TAIL, 0) : early.start()].rpartition("] ")[2]
        cured = _ending(before, paragraph[early.start("cites") : early.end("cites")])
        yield early.start(), say("full-stop-before-citation", cured=cured)


def _masked(paragraph: str) -> str:
    """Hide marks, and quotations, which may hold several sentences; the text keeps its length."""
    hidden = paragraph
    if _QUOTE.search(paragraph):
        hidden = _QUOTATION.sub(lambda match: '"' + "_" * (len(match[0]) - 2) + '"', paragraph)
    if "{" not in hidden:
        return hidden
    # A mark after the brackets counts as part of the last bracket, so the full stop still follows the bracket.
    hidden = _MARK_AFTER.sub(lambda match: " " * (len(match[0]) - 1) + "]", hidden)
    return MARK.sub(lambda match: " " * len(match[0]), hidden)


def _loose(text: str, known: Collection[str]) -> Iterator[re.Match[str]]:
    """Find the ids of known sources outside square brackets."""
    hyphened = (word for word in _ANY_BRACKET.sub(" ", text).split() if "-" in word)
    if not any(name in known for word in hyphened for name in _IDS.findall(word)):
        return  # the usual case, and much quicker
    for match in _LOOSE.finditer(text):
        if match["ids"] and any(name in known for name in _ids(match)):
            yield match


def _ids(loose: re.Match[str]) -> list[str]:
    return _IDS.findall(loose["ids"])


def _bracketed(text: str, known: Collection[str]) -> str:
    """Read the ids of known sources as citations, whatever signs are around them; the text keeps its length."""
    for loose in reversed([*_loose(text, known)]):
        inner = "[" + "_" * (len(loose[0]) - 2) + "]"
        text = text[: loose.start()] + inner + text[loose.end() :]
    return text


def _ending(before: str, cites: str) -> str:
    """Write how a sentence should end: its last words, its brackets and the full stop."""
    words = one_line(before, _TAIL)
    last = f"…{words[-25:].partition(' ')[2] or words[-25:]}" if len(words) > 25 else words
    return f'"{last} {one_line(cites, 100)}."'


def _uncited(paragraph: str, masked: str) -> Iterator[tuple[int, Message]]:
    """Say what each sentence without a source at its end lacks, and where it begins in the paragraph."""
    begin = 0
    for cited in _CITED.finditer(masked):
        yield from _stops(paragraph, masked, begin, cited.start())
        if not re.search(r"\w", _ANY_BRACKET.sub("", masked[begin : cited.start()])):
            yield cited.start(), say("citation-without-sentence", typed=quoted(paragraph[cited.start() : cited.end()]))
        begin = cited.end()
    rest = paragraph[begin:]
    if rest.strip():
        yield from _stops(paragraph, masked, begin, len(paragraph), ends=True)


def _stops(paragraph: str, masked: str, begin: int, end: int, ends: bool = False) -> Iterator[tuple[int, Message]]:
    """Cut a text without citations at its full stops; with `ends`, the rest after the last one is a piece too.

    Otherwise a citation follows the rest.
    """
    pieces = []
    for stop in _STOP.finditer(masked, begin, end):
        pieces.append((begin, stop.end()))
        begin = stop.end()
    if ends and paragraph[begin:end].strip():
        pieces.append((begin, end))
    for first, last in pieces:
        piece = paragraph[first:last]
        # Another message reports a full stop that is too early.
        if not _EARLY.search(masked, first, last):
            yield first + len(piece) - len(piece.lstrip()), _lacks(piece)


def _lacks(piece: str) -> Message:
    """Say what is missing at the end of a sentence, which should have brackets and a full stop."""
    tail = piece[-_TAIL:]
    if ending := _UNSTOPPED.search(tail):
        cured = _ending(tail[: ending.start()].lstrip(), ending["cites"].strip())
        if ending["signs"].strip():
            return say("full-stop-among-signs", cured=cured)
        return say("full-stop-missing", cured=cured)
    return say("sentence-without-source", words=quoted(piece.strip(), 40))
