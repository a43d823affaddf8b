"""New records: what is asked, what is written, that nothing else changes, and what is refused."""

import os
import pty
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard import checks, store
from dashboard.cli import main
from dashboard.curation import drafts
from dashboard.curation.drafts import FORMS
from dashboard.records.kinds import CHANGES, LISTS
from dashboard.records.model import KINDS, ROLES
from dashboard.store import nodes
from dashboard.store.writing import appended, written
from dashboard.words.catalogue import say
from tests.told import values

ROOT = Path(__file__).parents[2]
EVENT = {
    "--title": ["Briefing: the next conference"],
    "--label": ["Briefing, Geneva 2027"],
    "--kind": ["preparation"],
    "--weight": ["minor"],
    "--start": ["2027-02-01"],
    "--end": ["2027-02-01"],
    "--city": ["Geneva"],
    "--country": ["Switzerland"],
    "--sources": ["asiaplus-2022", "osce-2018"],
    "--roles": ["tajikistan:host", "osce:partner:inferred"],
    "--themes": ["terrorist financing", "NO"],
}
SOURCE = {
    "--title": ["“Yes”, they said"],
    "--publisher": ["Example"],
    "--url": ["https://example.org/a#b"],
    "--published": ["2027-02-02"],
    "--accessed": ["2027-02-03"],
    "--language": ["en"],
    "--kind": ["press"],
    "--read": ["full"],
}
ORGANIZER = {"--name": ["Swiss Confederation"], "--short-name": ["Switzerland"], "--kind": ["state"]}


