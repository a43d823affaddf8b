"""What an article must not hold, because readers would see its signs: markup other than paragraphs and headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.checks.findings import problem_in
from dashboard.records.model import Article, Problem
from dashboard.records.reading import Reading
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import one_line, quoted

BLOCK = re.compile(r"\S[^\n]*(\n[^\S\n]*\S[^\n]*)*")
"""The text between two empty lines."""
HEADING = "## "
_TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|cite|code|del|div|em|embed|figure|font|footer|form|h[1-6]|head|header|hr"
    "|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|nobr|object|ol|p|pre|q|s|script|section|small|span|strike"
    "|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video|wbr"
)
TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>\n]*>", re.IGNORECASE)
"""A tag of HTML."""

_RULER = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*(?:\n|$)")
_UNDERLINED = re.compile(r"(?P<words>[^\n]++)\n(?:={2,}|-{2,})[ \t]*(?:\n|$)")
_SIGNS = re.compile(r"(?P<signs>#+)(?P<space>[ \t]*)(?P<words>[^\n]*)")
_ITEM = re.compile(r"(?:[-*+•–]|\d{1,2}[.)])[ \t]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_ADDRESS = r"(?:https?://|www\.)[^\s<>\[\]()\"]+[^\s<>\[\]()\".,;:!?]"
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\s]*)\)")
_BARE = re.compile(rf"(?<!\]\()(?<![\w/]){_ADDRESS}", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|~~|(?<![\w*])\*(?=\w[^*\n]*\*)|(?<!\w)_(?=\w[^_\n]*_(?!\w))|`")
_CITATION = re.compile(r"\[[^\[\]\n]*\](?!\()")
_SIGNS_BEHIND = re.compile(r"[ \t]#+[ \t]*(?:\n|$)")
_ODD = ("*", "_", "`", "<", "](", "://", "~~", "\\")
"""Whatever `_inside` finds contains one of these, or `www.`; most paragraphs contain none of them."""


class Form(NamedTuple):
    """Markup at a place in a block."""

    offset: int
    message: Message
    level: str = "error"


def articles_have_no_other_markup(reading: Reading) -> Iterator[Problem]:
    """An article has only paragraphs and headings (`## `): no title, list, table, link, comment or bold letters."""
    for article in reading.articles.values():
        for block in BLOCK.finditer(article.text):
            for form in _forms(reading, block[0], block.start() == 0):
                yield problem_in(reading, article, block.start() + form.offset, form.message, form.level)


def holds_headings_alone(article: Article) -> bool:
    """Tell whether an article has headings and nothing below them."""
    blocks = [block[0] for block in BLOCK.finditer(article.text)]
    return bool(blocks) and not any(map(holds_sentences, blocks))


def holds_sentences(block: str) -> bool:
    """Tell whether a block is a paragraph, and not a heading or markup without a sentence."""
    if block.startswith("<!--"):
        return bool(_COMMENT.sub("", block).strip())
    return not (block.startswith(("#", "|")) or _RULER.match(block) or _UNDERLINED.match(block))


def _forms(reading: Reading, block: str, first: bool) -> Iterator[Form]:
    """Find the markup in the text between two empty lines."""
    if block.startswith(HEADING):
        yield from _in_heading(block)
    elif whole := _whole(block, first):
        yield Form(0, whole)
        return
    if item := _ITEM.match(block):
        yield Form(0, say("article-with-list", sign=quoted(item[0].strip())))
    if block.startswith(">"):
        yield Form(0, say("article-with-block-quotation"))
    if any(sign in block for sign in _ODD) or "www." in block.casefold():
        yield from _inside(reading, block)


def _whole(block: str, first: bool) -> Message | None:
    """Say what to do with a block if an article can have no such block."""
    line = block.partition("\n")[0]
    if first and line.strip() == "---" and "\n" in block:
        return say("article-with-front-matter")
    if _RULER.match(block):
        return say("article-with-ruler", words=quoted(line))
    if underlined := _UNDERLINED.match(block):
        return say("heading-with-line-below", cured=quoted(HEADING + one_line(underlined["words"], 40)))
    if block.startswith("|"):
        return say("article-with-table")
    if (signs := _SIGNS.match(line)) and not block.startswith(HEADING):
        return _heading(*signs.groups())
    return None


def _in_heading(block: str) -> Iterator[Form]:
    """Find what a heading, on the first line of a block, cannot have."""
    line = block.partition("\n")[0]
    for citation in _CITATION.finditer(line):
        yield Form(citation.start(), say("heading-with-citation", typed=quoted(citation[0], 60)))
    if behind := _SIGNS_BEHIND.search(line):
        yield Form(behind.start() + 1, say("heading-with-signs-behind", signs=quoted(behind[0].strip())))


def _heading(signs: str, space: str, words: str) -> Message:
    if not words.strip():
        return say("heading-without-words")
    code = {1: "article-with-title", 2: "heading-without-space"}.get(len(signs), "heading-with-more-signs")
    return say(code, cured=quoted(HEADING + words.strip(), 43))


def _inside(reading: Reading, block: str) -> Iterator[Form]:
    for comment in _COMMENT.finditer(block):
        yield Form(comment.start(), say("article-with-comment"))
    for link in _LINK.finditer(block):
        words, address = quoted(link["words"], 40), link["address"]
        if address:
            yield Form(link.start(), say("article-with-link", words=words, source=_source_of(reading, address)))
        else:
            yield Form(link.start(), say("article-with-empty-link", words=words))
    for bare in _BARE.finditer(block):
        yield Form(bare.start(), say("article-with-address", source=_source_of(reading, bare[0])))
    for tag in TAG.finditer(block):
        yield Form(tag.start(), say("article-with-tag", tag=quoted(tag[0], 30)), "warning")
    if "\\" in block:
        yield Form(block.index("\\"), say("article-with-backslash"), "warning")
    if sign := _EMPHASIS.search(block):
        yield Form(sign.start(), say("article-with-emphasis", sign=quoted(sign[0])), "warning")


def _source_of(reading: Reading, address: str) -> str:
    """Give the id of the source that has this address, or a placeholder for an id."""
    sources = reading.dataset.sources.values()
    ids = (source.id for source in sources if source.url and source.url.rstrip("/") == address.rstrip("/"))
    return next(ids, "source-id")
