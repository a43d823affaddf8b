"""What the search finds: each event, person, organizer, source and disagreement, with its names and its sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dashboard.records.dates import span_words
from dashboard.records.evidence import CONCERNS
from dashboard.records.kinds import LASTING
from dashboard.records.model import LEVELS, Dataset, Dispute, Event, Person
from dashboard.records.passages import CITATIONS, HEADING, blocks, sentences
from dashboard.records.terms import terms_of
from dashboard.words.counting import capital

_LASTING = [(kind.word, capital(kind.plural)) for kind in LASTING.values()]

HEADINGS = dict([_LASTING[0], ("person", "People"), *_LASTING[1:]])
"""Kind of what is found → its heading, in the order in which they are shown. People are in events and have no file."""

KINDS = tuple(HEADINGS)

Passage = tuple[str, str]
"""A sentence or a line, and the id of the event about which it is; empty if it is about no event alone."""


@dataclass(frozen=True)
class Findable:
    """A record as the search sees it.

    `names` are its names; the first one is shown. `others` are the indices of the records whose names its page shows:
    the people, organizers and sources of an event. `figures` is the number of figures, which are the last passages.
    """

    kind: str
    id: str
    names: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    others: tuple[int, ...] = field(default=())
    figures: int = 0


def findables(dataset: Dataset) -> list[Findable]:
    """Give everything that can be found, by kind as in `KINDS`, and in the order of the data.

    A person is known by the name alone. So two people of one name are found together, with the offices of both.
    """
    people = _people(dataset)
    others = [*people, *_organizers(dataset), *_sources(dataset)]
    begin = len(dataset.events)
    places = {(other.kind, other.id): begin + i for i, other in enumerate(others)}
    saying: dict[str, list[str]] = {}
    for source in dataset.sources.values():
        for said in source.says:
            saying.setdefault(said.event, []).append(source.id)
    events = [_event(dataset, event, saying.get(event.id, []), places) for event in dataset.events.values()]
    return [*events, *others, *_disputes(dataset)]


def _event(dataset: Dataset, event: Event, saying: list[str], places: dict[tuple[str, str], int]) -> Findable:
    on_page = [
        *(("person", person.name) for person in _persons(event)),
        *(("organizer", role.organizer) for role in event.roles),
        *(("source", source) for source in (*event.sources, *saying)),
    ]
    figures = _texts(f"{figure.label}: {figure.value}" for figure in event.figures)
    said = [text for text in _texts(_passages(dataset, event)) if text not in figures]
    return Findable(
        "event",
        event.id,
        _texts([event.title, event.label, *(title.text for title in event.titles)]),
        tuple((text, event.id) for text in (*said, *figures)),
        tuple(dict.fromkeys(places[key] for key in on_page if key in places)),
        len(figures),
    )


def _passages(dataset: Dataset, event: Event) -> Iterator[str | None]:
    """Give what the page of an event says, except its figures: its article by sentences, then its fields."""
    article = dataset.articles.get(event.id)
    for block in blocks(article.text) if article else ():
        if block.startswith(HEADING):
            yield block.removeprefix(HEADING)
        else:
            yield from (CITATIONS.sub("", sentence.text) for sentence in sentences(block))
    terms = terms_of(dataset)
    yield from (event.note, event.venue, ", ".join(filter(None, (event.city, event.country))))
    yield from (event.title_note, event.date_note)
    yield from (theme.text for theme in event.themes)
    yield from (figure.note for figure in event.figures)
    for role in event.roles:
        if role.note and role.organizer in dataset.organizers:
            yield f"{dataset.organizers[role.organizer].short_name}, {terms.role(role.role)}: {role.note}"
    for session in event.sessions.items if event.sessions else ():
        yield from (", ".join((session.title, *session.chairs)), session.note)
    for delegation in event.delegations:
        yield from (f"{delegation.name}: {LEVELS[delegation.level]}", delegation.note)
    for listing in (event.countries, event.organizations, event.frameworks, event.side_meetings, event.funding):
        yield from (*listing.items, listing.note) if listing else ()
    for outcome in event.outcomes:
        yield from (outcome.title, outcome.note)
    for paragraph in event.paragraphs:
        yield from (paragraph.subject, paragraph.note)


def _persons(event: Event) -> Iterator[Person]:
    yield from (*event.people, *((event.patron,) if event.patron else ()))


def _people(dataset: Dataset) -> list[Findable]:
    passages: dict[str, list[Passage]] = {}
    for event in dataset.events.values():
        for person in _persons(event):
            entries = passages.setdefault(person.name, [])
            entries += [(text, event.id) for text in _texts([person.position, person.note])]
    return [Findable("person", name, (name,), tuple(entries)) for name, entries in passages.items()]


def _organizers(dataset: Dataset) -> list[Findable]:
    return [
        Findable(
            "organizer",
            organizer.id,
            _texts([
                organizer.name, organizer.short_name, *(name.text for name in organizer.names), *organizer.other_names
            ]),
            tuple((text, "") for text in _texts([organizer.note, organizer.lead_body])),
        )
        for organizer in dataset.organizers.values()
    ]  # fmt: skip


def _sources(dataset: Dataset) -> list[Findable]:
    return [
        Findable(
            "source",
            source.id,
            _texts([source.title, source.title_en, source.publisher]),
            tuple((" ".join(said.text.split()), said.event) for said in source.says if said.event in dataset.events)
            + tuple((text, "") for text in _texts([source.note])),
        )
        for source in dataset.sources.values()
    ]


def _disputes(dataset: Dataset) -> list[Findable]:
    """Give the disputes with what the page shows of them, except their sources, which are found by themselves.

    The words of the id are a name too, because the id is in addresses and files and often has words that readers use:
    `launch-year`.
    """
    return [
        Findable(
            "dispute",
            dispute.id,
            _texts([dispute.question, dispute.id.replace("-", " "), *_heading(dataset.events.get(dispute.event))]),
            tuple((text, dispute.event) for text in _texts([*(claim.says for claim in dispute.claims), dispute.shown]))
            + tuple((text, "") for text in _texts(_concerns(dataset, dispute))),
        )
        for dispute in dataset.disputes.values()
    ]


def _heading(event: Event | None) -> Iterator[str]:
    if event:
        yield f"{event.label}, {span_words(event.start, event.end, event.dating)}"


def _concerns(dataset: Dataset, dispute: Dispute) -> Iterator[str]:
    """Give the facts that a dispute concerns, in words."""
    event, terms = dataset.events.get(dispute.event), terms_of(dataset)
    for concern in dispute.concerns:
        topic, _, name = concern.partition(":")
        if topic == "role" and name in dataset.organizers:
            roles = [terms.role(role.role) for role in event.roles if role.organizer == name] if event else []
            yield ", ".join([dataset.organizers[name].short_name, *roles])
        elif topic == "figure":
            figures = [figure.value for figure in event.figures if figure.label == name] if event else []
            yield " ".join([*figures, name])
        else:
            yield CONCERNS.get(concern, concern)


def _texts(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Bring texts onto one line each, and leave out what is empty or there already."""
    return tuple(dict.fromkeys(" ".join(text.split()) for text in texts if text and text.strip()))
