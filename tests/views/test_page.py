"""The page as Streamlit runs it: links, filters, parts that are not understood, no events. Clicks are in `browser/`."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import __version__, library, store
from dashboard.frames.filters import FACETS, FREE, Filters
from dashboard.library import Library, Snapshot, trial
from dashboard.topics.trial import page as trial_page
from dashboard.views import bench
from dashboard.web.address import PAGES, VIEW, Choice
from tests.old_links import LINKS

# Callbacks run before the page. A test cannot send the report of a component, so this script handles it there.
PAGE = """
import streamlit as st
from dashboard import page
from dashboard.views import session
if reported := st.session_state.pop("reported", None):
    session.act(reported)
page.main()
"""


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return library.shared().current()


def opened(**query: str | list[str]) -> AppTest:
    """Open the page at an address."""
    app = AppTest.from_string(PAGE, default_timeout=30)
    app.query_params.update({name: [value] if isinstance(value, str) else value for name, value in query.items()})
    return good(app.run())


def good(app: AppTest) -> AppTest:
    assert [error.value for error in app.exception] == []
    return app


def given(app: AppTest) -> dict:
    """Give the data of the linked views."""
    (state,) = [json.loads(part.proto.json) for part in app.get("bidi_component") if '"version"' in part.proto.json]
    return state


def chosen(app: AppTest) -> Choice:
    """Give what the address of the session chooses."""
    choice: Choice = app.session_state["choice"]
    return choice


def shown(app: AppTest) -> list[str]:
    """Give the events that the address leaves, as every export of it does."""
    return list(library.shared().current().select(chosen(app).filters).events["event_id"])


def report(app: AppTest, **act) -> AppTest:
    """Let a component of the page report an act of the reader."""
    app.session_state["reported"] = act
    return good(app.run())


def words(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def address(app: AppTest) -> dict[str, list[str]]:
    """Give the parameters that the browser has to write into the address."""
    states = [json.loads(component.proto.json) for component in app.get("bidi_component")]
    (told,) = [state for state in states if "address" in state]
    return parse_qs(told["address"])


def said(app: AppTest) -> dict[str, list[str]]:
    """Give the parameters that say what is chosen, and nothing else."""
    states = [json.loads(component.proto.json) for component in app.get("bidi_component")]
    (place,) = [state for state in states if "arrivals" in state]
    return parse_qs(place["query"])


def turn(app: AppTest, page: str) -> AppTest:
    """Follow the link to a page."""
    return report(app, do="turn", page=page)


def order(app: AppTest):
    (field,) = app.selectbox
    return field


def test_without_an_address_nothing_is_chosen(snapshot):
    app = opened()
    assert chosen(app) == Choice()
    assert shown(app) == list(snapshot.select(Filters()).events["event_id"])
    assert 'class="notice' not in words(app)


def test_an_address_sets_filters_choice_and_view():
    app = opened(year=["2019", "2022"], organizer="osce", event="2022-dushanbe", at="osce", columns="all", sort="name")
    assert chosen(app).filters == Filters(year=("2019", "2022"), organizer=("osce",))
    view = {"page": "explore", "event": "2022-dushanbe", "at": "osce", "columns": "all", "sort": "name"}
    assert {name: chosen(app).view[name] for name in view} == view


def test_old_links_keep_their_meaning_on_the_page():
    """`test_address.py` reads all of them; here the page follows some, one after the other."""
    app = opened()
    for query, meant in LINKS[4::9]:
        report(app, do="visit", query=query)
        filters, view = chosen(app).filters, chosen(app).view
        narrowed = {name: getattr(filters, name) for name in (*FACETS, *FREE)}
        narrowed = {
            name: value if name in FREE else " ".join(value)
            for name, value in narrowed.items()
            if value != getattr(Filters, name)
        }
        narrowed |= {name: value for name, value in view.items() if value != VIEW[name]}
        assert narrowed == meant, query
        assert 'class="notice' not in words(app), query


@pytest.mark.parametrize(
    "query",
    [
        "organizer=osce&event=2022-dushanbe&at=osce&fbclid=x&utm_source=mail&gclid=1",
        "organizer=osce&amp;event=2022-dushanbe&amp;at=osce",
        "ORGANIZER=OSCE&Event=2022-Dushanbe.&at=osce)",
    ],
)
def test_an_address_that_was_changed_on_its_way_is_read_in_silence(query):
    app = report(opened(), do="visit", query=query)
    assert 'class="notice' not in words(app)
    assert said(app) == {"organizer": ["osce"], "event": ["2022-dushanbe"], "at": ["osce"]}


def test_what_was_probably_meant_is_offered_as_a_link(snapshot):
    told = words(opened(year="2022", organizer="osec", event="2022-dushambe"))
    assert "organizer “osec”, event “2022-dushambe”" in told
    assert 'Did you mean <a href="?year=2022&amp;organizer=osce">osce</a>?' in told
    assert 'Did you mean <a href="?year=2022&amp;event=2022-dushanbe">2022-dushanbe</a>?' in told
    told = words(opened(year="22"))
    first, *_, last = snapshot.known["year"]
    assert f"year “22”. The page ignores it. There are events in {first} to {last}." in told
    assert "meant" not in told
    told = words(opened(tour="99"))
    assert "tour “99”. The page ignores it. The steps of the tour are 1 to 6." in told


def test_unknown_parts_are_named_and_ignored():
    app = opened(year=["2022", "1066"], organizer="nato", event="2031-paris", colour="<b>red</b>")
    told = words(app)
    for part in ("year “1066”", "organizer “nato”", "event “2031-paris”", "colour “&lt;b&gt;red&lt;/b&gt;”"):
        assert part in told
    assert said(app) == {"year": ["2022"]}


@pytest.mark.parametrize("step", ["-1", "0", "99", "x"])
def test_a_step_of_the_tour_that_does_not_exist_is_named_and_ignored(step):
    app = opened(tour=step)
    assert f"The link contains something unknown: tour “{step}”. The page ignores it." in words(app)
    assert said(app) == {}


def test_an_address_that_changes_under_the_page_is_followed():
    app = opened(year="2022")
    assert chosen(report(app, do="visit", query="year=2019")).filters == Filters(year=("2019",))
    assert chosen(report(app, do="visit", query="")) == Choice()


def test_filters_outlive_a_visit_to_every_other_page():
    app = opened(year="2022", organizer="osce")
    for page in [*list(PAGES)[1:], "explore"]:
        turn(app, page)
        asked = address(app)
        assert (asked["year"], asked["organizer"], asked.get("page", ["explore"])) == (["2022"], ["osce"], [page])
    assert chosen(app).filters == Filters(year=("2022",), organizer=("osce",))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_by_its_address_with_the_version_and_with_nothing_that_was_not_put_there(page):
    app = opened(page=page)
    assert address(app) == {"page": [page]}
    assert [part.value for part in app.main.markdown] == []
    (foot,) = re.findall(r'<footer class="colophon">.*?</footer>', words(app), re.DOTALL)
    assert f"Dushanbe Process dashboard {__version__}, data of " in foot


def test_problems_of_the_data_are_counted_and_listed(folder, spoil, monkeypatch):
    spoil("events.yaml", "kind: conference", "kind: conferense")
    held = Library(folder)
    monkeypatch.setattr(library, "shared", lambda: held)
    app = opened()
    assert [part.label for part in app.expander] == [
        "1 problem in the data files. The page leaves out what cannot be read."
    ]  # fmt: skip
    assert "conferense" in app.expander[0].text[0].value


def test_data_that_can_no_longer_be_read_leaves_the_last_good_state(folder, spoil, monkeypatch):
    held = Library(folder)
    monkeypatch.setattr(library, "shared", lambda: held)
    before = shown(opened())
    spoil("events.yaml", "- id:", "]]] {\n- id:")
    held.settled()
    app = opened()
    assert shown(app) == before
    assert "The page shows their last good state" in words(app)


def test_files_that_nobody_touched_are_not_read_again(folder, spoil, monkeypatch):
    monkeypatch.setattr(store.files, "FRESH", -60)
    held = Library(folder)
    before = held.current()
    with monkeypatch.context() as unread:
        unread.setattr(store, "stamp", lambda _: pytest.fail("the files were read"))
        assert held.current() is before
    spoil("events.yaml", "label: Plan", "label: Plot")
    assert held.settled().dataset.events["2019-plan"].label == "Plot"


@pytest.mark.parametrize("event", ["2018-04-doha", "2017-ashgabat", "undated-cted", "2024-kuwait"])
def test_a_link_that_names_nothing_but_an_event_opens_it_whatever_its_weight(event):
    app = opened(event=event)
    assert chosen(app).view["event"] == event
    assert event in shown(app)


def test_a_proof_that_the_event_does_not_have_is_said_to_be_unknown():
    app = opened(event="2024-kuwait", at="saudi-arabia")
    assert chosen(app).view["at"] == ""
    assert "at “saudi-arabia”" in words(app)


@pytest.mark.parametrize(
    "act",
    [
        {"do": "mark", "view": "together", "value": ["osce", "OSCE (6)"]},
        {"do": "mark", "view": "quality", "value": ["2031-paris"]},
        {"do": "turn", "page": "Explore"},
    ],
    ids=str,
)
def test_what_is_not_an_id_is_passed_over(act):
    app = report(opened(year="2022", event="2022-dushanbe"), **act)
    assert said(app) == {"year": ["2022"], "event": ["2022-dushanbe"]}


PLAN = "  label: Plan\n"
WITHDRAWN = "  withdrawn:\n    on: 2022-12-31\n    why: It was never a plan\n    instead: 2018-side\n"


@pytest.fixture
def tiny(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The page on a copy of the tiny data; each run of it waits for what was edited before."""
    held = Library(folder)
    monkeypatch.setattr(held, "current", held.settled)
    monkeypatch.setattr(library, "shared", lambda: held)
    return held


