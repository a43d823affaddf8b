"""One classic script from the modules of the browser, because a browser loads no modules from a file on the disk.

The linker knows the forms of import and export that our own modules use, and refuses any other. Each module becomes a
function that is called once and gives what the module exports. Modules that import each other are refused.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

_COMMENT = re.compile(r"/\*\*.*?\*/|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
_IMPORT = re.compile(
    r'^import (?:\* as (?P<whole>\w+)|(?P<default>\w+)|\{(?P<names>[^}]*)\}) from "(?P<from>[^"]+)";$', re.M
)
_LATER = re.compile(r'\bimport\("(?P<from>[^"]+)"\)')
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.M)
_DEFAULT = re.compile(r"^export default ", re.M)
_OTHER = re.compile(r"^(?:import|export)\b.*$", re.M)


class LinkError(Exception):
    """A module cannot be linked; the message is one line that names the module and says what is wrong."""


def linked(modules: Mapping[str, str], entry: str) -> str:
    """Link a module and all that it imports into one script that runs without modules.

    `modules` has the text of each module by its name, a path such as `engine/view.js`. Imports are relative to it.
    `import()` gives a module that is linked as well. Comments are left out.

    Raises
    ------
    LinkError
        A module has another form of import or export, imports what does not exist, or imports one that imports it.
    """
    done: dict[str, frozenset[str]] = {}
    parts: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in above:
            raise LinkError(
                f"{above[-1]} imports {name}, which imports it in turn; move what both need to a third module"
            )
        text = _COMMENT.sub("", modules[name])
        for target in _targets(name, text):
            if target not in modules:
                raise LinkError(f"{name} imports {target}, which does not exist")
            visit(target, (*above, name))
        exports = [match["name"] for match in _EXPORT.finditer(text)]
        text = _IMPORT.sub(lambda match: _bound(name, match, done), text)
        text = _LATER.sub(lambda match: f"Promise.resolve({_variable(_target(name, match))})", text)
        text = _EXPORT.sub("", text)
        if _DEFAULT.search(text):
            text = _DEFAULT.sub("const $default = ", text)
            exports.append("default")
        other = _OTHER.search(text)
        if other:
            raise LinkError(f"{name}: the linker does not know “{other[0]}”")
        given = ", ".join("default: $default" if export == "default" else export for export in exports)
        parts.append(f"// {name}\nconst {_variable(name)} = (() => {{\n{text.strip()}\nreturn {{ {given} }};\n}})();\n")
        done[name] = frozenset(exports)

    visit(entry, ())
    return f'(() => {{\n"use strict";\n{"".join(parts)}}})();\n'


def _targets(name: str, text: str) -> list[str]:
    return [_target(name, match) for pattern in (_IMPORT, _LATER) for match in pattern.finditer(text)]


def _target(name: str, match: re.Match[str]) -> str:
    return normpath(join(dirname(name), match["from"]))


def _bound(name: str, match: re.Match[str], done: Mapping[str, frozenset[str]]) -> str:
    """Write an import as a constant."""
    target = _target(name, match)
    if match["whole"]:
        return f"const {match['whole']} = {_variable(target)};"
    pairs = [("default", match["default"])] if match["default"] else _pairs(match["names"])
    for exported, _ in pairs:
        if exported not in done[target]:
            raise LinkError(f"{name} imports {exported}, which {target} does not export")
    return f"const {{ {', '.join(f'{exported}: {own}' for exported, own in pairs)} }} = {_variable(target)};"


def _pairs(names: str) -> list[tuple[str, str]]:
    """Split the names of an import into what is exported and what it is called here."""
    pairs = [name.split(" as ") for name in filter(None, map(str.strip, names.split(",")))]
    return [(pair[0], pair[-1]) for pair in pairs]


def _variable(name: str) -> str:
    return re.sub(r"\W", "_", name)
