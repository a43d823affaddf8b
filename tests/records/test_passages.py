"""Which sentence of an article states a role, a figure or the date; and that a person has read them all."""
# ruff: noqa: E501 - sentences are whole, to be compared by eye.

from dataclasses import replace

import pytest

from dashboard import checks, store
from dashboard.checks import articles, names
from dashboard.records.dates import PartialDate
from dashboard.records.evidence import facts
from dashboard.records.model import Article, Event, Figure, Organizer, Role
from dashboard.records.names import Names
from dashboard.records.passages import names_of, passages, sentences, sentences_of, without_marks
from tests import passages as read_once
from tests import real
from tests.told import message_in_short

READ = {folder: store.load(folder)[0] for folder in read_once.FILES}
DATASET = READ[real.DATA].dataset

STATES = (
    Organizer(id="kuwait", name="State of Kuwait", short_name="Kuwait", kind="state", other_names=("Government of Kuwait",)),
    Organizer(
        id="tajikistan", name="Republic of Tajikistan", short_name="Tajikistan", kind="state",
        other_names=("Government of Tajikistan", "Tajik government"),
    ),
    Organizer(id="sudan", name="Republic of the Sudan", short_name="Sudan", kind="state"),
    Organizer(id="un", name="United Nations", short_name="UN", kind="united-nations"),
    Organizer(id="osce", name="Organization for Security and Co-operation", short_name="OSCE", kind="regional-organization"),
)  # fmt: skip
NAMES = Names(STATES, ["United Nations Global Strategy", "Kuwait Declaration"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kuwait was host, with the UN.", {"kuwait", "un"}),
        ("The host was Kuwait.", {"kuwait"}),
        ("It was organized by the Government of Tajikistan, the OSCE (Vienna) and Kuwait/UN.", {"tajikistan", "osce", "kuwait", "un"}),
        ("On 3 May Kuwait opened it; UN help came.", {"kuwait", "un"}),
        ("On behalf of Tajikistan the visitor spoke.", {"tajikistan"}),
        ("Money came from the Government of Kuwait.", {"kuwait"}),
        ("The meeting was held in Kuwait City.", set()),
        ("It met in Kuwait, in the State of Kuwait and in the Republic of Tajikistan.", set()),
        ("A report from Tajikistan said so.", set()),
        ("The Kuwait News Agency (KUNA) and Kuwait Airways said so.", set()),
        ("The panel met at the National Library of Tajikistan.", set()),
        ("The Embassy of the Republic of Tajikistan lists it.", set()),
        ("South Sudan hosted it, and Sudan came.", {"sudan"}),
        ("The South Sudan meeting.", set()),
        ("A UN-led, Kuwait-based, non-UN body.", set()),
        ("Kuwait's capital and the UN's charter.", set()),
        ("See UN.org, www.UN.example and @UN.", set()),
        ("It carries out the United Nations Global Strategy and the Kuwait Declaration.", set()),
        ('It was called "Kuwait and the UN" and «UN» and “the OSCE”.', set()),
        ("Kuwaiti, UNO, xUN and UN_x.", set()),
        ("kuwait and un in lower case.", set()),
    ],
)  # fmt: skip
def test_a_name_inside_another_name_is_not_the_organizer(text, named):
    assert NAMES.named(text) == named


def test_the_longest_name_wins_and_a_name_is_text_and_no_pattern():
    odd = Organizer(id="odd", name="Q.(a|t)[a]r+", short_name="$&", kind="state", other_names=("Q.", "l’Est"))
    found = Names([odd]).within("Q.(a|t)[a]r+, $&, Qx(a and l'Est")
    assert [mention[:2] for mention in found] == [(0, 12), (14, 16), (27, 32)]


def event(**fields) -> Event:
    return Event(
        **{"id": "2024-kuwait", "title": "T", "label": "L", "kind": "conference", "weight": "main", "sources": ("a", "b")}
        | fields
    )  # fmt: skip


def role(organizer: str = "kuwait", kind: str = "host", source: str = "a") -> Role:
    return Role(organizer=organizer, role=kind, confidence="single", sources=(source,))


