"""Facts about the machine on which the benchmark runs."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from importlib import metadata


def about(libraries: Iterable[str]) -> dict:
    """Give the date, the machine and its load, and the versions of Python and of these libraries."""
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "versions": ", ".join(f"{name} {metadata.version(name)}" for name in libraries),
    }
