"""What changes from one edition to another: sets of roles, themes and texts, and one paragraph about them.

The paragraph says what the data lists for each edition, in the present tense. So it is true of future editions too, and
it does not say that something is absent when it is only not known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.frames import in_order, is_ahead
from dashboard.records.belonging import wholes, with_bodies
from dashboard.records.dates import span_words
from dashboard.records.declarations import Subject, Texts, by_subject, no_paragraph, texts_of
from dashboard.records.evidence import attested_briefly
from dashboard.records.model import (
    ROLES,
    THEMES,
    Dataset,
    Dispute,
    Event,
    Figure,
    Role,
    Theme,
)
from dashboard.records.terms import TERMS, Terms
from dashboard.words.counting import agreeing, alternatives, capital, holders, in_words, listed

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
    "related": "str",
}
"""One row per organizer, theme, framework, figure and dispute, and per theme of declarations, in this order.

`topic` says which of the six. `item_id` is empty for frameworks, figures and themes without a term. `change` is

- for organizers: joined, left, stayed or changed;
- for themes and frameworks: added, dropped or kept; or `in these words alone`, if the entry can be compared only by its
  wording and only one edition has it in these words;
- for figures: both, earlier only or later only;
- for disputes: empty;
- for themes of declarations: as for figures if both texts were read in full, else both or `not known`.

`earlier` and `later` hold the role, the number, the wording, or what the paragraphs say. Sources are ids with spaces.
`related` holds the ids of the bodies of an organizer, and of what it is part of, that have a role at the edition at
which it has none.
"""

ANOTHER_COUNT = " (another count)"
"""Ends the label of a figure that counts the same as the one before it."""

NAMED_AT_MOST = 3
"""If two editions have more themes or texts in common than this, the paragraph only counts them."""

_RESOLUTIONS = re.compile(r"(?P<body>.+?) resolutions? (?P<numbers>\S+ \(\d{4}\)(?:, \S+ \(\d{4}\))*)")


@dataclass(frozen=True)
class Part:
    """What one organizer did at two editions; a side without a role is empty.

    `bodies` are the ids of its parts, and `wholes` of what it is part of, if they have a role at the edition at which
    it has none.
    """

    organizer: str
    earlier: tuple[Role, ...]
    later: tuple[Role, ...]
    bodies: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """An entry of two lists: a term with its wordings at either edition, or only a wording."""

    name: str
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    term: str = ""


@dataclass(frozen=True)
class Lists:
    """The entries of two lists.

    `added`, `dropped` and `kept` can be compared. An entry of `earlier` or `later` has only a wording, and the other
    edition does not have this wording. It may have the same in other words.
    """

    added: tuple[Item, ...] = ()
    dropped: tuple[Item, ...] = ()
    kept: tuple[Item, ...] = ()
    earlier: tuple[Item, ...] = ()
    later: tuple[Item, ...] = ()

    @property
    def before(self) -> bool:
        """Tell whether the earlier edition has any entry."""
        return bool(self.dropped or self.kept or self.earlier)

    @property
    def after(self) -> bool:
        """Tell whether the later edition has any entry."""
        return bool(self.added or self.kept or self.later)


@dataclass(frozen=True)
class Numbers:
    """The figures of two editions that share a label and a basis."""

    label: str
    earlier: Figure | None
    later: Figure | None


@dataclass(frozen=True)
class Comparison:
    """Two editions side by side.

    Each organizer with a role at either, supporters included, is in exactly one of `joined`, `left`,
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
    texts: tuple[Texts, Texts]
    """The declarations of the earlier and of the later edition."""
    names: dict[str, str]
    """Organizer id → short name."""
    kinds: dict[str, str]
    """Organizer id → one of `model.ORGANIZER_KINDS`."""
    bodies: dict[str, list[str]]
    """Id of either event → who has a role there together with their bodies, in words, from `belonging.with_bodies`."""
    terms: Terms = TERMS
    """What the series calls its roles."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All four sets."""
        return (*self.joined, *self.left, *self.stayed, *self.changed)


