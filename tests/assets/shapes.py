"""Write `types.d.ts`, the shapes of `dashboard.look.shapes` for the scripts, as `python -m tests.assets.shapes`."""

import inspect
import types
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from dashboard.look import shapes

PATH = Path(__file__).parents[2] / "dashboard" / "assets" / "engine" / "types.d.ts"
HEAD = "// Written from dashboard/look/shapes.py by: python -m tests.assets.shapes\n"
SIMPLE = {str: "string", int: "number", float: "number", bool: "boolean", object: "unknown", type(None): "null"}
NAMED = {
    value: name
    for name, value in vars(shapes).items()
    if isinstance(value, types.UnionType) or get_origin(value) is Literal  # of `records`, or of `shapes` itself
}
"""The unions and the vocabularies that have a name."""


def declarations() -> str:
    """Give the text of `types.d.ts`."""
    own = [one for one in vars(shapes).values() if is_typeddict(one) or _is_named(one)]
    return HEAD + "".join(_interface(one) if is_typeddict(one) else _alias(one) for one in own)


def _interface(shape: Any) -> str:
    fields = "".join(
        f"  {name}{'' if name in shape.__required_keys__ else '?'}: {_type(hint)};\n"
        for name, hint in get_type_hints(shape).items()
    )
    words = (inspect.getdoc(shape) or "").splitlines()
    comment = (
        f"/** {words[0]} */"
        if len(words) == 1
        else "\n".join(["/**", *(f" * {line}".rstrip() for line in words), " */"])
    )
    return f"\n{comment}\nexport interface {shape.__name__} {{\n{fields}}}\n"


def _is_named(one: Any) -> bool:
    return isinstance(one, types.UnionType) or get_origin(one) is Literal


def _alias(union: Any) -> str:
    inner = _words(union) if get_origin(union) is Literal else _joined(union)
    return f"\nexport type {NAMED[union]} = {inner};\n"


def _type(hint: Any) -> str:
    """Give the type of TypeScript for one of Python.

    Raises
    ------
    KeyError
        For a type that no shape has had so far.
    """
    if hint in NAMED:
        return NAMED[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _words(hint)
    if origin is types.UnionType:
        return _joined(hint)
    if origin is list:
        item = _type(inner[0])
        return f"({item})[]" if " | " in item else f"{item}[]"
    if origin is tuple:
        return f"[{', '.join(map(_type, inner))}]"
    if origin is dict:
        return f"Record<string, {_type(inner[1])}>"
    return hint.__name__ if is_typeddict(hint) else SIMPLE[hint]


def _words(vocabulary: Any) -> str:
    return " | ".join(f'"{word}"' for word in get_args(vocabulary))


def _joined(union: Any) -> str:
    return " | ".join(map(_type, get_args(union)))


if __name__ == "__main__":
    PATH.write_text(declarations(), encoding="utf-8", newline="\n")
