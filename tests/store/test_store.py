"""Reading data files: what a good folder gives, and the problem of every slip. One line of `SLIPS` is one slip."""

import io
import os
from collections import Counter
from pathlib import Path

import pytest
import yaml

from dashboard import checks, store
from dashboard.records.dates import PartialDate
from dashboard.store import files, nodes
from tests.catalogue import not_shown
from tests.conftest import TINY
from tests.mistakes import told_in
from tests.slips import SLIPS
from tests.told import in_short

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def test_good_files_give_the_dataset_and_no_problem():
    reading, problems = store.load(TINY)
    assert problems == ()
    assert list(reading.dataset.events) == ["2018-dushanbe", "2018-side", "2019-plan", "undated-talks"]
    assert list(reading.dataset.organizers) == ["tajikistan", "osce", "qatar"]
    assert list(reading.dataset.sources) == ["khovar-2018", "osce-2018", "peninsula-2018", "asiaplus-2022"]
    assert list(reading.dataset.disputes) == ["qatar-role"]
    assert list(reading.dataset.mirrors) == ["mirror.example"]
    assert sorted(reading.dataset.articles) == sorted(reading.dataset.events)
    assert reading.dataset.process.updated == PartialDate(2022, 12, 31)
    assert reading.folder == "tiny"


def test_texts_arrive_as_they_were_typed(dataset):
    assert dataset.events["2018-side"].title == "<x onmouseover=alert(1)> $x$ and :red[x]"
    assert dataset.events["undated-talks"].title == "Переговоры о процессе"
    assert dataset.events["2019-plan"].title == "Plan: the next steps"
    assert dataset.events["2019-plan"].start == PartialDate(2019, 6)
    assert dataset.events["undated-talks"].start is None
    assert dataset.sources["peninsula-2018"].published == PartialDate(2018)
    assert dataset.articles["2018-dushanbe"].text.startswith("Tajikistan was the host [khovar-2018] [osce-2018].")


@pytest.mark.parametrize(
    "typed", ["NO", "12:30", "010", "2018", "1e3", "true", "0x1F", "2018-05-03", ".5", "Yes", "1_000"]
)
def test_what_yaml_would_turn_into_something_else_stays_text(spoil, typed):
    reading, problems = store.load(spoil("events.yaml", "city: Dushanbe", f"city: {typed}"))
    assert problems == ()
    assert reading.dataset.events["2018-dushanbe"].city == typed


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "typed",
    [
        "  city: Dushanbe # the capital\n",
        "  # note\n  #note\n  city: Dushanbe\n",
        "  city: 'Dushanbe #3'\n",
        "  note: >-\n    Panel #3\n    and #4.\n",
        "  city: Dushanbe#3\n",
        "  note: #\n",
    ],
)
def test_notes_and_number_signs_that_are_read_as_they_are_meant_stay_silent(spoil, monkeypatch, loader, typed):
    monkeypatch.setattr(nodes, "_LOADER", loader)
    assert store.load(spoil("events.yaml", "  city: Dushanbe\n", typed))[1] == ()


@pytest.mark.parametrize("loader", LOADERS)
def test_a_value_cut_at_a_number_sign_is_told_and_kept(spoil, monkeypatch, loader):
    monkeypatch.setattr(nodes, "_LOADER", loader)
    reading, problems = store.load(spoil("events.yaml", "city: Dushanbe", "city: Dushanbe #3"))
    assert [(one.level, in_short(one)) for one in problems] == [
        ("warning", 'data/events.yaml:9:18: 2018-dushanbe: text-read-as-note: "#3"; if "Dushanbe #3"')
    ]
    assert reading.dataset.events["2018-dushanbe"].city == "Dushanbe"


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_found_at_its_place_and_both_parsers_say_the_same(spoil, monkeypatch, slip):
    folder = spoil(slip.file, slip.right, slip.typed)
    messages = set()
    for loader in LOADERS:
        monkeypatch.setattr(nodes, "_LOADER", loader)
        _, problems = store.load(folder)
        assert [told_in(problem) for problem in problems] == list(slip.told)
        assert not_shown(problems) == []
        messages.add(tuple(problem.message for problem in problems))
    assert len(messages) == 1


