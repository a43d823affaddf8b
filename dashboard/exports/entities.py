"""Events, organizers, roles and sources as entities of FollowTheMoney, the model of OpenSanctions and Aleph.

The model is described at https://followthemoney.tech/. A file has one entity on each line, as JSON.
"""

import json
from collections.abc import Iterable, Iterator

from dashboard import frames
from dashboard.exports.brief import planned
from dashboard.exports.linked_data import certain_days
from dashboard.exports.options import DEFAULTS, Options
from dashboard.exports.site import event_page
from dashboard.frames import NO_PLACE, when
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.records.dates import PartialDate
from dashboard.records.model import ORGANIZING, Dataset, Event, Lasting, Organizer, Role, Source
from dashboard.records.terms import terms_of
from dashboard.words.counting import capital
from dashboard.words.countries import country_code
from dashboard.words.languages import three_letters

_SCHEMAS = {"state": "PublicBody", "united-nations": "Organization", "regional-organization": "Organization"}
"""Kind of organizer → the schema of its entity."""

Entity = dict[str, object]


def entities(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the events that the filters leave, with their organizers, roles and sources; without events an empty line.

    An `Event` names those with an organizing role as `organizer`, all others with a role as `involved`, and its sources
    as `proof`. A source is an `Article`. A role is an `UnknownLink` from the organizer to the event; the ids of the
    sources for it are in `recordId`. A day is left out if the event may have taken place on another one; then the notes
    say in words what is known of the days. They also say if the event is only planned.
    """
    dataset = snapshot.dataset
    events = [dataset.events[name] for name in snapshot.select(filters).events["event_id"]]
    organizers = {role.organizer for event in events for role in _roles(dataset, event)}
    cited = {source for event in events for source in event.sources}
    written = [
        *(_event(snapshot, event, options) for event in events),
        *(_organizer(dataset, known, organizers) for name, known in dataset.organizers.items() if name in organizers),
        *(_role(dataset, event, role) for event in events for role in _roles(dataset, event)),
        *(_source(dataset, known) for name, known in dataset.sources.items() if name in cited),
    ]
    return ("\n".join(json.dumps(entity, ensure_ascii=False) for entity in written) + "\n").encode()


OFFERED = (
    (
        "entities.ftm.json",
        "Entities, FollowTheMoney",
        entities,
        "Events, organizers, roles and sources for Aleph, OpenSanctions and other tools of investigators.",
    ),
)
"""Name, label, function and purpose of each export."""


def _roles(dataset: Dataset, event: Event) -> Iterator[Role]:
    """Give the roles whose organizer is known, each once."""
    known = [role for role in event.roles if role.organizer in dataset.organizers]
    return iter({(role.organizer, role.role): role for role in known}.values())


def _event(snapshot: Snapshot, event: Event, options: Options) -> Entity:
    dataset, where = snapshot.dataset, frames.where(event)
    roles, days = list(_roles(dataset, event)), certain_days(event)
    says_all = days == {"startDate": str(event.start), "endDate": str(event.end or event.start)}
    return _entity(
        _id(dataset, "event", event),
        "Event",
        name=[event.title],
        alias=[title.text for title in event.titles if title.text != event.title],
        weakAlias=[event.label],
        summary=[terms_of(dataset).kinds[event.kind]],
        notes=[planned(snapshot, event), "" if says_all else f"{capital(when(event))}.", event.date_note, event.note],
        startDate=[days.get("startDate")],
        endDate=[days.get("endDate")],
        location=["" if where == NO_PLACE else where],
        country=[country_code(event.country or "")],
        organizer=[_of(dataset, role) for role in roles if role.role in ORGANIZING],
        involved=[_of(dataset, role) for role in roles if role.role not in ORGANIZING],
        proof=[_id(dataset, "source", dataset.sources[name]) for name in event.sources if name in dataset.sources],
        sourceUrl=[event_page(options, event.id)],
    )


def _organizer(dataset: Dataset, organizer: Organizer, others: set[str]) -> Entity:
    above = dataset.organizers.get(organizer.part_of or "")
    return _entity(
        _id(dataset, "organizer", organizer),
        _SCHEMAS[organizer.kind],
        name=[organizer.name],
        alias=[name.text for name in organizer.names],
        weakAlias=[organizer.short_name, *organizer.other_names],
        country=[country_code(organizer.country or "") if organizer.kind == "state" else ""],
        website=[organizer.website],
        wikidataId=[organizer.wikidata],
        notes=[organizer.note],
        parent=[_id(dataset, "organizer", above) if above and above.id in others else ""],
    )


def _role(dataset: Dataset, event: Event, role: Role) -> Entity:
    sources = [dataset.sources[name] for name in role.sources if name in dataset.sources]
    days = certain_days(event)
    return _entity(
        f"{dataset.process_id}-role-{event.first_id}-{dataset.organizers[role.organizer].first_id}-{role.role}",
        "UnknownLink",
        subject=[_of(dataset, role)],
        object=[_id(dataset, "event", event)],
        role=[terms_of(dataset).roles[role.role]],
        status=[role.confidence],
        summary=[role.note],
        startDate=[days.get("startDate")],
        endDate=[days.get("endDate")],
        recordId=[source.id for source in sources],
        publisher=[source.publisher for source in sources],
        sourceUrl=[source.url for source in sources],
    )


def _source(dataset: Dataset, source: Source) -> Entity:
    return _entity(
        _id(dataset, "source", source),
        "Article",
        title=[source.heading],
        publisher=[source.publisher],
        sourceUrl=[source.url],
        publishedAt=[_day(source.published)],
        retrievedAt=[_day(source.accessed)],
        language=[three_letters(source.language)],
        notes=[source.note],
    )


def _entity(its_id: str, schema: str, /, **properties: Iterable[str | None]) -> Entity:
    """Write an entity without unknown and repeated values."""
    values = {key: list(dict.fromkeys(filter(None, given))) for key, given in properties.items()}
    return {"id": its_id, "schema": schema, "properties": {key: given for key, given in values.items() if given}}


def _id(dataset: Dataset, kind: str, record: Lasting) -> str:
    return f"{dataset.process_id}-{kind}-{record.first_id}"


def _of(dataset: Dataset, role: Role) -> str:
    """Give the id of the organizer that has a role."""
    return _id(dataset, "organizer", dataset.organizers[role.organizer])


def _day(day: PartialDate | None) -> str:
    """Write a date as precisely as it is known; the model has no sign for "about"."""
    return str(day).removesuffix("~") if day else ""
