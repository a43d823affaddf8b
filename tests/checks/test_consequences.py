"""No mistake hides another in the same record, and none is reported again through its consequences."""
# ruff: noqa: E501 - reports are on one line, to be compared by eye.

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import checks
from dashboard.records.model import Problem
from tests.store.test_mistakes import DATA
from tests.told import in_short

WITHDRAWN = "  withdrawn:\n    on: 2022-12-31\n    why: It was a copy.\n"


def lines(folder: Path) -> list[str]:
    """Check a folder, and give what is reported, without the name of the folder."""
    _, problems = checks.read(folder)
    return [in_short(problem).removeprefix("data/") for problem in sorted(problems, key=_place)]


def _place(problem: Problem) -> tuple:
    return problem.path, problem.line, problem.column


@pytest.fixture
def real(tmp_path: Path) -> Callable[..., list[str]]:
    """Make mistakes in a copy of the real data, and give what is reported."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("originals", "schema")))

    def told(file: str, *mistakes: tuple[str, str]) -> list[str]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        for old, new in mistakes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return lines(folder)

    return told


def test_one_bad_field_hides_no_other_mistake_of_its_record(spoil):
    spoil("events.yaml", "start: 2018-05-03", "start: 2018-5-3")
    spoil("events.yaml", "organizer: qatar", "organizer: xyz")
    spoil("events.yaml", "sources: [peninsula-2018]", "sources: [peninsula-2019]")
    spoil("events.yaml", "venue: online", "venue: online\n  parent: 2018-dushambe")
    folder = spoil("events.yaml", "weight: minor", "weight: tiny")
    assert [line for line in lines(folder) if line.startswith("events.yaml")] == [
        'events.yaml:7:10: 2018-dushanbe: date-in-other-words: "2018-5-3"; 2018-05-03',
        'events.yaml:20:18: 2018-dushanbe: id-unknown: "xyz" organizers.yaml; organizers.yaml',
        (
            'events.yaml:23:17: 2018-dushanbe: id-unknown-perhaps-another: "peninsula-2019" sources.yaml; sources.yaml; if "peninsula-2018"'
        ),
        ('events.yaml:55:11: 2019-plan: word-unknown: "tiny" "weight"; main, secondary, minor, related'),
        'events.yaml:60:11: 2019-plan: id-unknown-perhaps-another: "2018-dushambe" events.yaml; events.yaml; if "2018-dushanbe"',
    ]


def test_a_bad_field_of_a_role_hides_no_mistake_beside_it(spoil):
    spoil("events.yaml", "organizer: osce\n      role: organizer", "organizer: osec\n      role: organiser")
    spoil("events.yaml", "label: participants\n      value: more than 400", "label: participants")
    folder = spoil("events.yaml", "      sources: [osce-2018]\n  sources: [osce-2018]", "  sources: [osce-2081]")
    assert [line.split(": ")[0] for line in lines(folder) if line.startswith("events.yaml")] == [
        "events.yaml:25:7", "events.yaml:44:7", "events.yaml:44:18", "events.yaml:45:13", "events.yaml:47:13",
    ]  # fmt: skip


def test_a_bad_field_of_a_source_hides_none_of_its_dates(spoil):
    spoil("sources.yaml", "language: en", "language: eng")
    dates = "published: 2018-05-03\n  accessed: 2018-05-02"
    assert lines(spoil("sources.yaml", "published: 2018-05-03", dates)) == [
        ("sources.yaml:6:13: khovar-2018: source-read-before-published: 2018-05-02 2018-05-03"),
        ('sources.yaml:7:13: khovar-2018: word-unknown: "eng" "language"; "en"'),
    ]


def test_an_end_before_its_start_is_told_beside_another_mistake(spoil):
    spoil("events.yaml", "kind: conference", "kind: confrence")
    told = lines(spoil("events.yaml", "end: 2018-05-04", "end: 2018-05-02"))
    assert [line.split(": ")[0] for line in told] == ["events.yaml:4:9", "events.yaml:8:8"]


def test_a_second_record_with_an_id_is_looked_into(spoil):
    spoil("events.yaml", "organizer: tajikistan\n      role: announcer", "organizer: tajikstan\n      role: announcer")
    assert lines(spoil("events.yaml", "- id: 2019-plan", "- id: 2018-side")) == [
        ('events.yaml:51:7: 2018-side: record-id-taken: "2018-side" 36'),
        'events.yaml:61:18: record 3: id-unknown-perhaps-another: "tajikstan" organizers.yaml; organizers.yaml; if "tajikistan"',
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events.yaml", "start: 2018-05-03", "start: 2018-5-3"),
        ("events.yaml", "start: 2018-05-03", "strat: 2018-05-03"),
        ("events.yaml", "start: 2018-05-03", "начало: 2018-05-03"),
        ("events.yaml", "kind: conference", "kind: confrence"),
        ("events.yaml", "edition: 1", "edition: first"),
        ("events.yaml", "label: Dushanbe 2018\n", ""),
        ("events.yaml", "role: sponsor", "role: sponser"),
        ("events.yaml", "sources: [khovar-2018, osce-2018]", "sources: khovar-2018"),
        ("events.yaml", "sources: [khovar-2018, osce-2018]", "sources: [khovar-2018, OSCE 2018]"),
        ("events.yaml", "  sources: [khovar-2018, osce-2018, pen", "  sorces: [khovar-2018, osce-2018, pen"),
        ("events.yaml", "  sources: [khovar-2018, osce-2018, pen", "  sources: [Khovar 2018, osce-2018, pen"),
        ("events.yaml", "roles:\n    - organizer: osce", "rolles:\n    - organizer: osce"),
        ("events.yaml", "- organizer: qatar", "- organizer: Qatar"),
        ("events.yaml", "- label: participants", "- label: [participants]"),
        ("events.yaml", "- id: 2018-dushanbe", "- id: 2018-Dushanbe"),
        ("events.yaml", "- id: 2018-dushanbe", "- id: 2018_dushanbe"),
        ("events.yaml", "- id: 2018-dushanbe", "- id: Душанбе"),
        ("events.yaml", "- id: 2018-dushanbe\n  title:", "- title:"),
        ("events.yaml", "- id: 2018-dushanbe\n", "- 2018-dushanbe\n- id: 2018-dushanbe\n"),
        ("events.yaml", "- id: 2019-plan", "- id: 2018-side"),
        ("events.yaml", "- id: 2018-dushanbe", "- id: 2018-side"),
        ("sources.yaml", "- id: khovar-2018", "- id: osce-2018"),
        ("sources.yaml", "- id: asiaplus-2022", "- id: osce-2018"),
        ("organizers.yaml", "- id: tajikistan", "- id: osce"),
        ("events.yaml", "  title: Countering", "  withdrawn: yes\n  title: Countering"),
        ("events.yaml", "  title: Countering", "  aliases: 2018 first\n  title: Countering"),
        ("organizers.yaml", "kind: state", "kind: stat"),
        ("organizers.yaml", "- id: qatar", "- id: Qatar"),
        ("organizers.yaml", "- id: qatar", "- id: osce"),
        ("sources.yaml", "language: en", "language: eng"),
        ("sources.yaml", "- id: khovar-2018", "- id: Khovar-2018"),
        ("sources.yaml", "- id: khovar-2018\n  title:", "- title:"),
        ("disputes.yaml", "event: 2018-dushanbe", "event: 2018 dushanbe"),
        ("disputes.yaml", "event: 2018-dushanbe", "event: 2018-dushambe"),
        ("disputes.yaml", "concerns:", "concern:"),
        ("disputes.yaml", "sources: [peninsula-2018]", "sources: peninsula-2018"),
        ("disputes.yaml", "- id: qatar-role", "- id: Qatar role"),
        ("process.yaml", "updated: 2022-12-31", "updated: 31.12.2022"),
        ("CHANGES.yaml", "what: added", "what: new"),
        ("CHANGES.yaml", "events: [2018-dushanbe", "event: [2018-dushanbe"),
        ("CHANGES.yaml", "events: [2018-dushanbe", "events: [2018 dushanbe"),
        ("CHANGES.yaml", "on: 2022-12-31", "on: 31.12.2022"),
    ],
)
def test_one_mistake_is_one_line(spoil, file, old, new):
    told = lines(spoil(file, old, new))
    assert len(told) == 1, told
    assert told[0].startswith(file)


@pytest.mark.parametrize(
    "mistake",
    [
        ("events.yaml", ("- id: 2017-ashgabat", "- id: 2017-Ashgabat")),
        ("events.yaml", ("start: 2017-06-13", "start: 2017-6-13")),
        ("sources.yaml", ("  title:", "  title")),
        ("process.yaml", ("updated: ", "updated: about ")),
        ("organizers.yaml", ("- id: un\n", "- id: UN\n")),
    ],
)
def test_one_mistake_in_the_real_data_is_one_line(real, mistake):
    assert len(real(*mistake)) == 1


ROLE = "  roles:\n    - organizer: tajikistan\n      role: party\n"


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (
            (
                "      - UN Global Counter-Terrorism Strategy\n      - ",
                "      - UN Global Counter-Terrorism Strategy\n        ",
            ),
            'text-runs-on-in-list: "- "',
        ),
        (
            ("  city: Dushanbe\n  country: Tajikistan", "  city: Dushanbe\n    country Tajikistan"),
            ('text-runs-on-with-key: "country: Tajikistan"'),
        ),
        (
            (ROLE, ROLE.replace("    - organizer", "      organizer")),
            'dash-missing: "- " "organizer"',
        ),
        (
            ("- id: 2022-dushanbe\n", " - id: 2022-dushanbe\n"),
            "dash-too-deep",
        ),
        (
            (ROLE, ROLE.replace("      role", "  role")),
            'indent-too-small: "role"; 6',
        ),
        (
            (ROLE, ROLE.replace("      role", "    role")),
            'indent-too-small: "role"; 6',
        ),
        (
            (ROLE, ROLE.replace("      role", "        role")),
            'indent-too-small: "role"; 6',
        ),
    ],
)
def test_a_line_in_the_wrong_place_of_the_real_data_is_one_line_at_that_place(real, mistake, told):
    lines = real("events.yaml", mistake)
    assert len(lines) == 1, lines
    assert told in lines[0]
    text = (DATA / "events.yaml").read_text(encoding="utf-8").replace(*mistake, 1).split("\n")
    good = (DATA / "events.yaml").read_text(encoding="utf-8").split("\n")
    assert int(lines[0].split(":")[1]) == next(
        at for at, (a, b) in enumerate(zip(text, good, strict=True), start=1) if a != b
    )


def test_a_record_in_the_wrong_file_is_one_line(real):
    sources = (DATA / "sources.yaml").read_text(encoding="utf-8")
    record = sources[sources.index("- id: khovar-2018-04-02") :].split("\n\n")[0]
    told = real(
        "events.yaml", ("- id: 2018-04-doha", f"{record.replace('2018-04-02', '2018-04-03')}\n\n- id: 2018-04-doha")
    )
    assert [line.split(": ", 2)[2] for line in told] == ["record-in-another-file: sources.yaml"]


def test_one_value_has_one_cure(spoil):
    assert lines(spoil("events.yaml", "organizer: qatar", "organizer: q\u0430tar")) == [
        'events.yaml:20:19: events: word-of-two-alphabets: "qаtar" "а" Cyrillic; "qatar"'
    ]


def test_a_letter_in_a_comment_is_none_in_the_value_before_it(spoil):
    told = lines(spoil("events.yaml", "kind: side-event", "kind: side-evnt  # o\u0441ce"))
    assert [line.split(": ")[0] for line in told] == ["events.yaml:39:9", "events.yaml:39:23"]


def test_whoever_follows_the_cures_for_a_withdrawn_source_does_not_go_round(spoil):
    spoil(
        "sources.yaml",
        "  copy_at: mirror.example\n",
        "  copy_at: mirror.example\n" + WITHDRAWN + "    instead: khovar-2018\n",
    )
    change = "- on: 2022-12-31\n  what: withdrawn\n  sources: [peninsula-2018]\n  why: A copy.\n"
    folder = spoil("CHANGES.yaml", "  why: First publication.\n", "  why: First publication.\n" + change)
    cure = 'id-withdrawn-for-another: "peninsula-2018" 2022-12-31; "khovar-2018"'
    article = 'articles/2018-dushanbe.md:6:23: 2018-dushanbe: id-withdrawn-for-another: "[peninsula-2018]" 2022-12-31; "[khovar-2018]"'
    assert lines(folder) == [
        article,
        "disputes.yaml:7:17: qatar-role: " + cure,
        "events.yaml:23:17: 2018-dushanbe: " + cure,
        "events.yaml:34:37: 2018-dushanbe: " + cure,
    ]
    spoil("events.yaml", "sources: [peninsula-2018]", "sources: [khovar-2018]")
    spoil("events.yaml", "osce-2018, peninsula-2018, ", "osce-2018, ")
    assert lines(folder)[0] == article
    spoil("articles/2018-dushanbe.md", "[peninsula-2018]", "[khovar-2018]")
    assert [line for line in lines(folder) if not line.startswith("disputes")] == []


def test_a_withdrawn_source_that_leads_nowhere_is_taken_out(spoil):
    folder = spoil("sources.yaml", "  copy_at: mirror.example\n", "  copy_at: mirror.example\n" + WITHDRAWN)
    assert lines(folder)[0].endswith('id-withdrawn: "[peninsula-2018]" 2022-12-31')


def test_of_sources_that_cannot_be_read_nobody_says_that_they_are_silent(folder, spoil):
    (folder / "articles" / "2018-dushanbe.md").write_text("Tajikistan [khovar-2018]. Qatar [khovar-2018].\n")
    spoil("sources.yaml", "event: 2018-dushanbe, text: Qatar pays", "event: 2019-plan, text: Qatar pays")
    told = [line for line in lines(folder) if line.startswith("disputes")]
    assert [line.split(": ", 2)[2] for line in told] == [('side-without-source: sources.yaml "says"')]
    assert len(lines(spoil("sources.yaml", "publisher: Khovar", "publisher Khovar"))) == 1


def test_of_an_event_that_is_not_known_nobody_says_that_no_source_speaks(spoil):
    spoil("articles/2018-dushanbe.md", "[khovar-2018]", "[osce-2018]")
    assert len(lines(spoil("disputes.yaml", "event: 2018-dushanbe", "event: 2018-dushambe"))) == 1


TOUR = """
tour:
  - {title: Look, text: There it is., pane: article, event: 2018-dushanbe, at: qatar, organizer: qatar}
  - {title: Count, text: So many came., pane: article, event: 2018-dushanbe, at: figure-participants}
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("confidence: disputed", "confidence: doubted"),
        ("role: sponsor", "role: sponser"),
        ("role: sponsor", "role:"),
        ("organizer: qatar", "organizer: [qatar]"),
        ("label: participants", "label: [participants]"),
        ("value: more than 400", "value:"),
        ("  figures:", "  figurs:"),
        ("  roles:", "  rolls:"),
        ("- id: 2018-dushanbe", "- id: 2018 dushanbe"),
    ],
)
def test_a_fact_with_a_mistake_is_no_mistake_of_the_tour(spoil, right, wrong):
    spoil("process.yaml", "updated: 2022-12-31", "updated: 2022-12-31" + TOUR)
    told = lines(spoil("events.yaml", right, wrong))
    assert told[0].startswith("events.yaml")
    assert not [line for line in told if line.startswith("process.yaml")]
