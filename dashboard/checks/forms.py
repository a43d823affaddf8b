"""What an article must not hold, because readers would see its signs: markup other than paragraphs and headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.checks.findings import in_article
from dashboard.records.model import Article, Dataset, Problem
from dashboard.words.spelling import one_line, quoted

BLOCK = re.compile(r"\S[^\n]*(\n[^\S\n]*\S[^\n]*)*")
"""What stands between two empty lines."""
HEADING = "## "
_TAGS = (
    "a|abbr|b|big|blockquote|body|br|center|cite|code|del|div|em|embed|figure|font|footer|form|h[1-6]|head|header|hr"
    "|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|nobr|object|ol|p|pre|q|s|script|section|small|span|strike"
    "|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video|wbr"
)
TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>\n]*>", re.IGNORECASE)
"""A tag of HTML."""

_RULER = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*(?:\n|$)")
_UNDERLINED = re.compile(r"(?P<words>[^\n]+)\n(?:={2,}|-{2,})[ \t]*(?:\n|$)")
_SIGNS = re.compile(r"(?P<signs>#+)(?P<space>[ \t]*)(?P<words>[^\n]*)")
_ITEM = re.compile(r"(?:[-*+•–]|\d{1,2}[.)])[ \t]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_ADDRESS = r"(?:https?://|www\.)[^\s<>\[\]()\"]+[^\s<>\[\]()\".,;:!?]"
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\s]*)\)")
_BARE = re.compile(rf"(?<!\]\()(?<![\w/]){_ADDRESS}", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\w[^*\n]*\*)|(?<!\w)_(?=\w[^_\n]*_(?!\w))|`")
_ODD = re.compile(r"[*_`<]|\]\(|://|www\.", re.IGNORECASE)
"""One of these is in whatever `_inside` finds; most paragraphs have none of them."""


class Form(NamedTuple):
    """Markup at a place in a block; `address` is that of a page whose source is to be named."""

    offset: int
    message: str
    level: str = "error"
    address: str = ""


def articles_have_no_other_markup(dataset: Dataset) -> Iterator[Problem]:
    """An article holds paragraphs and headings (`## `) alone: no title, list, table, link, comment or bold letters."""
    for article in dataset.articles.values():
        for block in BLOCK.finditer(article.text):
            for form in _forms(block[0], block.start() == 0):
                message = form.message
                if form.address:
                    message += f", and cite its source: [{_source_of(dataset, form.address)}]"
                yield in_article(dataset, article, block.start() + form.offset, message, form.level)


def holds_headings_alone(article: Article) -> bool:
    """Tell a file of headings, below which nothing was written, from an article."""
    blocks = [block[0] for block in BLOCK.finditer(article.text)]
    return bool(blocks) and not any(map(holds_sentences, blocks))


def holds_sentences(block: str) -> bool:
    """Tell a paragraph from a heading, and from markup without a sentence."""
    if block.startswith("<!--"):
        return bool(_COMMENT.sub("", block).strip())
    return not (block.startswith(("#", "|")) or _RULER.match(block) or _UNDERLINED.match(block))


def _forms(block: str, first: bool) -> Iterator[Form]:
    """Find the markup in what stands between two empty lines."""
    if block.startswith(HEADING):
        return
    whole = _whole(block, first)
    if whole:
        yield Form(0, whole)
        return
    if item := _ITEM.match(block):
        yield Form(0, f"lists are not shown as such; delete {quoted(item[0].strip())}, and write sentences")
    if block.startswith(">"):
        yield Form(0, 'a quotation stands in quotes; delete ">", and write them')
    if _ODD.search(block):
        yield from _inside(block)


def _whole(block: str, first: bool) -> str | None:
    """Say what to do with a block that as a whole is none an article can have."""
    line = block.partition("\n")[0]
    if first and line.strip() == "---" and "\n" in block:
        return 'lines between "---" tell programs of a file and would be shown to readers; delete them, "---" too'
    if _RULER.match(block):
        return f"{quoted(line)} draws no line; delete it"
    if underlined := _UNDERLINED.match(block):
        words = one_line(underlined["words"], 40)
        return f"a heading has no line below it; write {quoted(HEADING + words)} and an empty line after it"
    if block.startswith("|"):
        return "tables are not shown as such; write sentences"
    if block.startswith("#") and not block.startswith(HEADING):
        return _heading(*_SIGNS.match(line).groups())
    return None


def _heading(signs: str, space: str, words: str) -> str:
    shown = quoted(HEADING + words.strip(), 43)
    if not words.strip():
        return "a heading without words; write them, or delete the line"
    if len(signs) == 1:
        return f"an article has no title, the event gives it one; delete the line, or write {shown} for a heading"
    if len(signs) == 2:
        return f"a heading needs a space after its signs; write {shown}"
    return f"headings have two signs each; write {shown}"


def _inside(block: str) -> Iterator[Form]:
    for comment in _COMMENT.finditer(block):
        yield Form(comment.start(), "a comment would be shown to readers; delete it")
    for link in _LINK.finditer(block):
        words = quoted(link["words"], 40)
        yield Form(link.start(), f"links are not shown as such; write {words} alone", address=link["address"])
    for bare in _BARE.finditer(block):
        yield Form(bare.start(), "a web address would be shown as it stands; delete it", address=bare[0])
    for tag in TAG.finditer(block):
        yield Form(tag.start(), f"{quoted(tag[0], 30)} would be shown as it stands; delete it", "warning")
    if sign := _EMPHASIS.search(block):
        message = f"{quoted(sign[0])} would be shown as it stands; delete it at both ends of the words"
        yield Form(sign.start(), message, "warning")


def _source_of(dataset: Dataset, address: str) -> str:
    """Give the id of the source that has this address, or what stands for one."""
    ids = (one.id for one in dataset.sources.values() if one.url and one.url.rstrip("/") == address.rstrip("/"))
    return next(ids, "source-id")
