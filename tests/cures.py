"""Follows the messages of `check` to the letter, at the place they name, like somebody who knows nothing else."""

import re
from collections.abc import Callable
from pathlib import Path

from dashboard.records.model import Problem


class NotFollowedError(Exception):
    """Only a person can follow this message; the row has to give the result."""


def follow(folder: Path, problem: Problem) -> None:
    """Do in the file what a problem says.

    Raises
    ------
    NotFollowedError
        If a program cannot tell what to do.
    """
    path = folder / problem.path.split("/", 1)[1]
    page = Page(path.read_text(encoding="utf-8").split("\n"), problem.line - 1, problem.column - 1)
    for pattern, cure in CURES:
        if match := re.search(pattern, problem.message):
            cure(page, match)
            path.write_text("\n".join(page.lines), encoding="utf-8", newline="")
            if page.moved:
                with (folder / page.moved[0]).open("a", encoding="utf-8") as other:
                    other.write("\n".join(page.moved[1]) + "\n")
            return
    raise NotFollowedError(problem.message)


class Page:
    """The lines of a file, and the place of a problem in it; all count from 0."""

    def __init__(self, lines: list[str], line: int, column: int) -> None:
        self.lines, self.line, self.column = lines, line, column
        self.moved: tuple[str, list[str]] | None = None

    @property
    def text(self) -> str:
        """The line of the problem."""
        return self.lines[self.line]

    @text.setter
    def text(self, text: str) -> None:
        self.lines[self.line] = text

    def put(self, text: str, end: int | None = None) -> None:
        """Write a text from the place of the problem up to `end`, or to the end of the line."""
        self.text = self.text[: self.column] + text + ("" if end is None else self.text[end:])

    def end(self) -> int:
        """Give where the value ends that begins at the place."""
        rest = self.text[self.column :]
        if value := re.match(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|\[[^\[\]]*\](?=[,\s\]]|$)", rest):
            return self.column + value.end()
        above = "\n".join([*self.lines[max(self.line - 20, 0) : self.line], self.text[: self.column]])
        last_open = max(above.rfind("["), above.rfind("{"))
        in_brackets = last_open > max(above.rfind("]"), above.rfind("}"))
        return self.column + re.search(r"[,\]}]| #|\s*$" if in_brackets else r" #|\s*$", rest).start()

    def record(self) -> range:
        """Give the lines of the record around the place."""
        begin = next((line for line in range(self.line, -1, -1) if self.lines[line].startswith("- ")), 0)
        ends = (line for line in range(begin + 1, len(self.lines)) if self.lines[line].startswith("- "))
        return range(begin, next(ends, len(self.lines)))

    def set(self, key: str, value: str | None) -> None:
        """Write the line of a key of the record, or delete it; a new one goes below the place."""
        for line in self.record():
            if match := re.match(rf"[- ] {key}:", self.lines[line]):
                self.lines[line : line + 1] = [] if value is None else [f"{match[0]} {value}"]
                return
        if value is not None:
            self.lines.insert(self.line + 1, f"  {key}: {value}")


Cure = Callable[[Page, re.Match], None]


def value(page: Page, match: re.Match) -> None:
    """Replace the value; further information goes into a note."""
    page.put(match[1], page.end())
    _note(page, match)


def rest_of_line(page: Page, match: re.Match) -> None:
    """Replace the line from the place on."""
    page.put(match[1])


def pair(page: Page, match: re.Match) -> None:
    """Write a key with its value on the line, after its dash if it has one."""
    page.text = re.match(r" *(?:- +)*", page.text)[0] + match[1]


def key(page: Page, match: re.Match) -> None:
    """Write another key before the colon."""
    page.put(match[1], page.column + re.match(r"[^:]*", page.text[page.column :]).end())


def citation(page: Page, match: re.Match) -> None:
    """Replace brackets by others."""
    page.put(match[1], page.column + re.match(r"\[*[^\[\]\n]*\]*", page.text[page.column :]).end())


def _writes(text: str, length: int = 1) -> Cure:
    return lambda page, match: page.put(text, page.column + length)


def _inserts(text: str) -> Cure:
    return lambda page, match: page.put(text, page.column)


def word(page: Page, match: re.Match) -> None:
    """Write one word for another on the line."""
    assert match[1] in page.text
    page.text = page.text.replace(match[1], match[2], 1)


def word_over_lines(page: Page, match: re.Match) -> None:
    """Write one word for another, which may be cut by the end of its line."""
    text = "\n".join(page.lines)
    cut = re.compile(r"\s+".join(map(re.escape, match[1].split())))
    page.lines[:] = cut.sub(match[2], text, count=1).split("\n")


