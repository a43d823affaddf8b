"""The files the browser is given, and the versions in their addresses."""

import gzip
import hashlib
import threading
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from dashboard.assets import FOLDER
from dashboard.exports import PLOTLY
from dashboard.look.shapes import Urls

TREE = Path(__file__).parents[1]
"""The folder of all rooms."""


ENGINE = FOLDER / "engine"

ASSETS = {
    **{path.name: path for path in sorted(ENGINE.glob("*.js"))},
    "linked.css": FOLDER / "css" / "linked.css",
    "plotly.min.js": PLOTLY,
}
"""The files given under /linked, and no others."""


# Not asked of the system, which may have another name for .js that no browser takes for a module.
MIMES = {".js": "text/javascript", ".css": "text/css"}


compressing = threading.Lock()


def urls(stamp: str, token: str = "") -> Urls:
    """Give the addresses the linked views need, relative to the page, each good for as long as its version.

    With the token of a trial its data, charts and files are meant.
    """
    place = f"trial/{token}/" if token else ""
    return {
        "module": _versioned("linked.js"),
        "figureModule": _versioned("figure.js"),
        "linksModule": _versioned("links.js"),
        "filtersModule": _versioned("filters.js"),
        "pagesModule": _versioned("pages.js"),
        "keepModule": _versioned("keep.js"),
        "css": _versioned("linked.css"),
        "plotly": _versioned("plotly.min.js"),
        "bundle": f"{place}linked/data.json?v={bundle_version(stamp)}",
        "figure": f"{place}linked/figure/",
        "export": f"{place}export/",
    }


def version_of(path: Path) -> str:
    """Give twelve characters that change when the content of a file does; an unchanged file is not read again."""
    seen = path.stat()
    return _digest(path, seen.st_mtime_ns, seen.st_size)


def bundle_version(stamp: str) -> str:
    """Give a version of the bundle: it changes with the data, with the code that makes it, and with Plotly."""
    return f"{stamp}-{code_version(TREE)}"


def content(path: Path) -> tuple[bytes, bytes]:
    """Give a file as it is and compressed, kept in memory until it changes."""
    seen = path.stat()
    with compressing:
        return _read(path, seen.st_mtime_ns, seen.st_size)


@cache
def code_version(tree: Path) -> str:
    """Give eight characters that change with any module of a tree, however deep, and with the version of Plotly."""
    digest = hashlib.blake2b(metadata.version("plotly").encode(), digest_size=4)
    for path in sorted(tree.rglob("*.py")):
        digest.update(path.relative_to(tree).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _versioned(name: str) -> str:
    return f"linked/{name}?v={version_of(ASSETS[name])}"


@lru_cache(maxsize=16)
def _digest(path: Path, changed: int, size: int) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=6).hexdigest()


@lru_cache(maxsize=len(ASSETS))
def _read(path: Path, changed: int, size: int) -> tuple[bytes, bytes]:
    plain = path.read_bytes()
    return plain, gzip.compress(plain, 6, mtime=0)
