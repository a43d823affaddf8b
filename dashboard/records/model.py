"""The nouns: frozen records and closed vocabularies. They are the schema of `data/`; nothing here reads files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from dashboard.records.addresses import web_address
from dashboard.records.colours import colour
from dashboard.records.dates import PATTERN, PartialDate, span_words
from dashboard.records.ids import PATTERN as ID_PATTERN
from dashboard.words import languages
from dashboard.words.catalogue import Message, MessageError, say
from dashboard.words.spelling import as_id, one_line

KINDS = {
    "conference": "Conferences",
    "declaration": "Declarations",
    "side-event": "Side events",
    "preparation": "Preparation and announcements",
    "follow-up": "Follow-up",
    "context": "Context (outside the process)",
}
"""Kind of event → its lane on the timeline, in the order of the lanes."""

KIND_NAMES = {
    "conference": "Conference",
    "declaration": "Declaration",
    "side-event": "Side event",
    "preparation": "Preparation or announcement",
    "follow-up": "Follow-up",
    "context": "Outside the process",
}
"""Kind of event → its name for one event."""

KIND_NOUNS = {
    "conference": ("conference", "conferences"),
    "declaration": ("declaration", "declarations"),
    "side-event": ("side event", "side events"),
    "preparation": ("preparation or announcement", "preparations or announcements"),
    "follow-up": ("follow-up", "follow-ups"),
    "context": ("event outside the process", "events outside the process"),
}
"""Kind of event → the words for one and for several, inside a sentence."""

WEIGHTS = {
    "main": "The conferences",
    "secondary": "Other major events",
    "minor": "Bilateral talks and mentions",
    "related": "Outside the process",
}
WEIGHT_NOUNS = {
    "main": "conferences",
    "secondary": "other major events",
    "minor": "bilateral talks and mentions",
    "related": "events outside the process",
}
"""Weight → the word for events of it, inside a sentence."""
SHOWN_WEIGHTS = ("main", "secondary")
"""The weights a reader sees without asking for more."""

ROLES = {
    "host": "Host",
    "organizer": "Organizer",
    "co-organizer": "Co-organizer",
    "co-host": "Co-host",
    "lead": "Lead UN entity",
    "convener": "Convener",
    "chair": "Chair",
    "sponsor": "Sponsor",
    "supporter": "Supporter",
    "partner": "Partner",
    "party": "Party to talks",
    "announcer": "Announcer",
    "presenter": "Presenter",
}
"""Role → its name, from the role with the most responsibility for the event to the one with the least."""


def role_word(role: str) -> str:
    """Write the name of a role for the inside of a sentence: `co-organizer`, `lead UN entity`."""
    return ROLES[role][0].lower() + ROLES[role][1:]


ROLE_PLURALS = {"lead": "lead UN entities", "party": "parties to talks"}


def roles_word(role: str) -> str:
    """Write the name of a role that several hold, inside a sentence: `co-organizers`, `parties to talks`."""
    return ROLE_PLURALS.get(role, f"{role_word(role)}s")


ORGANIZING: "tuple[RoleWord, ...]" = ("host", "organizer", "co-organizer", "co-host", "lead", "convener")
"""The roles that make an organizer in the strict sense; counts of organizers count these."""

ORGANIZER_KINDS = {
    "state": "States",
    "united-nations": "United Nations",
    "regional-organization": "Regional organizations",
}
CONFIDENCES = {
    "confirmed": "Two or more sources agree",
    "single": "One source",
    "disputed": "Sources disagree",
    "inferred": "Deduced; the note says how",
}
CONFIDENCE_WORDS = {"single": "one source", "disputed": "disputed", "inferred": "deduced"}
"""The same in a word or two, to be put after a fact; a confirmed fact needs none."""
BASES = {
    "reported": "Given while it took place or later",
    "announced": "Announced before it took place",
    "registered": "Registered to take part, or applied",
}
"""How a number came about; numbers of different bases are never compared."""
BASIS_WORDS = {"announced": "announced", "registered": "registered"}
"""The same in a word, to be put after a number; a reported number needs none."""
_BASIS_IN_LABEL = {
    "announced": {"announced", "expected", "invited", "planned"},
    "registered": {"registered", "applied"},
}
"""Words of a label that already say the basis."""
SOUGHT = {
    "dates": "The days",
    "place": "The place",
    "organizers": "A second independent source of every role",
    "titles": "The official title in other languages",
    "figures": "Numbers, or a second independent source of one",
    "outcome": "The final document, or its whole text",
    "sessions": "The programme",
}
"""What can be looked for and not found at an event; all but the programme are columns of *Data quality*."""
SOUGHT_FIRST = {"figures": "Numbers", "outcome": "The final document"}
"""What was looked for if the event has none yet."""
SOUGHT_MORE = {"figures": "A second independent source of a number", "outcome": "The whole text of the final document"}
"""What was looked for if the event has one already."""
DATINGS = {
    "held": "The days on which it took place",
    "within": "At some time within these days",
    "reported": "The day of the report; the event's own day is not given",
}
THEMES = {
    "counter-terrorism": "Countering terrorism in general",
    "prevention": "Prevention of violent extremism",
    "youth": "Youth",
    "fighters": "Foreign terrorist fighters and their movement",
    "reintegration": "Return and reintegration",
    "internet": "Terrorist use of the internet",
    "technology": "New technology",
    "financing": "Terrorist financing",
    "money-laundering": "Money laundering",
    "organized-crime": "Organized crime",
    "drugs": "Trafficking in drugs",
    "weapons": "Trafficking in weapons",
    "persons": "Trafficking in persons",
    "border-security": "Border security",
    "infrastructure": "Critical infrastructure",
    "information": "Exchange of information",
    "cooperation": "Cooperation of states and organizations",
    "strategies": "Strategies and action plans",
    "justice": "Criminal justice and the rule of law",
    "human-rights": "Human rights and refugee law",
}
"""Term for a theme → its name. Themes are published in many wordings; editions are compared by these terms."""
LEVELS = {
    "head-of-state": "Head of state",
    "head-of-government": "Head of government",
    "deputy-head-of-state": "Deputy head of state or crown prince",
    "minister": "Minister",
    "deputy-minister": "Deputy minister",
    "head-of-organization": "Head of an organization",
    "deputy-head": "Deputy head of an organization",
    "envoy": "Special envoy or representative",
    "ambassador": "Ambassador or head of a mission",
    "official": "Another official",
}
"""Level of a delegation → its name, from the highest down."""
ADDRESSEES = {
    "states": "States",
    "un": "United Nations",
    "organizations": "Regional and international organizations",
    "partners": "Partners and donors",
    "civil-society": "Civil society",
    "private-sector": "Private sector",
}
"""Whom a paragraph of a declaration calls on, or binds, to do something → its name."""
CHANGE_KINDS = {"added": "Added", "corrected": "Corrected", "withdrawn": "Withdrawn"}
SOURCE_KINDS = {"official": "Official", "press": "Press", "ngo": "Civil society", "academic": "Academic"}
READ = {"full": "Read in full", "part": "Only the opening was read"}
OPENINGS = {
    "latest": "The last conference that has begun by the day of the data",
    "first": "The first conference",
}
"""Which event the page opens if a link names none."""
PANES = {
    "filters": "The filters, with the search",
    "timeline": "The timeline",
    "matrix": "The matrix of organizers and roles",
    "article": "The article about the chosen event",
}
"""The parts of the first page to which a step of the tour can point."""
LANGUAGES = languages.LANGUAGES
"""Code of a language → its English name; a process may name the few that its data has."""


# The words of each vocabulary above, as types for the type checker; a test compares the two.
EventKind = Literal["conference", "declaration", "side-event", "preparation", "follow-up", "context"]
Weight = Literal["main", "secondary", "minor", "related"]
RoleWord = Literal[
    "host",
    "organizer",
    "co-organizer",
    "co-host",
    "lead",
    "convener",
    "chair",
    "sponsor",
    "supporter",
    "partner",
    "party",
    "announcer",
    "presenter",
]
OrganizerKind = Literal["state", "united-nations", "regional-organization"]
Confidence = Literal["confirmed", "single", "disputed", "inferred"]
Basis = Literal["reported", "announced", "registered"]
Sought = Literal["dates", "place", "organizers", "titles", "figures", "outcome", "sessions"]
Dating = Literal["held", "within", "reported"]
ThemeTerm = Literal[
    "counter-terrorism",
    "prevention",
    "youth",
    "fighters",
    "reintegration",
    "internet",
    "technology",
    "financing",
    "money-laundering",
    "organized-crime",
    "drugs",
    "weapons",
    "persons",
    "border-security",
    "infrastructure",
    "information",
    "cooperation",
    "strategies",
    "justice",
    "human-rights",
]
Level = Literal[
    "head-of-state",
    "head-of-government",
    "deputy-head-of-state",
    "minister",
    "deputy-minister",
    "head-of-organization",
    "deputy-head",
    "envoy",
    "ambassador",
    "official",
]
Addressee = Literal["states", "un", "organizations", "partners", "civil-society", "private-sector"]
ChangeKind = Literal["added", "corrected", "withdrawn"]
SourceKind = Literal["official", "press", "ngo", "academic"]
HowRead = Literal["full", "part"]
Opening = Literal["latest", "first"]
Pane = Literal["filters", "timeline", "matrix", "article"]


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"-?(0|[1-9]\d{0,8})", value):
        if re.fullmatch(r"0+[1-9]\d{0,8}", value):
            raise MessageError(say("number-not-whole/zeros", value=value, cured=value.lstrip("0")))
        raise MessageError(say("number-not-whole", value=value))
    return value


def _true_or_false(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise MessageError(say("neither-true-nor-false", value=value))
    return value


def _day(value: object) -> object:
    """Read a date from its text alone: a mapping could name years and months that are not in the calendar."""
    if isinstance(value, str):
        return PartialDate.parse(value)
    if isinstance(value, PartialDate):
        return value
    raise PydanticCustomError("date_type", "A date is a text.")


def _degrees(most: int) -> BeforeValidator:
    def read(value: object) -> object:
        if isinstance(value, str) and not (re.fullmatch(r"-?\d{1,3}(\.\d+)?", value) and abs(float(value)) <= most):
            raise MessageError(say("degrees-not-understood", value=value, most=most))
        return value

    return BeforeValidator(read)


Latitude = Annotated[float, _degrees(90)]
Longitude = Annotated[float, _degrees(180)]
Edition = Annotated[int, Field(ge=1), BeforeValidator(_whole_number)]
TrueOrFalse = Annotated[bool, BeforeValidator(_true_or_false)]
Id = Annotated[str, Field(pattern=f"^{ID_PATTERN}$")]
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Colour = Annotated[str, AfterValidator(colour)]
Language = Annotated[
    str, AfterValidator(languages.language), WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}$"})
]
Url = Annotated[str, AfterValidator(web_address)]
Day = Annotated[
    PartialDate,
    BeforeValidator(_day),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": PATTERN}),
]
Sources = Annotated[tuple[Id, ...], Field(min_length=1, description="Ids of the sources that say so.")]


class Record(BaseModel):
    """What all records share: frozen, and a key not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def keys_of(model: type[Record]) -> Mapping[str, FieldInfo]:
    """Give the fields of a record by their keys in YAML: `from` is a word of Python, so its field has another name."""
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})