def without(page: Page, match: re.Match) -> None:
    """Delete the first such text from the place on, and the space after it."""
    before, found, after = page.text[page.column :].partition(match[1])
    assert found
    page.put(before + after.removeprefix(" "))


def without_at_end(page: Page, match: re.Match) -> None:
    """Delete the last sign of the line."""
    page.text = page.text[:-1]


def without_line(page: Page, match: re.Match) -> None:
    """Delete the line."""
    del page.lines[page.line]


def without_dates(page: Page, match: re.Match) -> None:
    """Delete start and end; an id that has to change is changed everywhere by a person."""
    page.set("start", None)
    page.set("end", None)
    if "begin the id with" in match.string:
        raise NotFollowedError(match.string)


def both_lines(page: Page, match: re.Match) -> None:
    """Write start and end."""
    page.set("end", match[2])
    page.set("start", match[1])
    _note(page, match)


def within(page: Page, match: re.Match) -> None:
    """Write start, end and how they are meant."""
    both_lines(page, match)
    page.set("dating", "within")


def open_end(page: Page, match: re.Match) -> None:
    """Write the start alone."""
    page.set("end", None)
    page.set("start", match[1])
    page.set("date_note", "It goes on.")


def _note(page: Page, match: re.Match) -> None:
    """Write the information that the date cannot hold into the named key."""
    words = match.string
    if "that it is not certain" in words:
        page.set(re.search(r"say in (\w+)", words)[1], "It is not certain.")
    if season := re.search(r'write "(\w+)" in (\w+)', words):
        page.set(season[2], season[1])
    if "name the dates in date_note" in words:
        page.set("date_note", "The two dates.")
    if rest := re.search(r"write the rest in (\w+)", words):
        page.set(rest[1], "The rest.")


def indented(page: Page, match: re.Match) -> None:
    """Begin the line, and the given number of lines below it, in a column."""
    more = re.search(r"the next (?:(\d+) )?line", match.string)
    for line in range(page.line, page.line + 1 + (int(more[1] or 1) if more else 0)):
        page.lines[line] = " " * int(match[1]) + page.lines[line].lstrip()


def like_above(page: Page, match: re.Match) -> None:
    """Begin the line where the one above begins."""
    above = re.match(r" *(?:- +)*", page.lines[page.line - 1])[0]
    page.text = " " * len(above) + page.text.strip()


def dash_for_spaces(page: Page, match: re.Match) -> None:
    """Replace the two spaces before a word by a dash."""
    at = page.text.index(match[1].rstrip("…"))
    assert page.text[at - 2 : at] == "  "
    page.text = page.text[: at - 2] + "- " + page.text[at:]


def dash(page: Page, match: re.Match) -> None:
    """Write a dash before a word."""
    at = page.text.index(match[1])
    page.text = page.text[:at] + "- " + page.text[at:]


def spaces_for_dash(page: Page, match: re.Match) -> None:
    """Replace a dash by spaces."""
    at = page.text.index("- ")
    page.text = page.text[:at] + " " * int(match[1]) + page.text[at + 2 :]


def dash_to_the_left(page: Page, match: re.Match) -> None:
    """Delete spaces before a dash."""
    page.text = page.text[int(match[1] or 1) :]


def entry_below(page: Page, match: re.Match) -> None:
    """Write an entry in the column of the dash above."""
    above = next(line for line in reversed(page.lines[: page.line]) if line.lstrip().startswith("- "))
    page.text = above[: above.index("-")] + match[1]


def key_below(page: Page, match: re.Match) -> None:
    """Write a key in the column of the key above."""
    above = page.lines[page.line - 1]
    page.text = above[: len(above) - len(above.lstrip())] + match[1]


def on_one_line(page: Page, match: re.Match) -> None:
    """Append the line to the one above."""
    page.lines[page.line - 1 : page.line + 1] = [f"{page.lines[page.line - 1]} {page.text.strip()}"]


def entries(page: Page, match: re.Match) -> None:
    """Replace the lines that begin with other signs by entries, each on a line of its own."""
    written = re.findall(r'"(- [^"]+)"', match[1])
    page.lines[page.line : page.line + len(written)] = [page.text[: page.column] + entry for entry in written]


def list_around(page: Page, match: re.Match) -> None:
    """Write a list from the first bracket of the line on."""
    page.text = page.text[: page.text.index("[")] + match[1]


def inner_list(page: Page, match: re.Match) -> None:
    """Replace a list by its entries."""
    page.put(match[1], page.end())


def to_other_file(page: Page, match: re.Match) -> None:
    """Move the record to the end of another file."""
    record = page.record()
    page.moved = (match[1], page.lines[record.start : record.stop])
    del page.lines[record.start : record.stop]


