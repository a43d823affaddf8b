"""YAML text → plain values (dict, list, text) and the place of each. Nothing here knows what a record is.

Every scalar stays the text that was typed: YAML 1.1 would read `NO` as false, `12:30` as 750 and `010` as eight.
Whatever can make YAML explode or run code (aliases, anchors, tags, merge keys, depth) is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

import yaml

from dashboard.records.reading import KeyPath
from dashboard.store.faults.brackets import is_word, listed
from dashboard.store.faults.lines import conflicts, run_on
from dashboard.store.faults.syntax import DEPTH, explain
from dashboard.store.files import Fault
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import one_line, quoted

MOST = 600_000
"""The most values in one file of a data folder. The largest file has about 3,000, and one of 10,000 events 563,000."""
MOST_OF_A_READER = 60_000
"""The most values in one file that a reader tries."""
MOST_FAULTS = 1_000
"""The most faults that are reported of one file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029]")
_NOTED = re.compile(r" *[^\s#].* #\S")
_NOTE = re.compile(r" +(?P<text>#\S.*)")
_LINE_ENDS = re.compile(r"\s*\n\s*")
_NOTHING = ("~", "null", "Null", "NULL")
_MOST_SHOWN = 20
_DASHED = re.compile(r"[-–—•·*‣◦−]\s?(?P<words>[^\W\d].*)")


Value: TypeAlias = dict[str, "Value"] | list["Value"] | str | None
"""What was typed: keys with values, a list, a text, or nothing."""


class Place(NamedTuple):
    """Line and column, counted from 1."""

    line: int
    column: int


@dataclass
class Tree:
    """The content of one file.

    Attributes
    ----------
    value
        Dicts, lists, texts; None for a file without content. Keys left empty are left out; empty entries of
        lists are None.
    places
        Path of keys and indices → where the value begins.
    keys
        The same for the keys of mappings, also those left empty.
    brackets
        Paths of the lists that are written in brackets.
    faults
        In the order of the file; each spoils the value at its path.
    text
        What was read.
    """

    value: Value = None
    places: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    brackets: set[KeyPath] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    text: str = ""


class _TooMuch(Exception):
    """The file has deeper levels, or more values, than any list of records."""

    def __init__(self, place: Place, message: Message) -> None:
        super().__init__(message)
        self.fault = Fault(*place, message)


def parse(text: str, most: int = MOST) -> Tree:
    """Read one YAML document of at most `most` values; if its syntax is broken, the value is None, with a fault."""
    tree = Tree(text=text)
    try:
        _Reader(_events(text), tree, most).document()
    except _TooMuch as stop:
        tree.value, tree.faults = None, [stop.fault]
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(before.count("\n") + 1, error.position - before.rfind("\n"))
        tree.value, tree.faults = None, [Fault(*place, say("character-unprintable", name=f"U+{error.character:04X}"))]
    except yaml.MarkedYAMLError as error:
        tree.value, tree.faults = None, list(conflicts(text.split("\n"))) or [explain(error, text, _parses)]
    return tree


