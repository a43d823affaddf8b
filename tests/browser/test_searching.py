"""The search: its list of results by mouse, keyboard and finger, the marks in the article, and what it opens."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect


def field(page: Page):
    return page.get_by_role("searchbox", name="Search")


def found(page: Page):
    return page.get_by_role("group", name="Search results")


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


MARKED = """() => [...(CSS.highlights.get("found") ?? [])].map(String)"""
MARK_IN_SIGHT = """() => [...(CSS.highlights.get("found") ?? [])].some((range) => {
  const { top } = range.getBoundingClientRect();
  return top > 0 && top < innerHeight;
})"""


def test_a_search_with_a_typing_error_lists_hits_with_their_sentences(desk, snapshot):
    desk.open()
    page, sentence = desk.page, "Nothing has “terorism”. Showing results for “terrorism”."
    field(page).press_sequentially("terorism")
    expect(page.locator(".bar .meant")).to_have_text(sentence)
    expect(found(page)).to_contain_text(sentence)
    hits = snapshot.find("terorism")
    expect(found(page).get_by_role("heading", level=3)).to_have_text([
        f"{title}{len(hits.ids(kind))}"
        for kind, title in {
            "event": "Events", "person": "People", "organizer": "Organizers", "source": "Sources",
        }.items()
    ])  # fmt: skip
    best = snapshot.dataset.events[hits.ids("event")[0]]
    expect(found(page).get_by_role("link").first).to_contain_text(best.label)
    assert "terrorism" in found(page).locator("mark").first.text_content().casefold()
    desk.sees(best.id)  # the best hit is open, and not the latest conference
    assert all("terror" in word.casefold() for word in page.evaluate(MARKED))
    assert page.evaluate(MARKED)
    field(page).fill("Rakhmon")  # titles in other letters have it, and texts in its own letters a near word
    expect(found(page)).to_contain_text("Nothing has “Rakhmon”. Showing results for “rahmon”.")
    expect(found(page)).to_contain_text("Emomali Rahmon")


def test_a_search_that_was_left_before_its_texts_came_can_be_made_again(desk):
    waiting = []
    desk.page.route("**/linked/text.json*", lambda route: waiting.append(route))
    desk.open()
    field(desk.page).press_sequentially("samarkand")
    desk.stands_at("q=samarkand")
    desk.page.go_back()
    desk.stands_at("")
    waiting[0].continue_()
    field(desk.page).fill("")
    field(desk.page).press_sequentially("samarkand")
    desk.stands_at("q=samarkand")
    expect(desk.chips).to_have_text(["“samarkand”×"])


def test_the_list_goes_by_keyboard(desk, snapshot):
    desk.open()
    page = desk.page
    field(page).press_sequentially("Рахмон")
    expect(found(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found(page).get_by_role("link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(found(page)).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("Рахмон")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(found(page)).to_be_hidden()
    events = [event for event in snapshot.find("Rahmon").ids("event") if event in shown_at_first(snapshot)]
    assert asked(page) == {"q": ["Рахмон"], "event": [events[1]]}
    desk.sees(events[1])


def shown_at_first(snapshot) -> set[str]:
    return {event.id for event in snapshot.dataset.events.values() if event.weight in ("main", "secondary")}


def test_hits_lead_to_their_pages(desk, snapshot):
    desk.open("q=osce")
    page = desk.page
    field(page).click()
    hits = snapshot.find("osce")
    links = found(page).get_by_role("link")
    for kind, folder in {"organizer": "organizers", "source": "sources"}.items():
        assert links.locator(f"xpath=self::*[@href='{folder}/{hits.ids(kind)[0]}']").count() == 1
    hidden = len(set(hits.ids("event")) - shown_at_first(snapshot))
    more = found(page).get_by_role("link", name=f"{hidden} more among")
    more.click()
    expect(desk.count).to_contain_text(f"{len(hits.ids('event'))} of")
    field(page).click()
    found(page).get_by_role("link", name=snapshot.dataset.disputes[hits.ids("dispute")[0]].question).click()
    page.wait_for_url("**page=disagreements**")


def test_on_a_phone_the_search_is_beside_the_filters(phone):
    phone.open()
    page = phone.page
    field(page).tap()
    field(page).press_sequentially("ОБСЕ")
    expect(found(page).get_by_role("heading", name="Disagreements")).to_be_attached()
    box = found(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    found(page).get_by_role("link").nth(1).tap()
    expect(found(page)).to_be_hidden()
    expect(page.locator("section.pane.article")).to_be_in_viewport()


def test_a_person_leads_to_all_events_with_the_name(desk, snapshot):
    desk.open("year=2022")
    page, name = desk.page, "Emomali Rahmon"
    events = snapshot.finder.events_of(name)
    field(page).press_sequentially("Rahmon")
    hit = found(page).get_by_role("link").filter(has_text=f"at {len(events)} events").filter(has_text=name)
    hit.click()
    conferences = [event for event in events if snapshot.dataset.events[event].kind == "conference"]
    desk.sees(conferences[-1])
    assert asked(page) == {"q": [f"“{name}”"], "event": [conferences[-1]], "weight": ["any"]}
    expect(field(page)).to_have_value(f"“{name}”")
    expect(desk.count).to_contain_text(f"{len(events)} of")
    assert all("rahmon" in text.casefold() for text in page.evaluate(MARKED))
    page.wait_for_function(MARK_IN_SIGHT)


def test_a_search_of_a_link_that_is_too_long_says_so(desk):
    desk.open(f"q={'x' * 201}")
    expect(desk.page.locator(".notice.of-address")).to_contain_text("q is too long; write 200 characters at most.")


def test_a_search_that_cannot_be_seen_is_no_filter(desk):
    desk.open("q=%E2%80%8B")
    expect(desk.page.locator(".notice.of-address")).to_have_count(0)
    expect(desk.page.locator(".bar [data-facet=q]")).to_have_count(0)
    expect(field(desk.page)).to_have_value("")