class Withdrawn(Record):
    """Why a record is no longer shown; the record itself stays, so that its id is never given to another."""

    on: Day = Field(description="Day on which it was withdrawn.")
    why: Text = Field(description="What was wrong with it, in our words.")
    instead: Id | None = Field(None, description="Id of the record that replaces it, if there is one.")


class Lasting(Record):
    """The fields of records whose ids are in links: an id is never reused, and never just removed."""

    id: Id
    aliases: tuple[Id, ...] = Field((), description="Ids it had before; links with them lead here.")
    withdrawn: Withdrawn | None = Field(
        None, description="If the page no longer shows it: when, why, and what replaces it."
    )

    @property
    def first_id(self) -> str:
        """The id that it had first, which stays when it gets another."""
        return next(iter(self.aliases), self.id)


class Title(Record):
    """An official title in one language."""

    language: Language = Field(description="Code of the language, such as en.")
    text: Text = Field(description="The title as published.")
    sources: tuple[Id, ...] = Field((), description="Ids of the sources that print it.")


class Role(Record):
    """What one organizer did at one event."""

    organizer: Id = Field(description="Id from organizers.yaml.")
    role: RoleWord = Field(description="What the organizer did.")
    confidence: Confidence = Field(description="How well the role is attested.")
    sources: Sources
    note: Text | None = Field(None, description="What a reader should know about the role, in our words.")


