"""Printed pages: everything the page says, upright and across, black on white whatever the theme."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dashboard.topics.quality.quality import CRITERIA
from dashboard.web.address import PAGES
from tests.browser.test_reaching import contrast
from tests.browser.visitor import SIZES, Visitor, visit

A4 = (595.3, 841.9)
"""In points, as a PDF has it; browsers round it up or down."""

SENTENCE = 60
"""Characters from which a piece of text has more than one line."""

# The texts of the page, piece by piece, also in closed parts, but not those that only a screen needs. At the top of
# each page, paper says on which day a later event was looked for, without the list that opens on a press.
SAID = """() => [...document.querySelectorAll(".masthead *, .notice, .linked *")]
  .filter((node) => !node.closest(".panel, .takeaway, .tools, .menu, .proof footer, .chip span, .everything b, .reset"))
  .filter((node) => !node.closest(".masthead .tour, .masthead .checked div, .foot .more, .page .contents, .page .up"))
  .filter((node) => !node.closest(".unseen, style, template, .main-svg, .chart .labels"))
  .flatMap((node) => [...node.childNodes]).filter((node) => node.nodeType === 3 && node.textContent.trim())
  .map((node) => node.textContent)"""
# Whether all charts are drawn, and the page says enough to be there.
DRAWN = """(least) => (SAID)().length + document.querySelectorAll(".drawn .main-svg text").length > least
  && [...document.querySelectorAll(".linked.single")].every((chart) => chart.querySelector(".main-svg"))""".replace(
    "SAID", SAID
)
# Text colour and the colour behind it, each as [r, g, b], of every piece of text.
COLORS = """() => [...document.querySelectorAll("[data-testid=stMain] *")]
  .filter((node) => node.matches("p, dd, dt, li, h1, h2, h3, td, th, button, span") && node.innerText.trim())
  .filter((node) => node.checkVisibility() && !node.closest("svg, .mark, mark")).map((node) => {
    const parts = (color) => color.match(/[\\d.]+/g).map(Number);
    let behind = node;
    while (behind && (parts(getComputedStyle(behind).backgroundColor)[3] ?? 1) < 1) behind = behind.parentElement;
    const ground = behind ? parts(getComputedStyle(behind).backgroundColor) : [255, 255, 255];
    return [node.innerText, parts(getComputedStyle(node).color).slice(0, 3), ground.slice(0, 3)];
  })"""
# A PDF stores letters in the order in which they are printed. Texts from right to left, and the rest of their lines,
# would be read back in another order. So Latin letters are printed instead.
ROMANIZE = """() => {
  for (const node of document.querySelectorAll("[dir]")) node.dir = "ltr";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const plain = text.data.replace(/[\u0590-\u08ff]/g, (letter) => "abcdefghijklmnop"[letter.charCodeAt(0) % 16]);
    if (plain !== text.data) text.data = plain;
  }
}"""
LEAST = {"about": 30}
"""More than this many pieces of text are on each page; on a page that is not named, more than 50."""
PAPERS = pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])


def printed(page: Page, across: bool) -> str:
    """Print a page as a reader would, without backgrounds, and give its text as `flat` makes it."""
    page.wait_for_load_state("networkidle")  # what opens closed lists for paper comes last
    return paper(page, across)


def paper(page: Page, across: bool) -> str:
    """Print a page as it is at this moment."""
    sheets = PdfReader(BytesIO(page.pdf(format="A4", landscape=across, print_background=False))).pages
    for sheet in sheets:
        assert (sheet.mediabox.width, sheet.mediabox.height) == pytest.approx(A4[:: -1 if across else 1], abs=1.5)
    texts = "".join(sheet.extract_text() for sheet in sheets)
    return flat(re.sub(rf"Dushanbe Process\s*\d+ / {len(sheets)}", "", texts))  # the foot of each sheet


def missing(pieces: Iterable[str], text: str) -> list[str]:
    """Give the pieces that a printed text lacks. A sheet may end within a sentence; then both parts must be there."""

    def there(piece: str) -> bool:
        cuts = range(1, len(piece)) if len(piece) > SENTENCE else ()
        return piece in text or any(piece[:cut] in text and piece[cut:] in text for cut in cuts)

    return [piece for piece in pieces if not there(flat(piece))]


def flat(text: str) -> str:
    """Take out spaces, and hyphens, which readers of a PDF drop at the end of a line; take apart ligatures."""
    return re.sub(r"[\s\x02\ufffe-]+", "", unicodedata.normalize("NFKC", text)).casefold()


@contextmanager
def at_dusk(browser, home, size: str) -> Iterator[Visitor]:
    """A reader whose system is dark; paper is white all the same."""
    with visit(browser, home, size, color_scheme="dark") as visitor:
        yield visitor


@PAPERS
@pytest.mark.parametrize("size", SIZES)
def test_paper_has_both_charts_and_the_whole_article(browser, home, snapshot, size, across):
    with at_dusk(browser, home, size) as visitor:
        visitor.open("event=2022-dushanbe&at=osce")
        expect(visitor.view("article").locator("aside.proof")).to_be_visible()
        visitor.page.evaluate(ROMANIZE)
        said = visitor.page.evaluate(SAID)
        text = printed(visitor.page, across)
        assert missing(said, text) == []
        for conference in ("1 · Dushanbe 2018", "2 · Dushanbe 2019", "3 · Dushanbe 2022", "4 · Kuwait City 2024"):
            # On the timeline; if there is no room, it has the year, and the matrix has the whole name.
            assert flat(conference) in text or (size == "phone" and flat(conference.partition(" · ")[2]) in text)
        last = snapshot.dataset.articles["2022-dushanbe"].text.rstrip().rpartition(". ")[2]
        assert flat(re.sub(r"\[.*", "", last)) in text
        for word in ("Copy link", "Reset filters", "Download", "Sort:", "Zoom", "Any organizer", "Next →"):
            assert flat(word) not in text


@PAPERS
def test_paper_has_every_event_and_every_organizer(desk, snapshot, across):
    desk.open("columns=all&" + "&".join(f"weight={weight}" for weight in snapshot.known["weight"]))
    expect(desk.count).to_have_text(re.compile(rf"^{len(snapshot.dataset.events)} of"))
    text = printed(desk.page, across)
    events, organizers = snapshot.frames.events, snapshot.known["organizer"].values()
    assert missing(organizers, text) == []
    # Heads of columns have several lines, so they are read back in pieces.
    assert missing({word for label in events["label"] for word in label.split()}, text) == []
    for view in ("timeline", "matrix"):
        desk.button(view, "Table").click()
    text = printed(desk.page, across)
    assert missing([*events["label"], *events["when"], *organizers], text) == []


@PAPERS
@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("explore", "try")])
def test_paper_has_everything_that_each_page_says(browser, home, name, across):
    with at_dusk(browser, home, "desk") as visitor:
        visitor.open(f"page={name}", anew=True)  # `printed` waits until all has come that a page loads
        expect(visitor.page.locator(".linked").first).to_be_visible()
        expect(visitor.page.locator(".pages a[aria-current=page]")).to_be_visible()  # on paper it is the title
        least = LEAST.get(name, 50)
        visitor.page.wait_for_function(DRAWN, arg=least)
        visitor.page.evaluate(ROMANIZE)
        words = visitor.page.locator(".drawn .main-svg text").all_text_contents()
        text = printed(visitor.page, across)
        said = [PAGES[name], *visitor.page.evaluate(SAID), *words]
        assert len(said) > least
        assert missing(said, text) == []


def test_no_question_is_alone_at_the_foot_of_a_sheet(desk):
    desk.open("page=disagreements")
    questions = desk.page.locator(".question")
    expect(questions.first).to_be_visible()
    desk.page.wait_for_load_state("networkidle")
    heads = questions.evaluate_all(
        "(nodes) => nodes.map((node) => ['header h3', '.sides b'].map((part) => node.querySelector(part).textContent))"
    )
    sheets = [flat(sheet.extract_text()) for sheet in PdfReader(BytesIO(desk.page.pdf(format="A4"))).pages]
    for question, publisher in heads:
        whole = [sheet.rpartition(flat(question))[2] for sheet in sheets if flat(question) in sheet]
        assert flat(publisher) in whole[-1], question
    sides = desk.page.locator(".sides > li").evaluate_all(
        "(nodes) => nodes.map((node) => ['p', 'b'].map((part) => node.querySelector(part).textContent))"
    )
    for says, publisher in sides:
        rests = [sheet.rpartition(flat(says))[2] for sheet in sheets if flat(says) in sheet]
        assert any(flat(publisher) in rest for rest in rests), says


def test_a_chart_begins_on_the_first_sheet_and_has_the_names_of_its_columns_on_each(desk, snapshot):
    for page in ("together", "quality", "coverage"):
        desk.open(f"page={page}", anew=True)
        desk.page.wait_for_function(DRAWN, arg=50)
        desk.page.wait_for_load_state("networkidle")
        sheets = [flat(sheet.extract_text()) for sheet in PdfReader(BytesIO(desk.page.pdf(format="A4"))).pages]
        title = desk.page.locator(".linked.single h2").last.text_content()
        assert flat(title) in sheets[0], page
        if page == "quality":
            columns = flat("".join(criterion.name for criterion in CRITERIA.values()))
            assert all(columns in sheet for sheet in sheets[:2])
        if page == "together":
            desk.page.emulate_media(media="print")
            chart, pairs = desk.page.locator(".linked.single").bounding_box(), desk.page.locator(".with").bounding_box()
            assert chart["y"] + chart["height"] <= pairs["y"], "the list is below the chart"
            desk.page.emulate_media(media="null")


def test_after_printing_the_page_is_as_before(desk):
    desk.open("event=2022-dushanbe&at=osce")
    desk.button("timeline", "+").click()
    expect(desk.page).to_have_url(re.compile("&zoom="))
    zoom = desk.page.url.partition("&zoom=")[2]
    seen = (
        "() => [document.querySelector('.linked').innerText, document.querySelectorAll('details[open], .sheet').length]"
    )
    before, span = desk.page.evaluate(seen), desk.span()
    printed(desk.page, False)
    assert desk.page.evaluate(seen) == before
    assert desk.span() == span
    desk.press_mark("timeline", "2022-dushanbe")
    desk.stands_at(f"event=2022-dushanbe&zoom={zoom}")


@pytest.mark.parametrize("query", ["event=2022-dushanbe&at=osce", "page=disagreements", "page=quality"])
def test_paper_is_white_in_the_dark_too(browser, home, query):
    with at_dusk(browser, home, "desk") as visitor:
        visitor.open(query)
        expect(visitor.page.locator(".linked").first).to_have_attribute("data-theme", "dark")
        visitor.page.wait_for_function(DRAWN, arg=50)
        visitor.page.emulate_media(media="print", color_scheme="dark")
        colors = visitor.page.evaluate(COLORS)
        assert len(colors) > 50
        for text, ink, paper in colors:
            assert sum(paper) > 690 and contrast(ink, paper) >= 4.5, (text, ink, paper)
