"""Nothing disappears unseen: what the guard lets pass, and what it does not."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard import store
from dashboard.cli import main
from dashboard.curation import guard, history
from dashboard.words import catalogue
from tests.conftest import TINY
from tests.told import in_short

OLD = store.contents(store.read_files(TINY))
WITHDRAWN = "  label: Plan\n  withdrawn:\n    on: 2022-12-31\n    why: No plan.\n"


def told(folder: Path, old: store.Contents = OLD) -> list[str]:
    """Compare a folder with an older state, and give in short what the guard finds."""
    return [in_short(problem) for problem in guard.faults(old, store.contents(store.read_files(folder)), "data")]


def told_whole(folder: Path, old: store.Contents = OLD) -> list[str]:
    """Give the same with the whole messages."""
    return [str(problem) for problem in guard.faults(old, store.contents(store.read_files(folder)), "data")]


def not_listed(place: str, done: str, key: str = "events") -> str:
    """Write the problem of a missing entry in the list of changes: what was done, and the key that should name it."""
    return f"data/{place}: {catalogue.say('change-not-listed', done=done, file='CHANGES.yaml', key=key)}"


@pytest.fixture
def say(folder: Path) -> Callable[..., None]:
    """Add an entry to the list of changes."""

    def add(what: str, on: str = "2022-12-31", **named: str) -> None:
        lines = "".join(f"  {key}: {value}\n" for key, value in named.items())
        with (folder / "CHANGES.yaml").open("a", encoding="utf-8") as file:
            file.write(f"\n- on: {on}\n  what: {what}\n{lines}  why: It was wrong.\n")

    return add


def test_what_did_not_change_needs_no_word(folder):
    assert told(folder) == []
    (folder / "events.yaml").write_text(
        "# words\n" + (folder / "events.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert told(folder) == []


def test_an_id_must_not_vanish(spoil, folder, say):
    spoil("organizers.yaml", "- id: qatar\n", "- id: qatar-state\n")
    say("added", organizers="[qatar-state]")
    say("withdrawn", organizers="[qatar]")
    assert told(folder) == [
        ('data/organizers.yaml:1:1: qatar: record-vanished: "qatar"; if "aliases: [qatar]"; "withdrawn"')
    ]
    spoil("organizers.yaml", "- id: qatar-state\n", "- id: qatar-state\n  aliases: [qatar]\n")
    say("corrected", organizers="[qatar-state]")
    assert told(folder) == []


def test_an_alias_must_not_vanish_or_become_the_id_of_another(spoil, folder, say):
    spoil("events.yaml", "- id: 2019-plan\n", "- id: 2019-plan\n  aliases: [2019-steps]\n")
    before = store.contents(store.read_files(folder))
    spoil("events.yaml", "  aliases: [2019-steps]\n", "")
    say("corrected", events="[2019-plan]")
    assert told(folder, before) == [
        'data/events.yaml:1:1: 2019-steps: record-vanished: "2019-steps"; if "aliases: [2019-steps]"; "withdrawn"'
    ]
    spoil("events.yaml", "- id: undated-talks", "- id: 2019-steps\n  aliases: [undated-talks]")
    say("corrected", events="[2019-steps]")
    assert told(folder, before) == ['data/events.yaml:67:1: 2019-steps: alias-became-record: "2019-steps" "2019-plan"']


def test_a_withdrawn_id_is_not_given_to_something_else(spoil, folder, say):
    spoil("events.yaml", "  label: Plan\n", WITHDRAWN)
    before = store.contents(store.read_files(folder))
    spoil("events.yaml", WITHDRAWN, "  label: Plan\n")
    say("corrected", events="[2019-plan]")
    assert told(folder, before) == []
    spoil("events.yaml", "  label: Plan\n", "  label: Another\n")
    assert told(folder, before) == [('data/events.yaml:51:1: 2019-plan: withdrawn-id-reused: "2019-plan"')]


def test_an_id_is_not_given_to_something_else_by_writing_over_its_record(spoil, folder, say):
    spoil("events.yaml", "label: Plan", "label: Congress")
    spoil("events.yaml", 'title: "Plan: the next steps"', "title: Congress of botanists")
    say("corrected", events="[2019-plan]")
    assert told(folder) == []
    spoil("events.yaml", "start: 2019-06", "start: 2018-06")
    assert told(folder) == [('data/events.yaml:51:1: 2019-plan: id-reused: "2019-plan"')]


def test_an_article_taken_out_is_said_so(folder, say):
    (folder / "articles" / "2018-dushanbe.md").unlink()
    assert told(folder) == [("data/articles/2018-dushanbe.md:1:1: 2018-dushanbe: change-not-listed: CHANGES.yaml")]
    say("corrected", events="[2018-dushanbe]")
    assert told(folder) == []


def test_the_entry_of_a_withdrawal_bears_its_day(spoil, folder):
    spoil("events.yaml", "  label: Plan\n", WITHDRAWN)
    lacking = guard.entries(OLD, store.contents(store.read_files(folder)), date(2026, 3, 1))
    assert lacking.splitlines()[:2] == ["- on: 2022-12-31", "  what: withdrawn"]


def test_a_record_is_not_deleted_by_giving_its_id_to_another(spoil, folder, say):
    path = folder / "events.yaml"
    whole = path.read_text(encoding="utf-8")
    text = whole[: whole.index("- id: undated-talks")].replace(
        "  label: Plan\n", "  label: Plan\n  aliases: [undated-talks]\n"
    )
    path.write_text(text, encoding="utf-8")
    (folder / "articles" / "undated-talks.md").unlink()
    say("corrected", events="[2019-plan, undated-talks]")
    message = (
        'data/events.yaml:1:1: undated-talks: record-merged: "undated-talks" "2019-plan"; '
        '"withdrawn" "2019-plan" "instead"'
    )
    assert told(folder) == [message]
    withdrawn = whole.replace("  label: Talks\n", "  label: Talks\n  withdrawn:\n    on: 2022-12-31\n    why: None.\n")
    path.write_text(withdrawn, encoding="utf-8")
    before = store.contents(store.read_files(folder))
    path.write_text(text, encoding="utf-8")
    assert told(folder, before)[0] == message


def test_an_alias_does_not_move_to_another_record(spoil, folder, say):
    spoil("events.yaml", "  label: Plan\n", "  label: Plan\n  aliases: [2019-steps]\n")
    before = store.contents(store.read_files(folder))
    spoil("events.yaml", "  aliases: [2019-steps]\n", "")
    spoil("events.yaml", "  label: Talks\n", "  label: Talks\n  aliases: [2019-steps]\n")
    say("corrected", events="[2019-plan, undated-talks]")
    assert [line.split(";")[0] for line in told(folder, before)] == [
        'data/events.yaml:1:1: 2019-steps: record-merged: "2019-steps" "undated-talks"'
    ]


def test_a_record_renamed_twice_keeps_both_former_ids(spoil, folder, say):
    spoil("events.yaml", "- id: 2019-plan\n", "- id: 2019-steps\n  aliases: [2019-plan]\n")
    before = store.contents(store.read_files(folder))
    spoil(
        "events.yaml",
        "- id: 2019-steps\n  aliases: [2019-plan]\n",
        "- id: 2019-way\n  aliases: [2019-steps, 2019-plan]\n",
    )
    say("corrected", events="[2019-way]")
    assert told(folder, before) == []


def test_a_new_event_with_its_article_takes_one_entry(folder, say):
    with (folder / "events.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: 2020-new\n  label: New\n")
    (folder / "articles" / "2020-new.md").write_text("It came [osce-2018].", encoding="utf-8")
    assert told_whole(folder) == [not_listed("events.yaml:75:1: 2020-new", "added")]
    say("added", events="[2020-new]")
    assert told(folder) == []


@pytest.mark.parametrize("now", ["id: dushanbe\n", ""])
def test_the_id_of_the_process_stays(folder, now):
    old = dict(store.read_files(folder))
    old["process.yaml"] += b"id: dushanbe-process\n"
    new = old | {"process.yaml": old["process.yaml"].replace(b"id: dushanbe-process\n", now.encode())}
    (found,) = guard.lost(store.contents(old), store.contents(new), "data")
    assert (found.code, found.path) == ("process-id-changed", "data/process.yaml")
    assert found.message.endswith('write "id: dushanbe-process"')
    assert guard.lost(store.contents(new), store.contents(old), "data") == () or now


def test_an_id_is_told_on_one_line(folder):
    with (folder / "events.yaml").open("a", encoding="utf-8") as file:
        file.write('\n- id: "x\\n::error file=README.md::forged"\n')
    assert [line for line in told(folder) if "\n" in line] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "key", "record"),
    [
        ("events.yaml", "city: Dushanbe", "city: Khujand", "corrected", "events", "2018-dushanbe"),
        ("events.yaml", "  label: Plan\n", WITHDRAWN, "withdrawn", "events", "2019-plan"),
        ("sources.yaml", "read: part", "read: full", "corrected", "sources", "peninsula-2018"),
        ("disputes.yaml", "shown: Sponsor.", "shown: Organizer.", "corrected", "disputes", "qatar-role"),
        ("mirrors.yaml", "mirror.example", "other.example", "added", "mirrors", "other.example"),
        ("process.yaml", "name: Dushanbe Process", "name: The Process", "corrected", "process", "process"),
        ("articles/2018-side.md", "[osce-2018]", "there [osce-2018]", "corrected", "events", "2018-side"),
    ],
)
def test_each_record_that_differs_has_an_entry_of_its_own(spoil, folder, say, file, old, new, what, key, record):
    spoil(file, old, new)
    lines = told_whole(folder)
    line = lines[0].split(":")[1]
    assert lines[0] == not_listed(f"{file}:{line}:1: {record}", what, key)
    entries = guard.entries(OLD, store.contents(store.read_files(folder)), date(2027, 3, 1))
    with (folder / "CHANGES.yaml").open("a", encoding="utf-8") as changes:
        changes.write("\n" + entries)
    assert told(folder) == []
    assert key in entries
    assert record in entries or key == "process"
    assert entries.endswith("  why: …\n")


def test_an_entry_from_before_does_not_speak_for_a_new_change(spoil, folder, say):
    spoil("events.yaml", "city: Dushanbe", "city: Khujand")
    say("corrected", events="[2018-dushanbe]")
    assert told(folder) == []
    before = store.contents(store.read_files(folder))
    spoil("events.yaml", "city: Khujand", "city: Dushanbe")
    assert told_whole(folder, before) == [not_listed("events.yaml:1:1: 2018-dushanbe", "corrected")]
    say("corrected", events="[2018-dushanbe]")
    assert told(folder, before) == []


def test_an_entry_says_what_was_done(spoil, folder, say):
    spoil("events.yaml", "  label: Plan\n", WITHDRAWN)
    say("corrected", events="[2019-plan]")
    assert told_whole(folder) == [not_listed("events.yaml:51:1: 2019-plan", "withdrawn")]


def test_the_day_of_the_process_needs_no_word(spoil, folder):
    spoil("process.yaml", "updated: 2022-12-31", "updated: 2023-01-01")
    assert told(folder) == []


def test_entries_stay_as_they_were_but_for_their_reasons(spoil, folder):
    spoil("CHANGES.yaml", "First publication.", "The first publication.")
    assert told(folder) == []
    spoil("CHANGES.yaml", "[tajikistan, osce, qatar]", "[tajikistan, osce]")
    assert told(folder) == [("data/CHANGES.yaml:1:1: record 1: change-rewritten: 2022-12-31")]


def test_what_cannot_be_read_cannot_be_guarded(folder):
    broken = folder / "events.yaml"
    broken.write_text("- id\n  a: b", encoding="utf-8")
    assert told(folder) == ["data/events.yaml:1:1: events.yaml: file-unreadable-now"]
    old = store.contents(store.read_files(folder))
    assert [in_short(one) for one in guard.faults(old, OLD, "data")] == [
        ("data/events.yaml:1:1: events.yaml: file-unreadable-before")
    ]


def test_of_a_list_of_changes_that_cannot_be_read_no_entry_is_missed(folder):
    (folder / "CHANGES.yaml").write_text("- on\n  a: b", encoding="utf-8")
    assert [line for line in told(folder) if "no longer names" in line] == []
    assert told(folder)[0] == "data/CHANGES.yaml:1:1: CHANGES.yaml: file-unreadable-now"


def test_an_event_and_its_article_are_named_once(spoil, folder):
    spoil("events.yaml", "label: Side event 2018", "label: Side show")
    spoil("articles/2018-side.md", "[osce-2018]", "there [osce-2018]")
    assert told_whole(folder) == [not_listed("events.yaml:36:1: 2018-side", "corrected")]
    entries = guard.entries(OLD, store.contents(store.read_files(folder)), date(2027, 3, 1))
    assert "  events: [2018-side]\n" in entries


# With git


def git(folder: Path, *words: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def committed(folder: Path) -> Path:
    """The copy of the tiny data as the first commit of a repository."""
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "Begin")
    return folder


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day on which the command is given."""

    class Day(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 3, 1)

    monkeypatch.setattr("dashboard.cli.diff.date", Day)
    return Day.today()


