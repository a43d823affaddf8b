"""A dataset of five events in code, with texts that try to break the page; for tests that need no files."""

from dataclasses import replace
from types import MappingProxyType

from dashboard import frames
from dashboard.library import Snapshot
from dashboard.records.dates import PartialDate
from dashboard.records.model import (
    Article,
    Claim,
    Dataset,
    Delegation,
    Dispute,
    Era,
    Event,
    Figure,
    Licence,
    Listing,
    Organizer,
    Outcome,
    Person,
    Process,
    Programme,
    Role,
    Session,
    Source,
    Title,
    Withdrawn,
)

HOSTILE = "<img src=x onerror=alert(1)>"
CODE = "</script><script>alert(2)</script>"

ORGANIZERS = (
    Organizer(
        id="tajikistan", name="Republic of Tajikistan", short_name="Tajikistan", kind="state",
        other_names=("Tajik Government",),
    ),
    Organizer(id="qatar", name="State of Qatar", short_name="Qatar", kind="state"),
    Organizer(id="un", name="United Nations", short_name="UN", kind="united-nations"),
    Organizer(
        id="unoct", name="United Nations Office of Counter-Terrorism", short_name="UNOCT", kind="united-nations",
        part_of="un", names=(Title(language="ru", text="Контртеррористическое управление"),),
    ),
    Organizer(id="osce", name=f"OSCE {HOSTILE}", short_name="OSCE <b>", kind="regional-organization"),
)  # fmt: skip

SOURCES = (
    Source(
        id="khovar-2018", title="Conference <opens>", publisher="Khovar & Co", url="https://khovar.tj/1?a=1&b='2'",
        published=PartialDate(2018, 5, 3), language="en", kind="press", read="full",
    ),
    Source(
        id="kuna-2018", title="مؤتمر دوشنبه", publisher="KUNA", language="ar", kind="press", read="part",
        copy_at="mirror.example",
    ),
    Source(
        id="un-2022", title="@UN: Meeting", publisher="UN", url="https://un.org/2", language="en", kind="official",
        read="full",
    ),
)  # fmt: skip

EVENTS = (
    Event(
        id="2018-dushanbe", title="High-Level Conference", label="Dushanbe 2018", kind="conference", weight="main",
        edition=1, start=PartialDate(2018, 5, 3), end=PartialDate(2018, 5, 4), city="Dushanbe", country="Tajikistan",
        venue="Kohi <Somon>", venue_sources=("khovar-2018",),
        titles=(
            Title(language="en", text="High-Level Conference"),
            Title(language="ar", text="المؤتمر رفيع المستوى"),
            Title(language="ru", text="Конференция"),
        ),
        roles=(
            Role(organizer="tajikistan", role="host", confidence="confirmed", sources=("khovar-2018", "kuna-2018")),
            Role(organizer="un", role="co-organizer", confidence="single", sources=("khovar-2018",)),
            Role(organizer="qatar", role="sponsor", confidence="disputed", sources=("kuna-2018",), note="-1 source"),
        ),
        figures=(Figure(label='"those" <there>', value="> 400", confidence="single", sources=("khovar-2018",)),),
        people=(Person(name="Michèle Coninsx", position="Director $x$", sources=("khovar-2018",), announced=True),),
        sessions=Programme(
            items=("Opening", Session(title="I <borders>", day=PartialDate(2018, 5, 4), chairs=("A & B", "Zoë Day"))),
            sources=("khovar-2018",),
        ),
        delegations=(
            Delegation(name="Qatar & co", level="minister", sources=("kuna-2018",), note="Named by <KUNA>."),
            Delegation(name="Tajikistan", level="head-of-state", sources=("khovar-2018",)),
            Delegation(name="UN", level="minister", sources=("khovar-2018",)),
        ),
        frameworks=Listing(items=("Global <Strategy>",), sources=("khovar-2018",)),
        outcomes=(Outcome(title="Dushanbe Declaration", url="https://un.org/a?b=1&c=2", sources=("khovar-2018",)),),
        sources=("kuna-2018", "khovar-2018"),
    ),
    Event(
        id="2019-side", title=HOSTILE, label="=cmd()<b>", kind="side-event", weight="secondary", parent="2018-dushanbe",
        start=PartialDate(2019, 5), end=PartialDate(2019, 5), dating="within", city="Dushanbe", country=CODE,
        roles=(
            Role(organizer="osce", role="organizer", confidence="single", sources=("kuna-2018",), note=CODE),
            Role(organizer="un", role="partner", confidence="inferred", sources=("kuna-2018",)),
        ),
        sources=("kuna-2018",),
    ),
    Event(
        id="2022-dushanbe", title="Conference of 2022", label="Dushanbe 2022", kind="conference", weight="main",
        edition=2, start=PartialDate(2022, 10, 18), end=PartialDate(2022, 10, 19),
        city="Dushanbe", country="Tajikistan",
        roles=(
            Role(organizer="tajikistan", role="host", confidence="confirmed", sources=("un-2022", "khovar-2018")),
            Role(organizer="unoct", role="co-organizer", confidence="confirmed", sources=("un-2022", "khovar-2018")),
        ),
        themes=("finance",), sources=("un-2022",),
    ),
    Event(
        id="2022-briefing", title="+Briefing", label="Briefing 2022", kind="preparation", weight="minor",
        start=PartialDate(2022, 9, 16), end=PartialDate(2022, 9, 16), dating="reported", venue="online",
        roles=(Role(organizer="tajikistan", role="announcer", confidence="single", sources=("un-2022",)),),
        sources=("un-2022",),
    ),
    Event(id="undated-plan", title="Plan", label="Plan", kind="follow-up", weight="secondary", sources=("un-2022",)),
)  # fmt: skip