def test_a_link_to_a_renamed_event_opens_it_and_says_so(tiny, spoil):
    spoil("events.yaml", PLAN, f"{PLAN}  aliases: [2019-steps]\n")
    app = opened(event="2019-steps")
    assert chosen(app).view["event"] == "2019-plan"
    assert "The event “2019-steps” is now called “2019-plan”." in words(app)


def test_a_link_to_a_withdrawn_event_explains_it_and_leads_on(tiny, spoil):
    spoil("events.yaml", PLAN, PLAN + WITHDRAWN)
    app = opened(event="2019-plan")
    told = words(app)
    assert chosen(app).view["event"] == "2018-side"
    assert "2019-plan" not in shown(app)
    assert "The event “Plan” (2019-plan) was withdrawn on 31 December 2022: It was never a plan." in told
    assert '<a href="?event=2018-side">Side event 2018</a>' in told
    report(app, do="visit", query="event=2018-side&q=side")
    assert "was withdrawn" not in words(app)


def test_a_link_to_a_withdrawn_event_without_another_chooses_nothing_and_explains(tiny, spoil):
    spoil("events.yaml", PLAN, PLAN + WITHDRAWN.replace("    instead: 2018-side\n", ""))
    app = opened(event="2019-plan")
    assert chosen(app).view["event"] == ""
    assert "It was never a plan. Nothing replaces it." in words(app)