class Figure(Record):
    """A number somebody gave for the event."""

    label: Text = Field(description="What is counted.")
    aliases: tuple[Text, ...] = Field((), description="Labels it had before; links with them lead here.")
    value: Text = Field(description='The number as given, with words such as "more than".')
    basis: Basis = Field("reported", description="How the number came about.")
    confidence: Confidence = Field(description="How well the number is attested.")
    sources: Sources
    note: Text | None = Field(None, description="Who said it, and what others said.")

    @property
    def basis_word(self) -> str:
        """The word for its basis, to be put after its label; empty if none is needed, or the label says it."""
        said = _BASIS_IN_LABEL.get(self.basis, set()) & {*self.label.casefold().split()}
        return "" if said else BASIS_WORDS.get(self.basis, "")


class Person(Record):
    """Somebody who spoke or took part, with the office held at the time."""

    name: Text = Field(description="Name in Latin letters as published.")
    position: Text = Field(description="Office held at the time.")
    sources: Sources
    announced: TrueOrFalse = Field(False, description="true if only the announcement is known, not the presence.")
    note: Text | None = Field(None, description="What a reader should know about the entry, in our words.")


class Listing(Record):
    """A list of names or titles that share their sources."""

    items: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="The entries, as the source orders them."
    )
    sources: Sources
    note: Text | None = Field(None, description="What a reader should know about the list, in our words.")