def editions(dataset: Dataset) -> tuple[str, ...]:
    """Give the ids of the conferences, in order of time, undated ones last."""
    return tuple(event.id for event in in_order(dataset) if event.kind == "conference")


def compared_first(dataset: Dataset) -> tuple[str, ...]:
    """Give the ids of the two editions compared unless others are chosen: the last two that have begun.

    If fewer than two have begun, these are the last two of all. Fewer than two conferences give none.
    """
    every = editions(dataset)
    begun = [name for name in every if (event := dataset.events[name]).start and not is_ahead(dataset, event)]
    two = begun[-2:] if len(begun) > 1 else every[-2:]
    return tuple(two) if len(two) == 2 else ()


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
        themes=_themes(earlier.themes, later.themes),
        frameworks=_by_wording(_frameworks(earlier), _frameworks(later)),
        figures=tuple(_numbers(earlier, later)),
        disputes=tuple(
            dispute for dispute in dataset.disputes.values() if dispute.event in (earlier.id, later.id)
        ),
        texts=(texts_of(dataset, earlier), texts_of(dataset, later)),
        names={part.organizer: dataset.organizers[part.organizer].short_name for part in parts},
        kinds={part.organizer: dataset.organizers[part.organizer].kind for part in parts},
        bodies={event.id: _bodies(dataset, event) for event in (earlier, later)},
    )  # fmt: skip


def disputed(roles: Iterable[Role]) -> bool:
    """Say whether sources disagree on any of the roles."""
    return any(role.confidence == "disputed" for role in roles)


