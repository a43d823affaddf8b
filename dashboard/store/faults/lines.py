"""What a line without a colon was meant to be: a key, the rest of a text, or something pasted from elsewhere."""

import re
from collections.abc import Iterator, Sequence

from dashboard.store.faults.characters import SPACES
from dashboard.store.files import Fault
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import agreeing, counted
from dashboard.words.spelling import quoted, slips

PAIR = re.compile(r"(?:- +)*(?P<key>[^\s:#\"'\[{-][^:#]*?):(?: +(?P<value>.*))?$")
FARTHEST = 500
"""How many lines above a fault are searched for its cause."""

_DASHES = re.compile(r"(?:- +)*")
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
    """Find the marks that git leaves in a file after two people changed the same lines."""
    opened = False
    for number, line in enumerate(lines, start=1):
        if not _MARKER.match(line):
            continue
        if line.startswith("<"):
            yield Fault(number, 1, say("conflict-of-two-versions"))
        elif not opened:
            yield Fault(number, 1, say("conflict-left-over", line=quoted(line)))
        opened = not line.startswith(">") and (opened or line.startswith("<"))


def goes_on(lines: Sequence[str], line: int) -> Message | None:
    """Say how deep to indent a line that continues a text and begins too far left; None for any other line."""
    depth, begins = _depth_of_text(lines, line)
    keys = _keys(lines)
    if depth is None or not _is_text(lines[line], keys):
        return None
    last = line + 1
    while last < len(lines) and lines[last].strip() and _indent(lines[last]) < depth and _is_text(lines[last], keys):
        last += 1
    more = last - line - 1
    code = "indent-missing-in-text" if begins else "indent-less-than-text"
    following = agreeing(more, "line", f"{more} lines")
    return say(f"{code}/several" if more else code, lines=following, spaces=counted(depth, "space"))


def run_on(lines: Sequence[str], begin: int, line: int, in_brackets: bool) -> Message:
    """Say what a line may mean that YAML reads as a part of the value that begins on line `begin` above."""
    words, above = lines[line].strip(), lines[begin]

    if in_brackets:
        words = re.split(r"[,\]}]", words, maxsplit=1)[0]
        return say("text-runs-on-in-brackets", words=quoted(words, 40))
    dashes = bullets(above.lstrip())
    dash = _indent(above) + dashes.rfind("-")
    if dashes and not PAIR.match(above.strip()):
        bullet = _BULLET.match(words)
        if not bullet and _indent(lines[line]) == dash + 2:
            return say("text-runs-on-in-list", words=quoted(words, 40))
        return say("text-runs-on-in-list/column", entry=quoted("- " + (bullet["words"] if bullet else words)))
    key, _, rest = words.partition(" ")
    if rest and key in {name for _, name in _keys(lines)}:
        return say("text-runs-on-with-key", pair=quoted(_pair(key, rest)))
    return say("text-runs-on")


def bulleted(words: str) -> Message | None:
    """Say what to write for a line that begins with another sign in place of a dash; None for any other line."""
    bullet = None if words.startswith("- ") else _BULLET.match(words)
    return say("bullet-for-dash", cured=quoted("- " + bullet["words"])) if bullet else None


def bullets(words: str) -> str:
    """Give the dashes at the beginning of a text, each with the spaces after it; empty if there are none."""
    dashes = _DASHES.match(words)
    return dashes[0] if dashes else ""


def no_colon(lines: Sequence[str], line: int, column: int) -> Message:
    """Say what to write instead of words that are not a key with a value."""
    words = lines[line][column:]
    if not words.strip():
        return say("line-of-hidden-spaces")
    if (cure := bulleted(words)) and not lines[line][:column].strip():
        return cure
    if glued := _GLUED.match(words):
        cured = quoted(_pair(glued["key"], glued["value"]))
        code = "colon-with-hidden-space" if glued["space"] else "colon-without-space"
        return say(code, key=glued["key"], pair=cured)
    if sign := _OTHER_SIGN.match(words):
        pair = quoted(_pair(sign["key"], sign["value"]))
        if sign["sign"] in "：﹕∶":
            return say("colon-of-another-kind", words=quoted(words), pair=pair)
        return say("colon-missing", words=quoted(words), pair=pair)
    if words[:1] in ("{", "}", '"', "'"):
        return _pasted(words, is_record=column == 0)
    return goes_on(lines, line) or _bare(lines, line, column)


