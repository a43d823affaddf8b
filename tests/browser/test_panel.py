"""The panel of filters on a page of its own, which answers each act as the views do, with counts of the real data."""

import json
from collections.abc import Iterator
from dataclasses import fields

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from dashboard.frames.filters import EVERY_WEIGHT, FREE, MAX_TEXT, Filters
from dashboard.library import Snapshot
from dashboard.records.model import ORGANIZER_KINDS
from dashboard.topics.explore import payload
from tests.browser.server import ROOT
from tests.browser.visitor import SIZES

ASSETS = ROOT / "dashboard" / "assets"
HOME = "http://panel.test/"
TYPES = {".js": "text/javascript", ".css": "text/css"}
PAGE = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="css/page.css">
<link rel="stylesheet" href="css/panel.css">
<style>
  html { color-scheme: light dark; background: Canvas; font-family: "Source Sans", "Noto Sans", sans-serif; }
  body { margin: 10px; display: flex; gap: 14px; align-items: flex-start; flex-wrap: wrap; }
  main { flex: 1 1 50%; height: 3000px; border: 1px dashed gray; border-radius: 8px; }
</style>
<body><main></main>
<script type="module">
  import { Panel } from "./engine/panel.js";
  const first = await remaining(null);
  let filters = first.filters;
  window.acts = [];
  window.sought = 0;
  const panel = new Panel({ seek: () => window.sought++, act });
  document.body.prepend(panel.root);
  window.show = async (changed) => {
    filters = { ...filters, ...changed };
    panel.update(await remaining(filters));
  };
  async function act(done) {
    window.acts.push(done);
    if (done.do === "reset") return show(first.filters);
    if (done.do === "text") return show({ q: done.q });
    const others = filters[done.facet].filter((value) => value !== done.value);
    await show({ [done.facet]: done.on ? [...others, done.value] : others });
  }
  panel.update(first);
  document.body.dataset.ready = "";
