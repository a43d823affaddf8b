"""Copies, locks and backups in the data folder: the check reports them to curators, and readers see nothing."""

from pathlib import Path

import pytest

from dashboard import checks, library, store
from dashboard.cli import main
from dashboard.store.copies import copied
from dashboard.words.catalogue import say
from tests.conftest import TINY
from tests.told import in_short, message_in_short

ID = "2018-dushanbe"

SURE = (
    f"{ID} (1)", f"{ID} (2)", f"{ID} 2", f"{ID}_2", f"{ID} copy", f"{ID} copy 3", f"{ID} - Copy", f"{ID} - Copy (2)",
    f"Copy of {ID}", f"Copy (2) of {ID}", f"{ID} (copy)", f"{ID} (another copy)", f"{ID} (3rd copy)", f"{ID}-copy",
    f"copy-of-{ID}", f"{ID}-kopie", f"{ID} - Kopie", f"{ID} Kopie 2", f"{ID} - Copie", f"{ID} - copia",
    f"{ID} - Cópia", f"{ID} (копия)", f"{ID} — копия", f"{ID} - копия (2)", f"Копия {ID}", f"{ID} — копія",
    f"{ID} (conflicted copy 2026-11-25 101500)", f"{ID} (Anna's conflicted copy 2026-11-25)",
    f"{ID}.sync-conflict-20261125-101500-ABCDEFG", f"{ID} (SFConflict anna@example.org 2026-11-25-10-15-00)",
    f"{ID}_BACKUP_123", f"{ID}_BASE_123", f"{ID}_LOCAL_123", f"{ID}_REMOTE_123", f"{ID}.orig", f"{ID}.bak", f"{ID}.old",
    f"{ID}-backup", f"{ID}.~1~",
)  # fmt: skip
UNSURE = (f"{ID}-DESKTOP-AB12", f"{ID} side event", f"{ID} final", "2018-Dushanbe")
NONE = (f"{ID}-2", f"{ID}-media", f"{ID}x", f"x{ID}", "2019-plans", "Side Event", "copy", "1")

