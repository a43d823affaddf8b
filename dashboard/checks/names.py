"""Rules about the names by which organizers are found in articles."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dashboard.checks.findings import EVENTS, ORGANIZERS, found, is_left_out, readable
from dashboard.checks.forms import holds_headings_alone
from dashboard.model import Dataset, Organizer, Problem
from dashboard.spelling import LONGEST, quoted
from dashboard.store import article_file, odd

_MOST_LETTERS = 100_000
"""Letters of an article that is searched; a full one has five thousand."""

_BEGIN = re.compile(r"(?<!\w)\S")
_KEYS = ("name", "short_name", "other_names")


def names_belong_to_one_organizer(dataset: Dataset) -> Iterator[Problem]:
    """No form of a name belongs to two organizers: an article that has it could mean either."""
    owners: dict[str, tuple[str, str]] = {}
    for organizer in readable(dataset, ORGANIZERS).values():
        for path, form in _forms(organizer):
            owner, key = owners.setdefault(form, (organizer.id, path[0]))
            # Of two equal short names it is told that labels are unique.
            if owner != organizer.id and not key == path[0] == "short_name":
                message = f'{quoted(form)} is already a name of "{owner}"; write a form that tells the two apart'
                yield found(dataset, (ORGANIZERS, organizer.id, *path), message)


def organizers_are_named_in_articles(dataset: Dataset) -> Iterator[Problem]:
    """Every organizer that has a role at an event is named in its article, by one of its names."""
    organizers, events = readable(dataset, ORGANIZERS), readable(dataset, EVENTS)
    names = _Names(organizers)
    for name, article in dataset.articles.items():
        unsure = name not in events or is_left_out(dataset, (EVENTS, name, "id"))
        roles = () if unsure else events[name].roles
        wanted = dict.fromkeys(role.organizer for role in roles if role.organizer in organizers)
        if not wanted or len(article.text) > _MOST_LETTERS or holds_headings_alone(article):
            continue
        text = " ".join(article.text.split())
        named = names.within(text)
        for organizer in wanted:
            if organizer not in named and not _is_misspelt(dataset, organizers[organizer], text):
                short = quoted(organizers[organizer].short_name)
                message = (
                    f'"{organizer}" has a role at the event, but none of its names stands here; write {short} where '
                    "it says what it did, or take the role out"
                )
                yield found(dataset, (article_file(name), name), message, "warning")


class _Names:
    """Finds organizers in texts: whole words, the longest form first."""

    def __init__(self, organizers: Mapping[str, Organizer]) -> None:
        self._owners = defaultdict(set)  # of a form that belongs to two it is told that it should not
        for organizer in organizers.values():
            for _, form in _forms(organizer):
                self._owners[form[:LONGEST]].add(organizer.id)
        lengths = defaultdict(set)
        for form in self._owners:
            lengths[form[:2]].add(len(form))
        # By their first two letters, because an article has thousands of words and few of them begin a name.
        self._lengths = {begin: sorted(own, reverse=True) for begin, own in lengths.items()}

    def within(self, text: str) -> set[str]:
        """Give the ids of the organizers that a text names; a longer name hides the shorter ones in it."""
        named, end = set(), 0
        for begin in (match.start() for match in _BEGIN.finditer(text)):
            lengths = self._lengths.get(text[begin : begin + 2]) or self._lengths.get(text[begin], ())
            for length in lengths if begin >= end else ():
                form, after = text[begin : begin + length], text[begin + length : begin + length + 1]
                if form in self._owners and not (after.isalnum() or after == "_"):
                    named |= self._owners[form]
                    end = begin + length
                    break
        return named


def _forms(organizer: Organizer) -> Iterator[tuple[tuple, str]]:
    """Give the place and the text of each form of a name."""
    yield from (((key,), getattr(organizer, key)) for key in _KEYS[:2] if getattr(organizer, key))
    yield from ((("other_names", index), form) for index, form in enumerate(organizer.other_names) if form)


def _is_misspelt(dataset: Dataset, organizer: Organizer, text: str) -> bool:
    """Tell whether a name may stand in a text and not be found, because of a mistake that is told already."""
    forms = " ".join(form for _, form in _forms(organizer))
    unread = any(is_left_out(dataset, (ORGANIZERS, organizer.id, key)) for key in ("id", *_KEYS))
    return unread or any(odd(forms)) or any(odd(text))
