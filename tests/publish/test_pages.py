"""The pages of an edition: what is on each, where its links lead, and that nothing is missing."""

import json
import re
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from dashboard import exports
from dashboard.library import Snapshot
from dashboard.publish import api, explore, found, pages, records
from dashboard.publish.edition import Edition
from dashboard.publish.places import PUBLISHED
from tests.real import SNAPSHOT
from tests.sample import CHANGED, DATASET, EMPTY, snapshot

pytestmark = pytest.mark.slow  # each process makes the pages of whole editions

SITE = "https://example.org/series"
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
SCRIPTS = re.compile(r"<script(?:\s[^>]*)?>")


def made(of: Snapshot, base_url: str = "") -> dict[str, str]:
    """Give the files of an edition as text, without its pictures and its script."""
    edition = Edition(of, base_url)
    files = [file for room in (pages, records, api) for file in room.files(edition)]
    files += [("404.html", found.missing(edition).encode()), ("index.html", explore.index(edition).encode())]
    return {path: content.decode("utf-8") for path, content in files}


@pytest.fixture(scope="module")
def tiny() -> dict[str, str]:
    return made(snapshot(CHANGED))


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """The same with a public address."""
    return made(snapshot(CHANGED), SITE)


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    return made(SNAPSHOT)


def targets(path: str, html: str) -> set[str]:
    """Give the files in the folder to which a page leads or which it loads, as seen from the folder."""
    addresses = {unescape(address) for address in LINK.findall(html)}
    inside = [urlsplit(address) for address in addresses if not urlsplit(address).scheme and address[:1] != "/"]
    paths = {parts.path for parts in inside}
    return {normpath(join(dirname(path), unquote(other))) if other else path for other in paths}


def written_elsewhere(path: str) -> bool:
    """Tell whether a file is one of those that the other modules give: scripts, styles, exports and handouts."""
    folder, _, name = path.rpartition("/")
    exported = (folder == "export" and name in exports.EXPORTS) or folder == "export/handout"
    return path.startswith(("linked/", "data/")) or path == explore.ICON or exported


@pytest.mark.parametrize("edition", ["tiny", "real"])
def test_every_link_leads_to_a_file_that_is_there(edition, request):
    files = request.getfixturevalue(edition)
    missing = {
        (path, target)
        for path, html in files.items()
        if path.endswith(".html") and path != "404.html"
        for target in targets(path, html)
        if target not in files and not written_elsewhere(target)
    }
    assert missing == set()


@pytest.mark.parametrize("edition", ["tiny", "real"])
def test_every_anchor_is_on_the_page_to_which_a_link_leads(edition, request):
    files = request.getfixturevalue(edition)
    ids = {path: set(re.findall(r'\sid="([^"]*)"', html)) for path, html in files.items() if path.endswith(".html")}
    missing = set()
    for path, html in files.items():
        if not path.endswith(".html") or path == "404.html":
            continue
        for address in {*map(unescape, LINK.findall(html))}:
            parts = urlsplit(address)
            if parts.fragment and not parts.scheme:
                there = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
                if unescape(unquote(parts.fragment)) not in ids[there]:
                    missing.add((path, address))
    assert missing == set()


def test_each_page_is_a_file_and_each_pair_of_editions_has_one(real):
    conferences = [event.id for event in SNAPSHOT.dataset.events.values() if event.kind == "conference"]
    assert {f"{key}.html" for key in PUBLISHED} <= set(real)
    pairs = {path for path in real if re.fullmatch(r"compare/.+\.html", path)}
    known = exports.OPTIONS["order"]
    assert len(pairs) == len(conferences) * (len(conferences) - 1) // 2
    assert {f"quality/{order}.html" for order in known if order != "time"} <= set(real)
    assert "together/any.html" in real
    assert not any(path.startswith("try") for path in real)


def test_a_page_says_what_the_page_of_the_server_says(tiny):
    assert "Did Qatar &lt;pay&gt;?" in tiny["disagreements.html"]
    assert 'id="disagreement-qatar-role"' in tiny["disagreements.html"]
    assert "Both, same role" in tiny["compare.html"]
    assert "What counts as known" in tiny["quality.html"]
    assert '<a href="../index.html?event=2018-dushanbe"' in tiny["compare/2018-dushanbe--2022-dushanbe.html"]
    assert '<a href="index.html?event=2018-dushanbe"' in tiny["compare.html"]
    assert pages.UNFILTERED in tiny["together.html"]


