"""Every rule finds nothing in the tiny dataset, and exactly these problems in a spoiled copy of it."""
# ruff: noqa: E501 - each problem is one line, to be compared by eye.

import shutil
from dataclasses import replace
from datetime import date

import pytest

from dashboard import checks, store
from dashboard.checks import (
    RULES,
    articles,
    declarations,
    disputes,
    duplicates,
    events,
    evidence,
    findings,
    forms,
    lineage,
    names,
    references,
    texts,
)
from dashboard.records.dates import PartialDate
from dashboard.records.model import (
    Article,
    Change,
    Claim,
    Dataset,
    Delegation,
    Figure,
    Paragraph,
    Person,
    Programme,
    Session,
    Statement,
    Theme,
    Withdrawn,
)
from dashboard.records.reading import Reading
from dashboard.words.catalogue import Message, say
from tests.conftest import TINY
from tests.mistakes import told_in
from tests.told import in_short, message_in_short, values

READING, _ = store.load(TINY)


def read_as(dataset: Dataset, **about: object) -> Reading:
    """Give a changed dataset as if it had been read from the files of the tiny one, also with other places."""
    return replace(READING, dataset=dataset, **about)


def changed(dataset: Dataset, mapping: str, record: str, **update: object) -> Dataset:
    """Change fields of one record."""
    records = getattr(dataset, mapping)
    return replace(dataset, **{mapping: {**records, record: records[record].model_copy(update=update)}})


def with_article(dataset: Dataset, text: str) -> Dataset:
    """Give the conference another article."""
    return replace(dataset, articles={"2018-dushanbe": Article(event="2018-dushanbe", text=text)})


def with_role(dataset: Dataset, index: int, **update: object) -> Dataset:
    """Change fields of one role of the conference."""
    roles = list(dataset.events["2018-dushanbe"].roles)
    roles[index] = roles[index].model_copy(update=update)
    return changed(dataset, "events", "2018-dushanbe", roles=tuple(roles))


def said(rule, dataset: Dataset, **about: object) -> list[str]:
    """Give file, line, column, record and code of each problem."""
    return [told_in(problem).removesuffix(" (warning)") for problem in rule(read_as(dataset, **about))]


def worded(rule, dataset: Dataset, **about: object) -> list[str]:
    """Give file, line, column, record and message, to compare with what `say` makes of a code and its values."""
    return [str(problem).removeprefix("tiny/") for problem in rule(read_as(dataset, **about))]


def levelled(rule, dataset: Dataset) -> list[tuple[str, str]]:
    """Give the level of each problem, its code, and the values that its message names."""
    return [(problem.level, message_in_short(problem)) for problem in rule(read_as(dataset))]


def named(rule, dataset: Dataset, **about: object) -> list[str]:
    """Give the same with the values that the message names, for rules that make values or advice."""
    return [in_short(problem).removeprefix("tiny/") for problem in rule(read_as(dataset, **about))]


def test_a_good_dataset_breaks_no_rule(dataset):
    found = {rule.__name__: list(rule(read_as(dataset))) for rule in RULES}
    assert {rule: problems for rule, problems in found.items() if problems} == {}


def test_an_empty_dataset_breaks_no_rule():
    found = {rule.__name__: list(rule(Reading())) for rule in RULES}
    assert {rule: problems for rule, problems in found.items() if problems} == {}


def test_a_rule_is_one_sentence():
    said = {rule.__name__: rule.__doc__ for rule in RULES}
    assert {rule: words for rule, words in said.items() if not words.endswith(".") or "\n" in words} == {}


def test_ids_are_known(dataset):
    spoiled = with_role(dataset, 1, organizer="quatar", sources=("peninsula-2019", "xyz"))
    assert named(references.ids_are_known, spoiled) == [
        'events.yaml:23:17: 2018-dushanbe: id-unknown-perhaps-another: "peninsula-2019" sources.yaml; sources.yaml; if "peninsula-2018"',
        'events.yaml:23:16: 2018-dushanbe: id-unknown: "xyz" sources.yaml; sources.yaml',
        'events.yaml:20:18: 2018-dushanbe: id-unknown-perhaps-another: "quatar" organizers.yaml; organizers.yaml; if "qatar"',
    ]
    spoiled = changed(dataset, "events", "2018-side", parent="2018-dushanbee")
    spoiled = changed(spoiled, "organizers", "osce", part_of="un-osce")
    spoiled = changed(spoiled, "disputes", "qatar-role", event="2018-dushambe")
    spoiled = replace(spoiled, process=dataset.process.model_copy(update={"sources": ("asiaplus",)}))
    assert named(references.ids_are_known, spoiled) == [
        'process.yaml:10:11: process: id-unknown: "asiaplus" sources.yaml; sources.yaml',
        'events.yaml:41:11: 2018-side: id-unknown-perhaps-another: "2018-dushanbee" events.yaml; events.yaml; if "2018-dushanbe"',
        'organizers.yaml:10:3: osce: id-unknown: "un-osce" organizers.yaml; organizers.yaml',
        'disputes.yaml:2:10: qatar-role: id-unknown-perhaps-another: "2018-dushambe" events.yaml; events.yaml; if "2018-dushanbe"',
    ]


def test_what_was_left_out_is_not_called_unknown(spoil):
    spoil("organizers.yaml", "kind: state", "kind: stat")
    spoil("sources.yaml", "publisher: Khovar", "publisher Khovar")
    reading, problems = store.load(spoil("events.yaml", "label: Dushanbe 2018\n", ""))
    assert len(problems) == 3
    assert checks.check(reading) == ()


def test_parents_are_conferences(dataset):
    rule = references.parents_are_conferences
    assert said(rule, changed(dataset, "events", "2018-side", parent="2019-plan")) == [
        "events.yaml:41:11: 2018-side: parent-not-a-conference"
    ]
    assert said(rule, changed(dataset, "events", "2018-dushanbe", parent="2018-dushanbe")) == [
        "events.yaml:1:3: 2018-dushanbe: parent-not-a-conference"
    ]


def test_organizers_are_used(dataset):
    spoiled = changed(dataset, "events", "2018-side", roles=())
    assert said(references.organizers_are_used, spoiled) == ["organizers.yaml:10:3: osce: organizer-unused"]
    assert [problem.level for problem in references.organizers_are_used(read_as(spoiled))] == ["warning"]
    assert said(references.organizers_are_used, changed(spoiled, "organizers", "qatar", part_of="osce")) == []


def test_sources_are_used(dataset):
    stranger = dataset.sources["khovar-2018"].model_copy(update={"id": "stranger"})
    spoiled = replace(dataset, sources={**dataset.sources, "stranger": stranger})
    assert said(references.sources_are_used, spoiled) == ["sources.yaml:1:1: stranger: source-unused"]
    assert [problem.level for problem in references.sources_are_used(read_as(spoiled))] == ["warning"]
    assert said(references.sources_are_used, with_article(spoiled, "Tajikistan [stranger].")) == []


def test_disputes_compare_like_with_like(dataset):
    event = dataset.events["2018-dushanbe"]
    announced = event.figures[0].model_copy(update={"label": "guests expected", "basis": "announced"})
    spoiled = changed(dataset, "events", event.id, figures=(*event.figures, announced))
    spoiled = changed(spoiled, "disputes", "qatar-role", concerns=("figure:participants", "figure:guests expected"))
    assert said(disputes.disputes_compare_like_with_like, spoiled) == [
        "disputes.yaml:4:28: qatar-role: dispute-of-two-bases"
    ]
    alike = announced.model_copy(update={"basis": "reported"})
    fine = changed(spoiled, "events", event.id, figures=(*event.figures, alike))
    assert said(disputes.disputes_compare_like_with_like, fine) == []


def test_sources_have_a_title(dataset):
    rule = evidence.sources_have_a_title
    assert said(rule, changed(dataset, "sources", "khovar-2018", title=None, title_en="What the page is")) == []
    assert said(rule, changed(dataset, "sources", "khovar-2018", title=None)) == [
        "sources.yaml:1:3: khovar-2018: source-without-title"
    ]


@pytest.mark.parametrize(
    ("language", "title", "code"),
    [
        ("ru", "Talks (Russian)", "title-names-its-language"),
        ("ar", "محادثات (Arabic text)", "title-names-its-language"),
        ("fr", "Talks (in French)", "title-names-its-language"),
        ("ru", "Peregovory 2022", "title-in-another-script"),
        ("tg", "Talks", "title-in-another-script"),
        ("ar", "Переговоры", "title-in-another-script"),
        ("ru", "Переговоры", "title-not-translated"),
        ("fr", "Pourparlers", "title-not-translated"),
    ],
)
def test_titles_are_as_published(dataset, language, title, code):
    spoiled = changed(dataset, "sources", "khovar-2018", language=language, title=title, title_en=None)
    (problem,) = evidence.titles_are_as_published(read_as(spoiled))
    assert (problem.level, problem.record) == ("warning", "khovar-2018")
    assert problem.code == code


@pytest.mark.parametrize(
    ("language", "title", "title_en"),
    [
        ("en", "Talks on the Russian side", None),
        ("en", "The OSCE (Vienna)", None),
        ("ru", "Встреча с UNOCT (2022)", "Meeting with UNOCT"),
        ("tg", "2022", "A page headed with a year"),
        ("ar", None, "Talks"),
    ],
)
def test_titles_as_published_are_let_be(dataset, language, title, title_en):
    fine = changed(dataset, "sources", "khovar-2018", language=language, title=title, title_en=title_en)
    assert list(evidence.titles_are_as_published(read_as(fine))) == []


