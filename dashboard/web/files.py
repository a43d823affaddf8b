"""The files for the browser, and the versions in their addresses."""

import gzip
import hashlib
import os
import threading
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from dashboard.assets import FOLDER
from dashboard.exports import PLOTLY
from dashboard.look.links import record_path
from dashboard.look.shapes import Urls
from dashboard.records.kinds import BY_FILE, EVENTS
from dashboard.web.linker import joined

TREE = Path(__file__).parents[1]
"""The folder of all rooms."""


# Not taken from the system: it may have a type for .js that browsers refuse for modules.
MIMES = {".js": "text/javascript", ".css": "text/css"}


FILES = {
    path.relative_to(FOLDER).as_posix(): path
    for folder in ("css", "engine", "hosts", "vendor")
    for path in sorted((FOLDER / folder).rglob("*"))
    if path.suffix in MIMES
}
"""The only files served under /linked: scripts and style sheets. Their names are those that scripts import."""

_SCRIPTS = ("engine/", "hosts/")

_LATER = (
    "engine/takeaway",
    "engine/tour",
    "engine/map",
    "engine/picture.js",
    "engine/files.js",
    "engine/parts.js",
    "engine/supply.js",
)
"""The beginnings of the names of scripts of the engine that are loaded after the views are drawn, if at all."""

_NOT_FOR_VIEWS = ("engine/paper.js", "engine/places.js")
"""Scripts of the engine that only one host needs."""

_FOR_VIEWS = [name for name in FILES if name.startswith("engine/") and not name.startswith((*_LATER, *_NOT_FOR_VIEWS))]

JOINED = "engine.js"
"""The name under which the scripts that draw the views are joined. One by one, they would be fifty requests."""


CODE = (".py", ".html", ".xml")
"""The suffixes of the files that make the bundle: modules and templates."""

compressing = threading.Lock()


def public_address() -> str:
    """Give the public address of the dashboard, without a slash at its end; empty if DASHBOARD_URL does not name it."""
    return os.environ.get("DASHBOARD_URL", "").strip().rstrip("/")


def urls(stamp: str, token: str = "") -> Urls:
    """Give the addresses that the scripts need, relative to the page.

    The addresses of all files begin with `scripts`. With the token of a trial, the addresses of data, articles, charts
    and downloads are those of the trial.
    """
    place = f"trial/{token}/" if token else ""
    version_of_data = bundle_version(stamp)
    scripts = f"linked/{version()}/"
    return {
        "scripts": scripts,
        "viewsModule": f"{scripts}hosts/views.js",
        "panelModule": f"{scripts}hosts/panel.js",
        "figureModule": f"{scripts}hosts/figure.js",
        "linksModule": f"{scripts}hosts/links.js",
        "pagesModule": f"{scripts}hosts/pages.js",
        "keepModule": f"{scripts}hosts/keep.js",
        "css": f"{scripts}css/linked.css",
        "panelCss": f"{scripts}css/panel.css",
        "takeawayCss": f"{scripts}css/takeaway.css",
        "plotly": f"{scripts}{PLOTLY.relative_to(FOLDER).as_posix()}",
        "bundle": f"{place}linked/data.json?v={version_of_data}",
        "article": f"{place}linked/article/{{event}}?v={version_of_data}",
        "text": f"{place}linked/text.json?v={version_of_data}",
        "figure": f"{place}linked/figure/",
        "export": f"{place}export/",
        "takeaway": f"{place}linked/takeaway.json",
        "embed": "embed/",
        "eventPage": "" if token else record_path(BY_FILE[EVENTS], "{event}"),
        "home": "",
        "edition": "",
    }


def version() -> str:
    """Give twelve characters that change with any of the files. Files are read again only if one has changed.

    Scripts import each other by relative addresses. So all files share one version.
    """
    return _digest(tuple(_seen(path) for path in FILES.values()))


def bundle_version(stamp: str) -> str:
    """Give a version of the bundle: it changes with the data, with the code that makes it, and with Plotly."""
    return f"{stamp}-{code_version(TREE)}"


def served(name: str) -> tuple[bytes, bytes] | None:
    """Give what is served under a name, as it is and compressed: a file, or the joined scripts. None if there is none.

    Every other script takes from the joined ones what is in them, so that each module exists once in a page. All is
    kept in memory until it changes.
    """
    with compressing:
        if name == JOINED or name.startswith(_SCRIPTS):
            return _scripts(version()).get(name)
        path = FILES.get(name)
        return _read(path, _seen(path)) if path else None


def digest(body: bytes) -> str:
    """Give twelve characters that change with a body."""
    return hashlib.blake2b(body, digest_size=6).hexdigest()


@cache
def code_version(tree: Path) -> str:
    """Give eight characters that change with any module or template of a tree, and with the version of Plotly."""
    digest = hashlib.blake2b(metadata.version("plotly").encode(), digest_size=4)
    for path in sorted(path for path in tree.rglob("*") if path.suffix in CODE):
        digest.update(path.relative_to(tree).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _seen(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=1)
def _digest(seen: tuple[tuple[int, int], ...]) -> str:
    digest = hashlib.blake2b(digest_size=6)
    for name, path in FILES.items():
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _scripts(_version: str) -> dict[str, tuple[bytes, bytes]]:
    modules = {name: path.read_text(encoding="utf-8") for name, path in FILES.items() if name.startswith(_SCRIPTS)}
    texts = {name: text.encode() for name, text in joined(modules, _FOR_VIEWS, JOINED).items()}
    return {name: (text, gzip.compress(text, 6, mtime=0)) for name, text in texts.items()}


@lru_cache(maxsize=len(FILES))
def _read(path: Path, seen: tuple[int, int]) -> tuple[bytes, bytes]:
    plain = path.read_bytes()
    return plain, gzip.compress(plain, 6, mtime=0)