class Session(Record):
    """One session of the programme."""

    title: Text = Field(description="Title as published.")
    day: Day | None = Field(None, description="Day on which it was held or planned.")
    chairs: tuple[Text, ...] = Field((), description="Names of those who chaired or moderated it.")
    sources: tuple[Id, ...] = Field(
        (), description="Ids of the sources of its day and chairs, beside those of the list."
    )
    note: Text | None = Field(None, description="What a reader should know about the entry, in our words.")


def _session(value: object) -> object:
    """Read a bare text as the title of a session about which nothing else is known."""
    return {"title": value} if isinstance(value, str) else value


class Programme(Record):
    """The sessions of an event, with the sources that list them."""

    items: Annotated[tuple[Annotated[Session, BeforeValidator(_session)], ...], Field(min_length=1)] = Field(
        description="The sessions, as the source orders them; a title alone, or with day and chairs."
    )
    sources: Sources
    note: Text | None = Field(None, description="What a reader should know about the list, in our words.")


class Delegation(Record):
    """Whom a state or organization sent."""

    name: Text = Field(description="State or organization.")
    level: Level = Field(description="Highest office known among those it sent.")
    sources: Sources
    note: Text | None = Field(None, description="What a reader should know about the entry, in our words.")


class Outcome(Record):
    """A document the event ended with."""

    title: Text = Field(description="Title as published.")
    date: Day | None = Field(None, description="Day of adoption.")
    url: Url | None = Field(None, description="Where the text can be read; never a copy.")
    sources: Sources
    note: Text | None = Field(None, description="What is not known about it, in our words.")


class Search(Record):
    """Something that was looked for and not found."""

    what: Sought = Field(description="What was looked for.")
    on: Day = Field(description="Day on which it was last looked for.")
    note: Text | None = Field(None, description="Where it was looked for, in our words.")


class Theme(Record):
    """What an event was about: the published words, and the terms for them."""

    text: Text = Field(description="The theme as published.")
    terms: tuple[ThemeTerm, ...] = Field((), description="The term for comparisons; leave it out if no term fits.")


def _theme(value: object) -> object:
    """Read a bare text as a theme that has no term."""
    return {"text": value} if isinstance(value, str) else value