def lit(one: Event, text: str) -> list[str | None]:
    """Give the sentence that is highlighted for each fact of an event."""
    cut = [sentence.text for sentence in sentences_of(text)]
    return [None if number is None else cut[number] for number in passages(facts(one), text, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met in Kuwait City [a].", None),
        ("Kuwait was there [b].", None),
        ("Kuwait was there [a].", "Kuwait was there [a]."),
        ("It met in Kuwait City [a]. Kuwait was host [b]. Kuwait was there [b] [a].", "Kuwait was there [b] [a]."),
        ("Kuwait was there [a]. Kuwait hosted it [a]. Kuwait went [a].", "Kuwait hosted it [a]."),
        ("The text is by an agency of the State of Kuwait [a].", None),
        (
            "The guests thanked the host, Kuwait [b], for it [a].",
            "The guests thanked the host, Kuwait [b], for it [a].",
        ),
        ("Kuwait hosted it [a]. The Amir opened it {role:kuwait} [a].", "The Amir opened it [a]."),
        ("The Amir opened it [a] {role:kuwait}. More [a].", "The Amir opened it [a]."),
        ("The Amir opened it {role:kuwait} [b]. More [a].", None),
        ("## Kuwait\n\nIt\nmet [a].\n\nThe State\n  of Kuwait paid [a].", "The State of Kuwait paid [a]."),
    ],
)
def test_the_passage_of_a_role(text, expected):
    assert lit(event(roles=(role(),)), text) == [expected]


@pytest.mark.parametrize(
    ("label", "value", "text", "expected"),
    [
        ("participants", "more than 1,200", "Some 1200 participants came [a].", "Some 1200 participants came [a]."),
        ("participants", "1200", "On day 1, 200 participants came [a].", None),
        ("participants", "400", "They drove 400 km [a].", None),
        ("participants", "3", "It opened on 3 May [a-3]. Three participants came [a].", "Three participants came [a]."),
        ("states", "46", "The report of 46 pages [a]. It has 46 states [a].", "It has 46 states [a]."),
        ("participants", "several hundred", "Several hundred participants [a].", "Several hundred participants [a]."),
        ("участники", "50", "50 участников [a].", "50 участников [a]."),
        ("people", "25", "It was run for 25 officials {figure:people} [a].", "It was run for 25 officials [a]."),
    ],
)  # fmt: skip
def test_the_passage_of_a_figure(label, value, text, expected):
    figure = Figure(label=label, value=value, confidence="single", sources=("a",))
    assert lit(event(figures=(figure,)), text) == [expected]


@pytest.mark.parametrize(
    ("start", "end", "text", "expected"),
    [
        ("2018-05-03", "2018-05-04", "On 3 and 4 May 2018 [a].", "On 3 and 4 May 2018 [a]."),
        ("2018-05-03", "2018-05-04", "On 3 May [a]. From 3–4 May [a].", "From 3–4 May [a]."),
        ("2018-05-03", None, "On 13 May, 3 June and 3 May 2019 [a].", None),
        ("2018-05-03", None, "May 3, 2018 was the day [a].", "May 3, 2018 was the day [a]."),
        ("2018-05", None, "In May 2018 [b]. In May [a].", "In May [a]."),
        ("2018", None, "In 2018 [a].", "In 2018 [a]."),
        (None, None, "No day is known [a].", None),
        (None, None, "No day is known {date} [a].", "No day is known [a]."),
    ],
)
def test_the_passage_of_a_date(start, end, text, expected):
    days = {key: PartialDate.parse(day) for key, day in (("start", start), ("end", end)) if day}
    assert lit(event(date_sources=("a",), **days), text) == [expected]


def test_marks_are_cut_out_of_sentences_and_of_what_is_searched():
    text = "One {role:osce} [a]. Two [b] {figure:a\nb}{date}. {x} three [a]."
    assert [(one.text, one.marks) for one in sentences(text)] == [
        ("One [a].", ("role:osce",)),
        ("Two [b].", ("figure:a b", "date")),
        ("{x} three [a].", ()),
    ]
    assert without_marks(text) == "One [a]. Two [b]. {x} three [a]."


