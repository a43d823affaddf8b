"""nginx as deploy/nginx.conf sets it up, at a free port with a certificate of its own. As a program: is it here?"""

import os
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from tests.browser.server import ROOT, free_port

DEPLOY = ROOT / "deploy"
UNPACKED = ROOT / ".venv" / "proxy"
"""Where .ci/setup unpacks the packages of Debian."""

ABOUT = """daemon off;
{user}
pid {folder}/pid;
error_log {folder}/errors.log warn;
events {{ worker_connections 1024; }}
http {{
    types {{ }}
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/conf.d/*.conf;
}}
"""
"""What Debian has in /etc/nginx/nginx.conf, with all that is written in one folder."""


def program(name: str) -> str:
    """Give the path of a program, from the machine or from what was unpacked.

    Raises
    ------
    AssertionError
        If there is none.
    """
    places = [os.environ["PATH"], "/usr/sbin", str(UNPACKED / "usr/sbin"), str(UNPACKED / "usr/bin")]
    found = shutil.which(name, path=os.pathsep.join(places))
    assert found, f"there is no {name}; run make test-deploy, which unpacks it"
    return found


def exchanged(text: str, exchanges: dict[str, str]) -> str:
    """Replace parts of a text. Each must be there, or the file is not the one that is described."""
    for old, new in exchanges.items():
        assert old in text, f"{old!r} is not in:\n{text}"
        text = text.replace(old, new)
    return text


def blocks(heading: str) -> list[str]:
    """Give the configurations of nginx in a section of deploy/README.md."""
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return re.findall(r"^ *```nginx\n(.*?)^ *```", section, re.DOTALL | re.MULTILINE)


class Proxy:
    """nginx in front of processes at these two ports, which replace 8501 and 8502.

    `location` replaces the one location of the configuration, and `under` is the path of the dashboard in it.
    """

    def __init__(self, folder: Path, ports: Sequence[int], location: str = "", under: str = "") -> None:
        self.folder, self.port, self.plain_port = folder, free_port(), free_port()
        self.home = f"https://localhost:{self.port}/{under}"
        self.certificate = folder / "fullchain.pem"
        self._ports = dict(zip(("8501", "8502"), map(str, ports), strict=True))
        self._location = location

    def start(self) -> None:
        """Start it, and wait until it answers."""
        (self.folder / "conf.d").mkdir(parents=True)
        # Nobody else may look into the folders of tests.
        user = "" if os.getuid() else "user root;"
        (self.folder / "nginx.conf").write_text(ABOUT.format(folder=self.folder, user=user), encoding="utf-8")
        self._certify()
        for name, content in self._written().items():
            (self.folder / "conf.d" / name).write_text(content, encoding="utf-8")
        words = [program("nginx"), "-e", str(self.folder / "errors.log"), "-c", str(self.folder / "nginx.conf")]
        subprocess.run([*words, "-t", "-q"], check=True)
        self.process = subprocess.Popen(words)
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return urllib.request.urlopen(f"http://localhost:{self.plain_port}/", context=self.trusting()).close()
            except urllib.error.HTTPError:
                return None  # the page may be below a path
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise AssertionError(f"nginx did not start:\n{self.errors()}")

    def stop(self) -> None:
        """Stop it, and wait until it is gone."""
        self.process.terminate()
        self.process.wait()

    def errors(self) -> str:
        """Give the errors that it has logged."""
        return (self.folder / "errors.log").read_text(encoding="utf-8")

    def trusting(self) -> ssl.SSLContext:
        """Give what a client needs to trust its certificate."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def _written(self) -> dict[str, str]:
        """Give the files of deploy/ with the ports and places of this test."""
        main = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
        if self._location:
            main, times = re.subn(
                r"^    location / \{\n.*?^    \}\n", lambda _: self._location, main, flags=re.M | re.S
            )
            assert times == 1, "nginx.conf has not one location"
        (answered,) = re.findall(r"<answered>850\[12\]", main)
        exchanges = {
            answered: f"<answered>{'|'.join(self._ports.values())}",
            "listen 80;": f"listen {self.plain_port};",
            "listen [::]:80;": f"listen [::]:{self.plain_port};",
            "listen 443": f"listen {self.port}",
            "listen [::]:443": f"listen [::]:{self.port}",
            "https://$host$request_uri": f"https://$host:{self.port}$request_uri",
            "server_name example.org": "server_name localhost",
            "/etc/ssl/dashboard": str(self.folder),
            "/var/cache/dashboard": str(self.folder / "cache"),
        }
        replicas = (DEPLOY / "replicas.conf").read_text(encoding="utf-8")
        return {
            "dashboard.conf": exchanged(main, exchanges | self._ports),
            "replicas.conf": exchanged(replicas, self._ports),
        }

    def _certify(self) -> None:
        """Make a certificate for this machine."""
        words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
        subprocess.run(
            [program("openssl"), *words.split(), "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", str(self.folder / "privkey.pem"), "-out", str(self.certificate)],
            check=True, capture_output=True,
        )  # fmt: skip


def main() -> str | None:
    """Start what the tests need once. Say what is wrong, in a few words on the last line; None if nothing is."""
    try:
        for words in (("nginx", "-v"), ("openssl", "version")):
            subprocess.run([program(words[0]), *words[1:]], check=True, capture_output=True)
    except (AssertionError, OSError, subprocess.CalledProcessError) as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
