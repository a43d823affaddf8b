"""Rules about sources: every statement needs a source."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from dashboard.checks.findings import lists_known, problem_at, sources_named, too_late, updated_on
from dashboard.records.addresses import WEB_ARCHIVES, archived_page, host_of, passed_on_to, same_page
from dashboard.records.evidence import independent
from dashboard.records.kinds import EVENTS, ORGANIZERS, SOURCES
from dashboard.records.model import LANGUAGES, Figure, Problem, Role
from dashboard.records.reading import KeyPath, Reading
from dashboard.words.catalogue import Message, say
from dashboard.words.counting import agreeing, listed
from dashboard.words.spelling import quoted

_OUR_TIME = 1900
_NAMES = "|".join(re.escape(name) for code, name in LANGUAGES.items() if len(code) == 2)
_LANGUAGE_BEHIND = re.compile(rf"\s*\((?:in )?(?:{_NAMES})(?: text| version)?\)\s*$", re.IGNORECASE)
"""A language in brackets at the end of a title, such as (Russian) or (Arabic text)."""
_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "ky", "mk", "mn", "ru", "tg", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ps", "ur"), "ARABIC"),
    **{"el": "GREEK", "he": "HEBREW", "hy": "ARMENIAN", "ka": "GEORGIAN"},
}
"""Languages that are always written in other than Latin letters → how Unicode names their letters."""
_LISTS_COPIES = re.compile(r"/web/(?:\d*\*|0)/|archive\.org/save/")
"""An address of the Wayback Machine that is not a copy: a list of copies, or the command to make one."""
_DAY_IN_ID = re.compile(r"(?<![a-z0-9])(?:18|19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![a-z0-9])")


def sources_belong_to_the_event(reading: Reading) -> Iterator[Problem]:
    """An event names only sources of its own list, and no source twice in one place."""
    whole = reading.events.certain("sources")
    for event in reading.events.values():
        seen, own = set(), set(event.sources)
        open_list = event.id not in whole or not lists_known(reading, event)
        for path, source in sources_named(event, (EVENTS, event.id)):
            if (path[:-1], source) in seen:
                yield problem_at(reading, path, say("source-listed-twice", source=source))
            seen.add((path[:-1], source))
            if open_list or source in own or (SOURCES, source) in reading.withdrawn:
                continue  # another rule says what to write instead of a withdrawn source
            if reading.is_there(SOURCES, source):
                yield problem_at(reading, path, say("source-not-in-event-sources", source=source))


def sources_speak_of_their_events(reading: Reading) -> Iterator[Problem]:
    """A source has one statement about an event at most, and only if the event lists the source."""
    events, named = reading.events.certain("id", "sources"), reading.sources.certain("id")
    sources_of = {name: set(event.sources) for name, event in events.items() if lists_known(reading, event)}
    for source in reading.sources.values():
        spoken_of = set()
        for index, statement in enumerate(source.says):
            path = (SOURCES, source.id, "says", index, "event")
            if statement.event in spoken_of:
                yield problem_at(reading, path, say("source-speaks-twice", event=statement.event))
            elif source.id in named and source.id not in sources_of.get(statement.event, {source.id}):
                yield problem_at(reading, path, say("source-speaks-unlisted", event=statement.event, source=source.id))
            spoken_of.add(statement.event or index)


def listed_sources_speak(reading: Reading) -> Iterator[Problem]:
    """Every source that an event lists has a statement about the event."""
    sources, whole = reading.sources, reading.sources.certain("id", "says")
    speaking = {(name, statement.event) for name, source in sources.items() for statement in source.says}
    # A statement about an unknown event, or without an event, may be meant for any event.
    unsure = {name for name, event in speaking if (EVENTS, event) not in reading.places}
    for event in reading.events.certain("id").values():
        silent = [
            index
            for index, source in enumerate(event.sources)
            if source in whole and (source, event.id) not in speaking and source not in unsure
        ]
        if silent:
            named = _named([event.sources[index] for index in silent])
            code = agreeing(len(silent), "sources-silent", "sources-silent/several")
            message = say(code, file=SOURCES, sources=named)
            yield problem_at(reading, (EVENTS, event.id, "sources", silent[0]), message, "warning")


def confirmed_takes_two_sources(reading: Reading) -> Iterator[Problem]:
    """A role or figure that is called confirmed has two independent sources. Sources of one family repeat one text."""
    for event in reading.events.values():
        attested: dict[str, Sequence[Role | Figure]] = {"roles": event.roles, "figures": event.figures}
        for key, entries in attested.items():
            for index, entry in reading.certain_entries((EVENTS, event.id, key), entries, "sources"):
                path = (EVENTS, event.id, key, index)
                if entry.confidence != "confirmed":
                    continue
                if (number := len(set(entry.sources))) < 2:
                    yield problem_at(reading, (*path, "confidence"), say("confirmed-by-one-source"))
                elif _repeats(reading, entry.sources):
                    yield problem_at(reading, (*path, "confidence"), say("confirmed-by-one-text", number=number))


def links_lead_to_originals(reading: Reading) -> Iterator[Problem]:
    """No link leads to a copy: no host is in mirrors.yaml, and a source that was read only as a copy has no link."""
    for path, url in links(reading):
        if mirror := _mirror(reading, url):
            yield problem_at(reading, path, say("link-to-mirror", mirror=mirror))
    for source in reading.sources.values():
        if source.url and source.copy_at:
            message = say("link-beside-copy", host=source.copy_at)
            yield problem_at(reading, (SOURCES, source.id, "url"), message)


def archived_copies_are_of_the_page(reading: Reading) -> Iterator[Problem]:
    """An archived copy has an https address in a web archive, and is a copy of the page of its source."""
    for source in reading.sources.values():
        if not source.archived:
            continue
        path, level = (SOURCES, source.id, "archived"), "error"
        message, page = _no_archived_copy(reading, source.archived), archived_page(source.archived)
        if not message and page and source.url and same_page(page) != same_page(source.url):
            message = say("archive-of-another-page", page=quoted(page, 200))
            # Publishers move pages from one of their hosts to another.
            level = "warning" if _domain(page) == _domain(source.url) else "error"
        if message:
            yield problem_at(reading, path, message, level)


def links_lead_straight_to_the_page(reading: Reading) -> Iterator[Problem]:
    """No link leads through a search engine, social network or archive, and none has signs of HTML in it."""
    for path, url in links(reading):
        if page := passed_on_to(url):
            message = say("link-passes-on", host=urlsplit(url).hostname, page=quoted(page, 200))
        elif page := archived_page(url):
            code = "source-link-to-archive" if path[0] == SOURCES else "link-to-archive"
            message = say(code, page=quoted(page, 200))
        elif "&amp;" in url:
            message = say("link-with-html-code")
        else:
            continue
        yield problem_at(reading, path, message, "warning")


def ids_of_sources_give_their_day(reading: Reading) -> Iterator[Problem]:
    """The day or month in the id of a source is the day or month of its publication."""
    for source in reading.sources.values():
        written = _DAY_IN_ID.search(source.id)
        if source.published is None or written is None:
            continue
        given = str(source.published).rstrip("~")
        if not (given.startswith(written[0]) or written[0].startswith(given)):
            message = say("source-id-of-another-day", published=source.published, written=written[0])
            yield problem_at(reading, (SOURCES, source.id, "published"), message, "warning")


def sources_are_not_from_the_future(reading: Reading, today: date | None = None) -> Iterator[Problem]:
    """No source was published after the day of the last update of the data."""
    updated = updated_on(reading)
    if updated is None:
        return
    for source in reading.sources.values():
        if source.published and source.published.first() > updated.last():
            yield problem_at(reading, (SOURCES, source.id, "published"), too_late(source.published, updated, today))


def sources_are_of_our_time(reading: Reading) -> Iterator[Problem]:
    """No source was published or read before 1900, because such a year is a typing error."""
    for source in reading.sources.values():
        for key in ("published", "accessed", "checked"):
            when = getattr(source, key)
            if when and when.year < _OUR_TIME:
                yield problem_at(reading, (SOURCES, source.id, key), say("source-long-ago", when=when, year=when.year))


def sources_are_read_after_they_appear(reading: Reading) -> Iterator[Problem]:
    """No source was read before it was published, or compared with its page before it was read."""
    for source in reading.sources.values():
        if source.published and source.accessed and source.published.first() > source.accessed.last():
            message = say("source-read-before-published", accessed=source.accessed, published=source.published)
            yield problem_at(reading, (SOURCES, source.id, "accessed"), message)
        if source.accessed and source.checked and source.accessed.first() > source.checked.last():
            message = say("source-checked-before-read", checked=source.checked, accessed=source.accessed)
            yield problem_at(reading, (SOURCES, source.id, "checked"), message)


def sources_have_a_title(reading: Reading) -> Iterator[Problem]:
    """A source has its title as published, or our title in English if the published one was not found."""
    for source in reading.sources.certain("title", "title_en").values():
        if not source.heading:
            yield problem_at(reading, (SOURCES, source.id), say("source-without-title"))


def titles_are_as_published(reading: Reading) -> Iterator[Problem]:
    """The title of a source is in the language and script of its page; `title_en` has it in English."""
    whole = reading.sources.certain("title_en")
    for source in reading.sources.values():
        title, language = source.title or "", LANGUAGES.get(source.language, "")
        script = _SCRIPTS.get(source.language)
        letters = [unicodedata.name(letter, "") for letter in title if letter.isalpha()]
        if behind := _LANGUAGE_BEHIND.search(title):
            message = say("title-names-its-language", behind=behind[0].strip())
        elif script and letters and not any(name.startswith(script) for name in letters):
            message = say("title-in-another-script", language=language)
        elif title and source.language not in ("", "en") and not source.title_en and source.id in whole:
            message = say("title-not-translated", language=language)
        else:
            continue
        yield problem_at(reading, (SOURCES, source.id, "title"), message, "warning")


def _named(sources: Sequence[str]) -> str:
    """Name one or two sources; if there are more, name the first and count the others."""
    names = [f'"{source}"' for source in sources]
    return listed(names if len(names) < 3 else [names[0], f"{len(names) - 1} others"])


def _repeats(reading: Reading, sources: tuple[str, ...]) -> bool:
    """Tell whether all of these sources repeat one text; False if one of them could not be read."""
    return all(source in reading.dataset.sources for source in sources) and independent(reading.dataset, sources) < 2


def _mirror(reading: Reading, url: str) -> str | None:
    """Give the host of mirrors.yaml that an address is on, or whose subdomain it is on; None if there is none."""
    labels = host_of(url).split(".")[-10:]
    domains = [".".join(labels[index:]) for index in range(len(labels))]
    return next((name for name in domains if name in reading.dataset.mirrors), None)


def _domain(url: str) -> list[str]:
    return host_of(url).split(".")[-2:]


def _no_archived_copy(reading: Reading, url: str) -> Message | None:
    """Say why an address is not that of a copy in a web archive, and what to write; None if it may be one."""
    host, page = host_of(url), archived_page(url)
    if host not in WEB_ARCHIVES:
        mirror = _mirror(reading, url)
        return say("archive-is-mirror", mirror=mirror) if mirror else say("archive-unknown", host=host)
    if url.startswith("http://"):
        return say("archive-not-https", cured=quoted(f"https{url[4:]}", 200))
    if _LISTS_COPIES.search(url):
        return say("archive-lists-copies")
    if page and (mirror := _mirror(reading, page)):
        return say("archive-of-mirror", mirror=mirror)
    return None


def links(reading: Reading) -> Iterator[tuple[KeyPath, str]]:
    """Give every address that pages link to, with the path of the value; another rule judges archived copies."""
    for source in reading.sources.values():
        if source.url:
            yield (SOURCES, source.id, "url"), source.url
    for organizer in reading.organizers.values():
        if organizer.website:
            yield (ORGANIZERS, organizer.id, "website"), organizer.website
    for event in reading.events.values():
        for index, outcome in enumerate(event.outcomes):
            if outcome.url:
                yield (EVENTS, event.id, "outcomes", index, "url"), outcome.url
