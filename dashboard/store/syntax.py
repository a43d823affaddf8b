"""PyYAML's complaints in the words of somebody who edits a list of conferences.

PyYAML has two parsers with slightly different wording; both are understood. The parser stops where it no longer
understands, which is often after the slip, so the lines themselves are looked at as well.
"""

import re
from typing import Protocol

from dashboard.spelling import quoted
from dashboard.store.brackets import after_the_list, stray_comma
from dashboard.store.files import Fault
from dashboard.store.lines import BULLETS, EMPTY, FARTHEST, PAIR, goes_on, no_colon

DEPTH = 12
"""Levels of lists and mappings in a file; a record needs five."""
UNREADABLE = "the file cannot be read from here on; compare with a record above"
TOO_DEEP = f"is nested more than {DEPTH} levels deep; close the brackets or indent less"


class Mark(Protocol):
    """A place as PyYAML counts it: from 0."""

    line: int
    column: int


class SyntaxFault(Protocol):
    """The part of `yaml.MarkedYAMLError` that is used here."""

    problem: str | None
    problem_mark: Mark | None
    context: str | None
    context_mark: Mark | None


def explain(error: SyntaxFault, text: str) -> Fault:
    """Say what breaks the syntax, where, and what to write instead."""
    lines = text.split("\n")
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    met = _char(lines, line, column)
    start = (error.context_mark.line, error.context_mark.column) if error.context_mark else (line, column)
    if "end of stream" in said and "quoted" in (error.context or ""):
        return _fault(start, "the quote that begins here is never closed; write the same quote at its end")
    if "',' or" in said:
        closing = "]" if "']'" in said else "}"
        if met in ("]", "}") and line == start[0]:
            return _fault(
                (line, column), f'the bracket that is open here needs another sign to close it; write "{closing}"'
            )
        if met in ('"', "'", "[", "{") and line == start[0]:
            return _fault((line, column), "a comma is missing before this entry; write one")
        return _fault(
            start, f'the bracket that begins here is never closed; write "{closing}", or quote the whole text'
        )
    if "could not find expected ':'" in said:
        return _fault(start, no_colon(lines, *start))
    if "mapping values" in said:
        return _second_colon(lines, line, column)
    if "entries are not allowed" in said or "mapping keys" in said:
        return _fault((line, column), f'a value cannot begin with "{met} "; put it in quotes, or go to the next line')
    if met == "," and (cure := stray_comma(lines, line, column)):
        return _fault((line, column), cure)
    if "cannot start any token" in said or "node content" in said:
        return _fault((line, column), f'a value cannot begin with "{met}"; put it in quotes')
    if "escape character" in said:
        return _fault(start, 'a "\\" between double quotes begins a code; put the text in single quotes')
    if "comment or" in said:
        return _fault(start, 'after "|" or ">" the text begins on the next line; to begin with that sign, use quotes')
    if "directive" in (error.context or "") or "directive" in said or "YAML document" in said:
        return _fault((line, 0), 'a line cannot begin with "%"; put the text in quotes, or delete the line')
    if "document start" in said:
        return _two_documents(lines, line, column)
    if "expected" in said and line < len(lines):
        return _out_of_place(lines, line, column, in_list="collection" in (error.context or ""))
    if "nesting depth" in said:  # libyaml reads ahead, and from 0.2.6 on stops at a thousand levels before ours are met
        return _fault((line, column), TOO_DEEP)
    return _fault((line, column), UNREADABLE)


def _fault(place: tuple[int, int], message: str) -> Fault:
    return Fault(place[0] + 1, place[1] + 1, message)


def _char(lines: list[str], line: int, column: int) -> str:
    return lines[line][column : column + 1] if line < len(lines) else ""


def _second_colon(lines: list[str], line: int, column: int) -> Fault:
    """Tell three slips apart: a colon in a value, a line too deep, and no colon in the line above."""
    words = lines[line][:column]
    if ": " in words:
        key = quoted(BULLETS.sub("", words.strip(), count=1).partition(":")[0])[1:-1]
        return _fault((line, column), f"a value with a colon needs quotes; write {key}: '…' around all of it")
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return _fault((line, column), "a colon stands where none can be; put the text in quotes")
    before = lines[above]
    if not PAIR.match(before.strip()):
        indent = len(before) - len(before.lstrip())
        begin = indent + BULLETS.match(before.lstrip()).end()
        return _fault((above, begin), no_colon(lines, above, begin))
    begin = len(lines[line]) - len(lines[line].lstrip())
    return _fault((line, begin), "the line is indented deeper than the one above; begin both in the same column")


def _two_documents(lines: list[str], line: int, column: int) -> Fault:
    """Tell two slips apart: the sign that ends a file, and words that stand before the first record."""
    if any(text.rstrip() == "..." for text in lines[:line]):
        return _fault((line, column), '"..." has ended the file before this line; delete it')
    above = (number for number in range(line) if lines[number].strip() and not lines[number].startswith("#"))
    first = next(above, line)
    words = quoted(lines[first].strip())
    return _fault((first, 0), f'{words} is not part of a record; delete it, or write "- " or "# " before it')


def _opened(lines: list[str], line: int, quote: str) -> tuple[int, int] | None:
    """Find the value above that began with the quote which ended in this line, and that nobody closed.

    The quote met here then opened a word of its own; the parser took it for the end of that value.
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


def _out_of_place(lines: list[str], line: int, column: int, in_list: bool) -> Fault:
    words, before = lines[line][column:], lines[line][:column].strip()
    if re.match(r"-[^ ]", words) and not before:
        space = "a space" if words[1].strip() else "a plain space"
        return _fault((line, column), f"a dash needs {space} after it; write {quoted('- ' + words[1:])}")
    if not lines[line].strip():
        return _fault((line, column), EMPTY if lines[line].strip(" ") else UNREADABLE)
    if not before and (cure := goes_on(lines, line)):
        return _fault((line, column), cure)
    if not before and in_list:
        return _fault((line, column), f'{quoted(words)} is not part of a record; indent it, or write "- " before it')
    if words.startswith(":"):
        return _fault((line, column), "a colon without a key; write the key before it")
    if not before:
        return _fault((line, column), "the line is indented unlike those above; begin it in the same column")
    opened = _opened(lines, line, before[-1])
    if opened:
        return _fault(opened, "the quote that begins here is never closed; write the same quote at its end")
    if cure := after_the_list(before, words):
        return _fault((line, column), cure)
    pair = PAIR.match(before)
    value = (pair["value"] or "") if pair else before
    sign = value[:1]
    if sign in ("*", "&", "!", "[", "{"):
        return _fault((line, column), f"text that begins with \"{sign}\" needs quotes; write '…' around all of it")
    if sign in ("'", '"') and words.rstrip() == ",":
        return _fault((line, column), "a comma follows the quote; delete it")
    if sign in ("'", '"'):
        other = '"' if sign == "'" else "'"
        return _fault((line, column), f"the quote {sign} ended before this; write {other}…{other} around all of it")
    return _fault((line, column), "this does not belong here; look for a quote that was not closed in the lines above")
