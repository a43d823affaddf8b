"""Processes of the app, started as deploy/dashboard@.service starts them, by a user without a home."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from functools import cache
from pathlib import Path

from tests.browser.deploy.proxy import DEPLOY
from tests.browser.server import ROOT, free_port

PLACE = "/srv/dashboard"
NOBODY = ("--user", "--map-user=12345", "--map-group=12345")
"""A user that no list knows."""

READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec unshare {nobody} "$@"'


def unit() -> dict[str, list[str]]:
    """Give the lines of the unit by their names."""
    lines: dict[str, list[str]] = {}
    for line in (DEPLOY / "dashboard@.service").read_text(encoding="utf-8").splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            lines.setdefault(name, []).append(value)
    return lines


@cache
def hidden() -> tuple[str, ...]:
    """Give the words before a command that make it run as another user with a read-only project; none if we cannot."""
    words = ("unshare", "--mount", "sh", "-c", READ_ONLY.format(nobody=" ".join(NOBODY)), str(ROOT))
    can = shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True).returncode == 0
    return words if can else ()


class Replica:
    """A process of the app on a folder of data. `environment` is what /etc/dashboard.env would hold."""

    def __init__(self, data: Path, log: Path, **environment: str) -> None:
        self.data, self.log, self.environment, self.port = data, log, environment, free_port()
        self.under = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")

    def start(self) -> None:
        """Start it, and wait until it can show the data."""
        (command,) = unit()["ExecStart"]
        words = shlex.split(command.replace(f"{PLACE}/.venv/bin/python", sys.executable).replace("%i", str(self.port)))
        settings = dict(setting.split("=", 1) for setting in unit()["Environment"])
        settings = {"PATH": os.environ["PATH"]} | settings | {"DASHBOARD_DATA": str(self.data)} | self.environment
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [*hidden(), *words], cwd=ROOT, env=settings, stdout=out, stderr=subprocess.STDOUT
            )
        end = time.monotonic() + 60
        address = f"http://127.0.0.1:{self.port}/{self.under + '/' if self.under else ''}healthz"
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return urllib.request.urlopen(address, timeout=5).close()
            except OSError:
                time.sleep(0.1)
        self.end()
        raise AssertionError(f"the process did not start:\n{self.log.read_text()}")

    def kill(self) -> None:
        """End it at once, as if the machine lost its power."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """End it as systemd does, if it has not ended."""
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        self.process.wait()
