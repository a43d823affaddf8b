"""The list of changes: the newest first, with records that can be found, and what is no longer in use."""

from dataclasses import replace

from dashboard.records.dates import PartialDate
from dashboard.records.model import Change, Dataset, Withdrawn
from dashboard.topics.changes import changes
from dashboard.topics.changes import page as changes_page
from tests.sample import DATASET, EMPTY, HOSTILE
from tests.topics.explore.test_article import Page

LIST = (
    Change(
        on="2026-01-01", what="added", events=("2018-dushanbe", "2019-old", "2022-briefing"), organizers=("osce",),
        sources=("khovar-2018", "un-2022"), disputes=("qatar-role",), mirrors=("mirror.example",), process=True,
        why="First <publication>.",
    ),
    Change(on="2026-02", what="corrected", events=("2018-dushanbe",), why="The day."),
    Change(on="2026-02-03", what="withdrawn", events=("2022-briefing",), why="Another series."),
    Change(on="2026-02-03", what="corrected", organizers=("osce",), why="The seat."),
)  # fmt: skip


def listed() -> Dataset:
    """The sample with a list of changes, one event renamed and one withdrawn."""
    events = dict(DATASET.events)
    events["2019-side"] = events["2019-side"].model_copy(update={"aliases": ("2019-old",)})
    note = Withdrawn(on=PartialDate(2026, 2, 3), why="Another series", instead="2022-dushanbe")
    record = events.pop("2022-briefing").model_copy(update={"withdrawn": note})
    found = {f"record {number}": change for number, change in enumerate(LIST, 1)}
    return replace(DATASET, events=events, changes=found, withdrawn={("events.yaml", "2022-briefing"): record})


def test_the_newest_comes_first_and_of_one_day_the_last_in_the_file():
    assert [change.why for change in changes.newest_first(listed())] == [
        "The seat.", "Another series.", "The day.", "First <publication>.",
    ]  # fmt: skip


def test_the_rows_name_each_record_and_the_id_to_go_by_now():
    rows = changes.build(listed())
    assert dict(rows.dtypes.astype("str")) == changes.COLUMNS
    first = rows[rows["on"] == "2026-01-01"]
    assert list(first["kind"]) == [
        *("event", "event", "event", "organizer", "source", "source", "disagreement", "host of copies", "process"),
    ]
    assert list(first["now"]) == ["", "2019-side", "2022-dushanbe", "", "", "", "", "", ""]
    assert list(first["label"])[:3] == ["Dushanbe 2018", "=cmd()<b>", "Briefing 2022"]
    assert list(changes.build(EMPTY).columns) == list(changes.COLUMNS)


def test_the_page_links_what_a_page_shows_and_escapes_the_rest():
    html = changes_page.changes_html(listed())
    page = Page(html)
    assert "<publication>" not in html
    assert HOSTILE not in html
    assert [item["data-what"] for item in page.all("li") if "data-what" in item] == [
        "corrected", "withdrawn", "corrected", "added",
    ]  # fmt: skip
    targets = {link["href"] for link in page.all("a")}
    assert targets == {
        "?event=2018-dushanbe", "?event=2019-side", "?event=2022-dushanbe", "?organizer=osce",
        "?page=disagreements&question=qatar-role",
    }  # fmt: skip
    assert "The event “2019-old” is now called “2019-side”." in page.words
    assert "was withdrawn on 3 February 2026: Another series. See Dushanbe 2022 instead." in page.words
    assert "February 2026" in page.words
    assert "The description of the whole process" in page.words


def test_many_records_wait_behind_a_line():
    many = Change(on="2026-01-01", what="added", sources=("khovar-2018",) * 7, why="Found.")
    page = Page(changes_page.changes_html(replace(listed(), changes={"record 1": many})))
    assert "7 sources" in page.words
    assert len(page.all("details")) == 1


def test_without_changes_the_page_says_so():
    assert "The list of changes is empty." in changes_page.changes_html(EMPTY)
    assert "is now called “2019-side”" in changes_page.changes_html(replace(listed(), changes={}))


def test_many_ids_no_longer_in_use_are_counted_quickly():
    dataset = listed()
    events = dict(dataset.events)
    former = tuple(f"2019-{number}" for number in range(20_000))
    events["2019-side"] = events["2019-side"].model_copy(update={"aliases": former})
    html = changes_page.changes_html(replace(dataset, events=events))
    assert html.count("is now called") == changes_page.MOST_GONE
    assert "19501 more are not shown." in html


def test_what_leads_nowhere_says_so():
    dataset = listed()
    record = dataset.withdrawn["events.yaml", "2022-briefing"]
    lost = record.model_copy(update={"withdrawn": record.withdrawn.model_copy(update={"instead": None})})
    html = changes_page.changes_html(replace(dataset, withdrawn={("events.yaml", "2022-briefing"): lost}))
    assert "Nothing replaces it." in html
