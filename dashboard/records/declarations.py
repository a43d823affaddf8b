"""What the declarations of two editions say, theme by theme, as far as their texts are known.

Sentences speak of paragraphs that are entered. They make nothing absent out of a text that is not known, or that was
read in part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.records.model import ADDRESSEES, THEMES, Dataset, Event, Paragraph
from dashboard.words.counting import agreeing, capital, counted, listed, small


@dataclass(frozen=True)
class Texts:
    """The declarations of one edition, and the paragraphs entered for them.

    `known` is `full` where every text was read in full, `part` where some of it was, and empty where none was.
    """

    edition: Event
    declarations: tuple[Event, ...]
    paragraphs: tuple[Paragraph, ...]
    known: str


@dataclass(frozen=True)
class Subject:
    """The paragraphs of two editions that share a theme; `term` is empty for those without one, which come last."""

    term: str
    name: str
    earlier: tuple[Paragraph, ...]
    later: tuple[Paragraph, ...]


def texts_of(dataset: Dataset, edition: Event) -> Texts:
    """Collect the declarations that belong to an event; of a declaration, itself."""
    declarations = tuple(
        event
        for event in dataset.events.values()
        if event.kind == "declaration" and edition.id in (event.parent, event.id)
    )
    read = {event.text_read for event in declarations}
    return Texts(
        edition,
        declarations,
        tuple(paragraph for event in declarations for paragraph in event.paragraphs),
        "full" if read == {"full"} else "part" if read - {None} else "",
    )


def by_subject(earlier: Texts, later: Texts) -> tuple[Subject, ...]:
    """Set side by side what two editions say on each theme, in the order of the vocabulary."""

    def on(texts: Texts, term: str) -> tuple[Paragraph, ...]:
        return tuple(part for part in texts.paragraphs if (term in part.terms if term else not part.terms))

    names = {**THEMES, "": "Without a theme"}
    every = (Subject(term, name, on(earlier, term), on(later, term)) for term, name in names.items())
    return tuple(subject for subject in every if subject.earlier or subject.later)


def sentences(earlier: Texts, later: Texts) -> list[str]:
    """Say how much of either text is known, and for which themes paragraphs are entered; text, not yet escaped.

    Nothing is said where no declaration is entered for either, or an edition is compared with itself.
    """
    if earlier.edition.id == later.edition.id or not (earlier.declarations or later.declarations):
        return []
    return [_how_known(earlier), _how_known(later), *_themes(earlier, later)]


def no_paragraph(texts: Texts) -> str:
    """Say of one theme why no paragraph of an edition stands beside those of the other."""
    if not texts.declarations:
        return "no declaration entered"
    return {"full": "not among its paragraphs", "part": "not among the paragraphs read"}.get(
        texts.known, "text not known"
    )


def to_act(paragraph: Paragraph) -> str:
    """Name whom a paragraph calls on, or binds, to act; empty where it only states a view."""
    return f"to act: {', '.join(ADDRESSEES[addressee] for addressee in paragraph.commits)}" if paragraph.commits else ""


def _how_known(texts: Texts) -> str:
    if not texts.declarations:
        return f"The data has no declaration of {texts.edition.label}."
    number, name = len(texts.declarations), _name(texts)
    if not texts.known:
        return f"The text of {name} is not known{_looked_for(texts)}."
    entered = counted(len(texts.paragraphs), "paragraph")
    return (
        f"{capital(name)} {agreeing(number, 'was', 'were')} read in {texts.known}; "
        f"{entered} {agreeing(len(texts.paragraphs), 'is', 'are')} entered."
    )


def _looked_for(texts: Texts) -> str:
    events = (*texts.declarations, texts.edition)
    days = [search.on for event in events for search in event.sought if search.what == "outcome"]
    last = max(days, key=lambda day: day.last(), default=None)
    return f"; it was last looked for on {last.words()}, and not found" if last else ""


def _themes(earlier: Texts, later: Texts) -> Iterator[str]:
    subjects = [subject for subject in by_subject(earlier, later) if subject.term]
    if both := [subject for subject in subjects if subject.earlier and subject.later]:
        yield f"Paragraphs on {_listed(both)} are entered for both."
    for here, other, alone in (
        (earlier, later, [subject for subject in subjects if not subject.later]),
        (later, earlier, [subject for subject in subjects if not subject.earlier]),
    ):
        if not alone:
            continue
        beginning = f"Paragraphs on {_listed(alone)} are entered for {here.edition.label}"
        if other.known == "part":
            it = agreeing(len(alone), "it", "them")
            yield f"{beginning} alone; the rest of {_name(other)}, which was not read, may deal with {it} too."
        else:
            yield f"{beginning} alone." if other.known else f"{beginning}."


def _name(texts: Texts) -> str:
    if texts.edition in texts.declarations:
        return texts.edition.label
    return f"the {agreeing(len(texts.declarations), 'declaration', 'declarations')} of {texts.edition.label}"


def _listed(subjects: list[Subject]) -> str:
    return listed(small(subject.name) for subject in subjects)
