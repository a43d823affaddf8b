"""What tests compare of a message: its code and what it names, so that its wording can improve in one place.

The wording is in `tests/catalogue.txt`, which shows every message whole.
"""

import re

from dashboard.records.model import Problem

_NAMED = re.compile(
    r'"[^"]*"|[“‘«„][^”’»“]*[”’»“]'  # what is quoted
    r"|\{[\w:-]+\}"  # marks that may be written in an article
    r"|(?<=of: )[\w-]+(?:, [\w-]+)+|(?!of\b)\b\w+: (?:…|[\w~-]+)"  # what may be written, and keys with their values
    r"|[\w./:-]*\d[\w./:-]*"  # days, numbers and ids with a number
    r"|[\w-]+(?:\.[\w-]+)+|\w+-(?!\w)|(?<=\s)[A-Z]\w*"  # files, hosts, beginnings of ids, and names
)


def values(message: str) -> str:
    """Give the values that a message names, in order. A semicolon is between its parts; conditional ones follow "if".

    `"us" is not an id; add it; if you meant "un", write that` is `"us"; if "un"`.
    """
    parts = []
    for part in message.split("; "):
        if named := " ".join(_NAMED.findall(part)):
            parts.append(f"if {named}" if part.startswith("if ") else named)
    return "; ".join(parts)


def in_short(problem: Problem) -> str:
    """Write file, line, column, record, code and what the message names."""
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.record}: {message_in_short(problem)}"


def message_in_short(problem: Problem) -> str:
    """Write the code of a message and what it names."""
    return ": ".join(filter(None, (problem.code, values(problem.message))))