def flags(given: dict[str, list[str]], **changed: str) -> list[str]:
    """Write flags as typed; a change of None leaves one out."""
    merged = given | {f"--{name.replace('_', '-')}": value and [value] for name, value in changed.items()}
    return [word for flag, words in merged.items() if words for word in (flag, *words)]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day on which records are added."""

    class Day(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 3, 1)

    monkeypatch.setattr("dashboard.cli.new.date", Day)
    return Day.today()


def test_an_event_is_appended_and_every_other_byte_stays(folder, capsys, today):
    path = folder / "events.yaml"
    path.write_bytes(path.read_bytes() + b"  # a comment at the end, \xd0\x94")
    before = path.read_bytes()
    changes = folder / "CHANGES.yaml"
    said = changes.read_text(encoding="utf-8")
    assert main(["new", "event", "--data", str(folder), *flags(EVENT)]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{path}\n{changes}\n"
    article = say("article-missing", file="data/articles/2027-geneva.md")
    assert f"{article} (warning)" in captured.err
    content = path.read_bytes()
    assert content.startswith(before)
    assert changes.read_text(encoding="utf-8") == said + (
        f"\n- on: {today}\n  what: added\n  events: [2027-geneva]\n  why: The event was not in the data yet.\n"
    )
    assert content[len(before) :].decode() == (
        "\n\n- id: 2027-geneva\n  title: 'Briefing: the next conference'\n  label: Briefing, Geneva 2027\n"
        "  kind: preparation\n  weight: minor\n  start: 2027-02-01\n  end: 2027-02-01\n  city: Geneva\n"
        "  country: Switzerland\n  roles:\n    - organizer: tajikistan\n      role: host\n      confidence: single\n"
        "      sources: [asiaplus-2022, osce-2018]\n    - organizer: osce\n      role: partner\n"
        "      confidence: inferred\n      sources: [asiaplus-2022, osce-2018]\n"
        "  themes:\n    - terrorist financing\n    - NO\n  sources: [asiaplus-2022, osce-2018]\n"
    )
    reading, problems = store.load(folder)
    assert problems == ()
    assert [theme.text for theme in reading.dataset.events["2027-geneva"].themes] == ["terrorist financing", "NO"]
    assert [one for one in checks.check(reading) if one.level == "error"] == []


def test_a_series_without_a_list_of_changes_gets_none(folder, capsys, today):
    (folder / "CHANGES.yaml").unlink()
    assert main(["new", "event", "--data", str(folder), *flags(EVENT)]) == 0
    assert capsys.readouterr().out == f"{folder / 'events.yaml'}\n"
    assert not (folder / "CHANGES.yaml").exists()


def test_a_source_and_an_organizer_are_appended(folder):
    process = folder / "process.yaml"
    process.write_text(process.read_text(encoding="utf-8").replace("2022-12-31", "2027-12-31"), encoding="utf-8")
    assert main(["new", "source", "--data", str(folder), *flags(SOURCE)]) == 0
    assert main(["new", "organizer", "--data", str(folder), *flags(ORGANIZER)]) == 0
    reading, problems = store.load(folder)
    assert problems == ()
    assert reading.dataset.sources["example-2027-02-02"].title == "“Yes”, they said"
    assert reading.dataset.organizers["switzerland"].name == "Swiss Confederation"
    assert [one for one in checks.check(reading) if one.level == "error"] == []


@pytest.fixture
def later(folder: Path) -> Path:
    """The copy of the data, updated on a day after those of the new records."""
    process = folder / "process.yaml"
    process.write_text(process.read_text(encoding="utf-8").replace("2022-12-31", "2027-12-31"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("noun", "given", "code", "named"),
    [
        ("event", EVENT | {"--start": ["1.2.2027"]}, "date-in-other-words", '"1.2.2027"; 2027-02-01'),
        (
            "event",
            EVENT | {"--roles": ["tajikstan:host"]},
            "id-unknown-perhaps-another",
            '"tajikstan" organizers.yaml; organizers.yaml; if "tajikistan"',
        ),
        (
            "event",
            EVENT | {"--roles": ["tajikistan:hots"]},
            "word-unknown",
            f'"hots" "role"; if "host" {", ".join(ROLES)}',
        ),
        (
            "event",
            EVENT | {"--sources": ["osce-2081"]},
            "id-unknown-perhaps-another",
            '"osce-2081" sources.yaml; sources.yaml; if "osce-2018"',
        ),
        (
            "event",
            EVENT | {"--kind": ["preperation"]},
            "word-unknown",
            f'"preperation" "kind"; if "preparation" {", ".join(KINDS)}',
        ),
        ("event", EVENT | {"--id": ["2018-side"]}, "record-id-taken", '"2018-side" 36'),
        (
            "event",
            EVENT | {"--id": ["2026-geneva"]},
            "id-of-another-year",
            '2027 "2026-geneva"; 2027- "aliases: [2026-geneva]"',
        ),
        ("event", EVENT | {"--label": ["Plan"]}, "label-taken", '"Plan" "2019-plan"'),
        ("event", EVENT | {"--edition": ["01"]}, "number-not-whole", '"01"; 1'),
        ("event", EVENT | {"--city": ["Gene\u200bva"]}, "character-hidden", "200B"),
        ("source", SOURCE | {"--url": ["javascript:alert(1)"]}, "address-not-of-a-page", '"javascript:alert(1)"'),
        ("source", SOURCE | {"--accessed": ["2027-02-01"]}, "source-read-before-published", "2027-02-01 2027-02-02"),
        ("source", SOURCE | {"--publisher": ["\x1b[31m"]}, "character-in-value-unprintable", ""),
        ("organizer", ORGANIZER | {"--short-name": ["OSCE"]}, "record-id-taken", '"osce" 10'),
    ],
)
def test_what_check_would_find_is_refused_before_it_is_written(later, capsys, today, noun, given, code, named):
    answers = {flag.strip("-").replace("-", "_"): words for flag, words in given.items()}
    answers = {key: words if key in drafts.LISTS else words[0] for key, words in answers.items()}
    with pytest.raises(drafts.RefusedError) as caught:
        drafts.add(later, FORMS[noun], answers, today)
    assert (caught.value.code, values(str(caught.value))) == (code, named)
    assert refusal(later, capsys, noun, flags(given)) == f"{caught.value}; nothing was written"


@pytest.mark.parametrize(
    ("noun", "given", "said"),
    [
        ("event", flags(EVENT, roles="tajikistan"), '"tajikistan" is not a role; write organizer:role, for example'),
        ("event", flags(EVENT, title=None, label=None), "title and label are missing; write --title … --label …"),
        ("event", flags(EVENT, title=" "), "title is missing; write --title …"),
        ("organizer", flags(ORGANIZER, short_name="Швейцария"), "id is missing; write --id …"),
    ],
)
def test_what_is_no_record_yet_is_refused_in_one_line(later, capsys, noun, given, said):
    assert refusal(later, capsys, noun, given).startswith(said)


def refusal(folder: Path, capsys: pytest.CaptureFixture, noun: str, given: list[str]) -> str:
    """Give the line with which a record is refused; all files must be unchanged."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["new", noun, "--data", str(folder), *given]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.endswith("; nothing was written\n")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return captured.err.removeprefix("python -m dashboard: ").rstrip("\n")


