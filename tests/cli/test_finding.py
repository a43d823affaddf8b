"""`find`, as typed."""

from dashboard.cli import main
from tests.real import SNAPSHOT


def test_find_prints_what_the_page_shows(capsys):
    assert main(["find", "terorism", "--all"]) == 0
    out = capsys.readouterr().out
    found = SNAPSHOT.find("terorism")
    assert out.startswith("Nothing has “terorism”. Showing results for “terrorism”.\nEvents (")
    for hit in found.hits:
        assert hit.id in out
        assert hit.sentence in out


def test_find_prints_few_of_each_kind_and_says_how_many_more(capsys):
    main(["find", "osce"])
    lines = capsys.readouterr().out.splitlines()
    events = SNAPSHOT.find("osce").ids("event")
    assert lines[0] == f"Events ({len(events)})"
    assert f"  and {len(events) - 5} more; --all prints them" in lines


def test_what_is_in_quotes_is_a_phrase(capsys):
    main(["find", "border security"])
    out = capsys.readouterr().out
    main(["find", "“border security”"])
    assert out == capsys.readouterr().out
    main(["find", "border", "security"])
    assert out != capsys.readouterr().out


def test_nothing_is_found_in_a_sentence(capsys):
    assert main(["find", "xyzzy"]) == 0
    assert capsys.readouterr().out == "Nothing has “xyzzy”.\n"


def test_a_person_has_the_number_of_events(capsys):
    main(["find", "Voronkov"])
    number = len(SNAPSHOT.finder.events_of("Vladimir Voronkov"))
    assert f"  Vladimir Voronkov, at {number} events\n" in capsys.readouterr().out


def test_words_that_cannot_be_seen_or_are_too_long_are_refused(capsys):
    assert main(["find", "\u200b", " "]) == 2
    assert "write what to find" in capsys.readouterr().err
    assert main(["find", "a" * 201]) == 2
    assert "write 200 characters at most" in capsys.readouterr().err