ARTICLE = f"""The Tajik Government hosted it with the United Nations Office of Counter-Terrorism
and the United Nations [kuna-2018]. It cost $x$ and was :red[x] {HOSTILE} [khovar-2018] [kuna-2018].
Qatar "paid"! [khovar-2018]

## What & why

Mr. Rahmon spoke in Dushanbe on 3.5 goals [khovar-2018]."""

DISPUTE = Dispute(
    id="qatar-role", event="2018-dushanbe", question="Did Qatar <pay>?", concerns=("role:qatar", "date"),
    claims=(Claim(says="It paid & led.", sources=("kuna-2018",)), Claim(says="It did not.", sources=("khovar-2018",))),
    shown="Sponsor, because <two> say so.",
)  # fmt: skip


ERA = Era.model_validate({"name": "Lockdown & <b>", "from": "2020-03", "until": "2021", "sources": ["un-2022"]})


def _by_id(records) -> MappingProxyType:
    return MappingProxyType({record.id: record for record in records})


DATASET = Dataset(
    process=Process(
        name="Dushanbe Process",
        summary="Conferences.",
        updated=PartialDate(2026, 3, 1),
        licence=Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
        eras=(ERA,),
        sources=("un-2022",),
    ),
    events=_by_id(EVENTS),
    organizers=_by_id(ORGANIZERS),
    sources=_by_id(SOURCES),
    disputes=_by_id((DISPUTE,)),
    articles={"2018-dushanbe": Article(event="2018-dushanbe", text=ARTICLE)},
)
EMPTY = Dataset()
PLANNED = replace(DATASET, process=DATASET.process.model_copy(update={"updated": PartialDate(2022, 10, 1)}))
"""The same as it was before the conference of 2022, which is only planned here."""


def _withdrawn(name: str, **more):
    """Give the withdrawn side event under another id."""
    gone = Withdrawn(on=PartialDate(2026, 1, 2), why="It was an error", **more)
    return DATASET.events["2019-side"].model_copy(update={"id": name, "label": "Gone", "withdrawn": gone})


CHANGED = replace(
    DATASET,
    events={
        **DATASET.events,
        "2022-dushanbe": DATASET.events["2022-dushanbe"].model_copy(update={"aliases": ("2022-before",)}),
    },
    withdrawn={
        ("events.yaml", "2019-gone"): _withdrawn("2019-gone"),
        ("events.yaml", "2019-moved"): _withdrawn("2019-moved", instead="2019-side"),
    },
)
"""The same with a former id, and with two withdrawn records, of which one has a successor."""


FRAMES = frames.build(DATASET)
"""The frames of the dataset, made once for all its snapshots; nothing changes them."""


def snapshot(dataset: Dataset = DATASET, stamp: str = "0123456789ab") -> Snapshot:
    """Make the snapshot of a dataset without reading files."""
    return Snapshot(stamp, dataset, (), FRAMES if dataset is DATASET else frames.build(dataset))


class Shelf:
    """Replaces the library: gives the snapshot it holds."""

    def __init__(self, held: Snapshot | None = None) -> None:
        self.held = held or snapshot()

    def current(self) -> Snapshot:
        return self.held
