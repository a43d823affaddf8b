"""How good the data is: what is judged known, in which order, how it is drawn, and every rule with its count."""

import re
from dataclasses import replace

import pytest

from dashboard import checks
from dashboard.look.style import DARK
from dashboard.records.dates import PartialDate
from dashboard.records.model import Article, Dataset, Event, Figure, Outcome, Problem, Role, Search, Source, Title
from dashboard.topics.quality import page as quality_page
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import LOOKS, completeness_figure
from dashboard.topics.quality.quality import COMPLETENESS, CRITERIA, ORDERS, STATES
from tests import real
from tests.real import DATASET as REAL
from tests.sample import DATASET, EMPTY, HOSTILE
from tests.topics.explore.test_article import Page

FOUND = quality.build(REAL)
SOURCES = {
    name: Source(id=name, title="T", publisher="P", language="en", kind="press", read="full", family=family)
    for name, family in (("a", None), ("b", None), ("c", "one"), ("d", "one"))
}
DAY = PartialDate(2022, 10, 18)


def state(criterion: str, article: int = 0, **fields) -> str:
    """Judge one event by one criterion; `article` is the number of words of its article."""
    event = Event(
        **{"id": "2022-x", "title": "T", "label": "L", "kind": "conference", "weight": "main", "sources": ("a",)}
        | fields
    )
    articles = {"2022-x": Article(event="2022-x", text="word " * article)} if article else {}
    return CRITERIA[criterion].judge(Dataset(events={"2022-x": event}, sources=SOURCES, articles=articles), event)[0]


def role(*sources: str, confidence: str = "confirmed") -> Role:
    return Role(organizer="un", role="host", confidence=confidence, sources=sources)


def figure(*sources: str, confidence: str = "confirmed") -> Figure:
    return Figure(label="x", value="1", confidence=confidence, sources=sources)


@pytest.mark.parametrize(
    ("criterion", "fields", "expected"),
    [
        ("dates", {}, "none"),
        ("dates", {"start": DAY}, "whole"),
        ("dates", {"start": PartialDate(2022, 10)}, "part"),
        ("dates", {"start": PartialDate(2022, 10, 18, about=True)}, "part"),
        ("dates", {"start": DAY, "dating": "reported"}, "part"),
        ("dates", {"start": DAY, "dating": "within"}, "part"),
        ("place", {}, "none"),
        ("place", {"city": "Geneva", "country": "Switzerland"}, "whole"),
        ("place", {"country": "Switzerland"}, "part"),
        ("place", {"venue": "online"}, "whole"),
        ("organizers", {}, "none"),
        ("organizers", {"roles": (role("a", "b"),)}, "whole"),
        ("organizers", {"roles": (role("a", "b"), role("a"))}, "part"),
        ("organizers", {"roles": (role("c", "d"),)}, "part"),  # one text, printed twice
        ("organizers", {"roles": (role("a", "b", confidence="disputed"),)}, "whole"),
        ("organizers", {"roles": (role("a", "b", confidence="single"),)}, "part"),  # entered as one source
        ("organizers", {"roles": (role("a", "b", confidence="inferred"),)}, "part"),  # no source says so
        ("titles", {}, "part"),  # the title of the record is official, in one language
        ("titles", {"title_note": "Descriptive; no official title was found."}, "none"),
        ("titles", {"titles": tuple(Title(language=word, text="T") for word in ("en", "ru", "tg"))}, "part"),
        ("titles", {"titles": tuple(Title(language=word, text="T") for word in ("en", "ru", "tg", "ar"))}, "whole"),
        ("titles", {"titles": tuple(Title(language="en", text=str(n)) for n in range(4))}, "part"),
        ("figures", {}, "none"),
        ("figures", {"figures": (figure("a"),)}, "part"),
        ("figures", {"figures": (figure("a"), figure("a", "c"))}, "part"),
        ("figures", {"figures": (figure("a", "c", confidence="single"),)}, "part"),
        ("figures", {"figures": (figure("a", "b"), figure("a", "c"))}, "whole"),
        ("outcome", {}, "none"),
        ("outcome", {"kind": "preparation", "weight": "minor"}, "other"),
        ("outcome", {"kind": "context", "outcomes": (Outcome(title="T", sources=("a",)),)}, "part"),
        ("outcome", {"outcomes": (Outcome(title="T", url="https://un.org/1", sources=("a",)),)}, "whole"),
        ("article", {}, "none"),
        ("article", {"article": 349}, "part"),
        ("article", {"article": 350}, "whole"),
        ("article", {"article": 20, "kind": "side-event"}, "whole"),
    ],
)  # fmt: skip
def test_what_counts_as_known(criterion, fields, expected):
    assert state(criterion, **fields) == expected


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_words_claim_no_more_than_the_record(of):
    for event in of.dataset.events.values():
        words = quality.words_for(of.dataset, event)
        for facts, said in ((event.roles, words["organizers"]), (event.figures, words["figures"])):
            firm = sum(fact.confidence not in ("single", "inferred") for fact in facts)
            claimed = re.search(r"(\d+) of \d+|The only \w+ (has|does not)", said)
            if facts:
                assert (int(claimed[1]) if claimed[1] else int(claimed[2] == "has")) <= firm, event.id
        assert "text" not in words["outcome"], "only the declaration says how much of its text was read"