def everywhere(page: Page, match: re.Match) -> None:
    """Write letters and their accents as one character, in the whole file."""
    import unicodedata

    page.lines[:] = [unicodedata.normalize("NFC", line) for line in page.lines]


def stripped(page: Page, match: re.Match) -> None:
    """Delete the spaces at the ends of lines."""
    page.lines[:] = [line.rstrip(" ") for line in page.lines]


def sentence(page: Page, match: re.Match) -> None:
    """End a sentence of an article as its last words are written in the message."""
    text, ending = "\n".join(page.lines), match[1].lstrip("…")
    words = re.split(r" (?=\[)", ending, maxsplit=1)[0]
    cited = re.escape(words) + r"[.!?]?\s*(?:\[[^\]\n]*\]\s*)+[.,;:!?\s]*?(?=\n|$)"
    page.lines[:] = re.sub(cited, lambda _: ending, text, count=1).split("\n")


def quoted(page: Page, match: re.Match) -> None:
    """Write the whole value in quotes, with the part that was read as a note or as a key."""
    page.text = re.match(r" *(?:- +)*(?:\w+: +)?", page.text)[0] + match[1]


def quoted_value(page: Page, match: re.Match) -> None:
    """Replace a key and its value by one value with a colon in it."""
    page.put(f'"{match[1]}"', page.end())


def comma(page: Page, match: re.Match) -> None:
    """Write a comma after the entry before the place."""
    page.text = page.text[: page.column].rstrip() + ", " + page.text[page.column :]


def on_one_line_with_comma(page: Page, match: re.Match) -> None:
    """Separate an entry of a list from the one that ends on the line above."""
    page.lines[page.line - 1] += ","


def citation_closed(page: Page, match: re.Match) -> None:
    """Close a bracket after the id in it."""
    end = page.column + re.match(r"\[[a-z0-9-]+", page.text[page.column :]).end()
    page.text = page.text[:end] + "]" + page.text[end:]


def cannot(page: Page, match: re.Match) -> None:
    """Leave the cure to a person, because a program must not do it."""
    raise NotFollowedError(match.string)


def closed(page: Page, match: re.Match) -> None:
    """Write the quote that begins a value at its end too."""
    page.text += page.text[page.column]


def ended(page: Page, match: re.Match) -> None:
    """Write a sign at the end of the line."""
    page.text += match[1]


def sign(page: Page, match: re.Match) -> None:
    """Write one sign for another."""
    page.put(match[1], page.column + 1)


def decoded(page: Page, match: re.Match) -> None:
    """Replace a code of web pages by its character."""
    assert match[1] in page.text
    page.text = page.text.replace(match[1], match[2] or " ")


def loose_list(page: Page, match: re.Match) -> None:
    """Write a list instead of ids without brackets, or in other brackets."""
    page.put(match[1], page.column + re.match(r"[^\w]?[\w, ;-]+[)}>）】]?", page.text[page.column :]).end())


def entry_for_each(page: Page, match: re.Match) -> None:
    """Write the entry of a list once for each id, with all its keys."""
    ids = re.findall(r'"([^"]+)"', match[1])
    while ":" not in page.text:
        page.line -= 1  # the ids are in a list of their own
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