def test_places_are_those_of_the_files(reading):
    lines = (TINY / "events.yaml").read_text(encoding="utf-8").split("\n")
    line, column = reading.places["events.yaml", "2018-dushanbe", "roles", 1, "organizer"]
    assert lines[line - 1][column - 1 :] == "qatar"
    line, column = reading.places["events.yaml", "2019-plan"]
    assert lines[line - 1][column - 1 :] == "id: 2019-plan"
    assert reading.places["process.yaml", "process", "name"] == (3, 7)
    assert reading.places["articles/2019-plan.md", "2019-plan"] == (1, 1)
    assert reading.places[("mirrors.yaml",)] == (1, 1)


def test_a_malformed_record_is_left_out_and_keeps_its_place(spoil):
    reading, problems = store.load(spoil("events.yaml", "weight: minor", "weight: tiny"))
    assert len(problems) == 1
    assert list(reading.dataset.events) == ["2018-dushanbe", "2018-side", "undated-talks"]
    assert ("events.yaml", "2019-plan") in reading.places


def test_a_broken_file_leaves_the_others(spoil):
    spoil("organizers.yaml", "seat: Vienna", "seat Vienna")
    reading, problems = store.load(spoil("sources.yaml", "language: ru", "language: rus"))
    assert [in_short(problem) for problem in problems] == [
        'data/organizers.yaml:14:3: organizers: colon-missing: "seat Vienna"; "seat: Vienna"',
        'data/sources.yaml:32:13: asiaplus-2022: word-unknown: "rus" "language"; "ru"',
    ]
    assert (len(reading.dataset.events), len(reading.dataset.organizers), len(reading.dataset.sources)) == (4, 0, 3)
    assert ("organizers.yaml",) not in reading.places


def _one(folder: Path) -> str:
    problems = store.load(folder)[1]
    assert len(problems) == 1, problems
    return in_short(problems[0])


def test_files_that_are_not_text(folder):
    path = folder / "mirrors.yaml"
    good = path.read_bytes()

    path.write_bytes(good.replace(b"newspapers", b"newsp\xe4pers"))
    assert _one(folder) == 'data/mirrors.yaml:2:20: mirrors: file-not-utf-8: UTF-8 0xE4; "Save with encoding" UTF-8'
    path.write_bytes("Зеркало".encode("utf-16"))
    assert _one(folder) == 'data/mirrors.yaml:1:1: mirrors: file-not-utf-8: UTF-8 0xFF; "Save with encoding" UTF-8'
    path.write_bytes(b"\xef\xbb\xbf" + good)
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: file-with-byte-order-mark: UTF-8 BOM"
    assert "mirror.example" in store.load(folder)[0].mirrors
    path.write_bytes(b"# nothing yet\n")
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: list-file-empty"
    path.write_bytes(b"")
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: list-file-empty"
    path.write_bytes(b"[]")
    assert store.load(folder)[1] == ()
    path.write_bytes(b"#" * 20_000_001)
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: file-too-long: 20 000 000"
    path.unlink()
    assert store.load(folder)[1] == ()
    path.mkdir()
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: file-is-folder"


@pytest.mark.parametrize("name", ["disputes.yaml", "mirrors.yaml", "CHANGES.yaml"])
def test_a_file_without_a_record_may_be_absent(folder, name):
    (folder / name).write_text("[]\n", encoding="utf-8")
    with_none, _ = store.load(folder)
    (folder / name).unlink()
    reading, problems = store.load(folder)
    assert problems == ()
    assert reading.dataset == with_none.dataset
    assert [*reading.ids_placed(name)] == []  # it is known that there is none


