"""The catalogue of messages: every code is used, every message has one, and no text is taken apart."""

import ast
import copy
import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.words import catalogue
from dashboard.words.catalogue import CODES, TEXTS, Message, say

DASHBOARD = Path(catalogue.__file__).parents[2]


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """The syntax trees of all modules that use the catalogue."""
    return {
        path.relative_to(DASHBOARD).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(DASHBOARD.rglob("*.py"))
        if path.parent != Path(catalogue.__file__).parent
    }


def test_no_two_texts_have_one_code():
    codes = Counter(code for module in catalogue._MODULES for code in module.TEXTS)
    assert [code for code, times in codes.items() if times > 1] == []


def test_a_code_is_words_in_small_letters_with_hyphens():
    right = re.compile(r"([a-z0-9]+(-[a-z0-9]+)+|tab)(/[a-z]+(-[a-z]+)*)?")
    assert [code for code in TEXTS if not right.fullmatch(code)] == []


def test_a_text_says_what_is_wrong_and_then_what_to_write():
    assert [code for code, text in TEXTS.items() if ";" not in text or text.endswith(".")] == []


def test_every_code_is_used(trees):
    constants = (node.value for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    used = {text.partition("/")[0] for text in constants if isinstance(text, str)}
    by_state = {"link-moved", "link-refused", "link-gone", "link-failed"}
    assert {*CODES} - used == by_state


def test_a_form_is_no_part_of_the_code_of_a_message():
    assert say("colon-missing/key", words='"x"').code == "colon-missing"


def test_a_problem_is_made_of_a_message_alone(trees):
    calls = {
        path: {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for path, tree in trees.items()
    }
    wrong = [path for path, called in calls.items() if "Problem" in called]
    assert wrong == [], "write Problem.of(…), which asks for a message with its code"


def test_a_message_keeps_its_code_when_it_is_copied():
    message = say("end-before-start", start="2018-05-04", end="2018-05-03")
    assert (copy.copy(message), copy.copy(message).code) == (message, "end-before-start")
    assert "2018-05-03" in message and "2018-05-04" in message and "{" not in message
    assert isinstance(message, Message)


def test_an_unknown_code_or_a_missing_value_is_a_mistake_of_ours():
    with pytest.raises(KeyError, match="no-such-code"):
        say("no-such-code")
    with pytest.raises(KeyError, match="start"):
        say("end-before-start", end="2018-05-03")
