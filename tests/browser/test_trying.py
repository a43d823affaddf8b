"""A change tried before it is published: dropped or typed, seen by one reader only, downloaded or discarded."""

import re
import zipfile
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.test_paper import SAID, flat, missing, printed
from tests.browser.visitor import Visitor, visit

OLD, NEW = "label: Dushanbe 2022", "label: Dushanbe tried"
BANNER = "You are trying a change"


@pytest.fixture
def changed(data: Path, tmp_path: Path) -> Path:
    """A copy of the events with another label, somewhere on the reader's disk."""
    text = (data / "events.yaml").read_text(encoding="utf-8")
    assert text.count(f"  {OLD}\n") == 1
    path = tmp_path / "events (1).yaml"
    path.write_bytes(text.replace(OLD, NEW).replace("start: 2017-06-13", "start: 2017-6-13", 1).encode())
    return path


def turn_to(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.home}?page=try")
    expect(visitor.page.get_by_role("tab", name="Drop files")).to_be_visible()


def drop(visitor: Visitor, *paths: Path) -> None:
    visitor.page.locator("input[type=file]").set_input_files(list(paths))
    expect(banner(visitor)).to_contain_text(BANNER)


def banner(visitor: Visitor) -> Locator:
    return visitor.page.locator(".trial")


def press(visitor: Visitor, label: str) -> None:
    visitor.page.get_by_role("button", name=label, exact=True).click()


def explore(visitor: Visitor) -> None:
    visitor.page.get_by_role("link", name="Explore", exact=True).click()
    visitor.wait_until_drawn()


def columns(visitor: Visitor) -> Locator:
    return visitor.view("matrix").locator("button.column")


def test_a_file_that_is_dropped_shows_problems_with_their_lines_and_what_differs(visitor, changed):
    turn_to(visitor)
    expect(
        visitor.page.get_by_test_id("stFileUploader").get_by_text(re.compile(r"MB\b")).filter(visible=True)
    ).to_have_count(1)
    drop(visitor, changed)
    problem = visitor.page.locator(".problems li").first
    expect(problem).to_contain_text("events.yaml:11:10")
    expect(problem).to_contain_text('"2017-6-13" is not a date; write 2017-06-13')
    expect(problem.locator("pre [data-here]")).to_contain_text("start: 2017-6-13")
    expect(problem.locator("pre mark")).to_have_text("2017-6-13")
    different = visitor.page.locator(".diff li")
    expect(different).to_have_count(2)
    expect(different.last.locator("ins")).to_have_text("tried")
    scroller = visitor.page.get_by_test_id("stMain")
    assert scroller.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0


def test_one_reader_sees_the_change_everywhere_and_another_nowhere(desk, browser, home, changed):
    turn_to(desk)
    drop(desk, changed)
    explore(desk)
    expect(columns(desk).nth(2)).to_have_text("Dushanbe tried")
    expect(banner(desk)).to_contain_text(BANNER)
    with visit(browser, home, "desk") as other:
        other.open()
        expect(columns(other).nth(2)).to_have_text("Dushanbe 2022")
        expect(banner(other)).to_have_count(0)
    desk.button("timeline", "Download").click()
    with desk.page.expect_download() as taken:
        desk.page.locator("[data-format='timeline.csv']").click()
    assert re.fullmatch(r"dushanbe-process-trial-timeline-\d+-of-\d+-events\.csv", taken.value.suggested_filename)
    assert "Dushanbe tried" in Path(taken.value.path()).read_text(encoding="utf-8")
    with desk.page.expect_download() as picture:
        desk.page.locator("[data-format='timeline.svg']").click()
    assert "on trial, not published" in Path(picture.value.path()).read_text(encoding="utf-8")


def test_paper_has_the_problems_and_the_changes_of_a_trial(desk, changed):
    turn_to(desk)
    drop(desk, changed)
    expect(desk.page.locator(".diff li").first).to_be_visible()
    said = desk.page.evaluate(SAID)
    text = printed(desk.page, across=False)
    assert len(said) > 20 and missing(["You are trying a change", "Try a change", *said], text) == []
    assert flat("Drop or choose") not in text and flat("Discard") not in text


