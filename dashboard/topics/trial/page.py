"""A change on trial as a page: the banner, the problems with the lines they are in, and what differs field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.curation.diff import SORTS, Difference, Edit, pieces, summary
from dashboard.curation.reports import shortened
from dashboard.library.trial import Trial
from dashboard.look.html import Html, piece, render
from dashboard.look.markup import lead, wrapped
from dashboard.records.model import Problem
from dashboard.store import ARTICLES, article_file
from dashboard.words.counting import agreeing, capital, counted, listed, listed_first, not_shown
from dashboard.words.spelling import one_line

MOST = 100
"""The most differing records that the page shows; `python -m dashboard diff` shows them all."""

AROUND = 1
"""Lines shown before and after the line of a problem."""

WIDTH = 110
"""The most characters of a line that are shown around the column of a problem."""

MOST_FIELDS = 60
"""The most fields of one record that the page shows."""

LONGEST = 4_000
"""The most characters of a text that the page shows on either side."""

MOST_NAMED = 6
"""The most left-out records that a sentence names."""

LONG = 400
"""If a text has more characters than this, only the parts that differ are shown."""


_WORD = re.compile(r"\[?[^\W_](?:[\w-]|[.:/]+(?=\w)){0,39}\]?(?![\w-])")
"""A word to be marked, of at most 40 characters; of a longer word, the beginning is marked."""

INTRO = (
    "See a change of the data before it is published. Drop files of the data folder, or edit one here. Every page and "
    "every download then shows the changed data, but only in this window. The server stores nothing."
)
"""What the page is for."""


def intro_html(*, dark: bool = False) -> Html:
    """Say what the page is for."""
    return wrapped(lead(INTRO), dark=dark)


def banner_html(trial: Trial) -> Html:
    """Say that this is a trial, name its files, and say that only this reader sees it."""
    seen = "Only you see it, and the server stores nothing. Reload the page to see the published data again."
    if not trial.shown:
        seen = "No event can be read in it, so the pages still show the published data. Correct the problems first."
    return piece("topics/trial/banner.html", "banner", listed(trial.files), seen)


def ended_html(kept: Sequence[str]) -> Html:
    """Say that a trial has ended, and which of its texts can be tried again."""
    texts = agreeing(len(kept), "The text of {} is kept: try it again.", "The texts of {} are kept: try them again.")
    again = texts.format(listed(kept)) if kept else "Drop its files again to continue."
    return piece("topics/trial/banner.html", "ended", again)


def leads_html(words: str) -> Html:
    """Write the link to the page of the trial; the browser adds what is chosen there."""
    return piece("topics/trial/banner.html", "leads", words)


def verdict_html(trial: Trial, *, dark: bool = False) -> Html:
    """Count what differs and what is wrong, in one sentence."""
    levels = [problem.level for problem in trial.snapshot.problems]
    wrong = listed(counted(levels.count(level), level) for level in ("error", "warning") if levels.count(level))
    brought = f", {len(trial.brought)} of them new" if trial.brought and len(trial.brought) < len(levels) else ""
    unread = f"The changes in {listed(trial.unread)} are not known. " if trial.unread else ""
    differ = "" if unread and not trial.differences else f"{capital(summary(trial.differences))}. "
    words = f"{unread}{differ}{wrong or 'No problems'} in the data{brought}.{_out(trial.left_out)}"
    return wrapped(lead(words), dark=dark)


def problems_html(trial: Trial, *, dark: bool = False) -> Html:
    """Write every problem of the changed data, with its line and a mark at the column; new problems come first."""
    ordered = sorted(shortened(trial.snapshot.problems), key=lambda problem: problem not in trial.brought)
    lines = {file: trial.texts.get(file, "").split("\n") for file in {_file(problem) for problem in ordered}}
    html = render(
        "topics/trial/problems.html",
        n_problems=len(trial.snapshot.problems),
        problems=[_problem(problem, lines[_file(problem)], problem in trial.brought) for problem in ordered],
        # What the guard would report if the change were published: what is lost, and entries not yet written.
        lost=[_problem(problem, (), True) for problem in trial.lost[:MOST]],
        entries=trial.entries[:LONGEST] + ("\n…" if len(trial.entries) > LONGEST else ""),
    )
    return wrapped(html, dark=dark)


def differences_html(trial: Trial, *, dark: bool = False) -> Html:
    """Write every record that differs from the published data, with its fields before and after."""
    labels = {event.id: event.label for event in trial.snapshot.dataset.events.values()}
    html = render(
        "topics/trial/differences.html",
        SORTS=SORTS,
        n_records=len(trial.differences),
        records=[_record(difference, labels) for difference in trial.differences[:MOST]],
        unread=trial.unread,
        rest=not_shown(len(trial.differences) - MOST),
    )
    return wrapped(html, dark=dark)


class Line(NamedTuple):
    """A line of a file: its number, what is before the column of a problem, the word at it, and what follows."""

    number: int
    before: str
    at: str = ""
    after: str = ""


@dataclass(frozen=True)
class Shown:
    """A problem as it is shown; `new` says that the trial causes it."""

    problem: Problem
    file: str
    lines: tuple[Line, ...]
    new: bool


@dataclass(frozen=True)
class Part:
    """A part of a text that stays, or its old and new form; an empty form means that there is none."""

    old: str
    new: str
    stays: bool = False


@dataclass(frozen=True)
class Field:
    """A field that differs."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Record:
    """A record that differs: what was done to it, its label and place, its fields, and how many are not shown."""

    sort: str
    label: str
    where: str
    fields: tuple[Field, ...]
    more: str
    more_are: str