def test_a_file_that_cannot_be_read_is_not_added_to(folder, capsys):
    (folder / "sources.yaml").write_text("- id: a\n  b", encoding="utf-8")
    assert main(["new", "source", "--data", str(folder), *flags(SOURCE)]) == 2
    (folder / "sources.yaml").unlink()
    assert main(["new", "source", "--data", str(folder), *flags(SOURCE)]) == 2
    assert not (folder / "sources.yaml").exists()
    assert "sources.yaml cannot be read: No such file or directory" in capsys.readouterr().err


def test_where_the_file_cannot_be_replaced_it_stays(folder, capsys, monkeypatch):
    before = (folder / "events.yaml").read_bytes()

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "replace", refuse)
    assert main(["new", "event", "--data", str(folder), *flags(EVENT)]) == 2
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert (folder / "events.yaml").read_bytes() == before


def test_where_the_list_of_changes_cannot_be_replaced_nothing_is_added(folder, capsys, monkeypatch):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    written_, replace = [], store.replace

    def refuse(path: Path, content: bytes) -> None:
        if path.name == CHANGES:
            raise OSError(28, "No space left on device", str(path))
        written_.append(path.name)
        replace(path, content)

    monkeypatch.setattr(store, "replace", refuse)
    assert main(["new", "event", "--data", str(folder), *flags(EVENT)]) == 2
    assert "CHANGES.yaml cannot be written: No space left on device" in capsys.readouterr().err
    assert written_ == ["events.yaml", "events.yaml"]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_schema_follows_where_there_is_one(folder):
    assert main(["schema", str(folder)]) == 0
    assert main(["new", "organizer", "--data", str(folder), *flags(ORGANIZER)]) == 0
    assert '"switzerland"' in (folder / "schema" / "events.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "12:30", "null", "~", "a: b", "a #b", "- a", "[a]", "'a'", "it's", '"a" b', "@a", "*a", "%a", "> a"),
        *("| a", "?", "? a", "#", "!a", "&a", "{a", "a:", ":", "Переговоры", "مؤتمر", "\\d", "`a`", "...", "---"),
        "word " * 60,
    ],
)
def test_whatever_is_written_reads_back(text):
    values = {"id": "a", "title": text, "themes": [text, "b"], "sources": ["a-1", "b-2"]}
    tree = nodes.parse(written(values))
    flat = " ".join(text.split())
    assert tree.faults == []
    assert tree.value == [values | {"title": flat, "themes": [flat, "b"]}]


def test_a_long_list_of_ids_is_wrapped_and_reads_back():
    values = {"id": "a", "sources": [f"source-{number}" for number in range(40)]}
    text = written(values)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 118
    assert (lines[1], lines[2][:14], lines[-1]) == ("  sources: [", "    source-0, ", "  ]")
    assert nodes.parse(text).value == [values]