def _pasted(words: str, is_record: bool) -> Message:
    """Say what to write for a line in the notation of programs: with braces, quotes around keys, and commas."""
    if is_record and words[0] == "{" and words.rstrip().rstrip(",").endswith("}"):
        has_comma = words.rstrip().endswith(",")
        return say("record-in-braces/comma" if has_comma else "record-in-braces", words=quoted(words))
    # Single spaces, and no very long line, because the pattern tries every way to split a line.
    flat = " ".join(words.split())
    pasted = _PASTED.fullmatch(flat) if len(flat) <= _LONGEST_PASTED else None
    if pasted and not re.search(r",\s*[\"']?\w+[\"']?\s*:", pasted["value"]):
        pair = quoted(_pair(pasted["key"], pasted["value"]))
        if words[0] in "{}":
            return say("pair-in-braces", words=quoted(words), pair=pair)
        return say("colon-missing", words=quoted(words), pair=pair)
    if words[0] in ("'", '"'):
        return say("quotes-for-key")
    return say("braces-around-keys", words=quoted(words))


def _bare(lines: Sequence[str], line: int, column: int) -> Message:
    words = lines[line][column:]
    key, _, rest = words.partition(" ")
    known = {name for where, name in _keys(lines) if where == column}
    before = next((lines[number] for number in range(line - 1, -1, -1) if lines[number].strip()), "")
    if before.startswith(" " * column + "- ") and not PAIR.match(before.strip()) and key not in known:
        return say("bullet-for-dash", cured=quoted("- " + words))
    if key not in known and (not key.isidentifier() or " " in rest):
        pair = PAIR.match(before.strip())
        # Only a text without quotes and brackets can go on below.
        if pair and pair["value"] and pair["value"][0] not in "\"'[{":
            return say("colon-missing/key-or-text", words=quoted(words))
        return say("colon-missing/key", words=quoted(words))
    key = key if key in known else next(iter(slips(key, sorted(known))), key)
    depth, _ = _depth_of_text(lines, line)
    # "people came from afar" may be a key with its text as well as a text that goes on.
    cured = quoted(_pair(key, rest))
    if depth and " " in rest:
        return say("colon-missing/or-text", words=quoted(words), pair=cured, spaces=counted(depth, "space"))
    return say("colon-missing", words=quoted(words), pair=cured)


def _pair(key: str, value: str) -> str:
    """Write a key with its value in valid YAML."""
    if value.startswith(_NEEDS_QUOTES):
        value = "'" + value.replace("'", "''") + "'"
    return f"{key}: {value or '…'}"


def _depth_of_text(lines: Sequence[str], line: int) -> tuple[int | None, bool]:
    """Give the depth of the text that ends before a line, and whether the line would be its first."""
    depth: int | None = None
    for number in range(line - 1, max(line - FARTHEST, -1), -1):
        if not lines[number].strip():
            continue
        here = _indent(lines[number])
        if depth is not None and here >= depth:
            continue
        opens = _OPENS_TEXT.match(lines[number])
        if opens:
            begins = depth is None
            depth = len(opens["before"]) + 2 if depth is None else depth
            return (depth, begins) if _indent(lines[line]) < depth else (None, False)
        if depth is not None:
            break
        depth = here
    return None, False


def _is_text(line: str, keys: set[tuple[int, str]]) -> bool:
    """Tell whether a line is part of a text: it begins neither with a dash nor with a key that other lines have."""
    words = line.split()
    if not words or words[0] == "-" or words[0].startswith("#"):
        return False
    if _indent(line) < 2 and (2, "id") in keys and not line.lstrip().startswith("- "):
        return True  # the keys of records are after a dash, or two spaces from the edge
    pair = PAIR.match(line.strip())
    if pair:
        return pair["key"] not in {name for _, name in keys} and " " in pair["key"]
    return (_indent(line), words[0]) not in keys and not (words[0].isidentifier() and "_" in words[0])


def _keys(lines: Sequence[str]) -> set[tuple[int, str]]:
    """Give every key of a file, with the column it begins in."""
    return {(len(match["before"]), match["key"]) for match in map(_KEY.match, lines) if match}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