def guarded(folder: Path, *base: str) -> int:
    return main(["diff", "--guard", *base, "--data", str(folder)])


def test_the_guard_compares_with_the_newest_commit_that_differs(committed, spoil, say, capsys, today):
    assert guarded(committed) == 0
    assert capsys.readouterr().out == "data: no earlier state to compare with\n"
    spoil("events.yaml", "city: Dushanbe", "city: Khujand")
    assert guarded(committed) == 1
    first, _, *entry, last = capsys.readouterr().out.splitlines()
    assert first.startswith(
        "data/events.yaml:1:1: 2018-dushanbe: this was corrected, but CHANGES.yaml has no new entry"
    )
    assert entry == [
        "Add this at the end of CHANGES.yaml, with the reasons:", "",
        f"- on: {today}", "  what: corrected", "  events: [2018-dushanbe]", "  why: …", "",
    ]  # fmt: skip
    assert last.endswith(": 1 fault")
    git(committed.parent, "commit", "-qam", "Correct it silently")
    (committed.parent / "README.md").write_text("words", encoding="utf-8")
    git(committed.parent, "add", ".")
    git(committed.parent, "commit", "-qm", "Write words")
    assert guarded(committed) == 1  # committing does not hide it
    say("corrected", events="[2018-dushanbe]")
    assert guarded(committed, "HEAD~2") == 0


