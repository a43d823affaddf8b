"""Every mistake people make is found where it is, its message cures it, and no mutation of real files stops `check`."""

import json
import os
import resource
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import checks, store
from dashboard.cli import main
from dashboard.curation.reports import MOST
from dashboard.records.model import Problem
from tests.conftest import TINY
from tests.cures import follow
from tests.mistakes import AS_IT_WAS, FOLDER, MISTAKES, Edits, told_in
from tests.pasted import PASTED
from tests.slips import SLIPS

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
"""Mutations tried; FUZZ_EXAMPLES=5000 tries as many as before a release."""
SECONDS, MEGABYTES = 20, 500
"""Ten times what the slowest file here takes; a list that is read once for each of its entries takes minutes."""
ROWS = tuple({(row.file, row.right, repr(row.typed)): row for row in (*SLIPS, *MISTAKES, *PASTED)}.values())
"""The rows of all tables; what stands in two is cured once."""
MEANING = ("process", "events", "organizers", "sources", "disputes", "mirrors", "changes", "articles", "withdrawn")


def replace(path: Path, old: str | None, new: str | bytes | None) -> None:
    """Put a text in the place of another, or a file, a folder or nothing in the place of a file."""
    if old is not None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
        return
    if path.is_dir():
        path.rmdir()
    if isinstance(new, bytes):
        path.write_bytes(new)
    else:
        path.unlink(missing_ok=True)
        if new is FOLDER:
            path.mkdir()


def edit(folder: Path, file: str, old: str | None, new: str | bytes | Edits | None) -> None:
    """Write what stands in the place of `old`, or make a list of edits."""
    if new == AS_IT_WAS:
        replace(folder / file, None, (TINY / file).read_bytes() if (TINY / file).exists() else None)
        return
    for one in new if isinstance(new, list) else [(file, old, new)]:
        replace(folder / one[0], *one[1:])


def told_of(folder: Path) -> list[Problem]:
    """Give what `check` finds, errors first."""
    _, problems = checks.read(folder)
    return sorted(problems, key=lambda one: one.level)


def records_in(folder: Path) -> dict:
    """Give all that the files mean: the records, also those withdrawn, and the articles."""
    dataset = store.load(folder)[0].dataset
    return {key: getattr(dataset, key) for key in MEANING}


