"""What changed from one edition to the next: sets of roles, themes and texts, and one paragraph that says it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard.dates import span_words
from dashboard.frames import build
from dashboard.model import CONFIDENCE_WORDS, ROLES, Dataset, Dispute, Event, Figure, Role, role_word

ROWS = {
    "earlier_event": "str",
    "later_event": "str",
    "topic": "str",
    "item_id": "str",
    "item": "str",
    "change": "str",
    "earlier": "str",
    "later": "str",
    "earlier_confidence": "str",
    "later_confidence": "str",
    "earlier_sources": "str",
    "later_sources": "str",
}
"""One row per organizer, theme, framework, figure and dispute of a comparison, in this order.

`topic` says which of the five; `item_id` is empty for themes, frameworks and figures. `change` is
joined, left, stayed or changed; added, dropped or kept; for figures both, earlier only or later
only; for disputes empty. `earlier` and `later` hold the role or the number, sources are ids with
spaces between.
"""

ANOTHER_COUNT = " (another count)"
"""Ends the label of a figure that counts the same as the one before it."""

NAMED_AT_MOST = 3
"""More themes or texts in common than this, and the paragraph counts them without naming them."""

"""Confidence → the word that stands in brackets; what is confirmed has none."""

_RESOLUTIONS = re.compile(r"(?P<body>.+?) resolutions? (?P<numbers>\S+ \(\d{4}\)(?:, \S+ \(\d{4}\))*)")


@dataclass(frozen=True)
class Part:
    """What one organizer did at two editions; a side without a role is empty."""

    organizer: str
    earlier: tuple[Role, ...]
    later: tuple[Role, ...]


@dataclass(frozen=True)
class Lists:
    """The entries of two lists, compared by their wording."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True)
class Numbers:
    """The figures of two editions that share a label and a basis."""

    label: str
    earlier: Figure | None
    later: Figure | None


@dataclass(frozen=True)
class Comparison:
    """Two editions side by side.

    Each organizer with a role at either, supporters among them, is in exactly one of `joined`, `left`,
    `stayed` (the same roles) and `changed` (other ones).
    """

    earlier: Event
    later: Event
    joined: tuple[Part, ...]
    left: tuple[Part, ...]
    stayed: tuple[Part, ...]
    changed: tuple[Part, ...]
    themes: Lists
    frameworks: Lists
    figures: tuple[Numbers, ...]
    disputes: tuple[Dispute, ...]
    names: dict[str, str]
    """Organizer id → short name."""


def editions(dataset: Dataset) -> tuple[str, ...]:
    """Give the ids of the conferences, in order of time."""
    events = build(dataset).events
    return tuple(events.loc[events["kind"] == "conference", "event_id"])


def compare(dataset: Dataset, earlier_id: str, later_id: str) -> Comparison:
    """Compare two events in the order given; either id may be any event's. An unknown id raises `KeyError`."""
    earlier, later = dataset.events[earlier_id], dataset.events[later_id]
    parts = list(_parts(dataset, earlier, later))
    return Comparison(
        earlier=earlier,
        later=later,
        joined=tuple(part for part in parts if not part.earlier),
        left=tuple(part for part in parts if not part.later),
        stayed=tuple(part for part in parts if _kinds(part.earlier) == _kinds(part.later)),
        changed=tuple(
            part for part in parts if part.earlier and part.later and _kinds(part.earlier) != _kinds(part.later)
        ),
        themes=_lists(earlier.themes, later.themes),
        frameworks=_lists(_frameworks(earlier), _frameworks(later)),
        figures=tuple(_numbers(earlier, later)),
        disputes=tuple(
            dispute for dispute in dataset.disputes.values() if dispute.event in (earlier.id, later.id)
        ),
        names={part.organizer: dataset.organizers[part.organizer].short_name for part in parts},
    )  # fmt: skip


def disputed(roles: Iterable[Role]) -> bool:
    """Say whether sources disagree on any of the roles."""
    return any(role.confidence == "disputed" for role in roles)