DATE = r"(\d{4}(?:-\d\d){0,2}~?)"
LIST = r"(\[[^\[\]]*\])"
QUOTED = '("[^"]*"|\'.*\')'
CURES: tuple[tuple[str, Cure], ...] = (
    # dates
    (rf"write start: {DATE} and, on the next line, end: {DATE}(?!.* or start)", both_lines),
    (rf"write start: {DATE}, end: {DATE} and dating: within", within),
    (rf'write start: {DATE}, delete the line "end"', open_end),
    (r'delete this line and the line "end"', without_dates),
    (rf"(?:is not a date|is not in the calendar|has no year); write {DATE}(?: \(|,|$)", value),
    (r"(?:is not a date|is not a value); if it is not known, delete the line$", without_line),
    (r"has no (?:plain colon|colon|space after the colon); write \"([^\"]+)\"(?:$|, or indent it by)", rest_of_line),
    (r"has no (?:plain colon|colon); write \"(.+)\"$", rest_of_line),
    # columns and dashes
    (r"indent (?:it|\"[^\"]+\"|the dash before \"[^\"]+\").* by (\d+) spaces?", indented),
    (r"the line begins with a tab; indent it with spaces", like_above),
    (r'write "- " in place of the two spaces before "([^"]+)"', dash_for_spaces),
    (r'write "- " before "([^"]+)"$', dash),
    (r'is a whole record; write "- " before it$', _inserts("- ")),
    (r'write (\d+) spaces? in place of the dash before "', spaces_for_dash),
    (r"delete the (?:(\d+) )?spaces? before it, as", dash_to_the_left),
    (r'write "(- [^"]+)" in the column of the dash above', entry_below),
    (r'write "([^"]+)" in the column of the key above', key_below),
    (r'write a comma before "([^"]+)"', on_one_line_with_comma),
    (r'this line continues the text above; write both on one line', on_one_line),
    (r'an entry begins with a dash and a space; write ("- .*), each on its own line$', entries),
    (r'an entry begins with a dash and a space; write "(.+)"$', rest_of_line),
    (r'begins with a second dash; delete it: "(.+)"$', value),
    # quotes and brackets
    (r"not closed; write the same quote at its end$", closed),
    (r'not closed; write "([\]}])"(?:, or put the whole text in quotes)?$', ended),
    (r'is not closed; write "\]" after the id$', citation_closed),
    (r'this is not the bracket that closes the open one; write "(.)"$', sign),
    (rf"(?:write|text, write) {QUOTED} with the quotes", quoted),
    (rf"write one pair of brackets around all entries: {LIST}$", list_around),
    (r'write "([^"]+)" without the inner brackets$', inner_list),
    (r"put a comma between them: (.+)$", value),
    (rf"a list needs brackets; write {LIST}$", rest_of_line),
    (rf"write {LIST}$", value),
    (r"; write (\w+: .+)$", pair),
    (r"(?:there are two commas instead of one; delete one|closes nothing; delete it)$", _writes("")),
    (r"a comma follows the quote; delete it$", _writes("")),
    (r"there is nothing before this comma; delete it$", _writes("", 2)),
    (r"a comma is missing before this entry; write one$", comma),
    (r"the list inside this list is empty; delete it$", _writes("", 4)),
    (r'^"([^"]+)" is (?:a|read as a) YAML anchor, not (?:as )?part of the value; delete it', without),
    # ids
    (r'is not a key of an? [a-z]+; if you meant "(\w+)"(?: or "\w+")?, write that$', key),
    (r"are \w+ [a-z]+; write an entry for each: (.+)$", entry_for_each),
    (r'is the [a-z ]+ of "([^"]+)"; write that id$', value),
    (r'write "([^"]+)", without the space$', value),
    (r'write "(\[[^"]+\])", in square brackets$', loose_list),
    (r'if (?:you meant|its \w+ is mistyped, it may be|it has a new id, write) "(\[[^"]+\])"', citation),
    (r'if (?:you meant|its \w+ is mistyped, it may be|it has a new id, write) "([^"]+)"', value),
    # characters
    (r"delete what is in this line$", without_line),
    (r"only looks like a space; write a plain space$|is a tab; write spaces$", _writes(" ")),
    (r"cannot be seen; delete it$", _writes("")),
    (r"(?:the line ends|this line and \w+ more end) with spaces; delete them", stripped),
    (r"ends with a (?:comma|semicolon), which readers would see; delete the", without_at_end),
    (r'^readers would see the tag "(<[^"]+>)"; delete it$', without),
    (r'^readers would see "(&[^"]+;?)" as it is; write (?:a space|"(.+)")$', decoded),
    (r"is stored as two characters", everywhere),
    (r'^"(.+)" mixes alphabets: .*; write "(.+)"$', word),
    (r'^"(.+)" is a character made for print, and a search does not find it; write "(.+)"$', word),
    (r'^"(.+)" is a word broken at the end of a line; write "(.+)", or', word_over_lines),
    # words and keys
    (r"delete this line$", without_line),
    (r"put it on the line above if it continues that line", on_one_line),
    (r"a dash needs a (?:plain )?space after it; write \"(.+)\"$", rest_of_line),
    (r"is in braces; write \"(.+)\"$", rest_of_line),
    (r"at the colon and the space after it; write \"(.+)\", without the space$", quoted_value),
    (r'is not a key of an? [a-z]+; write "(\w+)"$', key),
    (r"(?:is not a whole number|neither true nor false); write (\S+)$", value),
    (r'(?:delete each "\\" in it|write it without the signs around it): (\S+)$', value),
    (r"this looks like an? [a-z]+; move it to (\w+\.yaml)$", to_other_file),
    (r'write "(…?.+ \[.+\]\.)"$', sentence),
    (r'write "(\[.+?\])"$', citation),
    (r"is not in [a-z]+\.yaml; name the file", cannot),
    (r'write "([^"…]+)"(?:, or another of: .*)?$', value),
)  # fmt: skip
"""Pattern of a message, and the function that follows it; the first match counts."""
