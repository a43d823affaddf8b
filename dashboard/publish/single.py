"""The edition as one file: views, filters, search, articles, proofs and downloads, without any connection."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterable

from dashboard.assets import FOLDER
from dashboard.exports import PLOTLY
from dashboard.look.html import Html, piece
from dashboard.publish import downloads, explore
from dashboard.publish.edition import Edition
from dashboard.publish.scripts import dashboard_script, taken
from dashboard.web import typeface
from dashboard.web.files import FILES, bundle_version

_ENDS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


def single(edition: Edition) -> bytes:
    """Write the file: the first page, and what scripts of a folder hand over. It has no links to other pages."""
    contents = dict(explore.contents(edition, alone=True))
    contents |= dict(taken(content) for _, content in downloads.for_panel(edition))
    packed = gzip.compress(json.dumps(contents, ensure_ascii=False, sort_keys=True).encode(), 9, mtime=0)
    scripts = [_inside(PLOTLY.read_text(encoding="utf-8")), _inside(dashboard_script())]
    sheets = "".join(FILES[f"css/{name}.css"].read_text(encoding="utf-8") for name in (*explore.SHEETS, *explore.LATER))
    html = explore.page(
        edition,
        explore.urls_of("file", bundle_version(edition.snapshot.stamp), "", {}, edition.base_url),
        icon=_data("image/svg+xml", (FOLDER / "icons" / "icon.svg").read_bytes()),
        face=_data("font/woff2", typeface.FILE.read_bytes()) if typeface.FILE else "",
        sheets=piece(explore.TEMPLATE, "sheets_inside", Html(sheets)),
        scripts=Html(),
        policy=policy(scripts),
        inside=base64.b64encode(packed).decode(),
        late=piece(explore.TEMPLATE, "scripts_inside", [Html(script) for script in scripts]),
    )
    return html.encode()


def policy(scripts: Iterable[str]) -> str:
    """Write the Content Security Policy: only these scripts run, and nothing may be fetched from anywhere."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _inside(script: str) -> str:
    """Write a script so that nothing in it ends the element that it is in."""
    return _ENDS.sub(r"\\x3c", script)


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
