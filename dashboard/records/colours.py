"""Colours as they are written in the data, and whether a text in one of them can be read on the page."""

import re
from colorsys import hls_to_rgb, rgb_to_hls

from dashboard.words.catalogue import MessageError, say
from dashboard.words.spelling import quoted

LIGHT, DARK = "#ffffff", "#10161d"
"""The colour of the page in the light and in the dark theme."""

LEAST = 4.5
"""The least contrast between a text and its background (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_DIGITS = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_STEPS = 200


def colour(text: str) -> str:
    """Read a colour: `#` and six hexadecimal digits, given in small letters.

    Raises
    ------
    MessageError
        It is written in another way.
    """
    small = text.lower()
    if _COLOUR.fullmatch(small):
        return small
    digits = _DIGITS.fullmatch(small.strip())
    whole = "".join(2 * digit for digit in digits[1]) if digits and len(digits[1]) == 3 else digits and digits[1]
    if whole:
        raise MessageError(say("colour-not-understood/digits", typed=quoted(text), cured=quoted(f"#{whole}")))
    raise MessageError(say("colour-not-understood", typed=quoted(text)))


def contrast(color: str, other: str) -> float:
    """Give the contrast of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted(map(_luminance, (color, other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(text: str, page: str) -> str:
    """Give the nearest colour of the same hue that can be read on a page; the colour itself if it can."""
    hue, lightness, saturation = rgb_to_hls(*_parts(text))
    end = 0.0 if _luminance(page) > 0.5 else 1.0
    for step in range(_STEPS + 1):
        nearer = lightness + (end - lightness) * step / _STEPS
        red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, nearer, saturation))
        if contrast(found := f"#{red:02x}{green:02x}{blue:02x}", page) >= LEAST:
            return text if step == 0 else found
    return "#000000" if end == 0 else "#ffffff"


def _luminance(text: str) -> float:
    """Give the relative luminance as WCAG defines it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(text))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(text: str) -> tuple[float, float, float]:
    """Give the red, green and blue of a colour, each from 0 to 1."""
    return int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255
