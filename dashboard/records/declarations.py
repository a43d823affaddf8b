"""What the declarations of two editions say, theme by theme, as far as their texts are known.

Sentences are only about paragraphs that the data has. They do not say that a declaration is silent on a theme if its
text is not known, or was read in part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.records.model import ADDRESSEES, THEMES, Dataset, Event, Paragraph
from dashboard.words.counting import agreeing, capital, counted, listed, small


@dataclass(frozen=True)
class Texts:
    """The declarations of one edition, and those of their paragraphs that the data has.

    `known` is `full` if every text was read in full, `part` if some of it was read, and empty if none was.
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
    """Collect the declarations that belong to an event; for a declaration, this is the declaration itself."""
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
    """Say how much of either text is known, and on which themes the data has paragraphs; text, not yet escaped.

    The list is empty if neither edition has a declaration, or if an edition is compared with itself.
    """
    if earlier.edition.id == later.edition.id or not (earlier.declarations or later.declarations):
        return []
    return [_how_known(earlier), _how_known(later), *_themes(earlier, later)]


def no_paragraph(texts: Texts) -> str:
    """Say why an edition has no paragraph on a theme on which the other edition has one."""
    if not texts.declarations:
        return "no declaration in the data"
    return {"full": "not among its paragraphs", "part": "not among the paragraphs read"}.get(
        texts.known, "text not known"
    )


def to_act(paragraph: Paragraph) -> str:
    """Name who should act, as a paragraph says; empty if it only states a view."""
    names = ", ".join(ADDRESSEES[addressee] for addressee in paragraph.commits)
    return f"who should act: {names}" if names else ""


def _how_known(texts: Texts) -> str:
    if not texts.declarations:
        return f"The data has no declaration of {texts.edition.label}."
    number, name = len(texts.declarations), _name(texts)
    if not texts.known:
        return f"The text of {name} is not known.{_last_search(texts)}"
    paragraphs = f"{counted(len(texts.paragraphs), 'paragraph')} of {agreeing(number, 'it', 'them')}"
    return f"{capital(name)} {agreeing(number, 'was', 'were')} read in {texts.known}. The data has {paragraphs}."


def _last_search(texts: Texts) -> str:
    """Say when the text was last looked for, in a sentence that follows another; empty if nobody looked for it."""
    events = (*texts.declarations, texts.edition)
    days = [search.on for event in events for search in event.sought if search.what == "outcome"]
    last = max(days, key=lambda day: day.last(), default=None)
    return f" The last search, on {last.words()}, did not find it." if last else ""


def _themes(earlier: Texts, later: Texts) -> Iterator[str]:
    subjects = [subject for subject in by_subject(earlier, later) if subject.term]
    if both := [subject for subject in subjects if subject.earlier and subject.later]:
        yield f"The data has paragraphs on {_listed(both)} for both."
    for here, other, alone in (
        (earlier, later, [subject for subject in subjects if not subject.later]),
        (later, earlier, [subject for subject in subjects if not subject.earlier]),
    ):
        if not alone:
            continue
        only = "only " if other.known else ""
        yield f"The data has paragraphs on {_listed(alone)} {only}for {here.edition.label}."
        if other.known == "part":
            it = agreeing(len(alone), "it", "them")
            yield f"The part of {_name(other)} that was not read may deal with {it} too."


def _name(texts: Texts) -> str:
    if texts.edition in texts.declarations:
        return texts.edition.label
    return f"the {agreeing(len(texts.declarations), 'declaration', 'declarations')} of {texts.edition.label}"


def _listed(subjects: list[Subject]) -> str:
    return listed(small(subject.name) for subject in subjects)