def test_a_filter_by_a_former_id_is_the_filter_by_the_new_one(tiny, spoil):
    spoil("organizers.yaml", "  short_name: OSCE\n", "  short_name: OSCE\n  aliases: [csce]\n")
    app = opened(organizer="csce", at="csce", event="2018-side")
    assert chosen(app).filters.organizer == ("osce",)
    assert chosen(app).view["at"] == "osce"
    assert words(app).count("The organizer “csce” is now called “osce”.") == 1


def test_an_organizer_whose_last_role_an_edit_of_the_files_took_away_stays_chosen_and_leaves_nothing(tiny, spoil):
    app = opened(organizer="qatar")
    spoil("events.yaml", "organizer: qatar", "organizer: osce")
    spoil("disputes.yaml", "role:qatar", "role:osce")
    good(app.run())
    assert chosen(app).filters.organizer == ("qatar",)
    assert shown(app) == []


def field(app: AppTest, name: str):
    """Give the list whose key begins so."""
    return next(one for one in app.selectbox if one.key.startswith(name))


def text_area(app: AppTest):
    (found,) = app.text_area
    return found


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [one for one in app.button if one.label == label]
    return good(button.click().run())


def tried(app: AppTest, old: str, new: str) -> AppTest:
    """Change the text on the page of trials, and try it."""
    text = text_area(app).value
    assert old in text
    text_area(app).set_value(text.replace(old, new, 1))
    return press(app, "Try it")


