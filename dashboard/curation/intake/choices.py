"""What a file does not say about its events. The command asks for it, or takes it as an option."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dashboard.curation.intake.dates import ORDERS
from dashboard.curation.intake.organizers import Organizers, names_without_kind
from dashboard.curation.intake.table import Table, flat
from dashboard.records.model import KINDS, ORGANIZER_KINDS, READ, SOURCE_KINDS
from dashboard.words.catalogue import MessageError
from dashboard.words.counting import counted
from dashboard.words.languages import language
from dashboard.words.spelling import not_known, quoted


@dataclass(frozen=True)
class Choices:
    """What is the same for all rows of a file.

    Attributes
    ----------
    name, summary
        Of the series.
    kind
        Of the events in rows without a kind.
    language, source_kind
        Of all sources, also of the file itself if it is one.
    read
        How much of the pages was read.
    publisher
        Who made the file; then the file is the source of the rows without one.
    dates
        The order of numbers in dates, as in `dates.ORDERS`.
    kinds
        Name of an organizer, as written → its kind; empty for one that is left out.
    """

    name: str = ""
    summary: str = ""
    kind: str = ""
    language: str = ""
    source_kind: str = ""
    read: str = ""
    publisher: str = ""
    dates: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """One thing that the file does not say.

    `key` is a field of `Choices`, and `about` the organizer where this is `kinds`; `words` are those that an answer can
    have. An empty answer means `default`; without one, it leaves the thing open, unless it is `required`.
    """

    key: str
    text: str
    words: tuple[str, ...] = ()
    default: str = ""
    required: bool = True
    about: str = ""

    def objection(self, answer: str) -> str:
        """Say what is wrong with an answer; empty if nothing is."""
        if not answer:
            return f"{quoted(self.text)} needs an answer" if self.required else ""
        if self.key == "language":
            return _no_language(answer)
        return not_known(answer, "answer", self.words) if self.words and answer not in self.words else ""

    def answered(self, choices: Choices, answer: str) -> Choices:
        """Put an answer among the choices."""
        if self.key == "kinds":
            return replace(choices, kinds={**choices.kinds, self.about: answer})
        return replace(choices, **{self.key: flat(answer)})  # type: ignore[arg-type]  # the others are texts


def _no_language(answer: str) -> str:
    try:
        language(answer)
    except MessageError as error:
        return str(error)
    return ""


WORDS: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    "source_kind": tuple(SOURCE_KINDS),
    "read": tuple(READ),
    "dates": ORDERS,
}
"""Field of `Choices` → the words that it can have."""


def questions(table: Table, choices: Choices, file: str) -> Iterator[Question]:
    """Give the questions that a file with this name leaves open."""
    if not choices.name:
        yield Question("name", "Name of the series", default=table.name, required=not table.name)
    if not choices.summary:
        yield Question("summary", "One line that says what it is", default=summary(file))
    rows = [row for row in table.rows if not row.lost]
    unkind = [row for row in rows if "kind" not in row.values]
    if unkind and not choices.kind:
        yield Question("kind", f"Kind of {_which(len(unkind), 'event')} that have none in the file", WORDS["kind"])
    if not choices.language:
        yield Question("language", "Language of the sources, as a code such as en")
    if not choices.source_kind:
        yield Question("source_kind", "Kind of the publishers of the sources", WORDS["source_kind"])
    if not choices.read and any("sources" in row.values for row in rows):
        yield Question("read", "How much of the pages you read: full, or part if only the opening", WORDS["read"])
    silent = [row for row in rows if "sources" not in row.values]
    if silent and not choices.publisher:
        text = f"Who made {file}? It becomes the source of {_which(len(silent), 'row')} without one"
        yield Question("publisher", text, required=False)
    known = Organizers(table.organizers, choices.kinds)
    for name, number in names_without_kind(rows, known).items():
        if name not in choices.kinds:
            text = f"Kind of the organizer {quoted(name)} ({counted(number, 'row')})"
            yield Question("kinds", text, tuple(ORGANIZER_KINDS), required=False, about=name)


def summary(file: str) -> str:
    """Describe a series of which only the file is known."""
    return f"The events that {file} lists."


def _which(number: int, noun: str) -> str:
    return f"the {counted(number, noun)}"
