"""Full text over events, their people, organizers and articles, across scripts and diacritics."""

import re
import unicodedata

from dashboard.model import Dataset, Event
from dashboard.passages import without_marks


def normalize(text: str) -> str:
    """Fold case and drop diacritics, so that `Michele` finds `Michèle` and `душанбе` finds `Душанбе`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def index(dataset: Dataset) -> dict[str, str]:
    """Give each event id the normalized text it is found by."""
    return {event.id: normalize(" ".join(_texts(dataset, event))) for event in dataset.events.values()}


def matches(texts: dict[str, str], query: str) -> set[str]:
    """Give the ids of the events whose text holds every word of the query, at the start of a word."""
    patterns = [re.compile(rf"(?<!\w){re.escape(word)}") for word in normalize(query).split()]
    return {event_id for event_id, text in texts.items() if all(pattern.search(text) for pattern in patterns)}


def _texts(dataset: Dataset, event: Event):
    yield from (event.title, event.label, event.city or "", event.country or "", event.venue or "")
    yield from (title.text for title in event.titles)
    yield from (theme.text for theme in event.themes)
    for person in event.people:
        yield from (person.name, person.position)
    for role in event.roles:
        organizer = dataset.organizers.get(role.organizer)
        if organizer:
            yield from (organizer.name, organizer.short_name, *organizer.other_names)
            yield from (name.text for name in organizer.names)
    article = dataset.articles.get(event.id)
    if article:
        yield without_marks(article.text)
