"""The reading ease of articles: words and syllables as counted by hand."""

from dataclasses import replace

import pytest

from dashboard import cli
from dashboard.curation.readability import Measure, measures, syllables, table
from dashboard.records.model import Article
from tests.conftest import TINY
from tests.sample import DATASET


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1), ("state", 1), ("states", 1), ("table", 2), ("tables", 2), ("needed", 2), ("called", 1),
        ("conferences", 4), ("border", 2), ("terrorism", 3), ("Kuwait", 2), ("by", 1), ("hm", 1), ("meeting's", 2),
        ("OSCE’s", 4),
        ("UNOCT", 5), ("2018", 4), ("Душанбе", 3), ("churches", 2), ("peace", 1),
    ],
)  # fmt: skip
def test_syllables(word, number):
    assert syllables(word) == number


def read(text: str) -> Measure:
    (found,) = measures(replace(DATASET, articles={"a": Article(event="a", text=text)}))
    return found


def test_the_ease_is_that_of_the_formula_without_citations_marks_and_headings():
    found = read("## A heading of no account\n\nThe cat sat {role:un} [a]. The border was open [a] [b].")
    assert (found.words, found.sentences) == (7, 2)
    assert found.ease == pytest.approx(206.835 - 1.015 * 7 / 2 - 84.6 * 9 / 7)


def test_long_words_and_long_sentences_read_harder():
    easy = read("They met in May [a]. They left in June [a].")
    long = read("They met in May and they left in June [a].")
    learned = read("Representatives of intergovernmental organizations participated [a].")
    assert learned.ease < long.ease < easy.ease


def test_an_article_without_sentences_has_no_ease():
    assert read("## Only a heading") == Measure("a", 0, 0, None)


def test_the_hardest_comes_first_and_those_without_an_ease_last():
    articles = {"easy": "They met [a].", "none": "## Head", "hard": "Intergovernmental cooperation intensified [a]."}
    dataset = replace(DATASET, articles={name: Article(event=name, text=text) for name, text in articles.items()})
    assert [one.event for one in measures(dataset)] == ["hard", "easy", "none"]


def test_the_table():
    assert table([Measure("2018-dushanbe", 120, 10, 41.6), Measure("none", 0, 0, None)]).splitlines() == [
        "article        words  sentences  words a sentence  reading ease",
        "2018-dushanbe    120         10              12.0            42",
        "none               0          0               0.0              ",
    ]
    assert table([]).startswith("article  words")


def test_check_writes_the_table_where_more_is_asked_for(capsys):
    assert cli.main(["check", str(TINY), "--verbose"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("article ") and lines[0].endswith("  reading ease")
    assert len(lines) == 3 + len([*(TINY / "articles").glob("*.md")])
    assert lines[-2:] == ["", "tiny: 4 events, 3 organizers, 4 sources, 1 dispute: no problems"]


def test_the_table_goes_with_text_alone(capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(["check", str(TINY), "--verbose", "--format", "json"])
    assert caught.value.code == 2
    assert "--verbose works only with --format text" in capsys.readouterr().err
