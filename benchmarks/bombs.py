"""Measure what `check` takes for files that are slow or huge to read, each in a process of its own.

    python benchmarks/bombs.py

Prints processor time in seconds and memory in megabytes, the slowest first. The tests make the same files smaller and
count calls, which do not depend on the machine. Only this program shows the cost of regular expressions and sorting.
"""

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from dashboard import checks  # noqa: E402
from dashboard.store.faults.days import Slot, message  # noqa: E402
from dashboard.words.spelling import Words  # noqa: E402
from tests import bombs  # noqa: E402

TINY = ROOT / "tests" / "tiny"


def files(size: int) -> dict[str, dict[str, str]]:
    """Give the name of each bomb, with the files to write. `+` before a name means to add to the file."""
    article = "articles/2018-dushanbe.md"
    found = {f"records: {name}": {"events.yaml": bomb(size)} for name, bomb in bombs.RECORDS.items()}
    found |= {f"article: {name}": {article: bomb(size)} for name, bomb in bombs.ARTICLES.items()}
    for name, (file, bomb) in bombs.BESIDE.items():
        # A fifth is the size of a real file; then all records are within the limit of values.
        found[f"beside good records: {name}"] = {f"+{file}": bomb(size // 5), article: bombs.CITED(size // 20)}
    return found


def checked(written: dict[str, str]) -> tuple[float, float]:
    """Check a copy of the tiny data with these files; give the seconds, and the megabytes that memory grew by."""
    with tempfile.TemporaryDirectory() as above:
        folder = Path(shutil.copytree(TINY, Path(above) / "data"))
        for name, text in written.items():
            with (folder / name.removeprefix("+")).open("a" if name.startswith("+") else "w", encoding="utf-8") as file:
                file.write(text)
        return measured(lambda: checks.read(folder))


def dated(texts: list[str]) -> tuple[float, float]:
    """Read texts typed for a date."""
    return measured(lambda: [message(text, Slot("start")) for text in texts])


def looked_up(words: list[str], typed: list[str]) -> tuple[float, float]:
    """Look up mistyped words among many known ones."""
    known = Words(words)
    return measured(lambda: [known.slips(word) for word in typed])


def measured(work) -> tuple[float, float]:
    """Do something once; give the processor time in seconds, and the growth of memory in megabytes."""
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    work()
    took = time.process_time() - began
    return took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> None:
    """Measure all, and print a table."""
    context = multiprocessing.get_context("spawn")
    ids = [f"trend-2018-05-{number}" for number in range(2_000)] + ["a" * 199] * 2_000
    slips = [f"trendd-2018-05-{number}" for number in range(2_000)]
    tasks = [(name, checked, (written,)) for name, written in files(bombs.WHOLE).items()]
    tasks.append(("2,000 mistyped ids among 2,000", looked_up, (ids, slips)))
    typed = [f"с {number} по 19 октября qwerty{number} asdfgh zxcvbn poiuyt" for number in range(1_000)]
    tasks.append(("1,000 texts for a date", dated, (typed,)))
    with context.Pool(1, maxtasksperchild=1) as pool:
        rows = [(*pool.apply(work, given), name) for name, work, given in tasks]
    for seconds, megabytes, name in sorted(rows, reverse=True):
        print(f"{seconds:6.2f} s {megabytes:6.0f} MB  {name}")


if __name__ == "__main__":
    main()
