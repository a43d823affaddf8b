"""The fields of the process for its page: each mistake is named at its place, with what to write."""

import pytest

from dashboard import checks


@pytest.fixture
def found(folder):
    """Add lines to the process, and give what is found."""

    def ask(lines: str) -> list[str]:
        path = folder / "process.yaml"
        path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
        return [str(problem) for problem in checks.read(folder)[1]]

    return ask


def test_a_good_accent_is_no_problem(found):
    assert found('accent:\n  light: "#1D4E89"\n  dark: "#78aee8"\n') == []


def test_an_accent_that_cannot_be_read_is_named_with_one_that_can(found):
    assert found('accent:\n  light: "#fdba74"\n  dark: "#7c2d12"\n') == [
        "data/process.yaml:12:10: process: #fdba74 has a contrast of 1.7 on the light page, and a text needs 4.5; "
        'write "#b65e03", the same hue with enough contrast, or another colour',
        "data/process.yaml:13:9: process: #7c2d12 has a contrast of 1.9 on the dark page, and a text needs 4.5; "
        'write "#dc5020", the same hue with enough contrast, or another colour',
    ]


def test_a_colour_without_quotes_is_a_comment_and_told_so(found):
    (problem,) = found("accent:\n  light: #1d4e89\n  dark: '#78aee8'\n")
    assert problem.startswith('data/process.yaml:12:10: process: "#1d4e89" is read as a comment')
    assert problem.endswith('write "#1d4e89" with the quotes')


def test_one_colour_alone_is_no_accent(found):
    (problem,) = found('accent: "#1d4e89"\n')
    assert problem.endswith('an accent belongs here, not "#1d4e89"; write light: …, dark: …')


def test_a_language_that_the_process_does_not_name_is_reported_where_it_is(found):
    assert found("languages: [en, ar]\n") == [
        'data/events.yaml:12:17: 2018-dushanbe: "ru" is not among the "languages" of process.yaml; add it there, or '
        "write one of: en, ar",
        'data/process.yaml:7:15: process: "ru" is not among the "languages" of process.yaml; add it there, or '
        "write one of: en, ar",
        'data/sources.yaml:32:13: asiaplus-2022: "ru" is not among the "languages" of process.yaml; add it there, or '
        "write one of: en, ar",
    ]


def test_a_language_that_is_none_is_reported_alone(found):
    (problem,) = found("languages: [english, ru]\n")
    assert problem == 'data/process.yaml:11:13: process: "english" is not a value of "language"; write "en"'


def test_words_for_kinds_and_roles_are_given_once(found):
    assert (
        found(
            "kinds:\n  - kind: conference\n    one: meeting\n    many: meetings\n"
            "roles:\n  - role: lead\n    one: lead agency\n    many: lead agencies\n"
        )
        == []
    )


def test_two_roles_with_one_word_are_reported(found):
    assert found("roles:\n  - role: lead\n    one: host\n    many: hosts\n") == [
        'data/process.yaml:13:10: process: "lead" and "host" are both called "host"; write another word for one of them'
    ]


def test_a_word_for_a_kind_that_does_not_exist_is_reported(found):
    (problem,) = found("kinds:\n  - kind: confrence\n    one: meeting\n    many: meetings\n")
    assert '"confrence" is not a value of "kind"; if you meant "conference", write that' in problem


def test_a_name_in_other_letters_needs_an_id(folder):
    path = folder / "process.yaml"
    text = path.read_text(encoding="utf-8").replace("name: Dushanbe Process", "name: Душанбинский процесс")
    path.write_text(text, encoding="utf-8")
    (problem,) = checks.read(folder)[1]
    assert "no id can be made" in str(problem)
    path.write_text(text + "id: dushanbe\n", encoding="utf-8")
    assert checks.read(folder)[1] == ()
