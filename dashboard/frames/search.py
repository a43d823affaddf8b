"""Full-text search over events, their people, organizers and articles, in any letters, signs and quotes."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from dashboard.records.model import Dataset, Event
from dashboard.records.passages import CITATION, without_marks

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
"""A bullet and the sign for minus, which people type for a hyphen; to Unicode they are none."""

_JOINT = re.compile(r"(?<=\w)[^\w\s-](?=\w)")
_SIGNS = re.compile(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)|[^\w\s]{2,}")

_QUOTES = {
    '"': '"', "“": "”“", "”": "”", "„": "“”„", "‟": "”‟", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "＂": "＂",
    "「": "」", "『": "』", "〝": "〞〟", "'": "'", "‘": "’‘", "’": "’", "‚": "‘’‚", "‛": "’‛", "`": "`'", "´": "´",
}  # fmt: skip
"""What opens a quotation → what may close it."""

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


def normalize(text: str) -> str:
    """Fold case, letters, digits and signs, so that `Michele` finds `Michèle` and `чумхури` finds `Ҷумҳурӣ`.

    Words come back with a space between them. Within a word any hyphen or dash stays as `-`, and any other sign as
    `'`: `Tajikistan’s` gives `tajikistan's`. Lines stay lines.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold())
    plain = decomposed.translate(_SPECIAL).translate(_PLAIN)
    words = _SIGNS.sub(" ", _JOINT.sub(_APOSTROPHE, plain))
    return "\n".join(" ".join(line.split()) for line in words.split("\n"))


@cache
def foldings() -> dict[str, dict[str, str]]:
    """Give the tables by which `normalize` folds, for a language that does not know the names of characters.

    `typed` has what stands for an apostrophe; `case` what `casefold` gives for a character, where that is not its
    small letter; `special` as above; `plain` has for what is typed all letters, digits and dashes that are folded to
    it; `quotes` what may close a quotation, by what opens it.
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


def index(dataset: Dataset) -> dict[str, str]:
    """Give each event id the text it is found by: its words, then the same with every compound as one word.

    A compound is what is written with a hyphen anywhere in the data: where one text has `counter-terrorism`, the
    `counter terrorism` and the `counterterrorism` of others are the same.
    """
    texts = {event.id: normalize("\n".join(_texts(dataset, event))) for event in dataset.events.values()}
    compounds = {word.replace("-", ""): word for text in texts.values() for word in text.split() if _is_compound(word)}
    return {event_id: _twice(text, compounds) for event_id, text in texts.items()}


def matches(texts: dict[str, str], query: str) -> set[str]:
    """Give the ids of the events whose text holds every word and every quoted phrase, each from the start of a word.

    A query of only signs finds nothing.
    """
    parts = [normalize(part) for part in _parts(query)]
    # A hyphen may be a space or nothing in the text; an apostrophe is there or not, but never a space.
    forms = [(f" {part.replace('-', ' ')}", f" {_without_joints(part)}") for part in parts if part]
    if query.strip() and not forms:
        return set()
    return {event_id for event_id, text in texts.items() if all(any(form in text for form in two) for two in forms)}


def _parts(query: str) -> Iterator[str]:
    """Split a query into words and quoted phrases; a quote that is not closed, or within a word, means nothing."""
    at, words = 0, []
    while at < len(query):
        begins = at == 0 or not query[at - 1].isalnum()
        if begins and (closing := _QUOTES.get(query[at])):
            end = next((i for i in range(at + 2, len(query)) if query[i] in closing and _ends(query, i)), None)
            if end is not None:
                yield query[at + 1 : end].replace("\n", " ")
                at = end
                words.append(" ")
        words.append(query[at])
        at += 1
    yield from "".join(words).split()


def _ends(query: str, at: int) -> bool:
    return at + 1 == len(query) or not query[at + 1].isalnum()


def _is_compound(word: str) -> bool:
    parts = word.split("-")
    return len(parts) == 2 and all(len(part) >= SHORTEST_PART and part.isalpha() for part in parts)


def _twice(text: str, compounds: dict[str, str]) -> str:
    apart, joined = [], []
    for line in text.split("\n"):
        words = [compounds.get(word, word) for word in line.split()]
        apart.append(f" {' '.join(words).replace('-', ' ').replace(_APOSTROPHE, ' ')}")
        joined.append("".join(_joined(words, compounds)))
    return "\n".join([*apart, *joined])


def _joined(words: Iterable[str], compounds: dict[str, str]) -> Iterator[str]:
    before = ""
    for word in words:
        yield "" if before + word in compounds else " "
        yield _without_joints(word)
        before = word


def _without_joints(text: str) -> str:
    return text.replace("-", "").replace(_APOSTROPHE, "")


def _texts(dataset: Dataset, event: Event) -> Iterator[str]:
    yield from (event.title, event.label, event.city or "", event.country or "", event.venue or "")
    yield from (title.text for title in event.titles)
    yield from (theme.text for theme in event.themes)
    for person in event.people:
        yield from (person.name, person.position)
    for session in event.sessions.items if event.sessions else ():
        yield from session.chairs
    for role in event.roles:
        organizer = dataset.organizers.get(role.organizer)
        if organizer:
            yield from (organizer.name, organizer.short_name, *organizer.other_names)
            yield from (name.text for name in organizer.names)
    article = dataset.articles.get(event.id)
    if article:
        text = CITATION.sub(" ", without_marks(article.text))
        yield from (paragraph.replace("\n", " ") for paragraph in text.split("\n\n"))