def test_sources_are_checked_after_they_are_read(dataset):
    read, checked = PartialDate.parse("2022-10-18"), PartialDate.parse("2022-10-17")
    spoiled = changed(dataset, "sources", "asiaplus-2022", accessed=read, checked=checked)
    assert named(evidence.sources_are_read_after_they_appear, spoiled) == [
        "sources.yaml:28:3: asiaplus-2022: source-checked-before-read: 2022-10-17 2022-10-18"
    ]


def test_names_are_written_out(dataset):
    spoiled = changed(dataset, "events", "2018-dushanbe", country="NO", title="Yes", city="Off")
    spoiled = changed(spoiled, "organizers", "tajikistan", country="TJ")
    assert named(events.names_are_written_out, spoiled) == [
        'events.yaml:2:10: 2018-dushanbe: name-is-a-code: "Yes"',
        'events.yaml:9:9: 2018-dushanbe: name-is-a-code: "Off"',
        'events.yaml:10:12: 2018-dushanbe: name-is-a-code: "NO"; Norway',
        'organizers.yaml:5:12: tajikistan: name-is-a-code: "TJ"',
    ]
    assert {problem.level for problem in events.names_are_written_out(read_as(spoiled))} == {"warning"}


@pytest.mark.parametrize("quoted", ["“Dushanbe”", "‘Dushanbe’", "«Dushanbe»", "„Dushanbe“"])
def test_names_have_no_quotes_around_them(dataset, quoted):
    rule = events.names_have_no_signs_around_them
    assert named(rule, changed(dataset, "events", "2018-dushanbe", city=quoted)) == [
        f"events.yaml:9:9: 2018-dushanbe: name-in-curly-quotes: {quoted}"
    ]
    assert named(rule, changed(dataset, "organizers", "osce", short_name=quoted)) == [
        f"organizers.yaml:12:15: osce: name-in-curly-quotes: {quoted}"
    ]


@pytest.mark.parametrize("name", ["Hotel “Kohi Somon”", "“Kohi” and “Somon”", "Cote d’Ivoire", "Dushanbe, Vahdat", "”"])
def test_quotes_and_commas_inside_a_name_are_let_pass(dataset, name):
    spoiled = changed(dataset, "events", "2018-dushanbe", venue=name, title="«The Dialogue»")
    assert named(events.names_have_no_signs_around_them, spoiled) == []


@pytest.mark.parametrize(
    ("city", "advice"),
    [
        ("Dushanbe (hybrid)", '"city: Dushanbe" "venue: online"'),
        ("Dushanbe and online", '"city: Dushanbe" "venue: online"'),
        ("New York, virtual", '"city: New York" "venue: online"'),
        ("online", '"venue: online"'),
        ("Dushanbe", None),
        ("Onlinetown", None),
    ],
)
def test_cities_are_names_alone(dataset, city, advice):
    found = named(events.cities_are_names_alone, changed(dataset, "events", "2018-dushanbe", city=city))
    assert found == ([f'events.yaml:9:9: 2018-dushanbe: city-not-alone: "{city}"; {advice}'] if advice else [])


def themes(*texts: str) -> tuple[Theme, ...]:
    return tuple(Theme(text=text) for text in texts)


def test_no_organizer_is_part_of_itself(dataset):
    rule = references.no_organizer_is_part_of_itself
    assert said(rule, dataset) == []
    assert said(rule, changed(dataset, "organizers", "osce", part_of="qatar")) == []
    assert named(rule, changed(dataset, "organizers", "osce", part_of="osce")) == [
        'organizers.yaml:10:3: osce: organizer-part-of-itself: "osce" "osce"'
    ]
    circle = changed(changed(dataset, "organizers", "osce", part_of="qatar"), "organizers", "qatar", part_of="osce")
    assert named(rule, circle) == [
        'organizers.yaml:10:3: osce: organizer-part-of-itself: "osce" "qatar" "osce"',
        'organizers.yaml:16:3: qatar: organizer-part-of-itself: "qatar" "osce" "qatar"',
    ]


def test_themes_are_spelt_alike(dataset):
    spoiled = changed(dataset, "events", "2018-dushanbe", themes=themes("terrorist financing", "border security"))
    spoiled = changed(spoiled, "events", "2018-side", themes=themes("Terrorist finacing", "border security", "youth"))
    assert named(events.themes_are_spelt_alike, spoiled) == [
        'events.yaml:36:3: 2018-side: themes-almost-alike: "Terrorist finacing" "terrorist financing" "2018-dushanbe"; if "terrorist financing"'
    ]


def test_ids_begin_with_the_year(dataset):
    rule = events.ids_begin_with_the_year
    assert named(rule, changed(dataset, "events", "2019-plan", start=PartialDate(2020, 6))) == [
        'events.yaml:51:7: 2019-plan: id-of-another-year: 2020 "2019-plan"; 2020- "aliases: [2019-plan]"'
    ]
    assert named(rule, changed(dataset, "events", "2019-plan", start=None)) == [
        'events.yaml:51:7: 2019-plan: id-of-another-year: "2019-plan"; undated- "aliases: [2019-plan]"'
    ]
    assert named(rule, changed(dataset, "events", "undated-talks", start=PartialDate(2020))) == [
        'events.yaml:67:7: undated-talks: id-of-another-year: 2020 "undated-talks"; 2020- "aliases: [undated-talks]"'
    ]
    unpublished = replace(dataset, changes={})
    assert named(rule, changed(unpublished, "events", "2019-plan", start=PartialDate(2020, 6)))[0].endswith(
        '"2019-plan"; 2020-'
    )
    taken = changed(unpublished, "events", "2019-plan", start=PartialDate(2020, 6))
    places = {**READING.places, ("events.yaml", "2020-plan"): (99, 3)}
    assert named(rule, taken, places=places)[0].endswith('"2019-plan"; 2020- "2020-plan"')


def test_dates_are_in_order(dataset):
    rule = events.dates_are_in_order
    assert said(rule, changed(dataset, "events", "2018-dushanbe", end=PartialDate(2018, 5, 2))) == [
        "events.yaml:8:8: 2018-dushanbe: end-before-start"
    ]
    assert said(rule, changed(dataset, "events", "2018-dushanbe", end=PartialDate(2018, 5))) == [
        "events.yaml:8:8: 2018-dushanbe: end-not-as-precise"
    ]
    assert said(rule, changed(dataset, "events", "2018-dushanbe", start=None)) == [
        "events.yaml:8:8: 2018-dushanbe: end-without-start"
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"start": PartialDate(2025, 1, 1)}, ['events.yaml:7:10: 2018-dushanbe: event-years-ahead: 2025 2022-12-31 "updated" process.yaml']),
        ({"start": PartialDate(1899, 12, 31)}, ['events.yaml:7:10: 2018-dushanbe: event-long-ago: 1899; "kind: context"']),
        ({"start": PartialDate(2024, 12, 31)}, []),
        ({"start": PartialDate(1900)}, []),
        ({"start": None}, []),
    ],
)  # fmt: skip
def test_events_are_of_our_time(dataset, days, told):
    rule, spoiled = events.events_are_of_our_time, changed(dataset, "events", "2018-dushanbe", **days)
    assert named(rule, spoiled) == told
    assert {problem.level for problem in rule(read_as(spoiled))} <= {"warning"}
    context = changed(dataset, "events", "2018-dushanbe", start=PartialDate(1850), kind="context")
    assert named(events.events_are_of_our_time, context) == []


@pytest.mark.parametrize(
    ("start", "end", "dating", "code"),
    [
        ("2022-12-30", "2023-01-02", "held", None),
        ("2022-01-01", "2022-02-01", "held", None),
        ("2022-01-01", "2022-02-02", "held", "event-longer-than-a-month"),
        ("2022-10", "2022-12", "reported", "event-longer-than-a-month"),
        ("2022-01-01", "2022-12-31", "within", None),
        ("2022", "2023", "within", None),
        ("2022-01-01", "2023-01-03", "within", "event-within-more-than-a-year"),
        ("2022", "2022", "held", None),
    ],
)
def test_events_last_days(dataset, start, end, dating, code):
    days = {"start": PartialDate.parse(start), "end": PartialDate.parse(end), "dating": dating}
    cure = "" if dating == "within" else '; "dating: within"'
    assert named(events.events_last_days, changed(dataset, "events", "2018-dushanbe", **days)) == (
        [f"events.yaml:8:8: 2018-dushanbe: {code}: {start} {end}{cure}"] if code else []
    )


def test_side_events_are_near_their_conference(dataset):
    rule = events.side_events_are_near_their_conference
    late = changed(dataset, "events", "2018-side", start=PartialDate(2018, 7, 4), end=PartialDate(2018, 7, 4))
    assert said(rule, late) == ["events.yaml:42:10: 2018-side: event-far-from-its-conference"]
    early = changed(dataset, "events", "2018-side", start=PartialDate(2018, 3, 1), end=PartialDate(2018, 3, 1))
    assert len(said(rule, early)) == 1
    assert said(rule, changed(late, "events", "2018-side", kind="follow-up")) == []
    assert said(rule, changed(dataset, "events", "2018-side", start=PartialDate(2018), end=None)) == []


