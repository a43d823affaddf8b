"""One event as a page to read: escaped first, marked up after. The only room that turns our Markdown into HTML.

Articles know two forms alone: a `## heading`, and paragraphs of sentences that end with
their sources in square brackets before the full stop. `passages` cuts them, and drops the marks in them.
"""

import re
from collections.abc import Mapping
from html import escape

from dashboard.frames import is_online, place
from dashboard.look.markup import UNTITLED, archived_link, direction, link, source_title
from dashboard.look.style import badge
from dashboard.records.dates import span_words
from dashboard.records.declarations import to_act
from dashboard.records.evidence import (
    DATE,
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
    KIND_NAMES,
    LANGUAGES,
    LEVELS,
    READ,
    SOUGHT,
    SOUGHT_FIRST,
    SOUGHT_MORE,
    SOURCE_KINDS,
    THEMES,
    Dataset,
    Dispute,
    Event,
    Figure,
    Listing,
    Paragraph,
    Person,
    Role,
    Session,
    Source,
    role_word,
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
from dashboard.words.counting import agreeing, capital, listed, small


def article_html(dataset: Dataset, event: Event, names: Names | None = None) -> str:
    """Write the whole reading pane of an event as HTML; `names` spares making the matcher of names anew.

    Every text from the data is escaped. A sentence carries the ids of the organizers it names in
    `data-organizers`, and in `data-states` the keys of the facts whose passage it is; citations lead to the
    numbered sources at the end. The proof of each role, figure and date waits in a `template` with
    its key in `data-proof`; a link to it carries the key in `data-at` or `data-organizer`.
    """
    numbers = {source_id: number for number, source_id in enumerate(_cited_order(dataset, event), 1)}
    write = _Writer(dataset, event, numbers, names or names_of(dataset.organizers.values(), dataset.events.values()))
    parts = [
        write.head(),
        write.roles(),
        write.figures(),
        write.text(),
        write.sought(),
        write.disputes(),
        write.outcomes(),
        write.paragraphs(),
        write.people(),
        write.delegations(),
        write.sessions(),
        write.listing("Texts cited", event.frameworks),
        write.listing("States named as present", event.countries, inline=True),
        write.listing("Organizations named as present", event.organizations, inline=True),
        write.listing("Side meetings", event.side_meetings),
        write.listing("Money", event.funding),
        write.titles(),
        write.sources(),
        *(write.proof(proof) for proof in proofs(dataset, event).values()),
    ]
    return "".join(part for part in parts if part)


class _Writer:
    """Holds what the parts of one page share: the dataset, the event, and the numbers of its sources."""

    def __init__(self, dataset: Dataset, event: Event, numbers: Mapping[str, int], names: Names) -> None:
        self.dataset, self.event, self.numbers, self.names = dataset, event, numbers, names
        self.disputed = [dispute for dispute in dataset.disputes.values() if dispute.event == event.id]
        self.article = dataset.articles.get(event.id)
        stated = passages(facts(event), self.article.text if self.article else "", names)
        self.passages = {fact.key: number for fact, number in zip(facts(event), stated, strict=True)}
        self.passages |= {old: self.passages[now] for old, now in former_keys(event).items()}

    def head(self) -> str:
        event = self.event
        kind = KIND_NAMES[event.kind]
        if event.edition:
            kind += f" {event.edition} of the series"
        where = escape(place(event.city or "", event.country or "", event.venue or ""))
        if event.venue and (is_online(event.venue) or not (event.city or event.country)):
            where += self._cites(event.venue_sources)
        elif event.venue:
            where += f'<span class="venue">{escape(event.venue)}{self._cites(event.venue_sources)}</span>'
        note = f'<span class="venue">{escape(event.date_note)}</span>' if event.date_note else ""
        parent = self.dataset.events.get(event.parent or "")
        belongs = f"<dt>Part of</dt><dd>{self._event_link(parent)}</dd>" if parent else ""
        return (
            f'<p class="kind" style="--mark:var(--kind-{event.kind})">{escape(kind)}</p>'
            f"<h2>{escape(event.title)}</h2>"
            f'<dl class="facts"><dt>When</dt><dd>{self._when()}'
            f"{self._dispute_link('date')}{note}</dd><dt>Where</dt><dd>{where}</dd>{belongs}</dl>"
        )

    def _when(self) -> str:
        words = escape(span_words(self.event.start, self.event.end, self.event.dating))
        return f'<a href="#date" class="name" data-at="{DATE}">{words}</a>' if self.event.date_sources else words

    def roles(self) -> str:
        rows = []
        for role in self.event.roles:
            organizer = self.dataset.organizers.get(role.organizer)
            if organizer:
                rows.append(
                    f'<li data-organizer="{organizer.id}">{badge(role.role, disputed=role.confidence == "disputed")}'
                    f'<span><a href="#{organizer.id}" class="name" data-organizer="{organizer.id}">'
                    f"{escape(organizer.name)}</a> <em>{role_word(role.role)}</em>{self._cites(role.sources)}"
                    f"{self._confidence(role, f'role:{role.organizer}')}"
                    f"{self._note(role.note)}</span></li>"
                )
        return f'<ul class="roles">{"".join(rows)}</ul>' if rows else ""

    def figures(self) -> str:
        cards = [
            f'<li><a href="#figure" data-at="{escape(fact.key)}"><b>{escape(figure.value)}</b> '
            f"{escape(figure.label)}</a>{_basis(figure)}{self._cites(figure.sources)}"
            f"{self._confidence(figure, fact.concern)}{self._note(figure.note)}</li>"
            for fact in facts(self.event)
            if isinstance(figure := fact.record, Figure)
        ]
        return f'<ul class="figures">{"".join(cards)}</ul>' if cards else ""

    def text(self) -> str:
        if self.article is None:
            return '<p class="missing">No article has been written for this event yet.</p>'
        parts, number = [], 0
        for block in blocks(self.article.text):
            if block.startswith(HEADING):
                parts.append(f"<h3>{escape(without_marks(block.removeprefix(HEADING)))}</h3>")
            else:
                cut = sentences(block)
                parts.append(f"<p>{' '.join(self._sentence(one, at) for at, one in enumerate(cut, number))}</p>")
                number += len(cut)
        return f'<div class="text">{"".join(parts)}</div>'

    def sought(self) -> str:
        """Say at the end of the article what was looked for and not found, with the day of the last search."""
        searches = self.event.sought
        if not searches:
            return ""
        things = "; ".join(f"{small(_sought(self.event, search.what))} ({search.on.words()})" for search in searches)
        where = " ".join(dict.fromkeys(search.note for search in searches if search.note))
        return f'<p class="sought">Looked for and not found: {escape(things)}.{self._note(where)}</p>'

    def disputes(self) -> str:
        return "".join(self._dispute(dispute) for dispute in self.disputed)

    def outcomes(self) -> str:
        rows = []
        for outcome in self.event.outcomes:
            title = escape(outcome.title)
            if outcome.url:
                title = link(outcome.url, title)
            day = f", {outcome.date.words()}" if outcome.date else ""
            rows.append(f"<li>{title}{day}{self._cites(outcome.sources)}{self._note(outcome.note)}</li>")
        return f"<h3>Outcome</h3><ul>{''.join(rows)}</ul>" if rows else ""

    def paragraphs(self) -> str:
        """Say paragraph by paragraph what a declaration says, with its themes and whom it calls on."""
        paragraphs = self.event.paragraphs
        if not paragraphs:
            return ""
        rows = "".join(f"<li>{self._paragraph(paragraph)}</li>" for paragraph in paragraphs)
        read = f"<p>The text was read in {self.event.text_read}.</p>" if self.event.text_read else ""
        return f"<details><summary>What it says <i>{len(paragraphs)}</i></summary>{read}<ul>{rows}</ul></details>"

    def people(self) -> str:
        people = ([self.event.patron] if self.event.patron else []) + list(self.event.people)
        if not people:
            return ""
        rows = "".join(self._person(person, patron=person is self.event.patron) for person in people)
        opening = self._dispute_link("opening", "who opened it is disputed")
        note = f"<p>{opening}</p>" if opening else ""
        return f"<details><summary>People <i>{len(people)}</i></summary>{note}<ul>{rows}</ul></details>"

    def delegations(self) -> str:
        """List who came level by level, from the highest down."""
        rows = []
        for level, name in LEVELS.items():
            sent = [one for one in self.event.delegations if one.level == level]
            names = ", ".join(f"{escape(one.name)}{self._cites(one.sources)}" for one in sent)
            notes = "".join(self._note(f"{one.name}: {one.note}") for one in sent if one.note)
            rows.append(f"<li><b>{name}</b>: {names}{notes}</li>" if sent else "")
        if not any(rows):
            return ""
        count = f"<i>{len(self.event.delegations)}</i>"
        about = "<p>The highest office known among those who came, who need not have led the delegation.</p>"
        return f"<details><summary>Level of delegations {count}</summary>{about}<ul>{''.join(rows)}</ul></details>"

    def sessions(self) -> str:
        programme = self.event.sessions
        if programme is None:
            return ""
        rows = "".join(f"<li>{self._session(session)}</li>" for session in programme.items)
        tail = f"<p>{self._cites(programme.sources)}{self._note(programme.note)}</p>"
        heading = f"<summary>Sessions <i>{len(programme.items)}</i></summary>"
        return f"<details>{heading}<ul>{rows}</ul>{tail}</details>"

    def listing(self, heading: str, listing: Listing | None, *, inline: bool = False) -> str:
        if listing is None:
            return ""
        items = [escape(item) for item in listing.items]
        body = f"<p>{', '.join(items)}" if inline else f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul><p>"
        tail = f"{self._cites(listing.sources)}{self._note(listing.note)}</p>"
        return f"<details><summary>{heading} <i>{len(items)}</i></summary>{body}{tail}</details>"

    def titles(self) -> str:
        titles = [title for title in self.event.titles if title.text != self.event.title]
        note = f"<p>{escape(self.event.title_note)}</p>" if self.event.title_note else ""
        if not titles and not note:
            return ""
        rows = "".join(
            f'<li lang="{title.language}"{direction(title.language)}>{escape(title.text)}'
            f'<small lang="en" dir="ltr">{LANGUAGES[title.language]}{self._cites(title.sources)}</small></li>'
            for title in titles
        )
        heading = f"Title in other languages <i>{len(titles)}</i>" if titles else "About the title"
        return f"<details><summary>{heading}</summary><ul>{rows}</ul>{note}</details>"

    def sources(self) -> str:
        cited = set(CITATION.findall(self.article.text)) if self.article else set()
        parts = []
        for heading, wanted in (("Sources", True), ("Further reading", False)):
            rows = "".join(
                f'<li id="source-{self.event.id}-{number}" value="{number}" data-source="{escape(source_id)}">'
                f"{self._source(self.dataset.sources[source_id])}</li>"
                for source_id, number in self.numbers.items()
                if (source_id in cited) == wanted
            )
            parts.append(f'<h3>{heading}</h3><ol class="sources">{rows}</ol>' if rows else "")
        return "".join(parts)

    def proof(self, proof: Proof) -> str:
        """Write the card that stands beside a lit passage: the fact, who says so, who says otherwise."""
        mark = badge(proof.role.role, disputed=proof.confidence == "disputed") if proof.role else ""
        return (
            f'<template data-proof="{escape(proof.key)}"><aside class="proof" aria-label="Who says so">'
            f"<header>{mark}<b>{escape(proof.fact)}</b></header>{self._without_passage(proof)}"
            f"{self._how_well(proof)}{self._note(proof.note)}"
            f"<h4>Says so</h4><ul>{''.join(self._says_so(source_id) for source_id in proof.sources)}</ul>"
            f"{self._otherwise(proof)}</aside></template>"
        )

    def _without_passage(self, proof: Proof) -> str:
        """Say that the card stands beside the list above the article, since no sentence of the article can be lit."""
        if self.article is None or self.passages[proof.key] is not None:
            return ""
        return '<p class="unstated">No sentence of the article was found that says this.</p>'

    def _how_well(self, proof: Proof) -> str:
        known = {name for name in proof.sources if name in self.dataset.sources}
        words = [proof.attested] if proof.attested else []
        families = independent(self.dataset, known)
        # What is said by several sources and counted as one is called that already.
        if families == 1 < len(known) or (families < len(known) and proof.confidence != "single"):
            these = f"of these {len(known)} sources {families} are independent of each other"
            words.append(f"these {len(known)} sources repeat one text" if families == 1 else these)
        return f"<p>{escape(capital('; '.join(words)))}</p>" if words else ""

    def _says_so(self, source_id: str) -> str:
        said = statement(self.dataset, source_id, self.event.id)
        return f"<li>{self._who(source_id)}{self._cites((source_id,))}{self._note(said)}</li>"

    def _otherwise(self, proof: Proof) -> str:
        claims = "".join(
            f"<li>{'; '.join(self._who(source_id) for source_id in claim.sources)}{self._cites(claim.sources)}"
            f"{self._note(claim.says)}</li>"
            for claim in proof.otherwise
        )
        questions = "".join(
            f'<p><a href="#dispute-{dispute.id}" class="disputed">{escape(dispute.question)}</a> '
            f"{_all_disagreements(dispute)}</p>"
            for dispute in proof.disputes
        )
        return (f"<h4>Says otherwise</h4><ul>{claims}</ul>" if claims else "") + questions

    def _who(self, source_id: str) -> str:
        source = self.dataset.sources.get(source_id)
        if source is None:
            return escape(source_id)  # an unknown id is a problem of the check
        return escape(f"{source.publisher}, {source.published.words() if source.published else 'not dated'}")

    def _sentence(self, sentence: Sentence, number: int) -> str:
        html, named = self._mark_names(sentence.text)
        cited = " ".join(source_id for source_id in sentence.sources if source_id in self.numbers)
        states = escape(" ".join(key for key, passage in self.passages.items() if passage == number))
        text = CITATIONS.sub(self._cites_run, html)
        return (
            f'<span class="sentence" data-states="{states}" data-organizers="{" ".join(named)}" '
            f'data-sources="{cited}">{text}</span>'
        )

    def _cites_run(self, run: re.Match[str]) -> str:
        """Number the citations that stand side by side as one; words in brackets that are no source stay as typed."""
        rest = CITATION.sub(lambda match: "" if match[1] in self.numbers else match[0], run[0])
        return rest + self._cites(tuple(CITATION.findall(run[0])))

    def _mark_names(self, text: str) -> tuple[str, list[str]]:
        """Escape a text and mark the organizers it names that have a role here; the second value is their ids."""
        roles = {role.organizer: role.role for role in reversed(self.event.roles)}
        pieces, named, end = [], [], 0
        for mention in self.names.within(text):
            organizer = next(iter(sorted(mention.organizers & roles.keys())), None)
            if organizer is None:
                continue
            named.append(organizer)
            pieces += [
                escape(text[end : mention.start]),
                f'<a href="#{organizer}" class="organizer" data-organizer="{organizer}" '
                f'style="--mark:var(--role-{roles[organizer]})">{escape(text[mention.start : mention.end])}</a>',
            ]
            end = mention.end
        return "".join([*pieces, escape(text[end:])]), list(dict.fromkeys(named))

    def _cites(self, source_ids: tuple[str, ...]) -> str:
        known = [
            (self.numbers[source_id], self.dataset.sources[source_id])
            for source_id in source_ids
            if source_id in self.numbers
        ]
        links = ",".join(
            f'<a href="#source-{self.event.id}-{number}" title="{escape(f"{source.publisher}: {source.heading}")}">'
            f"{number}</a>"
            for number, source in known
        )
        return f'<sup class="cite">{links}</sup>' if links else ""

    def _confidence(self, fact: Role | Figure, concern: str) -> str:
        """Say how well a fact is attested; where sources disagree, lead to what each of them says."""
        link = self._dispute_link(concern, "disputed" if fact.confidence == "disputed" else "sources differ")
        if fact.confidence in ("confirmed", "disputed"):
            return link
        return f' <small class="confidence" title="{attested(fact)}">{attested_briefly(fact)}</small>{link}'

    def _note(self, note: str | None) -> str:
        return f'<small class="note">{escape(note)}</small>' if note else ""

    def _dispute_link(self, concern: str, word: str = "disputed") -> str:
        hits = [dispute for dispute in self.disputed if concern in dispute.concerns]
        return "".join(
            f' <a class="disputed" href="#dispute-{dispute.id}" title="{escape(dispute.question)}">{word}</a>'
            for dispute in hits
        )

    def _dispute(self, dispute: Dispute) -> str:
        claims = "".join(f"<li>{escape(claim.says)}{self._cites(claim.sources)}</li>" for claim in dispute.claims)
        return (
            f'<section class="dispute" id="dispute-{dispute.id}"><h3>{escape(dispute.question)}</h3>'
            f"<ul>{claims}</ul><p><b>Shown here:</b> {escape(dispute.shown)}</p>"
            f"<p>{_all_disagreements(dispute)}</p></section>"
        )

    def _person(self, person: Person, *, patron: bool) -> str:
        part = " <em>patron</em>" if patron else " <em>announced only</em>" if person.announced else ""
        return (
            f"<li><b>{escape(person.name)}</b>, {escape(person.position)}{part}"
            f"{self._cites(person.sources)}{self._note(person.note)}</li>"
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        number = f"<b>{escape(paragraph.number)}</b> " if paragraph.number else ""
        about = [*(THEMES[term] for term in paragraph.terms), *filter(None, [to_act(paragraph)])]
        said = f"{number}{escape(paragraph.subject)}{self._cites(paragraph.sources)}"
        return f"{said}{self._note(' · '.join(about))}{self._note(paragraph.note)}"

    def _session(self, session: Session) -> str:
        about = [session.day.words()] if session.day else []
        if session.chairs:
            about.append(f"{agreeing(len(session.chairs), 'chair', 'chairs')}: {listed(session.chairs)}")
        more = f" <em>{escape(' · '.join(about))}</em>" if about else ""
        return f"{escape(session.title)}{more}{self._cites(session.sources)}{self._note(session.note)}"

    def _source(self, source: Source) -> str:
        about = [
            source.published.words() if source.published else "not dated",
            LANGUAGES[source.language],
            SOURCE_KINDS[source.kind].lower(),
        ]
        if source.read == "part":
            about.append(READ["part"].lower())
        if source.copy_at:
            about.append(f"read as a copy at {source.copy_at}, so not linked")
        if not source.title:
            about.append(UNTITLED)
        return (
            f"<b>{escape(source.publisher)}</b>: {source_title(source)}"
            f"<small>{escape(' · '.join(about))}{archived_link(source)}</small>{self._note(source.note)}"
        )

    def _event_link(self, event: Event) -> str:
        return f'<a href="#{event.id}" class="name" data-choose="{event.id}">{escape(event.label)}</a>'


def _cited_order(dataset: Dataset, event: Event) -> list[str]:
    """Number sources as the text cites them; those it does not cite follow as further reading."""
    article = dataset.articles.get(event.id)
    cited = CITATION.findall(article.text) if article else []
    return [source_id for source_id in dict.fromkeys([*cited, *event.sources]) if source_id in dataset.sources]


def _sought(event: Event, what: str) -> str:
    """Name what was looked for: where the event has one, more of it."""
    there = {"figures": event.figures, "outcome": event.outcomes}.get(what)
    return (SOUGHT_MORE if there else SOUGHT_FIRST).get(what, SOUGHT[what])


def _basis(figure: Figure) -> str:
    word = figure.basis_word
    return f' <small class="basis" title="{BASES[figure.basis]}">{word}</small>' if word else ""


def _all_disagreements(dispute: Dispute) -> str:
    """Lead to the page of all disagreements, where this one stands among the others."""
    return f'<a href="?page=disagreements&amp;question={dispute.id}" class="all">among all disagreements</a>'
