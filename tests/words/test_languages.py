"""Codes of languages: which are known, and what is said of other ways to write one."""

import re

import pytest

from dashboard.words.catalogue import MessageError
from dashboard.words.languages import LANGUAGES, is_right_to_left, language, three_letters


def test_the_usual_languages_are_known_by_name():
    names = {code: LANGUAGES[code] for code in ("en", "ru", "tg", "ar", "fr", "es", "zh", "fa", "uk", "tr")}
    assert list(names.values()) == [
        "English", "Russian", "Tajik", "Arabic", "French", "Spanish", "Chinese", "Persian", "Ukrainian", "Turkish",
    ]  # fmt: skip
    assert not {"mul", "und", "zxx", "root"} & set(LANGUAGES)


def test_every_language_has_three_letters_of_its_own():
    codes = {code: three_letters(code) for code in LANGUAGES}
    assert [code for code, three in codes.items() if not re.fullmatch("[a-z]{3}", three)] == []
    short = [three for code, three in codes.items() if len(code) == 2]
    assert len(short) == len(set(short))
    assert [codes[code] for code in ("en", "ru", "tg", "ar", "fr", "de", "zh", "fa", "el", "cs", "ms")] == [
        "eng", "rus", "tgk", "ara", "fra", "deu", "zho", "fas", "ell", "ces", "msa",
    ]  # fmt: skip


def test_some_languages_are_written_from_right_to_left():
    assert {code for code in ("ar", "fa", "he", "ur", "ps", "en", "ru", "tr", "zh") if is_right_to_left(code)} == {
        "ar", "fa", "he", "ur", "ps",
    }  # fmt: skip
    assert not is_right_to_left("xxx")


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("eng", 'write "en"'), ("fre", 'write "fr"'), ("RU", 'write "ru"'), ("en-GB", 'write "en"'),
        ("pt_BR", 'write "pt"'), ("Russian", 'write "ru"'), ("русский", 'write "ru"'), ("العربية", 'write "ar"'),
        ("xx", 'write the code of a language, such as "en"'), ("", 'write the code of a language, such as "en"'),
        ("en, ru", 'write the code of a language, such as "en"'),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_code_that_is_meant(typed, advice):
    with pytest.raises(MessageError) as caught:
        language(typed)
    assert str(caught.value).endswith(f'is not a value of "language"; {advice}')
