"""No page breaks a rule of axe-core: at a desk and on a phone, light, dark, and in colours that the system chooses.

Each page is opened once for a size. The structure of a page is the same in all colours, so only the rules about colours
are applied again in each of them.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.web.address import PAGES
from tests.browser.server import ROOT
from tests.browser.visitor import PARTS, SIZES, Visitor, visit

AXE = ROOT / ".venv/javascript/node_modules/axe-core/axe.min.js"
RUN = """async (rules) => {
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    ...(rules.length ? { runOnly: rules } : { rules: { "label-content-name-mismatch": { enabled: true } } }),
  });
  return violations.flatMap(({ id, impact, nodes }) => nodes
    .filter(({ html }) => !html.includes("stFileUploader")) // Streamlit's own field for files
    .map(({ target, failureSummary }) => `${id} (${impact}) at ${target.join(" ")}: ${failureSummary}`));
}"""
PAINTED = """() => {
  const { getComputedStyle } = window;
  const forced = matchMedia("(forced-colors: active)");
  const fill = "-webkit-text-fill-color";
  window.getComputedStyle = (node, ...pseudo) => {
    const style = getComputedStyle(node, ...pseudo);
    if (!forced.matches || pseudo[0]) return style;
    const read = style.getPropertyValue.bind(style);
    const unset = read(fill) === String(node.computedStyleMap().get("color"));
    if (unset) style.getPropertyValue = (name) => read(name === fill ? "color" : name);
    return style;
  };
}"""
"""Makes axe-core read the colours that are painted where the system chooses them.

It asks for the fill of letters first. If no sheet sets the fill, it is the colour of the text. But the browser then
answers with the colour in the sheets, and paints the colour that the system chose.
"""

OF_COLOURS = ["color-contrast", "link-in-text-block"]
COLOURS = {
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
    "forced, dark": {"color_scheme": "dark", "forced_colors": "active"},
}
NORMAL = {"color_scheme": "light", "forced_colors": "none"}
OTHERS = [page for page in PAGES if page != "explore"]
RECORDS = (
    "events",
    "events/2022-dushanbe",
    "organizers",
    "organizers/osce",
    "sources",
    "events/1918-dushanbe",
    "api",
    "embed/timeline?event=2022-dushanbe",
    "embed/matrix",
    "embed/article?event=2022-dushanbe&at=qatar",
)
"""Addresses that need no Streamlit. One of them does not exist."""

SIZE = """() => {
  const range = document.createRange();
  const drawn = (text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(({ width }) => width > 0);
  };
  return [...document.querySelectorAll("body *")].filter((node) =>
    node.checkVisibility({ visibilityProperty: true }) && !node.closest("svg, .mark, .announcements, .stAppHeader, pre")
      && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() && drawn(child))
      && parseFloat(getComputedStyle(node).fontSize) < 13
  ).map((node) => `${node.localName}.${node.className}: ${node.textContent.trim().slice(0, 30)}`);
}"""
"""Gives the texts that are too small to read. Text without any width is not drawn: the commas between the numbers of
sources are only there to be copied."""


def begin(visitor: Visitor) -> None:
    """Load axe-core, unless the page has it. The policy of the page does not hold for what a debugger evaluates."""
    page = visitor.page
    if page.evaluate("'axe' in window"):
        return
    visitor.window.spoil()
    device = page.context.new_cdp_session(page)
    device.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    device.detach()
    page.evaluate(PAINTED)


def violations(page: Page, where: str, *, colours: bool = True) -> list[str]:
    """Apply all rules, and with `colours` those about colours again in each of them; the page ends as it began."""
    found = [f"{where}: {words}" for words in page.evaluate(RUN, [])]
    for name, media in COLOURS.items() if colours else ():
        page.emulate_media(**{**NORMAL, **media})
        still(page)
        found += [f"{where}, {name}: {words}" for words in page.evaluate(RUN, OF_COLOURS)]
    page.emulate_media(**NORMAL)
    if colours:
        still(page)
    return found


def still(page: Page) -> None:
    """Wait until colours have changed and nothing moves any more."""
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.wait_for_function(
        """(theme) => [...document.querySelectorAll(".linked:not(.evidence)")].every((node) =>
          (node.dataset.theme ?? "light") === theme || !node.checkVisibility()) &&
          [...document.querySelectorAll(".stApp")].every((app) => {
            // Streamlit changes its own theme a moment later. Where the system chooses the colours, only what the
            // sheets say tells of it.
            const [r, g, b] = String(app.computedStyleMap().get("color")).match(/\\d+/g).map(Number);
            return r + g + b < 384 === (theme === "light");
          }) && document.getAnimations().every((one) => one.playState !== "running")""",
        arg="dark" if dark else "light",
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_views_break_no_rule_with_a_proof_the_filters_and_the_panel_open(browser: Browser, home: str, size: str):
    with visit(browser, home, size) as visitor:
        page = visitor.page
        visitor.open("event=2022-dushanbe&at=qatar&organizer=osce")
        expect(visitor.view("article").locator(".proof")).to_be_visible()
        visitor.rest()
        begin(visitor)
        broken = violations(page, "views")
        assert page.evaluate(SIZE) == []
        if size == "phone":
            with visitor.panel():
                broken += violations(page, "filters")
        for part in PARTS:
            with visitor.taking(part) as panel:
                expect(panel.locator(".arriving[aria-busy=true]")).to_have_count(0)
                broken += violations(page, f"take away, {part}", colours=part == "Chart")
                assert page.evaluate(SIZE) == []
        for view in ("timeline", "matrix"):
            visitor.button(view, "Table").click()
        broken += violations(page, "tables", colours=False)
    assert broken == []


@pytest.mark.parametrize("size", SIZES)
def test_the_other_pages_break_no_rule(browser: Browser, home: str, size: str):
    broken: list[str] = []
    with visit(browser, home, size) as visitor:
        for name in OTHERS:
            visitor.open(f"page={name}")
            visitor.rest()
            begin(visitor)
            menu = visitor.page.locator("details.menu").first
            if menu.count():
                menu.locator("summary").click()
            broken += violations(visitor.page, name)
            assert visitor.page.evaluate(SIZE) == []
    assert broken == []


@pytest.mark.parametrize("size", SIZES)
def test_pages_without_streamlit_break_no_rule(browser: Browser, home: str, size: str):
    broken: list[str] = []
    with visit(browser, home, size) as visitor:
        for address in RECORDS:
            visitor.page.goto(home + address)
            if address.startswith("embed"):
                visitor.page.wait_for_selector("html[data-ready]", state="attached")
            begin(visitor)
            visitor.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            broken += violations(visitor.page, address)
            assert visitor.page.evaluate(SIZE) == []
        visitor.faults[:] = [fault for fault in visitor.faults if "1918-dushanbe" not in fault and "404" not in fault]
    assert broken == []