def excerpt(lines: Sequence[str], line: int, column: int) -> list[Line]:
    """Give the line of a problem, and those around it, out of the lines of its file.

    Returns
    -------
    The lines. The whole text is in `before` for the lines around, and if there is nothing at the column. Long lines
    are cut to the part near the column.
    """
    if not 0 < line <= len(lines):
        return []
    shown = []
    for number in range(max(line - AROUND, 1), min(line + AROUND, len(lines)) + 1):
        text = lines[number - 1].replace("\t", "→")
        first = max(0, column - 1 - WIDTH // 2) if len(text) > WIDTH else 0
        part = ("…" if first else "") + text[first : first + WIDTH] + ("…" if len(text) > first + WIDTH else "")
        at = column - 1 - first + bool(first)
        here = number == line
        # Something must be marked, even if it is invisible or after the end of the line.
        word = _WORD.match(part, at)
        mark = word[0] if word else part[at : at + 1] or " "
        after = part[at + len(mark) :]
        mark = mark if mark.isprintable() else "�"
        shown.append(Line(number, part[:at], mark, after) if here else Line(number, part))
    return shown


def _out(names: Sequence[str]) -> str:
    """Say which records the page leaves out, in a sentence."""
    if not names:
        return ""
    return f" Left out until corrected: {listed_first([one_line(name, 60) for name in names], MOST_NAMED)}."


def _file(problem: Problem) -> str:
    return problem.path.partition("/")[2]


def _problem(problem: Problem, lines: Sequence[str], new: bool) -> Shown:
    return Shown(problem, _file(problem), tuple(excerpt(lines, problem.line, problem.column)), new)


def _record(difference: Difference, labels: Mapping[str, str]) -> Record:
    name, file = difference.record, difference.file
    ids = one_line(f"{difference.before} → {name}" if difference.before else name, 120)
    label, where = difference.label, f"{file}: {ids}"
    if file == ARTICLES:
        label, where = f"Article of {labels.get(name, one_line(name, 60))}", article_file(ids)
    more = max(len(difference.edits) - MOST_FIELDS, 0)
    return Record(
        difference.sort,
        label or ids,
        where,
        tuple(_field(edit, file) for edit in difference.edits[:MOST_FIELDS]),
        counted(more, "more field") if more else "",
        agreeing(more, "is", "are"),
    )


def _field(edit: Edit, file: str) -> Field:
    name = f"paragraph {edit.field[-1]}" if file == ARTICLES else " / ".join(edit.field)
    return Field(name, tuple(_parts(edit)))


def _parts(edit: Edit) -> Iterator[Part]:
    """Give both sides of an edit; if most of a text stays, give only the words that changed."""
    if edit.old and edit.new:
        parts = pieces(edit.old, edit.new)
        kept = sum(len(old) for old, new in parts if old == new)
        if kept * 2 > len(edit.old):
            for old, new in parts:
                yield Part(_kept(old, edit), "", stays=True) if old == new else _changed(old, new)
            return
    yield _changed(edit.old, edit.new)


def _kept(text: str, edit: Edit) -> str:
    words = text.split(" ")
    if len(edit.old) > LONG and len(words) > 16:
        return " ".join([*words[:7], "…", *words[-7:]])
    return text


def _changed(old: str, new: str) -> Part:
    return Part(one_line(old, LONGEST), one_line(new, LONGEST))
