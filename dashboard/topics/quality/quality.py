"""How good the data is: the problems of each rule, and how much is known about each event."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard import checks, frames
from dashboard.records.dates import is_certain
from dashboard.records.evidence import well_attested
from dashboard.records.model import Dataset, Event, Problem
from dashboard.records.passages import without_marks
from dashboard.words.counting import agreeing, capital, counted, listed

STATES = {
    "whole": "Known",
    "part": "Partly known",
    "sought": "Looked for, not found",
    "none": "Not known",
    "other": "Does not apply",
}
"""How much is known about one thing, with the word for readers."""

SHARES = {"whole": 1.0, "part": 0.5, "sought": 0.0, "none": 0.0}
"""How much each of `STATES` counts. A thing that does not apply is not counted."""

SOUGHT = "Somebody looked for it and did not find it. Point at the mark to see the day."
"""What the state `sought` means, for readers."""

TITLES = 4
"""Languages in which the title of an event is sought: those of the host, of the region and of the UN."""

WORDS = 350
"""The least number of words of a full article about a conference; articles about other events may be of any length."""

COMPLETENESS = {
    "event_id": "str",
    "event": "str",
    "kind": "str",
    "when": "str",
    "dates": "str",
    "place": "str",
    "organizers": "str",
    "titles": "str",
    "figures": "str",
    "outcome": "str",
    "article": "str",
    "n_whole": "int64",
    "share": "float64",
}
"""One row per event, in order of time, undated ones last.

