"""A new series: from answers, and from a file; what is written passes the check, or nothing is written."""

import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dashboard import checks, store
from dashboard.cli import main
from dashboard.curation import drafts, series, starting
from dashboard.records.kinds import BY_FILE
from dashboard.store.writing import appended

ROOT = Path(__file__).parents[2]
ANSWERS = {
    "--name": "Forum",
    "--summary": "Meetings on trade.",
    "--event-title": "First forum",
    "--event-label": "Oslo 2020",
    "--event-kind": "conference",
    "--event-start": "2020-05-03",
    "--event-end": "2020-05-04",
    "--event-city": "Oslo",
    "--source-publisher": "Example",
    "--source-published": "2020-05-05",
    "--source-title": "The forum opens",
    "--source-url": "https://example.org/a",
    "--source-language": "en",
    "--source-kind": "press",
    "--source-read": "full",
    "--source-says": "It reports the forum.",
    "--organizer-name": "Kingdom of Norway",
    "--organizer-short-name": "Norway",
    "--organizer-kind": "state",
    "--organizer-role": "host",
}
CSV = (
    "title,start,end,place,organizers,source\n"
    'Forum one,2018-05-03,2018-05-04,"Oslo, Norway",Norway,https://a.org/1\n'
    'Forum two,2019-05-03,,"Bern, Switzerland",EFTA,https://a.org/2\n'
)
CHOSEN = [
    *("--name", "Forum", "--kind", "conference", "--language", "en", "--source-kind", "official"),
    *("--read", "full"),
]


def words(**changed: str | None) -> list[str]:
    """Write the answers as options; a change of None leaves one out."""
    merged = ANSWERS | {f"--{key.replace('_', '-')}": value for key, value in changed.items()}
    return [word for flag, value in merged.items() if value is not None for word in (flag, value)]


