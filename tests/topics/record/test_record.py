"""The pages of events, organizers and sources: complete, escaped, and without a script."""

import itertools
import re
from dataclasses import replace

import pytest

from dashboard.look.html import Html
from dashboard.look.links import between_pages
from dashboard.look.strip import strip
from dashboard.records.evidence import proofs
from dashboard.topics.explore.article import article_alone
from dashboard.topics.record import event, lists, organizer, source
from dashboard.topics.record.frame import Around
from tests import real, sample
from tests.conftest import TINY
from tests.real import DATASET as REAL
from tests.real import SNAPSHOT
from tests.sample import CODE, DATASET, DISPUTE, HOSTILE, PLANNED
from tests.topics.explore.test_article import Page

LINKS = between_pages("../")
AROUND = Around(LINKS, Html("<title>T</title>"), "../sheet.css", citations={"APA": "A <b>"}, foot="CC BY")
VOID = ("meta", "link")
SAMPLE = sample.snapshot()


def event_html(snapshot, name: str) -> str:
    article = article_alone(snapshot, name, LINKS, event.picture(snapshot, name, AROUND))
    return event.event_page(snapshot, name, AROUND, article)


PAGES = {
    **{f"event {name}": event_html(SAMPLE, name) for name in DATASET.events},
    **{f"organizer {name}": organizer.organizer_page(SAMPLE, name, AROUND) for name in DATASET.organizers},
    **{f"source {name}": source.source_page(SAMPLE, name, AROUND) for name in DATASET.sources},
    **{f"list of {kind}": lists.list_page(SAMPLE, kind, AROUND) for kind in ("events", "organizers", "sources")},
    "real event": event_html(SNAPSHOT, "2022-dushanbe"),
    "real organizer": organizer.organizer_page(SNAPSHOT, "unoct", AROUND),
    "real source": source.source_page(SNAPSHOT, "asiaplus-2022-10-18", AROUND),
}