ADDRESS = "https://khovar.tj/1"


@pytest.mark.parametrize(
    "url",
    [
        ADDRESS,
        "http://khovar.tj/1",
        "https://www.khovar.tj/1/",
        "https://KHOVAR.tj/1#top",
        "https://khovar.tj/1?utm_source=x&fbclid=y",
        "https://khovar.tj:443/1?",
        "https://www.google.com/url?q=https://khovar.tj/1&sa=D",
        "https://khovar.tj/%31",
    ],
)
def test_sources_have_pages_of_their_own(dataset, url):
    spoiled = changed(dataset, "sources", "osce-2018", url=url)
    assert said(duplicates.sources_have_pages_of_their_own, spoiled) == [
        "sources.yaml:13:8: osce-2018: source-page-taken"
    ]
    assert [problem.level for problem in duplicates.sources_have_pages_of_their_own(read_as(spoiled))] == ["error"]
    confirmed = "events.yaml:18:19: 2018-dushanbe: confirmed-by-one-text"
    assert said(evidence.confirmed_takes_two_sources, spoiled) == [confirmed]


@pytest.mark.parametrize(
    "url",
    [
        "https://khovar.tj/2",
        "https://khovar.tj/1?p=2",
        "https://tj.khovar.tj/1",
        "https://khovar.tj/1/#!/2",
        "https://khovar.tj/A",
    ],
)
def test_other_pages_have_other_addresses(dataset, url):
    assert named(duplicates.sources_have_pages_of_their_own, changed(dataset, "sources", "osce-2018", url=url)) == []


def test_events_are_recorded_once(dataset):
    rule = duplicates.events_are_recorded_once
    copied = dataset.events["2018-dushanbe"].model_copy(
        update={"id": "2018-tajikistan", "label": "Copy", "title": "New"}
    )
    spoiled = replace(dataset, events={**dataset.events, "2018-tajikistan": copied})
    assert said(rule, spoiled) == ["events.yaml:1:1: 2018-tajikistan: event-recorded-twice"]
    assert [problem.level for problem in rule(read_as(spoiled))] == ["warning"]
    for other in ({"start": PartialDate(2018, 5, 2)}, {"city": "Khujand"}, {"roles": ()}, {"kind": "side-event"}):
        assert said(rule, changed(spoiled, "events", "2018-tajikistan", **other)) == []


def test_titles_are_not_repeated(dataset):
    spoiled = changed(dataset, "events", "2019-plan", title="countering terrorism")
    same = {key: getattr(dataset.sources["khovar-2018"], key) for key in ("title", "publisher", "published")}
    spoiled = changed(spoiled, "sources", "osce-2018", **same)
    assert said(duplicates.titles_are_not_repeated, spoiled) == [
        "events.yaml:52:10: 2019-plan: event-title-taken",
        "sources.yaml:11:10: osce-2018: source-title-taken",
    ]
    assert {problem.level for problem in duplicates.titles_are_not_repeated(read_as(spoiled))} == {"warning"}
    assert said(duplicates.titles_are_not_repeated, changed(dataset, "sources", "osce-2018", title=same["title"])) == []


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("delegates", "delegates", "figure-label-given-twice"),
        ("delegates", "Delegates", "figure-label-almost-given"),
        ("delegates (men)", "delegates, men", "figure-label-almost-given"),
        ("civil society", "civil-society", "figure-label-almost-given"),
        ("civil society", "civilsociety", "figure-label-almost-given"),
        ("participants", "pаrticipаnts", "figure-label-almost-given"),
        ("участники", "УЧАСТНИКИ", "figure-label-almost-given"),
        ("délégués", "de\u0301le\u0301gue\u0301s", "figure-label-almost-given"),
        ("%", "%", "figure-label-given-twice"),
        ("states", "tajikistan", None),
        ("участники", "делегаты", None),
        ("countries", "countries (another count)", None),
        ("کشورها", "دولت‌ها", None),
    ],
)
def test_figures_can_be_told_apart(dataset, first, second, again):
    figures = tuple(
        Figure(label=label, value="1", confidence="single", sources=("khovar-2018",)) for label in (first, second)
    )
    told = said(duplicates.figures_can_be_told_apart, changed(dataset, "events", "2018-dushanbe", figures=figures))
    assert [line.split(": ", 2)[2] for line in told] == ([again] if again else [])


@pytest.mark.parametrize(("name", "wrong"), [("date", True), ("figure-x", True), ("figure", True), ("figures", False)])
def test_ids_of_organizers_are_no_other_words(dataset, name, wrong):
    organizer = dataset.organizers["osce"].model_copy(update={"id": name})
    spoiled = replace(dataset, organizers={**dataset.organizers, name: organizer})
    message = f"organizers.yaml:1:1: {name}: organizer-id-means-something-else"
    assert said(duplicates.ids_of_organizers_are_no_other_words, spoiled) == ([message] if wrong else [])


def test_people_are_named_once(dataset):
    people = tuple(Person(name=name, position="Head", sources=("khovar-2018",)) for name in ("A. Bek", "B", "a bek"))
    spoiled = changed(dataset, "events", "2018-dushanbe", people=people)
    assert said(duplicates.people_are_named_once, spoiled) == ["events.yaml:1:3: 2018-dushanbe: person-named-twice"]
    assert [problem.level for problem in duplicates.people_are_named_once(read_as(spoiled))] == ["warning"]


def test_paragraphs_belong_to_declarations(dataset):
    paragraph = Paragraph(subject="A", sources=("khovar-2018",))
    spoiled = changed(dataset, "events", "2018-dushanbe", paragraphs=(paragraph,), text_read="full")
    assert said(declarations.paragraphs_belong_to_declarations, spoiled) == [
        "events.yaml:1:3: 2018-dushanbe: paragraphs-of-another-kind",
        "events.yaml:1:3: 2018-dushanbe: paragraphs-of-another-kind",
    ]
    right = changed(spoiled, "events", "2018-dushanbe", kind="declaration")
    assert [*declarations.paragraphs_belong_to_declarations(right)] == []


def test_paragraphs_say_how_much_was_read(dataset):
    rule, paragraph = declarations.paragraphs_say_how_much_was_read, Paragraph(subject="A", sources=("khovar-2018",))
    for fields, level in (
        ({"paragraphs": (paragraph,)}, "error"),
        ({"text_read": "part"}, "warning"),
        ({"paragraphs": (paragraph,), "text_read": "part"}, None),
        ({}, None),
    ):
        found = [*rule(read_as(changed(dataset, "events", "2018-dushanbe", **fields)))]
        assert [problem.level for problem in found] == ([level] if level else [])


def test_paragraphs_have_numbers_of_their_own(dataset):
    numbers = ("preamble", "preamble", None, None, "4", "5", "4.")
    paragraphs = tuple(Paragraph(number=number, subject="A", sources=("khovar-2018",)) for number in numbers)
    spoiled = changed(dataset, "events", "2018-dushanbe", paragraphs=paragraphs)
    assert levelled(declarations.paragraphs_have_numbers_of_their_own, spoiled) == [
        ("warning", 'paragraph-number-taken: "4."')
    ]


def test_delegations_are_given_once(dataset):
    names = ("State of Qatar", "OSCE", "state of qatar")
    sent = tuple(Delegation(name=name, level="minister", sources=("khovar-2018",)) for name in names)
    spoiled = changed(dataset, "events", "2018-dushanbe", delegations=sent)
    assert levelled(duplicates.delegations_are_given_once, spoiled) == [
        ("warning", 'delegation-given-twice: "state of qatar"')
    ]


@pytest.mark.parametrize(
    ("day", "dating", "told"),
    [
        (PartialDate(2018, 5, 3), "held", False),
        (PartialDate(2018, 5), "held", False),
        (PartialDate(2018, 5, 5), "held", True),
        (PartialDate(2018, 5, 2), "within", True),
        (PartialDate(2018, 6), "held", True),
        (PartialDate(2018, 5, 2), "reported", False),
        (None, "held", False),
    ],
)
def test_sessions_are_on_days_of_their_event(dataset, day, dating, told):
    sessions = Programme(items=("Opening", Session(title="First", day=day)), sources=("khovar-2018",))
    spoiled = changed(
        dataset, "events", "2018-dushanbe", sessions=sessions, dating=dating,
        start=PartialDate(2018, 5, 3), end=PartialDate(2018, 5, 4),
    )  # fmt: skip
    line = f"events.yaml:1:3: 2018-dushanbe: session-on-another-day: {day} 2018-05-03 2018-05-04"
    assert named(events.sessions_are_on_days_of_their_event, spoiled) == [line] * told


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("city", "Dushanbeh", "Dushanbe"),
        ("country", "Tadjikistan", "Tajikistan"),
        ("country", "Tajikstan", "Tajikistan"),
        ("city", "Dushanbe", None),
        ("country", "Pakistan", None),
        ("city", "Doha", None),
    ],
)
def test_places_are_spelt_alike(dataset, key, typed, meant):
    place = {"city": "Dushanbe", "country": "Tajikistan"}
    known = changed(dataset, "events", "undated-talks", **place)
    spoiled = changed(known, "events", "2018-side", **{key: typed})
    told = named(duplicates.places_are_spelt_alike, spoiled)
    assert [line.split(": ", 2)[2] for line in told] == (
        [f'place-almost-another: "{typed}" "{meant}"; if "{meant}"'] if meant else []
    )


