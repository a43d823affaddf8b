"""Asking whether addresses still work, of a server of our own: nothing here needs a network."""

import json
import re
import socket
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dashboard import cli
from dashboard.curation import links
from dashboard.records.model import Dataset
from dashboard.records.reading import Reading
from tests.sample import DATASET

PAGES = {
    "/good": 200, "/gone": 404, "/gone-for-good": 410, "/refused": 403, "/broken": 500, "/no-head": 200,
    "/": 200, "/new": 200,
}  # fmt: skip
PASSED_ON = {"/moved": (301, "/new"), "/for-now": (302, "/new"), "/slash": (301, "/good/"), "/front": (302, "/"),
             "/circle": (302, "/circle")}  # fmt: skip


class Host(BaseHTTPRequestHandler):
    """Answers as its tables say, and records the requests."""

    def answer(self, head: bool) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
            self.server.under_way += 1
            self.server.most = max(self.server.most, self.server.under_way)
        status, target = PASSED_ON.get(self.path, (PAGES.get(self.path.rstrip("/") or "/", 404), ""))
        if head and self.path == "/no-head":
            status = 404
        with self.server.lock:
            self.server.under_way -= 1  # before the answer is sent, because its receiver may ask again at once
        if self.path == "/cut":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def do_HEAD(self) -> None:
        self.answer(head=True)

    def do_GET(self) -> None:
        self.answer(head=False)

    def log_message(self, *_) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.lock, server.asked, server.under_way, server.most = threading.Lock(), [], 0, 0
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def silent() -> str:
    """Give an address at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def ask(*urls: str) -> list[links.Answer]:
    return links.ask_hosts(urls, pause=0, timeout=5)


@pytest.mark.parametrize(
    ("page", "state", "status", "why"),
    [
        ("/good", "good", 200, ""),
        ("/no-head", "good", 200, ""),
        ("/slash", "moved", 200, ""),
        ("/moved", "moved", 200, ""),
        ("/for-now", "good", 200, ""),
        ("/front", "moved", 200, "the page itself may be gone"),
        ("/circle", "failed", None, "it is passed on in a circle"),
        ("/gone", "gone", 404, ""),
        ("/gone-for-good", "gone", 410, ""),
        ("/refused", "refused", 403, ""),
        ("/broken", "failed", 500, "the host reports an error"),
        ("/cut", "failed", None, "the host breaks off the connection"),
    ],
)
def test_what_becomes_of_an_address(host, page, state, status, why):
    (answer,) = ask(host.address + page)
    assert (answer.state, answer.status, answer.why) == (state, status, why)


def test_the_head_is_asked_for_first_and_the_page_only_where_that_is_not_enough(host):
    ask(host.address + "/good", host.address + "/no-head", host.address + "/good")
    assert [what[:2] for what in host.asked] == [("HEAD", "/good"), ("HEAD", "/no-head"), ("GET", "/no-head")]
    assert {agent for _, _, agent in host.asked} == {links.AGENT}


def test_a_host_gets_one_request_at_a_time_with_a_pause_between(host, monkeypatch):
    waited = []

    class Quick(threading.Event):
        def wait(self, timeout=None):
            waited.append(timeout)
            return self.is_set()

    monkeypatch.setattr(links, "Event", Quick)
    urls = [f"{host.address}/good?{number}" for number in range(6)]
    seen = []
    answers = links.ask_hosts(urls, lambda number, of: seen.append((number, of)), pause=0.01, timeout=5)
    assert [answer.url for answer in answers] == urls
    assert host.most == 1
    assert waited.count(0.01) == 5
    assert seen == [(number, 6) for number in range(1, 7)]


def test_one_silent_host_among_others_is_no_lack_of_network(host):
    nowhere = silent().replace("127.0.0.1", "localhost")
    first, second = ask(nowhere, host.address + "/good")
    assert (first.state, first.why) == ("failed", "the host cannot be reached")
    assert second.state == "good"


def test_without_a_network_a_sentence_says_so():
    with pytest.raises(links.NoNetworkError) as caught:
        ask(silent())
    assert str(caught.value) == "1 host asked, and none can be reached; there seems to be no network"
    assert ask() == []


def of(host):
    """Data that names pages of a host: a source with an archived copy, an outcome, and a website."""
    source = DATASET.sources["khovar-2018"].model_copy(
        update={"url": f"{host.address}/good", "archived": f"{host.address}/moved"}
    )
    event = DATASET.events["2018-dushanbe"]
    outcome = event.outcomes[0].model_copy(update={"url": f"{host.address}/gone"})
    organizer = DATASET.organizers["un"].model_copy(update={"website": f"{host.address}/good"})
    return Reading(
        Dataset(
            sources={source.id: source}, organizers={organizer.id: organizer},
            events={event.id: event.model_copy(update={"outcomes": (outcome,)})},
        )
    )  # fmt: skip


def test_the_command_names_what_is_lost_and_writes_every_answer(host, monkeypatch, capsys, tmp_path):
    reading = of(host)
    monkeypatch.setattr("dashboard.store.load", lambda folder: (reading, ()))
    monkeypatch.setattr(links, "ask_hosts", partial(links.ask_hosts, pause=0))
    file = tmp_path / "links.json"
    assert cli.main(["links", str(tmp_path), "--json", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"data/events.yaml:1:1: 2018-dushanbe: {host.address}/gone is no longer there (status 404); look for the page, "
        "and add an archived copy to the source",
        f"data/sources.yaml:1:1: khovar-2018: {host.address}/moved leads to another page, {host.address}/new; if it is "
        "the same page, write that address (warning)",
        "3 addresses: 1 answers, 1 leads to another page, 1 is no longer there",
    ]
    assert err == "", "no bar where nobody looks at a terminal"
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["summary"] == out.splitlines()[-1]
    rows = {row["url"].rpartition("/")[2]: row for row in written["addresses"]}
    assert rows["good"]["named_in"] == ["sources.yaml khovar-2018 url", "organizers.yaml un website"]
    assert (rows["moved"]["state"], rows["moved"]["target"]) == ("moved", f"{host.address}/new")
    assert (rows["gone"]["state"], rows["gone"]["status"]) == ("gone", 404)


def test_the_command_says_that_there_is_no_network(monkeypatch, capsys, tmp_path):
    source = DATASET.sources["khovar-2018"].model_copy(update={"url": silent()})
    reading = Reading(Dataset(sources={source.id: source}))
    monkeypatch.setattr("dashboard.store.load", lambda folder: (reading, ()))
    assert cli.main(["links", str(tmp_path)]) == 3
    out, err = capsys.readouterr()
    assert (out, err) == (
        "", "python -m dashboard: 1 host asked, and none can be reached; there seems to be no network\n"
    )  # fmt: skip


def test_a_bar_fills_where_somebody_looks_at_a_terminal(host, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("dashboard.store.load", lambda folder: (of(host), ()))
    monkeypatch.setattr(links, "ask_hosts", partial(links.ask_hosts, pause=0))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert cli.main(["links", str(tmp_path)]) == 1
    bars = re.findall(r"\[(#*)-*\] +(\d)/3", capsys.readouterr().err)
    assert [(number, len(bar) * 3 // 36) for bar, number in bars] == [("0", 0), ("1", 1), ("2", 2), ("3", 3)]