def test_a_pair_of_editions_is_chosen_by_links_and_no_edition_is_compared_with_itself(real):
    html = real["compare/2018-dushanbe--2019-dushanbe.html"]
    before, after = re.findall(r'<nav class="choice" aria-label="(?:From|To)">(.*?)</nav>', html)
    assert '<a href="../compare/2018-dushanbe--2019-dushanbe.html" aria-current="true">Dushanbe 2018</a>' in before
    assert "<span>Dushanbe 2019</span>" in before and "<span>Dushanbe 2018</span>" in after
    assert '<a href="../compare/2019-dushanbe--2022-dushanbe.html">Dushanbe 2022</a>' in before
    assert "<title>Compare editions: Dushanbe 2018 and Dushanbe 2019 · Dushanbe Process</title>" in html


def test_the_order_of_the_events_is_chosen_by_links(real):
    html = real["quality/least.html"]
    assert '<a href="../quality.html">Time</a>' in html
    assert '<a href="../quality/least.html" aria-current="true">Least known first</a>' in html
    rows = charts(html)[0]["table"]["rows"]
    assert rows != charts(real["quality.html"])[0]["table"]["rows"]
    assert sorted(rows) == sorted(charts(real["quality.html"])[0]["table"]["rows"])


def charts(html: str) -> list[dict]:
    """Give what the charts of a page are drawn from."""
    return [json.loads(state) for state in re.findall(r"data-chart>(.*?)</script>", html)]


def test_a_chart_has_what_the_script_needs_and_its_picture_is_in_the_folder(real):
    html = real["quality/least.html"]
    (chart,) = charts(html)
    assert chart["view"] == "quality" and chart["figure"]["data"]
    assert chart["urls"]["plotly"].startswith("../linked/plotly-basic.min.js?v=")
    assert chart["urls"]["export"] == "../export/" and chart["urls"]["edition"] == "folder"
    asked = chart["urls"]["figure"] + chart["view"]
    script = real[normpath(join("quality", f"{asked}.js"))]
    assert f"[{json.dumps(asked)}] = " in script, "the page asks for it by its address as seen from the page"
    assert html.count(chart["urls"]["plotly"]) >= 1


def test_a_chart_is_a_table_for_readers_without_scripts(real):
    plain = re.findall(r"<noscript>(.*?)</noscript>", real["coverage.html"])
    drawn = charts(real["coverage.html"])
    assert len(plain) == len(drawn) == 2
    for html, chart in zip(plain, drawn, strict=True):
        assert html.count("<tr>") == len(chart["table"]["rows"]) + 1


def test_all_events_are_on_the_page_to_which_show_all_leads(real):
    assert '<a href="together/any.html?weight=any">Show all</a>' in real["together.html"]
    assert "Show all" not in real["together/any.html"]
    number = len(charts(real["together.html"])[0]["table"]["rows"])
    assert len(charts(real["together/any.html"])[0]["table"]["rows"]) >= number


def test_a_table_of_one_page_is_beside_it_and_others_are_among_the_downloads(real):
    assert 'href="../compare/2018-dushanbe--2019-dushanbe.csv"' in real["compare/2018-dushanbe--2019-dushanbe.html"]
    assert real["compare/2018-dushanbe--2019-dushanbe.csv"].startswith("earlier_event,later_event,topic,")
    assert 'href="export/changes.csv" download="dushanbe-process-changes.csv"' in real["changes.html"]
    assert 'href="export/problems.csv"' in real["quality.html"]


@pytest.mark.parametrize("edition", ["tiny", "real"])
def test_a_page_runs_no_script_of_anybody_else(edition, request):
    for path, html in request.getfixturevalue(edition).items():
        if path.endswith(".html"):
            for script in SCRIPTS.findall(html):
                assert "src=" not in script or re.search(r'src="(\.\./)*(linked|data)/', script), path
            assert "<img" not in html and "alert(2)</script>" not in html, path


def test_the_same_data_gives_the_same_bytes(tiny):
    assert made(snapshot(CHANGED)) == tiny


