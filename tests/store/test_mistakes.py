"""Every mistake people make is found where it is, its message cures it, and no mutation of real files stops `check`."""

import cProfile
import json
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import checks, store
from dashboard.cli import main
from dashboard.curation.reports import MOST, shortened
from dashboard.records.model import Problem
from dashboard.words.catalogue import say
from tests import bombs
from tests.catalogue import not_shown
from tests.conftest import EXAMPLES, TINY
from tests.cures import follow
from tests.mistakes import AS_IT_WAS, FOLDER, MISTAKES, Edits, Mistake, told_in
from tests.pasted import PASTED
from tests.slips import SLIPS

DATA = Path(__file__).parents[2] / "data"
MOST_CALLS = 100
"""The most calls for each letter of a bomb; the worst bomb takes 67, and a list read once for each entry thousands."""
ROWS = tuple({(row.file, row.right, repr(row.typed)): row for row in (*SLIPS, *MISTAKES, *PASTED)}.values())
"""The rows of all tables; a row in two tables is cured once."""
MEANING = ("process", "events", "organizers", "sources", "disputes", "mirrors", "changes", "articles", "withdrawn")


def replace(path: Path, old: str | None, new: str | bytes | None) -> None:
    """Replace a text by another, or a file by a file, a folder or nothing."""
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
    """Replace `old`, or make a list of edits."""
    if new == AS_IT_WAS:
        replace(folder / file, None, (TINY / file).read_bytes() if (TINY / file).exists() else None)
        return
    for one in new if isinstance(new, list) else [(file, old, new)]:
        replace(folder / one[0], *one[1:])


def told_of(folder: Path) -> list[Problem]:
    """Give what `check` finds, errors first."""
    return read(folder)[1]


def read(folder: Path) -> tuple[dict, list[Problem]]:
    """Give the content of the files (the records, also withdrawn ones, and the articles), and what `check` finds."""
    reading, problems = checks.read(folder)
    meaning = {key: getattr(reading.dataset, key) for key in MEANING}
    return meaning, sorted(problems, key=lambda one: one.level)


@cache
def read_tiny() -> tuple[dict, list[Problem]]:
    """Give the same of the tiny dataset as it is."""
    return read(TINY)


def right_and_cured(folder: Path, mistake: Mistake) -> tuple[tuple[dict, list[Problem]], tuple[dict, list[Problem]]]:
    """Make a mistake in a folder, follow its messages, and read what was meant and the result."""
    meant = read_tiny()
    if mistake.meant is not None:
        right = Path(shutil.copytree(TINY, folder.parent / "right" / "data"))
        edit(right, mistake.file, mistake.right, mistake.meant)
        meant = read(right)
    edit(folder, mistake.file, mistake.right, mistake.typed)
    if mistake.cure is not None:
        edit(folder, mistake.file, mistake.typed if mistake.right is not None else None, mistake.cure)
        return meant, read(folder)
    cured = read(folder)
    for _ in mistake.told:
        if cured[1]:
            follow(folder, cured[1][0])
            cured = read(folder)
    return meant, cured


