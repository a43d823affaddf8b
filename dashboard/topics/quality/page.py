"""How good the data is, as a page around its matrix: totals before it, open problems and the rules after it."""

from collections.abc import Iterable, Sequence

import pandas as pd

from dashboard.curation.reports import shortened
from dashboard.library import Snapshot
from dashboard.look import markup
from dashboard.look.html import Html, render
from dashboard.look.page import Block, Choice, File, Request
from dashboard.records.model import Problem
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events, quality_chart
from dashboard.words.counting import agreeing


def blocks(snapshot: Snapshot, request: Request) -> list[Block]:
    """Give the page: totals, the matrix in the order of the address, problems and rules."""
    order = request.view["order"]
    return [
        snapshot.answer(_totals, request.dark),
        Choice("order", "Order of the events", order, width=260),
        snapshot.answer(quality_chart, order),
        snapshot.answer(_tables, request.dark),
        File("Open problems, CSV", "problems", lambda: problems(snapshot, request)),
    ]


def _totals(snapshot: Snapshot, dark: bool) -> Html:
    return totals_html(snapshot.problems, judged_events(snapshot), dark=dark)


def _tables(snapshot: Snapshot, dark: bool) -> Html:
    return tables_html(snapshot.problems, dark=dark)


def problems(snapshot: Snapshot, request: Request) -> pd.DataFrame:
    """Give every open problem of the data, columns as in `quality.PROBLEMS`."""
    return quality.problem_rows(snapshot.problems)


def totals_html(problems: Iterable[Problem], completeness: pd.DataFrame, *, dark: bool = False) -> Html:
    """Write the totals, and sentences that say what they mean."""
    rules = quality.by_rule(problems)
    errors, warnings = int(rules["n_errors"].sum()), int(rules["n_warnings"].sum())
    tiles = {
        agreeing(errors, "error", "errors"): errors,
        agreeing(warnings, "warning", "warnings"): warnings,
        "rules kept": f"{int((rules['n_errors'] + rules['n_warnings'] == 0).sum())} of {len(rules)}",
        "average completeness": f"{completeness['share'].mean():.0%}" if len(completeness) else "none",
    }
    lead = (
        "The rules below check the data each time it is read. An error hides a record or misleads readers. A warning "
        "is worth a look. Missing information is not an error. The matrix shows where it is missing. A separate mark "
        "shows what somebody looked for and did not find."
    )
    return markup.wrapped(markup.totals(tiles, lead), dark=dark)


def tables_html(problems: Sequence[Problem], *, dark: bool = False) -> Html:
    """Write the open problems, what counts as known, and every rule with the number of its problems."""
    criteria = {criterion.name: criterion.meaning for criterion in quality.CRITERIA.values()}
    html = render(
        "topics/quality/tables.html",
        n_problems=len(problems),
        problems=list(shortened(problems)),
        meanings=criteria | {quality.STATES["sought"]: quality.SOUGHT},
        rules=quality.by_rule(problems).to_dict("records"),
    )
    return markup.wrapped(html, dark=dark)
