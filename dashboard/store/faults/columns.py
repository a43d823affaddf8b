"""Finds the line of a record that begins in the wrong column, by trying which change would repair the file.

A parser stops where it no longer understands, which is often below the mistake. The other records of the file show in
which column a key begins, and whether a dash is before it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dashboard.store.files import Fault
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import agreeing, counted
from dashboard.words.spelling import quoted

_KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>\w+):(?: |$)")
_WINDOW = 400
"""How many lines above and below a fault are compared; a record has a tenth of them."""
_MOST_TRIES = 40

Accepts = Callable[[str, int | None], bool]
"""Tells whether a text can be read, or read as a record, and whether the line with this number, from 0, begins a key.

A key that becomes part of the text above it, as below `title: >-`, makes a file that can be read, but spoils that text.
"""


class _Line(NamedTuple):
    number: int
    before: str
    key: str


def misplaced(lines: Sequence[str], fault: int, parses: Accepts) -> Fault | None:
    """Find the line that has to begin elsewhere, so that the records around a fault of syntax can be read.

    `fault` is the number of the line, from 0, at which the parser stopped. None if no such line is found.
    """
    first, last = max(fault - _WINDOW, 0), min(fault + _WINDOW, len(lines))
    begin, end = _records_around(lines, fault, first, last)
    if parses("\n".join(lines[begin:end]), None):
        return None
    keys = _keys(lines, first, last)
    inside = [line for line in keys if begin <= line.number < min(end, fault + 3)]
    near = [line for line in inside if abs(line.number - fault) <= 2]
    return _mended(lines, (begin, end), keys, inside, near, parses)


def astray(lines: Sequence[str], begin: int, end: int, names: Collection[object], accepts: Accepts) -> Fault | None:
    """Find the line that has to begin elsewhere, so that the lines from `begin` to `end` make a right record.

    `names` are the keys that are missing, too many or given twice. None for a record of more than `_WINDOW` lines,
    because each line is tried against all others.
    """
    if end - begin > _WINDOW:
        return None
    keys = _keys(lines, max(begin - _WINDOW, 0), min(end + _WINDOW, len(lines)))
    inside = [line for line in keys if begin <= line.number < end]
    near = [line for line in inside if line.key in names or lines[line.number].rstrip().endswith(":")]
    return _mended(lines, (begin, end), keys, inside, near, accepts)


def _keys(lines: Sequence[str], first: int, last: int) -> list[_Line]:
    return [_Line(at, match["before"], match["key"]) for at in range(first, last) if (match := _KEY.match(lines[at]))]


def _mended(
    lines: Sequence[str],
    span: tuple[int, int],
    keys: Sequence[_Line],
    inside: Sequence[_Line],
    near: Sequence[_Line],
    accepts: Accepts,
) -> Fault | None:
    """Try each likely line in each likely column: first that of its key in other records, then those around it."""
    usual: Mapping[str, Counter[str]] = defaultdict(Counter)
    for line in keys:
        usual[line.key][line.before] += 1
    strange = [line for line in inside if usual[line.key][line.before] == 1 and len(usual[line.key]) > 1]
    likely = [*strange, *(line for line in near if line not in strange)]
    tries = [(line, before, True) for line in likely for before, _ in usual[line.key].most_common()]
    tries += [(line, before, False) for line in near for before in _around(line, inside)]
    begin, end = span
    for line, before, elsewhere in [attempt for attempt in tries if attempt[0].before != attempt[1]][:_MOST_TRIES]:
        mended = before + lines[line.number][len(line.before) :]
        text = "\n".join([*lines[begin : line.number], mended, *lines[line.number + 1 : end]])
        if accepts(text, line.number - begin):
            return Fault(line.number + 1, _column(line), _advice(line, before, elsewhere))
    return None


def _around(line: _Line, inside: Sequence[_Line]) -> list[str]:
    """Give how the lines around a line begin, the nearest first; lines that begin with a dash are left out."""
    others = sorted((other for other in inside if other != line), key=lambda other: abs(other.number - line.number))
    below = next((other.before for other in others if other.number == line.number + 1), "")
    # A key above the first entry of a list is two spaces to the left of the dash.
    above_a_dash = [" " * (below.index("-") - 2)] if "-" in below[2:] else []
    return list(dict.fromkeys([*above_a_dash, *(other.before for other in others if "-" not in other.before)]))


def _records_around(lines: Sequence[str], fault: int, first: int, last: int) -> tuple[int, int]:
    """Give the first and the last line of three records: the one before the fault, its own, and the one after it."""
    above = list(_beginnings(lines, range(min(fault, last - 1), first - 1, -1), 2))
    below = list(_beginnings(lines, range(fault + 1, last), 2))
    return (above[-1] if above else first), (below[-1] if len(below) == 2 else last)


def _beginnings(lines: Sequence[str], numbers: range, most: int) -> Iterator[int]:
    """Give the numbers of the lines that begin records, the nearest first."""
    for number in numbers:
        if most and lines[number].startswith("- "):
            most -= 1
            yield number


def _column(line: _Line) -> int:
    """Give where a message about a line points: its dash or its key."""
    return len(line.before) - len(line.before.lstrip(" ")) + 1


def _advice(line: _Line, before: str, elsewhere: bool) -> Message:
    """Word how a line has to begin."""
    key, dashed, due = quoted(line.key, 40), "-" in line.before, "-" in before
    spaces, wanted = _column(line) - 1, len(before) - len(before.lstrip(" "))
    if due and not dashed:
        if len(line.before) in (wanted, len(before)):
            code = "dash-missing/after-spaces" if len(line.before) - wanted >= 2 else "dash-missing"
            return say(code, key=key)
        return say("dash-missing-after-edge", spaces=_spaces(wanted))
    if dashed and not due:
        return say("dash-too-many", spaces=_spaces(len(before) - spaces), key=key)
    like = "as elsewhere in this file" if elsewhere else "as the lines around it"
    if dashed and wanted < spaces:
        number = spaces - wanted
        return say("dash-too-deep", spaces=agreeing(number, "space", f"{number} spaces"), like=like)
    what = f"the dash before {key}" if dashed else key
    return say("indent-too-small", what=what, spaces=_spaces(wanted), like=like)


def _spaces(number: int) -> str:
    return counted(number, "space")