def _events(text: str) -> Iterator[yaml.Event]:
    """Give the parser's events; `yaml.parse` does the same, but asks for each event twice."""
    loader = _LOADER(text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            yield event
    finally:
        loader.dispose()


def _parses(text: str, line: int | None = None) -> bool:
    """Tell whether a text is YAML in which a key or a text of its own begins on `line`, counted from 0."""
    begins: set[int] = set()
    try:
        for event in _events(text):
            if isinstance(event, yaml.ScalarEvent):
                begins.add(_place(event).line - 1)
    except yaml.YAMLError:
        return False
    return line is None or line in begins


@dataclass
class _Keys:
    """The state of one mapping while its keys are read: its first key, and whether another entry began inside it."""

    in_list: bool
    first: str = ""
    another: bool = False

    def repeated(self, event: yaml.ScalarEvent, line: int) -> Message | None:
        """Say what to do about a key that `line` has already; None if this was said of another key of the entry."""
        if self.another:
            return None
        # The entries of a list begin with the same key. If it comes again, the dash before it is missing.
        self.another = self.in_list and event.value == self.first and _place(event).line > line + 1
        if self.another:
            return say("key-of-new-entry", key=quoted(event.value, 40))
        return say("key-given-twice", key=quoted(event.value), line=line)


class _Reader:
    """Builds values from the parser's events; recursion ends at `DEPTH`."""

    def __init__(self, events: Iterator[yaml.Event], tree: Tree, most: int) -> None:
        self.events = events
        self.tree = tree
        self.most = most
        self.notes = _with_notes(tree.text)
        self.marked: dict[str, tuple[int, Value]] = {}

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, split only when a line is needed."""
        return self.tree.text.split("\n")

    def document(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.tree.places:
                    fault = Fault(*_place(event), say("file-of-two-documents"))
                    self.tree.value, self.tree.faults = None, [fault]
                    return
            elif isinstance(event, yaml.NodeEvent):
                self.tree.value = self._value(event, ())

    def _value(self, event: yaml.Event, path: KeyPath) -> Value:
        places = self.tree.places
        places[path] = _place(event)
        if len(places) > self.most:
            raise _TooMuch(_place(event), say("file-with-too-many-values", most=f"{self.most:,}"))
        if isinstance(event, yaml.ScalarEvent) and not event.tag and not event.anchor:
            return self._scalar(event, path)
        if isinstance(event, yaml.AliasEvent):
            if len(self.tree.faults) < MOST_FAULTS:
                self._fault(event, path, self._alias(event.anchor))
            return f"*{event.anchor}"
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            raise TypeError(f"{event} begins no value")
        if event.tag:
            self._fault(event, path, say("yaml-type"))
        if not event.anchor:
            return self._content(event, path)
        is_text = isinstance(event, yaml.ScalarEvent) and event.value
        code = "yaml-anchor-before-text" if is_text else "yaml-anchor"
        self._fault(event, path, say(code, mark=quoted(f"&{event.anchor}")))
        value = self._content(event, path)
        self.marked[event.anchor] = (_place(event).line, value)
        return value

    def _alias(self, anchor: str | None) -> Message:
        """Say what to write for a word that refers to a value elsewhere."""
        word = quoted(f"*{anchor}")
        line, value = self.marked.get(anchor or "", (0, None))
        if not line:
            return say("yaml-alias-of-nothing", word=word)
        words = [entry for entry in value if is_word(entry)] if isinstance(value, list) else []
        if isinstance(value, list) and 0 < len(words) == len(value) <= _MOST_SHOWN:
            return say("yaml-alias-of-list", word=word, line=line, cured=one_line(listed(words), 200))
        return say("yaml-alias", word=word, line=line)

    def _content(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, path: KeyPath) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= DEPTH:
            raise _TooMuch(_place(event), say("file-too-deep", depth=DEPTH))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if event.flow_style:
            self.tree.brackets.add(path)
        return self._list(path)

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> str | None:
        bare, value = not event.style, event.value
        if bare and value in _NOTHING:
            self._fault(event, path, say("yaml-null", value=quoted(value)))
        elif not value.isprintable() and _CONTROL.search(value):
            self._fault(event, path, say("character-in-value-unprintable"))
        if "\n" in value:  # no text of a record has paragraphs; below ">" and "|", even the last line has an end
            value = _LINE_ENDS.sub(" ", value).strip()
        if not bare:
            return value
        line = _end(event).line
        if line - 1 in self.notes:
            self._note(event, path)
        if line > self.tree.places[path].line:
            self._goes_on(event, path)
        elif dashed := _DASHED.fullmatch(value):
            self._dashed(event, path, dashed["words"])
        return value or None

    def _goes_on(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        """Warn of a text that goes on in the next line without a sign for it: a dash or a colon may be missing."""
        begin = _place(event).line - 1
        number = begin + 1
        while not self.lines[number].strip():
            number += 1
        if len(self.tree.faults) < MOST_FAULTS:
            message = run_on(self.lines, begin, number, path[:-1] in self.tree.brackets)
            column = len(self.lines[number]) - len(self.lines[number].lstrip()) + 1
            self.tree.faults.append(Fault(number + 1, column, message, path, level="warning"))

    def _dashed(self, event: yaml.ScalarEvent, path: KeyPath, words: str) -> None:
        """Warn of a text that begins with a dash: mostly an entry of a list without a space after the dash."""
        if path and isinstance(path[-1], int) and len(self.tree.faults) < MOST_FAULTS:
            message = say("dash-in-value", typed=quoted(event.value), cured=quoted(words))
            self.tree.faults.append(Fault(*_place(event), message, path, level="warning"))

    def _note(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        """Warn of a text that ends at a number sign, as in `Dialogue #3`; a note has a space after the sign."""
        end = _end(event)
        note = _NOTE.match(self.notes[end.line - 1], end.column - 1)
        if note and len(self.tree.faults) < MOST_FAULTS:
            whole = f"{event.value} {note['text']}".strip()
            whole = quoted(whole, 100) if not {'"', "\\"} & set(whole) else "'" + whole.replace("'", "''") + "'"
            message = say("text-read-as-note", note=quoted(note["text"]), whole=whole)
            place = Place(end.line, note.start("text") + 1)
            self.tree.faults.append(Fault(*place, message, path, level="warning"))

    def _list(self, path: KeyPath) -> list[Value]:
        entries: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*path, len(entries))))
        return entries

    def _mapping(self, path: KeyPath) -> dict[str, Value]:
        content: dict[str, Value] = {}
        keys = _Keys(in_list=bool(path) and isinstance(path[-1], int))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            inner = self._key(event, path, keys)
            value = self._value(next(self.events), inner)
            if value is not None and isinstance(key := inner[-1], str):
                content[key] = value
        return content

    def _key(self, event: yaml.Event, path: KeyPath, keys: _Keys) -> KeyPath:
        """Read a key, and give the path of its value.

        A key that must not be used becomes a triple that no other key equals, and its value is dropped.
        """
        place = _place(event)
        unused = (*path, ("not a key", *place))
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, unused)
            self._fault(event, path, say("list-for-key"))
            return unused
        here = (*path, event.value)
        if event.anchor or event.tag:
            self._fault(event, here, say("yaml-mark-on-key"))
        if event.value == "<<":
            self._fault(event, here, say("yaml-merge"))
            return unused
        keys.first = keys.first or event.value
        if here in self.tree.keys:
            if message := keys.repeated(event, self.tree.keys[here].line):
                # The keys below belong to the other entry and are lost too, not only this key.
                self._fault(event, (*here, "and all below") if keys.another else here, message)
            return unused
        self.tree.keys[here] = place
        return here

    def _fault(self, event: yaml.Event, path: KeyPath, message: Message) -> None:
        if len(self.tree.faults) < MOST_FAULTS:
            self.tree.faults.append(Fault(*_place(event), message, path))


def _with_notes(text: str) -> dict[int, str]:
    """Give the lines, by their number from 0, in which a number sign follows something else."""
    if " #" not in text:
        return {}
    return {number: line for number, line in enumerate(text.split("\n")) if _NOTED.match(line)}


def _place(event: yaml.Event) -> Place:
    """Give where an event of the parser begins."""
    assert event.start_mark is not None
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _end(event: yaml.Event) -> Place:
    """Give where an event of the parser ends."""
    assert event.end_mark is not None
    return Place(event.end_mark.line + 1, event.end_mark.column + 1)