def paragraph(comparison: Comparison) -> str:
    """Say in plain words what changed; where sources disagree it says so. Text, not yet escaped."""
    earlier, later = comparison.earlier, comparison.later
    if earlier.id == later.id:
        return f"{earlier.label} is compared with itself; choose two editions to see what changed."
    sentences = [
        _sizes(comparison),
        *_groups(comparison, comparison.joined, "{names} joined as {roles}."),
        *_groups(comparison, comparison.left, f"{{names}} left ({{roles}} at {earlier.label})."),
        *_groups(comparison, comparison.stayed, "{names} stayed as {roles}."),
        *_groups(comparison, comparison.changed, "{names} changed from {before} to {roles}."),
        _lists_words(comparison, "themes", comparison.themes),
        _lists_words(comparison, "texts cited", comparison.frameworks),
        *_figures_words(comparison),
        _disputes_words(comparison),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def rows(comparison: Comparison) -> pd.DataFrame:
    """Lay the comparison out as a table, columns as in `ROWS`."""
    shared = dict.fromkeys(ROWS, "") | {"earlier_event": comparison.earlier.id, "later_event": comparison.later.id}
    found = [
        *_organizer_rows(comparison),
        *_list_rows("theme", comparison.themes),
        *_list_rows("framework", comparison.frameworks),
        *(_figure_row(numbers) for numbers in comparison.figures),
        *(_dispute_row(dispute, comparison) for dispute in comparison.disputes),
    ]
    return pd.DataFrame([shared | row for row in found], columns=list(ROWS)).astype(ROWS)


def comparison_csv(dataset: Dataset, earlier_id: str, later_id: str) -> pd.DataFrame:
    """Give the table behind the comparison of two editions, for a download."""
    return rows(compare(dataset, earlier_id, later_id))


# Sets


def _parts(dataset: Dataset, earlier: Event, later: Event) -> Iterator[Part]:
    for organizer in dict.fromkeys(role.organizer for role in (*earlier.roles, *later.roles)):
        if organizer in dataset.organizers:  # an unknown id is a problem of the check; the page shows what is good
            yield Part(organizer, _held(earlier, organizer), _held(later, organizer))


def _held(event: Event, organizer: str) -> tuple[Role, ...]:
    return tuple(role for role in event.roles if role.organizer == organizer)


def _kinds(roles: Iterable[Role]) -> tuple[str, ...]:
    held = {role.role for role in roles}
    return tuple(role for role in ROLES if role in held)


def _lists(earlier: Iterable[str], later: Iterable[str]) -> Lists:
    one = {text.casefold(): text for text in earlier}
    other = {text.casefold(): text for text in later}
    return Lists(
        added=tuple(text for key, text in other.items() if key not in one),
        dropped=tuple(text for key, text in one.items() if key not in other),
        kept=tuple(text for key, text in other.items() if key in one),
    )


def _frameworks(event: Event) -> list[str]:
    """Name each resolution by itself: an entry may list several of one body, and only some may be dropped."""
    found = []
    for item in event.frameworks.items if event.frameworks else ():
        several = _RESOLUTIONS.fullmatch(item)
        numbers = several["numbers"].split(", ") if several else []
        found += [f"{several['body']} resolution {number}" for number in numbers] or [item]
    return found


def _numbers(earlier: Event, later: Event) -> Iterator[Numbers]:
    one = {(figure.label.casefold(), figure.basis): figure for figure in earlier.figures}
    other = {(figure.label.casefold(), figure.basis): figure for figure in later.figures}
    keys = list(dict.fromkeys([*one, *other]))
    # Stable: what counts the same stands together, in the order of the first mention.
    groups = [(_base(label), basis) for label, basis in keys]
    for key in sorted(keys, key=lambda key: groups.index((_base(key[0]), key[1]))):
        yield Numbers((one.get(key) or other[key]).label, one.get(key), other.get(key))


def _base(label: str) -> str:
    return label.removesuffix(ANOTHER_COUNT)


def _group(numbers: Numbers) -> tuple[str, str]:
    """Give what is counted and its basis: only figures that share both are set side by side."""
    return _base(numbers.label), (numbers.earlier or numbers.later).basis


# Words


def _sizes(comparison: Comparison) -> str:
    earlier, later = comparison.earlier, comparison.later
    both = len(comparison.stayed) + len(comparison.changed)
    before = _count(len(comparison.left) + both, "state or organization", "states and organizations")
    return (
        f"As far as the sources read say, {before} had a role at {earlier.label} ({_when(earlier)}) "
        f"and {_number(len(comparison.joined) + both)} at {later.label} ({_when(later)})."
    )


def _groups(comparison: Comparison, parts: tuple[Part, ...], wording: str) -> Iterator[str]:
    """Word the parts by role: `Kuwait joined as host.`"""
    groups: dict[tuple, list[Part]] = {}
    for part in parts:
        groups.setdefault((_kinds(part.earlier), _kinds(part.later)), []).append(part)
    for (before, after), group in groups.items():
        yield wording.format(
            names=_and(_name(comparison, part) for part in group),
            before=_roles(before, len(group)),
            roles=_roles(after or before, len(group)),
        )


def _roles(kinds: tuple[str, ...], holders: int) -> str:
    words = [_PLURALS.get(kind, f"{role_word(kind)}s") if holders > 1 else role_word(kind) for kind in kinds]
    return _and(words)


_PLURALS = {"lead": "lead UN entities", "party": "parties to talks"}


def _name(comparison: Comparison, part: Part) -> str:
    """Name an organizer, and say where the role is disputed or deduced: at both editions, or at which one."""
    marks = {
        event.label: mark
        for event, roles in ((comparison.earlier, part.earlier), (comparison.later, part.later))
        if (mark := "disputed" if disputed(roles) else "deduced" if _deduced(roles) else "")
    }
    name, sides = comparison.names[part.organizer], bool(part.earlier) + bool(part.later)
    if not marks:
        return name
    if len(marks) == sides and len(set(marks.values())) == 1:
        return f"{name} ({next(iter(marks.values()))})"
    return f"{name} ({', '.join(f'{mark} for {label}' for label, mark in marks.items())})"


def _deduced(roles: Iterable[Role]) -> bool:
    return any(role.confidence == "inferred" for role in roles)


def _lists_words(comparison: Comparison, noun: str, lists: Lists) -> str:
    if not (lists.added or lists.dropped or lists.kept):
        return ""
    named = f" ({'; '.join(lists.kept)})" if 0 < len(lists.kept) <= NAMED_AT_MOST else ""
    verb = "is" if len(lists.kept) == 1 else "are"
    kept, dropped, added = (
        _number(len(texts)) if texts else "none" for texts in (lists.kept, lists.dropped, lists.added)
    )
    return (
        f"Of the {noun}, going by their wording, {kept}{named} {verb} named for both, "
        f"{dropped} for {comparison.earlier.label} alone and {added} for {comparison.later.label} alone."
    )


def _figures_words(comparison: Comparison) -> Iterator[str]:
    """Set side by side what both editions have a number for, with every count there is."""
    for group in dict.fromkeys(_group(numbers) for numbers in comparison.figures):
        same = [numbers for numbers in comparison.figures if _group(numbers) == group]
        before = [numbers.earlier for numbers in same if numbers.earlier]
        after = [numbers.later for numbers in same if numbers.later]
        if before and after:
            word = before[0].basis_word
            label = group[0] + (f" ({word})" if word else "")
            yield (
                f"{label[0].upper()}{label[1:]}: {_values(before)} at {comparison.earlier.label}, "
                f"{_values(after)} at {comparison.later.label}."
            )


def _values(figures: list[Figure]) -> str:
    marks = [CONFIDENCE_WORDS.get(figure.confidence, "") for figure in figures]
    if len(set(marks)) == 1:
        each = " each" if len(figures) > 1 and marks[0] == CONFIDENCE_WORDS["single"] else ""
        return " or ".join(figure.value for figure in figures) + (f" ({marks[0]}{each})" if marks[0] else "")
    return " or ".join(
        figure.value + (f" ({mark})" if mark else "") for figure, mark in zip(figures, marks, strict=True)
    )


def _disputes_words(comparison: Comparison) -> str:
    sides = [
        (sum(dispute.event == event.id for dispute in comparison.disputes), event.label)
        for event in (comparison.earlier, comparison.later)
    ]
    first, *rest = [(number, label) for number, label in sides if number] or [(0, "")]
    if not first[0]:
        return ""
    more = "".join(f" and on {_number(number)} about {label}" for number, label in rest)
    return f"Sources disagree on {_count(first[0], 'question', 'questions')} about {first[1]}{more}."


def _when(event: Event) -> str:
    return span_words(event.start, event.end, event.dating)


# Rows


def _organizer_rows(comparison: Comparison) -> Iterator[dict]:
    for change in ("joined", "left", "stayed", "changed"):
        for part in getattr(comparison, change):
            row = {"topic": "organizer", "item_id": part.organizer, "item": comparison.names[part.organizer]}
            for side, roles in (("earlier", part.earlier), ("later", part.later)):
                row |= {
                    side: ", ".join(ROLES[kind] for kind in _kinds(roles)),
                    f"{side}_confidence": ", ".join(dict.fromkeys(role.confidence for role in roles)),
                    f"{side}_sources": " ".join(dict.fromkeys(name for role in roles for name in role.sources)),
                }
            yield row | {"change": change}


def _list_rows(topic: str, lists: Lists) -> Iterator[dict]:
    for change in ("added", "dropped", "kept"):
        for text in getattr(lists, change):
            yield {"topic": topic, "item": text, "change": change}


def _figure_row(numbers: Numbers) -> dict:
    word = (numbers.earlier or numbers.later).basis_word
    row = {"topic": "figure", "item": numbers.label + (f" ({word})" if word else "")}
    for side, figure in (("earlier", numbers.earlier), ("later", numbers.later)):
        if figure:
            row |= {
                side: figure.value,
                f"{side}_confidence": figure.confidence,
                f"{side}_sources": " ".join(figure.sources),
                "change": f"{side} only",
            }
    return row | ({"change": "both"} if numbers.earlier and numbers.later else {})


def _dispute_row(dispute: Dispute, comparison: Comparison) -> dict:
    side = "earlier" if dispute.event == comparison.earlier.id else "later"
    sources = dict.fromkeys(name for claim in dispute.claims for name in claim.sources)
    return {"topic": "dispute", "item_id": dispute.id, "item": dispute.question, f"{side}_sources": " ".join(sources)}


def _and(words: Iterable[str]) -> str:
    words = list(words)
    return " and ".join([", ".join(words[:-1])] * bool(words[:-1]) + words[-1:])


def _count(number: int, one: str, several: str) -> str:
    return f"{_number(number)} {one if number == 1 else several}"


def _number(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[number] if number < len(words) else str(number)