@pytest.mark.parametrize("name", ["process.yaml", "events.yaml", "organizers.yaml", "sources.yaml"])
def test_a_series_has_a_process_events_organizers_and_sources(folder, name):
    (folder / name).unlink()
    assert _one(folder) == f"data/{name}:1:1: {name.removesuffix('.yaml')}: file-missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_keep_the_reader_waiting(folder):
    (folder / "mirrors.yaml").unlink()
    os.mkfifo(folder / "mirrors.yaml")
    assert _one(folder) == "data/mirrors.yaml:1:1: mirrors: file-is-no-text-file"


def test_a_file_of_a_gigabyte_is_refused_unread(folder, monkeypatch):
    with (folder / "events.yaml").open("wb") as file:
        file.truncate(10**9)  # it takes no room on the disk
    taken = Counter()

    class Counting(io.BufferedReader):
        def read(self, size=-1):
            content = super().read(size)
            taken[Path(self.raw.name).name] += len(content)
            return content

    monkeypatch.setattr(Path, "open", lambda path, mode: Counting(io.FileIO(path, mode)))
    _, problems = checks.read(folder)
    assert "data/events.yaml:1:1: events: file-too-long: 20 000 000" in map(in_short, problems)
    assert taken["sources.yaml"] == (folder / "sources.yaml").stat().st_size
    assert taken["events.yaml"] == 0


def test_a_link_to_a_file_outside_the_folder_is_not_followed(folder):
    outside = folder.parent / "outside"
    outside.mkdir()
    for name in ("articles/2018-dushanbe.md", "mirrors.yaml", "organizers.yaml"):
        target = outside / Path(name).name
        (folder / name).rename(target)
        (folder / name).symlink_to(os.path.relpath(target, (folder / name).parent) if "/" in name else target)
    reading, problems = store.load(folder)
    told = [in_short(problem) for problem in problems if problem.code == "file-is-link-to-outside"]
    assert told == [
        "data/articles/2018-dushanbe.md:1:1: 2018-dushanbe: file-is-link-to-outside",
        "data/mirrors.yaml:1:1: mirrors: file-is-link-to-outside",
        "data/organizers.yaml:1:1: organizers: file-is-link-to-outside",
    ]
    assert not {"2018-dushanbe"} & {*reading.dataset.articles}
    assert reading.dataset.mirrors == reading.dataset.organizers == {}


def test_a_folder_of_articles_that_is_a_link_to_outside_is_not_followed(folder):
    (folder / "articles").rename(folder.parent / "outside")
    (folder / "articles").symlink_to("../outside")
    reading, problems = store.load(folder)
    assert {problem.code for problem in problems if "articles/" in problem.path} == {"file-is-link-to-outside"}
    assert reading.dataset.articles == {}


def test_links_inside_the_folder_are_followed_also_where_the_folder_is_a_link(folder, monkeypatch):
    """A repository that is mirrored is often a link to its newest copy, and a mounted file one to a hidden folder."""
    (folder / "..data" / "articles").mkdir(parents=True)
    for name in ("mirrors.yaml", "articles/2018-side.md"):
        (folder / name).rename(folder / "..data" / name)
    (folder / "mirrors.yaml").symlink_to("..data/mirrors.yaml")
    (folder / "articles" / "2018-side.md").symlink_to("../..data/articles/2018-side.md")
    (folder.parent / "current").symlink_to(folder.name)
    monkeypatch.chdir(folder.parent / "current")
    for way in (folder, folder.parent / "current", Path("."), Path("../current")):
        reading, problems = store.load(way)
        assert problems == ()
        assert "2018-side" in reading.dataset.articles and "mirror.example" in reading.dataset.mirrors


def test_articles_are_read_with_the_same_care(folder):
    articles = folder / "articles"
    (articles / "Side Event.md").write_text("Text [osce-2018].\n", encoding="utf-8")
    (articles / "2018-side.md").write_bytes(b"")
    (articles / "2019-plan.md").write_bytes(b"Hidden \x00 [osce-2018].\n")
    (articles / "notes.txt").write_text("not read", encoding="utf-8")
    reading, problems = store.load(folder)
    assert [in_short(problem) for problem in problems] == [
        "data/articles/2018-side.md:1:1: 2018-side: article-empty",
        "data/articles/2019-plan.md:1:8: 2019-plan: character-unprintable: 0000",
        "data/articles/Side Event.md:1:1: Side Event: article-name-no-id",
    ]
    assert list(reading.dataset.articles) == ["2018-dushanbe", "undated-talks"]


