"""An edition is written whole or not at all, has the same bytes every time, and never replaces other files."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.library import Library
from dashboard.publish import folder, opened
from dashboard.publish.edition import Edition, File
from dashboard.publish.scripts import taken
from dashboard.topics.explore import payload
from dashboard.topics.explore.article import article_of
from tests.conftest import TINY
from tests.sample import CODE, HOSTILE, snapshot


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition(Library(TINY).current(), "https://example.org/process")


@pytest.fixture(scope="module")
def made(edition: Edition) -> list[File]:
    return list(folder.files(edition))


@pytest.fixture(scope="module")
def files(made: list[File]) -> dict[str, bytes]:
    return dict(made)


def first_page(of: Edition) -> str:
    """Give the first page, without making the files after it."""
    return next(content for path, content in folder.files(of) if path == "index.html").decode()


def read(path: Path) -> dict[str, bytes]:
    """Give the content of all files of a folder by their paths."""
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in sorted(path.rglob("*")) if not one.is_dir()}


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(files):
    again = Edition(Library(TINY).current(), "https://example.org/process")
    assert dict(folder.files(again)) == files


def test_no_path_is_given_twice_or_leaves_the_folder(made):
    paths = [path for path, _ in made]
    assert len(paths) == len(set(paths)) == len({path.casefold() for path in paths})
    assert [path for path in paths if path.startswith(("/", ".")) or ".." in path or "\\" in path] == []


def test_scripts_hand_over_what_the_server_gives(edition, files):
    handed = dict(taken(content) for path, content in files.items() if path.startswith("data/"))
    assert handed["data/text"] == payload.text_index(edition.snapshot).decode()
    for event in edition.snapshot.dataset.events:
        assert handed[f"data/articles/{event}"] == article_of(edition.snapshot, event)
    facts = json.loads(handed["data/facts"])
    server = json.loads(payload.bundle(edition.snapshot))
    assert {**facts, "pages": {}, "own": {}} == {**server, "pages": {}, "own": {}}
    assert "try" not in facts["pages"], "what only a server can draw is not offered"


def test_every_file_that_a_page_names_is_there(files, tmp_path):
    folder.write(tmp_path / "edition", iter(files.items()))
    assert [*opened.missing(tmp_path / "edition")] == []


def test_a_file_that_is_missing_is_named_with_its_page(files, tmp_path):
    kept = {path: content for path, content in files.items() if path != "linked/dashboard.js"}
    folder.write(tmp_path / "edition", iter(kept.items()))
    faults = [*opened.missing(tmp_path / "edition")]
    assert [fault for fault in faults if "linked/dashboard.js?v=" not in fault] == []
    assert [fault for fault in faults if fault.startswith("index.html names linked/dashboard.js")] != []


def test_without_scripts_the_first_page_is_a_list_of_events_and_hostile_text_stays_text():
    page = first_page(Edition(snapshot()))
    assert HOSTILE not in page
    assert CODE not in page
    assert "&lt;img src=x" in page.partition("<noscript>")[2].partition("</noscript>")[0]


def test_an_edition_without_a_public_address_names_none(edition):
    page = first_page(Edition(edition.snapshot))
    assert "canonical" not in page
    assert "og:image" not in page


def test_the_worker_keeps_the_first_page_and_all_it_needs_and_no_downloads(edition, made):
    own = {folder.LIST, *(path for path, _ in folder.worker.files(edition, ()))}
    others = [(path, content) for path, content in made if path not in own]
    others += [("export/events.csv", b""), ("events/2018-dushanbe.html", b"")]
    script = dict(folder.worker.files(edition, others))["sw.js"].decode()
    kept = json.loads(script.partition("const FILES = ")[2].partition(";\n")[0])
    assert {"index.html", "linked/dashboard.js", "linked/plotly-basic.min.js", "data/facts.js", "data/text.js"} <= {
        *kept
    }
    assert [path for path in kept if path.startswith(("export/", "events/"))] == []
    changed = [(path, content + b" " if path == "data/text.js" else content) for path, content in others]
    assert dict(folder.worker.files(edition, changed))["sw.js"].decode().splitlines()[0] != script.splitlines()[0]


def test_what_an_earlier_edition_left_is_replaced(tmp_path):
    target = tmp_path / "site"
    written = [("a.html", b"1"), ("deep/b.html", b"2"), (folder.LIST, b'{"files": {"a.html": "", "deep/b.html": ""}}')]
    assert folder.write(target, iter(written)) == 3
    assert read(target) == dict(written)
    assert folder.write(target, iter([("c.html", b"3")])) == 1
    assert read(target) == {"c.html": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("strange", ["thesis.docx", "deep/er/notes.txt", ".git/config", "index.html"])
def test_a_folder_with_files_of_other_people_stays_as_it_is(tmp_path, strange):
    path = tmp_path / "site" / strange
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(folder.OccupiedError, match="name an empty folder, or move them away") as caught:
        folder.write(tmp_path / "site", iter([("index.html", b"ours")]))
    assert strange in str(caught.value)
    assert read(tmp_path / "site") == {strange: b"mine"}


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b'{"files": 1}', b"\xff", b'{"files": null}'])
def test_a_list_of_files_that_cannot_be_read_protects_the_folder(tmp_path, content):
    (tmp_path / folder.LIST).write_bytes(content)
    with pytest.raises(folder.OccupiedError):
        folder.write(tmp_path, iter([("index.html", b"ours")]))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(folder.OccupiedError, match="is a file; name a folder, or add --single-file"):
        folder.write(tmp_path / "site", iter([]))


def test_two_pages_of_one_path_are_refused_and_what_was_there_stays(tmp_path):
    folder.write(tmp_path, iter([("a.html", b"old"), (folder.LIST, b'{"files": {"a.html": ""}}')]))
    with pytest.raises(folder.SamePathError, match=r'would be sources/index\.html; .* "index"'):
        folder.write(tmp_path, iter([("sources/index.html", b"list"), ("sources/index.html", b"source")]))
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_what_was_there_stays_if_an_edition_cannot_be_made(tmp_path):
    folder.write(tmp_path / "site", iter([(folder.LIST, b'{"files": {"a.html": ""}}'), ("a.html", b"old")]))

    def breaks() -> Iterator[File]:
        yield "a.html", b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        folder.write(tmp_path / "site", breaks())
    assert read(tmp_path / "site")["a.html"] == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_run_left_that_was_ended_is_taken_away(tmp_path):
    target = tmp_path / "site"
    folder.write(target, iter([(folder.LIST, b'{"files": {"a.html": ""}}'), ("a.html", b"old")]))
    (target / ".edition-x1" / "new").mkdir(parents=True)
    (target / ".edition-x1" / "new" / "a.html").write_bytes(b"half")
    folder.write(target, iter([("a.html", b"new")]))
    assert read(target) == {"a.html": b"new"}


def test_a_folder_that_cannot_be_moved_is_written_into(tmp_path, monkeypatch):
    """The present folder, and a volume of a container, keep their place in the file system."""
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    folder.write(Path(), iter([("deep/a.html", b"1")]))
    assert tmp_path.stat().st_ino == before
    assert read(tmp_path) == {"deep/a.html": b"1"}


def test_what_was_moved_comes_back_if_the_change_of_places_fails(tmp_path, monkeypatch):
    target = tmp_path / "site"
    old = {folder.LIST: b'{"files": {"a.html": "", "deep/b.html": ""}}', "a.html": b"1", "deep/b.html": b"2"}
    folder.write(target, iter(old.items()))
    rename, calls = Path.rename, []

    def fails(path: Path, to: Path) -> Path:
        calls.append(path)
        if len(calls) == 5:  # after the old ones and one of the new ones
            raise OSError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="Permission denied"):
        folder.write(target, iter([("a.html", b"3"), ("c.html", b"4"), ("d.html", b"5")]))
    assert read(target) == old
