"""The panel “Take away” without a server: it saves what the exports write, and marks the files of all events."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from dashboard.exports import DEFAULTS, EXPORTS, file_name, tables_of
from dashboard.frames.filters import Filters
from dashboard.publish import downloads, explore
from dashboard.publish.edition import Edition
from dashboard.publish.single import single
from tests.browser.hosts import reading
from tests.browser.visitor import Visitor

QUERY = "year=2022&organizer=osce&event=2022-dushanbe"
FILTERS = Filters(year=("2022",), organizer=("osce",))
PARTS = ["Chart", "Data", "Cite", "Subscribe", "Print"]
TODAY = "2026-02-03"
"""The day on the clock of the reader."""


@pytest.fixture(scope="module")
def editions(snapshot, tmp_path_factory) -> Path:
    """A folder with the first page and the downloads of an edition, and the same as one file."""
    root, edition = tmp_path_factory.mktemp("editions"), Edition(snapshot)
    for path, content in (*explore.files(edition), *downloads.files(edition)):
        target = root / "folder" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (root / "file.html").write_bytes(single(edition))
    return root


@pytest.fixture(params=["folder/index.html", "file.html"])
def alone(request: pytest.FixtureRequest, editions: Path, browser: Browser) -> Iterator[Visitor]:
    """A reader who has opened one of them from a disk."""
    with reading(browser, (editions / request.param).as_uri(), "desk") as visitor:
        yield visitor


def saved(visitor: Visitor, button: Locator, folder: Path) -> tuple[str, bytes]:
    """Press a button, and give the name and the content of the file that it saves."""
    with visitor.page.expect_download() as waiting:
        button.click()
    waiting.value.save_as(folder / "saved")
    return waiting.value.suggested_filename, (folder / "saved").read_bytes()


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("Chart", ["timeline.csv"]),
        ("Data", ["events.csv", "events-excel.csv"]),
        ("Cite", ["event.bib", "event.ris", "event-csl.json"]),
        ("Subscribe", ["calendar.ics"]),
    ],
)
def test_a_saved_file_is_what_the_export_writes(alone, snapshot, tmp_path, part, names):
    options = DEFAULTS | {"event": "2022-dushanbe", "accessed": TODAY} if part == "Cite" else DEFAULTS
    alone.page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    alone.open(QUERY)
    with alone.taking(part) as panel:
        expect(panel.locator("button[data-format]").last).to_be_visible()
        for name in names:
            content = EXPORTS[name].make(snapshot, FILTERS, options)
            right = file_name(name, snapshot, FILTERS, options)
            assert saved(alone, panel.locator(f"button[data-format='{name}']"), tmp_path) == (right, content)


def test_the_rows_are_counted_for_the_filters_and_whole_files_say_that_they_are_whole(alone, snapshot):
    alone.open(QUERY)
    with alone.taking("Data") as panel:
        for name, frame in tables_of(snapshot, FILTERS).items():
            expect(panel.locator(f"[data-wish='table:{name}']")).to_have_text(f"{name.capitalize()} {len(frame)}")
        links = panel.locator("a[data-format]")
        if "file.html" in alone.home:
            expect(links).to_have_count(0)
            expect(panel).to_contain_text("This page is a single file.")
        else:
            number = len(snapshot.frames.events)
            expect(links.filter(has_text=f"(all {number} events)")).to_have_count(links.count())
            expect(links.filter(has_text="Excel workbook")).to_have_attribute("href", "export/workbook.xlsx")
        expect(panel).not_to_contain_text("Load this table from its address")


def test_only_a_server_has_views_for_other_pages_and_addresses_of_files(alone):
    alone.open(QUERY)
    with alone.taking("Subscribe") as panel:
        expect(panel.locator("[role=tab] b")).to_have_text(PARTS)
        expect(panel.locator("h3")).to_have_text(["Calendar"])


def test_the_handout_of_the_open_event_is_a_file_of_the_folder(alone, editions):
    alone.open(QUERY)
    with alone.taking("Print") as panel:
        links = [link.get_attribute("href") for link in panel.locator("a").all()]
    in_folder = ["export/handout/2022-dushanbe.html", "export/handout.html"]
    assert links == ([] if "file.html" in alone.home else in_folder)
    assert all((editions / "folder" / link).is_file() for link in links)
