"""Numbers and lists inside sentences: each number agrees with its noun, and a list ends with "and"."""

from collections.abc import Iterable

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The numbers that sentences write as words."""


def listed(words: Iterable[object]) -> str:
    """Write a list: `a`, `a and b`, `a, b and c`; nothing gives an empty text."""
    words = [str(word) for word in words]
    return " and ".join([", ".join(words[:-1])] * bool(words[:-1]) + words[-1:])


def in_words(number: int) -> str:
    """Write a small number as a word, and a larger one in digits."""
    return WORDS[number] if number < len(WORDS) else str(number)


def counted(number: int, noun: str, several: str = "") -> str:
    """Write a number in digits with its noun: `1 event`, `3 events`; `several` is a plural that does not end with s."""
    return f"{number} {agreeing(number, noun, several or f'{noun}s')}"


def agreeing(number: int, one: str, several: str) -> str:
    """Choose the form of a noun or a verb that agrees with a number."""
    return one if number == 1 else several


def holders(kinds: Iterable[str]) -> str:
    """Count organizers of these kinds (`model.ORGANIZER_KINDS`), one for each: `one state`, `two organizations`."""
    kinds = list(kinds)
    states = kinds.count("state")
    nouns = ("state", "states") if states == len(kinds) else ("organization", "organizations")
    if 0 < states < len(kinds):
        return f"{in_words(len(kinds))} states and organizations"
    return f"{in_words(len(kinds))} {agreeing(len(kinds), *nouns)}"


def capital(text: str) -> str:
    """Begin a sentence with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Go on with a sentence: begin with a small letter, and leave the rest as it is."""
    return text[:1].lower() + text[1:]
