"""The panel “Take away”: two steps from the page to each of its parts, all of them for the filters of the reader."""

import json
import re
from urllib.parse import parse_qsl, urlsplit

from PIL import Image
from playwright.sync_api import Locator, expect

from dashboard import exports
from dashboard.exports.tables import tables_of
from dashboard.frames.filters import Filters
from dashboard.look import captions
from tests.browser.visitor import FRAMES, PARTS, Visitor

QUERY = "year=2022&organizer=osce"
FILTERS = Filters(year=("2022",), organizer=("osce",))
KEYS = {"Data": "d", "Cite": "c", "Subscribe": "s", "Embed": "e", "Print": "p", "Chart": "c"}
"""The first letters of the parts, in an order in which each leads to its part."""


def panel(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("dialog", name="Take away")


def test_two_keys_lead_to_every_part_and_escape_leads_back(desk):
    desk.open(QUERY)
    button = desk.page.get_by_role("button", name="Take away", exact=True)
    for part, key in KEYS.items():
        button.focus()
        desk.page.keyboard.press("Enter")
        expect(panel(desk).locator("[role=tab]:focus")).to_have_attribute("aria-selected", "true")
        desk.page.keyboard.press(key)
        tab = panel(desk).get_by_role("tab", name=re.compile(f"^{part}"))
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(tab).to_be_focused()
        expect(panel(desk).get_by_role("tabpanel")).to_have_attribute("data-part", part.lower())
        desk.page.keyboard.press("Escape")
        expect(button).to_be_focused()
    button.press("Enter")
    expect(panel(desk).locator("[role=tab]:focus")).to_be_visible()
    for part in (*PARTS[1:], PARTS[0]):
        desk.page.keyboard.press("ArrowDown")
        expect(panel(desk).get_by_role("tab", name=re.compile(f"^{part}"))).to_be_focused()
    desk.page.keyboard.press("Escape")
    desk.stands_at(QUERY)


def test_a_file_keeps_the_focus_when_the_same_choice_comes_again(desk):
    desk.open(QUERY)
    with desk.taking("Data") as panel:
        link = panel.locator("[data-format='events.csv']")
        link.focus()
        desk.page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
        desk.page.evaluate(FRAMES, 3)
        expect(link).to_be_focused()


def test_the_focus_comes_back_to_the_button_that_another_width_has_drawn_anew(desk):
    page, panel = desk.page, desk.page.get_by_role("dialog", name="Take away")
    desk.open()
    for button in (page.locator(".bar .take"), desk.button("timeline", "Download")):
        page.set_viewport_size({"width": 1440, "height": 900})
        desk.rest()
        button.click()
        expect(panel).to_be_visible()
        button.evaluate("(node) => { window.before = node; }")
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function("!window.before.isConnected")
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)
        expect(button).to_be_focused()


def test_it_says_which_events_are_taken_away_and_follows_back(desk, snapshot):
    desk.open("year=2022")
    desk.press("organizer", "osce")
    with desk.taking("Chart") as taken:
        expect(taken.locator(".which")).to_have_text(captions.choice(snapshot, FILTERS, snapshot.select(FILTERS)))
        desk.page.go_back()
        before = Filters(year=("2022",))
        expect(taken.locator(".which")).to_have_text(captions.choice(snapshot, before, snapshot.select(before)))


def test_a_picture_is_seen_before_it_is_taken_in_three_sizes(desk, snapshot):
    desk.open(QUERY)
    layout = json.loads(exports.figure_json("timeline", snapshot, FILTERS))["figure"]["layout"]
    natural = (layout["width"], layout["height"])
    with desk.taking("Chart") as taken:
        seen = []
        for size in ("document", "slide", "web"):
            choice = taken.locator(f"[data-wish='size:{size}']")
            choice.click()
            expect(choice).to_be_focused()  # although it was drawn anew
            image = taken.locator(".preview img")
            expect(image).to_have_js_property("complete", True)
            expect(image).to_have_attribute("src", re.compile("^data:image/svg"))
            with desk.page.expect_download() as waiting:
                taken.locator("[data-format='timeline.png']").click()
            with Image.open(waiting.value.path()) as picture:
                seen.append(picture.size)
                width, height = image.evaluate("(node) => [node.naturalWidth, node.naturalHeight]")
                assert picture.width * height == picture.height * width  # the preview has the shape of the picture
            words = "{:,} × {:,} dots".format(*seen[-1])
            expect(taken.locator("li", has=desk.page.locator("[data-format='timeline.png']"))).to_contain_text(words)
    document, slide, web = seen
    assert document == tuple(2 * length for length in natural)
    assert web == natural
    assert 9 * slide[0] == 16 * slide[1] and slide >= document