@pytest.mark.parametrize("name", LISTS)
def test_every_record_of_the_data_can_be_written_and_reads_back(name):
    for record in nodes.parse((ROOT / "data" / name).read_text(encoding="utf-8")).value:
        text = written(record)
        tree = nodes.parse(text)
        assert (tree.value, tree.faults) == ([record], [])
        assert [line for line in text.splitlines() if len(line) > 118 and " " in line.partition(": ")[2]] == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"- id: a\n", b"- id: a\n\n- id: b\n"),
        (b"- id: a", b"- id: a\n\n- id: b\n"),
        (b"# x\n\n  - id: a\n", b"# x\n\n  - id: a\n\n  - id: b\n"),
        (b"- id: a\r\n", b"- id: a\r\n\r\n- id: b\r\n"),
        (b"# x\n\n[]\n", b"# x\n\n\n- id: b\n"),
        (b"# x\r\n[ ]  # none\r\n# y\r\n", b"# x\r\n# y\r\n\r\n- id: b\r\n"),
        (b"- id: a\n  note: |\n[]\n", b"- id: a\n  note: |\n[]\n\n- id: b\n"),
    ],
)
def test_a_record_stands_like_those_before_it(content, expected):
    assert appended(content, {"id": "b"}) == expected


def test_questions_are_asked_until_the_answer_can_stand(reading):
    asked, told = [], []
    replies = iter(["", "Swiss Confederation", "Switzerland", "stat", "state", "", "Bern", "www.admin.ch", "", "", ""])

    def ask(question: str) -> str:
        asked.append(question.split(":")[0].split(" ")[0])
        return next(replies)

    answers = {}
    drafts.fill(FORMS["organizer"], answers, lambda: reading, ask, told.append)
    assert answers == {
        "name": "Swiss Confederation",
        "short_name": "Switzerland",
        "kind": "state",
        "seat": "Bern",
        "id": "switzerland",
        "why": "The organizer was not in the data yet.",
    }
    assert asked == ["name", "name", "short_name", "kind", "kind", "country", "seat", "website", "website", "id", "why"]
    assert [values(one).split("; ")[0] for one in told] == ['"name"', '"stat" "kind"', '"www.admin.ch"']


def test_questions_name_the_words_and_what_empty_means():
    form, answers = FORMS["event"], {"start": "2027-02-01", "city": "Geneva"}
    assert drafts.question(form, "weight", answers) == (
        "weight (main, secondary, minor, related): How much it matters; minor and related are hidden at first.\n> "
    )
    assert drafts.question(form, "end", answers).endswith(" [2027-02-01]\n> ")
    assert drafts.question(form, "id", answers).endswith(" [2027-geneva]\n> ")
    assert drafts.question(form, "city", {}).endswith(" [leave empty if not known]\n> ")
    assert drafts.suggested_id(form, {"label": "Talks"}) == "undated-talks"
    assert drafts.suggested_id(form, {"start": "2027"}) is None


@pytest.mark.parametrize(
    ("noun", "given", "reason"),
    [
        (
            "source",
            flags(SOURCE, publisher="Азия-Плюс"),
            '"Азия-Плюс" has letters that no id can have, so write the id',
        ),
        ("source", flags(SOURCE, publisher="Хабар 24"), '"Хабар 24" has letters that no id can have, so write the id'),
        ("source", flags(SOURCE, published=None), "an id is the publisher and the day, and no day was given"),
        ("event", flags(EVENT, city="Душанбе"), '"Душанбе" has letters that no id can have, so write the id in Latin'),
        (
            "organizer",
            flags(ORGANIZER, short_name="الكويت"),
            '"الكويت" has letters that no id can have, so write the id',
        ),
    ],
)
def test_no_part_of_a_permanent_id_is_left_out(folder, capsys, noun, given, reason):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["new", noun, "--data", str(folder), *given]) == 2
    assert f"id is missing; write --id …; {reason}" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_accents_are_left_out_of_an_id():
    assert drafts.suggested_id(FORMS["organizer"], {"short_name": "Côte d’Ivoire"}) == "cote-d-ivoire"
    assert drafts.suggested_id(FORMS["source"], {"publisher": "24.kg", "published": "2026-11~"}) == "24-kg-2026-11"