@pytest.mark.parametrize("mistake", (*MISTAKES, *PASTED), ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_where_it_is(folder, capsys, mistake):
    edit(folder, mistake.file, mistake.right, mistake.typed)
    code = main(["check", str(folder), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [told_in(Problem(**problem)) for problem in found] == list(mistake.told)
    assert code == any(not line.endswith("(warning)") for line in mistake.told)
    assert main(["check", "--strict", str(folder)]) == 1


@pytest.mark.parametrize("mistake", ROWS, ids=lambda mistake: mistake.name)
def test_whoever_follows_the_messages_gets_what_was_meant(folder, tmp_path, mistake):
    right = tmp_path / "right" / "data"
    shutil.copytree(TINY, right)
    if mistake.meant is not None:
        edit(right, mistake.file, mistake.right, mistake.meant)
    edit(folder, mistake.file, mistake.right, mistake.typed)
    if mistake.cure is not None:
        edit(folder, mistake.file, mistake.typed if mistake.right is not None else None, mistake.cure)
    else:
        for _ in mistake.told:
            if problems := told_of(folder):
                follow(folder, problems[0])
    assert [str(problem) for problem in told_of(folder)] == []
    assert records_in(folder) == records_in(right)


def test_a_mistake_hides_none_in_other_files_and_none_after_it_in_its_own(folder, capsys):
    replace(folder / "organizers.yaml", "seat: Vienna", "seat Vienna")
    replace(folder / "sources.yaml", "kind: official", "kind: offical")
    replace(folder / "events.yaml", "start: 2018-05-03", "start: 3.5.2018")
    replace(folder / "events.yaml", "weight: minor", "weight: tiny")
    replace(folder / "articles" / "2018-side.md", "[osce-2018]", "[osce-2018")
    assert main(["check", str(folder)]) == 1
    places = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()[:-1]]
    assert places == [
        "data/articles/2018-side.md:1:1",
        "data/articles/2018-side.md:1:47",
        "data/events.yaml:7:10",
        "data/events.yaml:55:11",
        "data/organizers.yaml:14:3",
        "data/sources.yaml:16:9",
    ]


BOMBS = {
    "aliases": "- &a [x]\n" + "".join(f"- &a{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9)) + "- *a\n" * 200_000,
    "brackets": "[" * 1_999_999,
    "braces": "{a: " * 499_999,
    "dashes": "- " * 999_999,
    "questions": "? " * 999_999,
    "closed brackets": "- [" + "[]," * 600_000 + "]\n",
    "entries": "- a\n" * 499_999,
    "empty entries": "-\n" * 999_999,
    "keys": "- id: a\n" + "".join(f"  k{n}: v\n" for n in range(150_000)),
    "one key again and again": "- id: a\n" + "  id: a\n" * 240_000,
    "sources nobody knows": "- id: a\n  sources:\n" + "".join(f"  - asiaplus-{n}\n" for n in range(90_000)),
    "records": "".join(f"- id: r{n}\n  x: 1\n" for n in range(30_000)),
    "one long word": "- id: " + "a" * 1_999_000,
    "one long key": "- " + "a" * 1_999_000 + ": b",
    "one long address": "- id: a\n  url: https://" + "a." * 900_000,
    "one long quote": '- title: "' + "a\n " * 600_000 + '"',
    "tabs": "a\t\n" * 600_000,
    "spaces": "- a" + " " * 1_900_000 + "b",
    "spaces at the ends": "- a \n" * 399_999,
    "hidden characters": "\u200b" * 600_000,
    "two alphabets": "aж" * 600_000,
    "two alphabets in turn": "aж " * 400_000,
    "comments": "#\n" * 999_999,
    "documents": "---\n" * 499_999,
    "anchors": "".join(f"- &a{n} b\n" for n in range(150_000)),
    "Windows": "- a\r\n" * 390_000,
    "spaces in braces": "- id: a\n  {a" + " " * 1_000_000 + "}}\n",
    "spaces behind a quote": '- id: a\n  "a"' + " " * 1_000_000 + "{\n",
}
ARTICLE_BOMBS = {
    "citations": "One " + "[khovar-2018]" * 150_000,
    "brackets": "[" * 1_999_999,
    "spaces": "a" + " " * 1_999_000 + "b",
    "letters": "a" * 1_999_999,
    "quotes": '"' * 1_999_999,
    "opened quotes": "“" * 660_000,
    "opened guillemets": "«a" * 660_000,
    "sentences": "Then they agreed. " * 110_000,
    "headings": "## a\nb\n\n" * 200_000,
    "unknown citations": "One [asiaplus-2018-99]. " * 80_000,
    "marks": "{date}" * 330_000,
    "marks in one sentence": "One [khovar-2018] {date} two. " * 66_000,
    "opened marks": "{role:" * 330_000,
    "codes of web pages": "&amp;" * 390_000,
}


def problems_of(folder: Path) -> list[Problem]:
    """Check a folder, and hold it to its limits of time and memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    reading, unreadable = store.load(folder)
    problems = [*unreadable, *checks.check(reading)]
    took = time.process_time() - began
    assert took < SECONDS, f"{took:.1f} s"
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES
    for problem in problems:
        assert problem.line > 0
        assert problem.column > 0
        assert len(str(problem)) < 700
        assert str(problem).isprintable()
    return problems


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_do_no_harm(folder, bomb):
    (folder / "events.yaml").write_text(BOMBS[bomb], encoding="utf-8", newline="")
    assert problems_of(folder)


@pytest.mark.parametrize("bomb", ARTICLE_BOMBS)
def test_bombs_in_articles_do_no_harm(folder, bomb):
    (folder / "articles" / "2018-dushanbe.md").write_text(ARTICLE_BOMBS[bomb], encoding="utf-8")
    assert problems_of(folder)


SOURCE = "- id: trend-2018-05-{}\n  title: A\n  publisher: B\n  language: en\n  kind: press\n  read: full\n"


def test_suggestions_for_many_unknown_ids_among_many_known_ones_do_no_harm(folder):
    with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(SOURCE.format(number) for number in range(1_900)))
    article = "".join(f"One [trendd-2018-05-{number}].\n" for number in range(3_000))
    (folder / "articles" / "2018-dushanbe.md").write_text(article, encoding="utf-8")
    messages = [problem.message for problem in problems_of(folder) if problem.rule == "citations_are_known"]
    advice = "is not an id in sources.yaml; add it to sources.yaml; if you meant"
    assert messages[0] == f'"[trendd-2018-05-0]" {advice} "[trend-2018-05-0]", write that'
    assert messages[-1] == f'"[trendd-2018-05-999]" {advice} "[trend-2018-05-999]", write that'


ROLE = "    - organizer: x{0}\n      role: hots\n      confidence: single\n      sources: [y{0}]\n"
RECORDS = {
    "faulty records": (
        "sources.yaml",
        "".join(SOURCE.format(number).replace("en\n", "eng\n") for number in range(4_000)),
    ),
    "ids that are none": ("sources.yaml", "".join(SOURCE.format(f"X{number}") for number in range(4_000))),
    "one id again and again": ("sources.yaml", SOURCE.format(1) * 4_000),
    "a record of faults": ("events.yaml", "- id: a\n  roles:\n" + "".join(ROLE.format(n) for n in range(5_000))),
    "changes of what is not there": (
        "CHANGES.yaml",
        "- on: 2022\n  what: added\n  why: Made up.\n  sources:\n" + "".join(f"    - k{n}\n" for n in range(30_000)),
    ),
    "organizers of one name": (
        "organizers.yaml",
        "".join(f"- id: x{n}\n  name: UN {'x' * (n % 99)}\n  short_name: UN\n  kind: state\n" for n in range(5_000)),
    ),
}


@pytest.mark.parametrize("records", RECORDS)
def test_many_records_beside_good_ones_do_no_harm(folder, records):
    name, text = RECORDS[records]
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)
    (folder / "articles" / "2018-dushanbe.md").write_text("UN x [trend-2018-05-x1]. " * 4_000, encoding="utf-8")
    assert len(problems_of(folder)) > 1_000


def test_of_one_file_200_problems_are_told_and_then_how_many_more(folder, capsys):
    (folder / "mirrors.yaml").write_text("- a\n" * 450, encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    *lines, more, last = capsys.readouterr().out.splitlines()
    assert len(lines) == MOST
    assert more == (
        "data/mirrors.yaml:201:3: mirrors: 250 more problems in this file are not shown; "
        "correct those above and check again"
    )
    assert last.endswith(": 450 errors")


PIECES = st.sampled_from(
    [
        b"\t", b" ", b"  ", b"\n", b"\r\n", b"-", b"- ", b":", b": ", b"'", b'"', b"[", b"]", b"{", b"}", b"#", b" #",
        b"&a ", b"*a", b"!", b"!!python/name:os.system ", b"|", b">-", b"%", b"@", b"`", b"---\n", b"...\n", b"? ",
        b"<<: ", b"~", b"null", b"NO", b"12:30", b"0123", b"\\", b"\x00", b"\x1b", b"\xff", b"\xef\xbb\xbf",
        b"2018-02-30", "\u200b".encode(), "\u2028".encode(), "С".encode(), "\u202e".encode(),
        b"[[[[[[[[[[[[[[[[", b"- &a [*a, *a]\n",
    ]
)  # fmt: skip
BYTES = st.one_of(PIECES, st.binary(min_size=1, max_size=4))
FILES = (*store.RECORD_FILES, "articles/2022-dushanbe.md", "articles/undated-cted.md")
GOOD = {name: (DATA / name).read_bytes() for name in FILES}


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """Spoil a real file: bytes put in, taken out or exchanged, lines and records moved, doubled, indented or lost."""
    name = draw(st.sampled_from(FILES))
    content = GOOD[name]
    for _ in range(draw(st.integers(1, 4))):
        how = draw(st.sampled_from(["insert", "delete", "replace", "move", "double", "indent", "lose", "cut"]))
        at = draw(st.integers(0, max(len(content) - 1, 0)))
        lines = content.split(b"\n")
        line = content.count(b"\n", 0, at)
        if how == "insert":
            content = content[:at] + draw(BYTES) + content[at:]
        elif how == "delete":
            content = content[:at] + content[at + draw(st.integers(1, 300)) :]
        elif how == "replace":
            content = content[:at] + draw(BYTES) + content[at + 1 :]
        elif how == "cut":
            content = content[:at]
        else:
            span = lines[line : line + draw(st.integers(1, 40))]
            if how != "double":
                del lines[line : line + len(span)]
            if how == "indent":
                width = draw(st.integers(1, 8))
                span = [b" " * width + one if draw(st.booleans()) else one[width:] for one in span[:3]] + span[3:]
                lines[line:line] = span
            elif how != "lose":
                target = draw(st.integers(0, len(lines)))
                lines[target:target] = span
            content = b"\n".join(lines)
    return name, content


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data to spoil."""
    left = shutil.ignore_patterns("originals", "schema", "template.yaml")
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("real") / "data", ignore=left))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(mutation=mutations())
def test_no_mutation_of_the_real_files_ends_in_anything_but_problems_or_a_dataset(real, mutation):
    name, content = mutation
    (real / name).write_bytes(content)
    try:
        problems_of(real)
    finally:
        (real / name).write_bytes(GOOD[name])
