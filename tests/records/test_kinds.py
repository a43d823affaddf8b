"""The table of the kinds of record, and that nobody else names the data files or lists the kinds."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from dashboard.records import kinds
from dashboard.records.kinds import BY_FILE, ENDINGS, LASTING, LISTS, NAMED, kind_of
from dashboard.records.model import Change, Dataset, Event, Role

ROOT = Path(__file__).parents[2]
MODULES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "app.py", *sorted((ROOT / "dashboard").rglob("*.py")))
    if path != Path(kinds.__file__).resolve()
}
"""The other modules, each with its source."""
SEVERAL = len(LASTING)
"""This many kinds in one display are a list of the kinds."""

DISPLAYS = (ast.Tuple, ast.List, ast.Set, ast.Dict)
CONSTANTS = {name: value for name, value in vars(kinds).items() if isinstance(value, str) and value in BY_FILE}
WORDS = {word: kind for kind in BY_FILE.values() for word in (kind.file, kind.key, kind.word, kind.noun, kind.plural)}


def constants(node: ast.AST) -> Iterator[str]:
    """Give the entries of a display that are texts, names or attributes, also inside pairs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name):
        yield CONSTANTS.get(node.id, "")
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for entry in node.elts:
            yield from constants(entry)
    elif isinstance(node, ast.Dict):
        for entry in filter(None, node.keys):
            yield from constants(entry)


def documented(tree: ast.AST) -> set[ast.AST]:
    """Give the texts that are statements: docstrings and notes on names."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def files_named(source: str) -> list[str]:
    """Give each text of a module that is the name of a data file, or the ending of one."""
    tree = ast.parse(source)
    alone = documented(tree)
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in alone]
    return [text.value for text in texts if text.value in (*BY_FILE, *ENDINGS)]


def kinds_listed(source: str) -> list[str]:
    """Give each display of a module that lists several kinds."""
    displays = [node for node in ast.walk(ast.parse(source)) if isinstance(node, DISPLAYS)]
    files = [{WORDS[word].file for word in constants(node) if word in WORDS} for node in displays]
    return [ast.unparse(node) for node, named in zip(displays, files, strict=True) if len(named) >= SEVERAL]


def test_no_other_module_names_a_data_file():
    found = {name: files_named(source) for name, source in MODULES.items()}
    assert {name: files for name, files in found.items() if files} == {}


WRITES_ALL = "dashboard/curation/series.py"
"""The module that writes each file of a new series; `test_starting` holds its files and comments to the table."""


def test_no_other_module_lists_the_kinds():
    found = {name: kinds_listed(source) for name, source in MODULES.items() if name != WRITES_ALL}
    assert {name: listed for name, listed in found.items() if listed} == {}


def test_the_tests_see_what_they_should():
    assert files_named('"""Reads events.yaml."""\nx = "add it to events.yaml"') == []
    assert files_named('x = "events.yaml"\ny = f"{x}.yaml"') == ["events.yaml", ".yaml"]
    assert kinds_listed('x = ("events", "organizers", "sources")\ny = {"dispute": 1}') == []
    assert len(kinds_listed('x = ("events", "organizers", "sources", "disputes")')) == 1
    assert len(kinds_listed("x = {EVENTS: 1, SOURCES: 2, ORGANIZERS: 3, DISPUTES: 4}")) == 1
    assert len(kinds_listed("x = [(of.events, 1), (of.sources, 2), (of.disputes, 3), (of.organizers, 4)]")) == 1


def test_a_dataset_has_a_field_for_every_kind():
    assert {kind.key for kind in BY_FILE.values()} <= {field.name for field in fields(Dataset)}


def test_a_change_can_name_every_kind_but_itself():
    keys = {kind.key for kind in BY_FILE.values() if kind.model is not Change}
    assert keys == set(Change.model_fields) - {"on", "what", "why"}
    assert {*NAMED} == keys - {"process"}


def test_the_key_that_tells_records_apart_is_one_they_must_have():
    assert [kind.file for kind in NAMED.values() if not kind.model.model_fields[kind.id_key].is_required()] == []
    assert {*LASTING} < {*LISTS} < {*BY_FILE}


def test_a_record_inside_another_is_of_no_kind():
    assert kind_of(Event) is BY_FILE[kinds.EVENTS]
    assert kind_of(Role) is None


def test_what_a_kind_is_called_follows_from_its_file_and_model():
    changes, disputes = BY_FILE[kinds.CHANGES], BY_FILE[kinds.DISPUTES]
    assert (changes.stem, changes.key, changes.word) == ("CHANGES", "changes", "change")
    assert (disputes.stem, disputes.word, disputes.plural) == ("disputes", "dispute", "disagreements")
