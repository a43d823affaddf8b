"""Made-up addresses over all routes, with the middleware: no failure, and every refusal is a sentence."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from starlette.testclient import TestClient

from dashboard import exports
from dashboard.frames.filters import FACETS, FREE
from dashboard.topics import PAGES
from dashboard.web import embed, files
from dashboard.web.resources import RESOURCES
from dashboard.web.settings import Settings
from tests.conftest import ADDRESSES
from tests.hostile import HOSTILE
from tests.sample import DATASET
from tests.web.test_headers import BASE, served

NAMES = [name for name in exports.SERVED if not name.endswith(".pdf")]  # a browser draws those
IDS = [*DATASET.events, *DATASET.organizers, *DATASET.sources, *DATASET.disputes, "nobody", ""]
PARTS = some.one_of(
    some.sampled_from(IDS), some.sampled_from(HOSTILE).map(lambda text: text[:200]), some.text(max_size=30),
    some.sampled_from(["..", ".", "%2e%2e", "..%2f", "%00", "%ff", "%0d%0a", "\\", "C:", "~root", ";x", "*", "?"]),
)  # fmt: skip
ODD = ["%zz", "%", "%C0%AF", "//", "a/b"]
WRITTEN = some.one_of(PARTS.map(lambda text: quote(text, safe="")), some.sampled_from(ODD))
PLACES = [
    "/",
    "/{}",
    "//{}",
    "/{}/{}/{}",
    "/export/{}",
    "/trial/{}/export/{}",
    "/trial/{}/linked/data.json",
    "/linked/{}",
    "/linked/{}/{}",
    "/linked/article/{}",
    "/linked/figure/{}",
    "/linked/takeaway.json",
    "/linked/data.json",
    "/linked/text.json",
    "/embed/{}",
    "/preview/{}.png",
    "/events/{}",
    "/organizers/{}",
    "/sources/{}",
    "/events/{}/",
    "/api",
    "/api/{}",
    "/api/v1/{}",
    "/api/v1/{}/{}",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/metrics",
    "/_stcore/{}",
]
PLACES += [
    *(f"/export/{name}" for name in NAMES),
    *(f"/embed/{view}" for view in embed.VIEWS),
    *(f"/linked/figure/{name}" for name in exports.CHARTS),
    *(f"/api/v1/{name}" for name in RESOURCES),
    *(f"/linked/{files.version()}/{name}" for name in ("engine/views.js", "../app.py", "css/../../__init__.py")),
]
PARAMETERS = [*FACETS, *exports.OPTIONS, *FREE, "event", "accessed", "theme", "fields", "limit", "offset", "page"]
PARAMETERS += ["utm_source", *(parameter.name for page in PAGES for parameter in page.parameters)]
KNOWN = ["2022", "any", "host", "1", "-1", "0", "1e9", "501", "9" * 400, "1,2", "a&b"]
VALUES = some.one_of(PARTS, some.sampled_from(KNOWN))
QUERIES = some.lists(some.tuples(some.one_of(some.sampled_from(PARAMETERS), some.text(max_size=8)), VALUES), max_size=6)
METHODS = some.sampled_from(["GET"] * 6 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
WORDS = ["gzip;q=x", "*", "bytes=9-1", "null", '"x', ""]
HEADERS = some.dictionaries(
    some.sampled_from(["accept-encoding", "if-none-match", "range", "origin", "accept", "host", "x-forwarded-for"]),
    some.one_of(some.sampled_from(WORDS), some.text("abc;=,*/ 1", max_size=9)),
    max_size=2,
)  # fmt: skip
ROOT = Path(__file__).parents[2]
NO_SECRET = re.compile(rf"Traceback|{re.escape(str(ROOT))}|site-packages|File \"")


@some.composite
def addresses(draw: some.DrawFn) -> str:
    """Make up an address: a known place with known or any parts, and a query."""
    place = draw(some.sampled_from(PLACES))
    path = re.sub(r"\{\}", lambda _: draw(WRITTEN), place)
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in draw(QUERIES))
    return f"{BASE}{path}?{query}" if query else BASE + path


@pytest.fixture(scope="module")
def client() -> TestClient:
    return served(Settings(metrics=True))


@pytest.mark.slow
@settings(max_examples=ADDRESSES * 3 // 5)
@given(address=addresses(), method=METHODS, headers=HEADERS)
def test_no_address_fails_and_every_refusal_is_a_sentence(client, address, method, headers):
    answer = client.request(method, address, headers=headers, follow_redirects=False)
    assert answer.status_code < 500, answer.text
    kind = answer.headers.get("content-type", "").partition(";")[0]
    assert answer.headers["x-content-type-options"] == "nosniff" and "content-security-policy" in answer.headers
    if not kind.startswith(("image/", "application/vnd", "application/zip")):
        assert not NO_SECRET.search(answer.text)
    if answer.status_code < 400 or method == "HEAD":
        return
    if kind == "application/problem+json":
        assert answer.json()["detail"].endswith((".", "?")), answer.text
    elif kind == "text/html":
        assert "<h1" in answer.text
    else:
        assert kind == "text/plain" and re.search(r"[.?]$", answer.text.strip()), (answer.status_code, answer.text)