def paragraph(comparison: Comparison) -> str:
    """Say what changes, and on what sources disagree. The result is text, not yet escaped."""
    earlier, later = comparison.earlier, comparison.later
    if earlier.id == later.id:
        return f"{earlier.label} is compared with itself. Choose two different editions to see what changes."
    sentences = [
        _sizes(comparison),
        *_roles_words(comparison),
        *_list_words(comparison, "theme", "themes", comparison.themes),
        *_list_words(comparison, "cited text", "cited texts", comparison.frameworks),
        *_figures_words(comparison),
        _disputes_words(comparison),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def rows(comparison: Comparison) -> pd.DataFrame:
    """Lay the comparison out as a table, columns as in `ROWS`."""
    shared = dict.fromkeys(ROWS, "") | {"earlier_event": comparison.earlier.id, "later_event": comparison.later.id}
    entries = [
        *_organizer_rows(comparison),
        *_list_rows("theme", comparison.themes),
        *_list_rows("framework", comparison.frameworks),
        *(_figure_row(numbers) for numbers in comparison.figures),
        *(_dispute_row(dispute, comparison) for dispute in comparison.disputes),
        *(_declaration_row(subject, comparison) for subject in by_subject(*comparison.texts)),
    ]
    return pd.DataFrame([shared | entry for entry in entries], columns=list(ROWS)).astype(ROWS)


def comparison_frame(dataset: Dataset, earlier_id: str, later_id: str) -> pd.DataFrame:
    """Give the comparison of two editions as a frame for a download, with the columns of `ROWS`."""
    return rows(compare(dataset, earlier_id, later_id))


# Sets


def _parts(dataset: Dataset, earlier: Event, later: Event) -> Iterator[Part]:
    # An unknown id is a problem of the check; the page shows what is good.
    sides = [
        {role.organizer: wholes(dataset.organizers, role.organizer) for role in event.roles
         if role.organizer in dataset.organizers}
        for event in (earlier, later)
    ]  # fmt: skip
    for organizer in {**sides[0], **sides[1]}:
        before, after = _roles_of(earlier, organizer), _roles_of(later, organizer)
        # Bodies and wholes are looked for only at an edition at which the organizer itself has no role.
        other = {} if before and after else sides[1] if before else sides[0]
        above = wholes(dataset.organizers, organizer)
        yield Part(
            organizer, before, after,
            bodies=tuple(name for name, theirs in other.items() if organizer in theirs),
            wholes=tuple(name for name in above if name in other),
        )  # fmt: skip


def _bodies(dataset: Dataset, event: Event) -> list[str]:
    there = dict.fromkeys(role.organizer for role in event.roles if role.organizer in dataset.organizers)
    return with_bodies(
        {name: dataset.organizers[name].short_name for name in there},
        {name: wholes(dataset.organizers, name) for name in there},
    )


def _roles_of(event: Event, organizer: str) -> tuple[Role, ...]:
    return tuple(role for role in event.roles if role.organizer == organizer)


def _kinds(roles: Iterable[Role]) -> tuple[str, ...]:
    words = {role.role for role in roles}
    return tuple(role for role in ROLES if role in words)


def _themes(earlier: Sequence[Theme], later: Sequence[Theme]) -> Lists:
    """Compare themes by their terms; a theme without terms takes those of a theme in the same words, if any."""
    terms = {theme.text.casefold(): theme.terms for theme in (*earlier, *later) if theme.terms}
    earlier, later = (
        [theme.model_copy(update={"terms": theme.terms or terms.get(theme.text.casefold(), ())}) for theme in side]
        for side in (earlier, later)
    )
    before, after = _by_term(earlier), _by_term(later)
    alone = _by_wording(*([theme.text for theme in side if not theme.terms] for side in (earlier, later)))
    items = [
        Item(name, tuple(before.get(term, ())), tuple(after.get(term, ())), term)
        for term, name in THEMES.items()
        if term in before or term in after
    ]
    return Lists(
        added=tuple(item for item in items if not item.earlier),
        dropped=tuple(item for item in items if not item.later),
        kept=(*(item for item in items if item.earlier and item.later), *alone.kept),
        earlier=alone.earlier,
        later=alone.later,
    )


def _by_term(themes: Iterable[Theme]) -> dict[str, list[str]]:
    """Give the wordings of each term."""
    wordings: dict[str, list[str]] = {}
    for theme in themes:
        for term in dict.fromkeys(theme.terms):
            wordings.setdefault(term, []).append(theme.text)
    return wordings


def _by_wording(earlier: Iterable[str], later: Iterable[str]) -> Lists:
    """Compare texts by their wording, without regard to capitals."""
    before = {text.casefold(): text for text in earlier}
    after = {text.casefold(): text for text in later}
    return Lists(
        kept=tuple(Item(text, (before[key],), (text,)) for key, text in after.items() if key in before),
        earlier=tuple(Item(text, (text,), ()) for key, text in before.items() if key not in after),
        later=tuple(Item(text, (), (text,)) for key, text in after.items() if key not in before),
    )


def _frameworks(event: Event) -> list[str]:
    """Name each resolution by itself: an entry may list several of one body, and only some may be dropped."""
    names: list[str] = []
    for item in event.frameworks.items if event.frameworks else ():
        several = _RESOLUTIONS.fullmatch(item)
        if several:
            names += [f"{several['body']} resolution {number}" for number in several["numbers"].split(", ")]
        else:
            names.append(item)
    return names


def _numbers(earlier: Event, later: Event) -> Iterator[Numbers]:
    before = {(figure.label.casefold(), figure.basis): figure for figure in earlier.figures}
    after = {(figure.label.casefold(), figure.basis): figure for figure in later.figures}
    keys = list(dict.fromkeys([*before, *after]))
    # Figures that count the same come together. Sorting is stable, so the order of the first mention stays.
    groups = [(_base(label), basis) for label, basis in keys]
    for key in sorted(keys, key=lambda key: groups.index((_base(key[0]), key[1]))):
        yield Numbers((before.get(key) or after[key]).label, before.get(key), after.get(key))


def _base(label: str) -> str:
    return label.removesuffix(ANOTHER_COUNT)


def figure_groups(comparison: Comparison) -> list[list[Numbers]]:
    """Give the figures by what they count and on which basis; the first group has the figure that is listed first."""
    groups: dict[tuple[str, str], list[Numbers]] = {}
    for numbers in comparison.figures:
        groups.setdefault(_group(numbers), []).append(numbers)
    return list(groups.values())


def _group(numbers: Numbers) -> tuple[str, str]:
    """Give what is counted and its basis: only figures that share both are set side by side."""
    figure = numbers.earlier or numbers.later
    return _base(numbers.label), figure.basis if figure else ""


# Words


def _sizes(comparison: Comparison) -> str:
    earlier, later = (
        [comparison.kinds[part.organizer] for part in comparison.parts if getattr(part, side)]
        for side in ("earlier", "later")
    )
    if not earlier and not later:
        return f"The data lists no roles at {comparison.earlier.label} or at {comparison.later.label}."
    first = _with_roles(comparison, earlier, comparison.earlier)
    return f"The data lists {first}. It lists {_with_roles(comparison, later, comparison.later)}."


def _with_roles(comparison: Comparison, kinds: list[str], event: Event) -> str:
    """Count who has a role at an event: `two states with roles at Oslo 2018 (3–4 May 2018)`."""
    if not kinds:
        return f"no roles at {_dated(event)}"
    bodies = comparison.bodies[event.id]
    including = f", including {listed(bodies)}" if bodies else ""
    return f"{holders(kinds)} with {agreeing(len(kinds), 'a role', 'roles')} at {_dated(event)}{including}"


def _dated(event: Event) -> str:
    return f"{event.label} ({span_words(event.start, event.end, event.dating)})" if event.start else event.label


def _roles_words(comparison: Comparison) -> Iterator[str]:
    """Say who is listed only for one edition, for both, and in different roles; then name bodies and their wholes."""
    alone = {
        name: tuple(part for part in getattr(comparison, name) if not part.bodies and not part.wholes)
        for name in ("joined", "left")
    }
    # If the data names nobody for an edition, it is not known who had a role there.
    if any(part.earlier for part in comparison.parts):
        yield from _groups(comparison, alone["joined"], "{names} {are} listed only for {later}, as {roles}.")
    if any(part.later for part in comparison.parts):
        yield from _groups(comparison, alone["left"], "{names} {are} listed only for {earlier}, as {roles}.")
    yield from _groups(comparison, comparison.stayed, "{names} {are} listed for both, as {roles}.")
    changed = "{names} {are} listed as {before} for {earlier} and as {roles} for {later}."
    yield from _groups(comparison, comparison.changed, changed)
    yield from _bodies_words(comparison)


def _groups(comparison: Comparison, parts: tuple[Part, ...], wording: str) -> Iterator[str]:
    """Word the parts by role: `Norway is listed only for Oslo 2024, as host.`"""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Part]] = {}
    for part in parts:
        groups.setdefault((_kinds(part.earlier), _kinds(part.later)), []).append(part)
    for (before, after), group in groups.items():
        yield wording.format(
            names=listed(name_of(comparison, part) for part in group),
            are=agreeing(len(group), "is", "are"),
            earlier=comparison.earlier.label,
            later=comparison.later.label,
            before=_roles(comparison.terms, before, len(group)),
            roles=_roles(comparison.terms, after or before, len(group)),
        )


