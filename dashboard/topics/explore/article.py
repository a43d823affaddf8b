"""One event as a page to read, by the template beside this module. Only this module turns our Markdown into HTML.

Articles have only two forms: a `## heading`, and paragraphs of sentences that end with
their sources in square brackets before the full stop. `passages` cuts them, and drops the marks in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.frames import is_online, where
from dashboard.library import Snapshot
from dashboard.look import captions, markup
from dashboard.look.html import Html, piece, render
from dashboard.look.links import IN_THE_DASHBOARD, Links
from dashboard.look.style import badge
from dashboard.records.anchors import keys
from dashboard.records.dates import span_words
from dashboard.records.declarations import to_act
from dashboard.records.elsewhere import Elsewhere, elsewhere
from dashboard.records.evidence import (
    Fact,
    Proof,
    attested,
    attested_briefly,
    facts,
    former_keys,
    independent,
    proofs,
    statement,
)
from dashboard.records.model import (
    BASES,
    LANGUAGES,
    LEVELS,
    READ,
    SOUGHT,
    SOUGHT_FIRST,
    SOUGHT_MORE,
    THEMES,
    Dataset,
    Delegation,
    Event,
    Figure,
    Organizer,
    Paragraph,
    Role,
    Session,
    Source,
    Title,
)
from dashboard.records.names import Names
from dashboard.records.passages import (
    CITATION,
    CITATIONS,
    HEADING,
    Sentence,
    blocks,
    names_of,
    passages,
    sentences,
    without_marks,
)
from dashboard.records.terms import terms_of
from dashboard.words.counting import agreeing, capital, listed, small

_CITATIONS = "topics/explore/citations.html"

_WORDS = {
    "BASES": BASES,
    "LANGUAGES": LANGUAGES,
    "agreeing": agreeing,
    "attested": attested,
    "attested_briefly": attested_briefly,
    "badge": badge,
    "markup": markup,
    "span_words": span_words,
}
"""What the template needs besides the event."""


def article_html(dataset: Dataset, event: Event) -> Html:
    """Write the whole reading pane of an event.

    A sentence has the ids of the organizers it names in `data-organizers`, and in `data-states` the keys of the
    facts that it states. Citations lead to the numbered sources at the end. The proof of each role, figure and
    date is in a `template` with its key in `data-proof`. A link to it has the key in `data-at` or
    `data-organizer`.
    """
    names = names_of(dataset.organizers.values(), dataset.events.values())
    return _written("article", dataset, event, names, IN_THE_DASHBOARD, elsewhere(dataset))


def article_of(snapshot: Snapshot, event: str, links: Links = IN_THE_DASHBOARD) -> Html:
    """Write the reading pane of an event, with the matcher of names that all events of the snapshot share.

    Raises
    ------
    KeyError
        If no event has this id.
    """
    dataset = snapshot.dataset
    named = snapshot.answer(_elsewhere)
    return _written("article", dataset, dataset.events[event], snapshot.answer(_names), links, named)


def article_alone(snapshot: Snapshot, event: str, links: Links, picture: Html) -> Html:
    """Write an event as the main part of a page that needs no JavaScript, with `picture` below its head.

    Proofs have the id `proof-` and their key.

    Raises
    ------
    KeyError
        If no event has this id.
    """
    dataset = snapshot.dataset
    return _written("alone", dataset, dataset.events[event], snapshot.answer(_names), links, picture=picture)


def article_on_paper(snapshot: Snapshot, event: str, links: Links, picture: Html) -> Html:
    """Write an event as the main part of a handout, with `picture` below its head.

    Raises
    ------
    KeyError
        If no event has this id.
    """
    dataset = snapshot.dataset
    return _written("paper", dataset, dataset.events[event], snapshot.answer(_names), links, picture=picture)


def _written(
    order: str,
    dataset: Dataset,
    event: Event,
    names: Names,
    links: Links,
    named: Elsewhere | None = None,
    picture: Html | str = "",
) -> Html:
    """Fill one of the templates beside this module; with `named`, people and places link to other events."""
    page = _Page(dataset, event, names, named, titled=not links.cards)
    return render(
        f"topics/explore/{order}.html",
        page=page,
        cites=page.cites,
        event=event,
        links=links,
        picture=picture,
        **_WORDS,
        role_word=terms_of(dataset).role,
    )


def _names(snapshot: Snapshot) -> Names:
    return names_of(snapshot.dataset.organizers.values(), snapshot.dataset.events.values())


def _elsewhere(snapshot: Snapshot) -> Elsewhere:
    return elsewhere(snapshot.dataset)


@dataclass(frozen=True)
class Part:
    """A part of a sentence, of three kinds.

    It is the name of an `organizer` that has a role here, the name of a person or a place that other events have too
    (`named`), or text with the citations after it.
    """

    text: str
    sources: tuple[str, ...] = ()
    organizer: str = ""
    role: str = ""
    named: str = ""


@dataclass(frozen=True)
class Read:
    """A sentence as it is read; `key` is that of its passage.

    `states` are the keys of the facts it states, `organizers` and `sources` the ids of those that it names and cites,
    each with spaces between.
    """

    parts: tuple[Part, ...]
    states: str
    organizers: str
    sources: str
    key: str = ""


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph of an article; `heading` is None for a paragraph, and `key` is that of a heading."""

    heading: str | None = None
    sentences: tuple[Read, ...] = ()
    key: str = ""


