"""How good the data is, as a page around its matrix: totals before it, open problems and the rules after it."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from dashboard.curation.reports import shortened
from dashboard.library import Snapshot
from dashboard.look.markup import wrapped
from dashboard.look.page import Asked, Block, Choice, File
from dashboard.records.model import Problem
from dashboard.topics.quality import quality
from dashboard.topics.quality.figures import judged_events, quality_chart
from dashboard.words.counting import agreeing


def blocks(snapshot: Snapshot, asked: Asked) -> list[Block]:
    """Give the page: totals, the matrix in the order of the address, problems and rules."""
    order = asked.view["order"]
    return [
        totals_html(snapshot.problems, judged_events(snapshot), dark=asked.dark),
        Choice("order", "Order of the events", order, width=260),
        quality_chart(snapshot, order),
        tables_html(snapshot.problems, dark=asked.dark),
        File("Open problems, CSV", "problems", lambda: problems(snapshot, asked)),
    ]


def problems(snapshot: Snapshot, asked: Asked) -> pd.DataFrame:
    """Give every open problem of the data, columns as in `quality.PROBLEMS`."""
    return quality.problems(snapshot.problems)


def totals_html(found: Iterable[Problem], completeness: pd.DataFrame, *, dark: bool = False) -> str:
    """Write the totals, and a sentence that says what they mean."""
    rules = quality.by_rule(found)
    errors, warnings = int(rules["n_errors"].sum()), int(rules["n_warnings"].sum())
    tiles = {
        agreeing(errors, "error", "errors"): errors,
        agreeing(warnings, "warning", "warnings"): warnings,
        "rules kept": f"{int((rules['n_errors'] + rules['n_warnings'] == 0).sum())} of {len(rules)}",
        "average completeness": f"{completeness['share'].mean():.0%}" if len(completeness) else "none",
    }
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in tiles.items())
    lead = (
        "The rules below check the data each time it is read. An error hides a record, or misleads; a warning is "
        "worth a look. Missing information is not an error: the matrix shows where it is missing. A separate mark "
        "shows what somebody looked for and did not find."
    )
    return wrapped(f'<dl class="totals">{rows}</dl><p class="lead">{lead}</p>', dark=dark)


def tables_html(found: Iterable[Problem], *, dark: bool = False) -> str:
    """Write the open problems, what the matrix looks for, and every rule with what it found."""
    return wrapped(f"{_problems(found)}{_criteria()}{_rules(found)}", dark=dark)


def _problems(found: Iterable[Problem]) -> str:
    rows = "".join(
        f'<li data-level="{one.level}"><b>{escape(one.path)}:{one.line}:{one.column}</b> <em>{escape(one.record)}</em>'
        f"<p>{escape(one.message)}</p></li>"
        for one in shortened(found)
    )
    body = f'<ul class="problems">{rows}</ul>' if rows else "<p>None: every rule is kept.</p>"
    return f'<section class="open"><h3>Open problems <i>{len(tuple(found))}</i></h3>{body}</section>'


def _criteria() -> str:
    meanings = {one.name: one.meaning for one in quality.CRITERIA.values()} | {quality.STATES["sought"]: quality.SOUGHT}
    rows = "".join(f"<dt>{name}</dt><dd>{escape(meaning)}</dd>" for name, meaning in meanings.items())
    return f'<section class="criteria"><h3>What counts as known</h3><dl>{rows}</dl></section>'


def _rules(found: Iterable[Problem]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(row.says)}</th>'
        f"<td>{row.n_errors or _NONE}</td><td>{row.n_warnings or _NONE}</td></tr>"
        for row in quality.by_rule(found).itertuples()
    )
    return (
        '<section class="rules"><h3>Rules</h3><table><thead><tr><th scope="col">The rule</th>'
        f'<th scope="col">Errors</th><th scope="col">Warnings</th></tr></thead><tbody>{rows}</tbody></table></section>'
    )


_NONE = '<span class="none">0</span>'
