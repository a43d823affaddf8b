"""Start a server, and measure the processor time and the memory of its process."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

try:
    import psutil
except ModuleNotFoundError:
    sys.exit("psutil is missing; write benchmarks/.venv/bin/python, which `make bench OPTIONS=--help` sets up")

from benchmarks.apps import OURS, App

ROOT = Path(__file__).parent.parent
PATIENCE = 900.0
"""The longest wait for a server, in seconds."""


@dataclass
class Server:
    """A running app. `answers` is the time until its first answer, in milliseconds."""

    app: App
    address: str
    answers: float
    process: psutil.Process

    def cpu(self) -> float:
        """Give the processor time of the process and its children so far, in milliseconds. Linux counts in tens."""
        times = [process.cpu_times() for process in self._family()]
        return 1000 * sum(each.user + each.system for each in times)

    def memory(self) -> float:
        """Give the memory (the resident set) of the process and its children, in megabytes."""
        return sum(process.memory_info().rss for process in self._family()) / 1e6

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Suspend the process until the block ends. It does not answer, and its connections stay open."""
        for process in self._family():
            process.suspend()
        try:
            yield
        finally:
            for process in self._family():
                process.resume()

    def _family(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def served(app: App, data: Path, columns: str = "conferences") -> Iterator[Server]:
    """Serve an app with a data folder until the block ends.

    Raises
    ------
    RuntimeError
        If the server ends or does not answer in time; the message has what it printed.
    """
    port = _free_port()
    address = f"http://localhost:{port}{app.path}"
    settings = {"DASHBOARD_DATA": str(data), "BENCHMARK_COLUMNS": columns, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            [sys.executable, *app.command, str(port)],
            cwd=ROOT, env=os.environ | settings, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            while not _answers(address):
                if server.poll() is not None or time.perf_counter() - began > PATIENCE:
                    log.seek(0)
                    printed = log.read().decode().strip()
                    raise RuntimeError(f"{app.name} did not start: {printed.rpartition(chr(10))[2]}\n{printed}")
                time.sleep(0.02)
            answers = (time.perf_counter() - began) * 1000
            if app is OURS and columns == "all":
                address += "?columns=all"
            yield Server(app, address, answers, psutil.Process(server.pid))
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE):
            return True
    except (urllib.error.URLError, OSError):
        return False