def test_an_id_that_is_not_there_is_told_at_its_question(reading):
    known, told = [], []
    replies = iter(["kazakhstan:host", "kazakhstan:host", "2018-side", "2027-geneva"])

    def ask(question: str) -> str:
        if told:
            known.append("kazakhstan")  # somebody adds it while the question waits
        return next(replies)

    def read():
        places = dict(reading.places) | {("organizers.yaml", name): (1, 1) for name in known}
        return replace(reading, places=places)

    answers = {key.strip("-"): value[0] for key, value in EVENT.items()} | {"why": "It was announced."}
    answers |= {"roles": "", "sources": ["osce-2018"], "themes": []}
    drafts.fill(FORMS["event"], answers, read, ask, told.append)
    assert [values(message) for message in told] == ['"kazakhstan" organizers.yaml; organizers.yaml', '"2018-side"']
    assert (answers["roles"], answers["id"]) == (["kazakhstan:host"], "2027-geneva")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals on this system")
def test_in_a_terminal_a_refused_answer_is_asked_for_again_and_the_others_stay(folder):
    _, err, code = in_terminal(
        folder, "event", ["A briefing", "Plan", "preparation", "minor", "2027-02-01", "", "Geneva", "Switzerland",
        "osce-2018", "tajikistan:host", "", "It was announced", "Another plan"],
    )  # fmt: skip
    assert code == 0
    taken = say("label-taken", value='"Plan"', key="label", owner="2019-plan")
    assert f"{taken}; please answer again" in err
    added = store.load(folder)[0].events["2027-geneva"]
    assert (added.title, added.label, added.roles[0].organizer) == ("A briefing", "Another plan", "tajikistan")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals on this system")
def test_in_a_terminal_answers_are_not_lost_when_it_ends(folder):
    _, err, code = in_terminal(folder, "organizer", ["The Swiss Confederation", "Switzerland", "\x04"])
    assert code == 2
    again = f"--name 'The Swiss Confederation' --short-name Switzerland --data {folder}"
    assert f"to continue with these answers, run: python -m dashboard new organizer {again}" in err
    assert err.endswith("no more answers; nothing was written\n")


def in_terminal(folder: Path, noun: str, replies: list[str]) -> tuple[str, str, int]:
    """Add a record at a terminal; give the standard output, the standard error, and the exit code."""
    main_end, other_end = pty.openpty()
    command = [sys.executable, "-m", "dashboard", "new", noun, "--data", str(folder)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=other_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.write(main_end, "".join(reply if reply == "\x04" else f"{reply}\n" for reply in replies).encode())
    out, err = running.communicate(timeout=60)
    os.close(main_end)
    os.close(other_end)
    return out, err, running.returncode


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_named_by_its_own_name(folder, capsys):
    folder.chmod(0o555)
    try:
        assert main(["new", "organizer", "--data", str(folder), *flags(ORGANIZER)]) == 2
    finally:
        folder.chmod(0o755)
    assert f"{folder / 'organizers.yaml'} cannot be written: Permission denied" in capsys.readouterr().err


def test_a_failure_names_the_file_and_not_the_one_that_was_written_first(tmp_path, monkeypatch):
    def refuse(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="No space left on device") as caught:
        store.replace(tmp_path / "events.yaml", b"")
    assert caught.value.filename == str(tmp_path / "events.yaml")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals on this system")
def test_in_a_terminal_what_is_missing_is_asked_for(folder):
    main_end, other_end = pty.openpty()
    command = [sys.executable, "-m", "dashboard", "new", "organizer", "--data", str(folder), "--kind", "state"]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=other_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.write(main_end, b"Swiss Confederation\nSwitzerland\n\nBern\n\n\nSeen on the programme\n")
    out, _ = running.communicate(timeout=60)
    os.close(main_end)
    os.close(other_end)
    assert running.returncode == 0
    assert out.endswith(f"{folder / 'organizers.yaml'}\n{folder / 'CHANGES.yaml'}\n")
    reading, _ = store.load(folder)
    assert reading.dataset.organizers["switzerland"].seat == "Bern"
    assert reading.dataset.changes["record 2"].why == "Seen on the programme"
