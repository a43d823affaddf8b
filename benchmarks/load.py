"""Measure the server under the load of readers, and write load.json and load.md.

    python benchmarks/load.py                   # each page, then 100 and 500 readers, each for a minute
    python benchmarks/load.py --edited 50       # 50 readers, while the data is edited
    python benchmarks/load.py --exported 50     # some readers, while 50 clients ask for all exports
    python benchmarks/load.py --visits 10000    # the memory of the server, visit by visit

Readers use the web socket, without a browser.
"""

import argparse
import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode

from websockets.exceptions import ConnectionClosed

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from benchmarks import report  # noqa: E402
from benchmarks.apps import OURS  # noqa: E402
from benchmarks.edits import Curator  # noqa: E402
from benchmarks.machine import about  # noqa: E402
from benchmarks.readers import Reader, reading  # noqa: E402
from benchmarks.servers import Server, served  # noqa: E402
from dashboard import exports  # noqa: E402
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
PATIENCE = 60.0
"""The longest wait for an answer while the data is edited, and for the new state after it, in seconds."""
BESIDE = 20
"""The readers who act while clients ask for exports."""
SLOWEST = 180.0
"""The longest wait for an export, in seconds: the server refuses before."""

Act = Callable[[], Awaitable[float | None]]
"""Lets a reader act, and gives the milliseconds until the answer; None if the reader is lost."""


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
    loop, memory = asyncio.get_running_loop(), server.memory()
    async with present(server, number) as crowd:
        memory = (server.memory() - memory) * 1000 / number
        before, began = server.cpu(), loop.time()
        times = await asyncio.gather(*_all_act([reader.act for reader in crowd], every, seconds))
        cpu = (server.cpu() - before) / 10 / (loop.time() - began)
    return {
        "number": number,
        "every": every,
        "seconds": seconds,
        **_answers(times),
        "cpu": round(cpu, 1),
        "memory": round(memory, 1),
    }


@asynccontextmanager
async def present(server: Server, number: int) -> AsyncIterator[list[Reader]]:
    """Open `number` sessions, on all pages but the first in turn, and draw the page of each once."""
    async with AsyncExitStack() as stack:
        pages = islice(cycle(OTHERS), number)
        crowd = [await stack.enter_async_context(reading(server.address, {"page": page})) for page in pages]
        for reader in crowd:
            await reader.act()
        yield crowd


def _all_act(acts: Sequence[Act], every: float, seconds: float) -> list["asyncio.Task[list[float]]"]:
    """Let all readers act from now on, one after the other, at even intervals."""
    now = asyncio.get_running_loop().time()
    return [
        asyncio.create_task(_acts(act, now + every * place / len(acts), every, now + seconds))
        for place, act in enumerate(acts)
    ]


async def _acts(act: Act, begin: float, every: float, end: float) -> list[float]:
    """Act every `every` seconds until the end, or at once if an answer took longer. Give the times of all answers."""
    loop, times = asyncio.get_running_loop(), []
    due = begin
    while due < end:
        await asyncio.sleep(max(0, due - loop.time()))
        if (time := await act()) is None:
            break
        times.append(time)
        due = max(due + every, loop.time())
    return times


def _answers(times: Sequence[Sequence[float]]) -> dict[str, float]:
    """Count the answers that the readers got, and give the median and the 95th percentile of their times."""
    answers = [time for own in times for time in own]
    percentiles = statistics.quantiles(answers, n=20, method="inclusive")
    return {"answers": len(answers), "p50": round(percentiles[9], 1), "p95": round(percentiles[18], 1)}


async def edited(
    server: Server, folder: Path, number: int, every: float, seconds: float, between: float
) -> dict[str, object]:
    """Let readers act, alone and then while the data is edited. Give the times of answers, and who was lost."""
    curator, edits = Curator(folder), max(1, int(seconds / between) - 1)
    lost: dict[Reader, str] = {}
    async with present(server, number) as crowd:
        alone = await asyncio.gather(*_all_act([reader.act for reader in crowd], every, seconds))
        acting = _all_act([partial(_act_or_lose, reader, lost) for reader in crowd], every, seconds)
        for edit in range(1, edits + 1):
            await asyncio.sleep(between)
            curator.edit(last=edit == edits)
        meanwhile = await asyncio.gather(*acting)
        current = await asyncio.gather(*(_is_given(curator.name, reader, lost) for reader in crowd))
    return {
        "number": number,
        "every": every,
        "seconds": seconds,
        "between": between,
        "whole": curator.whole,
        "half": curator.half,
        "lost": len(lost),
        "why": sorted(set(lost.values())),
        "current": sum(current),
        "alone": _answers(alone),
        "meanwhile": _answers(meanwhile),
    }


