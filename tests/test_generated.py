"""Whatever passes the check can be drawn, exported, compared and opened: on data sets that hypothesis makes up."""

import json
from dataclasses import asdict
from io import BytesIO
from itertools import combinations
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import frictionless
from hypothesis import HealthCheck, given, settings

from dashboard import exports
from dashboard.exports import Options
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records import evidence
from dashboard.records.model import ROLES, WEIGHTS
from dashboard.topics.changes import page as changes_page
from dashboard.topics.disagreements import page as disagreements
from dashboard.topics.editions import compare
from dashboard.topics.editions import page as compare_page
from dashboard.topics.explore import article as reader
from dashboard.topics.explore import payload
from dashboard.topics.explore.masthead import masthead
from dashboard.topics.partners.figures import together_chart
from dashboard.topics.quality import page as quality_page
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events, quality_chart
from dashboard.topics.sources import coverage
from dashboard.topics.sources import page as coverage_page
from dashboard.topics.sources.figures import coverage_charts
from tests import remaining
from tests.conftest import EXAMPLES
from tests.generated_files import snapshots

EVERYTHING = Filters(weight=tuple(WEIGHTS))
DATASETS = max(EXAMPLES // 60, 1)
"""Data sets made up for each test: five, or 83 with FUZZ_EXAMPLES=5000; a second or two are spent on each."""


def made_up(times: int):
    """Try `times` × `DATASETS` data sets, the same in every run."""
    return settings(
        max_examples=times * DATASETS, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def asked(snapshot: Snapshot) -> list[Filters]:
    """Give some filters: none, all, the first choice of each kind, a text, and one that leaves nothing."""
    first = {name: tuple(known)[:1] for name, known in snapshot.known.items() if name in asdict(EVERYTHING)}
    return [
        Filters(),
        EVERYTHING,
        *(Filters(**{name: values}) for name, values in first.items() if values),
        Filters(q="a"),
        Filters(weight=tuple(WEIGHTS), role=tuple(ROLES)),
        Filters(year=tuple(map(str, (1800, 2100)))),
    ]


@made_up(1)
@given(snapshots())
def test_every_file_can_be_made(snapshot):
    event = next(iter(snapshot.dataset.events), "")
    for name, export in exports.EXPORTS.items():
        if name.startswith(("event.", "event-")) and not event:
            continue
        assert export.make(snapshot, EVERYTHING, Options(columns="all", event=event)), name
        if not name.endswith(".html"):
            assert export.make(snapshot, Filters(), Options(event=event)), name
    for sort in exports.OPTIONS["sort"]:
        assert exports.EXPORTS["matrix.csv"].make(snapshot, EVERYTHING, Options(sort=sort))


@made_up(1)
@given(snapshots())
def test_every_data_package_is_valid_and_every_claim_has_its_own_id(snapshot):
    assert snapshot.claims(EVERYTHING)["claim_id"].is_unique
    content = exports.EXPORTS["package.zip"].make(snapshot, EVERYTHING)
    with TemporaryDirectory() as folder, ZipFile(BytesIO(content)) as packed:
        packed.extractall(folder)
        report = frictionless.Package(f"{folder}/datapackage.json").validate()
    assert report.flatten(["type", "note"]) == []


@made_up(1)
@given(snapshots())
def test_what_the_page_is_fed_can_be_made(snapshot):
    bundle = json.loads(payload.bundle(snapshot))
    assert set(bundle["events"]) == set(snapshot.dataset.events)
    for filters in asked(snapshot):
        left = snapshot.select(filters)
        for columns in payload.COLUMNS:
            event = payload.chosen_event(left, None)
            fed = remaining.state(snapshot, filters, left, event=event, at=None, columns=columns, sort="count")
            assert json.loads(json.dumps(fed))["shown"] == list(left.events["event_id"])
        assert captions.caption(snapshot, filters, left)
        assert snapshot.counts(filters)
        together_chart(left, filters)


@made_up(1)
@given(snapshots())
def test_every_page_can_be_written(snapshot):
    dataset = snapshot.dataset
    assert masthead(snapshot)
    assert disagreements.disagreements_html(dataset)
    assert changes_page.changes_html(dataset)
    found = coverage.build(dataset)
    assert coverage_page.totals_html(found) and coverage_page.tables_html(dataset, found)
    coverage_charts(found)
    judged = judged_events(snapshot)
    assert quality_page.totals_html(snapshot.problems, judged) and quality_page.tables_html(snapshot.problems)
    quality_chart(snapshot, "time")
    for order in quality.ORDERS:
        assert len(quality.ordered(judged, order)) == len(dataset.events)
    for event in dataset.events.values():
        page = reader.article_html(dataset, event)
        for key in evidence.proofs(dataset, event):
            assert f'data-proof="{key}"' in page


@made_up(4)
@given(snapshots())
def test_all_editions_can_be_compared(snapshot):
    for earlier, later in combinations(compare.editions(snapshot.dataset), 2):
        assert compare_page.compare_html(snapshot.dataset, compare.compare(snapshot.dataset, earlier, later))
        assert exports.csv(compare.comparison_frame(snapshot.dataset, earlier, later))