def test_links_lead_straight_to_the_page(dataset):
    url = "https://www.google.com/url?sa=t&url=https%3A%2F%2Fosce.org%2F2%3Fa%3D1"
    spoiled = changed(dataset, "sources", "osce-2018", url=url)
    assert said(evidence.links_lead_straight_to_the_page, spoiled) == ["sources.yaml:13:8: osce-2018: link-passes-on"]
    assert (
        said(
            evidence.links_lead_straight_to_the_page,
            changed(dataset, "sources", "osce-2018", url="https://google.com/"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("name", "published", "told"),
    [
        ("qna-2026-04-02", PartialDate(2018, 4, 2), "2026-04-02"),
        ("qna-2018-04", PartialDate(2018, 5, 2), "2018-04"),
        ("qna-2018-04-02-b", PartialDate(2018, 4, 2), None),
        ("qna-2018-04-02", PartialDate(2018, 4), None),
        ("qna-2018-04-02", None, None),
        ("qna-2018", PartialDate(2019, 4, 2), None),
        ("qna-12018-04", PartialDate(2019, 4, 2), None),
    ],
)
def test_ids_of_sources_give_their_day(dataset, name, published, told):
    source = dataset.sources["khovar-2018"].model_copy(update={"id": name, "published": published})
    spoiled = replace(dataset, sources={**dataset.sources, name: source})
    line = f"sources.yaml:1:1: {name}: source-id-of-another-day: {published} {told}"
    assert named(evidence.ids_of_sources_give_their_day, spoiled) == ([line] if told else [])


@pytest.mark.parametrize(
    "placeholder",
    [
        "TODO", "todo", "To do", "TBD", "tba", "tbc", "???", "?", "unknown", "Unknown.", "(unknown)", "n/a", "N.A.",
        "n.d.", "xxx", "XXXX", "...", "…", "-", "—", "lorem ipsum dolor", "Lorem ipsum", "not known", "none", "null",
        "to be confirmed", "placeholder", "неизвестно", "Нет данных", "уточняется", "номаълум", "غير معروف", "inconnu",
        "à compléter", "à confirmer",
    ],
)  # fmt: skip
def test_texts_hold_no_placeholder(dataset, placeholder):
    spoiled = changed(dataset, "events", "2018-dushanbe", venue=placeholder, themes=(placeholder,))
    found = [(problem.code, values(problem.message)) for problem in texts.texts_hold_no_placeholder(read_as(spoiled))]
    assert found == [("text-is-placeholder", f'"{placeholder}"')] * 2
    titled = changed(dataset, "sources", "osce-2018", title=placeholder)
    assert named(texts.texts_hold_no_placeholder, titled) == [
        f'sources.yaml:11:10: osce-2018: text-is-placeholder: "{placeholder}"'
    ]


def test_what_is_still_to_be_written_is_found_inside_texts(dataset):
    spoiled = changed(dataset, "events", "2018-dushanbe", note="The venue is TBD, and ??? came.")
    assert named(texts.texts_hold_no_placeholder, spoiled) == [
        'events.yaml:1:3: 2018-dushanbe: text-not-finished: "TBD"'
    ]
    spoiled = with_article(dataset, "Qatar paid TODO [peninsula-2018].")
    assert named(texts.texts_hold_no_placeholder, spoiled) == [
        'articles/2018-dushanbe.md:1:12: 2018-dushanbe: text-not-finished: "TODO"'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Why?",
        "The day is not known.",
        "Test ban treaty",
        "None of the sources",
        "X",
        "№ 5",
        "Unknown Soldier",
        "XXX session",
        "Na",
        "3",
        "100%",
    ],
)
def test_texts_that_say_something_are_let_pass(dataset, text):
    assert (
        named(texts.texts_hold_no_placeholder, changed(dataset, "events", "2018-dushanbe", venue=text, note=text)) == []
    )


def html_code(typed: str, cured: str) -> Message:
    return say("text-with-html-code", typed=f'"{typed}"', cured=cured)


def tag(typed: str) -> Message:
    return say("text-with-tag", tag=f'"{typed}"')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Security &amp; Dushanbe", [html_code("&amp;", '"&"')]),
        ("Tajikistan&#8217;s &quot;day&quot;", [html_code("&#8217;", '"’"'), html_code("&quot;", '"""')]),
        ("one&nbsp;two", [html_code("&nbsp;", "a space")]),
        ("a &amp;amp; b", [html_code("&amp;", '"&"')]),
        ("a &amp b", [html_code("&amp", '"&"')]),
        ("&laquo;a&raquo;", [html_code("&laquo;", '"«"'), html_code("&raquo;", '"»"')]),
        ("a <b>b</b>", [tag("<b>"), tag("</b>")]),
        ("<br/>", [tag("<br/>")]),
        ('<a href="x">y', [tag('<a href="x">')]),
        ("R&D; Q&A, AT&T and a < b > c <x> &x;", []),
    ],
)  # fmt: skip
def test_texts_hold_no_html(dataset, text, told):
    spoiled = changed(dataset, "events", "2018-dushanbe", label=text)
    assert worded(texts.texts_hold_no_html, spoiled) == [f"events.yaml:3:10: 2018-dushanbe: {line}" for line in told]
    spoiled = changed(
        dataset, "events", "2018-dushanbe", sessions=Programme(items=("A", text), sources=("khovar-2018",))
    )
    assert [problem.message for problem in texts.texts_hold_no_html(read_as(spoiled))] == told
    assert {problem.level for problem in texts.texts_hold_no_html(read_as(spoiled))} <= {"warning"}
    spoiled = with_article(dataset, f"It was {text} [khovar-2018].")
    inside = [problem.message for problem in texts.texts_hold_no_html(read_as(spoiled))]
    of_codes = [message for message in told if message.code == "text-with-html-code"]
    assert inside == of_codes, "of tags in articles the rule on markup speaks"


def test_labels_are_unique(dataset):
    spoiled = changed(dataset, "events", "2019-plan", label="dushanbe 2018")
    spoiled = changed(spoiled, "organizers", "qatar", short_name="OSCE")
    assert said(events.labels_are_unique, spoiled) == [
        "events.yaml:53:10: 2019-plan: label-taken",
        "organizers.yaml:18:15: qatar: label-taken",
    ]


@pytest.mark.parametrize("label", ["Dushanbe, 2018", "Dushanbe2018", "dushanbe-2018", "Dushаnbе 2018"])
def test_labels_that_look_alike_are_told(dataset, label):
    assert named(events.labels_are_unique, changed(dataset, "events", "2019-plan", label=label)) == [
        f'events.yaml:53:10: 2019-plan: label-almost-taken: "{label}" "Dushanbe 2018" "2018-dushanbe"'
    ]


def test_kinds_fit_weights(dataset):
    rule = events.kinds_fit_weights
    assert said(rule, changed(dataset, "events", "2018-dushanbe", weight="minor")) == [
        "events.yaml:5:11: 2018-dushanbe: weight-not-of-kind"
    ]
    assert said(rule, changed(dataset, "events", "2019-plan", kind="context")) == [
        "events.yaml:55:11: 2019-plan: weight-not-of-kind"
    ]
    assert said(rule, changed(dataset, "events", "2019-plan", weight="main")) == [
        "events.yaml:55:11: 2019-plan: weight-of-another-kind"
    ]


def test_editions_number_the_conferences(dataset):
    rule = events.editions_number_the_conferences
    assert said(rule, changed(dataset, "events", "2019-plan", edition=2)) == [
        "events.yaml:51:3: 2019-plan: edition-not-of-a-conference"
    ]
    assert said(rule, changed(dataset, "events", "2018-dushanbe", edition=None)) == [
        "events.yaml:6:12: 2018-dushanbe: edition-missing"
    ]
    assert said(rule, changed(dataset, "events", "2019-plan", kind="conference", edition=1)) == [
        "events.yaml:51:3: 2019-plan: edition-taken"
    ]


def test_roles_are_given_once(dataset):
    spoiled = with_role(dataset, 1, organizer="tajikistan", role="host")
    assert said(events.roles_are_given_once, spoiled) == ["events.yaml:20:7: 2018-dushanbe: role-given-twice"]


def test_sources_belong_to_the_event(dataset):
    rule = evidence.sources_belong_to_the_event
    assert said(rule, changed(dataset, "events", "2018-dushanbe", sources=("khovar-2018", "osce-2018"))) == [
        "events.yaml:14:17: 2018-dushanbe: source-not-in-event-sources",
        "events.yaml:23:17: 2018-dushanbe: source-not-in-event-sources",
    ]
    assert said(rule, changed(dataset, "events", "2019-plan", venue_sources=("khovar-2018",))) == [
        "events.yaml:51:3: 2019-plan: source-not-in-event-sources"
    ]
    assert said(rule, changed(dataset, "events", "2019-plan", sources=("asiaplus-2022", "asiaplus-2022"))) == [
        "events.yaml:65:12: 2019-plan: source-listed-twice"
    ]