def test_every_event_has_a_row_and_a_word_for_every_criterion():
    assert list(FOUND["event_id"])[-1] == "undated-cted"
    assert set(FOUND["event_id"]) == set(REAL.events)
    for name in CRITERIA:
        assert set(FOUND[name]) <= set(STATES)
    first = FOUND.set_index("event_id").loc["2018-dushanbe"]
    assert (first["n_whole"], first["share"]) == (6, 6.5 / 7), "some of its numbers have one source"
    assert all(quality.words_for(REAL, event)["dates"] for event in REAL.events.values())


def test_what_does_not_apply_does_not_count():
    sample = quality.build(DATASET).set_index("event_id")
    plan = sample.loc["undated-plan"]
    assert [plan[name] for name in CRITERIA] == ["none", "none", "none", "part", "none", "other", "none"]
    assert (plan["n_whole"], plan["share"]) == (0, 0.5 / 6), "its title is in one language"


def test_nothing_gives_a_frame_with_its_columns():
    nothing = quality.build(EMPTY)
    assert dict(nothing.dtypes.astype("str")) == COMPLETENESS
    assert list(quality.ordered(nothing, "least").columns) == list(COMPLETENESS)
    assert quality.completeness_alt(nothing) == "The data has no events."
    assert completeness_figure(EMPTY, nothing).data == ()


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_keeps_every_event(order):
    before = FOUND.copy()
    ordered = quality.ordered(FOUND, order)
    assert sorted(ordered["event_id"]) == sorted(FOUND["event_id"])
    assert list(ordered.index) == list(range(len(FOUND)))
    assert FOUND.equals(before)


def test_orders_are_what_they_say():
    assert quality.ordered(FOUND, "time").equals(FOUND)
    assert quality.ordered(FOUND, "least")["share"].is_monotonic_increasing
    assert quality.ordered(FOUND, "most")["share"].is_monotonic_decreasing
    names = [name.casefold() for name in quality.ordered(FOUND, "name")["event"]]
    assert names == sorted(names)
    for name in CRITERIA:
        ranks = [
            ["none", "sought", "part", "whole", "other"].index(word) for word in quality.ordered(FOUND, name)[name]
        ]
        assert ranks == sorted(ranks)


def test_the_sentence_counts_as_the_frame_does():
    for name, criterion in CRITERIA.items():
        whole, of = (FOUND[name] == "whole").sum(), (FOUND[name] != "other").sum()
        assert f"{criterion.name.lower()} for {whole} of {of} events" in quality.completeness_alt(FOUND)


