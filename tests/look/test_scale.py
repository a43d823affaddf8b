"""One scale of sizes and weights for the page, the pages of records, frames and editions."""

import re

import pytest

from dashboard.assets import FOLDER

SHEETS = {path.stem: path.read_text(encoding="utf-8") for path in (FOLDER / "css").glob("*.css")}
SCALE = {"tick": 12, "note": 13, "text": 14, "read": 16, "head": 18, "title": 20, "display": 26}
DECLARED = ":root { " + " ".join(f"--{name}: {pixels}px;" for name, pixels in SCALE.items()) + " }"
BEGINNING = ("page", "record", "embed", "api")
"""The sheets that begin a page."""

ON_PAPER = ("print", "handout")
"""Sheets for paper, which have sizes in points."""

MARK = re.compile(r"\.(badge|mark)\b|^  color: var\(--paper\); font: ")
"""A rule for the letter on a mark, which is part of the mark, as its shape is."""

ALLOWED = re.compile(r"var\(--(tick|note|text|read|head|title|display)\)|clamp\(var\(--display\)|inherit|15px|1rem|0$")


@pytest.mark.parametrize("sheet", BEGINNING)
def test_each_page_begins_with_the_same_scale(sheet):
    assert DECLARED in SHEETS[sheet]


@pytest.mark.parametrize("sheet", [name for name in SHEETS if name not in ON_PAPER])
def test_sizes_and_weights_are_those_of_the_scale(sheet):
    on_screen = re.sub(r"@media print \{.*?\n\}|@page \{.*?\n\}", "", SHEETS[sheet], flags=re.DOTALL)
    lines = [line for line in on_screen.splitlines() if not MARK.search(line)]
    sizes = [size for line in lines for size in re.findall(r"font-size: ([^;}]+)", line)]
    sizes += [size for line in lines for size in re.findall(r"[ {]font: (?:\d+ )?([^;}/ ]+)", line)]
    assert [size for size in sizes if not ALLOWED.match(size)] == []
    weights = {int(weight) for weight in re.findall(r"font-weight: (\d+)", on_screen)}
    assert weights <= {400, 600, 700}
