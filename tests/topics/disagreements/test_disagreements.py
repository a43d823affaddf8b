"""The pages of disagreements and of two editions: complete, escaped, linked, and fit for the page's sanitizer."""

import re

import pytest

from dashboard import assets
from dashboard.look import markup
from dashboard.records.evidence import proofs
from dashboard.records.model import ROLES, Dataset
from dashboard.topics.disagreements.page import ANCHOR, disagreements_html
from dashboard.topics.editions import compare
from dashboard.topics.editions.page import SETS, compare_html
from dashboard.topics.people.page import people_html
from tests import real
from tests.real import DATASET as REAL
from tests.sample import CODE, DATASET, EMPTY, HOSTILE, SOURCES
from tests.topics.explore.test_article import Page

HTML = disagreements_html(REAL)
PAGE = Page(HTML)
SHEET = (assets.FOLDER / "css" / "evidence.css").read_text(encoding="utf-8")


def comparison(dataset: Dataset = DATASET, earlier="2018-dushanbe", later="2022-dushanbe", **more) -> str:
    return compare_html(dataset, compare.compare(dataset, earlier, later), **more)


PAGES = {
    "real disagreements": HTML,
    "hostile disagreements": disagreements_html(DATASET, dark=True),
    "real comparison": comparison(REAL, "2022-dushanbe", "2024-kuwait"),
    "hostile comparison": comparison(dark=True),
    "real people": people_html(REAL),
    "hostile people": people_html(DATASET, dark=True),
    "hostile side event": comparison(DATASET, "2019-side", "2018-dushanbe"),
}


def links(page: Page) -> list[dict[str, str]]:
    return [attrs for tag, attrs in page.found if tag == "a"]


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_a_page_is_well_formed_escaped_and_survives_the_sanitizer(html):
    page = Page(html)
    tags = {tag for tag, _ in page.found}
    assert not tags & {"script", "style", "img", "svg", "template", "b>"}
    assert HOSTILE not in html
    assert CODE not in html
    assert not any(name.startswith("on") for _, attrs in page.found for name in attrs)
    leads = ("https://", "http://", "?event=", "?page=disagreements&question=", "?page=compare&from=", "#")
    assert all(attrs["href"].startswith(leads) for attrs in links(page))
    ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert page.found[0][1]["class"] == "linked evidence"


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_every_dispute_stands_there_with_all_its_sides_sources_and_the_answer(of):
    html = disagreements_html(of.dataset)
    for dispute in of.dataset.disputes.values():
        start = html.index(f'id="{ANCHOR}{dispute.id}"')
        section = html[start : html.index("</section>", start)]
        words = " ".join(re.sub("<[^>]+>", " ", section).split())
        page = Page(section[section.index(">") + 1 :])
        assert f'data-choose="{dispute.event}"' in section
        for text in (dispute.question, dispute.shown, *(claim.says for claim in dispute.claims)):
            assert " ".join(Page(f"<p>{text}</p>").words.split()) in " ".join(page.words.split())
        for claim in dispute.claims:
            for source in map(of.dataset.sources.get, claim.sources):
                assert source.publisher in page.words
                assert (source.published.words() if source.published else "not dated") in words
                hrefs = [attrs["href"] for attrs in links(page)]
                assert (source.url in hrefs) if source.url else (f"copy at {source.copy_at}, so not linked" in words)


def test_what_a_dispute_concerns_leads_to_its_proof():
    asked = {(attrs["data-choose"], attrs["data-at"]) for attrs in links(PAGE) if "data-at" in attrs}
    assert ("2022-dushanbe", "saudi-arabia") in asked
    assert ("2018-dushanbe", "figure-countries-another-count") in asked
    assert all(key in proofs(REAL, REAL.events[event]) for event, key in asked)
    disputed = {
        (dispute.event, concern.removeprefix("role:"))
        for dispute in REAL.disputes.values()
        for concern in dispute.concerns
        if concern.startswith("role:")
    }
    assert disputed <= asked


def test_the_contents_lead_to_every_question():
    asked = [attrs["href"] for attrs in links(PAGE) if attrs["href"].startswith("#")]
    assert asked == [f"#{ANCHOR}{dispute}" for dispute in REAL.disputes]


def test_sources_that_repeat_one_text_stand_together():
    twins = {
        source.id: source.model_copy(update={"family": "wire"} if source.id != "un-2022" else {}) for source in SOURCES
    }
    html = markup.sources(Dataset(sources=twins), [*twins, "unknown"])
    families = html.split('<li class="family">')
    assert len(families) == 2
    assert "These two repeat one text" in families[1]
    assert families[1].index("KUNA") < families[1].index("</ul></li>") < families[1].index("@UN: Meeting")


def test_a_source_read_as_a_copy_is_no_link_and_arabic_runs_its_way():
    html = markup.source(SOURCES[1])
    assert "<a " not in html
    assert "not dated · Arabic · press · read in part · read as a copy at mirror.example, so not linked" in html
    assert 'lang="ar" dir="rtl"' in html


def test_without_disputes_there_is_a_sentence():
    assert "No two sources are known to disagree." in disagreements_html(EMPTY)


def test_the_comparison_shows_the_sets_the_paragraph_and_the_open_questions():
    for earlier, later in (("2018-dushanbe", "2019-dushanbe"), ("2022-dushanbe", "2024-kuwait")):
        found = compare.compare(REAL, earlier, later)
        html = compare_html(REAL, found)
        page = Page(html)
        assert compare.paragraph(found) in page.words
        for name in SETS:
            start = html.index(f'<section data-set="{name}">')
            section = Page(html[start : html.index("</section>", start) + len("</section>")])
            asked = [attrs["data-at"] for attrs in links(section)]
            assert asked == [part.organizer for part in getattr(found, name)]
        for dispute in found.disputes:
            assert f'href="?page=disagreements&amp;question={dispute.id}"' in html
        assert html.count('data-confidence="disputed"') >= sum(
            compare.disputed((*part.earlier, *part.later)) for name in SETS for part in getattr(found, name)
        )


def test_every_mark_has_its_shape_and_no_bracket_that_the_sanitizer_would_drop():
    css = markup.marks_css()
    assert "<" not in css + SHEET
    for role in ROLES:
        assert f'[data-role="{role}"]{{' in css
        assert f'[data-role="{role}"][data-hollow]{{' in css


def test_the_sheet_styles_every_class_of_the_pages():
    used = {name for html in PAGES.values() for value in re.findall(r'class="([^"]+)"', html) for name in value.split()}
    assert used <= set(re.findall(r"\.([a-z-]+)", SHEET))