def test_check_and_article_agree_on_kuwait_city(reading):
    dataset = reading.dataset
    kuwait = dataset.organizers["qatar"].model_copy(update={"name": "State of Kuwait", "short_name": "Kuwait"})
    spoiled = replace(dataset, organizers={**dataset.organizers, "qatar": kuwait})

    rule = names.organizers_are_named_in_articles

    def told(text: str) -> list[str]:
        article = Article(event="2018-dushanbe", text=f"Tajikistan was host [khovar-2018]. {text}")
        changed = replace(spoiled, articles={"2018-dushanbe": article})
        conference = changed.events["2018-dushanbe"]
        matcher = names_of(changed.organizers.values(), changed.events.values())
        stated = passages(facts(conference), article.text, matcher)
        has_passage = stated[[fact.key for fact in facts(conference)].index("qatar")] is not None
        problems = [one for one in rule(replace(reading, dataset=changed)) if '"qatar"' in one.message]
        assert has_passage == (problems == [])
        return [message_in_short(problem) for problem in problems]

    assert told("The meeting was held in Kuwait City [peninsula-2018].") == [
        'organizer-not-named-in-article: "qatar"; "Kuwait"'
    ]
    assert told("Kuwait paid [khovar-2018].") == ['organizer-not-cited-in-article: "qatar"; "{role:qatar}"']
    assert told("Kuwait paid [peninsula-2018].") == []
    assert told("The Amir paid {role:qatar} [peninsula-2018].") == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Qatar paid {role:qatar} [peninsula-2018].", []),
        ("It met {figure:participants} [khovar-2018] {role:tajikistan}.", []),
        (
            "Qatar paid {role:qatar} [khovar-2018].",
            ['1:12: mark-without-its-source: "{role:qatar}"; events.yaml'],
        ),
        (
            "A {role:qatar} [peninsula-2018]. B {role:qatar} [peninsula-2018].",
            ['1:36: mark-given-twice: "{role:qatar}"'],
        ),
        ("A {role:quatar} [peninsula-2018].", ['1:3: mark-of-no-fact: "{role:quatar}"; if "{role:qatar}"']),
        ("A {qatar} [peninsula-2018].", ['1:3: braces-in-article: "{qatar}"; if "{role:qatar}"']),
        (
            "A {role:kazakhstan} [peninsula-2018].",
            ['1:3: mark-of-no-fact: "{role:kazakhstan}"; {role:tajikistan} {role:qatar} {figure:participants}'],
        ),
        ("## Who {role:qatar}\n\nA [peninsula-2018].", ['1:8: mark-in-heading: "{role:qatar}"']),
    ],
)
def test_marks_name_passages(reading, text, problems):
    given = {"2018-dushanbe": Article(event="2018-dushanbe", text=text)}
    spoiled = replace(reading, dataset=replace(reading.dataset, articles=given))
    told = [f"{one.line}:{one.column}: {message_in_short(one)}" for one in articles.marks_name_passages(spoiled)]
    assert told == problems
    assert list(articles.sentences_are_cited(spoiled)) == []
    assert list(articles.citations_are_known(spoiled)) == []


@pytest.mark.parametrize("folder", real.FOLDERS)
def test_every_passage_of_the_data_was_read_by_a_person(folder):
    file = read_once.FILES[folder]
    written = file.read_text(encoding="utf-8").removeprefix(read_once.HEAD).splitlines()
    assert written == read_once.rows(READ[folder].dataset), f"{file.name} is not of this data; its head says what to do"


@pytest.mark.parametrize("folder", real.FOLDERS)
def test_every_role_figure_and_date_of_the_data_has_a_passage(folder):
    assert [row for row in read_once.rows(READ[folder].dataset) if row.endswith(read_once.NONE)] == []
    assert [
        one
        for one in checks.check(READ[folder])
        if one.rule in ("organizers_are_named_in_articles", "marks_name_passages")
    ] == []
