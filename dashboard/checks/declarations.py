"""Rules about the texts of declarations: which events may have paragraphs, and what must be said about them."""

from collections.abc import Iterator

from dashboard.checks.findings import alike, problem_at
from dashboard.records.kinds import EVENTS
from dashboard.records.model import Problem
from dashboard.records.reading import Reading
from dashboard.words.catalogue import say
from dashboard.words.spelling import quoted


def paragraphs_belong_to_declarations(reading: Reading) -> Iterator[Problem]:
    """Only declarations have paragraphs, and say how much of their text was read."""
    for event in reading.events.values():
        for key in ("paragraphs", "text_read"):
            if getattr(event, key) and event.kind not in ("declaration", ""):
                message = say("paragraphs-of-another-kind", kind=event.kind, key=key)
                yield problem_at(reading, (EVENTS, event.id, key), message)


def paragraphs_say_how_much_was_read(reading: Reading) -> Iterator[Problem]:
    """A declaration with paragraphs says how much of its text was read, and one that says so has paragraphs."""
    for event in reading.events.certain("paragraphs", "text_read").values():
        if event.paragraphs and not event.text_read:
            yield problem_at(reading, (EVENTS, event.id, "paragraphs"), say("text-read-missing"))
        elif event.text_read and not event.paragraphs:
            message = say("text-read-without-paragraphs")
            yield problem_at(reading, (EVENTS, event.id, "text_read"), message, "warning")


def paragraphs_have_numbers_of_their_own(reading: Reading) -> Iterator[Problem]:
    """No two paragraphs of a declaration have the same number; only the preamble may have several entries."""
    for event in reading.events.values():
        seen = set()
        for index, paragraph in enumerate(event.paragraphs):
            number = paragraph.number or ""
            if any(sign.isdigit() for sign in number) and alike(number) in seen:
                message = say("paragraph-number-taken", number=quoted(number))
                yield problem_at(reading, (EVENTS, event.id, "paragraphs", index, "number"), message, "warning")
            seen.add(alike(number))
