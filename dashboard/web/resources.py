"""The table of what the API gives. Its routes, the OpenAPI document and the readable page are made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard import frames
from dashboard.exports import Options, site
from dashboard.frames import claims
from dashboard.frames.filters import EVERY_WEIGHT, Filters
from dashboard.library import Snapshot
from dashboard.records.kinds import BY_FILE, CHANGES, DISPUTES, EVENTS, ORGANIZERS, SOURCES
from dashboard.records.model import CONFIDENCES, ROLES, Change, Dataset, Dispute, Event, Organizer, Record, Source
from dashboard.records.passages import without_marks
from dashboard.records.succession import Fate, Succession

ROOT = "/api/v1"
"""Where the API begins. A change that old programs would not understand gets another number."""

Json = dict[str, Any]
"""A JSON object."""

_NOT_GIVEN = {"withdrawn"}
"""The API gives only records that are not withdrawn."""


@dataclass(frozen=True)
class Item:
    """One record as the API gives it, without its links; `events` are the ids of the events that it belongs to."""

    content: Json
    events: frozenset[str]


@dataclass(frozen=True)
class Resource:
    """One kind of thing that the API gives.

    Attributes
    ----------
    name, noun, word
        What addresses, sentences and the OpenAPI document call it: `disputes`, `disagreement`, `Dispute`.
    gives
        A sentence that says what it is.
    items
        Makes every item, by id, in the order of the list.
    more
        The JSON Schema of the fields that the model does not have.
    page
        Gives the address of the page where a reader sees an item.
    examples
        What can be asked for, and the end of its address. `{year}` is the year of the last conference, `{id}` the id of
        an item that belongs to one.
    model
        The record whose fields it has; None if it has only those in `more`.
    file
        The file whose ids it has; those of claims begin with one of an event.
    filtered
        Whether the filters of the page narrow the list.
    """

    name: str
    noun: str
    word: str
    gives: str
    items: Callable[[Snapshot], dict[str, Item]]
    more: Mapping[str, Json]
    page: Callable[[Options, Json], str]
    examples: tuple[tuple[str, str], ...]
    model: type[Record] | None = None
    file: str = ""
    filtered: bool = True

    def fields(self) -> list[str]:
        """Name the fields of an item, in their order."""
        record = [name for name in self.model.model_fields if name not in _NOT_GIVEN] if self.model else []
        own = [name for name in self.more if name not in record]
        return ["id", *(name for name in (*record, *own) if name != "id"), "links"]

    def shown(self, snapshot: Snapshot, filters: Filters) -> list[Json]:
        """Give the items that belong to an event that the filters leave.

        Items that belong to no event are given only if nothing is filtered; the weight is then `any`.
        """
        items = snapshot.answer(self.items).values()
        unfiltered = filters.any_weight and replace(filters, weight=()) == Filters(weight=())
        if unfiltered or not self.filtered:
            return [item.content for item in items]
        events = set(snapshot.select(filters).events["event_id"])
        return [item.content for item in items if item.events & events]

    def fate(self, succession: Succession, old_id: str) -> Fate | None:
        """Say what became of an id that is no longer in use. The id of a claim changes with that of its event."""
        if self.model or not self.file:
            return succession.fate(self.file, old_id) if self.file else None
        event, _, claim = old_id.partition(".")
        fate = succession.fate(self.file, event)
        return replace(fate, leads_to="" if fate.why else f"{fate.leads_to}.{claim}") if fate else None

    def address(self, options: Options, item_id: str = "") -> str:
        """Give the address of an item, or of the list; `options` have the address of the site.

        Where pages are files, so are items and lists.
        """
        ending = ".json" if site.ending(options) else ""
        return f"{options['site']}{ROOT}/{self.name}" + (f"/{quote(item_id)}" if item_id else "") + ending

    def linked(self, content: Json, options: Options) -> Json:
        """Add the links of an item: its own address, and that of the page where a reader sees it."""
        return content | {"links": {"self": self.address(options, content["id"]), "page": self.page(options, content)}}


def _record(record: Record, **more: object) -> Json:
    """Give a record with all its fields; an unknown value is None."""
    return record.model_dump(mode="json", exclude=_NOT_GIVEN) | more


def _events(snapshot: Snapshot) -> dict[str, Item]:
    dataset = snapshot.dataset
    return {event.id: Item(_event(dataset, event), frozenset({event.id})) for event in frames.in_order(dataset)}


def _event(dataset: Dataset, event: Event) -> Json:
    end, article = event.end or event.start, dataset.articles.get(event.id)
    return _record(
        event,
        when=frames.when(event),
        first_day=event.start.first().isoformat() if event.start else None,
        last_day=end.last().isoformat() if end else None,
        disputes=[dispute.id for dispute in dataset.disputes.values() if dispute.event == event.id],
        article=without_marks(article.text) if article else None,
    )


def _organizers(snapshot: Snapshot) -> dict[str, Item]:
    roles: dict[str, list[Json]] = {}
    for event in frames.in_order(snapshot.dataset):
        for role in event.roles:
            record = role.model_dump(mode="json", exclude={"organizer"})
            roles.setdefault(role.organizer, []).append({"event": event.id, **record})
    return {
        organizer.id: Item(
            _record(organizer, roles=roles.get(organizer.id, [])),
            frozenset(role["event"] for role in roles.get(organizer.id, ())),
        )
        for organizer in snapshot.dataset.organizers.values()
    }


def _sources(snapshot: Snapshot) -> dict[str, Item]:
    events: dict[str, list[str]] = {}
    for event in frames.in_order(snapshot.dataset):
        for source in event.sources:
            events.setdefault(source, []).append(event.id)
    return {
        source.id: Item(
            _record(source, events=events.get(source.id, [])),
            frozenset(events.get(source.id, ())),
        )
        for source in snapshot.dataset.sources.values()
    }


def _claims(snapshot: Snapshot) -> dict[str, Item]:
    rows = snapshot.claims(Filters(weight=EVERY_WEIGHT)).to_dict("records")
    return {row["claim_id"]: Item(_claim(row), frozenset({row["event_id"]})) for row in rows}


def _claim(row: Mapping[Any, Any]) -> Json:
    columns = {"id": "claim_id", "event": "event_id"}
    cells = {name: row[columns.get(name, name)] for name in _CLAIM}
    return {
        name: cell.split() if _CLAIM[name]["type"] == "array" else None if pd.isna(cell) or cell == "" else cell
        for name, cell in cells.items()
    }


def _disputes(snapshot: Snapshot) -> dict[str, Item]:
    disputes = snapshot.dataset.disputes.values()
    return {dispute.id: Item(_record(dispute), frozenset({dispute.event})) for dispute in disputes}


def _changes(snapshot: Snapshot) -> dict[str, Item]:
    # Entries are only added, and only at the end, so the place of an entry is its permanent number.
    changes = {int(name.rpartition(" ")[2]): change for name, change in snapshot.dataset.changes.items()}
    newest_first = sorted(changes, key=lambda number: (changes[number].on.first(), number), reverse=True)
    return {str(number): Item(_record(changes[number], id=str(number)), frozenset()) for number in newest_first}


def _text(description: str, **more: object) -> Json:
    """Give the JSON Schema of a text."""
    return {"type": "string", "description": description, **more}


def _texts(description: str) -> Json:
    """Give the JSON Schema of a list of texts."""
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _text_or_null(description: str, **more: object) -> Json:
    """Give the JSON Schema of a text that may be null."""
    return {"type": ["string", "null"], "description": description, **more}


_ROLE = {
    "type": "object",
    "properties": {
        "event": _text("Id of the event."),
        "role": _text("What the organizer did.", enum=[*ROLES]),
        "confidence": _text("How well the role is attested.", enum=[*CONFIDENCES]),
        "sources": _texts("Ids of the sources that say so."),
        "note": _text_or_null("What a reader should know about the role, in our words."),
    },
    "required": ["event", "role", "confidence", "sources", "note"],
    "additionalProperties": False,
}

_CLAIM: dict[str, Json] = {
    "id": _text("The event, the kind of claim, and what it is about, with points between."),
    "event": _text("Id of the event."),
    "what": _text("What kind of claim it is.", enum=[*claims.WHAT]),
    "about": _text_or_null("The organizer, person or number that it is about."),
    "value": _text("What is claimed."),
    "basis": _text_or_null("How a number came about; announced, for a person whose presence is not known."),
    "confidence": _text_or_null(
        "How well it is attested; null where the data does not say.", enum=[*CONFIDENCES, None]
    ),
    "sources": _texts("Ids of the sources that say so."),
    "n_independent": {
        "type": ["integer", "null"],
        "description": "How many of them are independent of each other; null for an entry of a list, which has the "
        "sources of the whole list.",
    },
    "otherwise": _texts("Ids of the sources that say otherwise."),
    "disputes": _texts("Ids of the disagreements about it."),
    "note": _text_or_null("What a reader should know about it, in our words."),
    "at": _text_or_null("Value of at in a link to its proof; null if it has none."),
}
"""Field of a claim → its JSON Schema; `frames.claims.CLAIMS` says more."""


def _on_the_page(options: Options, **parameters: str) -> str:
    """Give the address of the dashboard with these parameters."""
    return site.view(options, Filters(), **parameters)


def _called(file: str) -> tuple[str, str, str]:
    """Give what addresses, sentences and the OpenAPI document call the records of a file."""
    kind = BY_FILE[file]
    return kind.key, kind.noun, kind.model.__name__


RESOURCES = {
    resource.name: resource
    for resource in (
        Resource(
            *_called(EVENTS),
            "Conferences, declarations, side events, and the steps before and after them, in the order of time.",
            _events,
            {
                "when": _text("The days in words."),
                "first_day": _text_or_null("The earliest day that start can mean.", format="date"),
                "last_day": _text_or_null("The latest day that end can mean.", format="date"),
                "disputes": _texts("Ids of the disagreements about it."),
                "article": _text_or_null("Our account in Markdown; each sentence ends with its sources in brackets."),
            },
            lambda options, item: site.event_page(options, item["id"]),
            (
                ("The events of {year}, with their days and places", "?year={year}&fields=label,when,city"),
                ("One event, with all that is known about it", "/{id}"),
                ("All events, also those that the page hides at first", "?weight=any&fields=label,weight"),
            ),
            Event,
            EVENTS,
        ),
        Resource(
            *_called(ORGANIZERS),
            "States and organizations, each with all its roles in the order of time.",
            _organizers,
            {"roles": {"type": "array", "items": _ROLE, "description": "Its roles, in the order of time."}},
            lambda options, item: site.organizer_page(options, item["id"]),
            (
                ("Those that had a role at a conference", "?kind=conference&fields=short_name,kind"),
                ("What one organizer did, in the order of time", "/{id}?fields=name,roles"),
            ),
            Organizer,
            ORGANIZERS,
        ),
        Resource(
            *_called(SOURCES),
            "The pages that say something about the events, and what they say.",
            _sources,
            {"events": _texts("Ids of the events that cite it, in the order of time.")},
            lambda options, item: site.source_page(options, item["id"]),
            (
                ("The sources about the events of {year}", "?year={year}&fields=publisher,url"),
                ("What one source says", "/{id}?fields=title,says"),
            ),
            Source,
            SOURCES,
        ),
        Resource(
            "claims",
            "claim",
            "EventClaim",
            "What is said about an event, one statement each: who says so, and who says otherwise.",
            _claims,
            _CLAIM,
            lambda options, item: _on_the_page(options, event=item["event"], at=item["at"] or ""),
            (
                (
                    "What is said about the events of {year}",
                    "?year={year}&fields=event,what,value,sources",
                ),
                ("One claim, and who says so", "/{id}"),
            ),
            file=EVENTS,
        ),
        Resource(
            *_called(DISPUTES),
            "The questions on which sources disagree, with the sides and what the page shows.",
            _disputes,
            {},
            lambda options, item: _on_the_page(options, page="disagreements", question=item["id"]),
            (
                ("The questions", "?fields=event,question"),
                ("One question, with its sides", "/{id}"),
            ),
            Dispute,
            DISPUTES,
        ),
        Resource(
            *_called(CHANGES),
            "What was added to the data, corrected and withdrawn, when and why; the newest comes first.",
            _changes,
            {"id": _text("The number of the entry, from the oldest.")},
            lambda options, item: _on_the_page(options, page="changes"),
            (
                ("The newest five", "?limit=5&fields=on,what,why"),
                ("One change, with the records that it names", "/{id}"),
            ),
            Change,
            filtered=False,
        ),
    )
}
"""Every resource by its name in the address, in the order in which pages list them."""
