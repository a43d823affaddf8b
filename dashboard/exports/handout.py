"""The handout: one event, or the events that pass the filters, on one or two sheets; as a page to print and as PDF."""

from dataclasses import dataclass

from dashboard import frames
from dashboard.assets import FOLDER
from dashboard.exports import site
from dashboard.exports.chrome import in_turn, printed
from dashboard.exports.options import DEFAULTS, Options, chosen_event
from dashboard.frames.filters import Filters
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.html import Html, render
from dashboard.look.links import from_paper
from dashboard.look.strip import strip
from dashboard.look.style import badge, root_colors
from dashboard.records.model import Dataset, Event, Organizer, Role
from dashboard.records.passages import CITATIONS, HEADING, blocks, sentences
from dashboard.records.terms import terms_of
from dashboard.topics.explore.article import article_on_paper
from dashboard.words.counting import counted

SHEET = FOLDER / "css" / "handout.css"

SHEETS = 2
"""The most sheets of a handout."""

SIZES = {"large": 7_500, "middle": 10_000, "small": 13_500}
"""Font size → the most letters of a handout that fits on its sheets in this size; a longer one is `tiny`."""


def handout_html(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Write the handout as an HTML page that needs no other file; raises `NeedsEventError` for an unknown event."""
    event = chosen_event(snapshot, options)
    links = from_paper(options.get("site", ""), site.ending(options))
    name = snapshot.dataset.process_name
    if event:
        picture = strip(snapshot.dataset, links, {event.id})
        body = article_on_paper(snapshot, event.id, links, picture)
        address = site.event_page(options, event.id)
    else:
        body = _whole(snapshot, filters, options)
        address = site.view(options, filters)
    html = render(
        "exports/handout.html",
        title=f"{event.label} · {name}" if event else name,
        process=name,
        style=root_colors(snapshot.dataset.accent, dark=False) + Html(SHEET.read_text(encoding="utf-8")),
        size=next((size for size, most in SIZES.items() if len(body.striptags()) <= most), "tiny"),
        body=body,
        address=address,
        day=captions.day_of_data(snapshot),
        software=captions.software(snapshot.dataset),
        trial=snapshot.trial,
    )
    return html.encode() + b"\n"


def handout_pdf(snapshot: Snapshot, filters: Filters, options: Options = DEFAULTS) -> bytes:
    """Print the handout as PDF: one at a time, and each only once for a state of the data.

    Raises
    ------
    NeedsEventError
        If there is no such event.
    PictureError
        If there is no Chrome, or if it is busy.
    """
    return snapshot.answer(_printed, handout_html(snapshot, filters, options))


def _printed(snapshot: Snapshot, html: bytes) -> bytes:
    with in_turn():
        return printed(html, snapshot.dataset.process.updated if snapshot.dataset.process else None, SHEETS)


OFFERED = [
    (
        "handout.html",
        "Handout, to print",
        handout_html,
        "A handout of one event, or of several, on one or two sheets.",
    )
]
"""The handout that is made without a browser."""

PRINTED = [("handout.pdf", "Handout, PDF", handout_pdf, "The handout as PDF. Chrome or Chromium must be installed.")]
"""The handout that Chrome prints."""


@dataclass(frozen=True)
class Beginning:
    """A sentence of the first paragraph of an article, and the numbers of its sources."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Summary:
    """An event in short: when, where and by whom; for a conference also the beginning of its article."""

    event: Event
    when: str
    where: str
    roles: tuple[tuple[Role, Organizer], ...]
    beginning: tuple[Beginning, ...] = ()


def _whole(snapshot: Snapshot, filters: Filters, options: Options) -> Html:
    """Write the main part of the handout of all events that pass the filters."""
    dataset, shown = snapshot.dataset, snapshot.select(filters)
    events = [dataset.events[name] for name in shown.events["event_id"]]
    numbers: dict[str, int] = {}
    conferences = [_summary(dataset, event, numbers) for event in events if event.kind == "conference"]
    others = [_summary(dataset, event) for event in events if event.kind != "conference"]
    links = from_paper(options.get("site", ""), site.ending(options))
    return render(
        "exports/whole.html",
        name=dataset.process_name,
        summary=dataset.process.summary if dataset.process else "",
        choice=captions.choice(snapshot, filters, shown),
        picture=strip(dataset, links, events={event.id for event in events}),
        conferences=conferences,
        others=others,
        sources=[(number, dataset.sources[name]) for name, number in numbers.items()],
        links=links,
        badge=badge,
        counted=counted,
        role_word=terms_of(dataset).role,
        source_on_paper=markup.source_on_paper,
    )


def _summary(dataset: Dataset, event: Event, numbers: dict[str, int] | None = None) -> Summary:
    """Put an event in short. With `numbers`, add the beginning of its article, and number its sources."""
    roles = tuple(
        (role, dataset.organizers[role.organizer]) for role in event.roles if role.organizer in dataset.organizers
    )
    where = frames.where(event)
    beginning = () if numbers is None else _beginning(dataset, event, numbers)
    return Summary(event, frames.planned_or_held(dataset, event), where, roles, beginning)


def _beginning(dataset: Dataset, event: Event, numbers: dict[str, int]) -> tuple[Beginning, ...]:
    article = dataset.articles.get(event.id)
    first = next((block for block in blocks(article.text if article else "") if not block.startswith(HEADING)), "")
    read = []
    for sentence in sentences(first):
        known = [name for name in sentence.sources if name in dataset.sources]
        for name in known:
            numbers.setdefault(name, len(numbers) + 1)
        read.append(Beginning(CITATIONS.sub("", sentence.text), tuple(numbers[name] for name in known)))
    return tuple(read)
