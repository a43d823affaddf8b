"""Rules about the names by which organizers are found in articles."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.checks.articles import citations
from dashboard.checks.findings import problem_at
from dashboard.checks.forms import holds_headings_alone
from dashboard.records.evidence import Fact, facts
from dashboard.records.kinds import ORGANIZERS
from dashboard.records.model import Article, Organizer, Problem, Role
from dashboard.records.passages import names_of, sentences_of, unstated
from dashboard.records.reading import KeyPath, Reading
from dashboard.store import article_file, odd
from dashboard.words.catalogue import say
from dashboard.words.spelling import quoted

_MOST_LETTERS = 100_000
"""The most letters of an article that is searched; a long article has five thousand."""

_KEYS = ("name", "short_name", "other_names")


def names_belong_to_one_organizer(reading: Reading) -> Iterator[Problem]:
    """No form of a name belongs to two organizers, because an article with this name could mean either."""
    owners: dict[str, tuple[str, str]] = {}
    for organizer in reading.organizers.values():
        for path, form in _forms(organizer):
            owner, key = owners.setdefault(form, (organizer.id, str(path[0])))
            # Another rule reports two equal short names.
            if owner != organizer.id and not key == path[0] == "short_name":
                message = say("name-of-two-organizers", name=quoted(form), owner=owner)
                yield problem_at(reading, (ORGANIZERS, organizer.id, *path), message)


def organizers_are_named_in_articles(reading: Reading) -> Iterator[Problem]:
    """Each role has a sentence in the article of its event that names the organizer itself and cites its source."""
    organizers, events = reading.organizers, reading.events.certain("id")
    names = names_of(organizers.values(), reading.events.values())
    for name, article in reading.articles.items():
        if name not in events or len(article.text) > _MOST_LETTERS or holds_headings_alone(article):
            continue
        given = Counter(role.organizer for role in events[name].roles)
        # Another rule reports an organizer with two roles.
        roles = [fact for fact in facts(events[name]) if _is_role(fact, organizers) and given[fact.key] == 1]
        lacking = {fact.key: fact for fact in unstated(roles, article.text, names)}
        if not lacking:
            continue
        naming = [(names.named(sentence.text), sentence.sources) for sentence in sentences_of(article.text)]
        for organizer, fact in lacking.items():
            if _is_misspelt(reading, organizers[organizer], article.text):
                continue
            cited = [sources for named, sources in naming if organizer in named]
            if not cited:
                short = quoted(organizers[organizer].short_name)
                message = say("organizer-not-named-in-article", organizer=organizer, name=short)
            elif all(cited) and _can_be_read(reading, article, fact):
                mark = f"{{{fact.concern}}}"
                message = say("organizer-not-cited-in-article", organizer=organizer, mark=mark)
            else:
                continue
            yield problem_at(reading, (article_file(name), name), message, "warning")


def _is_role(fact: Fact, organizers: Mapping[str, Organizer]) -> bool:
    return isinstance(fact.record, Role) and fact.record.organizer in organizers


def _can_be_read(reading: Reading, article: Article, fact: Fact) -> bool:
    """Tell whether the sources of a role and of an article are in use; another rule reports any other source."""
    named = {*fact.sources, *(source for source, _, _ in citations(article.text))}
    return bool(fact.sources) and named <= reading.dataset.sources.keys()


def _forms(organizer: Organizer) -> Iterator[tuple[KeyPath, str]]:
    """Give the place and the text of each form of a name."""
    yield from (((key,), getattr(organizer, key)) for key in _KEYS[:2] if getattr(organizer, key))
    yield from ((("other_names", index), form) for index, form in enumerate(organizer.other_names) if form)


def _is_misspelt(reading: Reading, organizer: Organizer, text: str) -> bool:
    """Tell whether a name may be in a text but was not found, because of a mistake that is reported already."""
    forms = " ".join(form for _, form in _forms(organizer))
    unread = organizer.id not in reading.organizers.certain("id", *_KEYS)
    return unread or any(odd(forms)) or any(odd(text))
