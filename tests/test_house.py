"""A room imports only from rooms above it, and only some rooms may import each library."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the nouns to the front door. A new room takes its place here and in the README.
ORDER = [
    "words",
    "records",
    "store",
    "checks",
    "curation",
    "frames",
    "library",
    "look",
    "topics",
    "assets",
    "exports",
    "web",
    "publish",
    "cli",
    "__main__",
    "views",
    "page",
    "app",
]
FRONT = {"views", "page", "app"}
DOORS = {
    "yaml": {"store"},
    "pydantic": {"records", "store", "curation"},
    "pandas": {*ORDER[ORDER.index("frames") :]} - FRONT,
    "plotly": {"look", "topics", "exports"},
    "rapidfuzz": {"words"},
    "babel": {"words"},
    "jinja2": {"look"},
    "markupsafe": {"look"},
    "xlsxwriter": {"exports"},
    "pyarrow": {"exports"},
    "icalendar": {"curation", "exports"},
    "openpyxl": {"curation"},
    "PIL": {"web"},
    "starlette": {"web", "app"},
    "streamlit": FRONT,
    "click": {"cli"},
    "subprocess": {"curation"},
    # What the app shows is in its files; one command of the curator asks whether links still work.
    "requests": {"curation"},
    "httpx": set(),
    "socket": {"app"},
    "http.client": set(),
    "urllib.request": set(),
}
FILES = [ROOT / "app.py", *sorted((ROOT / "dashboard").rglob("*.py"))]
MODULES = [path for path in FILES if path.exists() and path.relative_to(ROOT).as_posix() != "dashboard/__init__.py"]


TOPICS = ROOT / "dashboard" / "topics"

parsed = cache(ast.parse)
"""The syntax tree of a source, which several rules read."""


def broken(rule: Callable[[Path, str], list[str]], paths: Iterable[Path] = MODULES) -> dict[str, list[str]]:
    """Give the files that break a rule, each with what the rule says of its path and its text."""
    found = {path.relative_to(ROOT).as_posix(): rule(path, path.read_text(encoding="utf-8")) for path in paths}
    return {name: faults for name, faults in found.items() if faults}


def first_line(path: Path) -> str:
    """Give the first line of a module's docstring."""
    return (ast.get_docstring(parsed(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def room(path: Path) -> str:
    """Give the room a module belongs to: its file, or the folder it is in."""
    return path.relative_to(ROOT / "dashboard").parts[0].removesuffix(".py") if path.parent != ROOT else path.stem


def imported(tree: ast.AST) -> Iterator[str]:
    """Give every module a syntax tree imports, at the top or inside functions, with its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def misplaced(name: str, source: str) -> list[str]:
    """Say what a room must not import or call."""
    tree = parsed(source)
    faults = []
    for module in imported(tree):
        parts = module.split(".")
        if parts[0] in ("dashboard", "app") and module != "dashboard.__version__":
            other = parts[1] if parts[0] == "dashboard" else "app"
            if ORDER.index(other) > ORDER.index(name):
                faults.append(f"{name} imports {other}, which is below it")
        for library, doors in DOORS.items():
            if (module == library or module.startswith(f"{library}.")) and name not in doors:
                faults.append(f"{name} imports {library}, whose doors are {sorted(doors)}")
    prints = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"]
    return faults + [f"{name} prints; only cli does" for _ in prints if name != "cli"]


def siblings(topic: str, source: str) -> list[str]:
    """Name the other topics that a topic imports; what two of them need belongs in a room above."""
    others = [re.match(r"dashboard\.topics\.(\w+)", module) for module in imported(parsed(source))]
    return [other[1] for other in others if other and other[1] != topic]


def test_a_room_imports_only_from_above_and_uses_only_its_own_libraries():
    assert {room(path) for path in MODULES} <= {*ORDER}, "a new room takes its place in ORDER"
    assert broken(lambda path, source: misplaced(room(path), source)) == {}


def test_no_topic_imports_another():
    topics = [path for path in MODULES if room(path) == "topics" and path.parent != TOPICS]  # the list names them all
    assert topics
    assert broken(lambda path, source: siblings(path.relative_to(TOPICS).parts[0], source), topics) == {}


def test_every_room_but_the_front_door_is_a_folder():
    folders = {path.parent.name for path in (ROOT / "dashboard").glob("*/__init__.py")}
    assert folders == {*ORDER} - {"__main__", "page", "app"}
    assert {path.stem for path in (ROOT / "dashboard").glob("*.py")} == {"__init__", "__main__", "page"}
    assert not (ROOT / "dashboard" / "pages").exists(), "Streamlit takes a folder of this name for its own"


def test_the_table_of_the_readme_says_what_each_room_says_of_itself():
    rows = re.findall(r"^\| `dashboard/(\w+)/` \| (.+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    rooms = [name for name in ORDER if (ROOT / "dashboard" / name).is_dir()]
    assert rows == [(name, first_line(ROOT / "dashboard" / name / "__init__.py")) for name in rooms]


def test_tests_repeat_the_tree():
    folders = [path for path in (ROOT / "tests").rglob("*") if path.is_dir() and list(path.glob("test_*.py"))]
    names = {path.relative_to(ROOT / "tests").as_posix() for path in folders} - {"browser", "browser/deploy"}
    assert [name for name in sorted(names) if not (ROOT / "dashboard" / name).is_dir()] == []


def test_one_module_says_what_an_id_looks_like():
    written = [path for path in MODULES if "[a-z0-9]+(" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(ROOT).as_posix() for path in written] == ["dashboard/records/ids.py"]


READERS = {"store", "checks", "curation"}
"""The rooms that see places in files and faults; all others get a dataset."""


def sees_faults(name: str, source: str) -> list[str]:
    """Give the modules about faults that a room imports and must not know."""
    known = [module for module in imported(parsed(source)) if module.startswith("dashboard.records.reading")]
    return [module for module in known if name not in READERS]


def test_only_who_looks_for_mistakes_sees_more_than_the_dataset():
    assert broken(lambda path, source: sees_faults(room(path), source)) == {}


def test_the_rule_about_faults_sees_what_it_should():
    source = "from dashboard.records.reading import Reading\nfrom dashboard.records.model import Dataset"
    assert sees_faults("checks", source) == []
    assert sees_faults("frames", source) == ["dashboard.records.reading.Reading"]


MARKDOWN = {
    "error",
    "warning",
    "info",
    "success",
    "caption",
    "markdown",
    "write",
    "toast",
    "title",
    "header",
    "subheader",
}
"""What of Streamlit reads a whole message as Markdown; `views.notices.say` shows one as it is."""


def marked_up(source: str) -> list[str]:
    """Give the calls that pass Streamlit, as Markdown, anything but a literal text."""
    calls = [node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call)]
    texts = [call.args[0] for call in calls if ast.unparse(call.func).split(".")[-1] in MARKDOWN and call.args]
    texts += [word.value for call in calls for word in call.keywords if word.arg in ("help", "body")]
    named = [ast.unparse(text) for text in texts if not isinstance(text, ast.Constant)]
    return [text for text in named if not re.fullmatch(r"(\w+\.)*[A-Z_]+", text)]


def test_a_message_that_is_markdown_has_no_name_from_outside_in_it():
    front = [path for path in MODULES if room(path) in FRONT]
    assert front
    assert broken(lambda _, source: marked_up(source), front) == {}


def test_the_rule_about_markdown_sees_what_it_should():
    assert marked_up('st.error("no")\nst.html(f"{x}")\nst.button("x", help="y")') == []
    assert marked_up('st.error(f"no {x}")\nbox.caption(x)\nst.button("x", help=y)') == ["f'no {x}'", "x", "y"]


OURS = re.compile("dushanbe|душанбин|tajikistan|таджикист|kuwait|кувейт", re.IGNORECASE)
"""Names that only the data may know."""


WRITTEN = {".py", ".html", ".xml", ".js", ".ts", ".css", ".json", ".svg"}
"""The endings of the files that the code is written in."""


def test_the_code_does_not_know_the_process():
    every = [ROOT / "app.py", *sorted((ROOT / "dashboard").rglob("*"))]
    files = [path for path in every if path.is_file() and path.suffix in WRITTEN and "node_modules" not in path.parts]
    assert {path.suffix for path in files} == WRITTEN
    assert broken(lambda _, source: OURS.findall(source), files) == {}


def test_a_module_opens_with_what_it_is_for():
    opens = {path.relative_to(ROOT).as_posix(): first_line(path) for path in MODULES}
    assert {name: line for name, line in opens.items() if not line.endswith((".", ":"))} == {}


def undocumented(source: str) -> list[str]:
    """Give the public functions and classes of a module that do not say what they do."""
    defined = [node for node in parsed(source).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return [node.name for node in defined if not node.name.startswith("_") and not ast.get_docstring(node)]


def test_a_public_function_says_what_it_does():
    assert broken(lambda _, source: undocumented(source)) == {}
    assert undocumented("def one(): ...\ndef _two(): ...\nclass Three:\n    'Has words.'") == ["one"]


@pytest.mark.parametrize(
    ("name", "source", "faults"),
    [
        ("records", "from dashboard.records.dates import PartialDate", []),
        ("store", "from dashboard.store.files import read\nimport yaml", []),
        ("look", "from dashboard import __version__", []),
        ("records", "from dashboard import store", ["records imports store, which is below it"]),
        ("words", "def late():\n    import dashboard.records.model", ["words imports records, which is below it"]),
        ("web", "import app", ["web imports app, which is below it"]),
        ("checks", "from yaml.nodes import Node", ["checks imports yaml, whose doors are ['store']"]),
        ("topics", "import streamlit as st", ["topics imports streamlit, whose doors are ['app', 'page', 'views']"]),
        ("store", "from urllib import request", ["store imports urllib.request, whose doors are []"]),
        ("exports", "print('done')", ["exports prints; only cli does"]),
    ],
)
def test_the_rule_itself_sees_what_it_should(name, source, faults):
    assert misplaced(name, source) == faults


def test_the_rule_about_topics_sees_what_it_should():
    source = "from dashboard.topics.quality import quality\nfrom dashboard.topics import sources\nimport dashboard.look"
    assert siblings("quality", source) == ["sources"]
    assert siblings("sources", source) == ["quality"]