def everything(folder: Path) -> list[str]:
    """Give the names of all files and folders below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_series_is_started_and_passes_the_check(tmp_path, capsys):
    folder = tmp_path / "mine" / "forum"
    assert main(["start", str(folder), *words()]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [str(folder / name) for name in BY_FILE]
    assert captured.err.startswith(f"python -m dashboard: DASHBOARD_DATA={folder} make run shows the dashboard")
    reading, problems = checks.read(folder)
    assert problems == ()
    event = reading.dataset.events["2020-oslo"]
    assert [(role.organizer, role.role, role.sources) for role in event.roles] == [
        ("norway", "host", ("example-2020-05-05",))
    ]
    assert [(one.event, one.text) for one in reading.dataset.sources["example-2020-05-05"].says] == [
        ("2020-oslo", "It reports the forum.")
    ]
    for name in BY_FILE:
        first, second, *_ = (folder / name).read_text(encoding="utf-8").splitlines()
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (folder / schema).is_file()
        assert second.startswith("# ")
    assert (folder / "articles").is_dir()


def test_records_can_be_added_to_a_new_series(tmp_path):
    folder = tmp_path / "forum"
    alone = {f"organizer_{key}": None for key in ("name", "short_name", "kind", "role")}
    assert main(["start", str(folder), *words(**alone)]) == 0
    more = ["--name", "EFTA", "--short-name", "EFTA", "--kind", "regional-organization"]
    assert main(["new", "organizer", "--data", str(folder), *more]) == 0
    reading, problems = store.load(folder)
    assert problems == ()
    assert [*reading.dataset.organizers] == ["efta"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"# none\n\n[]\n", b"# none\n\n\n- id: b\n"), (b"[]", b"\n- id: b\n"), (b"[ ]\n\n", b"\n\n- id: b\n")],
)
def test_a_first_record_takes_the_place_of_the_empty_list(content, expected):
    assert appended(content, {"id": "b"}) == expected


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": None, "event_title": None}, "answers are missing; add --name … --event-title …"),
        ({"organizer_role": None}, "answers are missing; add --organizer-role …"),
        ({"organizer_role": "hots"}, 'role "hots" is not known; if you meant "host", write that'),
        ({"organizer_short_name": "Норвегия", "organizer_name": "Норвегия"}, "has letters that no id can have"),
        ({"event_start": "3 May 2020"}, '"3 May 2020" is not a date; write 2020-05-03'),
        ({"event_end": "2020-05-01"}, "the end 2020-05-01 is before the start 2020-05-03"),
        ({"event_kind": "meeting"}, '"meeting" is not a value of "kind"'),
        ({"source_url": "example.org"}, '"example.org" is not a web address'),
        ({"name": "For\u200eum"}, "U+200E (left-to-right mark) cannot be seen; delete it"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line_and_nothing_is_written(tmp_path, capsys, changed, said):
    assert main(["start", str(tmp_path / "forum"), *words(**changed)]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert captured.err.endswith("; nothing was written\n")
    assert everything(tmp_path) == []


def test_ids_are_made_of_what_is_known():
    answers = {part: {} for part in starting.PARTS}
    for flag, value in ANSWERS.items():
        part, _, key = flag.removeprefix("--").partition("-")
        answers[part if key else "series"][(key or part).replace("-", "_")] = value
    for key in ("published", "title"):
        answers["source"].pop(key)
    answers["source"]["publisher"] = "Азия-Плюс"
    answers["event"] |= {"kind": "follow-up", "city": "Осло"}
    for key in ("start", "end"):
        answers["event"].pop(key)
    files = starting.begun(answers, date(2026, 11, 26))
    reading, _ = series.checked({name: files[name] for name in BY_FILE}, date(2026, 11, 26))
    assert [*reading.dataset.sources] == ["example-org"]
    assert [*reading.dataset.events] == ["undated-oslo-2020"]
    assert reading.dataset.events["undated-oslo-2020"].edition is None
    assert b"title_en: Page of example.org" in files["sources.yaml"]
    with pytest.raises(drafts.RefusedError) as caught:
        starting.begun({**answers, "event": {**answers["event"], "start": "x"}}, date(2026, 11, 26))
    assert caught.value.key == "event start"


def test_a_table_is_imported_and_what_is_not_taken_is_printed(tmp_path, capsys):
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    folder = tmp_path / "forum"
    assert main(["import", str(tmp_path / "list.csv"), str(folder), *CHOSEN]) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        'list.csv: organizer "EFTA" is not known, so its role is not imported (row 3); add a row to the table of '
        "organizers, with this name and the kind state, united-nations or regional-organization",
        f"{folder}: 2 events, 1 organizer, 2 sources, from 2 rows",
    ]
    assert "assumed: these are states, by their names: Norway; correct organizers.yaml if one is not" in captured.err
    assert f"python -m dashboard check {folder} shows 2 warnings: what you still have to write" in captured.err
    assert main(["check", str(folder)]) == 0
    (tmp_path / "who.csv").write_text("name,kind\nEFTA,regional-organization\n", encoding="utf-8")
    again = ["import", str(tmp_path / "list.csv"), str(tmp_path / "two"), *CHOSEN]
    assert main([*again, "--organizers", str(tmp_path / "who.csv")]) == 0


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (
            "list.csv",
            CSV.replace("title", "t"),
            'no row has the headings of the columns (the first row has "t", "start"',
        ),
        ("list.ods", CSV, 'the name "list.ods" does not say what it is; save the table as .csv or .xlsx'),
        ("list.csv", "title\nForum\n", "list.csv does not say all that is needed; add --read … (full, part)"),
        ("list.csv", None, "list.csv is not a file; name a file"),
    ],
)
def test_a_file_that_cannot_be_imported_is_refused_in_one_line(tmp_path, capsys, file, content, said):
    if content is not None:
        (tmp_path / file).write_text(content, encoding="utf-8")
    before = everything(tmp_path)
    chosen = CHOSEN[:-2] if content == "title\nForum\n" else CHOSEN
    if content == "title\nForum\n":
        (tmp_path / file).write_text("title,source\nForum,https://a.org/1\n", encoding="utf-8")
    assert main(["import", str(tmp_path / file), str(tmp_path / "forum"), *chosen]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("command", ["start", "import"])
def test_no_folder_with_something_in_it_is_written_to(tmp_path, capsys, command):
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    folder = tmp_path / "forum"
    argv = ["start", str(folder), *words()]
    argv = argv if command == "start" else ["import", str(tmp_path / "list.csv"), str(folder), *CHOSEN]
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(argv) == 2
    assert everything(folder) == ["mine.txt"]
    (folder / "mine.txt").unlink()
    assert main(argv) in (0, 1)
    assert "events.yaml" in everything(folder)
    assert "is not empty; name a new folder" in capsys.readouterr().err
    argv[argv.index(str(folder))] = str(tmp_path / "list.csv")
    assert main(argv) == 2
    assert "list.csv is a file; name a new folder; nothing was written" in capsys.readouterr().err


def test_where_a_file_cannot_be_written_nothing_stays(tmp_path, capsys, monkeypatch):
    written = Path.write_bytes

    def refuse(path: Path, content: bytes) -> int:
        if path.parent.name == "schema":
            raise OSError(28, "No space left on device", str(path))
        return written(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert main(["start", str(tmp_path / "forum"), *words()]) == 2
    assert "cannot be written: No space left on device; nothing was written" in capsys.readouterr().err
    assert everything(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals on this system")
@pytest.mark.parametrize(
    ("argv", "typed", "asked"),
    [
        (
            ["start", "forum"],
            [
                *("Forum", "Meetings.", "First forum", "Oslo 2020", "meeting", "conference", "2020-05-03", "", "Oslo"),
                *("Norway", "https://a.org/1", "Opening", "A", "", "en", "press", "full", "", "Norway", "Norway"),
                *("state", "", "host"),
            ],
            '"meeting" is not a value of "kind"',
        ),
        (
            ["import", "list.csv", "forum"],
            ["Forum", "", "conference", "xx", "en", "official", "full", "regional-organization"],
            '"xx" is not a value of "language"; write the code of a language, such as "en"',
        ),
    ],
    ids=["start", "import"],
)
def test_in_a_terminal_what_is_missing_is_asked_for(tmp_path, argv, typed, asked):
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    ours, theirs = pty.openpty()
    try:
        os.write(ours, "".join(f"{line}\n" for line in typed).encode())
        done = subprocess.run(
            [sys.executable, "-m", "dashboard", *argv],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=theirs,
            capture_output=True,
            text=True,
            timeout=60,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert asked in done.stderr
    reading, problems = checks.read(tmp_path / "forum")
    assert [problem for problem in problems if problem.level == "error"] == []
    assert reading.dataset.process.name == "Forum"
    assert "norway" in reading.dataset.organizers
