"""Two editions side by side as a page: the paragraph, the four sets, numbers, themes, texts and questions."""

from html import escape

from dashboard.frames import place
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.markup import wrapped
from dashboard.look.page import Asked, Block, Choice, File, Row
from dashboard.records.dates import span_words
from dashboard.records.declarations import Texts, by_subject, no_paragraph, sentences, to_act
from dashboard.records.evidence import facts, independent
from dashboard.records.model import Dataset, Event, Figure, Paragraph, Role, role_word
from dashboard.topics.editions import compare
from dashboard.topics.editions.compare import Comparison, Item, Lists, Numbers, Part, paragraph
from dashboard.words.counting import agreeing, listed

SETS = {
    "left": "{earlier} alone",
    "joined": "{later} alone",
    "stayed": "Both, same role",
    "changed": "Both, another role",
}
"""The four sets of a comparison, with their headings; these hold for editions to come, and in any order."""


def labels(snapshot: Snapshot) -> dict[str, str]:
    """Give the editions that can be compared, the earliest first, each with its label."""
    return {edition: snapshot.dataset.events[edition].label for edition in compare.editions(snapshot.dataset)}


def blocks(snapshot: Snapshot, asked: Asked) -> list[Block]:
    """Give the page: which editions, their table as a file, and the comparison; the earlier one always comes first."""
    editions = list(labels(snapshot))
    if len(editions) < 2:
        return ['<p class="none" role="status">There are no two conferences to compare.</p>']
    first = compare.compared_first(snapshot.dataset)
    one, other = asked.view["from"] or first[0], asked.view["to"] or first[1]
    choice = Row(
        "editions",
        (
            Choice("from", "From", one, width=200),
            Choice("to", "To", other, width=200),
            File(
                "Data, CSV",
                f"compare-{one}-{other}",
                lambda: compare.comparison_frame(snapshot.dataset, one, other),
            ),
        ),
    )
    comparison = compare.compare(snapshot.dataset, *sorted((one, other), key=editions.index))
    return [choice, compare_html(snapshot.dataset, comparison, dark=asked.dark)]


def compare_html(
    dataset: Dataset, comparison: Comparison, *, dark: bool = False, disagreements: str = "?page=disagreements"
) -> str:
    """Write a comparison. `disagreements` is the address of the page of that name, for links to its questions.

    Every text from the data is escaped; the style sheet is that of `disagreements.disagreements_html`.
    """
    parts = [
        _editions(comparison),
        f'<p class="lead">{escape(paragraph(comparison))}</p>',
        _sets(dataset, comparison),
        _figures(dataset, comparison),
        _lists("Themes", comparison, comparison.themes),
        _lists("Texts cited", comparison, comparison.frameworks),
        _declarations(comparison),
        _disputes(dataset, comparison, disagreements),
    ]
    return wrapped("".join(parts), dark=dark)


def _editions(comparison: Comparison) -> str:
    def edition(event: Event) -> str:
        where = place(event.city or "", event.country or "", event.venue or "")
        words = escape(f"{span_words(event.start, event.end, event.dating)} · {where}")
        return f"<div><b>{markup.event_link(event)}</b><small>{words}</small></div>"

    return f'<div class="editions">{edition(comparison.earlier)}<i>and</i>{edition(comparison.later)}</div>'


def _sets(dataset: Dataset, comparison: Comparison) -> str:
    found = []
    for name, words in SETS.items():
        heading = escape(words.format(earlier=comparison.earlier.label, later=comparison.later.label))
        parts = getattr(comparison, name)
        rows = "".join(f"<li>{_part(dataset, comparison, part)}</li>" for part in parts)
        found.append(
            f'<section data-set="{name}"><h3>{heading} <i>{len(parts)}</i></h3>'
            f"{f'<ul>{rows}</ul>' if parts else '<p>Nobody named</p>'}</section>"
        )
    return f'<div class="sets">{"".join(found)}</div>'


