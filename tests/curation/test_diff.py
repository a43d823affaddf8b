"""Two states of the data, field by field."""

import json
from pathlib import Path

import pytest

from dashboard import store
from dashboard.cli import main
from dashboard.curation import diff
from dashboard.curation.diff import Difference, Edit, differences, edits
from dashboard.store import Contents
from tests.conftest import TINY

OLD = store.contents(store.read_files(TINY))


def told(folder: Path) -> list[str]:
    """Compare a folder with the tiny one, and give the lines of the text."""
    return diff.as_text(differences(OLD, store.contents(store.read_files(folder)))).splitlines()


def test_the_same_does_not_differ_however_it_is_wrapped(folder):
    path = folder / "events.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "title: Countering Terrorism", "title: >-\n    Countering\n    Terrorism"
    )
    path.write_text(
        "# a comment\n" + text.replace("sources: [osce-2018]", "sources:\n      - osce-2018"), encoding="utf-8"
    )
    article = folder / "articles" / "2018-dushanbe.md"
    article.write_text(article.read_text(encoding="utf-8").replace(" ", "\n", 1), encoding="utf-8")
    assert told(folder) == ["no record differs"]


@pytest.mark.parametrize(
    ("file", "old", "new", "lines"),
    [
        ("events.yaml", "end: 2018-05-04", "end: 2018-05-05", ["end: 2018-05-04 → 2018-05-05"]),
        ("events.yaml", "  city: Dushanbe\n", "", ["city: - Dushanbe"]),
        ("events.yaml", "  city: Dushanbe\n", "  city: Dushanbe\n  venue: Hall\n", ["venue: + Hall"]),
        ("events.yaml", "role: sponsor", "role: supporter", ["roles / qatar / role: sponsor → supporter"]),
        (
            "events.yaml", "organizer: qatar", "organizer: osce",
            ["roles / qatar: - organizer: qatar; role: sponsor; confidence: disputed; sources: peninsula-2018",
             "roles / osce: + organizer: osce; role: sponsor; confidence: disputed; sources: peninsula-2018"],
        ),
        (
            "events.yaml", "sources: [khovar-2018, osce-2018, peninsula-2018, asiaplus-2022]",
            "sources: [khovar-2018, peninsula-2018, osce-2018]", ["sources: - asiaplus-2022"],
        ),
        (
            "events.yaml", "sources: [khovar-2018, osce-2018]", "sources: [osce-2018, khovar-2018]",
            ["roles / tajikistan / sources / order: khovar-2018, osce-2018 → osce-2018, khovar-2018"],
        ),
        ("events.yaml", "more than 400", "[400]", ["figures / participants / value: more than 400 → 400"]),
    ],
)  # fmt: skip
def test_a_field_that_differs_is_named_with_what_it_was_and_is(spoil, file, old, new, lines):
    folder = spoil(file, old, new)
    assert told(folder) == [
        "events.yaml: 2018-dushanbe (Dushanbe 2018): corrected",
        *(f"    {line}" for line in lines),
        "1 record differs: 1 corrected",
    ]


def test_claims_that_nothing_tells_apart_are_compared_in_their_order(spoil):
    assert told(spoil("disputes.yaml", "It does not appear.", "It is not named."))[:2] == [
        "disputes.yaml: qatar-role (Did Qatar organize it or pay for it?): corrected",
        "    claims / 2: says: It does not appear.; sources: khovar-2018, osce-2018 → "
        "says: It is not named.; sources: khovar-2018, osce-2018",
    ]


def test_an_article_differs_by_its_paragraphs(folder):
    path = folder / "articles" / "2018-dushanbe.md"
    whole = path.read_text(encoding="utf-8")
    path.write_text("New paragraph [khovar-2018].\n\n" + whole, encoding="utf-8")
    assert told(folder) == [
        "articles: 2018-dushanbe: corrected",
        "    text / 1: + New paragraph [khovar-2018].",
        "1 record differs: 1 corrected",
    ]


