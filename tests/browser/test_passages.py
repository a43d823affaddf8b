"""Passages of an article: their own addresses, footnotes with a way back, names that lead on."""

import re

from playwright.sync_api import expect

SENTENCE = "passage=voronkov-chaired-the-opening-session-on.unrcca-2022-10-20"
IN_SIGHT = """(node) => {
  const box = node.getBoundingClientRect();
  const pane = node.closest(".page").getBoundingClientRect();
  return box.top >= Math.max(0, pane.top) && box.top < Math.min(innerHeight, pane.bottom);
}"""


def lit(visitor):
    return visitor.view("article").locator("[data-seen]")


def sentence(visitor, words):
    return visitor.view("article").locator(".text .sentence").filter(has_text=words).first


def test_the_address_of_a_sentence_lights_it_and_a_changed_one_says_so(visitor):
    visitor.open(f"event=2022-dushanbe&{SENTENCE}", anew=True)
    expect(lit(visitor)).to_have_count(1)
    expect(lit(visitor)).to_contain_text("Voronkov chaired the opening session on 18 October")
    visitor.rest()
    assert lit(visitor).evaluate(IN_SIGHT)
    bar = visitor.view("article").get_by_role("group", name="Linked passage")
    expect(bar.get_by_role("status")).to_have_count(0)
    bar.get_by_role("button", name="Close").click()
    expect(lit(visitor)).to_have_count(0)
    visitor.stands_at("event=2022-dushanbe")
    visitor.open(f"event=2022-dushanbe&{SENTENCE.replace('the-opening', 'the-first')}")
    expect(lit(visitor)).to_contain_text("Voronkov chaired the opening session on 18 October")
    expect(bar.get_by_role("status")).to_contain_text("may have changed")
    visitor.open("event=2022-dushanbe&passage=words-that-no-article-has")
    expect(bar.get_by_role("status")).to_have_text("The passage of this link is no longer in the article.")
    expect(lit(visitor)).to_have_count(0)
    visitor.sees("2022-dushanbe")


def test_a_sentence_a_heading_a_figure_and_a_source_give_their_addresses(desk):
    desk.open("event=2022-dushanbe")
    article = desk.view("article")
    own = sentence(desk, "Voronkov chaired the opening session")
    before = own.inner_text()
    link = own.get_by_role("link", name="Link to this sentence")
    own.hover()
    link.click()
    desk.stands_at(f"event=2022-dushanbe&{SENTENCE}")
    expect(lit(desk)).to_contain_text("Voronkov chaired")
    assert own.inner_text() == before and "¶" not in before  # the sign is not in what is copied
    expect(article.get_by_role("button", name="Copy link to this sentence")).to_be_visible()
    article.get_by_role("heading", name="Who came", exact=True).get_by_role("link").click()
    desk.stands_at("event=2022-dushanbe&passage=who-came")
    article.locator(".sources > li[data-source=unrcca-2022-10-20] .here").click()
    desk.stands_at("event=2022-dushanbe&passage=.unrcca-2022-10-20")
    article.locator(".figures .here").first.click()
    expect(desk.lit).to_have_count(1)
    expect(lit(desk)).to_have_count(0)
    desk.page.go_back()
    desk.stands_at("event=2022-dushanbe&passage=.unrcca-2022-10-20")
    expect(lit(desk)).to_have_attribute("data-source", "unrcca-2022-10-20")


def test_a_footnote_shows_its_source_and_back_returns_to_the_sentence(desk):
    desk.open("event=2022-dushanbe")
    article = desk.view("article")
    note = sentence(desk, "Voronkov chaired the opening session").locator(".cite a").first
    number = note.inner_text()
    box = note.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24
    note.hover()
    card = article.get_by_role("dialog", name=f"Source {number}", exact=True)
    expect(card).to_contain_text("UNRCCA")
    expect(card.locator("[lang]").first).to_be_visible()
    expect(card).to_contain_text("About this event:")
    desk.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    note.click()
    desk.stands_at("event=2022-dushanbe&passage=.unrcca-2022-10-20")
    expect(lit(desk)).to_have_attribute("value", number)
    expect(article.get_by_role("button", name="Back to the sentence")).to_be_focused()
    desk.page.go_back()
    desk.stands_at(f"event=2022-dushanbe&{SENTENCE}")
    expect(lit(desk)).to_contain_text("Voronkov chaired the opening session")
    expect(note).to_be_focused()
    desk.page.go_forward()
    expect(lit(desk)).to_have_attribute("value", number)


def test_escape_leads_from_a_source_back_to_the_footnote(desk):
    desk.open("event=2024-kuwait")
    article = desk.view("article")
    note = article.locator(".cite a").first  # of the place, which is not in a sentence
    note.focus()
    desk.page.keyboard.press("Escape")  # closes its card
    desk.page.keyboard.press("Enter")
    expect(article.get_by_role("button", name="Back to the footnote")).to_be_focused()
    desk.page.keyboard.press("Escape")
    desk.stands_at("event=2024-kuwait")
    expect(note).to_be_focused()


def test_on_a_phone_each_sentence_shows_its_link(phone):
    phone.open("event=2019-dushanbe")
    here = phone.view("article").locator(".sentence > .here").first
    opacity = here.evaluate("(node) => Number(getComputedStyle(node, '::before').opacity)")
    assert opacity > 0
    here.scroll_into_view_if_needed()
    here.tap()
    expect(phone.view("article").get_by_role("button", name="Copy link to this sentence")).to_be_visible()


def test_a_footnote_opens_by_keyboard_and_its_card_is_next(desk):
    desk.open("event=2022-dushanbe")
    article = desk.view("article")
    article.locator(".text a.organizer").last.focus()
    desk.page.keyboard.press("Tab")
    while not desk.page.evaluate("document.activeElement.matches('.cite a')"):
        desk.page.keyboard.press("Tab")
    card = article.get_by_role("dialog", name=re.compile("^Source "))
    expect(card).to_be_visible()
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("Boolean(document.activeElement.closest('.card'))")
    desk.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert desk.page.evaluate("document.activeElement.matches('.cite a')")


def test_on_a_phone_a_tap_opens_the_card_and_the_card_leads_to_the_list(phone):
    phone.open("event=2022-dushanbe")
    article = phone.view("article")
    note = sentence(phone, "Voronkov chaired the opening session").locator(".cite a").first
    note.tap()
    card = article.get_by_role("dialog", name=re.compile("^Source "))
    expect(card).to_contain_text("UNRCCA")
    phone.stands_at("event=2022-dushanbe")
    card.get_by_role("link", name="In the list of sources").tap()
    expect(lit(phone)).to_have_attribute("data-source", "unrcca-2022-10-20")
    article.get_by_role("button", name="Back to the sentence").tap()
    expect(lit(phone)).to_contain_text("Voronkov chaired the opening session")


def test_a_name_leads_to_the_other_events_that_name_it(desk):
    desk.open("event=2022-dushanbe")
    article = desk.view("article")
    name = article.locator(".text").get_by_role("button", name="Emomali Rahmon", exact=True).first
    name.focus()
    desk.page.keyboard.press("Enter")
    card = article.get_by_role("dialog", name=re.compile("^Emomali Rahmon: Also named in"))
    expect(card).to_be_focused()
    desk.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(name).to_be_focused()
    name.click()
    card.get_by_role("link", name="Dushanbe 2018", exact=True).click()
    desk.sees("2018-dushanbe")
    desk.stands_at("event=2018-dushanbe")
    expect(card).to_have_count(0)
