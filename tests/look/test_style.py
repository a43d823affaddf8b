"""Looks: complete, told apart, and legible on both pages."""

import re
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from dashboard.assets import FOLDER
from dashboard.look import style
from dashboard.records.model import KINDS, ROLES, Accent

ROLE_COLORS = [mark.color for mark in style.MARKS.values()]
COLORS = [style.INK, style.MUTED, style.DOUBT, *style.KIND_COLORS.values(), *ROLE_COLORS]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(color: str) -> float:
        parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_role_and_kind_has_its_look_in_the_order_of_the_model():
    assert list(style.MARKS) == list(ROLES)
    assert list(style.KIND_COLORS) == list(KINDS)


@pytest.mark.parametrize("part", ["letter", "symbol", "color", "path"])
def test_each_part_of_a_mark_alone_tells_roles_apart(part):
    assert len({getattr(mark, part) for mark in style.MARKS.values()}) == len(ROLES)


@pytest.mark.parametrize("mark", style.MARKS.values(), ids=style.MARKS)
def test_plotly_knows_the_shape_filled_and_hollow(mark):
    go.Scatter(marker={"symbol": [mark.symbol, mark.symbol + "-open"]})


def test_every_colour_has_its_counterpart_on_the_dark_page():
    assert set(style.DARK) == {*COLORS, style.LINE, style.PAPER}


@pytest.mark.parametrize("color", sorted(set(COLORS)))
def test_colours_are_legible_on_both_pages(color):
    assert contrast(color, style.PAPER) >= 4.5
    assert contrast(style.DARK[color], style.DARK[style.PAPER]) >= 4.5


@pytest.mark.parametrize("role", ROLES)
def test_a_badge_is_well_formed_and_silent(role):
    drawing = ElementTree.fromstring(style.badge(role))
    assert drawing.attrib["aria-hidden"] == "true"
    assert drawing.find("text").text == style.MARKS[role].letter


def test_a_disputed_badge_is_hollow():
    assert "data-hollow" in style.badge("sponsor", disputed=True)
    assert "data-hollow" not in style.badge("sponsor")


def test_the_accent_of_the_process_is_that_of_the_page():
    green = Accent(light="#166534", dark="#4ade80")
    for css in (style.css_colors(green), style.root_colors(green)):
        assert re.findall("--accent:([^;]*);", css)[:2] == ["#166534", "#4ade80"]
    assert re.findall("--accent:([^;]*);", style.root_colors(green, dark=False)) == ["#166534"]
    assert style.dark(green)["#166534"] == "#4ade80"
    own = Accent(light=style.KIND_COLORS["conference"], dark="#ffffff")  # a mark keeps its colour on the dark page
    assert style.dark(own) == style.DARK


def test_css_declares_every_colour_for_both_pages():
    light, dark = style.css_colors().split("}")[:2]
    assert dark.startswith(".linked[data-theme=dark]")
    for name in [f"--role-{role}:" for role in ROLES] + [f"--kind-{kind}:" for kind in KINDS] + ["--paper:"]:
        assert name in light
        assert name in dark
    assert style.DARK[style.PAPER] in dark


def test_no_rule_looks_into_the_whole_page_from_its_root():
    """With such a rule the browser styles the whole page anew after every change, a dozen times for each filter."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "css").glob("*.css")}
    rule = re.compile(r"(?:^|[\s,}])(?::root|html|body)[^\s,{>+~]*:has\(")
    assert len(sheets) > 5 and rule.search(":root:has(.x) { }") and rule.search("body:has([a]) > p { }")
    assert [name for name, sheet in sheets.items() if rule.search(sheet)] == []