def test_an_article_that_comes_or_goes_is_shown_by_its_paragraphs(folder):
    (folder / "articles" / "2018-dushanbe.md").unlink()
    (folder / "articles" / "2019-new.md").write_text("One [a].\n\n## Two\n", encoding="utf-8")
    new = store.contents(store.read_files(folder))
    came = next(one for one in differences(OLD, new) if one.record == "2019-new")
    assert came.edits == (Edit(("text", "1"), "", "One [a]."), Edit(("text", "2"), "", "## Two"))
    gone = next(one for one in differences(OLD, new) if one.record == "2018-dushanbe")
    assert gone.sort == "removed" and {edit.field[0] for edit in gone.edits} == {"text"}
    assert not any(edit.new for edit in gone.edits)


def test_added_and_removed(spoil, folder):
    spoil("organizers.yaml", "- id: qatar\n", "- id: kuwait\n")
    lines = told(folder)
    assert lines[0] == "organizers.yaml: kuwait (Qatar): added"
    assert "organizers.yaml: qatar (Qatar): removed" in lines
    assert lines[-1] == "2 records differ: 1 added, 1 removed"


def test_renamed_with_its_article(spoil, folder):
    spoil("events.yaml", "- id: 2019-plan", "- id: 2019-steps\n  aliases: [2019-plan]")
    (folder / "articles" / "2019-plan.md").rename(folder / "articles" / "2019-steps.md")
    assert told(folder) == [
        "events.yaml: 2019-plan → 2019-steps (Plan): renamed",
        "    aliases: + 2019-plan",
        "articles: 2019-plan → 2019-steps: renamed",
        "2 records differ: 2 renamed",
    ]


def test_a_new_record_that_claims_an_id_still_in_use_was_not_renamed(folder):
    with (folder / "events.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: 2019-steps\n  aliases: [2019-plan]\n  label: Steps\n")
    assert told(folder) == [
        "events.yaml: 2019-steps (Steps): added",
        "    aliases: + 2019-plan",
        "    label: + Steps",
        "1 record differs: 1 added",
    ]


def test_an_entry_whose_own_name_is_id_is_no_id_of_the_record():
    old = {"id": "2019-plan", "titles": [{"language": "id", "text": "Proses"}, {"language": "ru", "text": "Процесс"}]}
    new = {"id": "2019-plan", "titles": [{"language": "id", "text": "Proses Dushanbe"}, *old["titles"][1:]]}
    assert list(edits(old, new)) == [Edit(("titles", "id", "text"), "Proses", "Proses Dushanbe")]


def test_withdrawn_and_restored(spoil, folder):
    spoil("events.yaml", "  label: Plan\n", "  label: Plan\n  withdrawn:\n    on: 2022-12-31\n    why: No plan.\n")
    assert told(folder)[:2] == [
        "events.yaml: 2019-plan (Plan): withdrawn",
        "    withdrawn: + on: 2022-12-31; why: No plan.",
    ]
    new = store.contents(store.read_files(folder))
    assert [one.sort for one in differences(new, OLD)] == ["restored"]


def test_of_a_file_that_cannot_be_read_nothing_is_said(folder):
    (folder / "events.yaml").write_text("- id\n  a: b", encoding="utf-8")
    (folder / "articles" / "2018-side.md").write_bytes(b"\xff")
    new = store.contents(store.read_files(folder))
    assert new.broken == ("events.yaml", "articles/2018-side.md")
    assert differences(OLD, new) == ()


def test_a_file_that_is_not_there_holds_nothing(folder):
    (folder / "mirrors.yaml").unlink()
    assert told(folder) == ["mirrors.yaml: mirror.example: removed", "    host: - mirror.example",
                            "    why: - Copies newspapers.", "1 record differs: 1 removed"]  # fmt: skip


def test_the_list_of_changes_is_no_record_of_its_own(spoil):
    assert told(spoil("CHANGES.yaml", "First publication.", "Other words.")) == ["no record differs"]


