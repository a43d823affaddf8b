"""Files that are slow, endless or huge to read: name → a function of the size of the text in letters."""

from collections.abc import Callable

WHOLE = 1_990_000
"""Just below the longest file that is read; `benchmarks/bombs.py` measures bombs of this size."""
SMALL = 30_000
"""The size in tests, which count calls: work that grows with the square of the size is still conspicuous."""

Bomb = Callable[[int], str]


def repeated(piece: str, before: str = "", after: str = "") -> Bomb:
    """Give a bomb that repeats one piece."""
    return lambda size: before + piece * (size // len(piece)) + after


def numbered(piece: str, before: str = "") -> Bomb:
    """Give a bomb that repeats one piece, with the next number for `{}` each time."""
    return lambda size: before + "".join(piece.format(number) for number in range(size // (len(piece) + 3)))


RECORDS = {
    "aliases": lambda size: (
        "- &a [x]\n" + "".join(f"- &a{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9)) + repeated("- *a\n")(size)
    ),
    "brackets": repeated("["),
    "braces": repeated("{a: "),
    "dashes": repeated("- "),
    "questions": repeated("? "),
    "closed brackets": repeated("[],", "- [", "]\n"),
    "entries": repeated("- a\n"),
    "empty entries": repeated("-\n"),
    "keys": numbered("  k{}: v\n", "- id: a\n"),
    "one key again and again": repeated("  id: a\n", "- id: a\n"),
    "sources nobody knows": numbered("  - asiaplus-{}\n", "- id: a\n  sources:\n"),
    "records": numbered("- id: r{}\n  x: 1\n"),
    "one long word": repeated("a", "- id: "),
    "one long key": repeated("a", "- ", ": b"),
    "one long address": repeated("a.", "- id: a\n  url: https://"),
    "one long quote": repeated("a\n ", '- title: "', '"'),
    "tabs": repeated("a\t\n"),
    "spaces": repeated(" ", "- a", "b"),
    "spaces at the ends": repeated("- a \n"),
    "hidden characters": repeated("\u200b"),
    "two alphabets": repeated("aж"),
    "two alphabets in turn": repeated("aж "),
    "comments": repeated("#\n"),
    "documents": repeated("---\n"),
    "anchors": numbered("- &a{} b\n"),
    "Windows": repeated("- a\r\n"),
    "spaces in braces": repeated(" ", "- id: a\n  {a", "}}\n"),
    "spaces behind a quote": repeated(" ", '- id: a\n  "a"', "{\n"),
}
"""Bombs that replace the events."""

ARTICLES = {
    "citations": repeated("[khovar-2018]", "One "),
    "brackets": repeated("["),
    "spaces": repeated(" ", "a", "b"),
    "letters": repeated("a"),
    "quotes": repeated('"'),
    "opened quotes": repeated("“"),
    "opened guillemets": repeated("«a"),
    "sentences": repeated("Then they agreed. "),
    "headings": repeated("## a\nb\n\n"),
    "unknown citations": repeated("One [asiaplus-2018-99]. "),
    "marks": repeated("{date}"),
    "marks in one sentence": repeated("One [khovar-2018] {date} two. "),
    "opened marks": repeated("{role:"),
    "codes of web pages": repeated("&amp;"),
}
"""Bombs that replace an article."""

SOURCE = "- id: trend-2018-05-{}\n  title: A\n  publisher: B\n  language: en\n  kind: press\n  read: full\n"
ROLE = "    - organizer: x{0}\n      role: hots\n      confidence: single\n      sources: [y{0}]\n"

BESIDE = {
    "faulty records": ("sources.yaml", numbered(SOURCE.replace("en\n", "eng\n"))),
    "ids that are none": ("sources.yaml", numbered(SOURCE.replace("05-{}", "05-X{}"))),
    "one id again and again": ("sources.yaml", repeated(SOURCE.format(1))),
    "a record of faults": ("events.yaml", numbered(ROLE, "- id: a\n  roles:\n")),
    "changes of what is not there": (
        "CHANGES.yaml",
        numbered("    - k{}\n", "- on: 2022\n  what: added\n  why: Made up.\n  sources:\n"),
    ),
    "organizers of one name": (
        "organizers.yaml",
        lambda size: "".join(
            f"- id: x{n}\n  name: UN {'x' * (n % 99)}\n  short_name: UN\n  kind: state\n" for n in range(size // 100)
        ),
    ),
}  # fmt: skip
"""Bombs that follow the records of a file."""
CITED = repeated("UN x [trend-2018-05-x1]. ")
"""The article beside those records."""
