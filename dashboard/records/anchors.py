"""Lasting keys of the sentences and headings of an article: their first words, and the source that they cite first.

A key has no number, so it stays the same when text around the passage changes. `engine/passage.js` writes the same
keys, and finds a passage again after some of its words have changed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

FEWEST, MOST = 6, 12
"""Words in a key: the fewest, and the most where other passages of the article begin with the same words."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = "'’‘ʼ"


def words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents and apostrophes."""
    small = unicodedata.normalize("NFKD", text).lower()
    kept = (sign for sign in small if sign not in _APOSTROPHES and unicodedata.category(sign)[0] != "M")
    return _WORD.findall("".join(kept))


def keys(passages: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Give the key of each passage of an article, of which the text and the ids of the sources are given.

    A passage without words gets an empty key. Passages that begin with the same twelve words get the same key, unless
    they cite different sources first.
    """
    cut = [tuple(words(text)) for text, _ in passages]
    begin = {length: Counter(own[:length] for own in cut) for length in range(FEWEST, MOST + 1)}
    keys = []
    for own, (_, sources) in zip(cut, passages, strict=True):
        length = next((length for length, count in begin.items() if count[own[:length]] == 1), MOST)
        key = "-".join(own[:length])
        keys.append(f"{key}.{sources[0]}" if key and sources else key)
    return keys