def test_sources_speak_of_their_events(dataset):
    said_of = [("2018-dushanbe", "It opens."), ("2018-dushanbe", "It ends."), ("2019-plan", "It comes.")]
    says = tuple(Statement(event=event, text=text) for event, text in said_of)
    assert named(evidence.sources_speak_of_their_events, changed(dataset, "sources", "khovar-2018", says=says)) == [
        'sources.yaml:9:9: khovar-2018: source-speaks-twice: "says" "2018-dushanbe"',
        'sources.yaml:9:9: khovar-2018: source-speaks-unlisted: "sources" "2019-plan" "khovar-2018"',
    ]
    says = (Statement(event="2019-plam", text="It comes."),)
    assert named(references.ids_are_known, changed(dataset, "sources", "khovar-2018", says=says)) == [
        'sources.yaml:9:18: khovar-2018: id-unknown-perhaps-another: "2019-plam" events.yaml; events.yaml; if "2019-plan"'
    ]


def test_listed_sources_speak(dataset):
    rule = evidence.listed_sources_speak
    spoiled = changed(dataset, "sources", "osce-2018", says=dataset.sources["osce-2018"].says[:1])
    assert named(rule, spoiled) == ['events.yaml:49:13: 2018-side: sources-silent: sources.yaml "osce-2018"; "says"']
    assert [problem.level for problem in rule(read_as(spoiled))] == ["warning"]
    mistyped = (*spoiled.sources["osce-2018"].says, Statement(event="2018-sied", text="The OSCE has it."))
    assert named(rule, changed(spoiled, "sources", "osce-2018", says=mistyped)) == []


def test_sources_that_say_nothing_are_named_together(dataset):
    rule = evidence.listed_sources_speak
    silent = dataset
    for source in ("khovar-2018", "asiaplus-2022"):
        silent = changed(silent, "sources", source, says=())
    own = [line for line in named(rule, silent) if "2018-dushanbe" in line]
    assert own == [
        'events.yaml:34:13: 2018-dushanbe: sources-silent: sources.yaml "khovar-2018" "asiaplus-2022"; "says"'
    ]
    silent = changed(silent, "sources", "osce-2018", says=())
    assert named(rule, silent)[0].endswith('sources-silent: sources.yaml "khovar-2018" 2; "says"')


def test_inferred_roles_have_notes(dataset):
    rule = events.inferred_roles_have_notes
    assert said(rule, with_role(dataset, 1, confidence="inferred")) == [
        "events.yaml:22:19: 2018-dushanbe: role-inferred-without-note"
    ]
    assert {problem.level for problem in rule(read_as(with_role(dataset, 1, confidence="inferred")))} == {"warning"}
    assert said(rule, with_role(dataset, 1, confidence="inferred", note="It paid, as hosts do.")) == []


def test_names_belong_to_one_organizer(dataset):
    rule = names.names_belong_to_one_organizer
    spoiled = changed(dataset, "organizers", "qatar", name="OSCE", other_names=("Doha", "Tajik Government"))
    assert named(rule, spoiled) == [
        'organizers.yaml:17:9: qatar: name-of-two-organizers: "OSCE" "osce"',
        'organizers.yaml:16:3: qatar: name-of-two-organizers: "Tajik Government" "tajikistan"',
    ]
    assert {problem.level for problem in rule(read_as(spoiled))} == {"error"}
    assert said(rule, changed(dataset, "organizers", "qatar", name="Qatar", other_names=("Qatar",))) == []
    assert said(rule, changed(dataset, "organizers", "qatar", short_name="OSCE")) == [], "labels_are_unique tells it"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Tajikistan was the host, and Qatar paid.", []),
        ("The Republic\nof Tajikistan and (Qatar).", []),
        ("The Tajik Government met Qataris and a xQatar.", ["qatar"]),
        ("The tajik government met the State of Qatar Airways.", ["tajikistan", "qatar"]),
        ("The OSCE was there.", ["tajikistan", "qatar"]),
        ("", ["tajikistan", "qatar"]),
        ("Tajikistan and Q\u0430tar.", []),
    ],
)
def test_organizers_are_named_in_articles(dataset, text, missing):
    problems = list(names.organizers_are_named_in_articles(read_as(with_article(dataset, text))))
    assert [problem.code for problem in problems] == ["organizer-not-named-in-article"] * len(missing)
    assert [values(problem.message).split("; ")[0] for problem in problems] == [f'"{name}"' for name in missing]
    assert {problem.level for problem in problems} <= {"warning"}


def test_a_longer_name_hides_the_shorter_ones_in_it(dataset):
    rule = names.organizers_are_named_in_articles
    spoiled = changed(dataset, "organizers", "osce", other_names=("OSCE Mission to Qatar",))
    assert named(rule, with_article(spoiled, "Tajikistan and the OSCE Mission to Qatar [osce-2018].")) == [
        'articles/2018-dushanbe.md:1:1: 2018-dushanbe: organizer-not-named-in-article: "qatar"; "Qatar"'
    ]


def test_sources_of_one_family_confirm_nothing(dataset):
    pair = ("khovar-2018", "asiaplus-2022")
    rule = evidence.confirmed_takes_two_sources
    confirmed = with_role(dataset, 0, sources=pair)
    assert named(rule, confirmed) == []
    for source in pair:
        confirmed = changed(confirmed, "sources", source, family="one-text")
    message = 'confirmed-by-one-text: "confirmed" 2; "single"'
    assert named(rule, confirmed) == [f"events.yaml:18:19: 2018-dushanbe: {message}"]


def test_claims_are_carried(dataset):
    dispute = next(iter(dataset.disputes.values()))
    claims = (dispute.claims[0].model_copy(update={"sources": ("osce-2018",)}), *dispute.claims[1:])
    silent = changed(dataset, "sources", "osce-2018", says=())
    spoiled = changed(with_article(silent, "It opens [khovar-2018]."), "disputes", dispute.id, claims=claims)
    rule = disputes.claims_are_carried
    assert named(rule, spoiled)[:1] == ['disputes.yaml:6:7: qatar-role: side-without-source: sources.yaml "says"']
    assert {level for level, _ in levelled(rule, spoiled)} == {"warning"}


def test_confirmed_takes_two_sources(dataset):
    message = 'confirmed-by-one-source: "confirmed"; "single"'
    rule = evidence.confirmed_takes_two_sources
    assert named(rule, with_role(dataset, 0, sources=("khovar-2018",))) == [
        f"events.yaml:18:19: 2018-dushanbe: {message}"
    ]
    assert named(rule, with_role(dataset, 0, sources=("khovar-2018", "khovar-2018"))) == [
        f"events.yaml:18:19: 2018-dushanbe: {message}"
    ]
    figures = tuple(
        figure.model_copy(update={"confidence": "confirmed"}) for figure in dataset.events["2018-dushanbe"].figures
    )
    assert named(rule, changed(dataset, "events", "2018-dushanbe", figures=figures)) == [
        f"events.yaml:27:19: 2018-dushanbe: {message}"
    ]


def test_disputed_takes_a_dispute(dataset):
    spoiled = with_role(dataset, 0, confidence="disputed")
    assert said(disputes.disputed_takes_a_dispute, spoiled) == [
        "events.yaml:18:19: 2018-dushanbe: role-disputed-without-dispute"
    ]
    assert [problem.level for problem in disputes.disputed_takes_a_dispute(read_as(spoiled))] == ["warning"]


def test_sides_differ(dataset):
    claims = (
        Claim(says="Yes.", sources=("osce-2018", "khovar-2018")),
        Claim(says="No.", sources=("khovar-2018", "osce-2018")),
    )
    assert said(disputes.sides_differ, changed(dataset, "disputes", "qatar-role", claims=claims)) == [
        "disputes.yaml:8:7: qatar-role: sides-with-the-same-sources"
    ]


def test_disputes_concern_something(dataset):
    spoiled = changed(dataset, "disputes", "qatar-role", concerns=("role:quatar", "figure:participant", "opening", "x"))
    none = 'dispute-concerns-nothing: "2018-dushanbe"'
    told = named(disputes.disputes_concern_something, spoiled)
    assert told[:2] == [
        f'disputes.yaml:4:14: qatar-role: {none} "role:quatar"; if "role:qatar"',
        f'disputes.yaml:4:28: qatar-role: {none} "figure:participant"; if "figure:participants"',
    ]
    assert told[2:] == [f'disputes.yaml:4:13: qatar-role: {none} "x"; date, opening, role']
    *_, last = disputes.disputes_concern_something(read_as(spoiled))
    assert last.message.endswith(": date, opening, role:tajikistan, role:qatar, figure:participants")


def test_links_lead_to_originals(dataset):
    rule = evidence.links_lead_to_originals
    assert named(rule, changed(dataset, "sources", "khovar-2018", url="https://www.mirror.example/a")) == [
        "sources.yaml:4:8: khovar-2018: link-to-mirror: mirror.example"
    ]
    assert named(rule, changed(dataset, "organizers", "tajikistan", website="http://news.mirror.example")) == [
        "organizers.yaml:6:12: tajikistan: link-to-mirror: mirror.example"
    ]
    outcomes = tuple(
        outcome.model_copy(update={"url": "https://mirror.example:443/b"})
        for outcome in dataset.events["2018-dushanbe"].outcomes
    )
    assert named(rule, changed(dataset, "events", "2018-dushanbe", outcomes=outcomes)) == [
        "events.yaml:32:12: 2018-dushanbe: link-to-mirror: mirror.example"
    ]
    assert said(rule, changed(dataset, "sources", "khovar-2018", url="https://notmirror.example/")) == []
    assert named(rule, changed(dataset, "sources", "khovar-2018", copy_at="other.example")) == [
        'sources.yaml:4:8: khovar-2018: link-beside-copy: "url" "copy_at" other.example'
    ]