def read(html: str) -> Page:
    """Read a page; elements that are never closed are closed first."""
    return Page(re.sub(r"<(meta|link)\b([^>]*)>", r"<\1\2/>", html.removeprefix("<!DOCTYPE html>")))


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_a_page_is_well_formed_and_needs_no_script(html):
    page = read(html)
    assert not {tag for tag, _ in page.found} & {"script", "iframe", "object", "embed", "form", "template"}
    assert not [attrs for _, attrs in page.found if any(name.startswith("on") for name in attrs)]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) - html.count("<g ") == 1
    ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_every_link_within_a_page_has_its_target(html):
    page = read(html)
    ids = {attrs["id"] for _, attrs in page.found if "id" in attrs}
    assert {attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")} <= ids


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_headings_go_down_one_step_at_a_time(html):
    levels = [int(tag[1]) for tag, _ in read(html).found if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), levels


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_text_of_the_data_is_no_markup(html):
    assert HOSTILE not in html
    assert CODE not in html


def test_the_page_of_an_event_has_all_that_is_known():
    page = read(PAGES["real event"])
    record = REAL.events["2022-dushanbe"]
    words = " ".join(page.words.split())
    for text in (record.title, "18–19 October 2022", "Dushanbe, Tajikistan", "Kohi Somon state complex"):
        assert text in words
    for role in record.roles:
        assert REAL.organizers[role.organizer].name in words
    for key in proofs(REAL, record):
        assert [attrs for _, attrs in page.found if attrs.get("id") == f"proof-{key}"], key
    for name in record.sources:
        assert REAL.sources[name].heading in words
        assert page.all("a", href=f"../sources/{name}")
    for dispute in REAL.disputes.values():
        assert (f"dispute-{dispute.id}" in [attrs.get("id") for _, attrs in page.found]) == (dispute.event == record.id)
    assert page.all("a", href="../?event=2022-dushanbe")


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_numbers_of_sources_follow_a_word_and_no_proof_says_twice_how_well_it_is_attested(html):
    assert not re.search(r"<p>\s*<sup", html)
    for proof in re.findall(r"<summary>.*?<h3>", html.partition("Who says so")[2], re.S):
        assert len(re.findall(r"<small>|<p>[^<]*(?:agree|source)", proof)) <= 1


def test_the_proof_of_a_fact_names_those_who_say_otherwise():
    html = PAGES["event 2018-dushanbe"]
    proof = html[html.index('id="proof-qatar"') :]
    assert proof.index("Source that says otherwise") < proof.index("It did not.") < proof.index("</details>")


def test_a_figure_whose_label_changed_has_one_proof():
    record = DATASET.events["2018-dushanbe"]
    renamed = record.model_copy(update={"figures": (record.figures[0].model_copy(update={"aliases": ("before",)}),)})
    dataset = replace(DATASET, events={**DATASET.events, record.id: renamed})
    assert len(proofs(dataset, renamed)) == 5
    assert event_html(sample.snapshot(dataset), record.id).count('class="proof"') == 4


def related(name: str, dataset=REAL) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for neighbour in event.neighbours(dataset, dataset.events[name]):
        found.setdefault(neighbour.relation, []).append(neighbour.event.id)
    return found


def test_an_edition_leads_to_the_one_before_and_the_one_after():
    assert related("2022-dushanbe")["Earlier edition"] == ["2019-dushanbe"]
    assert related("2022-dushanbe")["Later edition"] == ["2024-kuwait"]
    assert "Earlier edition" not in related("2018-dushanbe")
    assert "Earlier edition" not in related("2018-side-eu")


def test_an_event_leads_to_its_conference_and_a_conference_to_what_belongs_to_it():
    assert related("2019-side", DATASET)["Part of"] == ["2018-dushanbe"]
    assert related("2018-dushanbe", DATASET)["Part of this event"] == ["2019-side"]
    children = [name for name, other in REAL.events.items() if other.parent == "2018-dushanbe"]
    assert sorted(related("2018-dushanbe")["Part of this event"]) == sorted(children)


def test_an_event_without_a_date_is_before_and_after_no_other():
    assert related("undated-plan", DATASET) == {}
    assert "undated-plan" not in str(related("2022-dushanbe", DATASET))
    assert "date not known" in PAGES["event undated-plan"]


def test_an_organizer_has_its_roles_in_order_of_time():
    parts = organizer.parts(REAL, "qatar")
    assert [part.event.id for part in parts if part.event.kind == "conference"] == [
        name for name, other in REAL.events.items()
        if other.kind == "conference" and any(role.organizer == "qatar" for role in other.roles)
    ]  # fmt: skip
    firsts = [part.event.start.first() for part in parts if part.event.start]
    assert firsts == sorted(firsts)
    page = read(organizer.organizer_page(SNAPSHOT, "qatar", AROUND))
    for part in parts:
        assert page.all("a", href=f"../events/{part.event.id}#proof-qatar")


def test_an_organizer_has_its_disputes():
    (part,) = organizer.parts(DATASET, "qatar")
    assert part.disputes == (DISPUTE,)
    page = read(PAGES["organizer qatar"])
    assert page.all("a", href="../events/2018-dushanbe#dispute-qatar-role")
    assert "It has a role at 1 event in 2018. Sources disagree on it." in page.words


def test_a_planned_event_is_called_planned_wherever_its_days_are():
    of = sample.snapshot(PLANNED)
    assert "Conference 2 of the series, planned" in read(event_html(of, "2022-dushanbe")).words
    assert "18–19 October 2022 (planned)" in read(event_html(of, "2018-dushanbe")).words
    host = read(organizer.organizer_page(of, "tajikistan", AROUND)).words
    assert "It has roles at 3 events from 2018 to 2022. 1 of these events is planned." in host
    unoct = read(organizer.organizer_page(of, "unoct", AROUND)).words
    assert "It has a role at 1 event in 2022. This event is planned." in unoct
    for words in (
        host,
        read(source.source_page(of, "un-2022", AROUND)).words,
        read(lists.list_page(of, "events", AROUND)).words,
    ):
        assert words.count("(planned)") == 1 and "18–19 October 2022 (planned)" in words
    assert not any(word in page for word in ("(planned)", ", planned<") for page in PAGES.values())


def test_an_organizer_names_what_it_is_part_of_and_its_bodies():
    assert read(PAGES["organizer unoct"]).all("a", href="../organizers/un")
    assert read(PAGES["organizer un"]).all("a", href="../organizers/unoct")


def test_partners_are_counted_by_the_events_that_both_organized():
    assert [(other.id, number) for other, number in organizer.partners(DATASET, "tajikistan")] == [
        ("un", 1),
        ("unoct", 1),
    ]
    assert organizer.partners(DATASET, "qatar") == []


def test_a_source_says_what_it_says_and_what_it_is_cited_for():
    (conference, *_) = source.mentions(DATASET, DATASET.sources["khovar-2018"])
    assert conference.event.id == "2018-dushanbe"
    assert [proof.key for proof in conference.cited_for] == ["tajikistan", "un", "figure-those-there"]
    assert [claim.says for _, claim in conference.sides] == ["It did not."]
    record = REAL.sources["asiaplus-2022-10-18"]
    words = " ".join(read(PAGES["real source"]).words.split())
    for statement in record.says:
        assert " ".join(statement.text.split()) in words


@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_the_page_of_every_source_shows_what_it_says(of):
    for record in of.dataset.sources.values():
        assert {statement.event for statement in record.says} <= {
            part.event.id for part in source.mentions(of.dataset, record)
        }


def test_a_source_names_those_that_repeat_its_text():
    family = [record for record in REAL.sources.values() if record.family == "joint-press-release-2022"]
    for record in family:
        assert {other.id for other in source.repeated(REAL, record)} == {other.id for other in family} - {record.id}
    alone = next(record for record in REAL.sources.values() if not record.family)
    assert source.repeated(REAL, alone) == []


def test_a_source_in_arabic_runs_from_right_to_left_and_its_copy_is_not_linked():
    html = PAGES["source kuna-2018"]
    assert '<span lang="ar" dir="rtl">مؤتمر دوشنبه</span>' in html
    assert "Read as a copy at mirror.example, so not linked" in html
    assert "mirror.example/" not in html


@pytest.mark.parametrize("kind", ["events", "organizers", "sources"])
@pytest.mark.parametrize("of", real.SNAPSHOTS)
def test_a_list_has_every_record_once(of, kind):
    html = str(lists.list_page(of, kind, AROUND))
    listed = re.findall(rf'<li[^>]*><a href="\.\./{kind}/([^"]+)">', html)
    assert sorted(listed) == sorted(getattr(of.dataset, kind))


def test_a_list_of_nothing_is_a_page():
    empty = sample.snapshot(sample.EMPTY)
    for kind in ("events", "organizers", "sources"):
        assert f"0 {kind}" in lists.list_page(empty, kind, AROUND)


def test_the_tiny_data_gives_a_page_for_every_record(dataset):
    assert TINY.exists()
    tiny = sample.snapshot(dataset)
    for name in dataset.events:
        read(event_html(tiny, name))
    assert strip(dataset, LINKS)


def test_the_page_of_a_conference_leads_to_its_comparisons_with_the_editions_beside_it():
    def asked(name: str) -> list[tuple[str, str]]:
        html = event_html(SNAPSHOT, name)
        return re.findall(r'<a href="\.\./\?page=compare&amp;from=([\w-]+)&amp;to=([\w-]+)">Compare with', html)

    assert asked("2018-dushanbe") == [("2018-dushanbe", "2019-dushanbe")]
    assert asked("2019-dushanbe") == [("2018-dushanbe", "2019-dushanbe"), ("2019-dushanbe", "2022-dushanbe")]
    assert asked("2018-declaration") == []