def test_an_event_deleted_without_a_word_fails_and_with_it_passes(committed, capsys):
    path = committed / "events.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[: whole.index("- id: undated-talks")], encoding="utf-8")
    (committed / "articles" / "undated-talks.md").unlink()
    assert guarded(committed) == 1
    assert '"undated-talks" is gone' in capsys.readouterr().out
    assert main(["check", str(committed)]) == 1
    assert '"undated-talks" is no longer in events.yaml' in capsys.readouterr().out


def test_a_base_can_be_a_folder_or_a_revision_and_nothing_else(committed, capsys):
    assert guarded(committed, str(TINY)) == 0
    assert guarded(committed, "HEAD") == 0
    capsys.readouterr()
    assert guarded(committed, "no-such-thing") == 2
    assert '"no-such-thing" is neither a folder nor a revision that git knows' in capsys.readouterr().err


def test_a_base_without_data_is_no_base(committed, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    for base in (str(tmp_path / "empty"), str(tmp_path)):
        assert guarded(committed, base) == 2
        assert "holds no data files; name a state of the data folder" in capsys.readouterr().err
    assert guarded(committed, "x" * 300) == 2


def test_where_git_refuses_the_guard_does_not_pass(committed, monkeypatch, capsys):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert guarded(committed) == 2
    assert capsys.readouterr().err == (
        "python -m dashboard: git does not read this repository, because it belongs to another user; to allow it, run: "
        f"git config --global --add safe.directory {committed.parent}\n"
    )


def lose_an_event(folder: Path) -> None:
    """Delete the last event of the tiny data, with its article, without an entry in the list of changes."""
    path = folder / "events.yaml"
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"- id: undated-talks")])
    (folder / "articles" / "undated-talks.md").unlink()