def test_a_change_can_be_tried_on_every_page_and_discarded(tiny, folder):
    app = opened(page="try")
    assert text_area(app).value == (folder / "events.yaml").read_text(encoding="utf-8")
    tried(app, "label: Side event 2018", "label: Side show")
    told = words(app)
    assert "You are trying a change" in told
    assert "<del>event</del> <ins>show</ins>" not in told  # less than half of it stayed
    assert "<del>Side event 2018</del>" in told
    turn(app, "explore")
    assert given(app)["version"] != tiny.current().stamp
    for name in ("export", "bundle", "article", "text"):
        assert given(app)["urls"][name].startswith("trial/")
    for page in list(PAGES)[1:]:
        turn(app, page)
        assert "You are trying a change" in words(app)
    press(app, "Discard")
    turn(app, "explore")
    assert "You are trying a change" not in words(app)
    assert given(app)["version"] == tiny.current().stamp
    assert given(app)["urls"]["export"] == "export/"


def test_after_discarding_what_is_typed_next_is_what_is_tried(tiny, folder):
    app = opened(page="try")
    good(field(app, "file to edit").set_value("sources.yaml").run())
    tried(app, "kind: official", "kind: offical")
    press(app, "Discard")
    assert field(app, "file to edit").value == "sources.yaml"
    assert text_area(app).value == (folder / "sources.yaml").read_text(encoding="utf-8")
    tried(app, "publisher: Khovar", "publisher: Khovar agency")
    assert "to sources.yaml" in words(app)
    assert "<ins>agency</ins>" in words(app)


def untried(app: AppTest) -> list[str]:
    """Give what the page says of texts that were typed and not tried."""
    return re.findall(r"Not tried yet: [^<]+", words(app))


def test_what_is_typed_is_kept_until_it_is_tried_or_discarded(tiny, folder):
    app = opened(page="try")
    events, sources = ((folder / name).read_text(encoding="utf-8") for name in ("events.yaml", "sources.yaml"))
    typed = events.replace("label: Side event 2018", "label: Side show", 1)
    good(text_area(app).set_value(typed).run())
    good(field(app, "file to edit").set_value("sources.yaml").run())
    assert text_area(app).value == sources
    assert untried(app) == ["Not tried yet: events.yaml"]
    turn(app, "changes")
    turn(app, "try")
    good(field(app, "file to edit").set_value("events.yaml").run())
    assert text_area(app).value == typed
    good(field(app, "file to edit").set_value("sources.yaml").run())
    tried(app, "publisher: Khovar", "publisher: Khovar agency")
    assert "to events.yaml and sources.yaml." in words(app)
    assert not untried(app)
    good(text_area(app).set_value("- id: x").run())
    press(app, "Discard")
    assert not untried(app)
    assert text_area(app).value == sources
    good(text_area(app).set_value("- id: x").run())
    good(text_area(app).set_value(sources).run())
    assert not untried(app), "it is as it was"


def test_an_article_whose_event_went_with_the_trial_is_let_go_of(tiny, folder):
    app = opened(page="try")
    new = (
        "  sources: [asiaplus-2022]\n\n- id: 2020-new\n  title: New\n  label: New\n  kind: follow-up\n  weight: minor\n"
    )
    new += "  start: 2020-01\n  sources: [asiaplus-2022]\n\n- id: undated-talks"
    tried(app, "  sources: [asiaplus-2022]\n\n- id: undated-talks", new)
    good(field(app, "file to edit").set_value("an article").run())
    good(field(app, "article of").set_value("2020-new").run())
    assert text_area(app).value == ""
    press(app, "Discard")
    assert field(app, "article of").value == "2018-dushanbe"
    assert text_area(app).value == (folder / "articles" / "2018-dushanbe.md").read_text(encoding="utf-8")


