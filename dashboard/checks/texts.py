"""Rules about texts that readers see: none is a placeholder, and none shows the signs of HTML."""

import re
from collections.abc import Iterator
from html import unescape

from dashboard.checks.findings import problem_at, problem_in, texts_in
from dashboard.checks.forms import TAG
from dashboard.records.kinds import BY_FILE, CHANGES
from dashboard.records.model import Problem
from dashboard.records.reading import KeyPath, Reading
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import quoted

_FILES = tuple(file for file in BY_FILE if file != CHANGES)
_AROUND = " .:()[]<>\"'“”«»"
_REQUIRED = re.compile("title|label|value|text|name|short_name|position|publisher|question|says|shown|summary|why")
_LONGEST = 40
"""The most letters of a value that as a whole can be a placeholder."""
_WHOLE = re.compile(
    r"[?.…_*#/!~–—-]+|x{2,}|z{3,}|to ?do|fixme|tb[acdn]"
    r"|to be (?:announced|added|checked|confirmed|decided|determined|done|filled in)"
    r"|n\.?/a\.?|n\. ?a\.?|n\. ?d\.?|none|null|nil|nan|undefined|placeholder|untitled|dummy|test|lorem ipsum.*"
    r"|(?:not |un)(?:known|available|applicable|given|specified|stated)|no (?:title|name|data|information)"
    r"|change ?me|insert .+ here|(?:name|title|text|value|label) here"
    r"|неизвестн(?:о|ый|ая|ое)|не ?известно|нет данных|н[./]д\.?|уточн(?:яется|ить)|без названия|не указан[оа]?"
    r"|номаълум|маълум нест|бе ном|ном надорад"
    r"|غير معروف|غير معلوم|غير محدد|مجهول|لا يوجد|بدون عنوان"
    r"|inconnue?s?|à (?:compléter|confirmer|déterminer|préciser|définir|venir)|non (?:connu|précisé|disponible)e?s?"
    r"|sans titre|s\. ?o\.",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:TODO|FIXME|TB[ACD])\b|\?{3,}|\b[Ll]orem ipsum\b")
_WITHIN_ODD = re.compile(r"TODO|FIXME|TB[ACD]|\?\?\?|orem")
"""Whatever `_WITHIN` finds contains one of these; few texts contain any."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});|&(?:amp|lt|gt|quot|nbsp|apos)\b")


def texts_hold_no_placeholder(reading: Reading) -> Iterator[Problem]:
    """No text is only a placeholder, such as TODO, unknown or dots."""
    for path, text in _texts(reading):
        if len(text) <= _LONGEST and _WHOLE.fullmatch(text.strip(_AROUND) or text):
            yield problem_at(reading, path, _placeholder(text, path), "warning")
        elif within := _unwritten(text):
            yield problem_at(reading, path, _left_to_write(within[0]), "warning")
    for article in reading.articles.values():
        if within := _unwritten(article.text):
            yield problem_in(reading, article, within.start(), _left_to_write(within[0]), "warning")


def texts_hold_no_html(reading: Reading) -> Iterator[Problem]:
    """No text has an HTML entity or tag in it, because readers would see its signs."""
    for path, text in _texts(reading):
        if "&" in text or "<" in text:
            for _, message in _html(text, tags=True):
                yield problem_at(reading, path, message, "warning")
    for article in reading.articles.values():
        if "&" in article.text:
            # The rule on markup reports tags in articles.
            for offset, message in _html(article.text, tags=False):
                yield problem_in(reading, article, offset, message, "warning")


def _texts(reading: Reading) -> Iterator[tuple[KeyPath, str]]:
    for file in _FILES:
        for name, record in reading.of(file).items():
            yield from texts_in(record, (file, name))


def _placeholder(text: str, path: KeyPath) -> Message:
    """Say what to write instead of a placeholder."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    if key != path[-1]:
        return say("text-is-placeholder/entry", text=quoted(text))
    code = "text-is-placeholder" if _REQUIRED.fullmatch(key) else "text-is-placeholder/optional"
    return say(code, text=quoted(text), key=key)


def _unwritten(text: str) -> re.Match[str] | None:
    return _WITHIN.search(text) if _WITHIN_ODD.search(text) else None


def _left_to_write(word: str) -> Message:
    return say("text-not-finished", word=quoted(word))


def _html(text: str, *, tags: bool) -> Iterator[tuple[int, Message]]:
    """Say what to write for each entity, and to delete each tag; equal ones are reported once."""
    seen = set()
    for match in _ENTITY.finditer(text):
        if match[0] in seen:
            continue
        whole = match[0] if match[0].endswith(";") else f"{match[0]};"
        meant = unescape(unescape(whole))
        seen.add(match[0])
        if meant == whole:
            continue  # a name that HTML does not know
        cure = quoted(meant) if meant.strip() else "a space"
        yield match.start(), say("text-with-html-code", typed=quoted(match[0]), cured=cure)
    for match in TAG.finditer(text) if tags else ():
        if match[0] not in seen:
            seen.add(match[0])
            yield match.start(), say("text-with-tag", tag=quoted(match[0], 30))