class Paragraph(Record):
    """One paragraph of a declaration."""

    number: Text | None = Field(
        None, description="Number as printed, such as 4, or preamble; leave it out if none is printed or was read."
    )
    subject: Text = Field(description="What it says, in our words.")
    terms: tuple[ThemeTerm, ...] = Field((), description="The themes it is about; leave it out if none fits.")
    commits: tuple[Addressee, ...] = Field(
        (), description="Who should or must act; leave it out if it only states a view."
    )
    sources: Sources
    note: Text | None = Field(None, description="What a reader should know about the entry, in our words.")


TEXT_ALONE: tuple[type[Record], ...] = (Theme, Session)
"""The records that may be written as a bare text."""


class Event(Lasting):
    """One dated happening: a conference, a declaration, a side event, a step before or after."""

    id: Id = Field(description="Permanent; begins with the year (or with undated).")
    title: Text = Field(description="Official title as published, or a descriptive one if title_note says so.")
    label: Text = Field(description="Short name for charts; unique.")
    kind: EventKind = Field(description="What sort of event it is: its lane on the timeline.")
    weight: Weight = Field(description="How much it matters; minor and related are hidden at first.")
    edition: Edition | None = Field(None, description="Number in the series; conferences only.")
    parent: Id | None = Field(None, description="Id of the conference it belongs to.")
    start: Day | None = Field(None, description="First day, as precisely as it is known; empty if unknown.")
    end: Day | None = Field(None, description="Last day, inclusive; the same as start for one day.")
    dating: Dating = Field("held", description="What the days mean.")
    date_sources: tuple[Id, ...] = Field((), description="Ids of the sources that give the date.")
    date_note: Text | None = Field(None, description="What is uncertain about the date, in our words.")
    city: Text | None = Field(None, description="City; empty if unknown, and for meetings held online.")
    country: Text | None = Field(None, description="Country of the city.")
    venue: Text | None = Field(None, description="Building; online for a meeting held online, also beside a city.")
    venue_sources: tuple[Id, ...] = Field((), description="Ids of the sources that name the venue.")
    titles: tuple[Title, ...] = Field((), description="The official title in every language found.")
    title_note: Text | None = Field(None, description="How titles vary, in our words.")
    roles: tuple[Role, ...] = Field((), description="Who did what.")
    figures: tuple[Figure, ...] = Field((), description="Numbers given for the event.")
    patron: Person | None = Field(None, description="The patron, where there was one.")
    people: tuple[Person, ...] = Field((), description="Speakers and heads of delegations.")
    themes: tuple[Annotated[Theme, BeforeValidator(_theme)], ...] = Field(
        (), description="What it was about, in a few words each, with the terms by which editions are compared."
    )
    sessions: Programme | None = Field(None, description="The sessions: titles, and days and chairs where known.")
    delegations: tuple[Delegation, ...] = Field((), description="Which states and organizations came at which level.")
    frameworks: Listing | None = Field(None, description="Resolutions, strategies and plans it cites.")
    countries: Listing | None = Field(None, description="States named as present.")
    organizations: Listing | None = Field(None, description="Organizations named as present.")
    side_meetings: Listing | None = Field(None, description="Bilateral meetings beside the event.")
    funding: Listing | None = Field(None, description="What is known about the funding.")
    outcomes: tuple[Outcome, ...] = Field((), description="Documents adopted at the end.")
    text_read: HowRead | None = Field(
        None, description="How much of its text was read; declarations alone, where paragraphs are entered."
    )
    paragraphs: tuple[Paragraph, ...] = Field((), description="What its text says; declarations only.")
    sought: tuple[Search, ...] = Field((), description="What was looked for and not found.")
    sources: Sources
    note: Text | None = Field(None, description="Anything else a reader should know, in our words.")


class Organizer(Lasting):
    """A state or organization that held a role at an event."""

    id: Id = Field(description="Permanent; the word in links.")
    name: Text = Field(description="Name in full.")
    short_name: Text = Field(description="Label in charts and filters; unique.")
    kind: OrganizerKind = Field(description="State, United Nations entity or regional organization.")
    country: Text | None = Field(None, description="Country of a state, or of the seat.")
    seat: Text | None = Field(None, description="City of the seat.")
    website: Url | None = Field(None, description="Own website.")
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = Field(None, description="Wikidata item, if certain.")
    part_of: Id | None = Field(
        None, description="Id of the organizer it is part of: the UN of its offices, a state of its missions."
    )
    names: tuple[Title, ...] = Field((), description="Its name in other languages.")
    other_names: tuple[Text, ...] = Field((), description="Other forms of the name that articles use, acronyms too.")
    lead_body: Text | None = Field(None, description="The ministry or unit that acted for it.")
    note: Text | None = Field(None, description="Its part in the process, in our words.")


