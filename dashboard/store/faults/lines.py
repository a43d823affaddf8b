"""What a line that lacks its colon was meant to be: a key, a text that goes on, or something pasted from elsewhere."""

import re
from collections.abc import Iterator, Sequence

from dashboard.store.faults.characters import SPACES
from dashboard.store.faults.columns import advice_on_dash
from dashboard.store.files import Fault
from dashboard.words.spelling import quoted, slips

PAIR = re.compile(r"(?:- +)*(?P<key>[^\s:#\"'\[{-][^:#]*?):(?: +(?P<value>.*))?$")
FARTHEST = 500
"""Lines above a fault that are looked at for its cause."""
EMPTY = "the line holds nothing but spaces that cannot be seen; delete it"
BULLETS = re.compile(r"(?:- +)*")

_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_KEY = re.compile(r"(?P<before> *(?:- +)*)(?P<key>\w+):(?: |$)")
_OPENS_TEXT = re.compile(r"(?P<before> *(?:- +)*)(?:[^\s:#]+: +)?(?P<sign>[>|][-+0-9]*) *$")
_BULLET = re.compile(r"[-–—•·*‣◦−]\s?(?P<words>[^\W\d].*)")
_GLUED = re.compile(rf"(?P<key>\w+):(?P<space>[{SPACES}]?)[\s{SPACES}]*(?P<value>\S.*)")
_OTHER_SIGN = re.compile(r"(?P<key>\w+)\s*(?P<sign>=>?|->|[;；：﹕∶]|[-–—](?=\s))\s*(?P<value>.*)")
_PASTED = re.compile(r"\{?\s*(?P<quote>[\"']?)(?P<key>\w+)(?P=quote)\s*:?\s*(?P<value>[^{}]*?)\s*,?\s*\}?,?\s*")
_NEEDS_QUOTES = tuple("@`%&*!|>")
_LONGEST_PASTED = 500


def conflicts(lines: Sequence[str]) -> Iterator[Fault]:
    """Find what git leaves in a file where two people changed the same lines."""
    opened = False
    for number, line in enumerate(lines, start=1):
        if not _MARKER.match(line):
            continue
        if line.startswith("<"):
            message = (
                'two versions of the text stand here, up to ">>>>>>>"; keep one of them, and delete the lines that '
                'begin with "<<<<<<<", "=======" and ">>>>>>>"'
            )
            yield Fault(number, 1, message)
        elif not opened:
            yield Fault(number, 1, f"{quoted(line)} is left over from two versions of the text; delete this line")
        opened = not line.startswith(">") and (opened or line.startswith("<"))


def goes_on(lines: Sequence[str], line: int) -> str | None:
    """Say how deep to indent a line that stands too far left for the text it goes on with; None for any other line."""
    depth, begins = _depth_of_text(lines, line)
    keys = _keys(lines)
    if depth is None or not _is_text(lines[line], keys):
        return None
    last = line + 1
    while last < len(lines) and lines[last].strip() and _indent(lines[last]) < depth and _is_text(lines[last], keys):
        last += 1
    more = last - line - 1
    which = f"it and the next {more} lines" if more > 1 else "it and the next line" if more else "it"
    spaces = f"{depth} space" + "s" * (depth > 1)
    if begins:
        return f'the text that ">" or "|" announces begins here, but is not indented; indent {which} by {spaces}'
    return f"the line is indented less than the text it goes on with; indent {which} by {spaces}, as the line above"


def run_on(lines: Sequence[str], begin: int, line: int, in_brackets: bool) -> str:
    """Say of a line that goes on with the value that begins above, on `begin`, what it may have been meant to be."""
    words, above = lines[line].strip(), lines[begin]
    what, together = "this line goes on with the text above", "else write both on one line"
    if in_brackets:
        words = re.split(r"[,\]}]", words, maxsplit=1)[0]
        return f"{what}; write a comma before {quoted(words, 40)} if it is an entry of its own, {together}"
    dashes = BULLETS.match(above.lstrip())[0]
    dash = _indent(above) + dashes.rfind("-")
    if dashes and not PAIR.match(above.strip()):
        bullet = _BULLET.match(words)
        if not bullet and _indent(lines[line]) == dash + 2:
            how = f"{advice_on_dash(2, words)} if it is an entry of its own"
        else:
            entry = quoted("- " + (bullet["words"] if bullet else words))
            how = f"write {entry} in the column of the dash above if it is an entry of its own"
        return f"{what}; {how}, {together}"
    key, _, rest = words.partition(" ")
    if rest and key in {name for _, name in _keys(lines)}:
        return f"{what}; write {quoted(_pair(key, rest))} in the column of the key above if it is a key, {together}"
    return f'{what}; write both on one line, or ">-" behind the colon and the whole text below it'


def bulleted(words: str) -> str | None:
    """Say of a line that begins with another sign than a dash and a space what to write; None for any other line."""
    bullet = None if words.startswith("- ") else _BULLET.match(words)
    return f"an entry begins with a dash and a space; write {quoted('- ' + bullet['words'])}" if bullet else None


