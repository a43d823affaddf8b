"""Which known word was meant by an unknown one; used wherever a message says what to write."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

MOST_KNOWN = 2_000
LONGEST = 200


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Give the known word most like `word`, or None where nothing comes near.

    `alike` is the share of letters that must agree. Words of more than 200 letters, and those after
    the first 2,000, are not looked at: nobody mistypes them, and looking takes long.
    """
    by_folded = {name.casefold(): name for name in islice(known, MOST_KNOWN) if len(name) <= LONGEST}
    if len(word) > LONGEST:
        return None
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=alike)
    return by_folded[close[0]] if close else None


def quoted(text: str, width: int = 60) -> str:
    """Put a value into double quotes for a message, on one line and shortened to `width` characters."""
    return f'"{one_line(text, width)}"'


def one_line(text: str, width: int) -> str:
    """Bring a text onto one line of at most `width` characters, each of which can be seen."""
    flat = " ".join(text.split())
    flat = flat if len(flat) <= width else flat[: width - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in flat)


def not_known(value: str, what: str, known: Iterable[str]) -> str:
    """Say that a value is not among the known ones, and name the nearest of them, else all."""
    names = list(known)
    near = nearest(value, names)
    rest = f'"{near}" is' if near else f"known are {', '.join(names) or 'none'}"
    return f"{what} {quoted(value)} is not known; {rest}"
