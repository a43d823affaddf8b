"""What a reader of a comparison needs first: four boxes, each with a line for both editions, and one sentence.

They say what the data lists. If nothing is known about one side of a box, the box says so, and no sentence calls it a
change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.records.declarations import Texts, by_subject
from dashboard.records.model import Event, Figure
from dashboard.topics.editions.compare import Comparison, Lists, Numbers, Part, disputed, figure_groups, name_of
from dashboard.words.counting import agreeing, capital, counted, holders, in_words, listed

NAMED_AT_MOST = 4
"""If more organizers than this are listed for both editions, the sentence only counts them."""

NOT_KNOWN = "not known"
"""What a box says of an edition for which the data has nothing."""


@dataclass(frozen=True)
class Side:
    """What a box says of one edition.

    `words` are empty if it shows `figures` or `events` instead, which the page links. `about` follows in small letters.
    """

    edition: Event
    words: str = ""
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    about: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether the data has anything for this edition."""
        return bool(self.figures or self.events or self.words != NOT_KNOWN)


@dataclass(frozen=True)
class Box:
    """One of the four boxes: its heading, both editions, and a line about both of them, which may be empty."""

    name: str
    heading: str
    sides: tuple[Side, Side]
    line: str = ""


def boxes(comparison: Comparison) -> tuple[Box, Box, Box, Box]:
    """Give the four boxes of two editions: roles, numbers, themes, and declarations."""
    return _roles(comparison), _numbers(comparison), _themes(comparison), _declarations(comparison)


def finding(comparison: Comparison) -> str:
    """Say in one sentence how the lists of organizers differ. The result is text, not yet escaped."""
    earlier, later = comparison.earlier, comparison.later
    if earlier.id == later.id:
        return f"{earlier.label} is compared with itself. Choose two different editions to see what changes."
    before, after = _with_roles(comparison)
    if not before and not after:
        return f"The data lists no roles at {earlier.label} or at {later.label}, so what changed is not known."
    if not before or not after:
        here, there, parts = (earlier, later, before) if before else (later, earlier, after)
        return (
            f"The data lists {_holders(comparison, parts)} at {here.label} and no roles at {there.label}, "
            "so what changed is not known."
        )
    both = [*comparison.stayed, *comparison.changed]
    return (
        f"The data lists {_holders(comparison, before)} at {earlier.label} and {in_words(len(after))} at "
        f"{later.label}: {_both(comparison, both)}{_apart(comparison)}."
    )


def _with_roles(comparison: Comparison) -> tuple[list[Part], list[Part]]:
    """Give those with a role at the earlier, and at the later edition; those with roles at both come first."""
    parts = (*comparison.stayed, *comparison.changed, *comparison.left, *comparison.joined)
    return [part for part in parts if part.earlier], [part for part in parts if part.later]


def _holders(comparison: Comparison, parts: Sequence[Part]) -> str:
    kinds = [comparison.kinds[part.organizer] for part in parts]
    return f"{holders(kinds)} with {agreeing(len(parts), 'a role', 'roles')}"


def _both(comparison: Comparison, both: Sequence[Part]) -> str:
    are = agreeing(len(both), "is", "are")
    if not both:
        return "none is listed for both"
    if len(both) > NAMED_AT_MOST:
        return f"{in_words(len(both))} {are} listed for both"
    return f"{listed(name_of(comparison, part) for part in both)} {are} listed for both"


def _apart(comparison: Comparison) -> str:
    """Name those that are listed for one edition while a body of theirs is listed for the other."""
    wholes = [part for part in (*comparison.left, *comparison.joined) if part.bodies]
    pairs = [
        f"{comparison.names[part.organizer]} and its {agreeing(len(part.bodies), 'body', 'bodies')} "
        f"{listed(comparison.names[body] for body in part.bodies)}"
        for part in wholes
    ]
    return f"; {listed(pairs)} are counted apart" if pairs else ""


