"""The same scenarios in the app, in a folder on a server, in a folder on a disk, and in one file without a network."""

import random
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.publish import folder, opened
from dashboard.publish.edition import Edition
from dashboard.publish.single import single
from dashboard.web import address, head
from tests.browser.hosts import HOSTS, reading, served
from tests.browser.test_agreeing import random_queries
from tests.browser.visitor import IDS, SIZES, VIEWS, Visitor, visit
from tests.real import EXAMPLE

MEETING = ("app", "folder", "file")
"""Where each scenario is run. A folder on a server is the same folder, except for its addresses."""
UNDER = "some where/the process"
"""The folder under the root of the server: an edition works under any path."""

# Opens an address as Back would, waits until the views show the events that are wanted, and gives those that they show.
# The first search waits for its texts.
DRAWN = """async ([query, wanted]) => {
  history.pushState({}, "", `${location.pathname}?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
  const frame = () => new Promise(requestAnimationFrame);
  const ids = IDS;
  const late = performance.now() + 5000;
  while (ids().join() !== wanted.join() && performance.now() < late) await frame();
  await frame();
  await frame();
  return ids();
}""".replace("IDS", IDS)


@pytest.fixture(scope="session")
def editions(snapshot, tmp_path_factory) -> Path:
    """A folder with both kinds of edition: a folder under a path, and a file."""
    root = tmp_path_factory.mktemp("editions")
    edition = Edition(snapshot)
    folder.write(root / UNDER, folder.files(edition))
    (root / "one file.html").write_bytes(single(edition))
    return root


@pytest.fixture(scope="module", params=MEETING)
def host(request: pytest.FixtureRequest, editions: Path) -> Iterator[tuple[str, str]]:
    """The name of a host, and the address of its first page."""
    with ExitStack() as stack:
        if request.param == "app":
            home = request.getfixturevalue("home")
        elif request.param == "served folder":
            home = stack.enter_context(served(editions)) + f"/{UNDER.replace(' ', '%20')}/index.html"
        else:
            home = (editions / (f"{UNDER}/index.html" if request.param == "folder" else "one file.html")).as_uri()
        yield request.param, home


@pytest.fixture(params=SIZES)
def anyone(request: pytest.FixtureRequest, browser: Browser, host: tuple[str, str]) -> Iterator[Visitor]:
    """A reader at a desk, then one with a phone, at any of the hosts."""
    name, home = host
    with (visit if name == "app" else reading)(browser, home, request.param) as visitor:
        yield visitor


@pytest.fixture
def someone(browser: Browser, host: tuple[str, str]) -> Iterator[Visitor]:
    """A reader at a desk, at any of the hosts."""
    name, home = host
    with (visit if name == "app" else reading)(browser, home, "desk") as visitor:
        yield visitor


def test_a_mark_of_each_chart_chooses_in_all_views_and_in_the_address(anyone):
    anyone.open()
    anyone.press_mark("timeline", "2019-dushanbe")
    anyone.sees("2019-dushanbe")
    anyone.stands_at("event=2019-dushanbe")
    expect(anyone.title).to_contain_text("Illicit Drug Trafficking")
    anyone.press_mark("matrix", "2022-dushanbe", "osce")
    anyone.sees("2022-dushanbe")
    anyone.stands_at("event=2022-dushanbe&at=osce")


def test_filters_narrow_all_views_and_are_counted(anyone, snapshot):
    anyone.open()
    with anyone.panel():
        anyone.press("organizer", "osce")
        expect(anyone.chips).to_have_text(["OSCE×"])
        number = anyone.number("year", "2022")
    left = snapshot.select(Filters(organizer=("osce",))).events["event_id"]
    assert number == len(snapshot.select(Filters(organizer=("osce",), year=("2022",))).events)
    assert {event for event, *_ in anyone.marks("timeline")} <= {*left}
    expect(anyone.count).to_have_text(f"{len(left)} of {len(snapshot.frames.events)} events")
    anyone.stands_at("organizer=osce")
    anyone.chips.first.click()
    anyone.stands_at("")


def test_a_search_finds_what_the_server_finds(anyone, snapshot):
    anyone.open()
    search = anyone.page.get_by_role("searchbox", name="Search")
    search.fill("samarkand")
    expect(anyone.chips).to_have_count(1)
    search.press("Enter")  # closes the list, which covers the views
    left = snapshot.select(Filters(q="samarkand")).events["event_id"]
    expect(anyone.count).to_have_text(f"{len(left)} of {len(snapshot.frames.events)} events")
    anyone.stands_at("q=samarkand")