</script>"""


class Shown:
    """The page with the panel."""

    def __init__(self, page: Page, snapshot: Snapshot) -> None:
        self.page, self.snapshot = page, snapshot
        self.texts = json.loads(payload.bundle(snapshot))["words"]
        self.root = page.get_by_role("region", name="Filters")
        self.count = page.locator(".panel .count")
        self.search = page.get_by_label("Search", exact=True)
        self.sheet = page.get_by_role("dialog", name="Filters")
        page.expose_function("remaining", self._remaining)
        page.route(f"{HOME}**", self._serve)
        page.goto(HOME)
        page.wait_for_selector("[data-ready]")

    def _serve(self, route: Route) -> None:
        path = ASSETS / route.request.url.removeprefix(HOME)
        if path.suffix in TYPES:
            route.fulfill(body=path.read_text(encoding="utf-8"), content_type=TYPES[path.suffix])
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    def _remaining(self, chosen: dict | None) -> dict:
        filters = Filters() if chosen is None else self.filters(chosen)
        organizers = [self.snapshot.dataset.organizers[organizer] for organizer in self.snapshot.known["organizer"]]
        return {
            "words": self.texts,
            "known": self.snapshot.known,
            "groups": [
                {"label": label, "values": [organizer.id for organizer in organizers if organizer.kind == kind]}
                for kind, label in ORGANIZER_KINDS.items()
            ],
            "names": {organizer.id: organizer.name for organizer in organizers},
            "filters": {field.name: getattr(filters, field.name) for field in fields(filters)},
            "counts": self.snapshot.counts(filters),
            "shown": len(self.snapshot.select(filters).events),
            "total": len(self.snapshot.frames.events),
        }

    @staticmethod
    def filters(chosen: dict) -> Filters:
        """Read filters as the page has them; no weight means any weight."""
        values = {name: value if name in FREE else tuple(value) for name, value in chosen.items()}
        return Filters(**values | {"weight": values["weight"] or EVERY_WEIGHT})

    def box(self, facet: str, value: str) -> Locator:
        return self.page.locator(f'[data-facet="{facet}"][data-value="{value}"]')

    def acts(self) -> list[dict]:
        return self.page.evaluate("window.acts")

    def words(self, number: int) -> str:
        return f"{number} of {len(self.snapshot.frames.events)} events"

    def expect_remaining(self, filters: Filters) -> None:
        expect(self.count).to_have_text(self.words(len(self.snapshot.select(filters).events)))

    def focused(self) -> str:
        """Give the focused element: its facet and value, or its text."""
        return self.page.evaluate(
            """() => {
              const { dataset, textContent, type } = document.activeElement;
              return dataset.facet ? `${dataset.facet} ${dataset.value}` : textContent || type;
            }"""
        )


@pytest.fixture
def opened(browser: Browser, snapshot: Snapshot) -> Iterator:
    """Open the page in a window of a size; at the end nothing must have gone wrong in it."""
    contexts, faults = [], []

    def show(size: str, **options) -> Shown:
        context = browser.new_context(**SIZES[size] | options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        return Shown(page, snapshot)

    yield show
    for context in contexts:
        context.close()
    assert not [fault for fault in faults if "favicon" not in fault], faults


@pytest.fixture
def desk(opened) -> Shown:
    return opened("desk")


@pytest.fixture
def phone(opened) -> Shown:
    return opened("phone")


def test_each_choice_says_what_it_would_leave(desk: Shown) -> None:
    desk.expect_remaining(Filters())
    counts = desk.snapshot.counts(Filters())
    for facet in ("year", "kind", "weight", "organizer", "role"):
        for value, label in desk.snapshot.known[facet].items():
            number = counts[facet].get(value, 0)
            box = desk.box(facet, value)
            words = f"{label}, {number} {'event' if number == 1 else 'events'}"
            expect(box).to_have_attribute("aria-label", words)
            expect(box.locator("xpath=..")).to_have_text(f"{label}{number}")
            chosen = value in getattr(Filters(), facet)
            expect(box).to_be_checked(checked=chosen)
            expect(box).to_have_attribute("aria-disabled", "true" if not number and not chosen else "false")


def test_a_choice_is_reported_and_the_nodes_stay(desk: Shown) -> None:
    box = desk.box("year", "2019")
    box.evaluate("(node) => { window.before = node; }")
    box.click()
    desk.expect_remaining(Filters(year=("2019",)))
    assert desk.acts() == [{"do": "filter", "facet": "year", "value": "2019", "on": True}]
    assert desk.page.evaluate("document.activeElement === window.before && window.before.isConnected")
    expect(box).to_be_checked()
    number = desk.snapshot.counts(Filters(year=("2019",)))["kind"]["conference"]
    name = f"Conferences, {number} {'event' if number == 1 else 'events'}"
    expect(desk.page.get_by_role("checkbox", name=name, exact=True)).to_be_visible()


def test_the_keyboard_is_enough(desk: Shown) -> None:
    page = desk.page
    page.keyboard.press("Tab")
    assert desk.focused() == "Reset"
    page.keyboard.press("Tab")
    assert desk.focused() == "search"
    for year in ("2017", "2018"):
        page.keyboard.press("Tab")
        assert desk.focused() == f"year {year}"
    page.keyboard.press("Space")
    desk.expect_remaining(Filters(year=("2018",)))
    assert desk.focused() == "year 2018"
    ring = "(node) => getComputedStyle(node.parentElement).outlineStyle"
    assert desk.box("year", "2018").evaluate(ring) == "solid"
    page.keyboard.press("Space")
    desk.expect_remaining(Filters())
    expect(desk.box("year", "2018")).not_to_be_checked()


def test_what_would_leave_nothing_keeps_the_focus_and_does_nothing(desk: Shown) -> None:
    box = desk.box("year", "2017")
    box.focus()
    desk.page.keyboard.press("Space")
    box.click(force=True)  # Playwright waits for what is aria-disabled
    expect(box).not_to_be_checked()
    assert desk.focused() == "year 2017" and desk.acts() == []


def test_what_leaves_nothing_can_be_taken_off(desk: Shown) -> None:
    desk.page.evaluate("show({ year: ['2017'] })")
    expect(desk.count).to_have_text(desk.words(0))
    box = desk.box("year", "2017")
    expect(box).to_be_checked()
    box.focus()
    desk.page.keyboard.press("Space")
    desk.expect_remaining(Filters())


def test_a_search_waits_for_a_pause(desk: Shown) -> None:
    desk.search.focus()
    assert desk.page.evaluate("window.sought") == 1
    desk.search.press_sequentially("kuwait", delay=15)
    desk.expect_remaining(Filters(q="kuwait"))
    assert desk.acts() == [{"do": "text", "q": "kuwait"}]
    desk.search.fill("")
    assert desk.acts()[1:] == [{"do": "text", "q": ""}]
    desk.search.press_sequentially("border")
    desk.search.press("Enter")
    assert desk.acts()[2:] == [{"do": "text", "q": "border"}]
    assert desk.page.evaluate("new Promise((done) => setTimeout(() => done(window.acts.length), 300))") == 3


def test_what_is_typed_stays(desk: Shown) -> None:
    desk.search.press_sequentially("bord")
    desk.page.evaluate("show({ year: ['2019'] })")  # before the pause is over
    expect(desk.search).to_have_value("bord")
    desk.expect_remaining(Filters(year=("2019",), q="bord"))
    desk.search.press_sequentially("er ")
    desk.expect_remaining(Filters(year=("2019",), q="border"))
    expect(desk.search).to_have_value("border ")
    desk.page.get_by_role("button", name="Reset").click()
    expect(desk.search).to_have_value("")
    desk.expect_remaining(Filters())


def test_a_text_from_elsewhere_is_shown(desk: Shown) -> None:
    desk.search.focus()
    desk.page.evaluate("show({ q: 'unoct' })")
    expect(desk.search).to_have_value("unoct")
    desk.search.press_sequentially(" x")
    expect(desk.count).to_have_text(desk.words(len(desk.snapshot.select(Filters(q="unoct x")).events)))
    desk.page.evaluate("show({ q: 'unoct' })")
    expect(desk.search).to_have_value("unoct")


def test_a_reset_forgets_what_is_not_yet_searched_for(desk: Shown) -> None:
    desk.page.evaluate("show({ year: ['2019'] })")
    desk.expect_remaining(Filters(year=("2019",)))
    desk.search.press_sequentially("x")
    desk.page.evaluate("document.querySelector('.panel .reset').click()")
    desk.expect_remaining(Filters())
    assert desk.acts() == [{"do": "reset"}]


def test_a_search_that_is_too_long_stays_in_the_field_and_says_so(desk: Shown) -> None:
    note = desk.page.locator(".search .wrong")
    expect(note).to_be_hidden()
    desk.search.fill("x" * (MAX_TEXT + 50))
    expect(note).to_have_text(f"Only the first {MAX_TEXT} characters are searched for.")
    desk.expect_remaining(Filters(q="x" * MAX_TEXT))
    desk.search.blur()
    expect(desk.search).to_have_value("x" * (MAX_TEXT + 50))
    assert desk.acts() == [{"do": "text", "q": "x" * MAX_TEXT}]
    desk.search.fill("x" * MAX_TEXT)
    expect(note).to_be_hidden()


def test_a_text_that_cannot_be_seen_is_no_search(desk: Shown) -> None:
    desk.search.fill("\u200b")
    desk.search.blur()
    assert desk.acts() == []


def test_a_long_list_narrows(desk: Shown) -> None:
    summary = desk.page.locator("summary", has_text="Organizer")
    expect(summary).to_have_text(f"Organizer{len(desk.snapshot.known['organizer'])}")
    summary.click()
    field = desk.page.get_by_label("Find an organizer in this list")
    field.fill("counter-terr")  # in full names alone
    names = {value: desk.snapshot.dataset.organizers[value].name for value in desk.snapshot.known["organizer"]}
    for value, name in names.items():
        expect(desk.box("organizer", value)).to_be_visible(visible="counter-terr" in name.lower())
    expect(desk.page.get_by_role("group", name="States")).to_be_hidden()
    desk.box("organizer", "unoct").check()
    desk.expect_remaining(Filters(organizer=("unoct",)))
    expect(field).to_have_value("counter-terr")
    expect(summary).to_have_text("Organizer1 chosen")
    field.fill("nobody")
    expect(desk.page.get_by_text("No organizer has these words in its name.")).to_be_visible()
    assert len(desk.acts()) == 1


def test_a_list_with_a_choice_is_open_at_first(desk: Shown) -> None:
    expect(desk.box("role", "host")).to_be_hidden()
    desk.page.evaluate("show({ role: ['host'] })")
    expect(desk.page.locator("summary", has_text="Role1 chosen")).to_be_visible()
    expect(desk.box("role", "host")).to_be_hidden()  # only at first: later nothing moves by itself


def test_on_a_phone_the_filters_are_a_sheet(phone: Shown) -> None:
    page, opener = phone.page, phone.page.locator(".panel .opener")
    expect(phone.sheet).to_be_hidden()
    opener.tap()
    expect(phone.sheet).to_be_visible()
    assert page.evaluate("document.activeElement.localName") == "h2"  # not a field: no keyboard covers the sheet
    phone.box("year", "2019").tap()
    number = len(phone.snapshot.select(Filters(year=("2019",))).events)
    show = page.get_by_role("button", name=f"Show {number} events")
    page.mouse.wheel(0, 800)
    box = show.bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    assert page.evaluate("document.scrollingElement.scrollTop") == 0
    show.tap()
    expect(phone.sheet).to_be_hidden()
    expect(opener).to_have_text("Filters (1)")
    assert phone.focused() == "Filters (1)"
    opener.press("Enter")
    expect(phone.sheet).to_be_visible()
    expect(phone.box("year", "2019")).to_be_checked()
    page.get_by_role("button", name="Reset").tap()
    number = len(phone.snapshot.select(Filters()).events)
    expect(page.get_by_role("button", name=f"Show {number} events")).to_be_visible()
    page.keyboard.press("Escape")
    expect(phone.sheet).to_be_hidden()
    assert phone.focused() == "Filters"


def test_on_a_phone_everything_is_large_enough_for_a_finger(phone: Shown) -> None:
    phone.page.locator(".panel .opener").tap()
    for name in ("Organizer", "Role"):
        phone.page.locator("summary", has_text=name).tap()
    sizes = phone.page.eval_on_selector_all(
        ".panel :is(label, summary, button, input[type=search])",
        "(nodes) => nodes.map((node) => [node.textContent, node.getBoundingClientRect().height])",
    )
    assert not [(text, height) for text, height in sizes if 0 < height < 40]
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_focus_stays_in_the_sheet(phone: Shown) -> None:
    phone.page.locator(".panel .opener").tap()
    for _ in range(60):
        phone.page.keyboard.press("Tab")
        assert phone.page.evaluate("!document.hasFocus() || !!document.activeElement.closest('dialog, body:focus')")


def test_a_window_that_grows_shows_the_same_controls_as_a_column(phone: Shown) -> None:
    phone.page.locator(".panel .opener").tap()
    phone.box("kind", "conference").focus()
    phone.box("kind", "conference").evaluate("(node) => { window.before = node; }")
    phone.page.set_viewport_size({"width": 1100, "height": 700})
    expect(phone.sheet).to_be_hidden()
    expect(phone.page.locator(".panel .opener")).to_be_hidden()
    expect(phone.box("kind", "conference")).to_be_focused()
    assert phone.page.evaluate("document.querySelectorAll('[data-facet=kind][data-value=conference]').length") == 1
    phone.page.set_viewport_size({"width": 390, "height": 844})
    expect(phone.box("kind", "conference")).to_be_hidden()


DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
HEADING, OPENER = ".panel h2", ".panel .opener"


@pytest.mark.parametrize(
    ("focused", "at_desk"),
    [
        ("[data-value=conference]", "[data-value=conference]"),
        (HEADING, HEADING),
        (".reset", ".reset"),
        (".show", HEADING),  # a desk has none of these
        ("dialog", HEADING),
    ],
)
def test_the_focus_goes_on_where_the_sheet_becomes_a_column_and_back(phone: Shown, focused: str, at_desk: str) -> None:
    phone.page.locator(OPENER).tap()
    phone.page.locator(focused).first.evaluate("(node) => node.focus()")
    phone.page.set_viewport_size(DESK)
    expect(phone.page.locator(at_desk).first).to_be_focused()
    phone.page.set_viewport_size(PHONE)
    expect(phone.page.locator(OPENER)).to_be_focused()


def test_the_focus_of_the_button_alone_goes_on_too(phone: Shown) -> None:
    phone.page.locator(OPENER).focus()
    phone.page.set_viewport_size(DESK)
    expect(phone.page.locator(HEADING)).to_be_focused()


@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, {"width": 1920, "height": 1080}])
def test_nothing_is_cut_off_at_a_desk(opened, size: dict) -> None:
    shown = opened("desk", viewport=size)
    cut = shown.page.eval_on_selector_all(
        ".panel .value span, .panel legend:not(.unseen), .panel summary span",
        "(nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth && node.checkVisibility())"
        ".map((node) => node.textContent)",
    )
    assert not cut
    controls = shown.page.locator(".panel .controls")
    opened_lists = shown.page.locator(".panel details[open]").count()
    assert opened_lists == (size["height"] >= 1000)  # if there is room, organizers are visible
    assert opened_lists or controls.evaluate("(node) => node.scrollHeight <= node.clientHeight")  # without a scroll bar
    shown.page.mouse.wheel(0, 1500)
    shown.page.wait_for_function("scrollY > 1000")
    box = controls.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_the_panel_is_not_printed(desk: Shown) -> None:
    desk.page.emulate_media(media="print")
    expect(desk.root).to_be_hidden()


def test_a_choice_is_seen_where_the_system_chooses_the_colours(desk: Shown) -> None:
    desk.page.emulate_media(forced_colors="active")
    desk.box("year", "2019").check(force=True)
    desk.expect_remaining(Filters(year=("2019",)))
    color = "(node) => getComputedStyle(node.parentElement).backgroundColor"
    assert desk.box("year", "2019").evaluate(color) != desk.box("year", "2018").evaluate(color)