PASSED_OVER = (
    f".#{ID}.md", f"._{ID}.md", f".{ID}.md.swp", f"{ID}.md~", f"#{ID}.md#", f"{ID}.md.bak", f"{ID}.md.orig",
    f"{ID}.md.rej", ".DS_Store", "Thumbs.db", "desktop.ini", f".~lock.{ID}.md#", ".md",
)  # fmt: skip
"""Names that editors and file managers give their own files; none of these is an article."""


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("CHANGES.yaml", "changes.yaml"), ("CHANGES.yaml", "Changes.yml"), ("disputes.yaml", "dispute.yaml"),
        ("disputes.yaml", "DISPUTES.YAML"), ("mirrors.yaml", "mirrors.yml"), ("organizers.yaml", "organisers.yaml"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_because_of_a_slip_in_its_name_is_named(folder, file, name):
    (folder / file).rename(folder / name)
    (folder / ".mirror.yaml").touch()
    (folder / "template.yaml").touch()
    found = [str(problem) for problem in checks.copies(folder, store.load(folder)[0])]
    assert found == [
        f'data/{name}:1:1: {name.rpartition(".")[0]}: "{name}" is not read; if these are records of the data, '
        f"name the file {file}"
    ]
    assert main(["check", str(folder)]) == 1


def test_a_name_is_right_for_one_file_only(folder):
    (folder / "mirror.yaml").touch()  # there is a mirrors.yaml
    assert store.misnamed(folder) == {}
    (folder / "mirrors.yaml").unlink()
    (folder / "mirrors.yml").touch()
    assert len(store.misnamed(folder)) == 1
    assert store.misnamed(folder / "nowhere") == {}


@pytest.mark.parametrize("name", SURE)
def test_a_copy_is_known_by_its_name(name):
    assert copied([ID, name], {ID}) == {name: store.Copy(ID, True)}


@pytest.mark.parametrize("name", UNSURE)
def test_a_name_that_may_be_that_of_a_copy_leaves_a_doubt(name):
    assert copied([ID, name], {ID}) == {name: store.Copy(ID, False)}


@pytest.mark.parametrize("name", NONE)
def test_another_name_is_no_copy(name):
    assert copied([ID, name], {ID}) == {}


@pytest.mark.parametrize("name", [f"{ID}-copy", f"copy-of-{ID}", f"{ID}-kopie", f"{ID}-backup"])
def test_an_event_that_is_really_called_so_is_no_copy(name):
    assert copied([ID, name], {ID, name}) == {}


def test_without_the_events_only_what_can_be_no_id_is_a_copy():
    assert copied([ID, f"{ID}-kopie", f"{ID} - Kopie"], None) == {f"{ID} - Kopie": store.Copy(ID, True)}


def test_the_longest_name_is_the_original():
    assert copied([ID, f"{ID}-side", f"{ID}-side copy"], {ID, f"{ID}-side"}) == {
        f"{ID}-side copy": store.Copy(f"{ID}-side", True)
    }


def test_a_copy_without_its_original_is_an_article_under_a_wrong_name():
    assert copied([f"{ID} (1)"], {ID}) == {}


@pytest.fixture
def littered(folder: Path) -> Path:
    """The tiny data, with all kinds of stray files that were ever found beside data files."""
    articles = folder / "articles"
    for name in PASSED_OVER:
        (articles / name).write_bytes(b"\x00\x05\x16\x07\x80")
    (articles / f".#{ID}.md").unlink()
    (articles / f".#{ID}.md").symlink_to("anna@laptop.1234:1790000000")
    for name in (*SURE, *UNSURE[:-1]):
        (articles / f"{name}.md").write_bytes(b"Nothing is cited here\r\n\xff")
    for name in ("events (1).yaml", "events - Copy.yaml", "CHANGES.orig.yaml", "events.yaml.orig", ".#events.yaml",
                 "sources_LOCAL_77.yml", "template.yaml", "events.yaml~"):  # fmt: skip
        (folder / name).write_bytes(b"- id: 2018-other\n\xff")
    return folder


def test_whoever_keeps_the_folder_is_told_of_copies_and_of_nothing_else(littered, capsys):
    assert main(["check", str(littered)]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert last.startswith("data: 4 events, 3 organizers, 4 sources, 1 dispute: ")
    told = {line.split(":1:1: ")[0]: line.partition(":1:1: ")[2].partition(": ")[2] for line in lines}

    def copied(original: str, code: str = "file-copied") -> str:
        return f"{say(code, original=original)} (warning)"

    assert told == {
        **{f"data/articles/{name}.md": copied(f"{ID}.md") for name in SURE},
        **{f"data/articles/{name}.md": copied(f"{ID}.md", "file-perhaps-copied") for name in UNSURE[:-1]},
        "data/events (1).yaml": copied("events.yaml"),
        "data/events - Copy.yaml": copied("events.yaml"),
        "data/CHANGES.orig.yaml": copied("CHANGES.yaml"),
        "data/sources_LOCAL_77.yml": copied("sources.yaml"),
    }
    assert main(["check", str(littered), "--strict"]) == 1


def test_readers_see_no_problem_because_of_copies(littered):
    snapshot = library.Library(littered).current()
    assert snapshot.problems == ()
    assert snapshot.notice == ""
    assert sorted(snapshot.dataset.articles) == sorted(snapshot.dataset.events)


def test_copies_differ_in_nothing_and_need_no_entry(littered, capsys):
    assert main(["diff", str(TINY), str(littered)]) == 0
    assert capsys.readouterr().out == "no record differs\n"
    assert main(["diff", "--guard", str(TINY), "--data", str(littered)]) == 0


def test_a_link_that_leads_nowhere_is_told_as_what_it_is(folder):
    article = folder / "articles" / f"{ID}.md"
    article.unlink()
    article.symlink_to("nowhere.md")
    _, problems = checks.read(folder)
    assert [in_short(one) for one in problems] == [f"data/articles/{ID}.md:1:1: {ID}: file-is-broken-link"]


def test_no_advice_leads_to_writing_over_an_article(folder):
    (folder / "articles" / "2018-duschanbe.md").write_text("One [khovar-2018].\n", encoding="utf-8")
    (folder / "articles" / f"{ID}-2.md").write_text("One [khovar-2018].\n", encoding="utf-8")
    _, problems = checks.read(folder)
    unknown = "article-of-unknown-event"
    assert [message_in_short(one) for one in problems] == [
        f'{unknown}: "2018-duschanbe" events.yaml; if {ID}.md',
        f'{unknown}: "{ID}-2" events.yaml',
    ]