def test_lines_may_end_as_on_any_system(folder):
    for path in folder.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    reading, problems = store.load(folder)
    assert len(problems) == 11
    assert {(problem.level, problem.line, problem.code) for problem in problems} == {
        ("warning", 1, "file-with-windows-line-ends")
    }
    assert "\r" not in reading.dataset.articles["2018-dushanbe"].text


def test_a_folder_that_is_not_there_is_four_missing_files(tmp_path):
    reading, problems = store.load(tmp_path / "nowhere")
    assert [problem.code for problem in problems] == ["file-missing"] * 4
    assert reading.dataset.events == {}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("harmless", "note"),
    [
        *((line, None) for line in ("\t\n", "  \t\n", "\t\t\n\n", "\t# note\n", "# a\tnote\n")),
        ("  note: >-\n    One\n\t\n      \t\n    two.\n", "One two."),
    ],
)
def test_tabs_in_lines_without_a_value_do_no_harm(spoil, monkeypatch, loader, harmless, note):
    monkeypatch.setattr(nodes, "_LOADER", loader)
    reading, problems = store.load(spoil("events.yaml", "  city: Dushanbe\n", f"{harmless}  city: Dushanbe\n"))
    assert problems == ()
    assert reading.dataset.events["2018-dushanbe"].note == note


@pytest.mark.parametrize("loader", LOADERS)
def test_deep_nesting_is_refused_before_it_costs_anything(folder, loader, monkeypatch):
    monkeypatch.setattr(nodes, "_LOADER", loader)
    (folder / "events.yaml").write_text("[" * 500_000, encoding="utf-8")
    assert _one(folder).endswith(": events: file-too-deep: 12")


def test_a_glance_tells_of_every_change_to_the_files_even_if_size_and_time_stay(folder, monkeypatch):
    assert store.glance(folder) is None, "the files were only just written"
    monkeypatch.setattr(files, "FRESH", -60)
    seen = {store.glance(folder)}
    assert seen == {store.glance(folder)} != {None}
    (folder / "README.md").write_text("not data", encoding="utf-8")
    assert seen == {store.glance(folder)}
    events = folder / "events.yaml"
    before = events.stat()
    turned = events.read_bytes()[::-1]
    while events.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of a file system may tick slowly
        events.write_bytes(turned)
        os.utime(events, ns=(before.st_atime_ns, before.st_mtime_ns))
    seen.add(store.glance(folder))
    (folder / "articles" / "2019-plan.md").rename(folder / "articles" / "2019-other.md")
    seen.add(store.glance(folder))
    events.unlink()
    seen.add(store.glance(folder))
    assert len(seen) == 4
    assert store.glance(folder / "nowhere") == ()


def test_the_stamp_follows_content_and_names(folder):
    before = store.stamp(folder)
    assert before == store.stamp(folder) == store.stamp(TINY)
    assert len(before) == 12
    (folder / "events.yaml").touch()
    (folder / "README.md").write_text("not data", encoding="utf-8")
    assert store.stamp(folder) == before
    stamps = {before}
    for path in sorted(folder.rglob("*.yaml")) + sorted(folder.rglob("2*.md")):
        path.write_bytes(path.read_bytes() + b"\n")
        stamps.add(store.stamp(folder))
    (folder / "articles" / "2019-plan.md").rename(folder / "articles" / "2019-other.md")
    stamps.add(store.stamp(folder))
    (folder / "events.yaml").unlink()
    stamps.add(store.stamp(folder))
    assert len(stamps) == 13
    assert store.stamp(folder / "nowhere")