@pytest.mark.parametrize("mistake", (*MISTAKES, *PASTED), ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_where_it_is(folder, mistake):
    edit(folder, mistake.file, mistake.right, mistake.typed)
    problems = shortened(checks.read(folder)[1])
    assert [told_in(problem) for problem in problems] == list(mistake.told)
    assert not_shown(problems) == []


@pytest.mark.parametrize("name", ["missing colon", "NO typed as a country"])
def test_the_command_says_what_is_found(folder, capsys, name):
    mistake = next(row for row in (*MISTAKES, *PASTED) if row.name == name)
    edit(folder, mistake.file, mistake.right, mistake.typed)
    code = main(["check", str(folder), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [told_in(Problem(**problem)) for problem in found] == list(mistake.told)
    assert code == any(not line.endswith("(warning)") for line in mistake.told)
    assert main(["check", "--strict", str(folder)]) == 1


@pytest.mark.parametrize("mistake", ROWS, ids=lambda mistake: mistake.name)
def test_whoever_follows_the_messages_gets_what_was_meant(folder, mistake):
    (meant, _), (cured, problems) = right_and_cured(folder, mistake)
    assert [str(problem) for problem in problems] == []
    assert cured == meant


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


def problems_of(folder: Path) -> list[Problem]:
    """Check a folder, and assert that each problem has a place and fits on one line."""
    reading, unreadable = store.load(folder)
    problems = [*unreadable, *checks.check(reading)]
    for problem in problems:
        assert problem.line > 0
        assert problem.column > 0
        assert len(str(problem)) < 700
        assert str(problem).isprintable()
    return problems


def counted(folder: Path) -> list[Problem]:
    """Check a folder that holds a bomb, and limit the calls for each letter of the bomb."""
    profile = cProfile.Profile()
    problems = profile.runcall(problems_of, folder)
    calls = sum(entry.callcount for entry in profile.getstats())
    assert calls < MOST_CALLS * bombs.SMALL, f"{calls / bombs.SMALL:.0f} calls for each letter"
    return problems


@pytest.mark.slow
@pytest.mark.parametrize("bomb", bombs.RECORDS)
def test_bombs_do_no_harm(folder, bomb):
    (folder / "events.yaml").write_text(bombs.RECORDS[bomb](bombs.SMALL), encoding="utf-8", newline="")
    assert counted(folder)


@pytest.mark.parametrize("bomb", bombs.ARTICLES)
def test_bombs_in_articles_do_no_harm(folder, bomb):
    (folder / "articles" / "2018-dushanbe.md").write_text(bombs.ARTICLES[bomb](bombs.SMALL), encoding="utf-8")
    assert counted(folder)


@pytest.mark.parametrize("bomb", ["brackets", "two alphabets"])
def test_a_bomb_of_the_longest_size_is_told_in_few_lines(folder, bomb):
    (folder / "events.yaml").write_text(bombs.RECORDS[bomb](bombs.WHOLE), encoding="utf-8")
    assert len(problems_of(folder)) <= 2


def test_suggestions_for_many_unknown_ids_among_many_known_ones_do_no_harm(folder):
    with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(bombs.SOURCE.format(number) for number in range(300)))
    article = "".join(f"One [trendd-2018-05-{number}].\n" for number in range(500))
    (folder / "articles" / "2018-dushanbe.md").write_text(article, encoding="utf-8")
    messages = [problem.message for problem in counted(folder) if problem.rule == "citations_are_known"]
    advice = "is not an id in sources.yaml; add it to sources.yaml; if you meant"
    assert messages[0] == f'"[trendd-2018-05-0]" {advice} "[trend-2018-05-0]", write that'
    assert messages[299] == f'"[trendd-2018-05-299]" {advice} "[trend-2018-05-299]", write that'
    assert "if you meant" not in messages[300]


@pytest.mark.parametrize("records", bombs.BESIDE)
def test_many_records_beside_good_ones_do_no_harm(folder, records):
    name, bomb = bombs.BESIDE[records]
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(bomb(bombs.SMALL))
    (folder / "articles" / "2018-dushanbe.md").write_text(bombs.CITED(bombs.SMALL // 20), encoding="utf-8")
    assert len(counted(folder)) > 100


def test_of_one_file_200_problems_are_told_and_then_how_many_more(folder, capsys):
    (folder / "mirrors.yaml").write_text("- a\n" * 450, encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    *lines, more, last = capsys.readouterr().out.splitlines()
    assert len(lines) == MOST
    assert more == f"data/mirrors.yaml:201:3: mirrors: {say('more-problems/several', number=250)}"
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
REAL = {name: (DATA / name).read_bytes() for name in (*store.RECORD_FILES, "articles/2022-dushanbe.md")}
SMALL = {name: (TINY / name).read_bytes() for name in (*store.RECORD_FILES, "articles/2018-dushanbe.md")}
SMALL["events.yaml"] += b"\n" + (DATA / "template.yaml").read_bytes().split(b"\n\n", 1)[1]
SMALL["process.yaml"] += b"""
tour:
  - {title: Look, text: There it is., pane: article, event: 2018-dushanbe, at: qatar, organizer: qatar}
"""
"""The tiny data with a tour and an event that has every field; the ids of its facts are those of the real data."""


@st.composite
def mutations(draw: st.DrawFn, good: dict[str, bytes]) -> tuple[str, bytes]:
    """Spoil a file: bytes put in, taken out or exchanged, lines and records moved, doubled, indented or lost."""
    name = draw(st.sampled_from(list(good)))
    content = good[name]
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


def mutated(examples: int) -> settings:
    """Try this number of mutations, different in every run."""
    return settings(
        max_examples=examples, deadline=None, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


def spoiled(folder: Path, good: dict[str, bytes], name: str, content: bytes) -> None:
    """Check a folder with one file spoiled, and put it back."""
    (folder / name).write_bytes(content)
    try:
        problems_of(folder)
    finally:
        (folder / name).write_bytes(good[name])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data to spoil."""
    left = shutil.ignore_patterns("originals", "schema", "template.yaml")
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("real") / "data", ignore=left))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small data to spoil."""
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("small") / "data"))
    for name, content in SMALL.items():
        (folder / name).write_bytes(content)
    return folder


@mutated(EXAMPLES // 10)
@given(mutation=mutations(REAL))
def test_no_mutation_of_the_real_files_ends_in_anything_but_problems_or_a_dataset(real, mutation):
    spoiled(real, REAL, *mutation)


@mutated(EXAMPLES - EXAMPLES // 10)
@given(mutation=mutations(SMALL))
def test_no_mutation_of_small_files_does_either(small, mutation):
    spoiled(small, SMALL, *mutation)
