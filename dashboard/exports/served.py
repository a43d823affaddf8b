"""The downloads that the server makes: every export, and every chart as PDF, which Chrome draws one at a time."""

from dataclasses import replace

from dashboard.exports.chrome import in_turn
from dashboard.exports.options import DEFAULTS, OPTIONS, Options
from dashboard.exports.registry import EXPORTS, PICTURES, SHOWN, Export
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot


def _served(export: Export) -> Export:
    """Give an export that draws only one picture at a time, and each only once for a state of the data."""

    def make(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
        layout = tuple((name, value) for name, value in sorted(options.items()) if name in OPTIONS)
        return snapshot.answer(_drawn, export.name, filters, layout)

    return replace(export, make=make)


def _drawn(snapshot: Snapshot, name: str, filters: Filters, layout: tuple[tuple[str, str], ...]) -> bytes:
    """Draw a chart; raises `PictureError` if there is no Chrome, or if it is busy."""
    with in_turn():
        content: bytes = PICTURES[name].make(snapshot, filters, dict(layout))
        return content


SERVED = EXPORTS | {
    name: export if name in SHOWN else _served(export) for name, export in PICTURES.items() if name.endswith(".pdf")
}
"""Every download that the server makes, by name. The page draws PNG and SVG itself."""
