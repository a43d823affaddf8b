"""Modules of the browser joined into one script, so that a browser asks for one file instead of dozens.

Without a server they become one classic script, because a browser loads no modules from a file on the disk. The server
joins those that every page needs into one module, and its other modules import that one.

The linker knows the forms of import and export that our own modules use, and refuses any other. Each module becomes a
function that is called once and gives what the module exports. Modules that import each other are refused.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath, relpath

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


@dataclass
class _Linker:
    """Joins modules, each after those that it imports.

    `modules` has the text of each module by its name. With `whole`, a module that `import()` gives is joined too;
    otherwise `import()` stays, with an address that is relative to the folder of all modules.
    """

    modules: Mapping[str, str]
    whole: bool
    exports: dict[str, list[str]] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    def visit(self, name: str, above: tuple[str, ...] = ()) -> None:
        if name in self.exports:
            return
        if name in above:
            raise LinkError(
                f"{above[-1]} imports {name}, which imports it in turn; move what both need to a third module"
            )
        text = _COMMENT.sub("", self.modules[name])
        for target in _targets(name, text, (_IMPORT, _LATER) if self.whole else (_IMPORT,)):
            if target not in self.modules:
                raise LinkError(f"{name} imports {target}, which does not exist")
            self.visit(target, (*above, name))
        exports = _exports(text)
        text = _IMPORT.sub(lambda match: _bound(name, match, self.exports), text)
        text = _LATER.sub(lambda match: self._later(_target(name, match)), text)
        text = _DEFAULT.sub("const $default = ", _EXPORT.sub("", text))
        other = _OTHER.search(text)
        if other:
            raise LinkError(f"{name}: the linker does not know “{other[0]}”")
        given = ", ".join("default: $default" if export == "default" else export for export in exports)
        function = f"(() => {{\n{text.strip()}\nreturn {{ {given} }};\n}})()"
        self.parts.append(f"// {name}\nconst {_variable(name)} = {function};\n")
        self.exports[name] = exports

    def _later(self, target: str) -> str:
        return f"Promise.resolve({_variable(target)})" if self.whole else f'import("./{target}")'


def linked(modules: Mapping[str, str], entry: str) -> str:
    """Link a module and all that it imports into one script that runs without modules.

    `modules` has the text of each module by its name, a path such as `engine/view.js`. Imports are relative to it.
    `import()` gives a module that is linked as well. Comments are left out.

    Raises
    ------
    LinkError
        A module has another form of import or export, imports what does not exist, or imports one that imports it.
    """
    linker = _Linker(modules, whole=True)
    linker.visit(entry)
    return f'(() => {{\n"use strict";\n{"".join(linker.parts)}}})();\n'


def joined(modules: Mapping[str, str], names: Iterable[str], into: str) -> dict[str, str]:
    """Join some modules into one, and let all other modules use that one.

    Gives the text of every module by its name, and that of the joined module by the name `into`, which is in the folder
    of all modules. A module that was joined gives what the joined module has of it, so that it exists once, whoever
    imports it. `import()` stays. Comments in the joined module are left out.

    Raises
    ------
    LinkError
        As for `linked`.
    """
    linker = _Linker(modules, whole=False)
    for name in names:
        linker.visit(name)
    given = f"export {{ {', '.join(map(_variable, linker.exports))} }};\n"
    texts = {name: _beside(name, text, linker.exports, into) for name, text in modules.items()}
    return {**texts, into: "".join(linker.parts) + given}


def _beside(name: str, text: str, exports: Mapping[str, list[str]], into: str) -> str:
    """Let a module take from the joined module what is in it."""
    address = relpath(into, dirname(name))
    address = address if address.startswith(".") else f"./{address}"
    if name in exports:
        given = [export for export in exports[name] if export != "default"]
        lines = [f'import {{ {_variable(name)} }} from "{address}";']
        lines += [f"export const {{ {', '.join(given)} }} = {_variable(name)};"] if given else []
        lines += [f"export default {_variable(name)}.default;"] if "default" in exports[name] else []
        return "\n".join(lines) + "\n"

    def taken(match: re.Match[str]) -> str:
        target = _target(name, match)
        if target not in exports:
            return match[0]
        return f'import {{ {_variable(target)} }} from "{address}";\n{_bound(name, match, exports)}'

    return _IMPORT.sub(taken, text)


def _exports(text: str) -> list[str]:
    return [match["name"] for match in _EXPORT.finditer(text)] + ["default"] * bool(_DEFAULT.search(text))


def _targets(name: str, text: str, patterns: Iterable[re.Pattern[str]]) -> list[str]:
    return [_target(name, match) for pattern in patterns for match in pattern.finditer(text)]


def _target(name: str, match: re.Match[str]) -> str:
    return normpath(join(dirname(name), match["from"]))


def _bound(name: str, match: re.Match[str], done: Mapping[str, list[str]]) -> str:
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
