"""Which known word was meant by an unknown one; used wherever a message says what to write."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word most like `word`, or None where nothing comes near."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def quoted(text: str, width: int = 60) -> str:
    """Put a value into double quotes for a message, on one line and shortened to `width` characters."""
    flat = " ".join(text.split())
    return f'"{flat if len(flat) <= width else flat[: width - 1] + "…"}"'


def not_known(value: str, what: str, known: Iterable[str]) -> str:
    """Say that a value is not among the known ones, and name the nearest of them, else all."""
    names = list(known)
    near = nearest(value, names)
    rest = f'"{near}" is' if near else f"known are {', '.join(names) or 'none'}"
    return f"{what} {quoted(value)} is not known; {rest}"