def no_colon(lines: Sequence[str], line: int, column: int) -> str:
    """Say of words that are no key with a value what to write instead."""
    words = lines[line][column:]
    if not words.strip():
        return EMPTY
    if (cure := bulleted(words)) and not lines[line][:column].strip():
        return cure
    if glued := _GLUED.match(words):
        cured = quoted(_pair(glued["key"], glued["value"]))
        what = "is followed by an invisible space" if glued["space"] else "has no space after the colon"
        advice = f"write a plain space: {cured}" if glued["space"] else f"write {cured}"
        return f'"{glued["key"]}:" {what}; {advice}'
    if sign := _OTHER_SIGN.match(words):
        what = "no plain colon" if sign["sign"] in "：﹕∶" else "no colon"
        return f"{quoted(words)} has {what}; write {quoted(_pair(sign['key'], sign['value']))}"
    if words[:1] in ("{", "}", '"', "'"):
        return _pasted(words, is_record=column == 0)
    return goes_on(lines, line) or _bare(lines, line, column)


def _pasted(words: str, is_record: bool) -> str:
    """Speak of a line in the notation of programs: braces around records, quotes around keys, commas between them."""
    if is_record and words[0] == "{" and words.rstrip().rstrip(",").endswith("}"):
        comma = ", and delete the comma at its end" if words.rstrip().endswith(",") else ""
        return f'{quoted(words)} is a whole record; write "- " before it{comma}'
    # One space for many, and no line longer than anybody pastes: the pattern tries every way to part them.
    flat = " ".join(words.split())
    pasted = _PASTED.fullmatch(flat) if len(flat) <= _LONGEST_PASTED else None
    if pasted and not re.search(r",\s*[\"']?\w+[\"']?\s*:", pasted["value"]):
        what = "stands in braces" if words[0] in "{}" else "has no colon"
        return f"{quoted(words)} {what}; write {quoted(_pair(pasted['key'], pasted['value']))}"
    if words[0] in ("'", '"'):
        return "a text in quotes stands where a key belongs; write the key and a colon before it"
    return f"{quoted(words)} is written for programs; write each key on a line of its own, without braces and commas"


def _bare(lines: Sequence[str], line: int, column: int) -> str:
    words = lines[line][column:]
    key, _, rest = words.partition(" ")
    known = {name for where, name in _keys(lines) if where == column}
    before = next((lines[number] for number in range(line - 1, -1, -1) if lines[number].strip()), "")
    if before.startswith(" " * column + "- ") and not PAIR.match(before.strip()) and key not in known:
        return f"an entry begins with a dash and a space; write {quoted('- ' + words)}"
    if key not in known and (not key.isidentifier() or " " in rest):
        advice = "write a key and a colon before it"
        pair = PAIR.match(before.strip())
        # Only a text without quotes and brackets can go on below.
        if pair and pair["value"] and pair["value"][0] not in "\"'[{":
            advice = f"put it on the line above if it goes on with it, else {advice}"
        return f"{quoted(words)} has no colon; {advice}"
    key = key if key in known else next(iter(slips(key, sorted(known))), key)
    depth, _ = _depth_of_text(lines, line)
    # "people came from afar" may be a key with its text as well as a text that goes on.
    other = f", or indent it by {depth} spaces if it goes on with the text above" if depth and " " in rest else ""
    return f"{quoted(words)} has no colon; write {quoted(_pair(key, rest))}{other}"


def _pair(key: str, value: str) -> str:
    """Write a key with its value as it must stand in the file."""
    if value.startswith(_NEEDS_QUOTES):
        value = "'" + value.replace("'", "''") + "'"
    return f"{key}: {value or '…'}"


def _depth_of_text(lines: Sequence[str], line: int) -> tuple[int | None, bool]:
    """Give the depth of the text above which ends before a line, and whether the line would be its first."""
    depth = None
    for number in range(line - 1, max(line - FARTHEST, -1), -1):
        if not lines[number].strip():
            continue
        here = _indent(lines[number])
        if depth is not None and here >= depth:
            continue
        opens = _OPENS_TEXT.match(lines[number])
        if opens:
            begins = depth is None
            depth = len(opens["before"]) + 2 if begins else depth
            return (depth, begins) if _indent(lines[line]) < depth else (None, False)
        if depth is not None:
            break
        depth = here
    return None, False


def _is_text(line: str, keys: set[tuple[int, str]]) -> bool:
    """Tell a line of a text from one that begins with a dash, or with a key that the file has elsewhere."""
    words = line.split()
    if not words or words[0] == "-" or words[0].startswith("#"):
        return False
    if _indent(line) < 2 and (2, "id") in keys and not line.lstrip().startswith("- "):
        return True  # the keys of records stand behind a dash, or two spaces from the edge
    pair = PAIR.match(line.strip())
    if pair:
        return pair["key"] not in {name for _, name in keys} and " " in pair["key"]
    return (_indent(line), words[0]) not in keys and not (words[0].isidentifier() and "_" in words[0])


def _keys(lines: Sequence[str]) -> set[tuple[int, str]]:
    """Give every key of a file, with the column it begins in."""
    return {(len(match["before"]), match["key"]) for match in map(_KEY.match, lines) if match}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
