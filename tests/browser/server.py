"""The app as a process of its own, which a test can stop and restart, and a connection to it that can be cut."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """Give a port that nothing listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Server:
    """The app on a folder of data. After a restart it has the same address, and its log goes on."""

    def __init__(self, data: Path, log: Path, *options: str, root: Path = ROOT, **settings: str) -> None:
        self.data, self.log, self.options, self.port, self.root = data, log, options, free_port(), root
        self.settings = settings
        self.home = f"http://localhost:{self.port}/"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        command += ["--server.port", str(self.port), *self.options]
        environment = os.environ | {"DASHBOARD_DATA": str(self.data)} | self.settings
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                command, cwd=self.root, env=environment, stdout=out, stderr=subprocess.STDOUT
            )
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.home}_stcore/health", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise AssertionError(f"the server did not start:\n{self.log.read_text()}")

    def stop(self) -> None:
        """Stop it, and wait until it is gone."""
        self.process.terminate()
        self.process.wait()


class Cable:
    """A connection to a server through a port of its own: `cut` ends what goes through, `mend` lets it pass again."""

    def __init__(self, port: int) -> None:
        self.to, self.whole, self.open = port, True, set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.home = f"http://localhost:{self.listener.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        self.whole = False
        for end in list(self.open):
            self._close(end)

    def mend(self) -> None:
        self.whole = True

    def remove(self) -> None:
        self.cut()
        self.listener.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            if not self.whole:
                near.close()
                continue
            far = socket.create_connection(("localhost", self.to))
            self.open |= {near, far}
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                other.sendall(data)
        self._close(one)
        self._close(other)

    def _close(self, end: socket.socket) -> None:
        self.open.discard(end)
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