def assert_lost(folder: Path, capsys: pytest.CaptureFixture, *base: str) -> None:
    """Make sure that the guard reports the lost event."""
    capsys.readouterr()
    assert guarded(folder, *base) == 1
    assert '"undated-talks" is gone' in capsys.readouterr().out


SETTINGS = """
[alias]
    rev-list = status
    cat-file = !false
[color]
    ui = always
[core]
    abbrev = 4
    autocrlf = true
    ignoreCase = true
    pager = false
    quotePath = true
    safecrlf = true
[diff]
    external = false
    mnemonicPrefix = true
    orderFile = /nonexistent
[format]
    pretty = fuller
[i18n]
    logOutputEncoding = UTF-16
[log]
    date = relative
    decorate = full
    follow = true
    showSignature = true
[pager]
    rev-list = true
"""


def test_no_personal_setting_of_git_changes_what_the_guard_sees(committed, tmp_path, monkeypatch, capsys):
    lose_an_event(committed)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Take it out")
    # The last commit once more, as if it were signed: git would say that it cannot check the signature.
    signature = "gpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----\n"
    plain = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=tmp_path, capture_output=True, text=True).stdout
    signed = plain.replace("\n\n", f"\n{signature}\n", 1)
    how = ["git", "hash-object", "-t", "commit", "-w", "--stdin"]
    made = subprocess.run(how, cwd=tmp_path, input=signed, capture_output=True, text=True).stdout.strip()
    git(tmp_path, "reset", "-q", "--hard", made)
    settings = tmp_path / "settings"
    settings.write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert_lost(committed, capsys)
    assert_lost(committed, capsys, "HEAD~1")