# Boxes


def _roles(comparison: Comparison) -> Box:
    before, after = _with_roles(comparison)
    sides = (
        _count(comparison.earlier, len(before), sum(disputed(part.earlier) for part in before)),
        _count(comparison.later, len(after), sum(disputed(part.later) for part in after)),
    )
    return Box("roles", "Who has a role", sides, _shared(len(before), len(after), len(set(before) & set(after))))


def _themes(comparison: Comparison) -> Box:
    lists = comparison.themes
    before = len(lists.dropped) + len(lists.kept) + len(lists.earlier)
    after = len(lists.added) + len(lists.kept) + len(lists.later)
    sides = (_count(comparison.earlier, before), _count(comparison.later, after))
    return Box("themes", "Themes", sides, _shared(before, after, len(lists.kept), _worded(lists)))


def _count(edition: Event, number: int, disputed_ones: int = 0) -> Side:
    about = f"({disputed_ones} disputed)" if disputed_ones else ""
    return Side(edition, str(number) if number else NOT_KNOWN, about=about)


def _shared(before: int, after: int, both: int, more: str = "") -> str:
    """Say how many are listed for both; empty if one of the lists is not known."""
    if not before or not after:
        return "What changed is not known" if before or after else ""
    if not both:
        return f"None listed for both{' in the same words' if more else ''}{more}"
    return f"{capital(in_words(both))} listed for both{more}"


def _worded(lists: Lists) -> str:
    number = len(lists.earlier) + len(lists.later)
    return f"; {in_words(number)} can be compared only by {agreeing(number, 'its', 'their')} words" if number else ""


def _numbers(comparison: Comparison) -> Box:
    """Show the first thing that is counted for both editions, else the first number of each."""
    groups = figure_groups(comparison)
    both = next((group for group in groups if _of(group, "earlier") and _of(group, "later")), None)
    if both:
        sides = (
            Side(comparison.earlier, figures=_of(both, "earlier")),
            Side(comparison.later, figures=_of(both, "later")),
        )
        word = sides[0].figures[0].basis_word
        heading = capital(sides[0].figures[0].label) + (f" ({word})" if word else "")
        rest = sum(1 for group in groups for numbers in group if group is not both)
        return Box("numbers", heading, sides, f"{capital(counted(rest, 'other number'))} below" if rest else "")
    sides = (
        _first_number(comparison.earlier, groups, "earlier"),
        _first_number(comparison.later, groups, "later"),
    )
    return Box("numbers", "Numbers", sides, "No number is given for both" if groups else "")


def _of(group: Sequence[Numbers], side: str) -> tuple[Figure, ...]:
    figures: Iterator[Figure | None] = (getattr(numbers, side) for numbers in group)
    return tuple(figure for figure in figures if figure)


def _first_number(edition: Event, groups: Sequence[Sequence[Numbers]], side: str) -> Side:
    figures = next((known for group in groups if (known := _of(group, side))), ())
    if not figures:
        return Side(edition, NOT_KNOWN)
    word = figures[0].basis_word
    return Side(edition, figures=figures, about=figures[0].label + (f" ({word})" if word else ""))


def _declarations(comparison: Comparison) -> Box:
    sides = (_declaration(comparison.texts[0]), _declaration(comparison.texts[1]))
    both = sum(bool(subject.term and subject.earlier and subject.later) for subject in by_subject(*comparison.texts))
    line = f"Paragraphs on {counted(both, 'theme')} for both" if both else ""
    return Box("declarations", "Declarations", sides, line)


def _declaration(texts: Texts) -> Side:
    edition = texts.edition
    if texts.declarations:
        known = f"(read in {texts.known})" if texts.known else "(text not known)"
        return Side(edition, events=texts.declarations, about=known)
    if edition.outcomes:
        return Side(edition, listed(outcome.title for outcome in edition.outcomes))
    return Side(edition, NOT_KNOWN)
