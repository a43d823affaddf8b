"""The first HTML: what it says without scripts, what it makes the browser load, and that Streamlit waits."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import file_util

from dashboard import library
from dashboard.web import door, files, routes
from tests.sample import DATASET, EMPTY, snapshot

SHELL = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
"""Streamlit's own HTML, as installed."""


@pytest.fixture(scope="module")
def published() -> library.Snapshot:
    return library.shared().current()


@pytest.fixture(scope="module")
def explore(published) -> str:
    return door.first_html(SHELL, published, {"event": ["2022-dushanbe"], "organizer": ["osce"]})


def imported(client: TestClient, address: str) -> set[str]:
    """Give the address of a script, and of those that it imports, and of what these import."""
    others = set(re.findall(r'^import .*? from "(.+)";$', client.get(address).text, re.M))
    return {address}.union(*(imported(client, urljoin(address, other)) for other in others))


def test_the_browser_is_made_to_load_what_the_views_need_and_nothing_else(explore, published):
    client = TestClient(Starlette(routes=routes.routes(library.shared(), "/app/", shell=SHELL)))
    begun = set(re.findall(r'(?:src|href)="(linked/[^"]+)"', explore))
    needed = files.urls(published.stamp)
    hosts = [f"/app/{needed['scripts']}hosts/{name}.js" for name in ("page", "views")]
    scripts = {address.partition("/app/")[2] for host in hosts for address in imported(client, host)}
    assert len(scripts) == 3, "both hosts take all from the joined scripts"
    styles = {f"css/{name}.css" for name in ("early", "page", "ways", "linked", "panel")}
    article = needed["article"].replace("{event}", "2022-dushanbe")
    expected = {needed["plotly"], needed["bundle"], article, *scripts, *(needed["scripts"] + name for name in styles)}
    assert begun == expected
    for path in begun:
        assert client.get(f"/app/{path}").status_code == 200, path


def test_the_joined_scripts_are_those_that_the_views_need_and_no_other():
    def needed(path: Path) -> set[str]:
        others = re.findall(r'^(?:import|\}) .*?from "(.+)";$', path.read_text(encoding="utf-8"), re.M)
        name = path.relative_to(files.FOLDER).as_posix()
        return {name}.union(*(needed((path.parent / other).resolve()) for other in others))

    joined = re.findall(r"^// (\S+\.js)$", files.served(files.JOINED)[0].decode(), re.M)
    wanted = needed(files.FILES["hosts/page.js"]) | needed(files.FILES["hosts/views.js"])
    assert sorted(joined) == sorted(name for name in wanted if name.startswith("engine/"))


def test_the_chosen_event_is_in_the_first_html_in_words(explore):
    event = re.search(r'<article class="early-event">.*?</article>', explore)[0]
    assert "Regional Border Security" in event
    assert "18–19 October 2022 · Dushanbe, Tajikistan" in event
    assert "OSCE" in event and "Saudi Arabia (disputed)" in event


def test_without_scripts_the_page_lists_the_events_that_the_address_leaves(explore, published):
    listed = re.findall(r'<li><b><a href="(.*?)">(.*?)</a></b>', re.search(r"<noscript>.*?</noscript>", explore)[0])
    choice = door.address.read({"organizer": ["osce"]}, published)
    left = published.select(choice.filters).events
    assert [unescape(title) for _, title in listed] == list(left["title"])
    assert [href for href, _ in listed] == [f"events/{event}" for event in left["event_id"]], "where the article is"
    assert "You need to enable JavaScript" not in explore


def test_streamlit_waits_until_the_views_are_drawn(explore):
    (script,) = re.findall(r'<script type="module" crossorigin src="(.+?)"', SHELL)
    assert f'src="{script}"' not in explore
    assert f'src: "{script}"' in explore and "addEventListener('drawn', start)" in explore
    parts = re.findall(r'<link rel="modulepreload" crossorigin href="(.+?)"', SHELL)
    assert parts and not any(f'href="{part}"' in explore for part in parts)
    assert json.dumps(parts, separators=(", ", ": ")) in explore
    sheets = re.findall(r'<link rel="stylesheet" crossorigin href="(.+?)"', SHELL)
    assert sheets and not any(f'href="{sheet}"' in explore for sheet in sheets)
    assert f"for (const href of {json.dumps(sheets)})" in explore


def test_what_the_first_paint_needs_is_asked_for_first(explore):
    asked = re.findall(r'<(?:link rel="(\w+)"|script async)[^>]* (?:src|href)="linked/', explore)
    assert asked == sorted(asked, key=["stylesheet", "", "preload", "modulepreload"].index)


def test_links_to_the_other_pages_keep_the_filters(explore):
    links = re.findall(r'<a href="([^"]*)" data-page="(\w+)"', explore)
    assert dict(map(reversed, links))["compare"] == "?organizer=osce&amp;page=compare&amp;event=2022-dushanbe"


def test_another_page_has_its_title_and_what_keeps_streamlit_from_back_and_forward(published):
    page = door.first_html(SHELL, published, {"page": ["changes"]})
    # Once without JavaScript, and once for a reader when the server has no room.
    assert page.count('id="early"') == 2
    waiting = re.search(r'<template id="unconnected-page">(.*?)</template>', page)[1]
    assert "<h2>Changes</h2>" in waiting and 'aria-label="Pages"' in waiting
    plain = re.search(r'<noscript>(<div id="early">.*?)</noscript>', page)[1]
    assert "What was added, corrected or withdrawn in the data, when and why. This page needs JavaScript." in plain
    for href in ("events/", "organizers/", "sources/", "api", "?page=about#cite", "?page=about#report"):
        assert f'<a href="{href}"' in plain
    assert page.index("popstate") < page.index('<script type="module"')
    assert "<title>Changes · Dushanbe Process</title>" in page


def test_the_page_is_named_after_the_process():
    named = replace(DATASET, process=DATASET.process.model_copy(update={"name": "A & B"}))
    for query, begins in ({}, "<title>"), ({"page": ["changes"]}, "<title>Changes · "):
        assert f"{begins}A &amp; B</title>" in door.first_html(SHELL, snapshot(named), query)
        assert f"{begins}Unnamed process</title>" in door.first_html(SHELL, snapshot(EMPTY), query)


def test_a_shell_of_another_kind_is_given_as_it_is():
    assert door.first_html("<html></html>", snapshot(), {}) == "<html></html>"


def test_hostile_text_in_an_address_or_in_the_data_stays_text():
    hostile = "</script><img src=x onerror=alert(1)>"
    named = replace(DATASET, process=DATASET.process.model_copy(update={"name": hostile, "summary": hostile}))
    page = door.first_html(SHELL, snapshot(named), {"q": [hostile], "event": [hostile]})
    assert "<img" not in page