def test_a_link_opens_a_proof_with_its_sources(anyone):
    anyone.open("event=2022-dushanbe&at=osce")
    anyone.sees("2022-dushanbe")
    expect(anyone.lit).to_have_attribute("data-lit", "osce")
    proof = anyone.view("article").locator("aside.proof")
    expect(proof).to_contain_text(re.compile("Sources? that says? so"))
    expect(proof).to_contain_text("Asia-Plus, 18 October 2022")
    proof.get_by_role("button", name="Close").click()
    expect(anyone.lit).to_have_count(0)
    anyone.stands_at("event=2022-dushanbe")


@pytest.mark.parametrize("host", HOSTS, indirect=True)
def test_the_title_of_the_window_says_what_the_address_says(someone, host, snapshot):
    def expect_title_of(query: str) -> None:
        expect(someone.page).to_have_title(head.title_of_view(snapshot, address.read(address.parsed(query), snapshot)))

    someone.open()
    expect_title_of("")
    someone.press("organizer", "osce")
    expect_title_of("organizer=osce")
    someone.view("matrix").get_by_role("button", name="Dushanbe 2022").click()
    expect_title_of("organizer=osce&event=2022-dushanbe")
    someone.page.evaluate("document.title = 'The title that the server knows'")
    expect_title_of("organizer=osce&event=2022-dushanbe")
    someone.page.go_back()
    expect_title_of("organizer=osce")
    someone.page.go_forward()
    expect_title_of("event=2022-dushanbe")
    if host[0] != "file":
        someone.page.get_by_role("navigation", name="Pages").get_by_role("link", name="Disagreements").click()
        expect_title_of("page=disagreements")
        someone.page.go_back()
        expect_title_of("event=2022-dushanbe")
    # a link to another page, which the file does not have
    someone.page.goto(f"{someone.home}?page=changes")
    expect_title_of("" if host[0] == "file" else "page=changes")


@pytest.mark.parametrize("host", HOSTS, indirect=True)
def test_back_and_forward_follow_what_was_chosen(someone):
    someone.open("event=2018-dushanbe")
    someone.view("matrix").get_by_role("button", name="Dushanbe 2022").click()
    someone.press("year", "2022")
    someone.stands_at("year=2022&event=2022-dushanbe")
    someone.page.go_back()
    expect(someone.chips).to_have_count(0)
    someone.sees("2022-dushanbe")
    someone.page.go_back()
    someone.sees("2018-dushanbe")
    someone.page.go_forward()
    someone.sees("2022-dushanbe")
    someone.reload()
    someone.sees("2022-dushanbe")
    someone.stands_at("event=2022-dushanbe")


def test_arrow_keys_choose_and_every_control_is_reached_with_the_keyboard(someone):
    someone.open("event=2019-dushanbe")
    someone.page.locator(".chart").focus()
    someone.page.keyboard.press("ArrowRight")
    someone.sees("2019-side-eu")
    someone.page.keyboard.press("Enter")
    expect(someone.view("article").locator(".page")).to_be_focused()
    names = set()
    someone.page.locator(".linked .bar").get_by_role("button", name="Take away").focus()
    for _ in range(40):
        names.add(someone.page.evaluate("document.activeElement.closest('[data-view]')?.dataset.view"))
        someone.page.keyboard.press("Tab")
    assert {"timeline", "matrix", "article"} <= names


def test_a_picture_is_drawn_and_saved(someone, tmp_path):
    someone.open("year=2022")
    with someone.taking("Chart") as panel, someone.page.expect_download() as waiting:
        panel.locator("[data-format='timeline.svg']").click()
    waiting.value.save_as(tmp_path / "timeline.svg")
    assert waiting.value.suggested_filename.endswith(".svg")
    assert "<svg" in (tmp_path / "timeline.svg").read_text(encoding="utf-8")


def test_an_old_id_and_what_mailers_add_do_no_harm_and_the_unknown_is_named(someone):
    someone.open("event=2022-dushanbe&utm_source=mail&fbclid=x")
    someone.sees("2022-dushanbe")
    expect(someone.page.locator(".notice:visible")).to_have_count(0)
    someone.open("event=2022-samarkant&year=2022")
    notice = someone.page.locator(".notice.of-address")
    expect(notice).to_contain_text("The link contains something unknown: event “2022-samarkant”. The page ignores it.")
    expect(someone.chips).to_have_text(["2022×"])
    someone.chips.first.click()
    expect(notice).to_be_hidden()