def _part(dataset: Dataset, comparison: Comparison, part: Part) -> str:
    roles = part.later or part.earlier
    event = comparison.later if part.later else comparison.earlier
    found = "".join(markup.role(dataset, event, held) for held in roles)
    before = {held.role for held in part.earlier}
    if part.earlier and part.later and before != {held.role for held in part.later}:
        found += "".join(_before(comparison.earlier, held) for held in part.earlier)
    return found + _stands_for(comparison, part)


def _before(event: Event, held: Role) -> str:
    words = f"{escape(event.label)}: {escape(role_word(held.role))}{markup.confidence(held)}"
    mark = markup.mark(held.role, disputed=held.confidence == "disputed")
    return f'<small class="before">{mark}<span>{words}</span></small>'


def _stands_for(comparison: Comparison, part: Part) -> str:
    """Say which body of an organizer, or which whole, is listed for the edition for which it is not."""
    there = comparison.earlier if part.later else comparison.later
    names = [comparison.names[one] for one in part.bodies or part.wholes[:1]]
    if not names:
        return ""
    who = (
        f"its {agreeing(len(names), 'body', 'bodies')} {listed(names)}"
        if part.bodies
        else f"{names[0]}, of which it is part,"
    )
    words = f"{who} {agreeing(len(names), 'is', 'are')} listed for {there.label}"
    return f'<small class="body">{escape(words)}</small>'


