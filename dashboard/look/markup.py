"""Pieces of HTML that several pages share: links, sources, marks of roles, totals. Their templates are `pieces.html`.

The pages are shown with `st.html`, which removes scripts and inline SVG. So a mark of a role is a letter here, and the
style sheet gives it its shape and colour.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from dashboard.look.html import Html, escaped, piece
from dashboard.look.links import query_string
from dashboard.look.style import MARKS, css_colors, following_colors, root_colors
from dashboard.records.addresses import short_address
from dashboard.records.evidence import attested, attested_briefly, proof_keys
from dashboard.records.model import (
    ACCENT,
    LANGUAGES,
    SOURCE_KINDS,
    Accent,
    Dataset,
    Event,
    Figure,
    Role,
    Source,
)
from dashboard.records.terms import terms_of
from dashboard.words.counting import in_words
from dashboard.words.languages import is_right_to_left

UNTITLED = "title as published not found"
"""What the page says about a source whose title is ours."""

NOT_DATED = "not dated"
"""The word for a source that gives no day of publication."""

_PIECES = "look/pieces.html"


def wrapped(html: Html, *, dark: bool) -> Html:
    """Put a page into the element that the style sheet and the colours look for."""
    return piece(_PIECES, "wrapped", html, dark)


def lead(words: str) -> Html:
    """Write the paragraph that a page begins with."""
    return piece(_PIECES, "lead", words)


def nothing(words: str) -> Html:
    """Say that there is nothing to show."""
    return piece(_PIECES, "nothing", words)


def totals(tiles: Mapping[str, object], words: str) -> Html:
    """Write totals, name → number, and the paragraph about them."""
    return piece(_PIECES, "totals", tiles, words)


def event_link(event: Event, at: str = "", words: str = "") -> Html:
    """Link to an event, or with `at` to the proof of that key; `words` are the link instead of the event's label."""
    return piece(_PIECES, "event_link", event, at, query_string({"event": event.id, "at": at}), words or event.label)


def proof_link(dataset: Dataset, event: Event, key: str, words: str) -> Html:
    """Link a fact to its proof; without a proof the words are not a link."""
    return event_link(event, key, words) if key in proof_keys(dataset, event) else escaped(words)


def page_title(label: str) -> Html:
    """Write the heading of a page for screen readers. The link of the page shows its name to the others."""
    return piece(_PIECES, "page_title", label)


def mark(role: str, *, disputed: bool = False) -> Html:
    """Draw the mark of a role; its name must be beside it. Needs `styles`."""
    return piece(_PIECES, "mark", role, MARKS[role].letter, disputed)


def marks_css() -> str:
    """Declare the colour and the shape of every mark, filled and hollow."""
    return "".join(
        f'.mark[data-role="{role}"]{{--mark:var(--role-{role});--shape:{_shape(look.path, hollow=False)}}}'
        f'.mark[data-role="{role}"][data-hollow]{{--shape:{_shape(look.path, hollow=True)}}}'
        for role, look in MARKS.items()
    )


def styles(accent: Accent = ACCENT) -> Html:
    """Write the element with the colours and the marks."""
    following = following_colors(accent, ".linked.evidence")
    return piece(_PIECES, "style", Html(css_colors(accent) + following + marks_css()))


def styles_of_a_file(accent: Accent = ACCENT) -> Html:
    """Write the same element for a page without a server, on which the system of the reader chooses the theme."""
    return piece(_PIECES, "style", Html(f"{root_colors(accent, '.linked.evidence')}{marks_css()}"))


def role(dataset: Dataset, event: Event, role: Role) -> Html:
    """Write who has a role: mark, name with a link to the proof, role, and how well it is attested."""
    name = proof_link(dataset, event, role.organizer, dataset.organizers[role.organizer].short_name)
    return piece(
        _PIECES,
        "role",
        mark(role.role, disputed=role.confidence == "disputed"),
        name,
        terms_of(dataset).role(role.role),
        confidence(role),
    )


def confidence(fact: Role | Figure) -> Html:
    """Write how well a fact is attested; empty if it is confirmed."""
    word = attested_briefly(fact)
    return piece(_PIECES, "confidence", fact.confidence, attested(fact), word) if word else Html()


def source(record: Source, how_read: str | None = None) -> Html:
    """Write a source: publisher, title with its link, and in a second line day, language, kind and how far it was read.

    The title is not a link if the source was read as a copy. A copy in a web archive has a link of its own. `how_read`
    replaces the words on how far it was read.
    """
    about = _about_source(record, f"read in {record.read}" if how_read is None else how_read)
    return piece(_PIECES, "source", record, source_title(record), about, _archived_link(record))


def source_in_short(record: Source) -> Html:
    """Write a source by its publisher and its title, without a link."""
    return piece(_PIECES, "source_in_short", record)


def source_on_paper(record: Source) -> Html:
    """Write a source for a sheet of paper: publisher, title, day and a short form of its address."""
    return piece(_PIECES, "source_on_paper", record, published(record), short_address(record.url) if record.url else "")


def who(record: Source, undated: str = NOT_DATED) -> str:
    """Name a source by its publisher and its day; `undated` takes the place of a day that is not known."""
    return ", ".join(filter(None, (record.publisher, published(record, undated))))


def published(record: Source, undated: str = NOT_DATED) -> str:
    """Give the day of publication in words, or `undated`."""
    return record.published.words() if record.published else undated


def _about_source(record: Source, how_read: str = "") -> str:
    """Give the words below a source: day, language, kind, how far it was read, and what is to be known of its title."""
    about = [published(record), LANGUAGES[record.language], SOURCE_KINDS[record.kind].lower(), how_read]
    return " · ".join(word for word in (*about, *_unlinked(record)) if word)


def _unlinked(record: Source) -> list[str]:
    """Say why the title of a source is not a link, and whether it is our title."""
    copy = [f"read as a copy at {record.copy_at}, so not linked"] if record.copy_at else []
    return copy + ([] if record.title else [UNTITLED])


def source_title(source: Source) -> Html:
    """Write the title of a source with its link, and in brackets behind it the one in English.

    If the published title was not found, the English title replaces it. Without an address the title is not a link; so
    it is for a source that was read as a copy.
    """
    return piece(_PIECES, "source_title", source, right_to_left(source.language))


def _archived_link(source: Source) -> Html:
    """Write a link to the archived copy of a source, to be put after the words about it; empty without a copy."""
    return piece(_PIECES, "archived", source.archived)


def right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return is_right_to_left(language)


def bold(words: str) -> Html:
    """Write words in bold."""
    return piece(_PIECES, "bold", words)


def link(url: str, words: str) -> Html:
    """Link to a page of another site, which opens in a new tab."""
    return piece(_PIECES, "link", url, words)


def sources(dataset: Dataset, source_ids: Iterable[str]) -> Html:
    """List sources; sources that repeat one text are together under a line that says so."""
    known = [dataset.sources[name] for name in dict.fromkeys(source_ids) if name in dataset.sources]
    families: dict[str, list[Html]] = {}
    for record in known:
        families.setdefault(record.family or f"source {record.id}", []).append(source(record))
    return piece(_PIECES, "sources", [{"number": in_words(len(rows)), "rows": rows} for rows in families.values()])


def _shape(path: str, *, hollow: bool) -> str:
    # Quote everything: the page's sanitizer throws away a style element in which a bracket opens a tag.
    return f'url("data:image/svg+xml,{quote(piece(_PIECES, "shape", path, hollow))}")'
