"""The pages of events, organizers and sources in a browser without JavaScript, at a desk, on a phone and on paper."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.test_paper import flat
from tests.browser.visitor import SIZES

PAGES = ("events/2022-dushanbe", "organizers/qatar", "sources/asiaplus-2022-10-18", "events/")


@pytest.mark.parametrize(("size", "scheme"), [("desk", "light"), ("phone", "dark")])
def test_pages_need_no_script_and_fit_the_window(browser: Browser, home: str, snapshot, size, scheme):
    context = browser.new_context(**SIZES[size], color_scheme=scheme, java_script_enabled=False)
    page = context.new_page()
    failed = []
    # Chromium reports that the policy refused the style sheet and the typeface of the last page, but applies them.
    applied = ("record.css", ".woff2")
    page.on(
        "requestfailed",
        lambda request: (
            failed.append(request.url) if request.failure != "csp" or not request.url.endswith(applied) else None
        ),
    )
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for path in PAGES:
        page.goto(home + path)
        wide = page.locator("html").evaluate("node => node.scrollWidth - node.clientWidth")
        assert wide <= 0, path
        ground = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
        assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(16, 22, 29)")

    page.goto(home + "events/2022-dushanbe")
    proof = page.locator("#proof-osce")
    expect(proof).to_be_hidden()
    page.locator(".roles").get_by_role("link", name="Organization for Security").click()
    expect(proof).to_be_visible()
    expect(proof).to_contain_text(re.compile("Sources? that says? so"))
    page.get_by_role("link", name="Later edition").click()
    expect(page).to_have_url(home + "events/2024-kuwait")
    expect(page.get_by_role("heading", level=1)).to_have_text(snapshot.dataset.events["2024-kuwait"].title)
    page.wait_for_load_state()  # a request that is still running when the page is closed would count as failed
    assert page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor") == ground, (
        "it has its styles"
    )
    context.close()
    assert failed == []


@pytest.mark.parametrize("size", SIZES)
def test_a_link_to_a_proof_shows_what_is_proved(browser: Browser, home: str, size):
    context = browser.new_context(**SIZES[size])
    page = context.new_page()
    page.goto(home + "events/2022-dushanbe#proof-osce")
    summary = page.locator("details", has=page.locator("#proof-osce")).locator("summary")
    expect(summary).to_be_in_viewport(ratio=1)
    context.close()


def test_on_paper_everything_is_open_and_black_on_white(browser: Browser, home: str, snapshot):
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "events/2022-dushanbe")
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))
    sheets = [flat(sheet.extract_text()) for sheet in reader.pages]
    words = "".join(sheets)
    summaries = [flat(summary) for summary in page.locator(".proofs summary:has(small)").all_text_contents()]
    for sheet in sheets:
        begun = sum(summary in sheet for summary in summaries)
        assert begun <= len(re.findall("sources?thatsays?so", sheet)), "a summary is alone at the foot of a sheet"
    page.emulate_media(media="print")
    colors = page.locator("body").evaluate("""node => ["color", "--paper"].map(
      (name) => getComputedStyle(node).getPropertyValue(name))""")
    assert colors == ["rgb(0, 0, 0)", "#ffffff"]
    event = snapshot.dataset.events["2022-dushanbe"]
    for person in event.people:
        assert flat(person.name) in words, person.name
    for source in event.sources:
        assert flat(re.sub(r"[\u0590-\u08ff]", "", snapshot.dataset.sources[source].publisher)) in words
    context.close()
