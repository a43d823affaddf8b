"""How a word sounds, roughly, so that a name is the same in Latin, Cyrillic and Arabic letters.

The tables are our own. They do not write a name as a standard of transliteration does. They only bring together what
newspapers write for one name: Rahmon, Rakhmon and Рахмон. They are small, so that the browser can have them too.
"""

import re
from functools import lru_cache

LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
    **{"ж": "j", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    **dict(zip("ابتثحخدذرزسصضطظغفقكلمنهويپچژجگ", "abtshhdzrzsszttgfkklmnhuipjjjg", strict=True)),
    **{"ش": "sh", "ع": "", "ء": ""},
}
"""Cyrillic or Arabic letter → Latin letters, as in folded words: ҷ is ч there, and ӣ is и."""

SAME = (
    ("tch", "ch"), ("shch", "sh"), ("dzh", "ch"), ("dj", "ch"), ("zh", "ch"), ("j", "ch"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"),
    ("ie", "e"),
)  # fmt: skip
"""Latin letters → those that sound the same, replaced in this order."""

LEAST = 4
"""The fewest letters of a sound whose beginning suffices for a match, and of a skeleton."""

_AGAIN = re.compile(r"(.)\1+")
VOWELS = 3
"""How many times as long as in Arabic letters, which lack vowels, the same name may be in other letters."""

_VOWELS = re.compile(r"(?<!^)[aeiou]|(?<=.)h$")
_ARTICLE = "ال"


@lru_cache(50_000)
def script(word: str) -> str:
    """Tell the letters of a folded word by the first that is known: `latin`, `cyrillic`, `arabic`; else empty."""
    for sign in word:
        if "a" <= sign <= "z":
            return "latin"
        if "\u0400" <= sign <= "\u04ff":
            return "cyrillic"
        if "\u0600" <= sign <= "\u06ff":
            return "arabic"
    return ""


@lru_cache(50_000)
def sound(word: str) -> str:
    """Give the sound of a folded word: `rahmon` for `rakhmon` and for `рахмон`."""
    latin = "".join(LETTERS.get(sign, sign) for sign in word.removeprefix(_ARTICLE))
    for letters, same in SAME:
        latin = latin.replace(letters, same)
    return _AGAIN.sub(_single, latin)


def _single(run: re.Match[str]) -> str:
    """Make one letter of two; three or more are not a spelling, but a key that was held."""
    return run[1] if run[0] == run[1] * 2 else run[0]


def skeleton(sound: str) -> str:
    """Give the consonants of a sound, which is what Arabic letters write; empty if they are too few to tell names."""
    bones = _AGAIN.sub(r"\1", _VOWELS.sub("", sound.replace("v", "u")))
    return bones if len(bones) >= LEAST else ""


def are_near(word: str, other: str, times: float = 1.5) -> bool:
    """Tell whether the longer of two words has at most `times` as many letters as the shorter."""
    return max(len(word), len(other)) <= times * min(len(word), len(other))


def alike(word: str, other: str) -> bool:
    """Tell whether two folded words in different letters are the same name, or the second begins with the first."""
    ours, theirs = sound(word), sound(other)
    if "arabic" in (script(word), script(other)):
        return bool(skeleton(ours)) and skeleton(ours) == skeleton(theirs) and are_near(word, other, VOWELS)
    return theirs.startswith(ours) if len(ours) >= LEAST else ours == theirs
