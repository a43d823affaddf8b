"""Text that tries to be markup, and data that is edited, or broken, while the app runs."""

from playwright.sync_api import expect

from dashboard.frames.filters import Filters

HOSTILE = "<img src=x onerror=alert(1)> $x$ :red[y] **b** `c`"


def retitled(data, event: str) -> tuple[str, str]:
    """Give the lines of the file that hold the title of an event, and the same with a hostile title and label."""
    text = (data / "events.yaml").read_text(encoding="utf-8")
    start = text.index("  title:", text.index(f"- id: {event}\n"))
    end = text.index("  kind:", start)
    return text[start:end], f"  title: '{HOSTILE}'\n  label: '{HOSTILE}'\n"


def test_hostile_text_shows_as_typed(visitor, data, edit):
    edit(
        ("events.yaml", *retitled(data, "2019-dushanbe")),
        ("articles/2019-dushanbe.md", "The Government of Tajikistan", f"{HOSTILE} The Government of Tajikistan"),
        ("organizers.yaml", "short_name: OSCE", f"short_name: '{HOSTILE}'"),
        ("process.yaml", "Conferences against terrorism", f"{HOSTILE} Conferences against terrorism"),
    )
    visitor.open("event=2019-dushanbe&organizer=osce&q=%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3E")
    expect(visitor.chips).to_have_text([f"{HOSTILE}×", "“<img src=x onerror=alert(2)>”×"])
    visitor.open("event=2019-dushanbe&organizer=osce")
    visitor.sees("2019-dushanbe")
    expect(visitor.title).to_have_text(HOSTILE)
    expect(visitor.view("article").locator(".text")).to_contain_text(HOSTILE)
    expect(visitor.view("matrix").locator(".column").nth(1)).to_have_text(HOSTILE)
    expect(visitor.view("matrix").locator(".row[data-organizer=osce] span")).to_have_text(HOSTILE)
    expect(visitor.page.locator(".masthead > div > p")).to_contain_text(HOSTILE)
    if visitor.size == "desk":
        visitor.press_mark("timeline", "2019-dushanbe")
        lines = visitor.view("timeline").locator(".hovertext .line").all_text_contents()
        assert HOSTILE in " ".join(lines)
        expect(visitor.page.locator(".panel")).to_contain_text(HOSTILE)
    visitor.button("timeline", "Table").click()
    expect(visitor.view("timeline").locator("td button", has_text=HOSTILE)).to_be_visible()
    assert visitor.page.locator("img[src=x]").count() == 0
    assert visitor.page.locator(".katex").count() == 0


def test_hostile_text_in_a_downloaded_page_shows_as_typed(desk, data, edit, browser, tmp_path):
    edit(
        ("events.yaml", *retitled(data, "2019-dushanbe")),
        ("organizers.yaml", "short_name: OSCE", "short_name: '</script><img src=x onerror=alert(1)>'"),
    )
    desk.open()
    for chart in ("timeline", "matrix"):
        desk.button(chart, "Download").click()
        with desk.page.expect_download() as waiting:
            desk.page.locator(f"[data-format='{chart}.html']").click()
        desk.page.keyboard.press("Escape")
        waiting.value.save_as(tmp_path / f"{chart}.html")
        context = browser.new_context(offline=True)
        happened = []
        context.on("dialog", lambda dialog, happened=happened: (happened.append(dialog.message), dialog.dismiss()))
        context.on("weberror", lambda error, happened=happened: happened.append(str(error.error)))
        page = context.new_page()
        page.goto((tmp_path / f"{chart}.html").as_uri())
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        assert happened == [] and page.locator("img[src=x]").count() == 0
        context.close()


def test_unknown_words_of_a_link_are_not_markup(desk):
    desk.open("event=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(desk.page.locator(".notice")).to_contain_text("“<img src=x onerror=alert(1)>”")
    assert desk.page.locator("img[src=x]").count() == 0


def test_an_edit_shows_after_a_reload(desk, data, edit):
    desk.open("event=2019-dushanbe")
    old, _ = retitled(data, "2019-dushanbe")
    edit(("events.yaml", old, "  title: A new title\n  label: Dushanbe anew\n"))
    desk.reload()
    expect(desk.title).to_have_text("A new title")
    expect(desk.view("matrix").locator(".column[data-chosen]")).to_have_text("Dushanbe anew")
    desk.sees("2019-dushanbe")


def test_a_broken_record_is_left_out_and_named_and_the_rest_is_there(desk, edit, snapshot):
    edit(("events.yaml", "  kind: declaration\n", "  kind: decleration\n"))
    desk.open()
    desk.sees("2024-kuwait")
    shown = {event for event, *_ in desk.marks("timeline")}
    assert {*snapshot.select(Filters()).events.dropna(subset="first")["event_id"]} - shown == {"2018-declaration"}
    notice = desk.page.get_by_text("in the data files")
    expect(notice).to_be_visible()
    notice.click()
    expect(desk.page.get_by_test_id("stMain")).to_contain_text("2018-declaration")
    expect(desk.page.get_by_test_id("stMain")).to_contain_text("decleration")


def test_an_edit_that_breaks_everything_leaves_the_last_good_state(desk, data, edit):
    desk.open("event=2022-dushanbe")
    marks = desk.marks("timeline")
    edit(("events.yaml", "- id: 2017-ashgabat", "]]] {\n- id: 2017-ashgabat"))
    desk.reload()
    expect(desk.page.locator(".notice")).to_contain_text("The page shows their last good state")
    desk.sees("2022-dushanbe")
    assert desk.marks("timeline") == marks
