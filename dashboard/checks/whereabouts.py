"""What may be meant by an id that is not in a file, and what to write."""

from functools import cached_property

from dashboard.records.addresses import is_page, same_page
from dashboard.records.kinds import EVENTS, LASTING, SOURCES
from dashboard.records.reading import Reading
from dashboard.words.catalogue import Message, say
from dashboard.words.spelling import Words, any_of, as_id, quoted

_NUMBERS = {EVENTS: "date", SOURCES: "day"}
"""File → what the digits in its ids mean; in the ids of other files they are plain numbers."""


class Whereabouts:
    """Finds what may be meant by ids that are not in a file; one instance serves many ids."""

    def __init__(self, reading: Reading, file: str) -> None:
        self.reading, self.file = reading, file
        self._former = reading.former(file)
        self._became: dict[str, list[str]] = {}
        changes = reading.changes.values()
        self._published = {name for change in changes for name in getattr(change, LASTING[file].key)}
        self._known = [*reading.of(file).certain("id")]

    def now(self, name: str) -> str | None:
        """Give the present id of the record that had this id before; None if there is none."""
        return self._former.get(name)

    def is_gone(self, name: str) -> bool:
        """Tell whether the list of changes knows an id, so that a record once had it."""
        return name in self._published and name not in self._former

    def became(self, name: str) -> list[str]:
        """Give similar ids that are not in the list of changes: the record with this id may have got one of them."""
        if name not in self._became:
            self._became[name] = self._later.resembling(name)
        return self._became[name]

    def slips(self, name: str) -> list[str]:
        """Give the ids for which this one may be a slip."""
        return self._words.slips(name)

    def may_mean(self, name: str) -> list[str]:
        """Give every id that the author of this one may have meant."""
        if now := self.now(name):
            return [now]
        return self.became(name) if self.is_gone(name) else [*self.slips(name), *self._words.of_other_numbers(name)]

    def message(self, name: str, form: str = "{}") -> Message:
        """Word the problem; `form` says how an id is written at that place, with `{}` for the id."""
        typed = quoted(form.format(name))
        if now := self.now(name):
            return say("id-renamed", typed=typed, now=now, cured=quoted(form.format(now)))
        if self.is_gone(name):
            if became := any_of(self.became(name), form):
                return say("id-lost-perhaps-renamed", typed=typed, file=self.file, names=became)
            return say("id-lost", typed=typed, file=self.file)
        if source := self._addresses.get(same_page(name)) if self.file == SOURCES else None:
            return say("id-is-address-of-source", typed=typed, source=source, cured=quoted(form.format(source)))
        if self.file == SOURCES and is_page(name):
            return say("id-is-address", typed=typed, what="page", file=self.file)
        if as_id(name) != name and (meant := self.slips(as_id(name))[:1]) == [as_id(name)]:
            return say("id-not-written-as-one", typed=typed, cured=any_of(meant, form))
        if slips := self.slips(name):
            return say("id-unknown-perhaps-another", typed=typed, file=self.file, meant=any_of(slips, form))
        if others := self._words.of_other_numbers(name):
            number = _NUMBERS.get(self.file, "number")
            code = f"id-unknown-perhaps-another/{number}"
            return say(code, typed=typed, file=self.file, meant=any_of(others, form))
        return say("id-unknown", typed=typed, file=self.file)

    @cached_property
    def _later(self) -> Words:
        return Words(name for name in self._known if name not in self._published)

    @cached_property
    def _words(self) -> Words:
        return Words(self._known)

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """The address of each source → its id."""
        return {same_page(source.url): source.id for source in self.reading.sources.values() if source.url}
