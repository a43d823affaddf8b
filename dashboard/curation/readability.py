"""How easily the articles read: words, sentences, and the reading ease of Flesch, for writers. It is not a rule.

The ease is 206.835 - 1.015 x words a sentence - 84.6 x syllables a word (R. Flesch, "A new readability yardstick",
Journal of Applied Psychology 32, 1948). About 100 is very easy, 60 plain English, and below 30 a learned paper.
Libraries that look up syllables fetch their dictionary over the network, so syllables are counted by vowels here.
Names of organizations lower the ease of every article, so the figure serves only to compare articles.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.records.model import Dataset
from dashboard.records.passages import CITATIONS, sentences_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyаеёиоуыэюяӣӯ]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
"""An e at the end that is not spoken, as in "state", "states" and "stated"; in "tables" and "needed" it is."""
_SPOKEN = re.compile(r"[^aeiouy]le$|[^aeiouy]les$|[td]ed$|(?:[sxz]|ch|sh|[cg])es$")


@dataclass(frozen=True)
class Measure:
    """How one article reads: its words, its sentences, and its reading ease, None if it has no sentence."""

    event: str
    words: int
    sentences: int
    ease: float | None

    @property
    def length(self) -> float:
        """Words a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0


def measures(dataset: Dataset) -> list[Measure]:
    """Measure every article, the hardest first; citations and headings do not count."""
    measured = [
        _measure(event, [CITATIONS.sub("", sentence.text) for sentence in sentences_of(article.text)])
        for event, article in dataset.articles.items()
    ]
    return sorted(measured, key=lambda article: (article.ease is None, article.ease or 0.0, article.event))


def syllables(word: str) -> int:
    """Count the syllables of a word by its vowels; one at least, and one for each sign of an acronym or number."""
    letters = re.sub("['’]s?", "", word)
    if letters.isupper() or not letters.isalpha():
        return len(letters)
    small = letters.casefold()
    spoken = small if _SPOKEN.search(small) else _SILENT.sub("", small)
    return max(1, len(_VOWELS.findall(spoken)))


def table(articles: Iterable[Measure]) -> str:
    """Write measures as a table of text, a line each under a line of heads."""
    rows = []
    for article in articles:
        ease = "" if article.ease is None else f"{article.ease:.0f}"
        rows.append((article.event, f"{article.words}", f"{article.sentences}", f"{article.length:.1f}", ease))
    heads = ("article", "words", "sentences", "words a sentence", "reading ease")
    wide = max(map(len, (heads[0], *(row[0] for row in rows))))
    return "\n".join(
        "  ".join([row[0].ljust(wide), *(cell.rjust(len(head)) for cell, head in zip(row[1:], heads[1:], strict=True))])
        for row in (heads, *rows)
    )


def _measure(event: str, sentences: list[str]) -> Measure:
    words = [_WORD.findall(sentence) for sentence in sentences]
    words = [some for some in words if some]
    number = sum(map(len, words))
    if not number:
        return Measure(event, 0, 0, None)
    spoken = sum(syllables(word) for some in words for word in some)
    ease = 206.835 - 1.015 * number / len(words) - 84.6 * spoken / number
    return Measure(event, number, len(words), ease)
