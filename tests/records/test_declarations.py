"""Sentences about declarations: what is entered, and nothing called absent if the text is not known."""

from dataclasses import replace

import pytest

from dashboard.records.dates import PartialDate
from dashboard.records.declarations import by_subject, sentences, texts_of
from dashboard.records.model import Dataset, Event, Paragraph, Search
from dashboard.topics.editions import compare
from dashboard.topics.editions import page as compare_page
from dashboard.topics.explore.article import article_html

SOUGHT = Search(what="outcome", on=PartialDate(2026, 11, 25))


def paragraph(subject: str, *terms: str, number: str | None = None, commits: tuple[str, ...] = ()) -> Paragraph:
    return Paragraph(number=number, subject=subject, terms=terms, commits=commits, sources=("s",))


def event(name: str, kind: str = "conference", **more) -> Event:
    weight = "main" if kind == "conference" else "secondary"
    label = name if kind == "conference" else f"Declaration {name}"
    return Event(id=f"{kind}-{name.lower()}", title="T", label=label, kind=kind, weight=weight, sources=("s",), **more)


def two(earlier: dict | None, later: dict | None) -> Dataset:
    """A dataset of the conferences A and B, each with a declaration of these fields, or without one."""
    events = [event("A"), event("B")]
    events += [
        event(name, "declaration", parent=f"conference-{name.lower()}", **fields)
        for name, fields in (("A", earlier), ("B", later))
        if fields is not None
    ]
    return Dataset(events={one.id: one for one in events})


def said(dataset: Dataset) -> str:
    return " ".join(sentences(*(texts_of(dataset, dataset.events[f"conference-{name}"]) for name in "ab")))


def read(how: str, *paragraphs: Paragraph) -> dict:
    return {"text_read": how, "paragraphs": paragraphs}


YOUTH, DRUGS, BOTH = paragraph("Y", "youth"), paragraph("D", "drugs"), paragraph("B", "youth", "drugs")
NOT_KNOWN = "The text of the declaration of B is not known"
FIRST = "The declaration of A was read in full. The data has 1 paragraph of it. "
WHOLE = f"{FIRST}The declaration of B was read in full. "
PART = f"{FIRST}The declaration of B was read in part. "


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (None, None, ""),
        ({}, None, "The text of the declaration of A is not known. The data has no declaration of B."),
        (
            read("full", YOUTH),
            {"sought": (SOUGHT,)},
            f"{FIRST}{NOT_KNOWN}. The last search, on 25 November 2026, did not find it. The data has paragraphs "
            "on youth for A.",
        ),
        (
            read("full", YOUTH),
            read("full", DRUGS, YOUTH),
            f"{WHOLE}The data has 2 paragraphs of it. The data has paragraphs on youth for both. The data has "
            "paragraphs on trafficking in drugs only for B.",
        ),
        (
            read("full", BOTH),
            read("part", paragraph("N")),
            f"{PART}The data has 1 paragraph of it. The data has paragraphs on youth and trafficking in drugs only "
            "for A. The part of the declaration of B that was not read may deal with them too.",
        ),
        (read("full", paragraph("N")), read("part", paragraph("N")), f"{PART}The data has 1 paragraph of it."),
    ],
)
def test_the_sentences(earlier, later, words):
    assert said(two(earlier, later)) == words


def test_nothing_is_said_of_an_edition_beside_itself():
    texts = texts_of(two({}, None), event("A"))
    assert sentences(texts, texts) == []


def test_an_edition_with_two_declarations_has_both():
    dataset = two(read("full", YOUTH), None)
    second = event("C", "declaration", parent="conference-a", **read("part", DRUGS))
    dataset = replace(dataset, events={**dataset.events, second.id: second})
    texts = texts_of(dataset, dataset.events["conference-a"])
    assert (texts.known, texts.paragraphs) == ("part", (YOUTH, DRUGS))
    assert said(dataset).startswith("The declarations of A were read in part. The data has 2 paragraphs of them.")


def test_of_a_declaration_itself_its_own_text_is_meant():
    dataset = two(read("full", YOUTH), {})
    texts = texts_of(dataset, dataset.events["declaration-a"])
    assert sentences(texts, texts_of(dataset, dataset.events["conference-b"]))[0] == (
        "Declaration A was read in full. The data has 1 paragraph of it."
    )


def test_subjects_are_in_the_order_of_the_vocabulary_and_those_without_a_theme_come_last():
    dataset = two(read("full", paragraph("N"), DRUGS), read("full", BOTH))
    subjects = by_subject(*(texts_of(dataset, dataset.events[f"conference-{name}"]) for name in "ab"))
    assert [(one.term, len(one.earlier), len(one.later)) for one in subjects] == [
        ("youth", 0, 1), ("drugs", 1, 1), ("", 1, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("later", "words", "change"),
    [
        ({}, "text not known", "not known"),
        (None, "no declaration in the data", "not known"),
        (read("part", DRUGS), "not among the paragraphs read", "not known"),
        (read("full", DRUGS), "not among its paragraphs", "earlier only"),
        (read("part", YOUTH), "Y", "both"),
    ],
)
def test_the_page_and_the_table_say_why_nothing_stands_beside_a_paragraph(later, words, change):
    dataset = two(read("full", paragraph("<4>", "youth", number="4", commits=("states", "un"))), later)
    found = compare.compare(dataset, "conference-a", "conference-b")
    html = compare_page.compare_html(dataset, found)
    row = html.partition('<tr><th scope="row">Youth</th>')[2].partition("</tr>")[0]
    assert "<li><b>4</b> &lt;4&gt;<small>who should act: States, United Nations</small></li>" in row
    assert words in row.partition('data-label="B"')[2]
    table = compare.rows(found)
    about = table[(table["topic"] == "declaration") & (table["item_id"] == "youth")].iloc[0]
    assert (about["earlier"], about["later"], about["change"]) == ("4: <4>", words, change)
    assert (about["earlier_sources"], about["later_sources"]) == ("s", "s" if change == "both" else "")


def test_a_page_of_editions_without_declarations_has_no_such_part():
    without, with_one = (
        compare_page.compare_html(dataset, compare.compare(dataset, "conference-a", "conference-b"))
        for dataset in (two(None, None), two(read("full", DRUGS), None))
    )
    assert [html.count('<section class="numbers declarations">') for html in (without, with_one)] == [0, 1]
    assert without.count("Declarations") == 1, "the heading of the box above"
    box = without.partition('<section data-box="declarations">')[2].partition("</section>")[0]
    assert box.count("<dd><b>not known</b></dd>") == 2


def test_the_article_lists_what_a_declaration_says():
    one = paragraph("States <share> news.", "information", number="preamble", commits=("states",))
    html = article_html(Dataset(), event("A", "declaration", **read("part", one)))
    listed = html.partition("<summary>What it says <i>1</i></summary>")[2].partition("</details>")[0]
    assert listed == (
        "<p>The text was read in part.</p><ul><li><b>preamble</b> States &lt;share&gt; news."
        '<small class="note">Exchange of information · who should act: States</small></li></ul>'
    )
