"""What a reader can cite: an event's entry, a view, the data set, a source. `citations` writes them in each format."""

from dataclasses import dataclass

from dashboard import frames
from dashboard.exports import site
from dashboard.exports.about import authors
from dashboard.exports.options import DEFAULTS, OPTIONS, Options, chosen_event, day_of_access
from dashboard.frames import NO_PLACE, is_ahead, when
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions
from dashboard.records.dates import PartialDate
from dashboard.records.model import Event, Source
from dashboard.words.counting import capital, small
from dashboard.words.phrases import worded


@dataclass(frozen=True)
class Reference:
    """One thing to cite; what is not known is empty or None.

    Attributes
    ----------
    key
        Its name in a file; it stays the same in later versions, also when the record gets another id.
    is_data
        Whether it is a data set. All else is a page on the web.
    author
        A group, never a person.
    website
        The website that the page is part of, or who published the page.
    issued, accessed
        The day of publication, and the day on which somebody read it.
    about
        What kind of thing it is, or which event it is about, in words.
    event_days
        The first and last day of the event that it is about.
    """

    key: str
    title: str
    url: str
    issued: PartialDate | None
    accessed: PartialDate | None
    is_data: bool = False
    author: str = ""
    website: str = ""
    language: str = "en"
    version: str = ""
    about: str = ""
    notes: tuple[str, ...] = ()
    event_days: tuple[PartialDate, PartialDate] | None = None
    place: str = ""


def of_event(snapshot: Snapshot, event: Event, options: Options) -> Reference:
    """Give the entry of an event in the dashboard."""
    where = frames.where(event)
    what = "Planned event" if is_ahead(snapshot.dataset, event) else "Event"
    known = [when(event) if event.start else "", "" if where == NO_PLACE else where]
    event_days = (event.start, event.end or event.start) if event.start and event.dating == "held" else None
    return _ours(
        snapshot,
        options,
        key=f"{snapshot.dataset.process_id}-{event.first_id}",
        title=event.title,
        url=site.event_page(options, event.id),
        about=": ".join(filter(None, [what, ", ".join(filter(None, known))])),
        event_days=event_days,
        place="" if where == NO_PLACE else where,
    )


def of_view(snapshot: Snapshot, filters: Filters, options: Options) -> Reference:
    """Give the dashboard as an address shows it; its title says which events it has.

    Raises `NeedsEventError` if an event is chosen that the data does not have.
    """
    event = chosen_event(snapshot, options)
    layout = {name: options[name] for name in OPTIONS if options.get(name, DEFAULTS[name]) != DEFAULTS[name]}
    choice = captions.choice(snapshot, filters, snapshot.select(filters))
    return _ours(
        snapshot,
        options,
        key="-".join(filter(None, [snapshot.dataset.process_id, "view", filters.slug()])),
        title=f"{snapshot.dataset.process_name}: {small(choice)}",
        url=site.view(options, filters, **layout, **({"event": event.id} if event else {})),
    )


def of_dataset(snapshot: Snapshot, options: Options) -> Reference:
    """Give the data and the articles as a whole."""
    return _ours(
        snapshot,
        options,
        key=f"{snapshot.dataset.process_id}-data",
        title=data_title(snapshot),
        url=site.view(options, Filters()),
        about="Data set",
        is_data=True,
    )


def data_title(snapshot: Snapshot) -> str:
    """Name the data as a work, as in CITATION.cff."""
    return f"Data and articles of the {captions.work(snapshot.dataset)}"


def of_source(source: Source) -> Reference:
    """Give a page that the data cites; the day of access is the day on which it was read for the data."""
    notes = [
        f"Title in English: {source.title_en}" if source.title and source.title_en else "",
        "Only the opening was read" if source.read == "part" else "",
        f"Read as a copy at {source.copy_at}" if source.copy_at else "",
        f"Archived copy: {source.archived}" if source.archived else "",
    ]
    return Reference(
        key=source.first_id,
        # Styles put a description in place of a title into square brackets.
        title=source.title or (f"[{source.title_en}]" if source.title_en else ""),
        url=source.url or "",
        issued=source.published,
        accessed=source.accessed,
        website=source.publisher,
        language=source.language,
        notes=tuple(filter(None, notes)),
    )


def _ours(
    snapshot: Snapshot,
    options: Options,
    *,
    key: str,
    title: str,
    url: str,
    about: str = "",
    is_data: bool = False,
    event_days: tuple[PartialDate, PartialDate] | None = None,
    place: str = "",
) -> Reference:
    """Give a part of the dashboard with its author, and with day and version of the data."""
    process = snapshot.dataset.process
    return Reference(
        key=key,
        title=title,
        url=url,
        issued=process.updated if process else None,
        accessed=day_of_access(options),
        is_data=is_data,
        author=authors(snapshot.dataset),
        website="" if is_data else captions.work(snapshot.dataset),
        version=snapshot.stamp,
        about=about,
        notes=(capital(worded("caption-trial")),) if snapshot.trial else (),
        event_days=event_days,
        place=place,
    )
