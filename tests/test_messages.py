"""The texts of all messages, whole: what the tables and examples come to is what `tests/catalogue.txt` shows."""

import re

import pytest

from dashboard.words.catalogue import CODES, TEXTS
from tests import catalogue
from tests.examples import EXAMPLES, provoked


@pytest.fixture(scope="module")
def text() -> str:
    """Every message, as it is now."""
    return catalogue.text()


@pytest.mark.slow
def test_all_messages_read_as_the_snapshot_shows(text):
    shown = catalogue.SNAPSHOT.read_text(encoding="utf-8")
    assert text == shown, "run `make update`, and read the difference in tests/catalogue.txt before it is committed"


@pytest.mark.slow
def test_every_message_is_come_to_by_a_case_or_it_is_said_why_not(text):
    entries = [entry.splitlines() for entry in text.split("\n\n")]
    assert [code for code, *messages in entries if not messages] == list(catalogue.UNPROVOKED)
    assert [code for code, *_ in entries] == list(CODES)


def test_every_form_of_a_message_is_in_the_snapshot():
    shown = catalogue.shown()
    patterns = {form: re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(text))) for form, text in TEXTS.items()}
    asked = {form: pattern for form, pattern in patterns.items() if form not in catalogue.UNPROVOKED}
    missing = [form for form, like in asked.items() if not any(map(like.fullmatch, shown[form.partition("/")[0]]))]
    assert missing == []


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(one, id=one.code, marks=[pytest.mark.slow] if one.code == "file-with-too-many-values" else [])
        for one in EXAMPLES
    ],
)
def test_an_example_comes_to_its_message_at_its_place(tmp_path, example):
    problems = provoked(tmp_path / "data", example.edits, example.how)
    problems = [one for one in problems if one.code == example.code]
    assert f"data/{example.where}" in [f"{one.path}:{one.line}:{one.column}" for one in problems]
    assert catalogue.not_shown(problems) == []
