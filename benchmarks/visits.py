"""Measure what the parts of a visit cost the server, alone and behind nginx as deploy/nginx.conf sets it up.

    python benchmarks/visits.py --visits 20

No browser: the same addresses are asked for as a browser asks, and the socket is Streamlit's own. The numbers in
docs/scale.md come from here. If there is no nginx, `make test-deploy` unpacks it.
"""

import argparse
import asyncio
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import requests

try:
    import psutil
except ModuleNotFoundError:
    sys.exit("psutil is missing; write benchmarks/.venv/bin/python, which `make bench OPTIONS=--help` sets up")

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import about  # noqa: E402
from benchmarks.readers import reading  # noqa: E402
from tests.browser.deploy.proxy import Proxy  # noqa: E402
from tests.browser.deploy.replicas import Replica  # noqa: E402

REST = 1.0
"""Seconds that the server still works after an answer: Streamlit collects garbage then."""

EVENTS = ("2018-dushanbe", "2022-dushanbe", "2024-kuwait")

PARTS = {
    "the first HTML": [""],
    "the data": ["linked/data.json?v={version}"],
    "three articles": [f"linked/article/{event}?v={{version}}" for event in EVENTS],
    "the texts for a search": ["linked/text.json?v={version}"],
    "a table": ["export/events.csv?year=2022"],
}
"""What a reader asks for, besides the scripts and style sheets that the first HTML names."""

ELSEWHERE = {"a page of an event": ["events/2022-dushanbe"], "a workbook": ["export/workbook.xlsx?year=2022"]}
"""What is not part of a usual visit."""


@dataclass
class Served:
    """A running dashboard: its address, the process that answers, those of nginx, and the options of a client."""

    home: str
    app: psutil.Process
    nginx: list[psutil.Process]
    client: requests.Session
    socket: dict

    def cpu(self) -> tuple[float, float]:
        """Give the processor time of the app and of nginx so far, in milliseconds. Linux counts in tens."""
        app, nginx = (sum(sum(process.cpu_times()[:2]) for process in some) for some in ([self.app], self.nginx))
        return 1000 * app, 1000 * nginx

    def memory(self) -> float:
        """Give the memory of the app (the resident set), in megabytes."""
        return self.app.memory_info().rss / 1e6

    def ask(self, paths: Sequence[str]) -> int:
        """Ask for addresses as a browser with an empty cache does. Give the bytes of the bodies as they are sent."""
        received = 0
        for path in paths:
            with self.client.get(urljoin(self.home, path), stream=True, timeout=60) as answer:
                answer.raise_for_status()
                received += len(answer.raw.read(decode_content=False))
        return received


@contextmanager
def served(data: Path, proxied: bool) -> Iterator[Served]:
    """Serve the dashboard by one process; behind nginx, a second one waits for its turn."""
    folder, client = Path(tempfile.mkdtemp()), requests.Session()
    client.trust_env = False  # otherwise the environment decides which certificates it trusts
    replicas = [Replica(data, folder / f"log-{number}") for number in range(1 + proxied)]
    for replica in replicas:
        replica.start()
    first = replicas[0]
    proxy = Proxy(folder / "nginx", [replica.port for replica in replicas]) if proxied else None
    try:
        app = psutil.Process(first.process.pid)
        if not proxy:
            yield Served(f"http://localhost:{first.port}/", app, [], client, {})
            return
        proxy.start()
        client.verify = str(proxy.certificate)
        client.cookies.set("replica", str(first.port))
        socket = {"ssl": proxy.trusting(), "additional_headers": {"Cookie": f"replica={first.port}"}}
        nginx = psutil.Process(proxy.process.pid)
        yield Served(proxy.home, app, [nginx, *nginx.children()], client, socket)
    finally:
        if proxy:
            proxy.stop()
        for replica in replicas:
            replica.end()
        shutil.rmtree(folder)


async def session(server: Served) -> None:
    """Open a session on the first page, and look at another page in it."""
    async with reading(server.home, {"page": "explore"}, **server.socket) as reader:
        await reader.act()
    async with reading(server.home, {"page": "disagreements"}, **server.socket) as reader:
        await reader.act()


def cost(server: Served, number: int, do: Callable[[], int]) -> tuple[float, float, float]:
    """Do something `number` times. Give the mean processor time of app and nginx in milliseconds, and kilobytes."""
    do()  # fill the caches that all readers share
    time.sleep(REST)
    before, received = server.cpu(), 0
    for _ in range(number):
        received += do()
    time.sleep(REST)
    app, nginx = ((after - begun) / number for after, begun in zip(server.cpu(), before, strict=True))
    return app, nginx, received / number / 1000


def measure(server: Served, number: int) -> None:
    """Measure each part of a visit, and print it."""
    html = server.client.get(server.home, timeout=60).text
    version = re.search(r"linked/data\.json\?v=([\w-]+)", html)[1]
    named = sorted(set(re.findall(r'"(?:\./)?((?:linked/[0-9a-f]+|static)/[^"]+\.(?:js|css))"', html)))
    parts = {f"{len(named)} scripts and style sheets": named} | PARTS
    begun, total = server.memory(), [0.0, 0.0, 0.0]
    print(f"{'':34}{'app, ms':>10}{'nginx, ms':>10}{'KB':>10}")

    def show(name: str, costs: Sequence[float]) -> None:
        print(f"{name:34}" + "".join(f"{value:10.1f}" for value in costs), flush=True)

    for name, paths in parts.items():
        asked = [path.format(version=version) for path in paths]
        costs = cost(server, number, lambda asked=asked: server.ask(asked))
        total = [sum(pair) for pair in zip(total, costs, strict=True)]
        show(name, costs)
    costs = cost(server, number, lambda: asyncio.run(session(server)) or 0)
    show("a session, and another page", costs)
    show("together", [sum(pair) for pair in zip(total, costs, strict=True)])
    for name, paths in ELSEWHERE.items():
        show(name, cost(server, number, lambda paths=paths: server.ask(paths)))
    print(f"memory: {begun:.0f} MB at first, {server.memory():.0f} MB after {2 * number} sessions\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=20, help="how often each part is asked for")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the data folder")
    options = parser.parse_args(arguments)
    print(about(("streamlit",)))
    for proxied in (False, True):
        print(f"\n{'Behind nginx' if proxied else 'Alone'}")
        with served(options.data.resolve(), proxied) as server:
            measure(server, options.visits)


if __name__ == "__main__":
    main()
