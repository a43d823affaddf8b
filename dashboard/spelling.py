"""Which known word was meant by an unknown one; used wherever a message says what to write."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import SequenceMatcher
from itertools import islice

MOST_KNOWN = 2_000
LONGEST = 200
MOST_WORK = 3_000_000
"""What the suggestions of one check may cost: some tenths of a second. Two words cost their letters multiplied."""

_left: ContextVar[list[int] | None] = ContextVar("_left", default=None)


class _Spent(Exception):
    """The work allowed is done."""


@contextmanager
def sparing() -> Iterator[None]:
    """Bound what all suggestions made inside cost together; past `MOST_WORK` nothing comes near any more.

    One unknown word is looked for in no time, a thousand of them among two thousand known ones in a minute. Inside
    another such bound the outer one holds.
    """
    if _left.get() is not None:
        yield
        return
    token = _left.set([MOST_WORK])
    try:
        yield
    finally:
        _left.reset(token)


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Give the known word most like `word`, or None where nothing comes near.

    `alike` is the share of letters that must agree. Words of more than 200 letters, and those after
    the first 2,000, are not looked at: nobody mistypes them, and looking takes long.
    """
    left = _left.get()
    if len(word) > LONGEST or (left and left[0] <= 0):
        return None
    by_folded = {name.casefold(): name for name in islice(known, MOST_KNOWN) if len(name) <= LONGEST}
    try:
        close = _closest(word.casefold(), by_folded, alike)
    except _Spent:
        return None
    return by_folded[close] if close is not None else None


def _closest(word: str, names: Iterable[str], alike: float) -> str | None:
    """Give the name most like a word, of several the last in the alphabet.

    As `difflib.get_close_matches`, which compares in full whatever is alike enough; here it must also be more alike
    than what was met before.
    """
    matcher = SequenceMatcher(b=word)
    best = (alike, "")
    for name in names:
        _pay(len(word) + len(name))
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
            _pay(len(word) * len(name))
            best = max(best, (matcher.ratio(), name))
    return best[1] or None


def _pay(cost: int) -> None:
    left = _left.get()
    if left is not None:
        left[0] -= cost
        if left[0] < 0:
            raise _Spent


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
