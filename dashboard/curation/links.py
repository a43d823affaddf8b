"""Asks the addresses of the data whether their pages still answer: for curators, and the only module with a network.

Hosts are asked in parallel. Each host gets one request at a time, with a pause between; the first for a page is HEAD.
"""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, Lock
from urllib.parse import urlsplit

import requests

from dashboard.checks.evidence import links
from dashboard.checks.findings import problem_at
from dashboard.records.addresses import host_of, same_page
from dashboard.records.kinds import SOURCES
from dashboard.records.model import Problem
from dashboard.records.reading import KeyPath, Reading
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import agreeing, counted

AGENT = "event-series-dashboard (checks the links of its data)"
PAUSE = 1.0
"""Seconds between two requests to one host."""
TIMEOUT = 20.0
"""Seconds to wait for a host to take up a request, and for each part of its answer."""
AT_ONCE = 8
"""Hosts that are asked in parallel."""
SILENT = 5
"""If this many hosts cannot be reached, and none can, the network is taken to be missing."""

STATES = {
    "good": ("answers", "answer"),
    "moved": ("leads to another page", "lead to another page"),
    "refused": ("does not answer programs", "do not answer programs"),
    "gone": ("is no longer there", "are no longer there"),
    "failed": ("cannot be read", "cannot be read"),
}
"""What became of an address → the words for one and for several; the last two call for a correction.

The messages of all but the good are in the catalogue under `link-` and the state.
"""
LOST = ("gone", "failed")


@dataclass(frozen=True)
class Answer:
    """What became of one address: a state of `STATES`, the status of HTTP, and where it leads.

    `status` is None if nothing answered; `target` is the address at the end, and `why` says more in words.
    """

    url: str
    state: str
    status: int | None = None
    target: str = ""
    why: str = ""


class NoNetworkError(Exception):
    """No host can be reached; the message says how many were asked."""


def named(reading: Reading) -> dict[str, list[KeyPath]]:
    """Give every address of sources, organizers and outcomes, with the paths of the values that name it."""
    places: dict[str, list[KeyPath]] = {}
    archived = [
        ((SOURCES, source.id, "archived"), source.archived)
        for source in reading.dataset.sources.values()
        if source.archived
    ]
    for path, url in (*links(reading), *archived):
        places.setdefault(url, []).append(path)
    return places


def ask_hosts(
    urls: Iterable[str],
    done: Callable[[int, int], None] = lambda number, of: None,
    *,
    pause: float = PAUSE,
    timeout: float = TIMEOUT,
) -> list[Answer]:
    """Ask every address, and give the answers in the same order; `done` gets the number of answers and of addresses.

    Raises
    ------
    NoNetworkError
        If none of the first hosts can be reached.
    """
    urls = list(dict.fromkeys(urls))
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)
    visit = _Visit(len(urls), min(SILENT, len(hosts)), done)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            found_out = list(pool.map(lambda own: visit.ask(own, pause, timeout), hosts.values()))
        except BaseException:
            visit.stop.set()  # the rest is not waited for
            raise
    if visit.stop.is_set():
        number = counted(len(visit.silent), "host")
        raise NoNetworkError(f"{number} asked, and none can be reached; there seems to be no network")
    by_url = {answer.url: answer for some in found_out for answer in some}
    return [by_url[url] for url in urls]


def problems(reading: Reading, answers: Sequence[Answer]) -> list[Problem]:
    """Give a problem at every value whose address does not answer as it should; it is an error if the page is lost."""
    places = named(reading)
    return [
        problem_at(reading, path, _message(answer), "error" if answer.state in LOST else "warning")
        for answer in answers
        if answer.state != "good"
        for path in places[answer.url]
    ]


def summary(answers: Sequence[Answer]) -> str:
    """Count the answers by state, in one line."""
    states = [answer.state for answer in answers]
    parts = [f"{states.count(name)} {agreeing(states.count(name), *words)}" for name, words in STATES.items()]
    parts = [part for part, name in zip(parts, STATES, strict=True) if name in states]
    return f"{counted(len(answers), 'address', 'addresses')}: {', '.join(parts) or 'nothing to ask'}"


