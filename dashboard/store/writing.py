"""Values → YAML text at the end of a file, and files replaced whole or not at all. Records are never rewritten."""

import os
import re
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

import yaml

from dashboard.records.ids import ID
from dashboard.store import nodes

_WIDTH = 118
_DASH = re.compile(rb"^( *)-[ \t\r\n]", re.MULTILINE)
_NO_RECORDS = re.compile(rb"^\[ *\][ \t]*(#[^\r\n]*)?(\r?\n|\Z)", re.MULTILINE)

Values = Mapping[str, "str | Sequence[str] | Sequence[Mapping[str, object]]"]


class _Dumper(yaml.SafeDumper):
    """Writes records in the style of the data files; every value is a text, so that `2018` and `no` need no quotes."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[object]]] = {}  # type: ignore[misc]  # PyYAML shares it as well
    event: Any  # the event of the value that is written, with what its kind has
    analysis: yaml.emitter.ScalarAnalysis
    indent: Any  # a number, while values are written

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the lists of a record, which PyYAML puts below their key."""
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> str:
        """Fold a text that is longer than a line, and quote one that would be a mistake without, such as `null`."""
        style = super().choose_scalar_style()
        if self.simple_key_context:
            return style
        if self.column + len(self.event.value) + 3 > _WIDTH and not self.flow_level and self.analysis.allow_block:
            return ">"
        return style or ("" if _reads_back(self.event.value) else "'")

    def write_folded(self, text: str) -> None:
        """Break lines before the width is reached; PyYAML breaks after the word that passes it."""
        self.write_indicator(">-", need_whitespace=True)
        for line in textwrap.wrap(text, _WIDTH - self.indent, break_long_words=False, break_on_hyphens=False):
            self.write_indent()
            self.column += len(line)
            self.stream.write(line)

    def expect_flow_sequence(self) -> None:
        """Begin a list that is longer than a line on the next one; PyYAML knows no such form."""
        self.long = self.column + 1 + self.event.flow_style > _WIDTH
        super().expect_flow_sequence()
        if self.long:
            self.write_indent()

    def expect_flow_sequence_item(self) -> None:
        """Break before the id that would pass the width, and give the last bracket of a long list a line of its own."""
        ends = isinstance(self.event, yaml.SequenceEndEvent)
        fits = ends or self.column + len(self.event.value) + 3 <= _WIDTH
        self.best_width = _WIDTH if fits else self.column
        if ends and self.long:
            self.indent = self.indents[-1]
            self.write_indent()
        super().expect_flow_sequence_item()


def _represent_list(dumper: _Dumper, entries: Sequence[object]) -> yaml.SequenceNode:
    """Write ids in brackets, with the length of the list as its style, and other entries one below the other."""
    ids = [entry for entry in entries if isinstance(entry, str) and ID.fullmatch(entry)]
    length = sum(len(entry) + 2 for entry in ids) if len(ids) == len(entries) else 0
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", entries)
    node.flow_style = length
    return node


_Dumper.add_representer(list, _represent_list)


def appended(content: bytes, values: Values) -> bytes:
    """Put a record after the last one of a file, and leave every byte before it as it is.

    Its indentation and line ends are those of the records before it. It replaces the `[]` of a file without records.
    """
    if not _DASH.search(content):
        content = _NO_RECORDS.sub(b"", content, count=1)
    end = b"\r\n" if b"\r\n" in content else b"\n"
    dash = _DASH.search(content)
    entry = textwrap.indent(written(values), dash[1].decode() if dash else "").encode()
    between = b"" if content.endswith(b"\n") or not content else end
    return content + between + end + entry.replace(b"\n", end)


def written(values: Values) -> str:
    """Write one record of a list as YAML, which reads back as these values."""
    records = [_flat(values)]
    text: str = yaml.dump(records, Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)
    return text


def whole(comment: str, records: Values | Sequence[Values]) -> bytes:
    """Write a file: its comment, then one record, or the list of its records, or `[]` for none."""
    if isinstance(records, Mapping):
        text: str = yaml.dump(_flat(records), Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)
    else:
        text = "\n".join(map(written, records)) or "[]\n"
    return f"{textwrap.indent(comment, '# ')}\n\n{text}".encode()


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the permissions it had; write directly into a pipe or a device.

    Raises
    ------
    OSError
        If it cannot be written; what was there stays.
    """
    path = path.resolve()
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        part.write_bytes(content)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except OSError as error:
        # The error must not name the temporary file, which nobody knows.
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _flat(value: object) -> object:
    """Bring every text of a value onto one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {key: _flat(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_flat(entry) for entry in value]
    raise TypeError(f"{value!r} is no text, and holds none")


def _reads_back(text: str) -> bool:
    tree = nodes.parse(f"k: {text}")
    return tree.value == {"k": text} and not tree.faults
