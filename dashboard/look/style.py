"""Colours, shapes and letters of marks, once for charts, article and legend."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.look.html import Html, piece
from dashboard.records import colours
from dashboard.records.model import ACCENT, Accent

FONT = '"Source Sans", "Noto Sans", system-ui, sans-serif'
"""The typeface of the page, which Streamlit serves itself."""

PICTURE_FONT = '"Noto Sans", system-ui, sans-serif'
"""The typeface of a downloaded picture. It is one of the reader's machine, because a picture is measured with the fonts
of the page, but drawn without them."""

INK = "#1c2733"
MUTED = "#5d6b79"
LINE = "#dfe4ea"
PAPER = colours.LIGHT
DOUBT = "#c2410c"
"""Light theme; the page's dark theme recolours charts through `DARK`."""


@dataclass(frozen=True)
class Mark:
    """The mark of a role: colour, letter and shape. Each of the three is enough to recognize it.

    `symbol` is Plotly's name of the shape, `path` the same shape in an SVG box from -10 to 10.
    """

    letter: str
    symbol: str
    color: str
    path: str


MARKS = {
    "host": Mark("H", "square", "#1d4e89", "M-8-8H8V8H-8Z"),
    "organizer": Mark("O", "octagon", "#1b7f9c", "M-4-9.5H4L9.5-4V4L4 9.5H-4L-9.5 4V-4Z"),
    "co-organizer": Mark("C", "circle", "#0f766e", "M9 0A9 9 0 1 1-9 0A9 9 0 1 1 9 0Z"),
    "co-host": Mark(
        "J", "hexagram", "#3f6fb5", "M0-11 3.2-5.5H9.5L6.4 0 9.5 5.5H3.2L0 11-3.2 5.5H-9.5L-6.4 0-9.5-5.5H-3.2Z"
    ),
    "lead": Mark("L", "hexagon", "#7c3aed", "M0-9.5 8.2-4.7V4.7L0 9.5-8.2 4.7V-4.7Z"),
    "convener": Mark("V", "hexagon2", "#5b5bb0", "M-9.5 0-4.7-8.2H4.7L9.5 0 4.7 8.2H-4.7Z"),
    "chair": Mark("R", "star-square", "#9d3a7c", "M-9-9 0-6 9-9 6 0 9 9 0 6-9 9-6 0Z"),
    "sponsor": Mark("S", "diamond", "#b45309", "M0-10.5 10.5 0 0 10.5-10.5 0Z"),
    "supporter": Mark("U", "pentagon", "#a16207", "M0-10 9.5-3.1 5.9 8.1H-5.9L-9.5-3.1Z"),
    "partner": Mark("P", "cross", "#7f6a1d", "M-4.5-10H4.5V-4.5H10V4.5H4.5V10H-4.5V4.5H-10V-4.5H-4.5Z"),
    "party": Mark("T", "diamond-wide", "#64707d", "M0-8 11 0 0 8-11 0Z"),
    "announcer": Mark("A", "star-diamond", "#55738a", "M0-11 4.5-4.5 11 0 4.5 4.5 0 11-4.5 4.5-11 0-4.5-4.5Z"),
    "presenter": Mark("N", "diamond-tall", "#7a6f86", "M0-11 8 0 0 11-8 0Z"),
}
"""Role → its mark, in the order of `model.ROLES`."""

KIND_COLORS = {
    "conference": "#1d4e89",
    "declaration": "#a8530b",
    "side-event": "#0f766e",
    "preparation": "#6b5bb5",
    "follow-up": "#4d7c2a",
    "context": "#6b7785",
}

DARK = {
    INK: "#e6ebf0",
    MUTED: "#9aa8b5",
    LINE: "#2d3947",
    PAPER: colours.DARK,
    DOUBT: "#fb923c",
    "#1d4e89": "#7fb2ee",
    "#1b7f9c": "#62c4de",
    "#0f766e": "#4fc9b8",
    "#3f6fb5": "#93b8f0",
    "#7c3aed": "#c0a3fb",
    "#5b5bb0": "#a9a9ee",
    "#9d3a7c": "#ea94cc",
    "#b45309": "#f5a45c",
    "#a16207": "#e3bb4e",
    "#7f6a1d": "#cfba6a",
    "#64707d": "#a5b1bd",
    "#55738a": "#9fbcd3",
    "#7a6f86": "#c0b5cc",
    "#a8530b": "#f0a35e",
    "#6b5bb5": "#b3a6f2",
    "#4d7c2a": "#a0cf7a",
    "#6b7785": "#a9b5c1",
}
"""Each colour of a figure → the one that takes its place on a dark page; `dark` adds the accent colour."""


def badge(role: str, *, disputed: bool = False) -> Html:
    """Draw the mark of a role as inline SVG, hollow if disputed; its name must be beside it."""
    return piece("look/pieces.html", "badge", role, MARKS[role], disputed)


def paper_foot(name: str) -> Html:
    """Write the style that puts the name of the process at the foot of each printed sheet; `print.css` has its font."""
    words = re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", name)
    return piece("look/pieces.html", "paper_foot", words)


def dark(accent: Accent) -> dict[str, str]:
    """Give for each colour of a figure the one that takes its place on a dark page."""
    return {accent.light: accent.dark} | DARK


def css_colors(accent: Accent = ACCENT) -> str:
    """Declare the colours of roles and kinds as CSS properties, for light and dark pages; print is always light."""
    by_day, by_night = _declared(".linked", accent.light), _declared(".linked[data-theme=dark]", accent.dark, DARK)
    by_print = f"@media print{{{_declared('.linked[data-theme]', accent.light)}}}"
    return f"{by_day}{by_night}{_more_contrast('.linked.linked')}{by_print}"


def root_colors(accent: Accent = ACCENT, selector: str = ":root", *, dark: bool = True) -> Html:
    """Declare the same for a page without scripts; with `dark`, also the colours for readers with a dark system.

    With `dark`, readers who want more contrast have it too. Print is light.
    """
    by_night = _declared(selector, accent.dark, DARK)
    at_night = f"@media screen and (prefers-color-scheme:dark){{{by_night}}}{_more_contrast(selector)}" if dark else ""
    return Html(_declared(selector, accent.light) + at_night)


def following_colors(accent: Accent, selector: str) -> str:
    """Declare the same for a part of the page that is not drawn again when the theme of the page changes."""
    by_day, by_night = _colors(accent.light), _colors(accent.dark, DARK)
    both = "".join(f"{name}:light-dark({color},{by_night[name]});" for name, color in by_day.items())
    return f"@media screen{{{selector}{{{both}}}}}{_more_contrast(selector)}"


def _more_contrast(selector: str) -> str:
    """Write quiet words as dark as the others, and clear lines, for readers who want more contrast."""
    quiet = "--muted:var(--ink);--line:color-mix(in srgb,var(--ink) 60%,var(--paper));"
    return f"@media screen and (prefers-contrast:more){{{selector}{{{quiet}}}}}"


def _declared(selector: str, accent: str, swap: Mapping[str, str] = MappingProxyType({})) -> str:
    return selector + "{" + "".join(f"{name}:{color};" for name, color in _colors(accent, swap).items()) + "}"


def _colors(accent: str, swap: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    colors = {f"--role-{role}": mark.color for role, mark in MARKS.items()}
    colors |= {f"--kind-{kind}": color for kind, color in KIND_COLORS.items()}
    colors |= {"--ink": INK, "--muted": MUTED, "--line": LINE, "--paper": PAPER}
    return {name: swap.get(color, color) for name, color in colors.items()} | {"--accent": accent}