def test_what_was_sought_and_not_found_is_told_apart_from_what_is_not_known():
    event = DATASET.events["2019-side"].model_copy(
        update={"figures": (), "sought": (Search(what="figures", on=PartialDate.parse("2026-11-25")),)}
    )
    judged = quality.build(replace(DATASET, events={event.id: event})).set_index("event_id").loc[event.id]
    before = quality.build(replace(DATASET, events={event.id: event.model_copy(update={"sought": ()})}))
    assert judged["figures"] == "sought"
    assert before["figures"].tolist() == ["none"]
    assert judged["share"] == before["share"].iloc[0]
    words = quality.words_for(DATASET, event)["figures"]
    assert words == "No number is known; somebody looked for it on 25 November 2026 and did not find it"


def test_what_is_known_in_part_says_that_more_was_sought():
    event = DATASET.events["2018-dushanbe"]
    event = event.model_copy(update={"sought": (Search(what="titles", on=PartialDate.parse("2026-11-25")),)})
    assert quality.build(replace(DATASET, events={event.id: event}))["titles"].tolist() == ["part"]
    assert quality.words_for(DATASET, event)["titles"].endswith(
        "; somebody looked for more on 25 November 2026 and did not find any"
    )


def test_the_matrix_has_a_mark_for_every_event_and_criterion():
    drawn = completeness_figure(REAL, FOUND)
    states = {trace.meta["state"]: trace for trace in drawn.data}
    for name, look in LOOKS.items():
        marks = len(states[name].x) if name in states else 0  # a state of no event has no trace
        assert marks == sum((FOUND[criterion] == name).sum() for criterion in CRITERIA)
        assert look["color"] in DARK
    assert dict(zip(FOUND["event_id"], states["sum"].text, strict=True))["2018-dushanbe"] == "6 of 7"
    assert list(drawn.layout.yaxis.ticktext) == list(FOUND["event"])
    assert len({(look["symbol"], look["color"]) for look in LOOKS.values()}) == len(STATES)
    assert {tuple(ids) for trace in drawn.data for ids in trace.customdata} == {(name,) for name in REAL.events}


def test_texts_of_the_data_are_no_markup_in_the_matrix():
    drawn = completeness_figure(DATASET, quality.build(DATASET)).to_json()
    assert HOSTILE not in drawn.replace("\\u003c", "<")


def test_every_rule_is_counted_also_one_that_is_kept():
    problems = [
        Problem("data/events.yaml", 2, 1, "a", "is wrong", "error", "labels_are_unique", code="label-taken"),
        Problem("data/events.yaml", 1, 1, "b", "is odd", "warning", "labels_are_unique", code="label-taken"),
        Problem("data/events.yaml", 3, 1, "c", "cannot be read", code="file-empty"),
    ]
    rules = quality.by_rule(problems).set_index("rule")
    assert list(rules.index) == ["", *(rule.__name__ for rule in checks.RULES)]
    assert (rules.loc["labels_are_unique", "n_errors"], rules.loc["labels_are_unique", "n_warnings"]) == (1, 1)
    assert rules.loc["", "n_errors"] == 1
    assert rules["n_errors"].sum() == 2
    assert list(quality.problem_rows(problems)["record"]) == ["b", "a", "c"]
    assert list(quality.problem_rows(problems)["code"]) == ["label-taken", "label-taken", "file-empty"]
    assert list(quality.problem_rows([]).columns) == list(quality.PROBLEMS)


def test_the_rules_read_as_sentences():
    for says in quality.by_rule([])["says"]:
        assert says.endswith(".")
        assert "`" not in says
        assert "\n" not in says


def test_the_page_lists_problems_rules_and_criteria_and_escapes_them():
    problems = [
        Problem(
            "data/events.yaml", 7, 10, HOSTILE, f"{HOSTILE} is wrong", "error", "labels_are_unique", code="label-taken"
        )
    ]
    html = quality_page.totals_html(problems, FOUND) + quality_page.tables_html(problems)
    page = Page(html)
    assert HOSTILE not in html
    assert page.all("img") == []
    assert "data/events.yaml:7:10" in page.words
    assert html.count('<th scope="row">') == len(checks.RULES) + 1
    for criterion in CRITERIA.values():
        assert f"<dt>{criterion.name}</dt>" in html
    assert "None. The data keeps every rule." in quality_page.tables_html([])
