"""What the server gives besides the page."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from plotly.offline import get_plotlyjs
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import exports
from dashboard.assets import FOLDER
from dashboard.frames.filters import MAX_TEXT, Filters
from dashboard.frames.find import Finder
from dashboard.library import Library
from dashboard.library.trial import Trials
from dashboard.records.passages import names_of
from dashboard.topics.explore import article, payload
from dashboard.topics.explore.article import article_html
from dashboard.web import files, routes
from tests.conftest import TINY
from tests.sample import DATASET, Shelf, snapshot

ROOT = Path(__file__).parents[2]
STAMP = snapshot().stamp
SCRIPTS = files.urls(STAMP)["scripts"]
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def client(shelf) -> TestClient:
    return TestClient(Starlette(routes=routes.routes(shelf)), headers={"accept-encoding": "identity"})


def plain(response) -> str:
    """Give the text of an answer that must be a plain sentence."""
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"
    return response.text


EVENT = "2018-dushanbe"
FOLDERS = ("scripts", "figure", "export", "embed", "home", "eventPage")
FOR_FILTERS = ("takeaway", "edition")
ADDRESSES = {
    name: url.replace("{event}", EVENT)
    for name, url in files.urls(STAMP).items()
    if name not in (*FOLDERS, *FOR_FILTERS)
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_of_the_page_is_good_for_ever(client, name):
    response = client.get(ADDRESSES[name])
    assert (response.status_code, response.headers["cache-control"]) == (200, FOREVER)
    assert response.headers["x-content-type-options"] == "nosniff"


def test_the_addresses_are_relative_to_the_page():
    assert not [url for url in files.urls(STAMP).values() if url.startswith(("/", "http"))]


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("css/linked.css", "text/css"),
        ("vendor/plotly-basic.min.js", "text/javascript"),
    ],
)
def test_a_file_is_given_as_it_is(client, name, mime):
    response = client.get(SCRIPTS + name)
    assert response.content == (FOLDER / name).read_bytes()
    assert response.headers["content-type"].startswith(mime)


def test_what_a_script_imports_is_good_for_ever_too(client):
    imported = set()
    for name in [files.JOINED, *(name for name in files.FILES if name.startswith(("engine/", "hosts/")))]:
        address = urljoin(str(client.base_url), SCRIPTS + name)
        for other in re.findall(r'^import .* from "(.+)";$', client.get(address).text, re.M):
            response = client.get(urljoin(address, other))
            assert (response.status_code, response.headers["cache-control"]) == (200, FOREVER)
            imported.add(other)
    assert {"../engine.js", "../../engine.js", "./picture.js"} <= imported


@pytest.fixture
def updated(monkeypatch, tmp_path) -> str:
    """The files as after an update, in which one script has changed; gives what addresses began with before."""
    before = files.urls(STAMP)["scripts"]
    newer = tmp_path / "view.js"
    newer.write_bytes(files.FILES["engine/view.js"].read_bytes() + b"export const CHANGED = 1;\n")
    monkeypatch.setitem(files.FILES, "engine/view.js", newer)
    return before


def test_after_an_update_every_file_has_another_address_and_none_is_given_under_the_old_one(client, updated):
    urls = files.urls(STAMP)
    assert urls["scripts"] != updated
    for name in ("viewsModule", "css", "plotly", "linksModule"):
        assert client.get(urls[name]).headers["cache-control"] == FOREVER
        response = client.get(urls[name].replace(urls["scripts"], updated))
        assert (response.status_code, response.headers["cache-control"]) == (404, "no-cache")
        assert plain(response) == "There is no such file. Reload the page.\n"
    assert "const CHANGED = 1;" in client.get(urls["scripts"] + files.JOINED).text


def test_only_scripts_and_style_sheets_are_given():
    assert {Path(name).suffix for name in files.FILES} == {".js", ".css"}
    assert {name.partition("/")[0] for name in files.FILES} == {"css", "engine", "hosts", "vendor"}


def test_the_plotly_of_the_page_is_the_one_the_figures_are_made_for_and_knows_them():
    def version(text: str) -> str:
        return re.search(r"plotly\.js .*?v(\d+)\.", text)[1]

    ours = files.FILES["vendor/plotly-basic.min.js"].read_text(encoding="utf-8")
    assert version(ours[:200]) == version(get_plotlyjs()[:200])
    charts = [json.loads(exports.figure_json(name, snapshot(), Filters())) for name in exports.CHARTS]
    drawn = {trace["type"] for chart in charts for trace in chart["figure"]["data"]}
    assert drawn <= {"scatter", "bar"}


@pytest.mark.parametrize(
    "path",
    [
        *(
            "engine/nothing.js",
            "engine/..%2F..%2F__init__.py",
            "engine/%2e%2e/__init__.py",
            "__init__.py",
            "package.json",
        ),
        *("engine/views.js/", "engine/VIEWS.JS", "engine/views.js%00", "engine", "", "/engine/views.js"),
    ],
)
@pytest.mark.parametrize("place", [SCRIPTS, "linked/", "linked/000000000000/"])
def test_no_other_file_is_given(client, place, path):
    response = client.get(f"/{place}{path}", follow_redirects=False)
    assert response.status_code == 404
    assert b"import" not in response.content


SHELL = "<html><head><title>Streamlit</title></head><body></body></html>"
ARTICLE = f"/linked/article/{EVENT}"
TEXT = "/linked/text.json"


@pytest.mark.parametrize("event", DATASET.events)
def test_an_article_is_given_by_the_id_of_its_event(client, event):
    response = client.get(files.urls(STAMP)["article"].replace("{event}", event))
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text == article_html(DATASET, DATASET.events[event])


def test_only_the_article_that_is_read_is_made_and_only_once(client, shelf, monkeypatch):
    made = []
    monkeypatch.setattr(routes, "article_of", lambda held, event: made.append((held.stamp, event)) or event)
    assert [client.get(ARTICLE).text for _ in range(3)] == [EVENT] * 3
    shelf.held = replace(shelf.held, stamp="fedcba987654")
    client.get(ARTICLE)
    assert made == [(STAMP, EVENT), ("fedcba987654", EVENT)]


def test_the_names_are_learnt_once_for_all_articles(client, monkeypatch):
    learnt = []
    monkeypatch.setattr(article, "names_of", lambda *given: learnt.append(given) or names_of(*given))
    for event in DATASET.events:
        client.get(f"/linked/article/{event}")
    assert len(learnt) == 1


@pytest.mark.parametrize("event", ["2018-dushanb", "%7Bevent%7D", "%3Cb%3E"])
def test_an_event_without_an_article_to_give_is_named(client, event):
    response = client.get(f"/linked/article/{event}?v={files.bundle_version(STAMP)}")
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-cache")
    assert plain(response) == f'There is no event with the id "{unquote(event)}". Reload the page.\n'


def test_the_index_of_the_search_has_the_text_of_every_event(client):
    found = {record["id"] for record in client.get(TEXT).json()["records"] if record["kind"] == "event"}
    assert found == set(snapshot().dataset.events)


@pytest.mark.parametrize("path", [ARTICLE, TEXT])
def test_what_is_made_of_the_data_is_not_kept_under_an_old_address(client, shelf, path):
    version = files.bundle_version(STAMP)
    assert client.get(f"{path}?v={version}").headers["cache-control"] == FOREVER
    shelf.held = replace(shelf.held, stamp="fedcba987654")
    assert client.get(f"{path}?v={version}").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["bundle", "article", "text"])
def test_what_is_made_of_a_trial_is_its_own_and_never_stored(shelf, name):
    trials = Trials()
    tried = trials.start(Library(TINY), {"process.yaml": (TINY / "process.yaml").read_bytes()})
    client = TestClient(Starlette(routes=routes.routes(shelf, trials=trials)))
    path = files.urls(tried.snapshot.stamp, tried.token)[name].replace("{event}", "2019-plan")
    assert "2019-plan" not in shelf.held.dataset.events
    response = client.get(path)
    assert (response.status_code, response.headers["cache-control"]) == (200, "private, no-store")
    over = client.get(path.replace(tried.token, "another"))
    assert (over.status_code, "no longer on trial" in plain(over)) == (404, True)


@pytest.mark.parametrize("path", [f"{SCRIPTS}css/linked.css", "/linked/data.json", ARTICLE, TEXT])
@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip; q=1.0, br", True),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.00", False),
        ("identity", False),
    ],
)
def test_compressed_where_the_client_can_take_it(client, path, accepted, compressed):
    with client.stream("GET", path, headers={"accept-encoding": accepted}) as response:
        raw = b"".join(response.iter_raw())
    assert (response.headers.get("content-encoding") == "gzip") == compressed
    assert (gzip.decompress(raw) if compressed else raw) == client.get(path).content
    assert response.headers["vary"] == "Accept-Encoding"
    assert int(response.headers["content-length"]) == len(raw)


def test_the_bundle_is_made_once_per_state_of_the_data(client, shelf, monkeypatch):
    made = []
    monkeypatch.setattr(payload, "bundle", lambda held, *_: made.append(held.stamp) or f'"{held.stamp}"'.encode())
    assert [client.get("/linked/data.json").json() for _ in range(3)] == [STAMP] * 3
    shelf.held = replace(shelf.held, stamp="fedcba987654")
    assert client.get("/linked/data.json").json() == "fedcba987654"
    assert made == [STAMP, "fedcba987654"]


def test_the_bundle_under_an_old_address_is_the_new_one_and_not_kept(client, shelf):
    old = files.urls(STAMP)["bundle"]
    shelf.held = replace(shelf.held, stamp="fedcba987654")
    assert client.get(old).headers["cache-control"] == "no-cache"
    assert client.get(files.urls("fedcba987654")["bundle"]).headers["cache-control"] == FOREVER


def test_the_bundle_holds_the_data(client):
    assert client.get("/linked/data.json").json()["events"]["2018-dushanbe"]["label"] == "Dushanbe 2018"


@pytest.mark.parametrize("path", [f"{SCRIPTS}engine/views.js", "/linked/data.json", ARTICLE, TEXT])
def test_what_the_client_has_is_not_sent_again(client, path):
    tag = client.get(path).headers["etag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        response = client.get(path, headers={"if-none-match": known})
        assert (response.status_code, response.content, response.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get(path, headers={"accept-encoding": "gzip"}).headers["etag"] != tag


@pytest.mark.parametrize("name", exports.EXPORTS)
def test_an_export_is_the_same_as_elsewhere(client, name):
    asked = Filters(year=("2018", "2019"), organizer=("un",), q="high")
    options = exports.DEFAULTS | {"site": "http://testserver", "event": EVENT, "accessed": "2026-11-27"}
    query = f"organizer=un&year=2019&year=2018&q=high&event={EVENT}&accessed=2026-11-27"
    response = client.get(f"/export/{name}?{query}")
    assert response.content == exports.EXPORTS[name].make(snapshot(), asked, options)
    assert response.headers["content-type"] == exports.EXPORTS[name].mime
    file = exports.file_name(name, snapshot(), asked, options)
    shown = "inline" if name in exports.SHOWN else "attachment"
    assert response.headers["content-disposition"] == f'{shown}; filename="{file}"'
    assert response.headers["x-content-type-options"] == "nosniff"


def test_everything_is_one_address_away_and_anything_less_says_so(client):
    bare, whole = (client.get(f"/export/events.csv{query}") for query in ("", "?weight=any"))
    assert (bare.headers["events-shown"], bare.text.count("\n")) == ("4 of 5 events", 1 + 4)
    assert "events-4-of-5.csv" in bare.headers["content-disposition"]
    assert ("events-shown" in whole.headers, whole.text.count("\n")) == (False, 1 + 5)
    assert "events-shown" not in client.get("/export/quality.csv?year=2018").headers
    assert client.get("/export/events.csv?weight=any&weight=minor").text == whole.text
    refused = client.get("/export/events.csv?weight=every")
    assert refused.status_code == 400
    assert refused.text.endswith("main, secondary, minor, related, any.\n")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("event.bib", "This file is about one event. Write the id of the event as “event”, for example 2018-dushanbe."),
        ("event.bib?event=2018-nowhere", 'There is no event with the id "2018-nowhere"'),
        ("citations.json?event=zzz", 'There is no event with the id "zzz"; events.csv lists the ids.'),
        (
            "dataset.ris?accessed=today",
            '"today" is not a day of access; write a day like 2026-11-26.',
        ),
    ],
)
def test_an_option_that_cannot_be_used_is_refused_in_a_sentence(client, address, sentence):
    response = client.get(f"/export/{address}")
    assert response.status_code == 400
    assert plain(response).startswith(sentence)
    assert "content-disposition" not in response.headers


def test_an_export_takes_the_options_of_the_matrix(client):
    response = client.get("/export/matrix.csv?columns=all&sort=name")
    made = exports.EXPORTS["matrix.csv"].make(snapshot(), Filters(), exports.Options(columns="all", sort="name"))
    assert response.content == made


def test_an_export_ignores_what_is_chosen_on_the_page(client):
    whole = client.get("/export/events.csv").content
    assert client.get("/export/events.csv?event=2018-dushanbe&at=un").content == whole


def test_what_can_be_taken_away_is_given_for_the_filters(client):
    address = files.urls(STAMP)["takeaway"]
    response = client.get(f"{address}?year=2018")
    assert response.json() == exports.takeaway(snapshot(), Filters(year=("2018",)))
    assert response.headers["cache-control"] == "no-cache"


def test_a_chart_is_given_as_pdf_and_drawn_once(client, monkeypatch):
    drawn = []

    def draw(figure, ending):
        drawn.append(ending)
        return b"%PDF"

    monkeypatch.setattr("dashboard.exports.pictures._rendered", draw)
    for _ in range(2):
        response = client.get("/export/timeline.pdf?year=2018")
        assert (response.content, response.headers["content-type"]) == (b"%PDF", "application/pdf")
        name = exports.file_name("timeline.pdf", snapshot(), Filters(year=("2018",)))
        assert response.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert drawn == ["pdf"]


def test_without_chrome_a_sentence_names_the_page_to_print(client, monkeypatch):
    def fail(figure, ending):
        raise exports.PictureError("pictures need Chrome or Chromium: install it, or run kaleido_get_chrome")

    monkeypatch.setattr("dashboard.exports.pictures._rendered", fail)
    response = client.get("/export/matrix.pdf")
    assert response.status_code == 503
    assert plain(response) == (
        "Pictures need Chrome or Chromium: install it, or run kaleido_get_chrome. "
        "matrix.html has the same content, to print from a browser.\n"
    )


@pytest.mark.parametrize("view", ["timeline", "matrix"])
def test_a_figure_is_given_for_the_browser_to_draw(client, view):
    content = client.get(f"/linked/figure/{view}?year=2018").json()
    assert content == json.loads(exports.figure_json(view, snapshot(), Filters(year=("2018",))))


@pytest.mark.parametrize("path", ["/export/events.csv", "/linked/figure/timeline", "/linked/takeaway.json"])
@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("year=1950", ['year "1950" is not known; there are events in 2018, 2019 and 2022.']),
        (
            "organizer=unocd&role=hos&role=host",
            [
                'organizer "unocd" is not known; if you meant "unoct", write that.',
                'role "hos" is not known; if you meant "host", write that.',
            ],
        ),
        (
            "organizer=kazakhstan",
            ['organizer "kazakhstan" is not known; write one of: tajikistan, qatar, un, unoct, osce.'],
        ),
        ("columns=some", ['columns "some" is not known; write one of: conferences, all.']),
        ("since=2022&until=2018", ["since 2022 is after until 2018; write the earlier date as since."]),
        ("yaer=2018", ['"yaer" is not a parameter; if you meant "year", write that.']),
        (
            "colour=red",
            [
                '"colour" is not a parameter; write one of: year, organizer, role, kind, weight, together, since, '
                "until, q, columns, sort, order, event, accessed."
            ],
        ),
        ("year=%3Cb%3E%0d%0aX:1", ['year "<b> X:1" is not known; there are events in 2018, 2019 and 2022.']),
    ],
)
def test_what_is_not_known_is_said_in_plain_sentences(client, path, query, sentences):
    response = client.get(f"{path}?{query}")
    assert (response.status_code, plain(response).splitlines()) == (400, sentences)


@pytest.mark.parametrize(
    "query",
    [
        "year=2018&year=2019&utm_source=mail&utm_medium=x&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&msclkid=5&igshid=6&_hsenc=7",
        "year=2018&amp;year=2019",
        "year=2018,2019",
        "YEAR=2019&Year=2018.",
        "year=2018%20&year=%222019%22",
        "year=2018&year=2019&page=together&event=2018-dushanbe&at=un&from=2018-dushanbe&to=2022-dushanbe&question=x",
    ],
)
def test_an_export_reads_an_address_as_the_page_does(client, query):
    whole = client.get("/export/events.csv?year=2018&year=2019")
    assert whole.status_code == 200
    assert client.get(f"/export/events.csv?{query}").content == whole.content


@pytest.mark.parametrize(("under", "path"), [("", "//"), ("", "///"), ("/app/", "/app//")])
def test_a_stroke_too_many_leads_to_the_page(shelf, under, path):
    client = TestClient(Starlette(routes=routes.routes(shelf, under, shell=SHELL)))
    response = client.get(f"http://testserver{path}?event=2018-dushanbe&at=un", follow_redirects=False)
    home = f"/{under.strip('/')}/" if under else "/"
    assert (response.status_code, response.headers["location"]) == (307, f"{home}?event=2018-dushanbe&at=un")


@pytest.mark.parametrize("path", ["/export/events.exe", "/export/timeline.png", "/linked/figure/pie", "/linked/x"])
def test_an_unknown_name_is_said_to_be_none(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert plain(response).startswith("There is no such ")


@pytest.mark.parametrize(
    "path",
    [f"/{SCRIPTS}engine/views.js", "/linked/data.json", ARTICLE, TEXT, "/export/events.csv", "/linked/figure/matrix"],
)
def test_head_answers_like_get_without_a_body(client, path):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == got.headers
    assert client.post(path).status_code == 405


def test_the_routes_lie_under_the_path_of_the_page(shelf):
    client = TestClient(Starlette(routes=routes.routes(shelf, "/app/")))
    for path in (f"{SCRIPTS}css/linked.css", "linked/data.json", "linked/figure/matrix", "export/events.csv"):
        assert client.get(f"/app/{path}").status_code == 200
        assert client.get(f"/{path}").status_code == 404


def test_the_version_changes_with_the_content_or_the_name_of_any_file(monkeypatch, tmp_path):
    path = tmp_path / "x.js"
    path.write_text("one")
    monkeypatch.setattr(files, "FILES", {"engine/y.js": FOLDER / "engine" / "view.js", "engine/x.js": path})
    first = files.version()
    os.utime(path, ns=(1, 1))
    assert files.version() == first
    path.write_text("two!")
    second = files.version()
    assert second != first
    monkeypatch.setattr(files, "FILES", {"engine/y.js": FOLDER / "engine" / "view.js", "engine/z.js": path})
    os.utime(path, ns=(2, 2))
    assert files.version() not in (first, second)


def test_the_version_of_the_bundle_changes_with_data_and_code(monkeypatch):
    first = files.bundle_version(STAMP)
    assert files.bundle_version("fedcba987654") != first
    monkeypatch.setattr(files, "code_version", lambda tree: "other")
    assert files.bundle_version(STAMP) != first


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """A copy of all modules and templates."""
    ignored = shutil.ignore_patterns("__pycache__", "vendor")
    return shutil.copytree(files.TREE, tmp_path_factory.mktemp("code") / "tree", ignore=ignored)


@pytest.mark.parametrize(
    "module",
    [
        "records/model.py",
        "topics/explore/article.py",
        "store/faults/edtf.py",
        "topics/explore/article.html",
        "look/pieces.html",
    ],
)
def test_the_version_of_the_code_changes_with_any_module_or_template_of_the_tree(module, tree, tmp_path):
    assert files.code_version(tree) == files.code_version(files.TREE)
    changed = shutil.copytree(tree, tmp_path / "changed")
    with (changed / module).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert files.code_version(changed) != files.code_version(tree)


def test_streamlit_is_not_needed():
    script = "import sys; from dashboard.web import routes; sys.exit('streamlit' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=files.TREE.parent)


@pytest.mark.parametrize(("path", "status"), [("events.csv", 200), ("events.csv?year=1918", 400), ("no.csv", 404)])
def test_scripts_of_other_pages_may_read_what_is_published(client, path, status):
    response = client.get(f"/export/{path}", headers={"origin": "https://example.org"})
    assert response.status_code == status
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-expose-headers"] == "Content-Disposition, ETag, Events-Shown"


def test_scripts_of_other_pages_may_read_no_trial(shelf):
    trials = Trials()
    tried = trials.start(Library(TINY), {"process.yaml": (TINY / "process.yaml").read_bytes()})
    client = TestClient(Starlette(routes=routes.routes(shelf, trials=trials)))
    for path, status in (("events.csv", 200), ("events.csv?year=1918", 400), ("no.csv", 404)):
        response = client.get(f"/trial/{tried.token}/export/{path}", headers={"origin": "https://example.org"})
        assert response.status_code == status
        assert "access-control-allow-origin" not in response.headers


def test_no_address_searches_for_more_than_two_hundred_characters(shelf, monkeypatch):
    asked = []
    find = Finder.find
    monkeypatch.setattr(Finder, "find", lambda finder, query: asked.append(query) or find(finder, query))
    shell = "<title>Streamlit</title><noscript></noscript>"
    client = TestClient(Starlette(routes=routes.routes(shelf, shell=shell)))
    places = ["", "export/events.csv", "export/calendar.ics", "linked/takeaway.json", "linked/figure/timeline"]
    places += ["embed/timeline", "api/v1/events"]
    refused = []
    for number, place in enumerate(places):
        words = " ".join(f"w{number}x{n}" for n in range(1_100))
        for q in (words, [f"v{word}" for word in words.split()]):
            refused += [place] * (client.get(f"/{place}", params={"q": q}).status_code == 400)
    assert len(asked) >= 2 * len(places) - len(refused)
    assert max(map(len, asked)) <= MAX_TEXT
    assert {"export/events.csv", "export/calendar.ics", "api/v1/events"} <= set(refused), (
        "a file is whole, or there is none"
    )
