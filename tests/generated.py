"""Datasets made by chance that the models accept and the check passes, in every shape that a sentence may meet."""

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import strategies as some

from dashboard.records.dates import PartialDate
from dashboard.records.evidence import independent
from dashboard.records.model import (
    ADDRESSEES,
    CONFIDENCES,
    DATINGS,
    KINDS,
    LANGUAGES,
    ORGANIZER_KINDS,
    READ,
    ROLES,
    SOURCE_KINDS,
    THEMES,
    Claim,
    Dataset,
    Dispute,
    Event,
    Figure,
    Listing,
    Organizer,
    Paragraph,
    Process,
    Role,
    Search,
    Source,
    Theme,
)

NAMES = ("Ruritania", "Freedonia", "UN", "UNOCT", "UNRCCA", "OSCE", "EU", "Sylvania")
CITIES = (("Dushanbe", "Tajikistan"), ("Kuwait City", "Kuwait"), ("Geneva", None), (None, "Qatar"), (None, None))
VENUES = (None, "Hofburg", "online", "Online", "Palace and online")
WORDINGS = ("borders", "border security", "Youth", "drugs")
TEXTS = ("Strategy", "General Assembly resolutions 60/288 (2006), 71/291 (2017)", "resolution 1373", "Plan")


def _day(chance: Random, precision: str) -> PartialDate:
    year, month, day = chance.randint(2017, 2020), chance.randint(1, 12), chance.randint(1, 28)
    about = chance.random() < 0.15
    return PartialDate(year, month if precision != "year" else None, day if precision == "day" else None, about)


def _dates(chance: Random) -> dict:
    if chance.random() < 0.2:
        return {}
    precision = chance.choice(("year", "month", "day", "day", "day"))
    days = sorted((_day(chance, precision) for _ in range(chance.choice((1, 2)))), key=PartialDate.first)
    return {"start": days[0], "end": days[-1], "dating": chance.choice(tuple(DATINGS))}


def _rated(chance: Random, dataset: Dataset) -> dict:
    """Give sources and a confidence that they allow."""
    names = list(dataset.sources)
    cited = tuple(chance.sample(names, chance.randint(1, len(names))))
    allowed = [word for word in CONFIDENCES if word != "confirmed" or independent(dataset, cited) > 1]
    return {"sources": cited, "confidence": chance.choice(allowed), "note": "Said in the report."}


def _event(chance: Random, dataset: Dataset, number: int, conferences: Sequence[Event]) -> Event:
    kind = chance.choice(("conference", "conference", "declaration", *KINDS))
    weight = {"conference": "main", "context": "related"}.get(kind) or chance.choice(("secondary", "minor"))
    dates = _dates(chance)
    city, country = chance.choice(CITIES)
    holders = chance.sample(list(dataset.organizers), chance.randint(0, len(dataset.organizers)))
    year = dates["start"].year if dates else "undated"
    figures = chance.sample(("people", "people (another count)", "states"), chance.randint(0, 2))
    return Event(
        id=f"{year}-e{number}", title=f"Meeting {number}", label=f"Meeting {number}", kind=kind, weight=weight,
        edition=number + 1 if kind == "conference" else None, **dates,
        city=city, country=country, venue=chance.choice(VENUES),
        roles=tuple(
            Role(organizer=one, role=chance.choice(tuple(ROLES)), **_rated(chance, dataset)) for one in holders
        ),
        figures=tuple(
            Figure(label=label, value=str(chance.randint(1, 99)), **_rated(chance, dataset)) for label in figures
        ),
        themes=tuple(
            Theme(text=text, terms=tuple(chance.sample(tuple(THEMES)[:4], chance.choice((0, 1, 1, 2)))))
            for text in chance.sample(WORDINGS, chance.randint(0, 3))
        ),
        frameworks=Listing(items=tuple(chance.sample(TEXTS, 2)), sources=tuple(dataset.sources)[:1])
        if chance.random() < 0.5 else None,
        parent=chance.choice(conferences).id if kind == "declaration" and conferences else None,
        **_text(chance, dataset) if kind == "declaration" else {},
        sources=tuple(dataset.sources),
    )  # fmt: skip


def _text(chance: Random, dataset: Dataset) -> dict:
    """Give the paragraphs of a declaration, some without a theme or a number; a third of the declarations have none."""
    sought = (Search(what="outcome", on=PartialDate(2020, 1, 2)),) if chance.random() < 0.5 else ()
    if chance.random() < 0.33:
        return {"sought": sought}
    paragraphs = tuple(
        Paragraph(
            number=chance.choice((None, str(number))), subject="Asked for.", sources=tuple(dataset.sources)[:1],
            terms=tuple(chance.sample(tuple(THEMES)[:5], chance.choice((0, 1, 2)))),
            commits=tuple(chance.sample(tuple(ADDRESSEES), chance.choice((0, 1, 2)))),
        )
        for number in range(chance.randint(1, 4))
    )  # fmt: skip
    return {"paragraphs": paragraphs, "text_read": chance.choice(tuple(READ))}


def _disputes(chance: Random, event: Event) -> list[Dispute]:
    """Make a dispute for each fact of an event that is marked as disputed, between sides that differ."""
    concerns = [f"role:{role.organizer}" for role in event.roles if role.confidence == "disputed"]
    concerns += [f"figure:{figure.label}" for figure in event.figures if figure.confidence == "disputed"]
    sides = [Claim(says=f"Side {source}.", sources=(source,)) for source in event.sources[:2]]
    return [
        Dispute(
            id=f"{event.id}-{number}", event=event.id, question="Which?", concerns=(concern,), claims=sides,
            shown="One.",
        )
        for number, concern in enumerate(concerns)
    ]  # fmt: skip


def dataset(seed: int, n_events: int, n_organizers: int, n_sources: int) -> Dataset:
    """Make one dataset; the same numbers give the same."""
    chance = Random(seed)
    organizers = {}
    for name in chance.sample(NAMES, n_organizers):
        above = chance.choice([None, *organizers])
        organizers[name.lower()] = Organizer(
            id=name.lower(), name=f"The whole name of {name}", short_name=name,
            kind=chance.choice(tuple(ORGANIZER_KINDS)), part_of=above,
        )  # fmt: skip
    sources = {
        f"paper-{number}": Source(
            id=f"paper-{number}", title=f"Report {number}", publisher=f"Paper {number % 3}",
            url=f"https://example.org/{number}",
            published=PartialDate(2017, chance.randint(1, 12)) if chance.random() < 0.8 else None,
            language=chance.choice(tuple(LANGUAGES)), kind=chance.choice(tuple(SOURCE_KINDS)),
            read=chance.choice(tuple(READ)), family=chance.choice((None, None, "one-text")),
        )
        for number in range(n_sources)
    }  # fmt: skip
    updated = PartialDate(date(2018, 1, 1).year + chance.randint(0, 3), 6, 15)
    process = Process(name="Process", summary="Conferences.", updated=updated, sources=tuple(sources)[:1])
    made = Dataset(process=process, organizers=organizers, sources=sources)
    events = {}
    for number in range(n_events):
        event = _event(chance, made, number, [one for one in events.values() if one.kind == "conference"])
        events[event.id] = event
    disputes = {one.id: one for event in events.values() for one in _disputes(chance, event)}
    return Dataset(process=process, organizers=organizers, sources=sources, events=events, disputes=disputes)


datasets = some.builds(
    dataset, some.integers(0, 2**32), some.integers(0, 6), some.integers(1, len(NAMES)), some.integers(2, 5)
)
"""A strategy: few records first, so that a failing example shrinks to few."""
