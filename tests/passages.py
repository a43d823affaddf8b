"""Write tests/passages.txt for the data, and tests/example_passages.txt for the example: the sentence for each fact.

    .venv/bin/python -m tests.passages

Run it after a change of the data or its articles. Read in `git diff tests/passages.txt` whether each new sentence
states its fact, and commit the file. If one does not, correct the article or mark the right sentence (data/README.md).
"""

from pathlib import Path

from dashboard import store
from dashboard.records.dates import span_words
from dashboard.records.evidence import facts, proofs
from dashboard.records.model import Dataset
from dashboard.records.passages import CITATIONS, names_of, passages, sentences_of
from tests.real import DATA, EXAMPLE_DATA

HERE = Path(__file__).parent
FILES = {DATA: HERE / "passages.txt", EXAMPLE_DATA: HERE / "example_passages.txt"}
"""Data folder → the file with its passages."""
HEAD = """\
# The passage of each role, figure and date: event, key in links, fact, and the sentence that lights.
# A person read every row and found that the sentence states the fact. The command that writes this file anew:
#
#     .venv/bin/python -m tests.passages
#
# Then read what `git diff tests/passages.txt` shows, and commit it only if each new sentence states its fact. If one
# does not, mend the article, or mark the sentence that does: see "articles" in data/README.md.

"""
NONE = "(no sentence)"


def rows(dataset: Dataset) -> list[str]:
    """Give one line for each role, figure and date, in the order of the data."""
    names = names_of(dataset.organizers.values(), dataset.events.values())
    lines = []
    for event in dataset.events.values():
        article = dataset.articles.get(event.id)
        cut = sentences_of(article.text) if article else []
        stated = passages(facts(event), article.text if article else "", names)
        known = proofs(dataset, event)
        for fact, number in zip(facts(event), stated, strict=True):
            words = known[fact.key].fact
            if fact.record is event:
                words = span_words(event.start, event.end, event.dating)
            passage = NONE if number is None else CITATIONS.sub("", cut[number].text)
            lines.append(f"{event.id} | {fact.key} | {words} | {passage}")
    return lines


if __name__ == "__main__":
    for folder, file in FILES.items():
        dataset = store.load(folder)[0].dataset
        file.write_text(HEAD + "\n".join(rows(dataset)) + "\n", encoding="utf-8", newline="\n")
