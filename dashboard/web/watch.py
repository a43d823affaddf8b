"""Numbers for Prometheus, and a line of JSON in the log for each request. Both are off unless they are switched on.

Neither has searches, filters or the addresses of trials. The log has network addresses only if they are switched on.
"""

import json
import logging
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import __version__
from dashboard.library import Library
from dashboard.library.trial import Trials
from dashboard.records.kinds import PAGED
from dashboard.web import feeds, settings
from dashboard.web.answers import for_the_log, refusal

METRICS = "/metrics"
"""The address of the numbers, below the path of the page."""

CLOSED = "/_stcore/metrics"
"""Streamlit's own numbers, which anybody could read."""

LEVELS = ("error", "warning")
"""The levels of problems that are counted."""

_LOG = logging.getLogger("dashboard.requests")

_KINDS = {
    "export": "export",
    "api": "api",
    "openapi.json": "api",
    **dict.fromkeys(PAGED, "record"),
    "embed": "embed",
    "preview": "preview",
    "healthz": "health",
    "robots.txt": "feed",
    "sitemap.xml": "feed",
    "_stcore": "streamlit",
    "static": "streamlit",
    "component": "streamlit",
    "media": "streamlit",
}
"""First part of an address → kind of request. Few kinds, so that nobody can make up many numbers."""

_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


def kind_of(place: str) -> str:
    """Give the kind of a request at a place below the path of the page."""
    first, _, rest = for_the_log(place).removeprefix("/trial/…").lstrip("/").partition("/")
    if first == "linked":
        return "script" if rest.endswith((".js", ".css")) else "data"
    return _KINDS.get(first, "page")


class DataNumbers(Collector):
    """The state of the data and the number of trials, read when Prometheus asks."""

    def __init__(self, library: Library, trials: Trials) -> None:
        self.library, self.trials = library, trials

    def collect(self) -> Iterator[Metric]:
        """Give the present numbers."""
        try:
            snapshot = self.library.current()
        except Exception:
            logging.getLogger(__name__).exception("The data files cannot be read")
            snapshot = None
        health = feeds.health(snapshot, date.today())
        status = GaugeMetricFamily("dashboard_status", "1 for the present status, as in /healthz", labels=["status"])
        for word in ("ok", "old", "down"):
            status.add_metric([word], float(health["status"] == word))
        yield status
        yield InfoMetricFamily("dashboard", "The version of the code", {"version": __version__})
        yield GaugeMetricFamily("dashboard_trials", "Changes on trial in this process", value=self.trials.number)
        data = health.get("data")
        if snapshot is None or not isinstance(data, dict):
            return
        yield GaugeMetricFamily("dashboard_events", "Events in the data", value=data["events"])
        if data["age_in_days"] is not None:
            age = "Days since the data was updated"
            yield GaugeMetricFamily("dashboard_data_age_days", age, value=data["age_in_days"])
        problems = GaugeMetricFamily("dashboard_problems", "Problems of the data by level", labels=["level"])
        for level in LEVELS:
            problems.add_metric([level], sum(problem.level == level for problem in snapshot.problems))
        yield problems


class Watch:
    """Counts and logs the requests, and answers Prometheus; what is off costs nothing."""

    def __init__(
        self, app: ASGIApp, library: Library, trials: Trials, base: str = "", wanted: settings.Settings | None = None
    ) -> None:
        self.app, self.base, self.wanted = app, base, wanted or settings.Settings()
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "dashboard_requests", "Answers by kind of request and status", ["kind", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "dashboard_request_seconds", "Seconds until the whole answer was given", ["kind"], buckets=_STEPS,
            registry=self.registry,
        )  # fmt: skip
        self.readers = Gauge("dashboard_readers", "Readers who are connected at the moment", registry=self.registry)
        ProcessCollector(registry=self.registry)
        self.registry.register(DataNumbers(library, trials))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with self.readers.track_inprogress():
                await self.app(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self.wanted.metrics or self.wanted.log:
            await self._watched(scope, receive, send)
        else:
            await self._answered(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = scope["path"].removeprefix(self.base)
        if place == CLOSED:
            await refusal("There is no such address.", 404)(scope, receive, send)
        elif place != METRICS:
            await self.app(scope, receive, send)
        elif not self.wanted.metrics:
            await refusal(f"These numbers are off. To switch them on, set {settings.METRICS}=1.", 404)(
                scope, receive, send
            )
        else:
            content = await run_in_threadpool(generate_latest, self.registry)
            answer = Response(content, headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST})
            await answer(scope, receive, send)

    async def _watched(self, scope: Scope, receive: Receive, send: Send) -> None:
        begin, status, size = time.perf_counter(), 0, 0

        async def watching(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._answered(scope, receive, watching)
        except Exception:
            status = status or 500  # what `Headers` makes of it
            raise
        finally:
            seconds = time.perf_counter() - begin
            place = scope["path"].removeprefix(self.base)
            kind = kind_of(place)
            self.requests.labels(kind, status).inc()
            self.seconds.labels(kind).observe(seconds)
            if self.wanted.log:
                self._log(scope, place, status, size, seconds)

    def _log(self, scope: Scope, place: str, status: int, size: int, seconds: float) -> None:
        line: dict[str, object] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": scope["method"],
            "path": for_the_log(place),
            "status": status,
            "bytes": size,
            "milliseconds": round(seconds * 1000, 1),
        }
        if self.wanted.addresses:
            line["address"] = (scope.get("client") or ("", 0))[0]
        _LOG.info(json.dumps(line))


def log_requests() -> None:
    """Let the lines of requests go to the standard error, as they are."""
    if not _LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
