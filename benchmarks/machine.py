"""Facts about the machine on which the benchmark runs, and about what runs on it."""

import os
import platform
import re
from collections.abc import Iterable
from datetime import date
from importlib import metadata
from pathlib import Path

from dashboard import __version__

CPUINFO = Path("/proc/cpuinfo")


def about(libraries: Iterable[str]) -> dict:
    """Give the date, the machine and its load, and the versions of the dashboard, of Python and of these libraries."""
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "processor": processor(),
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "dashboard": __version__,
        "python": platform.python_version(),
        "versions": ", ".join(f"{name} {metadata.version(name)}" for name in libraries),
    }


def processor(cpuinfo: Path = CPUINFO) -> str:
    """Give the name of the processor's model. If Linux does not tell it, give the architecture."""
    text = cpuinfo.read_text(encoding="utf-8") if cpuinfo.is_file() else ""
    model = re.search(r"^model name\s*:[ \t]*(\S.*)$", text, re.MULTILINE)
    return " ".join(model[1].split()) if model else platform.machine()
