"""What the columns of the four tables mean, which words they can have, and which of them identify a row."""

from collections.abc import Mapping

from dashboard.frames.claims import WHAT
from dashboard.records.model import (
    BASES,
    CONFIDENCES,
    DATINGS,
    LANGUAGES,
    ORGANIZER_KINDS,
    READ,
    SOURCE_KINDS,
    Dataset,
)
from dashboard.records.terms import terms_of

_EVENT_ID = "Id of the event."
_IDS = "with spaces between."

COLUMNS: dict[str, dict[str, str]] = {
    "events": {
        "event_id": _EVENT_ID,
        "title": "Official title as published; a description where none was found.",
        "label": "Short name.",
        "kind": "Kind of event.",
        "weight": "How much it matters for the process.",
        "edition": "Number of the conference in the series.",
        "start": "First day as precisely as it is known: 2022-10-18, 2022-10 or 2022; ~ after it means about.",
        "end": "Last day, inclusive, as precisely as it is known.",
        "dating": "What the days mean.",
        "when": "The days in words.",
        "first": "Earliest day that start can mean.",
        "last": "Latest day that end can mean.",
        "year": "Year of the first day.",
        "city": "City.",
        "country": "Country of the city.",
        "organizers": "Short names of all who have a role, with commas between.",
        "n_organizers": "Number of hosts, organizers, co-organizers, co-hosts, lead UN entities and conveners.",
        "n_sources": "Number of sources.",
        "n_disputes": "Number of questions about it on which sources disagree.",
        "venue": "Building, or online.",
        "ahead": "True if it begins after the day of the data.",
    },
    "roles": {
        "event_id": _EVENT_ID,
        "event": "Short name of the event.",
        "organizer_id": "Id of the organizer.",
        "organizer": "Short name of the organizer.",
        "organizer_kind": "Kind of organizer.",
        "role": "What the organizer did.",
        "confidence": "How well the role is attested.",
        "sources": f"Ids of the sources that say so, {_IDS}",
        "note": "What a reader should know about the role.",
        "part_of": f"Ids of what the organizer is part of, the nearest first, {_IDS}",
    },
    "sources": {
        "event_id": _EVENT_ID,
        "source_id": "Id of the source.",
        "title": "Title as published; empty if it was not found.",
        "title_en": "Title in English, in our words.",
        "publisher": "Who published it.",
        "published": "Day of publication as precisely as it is known.",
        "language": "Language of the page.",
        "kind": "Kind of publisher.",
        "read": "How much of it was read.",
        "url": "Address of the page; empty if only a copy was found.",
        "archived": "Address of a copy in a web archive.",
    },
    "claims": {
        "claim_id": "Id of the claim: the event, the column what, and words of about or value, with points between.",
        "event_id": _EVENT_ID,
        "event": "Short name of the event.",
        "what": "Kind of claim.",
        "about": "The organizer, person, number, language, document or dispute that the claim is about.",
        "value": "What is claimed.",
        "basis": "How a number came about; announced for a person whose presence is not known.",
        "confidence": "How well the claim is attested; empty if the data has no word for it.",
        "sources": f"Ids of the sources that say so, {_IDS} An entry of a list has the sources of the whole list.",
        "n_independent": "Number of these sources that are independent of each other; empty for an entry of a list.",
        "otherwise": f"Ids of the sources that only say otherwise, {_IDS}",
        "disputes": f"Ids of the questions about it on which sources disagree, {_IDS}",
        "note": "What a reader should know about the claim.",
        "at": "Value of at in a link to its proof, as in ?event=2022-oslo&at=osce; empty if it has none.",
    },
}
"""Table → column → its meaning, in the order of the columns."""


def words_of(dataset: Dataset) -> dict[tuple[str, str], Mapping[str, str]]:
    """Give by table and column the only words that the column can have, each with its meaning."""
    languages = {code: LANGUAGES[code] for code in dataset.languages}
    terms = terms_of(dataset)
    return _WORDS | {
        ("events", "kind"): terms.lanes,
        ("events", "weight"): terms.weights,
        ("roles", "role"): terms.roles,
        ("sources", "language"): languages,
    }


_WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("events", "dating"): DATINGS,
    ("roles", "organizer_kind"): ORGANIZER_KINDS,
    ("roles", "confidence"): CONFIDENCES,
    ("sources", "kind"): SOURCE_KINDS,
    ("sources", "read"): READ,
    ("claims", "what"): WHAT,
    ("claims", "basis"): BASES,
    ("claims", "confidence"): CONFIDENCES,
}
"""The same for the words that are the same for all data."""

KEYS: dict[str, tuple[str, ...]] = {
    "events": ("event_id",),
    "roles": ("event_id", "organizer_id"),
    "sources": ("event_id", "source_id"),
    "claims": ("claim_id",),
}
"""Table → the columns that together tell its rows apart."""