def test_data_has_the_rows_that_the_filters_leave_and_code_with_their_address(desk, snapshot):
    desk.open(QUERY)
    with desk.taking("Data") as taken:
        for name, frame in tables_of(snapshot, FILTERS).items():
            choice = taken.locator(f"[data-wish='table:{name}']")
            expect(choice.locator("b")).to_have_text(f"{len(frame):,}")
            choice.click()
            expect(choice).to_be_focused()
            formats = taken.locator("[data-download=data] [data-format]")
            assert {link.get_attribute("data-format") for link in formats.all()} == {
                export for export in exports.EXPORTS if re.match(rf"{name}(-excel)?\.", export)
            } - {f"{name}.atom", f"{name}.bib", f"{name}.ris"}
            for tool in taken.locator("[data-wish^='tool:']").all():
                tool.click()
                expect(taken.locator("pre")).to_contain_text(f"{desk.home}export/{name}.csv?{QUERY}")


def test_addresses_to_subscribe_to_have_the_filters_that_they_follow(desk):
    desk.open(QUERY)
    with desk.taking("Subscribe") as taken:
        addresses = [address.strip() for address in taken.locator("pre").all_inner_texts()]
        filtered = [f"{desk.home}export/{name}?{QUERY}" for name in ("calendar.ics", "events.atom")]
        assert addresses == [*filtered, f"{desk.home}export/changes.atom"]
        calendar = taken.get_by_role("link", name="Open in a calendar")
        expect(calendar).to_have_attribute("href", "webcal:" + addresses[0].removeprefix("http:"))


def test_code_to_embed_has_the_choice_of_the_reader(desk):
    desk.open(f"{QUERY}&event=2022-dushanbe&at=osce&sort=name")
    with desk.taking("Embed") as taken:
        for view in ("timeline", "matrix", "article"):
            taken.locator(f"[data-wish='embedded:{view}']").click()
            code = taken.locator("pre").inner_text()
            address = urlsplit(re.search('src="(.+?)"', code)[1].replace("&amp;", "&"))
            assert address._replace(query="").geturl() == f"{desk.home}embed/{view}"
            given = dict(parse_qsl(address.query))
            expected = {"year": "2022", "organizer": "osce", "event": "2022-dushanbe", "at": "osce"}
            assert given.items() >= expected.items()
            assert ("sort" in given) == (view == "matrix")
            expect(taken.locator("iframe")).to_have_attribute("src", address.geturl())


def test_without_the_server_it_says_what_does_not_work(desk):
    desk.open(QUERY)
    with desk.taking("Print"):
        pass
    desk.page.route(re.compile(r"/export/|/linked/(figure|takeaway)"), lambda route: route.abort())
    with desk.taking("Data") as taken:
        expect(taken.get_by_role("alert")).to_have_text(
            "The list of files did not arrive. The server does not answer. Try again in a moment."
        )
        desk.page.unroute_all()
        taken.get_by_role("button", name="Try again").click()
        expect(taken.locator("[data-format='events.csv']")).to_be_visible()
    desk.faults.clear()


def test_texts_are_copied(desk):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.open(QUERY)
    with desk.taking("Data") as taken:
        code = taken.locator("pre").inner_text()
        taken.get_by_role("button", name=re.compile("^Copy the code")).click()
        assert desk.page.evaluate("navigator.clipboard.readText()").strip() == code.strip()
        expect(taken.get_by_role("button", name=re.compile("^Copied the code"))).to_be_visible()


def test_the_page_prints_without_the_panel(desk):
    desk.open(QUERY)
    desk.page.evaluate("window.print = () => { window.printed = !document.querySelector('.takeaway[open]') }")
    desk.page.get_by_role("button", name="Take away", exact=True).click()
    panel(desk).get_by_role("tab", name="Print").click()
    panel(desk).get_by_role("button", name="Print this page").click()
    assert desk.page.evaluate("window.printed")
    with desk.taking("Cite"):
        desk.page.emulate_media(media="print")
        expect(desk.page.locator(".takeaway")).to_be_hidden()
        desk.page.emulate_media(media="screen")


def test_the_page_about_the_data_cites_it_as_the_panel_does(desk):
    desk.open()
    with desk.taking("Cite") as taking:
        taking.locator("[data-wish='cited:dataset']").click()
        expect(taking.locator("[data-wish='cited:dataset']")).to_have_attribute("aria-pressed", "true")
        expect(taking).to_contain_text("Data set")
        shown = taking.inner_text()
    desk.page.goto(f"{desk.home}?page=about#cite")
    styles = desk.page.locator("#cite dd")
    expect(styles).to_have_count(2)
    assert [words for words in styles.all_inner_texts() if words not in shown] == []
    assert f"from {desk.home}" in styles.first.inner_text()
