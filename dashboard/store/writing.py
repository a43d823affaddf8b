"""Values → YAML text at the end of a file, and files replaced whole or not at all. Nothing that stands is rewritten."""

import os
import re
import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from dashboard.store import nodes

_WIDTH = 118
_WORD = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_DASH = re.compile(rb"^( *)-[ \t\r\n]", re.MULTILINE)

Values = Mapping[str, "str | Sequence[str] | Sequence[Mapping[str, object]]"]


def appended(content: bytes, values: Values) -> bytes:
    """Put a record behind the last one of a file; what stands there stays as it is, to the byte.

    The record is indented, and its lines end, like the ones before.
    """
    end = b"\r\n" if b"\r\n" in content else b"\n"
    dash = _DASH.search(content)
    entry = textwrap.indent(written(values), dash[1].decode() if dash else "").encode()
    between = b"" if content.endswith(b"\n") or not content else end
    return content + between + end + entry.replace(b"\n", end)


def written(values: Values) -> str:
    """Write one record of a list as YAML, which reads back as these values."""
    return "\n".join(_dashed(list(_lines(values)))) + "\n"


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the rights it had; into a pipe or a device as it comes.

    Raises
    ------
    OSError
        Where it cannot be written; what was there stays.
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
        # Of the file that is written first nobody knows.
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _lines(values: Values) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str):
            yield from _text(f"{key}: ", value)
        elif all(isinstance(entry, str) and _WORD.fullmatch(entry) and _reads_back(entry, entry) for entry in value):
            yield from _list(key, value)
        else:
            yield f"{key}:"
            for entry in value:
                lines = list(_text("", entry) if isinstance(entry, str) else _lines(entry))
                yield from (f"  {line}" for line in _dashed(lines))


def _list(key: str, entries: Sequence[str]) -> Iterator[str]:
    """Write a list of words in brackets; a long one over several lines."""
    flat = ", ".join(entries)
    if len(key) + len(flat) <= _WIDTH - 10:
        yield f"{key}: [{flat}]"
    else:
        yield f"{key}: ["
        yield from (
            f"  {line}" for line in textwrap.wrap(flat, _WIDTH - 6, break_long_words=False, break_on_hyphens=False)
        )
        yield "]"


def _dashed(lines: list[str]) -> Iterator[str]:
    yield f"- {lines[0]}"
    yield from (f"  {line}" for line in lines[1:])


def _text(begin: str, text: str) -> Iterator[str]:
    """Write a text without quotes where it reads back as itself, else in quotes; a long one over several lines."""
    flat = " ".join(text.split())
    plain, quoted = flat, "'" + flat.replace("'", "''") + "'"
    kept = next((form for form in (plain, quoted) if _reads_back(form, flat)), quoted)
    if not begin or len(begin) + len(kept) <= _WIDTH - 4:
        yield begin + kept
    else:
        yield f"{begin}>-"
        wrapped = textwrap.wrap(flat, _WIDTH - 6, break_long_words=False, break_on_hyphens=False)
        yield from (f"  {line}" for line in wrapped)


def _reads_back(form: str, text: str) -> bool:
    tree = nodes.parse(f"k: {form}")
    return tree.value == {"k": text} and not tree.faults