def test_data_without_events_gives_pages_that_say_so():
    files = made(snapshot(EMPTY))
    assert "There are no two conferences to compare." in files["compare.html"]
    assert "The data has no events." in files["together.html"]
    assert "Reset filters" not in files["together.html"], "there are no filters to reset"


def test_addresses_are_absolute_only_if_the_public_address_is_known(tiny, known):
    for path, html in tiny.items():
        if path.endswith(".html"):
            assert 'rel="canonical"' not in html and 'property="og:image"' not in html, path
    assert f'<link rel="canonical" href="{SITE}/disagreements.html">' in known["disagreements.html"]
    assert f'<link rel="canonical" href="{SITE}/events/2018-dushanbe.html">' in known["events/2018-dushanbe.html"]
    assert f'<link rel="canonical" href="{SITE}/quality/least.html">' in known["quality/least.html"]
    assert f'property="og:image" content="{SITE}/preview/2018-dushanbe.png' in known["events/2018-dushanbe.html"]


def test_linked_data_and_citations_name_the_files(known):
    html = known["events/2018-dushanbe.html"]
    named = re.findall(rf"{re.escape(SITE)}/((?:events|organizers|sources)/[\w-]+(?:\.\w+)?)", html)
    assert len(named) > 5
    assert set(named) <= set(known)


def test_the_page_of_a_former_id_leads_to_the_present_one(tiny):
    html = tiny["events/2022-before.html"]
    assert '<meta http-equiv="refresh" content="0; url=2022-dushanbe.html">' in html
    assert '<a href="2022-dushanbe.html">' in html
    assert "“2022-before” is now called “2022-dushanbe”" in html


@pytest.mark.parametrize("parameter", ["event", "from", "to"])
def test_the_first_page_knows_the_former_ids_of_an_address_of_any_page(tiny, parameter):
    given = re.search(r'id="early-given"[^>]*>(.*?)</script>', tiny["index.html"], re.DOTALL)
    assert given
    assert json.loads(given[1])["former"][parameter] == {"2022-before": "2022-dushanbe"}


def test_the_page_of_a_withdrawn_record_says_why_and_what_to_see_instead(tiny):
    assert "It was an error" in tiny["events/2019-gone.html"]
    assert '<a href="../events/2019-side.html">' in tiny["events/2019-moved.html"]


def test_each_event_has_its_citations_and_handout(tiny):
    html = tiny["events/2018-dushanbe.html"]
    for path in ("event/2018-dushanbe.bib", "event/2018-dushanbe.ris", "event-csl/2018-dushanbe.json"):
        assert f'href="../export/{path}"' in html
        assert tiny[f"export/{path}"]
    assert 'href="../export/handout/2018-dushanbe.html"' in html
    assert "handout.pdf" not in html and "handout/2018-dushanbe.pdf" not in html


def test_the_page_for_a_wrong_address_leads_home_from_any_depth():
    assert 'href="/series/index.html"' in found.missing(Edition(snapshot(), SITE))
    assert 'href="/index.html"' in found.missing(Edition(snapshot()))


def test_the_sitemap_names_files_that_are_there(known):
    edition = Edition(snapshot(CHANGED), SITE)
    others = dict(file for file in found.files(edition) if not file[0].endswith(".png"))
    addresses = re.findall(r"<loc>(.*?)</loc>", others["sitemap.xml"].decode())
    for address in addresses:
        path = address.removeprefix(f"{SITE}/")
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in known, address
    assert f"{SITE}/compare/2018-dushanbe--2022-dushanbe.html" in addresses
    assert others["robots.txt"].decode().endswith(f"Sitemap: {SITE}/sitemap.xml\n")


def test_without_a_public_address_there_is_no_sitemap():
    edition = Edition(snapshot(DATASET))
    names = [path for path, _ in found.files(edition)]
    assert "sitemap.xml" not in names and "robots.txt" in names
    assert {"preview/process.png", "preview/2018-dushanbe.png"} <= set(names)


def test_the_citation_has_the_address_or_asks_for_it(tiny, known):
    asked = re.compile(r'id="cite".*?</section>', re.DOTALL)
    without, named = (asked.search(files["about.html"])[0] for files in (tiny, known))
    assert SITE in named and "Add the day on which you read it." in named
    assert "Add the address and the day on which you read it." in without