The columns named in `CRITERIA` hold one of `STATES`. `n_whole` counts what is fully known. `share` is between 0 and 1;
what is partly known counts half.
"""

RULES = {"rule": "str", "says": "str", "n_errors": "int64", "n_warnings": "int64"}
"""One row per rule, in the order of `checks.RULES`. The first has no name; it says that files can be read."""

PROBLEMS = {
    "path": "str",
    "line": "int64",
    "column": "int64",
    "record": "str",
    "level": "str",
    "rule": "str",
    "message": "str",
    "code": "str",
}
"""One row per problem, in the order of files and lines."""

READABLE = "Every file can be read, and every record has the fields it needs."
"""The first rule. Reading the files checks it."""


@dataclass(frozen=True)
class Criterion:
    """One thing to know about an event: its name, what counts as known, and the function that judges an event."""

    name: str
    meaning: str
    judge: Callable[[Dataset, Event], tuple[str, str]]


def build(dataset: Dataset) -> pd.DataFrame:
    """Judge every event by every criterion, columns as in `COMPLETENESS`; no event gives a frame without rows."""
    rows = []
    for event in frames.in_order(dataset):
        judged = {name: _judge(dataset, event, name)[0] for name in CRITERIA}
        counted = [SHARES[state] for state in judged.values() if state in SHARES]
        rows.append(
            {"event_id": event.id, "event": event.label, "kind": event.kind, "when": frames.when(event), **judged}
            | {"n_whole": counted.count(1.0), "share": sum(counted) / len(counted)}
        )
    return pd.DataFrame(rows, columns=list(COMPLETENESS)).astype(COMPLETENESS)


def ordered(completeness: pd.DataFrame, order: str) -> pd.DataFrame:
    """Put the events into one of `ORDERS`; within a rank they keep the order of time."""
    if order in CRITERIA:
        rank = completeness[order].map(["none", "sought", "part", "whole", "other"].index)
    elif order in ("least", "most"):
        rank = completeness["share"] * (1 if order == "least" else -1)
    elif order == "name":
        rank = completeness["event"].str.casefold()
    else:
        return completeness.reset_index(drop=True)
    return completeness.loc[rank.sort_values(kind="stable").index].reset_index(drop=True)


def words_for(dataset: Dataset, event: Event) -> dict[str, str]:
    """Say in words what is known of an event, criterion by criterion."""
    return {name: _judge(dataset, event, name)[1] for name in CRITERIA}


def completeness_alt(completeness: pd.DataFrame) -> str:
    """Say in words how complete the knowledge is."""
    if completeness.empty:
        return "The data has no events."
    parts = []
    for name, criterion in CRITERIA.items():
        counts = completeness[name].value_counts()
        if of := len(completeness) - counts.get("other", 0):
            parts.append(f"{criterion.name.lower()} for {counts.get('whole', 0)} of {counted(int(of), 'event')}")
    whole = int((completeness["share"] == 1).sum())
    are = agreeing(whole, "is", "are")
    rest = f"{whole} of {counted(len(completeness), 'event')} {are} fully known in every respect."
    return f"Fully known: {listed(parts)}. {rest}"


def by_rule(problems: Iterable[Problem]) -> pd.DataFrame:
    """Count the problems of each rule, columns as in `RULES`; a rule without problems has a row too."""
    rules = {"": READABLE} | {rule.__name__: sentence(rule.__doc__ or "") for rule in checks.RULES}
    counted = {name: {"error": 0, "warning": 0} for name in rules}
    for problem in problems:
        counted[problem.rule][problem.level] += 1
    rows = [
        {"rule": name, "says": says, "n_errors": counted[name]["error"], "n_warnings": counted[name]["warning"]}
        for name, says in rules.items()
    ]
    return pd.DataFrame(rows, columns=list(RULES)).astype(RULES)


def problem_rows(problems: Iterable[Problem]) -> pd.DataFrame:
    """Give problems as rows, columns as in `PROBLEMS`."""
    ordered = sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))
    return pd.DataFrame([vars(problem) for problem in ordered], columns=list(PROBLEMS)).astype(PROBLEMS)


def sentence(documented: str) -> str:
    """Give the first sentence of a docstring for readers, without the marks of code."""
    return " ".join(documented.split("\n\n")[0].split()).replace("`", "")


def _judge(dataset: Dataset, event: Event, name: str) -> tuple[str, str]:
    """Judge an event by one criterion: give its state and the words; `sought` if it was looked for and not found."""
    state, words = CRITERIA[name].judge(dataset, event)
    search = next((search for search in event.sought if search.what == name), None)
    if search is None or state not in ("none", "part"):
        return state, words
    what, it = ("more", "any") if state == "part" else ("it", "it")
    tried = f"somebody looked for {what} on {search.on.words()} and did not find {it}"
    return "sought" if state == "none" else state, f"{words}; {tried}"


def _dates(dataset: Dataset, event: Event) -> tuple[str, str]:
    if event.start is None:
        return "none", "No date is known"
    if not is_certain(str(event.start), str(event.end or event.start), event.dating):
        return "part", "The days are not known exactly"
    return "whole", "Known to the day"


def _place(dataset: Dataset, event: Event) -> tuple[str, str]:
    city, country, venue = event.city or "", event.country or "", event.venue or ""
    if not (city or country or venue):
        return "none", "No place is known"
    whole = (city and country) or (frames.is_online(venue) and not city and not country)
    return "whole" if whole else "part", capital(frames.place(city, country, venue))


def _organizers(dataset: Dataset, event: Event) -> tuple[str, str]:
    if not event.roles:
        return "none", "No role is known"
    firm = sum(well_attested(dataset, role) for role in event.roles)
    state = "whole" if firm == len(event.roles) else "part"
    return state, f"{_of(firm, len(event.roles), 'role')} two independent sources"


def _titles(dataset: Dataset, event: Event) -> tuple[str, str]:
    # Without a note, the title of the record is the official title. Its language is not known.
    number = len({title.language for title in event.titles}) or int(not event.title_note)
    state = "whole" if number >= TITLES else "part" if number else "none"
    if not number:
        return state, f"The data has the official title in no language; {TITLES} are needed"
    return state, f"The data has the official title in {counted(number, 'language')}; {TITLES} are needed"


def _figures(dataset: Dataset, event: Event) -> tuple[str, str]:
    number = len(event.figures)
    firm = sum(well_attested(dataset, figure) for figure in event.figures)
    if not number:
        return "none", "No number is known"
    return "whole" if firm == number else "part", f"{_of(firm, number, 'number')} two independent sources"


def _outcome(dataset: Dataset, event: Event) -> tuple[str, str]:
    if not event.outcomes:
        sought = event.kind in ("conference", "declaration")
        return ("none", "No document is known") if sought else ("other", "No document is expected")
    if any(outcome.url for outcome in event.outcomes):
        return "whole", "The document can be read"
    return "part", "The document is known, but not where it can be read"


def _article(dataset: Dataset, event: Event) -> tuple[str, str]:
    article = dataset.articles.get(event.id)
    if article is None:
        return "none", "No article has been written"
    number = len(without_marks(article.text).split())
    short = event.kind == "conference" and number < WORDS
    return "part" if short else "whole", counted(number, "word")


def _of(firm: int, number: int, noun: str) -> str:
    """Say how many of a number have something: `1 of 3 roles has`, `The only role does not have`."""
    if number == 1:
        return f"The only {noun} {'has' if firm else 'does not have'}"
    return f"{firm} of {number} {noun}s {agreeing(firm, 'has', 'have')}"


CRITERIA = {
    "dates": Criterion(
        "Dates", "Known to the day. Partly known if only the month, the year or the day of the report is known.", _dates
    ),
    "place": Criterion("Place", "City and country, or that the event was online.", _place),
    "organizers": Criterion(
        "Organizers", "Every role has two independent sources; partly known if only some have.", _organizers
    ),
    "titles": Criterion(
        "Titles", f"The official title in {TITLES} languages; partly known if the data has it in fewer.", _titles
    ),
    "figures": Criterion(
        "Figures", "Every number has two independent sources; partly known if only some have.", _figures
    ),
    "outcome": Criterion(
        "Outcome",
        "The final document and where to read it; partly known if only the document is known. Expected only of "
        "conferences and declarations.",
        _outcome,
    ),
    "article": Criterion(
        "Article", f"An article about the event; for a conference, it has {WORDS} words or more.", _article
    ),
}
"""What the matrix shows of every event, in the order of the columns."""

ORDERS = {
    "time": "Time",
    "least": "Least known first",
    "most": "Most known first",
    "name": "Name",
    **{name: f"{criterion.name} not known first" for name, criterion in CRITERIA.items()},
}
"""Orders of the events, with their labels."""
