"""The scripts of an edition: the one that runs the dashboard, and those that hand over a text to it."""

import json
from functools import cache

from dashboard.publish.edition import File
from dashboard.web.files import FILES
from dashboard.web.linker import linked

ENTRY = "hosts/static.js"
"""The module that runs the dashboard without a server."""

_BEFORE = "(window.dashboard ??= {})"


@cache
def dashboard_script() -> str:
    """Link the modules of the browser into the script that runs the dashboard."""
    modules = {
        name: path.read_text(encoding="utf-8")
        for name, path in FILES.items()
        if name.startswith(("engine/", "hosts/", "vendor/land"))
    }
    return linked(modules, ENTRY)


def handed(name: str, text: str) -> File:
    """Give the script that hands over a text under a name, such as `data/facts`."""
    return f"{name}.js", f"{_BEFORE}[{json.dumps(name)}] = {json.dumps(text, ensure_ascii=False)};\n".encode()


def taken(script: bytes) -> tuple[str, str]:
    """Give the name and the text that a script of `handed` hands over."""
    name, _, text = script.decode().removeprefix(f"{_BEFORE}[").removesuffix(";\n").partition("] = ")
    return json.loads(name), json.loads(text)
