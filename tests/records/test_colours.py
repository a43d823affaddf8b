"""Colours of the data: how they are written, and whether a text in them can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.records.colours import DARK, LEAST, LIGHT, colour, contrast, readable
from dashboard.records.model import ACCENT
from dashboard.words.catalogue import MessageError

COLOURS = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#c2410c", "#c2410c") == 1


@given(COLOURS, some.sampled_from((LIGHT, DARK)))
def test_a_colour_that_is_proposed_can_be_read_and_one_that_can_be_read_stays(text, page):
    found = readable(text, page)
    assert contrast(found, page) >= LEAST
    assert (found == text) == (contrast(text, page) >= LEAST)


def test_the_default_accent_can_be_read():
    assert contrast(ACCENT.light, LIGHT) >= LEAST
    assert contrast(ACCENT.dark, DARK) >= LEAST


@pytest.mark.parametrize(("typed", "read"), [("#c2410c", "#c2410c"), ("#FB923C", "#fb923c")])
def test_a_colour_is_read(typed, read):
    assert colour(typed) == read


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("c2410c", 'write "#c2410c"'),
        ("#C41", 'write "#cc4411"'),
        (" #c2410c", 'write "#c2410c"'),
        ("#c2410", 'write "#" and six hexadecimal digits, for example "#c2410c"'),
        ("red", 'write "#" and six hexadecimal digits, for example "#c2410c"'),
        ("#c2410c80", 'write "#" and six hexadecimal digits, for example "#c2410c"'),
        ("#c2410c;}body{display:none", 'write "#" and six hexadecimal digits, for example "#c2410c"'),
        ("#٣٣٣٣٣٣", 'write "#" and six hexadecimal digits, for example "#c2410c"'),
    ],
)
def test_anything_else_is_refused_with_what_to_write(typed, advice):
    with pytest.raises(MessageError) as caught:
        colour(typed)
    assert str(caught.value).endswith(advice)
