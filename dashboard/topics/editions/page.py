"""Two editions side by side as a page: four boxes and a sentence, then the lists, and all of it in words."""

from dataclasses import dataclass
from functools import partial

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, escaped, render
from dashboard.look.links import IN_THE_DASHBOARD, query_string
from dashboard.look.markup import wrapped
from dashboard.look.page import Block, Choice, File, Request, Row
from dashboard.records.declarations import by_subject, no_paragraph, sentences, to_act
from dashboard.records.evidence import facts, independent
from dashboard.records.model import Dataset, Event, Figure
from dashboard.records.terms import terms_of
from dashboard.topics.editions import compare, summary
from dashboard.topics.editions.compare import Comparison, Item, Numbers, Part, paragraph
from dashboard.topics.editions.summary import Box, Side
from dashboard.words.counting import agreeing, listed

SETS = {
    "left": "Only {earlier}",
    "joined": "Only {later}",
    "stayed": "Both, same role",
    "changed": "Both, different roles",
}
"""The four sets of a comparison, with their headings. The headings are true of future editions too."""


def labels(snapshot: Snapshot) -> dict[str, str]:
    """Give the editions that can be compared, the earliest first, each with its label."""
    return {edition: snapshot.dataset.events[edition].label for edition in compare.editions(snapshot.dataset)}


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: which editions, the comparison, and its table as a file; the earlier one always comes first."""
    editions = list(labels(snapshot))
    if len(editions) < 2:
        conferences = terms_of(snapshot.dataset).conference(2)
        return [markup.nothing(f"There are no two {conferences} to compare.")]
    first = compare.compared_first(snapshot.dataset)
    left_id, right_id = request.view["from"] or first[0], request.view["to"] or first[1]
    choice = Row("editions", (Choice("from", "From", left_id, width=200), Choice("to", "To", right_id, width=200)))
    data = File(
        "Data, CSV",
        f"compare-{left_id}-{right_id}",
        lambda: compare.comparison_frame(snapshot.dataset, left_id, right_id),
    )
    earlier, later = sorted((left_id, right_id), key=editions.index)
    return [choice, snapshot.answer(_html, earlier, later, request.dark), data]


def _html(snapshot: Snapshot, earlier: str, later: str, dark: bool) -> Html:
    return compare_html(snapshot.dataset, compare.compare(snapshot.dataset, earlier, later), dark=dark)


def compare_html(dataset: Dataset, comparison: Comparison, *, dark: bool = False) -> Html:
    """Write a comparison. The style sheet is that of `disagreements.disagreements_html`."""
    html = render(
        "topics/editions/page.html",
        markup=markup,
        about=partial(_about, dataset),
        to_act=to_act,
        no_paragraph=no_paragraph,
        wordings=partial(_wordings, comparison),
        comparison=comparison,
        editions=(comparison.earlier, comparison.later),
        pairs=_pairs(dataset, comparison),
        boxes=[_box(dataset, box) for box in summary.boxes(comparison)],
        finding=summary.finding(comparison),
        paragraph=paragraph(comparison),
        sets=[_set(dataset, comparison, name, heading) for name, heading in SETS.items()],
        numbers=[_row(dataset, comparison, numbers) for numbers in comparison.figures],
        about_declarations=sentences(*comparison.texts),
        subjects=by_subject(*comparison.texts),
        links=IN_THE_DASHBOARD,
        events=dataset.events,
    )
    return wrapped(html, dark=dark)


@dataclass(frozen=True)
class Pair:
    """A link to two neighbouring editions: the query of its address, and its words."""

    name: str
    heading: str
    words: str
    query: str


@dataclass(frozen=True)
class BoxSide:
    """What a box says of one edition: values that may be links, words after them, and whether anything is known."""

    label: str
    values: tuple[Html, ...]
    about: str
    known: bool


@dataclass(frozen=True)
class BoxShown:
    """One of the four boxes as it is shown."""

    name: str
    heading: str
    sides: tuple[BoxSide, ...]
    line: str


@dataclass(frozen=True)
class RoleBefore:
    """The role that an organizer has at the earlier edition, below the one at the later."""

    mark: Html
    role: str
    confidence: Html


@dataclass(frozen=True)
class SetRow:
    """An organizer in a set: its roles, earlier roles if they differ, and a body or whole that is listed instead."""

    roles: tuple[Html, ...]
    before: tuple[RoleBefore, ...]
    body: str


@dataclass(frozen=True)
class Set:
    """One of `SETS`, with its heading."""

    name: str
    heading: str
    rows: tuple[SetRow, ...]


@dataclass(frozen=True)
class Known:
    """A number that is known for an edition: the link to its proof, how well it is attested, and its publishers."""

    link: Html
    confidence: Html
    said_by: str


@dataclass(frozen=True)
class NumbersRow:
    """What is counted, the word for its basis, and the numbers of both editions, None where not given."""

    label: str
    basis: str
    earlier: Known | None
    later: Known | None


def _pairs(dataset: Dataset, comparison: Comparison) -> list[Pair]:
    """Give the pair of the edition before the earlier one, and of the edition after the later one, if they exist."""
    every = compare.editions(dataset)
    if not {comparison.earlier.id, comparison.later.id} <= set(every):
        return []
    first, last = every.index(comparison.earlier.id), every.index(comparison.later.id)
    pairs = []
    for name, heading, at in (("previous", "Previous pair", first - 1), ("next", "Next pair", last)):
        if 0 <= at < len(every) - 1:
            one, other = every[at : at + 2]
            words = listed(dataset.events[name].label for name in (one, other))
            pairs.append(Pair(name, heading, words, query_string({"page": "compare", "from": one, "to": other})))
    return pairs


def _box(dataset: Dataset, box: Box) -> BoxShown:
    return BoxShown(box.name, box.heading, tuple(_box_side(dataset, side) for side in box.sides), box.line)


def _box_side(dataset: Dataset, side: Side) -> BoxSide:
    values = [*(_value(dataset, side.edition, figure) for figure in side.figures)]
    values += [markup.event_link(event) for event in side.events]
    values += [escaped(side.words)] if side.words else []
    return BoxSide(side.edition.label, tuple(values), side.about, side.is_known)


def _value(dataset: Dataset, event: Event, figure: Figure) -> Html:
    """Write a number with the link to its proof, and how well it is attested."""
    return _proof_link(dataset, event, figure, figure.value) + markup.confidence(figure)


def _proof_link(dataset: Dataset, event: Event, figure: Figure, words: str) -> Html:
    """Write words as the link to the proof of a number."""
    key = next(fact.key for fact in facts(event) if fact.record is figure)
    return markup.proof_link(dataset, event, key, words)


def _about(dataset: Dataset, event: Event) -> str:
    """Say when and where an edition is."""
    return f"{frames.planned_or_held(dataset, event)} · {frames.where(event)}"


def _set(dataset: Dataset, comparison: Comparison, name: str, heading: str) -> Set:
    rows = tuple(_set_row(dataset, comparison, part) for part in getattr(comparison, name))
    return Set(name, heading.format(earlier=comparison.earlier.label, later=comparison.later.label), rows)


def _set_row(dataset: Dataset, comparison: Comparison, part: Part) -> SetRow:
    event = comparison.later if part.later else comparison.earlier
    before: tuple[RoleBefore, ...] = ()
    if part.earlier and part.later and {role.role for role in part.earlier} != {role.role for role in part.later}:
        before = tuple(
            RoleBefore(
                markup.mark(role.role, disputed=role.confidence == "disputed"),
                terms_of(dataset).role(role.role),
                markup.confidence(role),
            )
            for role in part.earlier
        )
    roles = tuple(markup.role(dataset, event, role) for role in part.later or part.earlier)
    return SetRow(roles, before, _related(comparison, part))


def _related(comparison: Comparison, part: Part) -> str:
    """Say which body of an organizer, or which whole, is listed for the other edition; empty if none is."""
    there = comparison.earlier if part.later else comparison.later
    names = [comparison.names[name] for name in part.bodies or part.wholes[:1]]
    if not names:
        return ""
    are = f"{agreeing(len(names), 'is', 'are')} listed for {there.label}"
    if part.bodies:
        return f"its {agreeing(len(names), 'body', 'bodies')} {listed(names)} {are}"
    return f"part of {names[0]}, which {are}"


def _row(dataset: Dataset, comparison: Comparison, numbers: Numbers) -> NumbersRow:
    known = numbers.earlier or numbers.later
    return NumbersRow(
        numbers.label,
        known.basis_word if known else "",
        _known(dataset, comparison.earlier, numbers.earlier),
        _known(dataset, comparison.later, numbers.later),
    )


def _known(dataset: Dataset, event: Event, figure: Figure | None) -> Known | None:
    if figure is None:
        return None
    known = [name for name in dict.fromkeys(figure.sources) if name in dataset.sources]
    said_by = "; ".join(dict.fromkeys(dataset.sources[name].publisher for name in known))
    apart = independent(dataset, known)
    if apart == 1 < len(known):
        said_by += " (repeating one text)"
    elif apart < len(known) and figure.confidence != "single":
        said_by += f" ({apart} of {len(known)} texts independent)"
    link = _proof_link(dataset, event, figure, markup.bold(figure.value))
    return Known(link, markup.confidence(figure), said_by)


def _wordings(comparison: Comparison, item: Item) -> list[str]:
    """Give how each edition words a term; empty if both call it by its name."""
    sides = ((comparison.earlier.label, item.earlier), (comparison.later.label, item.later))
    if not item.term or {text.casefold() for _, texts in sides for text in texts} == {item.name.casefold()}:
        return []
    both = bool(item.earlier and item.later)
    return [(f"{label}: " if both else "") + "; ".join(texts) for label, texts in sides if texts]
