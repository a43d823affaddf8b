"""The records and their vocabularies."""

from typing import get_args

import pydantic
import pytest

from dashboard.records import model
from dashboard.records.dates import PartialDate
from dashboard.records.model import KINDS, ROLES, WEIGHTS, Event, Problem, Record, Source

EVENT = {
    "id": "2018-dushanbe",
    "title": "Countering Terrorism",
    "label": "Dushanbe 2018",
    "kind": "conference",
    "weight": "main",
    "sources": ["khovar-2018"],
}
RECORDS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]


def test_an_event_needs_little_and_its_dates_are_parsed():
    event = Event.model_validate(EVENT | {"start": "2018-05-03", "end": "2018-05-04"})
    assert (event.start, event.end) == (PartialDate(2018, 5, 3), PartialDate(2018, 5, 4))
    assert (event.roles, event.parent, event.dating) == ((), None, "held")
    assert event.model_dump(mode="json")["start"] == "2018-05-03"


def test_records_are_frozen():
    event = Event.model_validate(EVENT)
    with pytest.raises(pydantic.ValidationError, match="frozen"):
        event.title = "Other"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "2018 Dushanbe"),
        ("id", "-2018"),
        ("title", ""),
        ("kind", "party"),
        ("weight", "heavy"),
        ("edition", "0"),
        ("start", "yesterday"),
        ("sources", []),
        ("colour", "blue"),
    ],
)
def test_what_the_schema_does_not_know_is_refused(field, value):
    with pytest.raises(pydantic.ValidationError) as caught:
        Event.model_validate(EVENT | {field: value})
    assert [error["loc"][0] for error in caught.value.errors()] == [field]


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://khovar.tj/1?a=1&b=2#c", True),
        ("http://mfa.tj", True),
        ("https://мвд.рф/новости", True),
        ("https://example.org:8080/a(b)_c", True),
        ("khovar.tj", False),
        ("ftp://khovar.tj/", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[khovar", False),
        ("https://user:password@khovar.tj/", False),
        ("https://khovar.tj/a b", False),
        ('https://khovar.tj/"onclick="alert(1)', False),
        ("https://khovar.tj/<script>", False),
    ],
)
def test_web_addresses_are_whole_and_harmless(url, good):
    fields = {"id": "a", "title": "A", "publisher": "B", "language": "en", "kind": "press", "read": "full", "url": url}
    if good:
        assert Source.model_validate(fields).url == url
    else:
        with pytest.raises(pydantic.ValidationError, match="is not a web address"):
            Source.model_validate(fields)


@pytest.mark.parametrize(
    "record", [kind for kind in RECORDS if kind not in (model.Article, model.Lasting)], ids=lambda kind: kind.__name__
)  # neither of the two is in a file
def test_every_field_of_a_data_file_is_described(record):
    assert [name for name, field in record.model_fields.items() if not field.description] == []


def test_the_words_that_count_as_organizing_and_as_shown_are_in_the_vocabularies():
    assert set(model.ORGANIZING) <= set(model.ROLES)
    assert set(model.SHOWN_WEIGHTS) <= set(model.WEIGHTS)


def test_a_problem_prints_as_editors_expect_it():
    problem = Problem("data/events.yaml", 3, 7, "2018-dushanbe", "is wrong; write it right", code="wrong")
    assert str(problem) == "data/events.yaml:3:7: 2018-dushanbe: is wrong; write it right"


@pytest.mark.parametrize(
    ("words", "vocabulary"),
    [
        (model.EventKind, model.KINDS),
        (model.Weight, model.WEIGHTS),
        (model.RoleWord, model.ROLES),
        (model.OrganizerKind, model.ORGANIZER_KINDS),
        (model.Confidence, model.CONFIDENCES),
        (model.Basis, model.BASES),
        (model.Sought, model.SOUGHT),
        (model.Dating, model.DATINGS),
        (model.ThemeTerm, model.THEMES),
        (model.Level, model.LEVELS),
        (model.Addressee, model.ADDRESSEES),
        (model.ChangeKind, model.CHANGE_KINDS),
        (model.SourceKind, model.SOURCE_KINDS),
        (model.HowRead, model.READ),
        (model.Opening, model.OPENINGS),
    ],
)
def test_a_type_has_the_words_of_its_vocabulary_in_their_order(words, vocabulary):
    assert get_args(words) == tuple(vocabulary)


def test_no_two_filters_have_a_value_with_the_same_label():
    labels = [*KINDS.values(), *ROLES.values(), *WEIGHTS.values()]
    assert sorted(labels) == sorted(set(labels))