def test_a_file_that_is_too_long_for_a_trial_does_not_go_to_the_browser(tiny, folder):
    with (folder / "events.yaml").open("ab") as file:
        file.write(b"# note\n" * (trial.MOST // 7))
    app = opened(page="try")
    assert not app.text_area
    assert "events.yaml has more than 2,000,000 bytes, so no change of it can be tried here." in words(app)
    good(field(app, "file to edit").set_value("sources.yaml").run())
    assert text_area(app).value == (folder / "sources.yaml").read_text(encoding="utf-8")
    good(field(app, "file to edit").set_value("events.yaml").run())
    assert not app.text_area


def test_the_browser_keeps_what_one_message_has_room_for():
    cyrillic = {"events.yaml": "ж" * (trial.MOST // 2)}
    assert bench.with_room(cyrillic) == cyrillic, "all of a trial"
    assert bench.with_room(cyrillic | {"sources.yaml": "- a" * 400_000, "mirrors.yaml": "[]"}) == (
        cyrillic | {"mirrors.yaml": "[]"}
    )


def test_another_session_sees_nothing_of_a_trial(tiny):
    app = tried(opened(page="try"), "label: Side event 2018", "label: Side show")
    assert "Side show" in words(app)
    other = opened(page="try")
    assert "You are trying a change" not in words(other)
    assert "Side show" not in text_area(other).value


def test_a_trial_that_takes_away_the_last_role_of_whoever_is_chosen_leaves_nothing_and_keeps_the_choice(tiny):
    app = opened(page="try", organizer="qatar", event="2018-side")
    tried(app, "organizer: qatar", "organizer: osce")
    turn(app, "explore")
    assert chosen(app).filters.organizer == ("qatar",)
    assert address(app) == {"organizer": ["qatar"], "event": ["2018-side"]}


def test_what_cannot_be_read_is_not_shown_but_said(tiny):
    app = opened(page="try")
    text_area(app).set_value("- id\n  a: b")
    press(app, "Try it")
    told = words(app)
    assert "No event can be read in it, so the pages still show the published data." in told
    assert "has no colon" in told
    turn(app, "explore")
    assert given(app)["version"] == tiny.current().stamp
    assert given(app)["urls"]["export"] == "export/"


def test_an_article_can_be_edited_and_tried(tiny):
    app = opened(page="try")
    good(field(app, "file to edit").set_value("an article").run())
    good(field(app, "article of").set_value("2018-side").run())
    tried(app, "[osce-2018]", "[osce-2081]")
    assert "articles/2018-side.md:1:" in words(app)
    assert "is not an id in sources.yaml" in words(app)


def test_the_texts_of_a_trial_that_has_ended_agree_with_their_number():
    said = [trial_page.ended_html(names) for names in ([], ["a.yaml"], ["a.yaml", "b.yaml"])]
    ends = ("Drop its files again to continue.", "The text of a.yaml is kept: try it again.")
    for html, end in zip(said, (*ends, "The texts of a.yaml and b.yaml are kept: try them again."), strict=True):
        assert end in html


def test_a_trial_that_the_server_ends_says_so_and_its_texts_are_kept(tiny, monkeypatch):
    app = tried(opened(page="try"), "label: Side event 2018", "label: Side show")
    monkeypatch.setattr(trial, "MOST_AT_ONCE", 1)
    tried(opened(page="try"), "label: Side event 2018", "label: Another")
    turn(app, "explore")
    assert "Your trial has ended" in words(app)
    assert "The text of events.yaml is kept: try it again." in words(app)
    assert given(app)["version"] == tiny.current().stamp
    turn(app, "try")
    assert "label: Side show" in text_area(app).value
    press(app, "Try it")
    assert "You are trying a change" in words(app)
    assert "Your trial has ended" not in words(app)


def test_too_much_text_is_refused_in_words(tiny, monkeypatch):
    app = opened(page="try")
    monkeypatch.setattr(trial, "MOST", 10)
    text_area(app).set_value("- id: abcdefgh")
    press(app, "Try it")
    assert "together the files have 14 bytes, more than 10; try fewer at a time" in words(app)
    assert "You are trying a change" not in words(app)


def test_the_order_of_the_events_is_part_of_the_address():
    app = opened(page="quality", order="least")
    assert order(app).value == "least"
    good(order(app).set_value("dates").run())
    assert address(app) == {"page": ["quality"], "order": ["dates"]}
    turn(app, "changes")
    assert address(app) == {"page": ["changes"]}
