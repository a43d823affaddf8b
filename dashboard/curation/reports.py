"""Problems as text for a terminal, as JSON for programs, and as annotations for a pull request; nothing here prints."""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from dashboard.records.kinds import LASTING
from dashboard.records.model import Problem
from dashboard.records.reading import Reading
from dashboard.records.succession import living
from dashboard.words.catalogue import say
from dashboard.words.counting import agreeing, counted

MOST = 200
"""The most problems that are reported of one file."""


def shortened(problems: Iterable[Problem]) -> list[Problem]:
    """Give the errors and then the warnings, both in the order of files and lines; at most 200 of each file.

    If a file has more, a line says how many.
    """
    ordered = sorted(problems, key=lambda problem: (problem.path, problem.level, problem.line, problem.column))
    kept = []
    for path, group in groupby(ordered, key=lambda problem: problem.path):
        own = list(group)
        kept += own[:MOST]
        if rest := own[MOST:]:
            level, line, column = rest[0].level, rest[0].line, rest[0].column
            code = agreeing(len(rest), "more-problems", "more-problems/several")
            message = say(code, number=f"{len(rest):,}")
            kept.append(Problem.of(path, line, column, Path(path).stem, message, level))
    return sorted(kept, key=lambda problem: problem.level)


def summary(reading: Reading, problems: Sequence[Problem]) -> str:
    """Count what was read and what is wrong, in one line."""
    contents = ", ".join(counted(len(living(reading.dataset, file)), kind.word) for file, kind in LASTING.items())
    levels = [problem.level for problem in problems]
    verdict = ", ".join(counted(levels.count(level), level) for level in ("error", "warning") if level in levels)
    return f"{reading.folder}: {contents}: {verdict or 'no problems'}"


def as_text(folder: Path, reading: Reading, problems: Sequence[Problem]) -> str:
    """Write one line for each problem, `path:line:column: record: message`, and the summary."""
    shown = shortened(problems)
    lines = [str(problem) if problem.level == "error" else f"{problem} ({problem.level})" for problem in shown]
    return "\n".join([*lines, summary(reading, problems)])


def as_json(folder: Path, reading: Reading, problems: Sequence[Problem]) -> str:
    """Write one object: the summary, the numbers of errors and warnings, and the problems with their fields."""
    levels = [problem.level for problem in problems]
    content = {
        "summary": summary(reading, problems),
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "problems": [vars(problem) for problem in shortened(problems)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_github(folder: Path, reading: Reading, problems: Sequence[Problem]) -> str:
    """Write workflow commands, which GitHub shows as annotations at the lines of a pull request, and the summary.

    Files are named from the folder in which the command runs, on GitHub the top of the repository. See
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    """
    top = Path(os.path.relpath(folder))
    lines = []
    for problem in shortened(problems):
        file = (top / Path(problem.path).relative_to(reading.folder)).as_posix()
        title = _property(f"{problem.record} ({problem.code})")
        place = f"file={_property(file)},line={problem.line},col={problem.column},title={title}"
        lines.append(f"::{problem.level} {place}::{_escaped(problem.message)}")
    return "\n".join([*lines, summary(reading, problems)])


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Path, Reading, Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""Name of the format → the function that writes it."""
