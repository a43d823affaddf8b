"""Visit the page many times in one process, and print how much memory it has: it must not grow.

    python -m benchmarks.visits                    10,000 visits of the real data, half an hour or more
    python -m benchmarks.visits 2000 --data FOLDER fewer visits, of another data folder

Each visit is a session of its own that opens a page, with words to search for that no visit before had. After each
visit Streamlit's server collects garbage, and so does this. The last line says by how much memory grew in the second
half; if that is more than `MOST`, the command fails.
"""

import argparse
import gc
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

MOST = 5.0
"""Megabytes by which memory may grow in the second half: the caches are full by then."""

FEWEST = 2_000
"""Visits, of which the first half fills the caches: `library.snapshot.MOST_ANSWERS` filters on each of the pages."""

SCRIPT = """
from dashboard import page
page.PAUSE = 0
page.main()
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, visit, and print; 1 if memory grew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("visits", type=int, nargs="?", default=10_000, help="how many visits (10000)")
    parser.add_argument("--data", type=Path, help="the data folder; without it, that of the project")
    given = parser.parse_args(arguments)
    if given.visits < FEWEST:
        parser.error(f"visits must be at least {FEWEST}, because the caches are not full before")
    if given.data:
        os.environ["DASHBOARD_DATA"] = str(given.data)
    sizes = []
    for number, _ in enumerate(visited(given.visits), start=1):
        if number % (given.visits // 20) == 0:
            sizes.append(megabytes())
            print(f"{number:>7,} visits: {sizes[-1]:6.1f} MB", flush=True)
    grown = sizes[-1] - sizes[len(sizes) // 2 - 1]
    print(f"In the second half memory grew by {grown:.1f} MB; up to {MOST:.1f} MB are no growth.")
    return int(grown > MOST)


def visited(number: int) -> Iterator[None]:
    """Visit so many times, one page after the other, each time with other filters."""
    from streamlit.testing.v1 import AppTest

    from dashboard import library
    from dashboard.views.address import PAGES

    events = list(library.shared().current().dataset.events)
    addresses = ((page, event) for _ in itertools.count() for event in events for page in PAGES)
    for visit, (page, event) in enumerate(itertools.islice(addresses, number)):
        app = AppTest.from_string(SCRIPT, default_timeout=60)
        app.query_params.update({"page": [page], "event": [event], "q": [f"the {visit}"]})
        app.run()
        if app.exception:
            raise RuntimeError(app.exception[0].value)
        gc.collect()
        yield


def megabytes() -> float:
    """Give the memory of this process that is in the machine's memory (Linux alone tells)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