def test_archived_copies_are_of_the_page(dataset):
    rule, url = evidence.archived_copies_are_of_the_page, dataset.sources["khovar-2018"].url
    wayback = "https://web.archive.org/web/2018/"

    def of(archived):
        spoiled = changed(dataset, "sources", "khovar-2018", archived=archived)
        return levelled(rule, spoiled)

    for good in (f"{wayback}{url}", f"{wayback}{url.removeprefix('https://')}", "https://archive.ph/AbC12"):
        assert of(good) == []
        spoiled = changed(dataset, "sources", "khovar-2018", url=good)
        assert named(evidence.links_lead_straight_to_the_page, spoiled) == (
            []
            if "archive.ph" in good
            else [f'sources.yaml:4:8: khovar-2018: source-link-to-archive: "{url}" "archived"']
        )
    assert of(url) == [("error", "archive-unknown: khovar.tj; web.archive.org archive.ph")]
    assert of("https://www.mirror.example/a") == [
        ("error", "archive-is-mirror: mirror.example; web.archive.org archive.ph")
    ]
    plain = f"{wayback}{url}".replace("https://web", "http://web")
    assert of(plain) == [("error", f'archive-not-https: "{wayback}{url}"')]
    assert of(f"https://web.archive.org/web/*/{url}") == [("error", "archive-lists-copies")]
    assert of(f"https://web.archive.org/web/2018*/{url}") == [("error", "archive-lists-copies")]
    assert of(f"{wayback}https://mirror.example/a") == [("error", "archive-of-mirror: mirror.example")]
    assert of(f"{wayback}https://osce.org/a") == [("error", 'archive-of-another-page: "https://osce.org/a" "url"')]
    assert of(f"{wayback}https://eng.khovar.tj/b") == [
        ("warning", 'archive-of-another-page: "https://eng.khovar.tj/b" "url"')
    ]
    without = changed(dataset, "sources", "khovar-2018", url=None, archived=f"{wayback}https://osce.org/a")
    assert named(rule, without) == []


def test_sources_are_not_from_the_future(dataset):
    rule = evidence.sources_are_not_from_the_future
    assert said(rule, changed(dataset, "sources", "khovar-2018", published=PartialDate(2023, 1))) == [
        "sources.yaml:5:14: khovar-2018: day-after-update-perhaps-wrong"
    ]
    assert said(rule, changed(dataset, "sources", "khovar-2018", published=PartialDate(2022))) == []


def test_sources_are_of_our_time(dataset):
    spoiled = changed(dataset, "sources", "khovar-2018", published=PartialDate(123))
    assert said(evidence.sources_are_of_our_time, spoiled) == ["sources.yaml:5:14: khovar-2018: source-long-ago"]


def test_sources_are_read_after_they_appear(dataset):
    rule = evidence.sources_are_read_after_they_appear
    assert said(rule, changed(dataset, "sources", "khovar-2018", accessed=PartialDate(2018, 5, 2))) == [
        "sources.yaml:1:3: khovar-2018: source-read-before-published"
    ]
    assert said(rule, changed(dataset, "sources", "khovar-2018", accessed=PartialDate(2018))) == []


def test_events_have_articles(folder):
    (folder / "articles" / "2018-side.md").rename(folder / "articles" / "2018-sides.md")
    reading, _ = store.load(folder)
    assert [(problem.level, in_short(problem)) for problem in articles.events_have_articles(reading)] == [
        ("warning", "data/events.yaml:36:3: 2018-side: article-missing: data/articles/2018-side.md"),
        (
            "error",
            'data/articles/2018-sides.md:1:1: 2018-sides: article-of-unknown-event: "2018-sides" events.yaml; if 2018-side.md',
        ),
    ]


def test_citations_are_known(dataset):
    text = "One [khovar-2018]. Two\n[khovar-2019]. Three [xyz-2018].\n\nFour [osce-2018"
    assert named(articles.citations_are_known, with_article(dataset, text)) == [
        'articles/2018-dushanbe.md:2:1: 2018-dushanbe: id-unknown-perhaps-another: "[khovar-2019]" sources.yaml; sources.yaml; if "[khovar-2018]"',
        'articles/2018-dushanbe.md:2:22: 2018-dushanbe: id-unknown: "[xyz-2018]" sources.yaml; sources.yaml',
        'articles/2018-dushanbe.md:4:6: 2018-dushanbe: citation-not-closed: "osce-2018"; "]"',
    ]
    spoiled = changed(dataset, "events", "2018-side", sources=("khovar-2018",))
    assert named(articles.citations_are_known, spoiled) == [
        'articles/2018-side.md:1:47: 2018-side: citation-not-in-event-sources: "[osce-2018]" "sources"; events.yaml'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One [khovar-2018]. Two [khovar-2018] [osce-2018].",
        "One [khovar-2018][osce-2018].\nTwo [khovar-2018].",
        "One by the OSCE [osce-2018], another by the press [khovar-2018].",
        'The U.S. and Gen. Smith said, "We agreed. It goes on" [khovar-2018].',
        "## Heading\n\nOne at 3.5 per cent [khovar-2018].\n",
        "",
    ],
)
def test_sentences_with_sources_are_let_pass(dataset, text):
    assert named(articles.sentences_are_cited, with_article(dataset, text)) == []


def stop(place: str, code: str, cured: str) -> str:
    message = say(code, cured=f'"{cured}"')
    return f"{place}: 2018-dushanbe: {message}"


def without_source(place: str, words: str) -> str:
    return f"{place}: 2018-dushanbe: {say('sentence-without-source', words=words)}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One.", [without_source("1:1", '"One."')]),
        ("One [khovar-2018]. Two.", [without_source("1:20", '"Two."')]),
        ("They agreed. They left [khovar-2018].", [without_source("1:1", '"They agreed."')]),
        (
            "One [khovar-2018].\n\nThey agreed.\nThey left.",
            [without_source("3:1", '"They agreed."'), without_source("4:1", '"They left."')],
        ),
        ("One [khovar-2018].\n  \n Two", [without_source("3:2", '"Two"')]),
    ],
)
def test_sentences_are_cited(dataset, text, told):
    assert worded(articles.sentences_are_cited, with_article(dataset, text)) == [
        f"articles/2018-dushanbe.md:{line}" for line in told
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One [khovar-2018]", [stop("1:1", "full-stop-missing", "One [khovar-2018].")]),
        (
            "One [khovar-2018] [osce-2018]\n\nTwo [osce-2018].",
            [stop("1:1", "full-stop-missing", "One [khovar-2018] [osce-2018].")],
        ),
        ("One. [khovar-2018]", [stop("1:4", "full-stop-before-citation", "One [khovar-2018].")]),
        ("One.[khovar-2018]\n", [stop("1:4", "full-stop-before-citation", "One [khovar-2018].")]),
        (
            "One. [khovar-2018] Two. [osce-2018] [khovar-2018]",
            [
                stop("1:4", "full-stop-before-citation", "One [khovar-2018]."),
                stop("1:23", "full-stop-before-citation", "Two [osce-2018] [khovar-2018]."),
            ],
        ),
        (
            "They met in the capital of the country. [khovar-2018] They left [osce-2018].",
            [stop("1:39", "full-stop-before-citation", "…capital of the country [khovar-2018].")],
        ),
        ('He said, "We left." [khovar-2018]', [stop("1:1", "full-stop-missing", 'He said, "We left." [khovar-2018].')]),
        ("One [khovar-2018]..", [stop("1:1", "full-stop-among-signs", "One [khovar-2018].")]),
        ("One [khovar-2018],", [stop("1:1", "full-stop-among-signs", "One [khovar-2018].")]),
        ("They went to the U.S. [khovar-2018] and came back [osce-2018].", []),
        ("They went to the U.S. [khovar-2018].", []),
        ("See [[khovar-2018]].", []),
        ("# Title\n\n<!-- note -->\n\n---\n\n|a|\n\nTitle\n=====\n\nOne [khovar-2018].", []),
    ],
)
def test_a_full_stop_stands_after_the_brackets(dataset, text, told):
    assert worded(articles.sentences_are_cited, with_article(dataset, text)) == [
        f"articles/2018-dushanbe.md:{line}" for line in told
    ]


@pytest.mark.parametrize("between", [", ", "; ", " ", ",", " and "])
def test_each_source_has_its_own_brackets(dataset, between):
    text = f"One [khovar-2018{between}osce-2018]."
    typed, cured = f'"[khovar-2018{between}osce-2018]"', '"[khovar-2018] [osce-2018]"'
    message = say("citation-of-several-ids", typed=typed, number=2, cured=cured)
    assert worded(articles.citations_are_known, with_article(dataset, text)) == [
        f"articles/2018-dushanbe.md:1:5: 2018-dushanbe: {message}"
    ]


