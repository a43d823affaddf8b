"""How a search reads texts and queries: it folds letters and signs, knows compounds, and takes quotes for phrases."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_SPECIAL = str.maketrans(
    {"ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ʒ": "z"}
    | {"і": "и", "ґ": "г", "є": "е", "ү": "у", "ұ": "у", "һ": "х", "ә": "а", "ө": "о"}
    | {"ک": "ك", "ی": "ي", "ى": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه", "ة": "ه", "ۀ": "ه", "ٱ": "ا", "ـ": ""}
)
"""Letters that Unicode does not decompose, and does not name after the plain letter."""

_APOSTROPHES = str.maketrans(dict.fromkeys("`´ʹʻʼʽʾʿˈˊˋ‘’‛′＇", "'"))
"""What people type for an apostrophe. To Unicode some of these are letters, and one has a space in it."""

_NAMED_AFTER = re.compile(r"((?:LATIN|CYRILLIC|GREEK|ARABIC) (?:SMALL )?LETTER .+?) WITH .+")

_APOSTROPHE = "'"
_DASHES = "⁃−"
"""A bullet and the minus sign, which people type for a hyphen; Unicode does not class them as dashes."""

_JOINT = re.compile(r"(?<=\w)[^\w\s-](?=\w)")
_SIGNS = re.compile(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)|[^\w\s]{2,}")

_QUOTES = {
    '"': '"', "“": "”“", "”": "”", "„": "“”„", "‟": "”‟", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "＂": "＂",
    "「": "」", "『": "』", "〝": "〞〟", "'": "'", "‘": "’‘", "’": "’", "‚": "‘’‚", "‛": "’‛", "`": "`'", "´": "´",
}  # fmt: skip
"""What opens a quotation → what may close it."""

_ONE_PHRASE = re.compile(r'["“„«]([^"“”„«»]+)["“”»]')
"""A query that is one phrase in quotes."""

SHORTEST_PART = 4
"""Letters of the shorter part of a word that may be written with a hyphen, as one word, or as two."""


class _Plain(dict[int, str]):
    """Folds one character to what is typed for it; each is looked up once."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = unicodedata.category(sign)
        if kind in ("Mn", "Me", "Cf"):  # accents, and what cannot be seen: soft hyphens, joiners, marks of direction
            plain = ""
        elif kind == "Pd" or sign in _DASHES:
            plain = "-"
        elif kind == "Nd":
            plain = str(unicodedata.decimal(sign))
        elif (named := _NAMED_AFTER.fullmatch(unicodedata.name(sign, ""))) and kind.startswith("L"):
            plain = _letter(named[1], sign)
        else:
            plain = " " if sign == "_" or (kind == "Cc" and sign != "\n") else sign
        self[code] = plain
        return plain


def _letter(name: str, otherwise: str) -> str:
    try:
        return unicodedata.lookup(name).translate(_SPECIAL)
    except KeyError:
        return otherwise


_PLAIN = _Plain()


_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs of Unicode that leave a gap."""


def is_seen(text: str) -> bool:
    """Tell whether a text has any letter, digit or sign that a reader can see, and not only marks and gaps."""
    return any(
        sign not in _FILLERS and unicodedata.category(sign) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me")
        for sign in text
    )


def normalize(text: str) -> str:
    """Fold case, letters, digits and signs, so that `Michele` finds `Michèle` and `чумхури` finds `Ҷумҳурӣ`.

    Words come back with a space between them. Within a word any hyphen or dash stays as `-`, and any other sign as
    `'`: `Norway’s` gives `norway's`. Lines stay lines.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold())
    plain = decomposed.translate(_SPECIAL).translate(_PLAIN)
    words = _SIGNS.sub(" ", _JOINT.sub(_APOSTROPHE, plain))
    return "\n".join(" ".join(line.split()) for line in words.split("\n"))


@cache
def foldings() -> dict[str, dict[str, str]]:
    """Give the tables by which `normalize` folds, for a language that does not know the names of characters.

    `typed` maps signs to the apostrophe. `case` maps a character to its `casefold`, if that differs from its small
    letter. `special` is `_SPECIAL`. `plain` maps what people type to all letters, digits and dashes that fold to it.
    `quotes` maps what opens a quotation to what may close it.
    """
    case: dict[str, str] = {}
    plain: dict[str, str] = {}
    for sign in map(chr, range(sys.maxunicode + 1)):
        kind = unicodedata.category(sign)
        if kind in ("Cn", "Co", "Cs"):
            continue
        if sign.casefold() != sign.lower():
            case[sign] = sign.casefold()
        is_folded = unicodedata.normalize("NFKD", sign).casefold() == sign
        folded = _Plain()[ord(sign)] if is_folded and (kind[0] in "LN" or kind == "Pd" or sign in _DASHES) else sign
        if folded != sign:
            plain[folded] = plain.get(folded, "") + sign
    typed, special = ({chr(code): str(to) for code, to in table.items()} for table in (_APOSTROPHES, _SPECIAL))
    return {"typed": typed, "case": case, "special": special, "plain": plain, "quotes": _QUOTES}


def folded(lines: Iterable[str]) -> list[str]:
    """Fold lines for a search: each with its words apart, then with every compound as one word.

    A compound is a word with a hyphen in any of the lines. If one line has `counter-terrorism`, other lines match it
    with `counter terrorism` and `counterterrorism`. Every word has a space on both sides.
    """
    texts = [normalize(line) for line in lines]
    compounds = {word.replace("-", ""): word for text in texts for word in text.split() if _is_compound(word)}
    return [_twice(text, compounds) for text in texts]


def spellings(part: str) -> tuple[str, str]:
    """Give the two forms of a part in a folded line: with spaces for hyphens, and without hyphens and apostrophes."""
    return f" {part.replace('-', ' ')}", f" {_without_joints(part)}"


def parts(query: str) -> tuple[list[str], list[str]]:
    """Split a query into quoted phrases and words; a quote that is not closed, or within a word, means nothing."""
    phrases, at, words = [], 0, []
    while at < len(query):
        begins = at == 0 or not query[at - 1].isalnum()
        if begins and (closing := _QUOTES.get(query[at])):
            end = next((i for i in range(at + 2, len(query)) if query[i] in closing and _ends(query, i)), None)
            if end is not None:
                phrases.append(query[at + 1 : end].replace("\n", " "))
                at = end
                words.append(" ")
        words.append(query[at])
        at += 1
    return phrases, "".join(words).split()


def unquoted(query: str) -> str:
    """Give a query without its quotes if it is one phrase, for a sentence that puts it in quotes."""
    return phrase[1] if (phrase := _ONE_PHRASE.fullmatch(query)) else query


def _ends(query: str, at: int) -> bool:
    return at + 1 == len(query) or not query[at + 1].isalnum()


def _is_compound(word: str) -> bool:
    parts = word.split("-")
    return len(parts) == 2 and all(len(part) >= SHORTEST_PART and part.isalpha() for part in parts)


def _twice(text: str, compounds: dict[str, str]) -> str:
    words = [compounds.get(word, word) for word in text.split()]
    apart = " ".join(words).replace("-", " ").replace(_APOSTROPHE, " ")
    return f" {apart} \n{''.join(_joined(words, compounds))} "


def _joined(words: Iterable[str], compounds: dict[str, str]) -> Iterator[str]:
    before = ""
    for word in words:
        yield "" if before + word in compounds else " "
        yield _without_joints(word)
        before = word


def _without_joints(text: str) -> str:
    return text.replace("-", "").replace(_APOSTROPHE, "")
