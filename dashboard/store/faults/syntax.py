"""PyYAML's errors in words for somebody who edits a list of conferences.

PyYAML has two parsers with slightly different wording; this module reads both. The parser stops where it no longer
understands, which is often after the mistake. So this module also examines the lines.
"""

import re

import yaml

from dashboard.store.faults.brackets import after_the_list, as_list, stray_comma
from dashboard.store.faults.characters import entity_at
from dashboard.store.faults.columns import Accepts, misplaced
from dashboard.store.faults.days import Slot, not_known
from dashboard.store.faults.lines import FARTHEST, PAIR, bulleted, bullets, goes_on, no_colon
from dashboard.store.files import Fault
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import one_line, quoted

DEPTH = 12
"""The most levels of lists and mappings in a file; a record needs five."""

_LONGEST_NAME = 60
_LONGEST_VALUE = 200
_IN_COLUMNS = re.compile(r"expected (?!',')|mapping values|document start")
"""Errors that a line in the wrong column may cause."""


def explain(error: yaml.MarkedYAMLError, text: str, parses: Accepts) -> Fault:
    """Say what breaks the syntax, where, and what to write instead; `parses` tells whether a text is YAML."""
    lines = text.split("\n")
    complaint = error.problem or ""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if _IN_COLUMNS.search(complaint) and (fault := misplaced(lines, line, parses)):
        return fault
    met = _char(lines, line, column)
    start = (error.context_mark.line, error.context_mark.column) if error.context_mark else (line, column)
    if "end of stream" in complaint and "quoted" in (error.context or ""):
        return _never_closed(lines, start)
    if "',' or" in complaint:
        closing = "]" if "']'" in complaint else "}"
        if met in ("]", "}") and line == start[0]:
            return _fault((line, column), say("bracket-closed-by-another", sign=closing))
        if met in ('"', "'", "[", "{") and line == start[0]:
            return _fault((line, column), say("comma-missing"))
        return _fault(start, _bracket_never_closed(closing))
    if "could not find expected ':'" in complaint:
        return _fault(start, no_colon(lines, *start))
    if "mapping values" in complaint:
        return _second_colon(lines, line, column)
    if "entries are not allowed" in complaint or "mapping keys" in complaint:
        return _dash_or_question(lines, line, column)
    if met == "," and (cure := stray_comma(lines, line, column)):
        return _fault((line, column), cure)
    if "node content" in complaint and not met and (place := _open_bracket(text)):
        return _fault(place, _bracket_never_closed("}" if _char(lines, *place) == "{" else "]"))
    if "cannot start any token" in complaint or "node content" in complaint:
        message = say("sign-begins-value", sign=met, cured=in_quotes(lines[line][column:]))
        return _fault((line, column), message)
    if "escape character" in complaint:
        return _fault(start, say("backslash-in-quotes"))
    if "comment or" in complaint:
        sign, written = lines[start[0]][start[1] : start[1] + 1], in_quotes(lines[start[0]][start[1] :])
        return _fault(start, say("text-after-block-sign", sign=sign, cured=written))
    if "directive" in (error.context or "") or "directive" in complaint or "YAML document" in complaint:
        return _fault((line, 0), say("percent-begins-line"))
    if "document start" in complaint:
        return _two_documents(lines, line, column)
    if "expected" in complaint and line < len(lines):
        return _out_of_place(lines, line, column, in_list="collection" in (error.context or ""))
    if "nesting depth" in complaint:  # libyaml reads ahead; since 0.2.6 it stops first, at 1000 levels
        return _fault((line, column), say("file-too-deep", depth=DEPTH))
    return _fault((line, column), say("file-unreadable-from-here"))


def in_quotes(value: str) -> str:
    """Write a value in the kind of quotes that it does not contain."""
    text = value.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _quoted_whole(lines: list[str], line: int) -> str:
    """Say how to put the whole value of a line in quotes."""
    words = lines[line].strip()
    begin = len(bullets(words))
    pair = PAIR.match(words)
    key, value = (pair["key"], pair["value"] or "") if pair else words[begin:].partition(": ")[::2]
    is_entry = begin and not any(f" {key}: " in f" {other.lstrip('- ')}" for other in lines if other != lines[line])
    if not value or is_entry:
        key, value = "", words[begin:]
    value = re.split(r" #(?=\s)", value, maxsplit=1)[0].strip()
    quote, inner = value[:1], value[1:-1]
    # Quotes around the whole value are not part of it; quotes around two words are.
    if quote in ("'", '"') and value.endswith(quote) and inner.count(quote) % 2:
        value = inner
    written = in_quotes(value) if len(value) <= _LONGEST_VALUE else "'…' around all of it"
    return f"write {key}: {written}" if key else f"write {written} with the quotes"


def _bracket_never_closed(closing: str) -> Message:
    return say("bracket-not-closed", sign=closing)


def _open_bracket(text: str) -> tuple[int, int] | None:
    """Find the last bracket that the text opens and never closes; PyYAML names only the end of the file."""
    opened = []
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
                opened.pop()
    except yaml.YAMLError:
        pass
    return (opened[-1].line, opened[-1].column) if opened else None


def _never_closed(lines: list[str], place: tuple[int, int]) -> Fault:
    """Say what to do about a quote that is not closed; before a letter it may be the apostrophe of a name."""
    value = lines[place[0]][place[1] :].strip()
    if re.match(r"'[^\W\d_]", value) and len(value) <= _LONGEST_NAME:
        return _fault(place, say("quote-not-closed-before-name", cured=in_quotes(value)))
    return _fault(place, say("quote-not-closed"))