def test_links_between_the_pages_do_not_end_the_trial(desk, changed):
    turn_to(desk)
    drop(desk, changed)
    loaded = []
    desk.page.on("load", lambda page: loaded.append(page.url))
    desk.page.get_by_role("link", name="Disagreements", exact=True).click()
    desk.page.locator("[id='disagreement-organizers-2022'] header a").first.click()
    desk.wait_until_drawn()
    desk.stands_at("event=2022-dushanbe")
    expect(desk.page.get_by_role("link", name="Explore", exact=True)).to_have_attribute("aria-current", "page")
    expect(columns(desk).nth(2)).to_have_text("Dushanbe tried")
    desk.page.go_back()
    expect(desk.page.locator(".evidence .question").first).to_be_visible()
    expect(banner(desk)).to_contain_text(BANNER)
    assert loaded == []


def test_discarding_and_loading_anew_bring_back_the_published_data(desk, changed):
    for way_back in (lambda: press(desk, "Discard"), lambda: desk.page.reload()):
        turn_to(desk)
        drop(desk, changed)
        explore(desk)
        expect(columns(desk).nth(2)).to_have_text("Dushanbe tried")
        way_back()
        expect(columns(desk).nth(2)).to_have_text("Dushanbe 2022")
        expect(banner(desk)).to_have_count(0)


def test_what_was_tried_is_given_back_to_the_byte(desk, data, changed):
    article = changed.with_name("2022-dushanbe.md")
    article.write_bytes(b"It opened [asiaplus-2022-10-18].\r\n")
    turn_to(desk)
    drop(desk, changed)
    with desk.page.expect_download() as one:
        press(desk, "Download events.yaml")
    assert Path(one.value.path()).read_bytes() == changed.read_bytes()
    desk.page.locator("input[type=file]").set_input_files(article)
    expect(banner(desk)).to_contain_text("articles/2022-dushanbe.md")
    with desk.page.expect_download() as both:
        press(desk, "Download the corrected files")
    with zipfile.ZipFile(both.value.path()) as packed:
        assert packed.read("data/events.yaml") == changed.read_bytes()
        assert packed.read("data/articles/2022-dushanbe.md") == article.read_bytes()
    assert OLD in (data / "events.yaml").read_text(encoding="utf-8")


def test_a_file_that_is_none_of_the_data_is_refused_in_words(desk, changed):
    turn_to(desk)
    wrong = changed.with_name("event.yaml")
    wrong.write_text("x", encoding="utf-8")
    desk.page.locator("input[type=file]").set_input_files(wrong)
    expect(desk.page.get_by_role("alert")).to_contain_text(
        '"event.yaml" is not one of the data files; if you meant "events.yaml", name it so'
    )
    expect(banner(desk)).to_have_count(0)


