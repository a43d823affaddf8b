"""How an address of the dashboard is written."""

import re
from pathlib import Path

import pytest

from dashboard.look import links
from dashboard.records.kinds import BY_FILE, CHANGES, DISPUTES, EVENTS, MIRRORS, ORGANIZERS, PAGED, SOURCES

ROOM = Path(links.__file__).parents[1]


@pytest.mark.parametrize(
    ("file", "query"),
    [
        (EVENTS, "event=a-b"),
        (ORGANIZERS, "organizer=a-b"),
        (DISPUTES, "page=disagreements&question=a-b"),
        (SOURCES, ""),
        (MIRRORS, ""),
        (CHANGES, ""),
    ],
)
def test_a_record_is_shown_at_one_address_of_the_dashboard(file, query):
    assert links.query_of(file, "a-b") == query


def test_what_is_empty_is_not_in_an_address():
    assert links.to_view({"page": "compare", "from": "a", "to": ""}) == "?page=compare&from=a"
    assert links.export_path("events.csv") == "export/events.csv"
    assert links.export_path("events.csv", {"year": ["2022"]}) == "export/events.csv?year=2022"


def test_every_kind_with_pages_has_its_link_between_them():
    known = links.between_pages("../")
    for folder, kind in PAGED.items():
        assert known.to(kind.word, "a-b") == f"../{folder}/a-b"
        assert BY_FILE[kind.file] is kind


def test_a_question_has_one_address_in_articles_and_elsewhere():
    assert links.IN_THE_DASHBOARD.to("question", "a-b") == f"?{links.query_of(DISPUTES, 'a-b')}"


def test_no_template_writes_the_query_of_a_link_by_hand():
    by_hand = re.compile(r"""href="[^"{]*\?\w""")
    assert not [path.name for path in ROOM.rglob("*.html") if by_hand.search(path.read_text(encoding="utf-8"))]