def _dash_or_question(lines: list[str], line: int, column: int) -> Fault:
    """Say what to do about a value that begins with a dash or a question mark, or consists of it."""
    sign, value = lines[line][column : column + 1], re.split(" #", lines[line][column:], maxsplit=1)[0].strip()
    if len(value) > 1:
        return _fault((line, column), say("sign-begins-value", sign=f"{sign} ", cured=in_quotes(value)))
    pair = PAIR.match(lines[line].strip())
    record = next((text for text in lines[line::-1] if text.startswith("- id:")), "")
    slot = Slot(pair["key"] if pair else "", name=record.removeprefix("- id:").strip())
    return _fault((line, column), say("sign-says-nothing", sign=sign, advice=not_known(slot)))


def _fault(place: tuple[int, int], message: Message) -> Fault:
    return Fault(place[0] + 1, place[1] + 1, message)


def _char(lines: list[str], line: int, column: int) -> str:
    return lines[line][column : column + 1] if line < len(lines) else ""


def _second_colon(lines: list[str], line: int, column: int) -> Fault:
    """Distinguish three slips: a colon in a value, a line too deep, and no colon in the line above."""
    words = lines[line][:column]
    if ": " in words:
        return _fault((line, column), say("colon-in-value", cure=_quoted_whole(lines, line)))
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return _fault((line, column), say("colon-where-none-can-be"))
    before = lines[above]
    if not PAIR.match(before.strip()):
        indent = len(before) - len(before.lstrip())
        begin = indent + len(bullets(before.lstrip()))
        return _fault((above, begin), no_colon(lines, above, begin))
    begin = len(lines[line]) - len(lines[line].lstrip())
    return _fault((line, begin), say("indent-deeper-than-above"))


def _two_documents(lines: list[str], line: int, column: int) -> Fault:
    """Distinguish two slips: the sign that ends a file, and words before the first record."""
    if any(text.rstrip() == "..." for text in lines[:line]):
        return _fault((line, column), say("file-ended-early"))
    above = (number for number in range(line) if lines[number].strip() and not lines[number].startswith("#"))
    first = next(above, line)
    words = quoted(lines[first].strip())
    if lines[first].startswith("{"):
        return _fault((first, 0), no_colon(lines, first, 0))
    return _fault((first, 0), say("words-before-records", words=words))


def _opened(lines: list[str], line: int, quote: str) -> tuple[int, int] | None:
    """Find the value above whose quote was not closed, so that the parser ended it in this line.

    The quote in this line opens another word, but the parser took it for the end of that value.
    """
    if quote not in ("'", '"'):
        return None
    for number in range(line - 1, max(line - FARTHEST, -1), -1):
        pair = PAIR.match(lines[number].strip())
        value = (pair["value"] or "") if pair else ""
        if value.startswith(quote):
            begin = lines[number].index(value)
            return (number, begin) if not value[1:].rstrip().endswith(quote) else None
    return None


def _entity(key: str, text: str, value: str) -> Message | None:
    """Say what to write for a value that begins with a code of web pages; None for any other value."""
    begins = entity_at(text[text.index(value) :])
    if begins is None:
        return None
    entity, meaning = begins
    needs_quotes = re.match(r"[^\w(]", meaning.strip()) or ": " in meaning or " #" in meaning
    written = in_quotes(meaning) if needs_quotes else meaning.strip()
    cured = one_line(f"{key}: {written}" if key else written, 200)
    return say("html-code-begins-value", typed=quoted(entity), cured=cured)


def _out_of_place(lines: list[str], line: int, column: int, in_list: bool) -> Fault:
    words, before = lines[line][column:], lines[line][:column].strip()
    if re.match(r"-[^ ]", words) and not before:
        space = "a space" if words[1].strip() else "a plain space"
        return _fault((line, column), say("dash-without-space", space=space, cured=quoted("- " + words[1:])))
    if words.strip() == "-":
        return _fault((line, column), say("dash-alone"))
    if not lines[line].strip():
        code = "line-of-hidden-spaces" if lines[line].strip(" ") else "file-unreadable-from-here"
        return _fault((line, column), say(code))
    if not before and (cure := goes_on(lines, line)):
        return _fault((line, column), cure)
    if not before and in_list:
        return _fault((line, column), say("line-outside-record", words=quoted(words)))
    if words.startswith(":"):
        return _fault((line, column), say("colon-without-key"))
    if not before:
        return _fault((line, column), say("indent-unlike-above"))
    opened = _opened(lines, line, before[-1])
    if opened:
        return _never_closed(lines, opened)
    if cure := after_the_list(before, words):
        return _fault((line, column), cure)
    pair = PAIR.match(before)
    value = (pair["value"] or "") if pair else before.removeprefix(bullets(before))
    sign = value[:1]
    if (cure := bulleted(lines[line].strip())) and sign == "*":
        return _fault((line, len(lines[line]) - len(lines[line].lstrip())), cure)
    if sign == "&" and (cure := _entity(pair["key"] if pair else "", lines[line], value)):
        return _fault((line, lines[line].index(value)), cure)
    if sign in ("*", "&", "!", "[", "{"):
        return _fault((line, column), say("sign-needs-quotes", sign=sign, cure=_quoted_whole(lines, line)))
    whole = lines[line][lines[line].index(value) :] if value else ""
    if sign in ("'", '"') and words.startswith(",") and (entries := as_list(whole)) and words.rstrip() != ",":
        return _fault((line, lines[line].index(value)), say("list-without-brackets", cured=entries))
    if sign in ("'", '"') and words.rstrip() == ",":
        return _fault((line, column), say("comma-after-quote"))
    if sign in ("'", '"'):
        return _fault((line, column), say("quote-ended-early", sign=sign, cure=_quoted_whole(lines, line)))
    return _fault((line, column), say("out-of-place"))
