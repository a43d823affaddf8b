"""Rows become records that pass the check; what is not certain is reported, and not imported."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.curation import intake, series
from dashboard.curation.intake import Choices
from dashboard.curation.intake.organizers import Organizers, names_without_kind
from dashboard.curation.intake.places import CITY, HYBRID, NO_COUNTRY, NO_SUCH_COUNTRY, PARTS, WHOLE, place_of
from dashboard.curation.intake.table import IntakeError, Row, Table, flat, in_runs
from dashboard.records.kinds import BY_FILE
from tests.conftest import EXAMPLES

TODAY = date(2026, 11, 26)
GIVEN = Choices(name="Forum", kind="conference", language="en", source_kind="official", read="full")
HEAD = "title;start;end;place;organizers;host;source\n"
PAGE = "https://www.a.org/news/forum-one.html"


def taken(tmp_path: Path, rows: str, head: str = HEAD, choices: Choices = GIVEN, organizers: str = "") -> intake.Taking:
    """Take a table of events, with a table of organizers beside it."""
    path = tmp_path / "events.csv"
    path.write_text(head + rows, encoding="utf-8")
    table = intake.read(path)
    if organizers:
        (tmp_path / "organizers.csv").write_text(organizers, encoding="utf-8")
        table = intake.with_organizers(table, tmp_path / "organizers.csv")
    return intake.take(table, choices, path.name, TODAY)


def said(taking: intake.Taking) -> list[str]:
    """Give what was not imported, as it is printed."""
    return [str(remark) for remark in taking.remarks]


def test_a_whole_row_is_a_whole_event(tmp_path):
    row = f"Forum one;2018-05-03;2018-05-04;Vienna, Austria;OSCE;Austria;{PAGE}\n"
    taking = taken(
        tmp_path, row, organizers="name,short name,kind\nOrganization for Security,OSCE,Regional organizations\n"
    )
    dataset = taking.dataset
    assert said(taking) == []
    event = dataset.events["2018-vienna"]
    assert (event.title, event.label, event.kind, event.weight, event.edition) == (
        *("Forum one", "Forum one", "conference", "main", 1),
    )
    assert (str(event.start), str(event.end), event.city, event.country) == (
        *("2018-05-03", "2018-05-04", "Vienna", "Austria"),
    )
    assert [(role.organizer, role.role, role.confidence, role.sources) for role in event.roles] == [
        ("austria", "host", "single", ("a-org-forum-one",)),
        ("osce", "organizer", "single", ("a-org-forum-one",)),
    ]
    assert [(one.id, one.name, one.kind, one.country) for one in dataset.organizers.values()] == [
        ("osce", "Organization for Security", "regional-organization", None),
        ("austria", "Austria", "state", "Austria"),
    ]
    source = dataset.sources["a-org-forum-one"]
    assert (source.url, source.publisher, source.title, source.title_en, source.says) == (
        *(PAGE, "a.org", None, 'Page of a.org about "Forum one"', ()),
    )
    assert (dataset.process.name, dataset.process.summary) == ("Forum", "The events that events.csv lists.")
    assert [line.partition(";")[0] for line in taking.assumed] == [
        "where the file gives no kind that can be read, it is conference (row 2)",
        "the publisher of each page is the name of its site",
        "labels that the file does not give are short titles, or the place and the date",
        "editions number the conferences in the order of their days",
        "these are states, by their names: Austria",
        "every role has the confidence single, because nobody has compared the sources",
    ]
    assert {problem.code for problem in taking.warnings} == {"sources-silent"}


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (f";2018;;;;;{PAGE}", "row 2: not imported: there is no title; write one"),
        (
            f"Two;03/04/2022;;;;;{PAGE}",
            'row 2: not imported: start "03/04/2022" can mean 3 April 2022 or 4 March 2022; write',
        ),
        (f"Two;2022;x;;;;{PAGE}", 'row 2: not imported: end "x" is not a date'),
        (f"Two;3-4 May 2022;2022-05-05;;;;{PAGE}", "row 2: not imported: start and end give different days"),
        (
            f"Two;2022-05-05;2022-05-03;;;;{PAGE}",
            "row 2: not imported: the end 2022-05-03 is before the start 2022-05-05",
        ),
        (f"Two;2022-05-05;2022;;;;{PAGE}", 'row 2: not imported: the start "2022-05-05" and the end "2022" differ in'),
        ("Two;2022;;;;;", 'row 2: not imported: it has no source; write the address of a page under "sources", or add'),
        ("Two;2022;;;;;the web", 'row 2: source "the" is not a web address; write it whole, beginning with https://'),
        ("Two;2022;;;;;javascript:alert(1)", 'row 2: source "javascript:alert(1)" is not a web address'),
        (
            f"T\u200ewo;2022;;;;;{PAGE}",
            "row 2: not imported: title: U+200E (left-to-right mark) cannot be seen; delete it",
        ),
        (f"Two;2022;;;;;{PAGE};x", "row 2: not imported: the row has 1 cell more than there are headings"),
    ],
)
def test_a_row_that_would_be_a_guess_is_not_taken(tmp_path, row, remark):
    taking = taken(tmp_path, f"{row}\nLast;2023;;;;;https://b.org/last\n")
    assert [line for line in said(taking) if line.startswith(remark)], said(taking)
    assert [event.title for event in taking.dataset.events.values()] == ["Last"]
    assert [problem for problem in taking.warnings if problem.level == "error"] == []


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("NO", 'row 2: not imported: "NO" is not an id; write lower-case Latin letters, digits and hyphens'),
        ("2017-one", 'row 2: not imported: the event starts in 2018, but the id is "2017-one"; correct the start, or'),
        ("2019-two", None),
    ],
)
def test_an_id_of_the_file_is_kept_or_named_and_spoils_no_other_row(tmp_path, name, remark):
    choices = Choices(**{**vars(GIVEN), "publisher": "Jane Doe"})
    rows = f"{name};One;{2019 if remark is None else 2018};\n;Two;2019;\n"
    taking = taken(tmp_path, rows, head="id;title;start;source\n", choices=choices)
    assert [line[: len(remark or "")] for line in said(taking)] == ([remark] if remark else [])
    assert [event.id for event in taking.dataset.events.values()] == (
        ["2019-two", "2019-two-2"] if not remark else ["2019-two"]
    )


def test_a_field_that_the_check_refuses_is_left_out_and_named(tmp_path):
    taking = taken(tmp_path, f"One;2022;Oslo;{PAGE};It\u200e is.\n", head="title;start;city;source;note\n")
    assert said(taking) == ["row 2: note is not imported: U+200E (left-to-right mark) cannot be seen; delete it"]
    event = taking.dataset.events["2022-oslo"]
    assert (event.city, event.note) == ("Oslo", None)


def test_no_row_gives_no_files(tmp_path):
    taking = taken(tmp_path, "Two;2022;;;;;\n")
    assert (taking.files, taking.dataset) == ({}, None)


def test_a_name_that_the_check_refuses_is_not_blamed_on_rows(tmp_path):
    with pytest.raises(IntakeError, match="the name or the summary of the series: U\\+200E"):
        taken(tmp_path, f"Two;2022;;;;;{PAGE}\n", choices=Choices(**{**vars(GIVEN), "name": "For\u200eum"}))


def test_the_same_event_is_taken_once_and_the_same_page_is_one_source(tmp_path):
    rows = f"One;2018-05;;Oslo, Norway;;;{PAGE}\nOne;May 2018;;Oslo, Norway;;;{PAGE}\n"
    rows += f"Two;2019;;;;;{PAGE}?utm_source=x#top\n"
    taking = taken(tmp_path, rows)
    assert said(taking) == [
        "row 3: not imported: it has the title, the day and the place of row 2; delete one of the two"
    ]
    assert [*taking.dataset.sources] == ["a-org-forum-one"]


def test_ids_and_labels_are_unique_and_in_latin_letters(tmp_path):
    long = "A long title that does not fit into a chart, number"
    rows = "".join(f"{long} {number};2018-0{number};;Oslo, Norway;;;{PAGE}\n" for number in range(1, 4))
    rows += f"Форум;2018-05-03;;;;;{PAGE}\nФорум два;;;;;;{PAGE}\n{long};;;;;;{PAGE}\n"
    events = taken(tmp_path, rows).dataset.events
    assert [(event.id, event.label) for event in events.values()] == [
        ("2018-oslo", "Oslo 2018"),
        ("2018-oslo-2", "Oslo, February 2018"),
        ("2018-oslo-3", "Oslo, March 2018"),
        ("2018-05-03", "Форум"),
        ("undated-event", "Форум два"),
        ("undated-a-long-title-that-does-not-fit-into-a", "A long title that does not fit into a…"),
    ]


def test_a_role_in_brackets_is_no_part_of_a_name(tmp_path):
    taking = taken(tmp_path, f"One;2018;;;Norway (Host);;{PAGE}\nTwo;2019;;;Norway;;{PAGE}\n")
    roles = {event.title: [role.organizer for role in event.roles] for event in taking.dataset.events.values()}
    assert roles == {"One": [], "Two": ["norway"]}
    assert said(taking) == [
        'organizer "Norway (Host)" has its role in brackets, so it is not taken (row 2); write "Norway" below a '
        'heading "host"'
    ]
    rows = [Row("row 2", {"role organizer": "Norway (host); EFTA"})]
    assert names_without_kind(rows, Organizers((), {})) == {"EFTA": 1}


def test_names_of_organizers_are_parted_only_where_that_is_certain(tmp_path):
    rows = (
        f"One;2018;;;OSCE, Norway;;{PAGE}\nTwo;2019;;;OSCE; Ministry of Trade, Norway;;{PAGE}\n"
        f"Three;2020;;;ЕС;;{PAGE}\nFour;2021;;;Norwai;;{PAGE}\nFive;2022;;;Norway;Norway;{PAGE}\n"
    ).replace("OSCE; ", "OSCE| ")
    taking = taken(tmp_path, rows, organizers="name;kind\nOSCE;regional-organization\nEFTA;club\n")
    roles = {event.title: [role.organizer for role in event.roles] for event in taking.dataset.events.values()}
    assert roles == {"One": ["osce", "norway"], "Two": ["osce"], "Three": [], "Four": [], "Five": ["norway"]}
    row = ", with this name and the kind state, united-nations or regional-organization"
    assert sorted(said(taking)) == [
        'organizer "Ministry of Trade, Norway" is not known, so its role is not imported (row 3); put semicolons '
        f"between the names of several, or add a row to the table of organizers{row}",
        'organizer "Norwai" is not known, so its role is not imported (row 5); if you meant "Norway", write that; '
        f"otherwise add a row to the table of organizers{row}",
        'organizer "ЕС" is not known, so its role is not imported (row 4); add a row to the table of organizers'
        f"{row}, and an id in Latin letters",
        'organizers.csv, row 3: not imported: organizer "EFTA": "club" is not a kind of organizer; write state, '
        "united-nations or regional-organization",
        'row 6: "Norway" is imported as host and not as organizer, because an organizer has one role at an event; keep '
        "the name in one column only; if it had more than one role, write the rest in the note of its role in "
        "events.yaml",
    ]


def test_of_several_roles_of_an_organizer_one_is_kept_and_all_others_are_named_together(tmp_path):
    head = "title;start;sponsor;organizers;host;source\n"
    taking = taken(tmp_path, f"One;2018;Norway;norway;Norway; {PAGE}\nTwo;2019;;;Oman; {PAGE}\n", head=head)
    assert [(role.organizer, role.role) for role in taking.dataset.events["2018-one"].roles] == [("norway", "host")]
    [remark] = said(taking)
    assert remark.startswith(
        'row 2: "Norway" is imported as host and not as organizer or sponsor, because an organizer '
    )


def test_an_organizer_without_a_kind_is_one_fault_and_one_remark(tmp_path):
    rows = f"One;2018;;;EFTA;;{PAGE}\nTwo;2019;;;efta;;{PAGE}\nThree;2020;;;OSCE;;{PAGE}\n"
    organizers = "name;short name;kind\nFree Trade Association;EFTA;\nOSCE;OSCE;club\nUnused;;\nNorway;Noreg;\n"
    taking = taken(tmp_path, rows, organizers=organizers)
    kinds = "write state, united-nations or regional-organization"
    assert said(taking) == [
        f'organizers.csv, row 2: not imported: organizer "Free Trade Association": there is no kind; {kinds}; its role '
        "is not imported either (row 2 and row 3)",
        f'organizers.csv, row 3: not imported: organizer "OSCE": "club" is not a kind of organizer; {kinds}; its role '
        "is not imported either (row 4)",
        f'organizers.csv, row 4: not imported: organizer "Unused": there is no kind; {kinds}',
    ]


def test_an_answer_fills_the_kind_that_a_row_lacks_and_a_state_is_known_by_its_name(tmp_path):
    rows = f"One;2018;;;EFTA; Noreg;{PAGE}\n"
    choices = Choices(**{**vars(GIVEN), "kinds": {"EFTA": "regional-organization", "Unheard": ""}})
    organizers = "name;short name;kind;other names\nEFTA;The association;;AELE\nNorway;Noreg;;\n"
    taking = taken(tmp_path, rows, organizers=organizers, choices=choices)
    assert said(taking) == []
    assert [(one.short_name, one.kind, one.country) for one in taking.dataset.organizers.values()] == [
        ("The association", "regional-organization", None),
        ("Noreg", "state", "Norway"),
    ]
    assert "these are states, by their names: Norway; correct organizers.yaml if one is not" in taking.assumed


@pytest.mark.parametrize("name", ["United Nations", "European Union", "Greenland", "Eurozone", "Unknown Region"])
def test_no_union_or_territory_is_taken_as_a_state(tmp_path, name):
    taking = taken(tmp_path, f"One;2018;;;{name};;{PAGE}\n")
    assert said(taking)[0].startswith(f'organizer "{name}" is not known')
    assert taking.dataset.organizers == {}


def test_the_file_can_be_the_source_of_rows_without_one(tmp_path):
    choices = Choices(**{**vars(GIVEN), "publisher": "Jane Doe"})
    taking = taken(tmp_path, f"One;3-4 May 2018;;Oslo, Norway;Norway;;\nTwo;;;;;;{PAGE}\n", choices=choices)
    assert said(taking) == []
    source = taking.dataset.sources["events-2026-11-26"]
    assert (source.publisher, source.title_en, str(source.accessed)) == (
        *("Jane Doe", "The file events.csv, imported on 26 November 2026", "2026-11-26"),
    )
    assert [(one.event, one.text) for one in source.says] == [
        (
            "2018-oslo",
            'It lists the event "One", on the date 3–4 May 2018, at the place Oslo, Norway, with Norway as organizer.',
        )
    ]


def test_kinds_are_known_by_their_names_too_and_numbers_are_made_only_where_there_are_none(tmp_path):
    head = "title;start;kind;edition;source\n"
    rows = f"One;2018;Side events;;{PAGE}\nTwo;2019;conference;2;{PAGE}\n"
    rows += f"Three;2020;Conference;;{PAGE}\nFour;2021;Fair;;{PAGE}\n"
    taking = taken(tmp_path, rows, head=head)
    assert [(event.title, event.kind, event.weight, event.edition) for event in taking.dataset.events.values()] == [
        ("One", "side-event", "secondary", None),
        ("Two", "conference", "main", 2),
    ]
    assert said(taking)[0].startswith("row 4: not imported: ")
    assert said(taking)[1].startswith('row 5: not imported: kind "Fair" is not known; write one of: conference')


@pytest.mark.parametrize(
    ("place", "fields", "assumed"),
    [
        ("Vienna, Austria", {"city": "Vienna", "country": "Austria"}, ""),
        ("austria", {"country": "austria"}, ""),
        ("Online", {"venue": "online"}, ""),
        ("hybrid", {"venue": "online"}, HYBRID),
        ("Vienna", {"city": "Vienna"}, CITY),
        ("Hofburg, Vienna, Austria", {"venue": "Hofburg", "city": "Vienna", "country": "Austria"}, PARTS),
        ("Hofburg, 1010 Vienna, Austria", {"venue": "Hofburg, 1010 Vienna, Austria", "country": "Austria"}, WHOLE),
        ("Vienna, Hofburg", {"venue": "Vienna, Hofburg"}, WHOLE),
        ("Vienna (and online), Austria", {"venue": "Vienna (and online), Austria", "country": "Austria"}, WHOLE),
        ("Room 5", {"venue": "Room 5"}, WHOLE),
        (", Austria", {"venue": ", Austria", "country": "Austria"}, WHOLE),
    ],
)
def test_a_place_is_parted_as_far_as_it_is_certain(place, fields, assumed):
    read = place_of({"place": place})
    assert (read.fields, read.assumed, read.untaken) == (fields, assumed, "")


def test_columns_for_city_and_venue_go_first():
    read = place_of({"place": "Hofburg", "city": "Vienna"})
    assert read.fields == {"city": "Vienna"}
    assert read.untaken == 'the place "Hofburg" is not imported, because there is a city; leave one empty'


def test_what_is_assumed_of_places_names_the_rows(tmp_path):
    taking = taken(tmp_path, f"One;2018;;Oslo;;;{PAGE}\nTwo;2019;;Oslo;;;{PAGE}\nThree;2020;;Bergen;;;{PAGE}\n")
    assert taking.assumed[1] == f'{CITY}: "Oslo" (row 2 and row 3); "Bergen" (row 4)'
    assert taking.assumed[2] == f'{NO_COUNTRY}: "Oslo" (row 2 and row 3); "Bergen" (row 4)'


@pytest.mark.parametrize(
    ("cells", "assumed"),
    [
        (";Oslo;Norway;", []),
        (";;;", []),
        (";;Norway;", []),
        ("Online;;;", []),
        (";;;online", []),
        (";Oslo;;", [f'{NO_COUNTRY}: "Oslo" (row 2)']),
        (";Oslo;;Town Hall", [f'{NO_COUNTRY}: "Town Hall, Oslo" (row 2)']),
        (";Oslo;Norwai;", [f'{NO_SUCH_COUNTRY}: "Norwai" (row 2)']),
        ("Oslo;;Norway;", [f'{CITY}: "Oslo" (row 2)']),
        ("Oslo, Norwai;;;", [f'{WHOLE}: "Oslo, Norwai" (row 2)']),
    ],
)
def test_a_place_whose_country_is_not_known_is_named_with_its_row_once(tmp_path, cells, assumed):
    head = "title;kind;start;place;city;country;venue;source\n"
    taking = taken(tmp_path, f"One;context;2018;{cells};{PAGE}\n", head=head)
    assert taking.assumed[: len(assumed)] == assumed
    assert taking.assumed[len(assumed)].startswith("the publisher of each page")


def test_the_kind_of_rows_without_one_is_named_with_the_rows(tmp_path):
    kinds = ("", "", "follow-up", "", "", "", "Fair")
    rows = "".join(f"No {n};{2010 + n};{kind};{PAGE}\n" for n, kind in enumerate(kinds))
    assumed = taken(tmp_path, rows, head="title;start;kind;source\n").assumed
    assert assumed[0] == (
        "where the file gives no kind that can be read, it is conference (row 2, row 3 and row 5 to row 7); if one is "
        "another, write that under kind"
    )
    with_kinds = taken(tmp_path, f"One;2018;context;{PAGE}\n", head="title;start;kind;source\n")
    assert not [line for line in with_kinds.assumed if "conference" in line]


def test_nothing_is_assumed_of_a_row_that_is_not_imported(tmp_path):
    head = "id;title;start;kind;place;source\n"
    rows = f"NO;One;2018;;Oslo;{PAGE}\n;One;2018;context;Oslo, Norway;{PAGE}\n"
    taking = taken(tmp_path, f"{rows}NO;Two;2018;;Bergen;{PAGE}\n;Two;2018;context;Bergen;{PAGE}\n", head=head)
    assert [line.partition(":")[0] for line in said(taking)] == ["row 2", "row 4"]
    assert len(taking.dataset.events) == 2
    assert taking.assumed[:2] == [f'{CITY}: "Bergen" (row 5)', f'{NO_COUNTRY}: "Bergen" (row 5)']


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((2,), "row 2"),
        ((2, 3), "row 2 and row 3"),
        ((2, 4, 6, 7, 8, 9), "row 2, row 4 and row 6 to row 9"),
        ((2, 3, 4), "row 2 to row 4"),
    ],
)
def test_rows_that_follow_each_other_are_one_run(numbers, words):
    assert in_runs([f"row {number}" for number in numbers]) == words


NASTY = (
    *(
        "",
        " ",
        "NO",
        "null",
        "2018",
        "2018-05-03",
        "3 May 2018",
        "03/04/2022",
        "43223",
        "-",
        "~",
        "#",
        ": ",
        "- a",
        "'",
    ),
    *('"', '"quoted"', "=1+1", "<b>bold</b>", "&amp;", "{role:x}", "[a]", "TODO", "???", "…", "Oslo", "Oslo, Norway"),
    *("online", "Norway", "Norway; Sweden", "Norway|Sweden", "OSCE", "date", "figure-1", "conference", "side-event"),
    *("https://a.org/1", "https://a.org/1 https://b.org", "http://localhost", "https://web.archive.org/web/2018/x"),
    *(
        "https://www.google.com/url?q=https://a.org/1",
        "javascript:x",
        "Форум",
        "مؤتمر",
        "\u200e",
        "e\u0301",
        "ﬁ",
        "a" * 500,
    ),
    *("main", "related", "01", "1", "0", "2018-oslo", "Oslo 2018", "\ud800", "\x00", "\u2028", "🏳️‍🌈"),
)
FIELDS = (
    "title",
    "start",
    "end",
    "place",
    "city",
    "country",
    "venue",
    "kind",
    "weight",
    "edition",
    "id",
    "label",
    "note",
)
ROW = st.dictionaries(
    st.sampled_from((*FIELDS, "sources", "role organizer", "role host")),
    st.sampled_from([text for text in NASTY if text.strip()]),
    min_size=4,
)


@pytest.mark.slow
@settings(max_examples=max(EXAMPLES // 10, 1))
@given(st.lists(ROW, min_size=1, max_size=5), st.sampled_from(["", "Jane Doe"]))
def test_whatever_is_in_the_rows_what_is_taken_passes_the_check(rows, publisher):
    """Every row is imported, or is reported as left out, and no row spoils another."""
    good = {"title": "Sound", "start": "1999", "kind": "follow-up", "sources": "https://sound.org"}
    table = Table(
        tuple(
            Row(f"row {number}", {k: flat(v) for k, v in row.items() if flat(v)})
            for number, row in enumerate([*rows, good])
        )
    )
    choices = Choices(**{**vars(GIVEN), "publisher": publisher})
    taking = intake.take(table, choices, "events.csv", TODAY)
    _, problems = series.checked({name: taking.files[name] for name in BY_FILE}, TODAY)
    assert [problem for problem in problems if problem.level == "error"] == []
    lost = {remark.where for remark in taking.remarks if remark.lost}
    assert len(taking.dataset.events) + len(lost) == len(table.rows)
    assert "Sound" in [event.title for event in taking.dataset.events.values()]