class Statement(Record):
    """What a source says about one event."""

    event: Id = Field(description="Id of the event.")
    text: Text = Field(description="What the source says about it, in our words.")


class Source(Lasting):
    """One page that says something about the process."""

    id: Id = Field(description="Permanent: publisher and day.")
    title: Text | None = Field(
        None, description="Title as published, in its own language and script; leave it out if it was not found."
    )
    title_en: Text | None = Field(
        None, description="The title in English, in our words. If the title was not found, say what the page is."
    )
    publisher: Text = Field(description="Who published it.")
    url: Url | None = Field(None, description="The page itself; empty if only a copy was found.")
    archived: Url | None = Field(None, description="A copy of the page in a web archive, for example web.archive.org.")
    published: Day | None = Field(None, description="Day of publication, as precisely as it is known.")
    accessed: Day | None = Field(None, description="Day on which it was read for the data.")
    checked: Day | None = Field(None, description="Day on which says was last compared with the page.")
    language: Language = Field(description="Language of the page.")
    kind: SourceKind = Field(description="Kind of publisher.")
    read: HowRead = Field(description="Whether the whole page was read.")
    copy_at: Text | None = Field(None, description="Host of the copy that was read; such a source has no url.")
    family: Id | None = Field(
        None, description="Name shared by sources that repeat one text; together they count as one."
    )
    says: tuple[Statement, ...] = Field((), description="What it says, event by event.")
    note: Text | None = Field(None, description="What a reader should know about it, in our words.")

    @property
    def heading(self) -> str:
        """The title as published; if it was not found, the one in English."""
        return self.title or self.title_en or ""

    @property
    def heading_language(self) -> str:
        """The language of `heading`: that of the page, or English if the title was not found."""
        return self.language if self.title else "en"


class Claim(Record):
    """What one side of a dispute says."""

    says: Text = Field(description="The statement, in our words.")
    sources: Sources


class Dispute(Lasting):
    """A question on which sources disagree."""

    id: Id = Field(description="Permanent.")
    event: Id = Field(description="Id of the event it is about.")
    question: Text = Field(description="The question, as a reader would ask it.")
    concerns: tuple[Text, ...] = Field(
        (), description="What it is about: `date`, `opening`, `role:<organizer>` or `figure:<label>`."
    )
    claims: Annotated[tuple[Claim, ...], Field(min_length=2)] = Field(description="The sides, with their sources.")
    shown: Text = Field(description="What the page shows, and why.")


class Mirror(Record):
    """A host that carries copies of other publishers' pages; never linked to."""

    host: Annotated[str, Field(pattern=r"^[a-z0-9.-]+$")] = Field(description="Host name without www.")
    why: Text = Field(description="What it copies.")


class Accent(Record):
    """The colour of links, and of what a reader has chosen."""

    light: Colour = Field(description='On the light page: # and six digits, in quotes, such as "#c2410c".')
    dark: Colour = Field(description='The same on the dark page, such as "#fb923c".')


class Licence(Record):
    """Under which licence the series publishes its data and articles."""

    name: Text = Field(description="Its name, such as CC BY 4.0.")
    url: Url = Field(description="The page with its text.")


