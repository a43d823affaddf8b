"""Measure the server under the load of readers, and write load.json and load.md.

    python benchmarks/load.py                   # each page, then 100 and 500 readers, each for a minute
    python benchmarks/load.py --visits 10000    # the memory of the server, visit by visit

Readers use the web socket, without a browser.
"""

import argparse
import asyncio
import json
import statistics
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from benchmarks import report  # noqa: E402
from benchmarks.apps import OURS  # noqa: E402
from benchmarks.machine import about  # noqa: E402
from benchmarks.readers import Reader, reading  # noqa: E402
from benchmarks.servers import Server, served  # noqa: E402
from dashboard.topics import PAGES  # noqa: E402

TITLES = {page.key: page.title for page in PAGES}
FIRST, *OTHERS = TITLES
TARGET = 40
"""The processor time that a rerun may take, in milliseconds."""
REST = 1.0
"""The longest time that the server still works after an answer, in seconds."""
VISITORS = 4
"""The number of visits at the same time."""
SAMPLES = 40
"""How often memory is measured in a series of visits."""


async def cost_of_pages(server: Server, reruns: int) -> dict[str, float]:
    """Give the processor time of a rerun of each page, in milliseconds, by title."""
    costs = {}
    for page, title in TITLES.items():
        async with reading(server.address, {"page": page}) as reader:
            await reader.act()  # fill the caches that all readers share
            await asyncio.sleep(REST)
            before = server.cpu()
            for _ in range(reruns):
                await reader.act()
            await asyncio.sleep(REST)
            costs[title] = (server.cpu() - before) / reruns
        print(
            f"  {title}: {costs[title]:.0f} ms{', more than ' + str(TARGET) if costs[title] > TARGET else ''}",
            flush=True,
        )
    return costs


async def readers(server: Server, number: int, every: float, seconds: float) -> dict[str, float]:
    """Let many readers act at the same time, each on one page. Give times of answers, processor use and memory."""
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        memory = server.memory()
        pages = islice(cycle(OTHERS), number)
        present = [await stack.enter_async_context(reading(server.address, {"page": page})) for page in pages]
        for reader in present:
            await reader.act()
        memory = (server.memory() - memory) * 1000 / number
        before, began = server.cpu(), loop.time()
        times = await asyncio.gather(
            *(
                _acts(reader, began + every * place / number, every, began + seconds)
                for place, reader in enumerate(present)
            )
        )
        cpu = (server.cpu() - before) / 10 / (loop.time() - began)
    answers = [time for own in times for time in own]
    percentiles = statistics.quantiles(answers, n=20, method="inclusive")
    return {
        "number": number,
        "every": every,
        "seconds": seconds,
        "answers": len(answers),
        "p50": round(percentiles[9], 1),
        "p95": round(percentiles[18], 1),
        "cpu": round(cpu, 1),
        "memory": round(memory, 1),
    }


async def _acts(reader: Reader, begin: float, every: float, end: float) -> list[float]:
    """Act every so many seconds until the end, or at once if an answer took longer. Give the times of all answers."""
    loop, times = asyncio.get_running_loop(), []
    due = begin
    while due < end:
        await asyncio.sleep(max(0, due - loop.time()))
        times.append(await reader.act())
        due = max(due + every, loop.time())
    return times


async def visits(server: Server, number: int) -> list[tuple[int, float]]:
    """Visit all pages in turn, in sessions that end. Give the memory of the server in megabytes by number of visits.

    Each visit searches for new words, so that the caches that all readers share fill up too.
    """
    addresses = iter([{"page": page, "q": f"the {visit}"} for visit, page in enumerate(islice(cycle(TITLES), number))])
    series = [(0, round(server.memory(), 1))]
    step = max(1, number // SAMPLES)
    while series[-1][0] < number:
        batch = list(islice(addresses, step))
        queue = iter(batch)
        await asyncio.gather(*(_visits(server, queue) for _ in range(VISITORS)))
        series.append((series[-1][0] + len(batch), round(server.memory(), 1)))
        print(f"  {series[-1][0]:6,} visits {series[-1][1]:8.1f} MB", flush=True)
    return series


async def _visits(server: Server, addresses: Iterator[dict[str, str]]) -> None:
    for query in addresses:
        await asyncio.to_thread(_first_html, f"{server.address}?{urlencode(query)}")
        async with reading(server.address, query) as reader:
            await reader.act()


def _first_html(address: str) -> None:
    with urllib.request.urlopen(address) as answer:
        answer.read()


async def measure(server: Server, options: argparse.Namespace) -> dict:
    """Measure what the command line asks for."""
    machine = about(("streamlit",))
    if options.visits:
        return {"memory": {"about": machine, "series": await visits(server, options.visits)}}
    return {
        "acts": {
            "about": machine,
            "reruns": options.reruns,
            "pages": await cost_of_pages(server, options.reruns),
            "readers": [await readers(server, number, options.every, options.seconds) for number in options.readers],
        }
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the data folder")
    parser.add_argument("--reruns", type=int, default=50, help="reruns of each page to measure its cost")
    parser.add_argument("--readers", type=int, nargs="+", default=[100, 500], help="readers at the same time")
    parser.add_argument("--every", type=float, default=2, help="seconds between the acts of a reader")
    parser.add_argument("--seconds", type=float, default=60, help="how long they read")
    parser.add_argument("--visits", type=int, default=0, help="measure memory over that many visits, and nothing else")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for load.json and load.md")
    options = parser.parse_args(arguments)
    file = options.into / "load.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    with served(OURS, options.data.resolve()) as server:
        measured = asyncio.run(measure(server, options))
    file.write_text(json.dumps(before | measured, indent=1) + "\n", encoding="utf-8")
    report.write(options.into)
    print((options.into / "load.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