class _Page:
    """What the template shows of an event, in the order in which it is shown."""

    def __init__(
        self, dataset: Dataset, event: Event, names: Names, elsewhere: Elsewhere | None, *, titled: bool
    ) -> None:
        self._dataset, self._event, self._names, self._titled = dataset, event, names, titled
        self._elsewhere = elsewhere
        self.named: dict[str, str] = {}
        self.article = dataset.articles.get(event.id)
        self.disputed = [dispute for dispute in dataset.disputes.values() if dispute.event == event.id]
        self.parent = dataset.events.get(event.parent or "")
        self.proofs = list(proofs(dataset, event).values())
        self._proving = {source for proof in self.proofs for source in proof.sources}
        self._facts = facts(event)
        self._cites_of: dict[tuple[str, ...], Html] = {}
        self._says_so: dict[str, Html] = {}
        self._roles_here = {role.organizer: role.role for role in reversed(event.roles)}
        text = self.article.text if self.article else ""
        self._cited = CITATION.findall(text)
        # Sources are numbered in the order of the text; those that it does not cite follow as further reading.
        order = [name for name in dict.fromkeys([*self._cited, *event.sources]) if name in dataset.sources]
        self._numbers = {name: (number, dataset.sources[name]) for number, name in enumerate(order, 1)}
        stated = passages(self._facts, text, names)
        self._passages = {fact.key: number for fact, number in zip(self._facts, stated, strict=True)}
        self._passages |= {old: self._passages[now] for old, now in former_keys(event).items()}

    @property
    def kind(self) -> str:
        """The kind of the event, its number in the series, and whether it is only planned."""
        return captions.kind(self._dataset, self._event)

    @property
    def title_language(self) -> str:
        """The language of the title of the event, as its titles say; empty if it is English or not known."""
        title = next((title for title in self._event.titles if title.text == self._event.title), None)
        return title.language if title and title.language != "en" else ""

    @property
    def place(self) -> str:
        event = self._event
        return where(event)

    @property
    def place_is_venue(self) -> bool:
        """Whether the venue is in `place` already."""
        event = self._event
        return is_online(event.venue or "") or not (event.city or event.country)

    @property
    def roles(self) -> list[tuple[Role, Organizer]]:
        known = self._dataset.organizers
        return [(role, known[role.organizer]) for role in self._event.roles if role.organizer in known]

    @property
    def figures(self) -> list[tuple[Fact, Figure]]:
        return [(fact, fact.record) for fact in self._facts if isinstance(fact.record, Figure)]

    def blocks_with_keys(self) -> list[Block]:
        """Give the headings and paragraphs of the article with the keys of their passages."""
        cut = list(self.blocks())
        passages = [
            ("".join(part.text for part in read.parts), read.sources.split())
            if isinstance(read, Read)
            else (read, list[str]())
            for block in cut
            for read in (block.sentences or (block.heading or "",))
        ]
        own = iter(keys(passages))
        return [
            replace(block, sentences=tuple(replace(read, key=next(own)) for read in block.sentences))
            if block.sentences
            else replace(block, key=next(own))
            for block in cut
        ]

    def blocks(self) -> Iterator[Block]:
        """Give the headings and paragraphs of the article."""
        number = 0
        for block in blocks(self.article.text if self.article else ""):
            if block.startswith(HEADING):
                yield Block(heading=without_marks(block.removeprefix(HEADING)))
            else:
                cut = sentences(block)
                yield Block(sentences=tuple(self._read(sentence, at) for at, sentence in enumerate(cut, number)))
                number += len(cut)

    @property
    def sought(self) -> str:
        """What was looked for and not found, with the day of the last search."""
        return "; ".join(f"{small(self._sought(search.what))} ({search.on.words()})" for search in self._event.sought)

    @property
    def where_sought(self) -> str:
        return " ".join(dict.fromkeys(search.note for search in self._event.sought if search.note))

    def about_paragraph(self, paragraph: Paragraph) -> str:
        """Give the themes of a paragraph, and whom it calls on."""
        return " · ".join([*(THEMES[term] for term in paragraph.terms), *filter(None, [to_act(paragraph)])])

    @property
    def delegations(self) -> dict[str, list[Delegation]]:
        """Level, from the highest down → who was of it."""
        came = {
            name: [delegation for delegation in self._event.delegations if delegation.level == level]
            for level, name in LEVELS.items()
        }
        return {name: sent for name, sent in came.items() if sent}

    def about_session(self, session: Session) -> str:
        """Give the day of a session and its chairs."""
        about = [session.day.words()] if session.day else []
        if session.chairs:
            about.append(f"{agreeing(len(session.chairs), 'chair', 'chairs')}: {listed(session.chairs)}")
        return " · ".join(about)

    @property
    def titles(self) -> list[Title]:
        """The titles other than the one on top."""
        return [title for title in self._event.titles if title.text != self._event.title]

    @property
    def current_proofs(self) -> list[Proof]:
        """The proofs by their current keys, without the former keys of figures."""
        keys = {fact.key for fact in self._facts}
        return [proof for proof in self.proofs if proof.key in keys]

    @property
    def numbered(self) -> list[tuple[int, Source]]:
        """All sources with their numbers."""
        return list(self._numbers.values())

    @property
    def cited(self) -> list[tuple[int, Source]]:
        return [(number, source) for number, source in self._numbers.values() if source.id in self._cited]

    @property
    def not_cited(self) -> list[tuple[int, Source]]:
        return [(number, source) for number, source in self._numbers.values() if source.id not in self._cited]

    def how_read(self, source: Source) -> str:
        """Say how far a source was read, if only a part of it was."""
        return READ["part"].lower() if source.read == "part" else ""

    def cites(self, source_ids: tuple[str, ...]) -> Html:
        """Link to sources by their numbers; an unknown source gets no link."""
        if source_ids not in self._cites_of:
            numbered = [self._numbers[source_id] for source_id in source_ids if source_id in self._numbers]
            self._cites_of[source_ids] = piece(_CITATIONS, "cites", self._event.id, numbered, self._titled)
        return self._cites_of[source_ids]

    def says_so(self, source_id: str) -> Html:
        """Name a source in the list of those that say so, with what it says about the event."""
        if source_id not in self._says_so:
            words = statement(self._dataset, source_id, self._event.id)
            html = piece(_CITATIONS, "says_so", self.who(source_id), self.cites((source_id,)), words)
            self._says_so[source_id] = html
        return self._says_so[source_id]

    def says_besides(self, source: Source) -> str:
        """Give what a source says about the event, if no proof has it already."""
        return "" if source.id in self._proving else statement(self._dataset, source.id, self._event.id)

    def is_unstated(self, proof: Proof) -> bool:
        """Tell whether no sentence of the article states the fact; then its card is beside the list on top."""
        return self.article is not None and self._passages[proof.key] is None

    def how_well(self, proof: Proof) -> str:
        """Say how well a fact is attested; empty if there is nothing to say."""
        known = {name for name in proof.sources if name in self._dataset.sources}
        words = [proof.attested] if proof.attested else []
        families = independent(self._dataset, known)
        # If several sources are counted as one, the words say so already.
        if families == 1 < len(known) or (families < len(known) and proof.confidence != "single"):
            these = f"{families} of these {len(known)} sources are independent of each other"
            words.append(f"these {len(known)} sources repeat one text" if families == 1 else these)
        return capital("; ".join(words))

    def who(self, source_id: str) -> str:
        """Name a source by its publisher and day."""
        source = self._dataset.sources.get(source_id)
        if source is None:
            return source_id  # an unknown id is a problem of the check
        return markup.who(source)

    def _sought(self, what: str) -> str:
        """Name what was looked for; if the event has some of it already, more of it."""
        there = {"figures": self._event.figures, "outcome": self._event.outcomes}.get(what)
        return (SOUGHT_MORE if there else SOUGHT_FIRST).get(what, SOUGHT[what])

    def _read(self, sentence: Sentence, number: int) -> Read:
        parts = tuple(self._parts(sentence.text, self._named(sentence.text)))
        return Read(
            parts,
            states=" ".join(key for key, passage in self._passages.items() if passage == number),
            organizers=" ".join(dict.fromkeys(part.organizer for part in parts if part.organizer)),
            sources=" ".join(source_id for source_id in sentence.sources if source_id in self._numbers),
        )

    def _named(self, text: str) -> list[tuple[int, Part]]:
        """Find the people and places in a sentence that other events name too, each with where it begins."""
        if self._elsewhere is None:
            return []
        names = []
        for mention in self._elsewhere.names.within(text):
            (name,) = mention.organizers
            others = self._elsewhere.than(self._event.id, name)
            if others:
                self.named[name] = " ".join(others)
                names.append((mention.start, Part(text[mention.start : mention.end], named=name)))
        return names

    def _parts(self, text: str, named: list[tuple[int, Part]]) -> Iterator[Part]:
        """Split a sentence at the names in it, and at its citations; organizers are those that have a role here."""
        organizers = []
        for mention in self._names.within(text):
            organizer = next(iter(sorted(mention.organizers & self._roles_here.keys())), None)
            if organizer is not None:
                words = text[mention.start : mention.end]
                organizers.append((mention.start, Part(words, organizer=organizer, role=self._roles_here[organizer])))
        end = 0
        for start, part in sorted([*organizers, *named], key=lambda begun: (begun[0], begun[1].named)):
            if start < end:
                continue  # the name of a place within that of an organizer
            yield from self._texts(text[end:start])
            yield part
            end = start + len(part.text)
        yield from self._texts(text[end:])

    def _texts(self, text: str) -> Iterator[Part]:
        """Split a text at its citations; words in brackets that are not the id of a source stay as typed."""
        end = 0
        for run in CITATIONS.finditer(text):
            rest = CITATION.sub(lambda match: "" if match[1] in self._numbers else match[0], run[0])
            yield Part(text[end : run.start()] + rest, sources=tuple(CITATION.findall(run[0])))
            end = run.end()
        if end < len(text):
            yield Part(text[end:])
