"""A change on trial: its results, who sees it, and that nothing is written."""

import gc
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.curation.diff import Difference, Edit
from dashboard.library import Library, trial
from dashboard.library.trial import RefusedError, Trial, Trials
from dashboard.records.model import Problem
from dashboard.topics.trial import page as trial_page
from dashboard.web import files, routes
from tests import bombs
from tests.sample import HOSTILE, snapshot
from tests.topics.explore.test_article import Page


class Bench:
    """Trials of changes to one folder."""

    def __init__(self, folder: Path) -> None:
        self.published, self.trials = Library(folder), Trials()

    def start(self, files: dict[str, bytes]) -> Trial:
        return self.trials.start(self.published, files)


@pytest.fixture
def bench(folder: Path) -> Bench:
    return Bench(folder)


def changed(folder: Path, file: str, old: str, new: str) -> dict[str, bytes]:
    """Give one file with a change, and leave the folder alone."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    return {file: text.replace(old, new, 1).encode()}


def test_a_trial_is_the_data_as_it_would_be_and_the_published_data_stays(folder, bench):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    tried = bench.start(changed(folder, "events.yaml", "label: Plan", "label: The plan"))
    assert tried.snapshot.dataset.events["2019-plan"].label == "The plan"
    assert tried.snapshot.trial
    assert bench.published.current().dataset.events["2019-plan"].label == "Plan"
    assert not bench.published.current().trial
    assert tried.snapshot.stamp != bench.published.current().stamp
    assert [(one.record, one.edits) for one in tried.differences] == [
        ("2019-plan", (Edit(("label",), "Plan", "The plan"),))
    ]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_trial_sees_what_it_brings_and_what_was_wrong_before(folder, spoil):
    spoil("events.yaml", "country: Tajikistan", "country: NO")
    tried = Bench(folder).start(changed(folder, "sources.yaml", "kind: official", "kind: offical"))
    assert [problem.path for problem in tried.snapshot.problems if problem in tried.brought] == ["data/sources.yaml"]
    assert len(tried.snapshot.problems) == 2


def test_an_article_and_a_new_file_can_be_tried(folder, bench):
    tried = bench.start({"articles/2018-dushanbe.md": b"It opened [khovar-2018].", "articles/2019-x.md": b"\xff"})
    assert tried.snapshot.dataset.articles["2018-dushanbe"].text == "It opened [khovar-2018]."
    assert tried.unread == ("articles/2019-x.md",)
    assert tried.texts["articles/2019-x.md"] == "�"
    assert tried.shown


def test_what_cannot_be_read_at_all_is_not_shown_but_its_problems_are(bench):
    tried = bench.start({"events.yaml": b"- id\n  a: b"})
    assert not tried.shown
    assert [problem.line for problem in tried.brought if problem.path == "data/events.yaml"]
    assert tried.unread == ("events.yaml",)


def test_too_much_is_refused_in_words(bench):
    with pytest.raises(RefusedError, match="together the files have 2,000,001 bytes, more than 2,000,000; try fewer"):
        bench.start({"events.yaml": b"a" * 1_000_001, "sources.yaml": b"a" * 1_000_000})


def test_one_trial_too_many_ends_the_oldest_and_a_further_try_of_the_same_reader_ends_no_other(bench, monkeypatch):
    monkeypatch.setattr(trial, "MOST_AT_ONCE", 2)
    first, second = bench.start({}), bench.start({})
    again = bench.trials.start(bench.published, {}, second)
    assert [bench.trials.find(tried.token) for tried in (first, second, again)] == [first, None, again]
    last = bench.start({})
    assert [bench.trials.find(tried.token) for tried in (first, again, last)] == [None, again, last]
    assert bench.trials.number == 2


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("events.yaml", "events.yaml"),
        ("events (1).yaml", "events.yaml"),
        ("EVENTS.YML", "events.yaml"),
        ("data/sources.yaml", "sources.yaml"),
        ("C:\\data\\sources.yaml", "sources.yaml"),
        ("changes.yaml", "CHANGES.yaml"),
        ("2018-dushanbe.md", "articles/2018-dushanbe.md"),
        ("2018-dushanbe (2).md", "articles/2018-dushanbe.md"),
        ("2027-new.md", "articles/2027-new.md"),
        ("../../etc/process.yaml", "process.yaml"),
    ],
)
def test_the_file_that_is_meant(name, meant):
    assert trial.file_for(name, ["2018-dushanbe"]) == meant


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("event.yaml", '"event.yaml" is not one of the data files; if you meant "events.yaml", name it so; else'),
        ("x.yaml", '"x.yaml" is not one of the data files; name it after one of these: process.yaml, events.yaml'),
        ("2018 Dushanbe.md", '"2018 Dushanbe.md" is not named after an event; name it 2018-dushanbe.md'),
        (
            "2018 Dushambe.md",
            '"2018 Dushambe.md" is not named after an event; if that is its event, name it "2018-dushanbe.md"',
        ),
        ("Ж.md", '"Ж.md" is not named after an event; name it <id of its event>.md'),
        ("events.json", '"events.json" is neither YAML nor Markdown; name it events.yaml, or <id of an event>.md'),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_name_it_should_have(name, said):
    with pytest.raises(RefusedError) as caught:
        trial.file_for(name, ["2018-dushanbe"])
    assert str(caught.value).startswith(said)


def test_exactly_what_was_tried_is_given_back():
    assert trial.archive({"articles/a.md": b"\xffx\r\n"}, "my-process") == ("a.md", b"\xffx\r\n")
    files = {"events.yaml": b"- id: a\r\n", "articles/a.md": b"A [b]."}
    name, content = trial.archive(files, "my-process")
    assert name == "my-process-trial.zip"
    assert content == trial.archive(dict(reversed(files.items())), "my-process")[1]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {one: packed.read(one) for one in packed.namelist()} == {f"data/{one}": files[one] for one in files}


def test_a_text_that_was_not_edited_is_the_same_file_and_one_that_was_keeps_its_ends_of_lines():
    windows, broken = b"\xef\xbb\xbf- id: a\r\n", b"- id: \xff\n"
    files = {"events.yaml": windows, "sources.yaml": broken, "mirrors.yaml": "the file is missing; put it back"}
    shown = trial.texts(files)
    for name in ("events.yaml", "sources.yaml"):
        assert trial.edited(files, name, shown[name]) == files[name]
    assert trial.edited(files, "events.yaml", "- id: b\n") == b"- id: b\r\n"
    assert trial.edited(files, "mirrors.yaml", "- host: a\n") == b"- host: a\n"
    with pytest.raises(RefusedError, match=r"sources\.yaml is not UTF-8 and cannot be edited here; save it with"):
        trial.edited(files, "sources.yaml", "- id: b\n")


# Over HTTP


@pytest.fixture
def client(bench) -> TestClient:
    return TestClient(Starlette(routes=routes.routes(bench.published, trials=bench.trials)))


def test_the_routes_show_a_trial_to_whoever_has_its_token_and_to_nobody_else(folder, bench, client):
    tried = bench.start(changed(folder, "events.yaml", "label: Dushanbe 2018", "label: Tried 2018"))
    own, published = files.urls(tried.snapshot.stamp, tried.token), files.urls(bench.published.current().stamp)
    for urls, label in ((own, "Tried 2018"), (published, "Dushanbe 2018")):
        assert client.get(urls["bundle"]).json()["events"]["2018-dushanbe"]["label"] == label
        assert label in client.get(urls["export"] + "events.csv").text
        assert label in client.get(urls["figure"] + "matrix").text
    assert len(tried.token) >= 32
    guessed = client.get(files.urls(tried.snapshot.stamp, "x" * 32)["bundle"])
    assert (guessed.status_code, guessed.text) == (
        404,
        "This change is no longer on trial. Try it again on the page “Try a change”.\n",
    )


@pytest.mark.parametrize("path", ["linked/data.json", "linked/figure/matrix", "export/events.csv"])
def test_nobody_keeps_what_is_on_trial_and_it_says_that_it_is(folder, bench, client, path):
    tried = bench.start(changed(folder, "events.yaml", "label: Plan", "label: The plan"))
    response = client.get(f"trial/{tried.token}/{path}")
    assert response.headers["cache-control"] == "private, no-store"
    name = 'attachment; filename="dushanbe-process-trial-events-2-of-4.csv"'
    assert response.headers.get("content-disposition") == (name if path.startswith("export/") else None)


def test_what_is_taken_from_a_trial_says_that_it_is_not_published(folder, bench, client):
    tried = bench.start(changed(folder, "events.yaml", "label: Plan", "label: The plan"))
    url = f"trial/{tried.token}/"
    assert client.get(url + "export/data.json").json()["meta"]["published"] is False
    figure = client.get(url + "linked/figure/timeline").text
    assert "a change on trial, not published" in figure.replace("<br>", " ")
    assert "dushanbe-process-trial-timeline" in figure
    assert "not published" not in client.get("linked/figure/timeline").text


def test_a_trial_is_gone_when_nobody_holds_it(folder, bench, client):
    tried = bench.start(changed(folder, "events.yaml", "label: Plan", "label: The plan"))
    url = f"trial/{tried.token}/export/events.csv"
    assert client.get(url).status_code == 200
    del tried
    gc.collect()
    assert client.get(url).status_code == 404


# As a page


def test_the_line_of_a_problem_is_shown_with_its_column():
    lines = ["- id: a", "  start: 2018-5-4", "\tlabel: b", "  end"]
    assert trial_page.excerpt(lines, 2, 10) == [
        (1, "- id: a", "", ""),
        (2, "  start: ", "2018-5-4", ""),
        (3, "→label: b", "", ""),
    ]
    assert trial_page.excerpt(lines, 4, 9)[-1] == (4, "  end", " ", "")
    assert trial_page.excerpt(["a\u200bb"], 1, 2) == [(1, "a", "�", "b")]
    assert trial_page.excerpt(["a: 'b c'"], 1, 4) == [(1, "a: ", "'", "b c'")]
    assert trial_page.excerpt(["end: 19.10.2022"], 1, 6) == [(1, "end: ", "19.10.2022", "")]
    assert trial_page.excerpt(["It [a-1]."], 1, 4) == [(1, "It ", "[a-1]", ".")]
    assert trial_page.excerpt(lines, 9, 1) == []
    assert trial_page.excerpt([], 2, 1) == []


def test_a_long_line_is_cut_to_what_is_near_the_column():
    line = "a" * 300 + "X" + "b" * 300
    ((_, before, at, after),) = trial_page.excerpt([line], 1, 301)
    assert at == "X", "it is too long to be marked as a word"
    assert (before[0], after[-1]) == ("…", "…")
    assert len(before + at + after) <= trial_page.WIDTH + 2


def test_what_is_left_out_lost_or_not_yet_said_is_told_before_it_is_published(folder, bench):
    files = changed(folder, "events.yaml", "label: Plan", "label: The plan")
    files |= changed(folder, "organizers.yaml", "- id: qatar\n", "- id: qatar-state\n  kind: stat\n")
    tried = bench.start(files)
    assert [problem.record for problem in tried.lost] == ["qatar"]
    assert "  events: [2019-plan]\n  why: …" in tried.entries
    assert tried.left_out == ("qatar-state",)
    assert "Left out until corrected: qatar-state." in trial_page.verdict_html(tried)
    html = trial_page.problems_html(tried)
    assert "can be published" not in html
    assert "&#34;qatar&#34; is gone" in html
    assert "CHANGES.yaml has no entry for this change yet." in html and "what: corrected\n  events: [2019-plan]" in html
    said = (folder / "CHANGES.yaml").read_bytes() + b"\n- on: 2026-03-01\n  what: corrected\n"
    said += b"  events: [2019-plan]\n  why: It was another.\n"
    html = trial_page.problems_html(
        bench.start(changed(folder, "events.yaml", "label: Plan", "label: The plan") | {"CHANGES.yaml": said})
    )
    assert "Before it is published" not in html


def test_an_article_is_named_after_its_event_and_shown_by_paragraphs(folder, bench):
    tried = bench.start({"articles/2018-dushanbe.md": b"It opened [khovar-2018].\n\nIt closed [khovar-2018].\n"})
    page = Page(trial_page.differences_html(tried))
    assert "Article of Dushanbe 2018" in page.words
    assert "articles/2018-dushanbe.md" in page.words
    assert "paragraph 2" in page.words


def test_the_page_shows_problems_and_differences_and_escapes_them(folder, bench):
    files = changed(folder, "events.yaml", "label: Plan", f'label: "{HOSTILE}"')
    files |= changed(folder, "sources.yaml", "kind: official", f"kind: '{HOSTILE}'")
    tried = bench.start(files)
    parts = (trial_page.banner_html, trial_page.verdict_html, trial_page.problems_html, trial_page.differences_html)
    html = "".join(part(tried) for part in parts)
    page = Page(html)
    assert HOSTILE not in html
    assert page.all("img") == []
    assert "You are trying a change to events.yaml and sources.yaml." in page.words
    assert "2 records differ: 2 corrected. " in page.words
    assert "sources.yaml:16:9" in page.words
    assert [item["data-sort"] for item in page.all("li") if "data-sort" in item] == ["corrected", "corrected"]
    assert len(page.all("del")) == len(page.all("ins")) == 2


def test_of_a_long_text_the_words_that_changed_are_marked_within_it():
    edit = Edit(("note",), "The host said on 3 May that it opened.", "The host said on 4 May that it opened.")
    tried = held(differences=(Difference("events.yaml", "a", "A", "corrected", (edit,)),))
    html = trial_page.differences_html(tried)
    assert "The host said on <del>3</del> <ins>4</ins>  May that it opened." in html


def held(**changes) -> Trial:
    """A trial without files behind it."""
    return Trial(**{"files": {"events.yaml": b""}, "snapshot": snapshot(), "differences": ()} | changes)


def test_nothing_to_show_is_said():
    tried = held()
    assert "None. The change can be published as it is." in trial_page.problems_html(tried)
    assert "None. The files say the same as the published files." in trial_page.differences_html(tried)
    assert "No record differs. No problems in the data." in trial_page.verdict_html(tried)
    unread = trial_page.differences_html(held(unread=("events.yaml",)))
    assert "events.yaml cannot be read, so its changes are not known." in unread
    assert "Nothing:" not in unread
    verdict = trial_page.verdict_html(held(unread=("events.yaml",)))
    assert "The changes in events.yaml are not known. No problems" in verdict


def test_so_many_differences_are_shown_and_the_rest_counted():
    many = tuple(Difference("events.yaml", f"a{number}", "", "added") for number in range(trial_page.MOST + 2))
    html = trial_page.differences_html(held(differences=many))
    assert html.count("data-sort") == trial_page.MOST
    assert "2 more are not shown." in html


MAIN = "articles/2018-dushanbe.md"
BOMBS = {
    "one long word": ("events.yaml", bombs.RECORDS["one long word"]),
    "one long text": ("events.yaml", bombs.repeated("w x ", "- id: a\n  title: ")),
    "many entries": ("events.yaml", bombs.numbered("t{},", "- id: a\n  themes: [")),
    "many keys": ("events.yaml", bombs.RECORDS["keys"]),
    "many records": ("events.yaml", bombs.RECORDS["records"]),
    "many paragraphs": (MAIN, bombs.numbered("p{}\n\n")),
    "many words": (MAIN, bombs.repeated("w x ")),
    "tabs": ("events.yaml", bombs.RECORDS["tabs"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_on_trial_does_no_harm(bench, bomb):
    file, text = BOMBS[bomb]
    tried = bench.start({file: text(5 * bombs.SMALL).encode()})
    parts = (trial_page.banner_html, trial_page.verdict_html, trial_page.problems_html, trial_page.differences_html)
    assert tried.brought
    assert sum(len(part(tried)) for part in parts) < 3_000_000


def test_new_problems_come_first_and_are_counted(folder):
    old, new = (Problem("data/events.yaml", line, 1, "a", f"is wrong {line}", code="wrong") for line in (1, 2))
    tried = held(snapshot=replace(snapshot(), problems=(old, new)), brought=frozenset({new}))
    html = trial_page.problems_html(tried)
    assert html.index("is wrong 2") < html.index("is wrong 1")
    assert "2 errors in the data, 1 of them new." in trial_page.verdict_html(tried)