def test_the_ends_of_lines_make_no_difference(committed, tmp_path, capsys):
    windows = tmp_path / "windows"
    git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(tmp_path), str(windows))
    assert b"\r\n" in (windows / "data" / "events.yaml").read_bytes()
    assert guarded(windows / "data") == 0
    assert capsys.readouterr().out == "data: no earlier state to compare with\n"
    lose_an_event(windows / "data")
    git(windows, "commit", "-qam", "Take it out")
    assert_lost(windows / "data", capsys)


def test_data_behind_a_link_is_guarded_under_the_name_of_the_link(committed, tmp_path, capsys):
    elsewhere = tmp_path / "elsewhere"
    committed.rename(elsewhere)
    committed.symlink_to(elsewhere)
    lose_an_event(elsewhere)
    assert_lost(committed, capsys)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Move the data")
    assert_lost(committed, capsys)
    assert_lost(committed, capsys, "HEAD~1")


def test_data_that_is_a_link_out_of_the_repository_is_not_guarded_and_that_is_said(folder, tmp_path, capsys):
    repository = tmp_path / "repository"
    repository.mkdir()
    (repository / "data").symlink_to(folder)
    git(repository, "init", "-q")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Link")
    assert guarded(repository / "data") == 2
    assert "git has none of the files in" in capsys.readouterr().err


def test_data_behind_a_link_from_outside_is_guarded_where_it_is(committed, tmp_path_factory, capsys):
    link = tmp_path_factory.mktemp("outside") / "link"
    link.symlink_to(committed)
    lose_an_event(committed)
    assert_lost(link, capsys)


def test_a_file_that_is_a_link_is_followed(committed, tmp_path, capsys):
    (committed / "originals").mkdir(exist_ok=True)
    (committed / "events.yaml").rename(committed / "originals" / "all.yaml")
    (committed / "events.yaml").symlink_to("originals/all.yaml")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Move the events")
    assert guarded(committed, "HEAD") == 0
    lose_an_event(committed)
    assert_lost(committed, capsys, "HEAD")


def test_the_environment_of_a_hook_names_no_other_repository(committed, tmp_path_factory, monkeypatch, capsys):
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    lose_an_event(committed)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(committed.parent))
    assert_lost(committed, capsys)


def test_history_written_anew_for_one_clone_alone_hides_nothing(committed, tmp_path, capsys):
    lose_an_event(committed)
    git(tmp_path, "commit", "-qam", "Take it out")
    git(tmp_path, "replace", "HEAD~1", "HEAD")
    (tmp_path / ".git" / "info" / "grafts").write_text(head(tmp_path) + "\n", encoding="utf-8")
    assert_lost(committed, capsys)


def head(folder: Path) -> str:
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True).stdout.strip()