@pytest.mark.parametrize(
    ("text", "place", "typed", "cured"),
    [
        ("It opened (khovar-2018).", "1:11", '"(khovar-2018)"', "[khovar-2018]"),
        ("It {khovar-2018} opened [osce-2018].", "1:4", '"{khovar-2018}"', "[khovar-2018]"),
        ("It opened <khovar-2018>.", "1:11", '"<khovar-2018>"', "[khovar-2018]"),
        ("It opened （khovar-2018）.", "1:11", '"（khovar-2018）"', "[khovar-2018]"),
        ("It opened, see khovar-2018.", "1:16", '"khovar-2018"', "[khovar-2018]"),
        ("It opened (see khovar-2018).", "1:16", '"khovar-2018"', "[khovar-2018]"),
        (
            "It opened (khovar-2018; osce-2018).",
            "1:11",
            '"(khovar-2018; osce-2018)"',
            "[khovar-2018] [osce-2018]",
        ),
    ],
)
def test_sources_stand_in_square_brackets(dataset, text, place, typed, cured):
    (problem,) = articles.sources_stand_in_square_brackets(read_as(with_article(dataset, text)))
    assert told_in(problem) == (f"articles/2018-dushanbe.md:{place}: 2018-dushanbe: citation-without-square-brackets")
    assert problem.message.startswith(f"{typed} ")
    assert f'; write "{cured}"' in problem.message
    told = [line for line in named(articles.sentences_are_cited, with_article(dataset, text)) if "see" not in text]
    assert told == [], "one mistake is one line"


@pytest.mark.parametrize(
    "text", ["It opened [khovar-2018].", "In mid-2018 (see osce-2019) [osce-2018].", "https://khovar.tj/khovar-2018"]
)
def test_other_words_in_round_brackets_are_let_pass(dataset, text):
    assert named(articles.sources_stand_in_square_brackets, with_article(dataset, text)) == []


def test_brackets_do_not_stand_in_brackets(dataset):
    text = "One [[khovar-2018]]. Two [[khovar-2018] [osce-2018]]. Three [it](x) [osce-2018]."
    assert named(articles.citations_are_known, with_article(dataset, text)) == [
        'articles/2018-dushanbe.md:1:5: 2018-dushanbe: citation-in-two-brackets: "[khovar-2018]"',
        "articles/2018-dushanbe.md:1:26: 2018-dushanbe: citation-with-two-brackets",
    ]


def test_articles_hold_sentences(dataset):
    told = ["articles/2018-dushanbe.md:1:1: 2018-dushanbe: article-without-sentences"]
    assert said(articles.articles_hold_sentences, with_article(dataset, "## Who came\n\n## Who paid\n")) == told
    assert said(articles.articles_hold_sentences, with_article(dataset, "## Who came\n\nAll [osce-2018].\n")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "---\nlayout: page\n---",
            '1:1: 2018-dushanbe: article-with-front-matter: "---"; "---"',
        ),
        (
            "# Dushanbe 2018",
            '1:1: 2018-dushanbe: article-with-title: "## Dushanbe 2018"',
        ),
        ("### Who came", '1:1: 2018-dushanbe: heading-with-more-signs: "## "; "## Who came"'),
        ("##Who came", '1:1: 2018-dushanbe: heading-without-space: "##"; "## Who came"'),
        ("##", "1:1: 2018-dushanbe: heading-without-words"),
        (
            "Who came\n--------",
            '1:1: 2018-dushanbe: heading-with-line-below: "## Who came"',
        ),
        ("One [a].\n\n---", '3:1: 2018-dushanbe: article-with-ruler: "---"'),
        ("|a|b|\n|-|-|", "1:1: 2018-dushanbe: article-with-table"),
        ("<!-- note -->", "1:1: 2018-dushanbe: article-with-comment"),
        ("One <!-- note --> two [a].", "1:5: 2018-dushanbe: article-with-comment"),
        (
            "- One [a].\n- Two [a].",
            '1:1: 2018-dushanbe: article-with-list: "-"',
        ),
        ("* One [a].", '1:1: 2018-dushanbe: article-with-list: "*"'),
        ("1. One [a].", '1:1: 2018-dushanbe: article-with-list: "1."'),
        (
            "> One [a].",
            '1:1: 2018-dushanbe: article-with-block-quotation: ">"',
        ),
        (
            "See [the page](https://khovar.tj/1) [a].",
            '1:5: 2018-dushanbe: article-with-link: "the page" khovar-2018',
        ),
        (
            "See https://example.org/x, [a].",
            "1:5: 2018-dushanbe: article-with-address",
        ),
        (
            "See https://khovar.tj/1.",
            "1:5: 2018-dushanbe: article-with-address: khovar-2018",
        ),
        ("A <br> b [a].", '1:3: 2018-dushanbe: article-with-tag: "<br>"'),
        ("A **b** [a].", '1:3: 2018-dushanbe: article-with-emphasis: "**"'),
        ("A _b_ [a].", '1:3: 2018-dushanbe: article-with-emphasis: "_"'),
    ],
)
def test_articles_have_no_other_markup(dataset, text, told):
    assert named(forms.articles_have_no_other_markup, with_article(dataset, text)) == [
        f"articles/2018-dushanbe.md:{told}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Who came\n\nOne [a].",
        "On 18 and\n19 October he came [a].",
        "No. 5 of 2018 * 3 < 4 and a_b_c [a].",
        "The host – Tajikistan – came\n- and went [a].",
        "2018 was a year [a].",
    ],
)
def test_paragraphs_and_headings_are_let_pass(dataset, text):
    assert named(forms.articles_have_no_other_markup, with_article(dataset, text)) == []


def test_headings_stand_alone(dataset):
    text = "One [khovar-2018].\n\n## Heading\nTwo [khovar-2018].\n\n## Other\n\nThree [khovar-2018]."
    assert named(articles.headings_stand_alone, with_article(dataset, text)) == [
        'articles/2018-dushanbe.md:3:1: 2018-dushanbe: heading-without-empty-line: "Heading"'
    ]


def test_problems_come_in_the_order_of_files_and_lines(dataset):
    spoiled = changed(dataset, "organizers", "qatar", short_name="OSCE", other_names=("Qatar",))
    spoiled = changed(spoiled, "events", "2019-plan", label="Dushanbe 2018", weight="main")
    places = [(problem.path, problem.line) for problem in checks.check(read_as(spoiled))]
    assert places == [("tiny/events.yaml", 53), ("tiny/events.yaml", 55), ("tiny/organizers.yaml", 18)]


def withdrawn(dataset: Dataset, name: str, instead: str | None = None, on: str = "2022-12-31") -> Dataset:
    """Withdraw an event."""
    events = dict(dataset.events)
    note = Withdrawn(on=on, why="It was another series.", instead=instead)
    record = events.pop(name).model_copy(update={"withdrawn": note})
    return replace(dataset, events=events, withdrawn={**dataset.withdrawn, ("events.yaml", name): record})


def noted(dataset: Dataset, **fields) -> Dataset:
    """Add a change to the list."""
    change = Change(**{"on": "2022-12-31", "what": "corrected", "why": "It was wrong."} | fields)
    return replace(dataset, changes={**dataset.changes, f"record {len(dataset.changes) + 1}": change})


def test_aliases_belong_to_one_record(dataset):
    rule = lineage.aliases_belong_to_one_record
    spoiled = changed(dataset, "events", "2019-plan", aliases=("2019-steps", "2018-side"))
    spoiled = changed(spoiled, "events", "undated-talks", aliases=("2019-steps",))
    spoiled = changed(spoiled, "organizers", "osce", aliases=("2018-side",))
    assert named(rule, spoiled) == [
        'events.yaml:51:3: 2019-plan: alias-is-an-id: "2018-side"',
        'events.yaml:67:3: undated-talks: alias-taken: "2019-steps" "2019-plan"',
    ]


def test_withdrawn_records_lead_on(dataset):
    rule = lineage.withdrawn_records_lead_on
    assert named(rule, withdrawn(dataset, "2019-plan")) == []
    assert named(rule, withdrawn(dataset, "2019-plan", "2018-side")) == []
    assert named(rule, withdrawn(withdrawn(dataset, "2019-plan", "2018-side"), "2018-side", "2018-dushanbe")) == []
    assert named(rule, withdrawn(dataset, "2019-plan", "2018-sied")) == [
        'events.yaml:51:3: 2019-plan: instead-unknown: "2018-sied" events.yaml; "instead"'
    ]
    assert named(rule, withdrawn(dataset, "2019-plan", "2019-plan")) == [
        'events.yaml:51:3: 2019-plan: instead-leads-nowhere: "2019-plan"; "instead"'
    ]
    round_ = withdrawn(withdrawn(dataset, "2019-plan", "2018-side"), "2018-side", "2019-plan")
    assert len(named(rule, round_)) == 2


def test_what_was_withdrawn_or_renamed_is_not_named_by_what_was_not(dataset):
    rule = references.ids_are_known
    assert named(rule, withdrawn(dataset, "2018-dushanbe", "2018-side")) == [
        'events.yaml:41:11: 2018-side: id-withdrawn-for-another: "2018-dushanbe" 2022-12-31; "2018-side"',
        'disputes.yaml:2:10: qatar-role: id-withdrawn-for-another: "2018-dushanbe" 2022-12-31; "2018-side"',
    ]
    assert named(rule, withdrawn(dataset, "2018-dushanbe"))[0] == (
        'events.yaml:41:11: 2018-side: id-withdrawn: "2018-dushanbe" 2022-12-31'
    )
    renamed = changed(dataset, "events", "2018-dushanbe", aliases=("2018-first",))
    assert named(rule, changed(renamed, "events", "2018-side", parent="2018-first")) == [
        'events.yaml:41:11: 2018-side: id-renamed: "2018-first" "2018-dushanbe"; "2018-dushanbe"'
    ]