def _figures(dataset: Dataset, comparison: Comparison) -> str:
    if not comparison.figures:
        return ""
    rows = "".join(_figure_row(dataset, comparison, numbers) for numbers in comparison.figures)
    heads = "".join(f'<th scope="col">{escape(event.label)}</th>' for event in (comparison.earlier, comparison.later))
    return (
        '<section class="numbers"><h3>Numbers</h3><table><thead><tr><th scope="col">What is counted</th>'
        f"{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    )  # fmt: skip


def _figure_row(dataset: Dataset, comparison: Comparison, numbers: Numbers) -> str:
    cells = "".join(
        f"<td>{_figure(dataset, event, figure)}</td>"
        for event, figure in ((comparison.earlier, numbers.earlier), (comparison.later, numbers.later))
    )
    return f'<tr><th scope="row">{escape(numbers.label)}{_basis(numbers)}</th>{cells}</tr>'


def _basis(numbers: Numbers) -> str:
    word = (numbers.earlier or numbers.later).basis_word
    return f" <small>{word}</small>" if word else ""


def _figure(dataset: Dataset, event: Event, figure: Figure | None) -> str:
    if figure is None:
        return '<span class="none">not given</span>'
    key = next(fact.key for fact in facts(event) if fact.record is figure)
    value = markup.proof_link(dataset, event, key, f"<b>{escape(figure.value)}</b>")
    known = [name for name in dict.fromkeys(figure.sources) if name in dataset.sources]
    said_by = "; ".join(dict.fromkeys(dataset.sources[name].publisher for name in known))
    apart = independent(dataset, known)
    if apart == 1 < len(known):
        said_by += " (repeating one text)"
    elif apart < len(known) and figure.confidence != "single":
        said_by += f" ({apart} of {len(known)} texts independent)"
    return f"{value}{markup.confidence(figure)}<small>{escape(said_by)}</small>"


def _lists(heading: str, comparison: Comparison, lists: Lists) -> str:
    """Write what either edition has alone and what both have; and what has its wording alone, beside that."""
    earlier, later = comparison.earlier.label, comparison.later.label
    if not lists.before and not lists.after:
        return ""
    columns = (
        _column(comparison, earlier, lists.dropped, lists.earlier, "dropped"),
        _both(comparison, lists),
        _column(comparison, later, lists.added, lists.later, "added"),
    )
    return f'<section class="lists"><h3>{heading}</h3><div>{"".join(columns)}</div></section>'


def _column(comparison: Comparison, label: str, alone: tuple[Item, ...], worded: tuple[Item, ...], name: str) -> str:
    """Write what one edition has: terms that the other has not, then what has its wording alone."""
    parts = []
    if alone or not worded:
        parts.append(f"<h4>{escape(label)} alone <i>{len(alone)}</i></h4>{_items(comparison, alone) or '<p>None</p>'}")
    if worded:
        parts.append(f"<h4>{escape(label)} alone, in these words <i>{len(worded)}</i></h4>{_items(comparison, worded)}")
    return f'<div data-set="{name}">{"".join(parts)}</div>'


def _both(comparison: Comparison, lists: Lists) -> str:
    worded = lists.earlier or lists.later
    none = "None in the same words" if worded else "None"
    if not (lists.before and lists.after):
        none = "Not known"
    found = _items(comparison, lists.kept) or f"<p>{none}</p>"
    return f'<div data-set="kept"><h4>Both <i>{len(lists.kept)}</i></h4>{found}</div>'


def _items(comparison: Comparison, items: tuple[Item, ...]) -> str:
    """List entries; below the name of a term, how each edition words it."""
    rows = "".join(f"<li>{escape(item.name)}{_wordings(comparison, item)}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""


def _wordings(comparison: Comparison, item: Item) -> str:
    sides = ((comparison.earlier.label, item.earlier), (comparison.later.label, item.later))
    if not item.term or {text.casefold() for _, texts in sides for text in texts} == {item.name.casefold()}:
        return ""
    both = bool(item.earlier and item.later)
    lines = [(f"{label}: " if both else "") + "; ".join(texts) for label, texts in sides if texts]
    return "".join(f"<small>{escape(line)}</small>" for line in lines)


def _declarations(comparison: Comparison) -> str:
    """Write how much of the declarations is known, and theme by theme what the paragraphs entered for them say."""
    said = sentences(*comparison.texts)
    if not said:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(subject.name)}</th>'
        f"{_paragraphs(comparison.texts[0], subject.earlier)}{_paragraphs(comparison.texts[1], subject.later)}</tr>"
        for subject in by_subject(*comparison.texts)
    )
    heads = "".join(f'<th scope="col">{_texts(texts)}</th>' for texts in comparison.texts)
    return (
        f'<section class="numbers declarations"><h3>Declarations</h3><p>{escape(" ".join(said))}</p>'
        f'<table><thead><tr><th scope="col">Theme</th>{heads}</tr></thead><tbody>{rows}</tbody></table></section>'
    )


def _texts(texts: Texts) -> str:
    """Link to the declarations of an edition, or name the edition where it has none."""
    return ", ".join(map(markup.event_link, texts.declarations)) or escape(texts.edition.label)


def _paragraphs(texts: Texts, paragraphs: tuple[Paragraph, ...]) -> str:
    label = f' data-label="{escape(texts.edition.label)}"'
    if not paragraphs:
        return f'<td{label}><span class="none">{no_paragraph(texts)}</span></td>'
    rows = "".join(f"<li>{_paragraph(paragraph)}</li>" for paragraph in paragraphs)
    return f"<td{label}><ul>{rows}</ul></td>"


def _paragraph(paragraph: Paragraph) -> str:
    number = f"<b>{escape(paragraph.number)}</b> " if paragraph.number else ""
    return f"{number}{escape(paragraph.subject)}<small>{to_act(paragraph)}</small>"


def _disputes(dataset: Dataset, comparison: Comparison, disagreements: str) -> str:
    rows = "".join(
        f'<li><a href="{escape(disagreements)}&amp;question={dispute.id}" data-dispute="{dispute.id}">'
        f"{escape(dispute.question)}</a> <small>{escape(dataset.events[dispute.event].label)}</small></li>"
        for dispute in comparison.disputes
    )
    return f'<section><h3>Sources disagree</h3><ul class="contents">{rows}</ul></section>' if rows else ""
