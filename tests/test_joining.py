"""What people find who want to use, cite or change the project: versions, constraints, citation, workflow and forms."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from dashboard import __version__
from dashboard.exports import rights
from tests import pins, real

ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def newest() -> tuple[str, str]:
    """Give the version and the day of the newest entry of the changelog."""
    return re.search(r"^## (\S+) \((\S+)\)$", read("CHANGELOG.md"), re.MULTILINE).groups()


def test_the_version_is_that_of_the_newest_entry_of_the_changelog():
    assert __version__ == newest()[0], "write the version of CHANGELOG.md into dashboard/__init__.py"


def test_the_version_is_written_in_one_place_of_the_code():
    assert 'version = { attr = "dashboard.__version__" }' in read("pyproject.toml")
    assert not re.search(r'^version = "', read("pyproject.toml"), re.MULTILINE)


# What is published in a form that others have defined


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("citation-file-format", ["CITATION.cff"]),
        ("github-workflows", [".github/workflows/ci.yml", ".github/workflows/pages.yml"]),
        ("github-issue-forms", [".github/ISSUE_TEMPLATE/fact.yml", ".github/ISSUE_TEMPLATE/bug.yml"]),
        ("github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_a_file_keeps_to_its_published_schema(schema, files):
    words = ["-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_citation_names_the_newest_version_and_its_day():
    citation = yaml.load(read("CITATION.cff"), yaml.BaseLoader)
    for cited in (citation, *citation["references"]):
        assert (cited["version"], cited["date-released"]) == newest(), "write those of CHANGELOG.md into CITATION.cff"


# Constraints


def test_the_constraints_name_a_version_within_each_range():
    assert pins.faults(pins.ranges(), pins.pinned(pins.PINS.read_text(encoding="utf-8"))) == []


def test_the_constraints_are_written_from_what_is_installed_and_all_that_it_leads_to():
    found = pins.installed([Requirement("pytest"), Requirement("pydantic")])
    assert {"pytest", "pluggy", "iniconfig", "pydantic", "pydantic-core"} <= set(found)
    assert "email-validator" not in found, "an extra that nobody asked for"
    assert list(found) == sorted(found)


def test_constraints_that_contradict_a_range_are_named():
    asked = [Requirement("one>=1,<2"), Requirement("Two_Words>=3"), Requirement("three")]
    assert pins.faults(asked, {"one": "2.0", "two-words": "3.1"}) == [
        "constraints.txt has one 2.0, which is not in the range <2,>=1; run: make pins, or widen the range",
        "constraints.txt has no version of three; run: make pins",
    ]


@pytest.mark.parametrize(
    "line", ["one>=1", "one", "one @ https://example.org/one.whl", "--index-url https://example.org"]
)
def test_a_constraint_is_an_exact_version_and_no_address(line):
    with pytest.raises(ValueError, match="not of the form name==version"):
        pins.pinned(f"# versions\n{line}\n")


# The workflow

WORKFLOW = yaml.load(read(".github/workflows/ci.yml"), yaml.BaseLoader)


def step(job: str, begins: str) -> dict:
    """Give the step of a job whose name begins so."""
    (found,) = [one for one in WORKFLOW["jobs"][job]["steps"] if one.get("name", "").startswith(begins)]
    return found


def test_the_workflow_tests_each_python_that_the_set_up_looks_for():
    looked_for = re.search(r"for name in ((?:python3\.\d+ )+)", read(".ci/setup"))[1].split()
    matrix = WORKFLOW["jobs"]["test"]["strategy"]["matrix"]
    assert sorted(f"python{version}" for version in matrix["python"]) == sorted(looked_for)
    assert f">={min(matrix['python'])}" in read("pyproject.toml")


def test_the_workflow_runs_what_is_run_at_home_with_the_whole_history():
    assert step("test", "Lint")["run"] == ".ci/run"
    for job in WORKFLOW["jobs"].values():
        (checkout,) = [one for one in job["steps"] if one.get("uses", "").startswith("actions/checkout@")]
        assert checkout["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_the_workflow_uses_actions_of_github_alone_and_may_write_nothing_but_a_comment():
    used = [one["uses"] for job in WORKFLOW["jobs"].values() for one in job["steps"] if "uses" in one]
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+", name)] == []
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in WORKFLOW["jobs"]["test"]
    assert WORKFLOW["jobs"]["data"]["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "pull_request_target" not in WORKFLOW["on"], "it would give its rights to the code of strangers"
    given = [one["name"] for job in WORKFLOW["jobs"].values() for one in job["steps"] if "GH_TOKEN" in str(one)]
    assert given == [step("data", "Say it")["name"]]


def test_the_workflow_of_pages_is_off_until_it_is_switched_on_and_each_job_may_do_little():
    pages = yaml.load(read(".github/workflows/pages.yml"), yaml.BaseLoader)
    used = [one["uses"] for job in pages["jobs"].values() for one in job["steps"] if "uses" in one]
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+", name)] == []
    assert pages["permissions"] == {"contents": "read"}
    assert pages["jobs"]["write"]["if"] == "github.event.repository.has_pages"
    assert pages["jobs"]["write"]["permissions"] == {"contents": "read", "pages": "read"}
    assert pages["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert set(pages["on"]) == {"push", "workflow_dispatch"}, "a pull request publishes nothing"
    (written,) = [one["run"] for one in pages["jobs"]["write"]["steps"] if "dashboard publish" in one.get("run", "")]
    assert written.split()[3:5] == ["publish", pages["jobs"]["write"]["steps"][-1]["with"]["path"]]


def git(folder: Path, *words: str) -> None:
    mine = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *mine, *words], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A checkout as a pull request has it: the merge of a branch, on which nothing has changed yet."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in ("dashboard", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "checkout", "-q", "-b", "branch")
    return folder


def compared(folder: Path) -> tuple[str, str, str]:
    """Merge the branch and run the steps that compare: the output of the first, the comment, and the summary."""
    git(folder, "commit", "-q", "-a", "--allow-empty", "-m", "second")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", "branch")
    files = {name: folder / f"of-{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.touch()
    python = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment = os.environ | python | {name: str(path) for name, path in files.items()}
    for begins in ("Look whether", "Compare the data"):
        words = ["bash", "-e", "-o", "pipefail", "-c", step("data", begins)["run"]]
        done = subprocess.run(
            words, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
    output, summary = (path.read_text(encoding="utf-8") for path in files.values())
    return output, (folder / "comment.md").read_text(encoding="utf-8"), summary


def test_the_comment_on_a_pull_request_says_what_changes_in_the_data(merged):
    events = merged / "data" / "events.yaml"
    events.write_text(
        events.read_text(encoding="utf-8").replace("city: Kuwait City", "city: Doha", 1), encoding="utf-8"
    )
    output, comment, summary = compared(merged)
    assert output == "touched=yes\n"
    assert comment.startswith("<!-- what changes in the data -->\n")
    assert "Doha" in comment
    assert summary == comment


def test_where_a_file_cannot_be_read_the_comment_says_so(merged):
    (merged / "data" / "disputes.yaml").write_text("- id: [\n", encoding="utf-8")
    assert "disputes.yaml" in compared(merged)[1]


def test_a_long_comment_is_cut_and_says_so(merged):
    for article in (merged / "data" / "articles").glob("*.md"):
        article.write_text("Another sentence of its own. " * 300, encoding="utf-8")
    comment = compared(merged)[1]
    assert 60_000 < len(comment) < 65_536, "GitHub takes no longer one"
    assert comment.endswith("The rest is left out here; `python -m dashboard diff` shows all of it.\n")


def test_a_pull_request_that_leaves_the_data_alone_is_not_commented_on(merged):
    assert compared(merged)[0] == ""
    for begins in ("Install what reads", "Compare the data", "Say it"):
        assert "steps.data.outputs.touched" in step("data", begins)["if"]


# Licences


def test_the_data_has_its_licence_beside_it_and_the_files_name_the_same():
    licence = read("data/LICENSE")
    assert "Creative Commons Attribution 4.0 International Public License" in licence
    assert "Section 8 -- Interpretation." in licence, "the text is whole"
    assert rights(real.DATASET).startswith("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/")
    assert "(data/LICENSE)" in read("README.md")
    assert yaml.load(read("CITATION.cff"), yaml.BaseLoader)["references"][0]["license"] == "CC-BY-4.0"