def test_what_was_deleted_is_not_taken_for_a_neighbour(dataset):
    events = {name: event for name, event in dataset.events.items() if name != "2018-side"}
    places = {path: place for path, place in READING.places.items() if path[:2] != ("events.yaml", "2018-side")}
    dispute = dataset.disputes["qatar-role"].model_copy(update={"event": "2018-side"})
    spoiled = replace(dataset, events=events, disputes={"qatar-role": dispute})
    assert said(references.ids_are_known, spoiled, places=places) == [
        "sources.yaml:18:59: osce-2018: id-lost",
        "disputes.yaml:2:10: qatar-role: id-lost",
    ]
    assert said(articles.events_have_articles, spoiled, places=places) == [
        "articles/2018-side.md:1:1: 2018-side: id-lost"
    ]


def test_a_series_may_have_no_article_and_no_list_of_changes(folder):
    shutil.rmtree(folder / "articles")
    (folder / "CHANGES.yaml").unlink()
    assert [str(problem) for problem in checks.read(folder)[1]] == []


def test_a_withdrawn_record_may_name_whatever_it_named_and_keeps_its_article(dataset):
    dataset = noted(withdrawn(dataset, "2018-side", "2018-dushanbe"), what="withdrawn", events=["2018-side"])
    assert "2018-side" in {said.event for said in dataset.sources["osce-2018"].says}
    assert checks.check(read_as(dataset)) == ()


def test_changes_name_records(dataset):
    rule = lineage.changes_name_records
    assert named(rule, noted(dataset, events=["2019-plan"], process=True)) == []
    assert named(rule, noted(withdrawn(dataset, "2019-plan"), events=["2019-plan"])) == []
    assert (
        named(rule, noted(changed(dataset, "events", "2019-plan", aliases=("2019-steps",)), events=["2019-steps"]))
        == []
    )
    assert named(rule, noted(dataset)) == ["CHANGES.yaml:1:1: record 2: change-of-nothing"]
    assert named(rule, noted(dataset, sources=["khovar-2018", "kuna"])) == [
        'CHANGES.yaml:1:1: record 2: change-id-unknown: "kuna" sources.yaml; if "aliases: [kuna]"; if "withdrawn"'
    ]


def test_a_slip_in_the_list_of_changes_is_no_reason_for_an_alias(dataset):
    rule = lineage.changes_name_records
    assert named(rule, noted(dataset, events=["2018-dushambe"])) == [
        'CHANGES.yaml:1:1: record 2: change-id-unknown: "2018-dushambe" events.yaml; if "2018-dushanbe"; if "aliases: [2018-dushambe]"; if "withdrawn"'
    ]
    assert named(rule, noted(dataset, events=["khovar-2018"])) == [
        'CHANGES.yaml:1:1: record 2: change-id-in-another-file: "khovar-2018" sources.yaml events.yaml; "sources"'
    ]
    added = replace(dataset, events={**dataset.events, "2020-geneva": dataset.events["2019-plan"]})
    assert named(rule, noted(added, what="added", events=["2020-genva"])) == [
        'CHANGES.yaml:1:1: record 2: change-id-unknown: "2020-genva" events.yaml; if "2020-geneva"; if "aliases: [2020-genva]" "2020-geneva"; if "withdrawn"'
    ]


def test_what_was_deleted_is_no_slip_for_what_stands_beside_it_or_is_named_elsewhere(dataset):
    rule = lineage.changes_name_records
    beside = noted(dataset, events=["2018-dushanbe", "2018-dushambe"])
    named_in_it = '"2018-dushambe" events.yaml; if "aliases: [2018-dushambe]"; if "withdrawn"'
    assert named(rule, beside)[0] == f"CHANGES.yaml:1:1: record 2: change-id-unknown: {named_in_it}"
    twice = noted(noted(dataset, events=["2018-dushambe"]), events=["2018-dushambe"])
    assert named(rule, twice) == [
        f"CHANGES.yaml:1:1: record {number}: change-id-lost: {named_in_it}" for number in (2, 3)
    ]
    parent = changed(dataset, "events", "2018-side", parent="2018-dushambe")
    assert named(rule, noted(parent, events=["2018-dushambe"]))[0] == (
        f"CHANGES.yaml:1:1: record 2: change-id-lost: {named_in_it}"
    )


def test_changes_cover_records(dataset):
    rule = lineage.changes_cover_records
    added = dict(dataset.organizers) | {"kuwait": dataset.organizers["qatar"].model_copy(update={"id": "kuwait"})}
    spoiled = withdrawn(replace(dataset, organizers=added), "2019-plan")
    assert named(rule, spoiled) == [
        'events.yaml:51:3: 2019-plan: change-missing-for-withdrawn-record: CHANGES.yaml; "on: 2022-12-31" "what: withdrawn" "events: [2019-plan]"',
        'organizers.yaml:1:1: kuwait: change-missing-for-new-record: CHANGES.yaml; "organizers: [kuwait]"',
    ]  # fmt: skip
    assert {problem.level for problem in rule(read_as(spoiled))} == {"warning"}
    told = noted(noted(spoiled, what="added", organizers=["kuwait"]), what="withdrawn", events=["2019-plan"])
    assert named(rule, told) == []
    late = noted(told, what="withdrawn", events=["2019-plan"], on="2022-12-30")
    assert said(rule, withdrawn(late, "2018-side", on="2022-12-30"))[0] == (
        "events.yaml:36:3: 2018-side: change-missing-for-withdrawn-record"
    )
    without = {place: where for place, where in READING.places.items() if place != ("CHANGES.yaml",)}
    assert named(rule, spoiled, places=without) == []


def test_changes_are_not_from_the_future(dataset):
    rule = lineage.changes_are_not_from_the_future
    assert said(rule, noted(dataset, events=["2019-plan"], on="2023")) == [
        "CHANGES.yaml:1:1: record 2: day-after-update-perhaps-wrong"
    ]
    assert said(rule, noted(dataset, events=["2019-plan"], on="2022")) == []
    assert said(rule, replace(noted(dataset, events=["2019-plan"], on="2023"), process=None)) == []


def test_what_is_after_today_is_a_mistake_and_no_reason_to_change_the_day_of_the_data(dataset):
    today = date(2022, 12, 31)
    future = noted(dataset, events=["2019-plan"], on="2023")

    def told(rule, dataset: Dataset, day: date) -> list[str]:
        return [in_short(problem).removeprefix("tiny/") for problem in rule(read_as(dataset), day)]

    rule = lineage.changes_are_not_from_the_future
    assert told(rule, future, today) == ["CHANGES.yaml:1:1: record 2: day-after-today: 2023 2022-12-31"]
    assert told(rule, future, date(2023, 5, 1)) == [
        'CHANGES.yaml:1:1: record 2: day-after-update: 2023 2022-12-31 "updated" process.yaml; "updated" 2023'
    ]
    source = changed(dataset, "sources", "khovar-2018", published=PartialDate(2023, 1))
    assert told(evidence.sources_are_not_from_the_future, source, today) == [
        "sources.yaml:5:14: khovar-2018: day-after-today: 2023-01 2022-12-31"
    ]
    rule = lineage.data_is_not_from_the_future
    assert told(rule, dataset, today) == []
    assert told(rule, dataset, date(2022, 12, 30)) == [
        "process.yaml:5:10: process: updated-after-today: 2022-12-31 2022-12-30"
    ]


def test_rules_are_told_what_day_it_is(dataset):
    assert [one.rule for one in checks.check(read_as(dataset), date(2022, 12, 30))] == ["data_is_not_from_the_future"]
    assert checks.check(read_as(dataset), date(2022, 12, 31)) == ()


def test_changes_stand_in_order(dataset):
    rule = lineage.changes_stand_in_order
    assert said(rule, noted(dataset, events=["2019-plan"], on="2022-12-31")) == []
    assert said(rule, noted(dataset, events=["2019-plan"], on="2022")) == [], "it may be the same day"
    assert said(rule, noted(dataset, events=["2019-plan"], on="2022-11")) == [
        "CHANGES.yaml:1:7: record 1: changes-not-in-order"
    ]


def test_changes_give_reasons(dataset):
    rule = lineage.changes_give_reasons
    assert said(rule, noted(dataset, events=["2019-plan"], why="…")) == [
        "CHANGES.yaml:1:1: record 2: change-without-reason"
    ]
    assert said(rule, noted(dataset, events=["2019-plan"], why="Ошибка")) == []


def test_every_problem_names_the_rule_that_found_it(dataset):
    found = checks.check(read_as(changed(dataset, "events", "2019-plan", label="Dushanbe 2018")))
    assert [problem.rule for problem in found] == ["labels_are_unique"]
    assert "labels_are_unique" in {rule.__name__ for rule in checks.RULES}


def test_sources_are_named_by_lists_of_sources_alone(dataset):
    changed_event = {"id": "sources", "date_sources": ("khovar-2018",)}
    event = dataset.events["2018-dushanbe"].model_copy(update=changed_event)
    named = list(findings.sources_named(event, ("events.yaml", "sources")))
    assert {key for (*_, key, _), _ in named} == {"sources", "date_sources"}
    assert {source for _, source in named} <= set(dataset.sources)
