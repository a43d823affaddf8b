"""Languages by their codes (ISO 639), from Unicode's CLDR, which comes with Babel."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from dashboard.words.catalogue import MessageError, say
from dashboard.words.counting import LOCALE
from dashboard.words.spelling import quoted

_NO_LANGUAGES = {"mul", "und", "zxx"}

LANGUAGES: Mapping[str, str] = {
    code: name
    for code, name in sorted(LOCALE.languages.items())
    if re.fullmatch("[a-z]{2,3}", code) and code not in _NO_LANGUAGES
}
"""Code of a language → its English name, in the order of the codes; the shortest code of each."""

_CHOSEN = set(
    # ruff: noqa: SIM905
    "aka ara aym aze bod ces cre cym deu dzo ell est eus fas fra ful grn guj hrv hye iku ipk isl kat kau kom kon kur "
    "lav mkd mlg mon mri msa mya nep nld oji ori orm pus que ron san slk sqi srd srp swa uzb yid zha zho".split()
)
"""The codes of ISO 639-3 for whole languages, where CLDR has several codes of three letters."""


def language(text: str) -> str:
    """Read the code of a language.

    Raises
    ------
    MessageError
        CLDR does not know the code. If the text is another code or a name of a language, the message gives its code.
    """
    if text in LANGUAGES:
        return text
    words = (text.strip().casefold().replace("_", "-"), re.split("[-_]", text.casefold())[0])
    # The names in the languages themselves come last, because they take long to read.
    code = next((table()[word] for table in (_meant, _own_names) for word in words if word in table()), "")
    if code:
        raise MessageError(say("word-unknown/certain", value=quoted(text), key="language", meant=quoted(code)))
    raise MessageError(say("word-unknown/language", value=quoted(text), key="language"))


def three_letters(code: str) -> str:
    """Give the three letters of ISO 639-3 for the code of a language."""
    return code if len(code) == 3 else _three_letters().get(code, "")


@cache
def is_right_to_left(code: str) -> bool:
    """Tell whether a language is written from right to left."""
    try:
        return Locale.parse(code).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


@cache
def _three_letters() -> dict[str, str]:
    known = {"sh": "hbs", "tl": "tgl", "tw": "twi"}  # not among the aliases
    for three, two in get_global("language_aliases").items():
        if len(three) == 3 and len(two) == 2 and (three in _CHOSEN or two not in known):
            known[two] = three
    return known


@cache
def _meant() -> dict[str, str]:
    """Give the code for what people write instead: another code, or the English name."""
    meant = {other.casefold(): code for other, code in get_global("language_aliases").items() if code in LANGUAGES}
    for code, name in LANGUAGES.items():
        meant |= {code: code, name.casefold(): code}
    return meant


@cache
def _own_names() -> dict[str, str]:
    """Give the code for the name of a language in the language itself."""
    names: dict[str, str] = {}
    for code in LANGUAGES:
        try:
            own = Locale.parse(code).language_name
        except (UnknownLocaleError, ValueError):
            continue
        if own:
            names.setdefault(own.casefold(), code)
    return names
