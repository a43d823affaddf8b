"""Follows the messages of `check` as somebody does who knows nothing else: to the letter, at the place they name."""

import re
from collections.abc import Callable
from pathlib import Path

from dashboard.model import Problem


class NotFollowedError(Exception):
    """Only a person can follow these words; the row has to say what they lead to."""


def follow(folder: Path, problem: Problem) -> None:
    """Do in the file what a problem says.

    Raises
    ------
    NotFollowedError
        Where no machine can tell what to do.
    """
    file = problem.path.split("/", 1)[1]
    path = folder / file
    page = Page(path.read_text(encoding="utf-8").split("\n"), problem.line - 1, problem.column - 1, file)
    for pattern, cure in CURES:
        if match := re.search(pattern, problem.message):
            cure(page, match)
            path.write_text("\n".join(page.lines), encoding="utf-8", newline="")
            return
    raise NotFollowedError(problem.message)


class Page:
    """The lines of a file, and the place on it where a problem stands; all count from 0."""

    def __init__(self, lines: list[str], line: int, column: int, file: str) -> None:
        self.lines, self.line, self.column, self.file = lines, line, column, file

    @property
    def text(self) -> str:
        """The line of the problem."""
        return self.lines[self.line]

    @text.setter
    def text(self, text: str) -> None:
        self.lines[self.line] = text

    @property
    def indent(self) -> int:
        """Spaces before the first sign of the line."""
        return len(self.text) - len(self.text.lstrip())

    def put(self, text: str, end: int | None = None) -> None:
        """Write a text from the place of the problem up to `end`, or to the end of the line."""
        after = "" if end is None else self.text[end:]
        self.text = self.text[: self.column] + text + after

    def end(self) -> int:
        """Give where the value ends that begins at the place."""
        rest = self.text[self.column :]
        if quoted := re.match(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", rest):
            return self.column + quoted.end()
        above = "\n".join([*self.lines[max(self.line - 20, 0) : self.line], self.text[: self.column]])
        last_open = max(above.rfind("["), above.rfind("{"))
        in_brackets = last_open > max(above.rfind("]"), above.rfind("}"))
        stop = re.search(r"[,\]}]| #|\s*$" if in_brackets else r" #|\s*$", rest)
        return self.column + stop.start()

    def key_end(self) -> int:
        """Give where the key ends that begins at the place."""
        return self.column + re.match(r"[^:]*", self.text[self.column :]).end()

    def span(self) -> range:
        """Give the lines of the record around the place."""
        begin = next((line for line in range(self.line, -1, -1) if self.lines[line].startswith("- ")), 0)
        ends = (line for line in range(begin + 1, len(self.lines)) if self.lines[line].startswith("- "))
        return range(begin, next(ends, len(self.lines)))

    def set(self, key: str, value: str | None) -> None:
        """Write the line of a key of the record, or delete it; a new `end` goes below `start`."""
        for line in self.span():
            if match := re.match(rf"([- ] {key}:)", self.lines[line]):
                self.lines[line : line + 1] = [] if value is None else [f"{match[1]} {value}"]
                return
        if value is not None:
            self.lines.insert(self.line + 1, f"  {key}: {value}")


Cure = Callable[[Page, re.Match], None]


def _value(page: Page, match: re.Match) -> None:
    page.put(match[1], page.end())


def _line(page: Page, match: re.Match) -> None:
    page.put(match[1])


def _key(page: Page, match: re.Match) -> None:
    page.put(match[1], page.key_end())


def _bracket(page: Page, match: re.Match) -> None:
    page.put(match[1], page.column + re.match(r"\[*[^\[\]\n]*\]*", page.text[page.column :]).end())


def _sign(page: Page, match: re.Match) -> None:
    page.put("", page.column + 1)


def _word(page: Page, match: re.Match) -> None:
    page.text = page.text.replace(match[1], match[2], 1)


def _space(page: Page, match: re.Match) -> None:
    page.put(" ", page.column + 1)


def _stripped(page: Page, match: re.Match) -> None:
    page.lines[:] = [line.rstrip(" ") for line in page.lines]


def _without_line(page: Page, match: re.Match) -> None:
    del page.lines[page.line]


def _in_quotes(page: Page, match: re.Match) -> None:
    before, key, value = re.fullmatch(r"((?: |- )*)([^:]+): *(.*)", page.text).groups()
    quote = match[1]
    page.text = f"{before}{key}: {quote}{value.strip()}{quote}"


def _apart(page: Page, match: re.Match) -> None:
    page.put(match[1], page.end())


def _loose(page: Page, match: re.Match) -> None:
    page.put(match[1], page.column + re.match(r"[^\w]?[\w, ;-]+[)}>）】]?", page.text[page.column :]).end())


def _entries(page: Page, match: re.Match) -> None:
    """Write the entry of a list once for each id, with all that stands in it."""
    ids = re.findall(r'"([^"]+)"', match[1])
    while ":" not in page.text:
        page.line -= 1  # the ids stand in a list of their own
    begin = next(line for line in range(page.line, -1, -1) if page.lines[line].lstrip().startswith("- "))
    dash = len(page.lines[begin]) - len(page.lines[begin].lstrip())
    deeper = (len(text) - len(text.lstrip()) > dash for text in page.lines[begin + 1 :])
    end = begin + 1 + next((line for line, goes_on in enumerate(deeper) if not goes_on), len(page.lines))
    key, value = re.match(r"(.*?: *)(.*)", page.text).groups()
    below = page.line + 1
    while not value and page.lines[below].lstrip().startswith("- "):
        below += 1
    head, rest = page.lines[begin : page.line], page.lines[below:end]
    page.lines[begin:end] = [line for one in ids for line in (*head, f"{key.rstrip()} {one}", *rest)]


CURES: tuple[tuple[str, Cure], ...] = (
    (r"is not in [a-z]+\.yaml; name the file", lambda page, match: _cannot(match)),
    (r"only looks like a space; write a plain space$|is a tab; write spaces$", _space),
    (r"cannot be seen; delete it$", _sign),
    (r"the line ends with spaces(?: \(so do \d+ more\))?; delete them", _stripped),
    (r'"(.+)" mixes alphabets: .*; write "(.+)"$', _word),
    (r"delete this line$", _without_line),
    (r"a value with a colon needs quotes; write [^:]+: (')…' around all of it$", _in_quotes),
    (r"ended before this; write (['\"])…\1 around all of it$", _in_quotes),
    (r"begins with \"[^\"]+\" needs quotes; write (['\"])…\1 around all of it$", _in_quotes),
    (r"has no colon; write \"(.+)\"$", _line),
    (r"has no plain colon; write \"(.+)\"$", _line),
    (r"has no space after the colon; write \"(.+)\"$", _line),
    (r"is followed by an invisible space; write a plain space: \"(.+)\"$", _line),
    (r"a dash needs a (?:plain )?space after it; write \"(.+)\"$", _line),
    (r"stands in braces; write \"(.+)\"$", _line),
    (r"put a comma between them: \"(.+)\"$", _value),
    (r'is not a key of an? [a-z]+; write "(\w+)"$', _key),
    (r"is (?:not a date|not a whole number|neither true nor false); write (\S+)(?: \(year, month, day\))?$", _value),
    (r'is not a key of an? [a-z]+; if you meant "(\w+)"(?: or "\w+")?, write that$', _key),
    (r"are \w+ [a-z]+; write an entry for each: (.+)$", _entries),
    (r'is the [a-z ]+ of "([^"]+)"; write that id$', _value),
    (r'write "([^"]+)", without the space$', _value),
    (r'write "(\[[^"]+\])", in square brackets$', _loose),
    (r'if (?:you meant|its \w+ is mistyped, there is|its id was changed, write) "(\[[^"]+\])"', _bracket),
    (r'if (?:you meant|its \w+ is mistyped, there is|its id was changed, write) "([^"]+)"', _value),
    (r'write "(\[.+?\])"$', _bracket),
    (r'write "([^"…]+)"(?:, or another of: .*)?$', _value),
)
"""What a message says at its end, and what to do then; the first that fits counts."""


def _cannot(match: re.Match) -> None:
    raise NotFollowedError(match.string)