def test_what_no_check_would_let_pass_is_compared_all_the_same():
    odd = [{"id": "a", "sources": {"x": "1"}, "roles": [None, "b"], "title": ["t"]}, {"roles": "c"}]
    assert list(edits(*odd)) == [
        Edit(("sources",), "x: 1", ""),
        Edit(("roles",), "b", "c"),
        Edit(("title",), "t", ""),
    ]


def test_two_records_of_one_id_are_both_seen(spoil, folder):
    spoil("organizers.yaml", "- id: qatar\n", "- id: osce\n")
    new = store.contents(store.read_files(folder))
    assert ("organizers.yaml", "record 3") in new.records
    assert new.lines["organizers.yaml", "record 3"] == 16


def test_long_texts_show_what_differs_with_a_few_words_around():
    words = [f"w{number}" for number in range(100)]
    old = " ".join(words)
    words[50] = "changed"
    assert diff.shortened(Edit(("text",), old, " ".join(words))) == (
        "… w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 …",
        "… w45 w46 w47 w48 w49 changed w51 w52 w53 w54 w55 …",
    )
    assert diff.shortened(Edit(("text",), "", old))[1].endswith("…")


def test_pieces_put_both_texts_together_again():
    old, new = "a b c d", "a x c d e"
    found = diff.pieces(old, new)
    assert found == [("a", "a"), ("b", "x"), ("c d", "c d"), ("", "e")]


def test_what_is_too_long_to_be_compared_is_wholly_replaced():
    old, new = "a " * diff.MOST + "b", "a " * diff.MOST + "c"
    assert diff.pieces(old, new) == [(old, new)]
    lists = [{"text": [f"p{n}" for n in range(diff.MOST + 1)]}, {"text": ["p"] * (diff.MOST + 2)}]
    assert [edit.field for edit in edits(*lists)] == [("text",)]
    assert list(edits(lists[0], lists[0])) == []


FOUND = (
    Difference("events.yaml", "a", "A | b", "corrected", (Edit(("title",), "<b>x</b>", "y_z"),)),
    Difference("articles", "a", "", "added"),
)


def test_markdown_holds_nothing_but_words():
    assert diff.as_markdown(FOUND).splitlines() == [
        "**2 records differ: 1 added, 1 corrected**",
        "",
        "### events.yaml: a (A \\| b): corrected",
        "",
        "| Field | Before | After |",
        "|---|---|---|",
        "| title | &lt;b>x&lt;/b> | y\\_z |",
        "",
        "### articles: a: added",
    ]


def test_json_has_every_field():
    content = json.loads(diff.as_json(FOUND))
    assert content["summary"] == "2 records differ: 1 added, 1 corrected"
    assert content["differences"][0] == {
        "file": "events.yaml", "record": "a", "label": "A | b", "sort": "corrected", "before": "",
        "edits": [{"field": ["title"], "old": "<b>x</b>", "new": "y_z"}],
    }  # fmt: skip


def test_the_command_compares_folders(spoil, folder, capsys):
    spoil("events.yaml", "end: 2018-05-04", "end: 2018-05-05")
    assert main(["diff", str(TINY), str(folder)]) == 0
    assert "    end: 2018-05-04 → 2018-05-05" in capsys.readouterr().out.splitlines()
    assert main(["diff", str(TINY), "--data", str(folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["differences"][0]["record"] == "2018-dushanbe"
    (folder / "events.yaml").write_text("- id\n  a: b", encoding="utf-8")
    for form in ("text", "markdown"):
        assert main(["diff", str(TINY), str(folder), "--format", form]) == 1
        said = capsys.readouterr().out
        assert "no record differs" in said
        assert "events.yaml cannot be read on one of the sides; what changed in it is not known" in said
    assert main(["diff", str(TINY), str(folder), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["unread"] == ["events.yaml"]


@pytest.mark.parametrize(
    "argv", [["diff"], ["diff", "a", "b", "c"], ["diff", "a", "--guard"], ["diff", "--guard", "--format", "json"]]
)
def test_a_comparison_that_cannot_be_understood_ends_with_2(argv, capsys):
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2


def test_empty_states_do_not_differ():
    assert differences(Contents({}, {}), Contents({}, {})) == ()