class Keeper(Record):
    """Who keeps the data, and how to reach them."""

    name: Text | None = Field(None, description="Name of the person, the group or the institution.")
    email: Annotated[str, Field(pattern=r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$")] | None = Field(
        None, description="Address for letters about errors. It is on every page."
    )
    url: Url | None = Field(None, description="Page on which errors are reported, or a page about the keeper.")
    code: Url | None = Field(None, description="Address of the source code.")


class KindTerm(Record):
    """What a series calls a kind of event."""

    kind: EventKind = Field(description="The kind.")
    one: Text = Field(description="The word for one such event, inside a sentence.")
    many: Text = Field(description="The word for several, inside a sentence.")
    lane: Text | None = Field(None, description="Name of its lane on the timeline; by default the word for several.")


class RoleTerm(Record):
    """What a series calls a role."""

    role: RoleWord = Field(description="The role.")
    one: Text = Field(description="The word for one who has it, inside a sentence.")
    many: Text = Field(description="The word for several, inside a sentence.")


class Upcoming(Record):
    """What is known of the next event of the series; without a title, a date and a place, none is announced."""

    title: Text | None = Field(None, description="What it is called, if one is announced.")
    date: Day | None = Field(None, description="Its first day, as precisely as it is announced.")
    place: Text | None = Field(None, description="Where it is announced to take place, for example the city.")
    checked: Day = Field(description="Day on which an announcement was last looked for.")
    sources: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Ids of the sources that announce it; if none does, of those that were looked at."
    )

    @property
    def is_announced(self) -> bool:
        """Whether anything is announced."""
        return bool(self.title or self.date or self.place)


class Place(Record):
    """Where a city is on the map."""

    city: Text = Field(description="The city, spelt as in the events.")
    country: Text | None = Field(None, description="Its country, spelt as in the events.")
    latitude: Latitude = Field(description="Degrees to the north, for example 38.6; a tenth is precise enough.")
    longitude: Longitude = Field(description="Degrees to the east, for example 68.8; those to the west have a minus.")
    url: Url = Field(description="The page from which the two are taken.")


class Step(Record):
    """A step of the tour: a short text about a part of the first page, and what that page shows meanwhile."""

    title: Text = Field(description="What the step is about, in a few words.")
    text: Text = Field(description="What a reader sees there, and what to try, in our words.")
    pane: Pane = Field(description="The part of the page to which it points.")
    event: Id | None = Field(None, description="Id of the event that is chosen meanwhile.")
    at: Text | None = Field(None, description="What is proved meanwhile: `date`, the id of an organizer with a role, …")
    organizer: Id | None = Field(None, description="Id of the organizer by which events are filtered meanwhile.")


class Era(Record):
    """A span of time outside the series, such as a pandemic, that explains what the timeline shows."""

    name: Text = Field(description="What readers call it, in a few words; unique.")
    begin: Day = Field(alias="from", description="First day, as precisely as it is known.")
    until: Day | None = Field(None, description="Last day, inclusive; leave it out if it goes on.")
    sources: Sources

    @property
    def when(self) -> str:
        """Its days in words: `March 2020 – May 2023`, `since March 2020`."""
        return span_words(self.begin, self.until) if self.until else f"since {self.begin.words()}"


ACCENT = Accent(light="#c2410c", dark="#fb923c")
"""The accent colour if the process has none."""


class Process(Record):
    """The process as a whole."""

    name: Text = Field(description="Name in English.")
    id: Id | None = Field(
        None,
        description="Permanent; begins the names of files and of citations. By default made from the name.",
    )
    summary: Text = Field(description="One line that says what it is.")
    updated: Day = Field(description="Day on which the data was last brought up to date.")
    covered_until: Day | None = Field(None, description="Day up to which events were searched for.")
    languages: tuple[Language, ...] = Field(
        (), description="Languages of sources and titles, the most important first. Without it, any language."
    )
    licence: Licence | None = Field(
        None, description="The licence of data and articles; without it, the dashboard says that none is named."
    )
    keeper: Keeper | None = Field(None, description="Who keeps the data, and how to reach them.")
    accent: Accent | None = Field(None, description="The colour of links, and of what a reader has chosen.")
    opens: Opening = Field("latest", description="Which event the page opens if a link names none.")
    next: Upcoming | None = Field(None, description="The next event that is announced, or that none is.")
    tour: tuple[Step, ...] = Field((), description="The steps of a first visit, in their order.")
    places: tuple[Place, ...] = Field((), description="Where the cities are, for a map.")
    eras: tuple[Era, ...] = Field((), description="Spans of time that the timeline shows as bands behind its marks.")
    kinds: tuple[KindTerm, ...] = Field((), description="Other words for kinds of events, where the series needs them.")
    roles: tuple[RoleTerm, ...] = Field((), description="Other words for roles, where the series needs them.")
    names: tuple[Title, ...] = Field((), description="The names in use, in every language found.")
    not_to_be_confused_with: Text | None = Field(None, description="Other things with a similar name.")
    sources: Sources