def test_the_page_follows_the_theme_of_the_system(someone):
    someone.page.emulate_media(color_scheme="dark")
    someone.open("event=2022-dushanbe")
    expect(someone.page.locator(".linked.filtered")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("host", ["served folder", "file"], indirect=True)  # the app is in test_agreeing.py
def test_for_a_hundred_random_addresses_the_events_of_the_app_are_drawn(someone, snapshot):
    someone.open()
    differences = {}
    for query in random_queries(snapshot, random.Random(12))[:100]:
        choice = address.read(address.parsed(query), snapshot)
        left = sorted(snapshot.select(choice.filters).events["event_id"])
        drawn = someone.page.evaluate(DRAWN, [query, left])
        if drawn != left:
            differences[query] = {*drawn} ^ {*left}
    assert differences == {}


def test_every_article_opens_in_an_edition(browser, editions, snapshot):
    home = (editions / "one file.html").as_uri()
    with reading(browser, home, "desk") as reader:
        reader.open("weight=any")
        for event in snapshot.dataset.events.values():
            reader.page.evaluate(
                "(query) => { history.pushState({}, '', query); dispatchEvent(new PopStateEvent('popstate')); }",
                f"{home}?weight=any&event={event.id}",
            )
            reader.sees(event.id)
            expect(reader.title).to_have_text(event.title)


def test_where_the_address_of_a_file_cannot_be_written_it_is_in_the_hash(browser, editions):
    home = (editions / "one file.html").as_uri()
    with reading(browser, home, "desk") as reader:
        reader.page.add_init_script(
            "history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };"
        )
        reader.open()
        reader.press("year", "2022")
        expect(reader.page).to_have_url(f"{home}#?year=2022")
        reader.view("matrix").get_by_role("button", name="Dushanbe 2022").click()
        expect(reader.page).to_have_url(f"{home}#?year=2022&event=2022-dushanbe")
        reader.page.go_back()
        expect(reader.page).to_have_url(f"{home}#?year=2022")
        reader.reload()
        expect(reader.chips).to_have_text(["2022×"])
        reader.page.go_back()
        expect(reader.chips).to_have_count(0)


def test_a_folder_on_a_server_can_be_read_offline_after_the_first_visit(browser, editions):
    with served(editions) as site:
        home = f"{site}/{UNDER.replace(' ', '%20')}/index.html"
        context = browser.new_context(**SIZES["desk"])
        page = context.new_page()
        page.goto(home)
        page.wait_for_function("Boolean(navigator.serviceWorker.controller)")
    try:
        page.goto(f"{home.removesuffix('index.html')}?event=2019-dushanbe")
        page.wait_for_selector("html[data-ready]", state="attached")
        for view in VIEWS:
            expect(page.locator(f"[data-view={view}]")).to_have_attribute("data-event", "2019-dushanbe")
        page.get_by_role("searchbox", name="Search").fill("samarkand")
        expect(page.locator(".linked .chip")).to_have_count(1)
        page.get_by_role("button", name=re.compile("^Remove filter")).click()
        page.locator(".chart").focus()
        page.keyboard.press("Home")
        expect(page.locator("[data-view=article] .page h2")).to_be_visible()
    finally:
        context.close()


def test_the_check_of_an_edition_finds_nothing_and_what_is_broken_is_named(editions, tmp_path):
    report = opened.opened(editions / "one file.html")
    assert report.faults == ()
    assert "events" in report.shown[0]
    broken = (
        (editions / "one file.html").read_text(encoding="utf-8").replace("const PLOT = {", "const PLOT = no; ({", 1)
    )
    (tmp_path / "broken.html").write_text(broken, encoding="utf-8")
    report = opened.opened(tmp_path / "broken.html", patience=1)  # nothing will happen there
    assert "Content Security Policy" in report.faults[0], "the script is not the one that the page names"
    assert not report.shown


def test_all_events_are_there_with_every_weight(someone, snapshot):
    someone.open("weight=any")
    left = snapshot.select(Filters(weight=EVERY_WEIGHT)).events
    expect(someone.count).to_contain_text(f"{len(left)}")


@pytest.mark.parametrize("size", SIZES)
def test_the_views_of_a_series_with_many_editions_fit_the_window(browser, tmp_path, size):
    (tmp_path / "series.html").write_bytes(single(Edition(EXAMPLE)))
    with reading(browser, (tmp_path / "series.html").as_uri(), size) as someone:
        someone.open()
        pane = someone.view("timeline").evaluate("(pane) => pane.getBoundingClientRect().right")
        zoom = someone.view("timeline").get_by_title("Zoom in")
        assert zoom.evaluate("(button) => button.getBoundingClientRect().right") <= pane
        assert someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heads = someone.view("matrix").locator(".column").all()
        wide = [head.inner_text() for head in heads if head.evaluate("({scrollWidth: w, clientWidth: c}) => w > c")]
        assert (len(heads), wide) == (9, [])


def test_the_tour_leads_through_its_steps_and_ends(someone):
    page, card = someone.page, someone.page.get_by_role("dialog", name=re.compile("^Tour, step"))
    someone.open("year=2018")
    expect(card).to_have_count(0)
    page.locator(".masthead").get_by_role("link", name="Tour", exact=True).click()
    expect(card).to_contain_text("Step 1 of 6")
    expect(card).to_be_focused()
    card.get_by_role("button", name="Next").click()
    card.get_by_role("button", name="Next").click()
    expect(card).to_contain_text("Step 3 of 6")
    someone.stands_at("event=2022-dushanbe&at=qatar&tour=3")
    page.go_back()
    expect(card).to_contain_text("Step 2 of 6")
    page.go_forward()
    card.get_by_role("button", name="Next").click()
    expect(someone.chips).to_have_text(["OSCE×"])
    card.get_by_role("button", name="Next").click()
    expect(someone.chips).to_have_count(0)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator(".masthead a.tour")).to_be_focused()
    someone.stands_at("year=2018")  # as before the tour
    expect(someone.chips).to_have_text(["2018×"])


