"""The same dashboard for another series: its name, its words and its colour are everywhere, and ours are nowhere."""

import json
import re
import shutil
import zipfile
from io import BytesIO

import pytest

from dashboard import checks, exports, library, topics
from dashboard.exports import EXPORTS, Options
from dashboard.exports.charts import drawn
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.topics.explore import payload
from dashboard.topics.explore.masthead import masthead
from dashboard.web import address, door, embed, openapi
from tests.conftest import TINY

EVERYTHING = Filters(weight=EVERY_WEIGHT)
SITE = "https://series.example"
OPTIONS = Options(site=SITE, event="2018-dushanbe")
NOT_TEXT = (".png", ".svg", ".pdf")
OURS = re.compile("dushanbe[ -]process", re.IGNORECASE)

PROCESS = """\
name: Congress of Rivers
summary: Meetings about rivers.
updated: 2022-12-31
languages: [en, ru]
accent:
  light: "#166534"
  dark: "#4ade80"
kinds:
  - kind: conference
    one: congress <1>
    many: congresses <1>
    lane: The <congresses>
  - kind: context
    one: other meeting
    many: other meetings
roles:
  - role: host
    one: "landlord & host"
    many: landlords
sources: [asiaplus-2022]
"""


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """The tiny data under another name, without the files that may be absent."""
    folder = tmp_path_factory.mktemp("series") / "data"
    shutil.copytree(TINY, folder)
    (folder / "process.yaml").write_text(PROCESS, encoding="utf-8")
    for name in ("disputes.yaml", "mirrors.yaml", "CHANGES.yaml"):
        (folder / name).unlink()
    shutil.rmtree(folder / "articles")
    return folder


@pytest.fixture(scope="module")
def of(series):
    return library.read(series, "0123456789ab")


def test_its_data_has_no_errors(series):
    _, problems = checks.read(series)
    assert [problem for problem in problems if problem.level == "error"] == []


@pytest.mark.parametrize("name", [name for name in EXPORTS if not name.endswith(NOT_TEXT)])
def test_no_file_has_the_name_of_our_process(of, name):
    content = EXPORTS[name].make(of, EVERYTHING, OPTIONS)
    texts = {name: content}
    if name.endswith((".zip", ".xlsx")):
        packed = zipfile.ZipFile(BytesIO(content))
        texts = {inner: packed.read(inner) for inner in packed.namelist()}
    found = {inner: OURS.findall(text.decode("utf-8", "replace")) for inner, text in texts.items()}
    assert {inner: names for inner, names in found.items() if names} == {}
    assert exports.file_name(name, of, EVERYTHING, OPTIONS).startswith("congress-of-rivers-")


def test_no_page_has_it_either(of):
    shell = '<html><head><title>Streamlit</title></head><body><noscript></noscript><div id="root"></div></body></html>'
    written = [
        masthead(of),
        *(door.first_html(shell, of, address.parsed(f"page={page.key}"), SITE) for page in topics.PAGES),
        *(embed.embed_html(view, of, {}) for view in embed.VIEWS),
        json.dumps(openapi.document(of, SITE)),
        payload.bundle(of, topics.PAGES).decode(),
    ]
    assert [OURS.findall(html) for html in written] == [[] for _ in written]
    assert all("Congress of Rivers" in html for html in written[:-1])


def test_its_words_are_those_of_the_charts_the_filters_and_the_sentences(of):
    facts = json.loads(payload.bundle(of, topics.PAGES))
    assert facts["known"]["kind"]["conference"] == "The <congresses>"
    assert facts["vocabulary"]["kindNouns"]["context"] == ["other meeting", "other meetings"]
    assert facts["vocabulary"]["columns"]["conferences"] == "Congresses <1>"
    assert facts["known"]["weight"]["main"] == "The congresses <1>"
    assert facts["marks"]["host"]["name"] == "Landlord & host"
    lanes = {trace["name"] for trace in facts["timeline"]["data"] if trace["meta"]["kind"] == "conference"}
    assert lanes == {"The &lt;congresses&gt;"}
    assert "Congress <1>: 3–4 May 2018, Dushanbe." in drawn(exports.CHARTS["timeline"], of, EVERYTHING).alt
    assert "congress &lt;1&gt;" in masthead(of)


def test_its_colour_is_that_of_the_page(of):
    facts = json.loads(payload.bundle(of, topics.PAGES))
    assert facts["accent"] == "#166534"
    assert facts["dark"]["#166534"] == "#4ade80"
    assert "--accent:#166534" in facts["css"]
    assert "light-dark(#166534, #4ade80)" in embed.embed_html("timeline", of, {})


def test_a_process_with_a_mistake_keeps_its_name_in_files(series):
    mistaken = PROCESS.replace("accent:\n", "accents:\n").encode()
    of = library.read(series, "0123456789ab", {"process.yaml": mistaken})
    assert of.dataset.process is None
    assert exports.file_name("events.csv", of, EVERYTHING).startswith("congress-of-rivers-trial-events")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("Congress of Rivers", "congress-of-rivers"),
        ("São Paulo (Process)", "sao-paulo-process"),
        ("Конгресс рек", "unnamed-process"),
    ],
)
def test_files_begin_with_the_id_or_with_what_is_made_of_the_name(of, name, beginning):
    process = of.dataset.process
    named = of.dataset.__class__(process=process.model_copy(update={"name": name}))
    assert named.process_id == beginning
    named = of.dataset.__class__(process=process.model_copy(update={"name": name, "id": "rivers"}))
    assert named.process_id == "rivers"