def _bodies_words(comparison: Comparison) -> Iterator[str]:
    """Name organizers listed only for one edition, while a body or a whole of theirs is listed for the other.

    A body that was named together with its whole is not named again.
    """
    already_named: set[str] = set()
    related = [part for part in (*comparison.left, *comparison.joined) if part.bodies or part.wholes]
    for part in sorted(related, key=lambda part: not part.bodies):
        here, there = comparison.earlier, comparison.later
        if part.later:
            here, there = there, here
        name = name_of(comparison, part, " itself" if part.bodies else "")
        roles = _roles(comparison.terms, _kinds(part.earlier or part.later), 1)
        only_here = f"{name} is listed only for {here.label}, as {roles}."
        names = comparison.names
        if part.bodies:
            already_named |= set(part.bodies)
            are = agreeing(len(part.bodies), "is", "are")
            noun = agreeing(len(part.bodies), "body", "bodies")
            bodies = listed(names[body] for body in part.bodies)
            yield f"{only_here} Its {noun} {bodies} {are} listed for {there.label}."
        elif part.organizer not in already_named:
            whole = part.wholes[0]
            stays = any(other.organizer == whole for other in (*comparison.stayed, *comparison.changed))
            where = "both" if stays else there.label
            yield f"{only_here} It is part of {names[whole]}, which is listed for {where}."