SET = """(field, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@pytest.mark.parametrize("line", ["\"'" * 30 + "\n", "# заметка\n"], ids=["quotes", "cyrillic"])
def test_a_text_of_almost_two_megabytes_can_be_tried_and_is_kept(desk, line):
    """A message has room for it, and for the JSON of it that the browser keeps, which may be three times as long."""
    received = []
    desk.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    turn_to(desk)
    desk.page.get_by_role("tab", name="Paste or edit").click()
    text = desk.page.get_by_role("textbox", name="Text of the file")
    expect(text).to_be_visible()
    text.focus()
    text.evaluate(SET, "[]\n" + line * (1_999_000 // len(line.encode())))  # to type so much would take long
    press(desk, "Try it")
    expect(banner(desk)).to_contain_text(BANNER, timeout=60_000)
    expect(desk.page.get_by_role("button", name="Download events.yaml")).to_be_visible(timeout=60_000)
    desk.rest()
    assert max(received) > 1_999_000
    desk.page.get_by_role("link", name="Disagreements", exact=True).click()
    expect(banner(desk)).to_contain_text(BANNER)
    expect(desk.page.get_by_text("exceeds")).to_have_count(0)


def test_a_message_of_more_than_eight_megabytes_ends_the_connection(desk, home):
    desk.open("page=changes")
    code = desk.page.evaluate("""(home) => new Promise((done) => {
      const socket = new WebSocket(`${home.replace("http", "ws")}_stcore/stream`, ["streamlit"]);
      socket.onclose = ({ code }) => done(code);
      socket.onopen = () => socket.send(new Uint8Array(8_000_001));
    })""", home)  # fmt: skip
    assert code == 1009, "message too big"


def put_as_the_page(visitor: Visitor, path: Path) -> tuple[HTTPConnection, str, dict[str, str]]:
    """Drop a file, and give a connection, address and headers for another upload of the same session."""
    turn_to(visitor)
    with visitor.page.expect_request(lambda request: request.method == "PUT") as put:
        drop(visitor, path)
    headers = put.value.all_headers()
    wanted = {name: headers[name] for name in ("cookie", "x-xsrftoken", "content-type") if name in headers}
    there = urlsplit(put.value.url)
    return HTTPConnection(there.netloc, timeout=30), there.path, wanted


def test_an_upload_that_says_it_has_a_gigabyte_is_refused_before_it_is_read(desk, changed):
    connection, place, headers = put_as_the_page(desk, changed)
    connection.putrequest("PUT", place)
    for name, value in (headers | {"content-length": str(10**9)}).items():
        connection.putheader(name, value)
    connection.endheaders(b" " * 1000)
    assert connection.getresponse().status == 413
    connection.close()


def test_an_upload_of_unknown_length_is_refused_as_soon_as_it_is_too_long(desk, changed):
    connection, place, headers = put_as_the_page(desk, changed)
    connection.putrequest("PUT", place)
    for name, value in (headers | {"transfer-encoding": "chunked"}).items():
        connection.putheader(name, value)
    connection.endheaders()
    boundary = headers["content-type"].partition("boundary=")[2]
    begin = f'--{boundary}\r\nContent-Disposition: form-data; name="f"; filename="events.yaml"\r\n\r\n'.encode()
    with suppress(ConnectionError):  # the server may read no further
        for piece in (begin, *[b" " * 65_536] * 60):  # the body goes on; its last piece never comes
            connection.send(b"%X\r\n%b\r\n" % (len(piece), piece))
    assert connection.getresponse().status == 413
    connection.close()


def test_a_change_can_be_typed_tried_and_discarded_without_a_mouse(desk):
    turn_to(desk)
    keys = desk.page.keyboard
    desk.page.get_by_role("tab", name="Drop files").focus()
    keys.press("ArrowRight")
    keys.press("Enter")
    text = desk.page.get_by_role("textbox", name="Text of the file")
    expect(text).to_be_visible()
    expect(text).to_have_value(re.compile(OLD))
    text.focus()
    keys.press("Control+Home")
    keys.type("wrong\n")
    keys.press("Tab")
    keys.press("Enter")
    expect(banner(desk)).to_contain_text("No event can be read in it")
    expect(text).to_be_visible()  # the tab stays open, though the banner moves it
    expect(desk.page.locator(".problems li").first).to_contain_text("events.yaml:1:1")
    desk.page.get_by_role("button", name="Discard").focus()
    keys.press("Enter")
    expect(banner(desk)).to_have_count(0)
    expect(text).to_be_visible()


def test_what_was_typed_is_there_on_coming_back_from_another_page(desk):
    turn_to(desk)
    desk.page.get_by_role("tab", name="Paste or edit").click()
    text = desk.page.get_by_role("textbox", name="Text of the file")
    text.fill("- id: typed")
    desk.page.get_by_role("link", name="Sources & method", exact=True).click()
    desk.page.get_by_role("link", name="Changes", exact=True).click()
    expect(desk.page.locator(".changes > li").first).to_be_visible()
    desk.page.get_by_role("link", name="For editors", exact=True).click()
    expect(text).to_have_value("- id: typed")
    expect(desk.page.get_by_text("Not tried yet: events.yaml")).to_be_visible()
    press(desk, "Try it")
    expect(banner(desk)).to_contain_text("to events.yaml")


def test_the_matrix_of_what_is_known_is_sorted_and_leads_to_its_event(desk):
    desk.open("page=quality")
    table = desk.page.locator("[data-view=quality]")
    table.get_by_role("button", name="Table").click()
    expect(table.locator("tbody tr").first).to_contain_text("Ashgabat dialogue 2017")
    desk.page.get_by_role("combobox", name="Order of the events").click()
    desk.page.get_by_role("option", name="Most known first").click()
    desk.stands_at("page=quality&order=most")
    expect(table.locator("tbody tr").first).to_contain_text("Dushanbe 2018")
    table.locator("summary", has_text="Download").click()
    with desk.page.expect_download() as taken:
        table.locator("[data-format='quality.csv']").click()
    rows = Path(taken.value.path()).read_text(encoding="utf-8").splitlines()
    assert rows[1].startswith("2018-dushanbe,")
    table.locator("tbody tr button").first.click()
    desk.wait_until_drawn()
    desk.sees("2018-dushanbe")


NAMES = [
    "cost $5 and $6.yaml", "*final*_draft_.yaml", "**bold** __strong__.yaml", "~~gone~~.yaml", "`code`.yaml",
    "[x](https://example.org).md", "![a](https://example.org/x.png).yaml", "https://example.org/x.yaml",
    "www.example.org.yaml", "someone@example.org.yaml", "<img src=https://example.org/x.png>.yaml",
    "<b>bold</b>&amp;.yaml", ":red[events].yaml", ":smile:.yaml", ":material/block:.yaml", "$x^2$.yaml",
    "$$\\frac12$$.yaml", "# heading.yaml", "1. list.yaml", "> quote.yaml", "a -> b <- c -- d.yaml", "a\\*b.yaml",
    "[^1] | a | b |.yaml",
]  # fmt: skip
"""Names of files that would be something else in Markdown, or as Streamlit reads it."""


def test_the_name_of_a_dropped_file_shows_as_it_is_and_fetches_nothing(desk):
    turn_to(desk)
    refused = desk.page.get_by_role("alert")
    field = desk.page.locator("input[type=file]")
    for name in NAMES:
        field.evaluate("(field) => { field.used = true }")
        field.set_input_files({"name": name, "mimeType": "", "buffer": b"x"})
        expect(refused).to_contain_text(f'"{name}" is')
        assert refused.locator("*").count() == 0
        desk.page.wait_for_function("[...document.querySelectorAll('input[type=file]')].every((field) => !field.used)")


def test_names_in_the_data_are_no_markup_on_the_pages_of_a_trial_and_of_editions(desk, data, edit):
    hostile = "![a](https://example.org/x.png) :smile: $x^2$"
    edit(("events.yaml", "label: Dushanbe 2019", f"label: '{hostile}'"))
    turn_to(desk)
    desk.page.get_by_role("tab", name="Paste or edit").click()
    desk.page.get_by_label("File", exact=True).click()
    desk.page.get_by_role("option", name="an article").click()
    desk.page.get_by_label("of", exact=True).fill("2019-dushanbe")
    desk.page.get_by_role("option", name="2019-dushanbe", exact=True).click()
    text = desk.page.get_by_role("textbox", name="Text of the file")
    expect(text).to_have_value((data / "articles" / "2019-dushanbe.md").read_text(encoding="utf-8"))
    text.fill("It began [x].")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator(".drafts")).to_have_text("Not tried yet: articles/2019-dushanbe.md")
    desk.page.goto(f"{desk.home}?page=compare&from=2019-dushanbe&to=2022-dushanbe")
    expect(desk.page.locator(".evidence .editions b").first).to_have_text(hostile)
    expect(desk.page.get_by_label("From", exact=True)).to_have_value(hostile)
