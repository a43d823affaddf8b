"""The outlines of land for the map of places, from Natural Earth; written only when they are renewed.

    python -m tests.assets.land ne_110m_land.json

writes `dashboard/assets/vendor/land.js`. The file is Natural Earth's land at 1:110 million as GeoJSON, without borders
of states, names and labels. The outlines are rounded to a tenth of a degree. Land south of 60° S is left out.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from dashboard.assets import FOLDER

TARGET = FOLDER / "vendor" / "land.js"
SOUTH = -60
HEAD = """\
// The land of the earth as one SVG path, for the map of places. It is in tenths of a degree: x to the east, y to the
// south. It is made from Natural Earth, 1:110m, which is in the public domain. README.md beside this says how.

export const LAND =
"""


def main(source: str) -> None:
    """Write the script from a GeoJSON file."""
    features = json.loads(Path(source).read_text(encoding="utf-8"))["features"]
    rings = (ring for feature in features for ring in feature["geometry"]["coordinates"])
    path = "".join(drawn(ring) for ring in rings)
    TARGET.write_text(f'{HEAD}  "{path}";\n', encoding="utf-8")


def drawn(ring: list[list[float]]) -> str:
    """Write a ring as an SVG path of relative lines; empty for one in the far south, and for one too small to see."""
    if max(latitude for _, latitude, *_ in ring) < SOUTH:
        return ""
    points = [*_distinct([(round(x * 10), round(-y * 10)) for x, y, *_ in ring[:-1]])]
    if len(points) < 3:
        return ""
    steps = ((x - a, y - b) for (a, b), (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{_joined(steps)}z"


def _distinct(points: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = None
    for point in points:
        if point != last:
            yield point
        last = point


def _joined(steps: Iterator[tuple[int, int]]) -> str:
    """Join numbers; a minus sign separates them as well as a space does."""
    numbers = " ".join(f"{x} {y}" for x, y in steps)
    return numbers.replace(" -", "-")


if __name__ == "__main__":
    main(*sys.argv[1:])