def _roles(terms: Terms, kinds: tuple[str, ...], holders: int) -> str:
    return listed(terms.role(kind, holders) for kind in kinds)


def name_of(comparison: Comparison, part: Part, more: str = "") -> str:
    """Name an organizer, and say where the role is disputed or deduced: at both editions, or at which one."""
    marks = {
        event.label: mark
        for event, roles in ((comparison.earlier, part.earlier), (comparison.later, part.later))
        if (mark := "disputed" if disputed(roles) else "deduced" if _deduced(roles) else "")
    }
    name, sides = comparison.names[part.organizer] + more, bool(part.earlier) + bool(part.later)
    if not marks:
        return name
    if len(marks) == sides and len(set(marks.values())) == 1:
        return f"{name} ({next(iter(marks.values()))})"
    return f"{name} ({', '.join(f'{mark} for {label}' for label, mark in marks.items())})"


def _deduced(roles: Iterable[Role]) -> bool:
    return any(role.confidence == "inferred" for role in roles)


def _list_words(comparison: Comparison, singular: str, plural: str, lists: Lists) -> Iterator[str]:
    """Say which entries both editions list, how many only one lists, and how many have a wording without a match."""
    earlier, later = comparison.earlier.label, comparison.later.label
    if not lists.before and not lists.after:
        return
    if not (lists.before and lists.after):
        yield f"{capital(plural)} are listed only for {earlier if lists.before else later}."
        return
    kept, worded = len(lists.kept), len(lists.earlier) + len(lists.later)
    says_both = bool(kept or not worded)
    if says_both:
        named = f" ({'; '.join(_in_sentence(item) for item in lists.kept)})" if 0 < kept <= NAMED_AT_MOST else ""
        noun, are = agreeing(kept or 1, singular, plural), agreeing(kept or 1, "is", "are")
        yield capital(f"{in_words(kept)} {noun}{named} {are} listed for both.")
    counts = _counts(comparison, lists.dropped, lists.added)
    if counts:
        (number, label), *second = counts
        noun = "" if says_both else f" {agreeing(number, singular, plural)}"
        are = agreeing(number, "is", "are")
        rest = "".join(f", and {in_words(other)} only for {event}" for other, event in second)
        yield capital(f"{in_words(number)}{noun} {are} listed only for {label}{rest}.")
    if worded:
        counts_in_words = _counts(comparison, lists.earlier, lists.later)
        other, are = "other " if says_both or counts else "", agreeing(counts_in_words[0][0], "is", "are")
        sides = listed(f"{in_words(number)} for {label}" for number, label in counts_in_words)
        yield f"No {other}{singular} is listed for both in the same words. There {are} {sides}."


def _counts(comparison: Comparison, earlier: Sequence[object], later: Sequence[object]) -> list[tuple[int, str]]:
    """Count what either edition has, each number with the label of the edition; an edition without any is left out."""
    sides = ((earlier, comparison.earlier), (later, comparison.later))
    return [(len(items), event.label) for items, event in sides if items]


def _in_sentence(item: Item) -> str:
    """Write an entry inside a sentence: the name of a term begins with a small letter there."""
    return f"{item.name[:1].lower()}{item.name[1:]}" if item.term else item.name