def test_a_detached_head_a_worktree_and_a_submodule_are_guarded(committed, tmp_path, capsys):
    git(tmp_path, "checkout", "-q", "--detach")
    git(tmp_path, "worktree", "add", "-q", str(tmp_path / "beside"))
    git(tmp_path, "init", "-q", "above")
    git(tmp_path / "above", "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(tmp_path), "inner")
    for folder in (committed, tmp_path / "beside" / "data", tmp_path / "above" / "inner" / "data"):
        assert guarded(folder) == 0
        lose_an_event(folder)
        assert_lost(folder, capsys)


def test_a_merge_hides_nothing(committed, tmp_path, spoil, say, capsys):
    git(tmp_path, "checkout", "-qb", "side")
    spoil("events.yaml", "city: Dushanbe", "city: Khujand")
    say("corrected", events="[2018-dushanbe]")
    git(tmp_path, "commit", "-qam", "Correct it")
    git(tmp_path, "checkout", "-q", "-")
    lose_an_event(committed)
    git(tmp_path, "commit", "-qam", "Take it out")
    git(tmp_path, "merge", "-q", "--no-edit", "side")
    assert_lost(committed, capsys)


def test_an_event_lost_before_the_last_commit_is_still_missed(committed, tmp_path, spoil, say, capsys):
    lose_an_event(committed)
    git(tmp_path, "commit", "-qam", "Take it out")
    for city in ("Khujand", "Kulob"):
        spoil("events.yaml", "title: Countering", f"city: {city}\n  title: Countering")
        git(tmp_path, "commit", "-qam", "Write")
        assert_lost(committed, capsys)
        spoil("events.yaml", f"city: {city}\n  ", "")
    assert_lost(committed, capsys)
    git(tmp_path, "tag", "published")
    git(tmp_path, "commit", "-qam", "Write back")
    spoil("mirrors.yaml", "why: ", "why: It ")
    capsys.readouterr()
    guarded(committed)
    assert "undated-talks" not in capsys.readouterr().out  # a tagged state counts as published


def test_a_list_of_changes_that_was_gone_for_a_while_hides_nothing(committed, tmp_path, spoil, capsys):
    changes = (committed / "CHANGES.yaml").read_bytes()
    lose_an_event(committed)
    (committed / "CHANGES.yaml").unlink()
    git(tmp_path, "commit", "-qam", "Take it out")
    (committed / "CHANGES.yaml").write_bytes(changes)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Put the list back")
    spoil("mirrors.yaml", "why: ", "why: It ")
    assert_lost(committed, capsys)


def test_where_git_has_none_of_the_files_the_guard_does_not_pass(committed, tmp_path, capsys):
    git(tmp_path, "rm", "-rq", "--cached", "data")
    git(tmp_path, "commit", "--allow-empty", "-qm", "Take all out")
    assert guarded(committed) == 2
    assert "git has none of the files in" in capsys.readouterr().err
    git(tmp_path, "checkout", "-q", "--orphan", "new")
    assert guarded(committed) == 2
    assert "nothing is committed on this branch; name what to compare with" in capsys.readouterr().err


def test_a_repository_without_a_commit_has_no_earlier_state(folder, tmp_path, capsys):
    git(tmp_path, "init", "-q")
    assert guarded(folder) == 0
    assert capsys.readouterr().out == "data: no earlier state to compare with\n"


@pytest.mark.parametrize("spoilt", ["gitdir: /nonexistent", ""])
def test_a_repository_that_cannot_be_read_is_not_taken_for_none(folder, tmp_path, capsys, spoilt):
    (tmp_path / ".git").write_text(spoilt, encoding="utf-8")
    assert guarded(folder) == 2
    assert "git" in capsys.readouterr().err


def test_what_git_lacks_is_not_passed_over(committed, tmp_path, spoil, capsys):
    spoil("events.yaml", "city: Dushanbe", "city: Khujand")
    name = subprocess.run(
        ["git", "rev-parse", "HEAD:data/sources.yaml"], cwd=tmp_path, capture_output=True, text=True
    ).stdout.strip()
    (tmp_path / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert guarded(committed) == 2
    assert "git lacks sources.yaml as it was at" in capsys.readouterr().err


def test_names_of_articles_may_hold_anything(committed, tmp_path):
    for name in ("Душанбе.md", 'a "b".md', "two\nlines.md"):
        (committed / "articles" / name).write_text("One [osce-2018].\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Add them")
    assert guarded(committed, "HEAD") == 0
    assert history.files(committed, "HEAD") == store.read_files(committed)


def test_states_of_git_are_compared_as_well(committed, spoil, capsys):
    spoil("events.yaml", "city: Dushanbe", "city: Khujand")
    assert main(["diff", "HEAD", "--data", str(committed)]) == 0
    assert "    city: Dushanbe → Khujand" in capsys.readouterr().out
    assert main(["diff", "HEAD", "HEAD", "--data", str(committed)]) == 0
    assert capsys.readouterr().out == "no record differs\n"


def test_a_history_that_was_cut_off_is_no_reason_to_pass(committed, spoil, tmp_path, capsys):
    (tmp_path / "README.md").write_text("words", encoding="utf-8")
    git(tmp_path, "add", "README.md")
    git(tmp_path, "commit", "-qm", "Write words")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(shallow))
    assert guarded(shallow / "data") == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_outside_of_git_the_guard_says_that_it_compared_nothing(folder, capsys):
    assert guarded(folder) == 3
    message = f"{folder} is in no git repository"
    assert capsys.readouterr().err == (
        f"python -m dashboard: {message}, so nothing was compared; name a folder to compare the data with\n"
    )
    assert guarded(folder, "HEAD") == 2
    assert capsys.readouterr().err == f"python -m dashboard: {message}\n"


def test_without_git_folders_can_still_be_compared(committed, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert guarded(committed) == 2
    assert "git is not installed; install it, or compare two folders" in capsys.readouterr().err
    assert guarded(committed, str(TINY)) == 0