def as_json(reading: Reading, answers: Sequence[Answer], on: str) -> str:
    """Write the answers as one object: the day, and for each address its state and the values that name it."""
    places = named(reading)
    rows = [
        {
            "url": answer.url,
            "state": answer.state,
            "status": answer.status,
            "target": answer.target,
            "why": answer.why,
            "named_in": [" ".join(map(str, path)) for path in places.get(answer.url, ())],
        }
        for answer in answers
    ]
    return json.dumps({"on": on, "summary": summary(answers), "addresses": rows}, ensure_ascii=False, indent=1) + "\n"


class _Visit:
    """Holds what the threads share: how many addresses have answered, and which hosts are silent."""

    def __init__(self, total: int, patience: int, done: Callable[[int, int], None]) -> None:
        self.total, self.patience, self.done = total, patience, done
        self.number, self.reached = 0, False
        self.silent: set[str] = set()
        self.lock, self.stop = Lock(), Event()

    def ask(self, urls: Sequence[str], pause: float, timeout: float) -> list[Answer]:
        """Ask the addresses of one host, one after the other."""
        answers = []
        with requests.Session() as session:
            session.headers["User-Agent"] = AGENT
            for index, url in enumerate(urls):
                if index:
                    self.stop.wait(pause)
                if self.stop.is_set():
                    break
                answers.append(_ask(session, url, pause, timeout))
                self._count(answers[-1])
        return answers

    def _count(self, answer: Answer) -> None:
        with self.lock:
            self.number += 1
            if answer.state == "failed" and answer.why == _UNREACHED:
                self.silent.add(host_of(answer.url))
            else:
                self.reached = True
            if not self.reached and len(self.silent) >= self.patience:
                self.stop.set()
            self.done(self.number, self.total)


_UNREACHED = "the host cannot be reached"


def _ask(session: requests.Session, url: str, pause: float, timeout: float) -> Answer:
    """Send HEAD for a page; if that is refused or fails, send GET."""
    answer = _once(session, "HEAD", url, timeout)
    if answer.state in ("good", "moved") or answer.why == _UNREACHED:
        return answer
    time.sleep(pause)
    return _once(session, "GET", url, timeout)


def _once(session: requests.Session, method: str, url: str, timeout: float) -> Answer:
    try:
        with session.request(method, url, timeout=timeout, stream=True, allow_redirects=True) as response:
            return _judged(url, response)
    except requests.exceptions.SSLError:
        return Answer(url, "failed", why="the certificate of the host is not valid")
    except requests.exceptions.TooManyRedirects:
        return Answer(url, "failed", why="it is passed on in a circle")
    except requests.exceptions.ConnectTimeout:
        return Answer(url, "failed", why=_UNREACHED)
    except requests.exceptions.Timeout:
        return Answer(url, "failed", why=f"the host does not answer within {timeout:g} seconds")
    except requests.exceptions.ConnectionError as error:
        # A connection that broke is different from one that could not be made.
        broken = "aborted" in str(error) or "RemoteDisconnected" in str(error)
        return Answer(url, "failed", why="the host breaks off the connection" if broken else _UNREACHED)
    except (requests.exceptions.RequestException, ValueError):
        return Answer(url, "failed", why="the answer cannot be understood")


def _judged(url: str, response: requests.Response) -> Answer:
    status, target = response.status_code, response.url
    if status in (404, 410):
        return Answer(url, "gone", status, target)
    if status in (401, 402, 403, 405, 406, 429, 451, 503, 999):
        return Answer(url, "refused", status, target)
    if status >= 400:
        return Answer(url, "failed", status, target, "the host reports an error")
    if same_page(target) == same_page(url):
        return Answer(url, "good", status, target)
    front = urlsplit(target).path.strip("/") == "" and urlsplit(url).path.strip("/") != ""
    if front:
        return Answer(url, "moved", status, target, "the page itself may be gone")
    lasting = any(step.status_code in (301, 308) for step in response.history)
    return Answer(url, "moved" if lasting else "good", status, target)


def _message(answer: Answer) -> Message:
    status = f" (status {answer.status})" if answer.status else ""
    why = f"; {answer.why}" if answer.why else ""
    return say(f"link-{answer.state}", url=answer.url, target=answer.target, status=status, why=why)
