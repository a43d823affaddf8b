"""The handout: every fact on one or two sheets, and the same bytes each time."""

import io
import re
import shutil
import threading
import unicodedata
from dataclasses import replace

import pytest
from pypdf import PdfReader

from dashboard import exports
from dashboard.exports import EXPORTS, PICTURES, chrome, handout
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from tests import sample
from tests.real import DATASET as REAL
from tests.real import SNAPSHOT
from tests.sample import CODE, DATASET, HOSTILE
from tests.topics.explore.test_article import Page

SITE = "https://example.org/dash"
ALL = Filters(weight=EVERY_WEIGHT)
A4 = (595.3, 841.9)
CHROME = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")))
needs_chrome = pytest.mark.skipif(not CHROME, reason="a handout is printed by Chrome or Chromium")


def html(event: str = "", filters: Filters = ALL, of=SNAPSHOT, site: str = SITE) -> str:
    options = {**exports.DEFAULTS, "site": site, "event": event}
    return EXPORTS["handout.html"].make(of, filters, options).decode()


def flat(text: str) -> str:
    """Write a text without spaces and hyphens, which lines of a PDF may lose or add; take apart ligatures."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def read(text: str) -> Page:
    """Read a page; elements that are never closed are closed first."""
    return Page(re.sub(r"<meta\b([^>]*)>", r"<meta\1/>", text.removeprefix("<!DOCTYPE html>")))


@pytest.mark.parametrize("event", ["", *DATASET.events])
def test_a_handout_is_well_formed_and_needs_no_other_file(event):
    text = html(event, of=sample.snapshot())
    page = read(text)
    assert not {tag for tag, _ in page.found} & {"script", "link", "img", "iframe", "template"}
    assert "url(" not in text.partition("</style>")[0]
    assert HOSTILE not in text
    assert CODE not in text


def test_of_one_event_it_has_who_when_where_text_and_sources_with_numbers():
    record = REAL.events["2022-dushanbe"]
    words = " ".join(read(html(record.id)).words.split())
    for text in (record.title, "18–19 October 2022", "Dushanbe, Tajikistan", "Kohi Somon state complex"):
        assert text in words
    for role in record.roles:
        assert REAL.organizers[role.organizer].name in words
    for figure in record.figures:
        assert f"{figure.value} {figure.label}" in words
    for name in record.sources:
        assert REAL.sources[name].publisher in words
        assert REAL.sources[name].heading in words
    assert f"{SITE}/events/2022-dushanbe" in words
    assert f"Data of {REAL.process.updated.words()}" in words


def test_of_the_process_it_has_every_event_that_passes_the_filters():
    for filters in (ALL, Filters(), Filters(organizer=("osce",))):
        words = " ".join(read(html(filters=filters)).words.split())
        shown = set(SNAPSHOT.select(filters).events["event_id"])
        for name, event in REAL.events.items():
            assert (f" {event.label} " in words.replace(event.label, f" {event.label} ")) or name not in shown
        assert REAL.process.summary in words
    assert "18–19 October 2022 (planned) · Dushanbe, Tajikistan" in html(of=sample.snapshot(sample.PLANNED))
    assert "Filters: OSCE" not in html()
    assert "filters: OSCE" in html(filters=Filters(organizer=("osce",)))


def test_the_sources_of_the_text_are_numbered_once_for_all_conferences():
    page = read(html())
    numbers = [int(attrs["value"]) for attrs in page.all("li") if "value" in attrs]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {int(number) for run in re.findall(r"<sup>([\d,]*)</sup>", html()) for number in run.split(",") if number}
    assert cited == set(numbers)


def test_without_a_public_address_nothing_leads_to_the_dashboard():
    for event in ("", "2022-dushanbe"):
        text = html(event, site="")
        assert "example.org" not in text
        leads_to = [attrs["href"] for attrs in read(text).all("a")]
        assert not [href for href in leads_to if not href.startswith(("#source", "#dispute", "http"))]


def test_a_former_id_gives_the_event_of_now_and_an_unknown_one_is_refused():
    renamed = DATASET.events["2022-dushanbe"].model_copy(update={"aliases": ("2022-before",)})
    of = sample.snapshot(replace(DATASET, events={**DATASET.events, "2022-dushanbe": renamed}))
    assert html("2022-before", of=of) == html("2022-dushanbe", of=of)
    with pytest.raises(exports.NeedsEventError, match="2022-nowhere"):
        html("2022-nowhere", of=of)


def test_a_change_on_trial_says_so():
    assert "A change on trial, not published" in html(of=replace(sample.snapshot(), trial=True))


def test_the_longer_the_text_the_smaller_the_letters():
    sizes = {event: re.search(r'class="handout (\w+)"', html(event))[1] for event in REAL.events}
    assert sizes["2018-07-vienna"] == "large"
    assert sizes["2022-dushanbe"] == "tiny"


@pytest.mark.slow
@needs_chrome
@pytest.mark.parametrize("event", ["2018-dushanbe", "2018-07-vienna", ""])
def test_the_pdf_has_the_facts_on_two_sheets_at_most_and_the_same_bytes_each_time(event):
    options = {**exports.DEFAULTS, "site": SITE, "event": event}
    content = PICTURES["handout.pdf"].make(SNAPSHOT, ALL, options)
    reader = PdfReader(io.BytesIO(content))
    assert 1 <= len(reader.pages) <= 2
    assert {tuple(round(float(side), 0) for side in page.mediabox[2:]) for page in reader.pages} <= {
        (round(A4[0]), round(A4[1])), (595.0, 842.0), (596.0, 842.0),
    }  # fmt: skip
    words = flat("".join(page.extract_text() for page in reader.pages))
    records = [REAL.events[event]] if event else list(REAL.events.values())
    for record in records:
        assert flat(record.title if event or record.kind == "conference" else record.label) in words
        for role in record.roles:
            organizer = REAL.organizers[role.organizer]
            assert flat(organizer.name if event else organizer.short_name) in words
    assert flat(REAL.process.updated.words()) in words
    assert flat(SITE) in words
    assert reader.metadata.creation_date_raw == f"D:{REAL.process.updated.first():%Y%m%d}000000+00'00'"
    assert chrome.printed(handout.handout_html(SNAPSHOT, ALL, options), REAL.process.updated, 2) == content


def test_only_one_handout_is_printed_at_a_time(monkeypatch):
    monkeypatch.setattr(chrome, "WAIT", 0.05)
    waiting, going_on = threading.Event(), threading.Event()

    def slow(html: bytes, day: object, sheets: int) -> bytes:
        waiting.set()
        going_on.wait(10)
        return b"%PDF"

    monkeypatch.setattr(handout, "printed", slow)
    of = sample.snapshot()
    first = threading.Thread(target=handout.handout_pdf, args=(of, Filters()))
    first.start()
    waiting.wait(10)
    try:
        with pytest.raises(exports.PictureError, match="in a minute"):
            handout.handout_pdf(of, Filters(), {**exports.DEFAULTS, "event": "2018-dushanbe"})
    finally:
        going_on.set()
        first.join()
    assert handout.handout_pdf(of, Filters(), {**exports.DEFAULTS, "event": "2018-dushanbe"}) == b"%PDF"