def test_an_address_opens_a_step_of_the_tour(someone):
    someone.open("tour=4")
    card = someone.page.get_by_role("dialog", name="Tour, step 4 of 6: Narrow it down")
    expect(card).to_be_visible()
    expect(someone.chips).to_have_text(["OSCE×"])
    card.get_by_role("button", name="Skip the tour").click()
    expect(card).to_have_count(0)
    someone.stands_at("organizer=osce&event=2022-dushanbe")


@pytest.mark.parametrize("hides", ["map=1", "table=timeline"])
def test_a_step_about_the_timeline_shows_the_timeline(someone, hides):
    page, card = someone.page, someone.page.get_by_role("dialog", name=re.compile("^Tour, step 1"))
    someone.open(f"event=2018-dushanbe&tour=1&{hides}")
    expect(card).to_have_attribute("data-side", "right")
    expect(page.locator(".timeline .chart")).to_be_visible()
    expect(page.locator(".map, .timeline table")).to_have_count(0)


@pytest.mark.parametrize(("button", "hides"), [("Map", "map=1"), ("Table", "table=timeline")])
def test_a_reader_who_closes_the_chart_of_a_step_leaves_the_tour(someone, button, hides):
    card = someone.page.get_by_role("dialog", name=re.compile("^Tour, step"))
    someone.open("tour=1")
    expect(card).to_be_visible()
    someone.button("timeline", button).click()
    expect(card).to_have_count(0)
    someone.stands_at("&".join(sorted(["event=2018-dushanbe", hides])))
    someone.page.go_back()
    expect(card).to_contain_text("Step 1 of 6")
    expect(someone.page.locator(".timeline .chart")).to_be_visible()


def test_the_map_follows_the_filters_and_chooses(someone):
    page, lit = someone.page, someone.page.locator(".map .mark[data-chosen]")
    someone.open()
    page.get_by_role("region", name="Timeline").get_by_role("button", name="Map").click()
    places = page.get_by_role("region", name="Places")
    expect(lit).to_contain_text("Kuwait City")
    assert places.locator(".list").evaluate("(list) => list.scrollTop") == 0, "the place is in sight already"
    expect(places.get_by_role("button", name="Map")).to_be_focused()
    places.get_by_role("img").get_by_text("Dushanbe", exact=True).click()
    places.get_by_role("button", name="Dushanbe 2019", exact=True).click()
    expect(lit).to_contain_text("Dushanbe")
    someone.stands_at("event=2019-dushanbe&map=1")
    someone.press("year", "2024")
    expect(places.locator(".mark").filter(has_text="Dushanbe")).to_have_count(0)
    expect(lit).to_contain_text("Kuwait City")
    places.get_by_role("button", name="Download").click()
    events = page.get_by_role("dialog").locator("[data-wish='table:events']")
    expect(events).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    places.get_by_role("button", name="Map").click()
    expect(page.get_by_role("region", name="Timeline").get_by_role("button", name="Map")).to_be_focused()
    expect(places).to_have_count(0)
