"""The numbers for Prometheus and the lines of the log: off by default, and without anything about readers."""

import json
import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.web import settings, watch
from dashboard.web.settings import Settings
from tests.web.test_headers import BASE, served


def numbers(client: TestClient) -> dict[tuple, float]:
    """Read the numbers as (name, labels…) → value."""
    answer = client.get(f"{BASE}/metrics")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_without_being_asked_for_there_are_no_numbers():
    client = served()
    answer = client.get(f"{BASE}/metrics")
    assert (answer.status_code, answer.text) == (
        404, "These numbers are off. To switch them on, set DASHBOARD_METRICS=1.\n",
    )  # fmt: skip
    assert client.get(f"{BASE}/_stcore/metrics").status_code == 404


def test_the_numbers_count_requests_and_describe_the_data():
    client = served(Settings(metrics=True))
    before = numbers(client)
    assert before["dashboard_events",] == 5 and before["dashboard_trials",] == 0
    assert before["dashboard_status", "ok"] == 1 and before["dashboard_status", "down"] == 0
    assert before["dashboard_problems", "error"] == 0
    assert before["dashboard_data_age_days",] >= 0
    for _ in range(3):
        client.get(f"{BASE}/export/events.csv?q=secret")
    client.get(f"{BASE}/events/nobody")
    after = numbers(client)
    assert after["dashboard_requests_total", "export", "200"] == 3
    assert after["dashboard_requests_total", "record", "404"] == 1
    assert after["dashboard_request_seconds_count", "export"] == 3
    assert client.get(f"{BASE}/_stcore/metrics").status_code == 404


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/", "page"),
        ("/wp-login.php", "page"),
        ("/linked/0123456789ab/engine/views.js", "script"),
        ("/linked/data.json", "data"),
        ("/trial/token/linked/article/x", "data"),
        ("/trial/token/export/events.csv", "export"),
        ("/api/v1/events", "api"),
        ("/_stcore/health", "streamlit"),
    ],
)
def test_every_address_has_one_of_few_kinds(place, kind):
    assert watch.kind_of(place) == kind


@pytest.fixture
def lines(caplog, monkeypatch) -> pytest.LogCaptureFixture:
    """The log of requests."""
    logger = logging.getLogger("dashboard.requests")
    monkeypatch.setattr(logger, "handlers", [caplog.handler])
    monkeypatch.setattr(logger, "level", logger.level)
    return caplog


def test_a_line_of_the_log_says_what_was_asked_and_nothing_of_who_asked(lines):
    client = served(Settings(log=True))
    client.get(f"{BASE}/export/events.csv?q=secret")
    client.get(f"{BASE}/trial/a-secret-token/export/events.csv")
    client.get(f"{BASE}/events/%0A%22nobody")
    first, second, third = map(json.loads, lines.messages)
    assert list(first) == ["time", "method", "path", "status", "bytes", "milliseconds"]
    assert (first["method"], first["path"], first["status"]) == ("GET", "/export/events.csv", 200)
    assert first["bytes"] > 100
    assert (second["path"], second["status"]) == ("/trial/…/export/events.csv", 404)
    assert third["path"] == '/events/\n"nobody'
    assert "secret" not in lines.text and len(lines.messages) == len(lines.text.splitlines())


def test_addresses_of_readers_are_in_it_only_if_they_are_asked_for(lines):
    served(Settings(log=True, addresses=True)).get(f"{BASE}/healthz")
    assert json.loads(lines.messages[0])["address"] == "testclient"


@pytest.mark.parametrize(
    ("proxy", "address"),
    [("127.0.0.1", "203.0.113.9"), ("::ffff:127.0.0.1", "203.0.113.9"), ("198.51.100.7", "198.51.100.7")],
)
def test_the_word_of_a_proxy_on_the_same_machine_is_taken_and_that_of_others_is_not(lines, proxy, address):
    client = served(settings.read({"DASHBOARD_LOG": "json", "DASHBOARD_LOG_ADDRESSES": "1"}), client=(proxy, 1))
    client.get(f"{BASE}/healthz", headers={"x-forwarded-for": "192.0.2.1, 203.0.113.9"})
    assert json.loads(lines.messages[0])["address"] == address


@pytest.mark.parametrize(("trusted", "address"), [("*", "192.0.2.1"), ("10.42.0.0/16", "203.0.113.9")])
def test_with_the_network_of_a_proxy_that_appends_its_word_counts_and_not_that_of_the_reader(lines, trusted, address):
    given = {"DASHBOARD_LOG": "json", "DASHBOARD_LOG_ADDRESSES": "1", "FORWARDED_ALLOW_IPS": trusted}
    client = served(settings.read(given), client=("::ffff:10.42.3.4", 1))
    client.get(f"{BASE}/healthz", headers={"x-forwarded-for": "192.0.2.1, 203.0.113.9, 10.42.7.8"})
    assert json.loads(lines.messages[0])["address"] == address


def test_what_fails_is_in_it_as_the_reader_gets_it(lines):
    def fail(request):
        raise RuntimeError("a mistake of ours")

    client = served(Settings(log=True, metrics=True), routes=[Route(f"{BASE}/fail", fail)])
    assert client.get(f"{BASE}/fail").status_code == 500
    assert json.loads(next(line for line in lines.messages if line.startswith("{")))["status"] == 500
    assert numbers(client)["dashboard_requests_total", "page", "500"] == 1
