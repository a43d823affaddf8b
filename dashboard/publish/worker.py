"""What makes an edition on the web an app of its own: a manifest, and a worker that keeps pages for reading offline."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.assets import FOLDER
from dashboard.look.style import PAPER
from dashboard.publish.edition import Edition, File
from dashboard.publish.explore import ICON

PICTURE = "icon.png"

_SCRIPT = Path(__file__).with_name("worker.js")
_KEPT = re.compile(r"icon\.\w+|(?:linked|data)/.*|[\w-]+\.html")
"""The paths of the files that are kept from the first visit on. Other pages are kept when they were visited."""


def files(edition: Edition, others: Iterable[File]) -> Iterator[File]:
    """Give the manifest, its pictures and the worker; `others` are all other files of the edition."""
    yield PICTURE, (FOLDER / "icons" / PICTURE).read_bytes()
    yield "manifest.webmanifest", _manifest(edition).encode()
    yield "sw.js", _worker(others).encode()


def _manifest(edition: Edition) -> str:
    process = edition.snapshot.dataset.process
    content = {
        "name": edition.snapshot.dataset.process_name,
        "description": process.summary if process else "",
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": ICON, "sizes": "any", "type": "image/svg+xml"},
            {"src": PICTURE, "sizes": "64x64", "type": "image/png"},
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _worker(others: Iterable[File]) -> str:
    """Write the worker. Its version changes with the content of any file that it keeps."""
    kept = {path: content for path, content in sorted(others) if _KEPT.fullmatch(path)}
    version = hashlib.blake2b(digest_size=6)
    for path, content in kept.items():
        version.update(f"{path}\0{len(content)}\0".encode() + content)
    constants = f"const VERSION = {json.dumps(version.hexdigest())};\nconst FILES = {json.dumps([*kept])};\n"
    return constants + _SCRIPT.read_text(encoding="utf-8")
