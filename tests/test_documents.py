"""Documents name files, functions and links that exist, and decision records have one form."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
GUIDES = [ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "docs" / "architecture.md", *DECISIONS]
FOLDERS = [ROOT / name for name in ("dashboard", "data", "docs", "tests", "benchmarks")]
WRITTEN = [ROOT / name for name in ("dashboard", "data", "deploy", "docs")]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *(path for folder in WRITTEN for path in sorted(folder.rglob("*.md")))]
FILE = re.compile(r"[\w./*-]+\.(?:py|js|md|css|cff|toml|txt|ya?ml)|[\w./-]+/")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def quoted(text: str) -> list[str]:
    """Give the texts between backticks, outside blocks of code."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def named(word: str) -> list[Path]:
    """Give the files that a document means by a path from the top or from `dashboard/`, or by a name alone."""
    if word.startswith("/") or "<" in word:
        return []
    found = [*ROOT.glob(word), *(ROOT / "dashboard").glob(word)]
    if found or "/" in word:
        return found
    # `make bench` installs packages into benchmarks/.venv, which are not the project's.
    everywhere = [file for folder in FOLDERS for file in folder.rglob(word)]
    return [file for file in everywhere if ".venv" not in file.relative_to(ROOT).parts]


def files(text: str) -> list[str]:
    """Give the words of a text that name a file or a folder of the project; those of addresses begin with a slash."""
    return [word for word in quoted(text) if FILE.fullmatch(word) and not word.startswith("/")]


def functions(text: str) -> list[str]:
    """Give the words of a text that name a function: `name()`, or `Class.name()`."""
    return [match[1] for word in quoted(text) if (match := re.fullmatch(r"([\w.]+)\(\)", word))]


def defines(source: str, function: str) -> bool:
    """Tell whether Python or JavaScript has a function or method of this name; of `Class.name`, both."""
    return all(
        re.search(
            rf"^\s*(?:export )?(?:async )?(?:def|class|function|const) {part}\b|^\s+(?:async )?{part}\([^\n]*\) \{{$",
            source,
            re.MULTILINE,
        )
        for part in function.split(".")
    )


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a document, and each entry of a list as one."""
    return re.split(r"\n\s*\n|\n(?=\d+\. |- )", text)


@pytest.mark.parametrize("path", GUIDES, ids=name)
def test_each_file_that_a_guide_names_exists(path):
    assert [word for word in files(path.read_text(encoding="utf-8")) if not named(word)] == []


@pytest.mark.parametrize("path", GUIDES, ids=name)
def test_each_function_that_a_guide_names_is_in_a_file_that_its_paragraph_names(path):
    for paragraph in paragraphs(path.read_text(encoding="utf-8")):
        found = [file for word in files(paragraph) for file in named(word) if file.suffix in (".py", ".js")]
        sources = [file.read_text(encoding="utf-8") for file in found]
        missing = [one for one in functions(paragraph) if not any(defines(source, one) for source in sources)]
        assert missing == [], f"not in {[name(file) for file in found]}"


def test_the_walk_through_the_code_names_what_it_goes_through():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert len(set(functions(text))) > 30
    for word in ("engine/panel.js", "engine/state.js", "engine/select.js", "engine/acts.js", "hosts/links.js",
                 "hosts/page.js", "views/session.py", "frames/filters.py", "explore/payload.py", "web/door.py",
                 "web/routes.py", "exports/registry.py"):  # fmt: skip
        assert any(file.endswith(word) for file in files(text))
    (drawing,) = re.findall(r"^```\n.*?^```", text, re.DOTALL | re.MULTILINE)
    assert [word for word in re.findall(r"[\w/]+\.(?:py|js)\b", drawing) if not named(word)] == []


def anchors(text: str) -> set[str]:
    """Give the anchors that GitHub makes of the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_a_link_within_the_project_leads_somewhere(path):
    text = path.read_text(encoding="utf-8")
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file) if file else path
        if not there.exists() or (anchor and anchor not in anchors(there.read_text(encoding="utf-8"))):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("path", DECISIONS, ids=name)
def test_a_decision_record_is_half_a_page_with_context_decision_and_consequences(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert len(text.split()) < 420


def test_decision_records_are_numbered_in_order_and_listed():
    assert [int(path.name[:4]) for path in DECISIONS] == [*range(1, len(DECISIONS) + 1)]
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[\d+\]\((.+?)\) \|", index, re.MULTILINE) == [path.name for path in DECISIONS]


def test_the_rules_about_guides_see_what_they_should():
    text = "1. `press()` in `dashboard/nowhere.py`, `web/`,\n   `/export/events.csv`\n2. `main()` in `app.py`\n"
    assert [len(files(part)) for part in paragraphs(text)] == [2, 1]
    assert [word for word in files(text) if not named(word)] == ["dashboard/nowhere.py"]
    assert functions(text) == ["press", "main"]
    assert defines("class A:\n    def b(self): ...", "A.b")
    assert defines("  async update(state, theme) {\n", "update")
    assert defines("export const json = async (url) => 1;\n", "json")
    assert not defines("  update(state);\n", "update")
    assert anchors("# How it's built\n```\n# none\n```\n") == {"how-its-built"}