async def _act_or_lose(reader: Reader, lost: dict[Reader, str]) -> float | None:
    """Let a reader act. If the reader is lost by it, write down why and give None."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await reader.act()
    except (ConnectionClosed, RuntimeError, TimeoutError) as fault:
        lost[reader] = f"{type(fault).__name__} {fault}".strip()
        return None


async def _is_given(name: str, reader: Reader, lost: dict[Reader, str]) -> bool:
    """Let a reader act until the page shows a name; false if the reader is lost, or it does not come."""
    until = asyncio.get_running_loop().time() + PATIENCE
    while name not in reader.html:
        gone = reader in lost or asyncio.get_running_loop().time() > until
        if gone or await _act_or_lose(reader, lost) is None:
            return False
        await asyncio.sleep(0.5)
    return True


async def exported(server: Server, clients: int, number: int, every: float, seconds: float) -> dict[str, object]:
    """Let readers act, alone and then while clients ask for all exports. Give times of answers, and what was refused.

    Each client has an address of its own, asks for one export after the other, and begins with another one than its
    neighbour. At the same time, another client opens the page again and again.
    """
    with urllib.request.urlopen(f"{server.address}api/v1/events?limit=1") as answer:
        event = json.load(answer)["items"][0]["id"]
    loop, refused = asyncio.get_running_loop(), Counter()
    with ThreadPoolExecutor(clients + 1) as threads:

        async def ask(client: int, end: float) -> None:
            names = islice(cycle(exports.SERVED), client, None)
            while loop.time() < end:
                address = f"{server.address}export/{next(names)}?event={event}"
                refused[await loop.run_in_executor(threads, _status, address, client)] += 1

        async def opened(end: float) -> list[float]:
            times = []
            while loop.time() < end:
                began = perf_counter()
                await loop.run_in_executor(threads, _first_html, server.address)
                times.append((perf_counter() - began) * 1000)
                await asyncio.sleep(1)
            return times

        async def both(crowd: Sequence[Reader]) -> dict[str, dict[str, float]]:
            acting = _all_act([reader.act for reader in crowd], every, seconds)
            first, *acts = await asyncio.gather(opened(loop.time() + seconds), *acting)
            return {"acts": _answers(acts), "first": _answers([first])}

        async with present(server, number) as crowd:
            alone = await both(crowd)
            end = loop.time() + seconds
            asking = [asyncio.create_task(ask(client, end)) for client in range(clients)]
            meanwhile = await both(crowd)
            await asyncio.gather(*asking)
    return {
        "clients": clients,
        "exports": len(exports.SERVED),
        "number": number,
        "every": every,
        "seconds": seconds,
        "alone": alone,
        "meanwhile": meanwhile,
        "given": refused.pop(200, 0),
        "refused": {str(status): count for status, count in sorted(refused.items())},
    }


def _status(address: str, client: int) -> int:
    """Ask for a file, as a proxy does for a client with an address of its own, and give the status of the answer."""
    asked = urllib.request.Request(address, headers={"X-Forwarded-For": f"198.51.100.{client % 250 + 1}"})
    try:
        with urllib.request.urlopen(asked, timeout=SLOWEST) as answer:
            answer.read()
            return answer.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            refusal.read()
        return refusal.code


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


async def measure(server: Server, data: Path, options: argparse.Namespace) -> dict:
    """Measure what the command line asks for; `data` is the folder that the server reads."""
    machine, every, seconds = about(("streamlit",)), options.every, options.seconds
    if options.edited:
        return {
            "edits": {"about": machine, **await edited(server, data, options.edited, every, seconds, options.between)}
        }
    if options.exported:
        return {"exports": {"about": machine, **await exported(server, options.exported, BESIDE, every, seconds)}}
    if options.visits:
        return {"memory": {"about": machine, "series": await visits(server, options.visits)}}
    return {
        "acts": {
            "about": machine,
            "reruns": options.reruns,
            "pages": await cost_of_pages(server, options.reruns),
            "readers": [await readers(server, number, every, seconds) for number in options.readers],
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
    parser.add_argument("--edited", type=int, default=0, help="so many readers while data is edited, and nothing else")
    parser.add_argument("--between", type=float, default=10, help="seconds between two edits")
    parser.add_argument("--exported", type=int, default=0, help="so many clients ask for exports, and nothing else")
    parser.add_argument("--visits", type=int, default=0, help="measure memory over that many visits, and nothing else")
    parser.add_argument("--into", type=Path, default=HERE, help="folder for load.json and load.md")
    options = parser.parse_args(arguments)
    file = options.into / "load.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    with tempfile.TemporaryDirectory() as place:
        data = Path(shutil.copytree(options.data, Path(place) / "data"))  # a copy, because it is edited
        with served(OURS, data) as server:
            measured = asyncio.run(measure(server, data, options))
    file.write_text(json.dumps(before | measured, indent=1) + "\n", encoding="utf-8")
    report.write(options.into)
    print((options.into / "load.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
