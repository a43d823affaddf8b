"""Pieces of HTML that several pages share: links, sources, marks of roles. Everything from the data is escaped.

The pages are shown with `st.html`, which lets neither scripts nor inline SVG through; so a mark of a
role is a letter here, and the style sheet gives it its shape and colour.
"""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlencode

from dashboard.look.style import MARKS
from dashboard.records.evidence import attested, attested_briefly, proofs
from dashboard.records.model import (
    LANGUAGES,
    SOURCE_KINDS,
    Dataset,
    Event,
    Figure,
    Role,
    Source,
    role_word,
)
from dashboard.words.counting import in_words

RIGHT_TO_LEFT = {"ar"}
UNTITLED = "title as published not found"
"""Said of a source whose title is ours."""


def wrapped(html: str, *, dark: bool) -> str:
    """Put a page into the element that the style sheet and the colours look for."""
    return f'<div class="linked evidence"{" data-theme=dark" if dark else ""}>{html}</div>'


def event_link(event: Event, at: str = "", html: str = "") -> str:
    """Link to an event, or with `at` to the proof of that key; `html` stands in it instead of the event's label."""
    query = escape(urlencode({"event": event.id} | ({"at": at} if at else {})))
    more = f' data-at="{escape(at)}"' if at else ""
    return f'<a href="?{query}" data-choose="{escape(event.id)}"{more}>{html or escape(event.label)}</a>'


def proof_link(dataset: Dataset, event: Event, key: str, html: str) -> str:
    """Link a fact to its proof; where it has none the words stand alone."""
    return event_link(event, key, html) if key in proofs(dataset, event) else html


def mark(role: str, *, disputed: bool = False) -> str:
    """Draw the mark of a role; its name must stand beside it. Needs `marks_css`."""
    hollow = " data-hollow" if disputed else ""
    return f'<i class="mark" data-role="{role}"{hollow} aria-hidden="true">{MARKS[role].letter}</i>'


def marks_css() -> str:
    """Declare the colour and the shape of every mark, filled and hollow."""
    return "".join(
        f'.mark[data-role="{role}"]{{--mark:var(--role-{role});--shape:{_shape(look.path, hollow=False)}}}'
        f'.mark[data-role="{role}"][data-hollow]{{--shape:{_shape(look.path, hollow=True)}}}'
        for role, look in MARKS.items()
    )


def role(dataset: Dataset, event: Event, held: Role) -> str:
    """Write who held a role: mark, name with a link to the proof, role, and how well it is attested."""
    name = escape(dataset.organizers[held.organizer].short_name)
    return (
        f"{mark(held.role, disputed=held.confidence == 'disputed')}<span>"
        f"{proof_link(dataset, event, held.organizer, name)} <em>{escape(role_word(held.role))}</em>"
        f"{confidence(held)}</span>"
    )


def confidence(fact: Role | Figure) -> str:
    """Mark a fact that is not confirmed with the word for it."""
    shown = attested_briefly(fact)
    if not shown:
        return ""
    word = fact.confidence
    return f' <small class="confidence" data-confidence="{word}" title="{attested(fact)}">{shown}</small>'


def source(record: Source) -> str:
    """Write a source: publisher, title with its link, and in a second line day, language, kind and how far it was read.

    Of a source that was read as a copy the title is no link; a copy in a web archive has a link of its own.
    """
    about = [
        record.published.words() if record.published else "not dated",
        LANGUAGES[record.language],
        SOURCE_KINDS[record.kind].lower(),
        f"read in {record.read}",
    ]
    if record.copy_at:
        about.append(f"read as a copy at {record.copy_at}, so not linked")
    if not record.title:
        about.append(UNTITLED)
    said = f"{escape(' · '.join(about))}{archived_link(record)}"
    return f"<b>{escape(record.publisher)}</b>: {source_title(record)}<small>{said}</small>"


def source_title(source: Source) -> str:
    """Write the title of a source with its link, and in brackets behind it the one in English.

    Where the title as published was not found, the one in English stands in its place. Without an address, as of a
    source that was read as a copy, the title is no link.
    """
    if source.title:
        title = f'<span lang="{source.language}"{direction(source.language)}>{escape(source.title)}</span>'
        english = f" [{escape(source.title_en)}]" if source.title_en else ""
    else:
        title, english = escape(source.heading), ""
    return (link(source.url, title) if source.url else title) + english


def archived_link(source: Source) -> str:
    """Write a link to the archived copy of a source, to stand behind what is said about it; empty without one."""
    return f" · {link(source.archived, 'archived copy')}" if source.archived else ""


def direction(language: str) -> str:
    """Give the attribute of a text whose language is written from right to left."""
    return ' dir="rtl"' if language in RIGHT_TO_LEFT else ""


def link(url: str, html: str) -> str:
    """Link to a page elsewhere, which opens beside this one."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{html}</a>'


def sources(dataset: Dataset, source_ids: Iterable[str]) -> str:
    """List sources; those that repeat one text stand together under a line that says so."""
    known = [dataset.sources[name] for name in dict.fromkeys(source_ids) if name in dataset.sources]
    families: dict[str, list[Source]] = {}
    for record in known:
        families.setdefault(record.family or f"source {record.id}", []).append(record)
    rows = [
        f"<li>{source(group[0])}</li>"
        if len(group) == 1
        else f'<li class="family"><p>These {in_words(len(group))} repeat one text</p><ul>'
        f"{''.join(f'<li>{source(record)}</li>' for record in group)}</ul></li>"
        for group in families.values()
    ]
    return f'<ul class="said-by">{"".join(rows)}</ul>'


def _shape(path: str, *, hollow: bool) -> str:
    paint = "fill='none' stroke='black' stroke-width='2'" if hollow else "stroke='black' stroke-width='1.6'"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-12 -12 24 24'><path d='{path}' {paint}/></svg>"
    # Quoted whole: a style element in which a bracket opens a tag is thrown away by the page's sanitizer.
    return f'url("data:image/svg+xml,{quote(svg)}")'
