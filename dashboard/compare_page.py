"""Two editions side by side as a page: the paragraph, the four sets, numbers, themes, texts and open questions."""

from html import escape

from dashboard import markup
from dashboard.compare import Comparison, Lists, Numbers, Part, paragraph
from dashboard.dates import span_words
from dashboard.disagreements import wrapped
from dashboard.evidence import figure_key, independent
from dashboard.frames import place
from dashboard.model import Dataset, Event, Figure, role_word

SETS = {"joined": "Joined", "left": "Left", "stayed": "Stayed", "changed": "Changed role"}
"""The four sets of a comparison, with their headings."""


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
        _disputes(dataset, comparison, disagreements),
    ]
    return wrapped("".join(parts), dark=dark)


def _editions(comparison: Comparison) -> str:
    def edition(event: Event) -> str:
        where = place(event.city or "", event.country or "")
        words = escape(f"{span_words(event.start, event.end, event.dating)} · {where}")
        return f"<div><b>{markup.event_link(event)}</b><small>{words}</small></div>"

    return f'<div class="editions">{edition(comparison.earlier)}<i>to</i>{edition(comparison.later)}</div>'


def _sets(dataset: Dataset, comparison: Comparison) -> str:
    found = []
    for name, heading in SETS.items():
        parts = getattr(comparison, name)
        rows = "".join(f"<li>{_part(dataset, comparison, part)}</li>" for part in parts)
        found.append(
            f'<section data-set="{name}"><h3>{heading} <i>{len(parts)}</i></h3>'
            f"{f'<ul>{rows}</ul>' if parts else '<p>Nobody</p>'}</section>"
        )
    return f'<div class="sets">{"".join(found)}</div>'


def _part(dataset: Dataset, comparison: Comparison, part: Part) -> str:
    roles = part.later or part.earlier
    event = comparison.later if part.later else comparison.earlier
    found = "".join(markup.role(dataset, event, held) for held in roles)
    before = {held.role for held in part.earlier}
    if part.earlier and part.later and before != {held.role for held in part.later}:
        found += "".join(
            f'<small class="before">{markup.mark(held.role, disputed=held.confidence == "disputed")}'
            f"<span>before: {escape(role_word(held.role))}{markup.confidence(held.confidence)}</span></small>"
            for held in part.earlier
        )
    return found


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
    value = markup.proof_link(dataset, event, figure_key(figure.label), f"<b>{escape(figure.value)}</b>")
    publishers = dict.fromkeys(dataset.sources[name].publisher for name in figure.sources if name in dataset.sources)
    said_by = "; ".join(publishers)
    if independent(dataset, figure.sources) < len(set(figure.sources)):
        said_by += " (repeating one text)"
    return f"{value}{markup.confidence(figure.confidence)}<small>{escape(said_by)}</small>"


def _lists(heading: str, comparison: Comparison, lists: Lists) -> str:
    columns = (
        (f"{comparison.earlier.label} alone", lists.dropped, "dropped"),
        ("Both", lists.kept, "kept"),
        (f"{comparison.later.label} alone", lists.added, "added"),
    )
    if not any(texts for _, texts, _ in columns):
        return ""
    found = "".join(
        f'<div data-set="{name}"><h4>{escape(title)} <i>{len(texts)}</i></h4>{_items(texts, name)}</div>'
        for title, texts, name in columns
    )
    return f'<section class="lists"><h3>{heading}</h3><div>{found}</div></section>'


def _items(texts: tuple[str, ...], name: str) -> str:
    if not texts:
        return f"<p>{'None in the same words' if name == 'kept' else 'None'}</p>"
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _disputes(dataset: Dataset, comparison: Comparison, disagreements: str) -> str:
    rows = "".join(
        f'<li><a href="{escape(disagreements)}&amp;question={dispute.id}" data-dispute="{dispute.id}">'
        f"{escape(dispute.question)}</a> <small>{escape(dataset.events[dispute.event].label)}</small></li>"
        for dispute in comparison.disputes
    )
    return f'<section><h3>Sources disagree</h3><ul class="contents">{rows}</ul></section>' if rows else ""