def _figures_words(comparison: Comparison) -> Iterator[str]:
    """Compare the numbers that both editions have, with every count of each."""
    for same in figure_groups(comparison):
        before = [numbers.earlier for numbers in same if numbers.earlier]
        after = [numbers.later for numbers in same if numbers.later]
        if before and after:
            word = before[0].basis_word
            label = _group(same[0])[0] + (f" ({word})" if word else "")
            yield (
                f"{capital(label)}: {_values(before)} at {comparison.earlier.label}, "
                f"{_values(after)} at {comparison.later.label}."
            )


def _values(figures: list[Figure]) -> str:
    marks = [attested_briefly(figure) for figure in figures]
    if len(set(marks)) == 1:
        each = " each" if len(figures) > 1 and figures[0].confidence == "single" else ""
        return alternatives(figure.value for figure in figures) + (f" ({marks[0]}{each})" if marks[0] else "")
    return alternatives(
        figure.value + (f" ({mark})" if mark else "") for figure, mark in zip(figures, marks, strict=True)
    )


def _disputes_words(comparison: Comparison) -> str:
    sides = []
    for event in (comparison.earlier, comparison.later):
        if number := sum(dispute.event == event.id for dispute in comparison.disputes):
            sides.append(f"{in_words(number)} {agreeing(number, 'question', 'questions')} about {event.label}")
    return f"Sources disagree on {listed(sides)}." if sides else ""


# Rows


def _organizer_rows(comparison: Comparison) -> Iterator[dict[str, str]]:
    for change in ("joined", "left", "stayed", "changed"):
        for part in getattr(comparison, change):
            row = {"topic": "organizer", "item_id": part.organizer, "item": comparison.names[part.organizer]}
            for side, roles in (("earlier", part.earlier), ("later", part.later)):
                row |= {
                    side: ", ".join(comparison.terms.roles[kind] for kind in _kinds(roles)),
                    f"{side}_confidence": ", ".join(dict.fromkeys(role.confidence for role in roles)),
                    f"{side}_sources": " ".join(dict.fromkeys(name for role in roles for name in role.sources)),
                }
            yield row | {"change": change, "related": " ".join((*part.bodies, *part.wholes))}


def _list_rows(topic: str, lists: Lists) -> Iterator[dict[str, str]]:
    groups = {
        "added": lists.added,
        "dropped": lists.dropped,
        "kept": lists.kept,
        "in these words alone": (*lists.earlier, *lists.later),
    }
    for change, items in groups.items():
        for item in items:
            wordings = {"earlier": "; ".join(item.earlier), "later": "; ".join(item.later)}
            yield {"topic": topic, "item_id": item.term, "item": item.name, "change": change, **wordings}


def _figure_row(numbers: Numbers) -> dict[str, str]:
    either = numbers.earlier or numbers.later
    word = either.basis_word if either else ""
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


def _dispute_row(dispute: Dispute, comparison: Comparison) -> dict[str, str]:
    side = "earlier" if dispute.event == comparison.earlier.id else "later"
    sources = dict.fromkeys(name for claim in dispute.claims for name in claim.sources)
    return {"topic": "dispute", "item_id": dispute.id, "item": dispute.question, f"{side}_sources": " ".join(sources)}


def _declaration_row(subject: Subject, comparison: Comparison) -> dict[str, str]:
    row = {"topic": "declaration", "item_id": subject.term, "item": subject.name, "change": "not known"}
    for side, texts, paragraphs in zip(
        ("earlier", "later"), comparison.texts, (subject.earlier, subject.later), strict=True
    ):
        row[side] = "; ".join(
            ": ".join(filter(None, (paragraph.number, paragraph.subject))) for paragraph in paragraphs
        )
        row[side] = row[side] or no_paragraph(texts)
        row[f"{side}_sources"] = " ".join(dict.fromkeys(name for each in paragraphs for name in each.sources))
    if subject.earlier and subject.later:
        row["change"] = "both"
    elif all(texts.known == "full" for texts in comparison.texts):
        row["change"] = "earlier only" if subject.earlier else "later only"
    return row