class Change(Record):
    """One entry of the list of changes: what was done to which records, when and why."""

    on: Day = Field(description="Day of the change.")
    what: ChangeKind = Field(description="What was done; a new id for the same record is a correction.")
    events: tuple[Id, ...] = Field((), description="Ids of the events, also where their article changed.")
    organizers: tuple[Id, ...] = Field((), description="Ids of the organizers.")
    sources: tuple[Id, ...] = Field((), description="Ids of the sources.")
    disputes: tuple[Id, ...] = Field((), description="Ids of the disagreements.")
    mirrors: tuple[Text, ...] = Field((), description="Hosts from mirrors.yaml.")
    process: TrueOrFalse = Field(False, description="true if process.yaml changed in more than its day.")
    why: Text = Field(description="The reason for the change, in our words.")


UNNAMED = "Unnamed process"
"""The name that is shown if that of the process cannot be read."""


class Article(Record):
    """Our own account of one event: paragraphs whose sentences end with `[source-id]`."""

    event: Id
    text: str


LONGEST_MESSAGE = 600
"""The most characters of a message. All keys of an event fit in it."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in a data file; `line` and `column` count from 1, `level` is error or warning.

    `rule` is the name of the rule that found it, empty where the file or the record could not be read. `code` names the
    message in `words.catalogue`; it stays when the wording improves.
    """

    path: str
    line: int
    column: int
    record: str
    message: str
    level: str = "error"
    rule: str = ""
    code: str = field(kw_only=True)

    @classmethod
    def of(cls, path: str, line: int, column: int, record: str, message: Message, level: str = "error") -> "Problem":
        """Make a problem of a message; it stays one short line, whatever was typed as an id or a value."""
        record, words = one_line(record, 60), one_line(message, LONGEST_MESSAGE)
        return cls(path, line, column, record, words, level, code=message.code)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.record}: {self.message}"


@dataclass(frozen=True)
class Identity:
    """What the process is called, as far as it is known."""

    name: str = ""
    id: str = ""


@dataclass(frozen=True)
class Dataset:
    """What is published: mappings by id, in the order of the files.

    The id of a mirror is its host, and that of an article is the id of its event. Changes are called `record 1`,
    `record 2`… Withdrawn records are only in `withdrawn`, by file name and id. Records with faults are left out.
    `identity` is the name and the id of the process, even if nothing else of it is published.
    """

    process: Process | None = None
    identity: Identity = Identity()
    events: Mapping[str, Event] = field(default_factory=dict)
    organizers: Mapping[str, Organizer] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    mirrors: Mapping[str, Mirror] = field(default_factory=dict)
    changes: Mapping[str, Change] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    withdrawn: Mapping[tuple[str, str], Lasting] = field(default_factory=dict)

    @property
    def process_name(self) -> str:
        """The name of the process."""
        return (self.process.name if self.process else self.identity.name) or UNNAMED

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of sources and titles: those that the process names, then others in use."""
        used = {source.language for source in self.sources.values()} | {title.language for title in self._titles()}
        named = self.process.languages if self.process else ()
        return tuple(dict.fromkeys((*named, *sorted(used))))

    def _titles(self) -> Iterator[Title]:
        """Give every title that has a language."""
        yield from self.process.names if self.process else ()
        for event in self.events.values():
            yield from event.titles
        for organizer in self.organizers.values():
            yield from organizer.names

    @property
    def accent(self) -> Accent:
        """The colour of links, and of what a reader has chosen."""
        return (self.process and self.process.accent) or ACCENT

    @property
    def opens(self) -> Opening:
        """Which event the page opens if a link names none."""
        return self.process.opens if self.process else "latest"

    @property
    def process_id(self) -> str:
        """The word that begins the names of files, calendar entries and citations: `oslo-process`."""
        known = self.process.id if self.process else self.identity.id
        return known or as_id(self.process_name) or as_id(UNNAMED)
