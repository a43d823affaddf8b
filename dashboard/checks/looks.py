"""Rules about the fields of the process for its page: id, words, languages and colour."""

from collections.abc import Iterator

from dashboard.checks.findings import problem_at
from dashboard.records.colours import DARK, LEAST, LIGHT, contrast, readable
from dashboard.records.kinds import EVENTS, ORGANIZERS, PROCESS, SOURCES
from dashboard.records.model import KIND_NOUNS, ROLES, Problem, Title, role_word
from dashboard.records.reading import KeyPath, Reading
from dashboard.words.catalogue import say
from dashboard.words.spelling import as_id, quoted


def processes_have_an_id(reading: Reading) -> Iterator[Problem]:
    """The process has an id, or a name from which one can be made."""
    for name, process in reading.process.certain("id").items():
        if process.name and not process.id and not as_id(process.name):
            yield problem_at(reading, (PROCESS, name, "name"), say("process-without-id", name=quoted(process.name)))


def terms_are_told_apart(reading: Reading) -> Iterator[Problem]:
    """Each kind of event and each role has one entry with its words at most, and no two have the same word."""
    for name, process in reading.process.items():
        for key, entries, usual in (
            ("kinds", [(term.kind, term.one) for term in process.kinds], KIND_NOUNS),
            ("roles", [(term.role, term.one) for term in process.roles], {role: (role_word(role),) for role in ROLES}),
        ):
            called = {word: words[0] for word, words in usual.items()} | dict(entries)
            for index, (word, one) in enumerate(entries):
                path = (PROCESS, name, key, index)
                same = [other for other, its in called.items() if other != word and one and its == one]
                if word and word in [before for before, _ in entries[:index]]:
                    yield problem_at(reading, path, say("term-given-twice", word=quoted(word)))
                elif same:
                    message = say("term-of-two", word=quoted(word), other=quoted(same[0]), one=quoted(one))
                    yield problem_at(reading, (*path, "one"), message)


def languages_are_named(reading: Reading) -> Iterator[Problem]:
    """If the process names languages, each source and each title is in one of them."""
    known = [code for process in reading.process.certain("languages").values() for code in process.languages]
    if not known:
        return
    for path, language in _languages(reading):
        if language and language not in known:
            yield problem_at(
                reading, path, say("language-not-named", language=quoted(language), known=", ".join(known))
            )


def _languages(reading: Reading) -> Iterator[tuple[KeyPath, str]]:
    """Give the language of every source and title, with its path."""
    for name, source in reading.sources.items():
        yield (SOURCES, name, "language"), source.language
    titled: dict[tuple[str, str, str], tuple[Title, ...]] = {
        **{(PROCESS, name, "names"): process.names for name, process in reading.process.items()},
        **{(EVENTS, name, "titles"): event.titles for name, event in reading.events.items()},
        **{(ORGANIZERS, name, "names"): organizer.names for name, organizer in reading.organizers.items()},
    }
    for path, titles in titled.items():
        for index, title in enumerate(titles):
            yield (*path, index, "language"), title.language


def accents_can_be_read(reading: Reading) -> Iterator[Problem]:
    """The accent colour has enough contrast with the page, in the light and in the dark theme."""
    for name, process in reading.process.items():
        if not process.accent:
            continue
        for key, page in (("light", LIGHT), ("dark", DARK)):
            colour = getattr(process.accent, key)
            if colour and contrast(colour, page) < LEAST:
                message = say(
                    "accent-too-faint",
                    colour=colour,
                    contrast=f"{contrast(colour, page):.1f}",
                    page=f"{key} page",
                    least=LEAST,
                    cured=f'"{readable(colour, page)}"',
                )
                yield problem_at(reading, (PROCESS, name, "accent", key), message)
