"""The data package: valid for a validator of packages, complete, and with a readme that says what it is."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import exports
from dashboard.exports import EXPORTS, TABLES, Options
from dashboard.exports.columns import COLUMNS
from dashboard.exports.package import LICENCE
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.records.model import Licence
from tests import real
from tests.real import SNAPSHOT as REAL
from tests.sample import EMPTY, snapshot

EVERYTHING = Filters(weight=EVERY_WEIGHT)
SAMPLE = snapshot()


def unzipped(of, asked: Filters = EVERYTHING, options: Options = exports.DEFAULTS) -> dict[str, bytes]:
    """Give the files of the ZIP."""
    with zipfile.ZipFile(io.BytesIO(EXPORTS["package.zip"].make(of, asked, options))) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize(
    "of", [*real.SNAPSHOTS, pytest.param(SAMPLE, id="sample"), pytest.param(snapshot(EMPTY), id="empty")]
)
def test_the_package_is_valid_for_frictionless(of, tmp_path):
    from frictionless import Package

    for name, content in unzipped(of).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] == len(TABLES)


def test_frictionless_sees_a_word_that_the_description_forbids(tmp_path):
    from frictionless import Package

    files = unzipped(SAMPLE)
    described = json.loads(files["datapackage.json"])
    described["resources"] = [{**part, "bytes": None, "hash": None} for part in described["resources"][:1]]
    described["resources"] = [{name: value for name, value in part.items() if value} for part in described["resources"]]
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    (tmp_path / "events.csv").write_bytes(files["events.csv"].replace(b"side-event", b"sideevent"))
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "fieldName"]) == [["constraint-error", "kind"]]


@pytest.mark.parametrize("of", [REAL, SAMPLE], ids=["real", "sample"])
def test_the_files_of_the_package_are_those_that_are_offered_alone(of):
    asked = Filters(year=("2018",))
    files = unzipped(of, asked)
    alone = [f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet")] + ["workbook.xlsx", "data.json"]
    assert {name: files[name] for name in alone} == {name: EXPORTS[name].make(of, asked) for name in alone}
    assert files["LICENSE.txt"] == LICENCE.read_bytes()
    shown = of.select(asked).events["event_id"]
    articles = {f"articles/{event}.md" for event in shown if event in of.dataset.articles}
    assert {name for name in files if "/" in name} == articles and articles
    assert set(files) == {*alone, *articles, "README.md", "LICENSE.txt", "CITATION.txt", "datapackage.json"}


def of_licence(licence: Licence | None):
    """Give the sample under a licence."""
    process = SAMPLE.dataset.process.model_copy(update={"licence": licence})
    return snapshot(replace(SAMPLE.dataset, process=process))


def test_a_series_without_a_licence_claims_none_anywhere():
    of = of_licence(None)
    files = unzipped(of)
    assert files["LICENSE.txt"].startswith(b"The Dushanbe Process dashboard names no licence for this data.")
    assert "licenses" not in json.loads(files["datapackage.json"])
    offered = {
        name: EXPORTS[name].make(of, EVERYTHING, Options())
        for name in ("data.json", "events.atom", "events.jsonld", "dataset.jsonld")
    }
    for name, content in {**files, **offered}.items():
        if not name.endswith((".parquet", ".xlsx")):
            assert not [word for word in (b"CC BY", b"CC-BY", b"creativecommons") if word in content], name
    assert exports.rights(of.dataset).startswith("No licence is named for this data. ")


def test_another_licence_is_named_with_its_address_and_no_other_text():
    of = of_licence(Licence(name="ODbL 1.0", url="https://opendatacommons.org/licenses/odbl/1-0/"))
    files = unzipped(of)
    text = files["LICENSE.txt"].decode()
    assert "published under ODbL 1.0." in text
    assert text.endswith("The text of the licence: https://opendatacommons.org/licenses/odbl/1-0/\n")
    assert json.loads(files["datapackage.json"])["licenses"] == [
        {"title": "ODbL 1.0", "path": "https://opendatacommons.org/licenses/odbl/1-0/"}
    ]
    assert exports.rights(of.dataset).startswith("ODbL 1.0, https://opendatacommons.org/licenses/odbl/1-0/. ")
    assert "Creative Commons" not in text and "CC BY" not in files["README.md"].decode()


def test_an_article_is_as_readers_see_it_with_its_sources():
    files = unzipped(REAL)
    text = files["articles/2019-dushanbe.md"].decode()
    assert "{role:" not in text and "{date}" not in text
    assert "[cted-2019-05-21]" in text


def test_the_package_knows_no_clock_and_no_machine():
    with zipfile.ZipFile(io.BytesIO(EXPORTS["package.zip"].make(SAMPLE, EVERYTHING))) as packed:
        entries = {(entry.date_time, entry.create_system, entry.external_attr) for entry in packed.infolist()}
    assert entries == {((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16)}


def test_the_description_names_files_by_their_addresses_where_the_public_address_is_known():
    asked, site = Filters(year=("2018",)), "https://example.org/dash"
    described = json.loads(EXPORTS["datapackage.json"].make(SAMPLE, asked, Options(site=site)))
    assert [part["path"] for part in described["resources"]] == [
        f"{site}/export/{table}.csv?year=2018" for table in TABLES
    ]
    assert described["homepage"] == f"{site}/?year=2018"
    bare = json.loads(EXPORTS["datapackage.json"].make(SAMPLE, asked))
    assert ([part["path"] for part in bare["resources"]], "homepage" in bare) == ([f"{t}.csv" for t in TABLES], False)


def test_the_description_says_what_each_file_and_column_is():
    described = json.loads(EXPORTS["datapackage.json"].make(REAL, EVERYTHING))
    for part in described["resources"]:
        content = EXPORTS[f"{part['name']}.csv"].make(REAL, EVERYTHING)
        assert part["bytes"] == len(content)
        assert part["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert {field["name"]: field["description"] for field in part["schema"]["fields"]} == COLUMNS[part["name"]]
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert described["meta"]["stamp"] == REAL.stamp
    assert described["created"] == f"{REAL.dataset.process.updated}T00:00:00Z"


def test_the_readme_says_filters_day_rows_and_how_to_load_and_to_cite():
    asked, options = Filters(organizer=("un",)), Options(site="https://example.org")
    readme = unzipped(SAMPLE, asked, options)["README.md"].decode()
    assert "- Events: 2 of 5 events; filters: UN\n- Day of the data: 1 March 2026\n" in readme
    assert "- The same events in the dashboard: https://example.org/?organizer=un\n" in readme
    for table, frame in exports.tables_of(SAMPLE, asked).items():
        assert f"| `{table}` | {len(frame)} |" in readme
    for words in ('pd.read_csv("events.csv"', 'readr::read_csv("events.csv"', "open `workbook.xlsx`", "CC BY 4.0"):
        assert words in readme
    cited = unzipped(SAMPLE, asked, options)["CITATION.txt"].decode()
    assert cited in readme
    assert cited == (
        "Contributors to the Dushanbe Process dashboard. (2026, March 1). Data and articles of the Dushanbe Process "
        f"dashboard (Version {SAMPLE.stamp}) [Data set]. https://example.org/\n"
    )


def test_the_readme_names_every_file_of_the_package():
    files = unzipped(REAL)
    readme = files["README.md"].decode().partition("## Files")[2].partition("##")[0]
    named = {Path(name).parts[0] for name in files} - {"README.md"}
    assert [name for name in sorted(named) if f"`{name}`" not in readme and f"`{name}/`" not in readme] == []


def test_a_change_on_trial_says_so():
    tried = replace(SAMPLE, trial=True)
    assert "not published" in unzipped(tried)["README.md"].decode()
    assert json.loads(EXPORTS["datapackage.json"].make(tried, EVERYTHING))["meta"]["published"] is False
