"""A change on trial as a page: the banner, the problems with the lines they are in, and what differs field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from dashboard.curation.diff import SORTS, Difference, Edit, pieces, summary
from dashboard.curation.reports import shortened
from dashboard.library.trial import Trial
from dashboard.look.markup import wrapped
from dashboard.records.model import Problem
from dashboard.store import ARTICLES, article_file
from dashboard.words.counting import agreeing, capital, counted, listed
from dashboard.words.spelling import one_line

MOST = 100
"""Records that differ which are shown; whoever has more sees them with `python -m dashboard diff`."""

AROUND = 1
"""Lines shown before and after the line of a problem."""

WIDTH = 110
"""Characters of a line that are shown around the column of a problem."""

MOST_FIELDS = 60
"""Fields of one record that are shown."""

LONGEST = 4_000
"""Characters of a text that are shown of either side."""

MOST_NAMED = 6
"""Records left out that are named."""

LONG = 400
"""Longer texts show what differs alone, in characters."""


_WORD = re.compile(r"\[?[^\W_](?:[\w-]|[.:/]+(?=\w)){0,39}\]?(?![\w-])")
"""A word as somebody would mark it; longer ones are marked where they begin."""

INTRO = (
    "See a change of the data before it is published. Drop files of the data folder, or edit one here: every page and "
    "every download then shows the changed data, but only in this window. Nothing is stored on the server."
)
"""What the page is for."""


def intro_html(*, dark: bool = False) -> str:
    """Say what the page is for."""
    return wrapped(f'<p class="lead">{INTRO}</p>', dark=dark)


def banner_html(trial: Trial) -> str:
    """Say that this is a trial, of which files, and that nobody else sees it."""
    names = listed(trial.files)
    seen = "Only you see it, and the server stores nothing. Reload the page to see the published data again."
    if not trial.shown:
        seen = "No event can be read in it, so the pages still show the published data. Correct the problems first."
    return (
        f'<div class="trial" role="status"><b>You are trying a change</b> <span>to {escape(names)}. {seen}</span></div>'
    )


def ended_html(kept: Sequence[str]) -> str:
    """Say that a trial has ended with its session, and which of its texts are kept as not yet tried."""
    names = ", ".join(kept)
    again = f"The text of {escape(names)} is kept: try it again." if kept else "Drop its files again to continue."
    return (
        '<div class="trial" role="alert"><b>Your trial has ended</b> <span>because the connection was lost for too '
        f"long, or the server was started anew. The pages show the published data. {again}</span></div>"
    )


def verdict_html(trial: Trial, *, dark: bool = False) -> str:
    """Count what differs and what is wrong, in one sentence."""
    levels = [problem.level for problem in trial.snapshot.problems]
    found = " and ".join(counted(levels.count(level), level) for level in ("error", "warning") if levels.count(level))
    brought = f", {len(trial.brought)} of them new" if trial.brought and len(trial.brought) < len(levels) else ""
    unread = f"What changes in {listed(trial.unread)} is not known. " if trial.unread else ""
    differ = "" if unread and not trial.differences else f"{capital(summary(trial.differences))}. "
    said = f"{unread}{differ}{found or 'No problems'} in the data{brought}.{_out(trial.left_out)}"
    return wrapped(f'<p class="lead">{escape(said)}</p>', dark=dark)


def problems_html(trial: Trial, *, dark: bool = False) -> str:
    """Write every problem of the data as it would be, with its line and a mark at the column; the new ones first."""
    ordered = sorted(shortened(trial.snapshot.problems), key=lambda one: one not in trial.brought)
    lines = {file: trial.texts.get(file, "").split("\n") for file in {_file(problem) for problem in ordered}}
    rows = "".join(_problem(problem, lines[_file(problem)], problem in trial.brought) for problem in ordered)
    none = "<p>None.</p>" if trial.lost or trial.entries else "<p>None: it could be published like this.</p>"
    body = f'<ul class="problems">{rows}</ul>' if rows else none
    heading = f"Problems <i>{len(trial.snapshot.problems)}</i>"
    return wrapped(f'<section class="open"><h3>{heading}</h3>{body}</section>{_before(trial)}', dark=dark)


def differences_html(trial: Trial, *, dark: bool = False) -> str:
    """Write every record that differs from the published data, with its fields before and after."""
    shown = trial.differences[:MOST]
    labels = {event.id: event.label for event in trial.snapshot.dataset.events.values()}
    rows = "".join(_difference(one, labels) for one in shown)
    left = len(trial.differences) - len(shown)
    rest = f"<p>{left} more {agreeing(left, 'is', 'are')} not shown.</p>" if left else ""
    unread = "".join(
        f"<p>{escape(name)} cannot be read as it is, so that what it changes is not known.</p>" for name in trial.unread
    )
    nothing = "" if rows or unread else "<p>Nothing: the files say the same as those published.</p>"
    heading = f"Changes <i>{len(trial.differences)}</i>"
    return wrapped(
        f'<section class="diff"><h3>{heading}</h3>{unread}{nothing}<ul>{rows}</ul>{rest}</section>', dark=dark
    )


def excerpt(lines: Sequence[str], line: int, column: int) -> list[tuple[int, str, str, str]]:
    """Give the line of a problem, and those around it, out of the lines of its file.

    Returns
    -------
    For each line its number, what stands before the column, the word at it, and what follows; of the lines around,
    and where there is nothing at the column, all is in the first part. Long lines are cut to what is near the column.
    """
    if not 0 < line <= len(lines):
        return []
    found = []
    for number in range(max(line - AROUND, 1), min(line + AROUND, len(lines)) + 1):
        text = lines[number - 1].replace("\t", "→")
        first = max(0, column - 1 - WIDTH // 2) if len(text) > WIDTH else 0
        part = ("…" if first else "") + text[first : first + WIDTH] + ("…" if len(text) > first + WIDTH else "")
        at = column - 1 - first + bool(first)
        here = number == line
        # What cannot be seen, or lies behind the end of the line, is shown all the same: something must be marked.
        word = _WORD.match(part, at)
        mark = word[0] if word else part[at : at + 1] or " "
        after = part[at + len(mark) :]
        mark = mark if mark.isprintable() else "�"
        found.append((number, part[:at], mark, after) if here else (number, part, "", ""))
    return found


def _out(names: Sequence[str]) -> str:
    """Say which records the page leaves out, in a sentence."""
    if not names:
        return ""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f" Left out until corrected: {', '.join(one_line(name, 60) for name in names[:MOST_NAMED])}{more}."


def _before(trial: Trial) -> str:
    """Write what the guard would find if it were published: what is lost, and the entries not yet written."""
    lost = "".join(_problem(problem, (), True) for problem in trial.lost[:MOST])
    gone = f'<ul class="problems">{lost}</ul>' if lost else ""
    entries = trial.entries[:LONGEST] + ("\n…" if len(trial.entries) > LONGEST else "")
    lacking = (
        f"<p>CHANGES.yaml does not say so yet. Add this at its end, with the reason in the place of the dots:</p>"
        f"<pre><code>{escape(entries)}</code></pre>"
    )
    if not gone and not entries:
        return ""
    return f'<section class="publish"><h3>Before it is published</h3>{gone}{lacking if entries else ""}</section>'


def _file(problem: Problem) -> str:
    return problem.path.partition("/")[2]


def _problem(problem: Problem, lines: Sequence[str], new: bool) -> str:
    shown = "".join(_line(*row) for row in excerpt(lines, problem.line, problem.column))
    code = f"<pre>{shown}</pre>" if shown else ""
    return (
        f'<li data-level="{problem.level}"{" data-new" if new else ""}>'
        f"<b>{escape(_file(problem))}:{problem.line}:{problem.column}</b> "
        f'<em>{escape(problem.record)}</em> <small class="level">{problem.level}</small>'
        f"<p>{escape(problem.message)}</p>{code}</li>"
    )


def _line(number: int, before: str, at: str, after: str) -> str:
    marked = f"<mark>{escape(at)}</mark>" if at else ""
    here = " data-here" if at else ""
    return f"<span{here}><i>{number}</i>{escape(before)}{marked}{escape(after)}\n</span>"


def _difference(one: Difference, labels: Mapping[str, str]) -> str:
    ids = one_line(f"{one.before} → {one.record}" if one.before else one.record, 120)
    label, where = one.label, f"{one.file}: {ids}"
    if one.file == ARTICLES:
        label, where = f"Article of {labels.get(one.record, one_line(one.record, 60))}", article_file(ids)
    fields = "".join(_edit(edit, one.file) for edit in one.edits[:MOST_FIELDS])
    left = len(one.edits) - MOST_FIELDS
    if left > 0:
        fields += f"<dt>{counted(left, 'more field')}</dt><dd>{agreeing(left, 'is', 'are')} not shown.</dd>"
    return (
        f'<li data-sort="{one.sort}"><header><small>{SORTS[one.sort]}</small> <b>{escape(label or ids)}</b> '
        f"<em>{escape(where)}</em></header><dl>{fields}</dl></li>"
    )


def _edit(edit: Edit, file: str) -> str:
    field = f"paragraph {edit.field[-1]}" if file == ARTICLES else " / ".join(edit.field)
    return f"<dt>{escape(field)}</dt><dd>{''.join(_sides(edit))}</dd>"


def _sides(edit: Edit) -> Iterator[str]:
    """Write both sides of an edit; of a text that stays for the most part, the words that changed within it."""
    if edit.old and edit.new:
        parts = pieces(edit.old, edit.new)
        kept = sum(len(old) for old, new in parts if old == new)
        if kept * 2 > len(edit.old):
            yield from (_kept(old, edit) if old == new else _gone(old) + _came(new) for old, new in parts)
            return
    yield _gone(edit.old) + (" " if edit.old and edit.new else "") + _came(edit.new)


def _kept(text: str, edit: Edit) -> str:
    words = text.split(" ")
    if len(edit.old) > LONG and len(words) > 16:
        text = " ".join([*words[:7], "…", *words[-7:]])
    return f" {escape(text)} "


def _gone(text: str) -> str:
    return f"<del>{escape(one_line(text, LONGEST))}</del> " if text else ""


def _came(text: str) -> str:
    return f"<ins>{escape(one_line(text, LONGEST))}</ins> " if text else ""
